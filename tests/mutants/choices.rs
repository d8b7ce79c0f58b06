//! Faults of how choices are laid before people: one of them alone, keys that lead on or back and are not named.

use super::{IT, Mutant, Place, TUI};

pub(crate) const CHOICES: &[Mutant] = &[
    Mutant {
        name: "one-demand-before-all-were-seen",
        places: &[Place {
            file: "crates/tui/src/screen/board/sheet/demand.rs",
            from: "            step: Step::Card,\n",
            to: "            step: if FAULT && place.is_some() { Step::Terms } else { Step::Card },\n",
        }],
        test: (
            IT,
            "columns::every_demand_lies_beside_the_others_before_its_terms_are_asked_for",
        ),
    },
    Mutant {
        name: "a-line-of-keys-without-the-way-back",
        places: &[Place {
            file: "crates/tui/src/widget/footer.rs",
            from: "            kept.contains(&hint.command)",
            to: "            kept.contains(&hint.command) && !(FAULT && hint.command == Command::Back)",
        }],
        test: (
            TUI,
            "widget::footer::tests::the_way_back_and_that_there_is_more_to_read_are_kept",
        ),
    },
    Mutant {
        name: "a-key-of-the-white-cells-that-does-nothing-in-silence",
        places: &[Place {
            file: "crates/tui/src/screen/board/cursor.rs",
            from: "    if !room::commands().chain(others).any(|one| one == command) {",
            to: "    if FAULT || !room::commands().chain(others).any(|one| one == command) {",
        }],
        test: (
            IT,
            "console::a_key_of_the_white_cells_that_a_seat_presses_says_whose_it_is",
        ),
    },
];
