//! A workshop of eight moves, typed into a real terminal: its save verifies, resumes, and is the script's.

#[path = "../common/workshop.rs"]
mod script;

use std::path::Path;
use std::process::Command;

use unequal_partners::session::Table;

use crate::pty::Pty;

const SAVE: &str = "saves/workshop.toml";
const DECK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/deck.toml");

/// The bytes that a terminal sends for a key.
fn bytes(key: &str) -> &str {
    match key {
        "<enter>" => "\r",
        // One Esc alone begins many keys: what follows it too soon is read together with it. Two are read as
        // one, whatever follows, so that nothing rests on how fast the machine is.
        "<esc>" => "\u{1b}\u{1b}",
        "<tab>" => "\t",
        "<backtab>" => "\u{1b}[Z",
        "<c-s>" => "\u{13}",
        "<c-u>" => "\u{15}",
        "<up>" => "\u{1b}[A",
        "<down>" => "\u{1b}[B",
        "<right>" => "\u{1b}[C",
        "<left>" => "\u{1b}[D",
        "<home>" => "\u{1b}[H",
        "<end>" => "\u{1b}[F",
        character => character,
    }
}

#[test]
fn a_workshop_of_eight_moves_is_typed_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("saves")).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_unequal"));
    let args = [
        "play", "--deck", DECK, "--seed", "42", "--europe", "people", "--save", SAVE,
    ];
    let mut pty = Pty::start(program, &args, folder.path(), &[]);
    pty.resize(script::SIZE.1, script::SIZE.0);
    pty.wait_for("before STARTEX");
    for step in script::steps() {
        for key in &step.keys {
            pty.type_in(bytes(key));
        }
        assert!(
            step.words.is_empty() || pty.shows(&step.words),
            "console-workshop.keys:{}: {:?} does not come:\n{}",
            step.line,
            step.words,
            pty.screen()
        );
    }
    pty.type_in("\u{3}\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);

    let save = folder.path().join(SAVE);
    let (table, torn) = Table::read(&save).unwrap();
    assert!(torn.is_none());
    assert!(table.has_ended());
    assert_eq!(script::scripted(), script::typed(table.moments()));
    assert_eq!(script::SEED, table.setup().seed);
    let verified = Command::new(program).arg("verify").arg(&save).output();
    assert!(verified.unwrap().status.success());
    let mut pty = Pty::start(program, &["resume", SAVE], folder.path(), &[]);
    pty.wait_for("ENDEX after 8 moves");
    pty.signal("TERM");
    assert_eq!(pty.wait_for_end().0, 0);
}
