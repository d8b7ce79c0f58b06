//! What holds of whole sessions, whoever plays them.

use super::reference;
use crate::bot::{Bot, EuropeBot, Players, Plays as _, play, play_move};
use crate::model::choice::{
    BySide, Decision, Demand, Intensity, MeasureKind, Reply, Response, Side,
};
use crate::model::current::Adjudication;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Change, Silent};
use crate::model::legal;
use crate::model::luck::roll;
use crate::model::place::{At as _, CardAt, First as _};
use crate::model::scenario::Scenario;

fn bots<'a>(scenario: &'a Scenario, names: [&str; 2], europe: EuropeBot) -> BySide<Bot<'a>> {
    let bot = |name| Bot::named(scenario, name).expect("a bot").expecting(europe);
    BySide::new(bot(names[0]), bot(names[1]))
}

fn players<'a>(bots: &'a BySide<Bot<'a>>, europe: EuropeBot) -> Players<'a> {
    Players {
        patron: &bots.patron,
        client: &bots.client,
        europe,
    }
}

#[test]
fn m8_what_was_given_stays_given_and_closed_cards_are_not_demanded() {
    let scenario = reference();
    let bots = bots(&scenario, ["random", "random"], EuropeBot::Random);
    for seed in 0..300 {
        let mut game = Game::new(&scenario, seed);
        let mut given = [0; 256];
        while game.outcome.is_none() {
            let before = game.progress;
            play_move(&scenario, &mut game, players(&bots, EuropeBot::Random));
            for &card in game.menu.cards() {
                assert!(before.is_open(&scenario, card, game.move_index - 1));
            }
            for card in scenario.cards.places() {
                let now = game.progress.given(card);
                assert!(now >= given[card.index()] && now <= 100);
                given[card.index()] = now;
            }
        }
    }
}

#[test]
fn m9_with_nobody_in_its_seat_europe_touches_nobody() {
    let scenario = reference();
    let mut other = scenario.clone();
    other.measures = Vec::new().into();
    other.europe.unity.gain = 0;
    other.europe.exposure = 3;
    other.europe.joint_front = 90;
    let path = |scenario: &Scenario, seed| {
        let bots = bots(scenario, ["logit", "logit"], EuropeBot::Absent);
        let mut game = Game::new(scenario, seed);
        let mut seen = Vec::new();
        play(
            scenario,
            &mut game,
            players(&bots, EuropeBot::Absent),
            |game| {
                let shared = scenario.gauges().into_iter();
                let shared =
                    shared.filter(|gauge| !matches!(gauge, Gauge::Unity | Gauge::Exposure));
                seen.extend(shared.map(|gauge| game.position.get(gauge)));
                seen.extend([game.clocks.crisis, game.clocks.capture, game.offer_wait]);
            },
        );
        let outcome = game.outcome.expect("it ended");
        (seen, outcome.ending, outcome.patron, outcome.client)
    };
    for seed in 0..40 {
        assert_eq!(path(&scenario, seed), path(&other, seed));
    }
}

#[test]
fn n3_dice_do_not_depend_on_choices() {
    let scenario = reference();
    for names in [
        ["random", "random"],
        ["greedy", "cautious"],
        ["hardliner", "steadfast!"],
    ] {
        let bots = bots(&scenario, names, EuropeBot::Random);
        for seed in 0..20 {
            let mut game = Game::new(&scenario, seed);
            play(
                &scenario,
                &mut game,
                players(&bots, EuropeBot::Random),
                |game| {
                    for exchange in &game.current.exchanges {
                        assert_eq!(exchange.roll, roll(seed, game.move_index - 1, 0));
                    }
                },
            );
        }
    }
}

#[test]
fn every_change_of_a_session_is_in_the_ledger() {
    let scenario = reference();
    let bots = bots(&scenario, ["random", "random"], EuropeBot::Random);
    for seed in 0..100 {
        let mut game = Game::new(&scenario, seed);
        let start = game.position;
        let mut ledger: Vec<Change> = Vec::new();
        while game.outcome.is_none() {
            game.begin_move(&scenario, None, &mut ledger);
            if let Some(step) = EuropeBot::Random.step(&scenario, &game) {
                game.take_measure(&scenario, step, &mut ledger);
            }
            game.open_menu(&scenario);
            if game.clocks.in_crisis {
                let acts = BySide::from_fn(|side| legal::may_de_escalate(&scenario, &game, side));
                game.de_escalate(&scenario, acts, &mut ledger);
            }
            let offer = bots.client.offer(&game);
            game.table_offer(&scenario, offer);
            match bots.patron.decide(&game) {
                Decision::Hold => game.hold(&scenario, &mut ledger),
                Decision::TakeUp => {
                    game.take_up(&scenario, &mut ledger);
                }
                Decision::Demand(demand) => {
                    game.table(&scenario, demand, &mut ledger);
                    let reply = bots.client.reply(&game, demand);
                    let ruling = Adjudication::default();
                    game.resolve(&scenario, demand, reply, ruling, &mut ledger);
                    game.follow_up(&scenario, bots.patron.follow_up(&game), &mut ledger);
                }
            }
            game.close_move(&scenario, &mut ledger);
        }
        for gauge in scenario.gauges() {
            let noted = ledger.iter().filter(|change| change.gauge == gauge);
            let sum: i64 = noted.map(Change::by).sum();
            assert_eq!(
                start.get(gauge) + sum,
                game.position.get(gauge),
                "{gauge:?}"
            );
        }
    }
}

/// The reference deck with three demands a move, and engagements that may be kept secret.
fn crowded() -> Scenario {
    let mut scenario = reference();
    scenario.session.demands = 3;
    scenario.europe.leaks_at = 3;
    for measure in &mut scenario.measures {
        if measure.kind == MeasureKind::Engage {
            measure.secret = Some(1);
            measure.leaks = vec![(Gauge::SharedFront, 8)];
        }
    }
    scenario
}

#[test]
fn ten_thousand_random_sessions_with_all_seats_and_acts_come_to_an_end() {
    let crowded = crowded();
    let bots = bots(&crowded, ["random", "random"], EuropeBot::Random);
    let (mut several, mut secret, mut leaked, mut taken_up) = (0, 0, 0, 0);
    for seed in 0..10_000 {
        let mut game = Game::new(&crowded, seed);
        play(
            &crowded,
            &mut game,
            players(&bots, EuropeBot::Random),
            |game| {
                let current = &game.current;
                several += usize::from(current.exchanges.len() > 1);
                taken_up += usize::from(current.taken_up && !current.exchanges.is_empty());
                if let Some(measure) = current.measure.filter(|measure| measure.step.in_secret) {
                    secret += 1;
                    leaked += usize::from(measure.band < 0);
                }
            },
        );
        assert!(game.outcome.is_some() && game.move_index <= crowded.session.longest());
    }
    let counts = [several, secret, leaked, taken_up];
    assert!(
        several > 1000 && secret > 1000 && leaked > 50 && taken_up > 50,
        "{counts:?}"
    );
}

#[test]
fn a_sealed_reply_always_comes_to_a_legal_one() {
    let scenario = reference();
    let bots = bots(&scenario, ["random", "random"], EuropeBot::Absent);
    for seed in 0..50 {
        let mut game = Game::new(&scenario, seed);
        play(
            &scenario,
            &mut game,
            players(&bots, EuropeBot::Absent),
            |game| {
                let demands: Vec<Demand> = legal::demands(&scenario, game).collect();
                for demand in demands.into_iter().step_by(7) {
                    let sealed = Response::ALL.iter().map(|&response| Reply::plain(response));
                    for sealed in sealed.chain(CardAt::first(5).map(Reply::deflect)) {
                        let opened = legal::opened_reply(&scenario, game, demand, sealed);
                        assert!(
                            legal::replies(&scenario, game, demand).any(|legal| legal == opened)
                        );
                    }
                }
            },
        );
    }
}

#[test]
fn beijing_listens_if_moscow_could_leave() {
    let scenario = reference();
    let mut game = Game::new(&scenario, 1);
    game.begin_move(&scenario, None, Silent);
    game.open_menu(&scenario);
    game.clocks.in_crisis = true;
    let appeal = BySide::new(false, true);
    for (autonomy, limit) in [(90, Intensity::Request), (5, Intensity::Ultimatum)] {
        let mut game = game.clone();
        game.position.set(&scenario, Gauge::Autonomy, autonomy);
        game.de_escalate(&scenario, appeal, Silent);
        assert_eq!(game.limit, limit);
    }
    assert!(legal::may_de_escalate(&scenario, &game, Side::Client));
}
