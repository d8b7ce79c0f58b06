//! A twin of a bot, outside: from the lines alone it plays the built-in's session to the byte.

use std::io::{BufRead as _, BufReader, PipeReader, PipeWriter, Write as _, pipe};
use std::thread;

use serde_json::{Value, json};
use unequal_core::bot::{Bot, EuropeBot, Plays as _};
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::legal::{act_of_decision, act_of_offer, act_of_reply};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{
    Band, Demand, Inducement, Intensity, Offer, Reply, Response, Side,
};
use unequal_core::model::current::Exchange;
use unequal_core::model::game::Game;
use unequal_core::model::gauges::Gauges as _;
use unequal_core::model::place::At as _;
use unequal_core::model::position::Position;
use unequal_core::model::scenario::Scenario;
use unequal_seat::{Attended, Limits, Program};
use unequal_session::{Holder, Owner};

use crate::pairs::many;
use crate::table::{decks, go_on, holders, table};

const BOT: &str = "greedy";

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value}"))
}

fn demand(scenario: &Scenario, tabled: &Value) -> Demand {
    Demand {
        card: scenario.card_at(text(&tabled["card"])).unwrap(),
        intensity: Intensity::from_word(text(&tabled["intensity"])).unwrap(),
        inducement: Inducement::from_word(text(&tabled["inducement"])).unwrap(),
    }
}

fn reply(scenario: &Scenario, act: &Value) -> Reply {
    Reply {
        response: Response::from_word(text(&act["response"])).unwrap(),
        instead: act["instead"]
            .as_str()
            .map(|id| scenario.card_at(id).unwrap()),
    }
}

fn exchange(scenario: &Scenario, shown: &Value) -> Exchange {
    Exchange {
        demand: demand(scenario, shown),
        reply: reply(scenario, shown),
        modifier: number(&shown["modifier"]),
        roll: number(&shown["roll"]),
        arguments: number(&shown["arguments"]),
        band: Band::from_word(text(&shown["band"])).unwrap(),
        delivered: number(&shown["delivered"]),
        follow_up: None,
        crossed: 0,
    }
}

/// The game as a turn tells of it.
fn game(scenario: &Scenario, turn: &Value) -> Game {
    let state = &turn["state"];
    let mut game = Game::new(scenario, 0);
    let mut position = Position::at_start(scenario, 0).as_known(scenario, |_| false);
    for (word, value) in state["gauges"].as_object().unwrap() {
        let gauge = scenario.gauge_from_word(word).unwrap();
        position.set(scenario, gauge, number(value));
    }
    for (at, domain) in scenario.domains.placed() {
        let shown = &state["domains"][&domain.id];
        let place = at.index();
        if shown["crossed"] == true {
            position.breached[place] = true;
            position.crossing[place] = i16::MAX;
        } else if let Some(crossing) = shown["crossing"].as_i64() {
            position.crossing[place] = i16::try_from(crossing).unwrap();
            position.hidden[place] = i8::try_from(crossing - domain.red_line).unwrap();
            position.known[place] = true;
        }
        position.signals[place] = u8::try_from(shown["signal"].as_i64().unwrap_or(0)).unwrap();
    }
    game.position = position;
    for (id, now) in turn["cards"].as_object().unwrap() {
        let card = scenario.card_at(id).unwrap();
        game.progress.tabled[card.index()] = u8::try_from(number(&now["demanded"])).unwrap();
        game.progress.give(scenario, card, number(&now["given"]));
    }
    game.clocks.in_crisis = state["in_crisis"] == true;
    game.clocks.crisis = number(&state["crisis_clock"]);
    game.clocks.capture = number(&state["capture_clock"]);
    game.market_discount = number(&state["market_discount"]);
    game.offer_wait = number(&state["offer_wait"]);
    game.move_index = u32::try_from(number(&state["move"]))
        .unwrap()
        .saturating_sub(1);
    game.place = u32::try_from(number(&state["place"])).unwrap();
    game.effort = state["effort"].as_i64().unwrap_or(0);
    game.limit = Intensity::from_word(text(&state["hardest"])).unwrap();
    for id in state["menu"].as_array().into_iter().flatten() {
        game.menu.add(scenario.card_at(text(id)).unwrap());
    }
    if let Some(offer) = state["offer"].as_object() {
        game.current.offer = Some(Offer {
            card: scenario.card_at(text(&offer["card"])).unwrap(),
            ask: scenario.ask_at(text(&offer["ask"])).unwrap(),
        });
        game.current.taken_up = offer["taken_up"] == true;
    }
    let exchanges = state["exchanges"].as_array().unwrap().iter();
    game.current.exchanges = exchanges.map(|shown| exchange(scenario, shown)).collect();
    game
}

/// What the bot does at a turn.
fn answer(scenario: &Scenario, side: Side, turn: &Value) -> Action {
    let bot = Bot::named(scenario, BOT)
        .unwrap()
        .expecting(EuropeBot::Absent);
    let mut game = game(scenario, turn);
    match text(&turn["state"]["phase"]) {
        "crisis" => {
            let acts = turn["acts"].as_array().unwrap();
            let may = acts.iter().any(|act| act["climb_down"] == true);
            Action::CrisisAct {
                climb_down: may && bot.climbs_down(&game, side),
            }
        }
        "demand" => act_of_decision(scenario, bot.decide(&game)),
        "response" => {
            // The cards that it may give instead are those of the menu that it sees.
            for act in turn["acts"].as_array().unwrap() {
                if let Some(id) = act["instead"].as_str() {
                    game.menu.add(scenario.card_at(id).unwrap());
                }
            }
            let tabled = turn["state"]["tabled"].as_array().unwrap();
            let open = tabled.iter().find(|tabled| tabled["response"].is_null());
            let open = demand(scenario, open.unwrap());
            act_of_reply(scenario, bot.reply(&game, open))
        }
        "offer" => act_of_offer(scenario, bot.offer(&game)),
        "follow-up" => Action::FollowUp {
            choice: bot.follow_up(&game),
        },
        phase => panic!("nothing is asked in the {phase} phase"),
    }
}

/// Reads lines and answers them.
fn speak(from: PipeReader, mut to: PipeWriter, answer: impl Fn(&Value) -> Value + Send + 'static) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines() {
            let Ok(line) = line else { return };
            let message: Value = serde_json::from_str(&line).unwrap();
            let said = match text(&message["kind"]) {
                "hello" => json!({"kind": "ready", "protocol": 1, "name": "twin", "version": "1"}),
                "turn" => answer(&message),
                _ => continue,
            };
            if writeln!(to, "{said}").is_err() {
                return;
            }
        }
    });
}

/// Lets somebody sit down at a seat, at the other end of two pipes.
pub(crate) fn seat(
    attended: &mut Attended,
    owner: &Owner,
    seat: Seat,
    answer: impl Fn(&Value) -> Value + Send + 'static,
) {
    let (its_in, our_out) = pipe().unwrap();
    let (our_in, its_out) = pipe().unwrap();
    speak(its_in, its_out, answer);
    let place = owner.place(seat);
    let program = Program::over("twin", &place, (our_in, our_out), Limits::default()).unwrap();
    attended.seat(place, program);
}

fn attended() -> Attended {
    Attended::new(Vec::new(), Limits::default(), Holder::Human)
}

/// The canonical log of a session with the twin in a seat.
fn log_of_twin(deck: &Deck, of: Seat, seed: u64) -> String {
    let owner = Owner::of(table(deck, holders(of), seed));
    let mut attended = attended();
    let scenario = owner.table().scenario().clone();
    let side = of.side().unwrap();
    seat(
        &mut attended,
        &owner,
        of,
        move |turn| json!({"kind": "act", "turn": turn["turn"], "act": answer(&scenario, side, turn)}),
    );
    go_on(&owner, &mut attended);
    let table = owner.table();
    assert!(
        table.has_ended(),
        "{:?}",
        table.seen(Seat::WhiteCell).last()
    );
    table.canonical_log()
}

fn log_of_bots(deck: &Deck, seed: u64) -> String {
    let seats = unequal_session::Holders {
        patron: Holder::Bot(BOT.to_owned()),
        client: Holder::Bot(BOT.to_owned()),
        europe: Holder::Nobody,
    };
    let owner = Owner::of(table(deck, seats, seed));
    go_on(&owner, &mut attended());
    let table = owner.table();
    assert!(table.has_ended());
    table.canonical_log()
}

#[test]
fn a_twin_of_greedy_plays_the_built_ins_session_to_the_byte_in_either_seat() {
    for deck in decks() {
        for seed in 1..=many(3) {
            let bots = log_of_bots(&deck, seed);
            for of in [Seat::Patron, Seat::Client] {
                let twin = log_of_twin(&deck, of, seed);
                let id = &deck.scenario.id;
                assert!(twin == bots, "{id} {of} seed {seed}\n{twin}\n{bots}");
            }
        }
    }
}
