//! Words for who plays: who holds a seat, and whose hand an act was.

use unequal_core::deck::plain;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::player::Player;

/// Who holds a seat, in words: `people`, `nobody`, `the bot greedy`, `the program first_bot.py`.
pub fn holder_words(holder: &Holder) -> String {
    match holder {
        Holder::Human => "people".to_owned(),
        Holder::Nobody => "nobody".to_owned(),
        Holder::Bot(name) => format!("the bot {}", plain(name)),
        Holder::Outside(name) => format!("the program {}", plain(name)),
    }
}

/// Whose hand an act was, in words: a name, `a person`, `the program`, `the bot greedy`.
pub fn hand_words(player: &Player) -> String {
    match player {
        Player::Person(name) => person_words(name),
        Player::Program => "the program".to_owned(),
        Player::Bot(name) => format!("the bot {}", plain(name)),
        Player::Outside { program, tries } => {
            format!("the program {}, try {tries}", plain(program))
        }
        Player::WhatIf(name) if name.is_empty() => "a what-if".to_owned(),
        Player::WhatIf(name) => format!("a what-if by {}", plain(name)),
    }
}

/// What the record calls a person whose name is not known.
pub const NAMELESS: &str = "person";

/// A person in words, as the record names one: the name, or `a person` where none was given.
pub fn person_words(name: &str) -> String {
    if name == NAMELESS {
        format!("a {NAMELESS}")
    } else {
        plain(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_record_stands_for_who_plays() {
        let hands = ["Anna", "person", "program", "bot:greedy"];
        assert_eq!(
            hands.map(|text| hand_words(&Player::from(text))),
            ["Anna", "a person", "the program", "the bot greedy"]
        );
        let holders = [
            Holder::Human,
            Holder::Nobody,
            Holder::Bot("greedy".to_owned()),
        ];
        assert_eq!(
            holders.each_ref().map(holder_words),
            ["people", "nobody", "the bot greedy"]
        );
    }
}
