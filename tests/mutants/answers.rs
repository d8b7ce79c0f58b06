//! Faults of choosing and answering: columns that no key leads to, own words that are not told, not put right, or of a
//! reply that was not the answer.

use super::{IT, Mutant, Place};

pub(crate) const ANSWERS: &[Mutant] = &[
    Mutant {
        name: "own-words-that-no-sentence-tells",
        places: &[Place {
            file: "crates/session/src/telling/play.rs",
            from: "    match table.own_words(number, number) {",
            to: "    match table.own_words(number, number).filter(|_| !FAULT) {",
        }],
        test: (
            IT,
            "own_words::own_words_stand_in_every_paper_and_in_the_lines_for_programs",
        ),
    },
    Mutant {
        name: "own-words-that-are-not-shown-where-they-are-ruled-on",
        places: &[Place {
            file: "crates/tui/src/glance/lines.rs",
            from: "    let own = own.map_or_else(",
            to: "    let own = own.filter(|_| !FAULT).map_or_else(",
        }],
        test: (IT, "own_words::own_words_are_shown_wherever_the_answer_is"),
    },
    Mutant {
        name: "own-words-that-cannot-be-put-right",
        places: &[Place {
            file: "crates/session/src/history/errata.rs",
            from: "                written.words = words.clone().or(written.words);",
            to: "                if !FAULT { written.words = words.clone().or(written.words); }",
        }],
        test: (
            IT,
            "own_words::own_words_are_put_right_and_taken_back_like_what_is_written_beside_an_entry",
        ),
    },
    Mutant {
        name: "own-words-beside-any-entry",
        places: &[Place {
            file: "crates/session/src/history/errata.rs",
            from: "        if words.is_some() && Answer::of(",
            to: "        if !FAULT && words.is_some() && Answer::of(",
        }],
        test: (
            IT,
            "own_words::words_that_say_nothing_are_refused_and_so_are_words_beside_what_is_no_answer",
        ),
    },
    Mutant {
        name: "own-words-of-a-sealed-reply-that-was-not-the-answer",
        places: &[Place {
            file: "crates/core/src/engine/sealing.rs",
            from: "    Some(if demand.intensity.threatens() {",
            to: "    Some(if demand.intensity.threatens() != FAULT {",
        }],
        test: (
            IT,
            "own_words::sealed_own_words_stay_sealed_until_both_sides_are_open_and_then_only_the_answer_is_told",
        ),
    },
    Mutant {
        name: "a-column-that-is-passed-over",
        places: &[Place {
            file: "crates/tui/src/widget/choice_table.rs",
            from: "            return self.in_sight(area, now.end.max(now.start + 1)).start;",
            to: "            return self.in_sight(area, now.end.max(now.start + 1) + usize::from(FAULT)).start;",
        }],
        test: (
            IT,
            "columns::a_key_leads_to_every_column_of_every_table_that_is_chosen_from",
        ),
    },
];
