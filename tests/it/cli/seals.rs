//! Records that seats have signed: both sign with the real `ssh-keygen`, and whatever is changed or cut is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use unequal_partners::cli::ssh::{Checked, check};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::sealed::{self, Head, NAMESPACE, Unheld};

use super::program::{Done, Folder};

const HANDBOOK: &str = include_str!("../../../docs/record.md");

/// A session of bots that has ended, in `t.toml`.
fn session() -> Folder {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron cautious --client logit --save t.toml \
                --now 2026-11-23T20:00:00Z";
    folder.run(line).fine();
    folder
}

/// A session that the keys `patron` and `client` have signed, and the entry at which.
fn sealed() -> (Folder, EntryNumber) {
    let folder = session();
    for seat in ["patron", "client"] {
        key(&folder, seat);
        let told = folder
            .run(&format!("seal t.toml --seat {seat} --key {seat}"))
            .fine();
        assert!(
            told.contains(&format!("the {seat} seat signs entry")),
            "{told}"
        );
    }
    let found = sealed::beside(&folder.path("t.toml")).unwrap();
    assert_eq!(found.len(), 1);
    (folder, found[0].entry)
}

fn key(folder: &Folder, name: &str) -> PathBuf {
    let path = folder.path(name);
    let mut command = Command::new("ssh-keygen");
    command.args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f"]);
    let made = command.arg(&path).stdin(Stdio::null()).status();
    assert!(made.expect("ssh-keygen is there").success());
    path
}

#[track_caller]
fn told(done: &Done, says: &[&str]) {
    let all = format!("{}{}", done.out, done.err);
    assert_eq!(done.status, 1, "{all}");
    for said in says {
        assert!(all.contains(said), "{said}: {all}");
    }
}

#[test]
fn every_changed_byte_and_every_cut_of_a_sealed_record_is_told() {
    let folder = session();
    let path = folder.path("t.toml");
    let mut bytes = fs::read(&path).unwrap();
    let head = Head::of(&path, &bytes).unwrap().unwrap();
    assert!(head.entry > EntryNumber::new(5));
    assert_eq!(head.hold(&path, &bytes), Ok(()));
    let mut between = 0;
    for cut in 0..bytes.len() {
        let told = head.hold(&path, &bytes[..cut]);
        assert!(told.is_err(), "cut at {cut}");
        between += u64::from(told == Err(Unheld::Cut) && bytes[cut..].starts_with(b"\n[[entry]]"));
    }
    assert_eq!(between, head.entry.get(), "a cut before each entry");
    for at in 0..bytes.len() {
        bytes[at] ^= 1 << (at % 8);
        assert!(head.hold(&path, &bytes).is_err(), "byte {at}");
        bytes[at] ^= 1 << (at % 8);
    }
    // What comes after is not sealed, and takes nothing from what is.
    bytes.extend_from_slice(b"\n# later\n");
    assert_eq!(head.hold(&path, &bytes), Ok(()));
}

#[test]
fn a_computer_without_the_program_that_signs_is_told_how_to_get_it() {
    let folder = session();
    let nowhere = folder.path("nowhere");
    let run = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let done = folder
            .command(&words)
            .env("PATH", &nowhere)
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(1));
        String::from_utf8(done.stderr).unwrap()
    };
    let said = run("seal t.toml --seat patron --key id_ed25519");
    assert!(said.contains("no program `ssh-keygen` here"), "{said}");
    assert!(said.contains("apt install openssh-client"), "{said}");
    // A signature that nobody can check is never taken for one that holds.
    let path = folder.path("t.toml");
    let head = Head::of(&path, &fs::read(&path).unwrap()).unwrap().unwrap();
    let signature = format!("t.toml.head-{}.client.sig", head.entry);
    folder.write(&signature, "no signature");
    folder.write("t.toml.signers", "client ssh-ed25519 AAAA\n");
    let said = run("verify t.toml");
    assert!(said.contains("signatures were not checked"), "{said}");
}

#[test]
fn a_record_that_does_not_verify_is_not_sealed() {
    let folder = session();
    let bytes = folder.read("t.toml");
    folder.write("torn.toml", &bytes[..bytes.len() - 40]);
    told(
        &folder.run("seal torn.toml --seat client --key k"),
        &["something stands behind its last entry"],
    );
    let mut changed = bytes;
    let last = changed.len() - 100;
    changed[last] ^= 1;
    folder.write("changed.toml", changed);
    told(
        &folder.run("seal changed.toml --seat client --key k"),
        &["damaged entry"],
    );
    assert!(sealed::files(&folder.path("torn.toml")).unwrap().is_empty());
}

#[test]
#[ignore = "needs ssh-keygen; .ci/run has it"]
fn both_seats_sign_and_whatever_is_done_to_the_record_is_told() {
    let (folder, entry) = sealed();
    let fine = folder.run("verify t.toml").fine();
    let line = format!("entry {entry} signed by patron (ED25519 SHA256:");
    assert!(
        fine.contains(&line) && fine.contains(", client (ED25519"),
        "{fine}"
    );
    let json: Value = serde_json::from_str(&folder.run("verify t.toml --json").fine()).unwrap();
    assert_eq!(json["saves"][0]["seals"][0]["signed"][1]["seat"], "client");
    let again = folder.run("seal t.toml --seat client --key client");
    assert_eq!(again.status, 2, "{}", again.err);
    assert!(again.err.contains("has signed entry"), "{}", again.err);

    let whole = folder.read("t.toml");
    let begins = boundaries(&whole);
    assert_eq!(begins.len(), entry.count());
    for (left, cut) in (0_u64..).zip(&begins) {
        folder.write("t.toml", &whole[..*cut]);
        let says = format!(
            "cut off, {left} {}",
            if left == 1 { "entry" } else { "entries" }
        );
        told(&folder.run("verify t.toml"), &[&says, "sealed after entry"]);
    }
    // A byte of each entry, a cut in each, and the last line break.
    for (place, at) in begins.iter().enumerate() {
        let mut changed = whole.clone();
        changed[at + 60 + place] ^= 1;
        folder.write("t.toml", changed);
        told(&folder.run("verify t.toml"), &["damaged"]);
        folder.write("t.toml", &whole[..at + 60 + place]);
        told(&folder.run("verify t.toml"), &["sealed after entry"]);
    }
    folder.write("t.toml", &whole[..whole.len() - 1]);
    told(
        &folder.run("verify t.toml"),
        &["not the record that was sealed"],
    );
    // Another session in its place, which verifies by itself.
    let other = "run --deck deck.toml --seed 8 --patron greedy --client logit --save other.toml \
                 --now 2026-11-23T20:00:00Z";
    folder.run(other).fine();
    folder.write("t.toml", folder.read("other.toml"));
    told(
        &folder.run("verify t.toml"),
        &["not as sealed", "not the record that was sealed"],
    );
}

#[test]
#[ignore = "needs ssh-keygen; .ci/run has it"]
fn every_changed_byte_of_what_was_signed_and_of_a_signature_is_told() {
    let (folder, entry) = sealed();
    let save = folder.path("t.toml");
    let head = Head::path_for(&save, entry);
    let signature = head.with_file_name(format!("t.toml.head-{entry}.patron.sig"));
    let signers = sealed::signers_for(&save);
    let fits = || check(&head, &signature, &signers, "patron");
    assert!(matches!(fits(), Checked::Good(_)));
    each_byte_changed(&head, |at| {
        assert_eq!(fits(), Checked::Bad, "byte {at} of the head");
    });
    let text = folder.read(&format!("t.toml.head-{entry}.patron.sig"));
    each_byte_changed(&signature, |at| {
        // Line breaks of the armour are no part of what was signed.
        if text[at] != b'\n' {
            assert_eq!(fits(), Checked::Bad, "byte {at} of the signature");
        }
    });
    fs::remove_file(&head).unwrap();
    told(
        &folder.run("verify t.toml"),
        &["missing, or not what a seat has signed"],
    );
}

fn each_byte_changed(path: &Path, mut look: impl FnMut(usize)) {
    let whole = fs::read(path).unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(path, changed).unwrap();
        look(at);
    }
    fs::write(path, whole).unwrap();
}

#[test]
#[ignore = "needs ssh-keygen; .ci/run has it"]
fn a_seat_signs_for_itself_alone_and_for_records_alone() {
    let (folder, entry) = sealed();
    let head = format!("t.toml.head-{entry}");
    let public = |name: &str| String::from_utf8(folder.read(&format!("{name}.pub"))).unwrap();
    let both = format!("patron {}client {}", public("patron"), public("client"));
    folder.write("both", &both);
    folder.run("verify t.toml --signers both").fine();
    // What the client signed, laid down as the patron's.
    let own = folder.read(&format!("{head}.patron.sig"));
    folder.write(
        &format!("{head}.patron.sig"),
        folder.read(&format!("{head}.client.sig")),
    );
    told(
        &folder.run("verify t.toml"),
        &["no signature of the patron seat"],
    );
    // The right key, for something else than a record.
    let mut command = Command::new("ssh-keygen");
    command
        .args(["-Y", "sign", "-q", "-n", "file", "-f"])
        .arg(folder.path("patron"));
    let signed = command
        .stdin(fs::File::open(folder.path(&head)).unwrap())
        .output()
        .unwrap();
    folder.write(&format!("{head}.patron.sig"), signed.stdout);
    assert_ne!(NAMESPACE, "file");
    told(
        &folder.run("verify t.toml"),
        &["no signature of the patron seat"],
    );
    // Nothing signed at all: only who asks for signatures is told.
    folder.write(&format!("{head}.patron.sig"), own);
    fs::remove_file(folder.path(&format!("{head}.client.sig"))).unwrap();
    folder.run("verify t.toml").fine();
    told(
        &folder.run("verify t.toml --signers both"),
        &["signed by all of: patron, client"],
    );
    // Keys put beside the record by whoever signed anew are not those that are believed.
    for file in sealed::files(&folder.path("t.toml")).unwrap() {
        fs::remove_file(file).unwrap();
    }
    for seat in ["patron", "client"] {
        key(&folder, &format!("forged-{seat}"));
        folder
            .run(&format!("seal t.toml --seat {seat} --key forged-{seat}"))
            .fine();
    }
    folder.run("verify t.toml").fine();
    told(
        &folder.run("verify t.toml --signers both"),
        &["no signature of the patron seat"],
    );
}

#[test]
#[ignore = "needs ssh-keygen; .ci/run has it"]
fn a_session_that_goes_on_is_sealed_up_to_where_it_stands_and_again_at_its_end() {
    let folder = session();
    let whole = folder.read("t.toml");
    let begins = boundaries(&whole);
    folder.write("t.toml", &whole[..begins[4]]);
    key(&folder, "k");
    let said = folder.run("seal t.toml --seat client --key k").fine();
    assert!(said.contains("after entry 4 is not sealed"), "{said}");
    folder.write("t.toml", &whole);
    let later = folder.run("verify t.toml");
    assert_eq!(later.status, 0);
    assert!(
        later
            .err
            .contains("came after entry 4, which was sealed last"),
        "{}",
        later.err
    );
    folder.run("seal t.toml --seat client --key k").fine();
    assert_eq!(
        folder
            .run("verify t.toml")
            .fine()
            .matches("signed by client")
            .count(),
        2
    );
}

#[test]
#[ignore = "needs ssh-keygen and b3sum; .ci/run has them"]
fn a_third_party_checks_with_the_commands_of_the_handbook_alone() {
    let (folder, entry) = sealed();
    let block = HANDBOOK
        .split("```sh\n")
        .find(|part| part.contains("ssh-keygen -Y verify"));
    let block = block.unwrap().split("```").next().unwrap();
    assert!(!block.contains("unequal "), "{block}");
    let script = block
        .replace("table-2.toml", "t.toml")
        .replace("head-63", &format!("head-{entry}"));
    let run = || {
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(folder.path("."));
        let done = command.output().unwrap();
        String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned()
    };
    let said = run();
    assert_eq!(
        said.matches("Good \"unequal-record\" signature for")
            .count(),
        2,
        "{said}"
    );
    assert!(said.contains("the record is what was signed"), "{said}");
    let mut whole = folder.read("t.toml");
    whole[700] ^= 1;
    folder.write("t.toml", &whole);
    assert!(!run().contains("the record is what was signed"));
    whole[700] ^= 1;
    folder.write("t.toml", &whole[..boundaries(&whole)[3]]);
    assert!(!run().contains("the record is what was signed"));
    let head = format!("t.toml.head-{entry}");
    folder.write(&head, [folder.read(&head), b"x".to_vec()].concat());
    assert!(!run().contains("Good"));
}

/// Where the entries of a record begin.
fn boundaries(bytes: &[u8]) -> Vec<usize> {
    let lead = b"\n[[entry]]";
    (0..bytes.len())
        .filter(|at| bytes[*at..].starts_with(lead))
        .collect()
}
