//! How many sessions of bots a second: decks, pairings and threads side by side in one run.
//!
//! `cargo bench --bench throughput` takes a minute or two; a number after `--` sets how many
//! sessions the quickest case plays in a round. Every case is played in every round, one after the
//! other, so that whatever else the machine does falls on all of them; the median counts, and the
//! range says how far to trust it. On a busy machine the clock tells little: the sessions for each
//! second of processor time tell more, where the system (Linux) says how much was used. One thread
//! and two must come to the same counts.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::ops::ControlFlow;
use std::time::Instant;

use unequal_partners::analysis::ensemble::{Plan, Tally, count};
use unequal_partners::bot::EuropeBot;
use unequal_partners::deck::Deck;
use unequal_partners::model::scenario::Scenario;

/// Rounds, each of which plays every case.
const ROUNDS: usize = 5;
/// Sessions a round of the quickest case, unless the command line says otherwise.
const SESSIONS: u64 = 100_000;

/// One thing to measure.
struct Case<'a> {
    deck: &'a str,
    scenario: &'a Scenario,
    pairing: [&'a str; 2],
    threads: usize,
    sessions: u64,
    /// Sessions a second by the clock, a round.
    rates: Vec<f64>,
    /// Sessions a second of processor time, a round.
    frugal: Vec<f64>,
    tally: Option<Tally>,
}

fn scenario(text: &str) -> Scenario {
    Deck::from_text("deck", text)
        .expect("the deck is right")
        .scenario
}

fn main() {
    let sessions = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(SESSIONS);
    let full = scenario(include_str!("../decks/unequal-partners.toml"));
    let reference = scenario(include_str!("../tests/golden/deck.toml"));
    let mut cases = Vec::new();
    for (pairing, share) in [
        (["random", "random"], 1),
        (["logit", "logit"], 40),
        (["greedy", "cautious"], 40),
    ] {
        for (deck, scenario) in [("reference", &reference), ("full", &full)] {
            for threads in [1, 2] {
                cases.push(Case {
                    deck,
                    scenario,
                    pairing,
                    threads,
                    sessions: (sessions / share).max(1),
                    rates: Vec::new(),
                    frugal: Vec::new(),
                    tally: None,
                });
            }
        }
    }
    for _ in 0..ROUNDS {
        cases.iter_mut().for_each(Case::play);
    }
    tell(&cases);
}

impl Case<'_> {
    fn play(&mut self) {
        let [patron, client] = self.pairing;
        let mut plan = Plan::named(
            self.scenario,
            patron,
            client,
            EuropeBot::Absent,
            self.sessions,
            1,
        )
        .expect("the deck has these bots");
        plan.threads = Some(self.threads);
        let (began, used) = (Instant::now(), processor_time());
        let tally =
            count(self.scenario, &plan, &|_| ControlFlow::Continue(())).expect("nobody breaks off");
        let took = began.elapsed().as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        let sessions = self.sessions as f64;
        self.rates.push(sessions / took);
        if let (Some(before), Some(after)) = (used, processor_time()) {
            self.frugal.push(sessions / (after - before).max(0.01));
        }
        assert!(
            self.tally.get_or_insert_with(|| tally.clone()) == &tally,
            "a round differs from the one before it"
        );
    }
}

/// Seconds of processor time that the program has used so far, all threads together, to a hundredth.
fn processor_time() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold blanks; numbers follow it.
    let (_, numbers) = status.rsplit_once(')')?;
    let numbers: Vec<f64> = numbers
        .split_whitespace()
        .map(|number| number.parse().unwrap_or(0.0))
        .collect();
    Some((numbers.get(11)? + numbers.get(12)?) / 100.0)
}

fn median(rates: &[f64]) -> f64 {
    let mut rates = rates.to_vec();
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The largest of the rates to the smallest.
fn range(rates: &[f64]) -> f64 {
    let most = rates.iter().copied().fold(f64::MIN, f64::max);
    let least = rates.iter().copied().fold(f64::MAX, f64::min);
    most / least
}

fn tell(cases: &[Case<'_>]) {
    println!(
        "| pairing | deck | threads | sessions a second | range | to 1 thread | \
         sessions a CPU second | range | to random |"
    );
    println!("|---|---|--:|--:|--:|--:|--:|--:|--:|");
    for case in cases {
        let like = |pairing: [&str; 2], threads: usize| {
            cases
                .iter()
                .find(|other| {
                    other.deck == case.deck && other.pairing == pairing && other.threads == threads
                })
                .expect("every deck is played by every pairing")
        };
        let alone = like(case.pairing, 1);
        assert!(
            alone.tally == case.tally,
            "{} threads come to other counts than one",
            case.threads
        );
        println!(
            "| {} v {} | {} | {} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} | {:.3} |",
            case.pairing[0],
            case.pairing[1],
            case.deck,
            case.threads,
            median(&case.rates),
            range(&case.rates),
            median(&case.rates) / median(&alone.rates),
            median(&case.frugal),
            range(&case.frugal),
            median(&case.frugal) / median(&like(["random", "random"], case.threads).frugal)
        );
    }
}
