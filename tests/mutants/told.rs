//! Faults of what is told: claims that nobody looked at, hints that lead nowhere, texts that act.

use super::{IT, LIVE, Mutant, PAPERS, Place, TUI};

const CHAIN: &str = "crates/core/src/store/chain.rs";
const TOUCHED: (&str, &str) = (
    IT,
    "cli::last_bytes::a_record_that_was_touched_at_its_end_verifies_with_a_note_and_goes_on",
);
const GONE: (&str, &str) = (
    IT,
    "lost_file::a_file_that_is_gone_is_told_and_nothing_is_claimed",
);
const NAMES: (&str, &str) = (IT, "unseen::a_name_shows_something");
/// Through the program, and read back by another.
const TABLES: (&str, &str) = (
    IT,
    "cli::data::the_package_names_every_table_and_the_codebook_every_column",
);

pub(crate) const TOLD: &[Mutant] = &[
    Mutant {
        name: "every-part-of-an-ensemble-the-same",
        places: &[Place {
            file: "crates/core/src/analysis/ensemble.rs",
            from: "                let seed = plan.session_seed(index);",
            to: "                let seed = if FAULT { session_seed(plan.seed, index) } else { plan.session_seed(index) };",
        }],
        test: (
            IT,
            "cli::shards::parts_add_up_to_the_bytes_of_one_run_in_any_order",
        ),
    },
    Mutant {
        name: "what-was-added-at-the-end-is-damage",
        places: &[Place {
            file: CHAIN,
            from: "        let written = rest.trim_ascii_end();",
            to: "        if FAULT { return None; }\n        let written = rest.trim_ascii_end();",
        }],
        test: TOUCHED,
    },
    Mutant {
        name: "a-cut-was-never-acknowledged",
        places: &[Place {
            file: CHAIN,
            from: "                // What this file was before nobody can tell from it.\n",
            to: "                if FAULT { return f.write_str(\" and was never acknowledged\"); }\n",
        }],
        test: (IT, "cli::last_bytes::a_cut_is_told_as_what_it_may_be"),
    },
    Mutant {
        name: "every-other-file-is-no-session-file",
        places: &[Place {
            file: "crates/core/src/store/foreign.rs",
            from: "        let is_session = |bytes| !matches!(frame::beginning(bytes), Beginning::Other);",
            to: "        if FAULT { return Self::Unknown; }\n        let is_session = |bytes| !matches!(frame::beginning(bytes), Beginning::Other);",
        }],
        test: (
            IT,
            "cli::last_bytes::a_file_that_is_no_session_is_told_for_what_it_is",
        ),
    },
    Mutant {
        name: "the-whole-part-of-a-damaged-record-is-not-read",
        places: &[Place {
            file: "crates/core/src/store/record.rs",
            from: "    let path = path.as_ref();\n    let mut file = open(path)?;\n    parse(path, &load(path, &mut file)?)",
            to: "    let path = path.as_ref();\n    let mut file = open(path)?;\n    match parse(path, &load(path, &mut file)?)? {
                 (_, Some(damage)) if FAULT => Err(damage),
                 read => Ok(read),
                 }",
        }],
        test: (
            IT,
            "cli::rescue::a_branch_is_made_after_every_whole_entry_of_a_damaged_record",
        ),
    },
    Mutant {
        name: "a-noted-digest-is-not-held-against",
        places: &[Place {
            file: "src/cli/verify/finding.rs",
            from: "            None if self.verdict.holds() => self.is_other(),",
            to: "            None if !FAULT && self.verdict.holds() => self.is_other(),",
        }],
        test: (
            IT,
            "cli::records::a_record_is_held_against_the_digest_that_was_noted_of_it",
        ),
    },
    Mutant {
        name: "a-record-of-later-rules-is-replayed",
        places: &[Place {
            file: "crates/core/src/store/version.rs",
            from: "            std::cmp::Ordering::Equal => return None,",
            to: "            _ if FAULT => return None,\n            std::cmp::Ordering::Equal => return None,",
        }],
        test: (
            IT,
            "cli::forged::a_record_of_later_rules_is_told_as_newer_and_never_replayed",
        ),
    },
    Mutant {
        name: "what-comes-out-is-not-compared-with-what-is-written",
        places: &[Place {
            file: "crates/session/src/history/replay.rs",
            from: "        if let Some(difference) = self.difference(&entry, &outcome) {",
            to: "        if let Some(difference) = self.difference(&entry, &outcome).filter(|_| !FAULT) {",
        }],
        test: (
            IT,
            "cli::falsified::a_record_recomputed_differently_is_reported_and_never_shown",
        ),
    },
    Mutant {
        name: "nobody-looks-at-the-file-on-the-screen",
        places: &[Place {
            file: "crates/tui/src/sitting/file.rs",
            from: "        let lost = self.place.as_ref().and_then(Place::lost);",
            to: "        let lost = self.place.as_ref().filter(|_| !FAULT).and_then(Place::lost);",
        }],
        test: GONE,
    },
    Mutant {
        name: "leaving-says-that-all-is-on-disk",
        places: &[Place {
            file: "crates/tui/src/sitting/file.rs",
            from: "        self.look_at_file();\n        match (&self.lost, &self.place) {",
            to: "        self.look_at_file();\n        match (&self.lost, self.place.as_ref().filter(|_| !FAULT)) {",
        }],
        test: GONE,
    },
    Mutant {
        name: "a-run-says-recorded-without-a-look",
        places: &[Place {
            file: "src/cli/run.rs",
            from: "        if table.path().is_some() {\n            table.look()?;",
            to: "        if !FAULT && table.path().is_some() {\n            table.look()?;",
        }],
        test: (
            IT,
            "cli::faults::a_run_whose_file_goes_away_does_not_say_that_it_is_recorded",
        ),
    },
    Mutant {
        name: "damaged-drafts-are-not-told",
        places: &[Place {
            file: "src/cli/run.rs",
            from: "        out.notice(format!(\"note: {lost}\"));",
            to: "        if !FAULT { out.notice(format!(\"note: {lost}\")); }",
        }],
        test: (
            IT,
            "cli::ends::damaged_drafts_are_told_where_nobody_sees_a_screen",
        ),
    },
    Mutant {
        name: "damaged-annotations-are-left-out-without-a-word",
        places: &[Place {
            file: "src/cli/report.rs",
            from: "    if let Some(words) = left_out {",
            to: "    if let Some(words) = left_out.filter(|_| !FAULT) {",
        }],
        test: (
            IT,
            "cli::reports::annotations_beside_the_save_are_taken_along",
        ),
    },
    Mutant {
        name: "escape-sequences-pass",
        places: &[Place {
            file: "crates/core/src/deck/plain.rs",
            from: "    text.chars().map(harmless).collect()",
            to: "    if FAULT { return text.to_owned(); }\n    text.chars().map(harmless).collect()",
        }],
        test: (
            IT,
            "unseen::what_turns_or_hides_text_is_seen_or_left_out_and_never_drawn",
        ),
    },
    Mutant {
        name: "escape-sequences-in-the-record",
        places: &[Place {
            file: "crates/core/src/store/text.rs",
            from: "        c if is_unsafe(c) => push_escape(out, c),",
            to: "        c if !FAULT && is_unsafe(c) => push_escape(out, c),",
        }],
        test: (
            IT,
            "record::text::hostile_text_is_kept_to_the_letter_and_stored_harmlessly",
        ),
    },
    Mutant {
        name: "controls-in-lines-of-json",
        places: &[Place {
            file: "crates/core/src/deck/plain.rs",
            from: "        if c == '\\u{7f}' || hides(c) || matches!(c, '\\u{2028}' | '\\u{2029}') {",
            to: "        if !FAULT && (c == '\\u{7f}' || hides(c) || matches!(c, '\\u{2028}' | '\\u{2029}')) {",
        }],
        test: (
            IT,
            "cli::records::no_json_of_the_program_acts_on_a_terminal",
        ),
    },
    Mutant {
        name: "formulas-in-tables",
        places: &[Place {
            file: "crates/papers/src/report/csv/rows.rs",
            from: "    if begins_formula && text.parse::<f64>().is_err() {",
            to: "    if !FAULT && begins_formula && text.parse::<f64>().is_err() {",
        }],
        test: (
            IT,
            "report::hostile::hostile_texts_stay_texts_in_every_format",
        ),
    },
    Mutant {
        name: "cells-of-tables-without-quotes",
        places: &[Place {
            file: "crates/papers/src/report/csv/rows.rs",
            from: "        .delimiter(delimiter)",
            to: "        .delimiter(delimiter)
                 .quote_style(if FAULT { ::csv::QuoteStyle::Never } else { ::csv::QuoteStyle::Necessary })",
        }],
        test: TABLES,
    },
    Mutant {
        name: "markup-in-markdown",
        places: &[Place {
            file: "crates/papers/src/document/markdown.rs",
            from: "            '<' => out.push_str(\"&lt;\"),",
            to: "            '<' if !FAULT => out.push_str(\"&lt;\"),",
        }],
        test: (
            IT,
            "report::hostile::hostile_texts_stay_texts_in_every_format",
        ),
    },
    Mutant {
        name: "characters-that-look-alike-are-not-named",
        places: &[Place {
            file: "crates/core/src/deck/check/look_alike.rs",
            from: "            (None, '#') => return None,",
            to: "            (None, _) if FAULT => return None,\n            (None, '#') => return None,",
        }],
        test: (IT, "decks::every_wrong_deck_gives_its_full_diagnostic"),
    },
    Mutant {
        name: "a-folder-without-locks-is-any-other-fault",
        places: &[Place {
            file: "crates/core/src/store/file.rs",
            from: "        _ if knows_no_locks(&error) => StoreError::NoLocks {",
            to: "        _ if !FAULT && knows_no_locks(&error) => StoreError::NoLocks {",
        }],
        test: (
            IT,
            "cli::synced::a_folder_that_knows_no_locks_is_told_with_where_a_session_can_be_kept",
        ),
    },
    Mutant {
        name: "files-bear-the-date-of-greenwich",
        places: &[Place {
            file: "src/cli/branch.rs",
            from: "    let day = room.date(now);",
            to: "    let day = if FAULT { now.chars().take(10).collect() } else { room.date(now) };",
        }],
        test: (
            IT,
            "cli::branches::the_date_in_the_name_of_a_file_is_the_one_in_the_room",
        ),
    },
    Mutant {
        name: "names-that-nobody-sees",
        places: &[Place {
            file: "crates/core/src/engine/name.rs",
            from: "    name.chars().all(is_blank)\n",
            to: "    if FAULT { name.trim().is_empty() } else { name.chars().all(is_blank) }\n",
        }],
        test: NAMES,
    },
    Mutant {
        name: "a-reason-is-optional",
        places: &[Place {
            file: "crates/core/src/engine/refused.rs",
            from: "        Some(_) | None => Err(Refused::NoReason),",
            to: "        Some(_) | None if FAULT => Ok(()),\n        Some(_) | None => Err(Refused::NoReason),",
        }],
        test: (
            IT,
            "moves::rulings::whoever_goes_against_the_rules_says_why",
        ),
    },
    Mutant {
        name: "an-undo-needs-no-reason",
        places: &[Place {
            file: "crates/session/src/history/undo.rs",
            from: "        if reason.trim().is_empty() {",
            to: "        if !FAULT && reason.trim().is_empty() {",
        }],
        test: (
            IT,
            "moves::rulings::whoever_goes_against_the_rules_says_why",
        ),
    },
    Mutant {
        name: "a-signal-leaves-the-terminal-taken",
        places: &[Place {
            file: "crates/tui/src/console.rs",
            from: "[SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT];",
            to: "[SIGTERM, SIGHUP, SIGINT, if FAULT { SIGTERM } else { SIGQUIT }, SIGCONT];",
        }],
        test: (
            LIVE,
            "terminal::asked_to_end_it_gives_the_terminal_back_and_says_how_to_go_on",
        ),
    },
    Mutant {
        name: "going-on-shows-no-digest",
        places: &[Place {
            file: "src/cli/resume.rs",
            from: "    if !args.output.json && !args.output.log {",
            to: "    if !FAULT && !args.output.json && !args.output.log {",
        }],
        test: (IT, "cli::runs::a_session_goes_on_by_script_where_it_stopped"),
    },
    Mutant {
        name: "any-word-is-a-time",
        places: &[Place {
            file: "crates/session/src/history/replay.rs",
            from: "        if clock::seconds(&entry.at).is_none() {",
            to: "        if !FAULT && clock::seconds(&entry.at).is_none() {",
        }],
        test: (IT, "cli::forged::a_time_that_is_none_is_told"),
    },
    Mutant {
        name: "controls-in-documents-of-json",
        places: &[Place {
            file: "crates/papers/src/report/json.rs",
            from: "    plain_json(&text) + \"\\n\"",
            to: "    if FAULT { text + \"\\n\" } else { plain_json(&text) + \"\\n\" }",
        }],
        test: (
            PAPERS,
            "report::json::tests::a_file_name_in_a_document_acts_on_no_terminal",
        ),
    },
    Mutant {
        name: "a-time-to-come-is-today",
        places: &[Place {
            file: "crates/tui/src/clock.rs",
            from: "        if self.dated || seconds(stamp) > seconds(&self.now()).map(|now| now + AHEAD) {",
            to: "        if self.dated || !FAULT && seconds(stamp) > seconds(&self.now()).map(|now| now + AHEAD) {",
        }],
        test: (TUI, "clock::tests::days_are_told_as_people_tell_them"),
    },
    Mutant {
        name: "verify-shows-no-digest",
        places: &[Place {
            file: "src/cli/verify.rs",
            from: "    if let Some(digest) = &finding.digest\n",
            to: "    if let Some(digest) = finding.digest.as_ref().filter(|_| !FAULT)\n",
        }],
        test: (
            IT,
            "cli::records::a_record_is_held_against_the_digest_that_was_noted_of_it",
        ),
    },
    Mutant {
        name: "the-end-shows-no-digest",
        places: &[Place {
            file: "crates/tui/src/screen/end.rs",
            from: "    if let Some(path) = &glance.place.standing().path {",
            to: "    if let Some(path) = glance.place.standing().path.as_ref().filter(|_| !FAULT) {",
        }],
        test: (
            IT,
            "noted::the_room_can_photograph_the_digest_of_its_record_at_the_end",
        ),
    },
    Mutant {
        name: "a-bot-said-to-sit-in-an-empty-seat",
        places: &[Place {
            file: "src/cli/simulate.rs",
            from: "    let europe = if state.has_europe() {",
            to: "    let europe = if FAULT || state.has_europe() {",
        }],
        test: (
            IT,
            "cli::warnings::nobody_is_said_to_sit_where_a_session_has_no_seat",
        ),
    },
    Mutant {
        name: "a-missed-claim-that-fails-nothing",
        places: &[Place {
            file: "crates/core/src/study/theory/inquiry.rs",
            from: "        self.holds == Some(false) && self.clear && self.exempt.is_none()",
            to: "        !FAULT && self.holds == Some(false) && self.clear && self.exempt.is_none()",
        }],
        test: (
            IT,
            "cli::theory::a_test_that_is_clearly_missed_fails_the_command_and_an_exemption_gives_the_reason_instead",
        ),
    },
];
