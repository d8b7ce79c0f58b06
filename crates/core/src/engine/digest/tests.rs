//! The digest is pinned, and everything has a part in it.

use std::sync::Arc;

use super::*;
use crate::deck::Deck;
use crate::engine::holder::Holder;
use crate::engine::options::{AdjudicationMode, Options};
use crate::engine::phase::Phase;
use crate::engine::room::Room;
use crate::engine::room::argument::{Argument, Provisional};
use crate::engine::room::clock::{Clock, ClockOf, Pause};
use crate::engine::room::inject::{Due, InjectStatus, News, PlannedInject, WrittenNews};
use crate::engine::room::people::{Estimate, Participant, Poll};
use crate::engine::seat::Seat;
use crate::engine::state::Tabled;
use crate::model::choice::{Demand, FollowUp, Inducement, Intensity, Offer, Response, Side, Step};
use crate::model::current::LastAnswer;
use crate::model::europe::Taken;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::{AskAt, At as _, CardAt, DomainAt, EventAt, MeasureAt};
use crate::model::scenario::Scenario;

fn deck() -> Scenario {
    let text = include_str!("../../../../../tests/golden/deck.toml");
    Deck::from_text("reference", text).unwrap().scenario
}

fn start() -> State {
    State::at_start(&deck(), 7, Options::default())
}

fn inject(id: &str, news: News, due: Due, status: InjectStatus) -> PlannedInject {
    PlannedInject {
        id: id.into(),
        news,
        due,
        expects: Some("unrest".into()),
        status,
        reacted: true,
    }
}

/// A room in which every act has left something.
fn full_room() -> Room {
    let mut answers = [0; Response::ALL.len()];
    answers[Response::Stall.index()] = 2;
    answers[Response::Refuse.index()] = 1;
    let written = News::Written(WrittenNews {
        title: "Strike".into(),
        text: "At the port.".into(),
        changes: vec![("trust".into(), -4)],
    });
    let event = || News::Event("oil-slump".into());
    Room {
        started: true,
        rehearsing: true,
        pause: Some(Pause { reflection: false }),
        clocks: vec![Clock {
            of: ClockOf::Phase,
            seconds: 300,
            hard: true,
        }],
        holders: [(Seat::Client, Holder::Bot("greedy".into()))].into(),
        back: [(Seat::Client, 4)].into(),
        plan: vec![
            inject(
                "a",
                written,
                Due::At {
                    move_number: 2,
                    phase: Phase::Demand,
                },
                InjectStatus::Fired(2),
            ),
            inject(
                "b",
                event(),
                Due::Responses {
                    response: Response::Refuse,
                    count: 3,
                },
                InjectStatus::Held,
            ),
            inject(
                "c",
                event(),
                Due::AtMost {
                    gauge: "trust".into(),
                    value: 20,
                },
                InjectStatus::Skipped,
            ),
        ],
        arguments: vec![Argument {
            helps: Side::Client,
            text: "They cannot pay.".into(),
            strong: true,
        }],
        provisional: vec![Provisional {
            move_number: 1,
            place: 0,
        }],
        participants: vec![Participant {
            name: "Anna".into(),
            seat: Seat::Patron,
        }],
        polls: vec![Poll {
            id: "exit".into(),
            question: "Does it leave?".into(),
            resolution: "By the ending.".into(),
            estimates: vec![Estimate {
                name: "Anna".into(),
                seat: Seat::Patron,
                percent: 40,
            }],
            revealed: true,
            happened: Some(false),
            rehearsed: false,
        }],
        announcement: Some("Lunch at noon".into()),
        adjudication: Some(AdjudicationMode::Free),
        answers,
    }
}

fn in_room(room: Room) -> String {
    let mut state = start();
    state.room = Arc::new(room);
    digest(&state)
}

/// Pinned: where this fails, kept records no longer replay. Then the record needs a new format.
#[test]
fn the_digests_of_a_start_and_of_a_full_room_never_change() {
    assert_eq!(digest(&start()), "f2edd70b9844bd70");
    assert_eq!(in_room(full_room()), "201ff8e6b198cc04");
}

#[test]
fn an_untouched_room_adds_nothing() {
    assert_eq!(bytes_of(&Room::default()), [0; 8]);
}

#[test]
fn each_thing_in_a_room_has_a_part_in_the_digest() {
    let changes: [fn(&mut Room); 25] = [
        |room| room.started = false,
        |room| room.rehearsing = false,
        |room| room.pause = Some(Pause { reflection: true }),
        |room| room.pause = None,
        |room| room.clocks[0].seconds += 1,
        |room| room.clocks[0].hard = false,
        |room| room.holders = [(Seat::Patron, Holder::Bot("greedy".into()))].into(),
        |room| room.holders = [(Seat::Client, Holder::Human)].into(),
        |room| room.holders = [(Seat::Europe, Holder::Nobody)].into(),
        |room| room.holders.clear(),
        |room| room.back = [(Seat::Client, 5)].into(),
        |room| room.back.clear(),
        |room| room.plan.swap(0, 1),
        |room| room.plan[0].reacted = false,
        |room| room.plan[0].status = InjectStatus::Fired(3),
        |room| room.plan[1].news = News::Event("oil".into()),
        |room| room.arguments[0].helps = Side::Patron,
        |room| room.arguments[0].strong = false,
        |room| room.provisional[0].place = 1,
        |room| room.participants[0].seat = Seat::Client,
        |room| room.polls[0].estimates[0].percent = 41,
        |room| room.polls[0].happened = None,
        |room| room.announcement = None,
        |room| room.adjudication = Some(AdjudicationMode::Rigid),
        |room| {
            room.answers
                .swap(Response::Stall.index(), Response::Hedge.index());
        },
    ];
    let mut seen = vec![in_room(full_room())];
    for change in changes {
        let mut room = full_room();
        change(&mut room);
        seen.push(in_room(room));
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "two rooms have one digest");
}

#[test]
fn each_thing_on_the_table_has_a_part_in_the_digest() {
    let changes: [fn(&mut State); 31] = [
        |_| {},
        |state| state.phase = Phase::Drift,
        |state| state.crisis_acts.client = Some(false),
        |state| state.crisis_acts.client = Some(true),
        |state| state.game.effort += 1,
        |state| state.game.menu.add(CardAt::new(3)),
        |state| state.game.limit = Intensity::Request,
        |state| state.game.length = Some(0),
        |state| state.game.market_discount = 2,
        |state| state.game.offer_wait = 2,
        |state| state.game.place = 1,
        |state| state.game.memory.follow_up = Some(FollowUp::Pocket),
        |state| state.game.memory.answer = Some(LastAnswer::InFull),
        |state| state.game.memory.answer = Some(LastAnswer::Not(Intensity::Press)),
        |state| state.game.clocks.capture = 1,
        |state| state.game.europe.compliance_known = true,
        |state| state.game.europe.plans[2] = true,
        |state| state.game.position.known[0] = true,
        |state| state.game.position.breached[1] = true,
        |state| state.game.position.signals[DomainAt::new(1).index()] = 2,
        |state| state.game.position.set(&deck(), Gauge::Exposure, 3),
        |state| state.game.progress.table(CardAt::new(9)),
        |state| state.game.progress.give(&deck(), CardAt::new(9), 30),
        |state| state.game.deal(CardAt::new(30), false),
        |state| state.game.events.take_out(EventAt::new(4)),
        |state| state.game.current.acts.patron = true,
        |state| {
            state.game.current.measure = Some(Taken {
                step: Step {
                    measure: MeasureAt::new(0),
                    in_secret: true,
                },
                roll: 7,
                band: 0,
            });
        },
        |state| {
            state.game.current.offer = Some(Offer {
                card: CardAt::new(2),
                ask: AskAt::new(0),
            });
        },
        |state| state.sealed.hashes.client = Some("ab".into()),
        |state| state.set_aside = Some(Box::new(state.game.clone())),
        |state| {
            state.tabled.push(Tabled {
                demand: Demand {
                    card: CardAt::new(0),
                    intensity: Intensity::Probe,
                    inducement: Inducement::None,
                },
                reply: None,
                ask: None,
            });
        },
    ];
    let mut seen: Vec<String> = changes
        .iter()
        .map(|change| {
            let mut state = start();
            change(&mut state);
            digest(&state)
        })
        .collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), changes.len(), "two states have one digest");
}
