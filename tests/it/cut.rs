//! Nothing is cut with `…` where there are columns for it: asked of every scene of the board, of the crisis and of the
//! room, at five sizes.

use ratatui::buffer::Cell;
use unequal_partners::session::Setup;
use unequal_partners::tui::harness::Play;

use crate::{board, console, names};

/// An old terminal, two of a laptop, two of a projector.
pub(crate) const SIZES: [(u16, u16); 5] = [(80, 24), (100, 30), (120, 36), (160, 45), (200, 60)];

/// Blanks that may stand between a cut text and the frame: the margin, the column of the signs that more lies above or
/// below with the one before it, and a blank that fell at the cut.
const FREE: usize = 4;

/// The screen as text with a letter a column, so that what stands below each other is known by its place.
pub(crate) fn grid(play: &mut Play) -> String {
    let buffer = &play.buffer();
    let width = usize::from(buffer.area.width.max(1));
    let letter = |cell: &Cell| cell.symbol().chars().next().unwrap_or(' ');
    let rows = buffer.content().chunks(width);
    rows.map(|row| row.iter().map(letter).chain(['\n']).collect::<String>())
        .collect()
}

/// The same where a box lies over a screen, and nothing of what it lies on.
pub(crate) fn top_grid(play: &mut Play) -> String {
    let whole = grid(play);
    if !play.stack.is_covered() || play.stack.top().takes_screen() {
        return whole;
    }
    let rows: Vec<Vec<char>> = whole.lines().map(|line| line.chars().collect()).collect();
    let rule = play.stack.sitting.theme.rule.fg;
    let buffer = &play.buffer();
    // What a box lies on has stepped back, its frames as well.
    let corners = |sign: &'static str| {
        buffer.area.positions().filter(move |spot| {
            let cell = &buffer[*spot];
            cell.symbol() == sign && Some(cell.fg) == rule
        })
    };
    let corner = corners("┌").last().unwrap_or_default();
    let (left, top) = (usize::from(corner.x), usize::from(corner.y));
    let right = corners("┐").find(|spot| spot.y == corner.y && spot.x > corner.x);
    let right = right.map_or(rows[top].len(), |right| usize::from(right.x) + 1);
    let below = &rows[top..];
    let height = below.iter().position(|row| row[left] == '└');
    let rows = below
        .iter()
        .take(height.map_or(below.len(), |height| height + 1));
    rows.map(|row| row[left..right].iter().chain(&['\n']).collect::<String>())
        .collect()
}

/// What frames are drawn with.
const FRAMES: &str = "│├┤┬┴┼┌┐└┘";

/// What of a line lies between two frames: where it begins and ends, in characters, and its text.
fn cells(line: &str) -> Vec<(usize, usize, String)> {
    let letters: Vec<char> = line.chars().collect();
    let is_frame = |at: &usize| FRAMES.contains(letters[*at]);
    let framed: Vec<usize> = (0..letters.len()).filter(is_frame).collect();
    let between = framed.windows(2).map(|pair| (pair[0] + 1, pair[1]));
    between
        .map(|(from, to)| (from, to, letters[from..to].iter().collect()))
        .collect()
}

/// The blanks at the end of a text, signs that more lies above or below left out.
fn free(text: &str) -> usize {
    let told = text.trim_end().trim_end_matches(['↑', '↓']).trim_end();
    text.chars().count() - told.chars().count()
}

/// Whether a text, or a column of it, is cut within a word or a sentence; a part that is left out whole has a blank
/// before the sign, and a row that leads on has it too.
fn is_cut(text: &str) -> bool {
    let letters: Vec<char> = text.trim_end().chars().collect();
    let ends_there = |at: usize| match letters.get(at + 1..) {
        Some([' ', ' ', ..] | []) | None => true,
        Some(rest) => rest.iter().all(|letter| matches!(letter, ' ' | '↑' | '↓')),
    };
    (1..letters.len()).any(|at| letters[at] == '…' && letters[at - 1] != ' ' && ends_there(at))
}

/// The texts that are cut although columns are free beside them, and beside all rows of the list in which they stand.
pub(crate) fn cut_for_nothing(screen: &str) -> Vec<String> {
    let lines: Vec<Vec<(usize, usize, String)>> = screen.lines().map(cells).collect();
    let same = |line: usize, (from, to): (usize, usize)| {
        let mut cells = lines.get(line)?.iter();
        let cell = cells.find(|cell| (cell.0, cell.1) == (from, to))?;
        (!cell.2.trim().is_empty()).then_some(free(&cell.2))
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for (from, to, text) in line.iter().filter(|cell| is_cut(&cell.2)) {
            // A row of two columns is as wide as the widest of its list.
            let above = (0..at).rev().map_while(|line| same(line, (*from, *to)));
            let below = (at + 1..lines.len()).map_while(|line| same(line, (*from, *to)));
            let mut list: Vec<usize> = vec![free(text)];
            if !text.trim_end().ends_with('…') {
                list.extend(above.chain(below));
            }
            if list.iter().all(|free| *free > FREE) {
                found.push(text.trim_end().to_owned());
            }
        }
    }
    found
}

/// The texts that are cut although rows are free below them, in the same panel. A list with a cursor tells what is
/// chosen in full.
pub(crate) fn cut_above_free_rows(screen: &str) -> Vec<String> {
    let lines: Vec<Vec<(usize, usize, String)>> = screen.lines().map(cells).collect();
    let same = |line: usize, (from, to): (usize, usize)| {
        let mut cells = lines.get(line)?.iter();
        let cell = cells.find(|cell| (cell.0, cell.1) == (from, to))?;
        (!cell.2.contains('─')).then_some(cell.2.trim().is_empty())
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for (from, to, text) in line.iter().filter(|cell| is_cut(&cell.2)) {
            let below = (at + 1..lines.len()).map_while(|line| same(line, (*from, *to)));
            let below: Vec<bool> = below.collect();
            let around = (0..at).rev().chain(at..lines.len()).filter_map(|line| {
                let mut cells = lines[line].iter();
                cells.find(|cell| (cell.0, cell.1) == (*from, *to))
            });
            let is_list = around
                .clone()
                .any(|cell| cell.2.trim_start().starts_with("› "));
            if below.last() == Some(&true) && !is_list {
                found.push(format!("above free rows: {}", text.trim_end()));
            }
        }
    }
    found
}

/// The texts at whose end a sign that more lies above or below touches a word.
pub(crate) fn touched(screen: &str) -> Vec<String> {
    let cells = screen.lines().flat_map(cells);
    let signed = cells.filter_map(|(_, _, text)| {
        let text = text.trim_end().to_owned();
        let before = text.strip_suffix(['↑', '↓'])?;
        (!before.ends_with(' ')).then(|| text.clone())
    });
    signed.collect()
}

/// Asks every scene at every size.
fn asked(of: fn(&str) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |play: &mut Play, scene: &str| {
        let before = play.stack.sitting.size;
        for (columns, rows) in SIZES {
            play.resize(columns, rows);
            let said = of(&play.screen());
            found.extend(
                said.iter()
                    .map(|text| format!("{scene} at {columns}x{rows}: {text}")),
            );
        }
        play.resize(before.0, before.1);
    };
    let mut play = board::table(&Setup::of_people("Stockholm table 2", 7));
    for (scene, keys) in board::SCENES {
        play.keys(&names::said(keys));
        look(&mut play, scene);
    }
    let mut play = board::crisis_scene(0);
    for (place, (scene, keys)) in board::CRISIS_SCENES.into_iter().enumerate() {
        if place > 0 {
            play.keys(keys);
        }
        look(&mut play, scene);
    }
    let mut play = console::scene(0);
    for (place, (scene, keys)) in console::SCENES.into_iter().enumerate() {
        if place > 0 {
            play.keys(&names::said(keys));
        }
        look(&mut play, scene);
    }
    found
}

#[test]
fn no_text_is_cut_beside_free_columns() {
    let found = asked(cut_for_nothing);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_sign_that_more_lies_above_or_below_touches_a_word() {
    let found = asked(touched);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A list with a cursor tells in full what is chosen; what is missing is read down the list, without choosing each.
#[test]
fn every_question_among_what_is_missing_stands_in_full() {
    let gaps = console::SCENES
        .iter()
        .position(|(scene, _)| *scene == "gaps");
    let mut play = console::scene(gaps.unwrap());
    for (columns, rows) in SIZES {
        play.resize(columns, rows);
        for _ in 0..8 {
            let shown = top_grid(&mut play);
            assert!(shown.contains("estimate not resolved"), "{shown}");
            assert!(!shown.contains('…'), "{columns}x{rows}\n{shown}");
            play.keys("<down>");
        }
        play.keys("<home>");
    }
}

#[test]
fn a_cut_is_seen_where_columns_are_free_beside_it() {
    let table = |rows: [&str; 2]| rows.map(|row| format!("│ {row:<30} │\n")).concat();
    let cut = |rows| cut_for_nothing(&table(rows)).len();
    assert_eq!(cut(["A text that is cu…", "another"]), 1);
    assert_eq!(cut(["A text that is cut at the edg…", "another"]), 0);
    assert_eq!(
        cut(["A name that is…  mild", "Hold            asks for a lot"]),
        0
    );
    assert_eq!(cut(["A name that is…  mild", "Hold            asks"]), 1);
    assert_eq!(cut(["Economy …", "stability −4 …"]), 0);
}
