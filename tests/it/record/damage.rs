//! Every cut and every flipped bit of a record is noticed, and told by the entry's number.

use std::fs;

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{Journal, StoreError, Tail, check, parse, read};

use super::sample::{self, place, write};

const ENTRIES: u64 = 60;

/// The bytes of a record, and where its header and each of its entries end.
fn record() -> (Vec<u8>, Vec<usize>) {
    let (_folder, path) = place();
    let mut journal = write(&path, 0);
    let mut ends = vec![usize::try_from(journal.size()).unwrap()];
    for last in 0..ENTRIES {
        journal.append(sample::entry(last)).unwrap();
        ends.push(usize::try_from(journal.size()).unwrap());
    }
    (fs::read(&path).unwrap(), ends)
}

/// The block in which a byte lies: 0 is the header.
fn block_of(ends: &[usize], at: usize) -> u64 {
    ends.iter().position(|end| at < *end).unwrap() as u64
}

#[test]
fn what_was_appended_is_read_back_the_same() {
    let (_folder, path) = place();
    drop(write(&path, ENTRIES));
    let record = read(&path).unwrap();
    assert_eq!(record.header, sample::header());
    assert_eq!(record.entries.len() as u64, ENTRIES);
    assert_eq!(record.torn, None);
    assert_eq!(record.size, fs::metadata(&path).unwrap().len());
    for (last, entry) in (0..).zip(&record.entries) {
        assert_eq!(entry.number.get(), last + 1);
        assert_eq!(sample::entry(last), entry.clone().into());
    }
    let opened = Journal::open(&path).unwrap();
    assert_eq!(opened.entries, record.entries);
    assert_eq!(opened.journal.digest(), record.digest());
}

#[test]
fn every_cut_is_a_torn_tail_of_the_entry_cut_or_an_unfinished_record() {
    let (bytes, ends) = record();
    for cut in 0..bytes.len() {
        let result = check("x.toml", &bytes[..cut]);
        if cut < ends[0] {
            let Err(StoreError::CutHeader { has, .. }) = result else {
                panic!("cut at {cut}: {result:?}")
            };
            assert_eq!(has, cut as u64);
            continue;
        }
        let chain = result.unwrap_or_else(|error| panic!("cut at {cut}: {error}"));
        // An entry of which only the last line break is missing is whole.
        let lacks_its_break = ends.contains(&(cut + 1));
        let cut = if lacks_its_break { cut + 1 } else { cut };
        let whole = ends.iter().filter(|end| **end <= cut).count() - 1;
        assert_eq!(chain.last.count(), whole, "cut at {cut}");
        match chain.torn {
            None => assert_eq!(cut, ends[whole]),
            Some(tail) if lacks_its_break => {
                assert_eq!((tail.kind, tail.entry.count()), (Tail::LineEnd, whole));
            }
            Some(torn) => {
                // An entry begins with a line break; that alone could be anybody's.
                let bare = cut == ends[whole] + 1;
                assert_eq!(torn.kind, if bare { Tail::Blank } else { Tail::Cut });
                assert_eq!(torn.entry, EntryNumber::at_index(whole));
                assert_eq!(torn.offset, ends[whole] as u64);
                assert_eq!(torn.bytes, (cut - ends[whole]) as u64);
                assert!(cut > ends[whole]);
            }
        }
    }
}

#[test]
fn every_flipped_bit_is_damage_of_the_block_in_which_it_lies() {
    let (mut bytes, ends) = record();
    for at in 0..bytes.len() {
        let block = block_of(&ends, at);
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            let result = check("x.toml", &bytes);
            bytes[at] ^= 1 << bit;
            let found = match &result {
                Err(StoreError::DamagedHeader { .. }) => Some(0),
                Err(StoreError::DamagedEntry { entry, offset, .. }) => {
                    assert_eq!(*offset, ends[entry.index().unwrap()] as u64);
                    Some(entry.get())
                }
                _ => None,
            };
            assert_eq!(found, Some(block), "bit {bit} of byte {at}: {result:?}");
        }
    }
}

#[test]
fn the_whole_part_of_a_damaged_record_can_be_saved() {
    let (mut bytes, ends) = record();
    bytes[ends[7] + 60] ^= 1;
    let (record, damage) = parse("x.toml", &bytes).unwrap();
    assert_eq!(record.entries.len(), 7);
    assert_eq!(record.size, ends[7] as u64);
    assert_eq!(damage.unwrap().entry(), Some(EntryNumber::new(8)));
}
