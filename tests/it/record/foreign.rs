//! A file that is no session is told for what it is, and one that a program has made over, too.

use std::fs;

use unequal_partners::store::{Foreign, StoreError, read, read_header};

use super::sample::{place, write};

#[test]
fn a_file_is_told_for_what_it_is() {
    let (_folder, path) = place();
    drop(write(&path, 4));
    let whole = fs::read(&path).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let utf_16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(bytes);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    let deck = include_bytes!("../../golden/deck.toml");
    let files: [(Vec<u8>, Foreign); 14] = [
        (
            [&b"\xef\xbb\xbf"[..], whole.as_slice()].concat(),
            Foreign::ByteOrderMark,
        ),
        (utf_16([0xff, 0xfe], u16::to_le_bytes), Foreign::Utf16),
        (utf_16([0xfe, 0xff], u16::to_be_bytes), Foreign::Utf16),
        (b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), Foreign::Packed),
        (b"PK\x03\x04\x14\0\0\0".to_vec(), Foreign::Packed),
        (deck.to_vec(), Foreign::Deck),
        (b"<!DOCTYPE html><html lang=\"en\">".to_vec(), Foreign::Page),
        (
            b"# Stockholm table 2\n\nAfter-action report\n".to_vec(),
            Foreign::Document,
        ),
        (b"{\n  \"format\": 1\n}\n".to_vec(), Foreign::Document),
        (
            b"# Annotations\n\n[[annotation]]\nentry = 1\n".to_vec(),
            Foreign::Annotations,
        ),
        (
            b"# What was typed\n\n[texts]\na = \"b\"\n".to_vec(),
            Foreign::Drafts,
        ),
        (
            b"{\"unequal-copy\":1,\"program\":\"0.2.0\"}\n".to_vec(),
            Foreign::Copy,
        ),
        (
            b"# The key to copies of a session of unequal. With it\n\nkey = \"x\"\n".to_vec(),
            Foreign::Seals,
        ),
        (b"\0\0\0".to_vec(), Foreign::Unknown),
    ];
    for (bytes, is) in files {
        fs::write(&path, &bytes).unwrap();
        let error = read(&path).unwrap_err();
        let StoreError::NotASession { what, .. } = error else {
            panic!("{is:?}: {error}");
        };
        assert_eq!(what, is);
        assert!(matches!(
            read_header(&path),
            Err(StoreError::NotASession { .. })
        ));
        assert!(!error.hint().is_empty() && !error.is_damage(), "{error}");
    }
}
