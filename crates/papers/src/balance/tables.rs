//! The tables of a survey: who did what to whom, and how it ended.

use crate::document::{Inline, Table, line, lines, said, strong};
use unequal_core::analysis::balance::{Pairing, Survey};
use unequal_core::analysis::stats::Share;
use unequal_core::model::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use unequal_core::model::place::PolicyAt;
use unequal_core::model::scenario::PolicyKind;

/// Sessions that either group must have before a pairing's red lines are worth a line.
const ENOUGH: u64 = 30;

/// The tables of a survey: their titles, what they show, and they themselves.
pub(super) fn tables(survey: &Survey<'_>) -> Vec<(&'static str, &'static str, Table)> {
    vec![
        (
            "Pairings",
            "Endings in percent; mean number of moves; mean stability at the end; red lines crossed a session; mean \
             aims of patron and client and Europe's ease; percent of sessions in which both met their aims.",
            pairings(survey),
        ),
        (
            "Aims met",
            "Percent of sessions in which the patron, and the client, met its aim.",
            aims(survey),
        ),
        (
            "Responses",
            "Percent of demands that a client answers so, over all patrons; then those of clients that look ahead, by \
             patron.",
            responses(survey),
        ),
        (
            "Demands",
            "By patron, over all clients: percent of moves held; of demands, the intensities, the inducements and the \
             follow-ups.",
            demands(survey),
        ),
        (
            "Offers and crises",
            "Percent of moves with an offer, and of offers that were taken up; percent of sessions that went through \
             a crisis; acts of de-escalation of patron and client in a session.",
            offers(survey),
        ),
        (
            "Stability by move",
            "Levels that 5, 25, 50, 75 and 95 % of the sessions still in play do not exceed, of each bot against itself.",
            stability(survey),
        ),
        (
            "Red lines",
            "How often sessions with and without a crossing end in rupture or collapse, where there are enough of \
             both. Hard patrons cross more lines and break more sessions for other reasons; within one pairing that \
             does not count.",
            red_lines(survey),
        ),
        (
            "Cards",
            "Percent of a patron's demands that were made with the card, by patrons that play without noise and by \
             all; percent of the times it was tabled that the demand was met; red lines crossed in 1,000 times; how \
             often the client offered it, and percent of these that were taken up.",
            cards(survey),
        ),
    ]
}

fn versus(pairing: &Pairing) -> String {
    format!(
        "{} v {}",
        pairing.summary.bots.patron, pairing.summary.bots.client
    )
}

fn pairings(survey: &Survey<'_>) -> Table {
    let row = |pairing: &Pairing| {
        let summary = &pairing.summary;
        let share = |&ending: &Ending| format!("{:.1}", summary.ended(ending).percent);
        let mut row = vec![versus(pairing)];
        row.extend(Ending::ALL.iter().map(share));
        row.extend([
            format!("{:.1}", summary.length.mean),
            format!("{:.0}", summary.final_stability.mean),
            format!("{:.2}", summary.red_lines.crossings_per_session),
            format!("{:.1}", summary.scores.sides.patron.mean),
            format!("{:.1}", summary.scores.sides.client.mean),
            format!("{:.1}", summary.scores.europe.mean),
            format!("{:.0}", summary.aims.both.percent),
        ]);
        row
    };
    Table::default()
        .texts(["patron v client"])
        .numbers(Ending::ALL.iter().map(|ending| ending.word()))
        .numbers([
            "moves",
            "stability",
            "crossings",
            "patron",
            "client",
            "Europe",
            "both",
        ])
        .rows(survey.pairings.iter().map(row))
}

fn aims(survey: &Survey<'_>) -> Table {
    let names = survey.scenario.policies.iter().map(|policy| &policy.name);
    let row = |of_patron: &[Pairing]| {
        let aims = of_patron.iter().map(|pairing| &pairing.summary.aims);
        let cells = aims.map(|aims| {
            format!(
                "{:.0} / {:.0}",
                aims.sides.patron.percent, aims.sides.client.percent
            )
        });
        std::iter::once(of_patron[0].summary.bots.patron.clone())
            .chain(cells)
            .collect::<Vec<_>>()
    };
    let rows = survey
        .pairings
        .chunks(survey.scenario.policies.len())
        .map(row);
    Table::default()
        .texts(["patron ↓ client →"])
        .numbers(names)
        .rows(rows)
}

fn percent(count: u64, of: u64) -> String {
    format!("{:.1}", Share::new(count, of).percent)
}

fn responses(survey: &Survey<'_>) -> Table {
    let policies = &survey.scenario.policies;
    let row = |name: String, fits: &dyn Fn(PolicyAt, PolicyAt) -> bool| {
        let pool = survey.pooled(|pairing| fits(pairing.patron, pairing.client));
        let shares = pool
            .responses
            .iter()
            .map(|&count| percent(count, pool.demands()));
        std::iter::once(name).chain(shares).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    for (place, policy) in policies.placed() {
        rows.push(row(policy.name.clone(), &|_, client| client == place));
    }
    for (place, policy) in policies.placed() {
        if matches!(policy.kind, PolicyKind::Rollout { .. }) {
            for (patron, other) in policies.placed() {
                let name = format!("{} facing {}", policy.name, other.name);
                rows.push(row(name, &|p, client| p == patron && client == place));
            }
        }
    }
    Table::default()
        .texts(["client"])
        .numbers(Response::ALL.iter().map(|response| response.word()))
        .rows(rows)
}

fn demands(survey: &Survey<'_>) -> Table {
    let rows = survey.scenario.policies.placed().map(|(place, policy)| {
        let pool = survey.pooled(|pairing| pairing.patron == place);
        let mut row = vec![
            policy.name.clone(),
            percent(pool.held, pool.held + pool.demands()),
        ];
        let counts = pool
            .intensities
            .iter()
            .chain(&pool.inducements)
            .chain(&pool.follow_ups);
        row.extend(counts.map(|&count| percent(count, pool.demands())));
        row
    });
    let spaced = |word: &str| word.replace('-', " ");
    Table::default()
        .texts(["patron"])
        .numbers(["held"])
        .numbers(
            Intensity::ALL
                .iter()
                .map(|intensity| spaced(intensity.word())),
        )
        .numbers(
            Inducement::ALL
                .iter()
                .map(|inducement| spaced(inducement.word())),
        )
        .numbers(FollowUp::ALL.iter().map(|choice| spaced(choice.word())))
        .rows(rows)
}

fn offers(survey: &Survey<'_>) -> Table {
    let row = |pairing: &Pairing| {
        let (summary, play) = (&pairing.summary, &pairing.summary.play);
        let acts = play.crisis_acts;
        [
            versus(pairing),
            format!("{:.1}", play.offered.percent),
            format!("{:.1}", play.taken_up.percent),
            format!("{:.1}", summary.crisis.percent),
            format!("{:.2}", acts.patron),
            format!("{:.2}", acts.client),
        ]
    };
    Table::default()
        .texts(["patron v client"])
        .numbers([
            "offers",
            "taken up",
            "crisis",
            "patron’s acts",
            "client’s acts",
        ])
        .rows(survey.pairings.iter().map(row))
}

fn stability(survey: &Survey<'_>) -> Table {
    const AT: [usize; 6] = [2, 4, 6, 8, 10, 12];
    let rows = survey
        .pairings
        .iter()
        .filter(|pairing| pairing.patron == pairing.client)
        .map(|pairing| {
            let at = |moves: usize| match pairing.summary.stability.get(moves) {
                None => line("-"),
                Some(row) => said! {
                    (row.p5) " " (row.p25) " " (strong(row.p50)) " " (row.p75) " " (row.p95)
                },
            };
            std::iter::once(line(versus(pairing)))
                .chain(AT.map(at))
                .collect::<Vec<Inline>>()
        });
    Table::default()
        .texts(["pairing"])
        .numbers(AT.map(|moves| format!("move {moves}")))
        .rows(rows)
}

fn red_lines(survey: &Survey<'_>) -> Table {
    let rows = survey.pairings.iter().filter_map(|pairing| {
        let found = &pairing.summary.red_lines;
        let enough = found.broken_with.of >= ENOUGH && found.broken_without.of >= ENOUGH;
        let shares = [&found.sessions, &found.broken_with, &found.broken_without].map(Share::told);
        enough.then(|| std::iter::once(versus(pairing)).chain(shares))
    });
    Table::default()
        .texts(["pairing"])
        .numbers(["with a crossing", "broken with", "broken without"])
        .rows(rows)
}

fn cards(survey: &Survey<'_>) -> Table {
    let places = survey.scenario.policies.places();
    let sensible: Vec<PolicyAt> = places.filter(|&place| survey.is_sensible(place)).collect();
    let of = |&place: &PolicyAt| survey.pooled(|pairing| pairing.patron == place);
    let mut pools: Vec<_> = sensible.iter().map(of).collect();
    pools.push(survey.pooled(|_| true));
    let rows = survey.scenario.cards.placed().map(|(place, card)| {
        let mut row = vec![card.id.clone()];
        let shares = pools
            .iter()
            .map(|pool| Share::new(pool.cards[place].tabled, pool.demands()).percent);
        row.extend(shares.map(|share| format!("{share:.2}")));
        let count = pools[pools.len() - 1].cards[place];
        row.push(format!(
            "{:.0}",
            Share::new(count.met, count.tabled).percent
        ));
        row.push(format!(
            "{:.1}",
            10.0 * Share::new(count.crossed, count.tabled).percent
        ));
        row.push(count.offered.to_string());
        row.push(format!(
            "{:.0}",
            Share::new(count.taken_up, count.offered).percent
        ));
        lines(row)
    });
    Table::default()
        .texts(["card"])
        .numbers(sensible.iter().map(|&place| survey.name(place)))
        .numbers(["all", "met", "crossings", "offered", "taken up"])
        .rows(rows)
}
