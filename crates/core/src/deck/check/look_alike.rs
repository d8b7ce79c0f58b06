//! Names characters that look like what a deck needs and are others, as word processors and screens put them in.

use crate::engine::unseen::is_unseen;

/// What a character is called, and what to type in its place; none where it looks like nothing that a deck needs.
fn known(c: char) -> Option<(&'static str, Option<char>)> {
    Some(match c {
        '\u{2212}' => ("a typographic minus", Some('-')),
        '\u{2010}'..='\u{2015}' | '\u{fe63}' => ("a typographic dash", Some('-')),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => {
            ("a typographic quotation mark", Some('"'))
        }
        '\u{2018}'..='\u{201b}' | '\u{2032}' => ("a typographic single quote", Some('\'')),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ("a space of another width", Some(' '))
        }
        '\u{ff01}'..='\u{ff5e}' => (
            "a full-width sign",
            char::from_u32(u32::from(c) - 0xff01 + 0x21),
        ),
        c if !c.is_ascii() && is_unseen(c) => ("a character that cannot be seen", None),
        _ => return None,
    })
}

/// Names the first such character that stands outside of quotes in the rest of the line, and says what to do.
pub(super) fn help(text: &str, from: usize) -> Option<String> {
    let mut quote = None;
    for c in text.get(from..)?.lines().next()?.chars() {
        match (quote, c) {
            (None, '#') => return None,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (Some(_), _) => {}
            (None, c) => {
                let Some((called, instead)) = known(c) else {
                    continue;
                };
                let code = u32::from(c);
                return Some(match instead {
                    Some(' ') => {
                        format!("here is {called}, U+{code:04X}: type a space in its place")
                    }
                    Some(instead) => {
                        format!("here is {called}, U+{code:04X}: type `{instead}` in its place")
                    }
                    None => {
                        format!("here is {called}, U+{code:04X}: type the line anew without it")
                    }
                });
            }
        }
    }
    None
}
