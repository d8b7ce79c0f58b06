//! Branches: another line from any entry, and a trunk that does not change by a byte.

use std::fs;
use std::ops::ControlFlow;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{self, Aar, Extras};
use unequal_partners::session::branch::Departure;
use unequal_partners::session::lengths::lengths;
use unequal_partners::session::play_out::{Unended, play_out};
use unequal_partners::session::reading::Reading;
use unequal_partners::session::{Holder, Holders, Moment, Remarks, Setup, Table, pilot};

use crate::eventful::{reference, three};

const NOW: &str = "2026-11-23T20:42:07Z";

pub(crate) fn play_on(table: &mut Table) {
    while let Some(next) = pilot::unattended(table) {
        table
            .submit(
                table.last_number(),
                next.seat,
                &next.by,
                &next.action,
                Remarks::default(),
                NOW,
            )
            .unwrap();
    }
}

fn trunk(folder: &std::path::Path) -> Table {
    let deck = reference();
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("logit".to_owned()),
            client: Holder::Bot("logit".to_owned()),
            europe: Holder::Nobody,
        },
        ..Setup::of_people("trunk", 7)
    };
    let mut table = Table::create(deck, &setup, &folder.join("trunk.toml"), NOW).unwrap();
    play_on(&mut table);
    table
}

#[test]
fn a_branch_starts_where_it_leaves_and_the_trunk_keeps_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let bytes = fs::read(trunk.path().unwrap()).unwrap();
    for after in [0, 1, 12, trunk.last_number().get()].map(EntryNumber::new) {
        let path = folder.path().join(format!("branch-{after}.toml"));
        let departure = Departure {
            name: "what if".to_owned(),
            after,
            instead: None,
            ..Departure::default()
        };
        let (mut branch, stopped) = trunk.branch(&departure, &path, NOW).unwrap();
        assert!(stopped.is_none());
        assert_eq!(
            branch.view(Seat::WhiteCell),
            trunk.view_at(after, Seat::WhiteCell)
        );
        play_on(&mut branch);
        assert_eq!(
            branch.canonical_log(),
            trunk.canonical_log(),
            "the same bots, the same luck"
        );
        drop(branch);
        let (read, _) = Table::read(&path).unwrap();
        let parent = read.header().parent.as_ref().unwrap();
        assert_eq!((parent.file.as_str(), parent.entry), ("trunk.toml", after));
    }
    assert_eq!(fs::read(trunk.path().unwrap()).unwrap(), bytes);
}

#[test]
fn a_branch_of_a_branch_leaves_from_the_branch() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let first = Departure {
        name: "first".to_owned(),
        after: EntryNumber::new(10),
        instead: None,
        ..Departure::default()
    };
    let path = folder.path().join("first.toml");
    let (mut branch, _) = trunk.branch(&first, &path, NOW).unwrap();
    play_on(&mut branch);
    let second = Departure {
        name: "second".to_owned(),
        after: EntryNumber::new(14),
        instead: None,
        ..Departure::default()
    };
    let path = folder.path().join("second.toml");
    let (twig, _) = branch.branch(&second, &path, NOW).unwrap();
    assert_eq!(twig.header().parent.as_ref().unwrap().file, "first.toml");
    assert_eq!(
        twig.view(Seat::Audience),
        branch.view_at(EntryNumber::new(14), Seat::Audience)
    );
}

#[test]
fn an_exchanged_act_keeps_what_follows_as_far_as_it_is_legal_and_says_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let mut stops = 0;
    for moment in trunk.moments() {
        let Action::Respond { response, .. } = &moment.entry.act else {
            continue;
        };
        let after = moment.entry.number.before();
        let view = trunk.view_at(after, Seat::Client);
        let other = view.acts.iter().find(
            |act| !matches!(act, Action::Respond { response: other, .. } if other == response),
        );
        let instead = Some(other.unwrap().clone());
        let path = folder.path().join(format!("exchange-{after}.toml"));
        let departure = Departure {
            name: "exchanged".to_owned(),
            after,
            instead,
            ..Departure::default()
        };
        let (branch, stopped) = trunk.branch(&departure, &path, NOW).unwrap();
        let kept = branch.last_number();
        match stopped {
            Some(stopped) => {
                stops += 1;
                assert_eq!(stopped.at, kept.next(), "what stands before it was kept");
            }
            None => assert!(branch.has_ended() || kept == trunk.last_number()),
        }
    }
    assert!(
        stops > 0,
        "no exchange changed what is legal later: the test sees nothing"
    );
}

#[test]
fn what_nobody_decided_is_signed_with_nobodys_name_time_or_reason() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup::of_people("trunk", 7);
    let path = folder.path().join("trunk.toml");
    let mut trunk = Table::create(reference(), &setup, &path, NOW).unwrap();
    for _ in 0..30 {
        let view = trunk.view(Seat::WhiteCell);
        let Some(seat) = view.waits_for.first().copied() else {
            break;
        };
        let act = trunk.view(seat).acts[0].clone();
        let said = Remarks {
            rationale: Some("said at the table".to_owned()),
            ..Remarks::default()
        };
        let last = trunk.last_number();
        trunk.submit(last, seat, "Anna", &act, said, NOW).unwrap();
    }
    let later = "2026-12-24T18:00:00Z";
    let decision = |moment: &&Moment| moment.entry.act.is_decision();
    let exchanged = trunk.moments().iter().find(decision).unwrap().entry.number;
    let view = trunk.view_at(exchanged.before(), Seat::WhiteCell);
    let seat = trunk.moment(exchanged).unwrap().entry.seat;
    let own = trunk.view_at(exchanged.before(), seat);
    let same = &trunk.moment(exchanged).unwrap().entry.act;
    let other = own.acts.iter().find(|act| *act != same).unwrap().clone();
    assert_eq!(view.move_number, 1);
    let departure = Departure {
        name: "what if".to_owned(),
        after: exchanged.before(),
        instead: Some(other),
        ..Departure::default()
    };
    let to = folder.path().join("branch.toml");
    let (branch, _) = trunk.branch(&departure, &to, later).unwrap();
    assert_eq!(branch.parted_at(), Some(exchanged.before()));
    for moment in branch.moments() {
        let entry = &moment.entry;
        let shared = entry.number < exchanged;
        assert_eq!(
            entry.by.is_person(),
            shared,
            "{}: {}",
            entry.number,
            entry.by
        );
        assert_eq!(entry.at == NOW, shared, "{}", entry.number);
        assert_eq!(entry.rationale.is_some(), shared, "{}", entry.number);
    }
    assert!(branch.last_number() > exchanged, "something was kept");
    let times: Vec<&str> = branch
        .moments()
        .iter()
        .map(|m| m.entry.at.as_str())
        .collect();
    assert!(times.is_sorted(), "time runs forward");
    // Nobody sat there for the years in between.
    let reading = Reading::new(&branch, Seat::WhiteCell);
    assert!(lengths(&reading).iter().all(|one| one.seconds < 60));
}

#[test]
fn who_held_a_seat_is_told_by_where_they_took_it() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let departure = Departure {
        name: "people go on".to_owned(),
        after: EntryNumber::new(12),
        seats: [(Seat::Client, Holder::Human)].into(),
        ..Departure::default()
    };
    let to = folder.path().join("branch.toml");
    let (branch, _) = trunk.branch(&departure, &to, NOW).unwrap();
    let logit = Holder::Bot("logit".to_owned());
    let held: Vec<(u64, Holder)> = branch
        .held(Seat::Client)
        .into_iter()
        .map(|held| (held.from.get(), held.by))
        .collect();
    assert_eq!(held, [(0, logit.clone()), (13, Holder::Human)]);
    assert_eq!(branch.held(Seat::Patron).len(), 1);
    let report = Aar::new(&branch, Seat::WhiteCell, Extras::default());
    assert!(
        report.summary[0].contains("by the bot logit, then people [13]"),
        "{}",
        report.summary[0]
    );
    let page = report::html(&report);
    assert!(
        page.contains("A what-if. This record branches off trunk.toml after entry 12"),
        "{page}"
    );
}

#[test]
fn an_undone_entry_can_be_branched_from_by_the_line_that_led_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let deck = reference();
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("logit".to_owned()),
            client: Holder::Bot("logit".to_owned()),
            europe: Holder::Nobody,
        },
        ..Setup::of_people("trunk", 3)
    };
    let mut table = Table::create(deck, &setup, &folder.path().join("t.toml"), NOW).unwrap();
    let step = |table: &mut Table, n: usize| {
        for _ in 0..n {
            let next = pilot::unattended(table).unwrap();
            table
                .submit(
                    table.last_number(),
                    next.seat,
                    &next.by,
                    &next.action,
                    Remarks::default(),
                    NOW,
                )
                .unwrap();
        }
    };
    step(&mut table, 9);
    let undo = Action::Undo {
        to: EntryNumber::new(4),
        reason: "misread".to_owned(),
    };
    table
        .submit(
            table.last_number(),
            Seat::WhiteCell,
            "person",
            &undo,
            Remarks::default(),
            NOW,
        )
        .unwrap();
    step(&mut table, 3);
    let line_to = |end| table.line_to(EntryNumber::new(end));
    assert_eq!(line_to(13), [1, 2, 3, 4, 11, 12, 13].map(EntryNumber::new));
    let before: Vec<_> = EntryNumber::FIRST.through(EntryNumber::new(9)).collect();
    assert_eq!(line_to(9), before);
    assert_eq!(table.line_ends(), [9, 13].map(EntryNumber::new));
    let departure = Departure {
        name: "undone".to_owned(),
        after: EntryNumber::new(8),
        instead: None,
        ..Departure::default()
    };
    let path = folder.path().join("undone.toml");
    let (branch, _) = table.branch(&departure, &path, NOW).unwrap();
    assert_eq!(
        branch.view(Seat::WhiteCell),
        table.view_at(EntryNumber::new(8), Seat::WhiteCell)
    );
}

#[test]
fn a_branch_may_give_its_seats_to_others_and_leaves_the_trunk_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let departure = Departure {
        name: "with a bot".to_owned(),
        after: EntryNumber::new(4),
        seats: [(Seat::Client, Holder::Bot("random".to_owned()))].into(),
        ..Departure::default()
    };
    let path = folder.path().join("bot.toml");
    let (branch, _) = trunk.branch(&departure, &path, NOW).unwrap();
    assert_eq!(branch.holder(Seat::Client).to_string(), "bot:random");
    assert_eq!(branch.holder(Seat::Patron), trunk.holder(Seat::Patron));
    drop(branch);
    let unknown = Departure {
        seats: [(Seat::Patron, Holder::Bot("nobody".to_owned()))].into(),
        ..departure
    };
    let path = folder.path().join("nobody.toml");
    assert!(trunk.branch(&unknown, &path, NOW).is_err());
    assert!(!path.exists());
}

#[test]
fn a_branch_may_empty_europes_seat_or_fill_it_where_it_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let setup = three("logit", "logit", "random", 7);
    let mut with = Table::create(reference(), &setup, &path("with.toml"), NOW).unwrap();
    play_on(&mut with);
    let without = trunk(folder.path());
    for (trunk, to, name) in [
        (&with, Holder::Nobody, "emptied.toml"),
        (&without, Holder::Bot("hawk".to_owned()), "filled.toml"),
    ] {
        let closed = |moment: &&Moment| moment.entry.act == Action::CloseMove;
        let after = trunk.moments().iter().find(closed).unwrap().entry.number;
        let departure = Departure {
            name: name.to_owned(),
            after,
            seats: [(Seat::Europe, to.clone())].into(),
            ..Departure::default()
        };
        let (mut branch, _) = trunk.branch(&departure, &path(name), NOW).unwrap();
        assert_eq!(branch.holder(Seat::Europe), to);
        let copied = branch.last_number();
        play_on(&mut branch);
        assert!(branch.has_ended());
        let of_europe = |moment: &Moment| moment.entry.seat == Seat::Europe;
        let later = branch.moments().iter().skip(copied.count());
        let acts = later.filter(|moment| of_europe(moment)).count();
        assert_eq!(acts > 0, to != Holder::Nobody, "{name}");
        drop(branch);
        Table::read(&path(name)).unwrap();
    }
}

#[test]
fn a_line_that_is_broken_off_while_bots_play_it_out_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let table = trunk(folder.path());
    let path = folder.path().join("on.toml");
    let departure = Departure {
        name: "On".to_owned(),
        after: EntryNumber::new(2),
        seats: [(Seat::Client, Holder::Human)].into(),
        ..Departure::default()
    };
    drop(table.branch(&departure, &path, NOW).unwrap());
    let before = std::fs::read(&path).unwrap();
    let broken = play_out(&path, NOW, &|moves, _| {
        if moves > 1 {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    assert!(matches!(broken, Err(Unended::BrokenOff)), "{broken:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    play_out(&path, NOW, &|_, _| ControlFlow::Continue(())).unwrap();
    let (played, _) = Table::read(&path).unwrap();
    assert!(played.has_ended());
    let ended = std::fs::read(&path).unwrap();
    play_out(&path, NOW, &|_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(
        std::fs::read(&path).unwrap(),
        ended,
        "nothing is left to play"
    );
}
