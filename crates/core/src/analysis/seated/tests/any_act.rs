//! Whatever anybody does, play goes on: random acts of all kinds by all seats, through the one door.

use std::collections::BTreeMap;
use std::num::NonZeroU8;

use super::*;
use crate::engine::action::Kind;
use crate::engine::holder::Holder;
use crate::engine::legal::legal;
use crate::engine::options::AdjudicationMode;
use crate::engine::room::clock::ClockOf;
use crate::engine::room::inject::{Due, News, WrittenNews};
use crate::engine::room::written::WrittenCard;
use crate::model::choice::{Band, MeasureKind, Response};
use crate::model::luck::{Stream, below};
use crate::model::side::BySide;

/// Random numbers, one after another.
struct Dice {
    seed: u64,
    drawn: u64,
}

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.drawn += 1;
        usize::try_from(below(self.seed, Stream::Rollouts, self.drawn, n as u64)).unwrap()
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

fn why() -> String {
    "because".into()
}

/// An act of the white cell's or of the room that no step of play waits for.
#[expect(clippy::too_many_lines, reason = "one line for each kind of act")]
fn aside(dice: &mut Dice, scenario: &Scenario, state: &State) -> (Seat, Action) {
    let gauges = scenario.gauges();
    let gauge = scenario.gauge_word(dice.one_of(&gauges));
    let events: Vec<_> = scenario.events.places().collect();
    let event = News::Event(scenario.events[dice.one_of(&events)].id.clone());
    let by = 7 - i64::try_from(dice.below(15)).unwrap();
    let id = format!("n{}", dice.below(6));
    let seat = dice.one_of(&Seat::ALL);
    let side = dice.one_of(Side::ALL);
    let measures: Vec<_> = scenario.measures.places().collect();
    let measure = scenario.measures[dice.one_of(&measures)].id.clone();
    let act = match dice.below(30) {
        0 | 1 => Action::Adjust {
            gauge,
            by,
            reason: why(),
        },
        2 => Action::AdHocInject { news: event },
        3 => Action::PlanInject {
            id,
            news: event,
            due: dice.one_of(&[
                Due::Crisis,
                Due::Called,
                Due::RedLine { domain: None },
                Due::At {
                    move_number: 3,
                    phase: Phase::Offer,
                },
                Due::Responses {
                    response: Response::Refuse,
                    count: 2,
                },
            ]),
            expects: None,
        },
        4 => Action::FireInject { id },
        5 => Action::HoldInject { id, reason: None },
        6 => Action::SkipInject { id, reason: why() },
        7 | 8 => Action::VetoOffer { reason: why() },
        9 | 10 => Action::SetCrisisAct {
            of: side,
            climb_down: dice.below(2) == 0,
            reason: why(),
        },
        11 | 12 => Action::SetMeasure {
            measure: (dice.below(3) > 0).then_some(measure),
            secret: dice.below(2) == 0,
            reason: why(),
        },
        13 => Action::HandOver {
            of: seat,
            to: dice.one_of(&[
                Holder::Human,
                Holder::Nobody,
                Holder::Bot("greedy".into()),
                Holder::Bot("hawk".into()),
            ]),
            moves: NonZeroU8::new(u8::try_from(dice.below(3)).unwrap()),
            reason: None,
        },
        14 => Action::SetLength {
            moves: 3 + u32::try_from(dice.below(8)).unwrap(),
            reason: why(),
        },
        15 => Action::SetAdjudication {
            mode: dice.one_of(AdjudicationMode::ALL),
            reason: why(),
        },
        16 => Action::Argue {
            helps: side,
            text: why(),
            strong: dice.below(2) == 0,
        },
        17 => Action::Pause {
            reflection: false,
            reason: None,
            seconds: None,
        },
        18 | 19 => Action::GoOn,
        20 => Action::Rehearse,
        21 | 22 => Action::StartEx,
        23 => Action::SetClock {
            of: dice.one_of(&ClockOf::ALL),
            seconds: Some(90),
            hard: true,
        },
        24 => Action::Rule {
            roll: Some(2 + i64::try_from(dice.below(11)).unwrap()),
            arguments: 1,
            band: Some(dice.one_of(Band::ALL)),
            reason: Some(why()),
            provisional: true,
        },
        25 => {
            let open = state.room.provisional.first();
            Action::Settle {
                move_number: open.map_or(1, |one| one.move_number),
                place: open.map_or(0, |one| one.place),
                reason: why(),
            }
        }
        26 => Action::AdHocInject {
            news: News::Written(WrittenNews {
                title: "Strike".into(),
                text: String::new(),
                changes: vec![(gauge, by)],
            }),
        },
        27 => Action::Inject {
            instead: Some("quiet".into()),
        },
        28 => Action::Join { name: id, at: seat },
        _ => Action::Note {
            text: why(),
            private: true,
        },
    };
    let actor = act.kind().charter().seats;
    (dice.one_of(actor), act)
}

/// A card that nobody has written before.
fn written(scenario: &Scenario, number: usize) -> WrittenCard {
    WrittenCard {
        id: format!("written-{number}"),
        title: "An idea".into(),
        text: String::new(),
        domain: scenario.domains.iter().next().unwrap().id.clone(),
        gain: 9,
        autonomy_cost: 4,
        capacity_need: 20,
        endurance_cost: 2,
        red_line_weight: 3,
        lock_in: 2,
        shared_front: -1,
    }
}

/// The reference deck with measures that may be kept secret.
pub(super) fn secretive() -> Scenario {
    let mut scenario = reference();
    scenario.europe.leaks_at = 4;
    for measure in &mut scenario.measures {
        if matches!(measure.kind, MeasureKind::Engage | MeasureKind::Sanction) {
            measure.secret = Some(0);
        }
    }
    scenario
}

#[test]
fn random_acts_of_all_kinds_never_lead_to_a_dead_end() {
    let deck = secretive();
    let mut done: BTreeMap<&'static str, u32> = BTreeMap::new();
    let mut ended = 0;
    for seed in 0..400 {
        let mut scenario = deck.clone();
        scenario.session.demands = 1 + u32::try_from(seed % 3).unwrap();
        let options = Options {
            europe: seed % 4 != 0,
            sealed: seed % 5 == 1,
            announcement: if seed % 2 == 0 {
                Announcement::InTurn
            } else {
                Announcement::Together
            },
            adjudication: AdjudicationMode::SemiRigid,
        };
        let mut dice = Dice { seed, drawn: 0 };
        let mut table = Table::new(&deck, ["random", "random", "random"], seed, options);
        table.state.options.europe = options.europe;
        let mut state = table.state.clone();
        let mut plans: BySide<Option<SealedPlan>> = BySide::default();
        for count in 0..600 {
            if state.phase == Phase::Ended {
                break;
            }
            if count % 7 == 0 {
                leaks::check(&scenario, &state, seed);
            }
            if dice.below(40) == 0 && scenario.written < 3 {
                let card = written(&scenario, scenario.written);
                let act = Action::WriteDemand { card: card.clone() };
                scenario = card.added_to(&scenario).unwrap();
                state = apply(&scenario, &state, Seat::WhiteCell, &act)
                    .unwrap()
                    .state;
                *done.entry("write-demand").or_default() += 1;
                continue;
            }
            if dice.below(5) == 0 {
                let (seat, act) = aside(&mut dice, &scenario, &state);
                if let Ok(applied) = apply(&scenario, &state, seat, &act) {
                    state = applied.state;
                    *done.entry(act.word()).or_default() += 1;
                }
                continue;
            }
            let (seat, act) = next(&mut dice, &scenario, &state, &mut plans);
            let applied = apply(&scenario, &state, seat, &act);
            *done.entry(act.word()).or_default() += 1;
            state = applied
                .unwrap_or_else(|why| panic!("seed {seed}, {seat}, {act:?}: {why}"))
                .state;
        }
        ended += usize::from(state.phase == Phase::Ended);
    }
    assert!(ended > 380, "{ended} of 400 ended");
    // What is left has no effect on play, or is the session's to do.
    let room = [
        Kind::ReleaseInject,
        Kind::RescheduleInject,
        Kind::Reaction,
        Kind::End,
        Kind::ExtendClock,
        Kind::ClockOut,
        Kind::Reconvene,
        Kind::Leave,
        Kind::Rename,
        Kind::Admit,
        Kind::RenameSession,
        Kind::Correct,
        Kind::AskEstimate,
        Kind::Estimate,
        Kind::RevealEstimates,
        Kind::ResolveEstimate,
        Kind::Announce,
        Kind::Bookmark,
        Kind::Undo,
    ];
    for kind in Kind::ALL.iter().filter(|kind| !room.contains(kind)) {
        assert!(
            done.contains_key(kind.word()),
            "{kind} was never done: {done:?}"
        );
    }
}

/// A legal act of a seat that is waited for; a bot's plan where it is sealed.
fn next(
    dice: &mut Dice,
    scenario: &Scenario,
    state: &State,
    plans: &mut BySide<Option<SealedPlan>>,
) -> (Seat, Action) {
    if state.room.pause.is_some() {
        return (Seat::WhiteCell, Action::GoOn);
    }
    let waiting = waits_for(state);
    assert!(
        !waiting.is_empty(),
        "nobody is waited for in {}",
        state.phase
    );
    let seat = dice.one_of(&waiting);
    if matches!(state.phase, Phase::Sealing | Phase::Reveal) {
        let side = seat.side().unwrap();
        // What was done in between may have changed what the bot would plan now.
        if state.phase == Phase::Reveal {
            return (seat, plans[side].take().unwrap().reveal);
        }
        let bot = Bot::named(scenario, "logit").unwrap();
        let plan = plan(scenario, state, side, &bot);
        let hash = plan.hash.clone();
        plans[side] = Some(plan);
        return (seat, Action::Commit { hash });
    }
    let acts = legal(scenario, state, seat);
    assert!(!acts.is_empty(), "{seat} can do nothing in {}", state.phase);
    (seat, dice.one_of(&acts))
}
