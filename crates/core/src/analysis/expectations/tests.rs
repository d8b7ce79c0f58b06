//! Playing on must be what bots do at the table, and the last contest must be exact.

use std::collections::BTreeSet;

use super::*;
use crate::analysis::seated::tests::{Table, reference};
use crate::engine::action::Action;
use crate::engine::apply::apply;
use crate::engine::options::{Announcement, Options};
use crate::engine::seat::Seat;
use crate::model::choice::{Decision, Inducement, Intensity, Offer, Reply, Response};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::legal;
use crate::model::place::{AskAt, At as _, EventAt};

const GO_ON: Watch<'static> = &|| ControlFlow::Continue(());

fn method(scenario: &Scenario, playouts: u64) -> Method<'_> {
    Method {
        policy: usual_policy(scenario),
        europe: EuropeBot::Absent,
        playouts,
        seed: 5,
    }
}

/// The usual bot on both sides, and nobody in Europe's seat.
fn usual(scenario: &Scenario, seed: u64) -> Table<'_> {
    let name = &usual_policy(scenario).name;
    let names = [name, name, EuropeBot::Absent.word()];
    Table::new(scenario, names, seed, Options::default())
}

fn policy<'a>(scenario: &'a Scenario, name: &str) -> &'a Policy {
    scenario.policy(scenario.policy_at(name).unwrap())
}

#[test]
fn playing_on_from_any_moment_gives_the_session_that_acts_give() {
    let mut scenario = reference();
    for demands in [1, 2] {
        scenario.session.demands = demands;
        for name in ["tit-for-tat", "logit", "random"] {
            for announcement in [Announcement::InTurn, Announcement::Together] {
                let options = Options {
                    announcement,
                    ..Options::default()
                };
                let europe = EuropeBot::Random;
                let start = || Table::new(&scenario, [name, name, europe.word()], 11, options);
                let mut end = start();
                end.play_until(|_| false);
                let method = Method {
                    policy: policy(&scenario, name),
                    europe,
                    playouts: 1,
                    seed: 0,
                };
                let bot = method.bot(&scenario);
                let mut table = start();
                while table.state.phase != Phase::Ended {
                    let state = &table.state;
                    let players = method.players(&bot);
                    let onward = Onward::new(&scenario, players, state.game.clone(), state);
                    let phase = state.phase;
                    assert_eq!(onward.finish().0, end.state.game, "{name} from {phase}");
                    table.step();
                }
            }
        }
    }
}

/// A table in what is certain to be its last move, with a decision to make.
fn last_move(scenario: &Scenario, seed: u64) -> State {
    let mut table = usual(scenario, seed);
    let last = scenario.session.longest();
    table.state.game.last_move = last;
    table.play_until(|state| state.game.move_index + 1 == last && state.phase == Phase::Demand);
    table.state
}

fn finished(scenario: &Scenario, state: State) -> State {
    let mut table = usual(scenario, 0);
    table.state = state;
    table.play_until(|_| false);
    table.state
}

fn answering(response: Response) -> Action {
    Action::Respond {
        response,
        instead: None,
        ask: None,
        words: None,
    }
}

#[test]
fn expectations_in_the_last_move_are_the_enumeration_of_the_thirty_six_rolls() {
    let scenario = reference();
    let mut compared = 0;
    for seed in 0..8 {
        let before = last_move(&scenario, seed);
        if before.phase == Phase::Ended {
            continue;
        }
        let card = before.game.menu.cards()[0];
        let demand = Action::Demand {
            card: scenario.card(card).id.clone(),
            intensity: Intensity::Request,
            inducement: Inducement::None,
        };
        let asked = apply(&scenario, &before, Seat::Patron, &demand).unwrap();
        let asked = asked.state;
        for response in [
            Response::Accept,
            Response::Stall,
            Response::Hedge,
            Response::Refuse,
        ] {
            let answered = apply(&scenario, &asked, Seat::Client, &answering(response));
            let Ok(answered) = answered else {
                continue;
            };
            // 36 pairs of dice, one by one, through the one door to a new state.
            let mut sum = 0;
            let mut endings = [0_u32; 6];
            for (one, other) in (1..=6).flat_map(|one| (1..=6).map(move |other| (one, other))) {
                let rule = Action::Rule {
                    roll: Some(one + other),
                    arguments: 0,
                    band: None,
                    reason: None,
                    provisional: false,
                };
                let ruled = apply(&scenario, &answered.state, Seat::WhiteCell, &rule).unwrap();
                let end = finished(&scenario, ruled.state);
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
    let mut table = usual(&scenario, 2);
    table.play_until(|state| state.phase == Phase::Response);
    let asked = table.state;
    let method = method(&scenario, 24);
    let refuse = Choice::Reply(Reply::plain(Response::Refuse));
    let chosen = from_choice(&scenario, &asked, refuse, &method, GO_ON).unwrap();
    let after = apply(
        &scenario,
        &asked,
        Seat::Client,
        &answering(Response::Refuse),
    );
    let led = from_state(&scenario, &after.unwrap().state, &method, GO_ON).unwrap();
    assert_eq!(chosen, led);
    let nothing = chosen.less(&led);
    assert!(nothing.mean == 0.0 && nothing.error == 0.0);
    let other = Choice::Reply(Reply::plain(Response::Stall));
    let other = from_choice(&scenario, &asked, other, &method, GO_ON).unwrap();
    let difference = other.less(&chosen);
    let means = other.expectation().stability - chosen.expectation().stability;
    assert!((difference.mean - means).abs() < 1e-9);
}

#[test]
fn what_is_hidden_is_drawn_anew_and_what_was_seen_stays() {
    let scenario = reference();
    let start = usual(&scenario, 2).state;
    let mut table = usual(&scenario, 2);
    table.play_until(|state| state.game.move_index == 4 && state.phase == Phase::Response);
    let later = table.state;
    let anew = hidden_anew(&scenario, &later, 77);
    assert_eq!(anew.position, later.game.position);
    assert_eq!(anew.menu, later.game.menu);
    assert_eq!(anew.current, later.game.current);
    assert_ne!(anew.events, later.game.events);
    let firsts: BTreeSet<EventAt> = (0..40)
        .map(|seed| hidden_anew(&scenario, &start, seed).events.entries()[0])
        .collect();
    assert!(firsts.len() > 8, "the first event is hidden at STARTEX");
}

#[test]
fn alternatives_are_legal_and_differ_in_one_thing() {
    let scenario = reference();
    let mut table = usual(&scenario, 2);
    table.play_until(|state| state.phase == Phase::Demand && state.game.current.offer.is_none());
    let opened = table.state;
    let all: Vec<Decision> = legal::decisions(&scenario, &opened.game).collect();
    let (cards, taken) = (opened.game.menu.cards().len(), all[1]);
    let affordable = legal::intensities(&scenario, &opened.game).count();
    let others = alternatives(&scenario, &opened, Choice::Decision(taken));
    assert!(others.contains(&Choice::Decision(Decision::Hold)));
    assert!(!others.contains(&Choice::Decision(taken)));
    let expected = 1 + (cards - 1) + (affordable - 1) + 2;
    assert_eq!(
        others.len(),
        expected,
        "hold, cards, intensities, inducements"
    );
    let held = alternatives(&scenario, &opened, Choice::Decision(Decision::Hold));
    assert_eq!(
        held.len(),
        cards,
        "a plain request on each card of the menu"
    );
}

#[test]
fn alternatives_to_an_offer_have_another_card_or_another_ask() {
    let scenario = reference();
    let mut table = usual(&scenario, 2);
    table.play_until(|state| state.phase == Phase::Offer);
    let state = table.state;
    let all: Vec<Offer> = legal::offers(&scenario, &state.game).collect();
    let cards = all
        .iter()
        .filter(|offer| offer.ask == AskAt::new(0))
        .count();
    let others = alternatives(&scenario, &state, Choice::Offer(Some(all[0])));
    assert_eq!(others.len(), 1 + (cards - 1) + (scenario.asks.len() - 1));
    let none = alternatives(&scenario, &state, Choice::Offer(None));
    assert_eq!(none.len(), cards);
}

#[test]
fn whoever_watches_may_break_off() {
    let scenario = reference();
    let start = usual(&scenario, 2).state;
    let stop: Watch<'_> = &|| ControlFlow::Break(());
    assert_eq!(
        from_state(&scenario, &start, &method(&scenario, 8), stop),
        Err(Stopped)
    );
}
