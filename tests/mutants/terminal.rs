//! Faults at the terminal: answers that are taken for keys, times that are told wrongly.

use super::{Mutant, Place, TUI};

pub(crate) const TERMINAL: &[Mutant] = &[
    Mutant {
        name: "a-late-answer-is-keys",
        places: &[Place {
            file: "crates/tui/src/late.rs",
            from: "        Input::Key(key) if begins_text(key) =>",
            to: "        Input::Key(key) if !FAULT && begins_text(key) =>",
        }],
        test: (
            TUI,
            "late::tests::an_answer_is_no_keys_and_what_comes_around_it_stays",
        ),
    },
    Mutant {
        name: "almost-an-hour-in-seconds",
        places: &[Place {
            file: "crates/tui/src/clock.rs",
            from: "    match (minutes / 60, minutes % 60) {",
            to: "    match (if FAULT { seconds / 3600 } else { minutes / 60 }, minutes % 60) {",
        }],
        test: (
            TUI,
            "clock::tests::a_time_is_told_rightly_at_the_edges_of_its_units",
        ),
    },
];
