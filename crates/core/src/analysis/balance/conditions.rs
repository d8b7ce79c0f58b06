//! What a balanced deck fulfils, each condition with the figure that decides it.

use serde::Serialize;

use crate::analysis::balance::roles::{Roles, is_wary};
use crate::analysis::balance::{Pairing, Survey};
use crate::analysis::ensemble::Summary;
use crate::analysis::stats::{Share, ratio};
use crate::model::choice::{Ending, Response};
use crate::model::place::PolicyAt;
use crate::model::scenario::PolicyKind;

/// Every ending occurs at least so often under some pairing, in percent.
const ENDING_AT_LEAST: f64 = 3.0;
/// No side meets its aim more often than this against all others, in percent.
const AIM_AT_MOST: f64 = 75.0;
/// The bot that looks ahead gives every response between so often and so often, in percent.
const RESPONSE_BETWEEN: (f64, f64) = (3.0, 40.0);
/// Of sessions with a crossing at least so many more of a hundred break than of those without (as claim C8).
const BROKEN_POINTS: f64 = 15.0;
/// A cautious patron's aim comes out at least so many points above a hardliner's (as claim T8).
const RESTRAINT_POINTS: f64 = 5.0;
/// Sessions of two hesitating sides that see a crisis, in percent (as claim T5).
const CRISIS_BETWEEN: (f64, f64) = (10.0, 40.0);
/// Sessions of decent pairings in which both aims are met, in percent.
const BOTH_BETWEEN: (f64, f64) = (30.0, 60.0);

/// One condition and how it came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// What is asked.
    pub statement: String,
    /// The figure that decides it.
    pub figure: String,
    /// Whether it holds; none if the deck has not the bots that it speaks of.
    pub holds: Option<bool>,
}

/// All conditions of a balanced deck.
pub fn conditions(survey: &Survey<'_>) -> Vec<Condition> {
    let mut all: Vec<Condition> = Ending::ALL
        .iter()
        .map(|&ending| occurs(survey, ending))
        .collect();
    all.push(aims(survey));
    let roles = Roles::of(survey.scenario);
    all.extend(both_aims(survey, roles));
    all.extend(crisis(survey, roles));
    all.extend(
        Response::ALL
            .iter()
            .map(|&response| is_used(survey, response)),
    );
    all.push(cards(survey));
    all.extend(restraint(survey, roles));
    all.push(red_lines(survey));
    all
}

fn occurs(survey: &Survey<'_>, ending: Ending) -> Condition {
    let share = |pairing: &&Pairing| pairing.summary.ended(ending);
    let most = survey
        .pairings
        .iter()
        .max_by(|a, b| share(a).percent.total_cmp(&share(b).percent));
    let figure = most.map_or_else(String::new, |pairing| {
        format!("{} under {}", share(&pairing).told(), versus(pairing))
    });
    Condition {
        statement: format!(
            "the ending “{ending}” occurs, at least {ENDING_AT_LEAST} % under some pairing"
        ),
        figure,
        holds: Some(most.is_some_and(|pairing| share(&pairing).percent >= ENDING_AT_LEAST)),
    }
}

/// Against all others alike, however many sessions each of them was worth.
fn aims(survey: &Survey<'_>) -> Condition {
    let mut most = (0.0, String::new());
    for place in survey.scenario.policies.places() {
        let as_patron = survey.evenly(
            |pairing| pairing.patron == place && pairing.client != place,
            |summary| summary.aims.sides.patron.percent,
        );
        let as_client = survey.evenly(
            |pairing| pairing.client == place && pairing.patron != place,
            |summary| summary.aims.sides.client.percent,
        );
        for (side, share) in [("patron", as_patron), ("client", as_client)] {
            if share >= most.0 {
                most = (share, format!("{} as {side}", survey.name(place)));
            }
        }
    }
    Condition {
        statement: format!(
            "no bot meets its aim in more than {AIM_AT_MOST} % against all others, in either seat"
        ),
        figure: format!("at most {:.1} %, {}", most.0, most.1),
        holds: Some(most.0 <= AIM_AT_MOST),
    }
}

/// Over the pairings of which neither side plays to break the other.
fn both_aims(survey: &Survey<'_>, roles: Roles) -> Option<Condition> {
    let (least, most) = BOTH_BETWEEN;
    let patrons = [roles.cautious?, roles.in_kind?];
    let hesitant = roles.hesitant?;
    let decent = |pairing: &Pairing| {
        patrons.contains(&pairing.patron) && [pairing.patron, hesitant].contains(&pairing.client)
    };
    let both = survey.evenly(decent, |summary| summary.aims.both.percent);
    Some(Condition {
        statement: format!(
            "decent pairings together meet both aims in {least} to {most} % of sessions"
        ),
        figure: format!("{both:.1} %"),
        holds: Some((least..=most).contains(&both)),
    })
}

fn crisis(survey: &Survey<'_>, roles: Roles) -> Option<Condition> {
    let (least, most) = CRISIS_BETWEEN;
    let pairing = survey.pairing(roles.hesitant?, roles.hesitant?)?;
    let share = &pairing.summary.crisis;
    Some(Condition {
        statement: format!(
            "{} goes through a crisis in {least} to {most} % of sessions",
            versus(pairing)
        ),
        figure: share.told(),
        holds: Some((least..=most).contains(&share.percent)),
    })
}

fn is_used(survey: &Survey<'_>, response: Response) -> Condition {
    let (least, most) = RESPONSE_BETWEEN;
    let ahead = |place: PolicyAt| {
        matches!(
            survey.scenario.policies[place].kind,
            PolicyKind::Rollout { .. }
        )
    };
    let pool = survey.pooled(|pairing| ahead(pairing.client));
    let share = Share::new(pool.responses[response.index()], pool.demands());
    Condition {
        statement: format!(
            "a client that looks ahead answers “{response}” in {least} to {most} % of demands"
        ),
        figure: if share.of > 0 {
            format!("{}, over all patrons", share.told())
        } else {
            "none of its kind".to_owned()
        },
        holds: (share.of > 0).then_some((least..=most).contains(&share.percent)),
    }
}

fn cards(survey: &Survey<'_>) -> Condition {
    let pool = survey.pooled(|pairing| survey.is_sensible(pairing.patron));
    let counts = pool.cards.iter().map(|card| card.tabled + card.offered);
    let never = counts.clone().filter(|&tabled| tabled == 0).count();
    let least = survey
        .scenario
        .cards
        .iter()
        .zip(counts)
        .min_by_key(|(_, tabled)| *tabled);
    let figure = least.map_or_else(String::new, |(card, tabled)| {
        let share = Share::new(tabled, pool.demands());
        format!(
            "{never} never; least “{}”, {:.2} % of their demands",
            card.id, share.percent
        )
    });
    Condition {
        statement: "every card is worth tabling or offering to somebody that plays without noise"
            .into(),
        figure,
        holds: (pool.demands() > 0).then_some(never == 0),
    }
}

/// Cautious patrons against hardliners, by wary client.
fn restraint(survey: &Survey<'_>, roles: Roles) -> Vec<Condition> {
    let clients = survey.scenario.policies.places();
    clients
        .filter(|&client| is_wary(survey.scenario, client))
        .filter_map(|client| {
            let cautious = &survey.pairing(roles.cautious?, client)?.summary;
            let hard = &survey.pairing(roles.hard?, client)?.summary;
            let client = survey.name(client);
            let stable = [cautious, hard].map(|summary| summary.final_stability.mean);
            let rich = [cautious, hard].map(|summary| summary.scores.sides.patron.mean);
            Some(Condition {
                statement: format!(
                    "restraint pays against {client}: cautious patrons keep more stability than \
                     hardliners, and their aim is at least {RESTRAINT_POINTS} points higher"
                ),
                figure: format!(
                    "stability {:.1} against {:.1}, aims {:.1} against {:.1}",
                    stable[0], stable[1], rich[0], rich[1]
                ),
                holds: Some(stable[0] > stable[1] && rich[0] >= rich[1] + RESTRAINT_POINTS),
            })
        })
        .collect()
}

/// Over all pairings alike, however many sessions each of them was worth.
fn red_lines(survey: &Survey<'_>) -> Condition {
    let share = |count: fn(&Summary) -> u64| {
        survey.evenly(|_| true, |summary| ratio(count(summary), summary.runs))
    };
    let with = share(|summary| summary.red_lines.broken_with.count)
        / share(|summary| summary.red_lines.broken_with.of);
    let without = share(|summary| summary.red_lines.broken_without.count)
        / share(|summary| summary.red_lines.broken_without.of);
    // Without a crossing, or with one in every session, there is nothing to compare.
    let comparable = with.is_finite() && without.is_finite();
    let figure = if comparable {
        format!(
            "{:.1} % against {:.1} %, over all pairings",
            100.0 * with,
            100.0 * without
        )
    } else {
        "no two kinds of session to compare".to_owned()
    };
    Condition {
        statement: format!(
            "sessions with a red-line crossing end in rupture or collapse at least \
             {BROKEN_POINTS} points more often than those without"
        ),
        figure,
        holds: comparable.then_some(100.0 * (with - without) >= BROKEN_POINTS),
    }
}

fn versus(pairing: &Pairing) -> String {
    format!(
        "{} v {}",
        pairing.summary.bots.patron, pairing.summary.bots.client
    )
}
