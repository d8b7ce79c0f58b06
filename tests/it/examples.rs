//! The example sessions: they hold, and they are what their scripts say.
//!
//! The scripts in `tests/sessions/examples` are the sources. After a change of the decks, or of the rules
//! before their first release, `cargo test --locked --test it made_anew -- --ignored` plays them anew.

use std::path::PathBuf;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Table;
use unequal_partners::store::Annotations;

use crate::made::{self, Script};

fn scripts() -> Vec<Script> {
    made::scripts(&made::at("tests/sessions/examples"))
}

fn shipped() -> PathBuf {
    made::at("saves/examples")
}

fn table(name: &str) -> Table {
    let (table, torn) = Table::read(&shipped().join(format!("{name}.toml"))).unwrap();
    assert!(torn.is_none());
    table
}

#[test]
#[ignore = "writes: makes the shipped examples anew"]
fn the_examples_are_made_anew() {
    made::make_anew(&scripts(), &shipped());
}

#[test]
fn the_scripts_of_the_examples_still_play_to_their_ends() {
    let folder = tempfile::tempdir().unwrap();
    made::play(&scripts(), folder.path());
}

#[test]
fn the_examples_replay_to_what_they_hold_and_say_what_their_scripts_say() {
    for script in scripts() {
        let name = &script.name;
        let table = table(name);
        assert!(table.has_ended(), "{name} is whole");
        let said: Vec<&str> = table
            .moments()
            .iter()
            .filter_map(|moment| moment.entry.rationale.as_deref())
            .collect();
        for line in script.lines() {
            if let Some(rationale) = line["rationale"].as_str() {
                assert!(said.contains(&rationale), "{name}: {rationale}");
            }
        }
    }
}

#[test]
fn the_examples_show_what_a_record_can_hold() {
    let one = table("stockholm-table-1");
    let two = table("stockholm-table-2");
    let kinds: Vec<&str> = [one.moments(), two.moments()]
        .concat()
        .iter()
        .map(|moment| moment.entry.act.word())
        .collect();
    for kind in [
        "measure",
        "offer",
        "no-offer",
        "take-up",
        "ask-estimate",
        "estimate",
        "resolve-estimate",
        "undo",
        "argue",
        "settle",
        "pause",
        "note",
        "bookmark",
        "hold",
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    assert_eq!(
        one.setup().seats.europe,
        Holder::Human,
        "three teams sit at table 1"
    );
    let without_reason = one.standing().filter(|moment| {
        let entry = &moment.entry;
        entry.seat == Seat::Client && entry.act.is_decision() && entry.rationale.is_none()
    });
    assert_eq!(without_reason.count(), 1, "one gap, to be found");
    let branch = table("stockholm-table-1-half-the-lessons");
    let parent = branch.header().parent.as_ref().unwrap();
    assert_eq!(parent.file, "stockholm-table-1.toml");
    let trunk = &one.moments()[17].entry;
    assert_eq!(
        (parent.entry, &parent.digest),
        (EntryNumber::new(18), &trunk.digest),
        "it leaves its trunk as it is now"
    );
    let sealed = table("sealed-evening");
    let commits = sealed.moments().iter();
    let commits = commits.filter(|moment| matches!(moment.entry.act, Action::Commit { .. }));
    assert_eq!(commits.count(), 6);
    let annotations = Annotations::load(shipped().join("stockholm-table-1.toml")).unwrap();
    let last = one.last_number();
    assert!(annotations.standing().count() >= 4);
    assert!(
        annotations
            .standing()
            .all(|annotation| annotation.entry <= last)
    );
}
