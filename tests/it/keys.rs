//! One table of keys for every page: whatever is a list, a form or a text answers to the same keys.
//!
//! The names of the pages are read from the sources; the ways that lead to them stand in `keys/ways.txt`, which
//! is written by pressing every key of every page that was reached before, from sessions in all their phases:
//! `cargo test --locked --test it keys::ways -- --ignored`.

mod begun;
mod note;
mod ways;
mod whole;
mod widths;

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use unequal_partners::engine::action::Action;
use unequal_partners::store;
use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::{Code, Input, Key};
use unequal_partners::tui::keymap::{self, Layer};

use crate::names;
use begun::Begun;
use ways::Way;

/// The names of all types that are a page, or what a page is made of, read from the sources.
fn pages_in_the_sources() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/tui/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            for line in text.lines() {
                let name = ["Page", "page::Page", "Asks", "Lists"]
                    .iter()
                    .find_map(|of| line.strip_prefix(&format!("impl {of} for ")));
                if let Some(name) = name.and_then(|rest| rest.split([' ', '<']).next()) {
                    names.insert(name.to_owned());
                }
            }
        }
    }
    names
}

/// The beginning of what a page tells of itself: its name and those of what it is made of. Whole decks come behind.
struct Beginning(String);

/// How many bytes of a page are looked at for names.
const BEGINNING: usize = 4000;

impl fmt::Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_str(text);
        if self.0.len() > BEGINNING {
            return Err(fmt::Error);
        }
        Ok(())
    }
}

/// The pages among those names that lie on top.
fn on_top(play: &Play, names: &BTreeSet<String>) -> BTreeSet<String> {
    let mut top = Beginning(String::new());
    // It stops where enough was told.
    let _ = write!(top, "{:?}", play.stack.top());
    top.0
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| names.contains(*word))
        .map(str::to_owned)
        .collect()
}

/// The screen without its last line, which only says what can be done.
fn body(play: &mut Play) -> String {
    let screen = play.screen();
    let rows: Vec<&str> = screen.lines().collect();
    rows[..rows.len().saturating_sub(1)].join("\n")
}

/// Where chosen rows are marked: `›` with nothing before it but the edge of its list.
fn marks(play: &mut Play) -> BTreeSet<(u16, u16)> {
    let buffer = play.buffer();
    let mut marks = BTreeSet::new();
    for spot in buffer.area.positions() {
        if buffer[spot].symbol() != "›" {
            continue;
        }
        let before = (0..spot.x).rev().map(|x| buffer[(x, spot.y)].symbol());
        let edge = before.take(8).find(|symbol| *symbol != " ");
        if edge.is_none_or(|edge| matches!(edge, "│" | "┃" | "║")) {
            marks.insert((spot.x, spot.y));
        }
    }
    marks
}

fn press(play: &mut Play, code: Code) {
    play.input(Input::Key(Key::plain(code)));
}

/// Whether a list that is not under the cursor keeps its choice on the page.
fn keeps_another(play: &mut Play) -> bool {
    let buffer = play.buffer();
    let mut spots = buffer.area.positions();
    spots.any(|spot| buffer[spot].symbol() == "•")
}

/// Whether a page with a list answers every key of a list, and nothing else where it is.
fn answers_as_a_list(name: &str, play: &mut Play) -> bool {
    let layer = play.stack.layer();
    let types = keymap::takes_text(layer);
    if keymap::lookup(layer, Key::plain(Code::Down)) != Some(Command::Down) {
        return false;
    }
    let home = if types { Code::PageUp } else { Code::Home };
    for _ in 0..if types { 20 } else { 1 } {
        press(play, home);
    }
    let (first, top) = (marks(play), body(play));
    press(play, Code::Down);
    let (second, below) = (marks(play), body(play));
    let new: Vec<(u16, u16)> = second.difference(&first).copied().collect();
    if second.len() != first.len() || new.len() != 1 {
        return false;
    }
    press(play, Code::Up);
    assert_eq!(body(play), top, "{name}: up leads back");
    let (x, y) = new[0];
    play.input(Input::Wheel(x, y, true));
    assert_eq!(body(play), below, "{name}: the wheel goes down");
    play.input(Input::Wheel(x, y, false));
    assert_eq!(body(play), top, "{name}: the wheel goes up");
    let pages = play.stack.pages().count();
    play.input(Input::Click(x + 3, y));
    if play.stack.pages().count() > pages {
        // On the board a click opens what it chooses, as the row's number does.
        press(play, Code::Esc);
    }
    assert_eq!(body(play), below, "{name}: a click chooses");
    press(play, Code::Up);
    // Of several lists each keeps its own choice while the cursor goes on into another.
    let several = keeps_another(play);
    let is_first = |play: &mut Play| marks(play) == first && (several || body(play) == top);
    press(play, Code::PageDown);
    assert_ne!(body(play), top, "{name}: a page down leads on");
    press(play, Code::PageUp);
    assert!(is_first(play), "{name}: a page up leads back");
    if types {
        return true;
    }
    press(play, Code::End);
    let end = body(play);
    press(play, Code::Down);
    assert_eq!(body(play), end, "{name}: there is nothing below the last");
    let types = keymap::takes_text(play.stack.layer());
    press(play, if types { Code::PageUp } else { Code::Home });
    assert!(is_first(play), "{name}: home leads to the first");
    true
}

/// Whether the numbers lead to the lines of a list, or else do what the footer says of them.
fn answers_to_numbers(name: &str, play: &mut Play) {
    press(play, Code::Home);
    press(play, Code::Down);
    let second = body(play);
    press(play, Code::Home);
    let footer = play.screen().lines().last().unwrap_or_default().to_owned();
    let others = footer
        .split("  ")
        .any(|hint| hint.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let top = play.top();
    press(play, Code::Char('2'));
    let went = body(play) == second;
    let acted = play.top() != top || play.stack.sitting.notice.is_some();
    assert!(
        went || others || acted,
        "{name}: 2 is the second line\n{}",
        play.screen()
    );
}

/// How many arrows say that more lies there; what lies under a page has stepped back and has none.
fn points(play: &mut Play, arrow: &str) -> usize {
    let accent = play.stack.sitting.theme.accent.fg;
    let buffer = play.buffer();
    let footer = buffer.area.bottom().saturating_sub(1);
    let spots = buffer.area.positions().filter(|spot| {
        let cell = &buffer[*spot];
        // The arrow stands at the edge of its page; in the help keys are told by arrows as well.
        let mut beside = (spot.x + 1..buffer.area.right()).map(|x| buffer[(x, spot.y)].symbol());
        let edge = beside.find(|symbol| *symbol != " ");
        spot.y < footer
            && cell.symbol() == arrow
            && Some(cell.fg) == accent
            && edge.is_none_or(|edge| "│┃║├┤".contains(edge))
    });
    spots.count()
}

/// A text that goes on below is read to its end, and back.
fn is_read_to_its_end(name: &str, play: &mut Play) {
    if points(play, "↓") == 0 || keymap::takes_text(play.stack.layer()) {
        return;
    }
    let page = keymap::lookup(play.stack.layer(), Key::plain(Code::PageDown));
    if page != Some(Command::PageDown) {
        // In the replay a page leads to other entries, and an arrow through the text of one.
        press_on(play, Code::PageDown);
    }
    let (top, below) = (body(play), points(play, "↓"));
    let on = match page {
        Some(Command::PageDown) => Code::PageDown,
        _ => Code::Down,
    };
    let at = press_on(play, on);
    if page != Some(Command::PageDown) && at == top {
        return;
    }
    assert!(
        at != top,
        "{name}: what lies below cannot be reached\n{top}"
    );
    assert!(
        points(play, "↑") > 0,
        "{name}: nothing says that more lies above\n{at}"
    );
    assert!(
        points(play, "↓") < below,
        "{name}: the end is never reached\n{at}"
    );
}

/// Presses a key until it changes nothing more; gives what is shown then.
fn press_on(play: &mut Play, code: Code) -> String {
    let mut at = body(play);
    for _ in 0..300 {
        press(play, code);
        let next = body(play);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

/// What is chosen on each line of choices.
fn choices(play: &mut Play) -> Vec<String> {
    let body = body(play);
    let lines = body.lines().filter_map(|line| line.split_once('‹'));
    lines.map(|(_, chosen)| chosen.to_owned()).collect()
}

/// On a line of choices letters choose nothing and do nothing, but begin a text that waits to be written, and arrows choose;
/// what is typed into a field can be taken back.
fn answers_as_a_form(name: &str, play: &mut Play) {
    let layer = play.stack.layer();
    if layer == Layer::Choice {
        let (before, chosen, top) = (body(play), choices(play), play.top());
        press(play, Code::Right);
        press(play, Code::Left);
        assert_eq!(body(play), before, "{name}: right and left");
        for c in ('a'..='z').chain('A'..='Z') {
            press(play, Code::Char(c));
            assert_eq!(choices(play), chosen, "{name}: {c} on a line of choices");
        }
        if play.stack.layer() == Layer::Choice {
            assert_eq!(body(play), before, "{name}: letters on a line of choices");
            assert_eq!(play.top(), top, "{name}");
        } else {
            assert!(
                body(play).contains("abcdef"),
                "{name}: what was typed is lost"
            );
            play.keys("<c-u>");
        }
    } else if keymap::takes_text(layer) {
        let before = body(play);
        play.keys("<end>1");
        let typed = body(play);
        assert_ne!(typed, before, "{name}: nothing is typed\n{before}");
        play.keys("<c-u>");
        assert_ne!(body(play), typed, "{name}: ^U takes the line away");
        play.keys("<c-z>");
        assert_eq!(body(play), typed, "{name}: ^Z brings it back");
        play.keys("<c-u>");
    }
}

/// Presses the whole table on a page.
fn table(name: &str, begun: &Begun) {
    let fresh = || {
        let mut begun = begun.play();
        begun.play.stack.sitting.mouse = true;
        begun
    };
    let mut on = fresh();
    if answers_as_a_list(name, &mut on.play) && !keymap::takes_text(on.play.stack.layer()) {
        answers_to_numbers(name, &mut on.play);
    }
    is_read_to_its_end(name, &mut fresh().play);
    answers_as_a_form(name, &mut fresh().play);
}

/// Presses the table on pages; gives those that are not like the others.
fn unlike_the_others(ways: Vec<Way>) -> Vec<String> {
    let (waiting, wrong) = (Mutex::new(ways), Mutex::new(Vec::new()));
    let looks = || {
        loop {
            let next = waiting.lock().unwrap().pop();
            let Some(way) = next else { return };
            let name = way.to_string();
            for look in [table, widths::stay_straight] {
                if catch_unwind(AssertUnwindSafe(|| look(&name, &way.begun))).is_err() {
                    wrong.lock().unwrap().push(name.clone());
                }
            }
        }
    };
    let many = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..many {
            scope.spawn(|| names::on(looks));
        }
    });
    wrong.into_inner().unwrap()
}

#[test]
fn every_page_answers_to_the_same_keys_and_keeps_its_columns_in_every_script() {
    let names = pages_in_the_sources();
    assert!(names.len() > 30, "{names:?}");
    let ways = names::on(ways::known);
    let missed = ways::missed(&names, &ways);
    assert!(
        missed.is_empty(),
        "no way of keys/ways.txt leads to {missed:?}"
    );
    let lost: Vec<String> = names::on(|| {
        let lost = ways.iter().filter(|way| !way.leads_there(&names));
        lost.map(Way::to_string).collect()
    });
    assert!(lost.is_empty(), "ways that lead elsewhere now: {lost:#?}");
    let wrong = unlike_the_others(ways);
    assert!(wrong.is_empty(), "not like the others: {wrong:#?}");
}

#[test]
fn a_sentence_that_is_begun_on_a_line_of_choices_goes_into_the_text_that_waits() {
    for begun in ["pCoffee until 11:15", "p<down><up>Coffee until 11:15"] {
        let folder = tempfile::tempdir().unwrap();
        let mut play = Play::home(folder.path());
        play.keys("n<c-u>Table<enter>").keys(begun).keys("<c-s>");
        let path = play.console.record.clone().expect("a record is written");
        let last = store::read(&path).unwrap().entries.pop().unwrap();
        let Action::Pause { reason, .. } = last.act else {
            panic!("{:?}", last.act);
        };
        assert_eq!(reason.as_deref(), Some("Coffee until 11:15"), "{begun}");
    }
}
