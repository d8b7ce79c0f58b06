//! Faults of what has to end or leave a way out: scripts, bots, turn zero, sealed plans.

use super::{IT, LIVE, Mutant, Place};

const NEVER_OPENED: (&str, &str) = (
    IT,
    "cli::ends::a_plan_that_could_never_be_opened_is_refused_before_it_is_acknowledged",
);

pub(crate) const ENDS: &[Mutant] = &[
    Mutant {
        name: "turn-zero-without-an-end",
        places: &[Place {
            file: "crates/session/src/pilot.rs",
            from: "        && state.game.move_index > 0;",
            to: "        && state.game.move_index > 0 && !FAULT;",
        }],
        test: (
            IT,
            "cli::ends::turn_zero_ends_by_itself_where_nobody_is_left_to_end_it",
        ),
    },
    Mutant {
        name: "a-line-that-never-comes-due-is-waited-for",
        places: &[Place {
            file: "src/cli/drive.rs",
            from: "        Some(line) if moves > LONGEST_TURN_ZERO => {",
            to: "        Some(line) if !FAULT && moves > LONGEST_TURN_ZERO => {",
        }],
        test: (
            IT,
            "cli::ends::a_line_that_never_comes_due_in_turn_zero_ends_the_run_and_is_named",
        ),
    },
    Mutant {
        name: "a-sealed-plan-is-not-checked",
        places: &[Place {
            file: "src/cli/drive.rs",
            from: "    if !matches!(turn.phase, Phase::Sealing | Phase::Reveal) {",
            to: "    if FAULT || !matches!(turn.phase, Phase::Sealing | Phase::Reveal) {",
        }],
        test: NEVER_OPENED,
    },
    Mutant {
        name: "a-sealed-plan-may-leave-a-domain-out",
        places: &[Place {
            file: "crates/session/src/seal.rs",
            from: "            Action::RevealResponse { plan, .. } => sealing::check_response(self.scenario(), plan),",
            to: "            Action::RevealResponse { plan, .. } => if FAULT { Ok(()) } else { sealing::check_response(self.scenario(), plan) },",
        }],
        test: NEVER_OPENED,
    },
    Mutant {
        name: "a-sealed-card-need-not-be-on-the-menu",
        places: &[Place {
            file: "crates/session/src/seal.rs",
            from: "                sealing::check_demand(self.scenario(), self.state(), plan)",
            to: "                if FAULT { return Ok(()); }\n                sealing::check_demand(self.scenario(), self.state(), plan)",
        }],
        test: (
            IT,
            "cli::ends::a_card_that_is_not_on_the_menu_cannot_be_sealed",
        ),
    },
    Mutant {
        name: "a-terminal-that-is-gone-is-waited-for",
        places: &[Place {
            file: "crates/tui/src/console.rs",
            from: "        let _ = sender.send(Happening::Lost);",
            to: "        if FAULT { return; }\n        let _ = sender.send(Happening::Lost);",
        }],
        test: (
            LIVE,
            "terminal::a_terminal_that_is_gone_ends_it_like_one_that_hangs_up_with_or_without_a_signal",
        ),
    },
    Mutant {
        name: "a-plan-that-became-impossible-is-opened",
        places: &[Place {
            file: "src/cli/drive/plans.rs",
            from: "        for (seat, act) in self.to_reveal(table, turn) {",
            to: "        for (seat, act) in self.to_reveal(table, turn).into_iter().filter(|_| !FAULT) {",
        }],
        test: (
            IT,
            "cli::ends::a_plan_that_became_impossible_is_told_and_another_may_be_sealed",
        ),
    },
    Mutant {
        name: "moves-beyond-all-bounds",
        places: &[Place {
            file: "crates/session/src/setup.rs",
            from: "        if rules.moves == 0 || too_long {",
            to: "        if rules.moves == 0 || (too_long && !FAULT) {",
        }],
        test: (
            IT,
            "cli::forged::moves_beyond_all_bounds_do_not_pass_for_few",
        ),
    },
];
