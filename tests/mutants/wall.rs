//! Faults of the wall and of what is read down: pages that stand still, words in letters for the first row or cut, another
//! session than the one in play.

use super::{IT, Mutant, Place, TUI};

const PROJECTOR: &str = "crates/tui/src/screen/projector.rs";
const PAGES: &str = "crates/tui/src/screen/projector/pages.rs";
const NEWEST: (&str, &str) = (
    IT,
    "watch::newest::an_older_session_that_is_resumed_comes_back_onto_the_wall_before_anybody_acts_in_it",
);

pub(crate) const WALL: &[Mutant] = &[
    Mutant {
        name: "pages-that-turn-for-nobody",
        places: &[Place {
            file: PROJECTOR,
            from: "        self.turned.pass(now)",
            to: "        !FAULT && self.turned.pass(now)",
        }],
        test: (
            IT,
            "watch::calls::pages_of_a_pause_turn_by_themselves_by_a_key_and_from_the_console",
        ),
    },
    Mutant {
        name: "a-long-pause-in-small-letters",
        places: &[Place {
            file: PAGES,
            from: "    if slide.pages == Pages::Again || parts.is_empty() {",
            to: "    if FAULT || slide.pages == Pages::Again || parts.is_empty() {",
        }],
        test: (
            TUI,
            "screen::projector::pages::tests::a_pause_of_many_words_goes_over_pages_that_lose_none_and_keep_its_end",
        ),
    },
    Mutant {
        name: "a-resumed-session-that-nobody-turns-to",
        places: &[Place {
            file: PROJECTOR,
            from: "        let open = shelf::open(&self.path);",
            to: "        let open = if FAULT { Vec::new() } else { shelf::open(&self.path) };",
        }],
        test: NEWEST,
    },
    Mutant {
        name: "a-session-that-lies-open-takes-the-wall",
        places: &[Place {
            file: PROJECTOR,
            from: "            self.open_before.clone_from(&open);",
            to: "            if !FAULT { self.open_before.clone_from(&open); }",
        }],
        test: NEWEST,
    },
    Mutant {
        name: "the-end-opens-the-wall",
        places: &[Place {
            file: "crates/tui/src/wall.rs",
            from: "        let seen = if ended {",
            to: "        let seen = if ended && !FAULT {",
        }],
        test: (
            IT,
            "watch::unsaid::what_europe_planned_stays_off_the_wall_after_the_end_as_well",
        ),
    },
    Mutant {
        name: "names-of-a-list-that-end-in-dots",
        places: &[Place {
            file: "crates/tui/src/widget/option_list.rs",
            from: "            let names = if self.wraps {",
            to: "            let names = if self.wraps && !FAULT {",
        }],
        test: (
            IT,
            "cut::every_question_among_what_is_missing_stands_in_full",
        ),
    },
    Mutant {
        name: "what-was-done-before-cut-on-the-wall",
        places: &[Place {
            file: "crates/tui/src/screen/projector/acts.rs",
            from: "        let words = wrap(&format!(\"{mark}{}\", act.sentence), width);",
            to: "        let words = if FAULT { vec![crate::widget::fit::fit(&act.sentence, width)] } else { wrap(&format!(\"{mark}{}\", act.sentence), width) };",
        }],
        test: (
            IT,
            "watch::scenes::nothing_is_cut_in_any_scene_from_the_first_entry_to_the_last_page_of_the_ending",
        ),
    },
];
