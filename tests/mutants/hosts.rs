//! Faults of a host: two at one seat, a client that costs without bound, an old answer taken, a file reached from a seat.

use super::{HOST, HOSTED, IT, Mutant, Place, SESSION};

const KEPT: (&str, &str) = (
    HOSTED,
    "kept::what_is_used_of_the_clocks_is_kept_while_the_host_runs_and_as_it_is_left",
);

pub(crate) const HOSTS: &[Mutant] = &[
    Mutant {
        name: "a-second-client-takes-a-seat-unasked",
        places: &[Place {
            file: "crates/session/src/presence.rs",
            from: "        if let Some(one) = held.find(other) {",
            to: "        if let Some(one) = held.find(other).filter(|_| !FAULT) {",
        }],
        test: (
            SESSION,
            "presence::tests::a_seat_is_one_visitors_until_they_go_and_whoever_comes_back_has_it_again",
        ),
    },
    Mutant {
        name: "what-waits-for-a-client-has-no-bound",
        places: &[Place {
            file: "crates/host/src/outbox.rs",
            from: "        if pending > 0 && pending + bytes.len() > MOST {",
            to: "        if !FAULT && pending > 0 && pending + bytes.len() > MOST {",
        }],
        test: (
            HOST,
            "outbox::tests::a_client_that_reads_nothing_is_kept_no_more_than_the_bound_and_told_when_it_has_caught_up",
        ),
    },
    Mutant {
        name: "an-answer-to-an-earlier-visit-is-taken",
        places: &[Place {
            file: "crates/seat/src/sitter.rs",
            from: "            turn: place.last_number().get().saturating_mul(TURNS_AN_ENTRY),",
            to: "            turn: if FAULT { 0 } else { place.last_number().get().saturating_mul(TURNS_AN_ENTRY) },",
        }],
        test: (
            HOSTED,
            "faults::an_answer_to_what_was_asked_before_a_cut_is_not_taken_for_another",
        ),
    },
    Mutant {
        name: "two-hosts-that-begin-at-once-both-listen",
        places: &[Place {
            file: "crates/host/src/door.rs",
            from: "            Err(TryLockError::WouldBlock) => return Ok(None),",
            to: "            Err(TryLockError::WouldBlock) if !FAULT => return Ok(None),\n            Err(TryLockError::WouldBlock) => {}",
        }],
        test: (
            HOST,
            "door::tests::of_many_hosts_that_begin_at_the_same_moment_one_gets_the_door",
        ),
    },
    Mutant {
        name: "a-host-waits-for-a-door-that-is-gone",
        places: &[Place {
            file: "crates/host/src/host.rs",
            from: "self.accepts.take().filter(|_| woken)",
            to: "self.accepts.take().filter(|_| woken || FAULT)",
        }],
        test: (
            HOSTED,
            "faults::a_host_ends_though_the_folder_of_its_session_is_gone",
        ),
    },
    Mutant {
        name: "no-clock-runs-out-at-a-host-without-a-screen",
        places: &[Place {
            file: "crates/host/src/drive.rs",
            from: "    let timely = pilot::by_the_clock(&table, &turn, &now);",
            to: "    let timely = pilot::by_the_clock(&table, &turn, &now).filter(|_| !FAULT);",
        }],
        test: (
            IT,
            "cli::hosts::a_hard_clock_runs_out_at_a_host_without_a_screen_and_the_white_cell_is_asked",
        ),
    },
    Mutant {
        name: "an-old-link-stays-on-the-wall",
        places: &[Place {
            file: "src/cli/text/at_seat.rs",
            from: "                if let Err(error) = place.call_link_anew() {",
            to: "                if let Err(error) = if FAULT { Ok(()) } else { place.call_link_anew() } {",
        }],
        test: (
            IT,
            "hosted::a_link_that_lets_nobody_in_any_more_is_taken_off_the_wall_by_whoever_types",
        ),
    },
    Mutant {
        name: "a-question-outlives-its-time",
        places: &[Place {
            file: "src/cli/text/overtime.rs",
            from: "            return untold(&turn, &now).is_some();",
            to: "            return !FAULT && untold(&turn, &now).is_some();",
        }],
        test: (
            IT,
            "cli::by_lines::a_hard_clock_ends_the_question_and_the_white_cell_says_what_follows",
        ),
    },
    Mutant {
        name: "a-file-is-reached-from-a-seats-terminal",
        places: &[Place {
            file: "crates/tui/src/outside/confined.rs",
            from: "    if !sitting.confined {",
            to: "    if FAULT || !sitting.confined {",
        }],
        test: (
            IT,
            "hosted::from_a_seats_terminal_no_file_and_no_other_screen_is_reached",
        ),
    },
    Mutant {
        name: "a-host-that-is-left-gives-time-back",
        places: &[Place {
            file: "crates/host/src/drive.rs",
            from: "    keep(owner);\n    attended.dismiss",
            to: "    if !FAULT { keep(owner); }\n    attended.dismiss",
        }],
        test: KEPT,
    },
    Mutant {
        name: "a-host-that-is-torn-away-gives-time-back",
        places: &[Place {
            file: "crates/host/src/drive.rs",
            from: "    if runs && (second",
            to: "    if !FAULT && runs && (second",
        }],
        test: KEPT,
    },
];
