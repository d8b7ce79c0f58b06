//! One table of keys for every page: whatever is a list, a form or a text answers to the same keys.
//!
//! The pages are not listed here. Their names are read from the sources, and each is reached by pressing
//! every key of every page that was reached before, from sessions in all their phases.

mod begun;
mod note;
mod widths;

use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::{Code, Input, Key};
use unequal_partners::tui::keymap::{self, Layer};

use crate::names;
use begun::{Begun, begun};
use unequal_partners::session::Place;

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

/// The pages among those names that lie on top.
fn on_top(play: &Play, names: &BTreeSet<String>) -> BTreeSet<String> {
    play.top()
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
    play.input(Input::Click(x + 3, y));
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

/// On a line of choices letters do nothing and arrows choose; what is typed into a field can be taken back.
fn answers_as_a_form(name: &str, play: &mut Play) {
    let layer = play.stack.layer();
    if layer == Layer::Choice {
        let (before, top) = (body(play), play.top());
        for c in ('a'..='z').chain('A'..='Z') {
            press(play, Code::Char(c));
            assert_eq!(body(play), before, "{name}: {c} on a line of choices");
        }
        press(play, Code::Right);
        press(play, Code::Left);
        assert_eq!(body(play), before, "{name}: right and left");
        assert_eq!(play.top(), top, "{name}");
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

/// The keys of a page that lead to pages which were not found before.
fn ways_on(at: &Begun, names: &BTreeSet<String>, found: &mut BTreeSet<String>) -> Vec<Begun> {
    let mut now = at.play();
    let layer = now.play.stack.layer();
    let place = |play: &mut Play| {
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
    };
    let here = place(&mut now.play);
    let keys = keymap::own(layer).iter().chain(keymap::anywhere(layer));
    let keys = keys.map(|(key, _)| vec![*key]);
    // A list keeps its place: rows are counted from the first, and on from where it stands.
    let rows = (0..18).map(|row| {
        let mut keys = vec![Key::plain(Code::Home); usize::from(row >= 9)];
        keys.extend([Key::plain(Code::Down)].repeat(row % 9));
        keys.push(Key::plain(Code::Enter));
        keys
    });
    let mut ways = Vec::new();
    for keys in keys.chain(rows).chain([vec![Key::plain(Code::Tab)]]) {
        for key in &keys {
            now.play.input(Input::Key(*key));
        }
        let pages = on_top(&now.play, names);
        if pages.iter().any(|page| !found.contains(page)) {
            found.extend(pages);
            ways.push(at.then(&keys));
        }
        for _ in 0..2 {
            if place(&mut now.play) != here {
                press(&mut now.play, Code::Esc);
            }
        }
        if place(&mut now.play) != here {
            now = at.play();
        }
    }
    ways
}

#[test]
fn every_page_answers_to_the_same_keys_and_keeps_its_columns_in_every_script() {
    names::on(every_page_is_right);
}

fn every_page_is_right() {
    let names = pages_in_the_sources();
    assert!(names.len() > 30, "{names:?}");
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut tabled: BTreeSet<(BTreeSet<String>, Layer)> = BTreeSet::new();
    let mut wrong = Vec::new();
    // Level by level: a page is gone on from in the first session that leads there, not in one that another page opened.
    let mut waiting = VecDeque::from(begun());
    let mut found: BTreeSet<String> = BTreeSet::new();
    while let Some(at) = waiting.pop_front() {
        let now = at.play();
        let pages = on_top(&now.play, &names);
        let layer = now.play.stack.layer();
        drop(now);
        let new = pages.iter().any(|page| reached.insert(page.clone()));
        if !pages.is_empty() && tabled.insert((pages.clone(), layer)) {
            let name = format!("{at} {pages:?}");
            for look in [table, widths::stay_straight] {
                if catch_unwind(AssertUnwindSafe(|| look(&name, &at))).is_err() {
                    wrong.push(name.clone());
                }
            }
        }
        if new || at.is_the_beginning() {
            waiting.extend(ways_on(&at, &names, &mut found));
        }
    }
    let missed: Vec<&String> = names.difference(&reached).collect();
    assert!(missed.is_empty(), "no key leads to {missed:?}");
    assert!(wrong.is_empty(), "not like the others: {wrong:#?}");
}
