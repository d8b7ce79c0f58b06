//! One seat line by line, at a client of a host: it is told what comes in, and asked when it is due.

use super::{Said, Text, fault, state};
use crate::cli::error::Error;
use unequal_core::deck::plain;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Place;
use unequal_session::presence::{Asks, Wish};
use unequal_session::telling::seat_name;

impl Text<'_> {
    /// Goes on until the session ends, or whoever sits there leaves or is gone; gives why.
    ///
    /// # Errors
    ///
    /// Says why the record could not be written.
    pub fn at_seat(mut self, mut place: Place) -> Result<&'static str, Error> {
        let name = plain(seat_name(place.deck(), place.seat()));
        let session = plain(&place.standing().name);
        let how = if place.looks_on() {
            "You look on with the eyes of"
        } else {
            "You sit as"
        };
        self.line(format!(
            "Session: {session}. {how} {name}. Type help for what can be typed."
        ))?;
        let mut waited_at = None;
        self.asked = Some(place.seat());
        loop {
            place.look();
            self.news(&place)?;
            self.asked_for(&place)?;
            if place.has_ended() {
                self.told_how_it_ended(&place)?;
                self.out.flush()?;
                return Ok("the session has ended");
            }
            if !place.looks_on() && place.open(&self.by, &self.clock.now()).map_err(fault)? {
                continue;
            }
            let overtime = self.overtime(place.turn()).filter(|_| !place.looks_on());
            let goes_on = match overtime {
                Some(overtime) if place.seat() == Seat::WhiteCell => {
                    Some(self.follows(&mut place, overtime)?)
                }
                Some(overtime) if overtime.ends(place.seat()) => None,
                Some(_) | None if may_act(&place) => {
                    self.line(state::whose_turn(&place))?;
                    Some(self.acts(&mut place)?)
                }
                Some(_) | None => None,
            };
            match goes_on {
                Some(false) if !std::mem::take(&mut self.over) => return Ok("you have left"),
                Some(_) => continue,
                None => {}
            }
            if waited_at.replace(place.last_number()) != Some(place.last_number()) {
                if let Some(why) = place.cannot_open() {
                    self.line(format!(
                        "What you have sealed cannot be opened: {why}. The white cell can go back with undo."
                    ))?;
                }
                let line = state::waits(&place);
                self.line(line)?;
            }
            match self.said(&mut place, "")? {
                Said::Leaves => return Ok("you have left"),
                Said::Answer(text) if self.late => self.keep_late(self.asked, &text)?,
                Said::Answer(text) if !text.is_empty() => {
                    self.line(
                        "Nothing is asked of this seat now. Type help for what can be typed.",
                    )?;
                }
                Said::Answer(_) | Said::Done | Said::Again | Said::News => {}
            }
        }
    }

    /// Tells the white cell who asks to take over a seat.
    fn asked_for(&mut self, place: &Place) -> Result<(), Error> {
        for asks in place.asks() {
            if self.asked_leave.insert(asks.id) {
                let seat = plain(seat_name(place.deck(), asks.seat));
                let Asks { name, wish, .. } = asks;
                let asked = match wish {
                    Wish::TakeOver { from } => {
                        format!("{name} asks to take over the seat {seat}, which {from} has")
                    }
                    Wish::ComeIn { from, key } => {
                        let key = key.map_or_else(
                            || "without a code or a key".to_owned(),
                            |key| format!("with the key {key}"),
                        );
                        format!("{name} asks to come to the seat {seat}, from {from}, {key}")
                    }
                };
                self.line(format!("{asked}. Type let, or deny."))?;
            }
        }
        Ok(())
    }

    /// Does what the white cell says of who sits where; gives whether it was that.
    pub(super) fn about_the_door(&mut self, place: &Place, word: &str) -> Result<bool, Error> {
        if place.seat() != Seat::WhiteCell {
            return Ok(false);
        }
        match word {
            "who" => {
                let lines = state::who(place);
                for line in lines {
                    self.line(line)?;
                }
            }
            "let" | "deny" => match place.asks().first() {
                Some(asks) => place.answer(asks, word == "let"),
                None => self.line("Nobody asks for a seat.")?,
            },
            "phones" | "open" | "close" | "new-link" => {
                for line in phones(place, word) {
                    self.line(line)?;
                }
                if let Err(error) = place.call_link_anew() {
                    self.line(plain(&error.to_string()))?;
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// Lets phones enter something, or no longer, or draws them another link; tells how they come in.
fn phones(place: &Place, word: &str) -> Vec<String> {
    let Some(phones) = place.phones() else {
        return vec!["No page is served: host the session with --page ADDRESS.".to_owned()];
    };
    match word {
        "open" => phones.open(true),
        "close" => phones.open(false),
        "new-link" => phones.renew(),
        _ => {}
    }
    let Some(invitation) = phones.invitation() else {
        return Vec::new();
    };
    let is = if invitation.open {
        "Phones may enter estimates, dissent and notes. Type close to end that, new-link for another link."
    } else {
        "Phones may enter nothing now. Type open to let them."
    };
    let mut lines = vec![
        is.to_owned(),
        format!("They come in by {}", invitation.link),
    ];
    if !invitation.names.is_empty() {
        let names: Vec<String> = invitation.names.iter().map(|name| plain(name)).collect();
        lines.push(format!("In: {}", names.join(", ")));
    }
    lines
}

/// Whether the seat of a place is to act, or may: the white cell while play is paused.
fn may_act(place: &Place) -> bool {
    let turn = place.turn();
    let seat = place.seat();
    if place.looks_on() {
        return false;
    }
    if turn.phase == Phase::Reveal {
        return place.is_to_seal();
    }
    if turn.paused {
        return seat == Seat::WhiteCell;
    }
    turn.waits_for.contains(&seat) && (seat != Seat::WhiteCell || !turn.by_program)
}
