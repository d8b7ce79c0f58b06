//! The list of a deck's sources: grade, date, whether the original was read, and what cites each.

use std::fmt::Write as _;

use crate::deck::Deck;
use crate::deck::claims::cell;
use crate::deck::text::{Grade, Seen, Source};

impl Grade {
    /// The letter that stands beside what it grades.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

impl Source {
    /// Whether the original was read, in words: "original", "seen at …", "not seen"; where nothing is said,
    /// "at its address" if it has one, since a relay would have to be named.
    pub fn seen_in_words(&self) -> String {
        let seen = match &self.seen {
            Seen::Original => "original".to_owned(),
            Seen::At(relay) => format!("seen at {relay}"),
            Seen::Nowhere => "not seen".to_owned(),
            Seen::Unsaid if !self.address.is_empty() => "at its address".to_owned(),
            Seen::Unsaid => return String::new(),
        };
        if self.seen_on.is_empty() {
            seen
        } else {
            format!("{seen}, {}", self.seen_on)
        }
    }
}

impl Deck {
    /// The list of sources as a page of Markdown.
    pub fn sources_page(&self) -> String {
        let sources = &self.text.sources;
        let graded = |grade: Grade| {
            sources
                .iter()
                .filter(|one| one.grade == Some(grade))
                .count()
        };
        let relays = |one: &&Source| matches!(one.seen, Seen::At(_));
        let mut page = format!(
            "# Sources: {}\n\nMade from the deck `{}`. {} sources: {} of grade A (primary or well established), {} of \
             grade B (serious, second hand), {} of grade C (to be read with care). {} were read in a relay.\n\n\
             | id | title | publisher | date | grade | read | remarks |\n|---|---|---|---|---|---|---|\n",
            self.text.about.title,
            self.scenario.id,
            sources.len(),
            graded(Grade::A),
            graded(Grade::B),
            graded(Grade::C),
            sources.iter().filter(relays).count(),
        );
        for source in sources {
            let title = if source.address.is_empty() {
                cell(&source.title)
            } else {
                format!("[{}](<{}>)", cell(&source.title), cell(&source.address))
            };
            let mut remarks = Vec::new();
            if source.state_media {
                remarks.push("state media".to_owned());
            }
            if !source.language.is_empty() {
                remarks.push(source.language.clone());
            }
            let _ = writeln!(
                page,
                "| {} | {title} | {} | {} | {} | {} | {} |",
                cell(&source.id),
                cell(&source.publisher),
                cell(&source.date),
                source.grade.map_or("", Grade::letter),
                cell(&source.seen_in_words()),
                cell(&remarks.join(", "))
            );
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(keys: &str) -> Source {
        let text = include_str!("../../../../tests/decks/base.toml");
        let text = text.replace(
            "title = \"The harbour book\"",
            &format!("title = \"T|S\"\n{keys}"),
        );
        let deck = Deck::from_text("sources.toml", &text).unwrap();
        assert_eq!(
            deck.sources_page()
                .lines()
                .last()
                .unwrap()
                .matches(" | ")
                .count(),
            6
        );
        deck.text.sources[0].clone()
    }

    #[test]
    fn whether_the_original_was_read_is_told_however_it_is_written() {
        for (keys, words) in [
            ("", ""),
            ("seen = true", "original"),
            ("seen = true\nseen_on = \"2026-05\"", "original, 2026-05"),
            ("seen_at = \"The gazette\"", "seen at The gazette"),
            (
                "publisher = \"Reuters; seen at The gazette\"",
                "seen at The gazette",
            ),
            ("seen = false", "not seen"),
            ("address = \"https://harbour.example\"", "at its address"),
        ] {
            assert_eq!(source(keys).seen_in_words(), words, "{keys}");
        }
        assert_eq!(
            source("publisher = \"Reuters; seen at X\"").publisher,
            "Reuters"
        );
    }

    #[test]
    fn the_page_of_sources_is_the_one_in_the_repository() {
        let page = Deck::find("unequal-partners").unwrap().sources_page();
        crate::deck::pages::compare("sources.md", &page);
    }
}
