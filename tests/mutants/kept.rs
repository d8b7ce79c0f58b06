//! Faults of what is kept: an act that was acknowledged, and what lies beside the record.

use super::{CORE, IT, Mutant, Place};

const FILE: &str = "crates/core/src/store/file.rs";
const WHOLE: &str = "crates/core/src/store/whole.rs";
const SHARED: &str = "crates/core/src/store/shared.rs";
const JOURNAL: &str = "crates/core/src/store/journal.rs";
const FRAME: &str = "crates/core/src/store/frame.rs";

/// Tests of the calls that the program makes to the system.
const ENTRIES: (&str, &str) = (
    IT,
    "cli::synced::an_entry_is_on_the_disk_before_anybody_is_told_of_it",
);
const DRAFTS: (&str, &str) = (
    IT,
    "cli::synced::a_sealed_plan_is_on_the_disk_before_its_commitment_is_recorded",
);
const DOCUMENTS: (&str, &str) = (
    IT,
    "cli::synced::every_document_is_on_the_disk_before_it_is_said_to_be_written",
);

pub(crate) const KEPT: &[Mutant] = &[
    Mutant {
        name: "entries-not-synced",
        places: &[Place {
            file: "crates/core/src/store/storage.rs",
            from: "self.file.sync_data()",
            to: "if FAULT { Ok(()) } else { self.file.sync_data() }",
        }],
        test: ENTRIES,
    },
    Mutant {
        name: "header-not-synced",
        places: &[Place {
            file: FILE,
            from: "    unnamed.sync().map_err(not_synced)?;",
            to: "    if !FAULT { unnamed.sync().map_err(not_synced)?; }",
        }],
        test: ENTRIES,
    },
    Mutant {
        name: "folder-of-the-record-not-synced",
        places: &[Place {
            file: FILE,
            from: "    sync_folder(folder).map_err(not_synced)?;",
            to: "    if !FAULT { sync_folder(folder).map_err(not_synced)?; }",
        }],
        test: ENTRIES,
    },
    Mutant {
        name: "drafts-and-annotations-written-in-place",
        places: &[Place {
            file: SHARED,
            from: "        whole::replace(path, bytes.as_ref(), Readers::UserAlone).map_err(failed)?;",
            to: "        if FAULT { fs::write(path, &bytes).map_err(failed)?; } else {
                 whole::replace(path, bytes.as_ref(), Readers::UserAlone).map_err(failed)?; }",
        }],
        test: DRAFTS,
    },
    Mutant {
        name: "drafts-and-annotations-not-synced",
        places: &[Place {
            file: WHOLE,
            from: "    unnamed.sync()?;\n    unnamed.place_over()?;",
            to: "    if !FAULT { unnamed.sync()?; }\n    unnamed.place_over()?;",
        }],
        test: DRAFTS,
    },
    Mutant {
        name: "folder-of-drafts-and-annotations-not-synced",
        places: &[Place {
            file: WHOLE,
            from: "    sync_folder(folder_of(path))\n}\n\n/// Writes a file that must not",
            to: "    if FAULT { Ok(()) } else { sync_folder(folder_of(path)) }\n}\n\n/// Writes a file that must not",
        }],
        test: DRAFTS,
    },
    Mutant {
        name: "documents-not-synced",
        places: &[Place {
            file: WHOLE,
            from: "    unnamed.sync()?;\n    unnamed.place_new()?;",
            to: "    if !FAULT { unnamed.sync()?; }\n    unnamed.place_new()?;",
        }],
        test: DOCUMENTS,
    },
    Mutant {
        name: "folder-of-documents-not-synced",
        places: &[Place {
            file: WHOLE,
            from: "    sync_folder(folder_of(path))\n}\n\n/// Removes from a folder",
            to: "    if FAULT { Ok(()) } else { sync_folder(folder_of(path)) }\n}\n\n/// Removes from a folder",
        }],
        test: DOCUMENTS,
    },
    Mutant {
        name: "acknowledged-before-the-sync",
        places: &[Place {
            file: JOURNAL,
            from: "if let Err(source) = self.storage.sync() {",
            to: "if let Err(source) = if FAULT { Ok(()) } else { self.storage.sync() } {",
        }],
        test: (
            IT,
            "record::disk::the_loss_of_power_loses_no_acknowledged_act",
        ),
    },
    Mutant {
        name: "found-whole-and-not-synced",
        places: &[Place {
            file: JOURNAL,
            from: "        storage.sync().map_err(|source| StoreError::SyncFailed {",
            to: "        (if FAULT { Ok(()) } else { storage.sync() }).map_err(|source| StoreError::SyncFailed {",
        }],
        test: (
            IT,
            "record::disk::an_entry_found_whole_is_synced_before_it_is_built_upon",
        ),
    },
    Mutant {
        name: "goes-on-after-a-failed-sync",
        places: &[Place {
            file: JOURNAL,
            from: "            self.roll_back(number);\n            self.stopped_at = Some(number);",
            to: "            self.roll_back(number);\n            if !FAULT { self.stopped_at = Some(number); }",
        }],
        test: (
            IT,
            "record::disk::a_failed_sync_is_neither_acknowledged_nor_tried_again",
        ),
    },
    Mutant {
        name: "a-refused-act-stays-in-the-record",
        places: &[Place {
            file: JOURNAL,
            from: "        if self.storage.truncate(self.length).is_err() {",
            to: "        if !FAULT && self.storage.truncate(self.length).is_err() {",
        }],
        test: (
            IT,
            "record::disk::a_full_disk_refuses_the_act_and_keeps_the_record_whole",
        ),
    },
    Mutant {
        name: "a-changed-file-is-written-to",
        places: &[
            Place {
                file: JOURNAL,
                from: "        if found != self.length {",
                to: "        if !FAULT && found != self.length {",
            },
            Place {
                file: JOURNAL,
                from: "            && !self.is_as_acknowledged(&bytes)",
                to: "            && !FAULT && !self.is_as_acknowledged(&bytes)",
            },
        ],
        test: (
            IT,
            "record::files::a_record_that_another_program_changed_or_moved_is_not_written_to",
        ),
    },
    Mutant {
        name: "a-moved-file-is-written-to",
        places: &[Place {
            file: JOURNAL,
            from: "        if !self.storage.is_in_place().map_err(io)? {",
            to: "        if !FAULT && !self.storage.is_in_place().map_err(io)? {",
        }],
        test: (
            IT,
            "record::files::a_record_that_another_program_changed_or_moved_is_not_written_to",
        ),
    },
    Mutant {
        name: "a-file-written-over-in-place-is-written-to",
        places: &[Place {
            file: "crates/core/src/store/storage.rs",
            from: "        if found == self.written_at {",
            to: "        if FAULT || found == self.written_at {",
        }],
        test: (
            IT,
            "record::elsewhere::a_file_that_is_written_over_in_place_is_told_although_its_length_is_as_before",
        ),
    },
    Mutant {
        name: "a-torn-tail-is-not-set-aside",
        places: &[Place {
            file: JOURNAL,
            from: "        Tail::Cut => tail.kept = Some(file::set_aside(path, \"torn\", found)?),",
            to: "        Tail::Cut => if !FAULT { tail.kept = Some(file::set_aside(path, \"torn\", found)?) },",
        }],
        test: (
            IT,
            "record::files::a_torn_tail_is_set_aside_and_the_session_goes_on_from_there",
        ),
    },
    Mutant {
        name: "no-lock",
        places: &[Place {
            file: FILE,
            from: "        match lock.as_ref().unwrap_or(file).try_lock() {",
            to: "        match if FAULT { Ok(()) } else { lock.as_ref().unwrap_or(file).try_lock() } {",
        }],
        test: (IT, "cli::faults::a_second_writer_is_refused"),
    },
    Mutant {
        name: "no-chain",
        places: &[Place {
            file: FRAME,
            from: "    hasher.update(previous.as_bytes());\n",
            to: "    if !FAULT { hasher.update(previous.as_bytes()); }\n",
        }],
        test: (
            IT,
            "record::files::entries_cannot_be_removed_reordered_repeated_or_brought_from_elsewhere",
        ),
    },
    Mutant {
        name: "no-look-at-the-digest",
        places: &[Place {
            file: FRAME,
            from: "    if found != Some(digest.as_bytes()) {",
            to: "    if !FAULT && found != Some(digest.as_bytes()) {",
        }],
        test: (
            IT,
            "record::damage::every_flipped_bit_is_damage_of_the_block_in_which_it_lies",
        ),
    },
    Mutant {
        name: "no-look-at-the-check-of-a-first-line",
        places: &[Place {
            file: FRAME,
            from: "    if expected != found {",
            to: "    if !FAULT && expected != found {",
        }],
        test: (
            IT,
            "record::damage::every_flipped_bit_is_damage_of_the_block_in_which_it_lies",
        ),
    },
    // The look beforehand and the way in which the name is given each keep other files by themselves.
    Mutant {
        name: "a-record-over-another-file",
        places: &[
            Place {
                file: FILE,
                from: "    if path.symlink_metadata().is_ok() {",
                to: "    if !FAULT && path.symlink_metadata().is_ok() {",
            },
            Place {
                file: WHOLE,
                from: "        match self.temporary.persist_noclobber(&path) {",
                to: "        match if FAULT { self.temporary.persist(&path) } else { self.temporary.persist_noclobber(&path) } {",
            },
        ],
        test: (
            IT,
            "record::files::a_record_is_never_made_over_another_file",
        ),
    },
    Mutant {
        name: "documents-over-anything",
        places: &[Place {
            file: "crates/core/src/store/document.rs",
            from: "    if is_alike(&there, text) {",
            to: "    if FAULT || is_alike(&there, text) {",
        }],
        test: (
            IT,
            "cli::outputs::a_record_is_not_written_over_through_a_link_nor_by_the_table_that_shares_its_name",
        ),
    },
    Mutant {
        name: "remarks-of-others-are-overwritten",
        places: &[Place {
            file: "crates/core/src/store/annotations.rs",
            from: "            let there = written::parse(bytes);",
            to: "            let there = written::parse(if FAULT { &[] } else { bytes });",
        }],
        test: (
            CORE,
            "store::annotations::tests::what_two_people_write_of_one_record_at_the_same_time_is_all_kept",
        ),
    },
    Mutant {
        name: "drafts-of-others-are-overwritten",
        places: &[Place {
            file: "crates/core/src/store/drafts.rs",
            from: "            } = parse(bytes);",
            to: "            } = parse(if FAULT { &[] } else { bytes });",
        }],
        test: (
            IT,
            "record::beside::what_two_programs_keep_of_one_session_is_all_kept",
        ),
    },
    Mutant {
        name: "shared-files-are-not-held",
        places: &[Place {
            file: SHARED,
            from: "            let lock = match file::lock_within(path, &file, PATIENCE) {",
            to: "            let lock = match if FAULT { Ok(None) } else { file::lock_within(path, &file, PATIENCE) } {",
        }],
        test: (
            CORE,
            "store::shared::tests::nothing_that_anybody_wrote_is_lost_whatever_the_order",
        ),
    },
    Mutant {
        name: "a-file-that-another-has-replaced-is-held",
        places: &[Place {
            file: SHARED,
            from: "                Ok(now) if is_same(&now, &file.metadata()?) => {",
            to: "                Ok(now) if FAULT || is_same(&now, &file.metadata()?) => {",
        }],
        test: (
            CORE,
            "store::shared::tests::nothing_that_anybody_wrote_is_lost_whatever_the_order",
        ),
    },
    Mutant {
        name: "what-killed-writers-left-stays",
        places: &[Place {
            file: WHOLE,
            from: "        if named && is_left_behind(&entry.path()) {",
            to: "        if !FAULT && named && is_left_behind(&entry.path()) {",
        }],
        test: (
            CORE,
            "store::whole::tests::what_a_killed_writer_left_is_removed_and_what_is_being_written_stays",
        ),
    },
    Mutant {
        name: "what-is-being-written-is-removed",
        places: &[Place {
            file: WHOLE,
            from: "    seen.is_file() && old && (cfg!(windows) || !held())",
            to: "    seen.is_file() && old && (FAULT || cfg!(windows) || !held())",
        }],
        test: (
            CORE,
            "store::whole::tests::what_a_killed_writer_left_is_removed_and_what_is_being_written_stays",
        ),
    },
    Mutant {
        name: "damaged-drafts-are-overwritten",
        places: &[Place {
            file: "crates/core/src/store/drafts.rs",
            from: "                let kept = file::set_aside(path, \"damaged\", bytes)?;",
            to: "                let kept = if FAULT { path.clone() } else { file::set_aside(path, \"damaged\", bytes)? };",
        }],
        test: (
            IT,
            "record::beside::drafts_of_which_nothing_can_be_read_are_set_aside",
        ),
    },
    Mutant {
        name: "drafts-stay-behind-where-the-file-is-gone",
        places: &[Place {
            file: "crates/core/src/store/drafts.rs",
            from: "        self.path = Self::path_for(save);\n        self.change(|_, _| {})",
            to: "        if FAULT { return Ok(()); }\n        self.path = Self::path_for(save);\n        self.change(|_, _| {})",
        }],
        test: (
            IT,
            "lost_file::one_key_goes_on_in_another_file_with_the_whole_record",
        ),
    },
    Mutant {
        name: "a-plan-is-committed-to-and-not-kept",
        places: &[Place {
            file: "crates/session/src/place/sealed.rs",
            from: "(self.record(), plan.to_keep())",
            to: "(self.record().filter(|_| !FAULT), plan.to_keep())",
        }],
        test: (
            IT,
            "cli::by_lines::a_plan_that_was_sealed_is_opened_after_the_session_was_left",
        ),
    },
    Mutant {
        name: "changed-annotations-pass",
        places: &[Place {
            file: "crates/core/src/store/annotations/written.rs",
            from: "        if self.id.is_none_or(|id| id == annotation.id()) {",
            to: "        if FAULT || self.id.is_none_or(|id| id == annotation.id()) {",
        }],
        test: (
            CORE,
            "store::annotations::tests::a_remark_that_another_program_has_changed_is_told_and_left_as_it_is",
        ),
    },
];
