//! Claims about what is asked, answered and offered: fields, restraint, red lines, brutes.

use super::pairings::{DECENT, decent, table, test};
use crate::model::choice::Response;
use crate::model::place::DomainAt;
use crate::model::scenario::Scenario;
use crate::study::theory::arms::{plain, with};
use crate::study::theory::figure::{Count, Figure, Mean};
use crate::study::theory::{Bound, Claim};

use Bound::{AtLeast, AtMost};

pub(super) fn claims(scenario: &Scenario) -> Vec<Claim> {
    vec![
        capacity(scenario),
        offers(),
        answers(),
        dividend(),
        lines(),
        gates(),
        restraint(scenario),
        brute(),
        fields(scenario),
    ]
}

fn capacity(scenario: &Scenario) -> Claim {
    let pairings = ["logit:logit", "tit-for-tat:logit"];
    let tests = scenario.domains().map(|at| {
        let id = &scenario.domain(at).id;
        let halved = format!("domain.{id}.capacity*=50,domain.{id}.capacity_max*=50");
        let full = pairings.map(plain).to_vec();
        let half = pairings.map(|pairing| with(&halved, pairing)).to_vec();
        test(
            format!("{id}: demands met with half its capacity, points more"),
            Figure::ShareRise(Count::Met(at), full, half),
            AtMost(-1.0),
        )
    });
    Claim {
        id: "C4",
        says: "What a weakened client can offer differs by field.",
        tests: tests.collect(),
    }
}

fn offers() -> Claim {
    Claim {
        id: "C5",
        says: "A weakened client offers things by itself.",
        tests: vec![test(
            "moves in which an offer is taken up, decent pairings together, %",
            Figure::Share(Count::TookUp, decent("")),
            AtLeast(5.0),
        )],
    }
}

fn answers() -> Claim {
    let ahead = ["cautious:rollout", "tit-for-tat:rollout", "logit:rollout"];
    let ahead = || ahead.map(plain).to_vec();
    let share = |response: &Response| Figure::Share(Count::Replied(*response), ahead());
    let each = || Response::ALL.iter().map(share).collect();
    let against = |patron: &str| {
        let replies = Response::WORDS.iter();
        replies
            .map(|reply| plain(&format!("{patron}:reply-{reply}")))
            .collect()
    };
    let patrons = ["ask-1-0-1", "cautious", "tit-for-tat", "logit"];
    Claim {
        id: "T6",
        says: "No answer is always right.",
        tests: vec![
            test(
                "a client that looks ahead: the reply that it gives least, %",
                Figure::Least(each()),
                AtLeast(3.0),
            ),
            test(
                "the reply that it gives most, %",
                Figure::Most(each()),
                AtMost(40.0),
            ),
            test(
                "of four patrons, those against whom one and the same fixed reply serves the client best",
                Figure::Favourite(patrons.map(against).to_vec()),
                AtMost(2.0),
            ),
        ],
    }
}

fn dividend() -> Claim {
    let pairings = ["cautious:cautious", "tit-for-tat:logit"];
    let gain = |mean: Mean| {
        let at = |percent: u32, pairing: &str| {
            with(&format!("drift.shared_front_base*={percent}"), pairing)
        };
        let each = pairings.map(|pairing| Figure::Rise(mean, at(80, pairing), at(120, pairing)));
        Figure::Least(each.to_vec())
    };
    Claim {
        id: "C7",
        says: "Both gain from standing together against a third.",
        tests: vec![
            test(
                "shared front settling 20 % lower or higher: the patron's aim, points more, where it is least",
                gain(Mean::Patron),
                AtLeast(1.0),
            ),
            test(
                "the same: the client's aim",
                gain(Mean::Client),
                AtLeast(1.0),
            ),
        ],
    }
}

fn lines() -> Claim {
    Claim {
        id: "C8",
        says: "There are lines that the client will not have crossed.",
        tests: vec![test(
            "breaks of sessions with a line crossed, all bots against all, points more than of those without",
            Figure::ShareGap(Count::BrokeCrossed, Count::BrokeUncrossed, table()),
            AtLeast(15.0),
        )],
    }
}

fn gates() -> Claim {
    Claim {
        id: "C9",
        says: "Some demands open only after others, or late, and then they are made.",
        tests: vec![test(
            "demands and taken offers of such cards, decent pairings together, %",
            Figure::Share(Count::Gated, decent("")),
            AtLeast(5.0),
        )],
    }
}

fn restraint(scenario: &Scenario) -> Claim {
    let rise = |mean: Mean, client: &str, from: &str, to: &str| {
        let at = |patron: &str| plain(&format!("{patron}:{client}"));
        Figure::Rise(mean, at(from), at(to))
    };
    let all = ["cautious", "logit", "tit-for-tat", "hardliner"];
    let pays = all.map(|client| rise(Mean::Patron, client, "hardliner", "cautious"));
    let giving = ["cautious", "logit", "tit-for-tat"];
    let tempts = giving.map(|client| rise(Mean::EarlyGains, client, "cautious", "hardliner"));
    let usual = scenario.market_domain;
    let norm = |at: &DomainAt| scenario.domain(*at).restraint_norm;
    let strictest = scenario.domains().min_by_key(norm);
    let strictest = strictest.unwrap_or_default();
    let pressed = ["logit:logit", "cautious:logit", "tit-for-tat:logit"].map(|pairing| {
        let keys = vec![plain(pairing)];
        Figure::ShareGap(Count::Pressed(usual), Count::Pressed(strictest), keys)
    });
    Claim {
        id: "T8",
        says: "How far the patron uses its leverage differs by field; restraint pays in the end, and not at first.",
        tests: vec![
            test(
                "a cautious patron's aim, points more than a hardliner's, against whom it is least",
                Figure::Least(pays.to_vec()),
                AtLeast(5.0),
            ),
            test(
                "a hardliner's gains after three moves, tenths more than a cautious patron's, the same",
                Figure::Least(tempts.to_vec()),
                AtLeast(1.0),
            ),
            test(
                "demands that are pressed in the market's domain, points more than where restraint is strictest, where it is least",
                Figure::Least(pressed.to_vec()),
                AtLeast(5.0),
            ),
        ],
    }
}

fn brute() -> Claim {
    let steadfast = || plain("hardliner:steadfast!");
    let others = ["cautious!", "tit-for-tat!", "logit!", "greedy!"];
    let above = others.map(|other| {
        let other = plain(&format!("hardliner:{other}"));
        Figure::Rise(Mean::Client, other, steadfast())
    });
    Claim {
        id: "T11",
        says: "There is an answer to a brute.",
        tests: vec![
            test(
                "hardliner v steadfast that always appeals: breaks, %",
                Figure::Share(Count::Breaks, vec![steadfast()]),
                AtMost(60.0),
            ),
            test(
                "its aim, points more than that of clients that yield or waver, against which it is least",
                Figure::Least(above.to_vec()),
                AtLeast(5.0),
            ),
        ],
    }
}

fn fields(scenario: &Scenario) -> Claim {
    let dealt = |at: DomainAt, pairing: &str| Figure::Share(Count::Dealt(at), vec![plain(pairing)]);
    let mut tests = Vec::new();
    if let Some(arctic) = scenario.domain_at("arctic") {
        let each = DECENT.map(|pairing| dealt(arctic, pairing));
        tests.push(test(
            "moves that deal with the Arctic, the decent pairing with least, %",
            Figure::Least(each.to_vec()),
            AtLeast(8.0),
        ));
    }
    let each = scenario
        .domains()
        .map(|at| Figure::Share(Count::Dealt(at), decent("")));
    tests.push(test(
        "moves that deal with a domain, decent pairings together, the domain with least, %",
        Figure::Least(each.collect()),
        AtLeast(3.0),
    ));
    Claim {
        id: "T12",
        says: "Every field is dealt with.",
        tests,
    }
}
