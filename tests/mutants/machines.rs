//! Faults about machines: what those that are asked know, what is said of their lines, and who leaves out what they did.

use super::{IT, Mutant, PROGRAMS, Place};

const ASKED: (&str, &str) = (
    IT,
    "cli::asks::a_program_reads_what_the_seat_knew_then_under_exchanged_names_if_wanted",
);

pub(crate) const MACHINES: &[Mutant] = &[
    Mutant {
        name: "a-schema-of-what-is-read-for-what-is-written",
        places: &[Place {
            file: "crates/seat/src/schema.rs",
            from: "= all(settings().for_serialize());",
            to: "= all(if FAULT { settings() } else { settings().for_serialize() });",
        }],
        test: (
            PROGRAMS,
            "fits::every_line_of_whole_sessions_fits_the_schema",
        ),
    },
    Mutant {
        name: "asked-with-what-came-after",
        places: &[Place {
            file: "crates/seat/src/ask.rs",
            from: "place_at(history, before, seat)?",
            to: "place_at(history, if FAULT { history.last_number() } else { before }, seat)?",
        }],
        test: ASKED,
    },
    Mutant {
        name: "asked-under-the-names-of-the-deck",
        places: &[Place {
            file: "crates/seat/src/ask.rs",
            from: "names: terms.names.clone(),",
            to: "names: terms.names.clone().filter(|_| !FAULT),",
        }],
        test: ASKED,
    },
    Mutant {
        name: "machines-where-they-are-left-out",
        places: &[Place {
            file: "crates/papers/src/report/section/chronology.rs",
            from: "!(sight.people && seen.by.is_machine())",
            to: "!(sight.people && seen.by.is_machine() && !FAULT)",
        }],
        test: (
            IT,
            "cli::asks::report_and_replay_tell_what_others_would_have_done_and_leave_machines_out_if_wanted",
        ),
    },
];
