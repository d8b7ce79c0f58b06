//! `unequal deck`: list, read and check decks, and start new ones.

mod balance;
mod check;
mod claims;
mod diff;
mod list;
mod new;
mod pager;
mod print;
mod rehearse;
mod show;
mod sources;

use crate::cli::args::{DeckArgs, DeckCommand};
use crate::cli::error::Error;
use crate::cli::out::Out;

/// Runs the command.
///
/// # Errors
///
/// Says why there is no such deck, or what is wrong with it.
pub fn run(args: &DeckArgs, out: &mut Out) -> Result<(), Error> {
    match &args.command {
        DeckCommand::List { json } => list::run(*json, out),
        DeckCommand::Show(args) => show::run(args, out),
        DeckCommand::Check(args) => check::run(args, out),
        DeckCommand::New(args) => new::run(args, out),
        DeckCommand::Diff(args) => diff::run(args, out),
        DeckCommand::Balance(args) => balance::run(args, out),
        DeckCommand::Rehearse(args) => rehearse::run(args, out),
        DeckCommand::Print(args) => print::run(args, out),
        DeckCommand::Claims(args) => claims::run(args, out),
        DeckCommand::Sources(args) => sources::run(args, out),
        DeckCommand::Schema => out.text(&unequal_core::deck::schema()),
    }
}
