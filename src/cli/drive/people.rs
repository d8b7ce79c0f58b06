//! Which question or participant was probably meant by a line that names none.

use unequal_core::deck::nearest;
use unequal_core::deck::plain;
use unequal_core::engine::refused::Refused;
use unequal_core::engine::seat::Seat;
use unequal_session::{SubmitError, Table};

/// What an act could have named instead, where it named nothing that there is.
pub(super) fn meant(table: &Table, error: &SubmitError) -> Vec<String> {
    let room = table.view(Seat::Audience).room;
    let hint = match error {
        SubmitError::Refused(Refused::NoQuestion(id)) => {
            let asked = room.polls.into_iter().map(|poll| poll.id);
            instead(id, &asked.collect::<Vec<_>>(), "no estimate was asked yet")
        }
        SubmitError::Refused(Refused::NoParticipant(name)) => {
            let there = room.participants.into_iter().map(|one| one.name);
            instead(name, &there.collect::<Vec<_>>(), "nobody has joined yet")
        }
        SubmitError::Refused(Refused::NotRevealed(id)) => {
            format!("`reveal-estimates` shows those of `{}`", plain(id))
        }
        _ => return Vec::new(),
    };
    vec![hint]
}

fn instead(given: &str, known: &[String], nothing: &str) -> String {
    match nearest(given, known.iter().map(String::as_str)) {
        Some(word) => format!("did you mean `{}`?", plain(word)),
        None if known.is_empty() => nothing.to_owned(),
        None => plain(&format!("there is {}", known.join(", "))),
    }
}
