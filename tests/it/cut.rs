//! Nothing is cut with `…` where there are columns for it: asked of every scene of the board, of the crisis and of the
//! room, at five sizes.

use unequal_partners::session::Setup;
use unequal_partners::tui::harness::Play;

use crate::{board, console, names};

/// An old terminal, two of a laptop, two of a projector.
const SIZES: [(u16, u16); 5] = [(80, 24), (100, 30), (120, 36), (160, 45), (200, 60)];

/// Blanks that may stand between a cut text and the frame: the margin, the column of the signs that more lies above or
/// below with the one before it, and a blank that fell at the cut.
const FREE: usize = 4;

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
fn cut_for_nothing(screen: &str) -> Vec<String> {
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

/// The texts at whose end a sign that more lies above or below touches a word.
fn touched(screen: &str) -> Vec<String> {
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
