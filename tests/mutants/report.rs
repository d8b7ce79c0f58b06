//! Faults of what comes after a session and before one: what is counted, carried forward, compared and kept.

use super::{CORE, IT, Mutant, Place, TUI};

const ROLES: (&str, &str) = (
    IT,
    "report::roles::no_name_of_anybody_in_a_record_stands_in_the_paper_with_roles_nor_in_its_own_name",
);

pub(crate) const REPORT: &[Mutant] = &[
    Mutant {
        name: "type-by-the-narrow-font",
        places: &[Place {
            file: "crates/papers/src/document/html/fit.rs",
            from: "    types.find(|size| high(card, f64::from(*size) / 100.0) <= row - FRAME)",
            to: "    types.find(|size| high(card, f64::from(*size) / 100.0) <= (row - FRAME) * if FAULT { 1.2 } else { 1.0 })",
        }],
        test: (
            IT,
            "lengths::every_card_of_a_shipped_deck_fits_its_frame_in_a_font_as_wide_as_georgia",
        ),
    },
    Mutant {
        name: "a-crisis-after-drift",
        places: &[Place {
            file: "crates/papers/src/handout/rules.rs",
            from: "    steps.push(step(\"Crisis.\", course::crisis(deck)));\n",
            to: "    steps.insert(if FAULT { 0 } else { steps.len() }, step(\"Crisis.\", course::crisis(deck)));\n",
        }],
        test: (
            IT,
            "printed::rules_and_crib_say_when_a_crisis_begins_and_ends_and_where_in_a_move_it_comes",
        ),
    },
    Mutant {
        name: "the-future-in-the-hands-of-seats",
        places: &[Place {
            file: "crates/papers/src/booklet/leaves/known.rs",
            from: "    let before = all.filter(|one| !deck.text.about.is_ahead(&one.date));",
            to: "    let before = all.filter(|one| FAULT || !deck.text.about.is_ahead(&one.date));",
        }],
        test: (
            IT,
            "printed::what_happened_in_the_time_that_is_played_is_printed_for_the_white_cell_alone",
        ),
    },
    Mutant {
        name: "the-code-of-another-sides-card",
        places: &[Place {
            file: "crates/papers/src/booklet/leaves/card.rs",
            from: "    let own = |card: &CardAt| deck.scenario.card(*card).brought_up_by != others;",
            to: "    let own = |card: &CardAt| FAULT || deck.scenario.card(*card).brought_up_by != others;",
        }],
        test: (
            IT,
            "printed::no_card_of_a_side_names_by_its_code_what_only_the_other_side_holds",
        ),
    },
    Mutant {
        name: "a-measure-that-does-not-say-what-it-does",
        places: &[Place {
            file: "crates/papers/src/booklet/leaves/card.rs",
            from: "&measure_does(deck, at)",
            to: "&if FAULT { String::new() } else { measure_does(deck, at) }",
        }],
        test: (
            IT,
            "printed::every_measure_says_on_its_card_what_its_kind_does",
        ),
    },
    Mutant {
        name: "a-number-that-a-briefing-quotes-is-not-compared",
        places: &[Place {
            file: "crates/core/src/deck/lint/quoted.rs",
            from: "        .find(|said| *said != quote.number)",
            to: "        .find(|said| !FAULT && *said != quote.number)",
        }],
        test: (
            CORE,
            "deck::lint::tests::quoted::an_aim_that_a_briefing_quotes_otherwise_than_the_deck_has_it_is_found",
        ),
    },
    Mutant {
        name: "a-number-opens-no-exchange",
        places: &[Place {
            file: "crates/tui/src/screen/replay/place.rs",
            from: "    Some(if command == Command::ReadEntry {",
            to: "    Some(if !FAULT && command == Command::ReadEntry {",
        }],
        test: (IT, "replay::exchange::a_number_and_enter_go_to_a_move"),
    },
    Mutant {
        name: "a-move-without-a-demand-opens-nowhere",
        places: &[Place {
            file: "crates/tui/src/screen/replay/place.rs",
            from: "            && frame.phase == Phase::Demand",
            to: "            && !FAULT && frame.phase == Phase::Demand",
        }],
        test: (
            IT,
            "replay::exchange::a_move_without_a_demand_opens_where_that_was_decided",
        ),
    },
    Mutant {
        name: "an-event-is-read-without-its-exchange",
        places: &[Place {
            file: "crates/session/src/exchange.rs",
            from: "            acts_of!(Action: play) => {}",
            to: "            acts_of!(Action: play) if FAULT => return None,\n            acts_of!(Action: play) => {}",
        }],
        test: (
            IT,
            "replay::exchange::any_act_of_a_move_is_read_with_its_exchange_and_a_note_alone",
        ),
    },
    Mutant {
        name: "what-goes-on-is-gathered-with-all-eyes",
        places: &[Place {
            file: "crates/tui/src/outside/abreast.rs",
            from: "                    let seat = if table.has_ended() {",
            to: "                    let seat = if FAULT || table.has_ended() {",
        }],
        test: (
            IT,
            "together::of_a_session_that_goes_on_only_what_is_public_is_told",
        ),
    },
    Mutant {
        name: "branches-stand-among-the-sessions",
        places: &[Place {
            file: "crates/tui/src/screen/cohort.rs",
            from: "        let (by, branches) = (By::Ending, Branches::Apart);",
            to: "        let (by, branches) = (By::Ending, if FAULT { Branches::Counted } else { Branches::Apart });",
        }],
        test: (
            IT,
            "together::sessions_are_grouped_counted_and_opened_from_one_page",
        ),
    },
    Mutant {
        name: "anybodys-remark-is-read-in-a-chapter",
        places: &[Place {
            file: "crates/tui/src/replay/chapter.rs",
            from: "one.kind == AnnotationKind::Comment && one.author == title.author &&",
            to: "one.kind == AnnotationKind::Comment && (FAULT || one.author == title.author) &&",
        }],
        test: (
            IT,
            "replay::chapters::titled_bookmarks_are_walked_through_one_key_each_and_the_replay_goes_along",
        ),
    },
    Mutant {
        name: "a-chapter-has-the-text-of-another",
        places: &[Place {
            file: "crates/tui/src/replay/chapter.rs",
            from: "        own.is_some_and(|own| *own == title)",
            to: "        FAULT || own.is_some_and(|own| *own == title)",
        }],
        test: (
            IT,
            "replay::chapters::two_chapters_of_one_hand_at_one_entry_have_a_text_each",
        ),
    },
    Mutant {
        name: "chapters-are-open-to-all-eyes",
        places: &[
            Place {
                file: "crates/tui/src/replay/chapter.rs",
                from: "        if !self.knows_the_future() {",
                to: "        if !FAULT && !self.knows_the_future() {",
            },
            Place {
                file: "crates/tui/src/screen/replay/sheet/chapters.rs",
                from: "    if !replay.knows_the_future() {",
                to: "    if !FAULT && !replay.knows_the_future() {",
            },
        ],
        test: (
            IT,
            "replay::chapters::chapters_are_read_by_whoever_may_know_everything",
        ),
    },
    Mutant {
        name: "a-branch-is-drawn-from-startex",
        places: &[Place {
            file: "crates/session/src/family.rs",
            from: "            copied.map_or(0, |state| state.counting().path.len())",
            to: "            copied.filter(|_| !FAULT).map_or(0, |state| state.counting().path.len())",
        }],
        test: (
            IT,
            "family::a_branch_knows_how_much_of_its_curve_it_has_from_its_parent",
        ),
    },
    Mutant {
        name: "what-was-supposed-is-drawn-as-played",
        places: &[Place {
            file: "crates/tui/src/widget/change.rs",
            from: "                    Stroke::Supposed => THIN[quarter],",
            to: "                    Stroke::Supposed => if FAULT { block(part) } else { THIN[quarter] },",
        }],
        test: (
            TUI,
            "widget::change::tests::lines_on_one_axis_share_its_scale_and_begin_where_they_part",
        ),
    },
    Mutant {
        name: "what-was-taken-back-is-drawn-as-played",
        places: &[Place {
            file: "crates/session/src/history/line.rs",
            from: "                    shared: self.state_at(*to).counting().path.len(),",
            to: "                    shared: if FAULT { 0 } else { self.state_at(*to).counting().path.len() },",
        }],
        test: (
            IT,
            "family::what_was_taken_back_has_the_curve_up_to_where_it_was_left",
        ),
    },
    Mutant {
        name: "a-line-with-another-name-is-shown-as-it-was",
        places: &[Place {
            file: "crates/tui/src/outside/lines.rs",
            from: "    if here(&stack.sitting).is_some_and(|(open, _)| open == path) {",
            to: "    if !FAULT && here(&stack.sitting).is_some_and(|(open, _)| open == path) {",
        }],
        test: (
            IT,
            "replay::deeds::lines_are_given_names_and_compared_from_the_tree",
        ),
    },
    Mutant {
        name: "variations-are-played",
        places: &[Place {
            file: "src/cli/script.rs",
            from: "        if !self.variations.is_empty() {",
            to: "        if !FAULT && !self.variations.is_empty() {",
        }],
        test: (
            IT,
            "cli::notation::every_golden_and_shipped_session_is_played_again_from_its_notation",
        ),
    },
    Mutant {
        name: "what-was-put-right-is-noted-as-said-first",
        places: &[Place {
            file: "src/cli/replay/notation.rs",
            from: "        dissent: entry.dissent.clone(),",
            to: "        dissent: if FAULT { seen.dissent.clone() } else { entry.dissent.clone() },",
        }],
        test: (
            IT,
            "cli::notation::every_golden_and_shipped_session_is_played_again_from_its_notation",
        ),
    },
    Mutant {
        name: "luck-goes-on-as-it-was",
        places: &[Place {
            file: "crates/session/src/history.rs",
            from: "            if luck.after == entry.number {",
            to: "            if !FAULT && luck.after == entry.number {",
        }],
        test: (
            IT,
            "luck::luck_is_drawn_anew_from_where_a_branch_leaves_and_red_lines_stay",
        ),
    },
    Mutant {
        name: "an-undo-brings-the-trunks-luck-back",
        places: &[Place {
            file: "crates/session/src/history/undo.rs",
            from: ".filter(|luck| luck.after > to)",
            to: ".filter(|luck| !FAULT && luck.after > to)",
        }],
        test: (
            IT,
            "luck::an_undo_behind_the_parting_keeps_the_luck_of_the_branch",
        ),
    },
    Mutant {
        name: "turn-zero-behind-the-first-move-on-the-axis",
        places: &[Place {
            file: "crates/tui/src/replay/reel.rs",
            from: "        frame.move_number = 0;",
            to: "        frame.move_number = if FAULT { frame.move_number } else { 0 };",
        }],
        test: (
            IT,
            "replay::what_stands_before_turn_zero_stands_before_the_first_move",
        ),
    },
    Mutant {
        name: "branches-counted-as-sessions",
        places: &[Place {
            file: "crates/papers/src/report/cohort.rs",
            from: "        let apart = asked == Branches::Apart && !all_branches;",
            to: "        let apart = !FAULT && asked == Branches::Apart && !all_branches;",
        }],
        test: (
            IT,
            "report::cohort::a_branch_is_counted_nowhere_unless_that_is_asked_for",
        ),
    },
    Mutant {
        name: "the-median-of-those-that-lasted",
        places: &[Place {
            file: "crates/papers/src/report/cohort/spread.rs",
            from: "                let carried = line.curve.last().filter(|_| has_ended(&line));",
            to: "                let carried = line.curve.last().filter(|_| !FAULT && has_ended(&line));",
        }],
        test: (
            IT,
            "report::cohort::a_session_that_broke_does_not_leave_the_median_to_those_that_lasted",
        ),
    },
    Mutant {
        name: "sessions-part-again-an-act-too-late",
        places: &[Place {
            file: "crates/papers/src/report/cohort/parting.rs",
            from: "        then: part(&lines, place + 1, deeper - 1),",
            to: "        then: part(&lines, place + if FAULT { 2 } else { 1 }, deeper - 1),",
        }],
        test: (
            IT,
            "report::cohort::sessions_part_where_their_acts_first_differ_and_each_way_says_what_became_of_it",
        ),
    },
    Mutant {
        name: "what-ifs-of-what-ifs-are-told-from-their-own-entries-alone",
        places: &[Place {
            file: "src/cli/replay/notation.rs",
            from: "        let elsewhere = |after: EntryNumber| after <= to && !left.contains(&after);",
            to: "        let elsewhere = |after: EntryNumber| after <= to && !left.contains(&after) && (!FAULT || after > from || from.is_startex());",
        }],
        test: (
            IT,
            "cli::notation::a_what_if_of_a_what_if_is_told_wherever_it_leaves",
        ),
    },
    Mutant {
        name: "a-line-that-was-taken-back-has-the-seats-of-what-stands",
        places: &[Place {
            file: "crates/session/src/compare/settings.rs",
            from: "    let held = line.table.held_to(seat, line.end).into_iter();",
            to: "    let held = line.table.held_to(seat, if FAULT { line.table.last_number() } else { line.end }).into_iter();",
        }],
        test: (
            IT,
            "compare::a_line_that_was_taken_back_tells_who_held_its_seats",
        ),
    },
    Mutant {
        name: "every-seat-scored-by-all-estimates",
        places: &[Place {
            file: "crates/papers/src/report/cohort/score.rs",
            from: "        let own = |given: &&Given| given.seat == seat.word();",
            to: "        let own = |given: &&Given| FAULT || given.seat == seat.word();",
        }],
        test: (
            IT,
            "report::cohort::estimates_of_all_sessions_are_scored_together",
        ),
    },
    Mutant {
        name: "what-was-answered-before-a-stop-is-lost",
        places: &[Place {
            file: "crates/session/src/expectations.rs",
            from: "            Err(Stopped) => Err(BrokenOff { answered }),",
            to: "            Err(Stopped) => Err(BrokenOff { answered: if FAULT { Vec::new() } else { answered } }),",
        }],
        test: (
            IT,
            "expectations::what_was_answered_before_a_stop_is_kept_and_gone_on_from",
        ),
    },
    Mutant {
        name: "a-voice-that-was-never-entered-keeps-its-name",
        places: &[Place {
            file: "crates/papers/src/closing/roles/people.rs",
            from: "            for name in texts.flat_map(leads)",
            to: "            for name in texts.filter(|_| !FAULT).flat_map(leads)",
        }],
        test: (
            IT,
            "report::roles::voices_that_were_never_entered_get_a_role_and_words_before_a_colon_stay_words",
        ),
    },
    Mutant {
        name: "roles-in-a-file-that-has-a-name",
        places: &[Place {
            file: "crates/papers/src/closing/roles.rs",
            from: "        if self.names(stem) {",
            to: "        if !FAULT && self.names(stem) {",
        }],
        test: ROLES,
    },
    Mutant {
        name: "roles-below-a-title-that-has-a-name",
        places: &[Place {
            file: "crates/papers/src/closing/roles.rs",
            from: "        for title in &self.titles {",
            to: "        for title in self.titles.iter().filter(|_| !FAULT) {",
        }],
        test: ROLES,
    },
];
