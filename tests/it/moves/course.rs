//! Turn zero and STARTEX, cards written in the room, seats handed over, the length, and undo across a reveal.

use std::fs;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::fact::{Disclosed, Fact};
use unequal_partners::engine::options::Options;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::refused::{Part, Refused};
use unequal_partners::engine::room::inject::{Due, InjectStatus};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Response;
use unequal_partners::session::branch::Departure;
use unequal_partners::session::seal::seal_demand;
use unequal_partners::session::{Holder, Holders, Setup, Table, pilot};

use super::*;

#[test]
fn turn_zero_leaves_nothing_behind_in_the_game() {
    for rehearsed in [0, 1, 5, 40, 400] {
        let mut table = table_of_bots(4);
        white(&mut table, &[Action::Rehearse]);
        assert_eq!(table.view(Seat::Client).move_number, 0);
        run(&mut table, rehearsed);
        assert!(!table.has_ended(), "turn zero has no end but STARTEX");
        white(&mut table, &[write("archive"), Action::StartEx]);
        let told = table.moments().last().unwrap();
        assert!(told.changes.is_empty() && told.facts.is_empty());
        assert_eq!(table.view(WHITE).move_number, 1);
        run(&mut table, 2000);
        let mut straight = table_of_bots(4);
        run(&mut straight, 2000);
        assert_eq!(table.canonical_log(), straight.canonical_log());
        assert_eq!(
            table.open_loop().steps.len(),
            straight.open_loop().steps.len()
        );
        let (one, other) = (table.view(Seat::Audience), straight.view(Seat::Audience));
        assert_eq!((one.path, one.outcome), (other.path, other.outcome));
    }
}

#[test]
fn turn_zero_and_startex_come_before_the_first_move_and_once() {
    let mut table = people(4);
    white(&mut table, &[Action::Rehearse]);
    assert_eq!(
        refused(&mut table, WHITE, &Action::Rehearse),
        Refused::Begun
    );
    let end = Action::End {
        reason: "enough".to_owned(),
    };
    assert_eq!(refused(&mut table, WHITE, &end), Refused::Rehearsing);
    white(&mut table, &[Action::StartEx]);
    for act in [Action::Rehearse, Action::StartEx] {
        assert_eq!(refused(&mut table, WHITE, &act), Refused::Begun);
    }
    let mut table = people(4);
    white(&mut table, &[OPEN]);
    for act in [Action::Rehearse, Action::StartEx] {
        assert_eq!(refused(&mut table, WHITE, &act), Refused::Begun);
    }
    white(&mut table, &[undo(0), Action::StartEx, OPEN]);
}

#[test]
fn what_came_in_turn_zero_comes_again_and_what_was_prepared_stays() {
    let mut table = people(4);
    let length = Action::SetLength {
        moves: 3,
        reason: "the room is ours until noon".to_owned(),
    };
    white(
        &mut table,
        &[
            Action::Rehearse,
            plan("x", written("X", &[("trust", -9)]), Due::Called),
            OPEN,
            fire("x"),
            length,
            Action::StartEx,
        ],
    );
    let view = table.view(WHITE);
    assert_eq!(view.room.plan.unwrap()[0].status, InjectStatus::Waiting);
    assert_eq!((view.moves_planned, view.last_move), (3, Some(3)));
    assert_eq!(view.phase, Phase::Inject);
}

#[test]
fn a_length_counts_from_startex_and_is_known_to_everybody() {
    let mut table = table_of_bots(4);
    white(&mut table, &[Action::Rehearse]);
    run(&mut table, 60);
    let length = |moves| Action::SetLength {
        moves,
        reason: "the bus leaves".to_owned(),
    };
    white(&mut table, &[length(2)]);
    assert_eq!(table.view(Seat::Patron).last_move, Some(2));
    white(&mut table, &[Action::StartEx]);
    run_to(&mut table, Phase::Drift);
    for moves in [0, 65] {
        let wrong = refused(&mut table, WHITE, &length(moves));
        assert_eq!(wrong, Refused::Length { least: 1, most: 64 });
    }
    run(&mut table, 2000);
    assert_eq!(table.view(WHITE).path.len(), 3, "two moves, and STARTEX");
}

#[test]
fn a_session_may_outlast_its_event_pile() {
    let mut table = people(4);
    let entries = {
        let rules = table.scenario();
        rules.events.len() + rules.session.quiet_events
    };
    let length = Action::SetLength {
        moves: 64,
        reason: "we stay the night".to_owned(),
    };
    white(&mut table, &[length]);
    let calm = ["stability", "autonomy"].map(|gauge| Action::Adjust {
        gauge: gauge.to_owned(),
        by: 100,
        reason: "to stay together, and free".to_owned(),
    });
    while !table.has_ended() {
        white(&mut table, &[OPEN]);
        let view = table.view(WHITE);
        if view.move_number as usize > entries {
            assert_eq!(view.event, None, "the pile is empty: quiet");
        }
        act(&mut table, Seat::Patron, &Action::Hold);
        white(&mut table, &calm);
        white(&mut table, &[Action::CloseMove]);
    }
    assert_eq!(table.view(WHITE).path.len(), 65);
}

#[test]
fn a_written_card_is_played_undone_and_written_again() {
    let mut table = people(4);
    white(&mut table, &[OPEN, write("archive")]);
    let taken = Refused::CardTaken("archive".to_owned());
    assert_eq!(refused(&mut table, WHITE, &write("archive")), taken);
    let deck_card = deck().scenario.cards.first().unwrap().id.clone();
    let of_the_deck = Refused::CardTaken(deck_card.clone());
    assert_eq!(refused(&mut table, WHITE, &write(&deck_card)), of_the_deck);
    // Taken back, it can be given again; another card needs an id of its own, for both stay in the record.
    white(&mut table, &[undo(1), write("archive"), undo(1)]);
    let mut better = card("archive");
    better.title = "Open half of the archive".to_owned();
    better.gain = 9;
    let other = Action::WriteDemand {
        card: better.clone(),
    };
    assert_eq!(refused(&mut table, WHITE, &other), taken);
    better.id = "half".to_owned();
    white(&mut table, &[Action::WriteDemand { card: better }]);
    act(&mut table, Seat::Patron, &demand("half"));
    let tabled = table.view(Seat::Client).tabled[0].demand.card;
    assert_eq!(table.scenario().cards[tabled].gain, 9);
    let sentence = table.seen(Seat::Client).pop().unwrap().sentence;
    assert!(sentence.contains("Open half of the archive"), "{sentence}");
    act(&mut table, Seat::Client, &respond(Response::Accept));
    run(&mut table, 1);
}

#[test]
fn records_with_everything_around_play_are_read_back_branched_and_resumed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trunk.toml");
    let setup = bots("logit", "cautious", 9);
    let mut table = Table::create(deck(), &setup, &path, &stamp(0)).unwrap();
    white(
        &mut table,
        &[
            Action::Rehearse,
            plan("x", written("X", &[("trust", -9)]), Due::Crisis),
        ],
    );
    run(&mut table, 8);
    white(&mut table, &[Action::StartEx]);
    run(&mut table, 9);
    white(
        &mut table,
        &[write("archive"), hand_over(Seat::Client, "human")],
    );
    let handed = table.last_number();
    assert_eq!(table.holder(Seat::Client), Holder::Human);
    white(
        &mut table,
        &[back_to(handed.before().before()), write("archive")],
    );
    assert_eq!(
        table.holder(Seat::Client),
        Holder::Bot("cautious".to_owned())
    );
    white(&mut table, &[hand_over(Seat::Client, "bot:greedy")]);
    run(&mut table, 12);
    let end = table.last_number();
    let bytes = fs::read(&path).unwrap();
    let (read, _) = Table::read(&path).unwrap();
    for seat in Seat::ALL {
        assert_eq!(read.view(seat), table.view(seat));
        assert_eq!(read.seen(seat), table.seen(seat));
    }
    let departure = Departure {
        name: "what if".to_owned(),
        after: end,
        seats: [(Seat::Client, Holder::Bot("hardliner".to_owned()))].into(),
        ..Departure::default()
    };
    let beside = folder.path().join("branch.toml");
    let (mut branch, _) = table.branch(&departure, &beside, &stamp(999)).unwrap();
    assert_eq!(
        branch.holder(Seat::Client),
        Holder::Bot("hardliner".to_owned())
    );
    run(&mut branch, 2000);
    assert!(branch.has_ended());
    drop(branch);
    let (branch, _) = Table::read(&beside).unwrap();
    let title = |table: &Table| table.deck().text.cards.last().unwrap().title.clone();
    assert_eq!(title(&branch), "Open the archive");
    assert_eq!(
        branch.deck().text.cards.len(),
        branch.scenario().cards.len(),
        "a card a text"
    );
    assert_eq!(fs::read(&path).unwrap(), bytes);
    drop(table);
    let (mut table, _) = Table::resume(&path).unwrap();
    run(&mut table, 2000);
    assert!(table.has_ended());
}

fn sealed(patron: Holder, client: Holder, seed: u64) -> Table {
    let setup = Setup {
        seats: Holders {
            patron,
            client,
            europe: Holder::Nobody,
        },
        options: Options {
            sealed: true,
            ..Options::default()
        },
        ..Setup::of_people("Table 2", seed)
    };
    Table::unrecorded(deck(), &setup, &stamp(0)).unwrap()
}

fn bot(name: &str) -> Holder {
    Holder::Bot(name.to_owned())
}

#[test]
fn a_bot_opens_its_plan_though_the_game_has_moved_or_the_seat_is_held_by_others() {
    for seed in 0..6 {
        let mut table = sealed(bot("logit"), bot("logit"), seed);
        run_to(&mut table, Phase::Reveal);
        white(
            &mut table,
            &[
                Action::Adjust {
                    gauge: "trust".to_owned(),
                    by: -40,
                    reason: "a leak".to_owned(),
                },
                hand_over(Seat::Patron, "human"),
                hand_over(Seat::Client, "bot:hardliner"),
            ],
        );
        let next = pilot::unattended(&table).unwrap();
        assert_eq!(next.by.bot(), Some("logit"));
        run(&mut table, 2);
        assert_ne!(table.view(WHITE).phase, Phase::Reveal);
        white(&mut table, &[hand_over(Seat::Patron, "bot:greedy")]);
        run(&mut table, 2000);
        assert!(table.has_ended());
    }
}

#[test]
fn a_bot_in_the_place_of_people_commits_to_its_own_plan() {
    let mut table = sealed(Holder::Human, bot("logit"), 4);
    run_to(&mut table, Phase::Sealing);
    let people = unequal_partners::engine::action::SealedDemand {
        take_up: false,
        demand: None,
        if_met: unequal_partners::model::choice::FollowUp::Pocket,
        if_defied: unequal_partners::model::choice::FollowUp::Pocket,
    };
    let plan = seal_demand(people, "a nonce that only the team knows".to_owned());
    act(&mut table, Seat::Patron, &plan.commit);
    white(&mut table, &[hand_over(Seat::Patron, "bot:greedy")]);
    run_to(&mut table, Phase::Reveal);
    run(&mut table, 2000);
    assert!(table.has_ended(), "stands in {:?}", table.view(WHITE).phase);
}

#[test]
fn a_bot_goes_on_in_the_middle_of_a_move() {
    for phase in [
        Phase::Offer,
        Phase::Demand,
        Phase::Response,
        Phase::FollowUp,
    ] {
        let mut table = table_of_bots(2);
        run_to(&mut table, phase);
        white(
            &mut table,
            &[
                hand_over(Seat::Patron, "human"),
                hand_over(Seat::Client, "human"),
            ],
        );
        assert!(pilot::unattended(&table).is_none());
        white(
            &mut table,
            &[
                hand_over(Seat::Patron, "bot:cautious"),
                hand_over(Seat::Client, "bot:greedy"),
            ],
        );
        run(&mut table, 2000);
        assert!(table.has_ended());
    }
    let mut table = people(2);
    let unknown = refused(&mut table, WHITE, &hand_over(Seat::Patron, "bot:nobody"));
    assert!(matches!(
        unknown,
        Refused::Unknown {
            what: Part::Bot,
            ..
        }
    ));
    for (of, to) in [
        ("patron", "Anna"),
        ("patron", "bot:"),
        ("observer", "human"),
        ("white-cell", "bot:"),
    ] {
        let act = format!(r#"{{"kind":"hand-over","of":"{of}","to":"{to}"}}"#);
        assert!(serde_json::from_str::<Action>(&act).is_err(), "{act}");
    }
}

#[test]
fn an_undo_says_what_it_cannot_hide_again() {
    let mut table = people(7);
    white(&mut table, &[write("archive"), OPEN]);
    act(&mut table, Seat::Patron, &demand("archive"));
    white(&mut table, &[undo(2)]);
    assert!(
        table.moments().last().unwrap().facts.is_empty(),
        "a demand was never hidden"
    );
    act(&mut table, Seat::Patron, &demand("archive"));
    act(&mut table, Seat::Client, &respond(Response::Refuse));
    let by_hand = Action::Rule {
        roll: Some(7),
        arguments: 0,
        band: None,
        reason: None,
        provisional: false,
    };
    white(&mut table, &[by_hand, undo(8)]);
    assert!(
        table.moments().last().unwrap().facts.is_empty(),
        "the dice were thrown by hand"
    );
    white(&mut table, &[Action::rule_as_computed()]);
    let end = Action::End {
        reason: "time".to_owned(),
    };
    white(&mut table, &[end, undo(1)]);
    let facts = table.moments().last().unwrap().facts.clone();
    assert_eq!(
        facts,
        [Disclosed::News, Disclosed::Dice, Disclosed::Everything].map(Fact::KnownAlready)
    );
    let sentence = table.seen(Seat::Client).pop().unwrap().sentence;
    assert_eq!(
        sentence,
        "White cell went back to entry 1: misread (known by then: what happened outside; the dice; \
         all that was hidden, for the session had ended)"
    );
    assert_eq!(table.rulings(), []);
}
