//! Leaves the line: plays on from an entry in a file of its own, or exchanges one act and keeps the rest.
//!
//! ```text
//! ┌ A branch ────────────────────────────────────────────────────┐
//! │ › Do       ‹ play on after entry 31 ›                        │
//! │   Name     Stockholm table 2, from 31                        │
//! │   China    ‹ as it was: people ›                             │
//! │   Russia   ‹ the bot cautious ›                             │
//! │                                                              │
//! │ The record that you read does not change.                    │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use ratatui::text::Line;

use crate::effect::{Effect, Onward};
use crate::holders;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::replay::Replay;
use crate::sitting::Sitting;
use crate::widget::fit::fit;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_papers::report::option_words;
use unequal_session::branch::Departure;
use unequal_session::telling::{count, holder_words};
use unequal_session::{Holder, Place};

#[derive(Debug)]
struct Branching {
    at: EntryNumber,
    /// The entry from whose state it started.
    from: EntryNumber,
    /// The acts that could stand in the place of the entry's; the choice before them plays on.
    instead: Vec<Action>,
    /// Who may hold a seat: the first is who held it.
    holders: [Vec<Holder>; Seat::PLAYING.len()],
    form: Form,
}

/// The sheet for the entry that is looked at.
pub(super) fn sheet(replay: &Replay, place: &Place) -> Sheet {
    let at = replay.at();
    let text = &place.deck().text;
    let holders = Seat::PLAYING.map(|seat| {
        let was = place.holder(seat).clone();
        let others = holders::of(place.scenario(), seat).into_iter();
        let others: Vec<Holder> = others.filter(|other| *other != was).collect();
        std::iter::once(was).chain(others).collect::<Vec<_>>()
    });
    let (instead, words): (Vec<_>, Vec<_>) = others(replay, place).into_iter().unzip();
    let on = match at {
        EntryNumber::STARTEX => "play on from STARTEX".to_owned(),
        _ => format!("play on after entry {at}"),
    };
    let words = words
        .iter()
        .map(|words| format!("instead of entry {at}: {words}"));
    let name = format!("{}, from {at}", fit(&place.standing().name, 60));
    let mut form = Form::new(String::new())
        .choice("what", "Do", std::iter::once(on).chain(words).collect(), 0)
        .named("name", "Name", 80, &name, "")
        .at_once();
    for (seat, all) in Seat::PLAYING.into_iter().zip(&holders) {
        form = form.choice(seat.word(), text.seat_name(seat), offered(all), 0);
    }
    asking::sheet(Branching {
        at,
        from: place.came_from(at),
        instead,
        holders,
        form,
    })
}

fn offered(holders: &[Holder]) -> Vec<String> {
    let words = |(place, holder): (usize, &Holder)| {
        let holder = holder_words(holder);
        match place {
            0 => format!("{holder}, as before"),
            _ => holder,
        }
    };
    holders.iter().enumerate().map(words).collect()
}

/// The other acts that were open where this entry's was chosen, in words; none for an act that nobody
/// chose, or that was undone.
fn others(replay: &Replay, place: &Place) -> Vec<(Action, String)> {
    let at = replay.at();
    let Some(frame) = replay.reel.frame(at).filter(|frame| !frame.undone) else {
        return Vec::new();
    };
    let taken = place.entry(at).and_then(|seen| seen.act);
    let is_taken = |act: &Action| match (act, &taken) {
        (
            Action::Respond {
                response, instead, ..
            },
            Some(Action::Respond {
                response: of,
                instead: given,
                ..
            }),
        ) => response == of && instead == given,
        (act, Some(taken)) => act == taken,
        _ => false,
    };
    if !frame.is_choice {
        return Vec::new();
    }
    place
        .choices(at)
        .into_iter()
        .filter(|act| !is_taken(act))
        .map(|act| {
            let words = option_words(place.deck(), place.scenario(), &act);
            (act, words)
        })
        .collect()
}

impl Asks for Branching {
    fn title(&self, _app: &Sitting) -> String {
        "A branch".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn takes_screen(&self) -> bool {
        false
    }

    fn record(&self) -> &'static str {
        match self.form.chosen("what") {
            0 => "play on",
            _ => "make the branch",
        }
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let columns = usize::from(width);
        let plays_on = self.form.chosen("what") == 0;
        let words = if plays_on {
            "It gets a file of its own, which names this record as its parent. This record does not \
             change, and leaving the branch leads back here."
        } else {
            "What followed is kept as far as it stays possible, and it is said where that ends. This \
             record does not change."
        };
        let mut told = wrapped(words, columns, sitting.theme.dim);
        if plays_on && !self.instead.is_empty() {
            let words = format!(
                "{} could stand in its place: ←→ in the first row.",
                count(self.instead.len(), "other act", "other acts")
            );
            told.extend(wrapped(&words, columns, sitting.theme.dim));
        }
        told
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        let name = required(&self.form, "name", "The branch needs a name.")?;
        let instead = self.form.chosen("what").checked_sub(1);
        let instead = instead.map(|place| self.instead[place].clone());
        let seats = Seat::PLAYING.into_iter().zip(&self.holders);
        let others = seats.filter_map(|(seat, all)| {
            let place = self.form.chosen(seat.word());
            let holder = all.get(place).filter(|_| place > 0)?;
            Some((seat, holder.clone()))
        });
        let departure = Departure {
            name,
            after: match instead {
                Some(_) => self.from,
                None => self.at,
            },
            seats: others.collect(),
            instead,
            ..Departure::default()
        };
        let then = match departure.instead {
            None => Onward::PlayOn,
            Some(_) => Onward::Show,
        };
        Ok(vec![Effect::Branch { departure, then }])
    }
}
