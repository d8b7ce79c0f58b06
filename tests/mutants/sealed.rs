//! Faults of seals: a record that is not held against what was signed, a signature that nobody looked at.

use super::{IT, Mutant, Place};

pub(crate) const SEALED: &[Mutant] = &[
    Mutant {
        name: "a-seal-is-not-held-against-the-record",
        places: &[Place {
            file: "crates/core/src/store/sealed.rs",
            from: "        is_it.then_some(()).ok_or(Unheld::Other)",
            to: "        (is_it || FAULT).then_some(()).ok_or(Unheld::Other)",
        }],
        test: (
            IT,
            "cli::seals::every_changed_byte_and_every_cut_of_a_sealed_record_is_told",
        ),
    },
    Mutant {
        name: "a-signature-that-nobody-can-check-holds",
        places: &[Place {
            file: "src/cli/verify/sealed.rs",
            from: "                Checked::Unable(why) => {\n",
            to: "                Checked::Unable(why) => {\n                    if FAULT { continue; }\n",
        }],
        test: (
            IT,
            "cli::seals::a_computer_without_the_program_that_signs_is_told_how_to_get_it",
        ),
    },
];
