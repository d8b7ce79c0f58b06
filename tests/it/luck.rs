//! A branch with luck of its own: drawn anew from where it leaves, by branches of it and after an undo as well.

use std::path::Path;

use unequal_partners::analysis::open_loop::Played;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::gauges::Gauges as _;
use unequal_partners::model::place::At;
use unequal_partners::session::branch::Departure;
use unequal_partners::session::{Remarks, Table};

use crate::branch::play_on;
use crate::eventful::{reference, three};

const NOW: &str = "2026-11-23T20:42:07Z";

fn trunk(folder: &Path) -> Table {
    let setup = three("logit", "logit", "random", 7);
    let mut table = Table::create(reference(), &setup, &folder.join("trunk.toml"), NOW).unwrap();
    play_on(&mut table);
    table
}

/// A branch played to its end.
fn played(of: &Table, after: EntryNumber, luck: Option<u64>, to: &Path) -> Table {
    let departure = Departure {
        name: "luck".to_owned(),
        after,
        luck,
        ..Departure::default()
    };
    let (mut branch, _) = of.branch(&departure, to, NOW).unwrap();
    play_on(&mut branch);
    branch
}

/// Holds the file of a line against the rules, and what its acts come to without the rules of play against its end.
fn holds(line: &Table) {
    let (read, _) = Table::read(line.path().unwrap()).unwrap();
    assert_eq!(read.last_number(), line.last_number());
    let scenario = read.scenario();
    let alone = read.open_loop().stability(scenario, Played::ALL);
    let end = read.state_at(read.last_number());
    assert_eq!(alone, end.game.position.get(Gauge::Stability));
}

/// How far each red line lies from where it was declared.
fn lines(table: &Table) -> Vec<i8> {
    let position = &table.state_at(table.last_number()).game.position;
    let domains = table.scenario().domains();
    domains.map(|at| position.hidden[at.index()]).collect()
}

#[test]
fn luck_is_drawn_anew_from_where_a_branch_leaves_and_red_lines_stay() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let mut other = 0;
    for after in [0, 9, 20].map(EntryNumber::new) {
        for luck in [1, 2, u64::MAX] {
            let to = folder.path().join(format!("{after}-{luck}.toml"));
            let branch = played(&trunk, after, Some(luck), &to);
            holds(&branch);
            let head = |table: &Table| {
                let acts = table.moments().iter().take(after.count());
                acts.map(|moment| moment.entry.act.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(head(&branch), head(&trunk), "what was played stays");
            assert_eq!(lines(&branch), lines(&trunk));
            other += u32::from(branch.canonical_log() != trunk.canonical_log());
        }
    }
    assert_eq!(other, 9, "the same bots come to other lines by other luck");
}

#[test]
fn a_branch_of_a_branch_goes_on_with_its_luck() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let branch = played(
        &trunk,
        EntryNumber::new(9),
        Some(3),
        &folder.path().join("branch.toml"),
    );
    for after in [5, 9, 14].map(EntryNumber::new) {
        let to = folder.path().join(format!("again-{after}.toml"));
        let again = played(&branch, after, None, &to);
        holds(&again);
        let own = if after < EntryNumber::new(9) {
            &trunk
        } else {
            &branch
        };
        assert_eq!(again.canonical_log(), own.canonical_log(), "from {after}");
    }
    let twice = played(
        &branch,
        EntryNumber::new(14),
        Some(4),
        &folder.path().join("twice.toml"),
    );
    holds(&twice);
    assert_eq!(twice.drawn_anew().len(), 2);
    assert_ne!(twice.canonical_log(), branch.canonical_log());
}

#[test]
fn an_undo_behind_the_parting_keeps_the_luck_of_the_branch() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let departure = Departure {
        name: "luck".to_owned(),
        after: EntryNumber::new(9),
        luck: Some(3),
        ..Departure::default()
    };
    let to = folder.path().join("branch.toml");
    let (mut branch, _) = trunk.branch(&departure, &to, NOW).unwrap();
    let undo = Action::Undo {
        to: EntryNumber::new(4),
        reason: "once more".to_owned(),
    };
    let (last, by) = (branch.last_number(), Seat::WhiteCell);
    branch
        .submit(last, by, "Karin", &undo, Remarks::default(), NOW)
        .unwrap();
    play_on(&mut branch);
    holds(&branch);
    let anew = played(
        &trunk,
        EntryNumber::new(4),
        Some(3),
        &folder.path().join("anew.toml"),
    );
    assert_eq!(branch.canonical_log(), anew.canonical_log());
}
