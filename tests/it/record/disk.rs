//! No acknowledged act is lost, whatever the disk does; and the tests would notice if one were.

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{Entry, Journal, StoreError, parse};

use super::faulty::{Dice, Disk, Faults};
use super::sample::{self, place, write};

/// The bytes of a record with so many entries.
fn record(entries: u64) -> Vec<u8> {
    let (_folder, path) = place();
    drop(write(&path, entries));
    std::fs::read(path).unwrap()
}

/// Goes on with a record on a disk.
fn journal(disk: &Disk) -> Journal {
    let bytes = disk.seen();
    Journal::resume(Box::new(disk.clone()), "table.toml", &bytes)
        .unwrap()
        .journal
}

/// Whether what was found holds all that was acknowledged, and nothing that was never written.
fn holds(found: &[u8], acknowledged: &[Entry], written: &[Entry]) -> bool {
    let (record, damage) = match parse("table.toml", found) {
        Ok(read) => read,
        Err(error) => panic!("the header was safe: {error}"),
    };
    if let Some(damage) = damage {
        // Refused, but only for what was not acknowledged.
        let entry = damage.entry().unwrap();
        assert!(entry.count() > acknowledged.len() || record.entries.len() < acknowledged.len());
    }
    record.entries.starts_with(acknowledged) && written.starts_with(&record.entries)
}

/// Plays sessions that lose power at some moment. Tells how many of them lost an acknowledged act.
fn power_cuts(faults: Faults, sessions: u64) -> usize {
    let empty = record(0);
    let mut losses = 0;
    for session in 0..sessions {
        let mut dice = Dice::new(session);
        // The last act meets the failing sync, so that it is written and not acknowledged.
        let entries = 1 + dice.below(6);
        let cut_in_flight = dice.below(2) == 0;
        let faults = Faults {
            sync_fails_at: if cut_in_flight { entries + 1 } else { 0 },
            truncate_fails: cut_in_flight,
            ..faults
        };
        let disk = Disk::holding(&empty, faults);
        let mut journal = journal(&disk);
        let mut acknowledged = Vec::new();
        for last in 0..entries as u64 {
            if let Ok(entry) = journal.append(sample::entry(last)) {
                acknowledged.push(entry);
            }
        }
        let written = parse("table.toml", &disk.seen()).unwrap().0.entries;
        let found = disk.after_power_cut(&mut dice);
        losses += usize::from(!holds(&found, &acknowledged, &written));
    }
    losses
}

#[test]
fn the_loss_of_power_loses_no_acknowledged_act() {
    assert_eq!(power_cuts(Faults::default(), 3000), 0);
}

#[test]
fn a_program_that_never_syncs_would_be_caught() {
    let faults = Faults {
        never_syncs: true,
        ..Faults::default()
    };
    assert!(power_cuts(faults, 300) > 150);
}

#[test]
fn a_program_that_acknowledges_before_it_writes_would_be_caught() {
    let faults = Faults {
        writes_late: true,
        ..Faults::default()
    };
    let disk = Disk::holding(&record(0), faults);
    let mut journal = journal(&disk);
    let acknowledged: Vec<Entry> = (0..3)
        .map(|last| journal.append(sample::entry(last)).unwrap())
        .collect();
    // Killed here, without any loss of power.
    assert!(!holds(&disk.seen(), &acknowledged, &acknowledged));
}

#[test]
fn a_full_disk_refuses_the_act_and_keeps_the_record_whole() {
    let before = record(3);
    for room in [0, 1, 40, 200] {
        for full_as_error in [false, true] {
            let faults = Faults {
                full_at: 1,
                room,
                full_as_error,
                ..Faults::default()
            };
            let disk = Disk::holding(&before, faults);
            let mut journal = journal(&disk);
            let error = journal.append(sample::entry(3)).unwrap_err();
            assert!(
                matches!(error, StoreError::DiskFull { entry: Some(entry), .. } if entry.get() == 4),
                "{error:?}"
            );
            assert_eq!(disk.seen(), before, "nothing of the refused act remains");
            // Room was made.
            let entry = journal.append(sample::entry(3)).unwrap();
            assert_eq!(entry.number, EntryNumber::new(4));
            assert_eq!(disk.seen(), record(4));
        }
    }
}

#[test]
fn a_full_disk_that_cannot_even_be_cut_back_stops_the_journal() {
    let faults = Faults {
        full_at: 1,
        room: 99,
        truncate_fails: true,
        ..Faults::default()
    };
    let disk = Disk::holding(&record(3), faults);
    let mut journal = journal(&disk);
    let error = journal.append(sample::entry(3)).unwrap_err();
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    let error = journal.append(sample::entry(3)).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::Stopped {
                stopped_at, entry, ..
            } if [stopped_at, entry] == [EntryNumber::new(4); 2]
        ),
        "{error:?}"
    );
    let (record, damage) = parse("table.toml", &disk.seen()).unwrap();
    assert!(damage.is_none());
    assert_eq!(record.entries.len(), 3);
    assert_eq!(record.torn.unwrap().bytes, 99);
}

#[test]
fn a_failed_sync_is_neither_acknowledged_nor_tried_again() {
    let faults = Faults {
        sync_fails_at: 3,
        ..Faults::default()
    };
    let disk = Disk::holding(&record(3), faults);
    let mut journal = journal(&disk); // the first sync
    journal.append(sample::entry(3)).unwrap();
    let error = journal.append(sample::entry(4)).unwrap_err();
    assert!(
        matches!(error, StoreError::SyncFailed { entry, .. } if entry.get() == 5),
        "{error:?}"
    );
    for _ in 0..3 {
        let error = journal.append(sample::entry(4)).unwrap_err();
        assert!(
            matches!(error, StoreError::Stopped { stopped_at, .. } if stopped_at.get() == 5),
            "{error:?}"
        );
        assert!(error.hint().contains("resume"));
    }
    assert_eq!(disk.syncs(), 3, "a sync that failed is not repeated");
    assert_eq!(
        disk.seen(),
        record(4),
        "the act that was refused is not in the record"
    );
}

#[test]
fn an_entry_found_whole_is_synced_before_it_is_built_upon() {
    // The program died between writing and syncing: the entry is seen and not yet durable.
    let disk = Disk::holding(&record(3), Faults::default());
    let disk_before = disk.syncs();
    let _journal = journal(&disk);
    assert_eq!(disk.syncs(), disk_before + 1);
    let failing = Disk::holding(
        &record(3),
        Faults {
            sync_fails_at: 1,
            ..Faults::default()
        },
    );
    let bytes = failing.seen();
    let error = Journal::resume(Box::new(failing), "table.toml", &bytes).unwrap_err();
    assert!(
        matches!(error, StoreError::SyncFailed { entry, .. } if entry.get() == 3),
        "{error:?}"
    );
}
