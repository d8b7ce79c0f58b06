//! Lists of options as they are drawn, in several widths.

use super::*;
use crate::widget::shown::text;

fn rows() -> Vec<OptionRow> {
    let row = |name: &str, note: &str, open| OptionRow {
        name: name.to_owned(),
        note: note.to_owned(),
        open,
        ..OptionRow::default()
    };
    vec![
        row("Accept", "stability +1  autonomy −6", true),
        row("部分接受 in part", "stability −1  autonomy −3", true),
        row("Deflect", "no domain can pay for it", false),
        row("Refuse", "", true),
    ]
}

#[test]
fn options_carry_their_number_and_their_note() {
    let rows = rows();
    let list = OptionList::new(&rows, Some(1));
    let drawn = |width, height| {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        list.draw(area, &mut buf, &Theme::default());
        text(&buf)
    };
    insta::assert_snapshot!(format!("{}\n{}", drawn(60, 4), drawn(30, 2)));
}

fn drawn(rows: &[(&str, &str, &str)], width: u16) -> String {
    let row = |(name, aside, note): &(&str, &str, &str)| OptionRow {
        name: (*name).to_owned(),
        note: (*note).to_owned(),
        aside: (*aside).to_owned(),
        open: true,
        ..OptionRow::default()
    };
    let rows: Vec<OptionRow> = rows.iter().map(row).collect();
    let area = Rect::new(0, 0, width, u16::try_from(rows.len()).unwrap());
    let mut buf = Buffer::empty(area);
    OptionList::new(&rows, None).draw(area, &mut buf, &Theme::default());
    text(&buf)
}

/// The titles of a menu are read; one long note, or one row without a note, takes no columns from them.
#[test]
fn a_name_is_cut_only_where_the_notes_beside_it_need_the_columns() {
    let menu = [
        ("DI2 Follow the line in the UN", "Diplomacy", "mild"),
        ("AR1 A say in Arctic governance", "Arctic", "severe"),
        ("Hold", "", "Ask for nothing in this move."),
        ("Another event, or none, whatever else is due", "", ""),
        (
            "Ask for nothing",
            "",
            "Nothing is asked for, and effort grows back.",
        ),
    ];
    insta::assert_snapshot!(
        format!("|\n{}{}", drawn(&menu, 56), drawn(&menu, 44)),
        @"
    |
      1 DI2 Follow the line in the UN   Diplomacy · mild
      2 AR1 A say in Arctic governance  Arctic · severe
      3 Hold                   Ask for nothing in this move.
      4 Another event, or none, whatever else is due
      5 Ask for nothing  Nothing is asked for, and effort g…
      1 DI2 Follow the line in the UN   mild
      2 AR1 A say in Arctic governance  severe
      3 Hold       Ask for nothing in this move.
      4 Another event, or none, whatever else i…
      5 Ask for nothing   Nothing is asked for,…
    "
    );
}

#[test]
fn a_note_that_can_be_said_shorter_is_said_so_and_never_cut() {
    let said = |name: &str, said: &[&str]| {
        let said = said.iter().map(|said| (*said).to_owned());
        OptionRow::said(name.to_owned(), said.collect())
    };
    let rows = [
        said(
            "Accept, with a counter-ask",
            &[
                "less to offer · strains a line · stability −4",
                "less to offer · stability −4",
                "less to offer",
            ],
        ),
        said("Refuse", &["wears down · stability −5", "wears down"]),
    ];
    let drawn = |width| {
        let area = Rect::new(0, 0, width, 2);
        let mut buf = Buffer::empty(area);
        OptionList::new(&rows, None).draw(area, &mut buf, &Theme::default());
        text(&buf)
    };
    insta::assert_snapshot!(
        format!("|\n{}{}{}", drawn(80), drawn(70), drawn(50)),
        @"
    |
      1 Accept, with a counter-ask  less to offer · strains a line · stability −4
      2 Refuse                      wears down · stability −5
      1 Accept, with a counter-ask  less to offer · stability −4
      2 Refuse                      wears down · stability −5
      1 Accept, with a counter-ask  less to offer
      2 Refuse                      wears down
    "
    );
}

#[test]
fn a_long_name_goes_on_below_and_the_mouse_knows_where() {
    let question = "Does the smaller side gain from an answer that leaves the larger one its face?";
    let row = |name: &str| OptionRow {
        name: name.to_owned(),
        note: "research question open".to_owned(),
        open: true,
        ..OptionRow::default()
    };
    let rows = [row(question), row("Central Asia")];
    let list = OptionList::new(&rows, Some(1)).in_full();
    let drawn = |height| {
        let area = Rect::new(0, 0, 60, height);
        let mut buf = Buffer::empty(area);
        list.draw(area, &mut buf, &Theme::default());
        text(&buf)
    };
    insta::assert_snapshot!(format!("|\n{}|\n{}", drawn(4), drawn(2)));
    assert_eq!(list.height(60), 4);
    let options = list
        .places(Rect::new(0, 0, 60, 4))
        .map(|(option, _)| option);
    assert_eq!(options.collect::<Vec<_>>(), [0, 0, 0, 1]);
}

#[test]
fn every_size_can_be_drawn() {
    let rows = rows();
    let list = OptionList::new(&rows, Some(3))
        .from(5)
        .at_rest(true)
        .in_full();
    for (width, height) in (0..40).flat_map(|width| (0..6).map(move |height| (width, height))) {
        let area = Rect::new(0, 0, width, height);
        list.draw(area, &mut Buffer::empty(area), &Theme::default());
    }
}
