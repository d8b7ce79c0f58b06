//! What is given changed inputs: every reader of files that people can touch, and the keys.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Stdio};

use unequal_partners::cli::copy::read::Copy;
use unequal_partners::cli::script::Script;
use unequal_partners::cli::ssh::public_key;
use unequal_partners::deck::{self, Deck};
use unequal_partners::session::Setup;
use unequal_partners::session::history::Verified;
use unequal_partners::store::sealed::{self, Head};
use unequal_partners::store::seals::Key;
use unequal_partners::store::stage::Call;
use unequal_partners::store::together::Together;
use unequal_partners::store::{self, Annotations, Drafts};
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;

/// A reader, with what it is tried on.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// How many cases in a million are its.
    pub(crate) share: u64,
    /// Good inputs besides those of the corpus; there is a folder for files.
    pub(crate) seeds: fn(&Path) -> Vec<Vec<u8>>,
    /// Reads an input. Whatever it is, this returns.
    pub(crate) read: fn(&Path, &[u8]),
}

const DECK: &str = include_str!("../decks/base.toml");
const ACTS: &str = include_str!("../sessions/v2/every-entry.jsonl");
const KEYS: &str = include_str!("../sessions/console-workshop.keys");

pub(crate) const TARGETS: &[Target] = &[
    Target {
        name: "deck",
        share: 15_000,
        seeds: |_| vec![DECK.into()],
        read: read_deck,
    },
    Target {
        name: "record",
        share: 100_000,
        seeds: record,
        read: |_, bytes| drop(store::parse("x.toml", bytes)),
    },
    Target {
        name: "forged",
        share: 10_000,
        seeds: record,
        read: read_forged,
    },
    Target {
        name: "annotation",
        share: 200_000,
        seeds: none,
        read: read_annotations,
    },
    Target {
        name: "drafts",
        share: 25_000,
        seeds: none,
        read: read_drafts,
    },
    Target {
        name: "script",
        share: 150_000,
        seeds: |_| vec![ACTS.into()],
        read: read_script,
    },
    Target {
        name: "stage",
        share: 125_000,
        seeds: none,
        read: read_stage,
    },
    Target {
        name: "together",
        share: 125_000,
        seeds: none,
        read: read_together,
    },
    Target {
        name: "key",
        share: 43_000,
        seeds: none,
        read: read_key,
    },
    Target {
        name: "head",
        share: 200_000,
        seeds: none,
        read: read_head,
    },
    Target {
        name: "copy",
        share: 5_000,
        seeds: copy,
        read: read_copy,
    },
    Target {
        name: "keys",
        share: 2_000,
        seeds: |_| vec![KEYS.into()],
        read: read_keys,
    },
];

fn none(_: &Path) -> Vec<Vec<u8>> {
    Vec::new()
}

/// Runs the program in a folder.
fn run(folder: &Path, line: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unequal"));
    command
        .args(line.split_whitespace())
        .current_dir(folder)
        .stdin(Stdio::null());
    let done = command.output().unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

fn record(folder: &Path) -> Vec<Vec<u8>> {
    fs::write(folder.join("deck.toml"), DECK).unwrap();
    run(
        folder,
        "run --deck deck.toml --seed 7 --patron random --client random --save t.toml --now 2026-11-23T20:00:00Z",
    );
    vec![fs::read(folder.join("t.toml")).unwrap()]
}

fn copy(folder: &Path) -> Vec<Vec<u8>> {
    record(folder);
    run(folder, "copy t.toml --seat client --out t.copy");
    vec![fs::read(folder.join("t.copy")).unwrap()]
}

fn read_deck(_: &Path, bytes: &[u8]) {
    if let Err(problems) = Deck::from_bytes("any.toml", bytes) {
        let report = deck::report(&problems, false);
        assert!(
            report.chars().all(|c| c == '\n' || !c.is_control()),
            "{report:?}"
        );
    }
}

/// As if by somebody who knows the format: lengths, checks and digests fit again, so that what stands in the entries is
/// read and played.
fn read_forged(folder: &Path, bytes: &[u8]) {
    let save = folder.join("forged.toml");
    fs::write(&save, chained_anew(&String::from_utf8_lossy(bytes))).unwrap();
    let _answered = Verified::read(&save);
}

fn chained_anew(text: &str) -> String {
    let (mut made, mut previous) = (String::new(), String::new());
    for (place, block) in text.split("\n[[entry]]").enumerate() {
        let lead = match place {
            0 => "# unequal session, format 2, header ".to_owned(),
            number => format!("\n[[entry]]  # {number}, "),
        };
        let body = block.lines().skip(1);
        let body = body.filter(|line| !line.starts_with("digest = "));
        let body: String = body.flat_map(|line| [line, "\n"]).collect();
        let (text, digest) = framed(&lead, &body, &previous);
        made += &text;
        previous = digest;
    }
    made
}

fn framed(lead: &str, body: &str, previous: &str) -> (String, String) {
    let hash = |covered: &str| blake3::hash(format!("{previous}{covered}").as_bytes()).to_hex();
    let around =
        lead.len() + " bytes, check 12345678\n".len() + body.len() + "digest = \"\"\n".len() + 64;
    let length = (around + 1..around + 20)
        .find(|length| around + length.to_string().len() == *length)
        .unwrap();
    let line = format!("{lead}{length} bytes");
    let covered = format!("{line}, check {}\n{body}", hash(&line).get(..8).unwrap());
    let digest = hash(&covered).to_string();
    (format!("{covered}digest = \"{digest}\"\n"), digest)
}

fn read_annotations(folder: &Path, bytes: &[u8]) {
    let path = folder.join("a.annotations");
    fs::write(&path, bytes).unwrap();
    let _answered = Annotations::load_file(&path);
}

fn read_drafts(folder: &Path, bytes: &[u8]) {
    let save = folder.join("d.toml");
    fs::write(Drafts::path_for(&save), bytes).unwrap();
    let (_, lost) = Drafts::load(&save);
    if lost.is_some() {
        let _gone = fs::remove_file(folder.join("d.toml.drafts.damaged-1"));
    }
}

fn read_script(_: &Path, bytes: &[u8]) {
    let mut script = Script::reading("any", Box::new(Cursor::new(bytes.to_vec())));
    loop {
        match script.take_if(|_| true) {
            Ok(Some(_)) => {}
            Ok(None) => return,
            Err(error) => {
                let told = error.to_string();
                assert!(
                    told.chars().all(|c| c == '\n' || !c.is_control()),
                    "{told:?}"
                );
                return;
            }
        }
    }
}

fn read_stage(folder: &Path, bytes: &[u8]) {
    let save = folder.join("s.toml");
    fs::write(Call::path_for(&save), bytes).unwrap();
    let _answered = Call::beside(&save);
}

fn read_together(folder: &Path, bytes: &[u8]) {
    let save = folder.join("s.toml");
    fs::write(Together::path_for(&save), bytes).unwrap();
    let _answered = Together::beside(&save);
}

fn read_key(folder: &Path, bytes: &[u8]) {
    let save = folder.join("k.toml");
    fs::write(Key::path_for(&save), bytes).unwrap();
    let _answered = Key::load(&save);
}

fn read_head(_: &Path, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(head) = Head::read(&text) {
        assert_eq!(head.text(), text);
        assert!(head.hold(Path::new("x.toml"), bytes).is_err());
    }
    let _key = public_key(&text);
    let _names = sealed::names(&text);
}

fn read_copy(folder: &Path, bytes: &[u8]) {
    let path = folder.join("any.copy");
    fs::write(&path, bytes).unwrap();
    let _answered = Copy::read(&path);
}

/// Keys at a table of people; a line that begins with `paste:` is pasted, `size:` gives the terminal a size.
fn read_keys(_: &Path, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let deck = Deck::from_text("base.toml", DECK).unwrap();
    let mut play = Play::with_deck(deck, &Setup::of_people("table", 7)).unwrap();
    // The same part of the same input, and another one of each.
    let begin = text.len().min(blake3::hash(bytes).as_bytes()[0].into());
    let text: String = text.chars().skip(begin).take(60).collect();
    for line in text.lines() {
        let line = line.split(" ⇒ ").next().unwrap_or_default();
        if let Some(pasted) = line.strip_prefix("paste:") {
            play.input(Input::Paste(pasted.to_owned()));
        } else if let Some(size) = line.strip_prefix("size:") {
            let mut sizes = size
                .split('x')
                .map(|number| number.parse::<u16>().unwrap_or(0).min(400));
            play.resize(sizes.next().unwrap_or(0), sizes.next().unwrap_or(0));
        } else {
            for input in Input::keys(line) {
                play.input(input);
                if play.is_left() {
                    return;
                }
            }
        }
        play.screen();
    }
}
