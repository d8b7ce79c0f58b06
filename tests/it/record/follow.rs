//! Watching a record grow.

use std::fs::{self, OpenOptions};
use std::io::Write;

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{Follow, Journal, News, StoreError};

use super::sample::{self, place, write};

#[test]
fn only_what_is_new_is_told_and_once() {
    let (_folder, path) = place();
    let mut journal = write(&path, 2);
    let (record, mut follow) = Follow::open(&path).unwrap();
    assert_eq!(record.entries.len(), 2);
    assert_eq!(follow.poll().unwrap(), News::default());
    for last in 2..5 {
        let entry = journal.append(sample::entry(last)).unwrap();
        assert_eq!(follow.poll().unwrap().entries, [entry]);
        assert_eq!(follow.poll().unwrap(), News::default());
    }
    let both = [5, 6].map(|last| journal.append(sample::entry(last)).unwrap());
    assert_eq!(follow.poll().unwrap().entries, both);
    assert_eq!(follow.last_number(), EntryNumber::new(7));
    assert_eq!(follow.digest(), journal.digest());
}

#[test]
fn an_entry_half_written_is_waited_for() {
    let (_folder, path) = place();
    drop(write(&path, 6));
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let journal = write(&path, 4);
    let start = usize::try_from(journal.size()).unwrap();
    let (_, mut follow) = Follow::open(&path).unwrap();
    let mut file = OpenOptions::new().append(true).open(&path).unwrap();
    let mut told = Vec::new();
    for byte in &whole[start..] {
        file.write_all(&[*byte]).unwrap();
        let news = follow.poll().unwrap();
        assert_eq!(news.unfinished.is_none(), !news.entries.is_empty());
        told.extend(news.entries.into_iter().map(|entry| entry.number));
    }
    assert_eq!(told, [5, 6].map(EntryNumber::new));
}

#[test]
fn a_record_that_goes_away_is_noticed() {
    let (folder, path) = place();
    let journal = write(&path, 2);
    let (_, mut follow) = Follow::open(&path).unwrap();
    fs::rename(&path, folder.path().join("elsewhere.toml")).unwrap();
    let error = follow.poll().unwrap_err();
    assert!(
        matches!(error, StoreError::Moved { entry, .. } if entry.get() == 3),
        "{error:?}"
    );
    drop(journal);
    drop(write(&path, 3));
    let error = follow.poll().unwrap_err();
    assert!(
        matches!(error, StoreError::Moved { .. }),
        "another file of that name: {error:?}"
    );
    let (record, _) = Follow::open(&path).unwrap();
    assert_eq!(record.entries.len(), 3);
}

#[test]
fn a_record_that_is_cut_behind_its_readers_back_is_noticed() {
    let (_folder, path) = place();
    drop(write(&path, 3));
    let (_, mut follow) = Follow::open(&path).unwrap();
    let length = fs::metadata(&path).unwrap().len();
    OpenOptions::new()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(length - 1)
        .unwrap();
    let error = follow.poll().unwrap_err();
    let StoreError::Changed {
        expected, found, ..
    } = error
    else {
        panic!("{error:?}")
    };
    assert_eq!((expected, found), (length, length - 1));
}

#[test]
fn a_torn_tail_cut_off_by_the_next_writer_does_not_disturb() {
    let (_folder, path) = place();
    drop(write(&path, 4));
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 9]).unwrap();
    let (record, mut follow) = Follow::open(&path).unwrap();
    assert_eq!(record.torn.unwrap().entry, EntryNumber::new(4));
    let mut journal = Journal::open(&path).unwrap().journal;
    assert_eq!(follow.poll().unwrap(), News::default());
    let entry = journal.append(sample::entry(9 % 4)).unwrap();
    assert_eq!(follow.poll().unwrap().entries, [entry]);
}

#[test]
fn damage_is_believed_when_it_is_seen_twice() {
    let (_folder, path) = place();
    drop(write(&path, 4));
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let journal = write(&path, 3);
    let start = usize::try_from(journal.size()).unwrap();
    let (_, mut follow) = Follow::open(&path).unwrap();
    let mut tail = whole[start..].to_vec();
    tail[80] ^= 1;
    let mut file = OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(&tail).unwrap();
    assert_eq!(
        follow.poll().unwrap().unfinished.unwrap().entry,
        EntryNumber::new(4)
    );
    let error = follow.poll().unwrap_err();
    assert!(
        matches!(error, StoreError::DamagedEntry { entry, .. } if entry.get() == 4),
        "{error:?}"
    );
}
