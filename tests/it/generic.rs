//! What must hold for every deck: random play by every kind of act, to the end, at every step.

mod acts;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::apply::apply;
use unequal_partners::engine::at::{At as _, CardAt, DomainAt};
use unequal_partners::engine::choice::Band;
use unequal_partners::engine::digest::digest;
use unequal_partners::engine::gauge::Gauge;
use unequal_partners::engine::legal::legal;
use unequal_partners::engine::options::AdjudicationMode;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::room::inject::{Due, InjectStatus, News, WrittenNews};
use unequal_partners::engine::scenario::Scenario;
use unequal_partners::engine::seat::Seat;
use unequal_partners::engine::state::State;
use unequal_partners::engine::view::view;
use unequal_partners::session::seal::SealedPlan;

pub(crate) use acts::{Choices, room_act};
use acts::{any_act, options, ruling_act, sealed_plan};

/// Acts after which a session is taken to run for ever.
const TOO_LONG: usize = 4_000;

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
            .map(unequal_partners::engine::ledger::Change::by)
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
    for seat in [Seat::Patron, Seat::Observer] {
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
    for seat in [Seat::Client, Seat::Observer] {
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
