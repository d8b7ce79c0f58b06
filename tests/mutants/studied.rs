//! Faults of what those see who study sessions: tables, recordings, many sessions in order, chances.

use super::{IT, Mutant, Place};

const WORKED_OUT: (&str, &str) = (
    IT,
    "cli::for_programs::where_stability_was_heading_leverage_turning_points_and_what_all_expected_stand_in_tables",
);
const MARKERS: (&str, &str) = (
    IT,
    "cli::casts::one_can_jump_in_a_recording_to_what_turned_was_crossed_ruled_or_marked",
);
const RECORDED: (&str, &str) = (
    IT,
    "cli::casts::a_recording_draws_the_replay_with_a_marker_at_each_move",
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
    Mutant {
        name: "a-recording-without-turning-points",
        places: &[Place {
            file: "crates/tui/src/film.rs",
            from: "    outside::wait(&mut stack);",
            to: "    if !FAULT { outside::wait(&mut stack); }",
        }],
        test: MARKERS,
    },
    Mutant {
        name: "a-recording-without-turn-zero",
        places: &[Place {
            file: "src/cli/replay/cast.rs",
            from: "        if shot.move_number != in_move {",
            to: "        if shot.move_number != in_move && (!FAULT || shot.move_number != Some(0)) {",
        }],
        test: MARKERS,
    },
    Mutant {
        name: "a-red-line-that-a-recording-does-not-name",
        places: &[Place {
            file: "crates/tui/src/film.rs",
            from: "        Mark::RedLine => {",
            to: "        Mark::RedLine if FAULT => seen.sentence.clone(),\n        Mark::RedLine => {",
        }],
        test: MARKERS,
    },
    Mutant {
        name: "a-bookmark-by-what-happened-there",
        places: &[Place {
            file: "crates/tui/src/film.rs",
            from: "        Mark::Bookmark => {",
            to: "        Mark::Bookmark if FAULT => seen.sentence.clone(),\n        Mark::Bookmark => {",
        }],
        test: MARKERS,
    },
    Mutant {
        name: "a-recording-of-today",
        places: &[Place {
            file: "crates/tui/src/film.rs",
            from: "Clock::held_at(&place.standing().recorded).dated();",
            to: "{ let held = Clock::held_at(&place.standing().recorded); if FAULT { held } else { held.dated() } };",
        }],
        test: RECORDED,
    },
    Mutant {
        name: "every-recording-at-one-speed",
        places: &[Place {
            file: "src/cli/replay/cast.rs",
            from: ".min(SHOWN.1) / speed;",
            to: ".min(SHOWN.1) / if FAULT { 1.0 } else { speed };",
        }],
        test: RECORDED,
    },
    Mutant {
        name: "sessions-as-they-were-given",
        places: &[Place {
            file: "crates/papers/src/report/cohort.rs",
            from: "            sort.put(&mut self.sessions);",
            to: "            if !FAULT { sort.put(&mut self.sessions); }",
        }],
        test: (
            IT,
            "report::cohort::sessions_stand_in_the_order_that_is_asked_for_and_the_page_says_by_what",
        ),
    },
    Mutant {
        name: "a-list-that-does-not-say-how-it-is-sorted",
        places: &[Place {
            file: "crates/tui/src/screen/cohort/told.rs",
            from: "    cohort.sort.map_or_else(",
            to: "    cohort.sort.filter(|_| !FAULT).map_or_else(",
        }],
        test: (
            IT,
            "together::sessions_are_sorted_by_one_key_and_the_head_of_the_list_says_by_what",
        ),
    },
    Mutant {
        name: "chances-lead-to-no-line",
        places: &[Place {
            file: "crates/tui/src/screen/replay/sheet/fan.rs",
            from: "        one.parent == Some((here, entry))",
            to: "        !FAULT && one.parent == Some((here, entry))",
        }],
        test: (
            IT,
            "replay::exchange::where_lines_part_the_chances_name_them_and_lead_to_each",
        ),
    },
    Mutant {
        name: "answers-without-the-card-of-their-demand",
        places: &[Place {
            file: "crates/papers/src/report/section/chronology/act.rs",
            from: "    if let Some(demand) = demand {",
            to: "    if let Some(demand) = demand.filter(|_| !FAULT) {",
        }],
        test: (
            IT,
            "cli::for_programs::answers_and_follow_ups_have_the_card_and_the_domain_of_their_demand",
        ),
    },
];
