//! Writes what people take away: reports, paper for the table, what a session leaves when it is over.

use std::path::Path;

use crate::errand::{Found, Order, Papers, Progress};
use unequal_core::engine::seat::Seat;
use unequal_core::store::by_hand;
use unequal_core::store::{Annotations, StoreError, document, noted};
use unequal_papers::closing::{self, Expected};
use unequal_papers::handout::{Printed, put};
use unequal_papers::report::{Aar, Extras, html};
use unequal_session::TornTail;
use unequal_session::history::Verified;
use unequal_session::telling::count;
use unequal_session::{History, SessionError, Table};

/// A piece of work.
pub(super) type Job = Box<dyn FnOnce(&Progress) -> Option<Found> + Send>;

/// The work of an order that makes files of a session or a deck, or looks whether one is whole.
pub(super) fn job(order: &Order) -> Option<Job> {
    Some(match order.clone() {
        Order::Report(path) => Box::new(move |_| Some(or_told(report(&path)))),
        Order::Print(papers) => Box::new(move |_| Some(or_told(print(&papers)))),
        Order::Close(path) => Box::new(move |_| Some(or_told(close(&path)))),
        Order::Verify(path) => Box::new(move |_| Some(verify(&path))),
        _ => return None,
    })
}

/// What the program can say of a session, with the expectations that are known already.
pub(super) fn read(path: &Path) -> Result<Box<Aar>, SessionError> {
    Ok(told_by(path)?.0)
}

/// The same, and what of the remarks is left out.
fn told_by(path: &Path) -> Result<(Box<Aar>, Option<String>), SessionError> {
    let (table, _) = Table::read(path)?;
    let ((annotations, by_hand), left_out) = beside(path);
    let expected = Expected::known(&table);
    let extras = Extras {
        findings: expected.as_ref().map(Expected::findings),
        annotations: Some(&annotations),
        by_hand: &by_hand,
        ..Extras::default()
    };
    let aar = Box::new(Aar::new(&table, Seat::WhiteCell, extras));
    Ok((aar, left_out))
}

/// What people wrote beside a record: remarks, and a text of the facilitator's own; and what of it cannot be read.
fn beside(path: &Path) -> ((Annotations, String), Option<String>) {
    let (annotations, unread) = Annotations::readable(path);
    let (by_hand, none) = match by_hand::load(path) {
        Ok(text) => (text, None),
        Err(error) => (String::new(), Some(error.to_string())),
    };
    let troubles: Vec<String> = unread.into_iter().chain(none).collect();
    let left_out = (!troubles.is_empty()).then(|| troubles.join("; "));
    ((annotations, by_hand), left_out)
}

/// What came of it, or why nothing did.
fn or_told(found: Result<Found, String>) -> Found {
    found.unwrap_or_else(Found::Trouble)
}

fn told(error: &SessionError) -> String {
    error.to_string()
}

fn unwritten(error: &StoreError) -> String {
    format!("It could not be written: {error}")
}

/// Writes the report beside the record, under the name that the command line gives it.
fn report(path: &Path) -> Result<Found, String> {
    let (aar, left_out) = told_by(path).map_err(|error| told(&error))?;
    let to = path.with_file_name(format!("{}.report.html", closing::stem(path)));
    let to = document::write_new(&to, html(&aar).as_bytes());
    let to = to.map_err(|error| unwritten(&error))?;
    Ok(Found::Report(to, left_out))
}

/// Writes papers into a new folder: beside the session, or in the folder of saves for a deck.
fn print(papers: &Papers) -> Result<Found, String> {
    let (handouts, folder) = match papers {
        Papers::Deck(deck, folder) => {
            let folder = folder.join(format!("{}.papers", deck.scenario.id));
            (Printed::of_deck(deck).handouts(), folder)
        }
        Papers::Session(path) => {
            let (table, _) = History::read(path).map_err(|error| told(&error))?;
            let folder = path.with_file_name(format!("{}.papers", closing::stem(path)));
            (Printed::of_session(&table).handouts(), folder)
        }
    };
    let folder = document::folder_new(&folder).map_err(|error| unwritten(&error))?;
    let written = put(&handouts, &folder, false).map_err(|error| unwritten(&error))?;
    Ok(Found::Written("Papers", folder, written, None))
}

/// Writes all that a session leaves beside its record.
fn close(path: &Path) -> Result<Found, String> {
    let (table, _) = Table::read(path).map_err(|error| told(&error))?;
    let ((annotations, by_hand), left_out) = beside(path);
    let expected = Expected::known(&table);
    let extras = Extras {
        findings: expected.as_ref().map(Expected::findings),
        annotations: Some(&annotations),
        by_hand: &by_hand,
        ..Extras::default()
    };
    let folder = path.with_file_name("");
    let written =
        closing::close(path, &table, extras, &folder).map_err(|error| error.to_string())?;
    let title = "What the session leaves";
    Ok(Found::Written(title, folder, written, left_out))
}

/// Looks whether a record is whole, and the same as what its acts come to.
fn verify(path: &Path) -> Found {
    let verified = match Verified::read(path) {
        Ok(verified) => verified,
        Err(error) => return Found::Trouble(error.to_string()),
    };
    let whole = count(verified.last_number().count(), "entry", "entries");
    match (verified.fault, verified.history) {
        (Some(fault), _) => Found::Trouble(format!("{whole} verified, then: {fault}")),
        (None, history) => {
            let digest = history.map_or_else(String::new, |history| {
                let digest = noted::short(history.digest_at(history.last_number()));
                format!(", digest {digest}")
            });
            match verified.torn.filter(TornTail::is_cut) {
                Some(torn) => Found::Trouble(format!("{whole} verified{digest}; {torn}")),
                None => Found::Said(format!("Verified: {whole}{digest}.")),
            }
        }
    }
}
