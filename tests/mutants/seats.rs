//! Faults of what the three seats keep from each other: measures in secret, decisions in a crisis, offers, Europe's plans.

use super::{IT, Mutant, Place};

const SEEN: &str = "crates/core/src/engine/seen.rs";
const VIEW: &str = "crates/core/src/engine/view/made.rs";

const VIEW_TEST: (&str, &str) = (
    IT,
    "report::leaks::a_view_holds_no_trace_of_what_its_seat_may_not_know",
);
const SECRET: (&str, &str) = (
    IT,
    "moves::three::a_secret_that_holds_looks_like_no_measure_and_its_gauges_move_for_no_known_reason",
);
const CRISIS: (&str, &str) = (
    IT,
    "moves::three::decisions_in_a_crisis_are_seen_once_both_have_decided",
);

pub(crate) const SEATS: &[Mutant] = &[
    Mutant {
        name: "a-secret-measure-shown-to-all",
        places: &[Place {
            file: SEEN,
            from: "        facts.iter().any(misses)",
            to: "        !FAULT && facts.iter().any(misses)",
        }],
        test: SECRET,
    },
    Mutant {
        name: "the-dice-of-a-secret-measure-shown-to-all",
        places: &[Place {
            file: SEEN,
            from: "        let open = |fact: &&Fact| !self.is_hidden(fact);",
            to: "        let open = |fact: &&Fact| FAULT || !self.is_hidden(fact);",
        }],
        test: SECRET,
    },
    Mutant {
        name: "a-secret-measure-in-every-view",
        places: &[Place {
            file: VIEW,
            from: "opened && sees_measure(scenario, seat, over, *taken)",
            to: "opened && (FAULT || sees_measure(scenario, seat, over, *taken))",
        }],
        test: SECRET,
    },
    Mutant {
        name: "a-crisis-act-told-to-all-before-both-are-made",
        places: &[Place {
            file: SEEN,
            from: "        let listed = act.kind().charter().seen_by.contains(&self.viewer);",
            to: "        let listed = FAULT || act.kind().charter().seen_by.contains(&self.viewer);",
        }],
        test: CRISIS,
    },
    Mutant {
        name: "a-crisis-act-told-to-the-white-cell-before-both-are-made",
        places: &[Place {
            file: SEEN,
            from: "        if decides && !(self.over || self.owns() || is_reveal(facts)) {",
            to: "        if !FAULT && decides && !(self.over || self.owns() || is_reveal(facts)) {",
        }],
        test: CRISIS,
    },
    Mutant {
        name: "who-has-decided-in-a-crisis-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "    let knows = |side| seat == Seat::WhiteCell || seat == Seat::from(side);",
            to: "    let knows = |side| FAULT || seat == Seat::WhiteCell || seat == Seat::from(side);",
        }],
        test: (
            IT,
            "report::leaks::a_view_holds_no_trace_of_a_decision_in_a_crisis_until_both_are_made",
        ),
    },
    Mutant {
        name: "crisis-acts-in-every-view",
        places: &[Place {
            file: VIEW,
            from: "state.crisis_acts[side].filter(|_| seat == Seat::from(side))",
            to: "state.crisis_acts[side].filter(|_| FAULT || seat == Seat::from(side))",
        }],
        test: (
            IT,
            "report::leaks::a_view_holds_no_trace_of_a_decision_in_a_crisis_until_both_are_made",
        ),
    },
    Mutant {
        name: "an-offer-vetoed-after-the-patron-decided",
        places: &[Place {
            file: "crates/core/src/engine/legal.rs",
            from: "    (undecided && state.tabled.is_empty()).then_some(offer)",
            to: "    (FAULT || (undecided && state.tabled.is_empty())).then_some(offer)",
        }],
        test: (
            IT,
            "moves::three::an_offer_is_vetoed_only_until_the_patron_has_decided",
        ),
    },
    Mutant {
        name: "europes-plans-shown-to-the-audience",
        places: &[Place {
            file: VIEW,
            from: "knows_europe.then(|| europe(game, all))",
            to: "(knows_europe || FAULT && seat == Seat::Audience).then(|| europe(game, all))",
        }],
        test: VIEW_TEST,
    },
    Mutant {
        name: "europes-plans-told-as-measures",
        places: &[Place {
            file: SEEN,
            from: "    let hides = plans || taken",
            to: "    let hides = !FAULT && plans || taken",
        }],
        test: (
            IT,
            "watch::leaks::the_room_cannot_tell_a_plan_of_europes_from_no_measure",
        ),
    },
    Mutant {
        name: "europes-gauges-shown-to-all",
        places: &[Place {
            file: "crates/session/src/place/asked.rs",
            from: "        let open = !gauge.is_europes() || sees_europe(",
            to: "        let open = FAULT || !gauge.is_europes() || sees_europe(",
        }],
        test: (IT, "moves::three::what_europe_can_agree_on_is_its_own"),
    },
    Mutant {
        name: "a-reason-that-is-missing-where-something-is-hidden-alone",
        places: &[Place {
            file: SEEN,
            from: "if unseen || measure.is_none() &&",
            to: "if unseen || !FAULT && measure.is_none() &&",
        }],
        test: (
            IT,
            "report::leaks::a_plan_of_europes_changes_no_byte_of_a_report_but_its_own_and_the_white_cells",
        ),
    },
];
