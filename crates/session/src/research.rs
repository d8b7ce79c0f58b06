//! The deck's research questions, and which acts of the session bear on them.

pub mod cues;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::reading::{Cite, Reading};
use crate::sight::Seen;
use unequal_core::engine::action::{Action, Kind};

use cues::{Asked, cues, every_cue};

/// Acts from which a session is said to hold some material on a question, and reasons with them.
const ENOUGH: (usize, usize) = (3, 2);

/// A research question of the deck, with what the session holds on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResearchLine {
    /// Its id.
    pub id: String,
    /// The issue behind it.
    pub issue: String,
    /// The question.
    pub question: String,
    /// What the deck says would count as evidence.
    pub evidence: String,
    /// The words that tie it to acts.
    pub tied_by: Vec<String>,
    /// How much the session holds on it.
    pub material: Material,
    /// Acts that bear on it.
    pub acts: Vec<Cite>,
    /// How many of these acts came with a reason.
    pub with_reasons: usize,
}

/// How much a session holds on a question. Whether it answers it is for people to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Material {
    /// Several acts, some with reasons.
    Some,
    /// Few acts, or none with a reason.
    Thin,
    /// No act bears on it.
    None,
    /// No word of the question ties it to anything in the deck.
    Untied,
}

impl Material {
    /// The verdict, as a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Some => "some",
            Self::Thin => "thin",
            Self::None => "none",
            Self::Untied => "cannot tell",
        }
    }

    /// Whether more could still be gathered.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::None | Self::Thin)
    }
}

/// Every research question with the acts that bear on it.
pub fn research(reading: &Reading<'_>) -> Vec<ResearchLine> {
    let acts: Vec<(&Seen, BTreeSet<String>)> = reading
        .standing()
        .map(|seen| (seen, cues(reading, seen)))
        .filter(|(_, cues)| !cues.is_empty())
        .collect();
    let known = every_cue(reading);
    reading
        .table
        .deck()
        .text
        .research
        .iter()
        .map(|question| {
            let asked = Asked::new(&[&question.issue, &question.question]);
            let tied_by: Vec<String> = known
                .iter()
                .filter(|cue| asked.speaks_of(cue))
                .cloned()
                .collect();
            let bearing: Vec<&Seen> = acts
                .iter()
                .filter(|(_, cues)| tied_by.iter().any(|cue| cues.contains(cue)))
                .map(|(seen, _)| *seen)
                .collect();
            let with_reasons = bearing
                .iter()
                .filter(|seen| has_reason(reading, seen))
                .count();
            ResearchLine {
                id: question.id.clone(),
                issue: question.issue.clone(),
                question: question.question.clone(),
                evidence: question.evidence.clone(),
                material: material(tied_by.is_empty(), bearing.len(), with_reasons),
                tied_by,
                acts: bearing.into_iter().map(Cite::to).collect(),
                with_reasons,
            }
        })
        .collect()
}

const fn material(untied: bool, acts: usize, with_reasons: usize) -> Material {
    if untied {
        Material::Untied
    } else if acts == 0 {
        Material::None
    } else if acts >= ENOUGH.0 && with_reasons >= ENOUGH.1 {
        Material::Some
    } else {
        Material::Thin
    }
}

/// Whether people said why: for what was sealed they did when they committed to it.
fn has_reason(reading: &Reading<'_>, seen: &Seen) -> bool {
    let revealed = matches!(
        reading.act(seen),
        Some(Action::RevealDemand { .. } | Action::RevealResponse { .. })
    );
    let said = |one: &Seen| one.rationale.is_some();
    if !revealed {
        return said(seen);
    }
    let commits = reading.standing().filter(|one| {
        one.kind == Kind::Commit && one.seat == seen.seat && one.number < seen.number
    });
    commits.last().is_some_and(said)
}
