//! Playing on must be what bots do at the table, and the last contest must be exact.

use super::*;
use crate::analysis::bot::{Plays, demand_options};
use crate::deck::Deck;
use crate::engine::action::Action;
use crate::engine::apply::apply;
use crate::engine::choice::{Intensity, Response};
use crate::engine::gauge::Gauge;
use crate::engine::options::Options;
use crate::engine::resolve::contest::Reply;
use crate::engine::seat::Seat;
use crate::model::place::EventAt;
use crate::model::side::BySide;

fn scenario(text: &str) -> Scenario {
    Deck::from_text("deck.toml", text).unwrap().scenario
}

fn reference() -> Scenario {
    scenario(include_str!("../../../../../tests/golden/deck.toml"))
}

const GO_ON: Watch<'static> = &|| ControlFlow::Continue(());

fn method(scenario: &Scenario, playouts: u64) -> Method<'_> {
    Method {
        policy: usual_policy(scenario),
        playouts,
        seed: 5,
    }
}

/// The act that the bot makes at a state, by the language of acts; independent of [`Onward`].
fn act(scenario: &Scenario, bot: &Bot<'_>, state: &State) -> (Seat, Action) {
    match state.phase {
        Phase::Inject => (Seat::WhiteCell, Action::Inject { instead: None }),
        Phase::Demand => {
            let act = match bot.demand(&state.game) {
                None => Action::Hold,
                Some(demand) => Action::Demand {
                    card: scenario.cards[demand.card].id.clone(),
                    intensity: demand.intensity,
                    inducement: demand.inducement,
                },
            };
            (Seat::Patron, act)
        }
        Phase::Response => {
            let reply = bot.reply(&state.game, state.tabled[0].demand);
            let to = reply.to.map(|to| scenario.domains[to].id.clone());
            let response = reply.response;
            (
                Seat::Client,
                Action::Respond {
                    response,
                    to,
                    ask: None,
                },
            )
        }
        Phase::Ruling => (Seat::WhiteCell, Action::rule_as_computed()),
        Phase::FollowUp => {
            let choice = bot.follow_up(&state.game);
            (Seat::Patron, Action::FollowUp { choice })
        }
        _ => (Seat::WhiteCell, Action::CloseMove),
    }
}

fn by_acts(
    scenario: &Scenario,
    bot: &Bot<'_>,
    mut state: State,
    until: impl Fn(&State) -> bool,
) -> State {
    while state.phase != Phase::Ended && !until(&state) {
        let (seat, action) = act(scenario, bot, &state);
        state = apply(scenario, &state, seat, &action).unwrap().state;
    }
    state
}

#[test]
fn playing_on_from_any_moment_gives_the_session_that_acts_give() {
    let scenario = reference();
    for name in ["tit-for-tat", "logit", "random"] {
        let policy = &scenario.policies[scenario.policy_index(name).unwrap()];
        let bot = Bot::new(&scenario, policy);
        let start = State::at_start(&scenario, 11, Options::default());
        let end = by_acts(&scenario, &bot, start.clone(), |_| false);
        let mut state = start;
        while state.phase != Phase::Ended {
            let onward = Onward::new(&scenario, BySide::new(bot, bot), state.game.clone(), &state);
            assert_eq!(onward.finish().0, end.game, "{name} from {}", state.phase);
            let (seat, action) = act(&scenario, &bot, &state);
            state = apply(&scenario, &state, seat, &action).unwrap().state;
        }
    }
}

/// A table in what is certain to be its last move, with a demand to answer.
fn last_move(scenario: &Scenario, seed: u64) -> State {
    let bot = Bot::new(scenario, usual_policy(scenario));
    let last = scenario.session.moves + scenario.session.moves_spread;
    let mut state = State::at_start(scenario, seed, Options::default());
    state.game.last_move = last;
    by_acts(scenario, &bot, state, |state| {
        state.game.move_index + 1 == last && state.phase == Phase::Demand
    })
}

#[test]
fn expectations_in_the_last_move_are_the_enumeration_of_the_thirty_six_rolls() {
    let scenario = reference();
    let bot = Bot::new(&scenario, usual_policy(&scenario));
    let mut compared = 0;
    for seed in 0..6 {
        let before = last_move(&scenario, seed);
        if before.phase == Phase::Ended {
            continue;
        }
        let card = before.game.hand[0];
        let demand = Action::Demand {
            card: scenario.cards[card].id.clone(),
            intensity: Intensity::Request,
            inducement: crate::engine::choice::Inducement::None,
        };
        let asked = apply(&scenario, &before, Seat::Patron, &demand)
            .unwrap()
            .state;
        for response in [
            Response::Accept,
            Response::Conditions,
            Response::Hedge,
            Response::Refuse,
        ] {
            let answer = Action::Respond {
                response,
                to: None,
                ask: None,
            };
            let answered = apply(&scenario, &asked, Seat::Client, &answer)
                .unwrap()
                .state;
            // 36 pairs of dice, one by one, through the one door to a new state.
            let mut sum = 0;
            let mut endings = [0_u32; 5];
            for (one, other) in (1..=6).flat_map(|one| (1..=6).map(move |other| (one, other))) {
                let rule = Action::Rule {
                    roll: Some(one + other),
                    arguments: 0,
                    band: None,
                    reason: None,
                    provisional: false,
                };
                let ruled = apply(&scenario, &answered, Seat::WhiteCell, &rule)
                    .unwrap()
                    .state;
                let end = by_acts(&scenario, &bot, ruled, |_| false);
                sum += end.game.position.get(Gauge::Stability);
                endings[end.game.outcome.unwrap().ending.index()] += 1;
            }
            let choice = Choice::Reply(Reply::plain(response));
            let got = from_choice(&scenario, &asked, choice, &method(&scenario, 3), GO_ON);
            let got = got.unwrap().expectation();
            assert!(got.exact && got.playouts == 36);
            let mean = f64::from(i32::try_from(sum).unwrap()) / 36.0;
            assert!(
                (got.stability - mean).abs() < 1e-9,
                "{response}: {got:?}, not {mean}"
            );
            for (share, count) in got.endings.iter().zip(endings) {
                assert!((share.percent - f64::from(count) / 0.36).abs() < 1e-9);
            }
            compared += 1;
        }
    }
    assert!(compared >= 8, "most sessions must last to the end");
}

#[test]
fn a_choice_is_what_its_act_leads_to_under_the_same_seeds() {
    let scenario = reference();
    let bot = Bot::new(&scenario, usual_policy(&scenario));
    let start = State::at_start(&scenario, 2, Options::default());
    let asked = by_acts(&scenario, &bot, start, |state| {
        state.phase == Phase::Response
    });
    let method = method(&scenario, 24);
    let refuse = Choice::Reply(Reply::plain(Response::Refuse));
    let chosen = from_choice(&scenario, &asked, refuse, &method, GO_ON).unwrap();
    let act = Action::Respond {
        response: Response::Refuse,
        to: None,
        ask: None,
    };
    let after = apply(&scenario, &asked, Seat::Client, &act).unwrap().state;
    let led = from_state(&scenario, &after, &method, GO_ON).unwrap();
    assert_eq!(chosen, led);
    let nothing = chosen.less(&led);
    assert!(nothing.mean == 0.0 && nothing.error == 0.0);
    let other = Choice::Reply(Reply::plain(Response::Accept));
    let other = from_choice(&scenario, &asked, other, &method, GO_ON).unwrap();
    let difference = other.less(&chosen);
    let means = other.expectation().stability - chosen.expectation().stability;
    assert!((difference.mean - means).abs() < 1e-9);
}

#[test]
fn what_is_hidden_is_drawn_anew_and_what_was_seen_stays() {
    let scenario = reference();
    let bot = Bot::new(&scenario, usual_policy(&scenario));
    let start = State::at_start(&scenario, 2, Options::default());
    let later = by_acts(&scenario, &bot, start.clone(), |state| {
        state.game.move_index == 4 && state.phase == Phase::Response
    });
    let anew = hidden_anew(&scenario, &later, 77);
    assert_eq!(anew.position, later.game.position);
    assert_eq!(anew.hand, later.game.hand);
    assert_eq!(anew.events[..5], later.game.events[..5]);
    assert_ne!(anew.events, later.game.events);
    let firsts: std::collections::BTreeSet<EventAt> = (0..40)
        .map(|seed| hidden_anew(&scenario, &start, seed).events[0])
        .collect();
    assert!(firsts.len() > 8, "the first event is hidden at STARTEX");
}

#[test]
fn alternatives_are_legal_and_differ_in_one_thing() {
    let scenario = reference();
    let bot = Bot::new(&scenario, usual_policy(&scenario));
    let start = State::at_start(&scenario, 2, Options::default());
    let opened = by_acts(&scenario, &bot, start, |state| state.phase == Phase::Demand);
    let taken = demand_options(&scenario, &opened.game)[7].unwrap();
    let others = alternatives(&scenario, &opened, Choice::Demand(Some(taken)));
    assert!(others.contains(&Choice::Demand(None)));
    assert!(!others.contains(&Choice::Demand(Some(taken))));
    assert_eq!(
        others.len(),
        1 + 3 + 3 + 2,
        "hold, cards, intensities, inducements"
    );
    let held = alternatives(&scenario, &opened, Choice::Demand(None));
    assert_eq!(held.len(), 4, "a plain request on each card in hand");
}

#[test]
fn whoever_watches_may_break_off() {
    let scenario = reference();
    let start = State::at_start(&scenario, 2, Options::default());
    let stop: Watch<'_> = &|| ControlFlow::Break(());
    assert_eq!(
        from_state(&scenario, &start, &method(&scenario, 8), stop),
        Err(Stopped)
    );
}
