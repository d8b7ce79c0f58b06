//! Columns, marks and sizes of a table to choose from.

use super::*;
use crate::widget::shown::{every_size, text};

impl Widget for &ChoiceTable {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf, &Theme::default());
    }
}

fn table() -> ChoiceTable {
    let column = |name, short, tenths, better| Column {
        name,
        short,
        tenths,
        better,
    };
    let row = |name: &str, cells: &[i64]| ChoiceRow {
        name: name.to_owned(),
        cells: cells.to_vec(),
        open: true,
        ..ChoiceRow::default()
    };
    let mut refuse = row("Refuse", &[-7, -8, 3, 0]);
    refuse.crosses = true;
    ChoiceTable {
        head: "If Russia answers".to_owned(),
        columns: vec![
            column("stability", "stab.", false, 1),
            column("trust", "trust", false, 1),
            column("resentment", "resent.", false, -1),
            column("gains", "gains", true, 0),
        ],
        rows: vec![
            row("部分接受 in part", &[-6, -3, 6, 66]),
            row("Accept", &[-6, -3, 6, 54]),
            row("Accept, with a counter-ask", &[-6, -3, 6, 54]),
            ChoiceRow {
                name: "Deflect".to_owned(),
                note: "no card of another domain can be given".to_owned(),
                ..ChoiceRow::default()
            },
            refuse,
        ],
        chosen: Some(1),
        ..ChoiceTable::default()
    }
}

#[test]
fn columns_stay_straight_and_the_best_and_worst_of_each_are_marked() {
    let drawn = |width, height| {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        table().draw(area, &mut buf, &Theme::default());
        text(&buf)
    };
    let wide = drawn(90, 6);
    let ends = |line: &str, words: &str| {
        let (before, _) = line.split_once(words).unwrap();
        before.width() + words.width()
    };
    let lines: Vec<&str> = wide.lines().collect();
    for (line, number) in [(1, "−6"), (4, "given"), (5, "!−7")] {
        assert!(lines[line].contains(number), "{wide}");
    }
    assert_eq!(ends(lines[0], "stability"), ends(lines[5], "!−7"), "{wide}");
    assert_eq!(ends(lines[0], "stability"), ends(lines[1], "−6"), "{wide}");
    assert!(
        lines[5].contains("✓+3") && lines[5].contains("!−8"),
        "{wide}"
    );
    assert!(drawn(40, 4).contains("→ stab."), "{}", drawn(40, 4));
}

#[test]
fn every_size_can_be_drawn() {
    every_size(&table());
}
