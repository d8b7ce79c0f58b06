//! What somebody enters from a phone, as acts of the seat where they sit, under their own name: an estimate, a dissent, a
//! note.

use std::sync::{Mutex, MutexGuard, PoisonError};

use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::name::is_same;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_session::clock;
use unequal_session::sight::Seen;
use unequal_session::{Owner, Place, Remarks, SubmitError};
use unequal_tui::wall::scene::is_for_the_wall;

use crate::form::Form;

/// What a phone knows itself by.
pub(crate) const COOKIE: &str = "phone";
/// Forms that are remembered once they were taken, so that none is taken twice.
const REMEMBERED: usize = 4096;
/// How often it is tried to write beside a decision while others do.
const TRIES: usize = 8;
/// Decisions that are offered to disagree with: the last.
const DECISIONS: usize = 6;

/// What was taken from phones.
#[derive(Debug)]
pub(crate) struct Desk {
    owner: Owner,
    /// The forms that were taken, by their words, with what was said then. One is worked on at a time.
    taken: Mutex<Vec<(String, String)>>,
}

impl Desk {
    pub(crate) const fn new(owner: Owner) -> Self {
        Self {
            owner,
            taken: Mutex::new(Vec::new()),
        }
    }

    fn taken(&self) -> MutexGuard<'_, Vec<(String, String)>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) const fn owner(&self) -> &Owner {
        &self.owner
    }

    /// Where the room looks from.
    pub(crate) fn room(&self) -> Place {
        self.owner.place_beside(Seat::Audience)
    }

    /// Somebody comes in under a name: as who they are at the session, or as a new one in the audience. Gives the word
    /// that their phone knows itself by.
    ///
    /// # Errors
    ///
    /// Says why not.
    pub(crate) fn come_in(&self, token: &str, name: &str) -> Result<String, String> {
        use unequal_session::phones::NotIn;
        let _one_at_a_time = self.taken();
        let phones = self.owner.phones();
        let told = |why: NotIn| {
            match why {
                NotIn::Link => "This link is no longer the one: look for the one on the wall.",
                NotIn::Closed => "Nothing is taken now: the white cell opens it.",
                NotIn::Name => {
                    "Somebody is in under this name at another phone: choose another one, or ask the white cell."
                }
                NotIn::Full => "Too many phones are in.",
            }
            .to_owned()
        };
        if !phones.is_link(token) {
            return Err(told(NotIn::Link));
        }
        if !phones.is_open() {
            return Err(told(NotIn::Closed));
        }
        // The record calls bots and the program so: nobody's name reads like theirs.
        if !matches!(Player::from(name), Player::Person(_)) {
            return Err("This is no name of a person: choose another one.".to_owned());
        }
        let mut place = self.owner.place(Seat::Audience);
        let known = participant(&place, name);
        let name = known.as_ref().map_or(name, |(name, _)| name);
        // The name is taken first: two phones that ask at once do not both have it.
        let word = phones.enter(token, name).map_err(told)?;
        if known.is_none() {
            let join = Action::Join {
                name: name.to_owned(),
                at: Seat::Audience,
            };
            let joined = place.submit(
                Player::Person(name.to_owned()),
                &join,
                Remarks::default(),
                &clock::now(),
            );
            if let Err(error) = joined {
                phones.leave(&word);
                return Err(plain(&error.to_string()));
            }
        }
        Ok(word)
    }

    /// What was said of a form that was taken; empty for none.
    pub(crate) fn said(&self, word: &str) -> String {
        let taken = self.taken();
        let found = taken.iter().find(|(known, _)| known == word);
        found.map_or_else(String::new, |(_, said)| said.clone())
    }

    /// Takes a form of a phone, once.
    ///
    /// # Errors
    ///
    /// Says why it is not taken; it may be sent again.
    pub(crate) fn take(&self, name: &str, form: &Form) -> Result<(), String> {
        let mut taken = self.taken();
        let word = form.word();
        if taken.iter().any(|(known, _)| known == word) {
            return Ok(());
        }
        if word.is_empty() {
            return Err("This form is not whole: open the page again.".to_owned());
        }
        if !self.owner.phones().is_open() {
            return Err("Nothing is taken now: the white cell opens it.".to_owned());
        }
        let (number, said) = self.enter(name, form)?;
        let said = format!("{said}, entry {number} of the record.");
        if taken.len() >= REMEMBERED {
            taken.remove(0);
        }
        taken.push((word.to_owned(), said));
        Ok(())
    }

    /// Puts what was typed on the record; gives its entry, and what is said of it.
    fn enter(&self, name: &str, form: &Form) -> Result<(EntryNumber, &'static str), String> {
        let by = || Player::Person(name.to_owned());
        let sits = participant(&self.room(), name).map_or(Seat::Audience, |(_, seat)| seat);
        for _ in 0..TRIES {
            // What each would say is read from its place, which knows when something has come in since.
            let mut places = [sits, Seat::WhiteCell].map(|seat| self.owner.place(seat));
            let (seat, action, remarks, said) = match form.text("what") {
                "estimate" => estimate(name, sits, form)?,
                "dissent" => dissent(&places[1], &self.room(), name, sits, form)?,
                "note" => note(sits, form)?,
                _ => return Err("This form is not whole: open the page again.".to_owned()),
            };
            let place = &mut places[usize::from(seat != sits)];
            match place.submit(by(), &action, remarks, &clock::now()) {
                Ok(number) => return Ok((number, said)),
                Err(SubmitError::Stale { .. }) => {}
                Err(error) => return Err(plain(&error.to_string())),
            }
        }
        Err("Others write there at the same time: send it again.".to_owned())
    }
}

/// Whoever takes part under a name, and where they sit.
fn participant(place: &Place, name: &str) -> Option<(String, Seat)> {
    let all = &place.view().room.participants;
    let one = all.iter().find(|one| is_same(&one.name, name))?;
    Some((one.name.clone(), one.seat))
}

/// The decisions that somebody may disagree with, the latest first.
pub(crate) fn decisions(place: &Place) -> Vec<Seen> {
    let seen = place.seen(0..place.entries());
    let decides = |seen: &Seen| matches!(seen.seat, Seat::Patron | Seat::Client | Seat::Europe);
    let open = |seen: &Seen| is_for_the_wall(seen) && !seen.undone && decides(seen);
    seen.into_iter()
        .rev()
        .filter(open)
        .take(DECISIONS)
        .collect()
}

/// An act with the seat that does it, what is written beside it, and what is said once it is taken.
type Entered = (Seat, Action, Remarks, &'static str);

fn estimate(name: &str, sits: Seat, form: &Form) -> Result<Entered, String> {
    let percent = form.text("percent").trim_end_matches('%').trim();
    let percent: Option<u8> = percent.parse().ok().filter(|percent| *percent <= 100);
    let action = Action::Estimate {
        id: form.text("id").to_owned(),
        name: name.to_owned(),
        percent: percent.ok_or("How likely is a number from 0 to 100.")?,
    };
    let reason = form.text("reason");
    let remarks = Remarks {
        rationale: (!reason.is_empty()).then(|| reason.to_owned()),
        ..Remarks::default()
    };
    Ok((
        sits,
        action,
        remarks,
        "Your estimate is taken, and blind until all are shown",
    ))
}

/// A dissent stands beside the decision, behind those that stand there.
fn dissent(
    white_cell: &Place,
    room: &Place,
    name: &str,
    sits: Seat,
    form: &Form,
) -> Result<Entered, String> {
    let why = form.text("why");
    if why.is_empty() {
        return Err("Write what you would have done otherwise, and why.".to_owned());
    }
    let entry: Option<EntryNumber> = form.text("entry").parse().ok();
    let of = decisions(room)
        .into_iter()
        .find(|seen| Some(seen.number) == entry)
        .ok_or("Choose the decision with which you disagree.")?;
    let known = white_cell.entry_seen(of.number, white_cell.last_number());
    let before = known.and_then(|seen| seen.dissent);
    let said = format!("{name}: {why}");
    let action = Action::Correct {
        entry: of.number,
        reason: None,
        against: Some(before.map_or_else(|| said.clone(), |before| format!("{before} · {said}"))),
        words: None,
    };
    // Nobody but the white cell writes beside what another seat did.
    let seat = if sits == of.seat {
        sits
    } else {
        Seat::WhiteCell
    };
    Ok((seat, action, Remarks::default(), "Your dissent is taken"))
}

fn note(sits: Seat, form: &Form) -> Result<Entered, String> {
    let text = form.text("text");
    if text.is_empty() {
        return Err("Write the note first.".to_owned());
    }
    let action = Action::Note {
        text: text.to_owned(),
        private: form.is_set("private"),
    };
    Ok((sits, action, Remarks::default(), "Your note is taken"))
}
