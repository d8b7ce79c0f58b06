//! How people come to their seats from elsewhere, and the codes with which they do; the white cell alone reads them.

use serde::Serialize;

use crate::seal::random;
use unequal_core::engine::seat::Seat;

/// The letters of a code: none that is taken for another.
const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Letters of each half of a code. One in 8·10¹¹ is right.
const HALF: usize = 4;

/// The way in from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entrance {
    /// The fingerprint of the host's key, as the client shows it.
    pub host_key: String,
    /// The seats that somebody may come to.
    pub doors: Vec<DoorTo>,
}

/// The way to one seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoorTo {
    /// The seat.
    pub seat: Seat,
    /// What is typed to come to it.
    pub command: String,
    /// The code that lets the next one in; it is another one afterwards.
    pub code: String,
    /// How often something else was typed since it was drawn.
    pub wrong: u32,
}

impl DoorTo {
    /// The way to a seat, with a new code.
    pub fn new(seat: Seat, command: String) -> Self {
        Self {
            seat,
            command,
            code: fresh_code(),
            wrong: 0,
        }
    }

    /// Draws another code.
    pub(super) fn renew(&mut self) {
        self.code = fresh_code();
        self.wrong = 0;
    }

    /// Whether what was typed is the code, which is another one afterwards; counts what is not.
    pub(super) fn tries(&mut self, typed: &str) -> bool {
        let opens = self.opens_with(typed);
        if opens {
            self.renew();
        } else {
            self.wrong = self.wrong.saturating_add(1);
        }
        opens
    }

    /// Whether what was typed is the code; in small letters, and with or without its dash, too.
    fn opens_with(&self, typed: &str) -> bool {
        let letters = |text: &str| -> Vec<u8> {
            let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
            letters.map(|letter| letter.to_ascii_uppercase()).collect()
        };
        let (code, typed) = (letters(&self.code), letters(typed));
        // Every letter is looked at, so that the time tells nothing of how many are right.
        let differ = code.iter().zip(&typed).filter(|(a, b)| a != b).count();
        differ == 0 && code.len() == typed.len()
    }
}

fn fresh_code() -> String {
    let mut number = random();
    let mut code = String::new();
    for place in 0..2 * HALF {
        if place == HALF {
            code.push('-');
        }
        let letters = LETTERS.len() as u64;
        let letter = usize::try_from(number % letters).unwrap_or_default();
        code.push(char::from(LETTERS[letter]));
        number /= letters;
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_taken_as_people_type_it_and_only_whole() {
        let door = DoorTo::new(Seat::Client, "ssh client@here".to_owned());
        let code = door.code.clone();
        let bare = code.replace('-', "");
        for typed in [&code, &bare, &code.to_lowercase(), &format!(" {bare} ")] {
            assert!(door.opens_with(typed), "{typed}");
        }
        let half = code.split('-').next().unwrap_or_default();
        for typed in ["", "-", half, &format!("{bare}2")] {
            assert!(!door.opens_with(typed), "{typed}");
        }
    }

    #[test]
    fn codes_differ_and_hold_no_letters_that_look_alike() {
        let codes: Vec<String> = (0..1000).map(|_| fresh_code()).collect();
        let different: std::collections::HashSet<&String> = codes.iter().collect();
        assert_eq!(different.len(), codes.len());
        assert!(
            codes
                .iter()
                .all(|code| !code.contains(['0', 'O', '1', 'I', 'L']))
        );
    }
}
