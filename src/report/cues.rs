//! What ties a question to acts: words that the question shares with the deck's own names and tags.
//!
//! The tie is by words alone, and the report says which. Whether an act says anything on a question
//! is for people to judge.

use std::collections::BTreeSet;

use crate::engine::action::Action;
use crate::engine::choice::{FollowUp, Response};
use crate::engine::fact::Fact;
use crate::report::Sight;
use crate::report::model::Cite;
use crate::session::sight::Seen;

/// Letters that a word must have to be found by its beginning.
const STEM: usize = 4;

/// The words of a question.
pub(super) struct Asked(Vec<String>);

impl Asked {
    /// Takes a text apart.
    pub(super) fn new(texts: &[&str]) -> Self {
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
    pub(super) fn speaks_of(&self, cue: &str) -> bool {
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
pub(super) fn cues(sight: &Sight<'_>, seen: &Seen) -> BTreeSet<String> {
    let table = sight.table;
    let text = &table.deck().text;
    let scenario = table.scenario();
    let mut cues = BTreeSet::new();
    let place = usize::try_from(seen.number).unwrap_or(0).saturating_sub(1);
    let act = table.moments().get(place).map(|moment| &moment.entry.act);
    let add_card = |card: usize, cues: &mut BTreeSet<String>| {
        cues.insert(text.domains[scenario.cards[card].domain].name.clone());
        let tags = text.cards[card].tags.iter();
        cues.extend(tags.map(|tag| tag.trim_start_matches("report:").to_owned()));
    };
    match act {
        Some(Action::Demand { card, .. }) => {
            if let Some(card) = scenario.card_index(card) {
                add_card(card, &mut cues);
            }
        }
        Some(Action::Hold) => {
            cues.insert("restraint".to_owned());
            cues.insert("not asking".to_owned());
        }
        Some(Action::Respond { response, .. }) => {
            cues.insert(answer_cue(*response).to_owned());
            if let Some((_, exchange)) = sight
                .recorded
                .exchanges()
                .find(|(_, exchange)| exchange.reply_entry == seen.number)
            {
                add_card(exchange.demand.card, &mut cues);
            }
        }
        Some(Action::FollowUp { choice }) => {
            cues.extend(follow_up_cues(*choice).iter().map(|cue| (*cue).to_owned()));
        }
        _ => {}
    }
    for fact in &seen.facts {
        match fact {
            Fact::EventDrawn(Some(event)) => {
                cues.extend(text.events[*event].tags.iter().cloned());
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
            _ => {}
        }
    }
    cues
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

/// A pointer to an entry.
pub(super) fn cite(seen: &Seen) -> Cite {
    Cite {
        entry: seen.number,
        move_number: seen.move_number,
        sentence: seen.sentence.clone(),
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
