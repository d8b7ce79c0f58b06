//! Changes to an input: of bytes, lines, numbers and words, and pieces of other inputs.

use proptest::prelude::*;
use proptest::sample::Index;

/// What breaks readers, in what this program reads.
const WORDS: &[&str] = &[
    "\0",
    "\n",
    "\r\n",
    "\"",
    "'''",
    "\"\"\"",
    "\\",
    "\\u0000",
    "\\uD800",
    "\\U0010FFFF",
    "[[",
    "]]",
    "[",
    "{",
    "}",
    "=",
    ",",
    "#",
    "<",
    ">",
    "-1",
    "0",
    "1e999",
    "-0.0",
    "nan",
    "true",
    "null",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551616",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "\u{1f468}\u{200d}\u{1f469}",
    "北京",
    "ß",
    "\u{1b}[2J",
    "\u{7f}",
    "\u{2028}",
    "[[entry]]",
    "number = ",
    "after = ",
    "kind = ",
    "digest = ",
    "seat = ",
    "act = { kind = \"inject\" }",
    "<enter>",
    "<esc>",
    "<c-s>",
    "<tab>",
    "inf",
    "2026-02-30T25:61:61Z",
    "-----BEGIN SSH SIGNATURE-----",
    "AAAA",
];

/// Numbers that stand at an edge.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "99",
    "100",
    "101",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "18446744073709551615",
    "99999999999999999999",
    "0.5",
    "1e308",
    "00",
    "0x10",
];

/// One change; places are shares of the input's length.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Flip(Index, u8),
    Put(Index, u8),
    Remove(Index, u8),
    Repeat(Index, u8, u8),
    Word(Index, Index),
    Number(Index, Index),
    Cut(Index),
    Many(Index, u8, u16),
    SwapLines(Index, Index),
    DoubleLine(Index),
    DropLine(Index),
    Piece(Index, Index, u16, Index),
}

impl Arbitrary for Change {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let at = any::<Index>;
        prop_oneof![
            4 => (at(), 0_u8..8).prop_map(|(at, bit)| Self::Flip(at, bit)),
            3 => (at(), any::<u8>()).prop_map(|(at, byte)| Self::Put(at, byte)),
            3 => (at(), any::<u8>()).prop_map(|(at, bytes)| Self::Remove(at, bytes)),
            2 => (at(), any::<u8>(), 1_u8..5).prop_map(|(at, bytes, times)| Self::Repeat(at, bytes, times)),
            4 => (at(), at()).prop_map(|(at, word)| Self::Word(at, word)),
            4 => (at(), at()).prop_map(|(at, number)| Self::Number(at, number)),
            1 => at().prop_map(Self::Cut),
            1 => (at(), any::<u8>(), any::<u16>()).prop_map(|(at, byte, times)| Self::Many(at, byte, times)),
            2 => (at(), at()).prop_map(|(one, other)| Self::SwapLines(one, other)),
            2 => at().prop_map(Self::DoubleLine),
            2 => at().prop_map(Self::DropLine),
            2 => (at(), at(), any::<u16>(), at()).prop_map(|(seed, from, bytes, at)| Self::Piece(seed, from, bytes, at)),
        ]
        .boxed()
    }
}

/// An input after changes, one after the other.
pub(crate) fn changed(seeds: &[Vec<u8>], base: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = base.to_vec();
    for change in changes {
        apply(seeds, &mut bytes, change);
    }
    bytes
}

fn apply(seeds: &[Vec<u8>], bytes: &mut Vec<u8>, change: &Change) {
    let length = bytes.len();
    // One place more than there are bytes: behind the last.
    let place = |at: &Index| at.index(length + 1);
    let insert = |bytes: &mut Vec<u8>, at: usize, new: &[u8]| {
        drop(bytes.splice(at..at, new.iter().copied()));
    };
    match change {
        Change::Flip(at, bit) if length > 0 => bytes[at.index(length)] ^= 1 << bit,
        Change::Put(at, byte) if length > 0 => bytes[at.index(length)] = *byte,
        Change::Flip(..) | Change::Put(..) => {}
        Change::Remove(at, count) => {
            let from = place(at);
            bytes.drain(from..length.min(from + usize::from(*count)));
        }
        Change::Repeat(at, count, times) => {
            let from = place(at);
            let piece =
                bytes[from..length.min(from + usize::from(*count))].repeat(usize::from(*times));
            insert(bytes, from, &piece);
        }
        Change::Word(at, word) => insert(bytes, place(at), word.get(WORDS).as_bytes()),
        Change::Number(at, number) => {
            let from = place(at);
            let digit = |byte: &u8| byte.is_ascii_digit();
            let Some(begin) = bytes[from..]
                .iter()
                .position(digit)
                .map(|begin| from + begin)
            else {
                return;
            };
            let count = bytes[begin..].iter().take_while(|byte| digit(byte)).count();
            bytes.splice(begin..begin + count, number.get(NUMBERS).bytes());
        }
        Change::Cut(at) => bytes.truncate(place(at)),
        Change::Many(at, byte, times) => {
            insert(bytes, place(at), &vec![*byte; usize::from(*times)]);
        }
        Change::SwapLines(one, other) => lines(bytes, |lines| {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            lines.swap(one, other);
        }),
        Change::DoubleLine(at) => lines(bytes, |lines| {
            let at = at.index(lines.len());
            lines.insert(at, lines[at].clone());
        }),
        Change::DropLine(at) => lines(bytes, |lines| drop(lines.remove(at.index(lines.len())))),
        Change::Piece(seed, from, count, at) => {
            let seed = seed.get(seeds);
            let from = from.index(seed.len() + 1);
            let piece = &seed[from..seed.len().min(from + usize::from(*count))];
            insert(bytes, place(at), piece);
        }
    }
}

fn lines(bytes: &mut Vec<u8>, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let mut lines: Vec<Vec<u8>> = bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    change(&mut lines);
    *bytes = lines.join(&b'\n');
}
