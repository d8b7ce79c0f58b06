//! What the reference deck was measured to do in bulk, held with margins: if these move, the model has changed.

use std::ops::ControlFlow;

use unequal_partners::analysis::ensemble::{Plan, Summary, run};
use unequal_partners::deck::Deck;
use unequal_partners::model::choice::{Ending, Inducement, Response};
use unequal_partners::model::scenario::{FixedPolicy, Policy, PolicyKind, Scenario};
use unequal_partners::model::side::BySide;

/// Sessions a pairing; a share of half is then within 6 points, a mean score within 1.5.
const RUNS: u64 = 1_000;

fn reference() -> Scenario {
    let text = include_str!("../golden/deck.toml");
    Deck::from_text("deck.toml", text).unwrap().scenario
}

fn policy<'a>(scenario: &'a Scenario, name: &str) -> &'a Policy {
    &scenario.policies[scenario.policy_index(name).unwrap()]
}

fn play(scenario: &Scenario, patron: &Policy, client: &Policy) -> Summary {
    let plan = Plan {
        bots: BySide::new(patron, client),
        runs: RUNS,
        seed: 5,
        threads: None,
    };
    run(scenario, &plan, &|_| ControlFlow::Continue(())).unwrap()
}

fn named(scenario: &Scenario, patron: &str, client: &str) -> Summary {
    play(scenario, policy(scenario, patron), policy(scenario, client))
}

fn patron_mean(scenario: &Scenario, patron: &str, client: &str) -> f64 {
    named(scenario, patron, client).scores.sides.patron.mean
}

/// A client that always gives the same reply; as a patron it never asks.
fn always(reply: Response) -> Policy {
    Policy {
        name: format!("always {reply}"),
        kind: PolicyKind::Fixed(FixedPolicy {
            reply,
            intensity: None,
            inducement: Inducement::None,
            follow_ups: Vec::new(),
        }),
    }
}

fn near(what: &str, got: f64, measured: f64, margin: f64) {
    assert!(
        (got - measured).abs() <= margin,
        "{what}: {got:.1}, measured {measured} ± {margin}"
    );
}

/// Endings in percent (rupture, vassalage, entente, managed, drift) and the means of the scores.
const HEADLINES: [(&str, &str, [f64; 5], [f64; 3]); 7] = [
    (
        "logit",
        "logit",
        [4.2, 1.9, 0.0, 60.0, 33.8],
        [37.3, 47.3, 69.5],
    ),
    (
        "cautious",
        "cautious",
        [0.0, 0.7, 2.0, 97.3, 0.0],
        [55.4, 66.9, 48.6],
    ),
    (
        "greedy",
        "greedy",
        [18.8, 78.8, 0.0, 0.0, 2.4],
        [55.8, 8.3, 82.1],
    ),
    (
        "hardliner",
        "tit-for-tat",
        [56.6, 27.0, 0.0, 0.0, 16.3],
        [27.3, 9.2, 82.8],
    ),
    (
        "tit-for-tat",
        "tit-for-tat",
        [0.0, 0.0, 1.8, 97.5, 0.8],
        [50.9, 64.9, 51.6],
    ),
    (
        "random",
        "random",
        [17.1, 6.4, 0.0, 36.9, 39.6],
        [28.1, 40.5, 71.9],
    ),
    (
        "hardliner",
        "hardliner",
        [97.3, 2.4, 0.0, 0.0, 0.3],
        [-13.5, 2.4, 84.5],
    ),
];

#[test]
fn the_headline_pairings_end_as_measured() {
    let scenario = reference();
    for (patron, client, endings, scores) in HEADLINES {
        let summary = named(&scenario, patron, client);
        for (&ending, measured) in Ending::ALL.iter().zip(endings) {
            let what = format!("{patron} v {client}, {ending}");
            near(&what, summary.ended(ending).percent, measured, 11.0);
        }
        let got = &summary.scores;
        for (got, measured) in [got.sides.patron, got.sides.client, got.observer]
            .iter()
            .zip(scores)
        {
            near(&format!("{patron} v {client}"), got.mean, measured, 3.0);
        }
    }
}

#[test]
fn restraint_pays() {
    let scenario = reference();
    for (client, measured) in [
        ("cautious", 8.0),
        ("tit-for-tat", 27.0),
        ("logit", 6.0),
        ("random", 9.0),
    ] {
        let cautious = patron_mean(&scenario, "cautious", client);
        let hard = patron_mean(&scenario, "hardliner", client);
        assert!(cautious > hard, "{client}");
        near(client, cautious - hard, measured, 4.5);
    }
}

#[test]
fn coercion_pays_against_a_pushover() {
    let scenario = reference();
    let pushover = always(Response::Accept);
    let mut last = f64::INFINITY;
    for (patron, measured) in [
        ("greedy", 76.2),
        ("hardliner", 74.0),
        ("cautious", 66.5),
        ("tit-for-tat", 56.3),
    ] {
        let mean = play(&scenario, policy(&scenario, patron), &pushover)
            .scores
            .sides
            .patron
            .mean;
        near(patron, mean, measured, 2.0);
        assert!(mean < last, "{patron}");
        last = mean;
    }
}

#[test]
fn not_asking_is_right_against_the_immovable() {
    let scenario = reference();
    let immovable = policy(&scenario, "hardliner");
    let never_asks = always(Response::Accept);
    let dove = play(&scenario, &never_asks, immovable);
    near("dove", dove.scores.sides.patron.mean, 35.4, 1.5);
    near(
        "dove, entente",
        dove.ended(Ending::Entente).percent,
        100.0,
        1.0,
    );
    let cautious = patron_mean(&scenario, "cautious", "hardliner");
    near("cautious", cautious, 27.1, 2.0);
    let greedy = patron_mean(&scenario, "greedy", "hardliner");
    near("greedy", greedy, -13.2, 3.0);
}

#[test]
fn no_reply_is_best_against_everybody() {
    use Response::{Accept, Conditions, Deflect, Hedge, Partial, Refuse};

    let scenario = reference();
    let best = |patron: &str, among: &[(Response, f64)]| {
        let mut best = (f64::NEG_INFINITY, Response::Accept);
        for &(response, measured) in among {
            let client = always(response);
            let mean = play(&scenario, policy(&scenario, patron), &client)
                .scores
                .sides
                .client
                .mean;
            near(
                &format!("{patron} v always {response}"),
                mean,
                measured,
                2.5,
            );
            if mean > best.0 {
                best = (mean, response);
            }
        }
        best.1
    };
    let greedy = [
        (Accept, 8.3),
        (Partial, 20.1),
        (Deflect, 21.1),
        (Refuse, -0.3),
    ];
    assert!(matches!(best("greedy", &greedy), Deflect | Partial));
    let cautious = [(Accept, 43.7), (Hedge, 68.5), (Deflect, 60.8)];
    assert_eq!(best("cautious", &cautious), Hedge);
    let in_kind = [
        (Conditions, 66.3),
        (Partial, 53.4),
        (Hedge, 15.4),
        (Refuse, 16.8),
    ];
    assert_eq!(best("tit-for-tat", &in_kind), Conditions);
}

#[test]
fn a_hidden_horizon_costs_nothing() {
    let hidden = reference();
    let mut fixed = hidden.clone();
    fixed.session.moves_spread = 0;
    for pairing in [["logit", "logit"], ["cautious", "tit-for-tat"]] {
        let [a, b] = [&hidden, &fixed].map(|scenario| named(scenario, pairing[0], pairing[1]));
        assert_eq!(b.length.moves.iter().map(|row| row.moves).max(), Some(12));
        near(
            "patron",
            a.scores.sides.patron.mean,
            b.scores.sides.patron.mean,
            2.0,
        );
        near(
            "client",
            a.scores.sides.client.mean,
            b.scores.sides.client.mean,
            2.0,
        );
    }
}

#[test]
fn two_demands_a_move_are_another_game() {
    let mut scenario = reference();
    scenario.session.demands = 2;
    let noisy = named(&scenario, "logit", "logit");
    near("rupture", noisy.ended(Ending::Rupture).percent, 15.3, 7.0);
    near("managed", noisy.ended(Ending::Managed).percent, 22.4, 8.0);
    let cautious = named(&scenario, "cautious", "cautious");
    near(
        "vassalage",
        cautious.ended(Ending::Vassalage).percent,
        17.2,
        7.0,
    );
}

/// The observer looks for sessions that break: they are those in which red lines were crossed.
#[test]
fn crossed_red_lines_go_with_broken_partnerships() {
    let summary = named(&reference(), "logit", "logit");
    let lines = &summary.red_lines;
    assert!(lines.broken_with.percent > 3.0 * lines.broken_without.percent);
}
