//! Claims about the course of a partnership: imbalance, quiet, endurance, crises, endings and Europe.

use super::pairings::{TABLE, apart, decent, least_rise, pooled_rise, table, test};
use crate::model::choice::Ending;
use crate::model::scenario::Scenario;
use crate::study::theory::arms::{Key, often, plain, with};
use crate::study::theory::figure::{Count, Figure, Mean};
use crate::study::theory::{Bound, Claim};

use Bound::{AtLeast, AtMost, Within};

pub(super) fn claims(scenario: &Scenario) -> Vec<Claim> {
    let isolation = &scenario.conditions[scenario.isolation].id;
    let isolated = format!("condition.{isolation}.start+=20");
    vec![
        imbalance(scenario.session.moves),
        tension(),
        quiet(),
        endurance(&isolated),
        discount(&isolated),
        crisis(),
        endings(),
        europe(),
    ]
}

/// How far stability ends apart for each planned move in which a client grants all, or half.
///
/// It stood at 15 whatever the length; that was set for twelve moves. What is granted adds up move by move: the reference
/// comes to 15.3 in twelve and to 10.9 in eight, so the same is asked of every move.
const APART_A_MOVE: f64 = 15.0 / 12.0;

fn imbalance(moves: u32) -> Claim {
    let on = |client: &str| with("capture.moves=99", &format!("ask-1-0-1:{client}"));
    Claim {
        id: "T1",
        says: "A client that grants everything ends angrier and less stable than one that grants half.",
        tests: vec![test(
            "stability at the end, requests each move, rewarded: granted by half less granted all",
            Figure::Rise(Mean::Stability, on("reply-accept"), on("reply-partial")),
            AtLeast(APART_A_MOVE * f64::from(moves)),
        )],
    }
}

fn tension() -> Claim {
    let deeper = "domain.*.dependence+=20";
    Claim {
        id: "T2",
        says: "As the imbalance grows, tensions can become unmanageable.",
        tests: vec![
            test(
                "breaks, decent pairings together, dependence 20 higher: points more",
                pooled_rise(Count::Breaks, "", deeper),
                AtLeast(1.0),
            ),
            test(
                "captures, the same: points more",
                pooled_rise(Count::Ended(Ending::Capture), "", deeper),
                AtLeast(1.0),
            ),
            test(
                "stability at the end, the same: how much it falls, where it falls least",
                least_rise(Mean::Stability, deeper, ""),
                AtLeast(5.0),
            ),
        ],
    }
}

fn quiet() -> Claim {
    let nobody = plain("never:reply-refuse");
    Claim {
        id: "T3",
        says: "A partnership in which nobody asks for anything stays about where it is.",
        tests: vec![
            test(
                "mean stability strays from its start by at most",
                Figure::Strays(nobody.clone()),
                AtMost(8.0),
            ),
            test(
                "single sessions that stay within 8 points throughout, %",
                Figure::Share(Count::Quiet, vec![nobody]),
                AtLeast(60.0),
            ),
        ],
    }
}

fn endurance(isolated: &str) -> Claim {
    let at = |percent: u32| format!("start.endurance*={percent},drift.endurance_base*={percent}");
    let capacity =
        |percent: u32| format!("domain.*.capacity*={percent},domain.*.capacity_max*={percent}");
    Claim {
        id: "T4",
        says: "The client depends on the patron to sustain its economy and its war: endurance and capacity decide.",
        tests: vec![
            test(
                "endurance 20 % lower or higher: endings apart, mean of the decent pairings",
                apart(&at(80), &at(120)),
                AtLeast(8.0),
            ),
            test(
                "capacity 20 % lower or higher: endings apart, the same",
                apart(&capacity(80), &capacity(120)),
                AtLeast(8.0),
            ),
            test(
                "isolation 20 higher: how much endurance falls, where it falls least",
                least_rise(Mean::Endurance, isolated, ""),
                AtLeast(5.0),
            ),
            test(
                "isolation 20 higher: breaks, decent pairings together, points more",
                pooled_rise(Count::Breaks, "", isolated),
                AtLeast(1.0),
            ),
        ],
    }
}

fn discount(isolated: &str) -> Claim {
    let nobody = |change: &str| with(change, "never:reply-refuse");
    Claim {
        id: "C3",
        says: "Sanctions make the client sell at a discount, without any demand.",
        tests: vec![
            test(
                "nobody asks, isolation 20 higher: discount of a session, points more",
                Figure::Rise(Mean::Discount, nobody(""), nobody(isolated)),
                AtLeast(5.0),
            ),
            test(
                "the same: how much endurance falls",
                Figure::Rise(Mean::Endurance, nobody(isolated), nobody("")),
                AtLeast(5.0),
            ),
        ],
    }
}

fn crisis() -> Claim {
    let passed = |pairing: &str| Figure::Share(Count::Passed, vec![often(pairing)]);
    let brute = |exit: u32| {
        vec![with(
            &format!("crisis.exit_at={exit}"),
            "hardliner:steadfast!",
        )]
    };
    Claim {
        id: "T5",
        says: "The partnership can break, and can be saved by both; a mediator makes one act count for more, and a client that could leave is listened to.",
        tests: vec![
            test(
                "logit v logit: sessions that see a crisis, %",
                Figure::Share(Count::SawCrisis, vec![plain("logit:logit")]),
                Within(10.0, 40.0),
            ),
            test(
                "early crises passed where both act, %",
                passed("logit!:logit!"),
                AtLeast(50.0),
            ),
            test(
                "where neither acts, %",
                passed("logit?:logit?"),
                AtMost(25.0),
            ),
            test(
                "where the patron acts alone and Europe mediates, %",
                passed("logit!:logit?:mediator"),
                Within(30.0, 60.0),
            ),
            test(
                "where the client acts alone and Europe mediates, %",
                passed("logit?:logit!:mediator"),
                Within(30.0, 60.0),
            ),
            test(
                "hardliner v steadfast that always appeals: breaks where the client never could leave, points more than where it always could",
                Figure::ShareRise(Count::Breaks, brute(1), brute(200)),
                AtLeast(10.0),
            ),
        ],
    }
}

fn endings() -> Claim {
    let mut tests: Vec<_> = Ending::ALL
        .iter()
        .map(|&ending| {
            let each = table()
                .into_iter()
                .map(|key| Figure::Share(Count::Ended(ending), vec![key]));
            let says = format!("{ending}: its share where it is most often, %");
            test(says, Figure::Most(each.collect()), AtLeast(3.0))
        })
        .collect();
    let of = |side: Count, key: &dyn Fn(&str, &str) -> String| {
        let bots = TABLE.iter().map(|bot| {
            let others = TABLE.iter().map(|other| plain(&key(bot, other)));
            Figure::Share(side, others.collect())
        });
        Figure::Most(bots.collect())
    };
    let both = |pairing: Key| Figure::Share(Count::MetBoth, vec![pairing]);
    // A patron that wavers meets no aim of its own against anybody.
    let sensible = |key: &Key| !key.pairing.starts_with("logit");
    let each = || decent("").into_iter().filter(sensible).map(both).collect();
    tests.extend([
        test(
            "a patron's aim met over all clients, the best bot, %",
            of(Count::MetPatron, &|bot, other| format!("{bot}:{other}")),
            AtMost(75.0),
        ),
        test(
            "a client's aim met over all patrons, the best bot, %",
            of(Count::MetClient, &|bot, other| format!("{other}:{bot}")),
            AtMost(75.0),
        ),
        test(
            "both aims met, decent pairings without a wavering patron, the one with least, %",
            Figure::Least(each()),
            AtLeast(30.0),
        ),
        test(
            "the same, the one with most, %",
            Figure::Most(each()),
            AtMost(60.0),
        ),
    ]);
    Claim {
        id: "T7",
        says: "The partnership can end in every way, and nobody always gets what it wants.",
        tests,
    }
}

fn europe() -> Claim {
    let pairings = ["logit:logit", "tit-for-tat:logit"];
    let moves = |bot: &str| {
        let each = pairings.map(|pairing| {
            Figure::Apart(vec![(plain(pairing), plain(&format!("{pairing}:{bot}")))])
        });
        Figure::Most(each.to_vec())
    };
    let helps = |bot: &str| {
        let each = pairings.map(|pairing| {
            Figure::Rise(
                Mean::Europe,
                plain(pairing),
                plain(&format!("{pairing}:{bot}")),
            )
        });
        each.to_vec()
    };
    let plan = |ending: Ending| {
        let says = format!("{ending}: Europe's aim with a plan less without, over all pairings");
        test(says, Figure::PlanHelps(ending, table()), AtLeast(15.0))
    };
    Claim {
        id: "T9",
        says: "Europe should not take stability for granted, should prepare, and can make things worse.",
        tests: vec![
            test(
                "a Europe that signals: endings apart from nobody's, the pairing with more",
                moves("signaller"),
                AtLeast(4.0),
            ),
            test(
                "a Europe that talks: the same",
                moves("engager"),
                AtLeast(4.0),
            ),
            test(
                "a Europe that plans: its aim, points more than nobody's, the pairing with less",
                Figure::Least(helps("planner")),
                AtLeast(4.0),
            ),
            test(
                "a Europe that only sanctions: its aim, points more, the pairing with more",
                Figure::Most(helps("hawk")),
                AtMost(-4.0),
            ),
            plan(Ending::Rupture),
            plan(Ending::Collapse),
            plan(Ending::Capture),
        ],
    }
}
