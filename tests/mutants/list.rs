//! The faults: what is promised, how the promise is broken, and the test that has to notice.

/// A fault.
pub(crate) struct Mutant {
    pub(crate) name: &'static str,
    /// The file in which it is put.
    pub(crate) file: &'static str,
    /// What stands there, once.
    pub(crate) from: &'static str,
    /// What stands there with the fault.
    pub(crate) to: &'static str,
    /// The test, as `cargo test` takes it.
    pub(crate) test: &'static str,
}

/// The test of the real storage.
const REAL: &str = "--test it cli::synced -- --ignored";

pub(crate) const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "entries-not-synced",
        file: "crates/core/src/store/storage.rs",
        from: "self.file.sync_data()",
        to: "Ok(())",
        test: REAL,
    },
    Mutant {
        name: "whole-files-not-synced",
        file: "crates/core/src/store/whole.rs",
        from: "        self.temporary.as_file().sync_all()",
        to: "        Ok(())",
        test: REAL,
    },
    Mutant {
        name: "folders-not-synced",
        file: "crates/core/src/store/whole.rs",
        from: "match File::open(folder)?.sync_all() {",
        to: "match File::open(folder).map(drop) {",
        test: REAL,
    },
    Mutant {
        name: "header-not-synced",
        file: "crates/core/src/store/file.rs",
        from: "    unnamed.sync().map_err(not_synced)?;\n",
        to: "",
        test: REAL,
    },
    Mutant {
        name: "folder-of-the-record-not-synced",
        file: "crates/core/src/store/file.rs",
        from: "    sync_folder(folder).map_err(not_synced)?;\n",
        to: "    let _ = (sync_folder, not_synced);\n",
        test: REAL,
    },
    Mutant {
        name: "acknowledged-before-the-sync",
        file: "crates/core/src/store/journal.rs",
        from: "if let Err(source) = self.storage.sync() {",
        to: "if let Err(source) = Ok::<(), std::io::Error>(()) {",
        test: "--test it record::disk",
    },
    Mutant {
        name: "no-lock",
        file: "crates/core/src/store/file.rs",
        from: "        match lock.as_ref().unwrap_or(file).try_lock() {",
        to: "        match { let _ = file; Ok::<(), TryLockError>(()) } {",
        test: "--test it cli::faults::a_second_writer",
    },
    Mutant {
        name: "no-chain",
        file: "crates/core/src/store/frame.rs",
        from: "    hasher.update(previous.as_bytes());\n",
        to: "    let _ = previous;\n",
        test: "--test it record",
    },
    Mutant {
        name: "a-revealed-plan-need-not-match",
        file: "crates/core/src/engine/sealing.rs",
        from: "if held == Some(commitment(nonce, plan).as_str()) {",
        to: "if held.is_some() || held == Some(commitment(nonce, plan).as_str()) {",
        test: "--test it moves::sealed",
    },
    Mutant {
        name: "a-sealed-plan-is-not-checked",
        file: "crates/session/src/seal.rs",
        from: "sealing::check_response(self.scenario(), plan)",
        to: "{ let _ = plan; Ok(()) }",
        test: "--test it cli::ends",
    },
    Mutant {
        name: "turn-zero-without-an-end",
        file: "crates/session/src/pilot.rs",
        from: "&& state.game.move_index > 0;",
        to: "&& state.game.move_index > u32::MAX - 1;",
        test: "--test it cli::ends::turn_zero",
    },
    Mutant {
        name: "remarks-of-others-are-overwritten",
        file: "crates/core/src/store/annotations.rs",
        from: "let mut all = parse(path, bytes)?;",
        to: "let mut all = parse(path, bytes).map(|_| BTreeSet::new())?;",
        test: "-p unequal-core --lib annotations",
    },
    Mutant {
        name: "shared-files-are-not-held",
        file: "crates/core/src/store/shared.rs",
        from: "file::lock_within(path, &file, PATIENCE)",
        to: "Ok::<Option<File>, io::Error>({ let _ = (file::lock_within, PATIENCE); None })",
        test: "-p unequal-core --lib shared",
    },
    Mutant {
        name: "documents-over-anything",
        file: "crates/core/src/store/document.rs",
        from: "    if is_alike(&there, text) {",
        to: "    if is_alike(&there, text) || !there.is_empty() {",
        test: "--test it cli::outputs",
    },
    Mutant {
        name: "the-seed-as-a-name",
        file: "src/cli/run.rs",
        from: "let name = || deck.text.about.title.clone();",
        to: "let name = || format!(\"{}, seed {}\", deck.text.about.title, args.seed);",
        test: "--test it cli::secrets",
    },
    Mutant {
        name: "the-seed-in-the-head-of-a-replay",
        file: "src/cli/replay.rs",
        from: "let seed = if table.is_open_at(table.last_number(), seat) {",
        to: "let seed = if table.last_number() < u64::MAX {",
        test: "--test it cli::secrets",
    },
    Mutant {
        name: "hidden-offsets-in-a-view",
        file: "crates/core/src/engine/view.rs",
        from: "            position.hidden[d] = 0;\n",
        to: "            let _ = &mut position.hidden[d];\n",
        test: "--test it report::leaks",
    },
    Mutant {
        name: "crossings-shown-to-all",
        file: "crates/core/src/engine/view.rs",
        from: "Seat::Observer => over,",
        to: "Seat::Observer => over || d < usize::MAX,",
        test: "--test it report::leaks",
    },
    Mutant {
        name: "the-hand-shown-to-all",
        file: "crates/core/src/engine/view.rs",
        from: "hand: own_hand.then(|| game.hand.clone()),",
        to: "hand: (own_hand || !all).then(|| game.hand.clone()),",
        test: "--test it report::leaks",
    },
    Mutant {
        name: "reasons-shown-to-all",
        file: "crates/session/src/sight.rs",
        from: "rationale: entry.rationale.as_deref().filter(|_| own).map(plain),",
        to: "rationale: entry.rationale.as_deref().map(plain),",
        test: "--test it report::leaks",
    },
    Mutant {
        name: "escape-sequences-pass",
        file: "crates/core/src/deck/plain.rs",
        from: "text.chars().map(harmless).collect()",
        to: "text.chars().map(|c| if c == '\\u{1b}' { c } else { harmless(c) }).collect()",
        test: "-p unequal-core --lib plain",
    },
    Mutant {
        name: "a-reason-is-optional",
        file: "crates/core/src/engine/refused.rs",
        from: "Some(_) | None => Err(Refused::NoReason),",
        to: "Some(_) | None => Ok(()),",
        test: "--test it moves",
    },
];
