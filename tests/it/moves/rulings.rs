//! Arguments, provisional rulings, the way rulings are made, and both results side by side.

use std::ops::ControlFlow;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::options::AdjudicationMode;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::refused::Refused;
use unequal_partners::engine::room::inject::Due;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Band, Response};
use unequal_partners::model::side::Side;
use unequal_partners::session::Table;
use unequal_partners::session::desk::{Outlook, Tips};

use super::*;

fn argue(helps: Side, strong: bool) -> Action {
    Action::Argue {
        helps,
        text: "the winter is long".to_owned(),
        strong,
    }
}

fn ruled(band: Option<Band>, provisional: bool) -> Action {
    Action::Rule {
        roll: None,
        arguments: 0,
        band,
        reason: band.map(|_| "the room agreed".to_owned()),
        provisional,
    }
}

/// A table before the ruling of a request that was refused.
fn before_the_ruling(seed: u64) -> Table {
    before_the_ruling_of(deck(), seed)
}

fn before_the_ruling_of(deck: Deck, seed: u64) -> Table {
    let setup = Setup::of_people("Table 2", seed);
    let mut table = Table::unrecorded(deck, &setup, &stamp(0)).unwrap();
    white(&mut table, &[OPEN, write("archive")]);
    act(&mut table, Seat::Patron, &demand("archive"));
    act(&mut table, Seat::Client, &respond(Response::Refuse));
    table
}

#[test]
fn arguments_are_about_a_demand_on_the_table_and_gone_with_its_ruling() {
    let mut table = people(7);
    white(&mut table, &[OPEN, write("archive")]);
    let pro = argue(Side::Patron, false);
    assert_eq!(refused(&mut table, WHITE, &pro), Refused::NothingTabled);
    act(&mut table, Seat::Patron, &demand("archive"));
    act(&mut table, Seat::Client, &argue(Side::Client, true));
    act(&mut table, Seat::Audience, &pro);
    assert_eq!(table.view(WHITE).room.net_arguments, 1);
    act(&mut table, Seat::Client, &argue(Side::Client, true));
    assert_eq!(table.view(WHITE).room.net_arguments, 2, "the deck's limit");
    act(&mut table, Seat::Client, &respond(Response::Refuse));
    let desk = table.desk().unwrap();
    assert_eq!(desk.arguments, 2);
    white(&mut table, &[ruled(None, false)]);
    assert!(table.view(WHITE).room.arguments.is_empty());
    assert_eq!(refused(&mut table, WHITE, &pro), Refused::NothingTabled);
}

#[test]
fn the_program_rules_with_the_arguments_heard_where_the_mode_lets_it() {
    for (mode, arguments) in [
        (AdjudicationMode::Rigid, 0),
        (AdjudicationMode::SemiRigid, -2),
        (AdjudicationMode::Free, -2),
    ] {
        let mut table = before_the_ruling(7);
        let set = Action::SetAdjudication {
            mode,
            reason: "the room asked for it".to_owned(),
        };
        white(&mut table, &[set]);
        assert_eq!(table.options().adjudication, mode);
        act(&mut table, Seat::Patron, &argue(Side::Patron, true));
        let computed = table.desk().unwrap().computed;
        run(&mut table, 1);
        let ruling = table.rulings().pop().unwrap();
        assert_eq!(ruling.arguments, arguments, "{mode:?}");
        assert_eq!(ruling.computed, ruling.ruled);
        if mode != AdjudicationMode::Rigid {
            assert_eq!(ruling.ruled, computed);
        }
    }
}

#[test]
fn the_way_rulings_are_made_can_be_undone_and_is_part_of_the_state() {
    let mut table = before_the_ruling(7);
    let before = table.moments().last().unwrap().entry.state.clone();
    let set = Action::SetAdjudication {
        mode: AdjudicationMode::Rigid,
        reason: "to compare sessions".to_owned(),
    };
    white(&mut table, &[set]);
    assert_ne!(table.moments().last().unwrap().entry.state, before);
    assert_eq!(
        refused(&mut table, WHITE, &ruled(Some(Band::Slip), false)),
        Refused::Rigid
    );
    let back = table.last_number().before();
    white(&mut table, &[back_to(back)]);
    assert_eq!(table.options().adjudication, AdjudicationMode::SemiRigid);
    assert_eq!(table.moments().last().unwrap().entry.state, before);
}

#[test]
fn computed_and_ruled_stand_side_by_side_in_the_record() {
    for (seed, band) in [(7, Band::Slip), (7, Band::AsOffered), (7, Band::Hold)] {
        let mut table = before_the_ruling(seed);
        let computed = table.desk().unwrap().computed;
        white(&mut table, &[ruled(Some(band), false)]);
        let drawn = table.moments().last().unwrap().entry.drawn.clone();
        assert_eq!(drawn.computed, (computed != band).then_some(computed));
        let ruling = table.rulings().pop().unwrap();
        assert_eq!((ruling.computed, ruling.ruled), (computed, band));
        assert_eq!(ruling.departs(), computed != band);
        let sentence = table.seen(Seat::Client).pop().unwrap().sentence;
        assert_eq!(
            sentence.contains("(by rule: "),
            computed != band,
            "{sentence}"
        );
    }
}

#[test]
fn a_provisional_ruling_waits_until_it_is_settled_even_after_the_end() {
    let mut table = before_the_ruling(7);
    white(&mut table, &[ruled(None, true)]);
    assert!(table.rulings()[0].provisional);
    let settle = |move_number, place| Action::Settle {
        move_number,
        place,
        reason: "it stands".to_owned(),
    };
    assert_eq!(
        refused(&mut table, WHITE, &settle(1, 1)),
        Refused::NotProvisional {
            move_number: 1,
            place: 1
        }
    );
    let end = Action::End {
        reason: "time".to_owned(),
    };
    white(&mut table, &[end, settle(1, 0)]);
    assert!(!table.rulings()[0].provisional);
    assert!(table.view(WHITE).room.provisional.is_empty());
}

#[test]
fn the_outlook_tells_the_bands_apart_and_the_same_every_time() {
    let table = before_the_ruling(7);
    let outlook = Outlook::new(&table, None, 60).unwrap();
    let bands = outlook.answer(&|_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(
        outlook.answer(&|_, _| ControlFlow::Continue(())).unwrap(),
        bands
    );
    assert!(outlook.answer(&|_, _| ControlFlow::Break(())).is_err());
    assert_eq!(
        bands.iter().map(|after| after.band).collect::<Vec<_>>(),
        Band::ALL
    );
    for after in &bands {
        let spread = after.spread;
        assert!(spread.low <= spread.median && spread.median <= spread.high);
        assert!(spread.low < spread.high, "sixty sessions end alike");
        let shares: f64 = after.follow_ups.iter().map(|(_, percent)| percent).sum();
        assert!((shares - 100.0).abs() < 1e-6, "{after:?}");
    }
    let means: Vec<f64> = bands.iter().map(|after| after.expected.stability).collect();
    let apart = |pair: &[f64]| (pair[0] - pair[1]).abs() > 1e-9;
    assert!(means.windows(2).all(apart), "{means:?}");
    let mut table = table;
    white(&mut table, &[ruled(None, false)]);
    assert_eq!(table.view(WHITE).phase, Phase::FollowUp);
    assert!(table.desk().is_none() && Outlook::new(&table, None, 60).is_none());
}

#[test]
fn a_number_on_which_a_result_hangs_gives_another_result_where_it_is_said_to() {
    let mut table = before_the_ruling(7);
    let desk = table.desk().unwrap();
    let roll = i64::from(desk.dice.0) + i64::from(desk.dice.1);
    let tips = Tips::new(&table, roll, desk.arguments).unwrap().answer();
    let first = tips.first().expect("some number decides");
    let (value, then) = first.below.as_ref().or(first.above.as_ref()).unwrap();
    let text = include_str!("../../golden/deck.toml");
    let key = first.path.strip_prefix("contest.").expect("of the contest");
    let now = format!("\n{key} = {}\n", first.now);
    assert_eq!(text.matches(&now).count(), 1, "{now}");
    let changed = text.replace(&now, &format!("\n{key} = {value}\n"));
    let other = before_the_ruling_of(Deck::from_text("deck", &changed).unwrap(), 7);
    assert_eq!(other.desk().unwrap().computed, *then, "{first:?}");
    assert_ne!(desk.computed, *then);
    white(&mut table, &[ruled(None, false)]);
    assert!(Tips::new(&table, roll, 0).is_none());
}

#[test]
fn whoever_goes_against_the_rules_says_why() {
    let mut table = before_the_ruling(7);
    white(&mut table, &[ruled(None, true)]);
    let due = Due::Called;
    white(&mut table, &[plan("x", written("A flood", &[]), due)]);
    let blank = || " \n".to_owned();
    let unreasoned = [
        Action::Adjust {
            gauge: "trust".to_owned(),
            by: 1,
            reason: blank(),
        },
        Action::End { reason: blank() },
        Action::SkipInject {
            id: "x".to_owned(),
            reason: blank(),
        },
        Action::Settle {
            move_number: 1,
            place: 0,
            reason: blank(),
        },
        Action::SetAdjudication {
            mode: AdjudicationMode::Rigid,
            reason: blank(),
        },
        Action::SetLength {
            moves: 9,
            reason: blank(),
        },
        Action::Undo {
            to: EntryNumber::new(1),
            reason: blank(),
        },
    ];
    for act in &unreasoned {
        assert_eq!(refused(&mut table, WHITE, act), Refused::NoReason);
    }
    let mut table = before_the_ruling(7);
    for reason in [None, Some(blank())] {
        let ruled = Action::Rule {
            roll: None,
            arguments: 0,
            band: Some(Band::Hold),
            reason,
            provisional: false,
        };
        assert_eq!(refused(&mut table, WHITE, &ruled), Refused::NoReason);
    }
}
