//! Where sessions go from the entry at which a branch leaves its trunk, beside both lines.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::analysis::fan::QUANTILES;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::Table;
use unequal_session::fan::{Fan, FanQuestion};

/// Plays on from the entry, and prints the band with both lines.
///
/// # Errors
///
/// Says where nothing can be printed.
pub(super) fn tell(
    (trunk, branch): (&Table, &Table),
    entry: EntryNumber,
    runs: u64,
    out: &mut Out,
) -> Result<(), Error> {
    if trunk.state_at(entry).game.outcome.is_some() {
        return out.line("The session is over at this entry: nothing can be played on from it.");
    }
    let question = FanQuestion::new(trunk, entry, runs);
    let Ok(fan) = question.answer(&|| ControlFlow::Continue(())) else {
        return Ok(());
    };
    out.text(&table(&fan, &path(trunk), &path(branch)))
}

/// The band, move by move, with where the lines went.
fn table(fan: &Fan, trunk: &[i64], branch: &[i64]) -> String {
    let policy = &fan.terms.policy;
    let runs = fan.spreads.playouts;
    let mut text = format!(
        "\nStability after each move, in {runs} sessions played on from entry {} with {policy} in both seats:\n  move",
        fan.entry
    );
    for percent in QUANTILES {
        let _ = write!(text, "{:>7}", format!("{percent} %"));
    }
    text += "   trunk  branch\n";
    let level =
        |path: &[i64], at: usize| path.get(at).map_or_else(|| "–".to_owned(), i64::to_string);
    for row in &fan.spreads.moves {
        let at = row.move_number;
        let _ = write!(text, "{at:>6}");
        for quantile in row.quantiles {
            let _ = write!(text, "{quantile:>7}");
        }
        let _ = writeln!(text, "{:>8}{:>8}", level(trunk, at), level(branch, at));
    }
    let endings = fan.spreads.endings.iter();
    let endings = endings.map(|share| format!("{} {}", share.ending.word(), share.told()));
    let endings: Vec<String> = endings.collect();
    let _ = writeln!(
        text,
        "Endings, with their 95 % intervals: {}.",
        endings.join(", ")
    );
    text + "What is hidden is drawn anew each time, and the red lines lie where they truly do: for the white cell.\n"
}

/// Stability at STARTEX and after each closed move.
fn path(line: &Table) -> Vec<i64> {
    line.state_at(line.last_number()).game.path.clone()
}
