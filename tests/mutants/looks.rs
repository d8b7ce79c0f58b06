//! Faults of what those see who study sessions: the page that is read and printed, what it says of branches, what is found.

use super::{IT, Mutant, PAPERS, Place, TUI};

pub(crate) const LOOKS: &[Mutant] = &[
    Mutant {
        name: "a-line-through-the-name-of-a-level",
        places: &[Place {
            file: "crates/papers/src/document/html/chart.rs",
            from: "text.level x=(left + 4.0)",
            to: "text class=(if FAULT { \"\" } else { \"level\" }) x=(left + 4.0)",
        }],
        test: (
            IT,
            "report::looks::no_line_of_the_curve_strikes_through_its_numbers_and_names",
        ),
    },
    Mutant {
        name: "turning-points-without-their-numbers",
        places: &[Place {
            file: "crates/papers/src/report/curve.rs",
            from: "let is_numbered = name == \"turning point\";",
            to: "let is_numbered = !FAULT && name == \"turning point\";",
        }],
        test: (
            IT,
            "report::looks::turning_points_have_their_numbers_on_the_curve_as_in_the_list_beside_it",
        ),
    },
    Mutant {
        name: "a-small-curve-for-every-domain",
        places: &[Place {
            file: "crates/papers/src/report/section/course.rs",
            from: "row.extend(parts.map(|gauge| line(gauge.and_then(change))));",
            to: "row.extend(parts.map(|gauge| if FAULT { line(gauge.map(|gauge| said! { (Span::Spark(gauge.values.clone(), true)) })) } else { line(gauge.and_then(change)) }));",
        }],
        test: (
            IT,
            "report::looks::domains_stand_as_numbers_and_only_other_gauges_have_small_curves",
        ),
    },
    Mutant {
        name: "a-printed-page-without-its-head",
        places: &[Place {
            file: "crates/papers/src/document/html.rs",
            from: "let escaped: String = escaped.collect();",
            to: "let escaped: String = escaped.filter(|_| !FAULT).collect();",
        }],
        test: (
            IT,
            "report::looks::a_printed_page_says_whose_report_it_is_and_which_of_how_many",
        ),
    },
    Mutant {
        name: "tables-folded-away",
        places: &[Place {
            file: "crates/papers/src/document/html.rs",
            from: "Block::Table(shown) => (table(shown)),",
            to: "Block::Table(shown) => { @if FAULT { details { (table(shown)) } } @else { (table(shown)) } },",
        }],
        test: (
            IT,
            "report::looks::nothing_is_folded_away_or_left_out_on_paper",
        ),
    },
    Mutant {
        name: "a-phone-gets-the-curve-of-a-page",
        places: &[Place {
            file: "crates/papers/src/document/html/chart.rs",
            from: "(drawn(chart, scale, &NARROW))",
            to: "(drawn(chart, scale, if FAULT { &WIDE } else { &NARROW }))",
        }],
        test: (
            IT,
            "report::looks::a_phone_gets_a_curve_of_its_own_width_and_tables_that_say_that_they_go_on",
        ),
    },
    Mutant {
        name: "heads-of-nothing",
        places: &[Place {
            file: "crates/papers/src/document/html.rs",
            from: "th scope=\"col\" class=",
            to: "th scope=[(!FAULT).then_some(\"col\")] class=",
        }],
        test: (
            IT,
            "report::looks::every_head_of_a_table_says_what_it_is_the_head_of",
        ),
    },
    Mutant {
        name: "whoever-acts-is-named-twice",
        places: &[Place {
            file: "crates/papers/src/report/section/chronology/drawn.rs",
            from: "let name = if entry.sentence.starts_with(&entry.seat_name) {",
            to: "let name = if !FAULT && entry.sentence.starts_with(&entry.seat_name) {",
        }],
        test: (
            IT,
            "report::looks::whoever_acts_is_named_once_in_a_line_of_the_chronology",
        ),
    },
    Mutant {
        name: "a-share-of-nothing",
        places: &[Place {
            file: "crates/session/src/telling/play.rs",
            from: "        0 => \"nothing is handed over\".to_owned(),",
            to: "        0 if !FAULT => \"nothing is handed over\".to_owned(),",
        }],
        test: (
            IT,
            "report::looks::where_nothing_was_given_no_share_of_nothing_is_told",
        ),
    },
    Mutant {
        name: "a-curve-of-letters-in-tens",
        places: &[Place {
            file: "crates/papers/src/document/chart.rs",
            from: "        2\n    };",
            to: "        if FAULT { 10 } else { 2 }\n    };",
        }],
        test: (
            IT,
            "report::looks::the_curve_in_letters_tells_levels_apart_that_lie_two_points_apart",
        ),
    },
    Mutant {
        name: "gains-in-tenths-of-a-point",
        places: &[Place {
            file: "crates/papers/src/report/words.rs",
            from: "        tenths(value)\n",
            to: "        if FAULT { value.to_string() } else { tenths(value) }\n",
        }],
        test: (
            IT,
            "report::looks::gains_are_told_in_points_wherever_they_are_read",
        ),
    },
    Mutant {
        name: "the-decks-story-as-a-finding",
        places: &[Place {
            file: "crates/papers/src/report/brief.rs",
            from: "        blocks.push(heading(format!(\"How the deck tells “{}”\", ending.title)));",
            to: "        if !FAULT { blocks.push(heading(format!(\"How the deck tells “{}”\", ending.title))); }",
        }],
        test: (
            IT,
            "report::looks::what_the_deck_says_of_an_ending_is_told_as_the_decks",
        ),
    },
    Mutant {
        name: "every-curve-from-0-to-100",
        places: &[Place {
            file: "crates/papers/src/document/chart.rs",
            from: "        if chart.is_whole {\n            return Self::WHOLE;",
            to: "        if FAULT || chart.is_whole {\n            return Self::WHOLE;",
        }],
        test: (
            PAPERS,
            "document::html::chart::axis::tests::a_scale_shows_the_story_and_makes_little_of_little",
        ),
    },
    Mutant {
        name: "small-curves-from-0-to-100",
        places: &[Place {
            file: "crates/papers/src/document/chart.rs",
            from: "    if !level {\n",
            to: "    if FAULT { return (0, 100); }\n    if !level {\n",
        }],
        test: (
            PAPERS,
            "document::chart::tests::a_small_curve_shows_its_story_and_makes_little_of_little",
        ),
    },
    Mutant {
        name: "a-level-named-where-the-curve-passes-at-another",
        places: &[Place {
            file: "crates/tui/src/widget/scrubber.rs",
            from: "{ 20 } else { 100 };",
            to: "{ 20 } else if FAULT { 50 } else { 100 };",
        }],
        test: (
            TUI,
            "widget::scrubber::tests::a_low_axis_names_no_level_beside_a_curve_that_passes_at_another",
        ),
    },
    Mutant {
        name: "a-demand-is-found-by-its-own-words-alone",
        places: &[Place {
            file: "crates/tui/src/screen/find/hay.rs",
            from: "about.join(\"\\n\")).to_lowercase()",
            to: "if FAULT { String::new() } else { about.join(\"\\n\") }).to_lowercase()",
        }],
        test: (
            IT,
            "replay::exchange::a_demand_is_found_by_its_domain_its_card_what_it_moved_and_its_move",
        ),
    },
    Mutant {
        name: "a-session-from-elsewhere-is-left-for-good",
        places: &[Place {
            file: "crates/tui/src/shelf.rs",
            from: "elsewhere.filter(|path| path.is_file())",
            to: "elsewhere.filter(|path| !FAULT && path.is_file())",
        }],
        test: (
            IT,
            "replay::a_session_that_was_opened_from_elsewhere_is_found_again_at_home",
        ),
    },
    Mutant {
        name: "a-what-if-is-signed-by-a-participant",
        places: &[Place {
            file: "crates/session/src/branch.rs",
            from: "            Player::WhatIf(exchange.by.clone().unwrap_or_default()),",
            to: "            if FAULT { entry.by.clone() } else { Player::WhatIf(exchange.by.clone().unwrap_or_default()) },",
        }],
        test: (
            IT,
            "branch::what_nobody_decided_is_signed_with_nobodys_name_time_or_reason",
        ),
    },
    Mutant {
        name: "a-branch-took-years",
        places: &[Place {
            file: "crates/session/src/lengths.rs",
            from: "let breaks = supposed || parts ||",
            to: "let breaks = !FAULT && (supposed || parts) ||",
        }],
        test: (
            IT,
            "branch::what_nobody_decided_is_signed_with_nobodys_name_time_or_reason",
        ),
    },
    Mutant {
        name: "a-report-of-a-branch-does-not-say-so",
        places: &[Place {
            file: "crates/papers/src/report/paper.rs",
            from: "    blocks.extend(session.parent.as_ref().map(|parent| {",
            to: "    blocks.extend(session.parent.as_ref().filter(|_| !FAULT).map(|parent| {",
        }],
        test: (IT, "branch::who_held_a_seat_is_told_by_where_they_took_it"),
    },
    Mutant {
        name: "what-was-decided-before-is-counted-again",
        places: &[Place {
            file: "crates/core/src/analysis/ensemble/tally.rs",
            from: "        if !done.demand {\n            let held",
            to: "        if FAULT || !done.demand {\n            let held",
        }],
        test: (
            IT,
            "cli::for_programs::what_goes_on_from_an_entry_is_counted_from_there_on",
        ),
    },
    Mutant {
        name: "bots-owe-reasons",
        places: &[Place {
            file: "crates/session/src/compare/facts.rs",
            from: ".filter(|step| step.moment.entry.by.is_person())",
            to: ".filter(|step| FAULT || step.moment.entry.by.is_person())",
        }],
        test: (
            IT,
            "compare::decisions_and_reasons_are_counted_as_in_the_report",
        ),
    },
    Mutant {
        name: "a-replay-for-programs-without-acts",
        places: &[Place {
            file: "src/cli/json.rs",
            from: "            act: Some(ActShown::new(&entry.act)),\n            drawn: Some(&entry.drawn).filter(",
            to: "            act: Some(ActShown::new(&entry.act)).filter(|_| !FAULT),\n            drawn: Some(&entry.drawn).filter(",
        }],
        test: (
            IT,
            "cli::for_programs::a_replay_for_programs_has_each_act_and_what_was_drawn_as_the_record_has_them",
        ),
    },
    Mutant {
        name: "who-only-disagreed-took-no-part",
        places: &[Place {
            file: "crates/session/src/voices.rs",
            from: "        if roll.named_in(name).is_empty() {\n            people.push(",
            to: "        if !FAULT && roll.named_in(name).is_empty() {\n            people.push(",
        }],
        test: (
            IT,
            "voices::told::who_never_joined_is_among_the_people_by_what_they_did_or_said",
        ),
    },
    Mutant {
        name: "one-standard-error-either-way",
        places: &[Place {
            file: "crates/papers/src/report/section/turning_points.rs",
            from: "give_or_take: Some(answer.moved.give_or_take()),",
            to: "give_or_take: Some(if FAULT { answer.moved.error } else { answer.moved.give_or_take() }),",
        }],
        test: (
            IT,
            "report::worked_out::plus_or_minus_is_a_95_percent_interval_wherever_it_is_told",
        ),
    },
    Mutant {
        name: "a-report-under-another-name",
        places: &[Place {
            file: "crates/tui/src/outside/left.rs",
            from: "    let to = path.with_file_name(format!(\"{}.report.html\", closing::stem(path)));",
            to: "    let to = path.with_file_name(format!(\"{}.{}html\", closing::stem(path), if FAULT { \"\" } else { \"report.\" }));",
        }],
        test: (
            IT,
            "replay::deeds::the_report_is_written_beside_the_record_and_never_over_another",
        ),
    },
    Mutant {
        name: "another-answer-is-not-played-out",
        places: &[Place {
            file: "crates/tui/src/screen/replay/sheet/explain.rs",
            from: "            Command::PlayOut => return self.branch(sitting, Onward::PlayOut),",
            to: "            Command::PlayOut if !FAULT => return self.branch(sitting, Onward::PlayOut),",
        }],
        test: (
            IT,
            "replay::exchange::five_keys_lead_from_an_opened_session_to_another_answer_beside_what_was_done",
        ),
    },
    Mutant {
        name: "a-page-of-sessions-that-leads-to-none",
        places: &[Place {
            file: "src/cli/report.rs",
            from: "            report: linked::link(&folder, save, &file_stem(save)),",
            to: "            report: linked::link(&folder, save, &file_stem(save)).filter(|_| !FAULT),",
        }],
        test: (
            IT,
            "cli::reports::each_session_of_a_page_leads_to_its_own_report_where_one_lies",
        ),
    },
];
