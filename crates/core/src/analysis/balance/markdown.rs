//! A survey written down as Markdown, tables and all.

use std::fmt::Write as _;

use crate::analysis::balance::conditions::spread;
use crate::analysis::balance::{Condition, Survey};
use crate::analysis::ensemble::Summary;
use crate::analysis::stats::Share;
use crate::deck::Deck;
use crate::engine::choice::{Ending, Response};
use crate::engine::scenario::PolicyKind;

/// Sessions that either group must have before a pairing's red lines are worth a line.
const ENOUGH: u64 = 30;

/// The page of a survey; `command` is what made it.
pub fn markdown(
    survey: &Survey<'_>,
    conditions: &[Condition],
    deck: &Deck,
    command: &str,
) -> String {
    let mut text = String::new();
    let plan = &survey.plan;
    let _ = write!(
        text,
        "# Balance of *{}*\n\nMade by\n\n```\n{command}\n```\n\n\
         from the deck `{}` (BLAKE3 `{}`): {} sessions of every pairing \
         of the deck's bots, {} where one of them looks ahead (rollout), seed {}. Intervals are \
         Wilson's, 95 %. The same command gives the same numbers on any machine, with any number of \
         threads.\n",
        deck.text.about.title, deck.scenario.id, deck.hash, plan.runs, plan.rollout_runs, plan.seed
    );
    tell_conditions(&mut text, conditions);
    tell_pairings(&mut text, survey);
    tell_aims(&mut text, survey);
    tell_responses(&mut text, survey);
    tell_demands(&mut text, survey);
    tell_stability(&mut text, survey);
    tell_red_lines(&mut text, survey);
    tell_cards(&mut text, survey);
    text
}

fn heading(text: &mut String, title: &str, says: &str, columns: &[&str]) {
    let _ = write!(
        text,
        "\n## {title}\n\n{says}\n\n| {} |\n|",
        columns.join(" | ")
    );
    for place in 0..columns.len() {
        text.push_str(if place == 0 { "---|" } else { "--:|" });
    }
    text.push('\n');
}

fn row(text: &mut String, cells: impl IntoIterator<Item = String>) {
    text.push('|');
    for cell in cells {
        let _ = write!(text, " {cell} |");
    }
    text.push('\n');
}

fn tell_conditions(text: &mut String, conditions: &[Condition]) {
    text.push_str("\n## Conditions\n\n| condition | figure | holds |\n|---|---|---|\n");
    for condition in conditions {
        let holds = match condition.holds {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "not asked",
        };
        row(
            text,
            [
                condition.statement.clone(),
                condition.figure.clone(),
                holds.to_owned(),
            ],
        );
    }
}

fn tell_pairings(text: &mut String, survey: &Survey<'_>) {
    let endings = Ending::ALL.iter().map(|ending| ending.word());
    let mut columns = vec!["patron v client"];
    columns.extend(endings);
    columns.extend([
        "moves",
        "stability",
        "crossings",
        "patron",
        "client",
        "observer",
        "both",
    ]);
    heading(
        text,
        "Pairings",
        "Endings in percent; mean number of moves; mean stability at the end; red lines crossed a \
         session; mean aims of patron and client and the observer's ease; percent of sessions in \
         which both met their aims.",
        &columns,
    );
    for pairing in &survey.pairings {
        let summary = &pairing.summary;
        let mut cells = vec![format!("{} v {}", summary.patron, summary.client)];
        let share = |&ending: &Ending| format!("{:.1}", summary.ended(ending).percent);
        cells.extend(Ending::ALL.iter().map(share));
        cells.extend([
            format!("{:.1}", summary.length.mean),
            format!("{:.0}", summary.final_stability.mean),
            format!("{:.2}", summary.red_lines.crossings_per_session),
            format!("{:.1}", summary.scores.patron.mean),
            format!("{:.1}", summary.scores.client.mean),
            format!("{:.1}", summary.scores.observer.mean),
            format!("{:.0}", summary.aims.both.percent),
        ]);
        row(text, cells);
    }
}

fn tell_aims(text: &mut String, survey: &Survey<'_>) {
    let names: Vec<&str> = survey.scenario.policies.iter().map(|p| &*p.name).collect();
    let columns: Vec<&str> = ["patron ↓ client →"].into_iter().chain(names).collect();
    heading(
        text,
        "Aims met",
        "Percent of sessions in which the patron, and the client, met its aim.",
        &columns,
    );
    for line in survey.pairings.chunks(survey.scenario.policies.len()) {
        let name = line[0].summary.patron.clone();
        let cell = |summary: &Summary| {
            format!(
                "{:.0} / {:.0}",
                summary.aims.patron.percent, summary.aims.client.percent
            )
        };
        let cells = line.iter().map(|pairing| cell(&pairing.summary));
        row(text, std::iter::once(name).chain(cells));
    }
}

fn tell_responses(text: &mut String, survey: &Survey<'_>) {
    let words = Response::ALL.iter().map(|response| response.word());
    let columns: Vec<&str> = ["client"].into_iter().chain(words).collect();
    heading(
        text,
        "Responses",
        "Percent of demands that a client answers so, over all patrons; then those of clients that \
         look ahead, by patron.",
        &columns,
    );
    let policies = &survey.scenario.policies;
    let mut tell = |name: String, fits: &dyn Fn(usize, usize) -> bool| {
        let pool = survey.pooled(|pairing| fits(pairing.patron, pairing.client));
        let share = |&count: &u64| format!("{:.1}", Share::new(count, pool.demands()).percent);
        row(
            text,
            std::iter::once(name).chain(pool.responses.iter().map(share)),
        );
    };
    for (place, policy) in policies.iter().enumerate() {
        tell(policy.name.clone(), &|_, client| client == place);
    }
    for (place, policy) in policies.iter().enumerate() {
        if matches!(policy.kind, PolicyKind::Rollout { .. }) {
            for (patron, other) in policies.iter().enumerate() {
                tell(format!("{} facing {}", policy.name, other.name), &|p, c| {
                    p == patron && c == place
                });
            }
        }
    }
}

fn tell_demands(text: &mut String, survey: &Survey<'_>) {
    heading(
        text,
        "Demands",
        "By patron, over all clients: percent of moves held; of demands, the intensities, the \
         inducements and the follow-ups.",
        &[
            "patron",
            "held",
            "probe",
            "request",
            "press",
            "ultimatum",
            "none",
            "modest",
            "generous",
            "pocket",
            "reward",
            "punish",
            "back down",
        ],
    );
    for (place, policy) in survey.scenario.policies.iter().enumerate() {
        let pool = survey.pooled(|pairing| pairing.patron == place);
        let share = |count: u64, of: u64| format!("{:.1}", Share::new(count, of).percent);
        let mut cells = vec![
            policy.name.clone(),
            share(pool.held, pool.held + pool.demands()),
        ];
        let counts = pool.intensities.iter().chain(&pool.inducements);
        cells.extend(
            counts
                .chain(&pool.follow_ups)
                .map(|&count| share(count, pool.demands())),
        );
        row(text, cells);
    }
}

fn tell_stability(text: &mut String, survey: &Survey<'_>) {
    heading(
        text,
        "Stability by move",
        "Levels that 5, 25, 50, 75 and 95 % of the sessions still in play do not exceed, of each bot \
         against itself.",
        &[
            "pairing", "move 2", "move 4", "move 6", "move 8", "move 10", "move 12",
        ],
    );
    for pairing in survey.pairings.iter().filter(|p| p.patron == p.client) {
        let at = |moves: usize| {
            pairing.summary.stability.get(moves).map_or_else(
                || "-".to_owned(),
                |row| {
                    format!(
                        "{} {} **{}** {} {}",
                        row.p5, row.p25, row.p50, row.p75, row.p95
                    )
                },
            )
        };
        let name = format!("{} v {}", pairing.summary.patron, pairing.summary.client);
        row(
            text,
            std::iter::once(name).chain([2, 4, 6, 8, 10, 12].map(at)),
        );
    }
}

fn tell_red_lines(text: &mut String, survey: &Survey<'_>) {
    heading(
        text,
        "Red lines",
        "How often sessions with and without a crossing end in rupture or vassalage, where there \
         are enough of both. Hard patrons cross more lines *and* break more sessions for other \
         reasons; within one pairing that does not count.",
        &[
            "pairing",
            "with a crossing",
            "broken with",
            "broken without",
        ],
    );
    for pairing in &survey.pairings {
        let lines = &pairing.summary.red_lines;
        if lines.broken_with.of < ENOUGH || lines.broken_without.of < ENOUGH {
            continue;
        }
        let summary = &pairing.summary;
        row(
            text,
            [
                format!("{} v {}", summary.patron, summary.client),
                spread(&lines.sessions),
                spread(&lines.broken_with),
                spread(&lines.broken_without),
            ],
        );
    }
}

fn tell_cards(text: &mut String, survey: &Survey<'_>) {
    let places = 0..survey.scenario.policies.len();
    let sensible: Vec<usize> = places.filter(|&place| survey.is_sensible(place)).collect();
    let names = sensible.iter().map(|&place| survey.name(place));
    let mut columns = vec!["demand"];
    columns.extend(names);
    columns.extend(["all", "met", "crossings"]);
    heading(
        text,
        "Cards",
        "Percent of a patron's demands that were made with the card, by patrons that play without \
         noise and by all; percent of the times it was tabled that at least half was offered; red \
         lines crossed in 1,000 times.",
        &columns,
    );
    let pools: Vec<_> = sensible
        .iter()
        .map(|&place| survey.pooled(|pairing| pairing.patron == place))
        .collect();
    let all = survey.pooled(|_| true);
    for (place, card) in survey.scenario.cards.iter().enumerate() {
        let mut cells = vec![card.id.clone()];
        for pool in pools.iter().chain([&all]) {
            let share = Share::new(pool.cards[place].tabled, pool.demands());
            cells.push(format!("{:.2}", share.percent));
        }
        let count = all.cards[place];
        cells.push(format!(
            "{:.0}",
            Share::new(count.met, count.tabled).percent
        ));
        cells.push(format!(
            "{:.1}",
            10.0 * Share::new(count.crossed, count.tabled).percent
        ));
        row(text, cells);
    }
}
