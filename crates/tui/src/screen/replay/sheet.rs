//! The sheets that lie over the replay: to find, to filter, to read, to ask.

mod annotate;
mod branch;
mod debrief;
mod entry;
mod exchange;
mod explain;
mod fan;
mod filter;
mod go_to;
mod tree;

use crate::command::Command;
use crate::errand::Order;
use crate::notice::Tone;
use crate::page::{Sheet, Then};
use crate::screen::board::sheet::signposts;
use crate::sitting::Sitting;

/// Opens the sheet of a command; gives what becomes of it, where it has one.
pub(super) fn open(sitting: &mut Sitting, command: Command) -> Option<Then> {
    let is_exchange = command == Command::ReadEntry && exchange::page(sitting).is_some();
    let (replay, place) = sitting.reading()?;
    let at = replay.at();
    let hidden = !replay.knows_the_future();
    let sheet = match command {
        Command::Filter => Sheet::new(filter::FilterSheet::default()),
        Command::GoToEntry => Sheet::new(go_to::GoToSheet::new()),
        Command::Signposts => signposts::sheet(Some(at)),
        Command::ReadEntry if is_exchange => Sheet::new(exchange::ExchangeSheet::default()),
        Command::ReadEntry => Sheet::new(entry::EntrySheet::default()),
        Command::Branch if place.standing().path.is_none() => {
            let words = "This session is not in a file, so that nothing can branch off it.";
            sitting.say(Tone::Plain, words);
            return Some(Then::Stay);
        }
        Command::Branch => branch::sheet(replay, place),
        Command::Annotate | Command::Bookmark => {
            let sheet = annotate::sheet(sitting, command == Command::Bookmark);
            return Some(sheet.map_or(Then::Stay, Then::Open));
        }
        Command::Tree => {
            let sheet = tree::TreeSheet::new(sitting);
            return Some(sheet.map_or(Then::Stay, |sheet| Then::Open(Sheet::new(sheet))));
        }
        Command::Explain | Command::FanChart | Command::Debrief if hidden => {
            sitting.say(Tone::Plain, HIDDEN);
            return Some(Then::Stay);
        }
        Command::Explain => {
            let known = at == 0 || replay.study.answers.contains_key(&at);
            let sheet = Sheet::new(explain::ExplainSheet::new(at));
            begun(sitting, sheet, known, Order::Explain(at))
        }
        Command::FanChart => {
            let known = replay.study.fans.contains_key(&at);
            let sheet = Sheet::new(fan::FanSheet::new(at));
            begun(sitting, sheet, known, Order::Fan(at))
        }
        Command::Debrief => {
            let known = replay.study.aar.is_some();
            let sheet = Sheet::new(debrief::DebriefSheet::new(sitting));
            begun(sitting, sheet, known, Order::Study)
        }
        _ => return None,
    };
    Some(Then::Open(sheet))
}

/// The sheet with the work to be done for it, unless its fruit is there or it is under way.
fn begun(sitting: &Sitting, sheet: Sheet, known: bool, order: Order) -> Sheet {
    if known || sitting.errands.does(&order) {
        return sheet;
    }
    sheet.beginning(order)
}

/// What the program says rests on what is hidden.
pub(super) const HIDDEN: &str =
    "This rests on what is hidden: it is shown with everything only, and not while you guess.";
