//! Replays of recorded sessions: all acts together give the session itself, whatever happened in it.

use unequal_partners::analysis::attribution::{Whose, attribute, overrides};
use unequal_partners::analysis::open_loop::{OverrideKind, Played};
use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::options::{Announcement, Options};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::side::Side;
use unequal_partners::session::{Remarks, Setup, Table, pilot};

use crate::eventful::{bots, play, set, stamp, submit, three, two_demands};
use crate::generic::decks;

#[test]
fn the_replay_of_everything_that_stands_gives_the_session_at_any_length() {
    for (name, deck) in decks() {
        for seed in 0..12 {
            let options = Options {
                sealed: seed % 3 == 1,
                announcement: if seed % 3 == 2 {
                    Announcement::Together
                } else {
                    Announcement::InTurn
                },
                ..Options::default()
            };
            let setup = Setup {
                options,
                ..bots("random", "random", seed)
            };
            for entries in [0, 9, 23, 60, 500] {
                let table = play(&deck, &setup, entries);
                let replayed = table.open_loop().stability(table.scenario(), Played::ALL);
                let stands = table.view(Seat::WhiteCell).get(Gauge::Stability);
                assert_eq!(replayed, stands, "{name}, seed {seed}, {entries} entries");
            }
        }
    }
}

#[test]
fn overrides_are_found_and_weighed_one_by_one() {
    let (_, deck) = decks().remove(0);
    let table = play(&deck, &bots("logit", "cautious", 4), 500);
    let recorded = table.open_loop();
    let found = recorded.overrides();
    assert!(found.len() > 3, "{found:?}");
    let effect = overrides(table.scenario(), &recorded);
    assert_eq!(effect.each.len(), found.len());
    assert_eq!(
        effect.with_all,
        table.view(Seat::WhiteCell).get(Gauge::Stability)
    );
}

#[test]
fn long_sessions_are_sampled_and_say_so() {
    let (_, deck) = decks().remove(1);
    let table = play(&deck, &bots("random", "random", 2), 900);
    let recorded = table.open_loop();
    assert!(recorded.exchanges().count() > 12);
    let result = attribute(table.scenario(), &recorded, Whose::Demands);
    assert!(result.orders.is_some());
    assert!(result.parts.iter().any(|part| part.value.error > 0.0));
}

/// Plays bots until the white cell may decide what a choice picks; lets it decide that, and plays so many moves to
/// their end. None where the session has no such moment.
fn set_once(
    deck: &Deck,
    setup: &Setup,
    moves: usize,
    choose: impl Fn(&Table) -> Vec<(Seat, Action)>,
) -> Option<Table> {
    let mut table = Table::unrecorded(deck.clone(), setup, &stamp(0)).unwrap();
    let (mut has_set, mut closed) = (false, 0);
    while closed < moves {
        for (seat, act) in if has_set { Vec::new() } else { choose(&table) } {
            submit(&mut table, seat, "Anna", &act, Remarks::default());
            has_set = true;
        }
        let Some(next) = pilot::unattended(&table) else {
            break;
        };
        closed += usize::from(has_set && next.action == Action::CloseMove);
        submit(
            &mut table,
            next.seat,
            next.by,
            &next.action,
            Remarks::default(),
        );
    }
    has_set.then_some(table)
}

/// The same acts in a session of their own, those of the white cell in the place of a seat given way to others.
/// None where the rules do not allow the same acts without them.
fn without(
    table: &Table,
    setup: &Setup,
    instead: impl Fn(&Action) -> Option<(Seat, Action)>,
) -> Option<Table> {
    let mut twin = Table::unrecorded(table.deck().clone(), setup, &stamp(0)).unwrap();
    for moment in table.moments() {
        let entry = &moment.entry;
        let (seat, act) = match &entry.act {
            act @ (Action::SetMeasure { .. }
            | Action::SetCrisisAct { .. }
            | Action::VetoOffer { .. }) => {
                let Some(other) = instead(act) else { continue };
                other
            }
            act => (entry.seat, act.clone()),
        };
        let at = stamp(twin.last_number().next().get());
        let last = twin.last_number();
        twin.submit(last, seat, entry.by.clone(), &act, Remarks::default(), &at)
            .ok()?;
    }
    Some(twin)
}

/// Sessions with one override each against their twins without it: how many there were, and in how many it made a
/// difference.
fn weighed(
    kind: OverrideKind,
    moves: usize,
    choose: impl Fn(&Table) -> Vec<(Seat, Action)>,
    instead: impl Fn(&Action) -> Option<(Seat, Action)>,
) -> (u32, u32) {
    let deck = two_demands();
    let (mut sessions, mut differed) = (0, 0);
    for seed in 0..60 {
        let (patron, client) = if seed % 2 == 0 {
            ("hardliner", "tit-for-tat")
        } else {
            ("random", "random")
        };
        let setup = three(patron, client, "random", seed);
        let Some(table) = set_once(&deck, &setup, moves, &choose) else {
            continue;
        };
        let Some(twin) = without(&table, &setup, &instead) else {
            continue;
        };
        let recorded = table.open_loop();
        let found = recorded.overrides();
        assert!(
            matches!(found.as_slice(), [one] if one.kind == kind),
            "seed {seed}: {found:?}"
        );
        let effect = overrides(table.scenario(), &recorded);
        let stability = |table: &Table| table.view(Seat::WhiteCell).get(Gauge::Stability);
        let expected = (stability(&table), stability(&twin));
        assert_eq!((effect.with_all, effect.with_none), expected, "seed {seed}");
        sessions += 1;
        differed += u32::from(expected.0 != expected.1);
    }
    (sessions, differed)
}

/// An act that the white cell may decide in the place of a seat, if one is of the kind that is wanted.
fn settable(table: &Table, wanted: fn(&Action) -> bool) -> Vec<(Seat, Action)> {
    let all = table.settable();
    let all: Vec<&Action> = all.iter().filter(|act| wanted(act)).collect();
    let place = usize::try_from(table.setup().seed).unwrap() % all.len().max(1);
    let one = all.get(place);
    one.map(|act| (Seat::WhiteCell, set(act, "the room agreed")))
        .into_iter()
        .collect()
}

#[test]
fn without_a_measure_that_was_set_europe_takes_none() {
    let wanted = |act: &Action| {
        matches!(
            act,
            Action::SetMeasure {
                measure: Some(_),
                ..
            }
        )
    };
    let (sessions, moved) = weighed(
        OverrideKind::Measure,
        5,
        |table| settable(table, wanted),
        |_| Some((Seat::Europe, Action::Abstain)),
    );
    assert!(sessions > 5 && moved > 0, "{moved} of {sessions}");
}

#[test]
fn without_a_crisis_act_that_was_set_the_sides_own_decision_comes_back() {
    let patron = |climb_down| (Seat::Patron, Action::CrisisAct { climb_down });
    // Where the patron has the effort for it, it decides, and the white cell then decides the opposite for it.
    let choose = |table: &Table, own: Option<bool>, climb_down: bool| {
        let both = table.settable();
        let set_to = |to| Action::SetCrisisAct {
            of: Side::Patron,
            climb_down: to,
            reason: String::new(),
        };
        if !both.contains(&set_to(true)) {
            return Vec::new();
        }
        let act = (Seat::WhiteCell, set(&set_to(climb_down), "the room agreed"));
        own.map(patron).into_iter().chain([act]).collect()
    };
    let kind = OverrideKind::CrisisAct;
    let undecided = weighed(
        kind,
        1,
        |table| choose(table, None, true),
        |_| Some(patron(false)),
    );
    let stays = weighed(kind, 1, |table| choose(table, Some(false), true), |_| None);
    let climbs_down = weighed(kind, 1, |table| choose(table, Some(true), false), |_| None);
    for (sessions, moved) in [undecided, stays, climbs_down] {
        assert!(sessions > 3 && moved > 0, "{moved} of {sessions}");
    }
}

#[test]
fn without_its_veto_an_offer_lies_on_the_table() {
    let wanted = |act: &Action| matches!(act, Action::VetoOffer { .. });
    let (sessions, moved) = weighed(
        OverrideKind::Offer,
        1,
        |table| settable(table, wanted),
        |_| None,
    );
    assert!(sessions > 3 && moved > 0, "{moved} of {sessions}");
}

#[test]
fn what_was_set_without_effect_is_an_override_that_moves_nothing() {
    let choose = |table: &Table| {
        let none = |act: &Action| matches!(act, Action::SetMeasure { measure: None, .. });
        settable(table, none)
    };
    let instead = |_: &Action| Some((Seat::Europe, Action::Abstain));
    let (sessions, moved) = weighed(OverrideKind::Measure, 2, choose, instead);
    assert!(sessions > 5 && moved == 0, "{moved} of {sessions}");
}
