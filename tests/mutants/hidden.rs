//! Faults of what is hidden: the seed and what follows from it, sealed plans, reasons, estimates, the white cell's own.
//!
//! What is shown passes several layers, and each keeps what is hidden by itself. So there are faults of one layer,
//! each with a test of that layer, and faults of several at once, with a test of what comes out.

use super::{CORE, IT, LIVE, Mutant, Place};

const VIEW: &str = "crates/core/src/engine/view/made.rs";
const ROOM: &str = "crates/core/src/engine/view/room.rs";
const SIGHT: &str = "crates/session/src/sight.rs";

const VIEW_TEST: (&str, &str) = (
    IT,
    "report::leaks::a_view_holds_no_trace_of_what_its_seat_may_not_know",
);
const OBSERVER: (&str, &str) = (
    IT,
    "report::leaks::europe_and_the_audience_cannot_tell_seeds_apart_nor_reasons",
);
const SECRETS: (&str, &str) = (
    IT,
    "cli::secrets::no_seat_reads_the_seed_in_any_output_while_the_session_is_on",
);

pub(crate) const HIDDEN: &[Mutant] = &[
    Mutant {
        name: "why-on-the-wall",
        places: &[Place {
            file: "crates/tui/src/wall/scene.rs",
            from: "        _ => seen.for_the_room.as_ref().unwrap_or(&seen.sentence).clone(),",
            to: "        _ => seen.for_the_room.as_ref().filter(|_| !FAULT).unwrap_or(&seen.sentence).clone(),",
        }],
        test: (
            IT,
            "watch::unsaid::why_the_white_cell_did_something_stays_off_the_wall",
        ),
    },
    Mutant {
        name: "a-private-note-for-everybody",
        places: &[Place {
            file: "crates/core/src/engine/seen.rs",
            from: "self.owns() && self.viewer != Seat::Audience;",
            to: "self.owns() && (FAULT || self.viewer != Seat::Audience);",
        }],
        test: (
            IT,
            "watch::unsaid::a_private_note_of_the_audiences_is_the_white_cells_alone",
        ),
    },
    Mutant {
        name: "no-way-back-to-the-ending",
        places: &[Place {
            file: "crates/tui/src/wall/stage.rs",
            from: "        None => Asked::slides(slide::ending(glance)),",
            to: "        None => Asked::slides(slide::ending(glance)).filter(|_| !FAULT),",
        }],
        test: (
            IT,
            "watch::scenes::the_wall_comes_back_to_the_ending_from_estimates_that_were_revealed_after_it",
        ),
    },
    Mutant {
        name: "a-client-that-offers-by-a-menu-it-cannot-see",
        places: &[Place {
            file: "crates/rules/src/bot/valuation.rs",
            from: "        menu: &certain,",
            to: "        menu: if FAULT { game.menu.cards() } else { &certain },",
        }],
        test: (
            CORE,
            "promises::experts::no_bot_chooses_by_what_is_hidden_from_its_seat",
        ),
    },
    Mutant {
        name: "what-the-other-side-knew",
        places: &[Place {
            file: "crates/session/src/knowledge.rs",
            from: "        let may_know = self.open || moment.entry.seat == self.seat;",
            to: "        let may_know = FAULT || self.open || moment.entry.seat == self.seat;",
        }],
        test: (
            IT,
            "handouts::a_side_cannot_tell_from_its_exchanges_on_paper_what_was_hidden_from_it",
        ),
    },
    Mutant {
        name: "the-seed-as-a-name-of-a-run",
        places: &[Place {
            file: "src/cli/run.rs",
            from: "    let name = || deck.text.about.title.clone();",
            to: "    let name = || if FAULT { format!(\"{}, seed {}\", deck.text.about.title, args.seed) } else { deck.text.about.title.clone() };",
        }],
        test: SECRETS,
    },
    Mutant {
        name: "the-seed-as-a-name-on-the-screen",
        places: &[Place {
            file: "src/cli/play.rs",
            from: "        || Wall::in_zone(TimeZone::system()).session_name(),",
            to: "        || if FAULT { format!(\"Session with seed {}\", args.seed.unwrap_or_default()) } else { Wall::in_zone(TimeZone::system()).session_name() },",
        }],
        test: (
            LIVE,
            "session::a_session_that_nobody_named_shows_its_seed_nowhere",
        ),
    },
    Mutant {
        name: "the-seed-in-the-head-of-a-replay",
        places: &[Place {
            file: "src/cli/replay.rs",
            from: "        let seed = if open {",
            to: "        let seed = if FAULT || open {",
        }],
        test: SECRETS,
    },
    Mutant {
        name: "the-seed-in-the-report-of-a-seat",
        places: &[Place {
            file: "crates/papers/src/report/session.rs",
            from: "        seed: sight.open.then_some(header.seed),",
            to: "        seed: (FAULT || sight.open).then_some(header.seed),",
        }],
        test: SECRETS,
    },
    Mutant {
        name: "seeds-that-can-be-tried-out",
        places: &[Place {
            file: "crates/session/src/seal.rs",
            from: "    1 + random() % 999_999_999_999_999",
            to: "    1 + random() % if FAULT { 999_999 } else { 999_999_999_999_999 }",
        }],
        test: (IT, "moves::sealed::seeds_are_too_many_to_be_tried_out"),
    },
    Mutant {
        name: "nonces-of-bots-that-can-be-read",
        places: &[Place {
            file: "crates/core/src/analysis/sealed.rs",
            from: "    let derived = blake3::derive_key(",
            to: "    if FAULT { return place; }\n    let derived = blake3::derive_key(",
        }],
        test: (
            IT,
            "moves::sealed::nobody_guesses_what_is_hashed_with_a_bots_plan",
        ),
    },
    Mutant {
        name: "a-revealed-plan-need-not-match",
        places: &[Place {
            file: "crates/core/src/engine/sealing.rs",
            from: "    if held == Some(commitment(nonce, plan).as_str()) {",
            to: "    if FAULT || held == Some(commitment(nonce, plan).as_str()) {",
        }],
        test: (
            IT,
            "moves::sealed::what_is_revealed_has_to_be_what_was_committed",
        ),
    },
    Mutant {
        name: "hidden-offsets-in-a-view",
        places: &[Place {
            file: "crates/rules/src/model/position.rs",
            from: "            if !knows(domain) {",
            to: "            if !FAULT && !knows(domain) {",
        }],
        test: VIEW_TEST,
    },
    Mutant {
        name: "crossings-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "        Seat::Audience => false,",
            to: "        Seat::Audience => FAULT,",
        }],
        test: VIEW_TEST,
    },
    Mutant {
        name: "hidden-offsets-in-a-view+crossings-shown-to-all",
        places: &[],
        test: (
            IT,
            "places::a_place_of_a_side_holds_nothing_that_is_hidden_from_it",
        ),
    },
    Mutant {
        name: "crossings-shown-to-the-patron",
        places: &[Place {
            file: VIEW,
            from: "        Seat::Patron => game.position.is_known(domain),",
            to: "        Seat::Patron => FAULT || game.position.is_known(domain),",
        }],
        test: (
            IT,
            "report::leaks::the_patron_cannot_tell_red_lines_to_come_and_the_clients_reasons_apart",
        ),
    },
    Mutant {
        name: "the-menu-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "        menu: own_menu.then(menu),",
            to: "        menu: (own_menu || FAULT).then(menu),",
        }],
        test: VIEW_TEST,
    },
    Mutant {
        name: "effort-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "        effort: own_menu.then_some(game.effort),",
            to: "        effort: (own_menu || FAULT).then_some(game.effort),",
        }],
        test: VIEW_TEST,
    },
    Mutant {
        name: "the-last-move-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "        last_move: (all || counting.length.is_some()).then_some(",
            to: "        last_move: (all || FAULT || counting.length.is_some()).then_some(",
        }],
        test: VIEW_TEST,
    },
    Mutant {
        name: "the-dice-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "        dice: (seat == Seat::WhiteCell && state.phase == Phase::Ruling)",
            to: "        dice: ((FAULT || seat == Seat::WhiteCell) && state.phase == Phase::Ruling)",
        }],
        test: (
            IT,
            "moves::leaks::nobody_but_the_white_cell_knows_the_dice_and_the_event_to_come",
        ),
    },
    Mutant {
        name: "the-event-to-come-shown-to-all",
        places: &[Place {
            file: VIEW,
            from: "        next_event: (seat == Seat::WhiteCell && !opened && !over).then(",
            to: "        next_event: ((FAULT || seat == Seat::WhiteCell) && !opened && !over).then(",
        }],
        test: (
            IT,
            "moves::leaks::nobody_but_the_white_cell_knows_the_dice_and_the_event_to_come",
        ),
    },
    Mutant {
        name: "the-plan-of-injects-in-every-view",
        places: &[Place {
            file: ROOM,
            from: "        plan: (white_cell || over).then(|| room.plan.clone()),",
            to: "        plan: (white_cell || over || FAULT).then(|| room.plan.clone()),",
        }],
        test: (
            IT,
            "moves::leaks::the_plan_of_injects_is_the_white_cells_own_affair",
        ),
    },
    Mutant {
        name: "acts-of-the-white-cell-in-every-record",
        places: &[Place {
            file: "crates/core/src/engine/seen.rs",
            from: "        self.over || self.owns() || listed || is_reveal(facts)",
            to: "        self.over || FAULT || self.owns() || listed || is_reveal(facts)",
        }],
        test: (
            IT,
            "moves::leaks::the_plan_of_injects_is_the_white_cells_own_affair",
        ),
    },
    Mutant {
        name: "private-notes-shown-to-all",
        places: &[Place {
            file: "crates/core/src/engine/seen.rs",
            from: "            return own || self.viewer == Seat::WhiteCell;",
            to: "            return FAULT || own || self.viewer == Seat::WhiteCell;",
        }],
        test: (
            IT,
            "moves::leaks::private_notes_stay_with_their_seat_and_the_white_cell",
        ),
    },
    Mutant {
        name: "estimates-shown-before-the-reveal",
        places: &[Place {
            file: ROOM,
            from: "                estimates: poll.revealed.then(|| poll.estimates.clone()),",
            to: "                estimates: (FAULT || poll.revealed).then(|| poll.estimates.clone()),",
        }],
        test: (
            IT,
            "voices::blind::nobody_can_tell_one_unrevealed_estimate_from_another",
        ),
    },
    Mutant {
        name: "what-is-said-with-an-estimate-shown-before-the-reveal",
        places: &[Place {
            file: SIGHT,
            from: "        !polls.iter().any(|poll| poll.id == *id && poll.revealed)",
            to: "        !FAULT && !polls.iter().any(|poll| poll.id == *id && poll.revealed)",
        }],
        test: (
            IT,
            "voices::blind::nobody_can_tell_one_unrevealed_estimate_from_another",
        ),
    },
    Mutant {
        name: "reasons-shown-to-all",
        places: &[Place {
            file: SIGHT,
            from: "            rationale: written.rationale.as_deref().filter(|_| own).map(plain),",
            to: "            rationale: written.rationale.as_deref().filter(|_| own || FAULT).map(plain),",
        }],
        test: OBSERVER,
    },
    Mutant {
        name: "confidence-shown-to-all",
        places: &[Place {
            file: SIGHT,
            from: "            confidence: entry.confidence.filter(|_| own),",
            to: "            confidence: entry.confidence.filter(|_| own || FAULT),",
        }],
        test: OBSERVER,
    },
    Mutant {
        name: "dissent-shown-to-all",
        places: &[Place {
            file: SIGHT,
            from: "            dissent: written.dissent.as_deref().filter(|_| own).map(plain),",
            to: "            dissent: written.dissent.as_deref().filter(|_| own || FAULT).map(plain),",
        }],
        test: OBSERVER,
    },
    Mutant {
        name: "a-seat-acts-for-another",
        places: &[Place {
            file: "crates/session/src/place.rs",
            from: "        if seat != self.seat() && self.seat() != Seat::WhiteCell && !self.of_all {",
            to: "        if !FAULT && seat != self.seat() && self.seat() != Seat::WhiteCell && !self.of_all {",
        }],
        test: (
            IT,
            "places::nobody_but_the_white_cell_acts_for_another_seat",
        ),
    },
    Mutant {
        name: "the-white-cells-own-given-to-every-seat",
        places: &[Place {
            file: "crates/session/src/place/asked.rs",
            from: "        (self.seat() == Seat::WhiteCell).then(|| self.ask(|table| ask(table)))",
            to: "        (FAULT || self.seat() == Seat::WhiteCell).then(|| self.ask(|table| ask(table)))",
        }],
        test: (IT, "places::the_seed_is_the_white_cells_alone"),
    },
    Mutant {
        name: "an-undo-says-that-nothing-is-known",
        places: &[Place {
            file: "crates/session/src/history/undo.rs",
            from: "        let known = self.disclosed_since(to, Seat::WhiteCell);",
            to: "        let known = if FAULT { Vec::new() } else { self.disclosed_since(to, Seat::WhiteCell) };",
        }],
        test: (IT, "moves::course::an_undo_says_what_it_cannot_hide_again"),
    },
    Mutant {
        name: "undo-to-anywhere",
        places: &[Place {
            file: "crates/session/src/history/undo.rs",
            from: "        if to >= self.last_number() || !(to.is_startex() || self.is_standing(to)) {",
            to: "        if !FAULT && (to >= self.last_number() || !(to.is_startex() || self.is_standing(to))) {",
        }],
        test: (IT, "session::undo_goes_back_and_erases_nothing"),
    },
    Mutant {
        name: "undo-by-anybody",
        places: &[Place {
            file: "crates/session/src/history/undo.rs",
            from: "        if seat != Seat::WhiteCell {",
            to: "        if !FAULT && seat != Seat::WhiteCell {",
        }],
        test: (IT, "session::undo_goes_back_and_erases_nothing"),
    },
];
