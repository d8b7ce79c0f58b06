//! Finds what could be better in a deck that is right: numbers that cannot matter, texts that are missing.
//!
//! What only shows when the deck is played stands in [`crate::analysis::rehearse`].

mod answers;
mod day;
mod numbers;
mod offers;
mod outlets;
mod quoted;
mod reach;
mod sources;
mod stale;
mod story;
mod texts;

use std::ops::Range;

use toml::de::DeTable;

use crate::deck::Deck;
use crate::deck::check::{Document, Findings, Path, Step, check};
use crate::deck::problem::Problem;

/// All findings, in the order of the text.
pub fn lint(deck: &Deck) -> Vec<Problem> {
    let (Ok(raw), Ok(table)) = (check(&deck.source), DeTable::parse(&deck.source)) else {
        return Vec::new();
    };
    let document = Document::new(&table);
    let mut findings = Findings::new(&document, &[], Vec::new());
    numbers::lint(&raw, &mut findings);
    reach::lint(&raw, &mut findings);
    offers::lint(&raw, &mut findings);
    story::lint(&raw, &mut findings);
    texts::lint(&raw, &mut findings);
    quoted::lint(&raw, &mut findings);
    day::lint(&raw, &mut findings);
    sources::lint(&raw, &deck.source, &mut findings);
    stale::lint(&raw, &mut findings);
    let mut problems = findings.into_problems();
    problems.sort_by_key(|problem| problem.span.start);
    problems
}

impl Deck {
    /// Where something stands in the source: the entry of this id in a list such as `card`, or the table of
    /// this name in a table such as `ending`; at the beginning of the file if there is none.
    pub fn span_of(&self, table: &'static str, name: &str) -> Range<usize> {
        let Ok(parsed) = DeTable::parse(&self.source) else {
            return 0..0;
        };
        let whole = parsed.get_ref().get(table).map(toml::Spanned::get_ref);
        let items = whole.and_then(|value| value.as_array());
        let place = items.and_then(|items| {
            items.iter().position(|item| {
                let id = item.get_ref().get("id");
                id.and_then(|id| id.get_ref().as_str()) == Some(name)
            })
        });
        let last = place.map_or_else(|| Step::from(name.to_owned()), Step::from);
        Document::new(&parsed).value_span(&Path(vec![table.into(), last]))
    }
}

#[cfg(test)]
mod tests;
