//! How many sessions between bots a second: one thread and two, side by side in one run.
//!
//! `cargo bench --bench second` takes a minute; a number after `--` sets how many sessions the quickest
//! pairing plays in a round. Seeds are 1000 and on, so that another implementation can play the same
//! sessions beside it. Rounds take turns, so that whatever else the machine does falls on all of them;
//! the best round counts. Two threads must come to the same aims and endings as one.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::time::Instant;

use unequal_partners::bot::{Bot, EuropeBot, Players, play};
use unequal_partners::deck::Deck;
use unequal_partners::model::game::Game;
use unequal_partners::model::scenario::Scenario;

/// Rounds, each of which plays every pairing with one thread and with two.
const ROUNDS: usize = 5;
/// Sessions a round of the quickest pairing, unless the command line says otherwise.
const SESSIONS: u64 = 20_000;
/// The seed of the first session.
const FIRST: u64 = 1000;

/// Endings and aims, session by session.
type Course = Vec<(usize, i64, i64, i64)>;

fn sessions(scenario: &Scenario, names: [&str; 2], seeds: std::ops::Range<u64>) -> Course {
    let [patron, client] = names.map(|name| Bot::named(scenario, name).expect("a policy"));
    let players = Players {
        patron: &patron,
        client: &client,
        europe: EuropeBot::Absent,
    };
    let mut game = Game::new(scenario, seeds.start);
    let mut course = Course::new();
    for seed in seeds {
        game.restart(scenario, seed);
        play(scenario, &mut game, players, |_| {});
        let outcome = game.outcome.expect("a session ends");
        course.push((
            outcome.ending.index(),
            outcome.patron,
            outcome.client,
            outcome.europe,
        ));
    }
    course
}

/// Plays on so many threads; returns the course and the seconds that it took.
fn timed(scenario: &Scenario, names: [&str; 2], count: u64, threads: u64) -> (Course, f64) {
    let began = Instant::now();
    let share = count.div_ceil(threads);
    let course = std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|part| {
                let seeds = FIRST + part * share..FIRST + ((part + 1) * share).min(count);
                scope.spawn(move || sessions(scenario, names, seeds))
            })
            .collect();
        let joined = parts.into_iter().map(|part| part.join().expect("it plays"));
        joined.flatten().collect()
    });
    (course, began.elapsed().as_secs_f64())
}

fn main() {
    let most = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(SESSIONS);
    let text = include_str!("../tests/golden/deck.toml");
    let deck = Deck::from_text("reference", text).expect("the deck is right");
    let scenario = deck.scenario;
    let pairings = [
        (["random", "random"], most),
        (["greedy", "cautious"], most.div_ceil(20)),
        (["logit", "logit"], most.div_ceil(20)),
    ];
    let mut best = [[f64::INFINITY; 2]; 3];
    for _ in 0..ROUNDS {
        for (&(names, count), best) in pairings.iter().zip(&mut best) {
            let (one, alone) = timed(&scenario, names, count, 1);
            let (two, together) = timed(&scenario, names, count, 2);
            assert!(one == two, "two threads come to something else than one");
            *best = [best[0].min(alone), best[1].min(together)];
        }
    }
    println!("| pairing | sessions | one thread, a second | two threads | two to one |");
    println!("|---|--:|--:|--:|--:|");
    for ((names, count), [alone, together]) in pairings.into_iter().zip(best) {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        let sessions = count as f64;
        println!(
            "| {} v {} | {count} | {:.0} | {:.0} | {:.2} |",
            names[0],
            names[1],
            sessions / alone,
            sessions / together,
            alone / together
        );
    }
}
