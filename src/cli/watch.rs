//! `unequal watch`: the public side of a session that is played elsewhere, on a screen or as lines.

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use crate::cli::args::{LookArgs, WatchArgs};
use crate::cli::copy::read::is_copy;
use crate::cli::error::Error;
use crate::cli::json::SeenLine;
use crate::cli::lines;
use crate::cli::out::Out;
use crate::cli::screen;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_core::store::{Foreign, StoreError, typed};
use unequal_session::{Condition, History, Turn, Watch, shelf};
use unequal_tui::Start;

/// Whose eyes the room has.
const ROOM: Seat = Seat::Audience;

/// Runs the command.
///
/// # Errors
///
/// Says why the file cannot be watched; a file that is not there yet is waited for.
pub fn run(args: &WatchArgs, look: LookArgs, out: &mut Out) -> Result<(), Error> {
    if let Some(save) = args.save.as_ref().filter(|save| is_copy(save)) {
        // It will never grow.
        let (path, what) = (save.clone(), Foreign::Copy);
        return Err(StoreError::NotASession { path, what }.into());
    }
    if !args.text && !args.json {
        return on_screen(args, look);
    }
    let Some(save) = named(args, out)? else {
        return Ok(());
    };
    let mut watch = Watch::begin(&save)?;
    let mut twin = Twin::new(args.json, args.from_start);
    loop {
        twin.tell(&watch, out)?;
        out.flush()?;
        let over = watch.whole().is_some_and(|table| table.has_ended());
        if over || out.is_closed() {
            return Ok(());
        }
        thread::sleep(watch.pause());
        watch.look();
    }
}

/// The file that was named, or else the session in play of the folder, which is waited for; none where nobody reads any
/// more.
fn named(args: &WatchArgs, out: &mut Out) -> Result<Option<PathBuf>, Error> {
    if args.save.is_some() {
        return Ok(args.save.clone());
    }
    let folder = shelf::folder()?;
    let mut told = false;
    loop {
        let open = shelf::open(&folder).into_iter().next();
        if let Some(newest) = open.or_else(|| shelf::newest(&folder)) {
            out.notice(format!(
                "note: following {}",
                plain(&newest.display().to_string())
            ));
            return Ok(Some(newest));
        }
        if !told {
            let folder = plain(&folder.display().to_string());
            out.notice(format!("note: {folder}: no session yet; waiting for one"));
            out.flush()?;
            told = true;
        }
        if out.is_closed() {
            return Ok(None);
        }
        thread::sleep(PATIENCE);
    }
}

/// How long a folder without a session is left alone.
const PATIENCE: Duration = Duration::from_millis(200);

/// The projector.
fn on_screen(args: &WatchArgs, look: LookArgs) -> Result<(), Error> {
    let shown = args
        .save
        .as_ref()
        .map_or_else(String::new, |save| format!(" {}", typed(save)));
    if args.from_start {
        return Err(
            Error::wrong_use("--from-start belongs to --text and --json")
                .hint(format!("use `unequal watch{shown} --text --from-start`")),
        );
    }
    let instead = format!("unequal watch{shown} --text");
    let start = args.save.clone().map_or(Start::WatchNewest, Start::Watch);
    screen::open(start, look, &instead)
}

/// The projector as lines.
#[derive(Debug)]
pub struct Twin {
    json: bool,
    from_start: bool,
    /// The number of the last entry that was looked at.
    told: EntryNumber,
    /// Which record that was, see [`Watch::laid`].
    laid: u32,
    condition: Option<Condition>,
}

impl Twin {
    /// A twin that has told nothing yet, in JSON Lines or in sentences, with or without the acts
    /// that were recorded before.
    pub const fn new(json: bool, from_start: bool) -> Self {
        Self {
            json,
            from_start,
            told: EntryNumber::STARTEX,
            laid: 0,
            condition: None,
        }
    }

    /// Prints what is new.
    ///
    /// # Errors
    ///
    /// Fails where the lines cannot be printed.
    pub fn tell(&mut self, watch: &Watch, out: &mut Out) -> Result<(), Error> {
        if let Some(table) = watch.whole() {
            if self.laid != watch.laid() {
                self.begin(watch, &table, out)?;
            }
            self.acts(&table, out)?;
        }
        // What is to be said of the file comes after what was read from it.
        if self.condition.as_ref() != Some(watch.condition()) {
            let first = self.condition.is_none();
            self.condition = Some(watch.condition().clone());
            out.flush()?;
            if let Some(words) = words(watch) {
                out.notice(format!("note: {words}"));
            } else if !first && *watch.condition() == Condition::Live {
                let path = plain(&watch.path().display().to_string());
                out.notice(format!("note: {path}: the session is being played"));
            }
        }
        Ok(())
    }

    /// Begins with a record: what it is, and where it stands.
    fn begin(&mut self, watch: &Watch, table: &History, out: &mut Out) -> Result<(), Error> {
        let another = self.laid > 0;
        if another {
            let path = plain(&watch.path().display().to_string());
            out.notice(format!("note: {path}: this is another record than before"));
        }
        self.laid = watch.laid();
        // What was played of a record that was waited for, or that took another's place, is news.
        let waited = self.condition.is_some();
        self.told = if waited || self.from_start {
            EntryNumber::STARTEX
        } else {
            table.last_number()
        };
        if self.json {
            return Ok(());
        }
        out.line(heading(table))
    }

    fn acts(&mut self, table: &History, out: &mut Out) -> Result<(), Error> {
        if table.last_number() == self.told {
            return Ok(());
        }
        let last = table.last_number();
        let new = self
            .told
            .up_to(last)
            .filter_map(|number| table.entry_seen(number, last, ROOM));
        for seen in new {
            if self.json {
                let after = table.view_at(seen.number, ROOM);
                let line = SeenLine::new(table.scenario(), &seen, &after);
                out.json_line(&line.with_act_if_open(table, &seen, ROOM))?;
            } else {
                out.line(lines::seen(&seen))?;
            }
        }
        self.told = last;
        if !self.json
            && let Some(ending) = lines::ending(table.deck(), &table.view(ROOM))
        {
            out.line("")?;
            out.text(&ending)?;
        }
        Ok(())
    }
}

/// What the session is, and where it stands.
fn heading(table: &History) -> String {
    let view = table.view(ROOM);
    let text = &table.deck().text;
    let name = plain(table.name());
    // A session that nobody named has its deck's title in its name.
    let deck = Some(text.about.title.as_str()).filter(|title| !name.contains(title));
    let called = deck.map_or_else(|| name.clone(), |title| format!("{name}: {title}"));
    let stability = view.get(Gauge::Stability);
    let turn = Turn::of(table);
    if turn.phase == Phase::Ended {
        return format!("{called}. The session has ended at stability {stability}.");
    }
    let waited: Vec<&str> = turn
        .waits_for
        .iter()
        .map(|seat| match seat {
            Seat::WhiteCell => "the white cell",
            seat => text.seat_name(*seat),
        })
        .collect();
    format!(
        "{called}. Move {} of {}, {}: {} to act. Stability {stability}.",
        view.move_number,
        view.moves_planned,
        turn.phase,
        waited.join(" and ")
    )
}

/// What is to be said of the file; nothing while all is well.
fn words(watch: &Watch) -> Option<String> {
    let path = plain(&watch.path().display().to_string());
    let ended = watch.whole().is_some_and(|table| table.has_ended());
    match watch.condition() {
        _ if ended => None,
        Condition::Live => None,
        Condition::NotThereYet => Some(format!("{path}: not there yet; waiting for it")),
        Condition::Left { unfinished: false } => Some(format!(
            "{path}: no program has the session open; waiting until it is resumed"
        )),
        Condition::Left { unfinished: true } => Some(format!(
            "{path}: the program that wrote it ended in the middle of an act, which does not count; \
             waiting until the session is resumed"
        )),
        Condition::Away => Some(format!(
            "{path}: moved or deleted; waiting for it to come back"
        )),
        Condition::Unusable(why) => Some(format!("{why}; waiting for it to be mended")),
    }
}
