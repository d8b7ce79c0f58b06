//! Faults of what those see who study sessions: tables, recordings, many sessions in order, chances, the page that is printed.

use super::{IT, Mutant, Place};

const WORKED_OUT: (&str, &str) = (
    IT,
    "cli::data::where_stability_was_heading_leverage_turning_points_and_what_all_expected_stand_in_tables",
);

pub(crate) const STUDIED: &[Mutant] = &[
    Mutant {
        name: "where-stability-is-heading-is-where-it-stands",
        places: &[Place {
            file: "crates/papers/src/report/csv/course.rs",
            from: "= point.supported;",
            to: "= if FAULT { point.stability } else { point.supported };",
        }],
        test: WORKED_OUT,
    },
    Mutant {
        name: "leverage-as-it-was-at-startex",
        places: &[Place {
            file: "crates/papers/src/report/csv/course.rs",
            from: "(point, course, course.values[place])",
            to: "(point, course, course.values[if FAULT { 0 } else { place }])",
        }],
        test: WORKED_OUT,
    },
    Mutant {
        name: "a-question-with-the-score-of-nobody",
        places: &[Place {
            file: "crates/papers/src/report/csv/people.rs",
            from: "= poll.brier;",
            to: "= poll.brier.filter(|_| !FAULT);",
        }],
        test: WORKED_OUT,
    },
];
