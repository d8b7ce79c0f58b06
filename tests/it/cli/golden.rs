//! The golden logs, through the binary and the table: byte for byte.

use std::fs;
use std::path::Path;

use super::program::{Folder, golden};

/// Runs every log of a folder on the folder's deck; gives how many there were.
fn replay(folder: &Path) -> usize {
    let program = Folder::new();
    let deck = folder.join("deck.toml");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "log") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let [patron, client, europe, seed] = name.split('_').collect::<Vec<_>>()[..] else {
            panic!("a log's name is PATRON_CLIENT_EUROPE_SEED: {name}");
        };
        let europe = if europe == "absent" { "nobody" } else { europe };
        let deck = deck.to_str().unwrap();
        let arguments = [
            "run", "--deck", deck, "--seed", seed, "--patron", patron, "--client", client,
            "--europe", europe, "--log",
        ];
        let printed = program.run_each(&arguments).fine();
        assert_eq!(printed, fs::read_to_string(&path).unwrap(), "{name}");
        count += 1;
    }
    count
}

#[test]
fn the_binary_prints_the_golden_logs() {
    assert!(replay(&golden()) >= 50);
}
