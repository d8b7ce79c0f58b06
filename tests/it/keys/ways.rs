//! The ways to every page: where one begins, the keys, and what lies on top then.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;
use std::path::Path;

use unequal_partners::session::Place;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::{Code, Input, Key};
use unequal_partners::tui::keymap::{self, Layer};

use super::begun::{Begun, begun};
use super::{body, on_top, pages_in_the_sources, press};
use crate::{made, names};

/// Where the ways stand, a line each.
const FILE: &str = "tests/it/keys/ways.txt";
/// From how many beginnings the same page is gone on from: what a session has played decides where its keys lead.
const VISITS: usize = 3;

/// A way to a page.
#[derive(Clone)]
pub(super) struct Way {
    pub(super) begun: Begun,
    /// What lies on top at its end.
    pub(super) pages: BTreeSet<String>,
}

impl Way {
    /// Whether the keys still lead to what they led to.
    pub(super) fn leads_there(&self, names: &BTreeSet<String>) -> bool {
        on_top(&self.begun.play().play, names) == self.pages
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pages: Vec<&str> = self.pages.iter().map(String::as_str).collect();
        write!(f, "{} → {}", self.begun, pages.join(" "))
    }
}

/// The names to which no way leads. Palette and help name other pages without being them.
pub(super) fn missed<'a>(names: &'a BTreeSet<String>, ways: &[Way]) -> Vec<&'a String> {
    const TELLING: [&str; 2] = ["Palette", "HelpPage"];
    let is_reached = |name: &&String| {
        ways.iter().any(|way| {
            let told = TELLING.iter().any(|telling| way.pages.contains(*telling));
            way.pages.contains(*name) && (!told || TELLING.contains(&name.as_str()))
        })
    };
    names.iter().filter(|name| !is_reached(name)).collect()
}

/// The ways of the file; with names on, they begin with sessions that bear them.
pub(super) fn known() -> Vec<Way> {
    let text = std::fs::read_to_string(made::at(FILE)).unwrap_or_default();
    let all = begun();
    let beginnings: BTreeMap<&str, &Begun> =
        all.iter().map(|begun| (begun.name(), begun)).collect();
    assert_eq!(
        beginnings.len(),
        all.len(),
        "each beginning has a name of its own"
    );
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let read = || {
                let (way, pages) = line.split_once(" → ")?;
                let (name, keys) = way
                    .split_once(": ")
                    .or(way.strip_suffix(':').map(|name| (name, "")))?;
                let keys = Input::keys(keys)
                    .into_iter()
                    .filter_map(|input| match input {
                        Input::Key(key) => Some(key),
                        _ => None,
                    });
                Some(Way {
                    begun: beginnings.get(name)?.then(&keys.collect::<Vec<_>>()),
                    pages: pages.split(' ').map(str::to_owned).collect(),
                })
            };
            read().unwrap_or_else(|| panic!("{}: {line:?} is no way", Path::new(FILE).display()))
        })
        .collect()
}

/// Where keys can have led: what lies on top, and for whom.
fn place(play: &mut Play, names: &BTreeSet<String>, layer: Layer) -> impl PartialEq + use<> {
    // Whose eyes see the replay, and how far the ruling desk has come, is a place as well.
    let seen = matches!(layer, Layer::Replay | Layer::Desk).then(|| body(play));
    let entries = play.stack.sitting.place.as_ref().map(Place::last_number);
    (
        play.stack.sitting.seat,
        on_top(play, names),
        play.stack.pages().count(),
        entries,
        seen,
    )
}

/// All that can be pressed on a page: its keys, and Enter on its rows from the first and from where it stands.
fn presses(layer: Layer) -> Vec<Vec<Key>> {
    let keys = keymap::own(layer).iter().chain(keymap::anywhere(layer));
    let keys = keys.map(|(key, _)| vec![*key]);
    let rows = (0..18).map(|row| {
        let mut keys = vec![Key::plain(Code::Home); usize::from(row >= 9)];
        keys.extend([Key::plain(Code::Down)].repeat(row % 9));
        keys.push(Key::plain(Code::Enter));
        keys
    });
    let tab = [vec![Key::plain(Code::Tab)]];
    keys.chain(rows).chain(tab).collect()
}

/// From which beginnings pages were reached.
type Visits = BTreeMap<BTreeSet<String>, BTreeSet<String>>;

/// Whether pages are worth going on from, reached from this beginning.
fn visits(visits: &mut Visits, pages: &BTreeSet<String>, from: &str) -> bool {
    let seen = visits.entry(pages.clone()).or_default();
    seen.len() < VISITS && seen.insert(from.to_owned())
}

/// The keys of a page that lead to pages which were not gone on from often enough.
fn ways_on(at: &Begun, names: &BTreeSet<String>, seen: &mut Visits) -> Vec<Begun> {
    let mut now = at.play();
    let layer = now.play.stack.layer();
    let here = place(&mut now.play, names, layer);
    let mut ways = Vec::new();
    for keys in presses(layer) {
        for key in &keys {
            now.play.input(Input::Key(*key));
        }
        let pages = on_top(&now.play, names);
        if !pages.is_empty() && visits(seen, &pages, at.name()) {
            ways.push(at.then(&keys));
        }
        for _ in 0..2 {
            if place(&mut now.play, names, layer) != here {
                press(&mut now.play, Code::Esc);
            }
        }
        if place(&mut now.play, names, layer) != here {
            now = at.play();
        }
    }
    ways
}

/// Ways to everything that any key of anything leads to, the shortest first.
fn looked_for(names: &BTreeSet<String>) -> Vec<Way> {
    let (mut seen, mut found) = (Visits::new(), BTreeSet::new());
    let mut ways = Vec::new();
    let kept = known().into_iter().map(|way| way.begun);
    let mut waiting: VecDeque<(Begun, bool)> = begun()
        .into_iter()
        .chain(kept)
        .map(|begun| (begun.clone(), begun.is_the_beginning()))
        .collect();
    while let Some((begun, goes_on)) = waiting.pop_front() {
        let now = begun.play();
        let layer = now.play.stack.layer();
        let pages = on_top(&now.play, names);
        drop(now);
        let goes_on = goes_on || visits(&mut seen, &pages, begun.name());
        if !pages.is_empty() && found.insert((pages.clone(), format!("{layer:?}"))) {
            ways.push(Way {
                begun: begun.clone(),
                pages,
            });
        }
        if goes_on {
            let on = ways_on(&begun, names, &mut seen);
            waiting.extend(on.into_iter().map(|way| (way, true)));
        }
    }
    ways
}

#[test]
#[ignore = "writes, and takes minutes: looks for a way to every page by every key"]
fn ways_to_every_page_are_found() {
    let names = pages_in_the_sources();
    let ways = names::on(|| looked_for(&names));
    let mut lines: Vec<String> = ways.iter().map(Way::to_string).collect();
    lines.sort();
    let command = "cargo test --locked --test it keys::ways -- --ignored";
    let text = format!("# Written by `{command}`\n{}\n", lines.join("\n"));
    std::fs::write(made::at(FILE), text).unwrap();
    let missed = missed(&names, &ways);
    assert!(missed.is_empty(), "no key leads to {missed:?}");
}
