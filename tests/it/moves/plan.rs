//! The plan of injects: when they are due, what they change, and that a dry run says what then happens.

use std::ops::ControlFlow;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::refused::{Part, Refused};
use unequal_partners::engine::room::inject::{Due, InjectStatus, News};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Response;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::ledger::Reason;
use unequal_partners::model::place::{At as _, EventAt};
use unequal_partners::session::Table;
use unequal_partners::session::dry_run::DryRun;

use super::*;

fn at(move_number: u32, phase: Phase) -> Due {
    Due::At { move_number, phase }
}

fn status(table: &Table, id: &str) -> InjectStatus {
    let plan = table.view(WHITE).room.plan.unwrap();
    plan.iter().find(|planned| planned.id == id).unwrap().status
}

fn due(table: &Table) -> Vec<String> {
    table.view(WHITE).room.due
}

/// The phase and move before each `fire-inject` that stands, with the inject's id.
fn fired(table: &Table) -> Vec<(String, u32, Phase)> {
    table
        .standing()
        .filter_map(|moment| match &moment.entry.act {
            Action::FireInject { id } => {
                Some((id.clone(), moment.entry.move_number, moment.entry.phase))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn a_scheduled_inject_comes_when_its_phase_has_come_and_before_anybody_acts_in_it() {
    let mut table = table_of_bots(3);
    white(
        &mut table,
        &[
            plan("b", written("B", &[("trust", -3)]), at(2, Phase::Response)),
            plan("a", written("A", &[("oil", 5)]), at(1, Phase::Demand)),
            plan(
                "c",
                written("C", &[]),
                Due::After {
                    move_number: 2,
                    phase: Phase::Drift,
                },
            ),
        ],
    );
    assert!(due(&table).is_empty());
    run(&mut table, 1000);
    let came = fired(&table);
    assert_eq!(
        came,
        [
            ("a".to_owned(), 1, Phase::Demand),
            ("b".to_owned(), 2, Phase::Response),
            ("c".to_owned(), 3, Phase::Inject),
        ]
    );
}

#[test]
fn what_a_move_has_no_phase_for_comes_with_the_next_phase() {
    // The patron holds in every move, so that nothing is answered.
    let mut table = people(3);
    let inject = plan("late", written("Late", &[]), at(1, Phase::Ruling));
    white(&mut table, &[inject, OPEN]);
    act(&mut table, Seat::Patron, &Action::Hold);
    assert_eq!(table.view(WHITE).phase, Phase::Drift);
    assert_eq!(due(&table), ["late"]);
}

#[test]
fn conditions_are_looked_at_after_every_act() {
    let mut table = people(7);
    let low = Due::AtMost {
        gauge: "trust".to_owned(),
        value: 40,
    };
    let refusals = Due::Responses {
        response: Response::Refuse,
        count: 1,
    };
    white(
        &mut table,
        &[
            plan("low", written("Low", &[]), low),
            plan("no", written("No", &[]), refusals),
            plan("any", written("Any", &[]), Due::Called),
            plan("line", written("Line", &[]), Due::RedLine { domain: None }),
            plan("crisis", written("Crisis", &[]), Due::Crisis),
            OPEN,
            write("archive"),
        ],
    );
    act(&mut table, Seat::Patron, &demand("archive"));
    act(&mut table, Seat::Client, &respond(Response::Refuse));
    assert!(
        due(&table).is_empty(),
        "a response counts once it is ruled on"
    );
    white(&mut table, &[Action::rule_as_computed()]);
    assert_eq!(due(&table), ["no"]);
    white(
        &mut table,
        &[Action::Adjust {
            gauge: "trust".to_owned(),
            by: -60,
            reason: "a leak".to_owned(),
        }],
    );
    assert_eq!(due(&table), ["low", "no"], "in the order of the plan");
    white(&mut table, &[fire("any")]);
    assert_eq!(status(&table, "any"), InjectStatus::Fired(1));
}

#[test]
fn an_inject_is_held_released_moved_and_skipped_with_each_step_on_the_record() {
    let mut table = people(3);
    let id = || "x".to_owned();
    let hold = Action::HoldInject {
        id: id(),
        reason: None,
    };
    let release = Action::ReleaseInject { id: id() };
    let skip = Action::SkipInject {
        id: id(),
        reason: "it fits no more".to_owned(),
    };
    let later = Action::RescheduleInject {
        id: id(),
        due: at(9, Phase::Inject),
        reason: None,
    };
    assert_eq!(refused(&mut table, WHITE, &hold), Refused::NotPlanned(id()));
    white(
        &mut table,
        &[
            plan("x", written("X", &[]), at(1, Phase::Inject)),
            Action::Pause {
                reflection: false,
                reason: None,
                seconds: None,
            },
        ],
    );
    assert_eq!(due(&table), ["x"]);
    assert_eq!(refused(&mut table, WHITE, &release), Refused::NotHeld(id()));
    act(&mut table, WHITE, &hold);
    assert!(due(&table).is_empty());
    assert_eq!(
        refused(&mut table, WHITE, &hold),
        Refused::HeldAlready(id())
    );
    white(&mut table, &[release, hold.clone(), later, skip.clone()]);
    assert_eq!(status(&table, "x"), InjectStatus::Skipped);
    for act in [&hold, &skip, &fire("x")] {
        assert_eq!(refused(&mut table, WHITE, act), Refused::InjectDone(id()));
    }
    assert_eq!(
        refused(
            &mut table,
            WHITE,
            &plan("x", written("X", &[]), Due::Called)
        ),
        Refused::Taken(id())
    );
    let back = table.last_number().before();
    white(&mut table, &[back_to(back)]);
    assert_eq!(
        status(&table, "x"),
        InjectStatus::Waiting,
        "moved, and waiting again"
    );
}

#[test]
fn moments_that_cannot_come_are_refused_when_they_are_planned() {
    let mut table = people(3);
    let value = |gauge: &str, value| Due::AtLeast {
        gauge: gauge.to_owned(),
        value,
    };
    let cases = [
        (at(0, Phase::Inject), Refused::DueMove(64)),
        (at(65, Phase::Inject), Refused::DueMove(64)),
        (at(3, Phase::Ended), Refused::DueAtTheEnd),
        (value("trust", 101), Refused::DueValue(101)),
        (value("trust", -1), Refused::DueValue(-1)),
        (
            value("trist", 40),
            Refused::Unknown {
                what: Part::Gauge,
                id: "trist".to_owned(),
            },
        ),
        (
            Due::Responses {
                response: Response::Refuse,
                count: 0,
            },
            Refused::DueCount,
        ),
        (
            Due::RedLine {
                domain: Some("moon".to_owned()),
            },
            Refused::Unknown {
                what: Part::Domain,
                id: "moon".to_owned(),
            },
        ),
    ];
    for (due, because) in cases {
        let act = plan("x", written("X", &[]), due);
        assert_eq!(refused(&mut table, WHITE, &act), because);
    }
    white(
        &mut table,
        &[plan("x", written("X", &[]), value("gains", 400))],
    );
}

#[test]
fn an_event_of_the_deck_comes_once_from_the_plan_or_from_the_pile() {
    let mut table = people(3);
    let pile_next = table.view(WHITE).next_event.unwrap();
    let event = pile_next.unwrap_or_default();
    let id = table.scenario().events[event].id.clone();
    white(
        &mut table,
        &[plan("x", News::Event(id.clone()), Due::Called)],
    );
    let planned = table.last_number();
    white(&mut table, &[fire("x")]);
    let change = table.moments().last().unwrap().changes.first().copied();
    assert!(change.is_none_or(|change| change.reason == Reason::Inject));
    // From the plan: every move that the pile could still give it in is without it.
    white(&mut table, &[OPEN]);
    for _ in 0..20 {
        assert_ne!(table.view(WHITE).event, Some(event));
        act(&mut table, Seat::Patron, &Action::Hold);
        white(&mut table, &[Action::CloseMove]);
        if table.has_ended() {
            break;
        }
        white(&mut table, &[OPEN]);
    }
    // From the pile, or named by the white cell: the plan knows that it has come.
    let mut table = people(3);
    white(
        &mut table,
        &[
            plan("x", News::Event(id.clone()), Due::Called),
            Action::Inject { instead: Some(id) },
        ],
    );
    assert_eq!(status(&table, "x"), InjectStatus::Fired(1));
    white(&mut table, &[back_to(planned)]);
    assert_eq!(status(&table, "x"), InjectStatus::Waiting);
}

#[test]
fn the_preview_of_an_inject_is_what_it_then_does() {
    let mut table = table_of_bots(5);
    white(
        &mut table,
        &[
            plan(
                "x",
                written(
                    "X",
                    &[("trust", -30), ("economy.strain", 9), ("stability", -100)],
                ),
                Due::Called,
            ),
            plan(
                "y",
                News::Event(deck().scenario.events[EventAt::new(0)].id.clone()),
                Due::Called,
            ),
        ],
    );
    run(&mut table, 9);
    for id in ["x", "y"] {
        let effects = table.effects();
        let told = effects.iter().find(|effect| effect.id == id).unwrap();
        white(&mut table, &[fire(id)]);
        assert_eq!(table.moments().last().unwrap().changes, told.changes);
        let view = table.view(WHITE);
        assert_eq!(view.get(Gauge::Stability), told.stability.1);
        assert_eq!(view.supported, told.supported.1);
    }
    assert!(table.effects().is_empty());
}

#[test]
fn injects_come_exactly_where_the_dry_run_says() {
    for seed in 1..=8 {
        let mut table = table_of_bots(seed);
        let low = |gauge: &str, value| Due::AtMost {
            gauge: gauge.to_owned(),
            value,
        };
        let refusals = Due::Responses {
            response: Response::Stall,
            count: 2,
        };
        white(
            &mut table,
            &[
                plan(
                    "fixed",
                    written("A", &[("oil", -5)]),
                    at(3, Phase::FollowUp),
                ),
                plan("trust", written("B", &[("trust", -4)]), low("trust", 45)),
                plan("stall", written("C", &[("stability", -2)]), refusals),
                plan("line", written("D", &[]), Due::RedLine { domain: None }),
                plan("never", written("E", &[]), Due::Called),
                plan(
                    "event",
                    News::Event(deck().scenario.events[EventAt::new(2)].id.clone()),
                    at(5, Phase::Inject),
                ),
            ],
        );
        run(&mut table, 4);
        let dry = DryRun::new(&table, Some("logit"), Some("logit"), 20).unwrap();
        let told = dry.answer(&|| ControlFlow::Continue(())).unwrap();
        assert_eq!(
            dry.answer(&|| ControlFlow::Continue(())).as_ref(),
            Ok(&told)
        );
        assert!(dry.answer(&|| ControlFlow::Break(())).is_err());
        for coming in &told {
            let runs: u64 = coming.by_move.iter().map(|(_, runs)| runs).sum();
            assert_eq!(runs + coming.never, 20, "{coming:?}");
        }
        let before: Vec<String> = fired(&table).into_iter().map(|(id, ..)| id).collect();
        run(&mut table, 2000);
        assert!(table.has_ended());
        let came = fired(&table);
        for coming in told {
            assert!(!before.contains(&coming.id));
            let real = came.iter().find(|(id, ..)| *id == coming.id);
            let real = real.map(|(_, number, phase)| (*number, *phase));
            if coming.id == "event" && real.is_none() {
                // The pile gave it, and the plan took note.
                let given = coming.as_it_stands.map(|(number, _)| number);
                match status(&table, "event") {
                    InjectStatus::Fired(number) => assert_eq!(given, Some(number)),
                    _ => assert_eq!(given, None),
                }
                continue;
            }
            assert_eq!(coming.as_it_stands, real, "seed {seed}, {}", coming.id);
        }
    }
}

#[test]
fn a_reaction_is_noted_of_what_has_come() {
    let mut table = people(3);
    let reaction = Action::Reaction {
        inject: "x".to_owned(),
        text: "they asked for a break".to_owned(),
    };
    white(&mut table, &[plan("x", written("X", &[]), Due::Called)]);
    let not_fired = Refused::NotFired("x".to_owned());
    assert_eq!(refused(&mut table, WHITE, &reaction), not_fired);
    white(&mut table, &[fire("x")]);
    for seat in [Seat::Patron, Seat::Client] {
        let wrong = refused(&mut table, seat, &reaction);
        assert!(matches!(wrong, Refused::WrongSeat { .. }));
    }
    act(&mut table, Seat::Audience, &reaction);
    assert!(table.view(WHITE).room.plan.unwrap()[0].reacted);
}
