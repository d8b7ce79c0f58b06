//! Rehearses a deck: many sessions between its own bots, and what never happened in any of them.

use std::ops::ControlFlow;

use crate::analysis::ensemble::{EnsembleError, Plan, Tally, count};
use crate::bot::EuropeBot;
use crate::deck::{Deck, Problem};
use crate::model::choice::{Ending, Response};
use crate::model::scenario::{Policy, PolicyKind};
use crate::model::side::BySide;

/// Sessions of a rehearsal, about; every pairing gets the same number.
pub const SESSIONS: u64 = 1000;

/// Plays about so many sessions, evenly over all pairings of the deck's bots but the slow ones that
/// look ahead, and counts what happened. Every other pairing has a Europe that takes any measure; the others have each
/// of its bots in turn, so that what only some of them take is seen too.
///
/// # Errors
///
/// Fails if no sessions are asked for.
pub fn rehearse(deck: &Deck, sessions: u64) -> Result<Tally, EnsembleError> {
    let scenario = &deck.scenario;
    let quick = |policy: &&Policy| !matches!(policy.kind, PolicyKind::Rollout { .. });
    let bots: Vec<&Policy> = scenario.policies.iter().filter(quick).collect();
    let pairings = u64::try_from(bots.len().pow(2)).unwrap_or(1);
    let turns = EuropeBot::ALL.iter().copied().cycle();
    let mut others = turns.flat_map(|bot| [EuropeBot::Random, bot]);
    let mut tally = Tally::new(scenario);
    for patron in &bots {
        for client in &bots {
            let europe = others.next().unwrap_or(EuropeBot::Random);
            let plan = Plan {
                bots: BySide::new(patron.name.clone(), client.name.clone()),
                europe,
                first: 0,
                runs: sessions.div_ceil(pairings),
                seed: 1,
                threads: None,
            };
            tally.merge(&count(scenario, &plan, &|_| ControlFlow::Continue(()))?);
        }
    }
    Ok(tally)
}

/// What never happened in a rehearsal although the deck provides for it.
pub fn findings(deck: &Deck, tally: &Tally) -> Vec<Problem> {
    let scenario = &deck.scenario;
    let mut found = Vec::new();
    let mut never = |code, table: &'static str, name: &str, what: &str, help: &str| {
        let listed = matches!(table, "card" | "domain" | "measure");
        found.push(Problem {
            code,
            path: if listed {
                format!("{table}[{name}]")
            } else {
                format!("{table}.{name}")
            },
            span: deck.span_of(table, name),
            message: format!("{what} in {} rehearsals", tally.sessions),
            help: help.to_owned(),
        });
    };
    for (card, tally) in scenario.cards.iter().zip(&tally.cards) {
        if tally.tabled + tally.offered == 0 {
            let what = format!("`{}` was never tabled", card.id);
            let help = "make it worth its effort, or easier to come by";
            never("card-never-tabled", "card", &card.id, &what, help);
        }
    }
    for (measure, taken) in scenario.measures.iter().zip(&tally.measures) {
        if *taken == 0 {
            let what = format!("`{}` was never taken", measure.id);
            let help = "make it cheaper, or look at when it makes sense";
            never("measure-never-taken", "measure", &measure.id, &what, help);
        }
    }
    for (place, domain) in scenario.domains.placed() {
        let mut cards = scenario.cards.iter().zip(&tally.cards);
        if !cards.any(|(card, tally)| card.domain == place && tally.crossed > 0) {
            let what = format!("the red line of `{}` was never crossed", domain.id);
            let help = "bring the line nearer, or give its demands more red_line_weight";
            never("red-line-never-crossed", "domain", &domain.id, &what, help);
        }
    }
    for response in Response::ALL {
        if tally.responses[response.index()] == 0 {
            let what = format!("`{response}` was never the answer");
            let help = "look at what it costs beside the others";
            never(
                "response-never-given",
                "response",
                response.word(),
                &what,
                help,
            );
        }
    }
    for ending in Ending::ALL {
        if tally
            .endings
            .iter()
            .all(|counts| counts[ending.index()] == 0)
        {
            let what = format!("no session ended in `{ending}`");
            let help = "look at the thresholds that lead there";
            never("ending-never-seen", "ending", ending.word(), &what, help);
        }
    }
    found.sort_by_key(|problem| problem.span.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = include_str!("../../../../tests/decks/base.toml");

    #[test]
    fn what_cannot_happen_is_found_by_rehearsing() {
        let text = BASE
            .replacen(
                "stability = 62, trust = 56",
                "stability = 100, trust = 100",
                1,
            )
            .replacen("red_line = 75", "red_line = 100", 1)
            .replace("red_line_weight = 6", "red_line_weight = 1")
            .replace("red_line_weight = 10", "red_line_weight = 1");
        let deck = Deck::from_text("base", &text).unwrap();
        let tally = rehearse(&deck, 200).unwrap();
        assert!(tally.sessions >= 200);
        let found = findings(&deck, &tally);
        let codes: Vec<&str> = found.iter().map(|problem| problem.code).collect();
        assert!(codes.contains(&"ending-never-seen"), "{codes:?}");
        let line = found
            .iter()
            .find(|p| p.code == "red-line-never-crossed")
            .unwrap();
        assert_eq!(line.path, "domain[trade]");
        assert!(
            deck.source
                .split_at(line.span.start)
                .1
                .starts_with("[[domain]]\nid = \"trade\"")
        );
    }

    #[test]
    fn a_rehearsal_is_the_same_every_time() {
        let deck = Deck::from_text("base", BASE).unwrap();
        assert_eq!(rehearse(&deck, 100).unwrap(), rehearse(&deck, 100).unwrap());
    }
}
