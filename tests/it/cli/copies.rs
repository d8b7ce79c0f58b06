//! Copies for teams: they hold what a seat may know, seal the rest, and are told when they are not true.

use std::fs;

use serde_json::Value;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Remarks, Table};

use super::program::{Done, Folder};
use crate::eventful::{play, stamp, three};
use crate::hidden::{Hidden, another_seed, session};

const SEED: &str = "541037";
const TEAMS: [&str; 4] = ["patron", "client", "europe", "audience"];

/// A session of people with something hidden of every kind, after eleven entries.
fn people() -> Folder {
    let folder = Folder::new();
    let acts = r#"{"seat":"white-cell","kind":"inject"}
{"seat":"client","kind":"no-offer"}
{"seat":"patron","kind":"hold","rationale":"REASON-OF-THE-PATRON","dissent":"DISSENT-OF-THE-PATRON"}
{"seat":"client","kind":"note","text":"NOTE-OF-THE-CLIENT","private":true}
{"seat":"white-cell","act":{"kind":"join","name":"Anna","at":"client"}}
{"seat":"white-cell","act":{"kind":"ask-estimate","id":"talks","question":"Do the talks resume?","resolution":"a date is named"}}
{"seat":"client","act":{"kind":"estimate","id":"talks","name":"Anna","percent":83},"by":"Anna","rationale":"REASON-OF-ANNA"}
{"seat":"white-cell","act":{"kind":"plan-inject","id":"flood","news":{"written":{"title":"PLAN-OF-INJECTS"}},"due":"called"}}
{"seat":"audience","kind":"note","text":"The room is calm"}
"#;
    folder.write("acts.jsonl", acts);
    let line = format!(
        "run --deck deck.toml --seed {SEED} --patron human --client human --save s.toml --script acts.jsonl \
         --now 2026-11-23T20:00:00Z"
    );
    let done = folder.run(&line);
    assert_eq!(done.status, 1, "it waits for the next act: {}", done.err);
    folder
}

/// The copies that were made, by seat.
fn copies(folder: &Folder) -> Vec<String> {
    let made = TEAMS.map(|seat| {
        let told = folder.run(&format!("copy s.toml --seat {seat}")).fine();
        let first = told.lines().next().unwrap();
        first.strip_prefix("Wrote ").unwrap().to_owned()
    });
    made.into()
}

#[track_caller]
fn refused(done: &Done, status: i32, says: &[&str]) {
    assert_eq!(done.status, status, "{}{}", done.out, done.err);
    for said in says {
        let all = format!("{}{}", done.out, done.err);
        assert!(all.contains(said), "{said}: {all}");
    }
}

#[test]
fn a_copy_holds_what_its_seat_may_know_and_none_of_what_is_hidden() {
    let folder = people();
    let all = [
        "REASON-OF-THE-PATRON",
        "DISSENT-OF-THE-PATRON",
        "NOTE-OF-THE-CLIENT",
    ];
    for (copy, own) in copies(&folder).iter().zip([&all[..2], &all[2..], &[], &[]]) {
        let text = String::from_utf8(folder.read(copy)).unwrap();
        for secret in all {
            assert_eq!(
                text.contains(secret),
                own.contains(&secret),
                "{copy}: {secret}"
            );
        }
        for secret in [SEED, "83", "REASON-OF-ANNA", "PLAN-OF-INJECTS"] {
            let shown: Vec<&str> = text
                .lines()
                .filter(|line| without_hashes(line).contains(secret))
                .collect();
            assert!(shown.is_empty(), "{copy}: {secret}: {shown:#?}");
        }
        let seat = copy.split(['.', '-']).nth(1).unwrap();
        let replayed = folder.run(&format!("replay {copy} --text")).fine();
        let whole = folder
            .run(&format!("replay s.toml --text --seat {seat}"))
            .fine();
        assert_eq!(replayed, whole);
    }
}

/// A line of a copy without its hashes, which hold any digits.
fn without_hashes(line: &str) -> String {
    let mut line: Value = serde_json::from_str(line).unwrap();
    let fields = line.as_object_mut().unwrap();
    assert_eq!(fields.remove("digest").unwrap().as_str().unwrap().len(), 64);
    fields.remove("seal");
    line.to_string()
}

#[test]
fn a_copy_is_held_against_the_session_and_stays_true_when_play_goes_on() {
    let folder = people();
    let made = copies(&folder);
    let alone = folder.run(&format!("verify {}", made[1])).fine();
    assert!(alone.contains("only the session can tell"), "{alone}");
    folder.write(
        "more.jsonl",
        "{\"seat\":\"audience\",\"kind\":\"note\",\"text\":\"later\"}\n",
    );
    let _waits = folder.run("resume s.toml --script more.jsonl");
    let line = format!("verify {} --against s.toml", made.join(" "));
    let told = folder.run(&line).fine();
    assert_eq!(told.matches("a true copy of s.toml").count(), 4, "{told}");
    // The same entry of two copies has the same seal: two teams see that they hold one session.
    let seal = |copy: &str, entry: u64| {
        let text = String::from_utf8(folder.read(copy)).unwrap();
        let mut lines = text
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines
            .find(|line| line["entry"] == entry && line["sentence"].is_string())
            .unwrap()["seal"]
            .clone()
    };
    assert_eq!(seal(&made[0], 1), seal(&made[2], 1));
    fs::remove_file(folder.path("s.toml.seals")).unwrap();
    refused(&folder.run(&line), 1, &["its seals cannot be opened"]);
}

#[test]
fn a_copy_that_was_cut_or_forged_is_told_with_its_line() {
    let folder = people();
    let copy = &copies(&folder)[1];
    let whole = String::from_utf8(folder.read(copy)).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let without = |place: usize| {
        let kept = lines.iter().enumerate().filter(|(at, _)| *at != place);
        kept.flat_map(|(_, line)| [*line, "\n"]).collect::<String>()
    };
    let changed = whole.replace("The room is calm", "The room is loud");
    let at = 1 + lines
        .iter()
        .position(|line| line.contains("is calm"))
        .unwrap();
    let cut = whole.get(..whole.len() - 200).unwrap().to_owned();
    let last = lines.len();
    for (text, line) in [
        (changed.clone(), at),
        (without(2), 3),
        (without(last - 1), last),
        (cut, last),
        (format!("{whole}{}\n", lines[1]), last + 1),
    ] {
        folder.write(copy, &text);
        for against in ["", " --against s.toml"] {
            let done = folder.run(&format!("verify {copy}{against}"));
            refused(&done, 1, &[&format!("line {line}: ")]);
        }
    }
    // Who can write the file can chain it anew; the session tells all the same.
    folder.write(copy, chained(&changed));
    assert_eq!(folder.run(&format!("verify {copy}")).status, 0);
    let says = format!("line {at}: `sentence` is not what the client seat could see");
    refused(
        &folder.run(&format!("verify {copy} --against s.toml")),
        1,
        &[&says],
    );
    // A session that was written anew, with the same acts and another seed behind them.
    folder.write(copy, &whole);
    let other = "run --deck deck.toml --seed 77 --patron human --client human --save other.toml --script \
                 acts.jsonl --now 2026-11-23T20:00:00Z";
    assert_eq!(folder.run(other).status, 1);
    fs::copy(folder.path("s.toml.seals"), folder.path("other.toml.seals")).unwrap();
    refused(
        &folder.run(&format!("verify {copy} --against other.toml")),
        1,
        &["not true to other.toml", "line 1: "],
    );
}

/// The lines of a copy with digests that fit them.
fn chained(text: &str) -> String {
    let mut digest = String::new();
    let mut chained = String::new();
    for line in text.lines() {
        let (open, _) = line.rsplit_once(",\"digest\":").unwrap();
        digest = unequal_partners::store::seals::chained(&digest, open);
        chained = chained + open + ",\"digest\":\"" + &digest + "\"}\n";
    }
    chained
}

#[test]
fn every_command_says_what_a_copy_is() {
    let folder = people();
    let copy = &copies(&folder)[1];
    let reads = format!("`unequal replay {copy} --text`");
    for line in [
        "resume COPY --script acts.jsonl",
        "report COPY",
        "watch COPY --text",
        "branch COPY --at 1",
        "compare COPY s.toml",
        "copy COPY --seat client",
    ] {
        let done = folder.run(&line.replace("COPY", copy));
        refused(&done, 1, &["what one seat may know of a session", &reads]);
    }
    for line in [
        "replay COPY",
        "replay COPY --text --seat patron",
        "replay COPY --text --at 1",
        "replay COPY --cast -",
    ] {
        refused(
            &folder.run(&line.replace("COPY", copy)),
            2,
            &["the client seat knew after entry 11", &reads],
        );
    }
    refused(
        &folder.run("verify s.toml --against s.toml"),
        2,
        &["no copy of a session"],
    );
    refused(
        &folder.run("copy s.toml --seat white-cell"),
        2,
        &["patron, client, europe, audience"],
    );
    refused(
        &folder.run("verify s.toml.seals"),
        1,
        &["the key to copies", "s.toml"],
    );
}

#[test]
fn nothing_is_written_over_and_a_key_that_cannot_be_read_stays() {
    let folder = people();
    let copy = &copies(&folder)[0];
    let (made, key) = (folder.read(copy), folder.read("s.toml.seals"));
    for to in [copy.as_str(), "s.toml", "s.toml.seals", "deck.toml"] {
        let done = folder.run(&format!("copy s.toml --seat client --out {to}"));
        refused(&done, 2, &["a file of this name exists", "--out"]);
    }
    let printed = folder.run("copy s.toml --seat patron --out -").fine();
    assert_eq!(
        printed.as_bytes(),
        made,
        "the same moment gives the same bytes"
    );
    assert_eq!(folder.read("s.toml.seals"), key);
    folder.write("s.toml.seals", "key = \"lost\"\n");
    refused(
        &folder.run("copy s.toml --seat client --out new.copy"),
        1,
        &["cannot read the key"],
    );
    assert_eq!(folder.read("s.toml.seals"), b"key = \"lost\"\n");
}

/// The lines of a copy as they are but for hashes.
fn open(table: Table, seat: Seat) -> Vec<String> {
    let text = unequal_partners::cli::copy::text(table, seat, None).unwrap();
    text.lines().map(without_hashes).collect()
}

#[test]
fn what_a_seat_may_not_know_changes_nothing_in_its_copy_but_hashes() {
    for of in [Seat::Audience, Seat::Europe, Seat::Client, Seat::Patron] {
        let one = Hidden {
            seed: 1,
            others_say: "yes",
            of,
        };
        // The client knows its own red lines, so they stay.
        let seed = another_seed(of == Seat::Client);
        let first = open(session(one), of);
        assert_eq!(first, open(session(Hidden { seed, ..one }), of), "{of}");
        let others_say = "quite another reason";
        assert_eq!(
            first,
            open(session(Hidden { others_say, ..one }), of),
            "{of}"
        );
    }
}

#[test]
fn in_random_sessions_no_reason_nor_private_note_of_others_is_in_a_copy() {
    let deck = crate::report::deck();
    let mut told = 0;
    for seed in 0..12 {
        let setup = three("greedy", "cautious", "random", seed);
        let whole = play(&deck, &setup, 60);
        for seat in [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience] {
            let again = |others_say: &str| {
                let mut table = Table::unrecorded(deck.clone(), &setup, &stamp(0)).unwrap();
                for moment in whole.moments() {
                    let entry = &moment.entry;
                    let own = entry.seat == seat;
                    let said = |text: &Option<String>| {
                        text.as_ref().map(|text| {
                            if own {
                                text.clone()
                            } else {
                                others_say.to_owned()
                            }
                        })
                    };
                    let remarks = Remarks {
                        rationale: said(&entry.rationale),
                        confidence: entry.confidence.map(|sure| {
                            if own {
                                sure
                            } else {
                                u8::try_from(others_say.len()).unwrap()
                            }
                        }),
                        dissent: said(&entry.dissent),
                    };
                    let act = match &entry.act {
                        Action::Note { private: true, .. } if !own => Action::Note {
                            text: others_say.to_owned(),
                            private: true,
                        },
                        act => act.clone(),
                    };
                    let seen = table.last_number();
                    table
                        .submit(seen, entry.seat, entry.by.clone(), &act, remarks, &entry.at)
                        .unwrap();
                    if table.has_ended() {
                        break;
                    }
                }
                table
            };
            let (one, other) = (again("ONE-REASON"), again("QUITE-ANOTHER"));
            if one.has_ended() {
                continue;
            }
            let (one, other) = (open(one, seat), open(other, seat));
            assert_eq!(one, other, "{seat}, seed {seed}");
            assert!(!one.iter().any(|line| line.contains("ONE-REASON")));
            told += one.len();
        }
    }
    assert!(told > 500, "{told} lines");
}
