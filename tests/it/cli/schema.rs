//! The schemas of what the program prints as JSON: made from the types, and true of what it prints.

#[path = "../../common/holds.rs"]
mod holds;
mod made;
mod types;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::program::Folder;
use made::Making;
use types::Types;

/// A schema: the command that it is of, what it says of itself, and the types of a document or a line.
struct Kind {
    command: &'static str,
    about: &'static str,
    roots: &'static [(&'static str, &'static str)],
}

const COHORT: (&str, &str) = ("Cohort", "crates/papers/src/report/cohort.rs");
const SEEN: (&str, &str) = ("SeenLine", "src/cli/json.rs");

const KINDS: [Kind; 6] = [
    Kind {
        command: "report",
        about: "What report --format json writes: of one session Aar, of several Cohort.",
        roots: &[("Aar", "crates/papers/src/report/model.rs"), COHORT],
    },
    Kind {
        command: "replay",
        about: "A line of what replay --json and watch --json print.",
        roots: &[SEEN],
    },
    Kind {
        command: "run",
        about: "A line of what run --json and resume --json print: an entry as the white cell sees it, or with --seat \
                as that seat does; with --live also who is waited for, and why a line was not taken.",
        roots: &[
            ("EntryLine", "src/cli/json.rs"),
            SEEN,
            ("Asked", "src/cli/run.rs"),
            ("Refused", "src/cli/run.rs"),
        ],
    },
    Kind {
        command: "compare",
        about: "What compare --json prints: lines of play side by side, or many in one picture.",
        roots: &[
            ("Comparison", "crates/session/src/compare/model.rs"),
            COHORT,
        ],
    },
    Kind {
        command: "simulate",
        about: "What simulate --json and merge --json print; with --signs also the early warning.",
        roots: &[
            ("Warned", "src/cli/simulate.rs"),
            ("Shard", "crates/core/src/analysis/ensemble/shard.rs"),
        ],
    },
    Kind {
        command: "verify",
        about: "What verify --json prints.",
        roots: &[("Document", "src/cli/verify.rs")],
    },
];

fn path(command: &str) -> PathBuf {
    let root = env!("CARGO_MANIFEST_DIR");
    format!("{root}/docs/schema/{command}.schema.json").into()
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let types = Types::read();
    for Kind {
        command,
        about,
        roots,
    } in KINDS
    {
        let title = format!("unequal {command}");
        let schema = Making::schema(&types, &title, about, roots);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(path(command), &text).unwrap();
        }
        let kept = fs::read_to_string(path(command)).unwrap();
        assert!(
            kept == text,
            "docs/schema/{command}.schema.json is not what the types say: UPDATE_DOCS=1 writes it anew"
        );
    }
}

/// A folder with sessions of each kind, and what the commands print about them.
fn printed() -> Vec<(&'static str, String)> {
    let folder = Folder::new();
    let root = env!("CARGO_MANIFEST_DIR");
    let examples = [
        "console-workshop",
        "sealed-evening",
        "stockholm-table-1",
        "stockholm-table-1-half-the-lessons",
    ];
    for name in examples {
        folder.write(
            &format!("{name}.toml"),
            fs::read(format!("{root}/saves/examples/{name}.toml")).unwrap(),
        );
    }
    let saves = examples.map(|name| format!("{name}.toml")).join(" ");
    let mut printed = Vec::new();
    let mut ask = |kind: &'static str, command: String| {
        let made = folder.run(&command);
        assert!(!made.out.is_empty(), "{command}: {}", made.err);
        printed.push((kind, made.out));
    };
    for name in examples {
        for seat in ["white-cell", "client"] {
            ask("replay", format!("replay {name}.toml --json --seat {seat}"));
            ask(
                "report",
                format!("report {name}.toml --format json --out - --playouts 2 --seat {seat}"),
            );
        }
        ask(
            "report",
            format!("report {name}.toml --format json --out - --no-expectations --seat client"),
        );
    }
    ask(
        "report",
        format!("report {saves} --format json --out - --by bot"),
    );
    ask(
        "compare",
        format!(
            "compare {} {} --json",
            "stockholm-table-1.toml", "stockholm-table-1-half-the-lessons.toml"
        ),
    );
    ask("compare", format!("compare {saves} --json"));
    ask("verify", format!("verify {saves} missing.toml --json"));
    for (seat, moves) in [("", 3), (" --seat client", 2)] {
        let options =
            format!("--patron greedy --client cautious --europe hawk --moves {moves} --spread 0");
        ask(
            "run",
            format!("run --deck unequal-partners --seed 4 {options} --json{seat}"),
        );
    }
    ask(
        "simulate",
        "simulate --deck unequal-partners --patron greedy --client cautious --runs 20 --seed 1 --json"
            .to_owned(),
    );
    ask("simulate", "simulate --deck unequal-partners --patron greedy --client cautious --runs 20 --seed 1 --signs --json".to_owned());
    ask(
        "simulate",
        "simulate --from stockholm-table-1.toml@20 --patron greedy --client cautious --runs 9 --seed 1 --json".to_owned(),
    );
    printed
}

#[test]
fn what_the_program_prints_fits_its_schema_and_says_its_format() {
    for (command, text) in printed() {
        let schema: Value =
            serde_json::from_str(&fs::read_to_string(path(command)).unwrap()).unwrap();
        let lines = matches!(command, "run" | "replay");
        let documents: Vec<&str> = if lines {
            text.lines().collect()
        } else {
            vec![&text]
        };
        for document in documents {
            let found: Value = serde_json::from_str(document).unwrap();
            assert!(found["format"].is_u64(), "{command}: {document}");
            assert_eq!(holds::fault(&schema, &found), None, "{command}");
        }
    }
}

#[test]
fn the_command_prints_the_schema_that_is_in_the_docs() {
    let folder = Folder::new();
    for Kind { command, .. } in KINDS {
        let printed = folder.run(&format!("schema {command}"));
        assert_eq!(
            printed.out,
            fs::read_to_string(path(command)).unwrap(),
            "{command}"
        );
    }
    assert_eq!(
        folder.run("schema watch").out,
        folder.run("schema replay").out
    );
}
