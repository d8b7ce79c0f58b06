//! `unequal deck`: list, read and check decks, and start new ones.

mod balance;
mod check;
mod claims;
mod diff;
mod list;
mod new;
mod pager;
mod rehearse;
mod show;
mod sources;

use std::ffi::OsString;
use std::path::Path;

use crate::cli::args::{DeckArgs, DeckCommand};
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::store::typed;

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
        DeckCommand::Print { rest } => {
            let word = |word: &OsString| match word.to_str() {
                Some(option) if option.starts_with('-') => option.to_owned(),
                _ => typed(Path::new(word)),
            };
            let rest = rest.iter().map(word);
            let now: Vec<String> = std::iter::once("unequal print".to_owned())
                .chain(rest)
                .collect();
            Err(
                Error::wrong_use("`deck print` has become `print`, for decks and for sessions")
                    .hint(format!("use `{}`", now.join(" "))),
            )
        }
        DeckCommand::Claims(args) => claims::run(args, out),
        DeckCommand::Sources(args) => sources::run(args, out),
        DeckCommand::Schema => out.text(&unequal_core::deck::schema()),
    }
}
