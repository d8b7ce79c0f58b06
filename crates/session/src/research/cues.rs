//! What ties a question to acts: words that the question shares with the deck's own names and tags.
//!
//! The tie is by words alone, and the report says which. Whether an act says anything on a question
//! is for people to judge.

use std::collections::BTreeSet;

use crate::reading::Reading;
use crate::sight::Seen;
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::room::inject::News;
use unequal_core::model::choice::{Demand, FollowUp, Response};
use unequal_core::model::place::CardAt;

/// Letters that a word must have to be found by its beginning.
const STEM: usize = 4;

/// The words of a question.
#[derive(Debug)]
pub struct Asked(Vec<String>);

impl Asked {
    /// Takes a text apart.
    pub fn new(texts: &[&str]) -> Self {
        let words = texts
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        Self(
            words
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect(),
        )
    }

    /// Whether the question speaks of what a name or tag stands for: all its words, by their beginnings.
    pub fn speaks_of(&self, cue: &str) -> bool {
        let cue = cue.to_lowercase();
        let parts: Vec<&str> = cue
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty() && !matches!(*part, "and" | "of" | "the"))
            .collect();
        !parts.is_empty()
            && self.0.windows(parts.len()).any(|words| {
                words
                    .iter()
                    .zip(&parts)
                    .all(|(word, part)| begins_alike(word, part))
            })
    }
}

fn begins_alike(word: &str, part: &str) -> bool {
    let stem = ["ing", "es", "s", "e"]
        .iter()
        .find_map(|ending| part.strip_suffix(ending))
        .filter(|stem| stem.chars().count() >= STEM)
        .unwrap_or(part);
    if stem.chars().count() < STEM {
        word == part
    } else {
        word.starts_with(stem)
    }
}

/// What an act is about, as names and tags of the deck.
pub fn cues(reading: &Reading<'_>, seen: &Seen) -> BTreeSet<String> {
    let table = reading.table;
    let text = &table.deck().text;
    let scenario = table.scenario();
    let mut cues = BTreeSet::new();
    let before = table.state_at(seen.number.before());
    match reading.act(seen) {
        Some(Action::Demand { card, .. }) => {
            add_card(reading, scenario.card_at(card), &mut cues);
        }
        Some(Action::RevealDemand { plan, .. }) => {
            let named = plan.demand.as_ref();
            let card = named.and_then(|named| scenario.card_at(&named.card));
            add_card(reading, card, &mut cues);
        }
        Some(Action::Hold) => {
            cues.insert("restraint".to_owned());
            cues.insert("not asking".to_owned());
        }
        Some(Action::Offer { card, ask }) => {
            add_card(reading, scenario.card_at(card), &mut cues);
            let ask = scenario.ask_at(ask).map(|ask| &text.asks[ask].tags);
            add_tags(ask.into_iter().flatten(), &mut cues);
            cues.insert("offers".to_owned());
        }
        Some(Action::TakeUp) => {
            cues.insert("offers".to_owned());
        }
        Some(Action::CrisisAct { .. } | Action::SetCrisisAct { .. }) => {
            cues.insert("crisis".to_owned());
        }
        Some(Action::Respond {
            response, instead, ..
        }) => {
            cues.insert(answer_cue(*response).to_owned());
            let open = before.tabled.iter().find(|tabled| tabled.reply.is_none());
            add_card(reading, open.map(|open| open.demand.card), &mut cues);
            let instead = instead.as_deref().and_then(|id| scenario.card_at(id));
            add_card(reading, instead, &mut cues);
        }
        Some(Action::FollowUp { choice }) => {
            cues.extend(follow_up_cues(*choice).iter().map(|cue| (*cue).to_owned()));
        }
        Some(Action::FireInject { id }) => {
            let planned = before.room.plan.iter().find(|planned| planned.id == *id);
            add_news(reading, planned.map(|planned| &planned.news), &mut cues);
        }
        Some(Action::AdHocInject { news }) => add_news(reading, Some(news), &mut cues),
        // Their facts say what they are about, if anything does.
        Some(
            Action::Measure { .. }
            | Action::SetMeasure { .. }
            | Action::Abstain
            | Action::NoOffer
            | Action::VetoOffer { .. }
            | Action::Commit { .. }
            | Action::RevealResponse { .. }
            | Action::Inject { .. }
            | Action::Rule { .. }
            | Action::CloseMove
            | Action::Adjust { .. }
            | Action::End { .. }
            | Action::Undo { .. }
            | acts_of!(Action: room),
        )
        | None => {}
    }
    for fact in &seen.facts {
        add_fact(reading, fact, &mut cues);
    }
    cues
}

/// What a fact is about.
fn add_fact(reading: &Reading<'_>, fact: &Fact, cues: &mut BTreeSet<String>) {
    let table = reading.table;
    let text = &table.deck().text;
    match fact {
        Fact::EventDrawn(Some(event)) => {
            add_tags(&text.events[*event].tags, cues);
        }
        Fact::MeasureTaken(taken) => {
            add_tags(&text.measures[taken.step.measure].tags, cues);
        }
        Fact::OfferTakenUp { offer, .. }
        | Fact::OfferSetAside(offer)
        | Fact::OfferVetoed(offer) => {
            add_card(reading, Some(offer.card), cues);
            cues.insert("offers".to_owned());
        }
        Fact::ClimbedDown(acts) => {
            cues.insert("crisis".to_owned());
            if acts.patron || acts.client {
                cues.insert("climbing down".to_owned());
            }
        }
        // What a sealed side answered shows when the exchange is ruled on.
        Fact::Resolved(exchange) if table.options().sealed => {
            let Demand { card, .. } = exchange.demand;
            cues.insert(answer_cue(exchange.reply.response).to_owned());
            add_card(reading, Some(card), cues);
        }
        Fact::RedLineCrossed(domain) => {
            cues.insert("red lines".to_owned());
            cues.insert("breaking points".to_owned());
            cues.insert(text.domains[*domain].name.clone());
        }
        Fact::CrisisBegan | Fact::CrisisEnded => {
            cues.insert("crisis".to_owned());
            cues.insert("breaking points".to_owned());
        }
        Fact::EventDrawn(None)
        | Fact::Resolved(_)
        | Fact::Committed(_)
        | Fact::Revealed(_)
        | Fact::MoveClosed
        | Fact::Ended(_)
        | Fact::KnownAlready(_) => {}
    }
}

/// Tags; what marks a claim of the report is a mark, and no part of the words.
fn add_tags<'a>(tags: impl IntoIterator<Item = &'a String>, cues: &mut BTreeSet<String>) {
    let words = tags
        .into_iter()
        .map(|tag| tag.trim_start_matches("report:"));
    cues.extend(words.map(str::to_owned));
}

fn add_card(reading: &Reading<'_>, card: Option<CardAt>, cues: &mut BTreeSet<String>) {
    let text = &reading.table.deck().text;
    let Some(card) = card else { return };
    let domain = reading.table.scenario().card(card).domain;
    cues.insert(text.domains[domain].name.clone());
    let tags = text.cards.get(card).into_iter().flat_map(|card| &card.tags);
    add_tags(tags, cues);
}

fn add_news(reading: &Reading<'_>, news: Option<&News>, cues: &mut BTreeSet<String>) {
    let Some(News::Event(id)) = news else { return };
    if let Some(event) = reading.table.scenario().event_at(id) {
        add_tags(&reading.table.deck().text.events[event].tags, cues);
    }
}

/// Every name and tag that an act of this deck could carry.
pub fn every_cue(reading: &Reading<'_>) -> BTreeSet<String> {
    let text = &reading.table.deck().text;
    let domains = text.domains.iter().map(|domain| domain.name.clone());
    let tags = text
        .cards
        .iter()
        .flat_map(|card| &card.tags)
        .chain(text.asks.iter().flat_map(|ask| &ask.tags))
        .chain(text.events.iter().flat_map(|event| &event.tags))
        .chain(text.measures.iter().flat_map(|measure| &measure.tags));
    let mut cues = BTreeSet::new();
    add_tags(tags, &mut cues);
    let acts = [
        "restraint",
        "not asking",
        "acceptance",
        "conditions",
        "half-hearted",
        "stalling",
        "deflection",
        "hedging",
        "refusal",
        "pocketed",
        "reward",
        "punishing",
        "credibility",
        "drop",
        "red lines",
        "breaking points",
        "crisis",
        "climbing down",
        "offers",
    ];
    domains
        .chain(cues)
        .chain(acts.map(str::to_owned))
        .filter(|cue| !is_a_side(reading, cue))
        .collect()
}

/// Whether a tag only names one of the sides: every question does that.
fn is_a_side(reading: &Reading<'_>, cue: &str) -> bool {
    let text = &reading.table.deck().text;
    [&text.patron, &text.client, &text.europe_name]
        .into_iter()
        .any(|name| name.eq_ignore_ascii_case(cue))
}

const fn answer_cue(response: Response) -> &'static str {
    match response {
        Response::Accept => "acceptance",
        Response::Conditions => "conditions",
        Response::Partial => "half-hearted",
        Response::Stall => "stalling",
        Response::Deflect => "deflection",
        Response::Hedge => "hedging",
        Response::Refuse => "refusal",
    }
}

const fn follow_up_cues(choice: FollowUp) -> &'static [&'static str] {
    match choice {
        FollowUp::Pocket => &["pocketed"],
        FollowUp::Reward => &["reward"],
        FollowUp::Punish => &["punishing", "credibility"],
        FollowUp::BackDown => &["drop", "credibility"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_speaks_of_what_it_names_in_any_form_of_the_word() {
        let asked = Asked::new(&["Which Russian hedges work in Central Asia, and does restraint?"]);
        for cue in ["hedging", "Central Asia", "restraint", "central-asia"] {
            assert!(asked.speaks_of(cue), "{cue}");
        }
        for cue in [
            "Asia Minor",
            "arms",
            "restraining order",
            "",
            "-",
            "central bank",
        ] {
            assert!(!asked.speaks_of(cue), "{cue}");
        }
    }

    #[test]
    fn a_short_word_must_be_the_same() {
        let asked = Asked::new(&["Does oil pay for arms?"]);
        assert!(asked.speaks_of("oil") && asked.speaks_of("arms"));
        assert!(!Asked::new(&["an army of oilers"]).speaks_of("arms"));
    }
}
