//! The table plays as the rules do, whoever sits where, never comes to a dead end, and shows nobody too much.

mod any_act;
mod leaks;

use std::path::{Path, PathBuf};

use super::*;
use crate::bot::{Players, canonical_log};
use crate::deck::Deck;
use crate::engine::apply::apply;
use crate::engine::options::{Announcement, Options};
use crate::engine::view::waits_for;
use crate::model::log::{end_line, move_line};

pub(in crate::analysis) fn reference() -> Scenario {
    let text = include_str!("../../../../../tests/golden/deck.toml");
    Deck::from_text("reference", text).unwrap().scenario
}

/// A bot for each seat that plays, Europe's last.
pub(in crate::analysis) struct Table<'a> {
    scenario: &'a Scenario,
    seats: [(Seat, Seated<'a>); 3],
    pub(in crate::analysis) state: State,
    log: String,
}

impl<'a> Table<'a> {
    pub(in crate::analysis) fn new(
        scenario: &'a Scenario,
        names: [&str; 3],
        seed: u64,
        options: Options,
    ) -> Self {
        let europe = EuropeBot::from_word(names[2]).unwrap();
        let seated = |seat, name| (seat, Seated::named(scenario, seat, name, europe).unwrap());
        let options = Options {
            europe: europe != EuropeBot::Absent,
            ..options
        };
        Self {
            scenario,
            seats: [
                seated(Seat::Patron, names[0]),
                seated(Seat::Client, names[1]),
                seated(Seat::Europe, names[2]),
            ],
            state: State::at_start(scenario, seed, options),
            log: String::new(),
        }
    }

    /// The act that comes next, by rule where the white cell is waited for.
    pub(in crate::analysis) fn next_act(&self) -> (Seat, Action) {
        let seat = waits_for(&self.state)[0];
        let by_rule = match self.state.phase {
            Phase::Inject => Some(Action::Inject { instead: None }),
            Phase::Ruling => Some(Action::rule_as_computed()),
            Phase::Drift => Some(Action::CloseMove),
            _ => None,
        };
        let bot = self.seats.iter().find(|(held, _)| *held == seat);
        let act = by_rule.or_else(|| bot?.1.act(self.scenario, &self.state));
        (
            seat,
            act.unwrap_or_else(|| panic!("nothing to do in {}", self.state.phase)),
        )
    }

    pub(in crate::analysis) fn step(&mut self) {
        let (seat, act) = self.next_act();
        let applied = apply(self.scenario, &self.state, seat, &act);
        self.state = applied.unwrap_or_else(|why| panic!("{act:?}: {why}")).state;
        if act == Action::CloseMove {
            self.log += &move_line(self.scenario, &self.state.game);
        }
    }

    /// Plays on until something holds, or to the end.
    pub(in crate::analysis) fn play_until(&mut self, holds: impl Fn(&State) -> bool) {
        while self.state.phase != Phase::Ended && !holds(&self.state) {
            self.step();
        }
    }

    fn log(mut self) -> String {
        self.play_until(|_| false);
        self.log + &end_line(&self.state.game.outcome.unwrap())
    }
}

#[test]
fn every_golden_log_comes_out_at_the_table() {
    let scenario = reference();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let entries = std::fs::read_dir(folder).unwrap();
    let logs: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "log"))
        .collect();
    assert!(logs.len() >= 30);
    for path in logs {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let [patron, client, europe, seed] = name.split('_').collect::<Vec<_>>()[..] else {
            panic!("a log's name is PATRON_CLIENT_EUROPE_SEED: {name}");
        };
        let names = [patron, client, europe];
        let table = Table::new(&scenario, names, seed.parse().unwrap(), Options::default());
        assert_eq!(
            table.log(),
            std::fs::read_to_string(&path).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn several_demands_a_move_are_played_as_by_the_rules_alone() {
    let mut scenario = reference();
    scenario.session.demands = 3;
    for names in [["random", "random", "random"], ["logit", "logit", "hawk"]] {
        let europe = EuropeBot::from_word(names[2]).unwrap();
        let bot = |name| Bot::named(&scenario, name).unwrap().expecting(europe);
        let (patron, client) = (bot(names[0]), bot(names[1]));
        let players = Players {
            patron: &patron,
            client: &client,
            europe,
        };
        for seed in 0..8 {
            let table = Table::new(&scenario, names, seed, Options::default());
            assert_eq!(
                table.log(),
                canonical_log(&scenario, seed, players),
                "{seed}"
            );
        }
    }
}

#[test]
fn sealed_sessions_and_demands_announced_together_come_to_an_end() {
    let mut scenario = reference();
    scenario.session.demands = 2;
    for seed in 0..60 {
        for (sealed, announcement) in [
            (true, Announcement::InTurn),
            (false, Announcement::Together),
        ] {
            let options = Options {
                sealed,
                announcement,
                ..Options::default()
            };
            let names = ["random", "random", "random"];
            let mut table = Table::new(&scenario, names, seed, options);
            table.play_until(|_| false);
            assert!(table.state.game.outcome.is_some());
        }
    }
}
