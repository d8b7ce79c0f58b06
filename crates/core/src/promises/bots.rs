//! Sessions between bots come out to the byte as the text of the rules has them (rules 22.3 and 22.4).

use std::fs;
use std::path::Path;

use super::reference;
use crate::bot::{Bot, EuropeBot, Players, canonical_log};
use crate::model::scenario::Scenario;

fn log(scenario: &Scenario, seed: u64, pairing: &str) -> String {
    let names: Vec<&str> = pairing.split(':').collect();
    let europe = names.get(2).map_or(EuropeBot::Absent, |word| {
        EuropeBot::from_word(word).expect("a bot of Europe's")
    });
    let bot = |name| Bot::named(scenario, name).expect("a bot").expecting(europe);
    let (patron, client) = (bot(names[0]), bot(names[1]));
    let players = Players {
        patron: &patron,
        client: &client,
        europe,
    };
    canonical_log(scenario, seed, players)
}

#[test]
fn the_golden_logs_come_out() {
    let scenario = reference();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let mut played = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.expect("a name").to_owned();
        let [patron, client, europe, seed] = name.split('_').collect::<Vec<_>>()[..] else {
            continue;
        };
        let pairing = format!("{patron}:{client}:{europe}");
        let got = log(&scenario, seed.parse().expect("a seed"), &pairing);
        let expected = fs::read_to_string(&path).expect("a readable log");
        assert!(got == expected, "{name} differs");
        played += 1;
    }
    assert_eq!(played, 61);
}

#[test]
fn the_conformance_hashes_come_out() {
    let scenario = reference();
    let expected = [
        ("random:random", 0xd5fa_3642_db34_093b_u64),
        ("greedy:cautious", 0xa08b_3692_b3cd_544d),
        ("cautious:tit-for-tat", 0xa6dc_e451_60ca_e641),
        ("tit-for-tat:hardliner", 0xa7c1_db60_6a05_2684),
        ("hardliner:greedy", 0xd24c_bc74_86f3_2f66),
        ("logit:logit", 0xa0fe_63e1_4520_d160),
        ("random:logit", 0x9652_70fd_b3ab_5f01),
        ("hardliner:hardliner", 0x50d4_8323_c690_0a28),
        ("hardliner:steadfast", 0x3920_d82c_c70a_3a38),
        ("random:logit:random", 0x7f62_9525_82a5_7a8e),
        ("logit:logit:hawk", 0xf510_b1f7_d619_3582),
        ("cautious:logit:planner", 0xa199_1e28_4ccd_6ea3),
        ("tit-for-tat:logit:engager", 0x8a58_12a1_a5be_8b18),
        ("logit:logit:signaller", 0xb1a3_c78b_e8c5_f481),
        ("logit:logit:mediator", 0xf26e_812a_9695_2602),
    ];
    let mut wrong = Vec::new();
    for (pairing, hash) in expected {
        let logs: String = (0..25).map(|seed| log(&scenario, seed, pairing)).collect();
        let got = fnv1a(logs.as_bytes());
        if got != hash {
            wrong.push(format!("{pairing}: expected {hash:016x}, got {got:016x}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// FNV-1a, 64 bits.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
