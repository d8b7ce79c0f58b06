//! Faults of a table that is left, and of who sits at it: time given back, columns of a list that are none, a key too many.

use super::{IT, Mutant, Place};

pub(crate) const TABLE: &[Mutant] = &[
    Mutant {
        name: "leaving-gives-time-back",
        places: &[Place {
            file: "crates/tui/src/outside.rs",
            from: "    clocks::keep(stack);\n",
            to: "    if !FAULT { clocks::keep(stack); }\n",
        }],
        test: (IT, "pace::left::leaving_a_session_gives_no_time_back"),
    },
    Mutant {
        name: "a-crash-gives-time-back",
        places: &[Place {
            file: "crates/tui/src/time.rs",
            from: "    if pace.is_running() {\n",
            to: "    if pace.is_running() && !FAULT {\n",
        }],
        test: (
            IT,
            "pace::left::a_session_that_is_torn_away_gives_back_no_more_than_ten_seconds",
        ),
    },
    Mutant {
        name: "time-used-at-another-line-of-play",
        places: &[Place {
            file: "crates/session/src/pilot/time.rs",
            from: "        if kept.after != last ||",
            to: "        if !FAULT && kept.after != last || !FAULT &&",
        }],
        test: (
            IT,
            "pace::left::what_was_kept_beside_another_line_of_play_says_nothing",
        ),
    },
    Mutant {
        name: "a-tab-that-parts-nothing",
        places: &[Place {
            file: "crates/session/src/listed.rs",
            from: "        let columns = line.replace(TAB, \"\\t\");",
            to: "        let columns = if FAULT { line.to_owned() } else { line.replace(TAB, \"\\t\") };",
        }],
        test: (IT, "brought::a_row_of_a_spreadsheet_is_a_name_and_a_seat"),
    },
    Mutant {
        name: "a-seat-that-cannot-be-put-right",
        places: &[Place {
            file: "crates/tui/src/screen/board/room/rename.rs",
            from: "    let moves = (one.seat != seat).then(",
            to: "    let moves = (one.seat != seat && !FAULT).then(",
        }],
        test: (IT, "brought::a_person_is_put_right_with_name_and_seat"),
    },
    Mutant {
        name: "a-curtain-that-is-left-by-one-key",
        places: &[Place {
            file: "crates/tui/src/screen/curtain.rs",
            from: "            Command::Back | Command::GoHome => leave",
            to: "            Command::Back if FAULT => Then::Do(vec![crate::effect::Effect::Leave]),\n            Command::Back | Command::GoHome => leave",
        }],
        test: (
            IT,
            "pins::nobody_leaves_the_table_from_a_curtain_by_one_key",
        ),
    },
    Mutant {
        name: "a-demand-that-counts-among-those-before-it",
        places: &[Place {
            file: "crates/tui/src/screen/board/card.rs",
            from: "        .filter(|exchange| exchange.demand.card == card)",
            to: "        .filter(|exchange| exchange.demand.card == card && !FAULT)",
        }],
        test: (IT, "board::a_demand_is_not_counted_among_those_before_it"),
    },
    Mutant {
        name: "a-number-by-its-key-at-the-desk",
        places: &[Place {
            file: "crates/tui/src/screen/board/sheet/ruling/prospect.rs",
            from: "                number_words(path),",
            to: "                if FAULT { path.as_str() } else { number_words(path) },",
        }],
        test: (
            IT,
            "board::the_ruling_desk_tells_all_to_its_end_and_names_no_number_by_its_key",
        ),
    },
    Mutant {
        name: "no-word-on-what-turned-stability",
        places: &[Place {
            file: "crates/tui/src/screen/board/sheet/why.rs",
            from: "        if self.gauge != Gauge::Stability || before == now {",
            to: "        if FAULT || self.gauge != Gauge::Stability || before == now {",
        }],
        test: (
            IT,
            "board::why_of_stability_tells_what_turned_where_it_is_heading",
        ),
    },
    Mutant {
        name: "a-session-that-was-always-as-long",
        places: &[Place {
            file: "crates/papers/src/report/summary.rs",
            from: "        same if same == session.moves_planned => String::new(),",
            to: "        same if FAULT || same == session.moves_planned => String::new(),",
        }],
        test: (
            IT,
            "report::held::a_session_that_was_shortened_and_a_seat_that_was_lent_are_told_so_that_they_can_be_read",
        ),
    },
    Mutant {
        name: "a-paper-that-is-dropped-without-a-word",
        places: &[Place {
            file: "src/cli/print.rs",
            from: "    let left_out = args.what.iter().filter(|what| !printed(what));",
            to: "    let left_out = args.what.iter().filter(|what| !FAULT && !printed(what));",
        }],
        test: (
            IT,
            "cli::closes::a_paper_that_was_asked_for_and_is_not_printed_is_named_with_why",
        ),
    },
];
