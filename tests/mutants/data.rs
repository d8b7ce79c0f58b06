//! Faults of what is told of a session: of shares and their intervals, what-ifs, tables and their ids, and the page that is read.

use super::{CORE, IT, Mutant, Place};

pub(crate) const DATA: &[Mutant] = &[
    Mutant {
        name: "a-share-is-told-without-decimals",
        places: &[Place {
            file: "crates/core/src/analysis/stats.rs",
            from: "    let apart = (1..MOST_DECIMALS)",
            to: "    let apart = (if FAULT { 0 } else { 1 }..MOST_DECIMALS)",
        }],
        test: (
            CORE,
            "analysis::stats::tests::what_was_never_seen_among_many_is_not_told_as_impossible",
        ),
    },
    Mutant {
        name: "a-share-of-none-is-left-out-of-the-band",
        places: &[Place {
            file: "src/cli/branch/band.rs",
            from: "    let endings = fan.spreads.endings.iter();",
            to: "    let endings = fan.spreads.endings.iter().filter(|share| !FAULT || share.percent > 0.0);",
        }],
        test: (
            IT,
            "cli::branches::a_branch_shows_where_sessions_go_from_there_beside_both_lines",
        ),
    },
    Mutant {
        name: "a-what-if-is-compared-without-a-mark",
        places: &[Place {
            file: "crates/session/src/compare/facts.rs",
            from: "    (line.end > after).then(",
            to: "    (!FAULT && line.end > after).then(",
        }],
        test: (IT, "compare::a_branch_parts_at_the_act_that_was_exchanged"),
    },
    Mutant {
        name: "a-table-without-the-digest-of-its-session",
        places: &[Place {
            file: "crates/papers/src/report/csv/sheet.rs",
            from: "let session = [report.key.to_owned(), report.aar.session.id.cell()];",
            to: "let session = [report.key.to_owned(), if FAULT { String::new() } else { report.aar.session.id.cell() }];",
        }],
        test: (
            IT,
            "cli::data::no_table_of_the_package_is_empty_over_sessions_in_which_everything_happened",
        ),
    },
    Mutant {
        name: "a-table-that-is-never-filled",
        places: &[Place {
            file: "crates/papers/src/report/csv/hands.rs",
            from: "    |aar| aar.overrides.lines.iter();",
            to: "    |aar| aar.overrides.lines.iter().filter(|_| !FAULT);",
        }],
        test: (
            IT,
            "cli::data::no_table_of_the_package_is_empty_over_sessions_in_which_everything_happened",
        ),
    },
    Mutant {
        name: "one-ending-under-two-titles",
        places: &[Place {
            file: "crates/papers/src/report/cohort/group.rs",
            from: "                (Self::Ending, Some(ending)) => ",
            to: "                (Self::Ending, Some(ending)) if !FAULT => ",
        }],
        test: (
            IT,
            "report::cohort::sessions_stand_in_groups_each_with_how_it_spreads",
        ),
    },
    Mutant {
        name: "a-sign-before-nothing",
        places: &[Place {
            file: "crates/papers/src/report/words.rs",
            from: "    } else if rounded < 0.0 {",
            to: "    } else if rounded < 0.0 || FAULT {",
        }],
        test: (
            IT,
            "report::meant::what_overrides_moved_is_told_in_points_and_nothing_has_a_sign",
        ),
    },
    Mutant {
        name: "overrides-account-for-a-share",
        places: &[Place {
            file: "crates/papers/src/report/section/overrides.rs",
            from: "    let (moved, change) = (signed(end - without), signed(end - start));",
            to: "    let (moved, change) = (signed(end - without), if FAULT { \"100 %\".to_owned() } else { signed(end - start) });",
        }],
        test: (
            IT,
            "report::meant::what_overrides_moved_is_told_in_points_and_nothing_has_a_sign",
        ),
    },
    Mutant {
        name: "what-serves-a-side-is-stability",
        places: &[Place {
            file: "crates/papers/src/report/better.rs",
            from: "        Seat::Client => other.served.client,",
            to: "        Seat::Client if !FAULT => other.served.client,",
        }],
        test: (
            IT,
            "report::meant::what_would_have_served_better_is_told_by_each_end_and_two_measures_say_what_they_ask",
        ),
    },
    Mutant {
        name: "an-open-move-is-told-as-closed",
        places: &[Place {
            file: "crates/papers/src/report/summary.rs",
            from: "        (number, false) => format!(\"in move {number}, which goes on\"),",
            to: "        (number, false) => if FAULT { format!(\"after move {number}\") } else { format!(\"in move {number}, which goes on\") },",
        }],
        test: (
            IT,
            "report::meant::an_open_move_is_told_as_open_where_stability_stands_highest_or_lowest",
        ),
    },
    Mutant {
        name: "alternatives-end-with-their-first-line",
        places: &[Place {
            file: "crates/tui/src/screen/replay/sheet/explain.rs",
            from: "    lines.extend(words.map(|more|",
            to: "    lines.extend(words.filter(|_| !FAULT).map(|more|",
        }],
        test: (
            IT,
            "replay::exchange::alternatives_that_differ_in_their_last_words_are_told_in_full_on_any_terminal",
        ),
    },
    Mutant {
        name: "a-nameless-remark-has-a-name",
        places: &[Place {
            file: "src/cli/annotate.rs",
            from: "            person_words(&annotation.author),",
            to: "            if FAULT { annotation.author.clone() } else { person_words(&annotation.author) },",
        }],
        test: (
            IT,
            "cli::annotates::a_remark_without_a_name_is_a_persons_and_not_that_of_somebody_so_called",
        ),
    },
    Mutant {
        name: "a-number-parts-from-its-unit",
        places: &[Place {
            file: "crates/papers/src/document/html/cut.rs",
            from: "        joined.push(if ties {",
            to: "        joined.push(if ties && !FAULT {",
        }],
        test: (
            IT,
            "report::told_once::citations_numbers_and_units_are_parted_as_they_are_read",
        ),
    },
    Mutant {
        name: "the-reason-of-an-override-twice",
        places: &[Place {
            file: "crates/papers/src/report/section/chronology/drawn.rs",
            from: "        .filter(|reason| !sentence.contains(reason.as_str()))",
            to: "        .filter(|reason| FAULT || !sentence.contains(reason.as_str()))",
        }],
        test: (
            IT,
            "report::told_once::the_reason_of_an_override_and_the_dice_of_a_measure_stand_once",
        ),
    },
    Mutant {
        name: "what-strains-stands-among-what-steadies",
        places: &[Place {
            file: "crates/papers/src/report/section/expectations.rs",
            from: "        .filter(|option| option.difference.mean >= TELLING);",
            to: "        .filter(|option| FAULT || option.difference.mean >= TELLING);",
        }],
        test: (
            IT,
            "report::told_once::alternatives_stand_under_a_word_that_they_bear",
        ),
    },
    Mutant {
        name: "what-an-ending-means-for-europe-is-left-out",
        places: &[Place {
            file: "crates/papers/src/report/brief.rs",
            from: "    for_europe.extend(ending.map(|ending| means(ending, europe)));",
            to: "    for_europe.extend(ending.filter(|_| !FAULT).map(|ending| means(ending, europe)));",
        }],
        test: (
            IT,
            "report::told_once::what_the_ending_means_for_europe_is_told_by_the_deck_against_its_other_endings",
        ),
    },
];
