//! Columns and borders with names in many scripts: no sign is cut in two, none stands over a border.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Color;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::begun::Begun;
use crate::names::NAMES;

/// The signs of the names that are more than one character, and as they are in the names of files: small.
fn joined() -> BTreeSet<String> {
    let names = NAMES
        .iter()
        .flat_map(|name| [(*name).to_owned(), name.to_lowercase()]);
    let signs = names.flat_map(|name| name.graphemes(true).map(str::to_owned).collect::<Vec<_>>());
    signs.filter(|sign| sign.chars().count() > 1).collect()
}

/// A sign that was cut in two, if there is one.
fn cut(buffer: &Buffer) -> Option<Position> {
    let joined = joined();
    let parts: BTreeSet<char> = joined.iter().flat_map(|sign| sign.chars()).collect();
    let mut spots = buffer.area.positions();
    spots.find(|spot| {
        let symbol = buffer[*spot].symbol();
        let is_part = symbol.chars().any(|c| !c.is_ascii() && parts.contains(&c));
        is_part && !joined.contains(symbol)
    })
}

/// A sign of two columns of which something else has the second.
fn covered(buffer: &Buffer) -> Option<Position> {
    let mut spots = buffer.area.positions();
    spots.find(|spot| {
        let wide = buffer[*spot].symbol().width() > 1;
        let next = Position::new(spot.x + 1, spot.y);
        wide && buffer.cell(next).is_none_or(|cell| cell.symbol() != " ")
    })
}

/// A box of this colour of which the left side and the bottom are whole, and the right side is not.
fn broken(buffer: &Buffer, rule: Option<Color>) -> Option<Position> {
    let at = |x: u16, y: u16| buffer[(x, y)].symbol();
    let side = |x, y| matches!(at(x, y), "│" | "├" | "┤" | "┼");
    let corners = buffer.area.positions().filter(|spot| {
        let cell = &buffer[*spot];
        cell.symbol() == "└" && Some(cell.fg) == rule
    });
    for corner in corners {
        let right = (corner.x + 1..buffer.area.right()).find(|x| at(*x, corner.y) != "─");
        let Some(right) = right.filter(|x| at(*x, corner.y) == "┘") else {
            continue;
        };
        let top = (0..corner.y).rev().find(|y| !side(corner.x, *y));
        let Some(top) = top.filter(|y| at(corner.x, *y) == "┌") else {
            continue;
        };
        if let Some(y) = (top + 1..corner.y).find(|y| !side(right, *y)) {
            return Some(Position::new(right, y));
        }
    }
    None
}

/// Looks at a page; where a cursor goes through a text letter by letter, signs may be taken apart under it.
fn inspect(name: &str, play: &mut Play, whole: bool) {
    let rule = play.stack.sitting.theme.rule.fg;
    let buffer = play.buffer();
    let found = [
        (
            "a sign is cut in two",
            whole.then(|| cut(&buffer)).flatten(),
        ),
        ("a wide sign is covered", covered(&buffer)),
        ("a border is broken", broken(&buffer, rule)),
    ];
    for (what, spot) in found {
        let symbol = spot.map(|spot| (spot, buffer[spot].symbol()));
        assert_eq!(symbol, None, "{name}: {what}\n{}", play.screen());
    }
}

/// Looks at a page at two sizes, and again with the names typed into its field.
pub(super) fn stay_straight(name: &str, at: &Begun) {
    let mut on = at.play();
    let play = &mut on.play;
    for (columns, rows) in [(80, 24), (120, 36)] {
        play.resize(columns, rows);
        inspect(name, play, true);
    }
    if play.stack.field_mut().is_none() {
        return;
    }
    for (columns, rows) in [(80, 24), (120, 36)] {
        play.resize(columns, rows);
        play.input(Input::Paste(format!("{} ", NAMES.join(" "))));
        inspect(name, play, true);
        play.keys("<home><right><right>");
        inspect(name, play, false);
        play.keys("<end>");
    }
}
