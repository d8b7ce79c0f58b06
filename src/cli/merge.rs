//! `unequal merge`: parts of an ensemble, played apart, as the one that they add up to.

use std::io::Read as _;
use std::ops::RangeInclusive;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::cli::args::MergeArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::analysis::ensemble::shard::{self, Expected, Shard, Unmergeable};
use unequal_core::deck::plain;

/// Most bytes of a part.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What is in a part that cannot be added up.
#[derive(Debug, Deserialize)]
struct Besides {
    early_warning: Option<IgnoredAny>,
    format: Option<u32>,
}

/// Runs the command.
///
/// # Errors
///
/// Says which file is no part of an ensemble, or which parts do not add up.
pub fn run(args: &MergeArgs, out: &mut Out) -> Result<(), Error> {
    let parts = args.parts.iter().map(|path| read(path));
    let parts = parts.collect::<Result<Vec<_>, Error>>()?;
    let expected = if args.part {
        Expected::Part
    } else {
        Expected::Whole(args.expect)
    };
    let whole = shard::merge(parts, expected)
        .map_err(|error| Error::data(error.to_string()).hint(hint(&error)))?;
    let first = whole.summary.first;
    if !args.part && first > 0 {
        let before = shard::in_no_part(&[0..=first - 1]);
        out.notice(format!("note: {before}"));
    }
    if args.json {
        out.json(&whole)
    } else {
        out.text(&whole.summary.table())
    }
}

/// What to do next.
fn hint(error: &Unmergeable) -> String {
    let again = |span: &RangeInclusive<u64>| {
        let runs = span.end().saturating_sub(*span.start()).saturating_add(1);
        format!("--first {} --runs {runs}", span.start())
    };
    match error {
        Unmergeable::Missing { missing } => {
            let parts: Vec<String> = missing.iter().map(again).collect();
            format!("play what is missing: {}", parts.join("; "))
        }
        Unmergeable::Beyond { .. } => "name the sessions of the whole by --expect".to_owned(),
        Unmergeable::Format { .. } | Unmergeable::Counts { .. } | Unmergeable::Contradicts { .. } => {
            "play the part again".to_owned()
        }
        Unmergeable::Nothing | Unmergeable::Differs { .. } | Unmergeable::Twice { .. } => {
            "parts of one ensemble share rules, deck, bots and --seed, and follow one another by --first and --runs"
                .to_owned()
        }
    }
}

/// A part by its name, as people know it.
fn read(path: &Path) -> Result<(String, Shard), Error> {
    let failed = |cause| Error::from_io(path, "read the part", &cause);
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut text = String::new();
    let read = file.take(LARGEST).read_to_string(&mut text);
    read.map_err(failed)?;
    let shown = plain(&path.display().to_string());
    let wrong = |why: &str| Error::data(format!("{shown}: {why}"));
    let besides: Option<Besides> = serde_json::from_str(&text).ok();
    if let Some(besides) = besides {
        if besides.early_warning.is_some() {
            return Err(wrong("was played with --signs, which do not add up")
                .hint("play the part without --signs"));
        }
        // Before its shape is looked at: another format has another shape.
        if let Some(format) = besides.format.filter(|&format| format != shard::FORMAT) {
            let part = shown.clone();
            let error = Unmergeable::Format { part, format };
            return Err(Error::data(error.to_string()).hint(hint(&error)));
        }
    }
    let shard = serde_json::from_str(&text).map_err(|error| {
        wrong(&format!("no part of an ensemble: {error}"))
            .hint("a part is what `unequal simulate --json` prints")
    })?;
    Ok((shown, shard))
}
