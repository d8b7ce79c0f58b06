//! `unequal deck diff`: what changed between two decks, in words.

use crate::cli::args::DeckDiff;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::diff::Change;
use unequal_core::deck::{diff, plain};

pub(super) fn run(args: &DeckDiff, out: &mut Out) -> Result<(), Error> {
    if args.before == "-" && args.after == "-" {
        return Err(
            Error::wrong_use("both decks cannot come from standard input")
                .hint("put one of them into a file"),
        );
    }
    let (before, after) = (decks::load(&args.before)?, decks::load(&args.after)?);
    let changes = diff(&before, &after);
    if args.json {
        let entry =
            |change: &Change| serde_json::json!({ "place": change.place, "change": change.what });
        let changes: Vec<_> = changes.iter().map(entry).collect();
        return out.json(&serde_json::json!({ "format": 1, "changes": changes }));
    }
    if changes.is_empty() {
        return out.line("The decks say the same.");
    }
    for change in &changes {
        out.line(plain(&change.to_string()))?;
    }
    Ok(())
}
