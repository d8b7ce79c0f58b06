//! The sheets that lie over the replay: to find, to filter, to read, to ask.

mod annotate;
mod branch;
mod chapters;
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
use crate::screen::replay::study::{HIDDEN, begun};
use crate::sitting::Sitting;

/// Opens the exchange that the entry is read with; where there is none, the entry stays as it is looked at.
pub(super) fn exchange(sitting: &Sitting) -> Then {
    let page = exchange::page(sitting);
    page.map_or(Then::Stay, |_| {
        Then::Open(Sheet::new(exchange::ExchangeSheet::default()))
    })
}

/// Opens the exchange that the entry is read with; where there is none, the entry alone.
fn read(sitting: &Sitting) -> Then {
    match exchange(sitting) {
        Then::Stay => Then::Open(Sheet::new(entry::EntrySheet::default())),
        open => open,
    }
}

/// Opens the sheet of a command; gives what becomes of it, where it has one.
pub(super) fn open(sitting: &mut Sitting, command: Command) -> Option<Then> {
    let (replay, place) = sitting.reading()?;
    let at = replay.at();
    let hidden = !replay.knows_the_future();
    let sheet = match command {
        Command::Filter => Sheet::new(filter::FilterSheet::default()),
        Command::GoToEntry => Sheet::new(go_to::GoToSheet::new()),
        Command::Signposts => signposts::sheet(Some(at)),
        Command::ReadEntry => return Some(read(sitting)),
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
        Command::Chapters => return Some(chapters::open(sitting)),
        Command::Explain => return Some(explain::open(sitting, at)),
        Command::FanChart | Command::Debrief if hidden => {
            sitting.say(Tone::Plain, HIDDEN);
            return Some(Then::Stay);
        }
        Command::FanChart => {
            let known = replay.study.fans.contains_key(&at);
            let sheet = Sheet::new(fan::FanSheet::new(sitting, at));
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
