//! Acts of every kind by chance, legal or not, for the suite over all decks.

use unequal_partners::engine::action::{
    Action, NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::legal::legal;
use unequal_partners::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::engine::state::State;
use unequal_partners::model::choice::{FollowUp, Inducement, Intensity, Response};
use unequal_partners::model::luck::split_mix;
use unequal_partners::model::scenario::Scenario;
use unequal_partners::model::side::Side;
use unequal_partners::session::seal::{SealedPlan, seal_demand, seal_response};

/// A source of choices for the tests alone.
pub(crate) struct Choices(u64, u64);

impl Choices {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed, 0)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.1 += 1;
        usize::try_from(split_mix(self.0, self.1) % n.max(1) as u64).unwrap()
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

pub(super) fn options(choices: &mut Choices) -> Options {
    Options {
        europe: choices.one_in(2),
        sealed: choices.one_in(3),
        announcement: *choices.pick(&[Announcement::InTurn, Announcement::Together]),
        adjudication: *choices.pick(&[
            AdjudicationMode::Rigid,
            AdjudicationMode::SemiRigid,
            AdjudicationMode::Free,
        ]),
    }
}

/// Acts of every finite kind, legal or not.
pub(super) fn any_act(scenario: &Scenario, choices: &mut Choices) -> Action {
    match choices.below(14) {
        0 => Action::Inject { instead: None },
        7 => Action::Measure {
            measure: choices.pick(&scenario.measures).id.clone(),
            secret: choices.one_in(4),
        },
        8 => Action::Abstain,
        9 => Action::CrisisAct {
            climb_down: choices.one_in(2),
        },
        10 => Action::Offer {
            card: choices.pick(&scenario.cards).id.clone(),
            ask: choices.pick(&scenario.asks).id.clone(),
        },
        11 => Action::NoOffer,
        12 => Action::TakeUp,
        1 => Action::Demand {
            card: choices.pick(&scenario.cards).id.clone(),
            intensity: *choices.pick(Intensity::ALL),
            inducement: *choices.pick(Inducement::ALL),
        },
        2 => Action::Hold,
        3 => Action::Respond {
            response: *choices.pick(Response::ALL),
            instead: choices
                .one_in(2)
                .then(|| choices.pick(&scenario.cards).id.clone()),
            ask: None,
            words: None,
        },
        4 => Action::rule_as_computed(),
        5 => Action::FollowUp {
            choice: *choices.pick(FollowUp::ALL),
        },
        _ => Action::CloseMove,
    }
}

/// What the white cell may do beside the flow of play.
pub(super) fn ruling_act(scenario: &Scenario, choices: &mut Choices) -> Action {
    let gauges = scenario.gauges();
    Action::Adjust {
        gauge: scenario.gauge_word(*choices.pick(&gauges)),
        by: i64::try_from(choices.below(61)).unwrap() - 30,
        reason: "tested".to_owned(),
    }
}

/// Acts on the room, of every kind that needs no record, taken or refused as it happens.
#[expect(clippy::too_many_lines, reason = "one list of all kinds of acts")]
pub(crate) fn room_act(scenario: &Scenario, choices: &mut Choices) -> (Seat, Action) {
    let id = |choices: &mut Choices| (*choices.pick(&["a", "b", "c"])).to_owned();
    let text = || "said in the room".to_owned();
    let number = |choices: &mut Choices, below: usize| u32::try_from(choices.below(below)).unwrap();
    let side = |choices: &mut Choices| *choices.pick(&[Seat::Patron, Seat::Client]);
    let gauge = |choices: &mut Choices| scenario.gauge_word(*choices.pick(&scenario.gauges()));
    let white = |action| (Seat::WhiteCell, action);
    let news = |choices: &mut Choices| {
        if choices.one_in(2) {
            return News::Event(choices.pick(&scenario.events).id.clone());
        }
        let by = i64::try_from(choices.below(41)).unwrap() - 20;
        News::Written(WrittenNews {
            title: text(),
            text: String::new(),
            changes: vec![(gauge(choices), by)],
        })
    };
    let due = |choices: &mut Choices| match choices.below(7) {
        0 => Due::Called,
        1 => Due::Crisis,
        2 => Due::RedLine { domain: None },
        3 => Due::Responses {
            response: *choices.pick(Response::ALL),
            count: number(choices, 3),
        },
        4 => Due::AtMost {
            gauge: gauge(choices),
            value: i64::try_from(choices.below(101)).unwrap(),
        },
        5 => Due::After {
            move_number: number(choices, 8),
            phase: Phase::Demand,
        },
        _ => Due::At {
            move_number: number(choices, 8),
            phase: *choices.pick(&[Phase::Inject, Phase::Response, Phase::Ruling, Phase::Ended]),
        },
    };
    match choices.below(34) {
        0..=3 => white(Action::PlanInject {
            id: id(choices),
            news: news(choices),
            due: due(choices),
            expects: choices.one_in(2).then(text),
        }),
        4 => white(Action::HoldInject {
            id: id(choices),
            reason: None,
        }),
        5 => white(Action::ReleaseInject { id: id(choices) }),
        6 => white(Action::SkipInject {
            id: id(choices),
            reason: text(),
        }),
        7 => white(Action::RescheduleInject {
            id: id(choices),
            due: due(choices),
            reason: None,
        }),
        8 | 9 => white(Action::FireInject { id: id(choices) }),
        10 => white(Action::AdHocInject {
            news: news(choices),
        }),
        11 => (
            Seat::Audience,
            Action::Reaction {
                inject: id(choices),
                text: text(),
            },
        ),
        12 | 13 => (
            *choices.pick(&Seat::ALL),
            Action::Argue {
                helps: *choices.pick(&[Side::Patron, Side::Client]),
                text: text(),
                strong: choices.one_in(2),
            },
        ),
        14 => white(Action::Settle {
            move_number: number(choices, 5),
            place: number(choices, 2),
            reason: text(),
        }),
        15 => white(Action::SetAdjudication {
            mode: *choices.pick(&[
                AdjudicationMode::Rigid,
                AdjudicationMode::SemiRigid,
                AdjudicationMode::Free,
            ]),
            reason: text(),
        }),
        16 => white(Action::SetClock {
            of: *choices.pick(&ClockOf::ALL),
            seconds: choices.one_in(2).then_some(90),
            hard: choices.one_in(2),
        }),
        17 => white(Action::ExtendClock {
            of: *choices.pick(&ClockOf::ALL),
            seconds: 30,
        }),
        18 => white(Action::ClockOut {
            of: *choices.pick(&ClockOf::ALL),
        }),
        19 => white(Action::Pause {
            reflection: choices.one_in(2),
            reason: None,
            seconds: None,
        }),
        20 => white(Action::GoOn),
        21 => white(Action::Reconvene),
        22 => (
            side(choices),
            Action::Join {
                name: id(choices),
                at: side(choices),
            },
        ),
        23 => white(Action::Leave { name: id(choices) }),
        24 => white(Action::AskEstimate {
            id: id(choices),
            question: text(),
            resolution: text(),
        }),
        25 => (
            *choices.pick(&Seat::ALL),
            Action::Estimate {
                id: id(choices),
                name: id(choices),
                percent: u8::try_from(choices.below(103)).unwrap(),
            },
        ),
        26 => white(Action::RevealEstimates { id: id(choices) }),
        27 => white(Action::ResolveEstimate {
            id: id(choices),
            happened: choices.one_in(2),
            reason: None,
        }),
        28 => white(Action::Announce { text: text() }),
        29 => white(Action::Rehearse),
        30 => white(Action::StartEx),
        31 => white(Action::HandOver {
            of: *choices.pick(&Seat::ALL),
            to: match *choices.pick(&["", "nobody", "logit", "random", "hawk", "Anna"]) {
                "" => Holder::Human,
                "nobody" => Holder::Nobody,
                bot => Holder::Bot(bot.to_owned()),
            },
            moves: std::num::NonZeroU8::new(*choices.pick(&[0, 0, 1, 2])),
            reason: None,
        }),
        32 => white(Action::SetLength {
            moves: number(choices, 16),
            reason: text(),
        }),
        _ => (
            *choices.pick(&Seat::ALL),
            if choices.one_in(2) {
                Action::Note {
                    text: text(),
                    private: choices.one_in(2),
                }
            } else {
                Action::Bookmark { label: text() }
            },
        ),
    }
}

/// A sealed plan for the side that is waited for, made from what is legal in the open.
pub(super) fn sealed_plan(
    scenario: &Scenario,
    state: &State,
    seat: Seat,
    choices: &mut Choices,
) -> SealedPlan {
    let nonce = choices.below(1 << 30).to_string();
    if seat == Seat::Patron {
        let mut open = state.clone();
        open.phase = Phase::Demand;
        let acts = legal(scenario, &open, Seat::Patron);
        let picked = choices.pick(&acts);
        let demand = match picked {
            Action::Demand {
                card,
                intensity,
                inducement,
            } => Some(NamedDemand {
                card: card.clone(),
                intensity: *intensity,
                inducement: *inducement,
            }),
            _ => None,
        };
        let plan = SealedDemand {
            take_up: *picked == Action::TakeUp,
            demand,
            if_met: *choices.pick(FollowUp::ALL),
            if_defied: *choices.pick(FollowUp::ALL),
        };
        return seal_demand(plan, nonce);
    }
    let mut reply = || {
        let response = *choices.pick(Response::ALL);
        SealedReply {
            response,
            instead: (response == Response::Deflect)
                .then(|| choices.pick(&scenario.cards).id.clone()),
            ask: (response == Response::Conditions).then(|| "something".to_owned()),
            words: None,
        }
    };
    let replies = scenario
        .domains
        .iter()
        .map(|domain| SealedReplies {
            domain: domain.id.clone(),
            gentle: reply(),
            hard: reply(),
        })
        .collect();
    seal_response(SealedResponse { replies }, nonce)
}
