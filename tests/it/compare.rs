//! Lines side by side: where they part, why, what came of it, and what a seat may not learn from it.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Intensity, Response};
use unequal_partners::report::{Aar, Extras};
use unequal_partners::session::branch::Departure;
use unequal_partners::session::compare::{Cause, Comparison, Strand};
use unequal_partners::session::{Holder, Remarks, Setup, Table, pilot};

use crate::eventful::{REFERENCE, bots, play, reference as deck, stamp, submit};

/// A session of bots, played to its end.
fn played(setup: &Setup) -> Table {
    let mut table = Table::unrecorded(deck(), setup, &stamp(0)).unwrap();
    go_on(&mut table);
    table
}

fn go_on(table: &mut Table) {
    while let Some(next) = pilot::unattended(table) {
        submit(table, next.seat, &next.by, &next.action, Remarks::default());
    }
}

fn strand<'a>(name: &str, table: &'a Table) -> Strand<'a> {
    Strand {
        name: name.to_owned(),
        ..Strand::whole(table)
    }
}

fn compared(one: &Table, other: &Table) -> Comparison {
    let strands = [strand("one", one), strand("other", other)];
    Comparison::new(&strands, Seat::WhiteCell)
}

/// Whether the lines' numbers can be held against one another: same deck, same rules.
fn is_fair(comparison: &Comparison) -> bool {
    let mut settings = comparison.settings.iter();
    settings.all(|setting| setting.warning.is_none())
}

#[test]
fn a_line_is_the_same_as_itself() {
    let table = played(&bots("logit", "cautious", 5));
    let same = compared(&table, &table);
    assert_eq!(same.divergence, None);
    assert_eq!(same.shared, table.moments().len());
    assert!(same.rows.is_empty() && same.settings.is_empty() && is_fair(&same));
}

#[test]
fn a_branch_parts_at_the_act_that_was_exchanged() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = played(&bots("greedy", "cautious", 7));
    let answer = |table: &Table| {
        let found = table
            .moments()
            .iter()
            .find(|moment| matches!(moment.entry.act, Action::Respond { .. }));
        found.unwrap().entry.clone()
    };
    let taken = answer(&trunk);
    let other = match taken.act {
        Action::Respond {
            response: Response::Refuse,
            ..
        } => Response::Partial,
        _ => Response::Refuse,
    };
    let departure = Departure {
        name: "what if".to_owned(),
        after: taken.number.before(),
        instead: Some(Action::Respond {
            response: other,
            instead: None,
            ask: None,
            words: None,
        }),
        ..Departure::default()
    };
    let path = folder.path().join("branch.toml");
    let (mut branch, _) = trunk.branch(&departure, &path, &stamp(9)).unwrap();
    go_on(&mut branch);
    let compared = compared(&trunk, &branch);
    let parting = compared.divergence.as_ref().unwrap();
    assert_eq!(parting.cause, Cause::Act);
    assert_eq!(parting.entries, [Some(taken.number); 2]);
    assert_eq!(compared.shared + 1, taken.number.count());
    assert!(parting.sentence.starts_with("“one”: ") && parting.sentence.contains("; “other”: "));
    let first = &compared.rows[0];
    assert_eq!((first.phase, first.same), ("response", false));
    for (column, table) in [&trunk, &branch].into_iter().enumerate() {
        for row in &compared.rows {
            let Some(cell) = &row.cells[column] else {
                continue;
            };
            let entry = &table.moment(cell.entry).unwrap().entry;
            assert_eq!(
                (entry.move_number, entry.phase.word()),
                (row.move_number, row.phase)
            );
        }
    }
    // The branch is marked as what it is, and who held its seats is told span by span.
    let [told, supposed] = compared.lines.as_slice() else {
        panic!("two lines");
    };
    assert_eq!(told.what_if, None);
    let what_if = supposed.what_if.as_ref().expect("a branch is a what-if");
    assert_eq!(what_if.after, taken.number.before());
    assert_eq!(what_if.move_number, taken.move_number);
    let text = unequal_partners::report::compare::text(&compared);
    let html = unequal_partners::report::compare::html(&compared);
    for page in [text.split_whitespace().collect::<Vec<_>>().join(" "), html] {
        assert!(page.contains("other, a what-if"), "its head: {page}");
        assert!(!page.contains("one, a what-if"), "{page}");
        assert!(page.contains("“other” is a what-if: it leaves"), "{page}");
    }
    let json = serde_json::to_value(&compared).unwrap();
    assert_eq!(json["lines"][0]["what_if"], serde_json::Value::Null);
    assert_eq!(
        json["lines"][1]["what_if"]["after"],
        taken.number.before().get()
    );
    let held = &json["lines"][1]["holders"][0]["held"];
    assert_eq!(held[0]["from"], 0);
    assert_eq!(held[0]["move_number"], 1, "{held}");
    let counted: usize = (0..2)
        .map(|line| {
            let cells = compared
                .rows
                .iter()
                .filter_map(|row| row.cells[line].as_ref());
            compared.shared + cells.count() - compared.lines[line].steps
        })
        .sum();
    assert_eq!(counted, 0, "every act after the parting has a cell");
}

#[test]
fn lines_of_one_file_are_compared_by_the_entries_at_which_they_end() {
    let mut table = Table::unrecorded(deck(), &bots("logit", "logit", 3), &stamp(0)).unwrap();
    let step = |table: &mut Table, count: usize| {
        for _ in 0..count {
            let next = pilot::unattended(table).unwrap();
            submit(table, next.seat, &next.by, &next.action, Remarks::default());
        }
    };
    step(&mut table, 9);
    let undo = Action::Undo {
        to: EntryNumber::new(2),
        reason: "they misread the card".to_owned(),
    };
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &undo,
        Remarks::default(),
    );
    submit(
        &mut table,
        Seat::Patron,
        "Li",
        &Action::Hold,
        Remarks::default(),
    );
    let [left, stands] = table.line_ends()[..] else {
        panic!("two lines");
    };
    let lines = [
        Strand {
            name: "left".to_owned(),
            table: &table,
            end: left,
        },
        Strand {
            name: "stands".to_owned(),
            table: &table,
            end: stands,
        },
    ];
    let compared = Comparison::new(&lines, Seat::WhiteCell);
    let parting = compared.divergence.as_ref().unwrap();
    assert_eq!(compared.shared, 2);
    assert_eq!(
        parting.entries,
        [3, 11].map(|entry| Some(EntryNumber::new(entry)))
    );
    assert_eq!(parting.cause, Cause::Act);
    assert_eq!((compared.lines[0].steps, compared.lines[1].steps), (9, 3));
}

#[test]
fn other_seeds_part_by_chance_or_by_the_menu_that_they_lay_and_are_named() {
    let one = played(&bots("logit", "logit", 1));
    let other = played(&bots("logit", "logit", 2));
    let compared = compared(&one, &other);
    let seeds = compared
        .settings
        .iter()
        .find(|setting| setting.what == "seed");
    assert_eq!(seeds.unwrap().values, ["1", "2"]);
    assert!(is_fair(&compared), "another seed is no other game");
    let parting = compared.divergence.unwrap();
    assert_eq!(
        (parting.cause, parting.phase),
        (Cause::Chance, "inject"),
        "the first event differs with these seeds"
    );
}

#[test]
fn a_line_that_was_taken_back_tells_who_held_its_seats() {
    let mut table = Table::unrecorded(deck(), &Setup::of_people("Table 2", 7), &stamp(0)).unwrap();
    let hand_over = Action::HandOver {
        of: Seat::Client,
        to: Holder::Bot("logit".to_owned()),
        moves: None,
        reason: Some("the team left".to_owned()),
    };
    let undo = Action::Undo {
        to: EntryNumber::STARTEX,
        reason: "it came back".to_owned(),
    };
    for act in [&hand_over, &undo] {
        submit(&mut table, Seat::WhiteCell, "Anna", act, Remarks::default());
    }
    let taken_back = Strand {
        end: EntryNumber::FIRST,
        ..strand("taken back", &table)
    };
    let lines = [taken_back, strand("whole", &table)];
    let compared = Comparison::new(&lines, Seat::WhiteCell);
    let [held] = &compared.settings[..] else {
        panic!("{:?}", compared.settings);
    };
    assert!(
        held.values[0].ends_with("human, from move 1 (entry 1) on bot:logit"),
        "{held:?}"
    );
    assert!(held.values[1].ends_with(": human"), "{held:?}");
}

#[test]
fn a_line_that_stops_is_told_from_one_that_goes_on() {
    let table = played(&bots("logit", "cautious", 5));
    let begun = Strand {
        name: "begun".to_owned(),
        table: &table,
        end: EntryNumber::new(6),
    };
    let compared = Comparison::new(&[strand("whole", &table), begun], Seat::WhiteCell);
    let parting = compared.divergence.as_ref().unwrap();
    assert_eq!(parting.cause, Cause::Length);
    assert_eq!((compared.shared, parting.entries[1]), (6, None));
    assert!(
        parting.sentence.contains("“begun”: ends before"),
        "{}",
        parting.sentence
    );
    assert!(compared.lines[0].ending.is_some() && compared.lines[1].ending.is_none());
}

#[test]
fn another_deck_is_said_to_make_numbers_incomparable() {
    let changed = Deck::from_text("deck.toml", &format!("{REFERENCE}# changed\n")).unwrap();
    let one = played(&bots("logit", "logit", 1));
    let mut other = Table::unrecorded(changed, &bots("logit", "logit", 1), &stamp(0)).unwrap();
    go_on(&mut other);
    let compared = compared(&one, &other);
    assert!(!is_fair(&compared));
    let deck = &compared.settings[0];
    assert!(deck.what == "deck" && deck.warning.unwrap().contains("different decks"));
    assert_ne!(deck.values[0], deck.values[1]);
}

#[test]
fn decisions_and_reasons_are_counted_as_in_the_report() {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/saves/examples");
    let mut decisions = 0;
    for found in std::fs::read_dir(examples).unwrap() {
        let path = found.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let (table, _) = Table::read(&path).unwrap();
        let compared = Comparison::new(&[Strand::whole(&table)], Seat::WhiteCell);
        let gaps = Aar::new(&table, Seat::WhiteCell, Extras::default())
            .sections
            .gaps;
        let line = &compared.lines[0];
        let with_reasons = gaps.decisions - gaps.without_reason.len();
        assert_eq!(
            (line.decisions, line.with_reasons),
            (gaps.decisions, with_reasons),
            "{path:?}"
        );
        decisions += gaps.decisions;
    }
    assert!(decisions > 50, "{decisions}");
}

#[test]
fn overrides_are_counted_and_weighed_as_in_the_report() {
    let deck = deck();
    let mut weighed = 0;
    for seed in 0..6 {
        let table = play(&deck, &bots("random", "random", seed), 120);
        let compared = Comparison::new(&[Strand::whole(&table)], Seat::WhiteCell);
        let line = &compared.lines[0];
        let report = Aar::new(&table, Seat::WhiteCell, Extras::default());
        let moved = report
            .overrides
            .without
            .map(|without| line.stability - without);
        assert_eq!(line.overrides_moved, moved);
        weighed += usize::from(line.overrides > 0 && moved != Some(0));
    }
    assert!(weighed > 0, "no session in which overrides mattered");
}

#[test]
fn a_seat_learns_no_reasons_of_the_other_side_while_a_session_goes_on() {
    let secret = "because the winter is cold";
    let table = |seed| {
        let mut table =
            Table::unrecorded(deck(), &bots("logit", "logit", seed), &stamp(0)).unwrap();
        let open = Action::Inject { instead: None };
        submit(
            &mut table,
            Seat::WhiteCell,
            "Anna",
            &open,
            Remarks::default(),
        );
        let none = Action::NoOffer;
        submit(&mut table, Seat::Client, "Olga", &none, Remarks::default());
        let menu = table.view(Seat::Patron).menu.unwrap();
        let demand = Action::Demand {
            card: table.scenario().card(menu[0]).id.clone(),
            intensity: Intensity::Request,
            inducement: unequal_partners::model::choice::Inducement::None,
        };
        let why = Remarks {
            rationale: Some(secret.to_owned()),
            confidence: Some(83),
            dissent: Some("the army: no".to_owned()),
        };
        submit(&mut table, Seat::Patron, "Li", &demand, why);
        table
    };
    let (one, other) = (table(1), table(2));
    let told = |seat| {
        let strands = [strand("one", &one), strand("other", &other)];
        serde_json::to_string(&Comparison::new(&strands, seat)).unwrap()
    };
    assert!(told(Seat::Patron).contains(secret));
    for seat in [Seat::Client, Seat::Audience] {
        let told = told(seat);
        assert!(
            !told.contains(secret)
                && !told.contains("the army")
                && !told.contains("\"confidence\":83")
        );
        assert!(
            told.contains("\"hidden\"") || !told.contains("seed"),
            "{told}"
        );
    }
}
