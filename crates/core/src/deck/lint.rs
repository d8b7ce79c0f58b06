//! Finds what could be better in a deck that is right: numbers that cannot matter, texts that are missing.
//!
//! What only shows when the deck is played stands in [`crate::analysis::rehearse`].

mod answers;
mod numbers;
mod offers;
mod outlets;
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
mod tests {
    use super::*;

    const TEMPLATE: &str = include_str!("template.toml");

    /// What is found in the template after these edits.
    fn found(edits: &[(&str, &str)]) -> Vec<String> {
        let mut text = TEMPLATE.to_owned();
        for (from, to) in edits {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let deck = Deck::from_text("template", &text).unwrap();
        let name = |problem: Problem| format!("{} {}", problem.code, problem.path);
        lint(&deck).into_iter().map(name).collect()
    }

    #[test]
    fn a_domain_without_a_mild_demand_is_found() {
        let edits = [(
            "\"mild\"\ngain = 4\nautonomy_cost = 4",
            "\"firm\"\ngain = 4\nautonomy_cost = 4",
        )];
        assert_eq!(found(&edits), ["no-mild-demand domain[river]"]);
    }

    #[test]
    fn a_card_that_can_never_be_met_is_found() {
        let edits = [("capacity_need = 22", "capacity_need = 90")];
        assert_eq!(
            found(&edits),
            ["unreachable-card card[gunboats].capacity_need"]
        );
    }

    #[test]
    fn a_response_that_nobody_would_choose_is_found() {
        let edits = [(
            "partial = { offer = 50, trust = -1",
            "partial = { offer = 80, trust = -1",
        )];
        assert_eq!(found(&edits), ["dominated-response response.partial"]);
    }

    #[test]
    fn an_event_and_a_condition_that_do_nothing_are_found() {
        let edits = [
            ("{ trust = 8, resentment = -6 }", "{ trust = 0 }"),
            (
                "endurance = 45\nshared_front = 0\ntext",
                "endurance = 0\nshared_front = 0\ntext",
            ),
            ("harvest = -20, ", ""),
        ];
        assert_eq!(
            found(&edits),
            [
                "idle-condition condition[harvest]",
                "idle-event event[rescue].change"
            ]
        );
    }

    #[test]
    fn red_lines_out_of_reach_or_already_reached_are_found() {
        let edits = [
            ("red_line = 70", "red_line = 95"),
            ("red_line = 48", "red_line = 25"),
        ];
        assert_eq!(
            found(&edits),
            [
                "red-line-unreachable domain[trade].red_line",
                "red-line-at-start domain[river].strain",
            ]
        );
    }

    #[test]
    fn missing_and_overlong_texts_are_found() {
        let long = "word ".repeat(95);
        let edits = [
            ("why = \"The river matters more than ever.\"\n", ""),
            (
                "He brings a letter, a clock and no instructions.",
                long.as_str(),
            ),
        ];
        assert_eq!(
            found(&edits),
            [
                "missing-text event[storm]",
                "overlong-text event[envoy].text"
            ]
        );
    }

    #[test]
    fn facts_without_a_source_and_sources_without_a_fact_are_found() {
        let edits = [(", source = \"S1\"", "")];
        assert_eq!(
            found(&edits),
            [
                "unsourced-precedent card[tolls].precedent",
                "uncited-source source[S1]",
            ]
        );
    }

    #[test]
    fn weights_that_do_not_add_up_are_found() {
        assert_eq!(found(&[("room = 20", "room = 30")]), ["weights stability"]);
    }

    #[test]
    fn places_in_the_source_are_found_by_id_and_by_name() {
        let deck = Deck::from_text("template", TEMPLATE).unwrap();
        let at = |table, name| {
            deck.source
                .get(deck.span_of(table, name))
                .unwrap_or_default()
        };
        assert_eq!(at("card", "pilots"), "[[card]]");
        assert_eq!(at("ending", "drift"), "[ending.drift]");
        assert_eq!(deck.span_of("card", "nothing"), deck.span_of("card", ""));
    }
}
