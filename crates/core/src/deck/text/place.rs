//! Outside conditions and domains, as people read them.

use super::fallback;
use super::shape::{line, list, or, running, sources, words};
use crate::deck::plain::{paragraphs, plain};
use crate::deck::raw::RawDeck;
use crate::deck::raw::cited::{Grade, Source};
use crate::deck::raw::place as raw;
use crate::model::place::{DomainAt, Listed};

/// An outside condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionText {
    /// Name.
    pub name: String,
    /// At most 10 characters, made from the name where the deck is silent.
    pub short: String,
    /// What it stands for.
    pub text: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl ConditionText {
    pub(super) fn new(raw: &raw::Condition) -> Self {
        let name = plain(&raw.name);
        Self {
            short: or(line(raw.short.as_ref()), &fallback::short(&name, 10)),
            name,
            text: running(raw.text.as_ref()),
            tags: words(&raw.tags),
        }
    }
}

/// A domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainText {
    /// Name.
    pub name: String,
    /// At most 14 characters, made from the name where the deck is silent.
    pub short: String,
    /// Capital letters such as "EC", made from the name where the deck is silent; no two alike.
    pub code: String,
    /// How the patron speaks here.
    pub voice: String,
    /// The field in a paragraph.
    pub text: String,
    /// The page of the state of play.
    pub state: Vec<Paragraph>,
    /// Figures of the state of play.
    pub baseline: Vec<Figure>,
    /// What the patron will not stand.
    pub patron_red_lines: Vec<String>,
    /// What the client will not stand.
    pub client_red_lines: Vec<String>,
    /// What holds the patron back.
    pub restraint: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

/// A paragraph of the state of play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is about.
    pub heading: String,
    /// What is known.
    pub text: String,
}

/// A figure with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure in words.
    pub figure: String,
    /// As of when it holds.
    pub as_of: String,
    /// How far it can be trusted, to stand beside it; none where neither the figure nor a source of it says.
    pub grade: Option<Grade>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// What of it could not be checked.
    pub not_checked: String,
}

pub(super) fn domains(deck: &RawDeck) -> Listed<DomainAt, DomainText> {
    let raw = &deck.domain;
    let figure = |raw: &raw::Figure| figure(raw, &deck.source);
    let mut taken: Vec<String> = raw.iter().map(|d| line(d.code.as_ref())).collect();
    raw.iter()
        .enumerate()
        .map(|(place, domain)| {
            let name = plain(&domain.name);
            if taken[place].is_empty() {
                taken[place] = fallback::domain_code(&name, &taken);
            }
            DomainText {
                short: or(line(domain.short.as_ref()), &fallback::short(&name, 14)),
                name,
                code: taken[place].clone(),
                voice: line(domain.voice.as_ref()),
                text: running(domain.text.as_ref()),
                state: domain.state.iter().map(paragraph).collect(),
                baseline: domain.baseline.iter().map(figure).collect(),
                patron_red_lines: list(&domain.patron_red_lines),
                client_red_lines: list(&domain.client_red_lines),
                restraint: running(domain.restraint.as_ref()),
                tags: words(&domain.tags),
            }
        })
        .collect()
}

fn paragraph(raw: &raw::Paragraph) -> Paragraph {
    Paragraph {
        heading: plain(&raw.heading),
        text: paragraphs(&raw.text),
    }
}

fn figure(raw: &raw::Figure, known: &[Source]) -> Figure {
    let cited = raw.source.iter().flat_map(|cited| &cited.ids);
    let graded = cited.filter_map(|id| known.iter().find(|source| source.id == *id)?.grade);
    Figure {
        figure: paragraphs(&raw.figure),
        as_of: line(raw.as_of.as_ref()),
        grade: raw.grade.or(graded.min()),
        sources: sources(raw.source.as_ref()),
        not_checked: running(raw.not_checked.as_ref()),
    }
}
