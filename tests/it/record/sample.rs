//! Makes records to test with.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use unequal_partners::engine::RULES;
use unequal_partners::engine::action::{
    Action, NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::{Holder, Holders};
use unequal_partners::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Band, FollowUp, Inducement, Intensity, Response};
use unequal_partners::store::{
    ChangeLine, DeckCopy, Drawn, Header, Journal, LuckAnew, NewEntry, Parent, SessionOptions,
};

/// A short deck with everything in it that could upset a frame around it.
pub(crate) const DECK: &str = "[deck]\nid = \"small\"\ntitle = \"A small deck\"\n\n\
    [[entry]]  # 1, 12 bytes, check 00000000\ntext = \"\"\"quotes \" and \\\\ slashes\"\"\"\n";

/// A header with every field set.
pub(crate) fn header() -> Header {
    Header {
        rules: RULES,
        program: "0.1.0".into(),
        name: "Stockholm table 2".into(),
        started: "2026-11-23T20:42:07Z".into(),
        seed: u64::MAX,
        options: SessionOptions {
            play: Options {
                europe: true,
                sealed: false,
                announcement: Announcement::InTurn,
                adjudication: AdjudicationMode::SemiRigid,
            },
            moves: Some(12),
            moves_spread: Some(0),
            demands: Some(2),
        },
        seats: Holders {
            patron: Holder::Human,
            client: Holder::Bot("greedy".into()),
            europe: Holder::Bot("planner".into()),
        },
        parent: Some(Parent {
            file: "earlier.toml".into(),
            entry: EntryNumber::new(4),
            digest: "ab".repeat(32),
            copied: 3,
            luck: vec![LuckAnew {
                after: EntryNumber::new(3),
                seed: u64::MAX,
            }],
        }),
        deck: DeckCopy::new(1, "small", "A small deck", DECK),
    }
}

/// The acts of a session, one of every kind among them, round and round.
fn act(index: u64) -> Action {
    let reply = SealedReply {
        response: Response::Deflect,
        instead: Some("arctic-route".into()),
        ask: None,
        words: None,
    };
    match index % 15 {
        0 => Action::Inject { instead: None },
        1 => Action::Demand {
            card: "gas-discount".into(),
            intensity: Intensity::Press,
            inducement: Inducement::None,
        },
        2 => Action::Respond {
            response: Response::Conditions,
            instead: None,
            ask: Some("a \"price\" in écus\nand a \\ stroke".into()),
            words: None,
        },
        3 => Action::rule_as_computed(),
        4 => Action::FollowUp {
            choice: FollowUp::BackDown,
        },
        5 => Action::CloseMove,
        6 => Action::Hold,
        7 => Action::Commit {
            hash: "0f".repeat(32),
        },
        8 => Action::RevealDemand {
            nonce: "9c".repeat(16),
            plan: SealedDemand {
                take_up: false,
                demand: Some(NamedDemand {
                    card: "arctic-navy".into(),
                    intensity: Intensity::Ultimatum,
                    inducement: Inducement::Generous,
                }),
                if_met: FollowUp::Reward,
                if_defied: FollowUp::Punish,
            },
        },
        9 => Action::RevealResponse {
            nonce: "9d".repeat(16),
            plan: SealedResponse {
                replies: vec![SealedReplies {
                    domain: "economy".into(),
                    gentle: reply.clone(),
                    hard: SealedReply {
                        response: Response::Stall,
                        instead: None,
                        ask: None,
                        words: None,
                    },
                }],
            },
        },
        10 => Action::Rule {
            roll: Some(8),
            arguments: -1,
            band: Some(Band::Hold),
            reason: Some("the table agreed".into()),
            provisional: false,
        },
        11 => Action::Adjust {
            gauge: "economy.dependence".into(),
            by: -3,
            reason: "talks".into(),
        },
        12 => Action::Note {
            text: "watch this".into(),
            private: true,
        },
        13 => Action::Bookmark {
            label: String::new(),
        },
        _ => Action::Undo {
            to: EntryNumber::new(index - 2),
            reason: "misread card".into(),
        },
    }
}

/// The entry that follows `last`, as the session would hand it to the journal.
pub(crate) fn entry(last: u64) -> NewEntry {
    let phases = [
        Phase::Inject,
        Phase::Demand,
        Phase::Response,
        Phase::Ruling,
        Phase::FollowUp,
    ];
    let turn = usize::try_from(last).unwrap();
    NewEntry {
        after: EntryNumber::new(last),
        at: format!("2026-11-23T20:{:02}:10Z", last % 60),
        seat: Seat::ALL[turn % 4],
        by: ["person", "bot:greedy", "program", "Åsa 陈"][turn % 4].into(),
        move_number: u32::try_from(last / 6 + 1).unwrap(),
        phase: phases[turn % 5],
        act: act(last),
        rationale: last
            .is_multiple_of(3)
            .then(|| format!("reason {last}: 天然气 \"now\"")),
        confidence: last.is_multiple_of(3).then_some(70),
        dissent: last
            .is_multiple_of(7)
            .then(|| "two of us would have waited".into()),
        drawn: Drawn {
            event: last.is_multiple_of(6).then(|| "oil-slump".into()),
            roll: (last % 6 == 3).then_some(8),
            computed: (last % 12 == 9).then_some(Band::Slip),
        },
        changes: (0..last % 5)
            .map(|n| ChangeLine {
                gauge: "trust".into(),
                from: 60,
                to: 60 - i64::try_from(n).unwrap(),
                reason: "tabling".into(),
            })
            .collect(),
        state: format!("{last:016x}"),
    }
}

/// A folder that goes away with the test, and the path of a record in it.
pub(crate) fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    (folder, path)
}

/// Writes a record with so many entries.
pub(crate) fn write(path: &Path, entries: u64) -> Journal {
    let mut journal = Journal::create(path, &header()).unwrap();
    for last in 0..entries {
        journal.append(entry(last)).unwrap();
    }
    journal
}
