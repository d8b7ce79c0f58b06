//! Which claims of a report a deck puts into play, and by what: read off its tags.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::deck::Deck;
use crate::deck::text::Whereabouts;
use crate::model::place::{CardAt, DomainAt};
use crate::model::scenario::BroughtUpBy;

/// The claims of the report that the main deck was written after, as TOML.
pub const OF_THE_REPORT: &str = include_str!("claims.toml");

/// A claim of a report, in words of our own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its place in the report.
    pub number: u32,
    /// What is claimed.
    pub claim: String,
    /// The tags of what puts it into play.
    pub tags: Vec<String>,
    /// What the rules do about it.
    pub mechanism: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    claim: Vec<Claim>,
}

/// Reads claims from a text of TOML: `[[claim]]` with `number`, `claim`, `tags` and `mechanism`.
///
/// # Errors
///
/// Says what keeps the text from being that.
pub fn claims(text: &str) -> Result<Vec<Claim>, toml::de::Error> {
    Ok(toml::from_str::<Claims>(text)?.claim)
}

/// What puts a claim into play: a kind of thing, and the ids of the kind in the deck's order.
pub type InPlay = (&'static str, Vec<String>);

impl Deck {
    /// What puts a claim into play, kind by kind; kinds of which there is nothing are left out.
    pub fn in_play(&self, claim: &Claim) -> Vec<InPlay> {
        const KINDS: [&str; 9] = [
            "demands",
            "offers",
            "asks",
            "measures",
            "events",
            "endings",
            "fields",
            "conditions",
            "rules",
        ];
        let mut found = KINDS.map(|kind| (kind, Vec::new()));
        for tagged in self.text.tagged() {
            let carries = |tag: &String| claim.tags.contains(tag);
            if !tagged.tags.iter().any(carries) {
                continue;
            }
            let (kinds, id) = self.named(tagged.whereabouts);
            for (kind, ids) in &mut found {
                if kinds.contains(kind) {
                    ids.push(id.clone());
                }
            }
        }
        let some = found.into_iter().filter(|(_, ids)| !ids.is_empty());
        some.collect()
    }

    /// The kinds of something that carries tags, and its id.
    fn named(&self, whereabouts: Whereabouts) -> (&'static [&'static str], String) {
        let scenario = &self.scenario;
        match whereabouts {
            Whereabouts::Condition(at) => (&["conditions"], scenario.conditions[at].id.clone()),
            Whereabouts::Domain(at) => (&["fields"], self.domain_id(at)),
            Whereabouts::Card(at) => (self.kinds_of_card(at), scenario.card(at).id.clone()),
            Whereabouts::Ask(at) => (&["asks"], scenario.asks[at].id.clone()),
            Whereabouts::Event(at) => (&["events"], scenario.events[at].id.clone()),
            Whereabouts::Measure(at) => (&["measures"], scenario.measures[at].id.clone()),
            Whereabouts::Ending(ending) => (&["endings"], ending.word().to_owned()),
            Whereabouts::Rule(name) => (&["rules"], name.to_owned()),
        }
    }

    fn domain_id(&self, at: DomainAt) -> String {
        self.scenario.domain(at).id.clone()
    }

    fn kinds_of_card(&self, at: CardAt) -> &'static [&'static str] {
        match self.scenario.card(at).brought_up_by {
            BroughtUpBy::Patron => &["demands"],
            BroughtUpBy::Either => &["demands", "offers"],
            BroughtUpBy::Client => &["offers"],
        }
    }

    /// The tags of a deck that begin with `report:` and that none of these claims knows.
    pub fn unclaimed(&self, claims: &[Claim]) -> Vec<String> {
        let known = |tag: &String| claims.iter().any(|claim| claim.tags.contains(tag));
        let mut tags: Vec<String> = Vec::new();
        for tag in self.text.tagged().flat_map(|tagged| tagged.tags) {
            if tag.starts_with(REPORT) && !known(tag) && !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        tags
    }

    /// The table of claims as a page of Markdown.
    pub fn claims_page(&self, claims: &[Claim]) -> String {
        let good = |claim: &&Claim| !self.in_play(claim).is_empty();
        let good = claims.iter().filter(good).count();
        let mut page = format!(
            "# Claims in play: {}\n\nMade from the tags `{REPORT}*` of the deck `{}`. {good} of {} claims are in play. \
             Each claim is put in words of our own.\n\n\
             | | claim | mechanism | in play |\n|---|---|---|---|\n",
            self.text.about.title,
            self.scenario.id,
            claims.len(),
        );
        for claim in claims {
            let in_play: Vec<String> = self
                .in_play(claim)
                .into_iter()
                .map(|(kind, ids)| format!("{kind}: {}", ids.join(", ")))
                .collect();
            let in_play = if in_play.is_empty() {
                "**nothing**".to_owned()
            } else {
                in_play.join("; ")
            };
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} |",
                claim.number,
                cell(&claim.claim),
                cell(&claim.mechanism),
                cell(&in_play)
            );
        }
        page
    }
}

/// What the tags of claims begin with.
const REPORT: &str = "report:";

/// A text that stays within its cell of a table.
pub(in crate::deck) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn main_deck() -> Deck {
        Deck::find("unequal-partners").unwrap()
    }

    #[test]
    fn every_claim_of_the_report_is_in_play() {
        let (deck, claims) = (main_deck(), claims(OF_THE_REPORT).unwrap());
        assert_eq!(claims.len(), 32);
        let numbers: Vec<u32> = claims.iter().map(|claim| claim.number).collect();
        assert!(numbers.into_iter().eq(1..=32));
        for claim in &claims {
            for tag in &claim.tags {
                let carries = deck.text.tagged().any(|tagged| tagged.tags.contains(tag));
                assert!(carries, "claim {}: nothing carries {tag}", claim.number);
            }
        }
        assert_eq!(deck.unclaimed(&claims), [] as [String; 0]);
    }

    #[test]
    fn a_claim_that_nothing_puts_into_play_any_more_is_told() {
        let claims = claims(OF_THE_REPORT).unwrap();
        let source = main_deck().source.replace("report:yuanisation", "yuan");
        let deck = Deck::from_text("without.toml", &source).unwrap();
        let lost = claims.iter().filter(|claim| deck.in_play(claim).is_empty());
        assert_eq!(lost.map(|claim| claim.number).collect::<Vec<_>>(), [16]);
        assert!(deck.claims_page(&claims).contains("31 of 32"));
    }

    #[test]
    fn a_claim_is_put_into_play_by_things_of_every_kind() {
        let (deck, claims) = (main_deck(), claims(OF_THE_REPORT).unwrap());
        let of = |number: u32| deck.in_play(&claims[number as usize - 1]);
        let kind = |number, kind| {
            let found = of(number).into_iter().find(|(name, _)| *name == kind);
            found.map(|(_, ids)| ids).unwrap_or_default()
        };
        assert_eq!(
            kind(13, "rules"),
            ["request", "press", "ultimatum", "punish"]
        );
        assert_eq!(kind(19, "rules"), ["hold"]);
        assert_eq!(kind(31, "rules"), ["europe", "briefing.observer"]);
        assert_eq!(kind(30, "endings"), ["rupture", "collapse", "capture"]);
        assert_eq!(kind(26, "offers"), ["arctic-route"]);
        assert!(
            kind(26, "demands").is_empty(),
            "what only the client brings up is no demand"
        );
        assert_eq!(kind(5, "conditions"), ["oil"]);
        assert_eq!(kind(1, "rules"), ["grievance"]);
    }

    #[test]
    fn the_page_of_claims_is_the_one_in_the_repository() {
        let page = main_deck().claims_page(&claims(OF_THE_REPORT).unwrap());
        crate::deck::pages::compare("claims.md", &page);
    }
}
