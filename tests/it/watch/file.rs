//! The file that is watched: not there yet, growing, torn, left, moved, replaced, damaged.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use unequal_partners::session::{Condition, Table, Watch};
use unequal_partners::store::{Follow, Journal};

use super::{begin, look_until, look_until_it_is, place, play, read, whole};
use crate::eventful::bots;

const LEFT: Condition = Condition::Left { unfinished: false };

#[test]
fn a_session_is_waited_for_and_followed_from_its_first_act_to_its_end() {
    let (_folder, path) = place();
    let mut watch = Watch::begin(&path).unwrap();
    assert_eq!(*watch.condition(), Condition::NotThereYet);
    assert!(!watch.look() && watch.whole().is_none());
    let mut table = begin(&path);
    assert!(watch.look());
    assert_eq!((watch.condition(), read(&watch)), (&Condition::Live, 0));
    while !table.has_ended() {
        play(&mut table, 1);
        assert!(watch.look(), "an act is seen at the next look");
        assert_eq!(read(&watch), table.last_number().get());
        assert_eq!(*watch.condition(), Condition::Live);
    }
    assert_eq!(
        watch.whole().unwrap().canonical_log(),
        table.canonical_log()
    );
    drop(table);
    look_until_it_is(&mut watch, &LEFT);
}

#[test]
fn a_session_that_is_left_is_told_and_followed_again_when_it_is_resumed() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 3);
    let mut watch = Watch::begin(&path).unwrap();
    assert_eq!(*watch.condition(), Condition::Live);
    drop(table);
    look_until_it_is(&mut watch, &LEFT);
    let (mut table, _) = Table::resume(&path).unwrap();
    look_until_it_is(&mut watch, &Condition::Live);
    play(&mut table, 1);
    assert!(watch.look());
    assert_eq!((read(&watch), watch.laid()), (4, 1));
}

#[test]
fn an_entry_that_grows_byte_by_byte_is_seen_when_it_is_whole_and_not_before() {
    let (folder, path) = place();
    let (bytes, last) = whole(&folder.path().join("whole.toml"), 4);
    fs::write(&path, &bytes[..last]).unwrap();
    let mut watch = Watch::begin(&path).unwrap();
    let mut file = OpenOptions::new().append(true).open(&path).unwrap();
    for (at, byte) in bytes.iter().enumerate().skip(last) {
        file.write_all(&[*byte]).unwrap();
        watch.look();
        assert_eq!(read(&watch), 3 + u64::from(at + 1 == bytes.len()));
        assert!(!matches!(watch.condition(), Condition::Unusable(_)));
    }
}

#[test]
fn an_act_that_its_writer_never_finished_is_told_and_left_out() {
    let (folder, path) = place();
    let (bytes, last) = whole(&folder.path().join("whole.toml"), 4);
    fs::write(&path, &bytes[..last + 40]).unwrap();
    let mut watch = Watch::begin(&path).unwrap();
    look_until_it_is(&mut watch, &Condition::Left { unfinished: true });
    assert_eq!(read(&watch), 3);
    let (mut table, torn) = Table::resume(&path).unwrap();
    assert!(torn.is_some());
    look_until_it_is(&mut watch, &Condition::Live);
    play(&mut table, 2);
    assert!(watch.look());
    assert_eq!((read(&watch), watch.laid()), (5, 1));
}

#[test]
fn a_file_that_is_moved_away_is_waited_for_and_what_was_read_stays() {
    let (folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 3);
    let mut watch = Watch::begin(&path).unwrap();
    let elsewhere = folder.path().join("elsewhere.toml");
    fs::rename(&path, &elsewhere).unwrap();
    look_until_it_is(&mut watch, &Condition::Away);
    assert_eq!(read(&watch), 3);
    fs::rename(&elsewhere, &path).unwrap();
    look_until_it_is(&mut watch, &Condition::Live);
    play(&mut table, 1);
    assert!(watch.look());
    assert_eq!(
        (read(&watch), watch.laid()),
        (4, 1),
        "it is the same record"
    );
}

#[test]
fn another_record_in_its_place_is_laid_anew() {
    let (folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 5);
    let mut watch = Watch::begin(&path).unwrap();
    let other = folder.path().join("other.toml");
    let mut another = super::begin_with(&other, &bots("greedy", "logit", 8));
    play(&mut another, 2);
    fs::rename(&other, &path).unwrap();
    look_until(&mut watch, "the other record", |watch| watch.laid() == 2);
    assert_eq!(read(&watch), 2);
    assert_eq!(watch.whole().unwrap().setup().seed, 8);
}

#[test]
fn a_record_that_is_put_back_to_an_earlier_copy_is_laid_anew() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 2);
    let copy = fs::read(&path).unwrap();
    play(&mut table, 3);
    let mut watch = Watch::begin(&path).unwrap();
    assert_eq!(read(&watch), 5);
    drop(table);
    fs::write(&path, copy).unwrap();
    look_until(&mut watch, "the earlier copy", |watch| watch.laid() == 2);
    assert_eq!(read(&watch), 2);
}

#[test]
fn damage_is_told_by_its_entry_what_was_read_stays_and_mending_is_seen() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 5);
    drop(table);
    let good = fs::read(&path).unwrap();
    let mut watch = Watch::begin(&path).unwrap();
    let mut bad = good.clone();
    let place = bad.len() - 100;
    bad[place] ^= 1;
    fs::write(&path, &bad).unwrap();
    look_until(
        &mut watch,
        "the damage",
        |watch| matches!(watch.condition(), Condition::Unusable(why) if why.contains("damaged entry 5")),
    );
    assert_eq!(read(&watch), 5);
    assert!(!watch.look(), "it is told once");
    fs::write(&path, &good).unwrap();
    look_until_it_is(&mut watch, &LEFT);
    assert_eq!(watch.laid(), 1);
}

#[test]
fn what_is_no_session_is_refused_at_once() {
    let (folder, path) = place();
    fs::write(&path, "[package]\n").unwrap();
    assert!(Watch::begin(&path).is_err());
    assert!(Watch::begin(folder.path()).is_err());
}

#[test]
fn to_ask_after_the_writer_never_keeps_a_writer_out() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 2);
    drop(table);
    let (_, follow) = Follow::open(&path).unwrap();
    assert_eq!(follow.is_being_written(), Some(false));
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                follow.is_being_written();
            }
        });
        for turn in 0..300 {
            let opened = Journal::open(&path);
            if opened.is_err() {
                over.store(true, Ordering::Relaxed);
            }
            let opened = opened.unwrap_or_else(|error| panic!("turn {turn}: {error}"));
            drop(opened);
        }
        over.store(true, Ordering::Relaxed);
    });
    let opened = Journal::open(&path).unwrap();
    assert_eq!(follow.is_being_written(), Some(true));
    drop(opened);
    assert_eq!(follow.is_being_written(), Some(false));
}

#[test]
fn a_second_writer_is_still_kept_out() {
    let (_folder, path) = place();
    let _table = begin(&path);
    assert!(Table::resume(&path).is_err());
}
