//! What holds on every page at every size and in every theme, asked of all pages that a key leads to.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::thread;

use ratatui::buffer::{Buffer, Cell};
use unequal_partners::deck::{Deck, shipped};
use unequal_partners::session::Place;
use unequal_partners::session::glossary::Glossary;
use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::{Code, Input};
use unequal_partners::tui::keymap;
use unequal_partners::tui::theme::{Theme, ThemeName};

use super::ways::{Way, known};
use super::{on_top, pages_in_the_sources, press};
use crate::cut::{SIZES, cut_above_free_rows, cut_for_nothing, top_grid, touched};
use crate::explains::{NAMES, labels, opposite};

/// The themes beside the usual one.
const THEMES: [ThemeName; 4] = [
    ThemeName::Light,
    ThemeName::HighContrast,
    ThemeName::Sixteen,
    ThemeName::None,
];

/// How titles begin that say a sentence and are no labels.
const SENTENCES: [&str; 3] = ["What ", "If ", "Enter "];

/// What is known for all pages.
struct Known {
    /// What the decks say in their own words, in small letters, with a blank between words.
    decks: String,
    names: BTreeSet<String>,
    deck: Deck,
    /// Which key was pressed on which page: once is enough.
    pressed: Mutex<BTreeSet<(BTreeSet<String>, String)>>,
}

/// The texts of a page that are cut for nothing or touched by a sign, and its labels without a sentence.
fn read(play: &mut Play, known: &Known) -> Vec<String> {
    let screen = top_grid(play);
    let mut found = cut_for_nothing(&screen);
    found.extend(cut_above_free_rows(&screen));
    found.extend(touched(&screen));
    found.extend(called_otherwise(&screen, &known.decks));
    // What lies under a box is cut off by it.
    let is_whole = !play.stack.is_covered() || play.stack.top().takes_screen();
    if is_whole && play.stack.sitting.place.is_some() {
        let place = play.stack.sitting.place.as_ref();
        let glossary = Glossary::of(place.map_or(&known.deck, Place::deck));
        let is_told = |label: &String| {
            let is_sentence = SENTENCES.iter().any(|word| label.starts_with(word));
            is_sentence || NAMES.contains(&label.as_str()) || !glossary.in_text(label).is_empty()
        };
        let missing = labels(&screen).into_iter().filter(|label| !is_told(label));
        found.extend(missing.map(|label| format!("no sentence for {label:?}")));
    }
    found
}

/// The words of a text, in small letters, with a blank between them.
fn close(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Where the program calls a domain a field; decks may have words of their own.
fn called_otherwise(screen: &str, decks: &str) -> Vec<String> {
    let is_it = |word: &str| {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        word == "field" || word == "fields"
    };
    let cells = screen.lines().flat_map(|line| line.split('│'));
    let found = cells.filter(|cell| {
        let words: Vec<&str> = cell.split_whitespace().collect();
        let told = |from: usize, to: usize| {
            let part = words.get(from..to);
            part.is_some_and(|part| part.len() > 1 && decks.contains(&close(&part.join(" "))))
        };
        let own = |at: usize| told(at.saturating_sub(1), at + 1) || told(at, at + 2);
        (0..words.len()).any(|at| is_it(words[at]) && !own(at))
    });
    found.map(|cell| cell.trim().to_owned()).collect()
}

/// The signs of a screen, without their colours.
fn signs(buffer: &Buffer) -> Vec<&str> {
    buffer.content().iter().map(Cell::symbol).collect()
}

/// Whether a theme changes what a page says.
fn says_something_else(play: &mut Play, themes: &[ThemeName]) -> bool {
    let before = play.buffer();
    let theme = play.stack.sitting.theme;
    let other = themes.iter().any(|name| {
        play.stack.sitting.theme = Theme::named(*name);
        signs(&play.buffer()) != signs(&before)
    });
    play.stack.sitting.theme = theme;
    other
}

/// The commands that footer and help name on a page.
fn named(play: &Play) -> Vec<Command> {
    let mut named: Vec<Command> = play.stack.hints().iter().map(|hint| hint.command).collect();
    let top = play.stack.top();
    if top.screen().is_some() {
        let layer = play.stack.layer();
        let offers = top.offers(&play.stack.sitting).into_iter();
        // What has no key is not told; and how one moves about is told once for all lists and texts of a screen.
        let keyed = offers.filter(|command| keymap::key_for(layer, *command).is_some());
        let moves: Vec<Command> = keymap::movement(layer).map(|(_, bound)| bound).collect();
        let is_number = |command: &Command| matches!(command, Command::Pick(_));
        named.extend(keyed.filter(|command| !moves.contains(command) && !is_number(command)));
    }
    named
}

/// Keys of footer and help that do nothing and say nothing on the page.
fn dead(way: &Way, known: &Known) -> Vec<String> {
    let mut on = way.begun.play();
    let layer = on.play.stack.layer();
    let pages = on_top(&on.play, &known.names);
    let mut found = Vec::new();
    for command in named(&on.play) {
        let word = format!("{layer:?} {command:?}");
        if !known
            .pressed
            .lock()
            .unwrap()
            .insert((pages.clone(), word.clone()))
        {
            continue;
        }
        let before = on.play.buffer();
        let works = [command, opposite(command)].into_iter().any(|command| {
            let Some(key) = keymap::key_for(layer, command) else {
                return false;
            };
            on.play.input(Input::Key(key));
            on.play.is_left() || on.play.buffer() != before
        });
        if !works {
            found.push(format!("{word} does nothing"));
            continue;
        }
        for _ in 0..2 {
            if on.play.buffer() != before {
                press(&mut on.play, Code::Esc);
            }
        }
        if on.play.is_left() || on.play.buffer() != before {
            on = way.begun.play();
        }
    }
    found
}

fn look(place: usize, way: &Way, known: &Known) -> Vec<String> {
    let mut on = way.begun.play();
    let play = &mut on.play;
    let mut found = Vec::new();
    for (at, (columns, rows)) in SIZES.into_iter().enumerate() {
        play.resize(columns, rows);
        let said = read(play, known);
        let size = format!("{columns}x{rows}");
        found.extend(said.iter().map(|said| format!("{size}: {said}")));
        // Each theme at each size on one page or another, and all of them on every page.
        let theme = THEMES.get((place + at) % SIZES.len());
        let is_still = !play.stack.sitting.errands.is_busy();
        if is_still && says_something_else(play, theme.map_or(&[], std::slice::from_ref)) {
            found.push(format!("{size}: {theme:?} says something else"));
        }
    }
    found.extend(dead(way, known));
    found.sort();
    found.dedup();
    let way = &way.begun;
    found.iter().map(|said| format!("{way}: {said}")).collect()
}

#[test]
fn every_page_is_whole_at_every_size_in_every_theme_and_its_keys_work() {
    let shipped = &shipped()[0];
    let decks = [shipped.text, include_str!("../../golden/deck.toml")];
    let looked = Known {
        decks: close(&decks.concat()),
        names: pages_in_the_sources(),
        deck: Deck::from_text(shipped.id, shipped.text).unwrap(),
        pressed: Mutex::default(),
    };
    let ways = Mutex::new(known().into_iter().enumerate().collect::<Vec<_>>());
    let found = Mutex::new(Vec::new());
    let looks = || {
        loop {
            let next = ways.lock().unwrap().pop();
            let Some((place, way)) = next else { return };
            let said = look(place, &way, &looked);
            found.lock().unwrap().extend(said);
        }
    };
    let many = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..many {
            scope.spawn(looks);
        }
    });
    let found = found.into_inner().unwrap();
    assert!(
        found.is_empty(),
        "{} found:\n{}",
        found.len(),
        found.join("\n")
    );
}
