//! Reads the lines of a program, none longer than a bound, whatever comes.

use std::io::{self, BufRead};

use crate::fault::Fault;
use crate::limits::LONGEST;
use crate::message::FromSeat;
use unequal_core::deck::plain;

/// Characters of a message that quotes a line.
const QUOTED: usize = 200;

/// The next line that is not empty; none at the end. A line that is too long is read to its end and dropped.
///
/// # Errors
///
/// Fails as the stream does.
pub fn next(from: &mut impl BufRead) -> io::Result<Option<Result<FromSeat, Fault>>> {
    loop {
        let mut line = Vec::new();
        let Some(whole) = read(from, &mut line)? else {
            return Ok(None);
        };
        if !whole {
            return Ok(Some(Err(Fault::TooLong)));
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            return Ok(Some(understand(&line)));
        }
    }
}

/// Reads to the end of a line; gives whether all of it is there, and none where nothing came. A line that is too long
/// is not kept.
///
/// # Errors
///
/// Fails as the stream does.
pub fn read(from: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    let mut length = 0_usize;
    loop {
        let bytes = match from.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            return Ok((length > 0).then_some(length <= LONGEST));
        }
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(bytes.len(), |end| end + 1);
        length = length.saturating_add(taken);
        if length <= LONGEST {
            line.extend_from_slice(bytes.get(..taken).unwrap_or_default());
        } else {
            line.clear();
        }
        from.consume(taken);
        if end.is_some() {
            return Ok(Some(length <= LONGEST));
        }
    }
}

fn understand(line: &[u8]) -> Result<FromSeat, Fault> {
    serde_json::from_slice(line).map_err(|error| Fault::Garbage(shortened(&error.to_string())))
}

/// A text that quotes a program, as it may be shown and recorded.
pub fn shortened(text: &str) -> String {
    let shown = plain(text);
    if shown.chars().count() <= QUOTED {
        return shown;
    }
    let head: String = shown.chars().take(QUOTED).collect();
    format!("{head}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Act;

    fn all(text: &[u8]) -> Vec<Result<FromSeat, Fault>> {
        let mut from = io::BufReader::with_capacity(7, text);
        std::iter::from_fn(|| next(&mut from).unwrap()).collect()
    }

    #[test]
    fn a_line_that_is_too_long_is_one_fault_and_the_next_one_is_read() {
        let mut text = vec![b'x'; 10 * LONGEST];
        text.extend(b"\n{\"kind\":\"act\",\"turn\":3,\"choice\":0}\n");
        let heard = all(&text);
        assert_eq!(heard.len(), 2);
        assert_eq!(heard[0].as_ref().unwrap_err(), &Fault::TooLong);
        let Ok(FromSeat::Act(act)) = &heard[1] else {
            panic!("{:?}", heard[1]);
        };
        let expected = Act {
            turn: 3,
            choice: Some(0),
            ..Act::default()
        };
        assert_eq!(**act, expected);
    }

    #[test]
    fn what_is_no_line_of_the_protocol_is_a_fault_and_no_more() {
        for text in [
            "{}",
            "[]",
            "null",
            "{\"kind\":\"act\"}",
            "{\"kind\":\"act\",\"turn\":1,\"chioce\":0}",
            "{\"kind\":\"hello\"}",
            "\u{1b}[31m",
            "{\"kind\":\"act\",\"turn\":-1}",
        ] {
            let heard = all(text.as_bytes());
            assert!(
                matches!(heard[..], [Err(Fault::Garbage(_))]),
                "{text}: {heard:?}"
            );
        }
        assert!(matches!(all(b"\xff\xfe\n")[..], [Err(Fault::Garbage(_))]));
        assert!(all(b"\n \r\n\n").is_empty());
    }
}
