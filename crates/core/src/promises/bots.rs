//! Sessions between bots come out to the byte as the text of the rules has them (rules 22.3 and 22.4).

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
fn the_conformance_hashes_come_out() {
    let scenario = reference();
    let expected = [
        ("random:random", 0xd5fa_3642_db34_093b_u64),
        ("greedy:cautious", 0xa6d1_b65a_4c3b_2959),
        ("cautious:tit-for-tat", 0xa6dc_e451_60ca_e641),
        ("tit-for-tat:hardliner", 0xa516_3138_7508_f59b),
        ("hardliner:greedy", 0xd24c_bc74_86f3_2f66),
        ("logit:logit", 0x7422_3064_771d_e73e),
        ("random:logit", 0xfe1d_f7a8_04da_ef00),
        ("hardliner:hardliner", 0x50d4_8323_c690_0a28),
        ("hardliner:steadfast", 0x3920_d82c_c70a_3a38),
        ("random:logit:random", 0x7f62_9525_82a5_7a8e),
        ("logit:logit:hawk", 0x9f25_778c_20c5_d142),
        ("cautious:logit:planner", 0x0ae6_12be_2137_f99b),
        ("tit-for-tat:logit:engager", 0x2365_0659_9c1a_e872),
        ("logit:logit:signaller", 0x1e2c_c23a_4962_934d),
        ("logit:logit:mediator", 0x17be_c88e_23e6_4ed8),
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
