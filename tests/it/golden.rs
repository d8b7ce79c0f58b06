//! The canonical logs and conformance hashes that every implementation of the rules must reproduce.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::analysis::bot::Bot;
use unequal_partners::analysis::playout::canonical_log;
use unequal_partners::bot::{self, EuropeBot, Players};
use unequal_partners::deck::Deck;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn log(deck: &Deck, seed: u64, patron: &str, client: &str) -> String {
    let bot = |name| {
        let place = deck.scenario.policy_index(name).expect("a shipped policy");
        Bot::new(&deck.scenario, &deck.scenario.policies[place])
    };
    canonical_log(&deck.scenario, seed, &bot(patron), &bot(client))
}

/// The logs of a folder, by name.
fn logs(folder: &Path) -> Vec<PathBuf> {
    let mut logs: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "log"))
        .collect();
    logs.sort();
    logs
}

/// Compares every log of a folder with what its name comes to; returns how many there were.
fn compare(folder: &Path, log: impl Fn(&[&str]) -> String) -> usize {
    let logs = logs(folder);
    let mut wrong = String::new();
    for path in &logs {
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name");
        let expected = fs::read_to_string(path).expect("a readable log");
        let got = log(&name.split('_').collect::<Vec<_>>());
        if got != expected {
            let at = expected.lines().zip(got.lines()).position(|(a, b)| a != b);
            let at = at.unwrap_or_else(|| expected.lines().count().min(got.lines().count()));
            let line = |text: &str| text.lines().nth(at).unwrap_or("(nothing)").to_owned();
            let (expected, got) = (line(&expected), line(&got));
            let _ = writeln!(
                wrong,
                "{name}, line {}:\n  expected {expected}\n  got      {got}",
                at + 1
            );
        }
    }
    assert!(wrong.is_empty(), "logs differ:\n{wrong}");
    logs.len()
}

/// Replays every log of a folder on the folder's deck; returns how many there were.
fn replay(folder: &Path) -> usize {
    let deck = Deck::from_path(&folder.join("deck.toml")).expect("the reference deck loads");
    compare(folder, |name| {
        let [patron, client, seed] = name[..] else {
            panic!("a log's name is PATRON_CLIENT_SEED: {name:?}");
        };
        log(&deck, seed.parse().expect("a seed"), patron, client)
    })
}

#[test]
fn the_second_rules_give_their_golden_logs() {
    let folder = golden().join("second");
    let deck = Deck::from_path(&folder.join("deck.toml")).expect("the deck is right");
    let scenario = deck.scenario;
    let played = compare(&folder, |name| {
        let [patron, client, europe, seed] = name[..] else {
            panic!("a log's name is PATRON_CLIENT_EUROPE_SEED: {name:?}");
        };
        let europe = EuropeBot::from_word(europe).expect("a bot of Europe's");
        let named = |name| bot::Bot::named(&scenario, name).expect("a shipped policy");
        let (patron, client) = (named(patron), named(client));
        let (patron, client) = (patron.expecting(europe), client.expecting(europe));
        let players = Players {
            patron: &patron,
            client: &client,
            europe,
        };
        bot::canonical_log(&scenario, seed.parse().expect("a seed"), players)
    });
    assert!(played >= 30);
}

#[test]
fn the_reference_deck_gives_the_golden_logs() {
    assert!(replay(&golden()) >= 20);
}

#[test]
fn several_demands_a_move_give_the_golden_logs() {
    assert!(replay(&golden().join("two-demands")) >= 5);
}

#[test]
fn the_conformance_hashes_come_out() {
    let deck = Deck::from_path(&golden().join("deck.toml")).unwrap();
    let expected = [
        ("random", "random", 0x052e_fc41_68f3_fa6a_u64),
        ("greedy", "cautious", 0xdbd9_4502_a8a9_6f26),
        ("cautious", "tit-for-tat", 0xc4a7_8e6e_25b7_44bd),
        ("tit-for-tat", "hardliner", 0x6d2e_fc40_0339_4e72),
        ("hardliner", "greedy", 0x2798_5a0b_3aba_6ac9),
        ("logit", "logit", 0x700d_5d62_afc0_edc1),
        ("random", "logit", 0x6342_fe68_116c_dbb0),
        ("hardliner", "hardliner", 0xb23c_f427_065f_c643),
    ];
    for (patron, client, hash) in expected {
        let logs: String = (0..=24)
            .map(|seed| log(&deck, seed, patron, client))
            .collect();
        let got = fnv1a(logs.as_bytes());
        assert_eq!(
            format!("{got:016x}"),
            format!("{hash:016x}"),
            "{patron}:{client}"
        );
    }
}

/// FNV-1a, 64 bits: the hash of the conformance list.
pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
