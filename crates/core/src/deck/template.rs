//! Holds the deck that a new author starts from.

/// A commented deck that can be played, with the given id.
pub fn template(id: &str) -> String {
    include_str!("template.toml").replacen("id = \"my-deck\"", &format!("id = \"{id}\""), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{Deck, lint};

    #[test]
    fn the_start_of_a_new_deck_is_right_and_has_nothing_to_better() {
        let deck = Deck::from_text("new.toml", &template("harbour-2")).unwrap();
        assert_eq!(deck.scenario.id, "harbour-2");
        let found: Vec<String> = lint(&deck)
            .iter()
            .map(|problem| format!("{}: {}", problem.path, problem.message))
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
