//! What must hold for every deck: random play by every kind of act, to the end, at every step.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::{Action, SealedDemand};
use unequal_partners::engine::apply::apply;
use unequal_partners::engine::digest::digest;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::legal::legal;
use unequal_partners::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::room::inject::{Due, InjectStatus, News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::engine::state::State;
use unequal_partners::engine::view::view;
use unequal_partners::model::choice::{Band, FollowUp, Inducement, Intensity, Response};
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::luck::split_mix;
use unequal_partners::model::place::{At as _, CardAt, DomainAt};
use unequal_partners::model::scenario::Scenario;
use unequal_partners::model::side::Side;
use unequal_partners::session::seal::{SealedPlan, seal_demand, seal_response};

/// Acts after which a session is taken to run for ever.
const TOO_LONG: usize = 4_000;

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

/// All decks that the suite runs over, by name.
pub(crate) fn decks() -> Vec<(String, Deck)> {
    let mut decks = vec![
        (
            "reference".to_owned(),
            include_str!("../golden/deck.toml").to_owned(),
        ),
        (
            "two demands".to_owned(),
            include_str!("../golden/two-demands/deck.toml").to_owned(),
        ),
    ];
    for shipped in unequal_partners::deck::shipped() {
        decks.push((shipped.id.to_string(), shipped.text.to_string()));
    }
    decks
        .into_iter()
        .map(|(name, text)| {
            let deck = Deck::from_text(&name, &text).unwrap_or_else(|_| panic!("{name} loads"));
            (name, deck)
        })
        .collect()
}

fn options(choices: &mut Choices) -> Options {
    Options {
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
fn any_act(scenario: &Scenario, choices: &mut Choices) -> Action {
    match choices.below(7) {
        0 => Action::Inject { instead: None },
        1 => Action::Demand {
            card: choices.pick(&scenario.cards).id.clone(),
            intensity: *choices.pick(Intensity::ALL),
            inducement: *choices.pick(Inducement::ALL),
        },
        2 => Action::Hold,
        3 => Action::Respond {
            response: *choices.pick(Response::ALL),
            to: choices
                .one_in(2)
                .then(|| choices.pick(&scenario.domains).id.clone()),
            ask: None,
        },
        4 => Action::rule_as_computed(),
        5 => Action::FollowUp {
            choice: *choices.pick(FollowUp::ALL),
        },
        _ => Action::CloseMove,
    }
}

/// What the white cell may do beside the flow of play.
fn ruling_act(scenario: &Scenario, choices: &mut Choices) -> Action {
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
            slot: number(choices, 2),
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
            of: *choices.pick(Side::ALL),
            to: match *choices.pick(&["", "logit", "random", "nobody"]) {
                "" => Holder::Human,
                bot => Holder::Bot(bot.to_owned()),
            },
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
fn sealed_plan(
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
        let demand = match choices.pick(&acts) {
            Action::Demand {
                card,
                intensity,
                inducement,
            } => Some(unequal_partners::engine::action::NamedDemand {
                card: card.clone(),
                intensity: *intensity,
                inducement: *inducement,
            }),
            _ => None,
        };
        let plan = SealedDemand {
            demand,
            if_met: *choices.pick(FollowUp::ALL),
            if_defied: *choices.pick(FollowUp::ALL),
        };
        return seal_demand(plan, nonce);
    }
    let mut reply = || {
        let response = *choices.pick(Response::ALL);
        unequal_partners::engine::action::SealedReply {
            response,
            to: (response == Response::Deflect).then(|| choices.pick(&scenario.domains).id.clone()),
            ask: (response == Response::Conditions).then(|| "something".to_owned()),
        }
    };
    let replies = scenario
        .domains
        .iter()
        .map(|domain| unequal_partners::engine::action::SealedReplies {
            domain: domain.id.clone(),
            gentle: reply(),
            hard: reply(),
        })
        .collect();
    seal_response(
        unequal_partners::engine::action::SealedResponse { replies },
        nonce,
    )
}

/// Plays one session of random acts and checks everything at every step.
fn play(name: &str, scenario: &Scenario, seed: u64) {
    let mut choices = Choices::new(seed);
    let mut state = State::at_start(scenario, seed, options(&mut choices));
    let mut held: [Option<SealedPlan>; 2] = [None, None];
    for _ in 0..TOO_LONG {
        if state.phase == Phase::Ended {
            assert!(
                state.game.outcome.is_some(),
                "{name} {seed}: ended without an outcome"
            );
            return;
        }
        check_state(name, scenario, &state, seed);
        if choices.one_in(6) {
            check_refusals(name, scenario, &state, &mut choices);
        }
        if choices.one_in(8) {
            check_leaks(name, scenario, &state, &mut choices);
        }
        if choices.one_in(5) {
            state = around(name, scenario, state, &mut choices);
            continue;
        }
        if state.room.pause.is_some() {
            state = apply(scenario, &state, Seat::WhiteCell, &Action::GoOn)
                .unwrap()
                .state;
        }
        let (seat, act) = next_act(scenario, &state, &mut held, &mut choices);
        check_words(&act);
        let again = apply(scenario, &state, seat, &act);
        let applied = apply(scenario, &state, seat, &act).unwrap_or_else(|refused| {
            panic!("{name} {seed}: {act:?} of {seat} is listed and refused: {refused}")
        });
        assert_eq!(
            again.as_ref(),
            Ok(&applied),
            "{name} {seed}: the same act, two results"
        );
        check_ledger(scenario, &state, &applied);
        state = applied.state;
    }
    panic!("{name} {seed}: no end after {TOO_LONG} acts");
}

/// Something around the game: taken or refused, and if it is no news it moves no gauge.
fn around(name: &str, scenario: &Scenario, state: State, choices: &mut Choices) -> State {
    let (seat, act) = room_act(scenario, choices);
    check_words(&act);
    let Ok(applied) = apply(scenario, &state, seat, &act) else {
        return state;
    };
    if !matches!(act, Action::Rehearse | Action::StartEx) {
        check_ledger(scenario, &state, &applied);
    }
    let moves = matches!(act, Action::FireInject { .. } | Action::AdHocInject { .. });
    assert!(
        moves || applied.changes.is_empty(),
        "{name}: {act:?} moved a gauge"
    );
    assert_eq!(
        state == applied.state,
        digest(&state) == digest(&applied.state),
        "{name}: {act:?}: other states have other digests"
    );
    applied.state
}

fn next_act(
    scenario: &Scenario,
    state: &State,
    held: &mut [Option<SealedPlan>; 2],
    choices: &mut Choices,
) -> (Seat, Action) {
    if choices.one_in(40) {
        return (Seat::WhiteCell, ruling_act(scenario, choices));
    }
    let waited = view(scenario, state, Seat::WhiteCell).waits_for;
    assert!(
        !waited.is_empty(),
        "a dead end: nobody is waited for in {:?}",
        state.phase
    );
    let seat = *choices.pick(&waited);
    let side = usize::from(seat == Seat::Client);
    match state.phase {
        Phase::Sealing => {
            let plan = sealed_plan(scenario, state, seat, choices);
            let commit = plan.commit.clone();
            held[side] = Some(plan);
            (seat, commit)
        }
        Phase::Reveal => (seat, held[side].as_ref().unwrap().reveal.clone()),
        _ => {
            let acts = legal(scenario, state, seat);
            assert!(
                !acts.is_empty(),
                "a dead end: {seat} has no act in {:?}",
                state.phase
            );
            let act = choices.pick(&acts).clone();
            let semi = state.options.adjudication == AdjudicationMode::SemiRigid;
            if matches!(act, Action::Rule { .. }) && semi && choices.one_in(3) {
                let ruled = Action::Rule {
                    roll: Some(2 + i64::try_from(choices.below(11)).unwrap()),
                    arguments: i64::try_from(choices.below(5)).unwrap() - 2,
                    band: Some(*choices.pick(Band::ALL)),
                    reason: Some("tested".to_owned()),
                    provisional: false,
                };
                return (seat, ruled);
            }
            (seat, act)
        }
    }
}

fn check_state(name: &str, scenario: &Scenario, state: &State, seed: u64) {
    for gauge in scenario.gauges() {
        let value = state.game.position.get(gauge);
        assert!(
            gauge == Gauge::Gains || (0..=100).contains(&value),
            "{name} {seed}: {gauge:?} is {value}"
        );
    }
    assert_eq!(digest(state), digest(&state.clone()));
    let mut cards: Vec<CardAt> = [&state.game.hand, &state.game.pile, &state.game.discard]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    cards.sort_unstable();
    assert_eq!(
        cards,
        scenario.cards.places().collect::<Vec<_>>(),
        "{name} {seed}: cards lost"
    );
}

/// Listing and checking agree: an act that is not listed is refused, and nothing changes.
fn check_refusals(name: &str, scenario: &Scenario, state: &State, choices: &mut Choices) {
    for _ in 0..8 {
        let act = any_act(scenario, choices);
        let seat = *choices.pick(&Seat::ALL);
        let listed = legal(scenario, state, seat).contains(&act);
        let taken = apply(scenario, state, seat, &act).is_ok();
        assert_eq!(
            listed, taken,
            "{name}: {act:?} of {seat} in {:?}",
            state.phase
        );
    }
}

/// Everything an act changes is in the ledger, and nothing else is.
fn check_ledger(
    scenario: &Scenario,
    before: &State,
    applied: &unequal_partners::engine::fact::Applied,
) {
    for gauge in scenario.gauges() {
        let sum: i64 = applied
            .changes
            .iter()
            .filter(|change| change.gauge == gauge)
            .map(unequal_partners::model::ledger::Change::by)
            .sum();
        let moved = applied.state.game.position.get(gauge) - before.game.position.get(gauge);
        assert_eq!(sum, moved, "{gauge:?} moved without a reason");
    }
}

/// The language of acts survives both of its alphabets.
fn check_words(act: &Action) {
    let json = serde_json::to_string(act).unwrap();
    assert_eq!(&serde_json::from_str::<Action>(&json).unwrap(), act);
    let text = toml::to_string(act).unwrap();
    assert_eq!(&toml::from_str::<Action>(&text).unwrap(), act);
}

/// Flipping what a seat may not know changes nothing that it sees.
fn check_leaks(name: &str, scenario: &Scenario, state: &State, choices: &mut Choices) {
    let mut other = state.clone();
    flip_the_room(&mut other);
    let game = &mut other.game;
    if game.length.is_none() {
        game.last_move = game.last_move.max(game.move_index + 1) + 1;
    }
    game.pile.reverse();
    let next = (game.move_index as usize + 1).min(game.events.len());
    game.events[next..].reverse();
    for d in scenario.domains.places() {
        if !game.position.known[d] {
            game.position.hidden[d] = [-10, 0, 10][choices.below(3)];
        }
    }
    for seat in [Seat::Patron, Seat::Audience] {
        assert_eq!(
            view(scenario, state, seat),
            view(scenario, &other, seat),
            "{name}: {seat} sees what is hidden"
        );
    }
    let mut other = state.clone();
    let game = &mut other.game;
    game.pile.reverse();
    let hidden: Vec<CardAt> = game.hand.clone();
    let free: Vec<CardAt> = scenario
        .cards
        .places()
        .filter(|card| !hidden.contains(card))
        .collect();
    if free.len() >= hidden.len() {
        game.hand = free.into_iter().take(hidden.len()).collect();
    }
    game.effort = 0;
    for seat in [Seat::Client, Seat::Audience] {
        assert_eq!(
            view(scenario, state, seat),
            view(scenario, &other, seat),
            "{name}: {seat} sees the patron's hand"
        );
    }
}

/// Another plan of injects, other estimates where they are not revealed, another game set aside.
fn flip_the_room(state: &mut State) {
    if let Some(game) = &mut state.set_aside {
        game.pile.reverse();
        game.events.reverse();
        game.position.hidden[DomainAt::new(0)] += 5;
        if game.length.is_none() {
            game.last_move += 1;
        }
    }
    let mut room = (*state.room).clone();
    for planned in &mut room.plan {
        planned.due = Due::Called;
        planned.expects = None;
        planned.news = News::Written(WrittenNews {
            title: "another".to_owned(),
            text: String::new(),
            changes: Vec::new(),
        });
        planned.status = InjectStatus::Skipped;
    }
    for poll in room.polls.iter_mut().filter(|poll| !poll.revealed) {
        for given in &mut poll.estimates {
            given.percent = 100 - given.percent;
        }
    }
    state.room = room.into();
}

/// How many sessions a deck: `UNEQUAL_SESSIONS` sets it, for long runs in release.
fn sessions() -> u64 {
    std::env::var("UNEQUAL_SESSIONS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(120)
}

#[test]
fn random_play_holds_every_promise_on_every_deck() {
    for (name, deck) in decks() {
        for seed in 0..sessions() {
            play(&name, &deck.scenario, seed);
        }
    }
}
