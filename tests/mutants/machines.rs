//! Faults about machines: what those that are asked know, what is said of their lines, who leaves out what they did, and
//! parts that several of them played.

use super::{IT, Mutant, PROGRAMS, Place};

const ASKED: (&str, &str) = (
    IT,
    "cli::asks::a_program_reads_what_the_seat_knew_then_under_exchanged_names_if_wanted",
);

const SHARD: &str = "crates/core/src/analysis/ensemble/shard.rs";

const NAMED: &str =
    "cli::shards::a_first_or_last_part_that_is_missing_is_named_where_the_whole_is_known";

const TOLD: &str = "cli::shards::parts_that_do_not_add_up_are_told_with_what_is_wrong";

const CONTRADICT: &str = "cli::shards::a_part_whose_counts_contradict_one_another_is_not_added_up";

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
    Mutant {
        name: "a-missing-first-part-is-nothing",
        places: &[Place {
            file: SHARD,
            from: "            if first > 0 {",
            to: "            if !FAULT && first > 0 {",
        }],
        test: (IT, NAMED),
    },
    Mutant {
        name: "a-missing-last-part-is-nothing",
        places: &[Place {
            file: SHARD,
            from: "            if end < sessions {",
            to: "            if !FAULT && end < sessions {",
        }],
        test: (IT, NAMED),
    },
    Mutant {
        name: "counts-that-contradict-one-another-add-up",
        places: &[Place {
            file: SHARD,
            from: "        if let Some(what) = self.counts.contradiction() {",
            to: "        if let Some(what) = self.counts.contradiction().filter(|_| !FAULT) {",
        }],
        test: (IT, CONTRADICT),
    },
    Mutant {
        name: "parts-of-other-rules-add-up",
        places: &[Place {
            file: SHARD,
            from: "shard.rules.to_string()),",
            to: "if FAULT { String::new() } else { shard.rules.to_string() }),",
        }],
        test: (IT, TOLD),
    },
];
