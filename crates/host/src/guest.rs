//! Somebody who comes, and whether they may sit down.

use crate::wire::{Else, Hello, Terminal, ToClient, Way};
use unequal_core::deck::plain;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::name::shows_nothing;
use unequal_core::engine::seat::Seat;
use unequal_session::Owner;
use unequal_session::telling::seat_name;

/// Characters of a name.
const LONGEST_NAME: usize = 40;

/// Somebody who may sit down, as far as can be said without the others.
#[derive(Clone, Debug)]
pub struct Guest {
    pub(crate) seat: Seat,
    pub(crate) way: Way,
    pub(crate) name: String,
    pub(crate) key: String,
    pub(crate) taken: Else,
    pub(crate) terminal: Option<Terminal>,
}

impl Guest {
    /// Whether they only look on.
    pub fn looks_on(&self) -> bool {
        self.taken == Else::LookOn
    }
}

/// Why somebody may not sit down, and what to do next.
pub(crate) fn refused(why: impl Into<String>, hint: impl Into<String>) -> ToClient {
    ToClient::Refused {
        why: why.into(),
        hint: hint.into(),
    }
}

/// Whoever says this, where they may sit down as far as can be said without the others.
pub(crate) fn guest(hello: Hello, owner: &Owner, at_host: Option<Seat>) -> Result<Guest, ToClient> {
    let place = owner.place(hello.seat);
    let seat = plain(seat_name(place.deck(), hello.seat));
    if at_host == Some(hello.seat) {
        return Err(refused(
            format!("the {seat} sits at the host's own screen"),
            "take another seat",
        ));
    }
    let looks_on = hello.seat == Seat::Audience || hello.taken == Else::LookOn;
    let may = match (hello.seat, place.holder(hello.seat)) {
        (Seat::WhiteCell | Seat::Audience, _) | (_, Holder::Human) => Ok(()),
        (_, Holder::Nobody) => Err("nobody sits in this seat in this session"),
        (_, Holder::Bot(_) | Holder::Outside(_)) if looks_on => Ok(()),
        (_, Holder::Bot(_) | Holder::Outside(_)) => Err("a machine of the host's holds this seat"),
    };
    if let Err(why) = may {
        return Err(refused(
            format!("{seat}: {why}"),
            "the white cell can hand it over to people",
        ));
    }
    if looks_on && hello.way == Way::Json {
        return Err(refused(
            "a program has nothing to do where it only looks on",
            "look on with --text or at the screen",
        ));
    }
    Ok(Guest {
        seat: hello.seat,
        way: hello.way,
        name: name(&hello.name),
        key: hello.key,
        taken: if looks_on { Else::LookOn } else { hello.taken },
        terminal: hello.terminal,
    })
}

/// A name as it is shown and kept, harmless and not too long; empty where nothing of it shows.
pub fn name(typed: &str) -> String {
    if shows_nothing(typed) {
        return String::new();
    }
    plain(typed.trim()).chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_name_is_harmless_and_one_that_shows_nothing_is_none() {
        for nothing in ["", "  ", "\u{200b} ", "\u{202e}"] {
            assert_eq!(name(nothing), "");
        }
        assert_eq!(name(" Olga "), "Olga");
        assert!(!name("a\u{202e}\u{7}b").contains(['\u{202e}', '\u{7}']));
        assert_eq!(name(&"x".repeat(100)).len(), 40);
    }
}
