//! `unequal deck rehearse`: what the records of sessions between sensible bots hold.

use std::ffi::OsStr;
use std::fmt::Write as _;

use serde::Serialize;

use crate::cli::args::DeckRehearse;
use crate::cli::decks;
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use unequal_core::analysis::course::{Course, Fault, ON_THE_MENU, course};
use unequal_core::deck::plain;

/// Faults of a kind that are told one by one; of the others only how many there are.
const TOLD: usize = 10;

#[derive(Debug, Serialize)]
struct Rehearsed {
    deck: String,
    holds: bool,
    #[serde(flatten)]
    course: Course,
}

pub(super) fn run(args: &DeckRehearse, out: &mut Out) -> Result<(), Error> {
    let each = args.decks.iter().map(|name| rehearsed(name, args));
    let decks: Vec<Rehearsed> = each.collect::<Result<_, Error>>()?;
    if args.json {
        out.json(&serde_json::json!({ "format": 1, "seed": args.seed, "decks": decks }))?;
    } else {
        for deck in &decks {
            out.text(&deck.told())?;
        }
    }
    if decks.iter().all(|deck| deck.holds) {
        Ok(())
    } else {
        Err(Error::said(Kind::Data))
    }
}

fn rehearsed(name: &OsStr, args: &DeckRehearse) -> Result<Rehearsed, Error> {
    let deck = decks::load(name)?;
    let course =
        course(&deck, args.runs, args.seed).map_err(|error| Error::data(error.to_string()))?;
    Ok(Rehearsed {
        deck: plain(&deck.scenario.id),
        holds: course.holds(),
        course,
    })
}

impl Rehearsed {
    fn told(&self) -> String {
        let course = &self.course;
        let verdict = if self.holds {
            "no fault found"
        } else {
            "faults found"
        };
        let mut text = format!(
            "{}: {verdict} in {} sessions of sensible bots, {} moves\n",
            self.deck, course.sessions, course.moves
        );
        self.tell_themes(&mut text);
        let _ = writeln!(
            text,
            "  quiet moves: {}, of them after a quiet one: {}",
            course.quiet,
            course.quiet_again.len()
        );
        tell(&mut text, &course.quiet_again);
        let came = course.moves - course.quiet;
        let _ = writeln!(
            text,
            "  events: {came}, of them against what had been played: {}",
            course.contradictions.len()
        );
        tell(&mut text, &course.contradictions);
        text
    }

    fn tell_themes(&self, text: &mut String) {
        let course = &self.course;
        let rare: Vec<&str> = course.rare().map(|theme| theme.name.as_str()).collect();
        if course.themes.is_empty() {
            text.push_str("  themes: no card carries one\n");
            return;
        }
        let _ = writeln!(
            text,
            "  themes: {}, of them on the menu in less than {ON_THE_MENU} % of sessions: {}",
            course.themes.len(),
            rare.len()
        );
        let mut themes = course.themes.clone();
        themes.sort_by_key(|theme| theme.sessions);
        for theme in themes {
            let tenths = theme.sessions * 1000 / course.sessions.max(1);
            let mark = if rare.contains(&theme.name.as_str()) {
                '!'
            } else {
                ' '
            };
            let (percent, tenth) = (tenths / 10, tenths % 10);
            let _ = writeln!(text, "  {mark} {percent:>3}.{tenth} %  {}", theme.name);
        }
    }
}

fn tell(text: &mut String, faults: &[Fault]) {
    for fault in faults.iter().take(TOLD) {
        let Fault {
            played_by,
            seed,
            number,
            what,
        } = fault;
        let _ = writeln!(text, "  ! {played_by}, seed {seed}, move {number}: {what}");
    }
    if let Some(more @ 1..) = faults.len().checked_sub(TOLD) {
        let _ = writeln!(text, "  ! and {more} more");
    }
}
