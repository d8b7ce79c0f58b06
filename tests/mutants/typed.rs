//! Faults of what people type: names that nobody sees, lines of a script, what a full room costs.

use super::{IT, Mutant, Place, ROOT};

const FULL: (&str, &str) = (
    IT,
    "full_room::four_times_the_people_cost_no_more_than_eight_times_the_work",
);

pub(crate) const TYPED: &[Mutant] = &[
    Mutant {
        name: "a-number-that-a-line-names-and-does-not-mean",
        places: &[Place {
            file: "crates/tui/src/screen/board/room/due.rs",
            from: "        None => Ok(named),",
            to: "        None => if FAULT { number(key, words) } else { Ok(named) },",
        }],
        test: (
            IT,
            "console::a_number_that_a_line_names_is_meant_where_nothing_is_typed",
        ),
    },
    Mutant {
        name: "a-name-put-right-that-leaves-its-estimates-behind",
        places: &[Place {
            file: "crates/session/src/voices.rs",
            from: "                if let Some(place) = found(name) {\n                    people[place].name = plain(to.trim());",
            to: "                if let Some(place) = found(name).filter(|_| !FAULT) {\n                    people[place].name = plain(to.trim());",
        }],
        test: (
            IT,
            "errata::a_name_that_was_put_right_takes_along_what_was_said_and_estimated_under_the_old_one",
        ),
    },
    Mutant {
        name: "names-looked-for-one-by-one-in-the-report",
        places: &[Place {
            file: "crates/session/src/gaps/people.rs",
            from: "            named.extend(roll.named_in(text));",
            to: "            for _ in room.participants.iter().filter(|_| FAULT) {\n                let names = room.participants.iter().map(|one| one.name.as_str());\n                std::hint::black_box(Roll::of(names));\n            }\n            named.extend(roll.named_in(text));",
        }],
        test: FULL,
    },
    Mutant {
        name: "a-session-by-a-name-that-nobody-sees",
        places: &[Place {
            file: "crates/tui/src/screen/setup/form.rs",
            from: "name.filter(|name| !shows_nothing(name))",
            to: "name.filter(|name| FAULT || !shows_nothing(name))",
        }],
        test: (
            IT,
            "screens::ways::a_form_that_cannot_start_says_what_to_change_and_starts_nothing",
        ),
    },
    Mutant {
        name: "a-key-that-the-line-takes-told-as-missing",
        places: &[Place {
            file: "src/cli/script/deed.rs",
            from: "let taken = prefix.is_empty() && self.object.contains_key(&named);",
            to: "let taken = !FAULT && prefix.is_empty() && self.object.contains_key(&named);",
        }],
        test: (
            ROOT,
            "cli::script::tests::a_key_that_the_line_takes_for_itself_is_told_from_one_that_is_missing",
        ),
    },
    Mutant {
        name: "what-was-drawn-told-as-the-program-writes-it",
        places: &[Place {
            file: "crates/session/src/history/replay.rs",
            from: "[&entry.drawn, &outcome.drawn].map(drawn_in_words);",
            to: "[&entry.drawn, &outcome.drawn].map(|drawn| if FAULT { format!(\"{drawn:?}\") } else { drawn_in_words(drawn) });",
        }],
        test: (IT, "cli::forged::what_was_drawn_is_told_in_words"),
    },
];
