//! Faults of what lies beside a record: one bad line that loses the rest, names that leave no room.

use super::{IT, Mutant, Place};

const BY_HAND: (&str, &str) = (
    IT,
    "cli::annotates::of_annotations_written_by_hand_each_problem_is_told_with_its_line_and_the_rest_is_read",
);

pub(crate) const BESIDE: &[Mutant] = &[
    Mutant {
        name: "one-bad-annotation-loses-the-others",
        places: &[Place {
            file: "crates/core/src/store/annotations/written.rs",
            from: "    if found.take(whole).is_ok() {",
            to: "    if found.take(whole).is_ok() || FAULT {",
        }],
        test: BY_HAND,
    },
    Mutant {
        name: "an-annotation-that-nobody-understands-is-written-over",
        places: &[Place {
            file: "crates/core/src/store/annotations.rs",
            from: "            let text = if there.flaws.is_empty() {",
            to: "            let text = if FAULT || there.flaws.is_empty() {",
        }],
        test: BY_HAND,
    },
    Mutant {
        name: "one-bad-draft-loses-the-others",
        places: &[Place {
            file: "crates/core/src/store/drafts.rs",
            from: "        if let Err(flaw) = found.take(part) {",
            to: "        if let Err(flaw) = if FAULT { found.take(whole) } else { found.take(part) } {",
        }],
        test: (
            IT,
            "record::beside::of_damaged_drafts_each_place_is_told_and_the_rest_is_there",
        ),
    },
    Mutant {
        name: "a-name-that-leaves-no-room-beside-it",
        places: &[Place {
            file: "crates/core/src/store/file.rs",
            from: "    if bytes > LONGEST_NAME {",
            to: "    if !FAULT && bytes > LONGEST_NAME {",
        }],
        test: (
            IT,
            "cli::records::a_name_that_leaves_no_room_for_what_lies_beside_it_is_told",
        ),
    },
];
