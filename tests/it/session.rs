//! The table: acts through one door, the record behind them, and back from the record.

use std::path::Path;

use unequal_partners::bot::{Bot, EuropeBot, Players, canonical_log};
use unequal_partners::engine::action::{Action, Kind};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::options::{Announcement, Options};
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::place::{At as _, DomainAt};
use unequal_partners::session::{
    Holder, Holders, Remarks, SessionError, Setup, SubmitError, Table,
};
use unequal_partners::session::{Moment, pilot};

use crate::eventful::{bots, reference, three, two_demands};

const NOW: &str = "2026-11-23T20:42:07Z";

/// Lets bots and program act until nobody but people is waited for; `limit` acts at most.
fn run(table: &mut Table, limit: usize) {
    for _ in 0..limit {
        let Some(next) = pilot::unattended(table) else {
            return;
        };
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

#[test]
fn a_table_of_bots_plays_the_same_session_as_they_do_alone() {
    use EuropeBot::{Absent, Hawk, Mediator, Random};
    for (deck, patron, client, europe, seed) in [
        (reference as fn() -> _, "logit", "logit", Absent, 1),
        (reference, "hardliner", "tit-for-tat", Mediator, 7),
        (reference, "random", "random", Random, 11),
        (two_demands, "tit-for-tat", "logit", Hawk, 3),
        (two_demands, "random", "random", Absent, 1),
    ] {
        let deck = deck();
        let setup = match europe {
            Absent => bots(patron, client, seed),
            bot => three(patron, client, bot.word(), seed),
        };
        let mut table = Table::unrecorded(deck.clone(), &setup, NOW).unwrap();
        run(&mut table, 2_000);
        let bot = |name| {
            let bot = Bot::named(&deck.scenario, name).unwrap();
            bot.expecting(europe)
        };
        let (one, other) = (bot(patron), bot(client));
        let players = Players {
            patron: &one,
            client: &other,
            europe,
        };
        let expected = canonical_log(&deck.scenario, seed, players);
        assert_eq!(table.canonical_log(), expected, "{patron} {client} {seed}");
    }
}

#[test]
fn a_resumed_session_goes_on_exactly_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    for stop in [0, 1, 7, 30, 500] {
        let path = folder.path().join(format!("stopped-{stop}.toml"));
        let mut whole = Table::unrecorded(reference(), &bots("logit", "cautious", 5), NOW).unwrap();
        run(&mut whole, 2_000);
        let setup = bots("logit", "cautious", 5);
        let mut table = Table::create(reference(), &setup, &path, NOW).unwrap();
        run(&mut table, stop);
        let before = table.view(Seat::WhiteCell);
        drop(table);
        let (mut table, torn) = Table::resume(&path).unwrap();
        assert!(torn.is_none());
        assert_eq!(table.view(Seat::WhiteCell), before);
        run(&mut table, 2_000);
        assert_eq!(table.canonical_log(), whole.canonical_log());
    }
}

#[test]
fn sealed_and_joint_sessions_of_bots_come_to_an_end_and_replay() {
    let folder = tempfile::tempdir().unwrap();
    let sealed = Options {
        sealed: true,
        ..Options::default()
    };
    let together = Options {
        announcement: Announcement::Together,
        ..Options::default()
    };
    for (name, options) in [("sealed", sealed), ("together", together)] {
        for seed in 0..6 {
            let path = folder.path().join(format!("{name}-{seed}.toml"));
            let setup = Setup {
                options,
                ..bots("logit", "tit-for-tat", seed)
            };
            let mut table = Table::create(two_demands(), &setup, &path, NOW).unwrap();
            run(&mut table, 2_000);
            assert!(table.has_ended(), "{name} {seed}");
            let (read, _) = Table::read(&path).unwrap();
            assert_eq!(read.view(Seat::Audience), table.view(Seat::Audience));
        }
    }
}

#[test]
fn undo_goes_back_and_erases_nothing() {
    let mut table = Table::unrecorded(reference(), &bots("greedy", "cautious", 2), NOW).unwrap();
    run(&mut table, 12);
    let before = table.view_at(EntryNumber::new(5), Seat::WhiteCell);
    let undo = Action::Undo {
        to: EntryNumber::new(5),
        reason: "the card was misread".to_owned(),
    };
    let refused = table.submit(
        table.last_number(),
        Seat::Patron,
        "person",
        &undo,
        Remarks::default(),
        NOW,
    );
    assert!(matches!(refused, Err(SubmitError::UndoSeat)));
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
    assert_eq!(table.view(Seat::WhiteCell), before);
    assert_eq!(table.last_number(), EntryNumber::new(13));
    assert!(
        table.is_standing(EntryNumber::new(5))
            && !table.is_standing(EntryNumber::new(6))
            && !table.is_standing(EntryNumber::new(12))
    );
    let behind = Action::Undo {
        to: EntryNumber::new(9),
        reason: "no".to_owned(),
    };
    let refused = table.submit(
        table.last_number(),
        Seat::WhiteCell,
        "person",
        &behind,
        Remarks::default(),
        NOW,
    );
    assert!(matches!(refused, Err(SubmitError::NotBehind(to)) if to == EntryNumber::new(9)));
    run(&mut table, 2_000);
    assert!(table.has_ended());
    assert_eq!(table.standing().count(), table.moments().len() - 7);
}

#[test]
fn reasons_stay_with_their_side_until_the_end() {
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("greedy".to_owned()),
            ..Holders::default()
        },
        ..bots("greedy", "cautious", 1)
    };
    let mut table = Table::unrecorded(reference(), &setup, NOW).unwrap();
    run(&mut table, 2_000);
    table
        .submit(
            table.last_number(),
            Seat::Client,
            "person",
            &Action::NoOffer,
            Remarks::default(),
            NOW,
        )
        .unwrap();
    run(&mut table, 2_000);
    assert_eq!(table.view(Seat::Client).phase, Phase::Response);
    let said = Remarks {
        rationale: Some("we need the cash".to_owned()),
        confidence: Some(70),
        dissent: Some("the treasury".to_owned()),
    };
    let act = table.view(Seat::Client).acts[0].clone();
    table
        .submit(table.last_number(), Seat::Client, "person", &act, said, NOW)
        .unwrap();
    let reason = |table: &Table, seat| table.seen(seat).last().unwrap().rationale.clone();
    assert!(reason(&table, Seat::Patron).is_none() && reason(&table, Seat::Audience).is_none());
    assert!(reason(&table, Seat::Client).is_some() && reason(&table, Seat::WhiteCell).is_some());
    let note = Action::Note {
        text: "they are bluffing".to_owned(),
        private: true,
    };
    table
        .submit(
            table.last_number(),
            Seat::Client,
            "person",
            &note,
            Remarks::default(),
            NOW,
        )
        .unwrap();
    let end = Action::End {
        reason: "time".to_owned(),
    };
    table
        .submit(
            table.last_number(),
            Seat::WhiteCell,
            "person",
            &end,
            Remarks::default(),
            NOW,
        )
        .unwrap();
    assert!(
        table
            .seen(Seat::Audience)
            .iter()
            .any(|seen| seen.rationale.is_some())
    );
    let notes = |table: &Table, seat| {
        table
            .seen(seat)
            .iter()
            .filter(|seen| seen.kind == Kind::Note)
            .count()
    };
    assert_eq!(
        [notes(&table, Seat::Patron), notes(&table, Seat::Audience)],
        [0, 0]
    );
    assert_eq!(
        [notes(&table, Seat::Client), notes(&table, Seat::WhiteCell)],
        [1, 1]
    );
}

#[test]
fn an_adjustment_is_a_ruling_with_its_reason_in_the_ledger() {
    let mut table = Table::unrecorded(reference(), &bots("greedy", "cautious", 1), NOW).unwrap();
    let act = |reason: &str| Action::Adjust {
        gauge: "economy.dependence".to_owned(),
        by: -7,
        reason: reason.to_owned(),
    };
    let refused = table.submit(
        table.last_number(),
        Seat::WhiteCell,
        "person",
        &act("  "),
        Remarks::default(),
        NOW,
    );
    assert!(refused.is_err());
    let act = act("the pipeline froze");
    table
        .submit(
            table.last_number(),
            Seat::WhiteCell,
            "person",
            &act,
            Remarks::default(),
            NOW,
        )
        .unwrap();
    assert_eq!(
        table
            .view(Seat::Audience)
            .get(Gauge::Dependence(DomainAt::new(0))),
        59
    );
    let why = unequal_partners::session::ledger::why(
        &table,
        Gauge::Dependence(DomainAt::new(0)),
        Seat::Audience,
    );
    assert_eq!(why.len(), 1);
    assert!(
        why[0].sentence.contains("the pipeline froze"),
        "{}",
        why[0].sentence
    );
}

#[test]
fn a_setup_that_the_deck_cannot_serve_is_refused_with_what_it_can() {
    let refused = |setup: &Setup| {
        Table::unrecorded(reference(), setup, NOW)
            .map(|_| ())
            .unwrap_err()
            .to_string()
    };
    let people = || Setup::of_people("x", 1);
    let moves = refused(&Setup {
        moves: Some(90),
        ..people()
    });
    assert_eq!(
        moves,
        "moves: 90 is not possible with this deck; choose 1 to 62"
    );
    let nobody = refused(&Setup {
        seats: Holders {
            client: Holder::Nobody,
            ..Holders::default()
        },
        ..people()
    });
    assert_eq!(
        nobody,
        "client: nobody is not possible with this deck; choose people, a bot or a program"
    );
    let absent = refused(&Setup {
        seats: Holders {
            europe: Holder::Bot("absent".to_owned()),
            ..Holders::default()
        },
        ..people()
    });
    assert!(
        absent.starts_with("this deck has no bot `absent`; it has: random, hawk"),
        "{absent}"
    );
    let bot = refused(&Setup {
        seats: Holders {
            patron: Holder::Bot("mild".to_owned()),
            ..Holders::default()
        },
        ..people()
    });
    assert!(
        bot.starts_with("this deck has no bot `mild`; it has: random, greedy"),
        "{bot}"
    );
}

#[test]
fn a_record_made_by_other_rules_is_named_by_its_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("save.toml");
    let mut table = Table::create(reference(), &bots("greedy", "cautious", 2), &path, NOW).unwrap();
    run(&mut table, 10);
    let ruled = |moment: &&Moment| moment.entry.act.kind() == Kind::Rule;
    let first = table.moments().iter().find(ruled).unwrap().entry.number;
    drop(table);
    let other = folder.path().join("other.toml");
    rewrite_with_another_roll(&path, &other);
    match Table::read(&other) {
        Err(SessionError::Differs {
            number,
            what: "what was drawn",
            stored,
            computed,
            ..
        }) => {
            assert_eq!(number, first);
            // In words, as people say it.
            assert!(
                stored.starts_with("roll ") && computed.starts_with("roll "),
                "{stored}"
            );
        }
        other => panic!("{other:?}"),
    }
}

/// Writes the record anew with a roll that the dice did not give; the chain of digests stays whole.
fn rewrite_with_another_roll(from: &Path, to: &Path) {
    use unequal_partners::store::{Journal, NewEntry, read};
    let record = read(from).unwrap();
    let mut journal = Journal::create(to, &record.header).unwrap();
    for entry in record.entries {
        let mut entry = NewEntry::from(entry);
        entry.drawn.roll = entry
            .drawn
            .roll
            .map(|roll| 14 - roll + i64::from(roll == 7));
        journal.append(entry).unwrap();
    }
}
