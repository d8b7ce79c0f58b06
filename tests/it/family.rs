//! The family of a session: whose branch is whose, and the curve of each line as its session went.

use std::fs;
use std::path::Path;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::branch::Departure;
use unequal_partners::session::family::{InPart, family};
use unequal_partners::session::{Remarks, Setup, Table, pilot};

use crate::eventful::{bots, reference, stamp, submit};
use crate::record::forge::forged;

fn create(path: &Path, setup: &Setup) -> Table {
    let deck = reference();
    Table::create(deck, setup, path, &stamp(0)).unwrap()
}

fn white(table: &mut Table, act: &Action) {
    submit(table, Seat::WhiteCell, "Anna", act, Remarks::default());
}

/// Lets bots and program make the next acts.
fn run(table: &mut Table, acts: usize) {
    for _ in 0..acts {
        let next = pilot::unattended(table).expect("the session goes on");
        submit(table, next.seat, &next.by, &next.action, Remarks::default());
    }
}

/// Lets bots and program act until a move has been closed.
fn to_the_close(table: &mut Table) {
    loop {
        run(table, 1);
        if table.moments().last().unwrap().entry.act == Action::CloseMove {
            return;
        }
    }
}

#[test]
fn the_curve_of_a_line_leaves_out_turn_zero_and_what_was_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trunk.toml");
    let mut table = create(&path, &bots("greedy", "cautious", 3));
    let adjust = |by: i64| Action::Adjust {
        gauge: "stability".to_owned(),
        by,
        reason: "to be seen in the curve".to_owned(),
    };
    white(&mut table, &Action::Rehearse);
    white(&mut table, &adjust(-50));
    to_the_close(&mut table);
    white(&mut table, &Action::StartEx);
    let before = table.last_number();
    white(&mut table, &adjust(-40));
    to_the_close(&mut table);
    let back = Action::Undo {
        to: before,
        reason: "misread".to_owned(),
    };
    white(&mut table, &back);
    to_the_close(&mut table);
    let path_of_state = table.view(Seat::WhiteCell).path;
    assert_eq!(path_of_state.len(), 2, "one move was closed");
    assert_eq!(family(&path).unwrap()[0].curve, path_of_state);
}

#[test]
fn what_was_taken_back_has_the_curve_up_to_where_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trunk.toml");
    let mut table = create(&path, &bots("greedy", "cautious", 4));
    to_the_close(&mut table);
    let before = table.last_number();
    to_the_close(&mut table);
    to_the_close(&mut table);
    let taken = table.view(Seat::WhiteCell).path;
    let back = Action::Undo {
        to: before,
        reason: "misread".to_owned(),
    };
    white(&mut table, &back);
    let pieces = table.taken_back();
    assert_eq!(pieces.len(), 1);
    assert_eq!(pieces[0].curve, taken);
    assert_eq!(pieces[0].shared, 2, "STARTEX and one move");
    assert_eq!(pieces[0].curve.len(), 4);
}

#[test]
fn a_session_that_took_the_name_of_a_parent_is_no_parent_of_a_branch_from_startex() {
    let folder = tempfile::tempdir().unwrap();
    let trunk_path = folder.path().join("trunk.toml");
    let branch_path = folder.path().join("branch.toml");
    let mut trunk = create(&trunk_path, &bots("greedy", "cautious", 3));
    run(&mut trunk, 5);
    let departure = Departure {
        name: "what if".to_owned(),
        ..Departure::default()
    };
    drop(trunk.branch(&departure, &branch_path, &stamp(9)).unwrap());
    drop(trunk);
    let names = |path: &Path| -> Vec<String> {
        let kin = family(path).unwrap();
        kin.into_iter().map(|kin| kin.name).collect()
    };
    assert_eq!(names(&branch_path).len(), 2);
    fs::remove_file(&trunk_path).unwrap();
    let another = Setup {
        name: "quite another session".to_owned(),
        ..bots("greedy", "cautious", 4)
    };
    drop(create(&trunk_path, &another));
    assert_eq!(names(&branch_path), ["what if"]);
    assert_eq!(names(&trunk_path), ["quite another session"]);
}

#[test]
fn a_branch_by_a_later_program_is_marked_and_nothing_of_its_play_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let trunk_path = folder.path().join("trunk.toml");
    let branch_path = folder.path().join("branch.toml");
    let mut trunk = create(&trunk_path, &bots("greedy", "cautious", 3));
    run(&mut trunk, 20);
    let departure = Departure {
        name: "what if".to_owned(),
        after: EntryNumber::new(12),
        ..Departure::default()
    };
    drop(trunk.branch(&departure, &branch_path, &stamp(9)).unwrap());
    drop(trunk);
    let branch = fs::read_to_string(&branch_path).unwrap();
    let with = |program: &str| {
        let mut changed = false;
        let text = forged(&branch, |number, block| {
            let own = concat!("program = \"", env!("CARGO_PKG_VERSION"), "\"");
            if number == 0 {
                block.body = block
                    .body
                    .replacen(own, &format!("program = \"{program}\""), 1);
            }
            if !changed && block.body.contains("kind = \"close-move\"") {
                block.body = block.body.replacen("close-move", "applaud", 1);
                changed = true;
            }
        });
        assert!(changed, "a move is closed in the branch");
        fs::write(&branch_path, text).unwrap();
        let mut kin = family(&trunk_path).unwrap();
        assert_eq!(kin.len(), 2);
        assert_eq!(kin[0].in_part, None);
        kin.remove(1)
    };
    let newer = with("9.1.0");
    assert_eq!(newer.in_part, Some(InPart::Newer));
    assert!(newer.curve.is_empty() && newer.move_number == 0);
    let other = with(env!("CARGO_PKG_VERSION"));
    assert_eq!(other.in_part, Some(InPart::Differs));
}

#[test]
fn a_branch_knows_how_much_of_its_curve_it_has_from_its_parent() {
    let folder = tempfile::tempdir().unwrap();
    let trunk_path = folder.path().join("trunk.toml");
    let branch_path = folder.path().join("branch.toml");
    let mut trunk = create(&trunk_path, &bots("greedy", "cautious", 3));
    for _ in 0..3 {
        to_the_close(&mut trunk);
    }
    let closed = |move_number: u32| {
        let mut moments = trunk.moments().iter();
        let close = moments.find(|moment| {
            moment.entry.act == Action::CloseMove && moment.entry.move_number == move_number
        });
        close.unwrap().entry.number
    };
    let departure = Departure {
        name: "what if".to_owned(),
        after: closed(2).next(),
        ..Departure::default()
    };
    let (mut branch, _) = trunk.branch(&departure, &branch_path, &stamp(9)).unwrap();
    to_the_close(&mut branch);
    drop((trunk, branch));
    let kin = family(&trunk_path).unwrap();
    let shared: Vec<usize> = kin.iter().map(|kin| kin.shared).collect();
    assert_eq!(shared, [0, 3], "STARTEX and two moves");
    assert_eq!(kin[0].curve[..3], kin[1].curve[..3]);
    assert_eq!(kin[1].curve.len(), 4);
}
