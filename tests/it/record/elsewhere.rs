//! A record whose file is gone is told of, and goes on in another file as if nothing had happened.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{Journal, StoreError, read};

use super::sample::{self, place, write};

#[test]
fn a_file_that_is_gone_or_another_is_told_before_anything_is_written() {
    let (folder, path) = place();
    let mut journal = write(&path, 3);
    journal.look().unwrap();
    let away = folder.path().join("away.toml");
    fs::rename(&path, &away).unwrap();
    let gone = journal.look().unwrap_err();
    assert!(matches!(gone, StoreError::Moved { .. }), "{gone:?}");
    assert_eq!(gone.entry(), Some(EntryNumber::new(4)));
    fs::write(&path, "an older copy").unwrap();
    assert!(matches!(journal.look(), Err(StoreError::Moved { .. })));
    fs::rename(&away, &path).unwrap();
    journal.look().unwrap();
    journal.append(sample::entry(3)).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 9]).unwrap();
    assert!(matches!(journal.look(), Err(StoreError::Changed { .. })));
}

#[test]
fn a_record_goes_on_in_another_file_byte_for_byte() {
    let (folder, path) = place();
    drop(write(&path, 15));
    let record = read(&path).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let other = folder.path().join("other.toml");
    let mut journal = Journal::elsewhere(&other, &record.header, &record.entries).unwrap();
    assert_eq!(fs::read(&other).unwrap(), whole);
    assert_eq!(journal.digest(), record.digest());
    let entry = journal.append(sample::entry(15)).unwrap();
    assert_eq!(
        (entry.number.count(), read(&other).unwrap().entries.len()),
        (16, 16)
    );
    let taken = Journal::elsewhere(&other, &record.header, &record.entries).unwrap_err();
    assert!(matches!(taken, StoreError::Exists { .. }));
    // What does not come out as it was acknowledged is no copy.
    let mut wrong = record.entries.clone();
    wrong[4].state.push('0');
    let third = folder.path().join("third.toml");
    Journal::elsewhere(&third, &record.header, &wrong).unwrap_err();
    assert!(!third.exists());
}

/// Writes over a file in place, and again until the system notes another time for it.
fn write_over(path: &Path, bytes: &[u8]) {
    let noted = || fs::metadata(path).unwrap().modified().unwrap();
    let (before, begun) = (noted(), Instant::now());
    while noted() == before {
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "no time is noted"
        );
        let mut file = OpenOptions::new().write(true).open(path).unwrap();
        file.write_all(bytes).unwrap();
    }
}

#[test]
fn a_file_that_is_written_over_in_place_is_told_although_its_length_is_as_before() {
    let (_folder, path) = place();
    let mut journal = write(&path, 3);
    let mut bytes = fs::read(&path).unwrap();
    write_over(&path, &bytes);
    journal.look().unwrap();
    assert_eq!(
        journal.append(sample::entry(3)).unwrap().number,
        EntryNumber::new(4)
    );
    bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    write_over(&path, &bytes);
    let over = journal.look().unwrap_err();
    assert!(matches!(over, StoreError::Overwritten { .. }), "{over:?}");
    assert_eq!(over.entry(), Some(EntryNumber::new(5)));
    journal.append(sample::entry(4)).unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), bytes, "nothing more is written");
}
