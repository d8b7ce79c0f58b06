//! Faults of what a room full of people brings: typos, paper, large and small terminals, questions, the wall.

use super::{IT, Mutant, Place, TUI};

const READ_ON: (&str, &str) = (
    IT,
    "reading::all_that_is_decided_on_in_a_whole_session_can_be_read_in_a_small_terminal",
);
const CLICKED: (&str, &str) = (
    IT,
    "console::a_click_on_a_line_of_the_room_opens_what_is_behind_it_and_one_on_a_panel_goes_there",
);

pub(crate) const ROOM: &[Mutant] = &[
    Mutant {
        name: "an-account-that-tells-where-stability-is-heading",
        places: &[Place {
            file: "crates/session/src/account.rs",
            from: "            turned: followed - on_its_way,",
            to: "            turned: if FAULT { heading[1] - heading[0] } else { followed - on_its_way },",
        }],
        test: (
            IT,
            "account::the_parts_of_every_move_add_up_to_the_change_that_is_shown",
        ),
    },
    Mutant {
        name: "a-held-key-lifts-the-curtain",
        places: &[Place {
            file: "crates/tui/src/fall.rs",
            from: "        let swallowed = is_meant && self.since.is_some();",
            to: "        let swallowed = !FAULT && is_meant && self.since.is_some();",
        }],
        test: (
            TUI,
            "fall::tests::a_held_key_never_lifts_the_curtain_and_one_after_a_pause_does",
        ),
    },
    Mutant {
        name: "dice-of-turn-zero-by-hand",
        places: &[Place {
            file: "crates/session/src/place/asked.rs",
            from: "            dice(game.seed, game.move_index, game.place)",
            to: "            dice(game.seed, game.move_index + u32::from(FAULT), game.place)",
        }],
        test: (
            IT,
            "turn_zero::the_dice_of_turn_zero_that_the_program_rolled_are_shown_by_their_faces",
        ),
    },
    Mutant {
        name: "turn-zero-counts-at-the-end",
        places: &[Place {
            file: "crates/tui/src/screen/end.rs",
            from: "stand.iter().filter(|seen| seen.move_number > 0);",
            to: "stand.iter().filter(|seen| FAULT || seen.move_number > 0);",
        }],
        test: (
            IT,
            "turn_zero::dissent_and_rulings_of_turn_zero_are_not_counted_at_the_end",
        ),
    },
    Mutant {
        name: "a-session-turns-at-its-length",
        places: &[Place {
            file: "crates/papers/src/report/section/turning_points.rs",
            from: "            turns(seen.kind).then_some(())?;",
            to: "            (FAULT || turns(seen.kind)).then_some(())?;",
        }],
        test: (
            IT,
            "report::worked_out::the_drift_at_the_end_of_a_move_turns_nothing_however_much_it_moves",
        ),
    },
    Mutant {
        name: "a-card-without-its-words",
        places: &[Place {
            file: "crates/tui/src/screen/board/card.rs",
            from: "    let quoted = (!words.is_empty()).then(",
            to: "    let quoted = (!FAULT && !words.is_empty()).then(",
        }],
        test: READ_ON,
    },
    Mutant {
        name: "no-best-and-worst-in-a-column",
        places: &[Place {
            file: "crates/tui/src/widget/choice_table.rs",
            from: "            (shared <= 2).then_some(value)",
            to: "            (!FAULT && shared <= 2).then_some(value)",
        }],
        test: (
            TUI,
            "widget::choice_table::tests::columns_stay_straight_and_the_best_and_worst_of_each_are_marked",
        ),
    },
    Mutant {
        name: "what-a-choice-does-is-not-told",
        places: &[Place {
            file: "crates/tui/src/page/decision.rs",
            from: "            let all = parted(&self.does, &parted(asked, &self.known));",
            to: "            let all = parted(if FAULT { &[] } else { &self.does }, &parted(asked, &self.known));",
        }],
        test: READ_ON,
    },
    Mutant {
        name: "lines-cut-beside-free-columns",
        places: &[Place {
            file: "crates/tui/src/widget/option_list.rs",
            from: "            spans.push(Span::styled(fit(&part.name, room + GAP), style));",
            to: "            spans.push(Span::styled(fit(&part.name, if FAULT { 18 } else { room + GAP }), style));",
        }],
        test: (IT, "cut::no_text_is_cut_beside_free_columns"),
    },
    Mutant {
        name: "the-help-cut-to-a-line",
        places: &[Place {
            file: "crates/tui/src/page/help.rs",
            from: "                let about = wrap(about, columns.saturating_sub(KEYS));",
            to: "                let room = columns.saturating_sub(KEYS);\n                let about = if FAULT { vec![crate::widget::fit::fit(about, room)] } else { wrap(about, room) };",
        }],
        test: (
            IT,
            "explains::the_help_of_every_page_names_what_its_footer_names_and_cuts_nothing",
        ),
    },
    Mutant {
        name: "sheets-of-one-size",
        places: &[Place {
            file: "crates/tui/src/page/paper.rs",
            from: "            usual.max(there.saturating_sub(margin))",
            to: "            if FAULT { usual } else { usual.max(there.saturating_sub(margin)) }",
        }],
        test: (
            IT,
            "brought::a_sheet_of_the_usual_size_uses_a_large_terminal",
        ),
    },
    Mutant {
        name: "a-word-of-the-board-without-a-sentence",
        places: &[Place {
            file: "crates/session/src/glossary/words.rs",
            from: "        .into_iter()\n        .flatten()",
            to: "        .into_iter()\n        .flatten()\n        .filter(|row| !FAULT || !matches!(row.0, \"lock-in\" | \"capacity\"))",
        }],
        test: (IT, "explains::every_label_of_every_scene_has_its_sentence"),
    },
    Mutant {
        name: "a-domain-called-a-field",
        places: &[Place {
            file: "crates/tui/src/screen/board/sheet/respond/shown.rs",
            from: "format!(\"one of {number} cards of other domains\")",
            to: "format!(\"one of {number} cards of other {}\", if FAULT { \"fields\" } else { \"domains\" })",
        }],
        test: (
            IT,
            "keys::whole::every_page_is_whole_at_every_size_in_every_theme_and_its_keys_work",
        ),
    },
    Mutant {
        name: "a-list-is-one-person",
        places: &[Place {
            file: "crates/tui/src/screen/board/room/people.rs",
            from: "        listed::of_deck(&self.form.typed(\"names\"), seat,",
            to: "        let typed = self.form.typed(\"names\");\n        let typed = if FAULT { typed.replace('\\n', \" \") } else { typed };\n        listed::of_deck(&typed, seat,",
        }],
        test: (
            IT,
            "brought::a_list_that_is_pasted_is_as_many_people_as_it_has_lines",
        ),
    },
    Mutant {
        name: "a-line-is-taken-back-where-it-is-to-be-undone",
        places: &[Place {
            file: "crates/tui/src/field/text.rs",
            from: "                area.delete_line_by_head();",
            to: "                if FAULT { area.undo(); } else { area.delete_line_by_head(); }",
        }],
        test: (
            TUI,
            "field::text::tests::what_was_typed_can_be_taken_back_and_brought_back",
        ),
    },
    Mutant {
        name: "letters-walk-through-choices",
        places: &[Place {
            file: "crates/tui/src/keymap.rs",
            from: "        Layer::Choice | Layer::Setup => &[MOVES, DIGITS],",
            to: "        Layer::Choice | Layer::Setup if !FAULT => &[MOVES, DIGITS],",
        }],
        test: (
            TUI,
            "keymap::tests::no_letter_does_anything_on_a_line_of_choices",
        ),
    },
    Mutant {
        name: "forms-lie-as-boxes",
        places: &[Place {
            file: "crates/tui/src/page/asking.rs",
            from: "    fn takes_screen(&self) -> bool {\n        true\n",
            to: "    fn takes_screen(&self) -> bool {\n        !FAULT\n",
        }],
        test: (
            IT,
            "brought::what_is_typed_in_the_room_takes_the_screen_and_lies_on_nothing_half_covered",
        ),
    },
    Mutant {
        name: "a-text-stays-scrolled-away",
        places: &[Place {
            file: "crates/tui/src/field/text.rs",
            from: "        top > 0 && rows > 1 && is_past(&self.area, last)",
            to: "        !FAULT && top > 0 && rows > 1 && is_past(&self.area, last)",
        }],
        test: (
            TUI,
            "field::text::tests::lines_that_had_no_room_are_seen_again_where_there_is_room",
        ),
    },
    Mutant {
        name: "what-is-no-number-told-at-the-end",
        places: &[Place {
            file: "crates/tui/src/screen/board/sheet/remarks.rs",
            from: "        if let Err((_, words)) = self.remarks() {",
            to: "        if let Err((_, words)) = self.remarks().or_else(|error| if FAULT { Ok(Remarks::default()) } else { Err(error) }) {",
        }],
        test: (IT, "explains::what_is_no_number_is_told_while_it_is_typed"),
    },
    Mutant {
        name: "one-enter-too-many-is-startex",
        places: &[Place {
            file: "crates/tui/src/screen/board/room/aloud.rs",
            from: "            Command::Record if self.begins => return",
            to: "            Command::Confirm if FAULT && self.begins => return Then::Do(white_cell(Action::StartEx)),\n            Command::Record if self.begins => return",
        }],
        test: (
            IT,
            "explains::startex_is_read_aloud_first_and_no_blind_enter_throws_a_rehearsal_away",
        ),
    },
    Mutant {
        name: "a-reason-that-was-put-right-and-is-read-as-before",
        places: &[Place {
            file: "crates/session/src/history/errata.rs",
            from: "                written.rationale = reason.clone().or(written.rationale);",
            to: "                if !FAULT { written.rationale = reason.clone().or(written.rationale); }",
        }],
        test: (
            IT,
            "errata::a_reason_that_was_put_right_is_read_so_by_whoever_may_read_it_and_both_stay_in_the_record",
        ),
    },
    Mutant {
        name: "a-projector-that-stays-with-the-session-it-began-with",
        places: &[Place {
            file: "crates/tui/src/screen/projector.rs",
            from: "        changed |= self.look_for_newer(&sitting.clock);",
            to: "        changed |= !FAULT && self.look_for_newer(&sitting.clock);",
        }],
        test: (
            IT,
            "watch::scenes::the_newest_session_of_a_folder_is_followed_and_waited_for",
        ),
    },
    Mutant {
        name: "a-link-for-phones-that-outlives-its-host",
        places: &[Place {
            file: "crates/tui/src/screen/projector.rs",
            from: "call.scene == Some(CalledScene::Phones) && !self.is_live();",
            to: "call.scene == Some(CalledScene::Phones) && !FAULT && !self.is_live();",
        }],
        test: (
            IT,
            "invitation::the_link_is_its_users_alone_to_read_and_ends_with_the_host",
        ),
    },
    Mutant {
        name: "clocks-lost-without-a-word",
        places: &[Place {
            file: "crates/tui/src/screen/board/sheet/clocks.rs",
            from: "        if self.changed(sitting).is_empty() || self.warned {",
            to: "        if FAULT || self.changed(sitting).is_empty() || self.warned {",
        }],
        test: (
            IT,
            "explains::clocks_that_were_chosen_are_set_together_and_never_lost_without_a_word",
        ),
    },
    Mutant {
        name: "a-bot-of-which-nothing-is-said",
        places: &[Place {
            file: "crates/tui/src/screen/board/room/hand_over.rs",
            from: "            Some(Holder::Bot(name)) => holders::about_bot(",
            to: "            Some(Holder::Bot(name)) if FAULT => name.clone(),\n            Some(Holder::Bot(name)) => holders::about_bot(",
        }],
        test: (
            IT,
            "explains::a_bot_says_what_it_does_where_a_seat_is_handed_to_it",
        ),
    },
    Mutant {
        name: "no-question-on-the-wall",
        places: &[Place {
            file: "crates/tui/src/wall/stage.rs",
            from: "            Phase::Response | Phase::Demand => Self",
            to: "            Phase::Response | Phase::Demand if !FAULT => Self",
        }],
        test: (
            IT,
            "watch::scenes::the_text_of_the_demand_stands_on_the_wall_while_it_waits_for_its_answer",
        ),
    },
    Mutant {
        name: "no-words-of-a-pause-on-the-wall",
        places: &[Place {
            file: "crates/tui/src/wall/slide.rs",
            from: "    let (over, title) = if stopped.words.is_empty() {",
            to: "    let (over, title) = if FAULT || stopped.words.is_empty() {",
        }],
        test: (
            IT,
            "watch::scenes::a_pause_stands_on_the_wall_with_its_words_and_its_end_and_ends_by_itself",
        ),
    },
    Mutant {
        name: "names-beside-estimates-unasked",
        places: &[Place {
            file: "crates/tui/src/screen/projector/draw.rs",
            from: "names.then_some(page)",
            to: "(FAULT || *names).then_some(page)",
        }],
        test: (
            IT,
            "watch::scenes::estimates_are_revealed_as_dots_and_named_only_where_that_is_called",
        ),
    },
    Mutant {
        name: "how-the-room-is-run-on-the-wall",
        places: &[Place {
            file: "crates/tui/src/wall/scene.rs",
            from: "    asks || seen.kind.charter().about == About::Play",
            to: "    FAULT || asks || seen.kind.charter().about == About::Play",
        }],
        test: (
            IT,
            "watch::unsaid::how_the_white_cell_runs_the_session_stays_off_the_wall",
        ),
    },
    Mutant {
        name: "no-ground-painted",
        places: &[Place {
            file: "crates/tui/src/stack/draw.rs",
            from: "        if cell.bg == Color::Reset {",
            to: "        if !FAULT && cell.bg == Color::Reset {",
        }],
        test: (
            IT,
            "watch::scenes::every_theme_with_colours_paints_the_whole_wall_whatever_the_terminal_is",
        ),
    },
    Mutant {
        name: "no-newest-session",
        places: &[Place {
            file: "crates/session/src/shelf.rs",
            from: "    records.into_iter().find(|path| read_header(path).is_ok())",
            to: "    records.into_iter().find(|path| !FAULT && read_header(path).is_ok())",
        }],
        test: (
            IT,
            "watch::scenes::the_newest_session_of_a_folder_is_followed_and_waited_for",
        ),
    },
    Mutant {
        name: "the-palette-knows-its-own-words-only",
        places: &[Place {
            file: "crates/tui/src/page/palette.rs",
            from: "    let among = |words: &&&str| begins(words)",
            to: "    let among = |words: &&&str| !FAULT && begins(words)",
        }],
        test: (
            TUI,
            "page::palette::tests::everyday_words_lead_to_what_is_meant_among_the_first_two",
        ),
    },
    Mutant {
        name: "the-end-writes-nothing",
        places: &[Place {
            file: "crates/tui/src/screen/end.rs",
            from: "        let close = recorded.then(|| Command::Close.into());",
            to: "        let close = (!FAULT && recorded).then(|| Command::Close.into());",
        }],
        test: (
            IT,
            "papers::the_end_writes_all_that_the_session_leaves_by_one_key_of_the_footer",
        ),
    },
    Mutant {
        name: "nothing-is-looked-for-in-the-record",
        places: &[Place {
            file: "crates/tui/src/stack/verbs.rs",
            from: "            Command::Search if !self.top().searches() => self.find(),",
            to: "            Command::Search if !FAULT && !self.top().searches() => self.find(),",
        }],
        test: (
            IT,
            "searches::a_search_on_the_board_finds_the_record_the_table_and_the_words_and_goes_there",
        ),
    },
    Mutant {
        name: "lines-of-the-room-take-no-click",
        places: &[Place {
            file: "crates/tui/src/screen/board/room.rs",
            from: "        sitting.mark(spot, rows[place].command);",
            to: "        if !FAULT { sitting.mark(spot, rows[place].command); }",
        }],
        test: CLICKED,
    },
];
