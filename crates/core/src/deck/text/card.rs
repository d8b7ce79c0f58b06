//! Demands, offers, asks and events, as people read them.

use super::fallback;
use super::place::DomainText;
use super::shape::{line, running, sources, words};
use crate::deck::convert::Names;
use crate::deck::plain;
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::{self, Horizon, Severity};
use crate::deck::raw::cited::{self, Label};
use crate::model::place::{AskAt, At as _, CardAt, DomainAt, Listed};

/// A demand, and where the client may bring it up an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// Title.
    pub title: String,
    /// Short name such as "EC4", made from the domain's code where the deck is silent.
    pub code: String,
    /// How grave it is; judged by its numbers where the deck is silent.
    pub severity: Severity,
    /// To read aloud when it is demanded; of what only the client brings up, what is offered.
    pub text: String,
    /// To read aloud when it is offered.
    pub offer_text: String,
    /// What the client would like in return when it offers it, dearest first.
    pub wants: Vec<AskAt>,
    /// What the patron gains.
    pub patron_gain: String,
    /// What the client pays.
    pub client_cost: String,
    /// When it would bear fruit.
    pub horizon: Option<Horizon>,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl CardText {
    /// A card of which nothing can be read.
    pub(super) const fn face_down() -> Self {
        Self {
            title: String::new(),
            code: String::new(),
            severity: fallback::severity(0),
            text: String::new(),
            offer_text: String::new(),
            wants: Vec::new(),
            patron_gain: String::new(),
            client_cost: String::new(),
            horizon: None,
            precedent: None,
            tags: Vec::new(),
        }
    }

    /// What is read aloud when the client offers it.
    pub fn offered(&self) -> &str {
        if self.offer_text.is_empty() {
            &self.text
        } else {
            &self.offer_text
        }
    }
}

pub(super) fn cards(
    raw: &RawDeck,
    domains: &Listed<DomainAt, DomainText>,
) -> Listed<CardAt, CardText> {
    let names = Names::new(raw);
    let mut taken: Vec<String> = raw.card.iter().map(|c| line(c.code.as_ref())).collect();
    for (place, card) in raw.card.iter().enumerate() {
        if !taken[place].is_empty() {
            continue;
        }
        let domain = raw.domain.iter().position(|d| d.id == card.domain);
        let code = domain.map_or("?", |d| domains[DomainAt::new(d)].code.as_str());
        let earlier = raw.card.iter().take(place);
        let mut number = 1 + earlier.filter(|c| c.domain == card.domain).count();
        while taken.contains(&format!("{code}{number}")) {
            number += 1;
        }
        taken[place] = format!("{code}{number}");
    }
    raw.card
        .iter()
        .zip(taken)
        .map(|(card, code)| card_text(card, code, &names))
        .collect()
}

fn card_text(raw: &card::Card, code: String, names: &Names<'_>) -> CardText {
    CardText {
        title: plain(&raw.title),
        code,
        severity: raw
            .severity
            .unwrap_or_else(|| fallback::severity(raw.red_line_weight)),
        text: running(raw.text.as_ref()),
        offer_text: running(raw.offer_text.as_ref()),
        wants: raw.wants.iter().map(|id| names.ask(id)).collect(),
        patron_gain: running(raw.patron_gain.as_ref()),
        client_cost: running(raw.client_cost.as_ref()),
        horizon: raw.horizon,
        precedent: raw.precedent.as_ref().map(Precedent::new),
        tags: words(&raw.tags),
    }
}

/// What has happened of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precedent {
    /// How sure it is.
    pub label: Label,
    /// When.
    pub date: String,
    /// What.
    pub text: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// What of it could not be checked.
    pub not_checked: String,
}

impl Precedent {
    pub(super) fn new(raw: &cited::Precedent) -> Self {
        Self {
            label: raw.label,
            date: line(raw.date.as_ref()),
            text: running(raw.text.as_ref()),
            sources: sources(raw.source.as_ref()),
            not_checked: running(raw.not_checked.as_ref()),
        }
    }

    /// The text with its sources behind it, but for those that are cited in the text already.
    pub fn sourced(&self) -> String {
        sourced(&self.text, &self.sources)
    }
}

/// A text with marks of its sources behind it, but for those that it cites already.
pub(super) fn sourced(text: &str, sources: &[String]) -> String {
    let mut marked = text.to_owned();
    for mark in sources.iter().map(|id| format!("[{id}]")) {
        if !text.contains(&mark) {
            let gap = if marked.ends_with(']') { "" } else { " " };
            marked = marked + gap + &mark;
        }
    }
    marked
}

/// Something that the client may ask in return for an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskText {
    /// Title.
    pub title: String,
    /// What is asked.
    pub text: String,
    /// What the patron may think of it.
    pub patron_view: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl AskText {
    pub(super) fn new(raw: &card::Ask) -> Self {
        Self {
            title: plain(&raw.title),
            text: running(raw.text.as_ref()),
            patron_view: running(raw.patron_view.as_ref()),
            tags: words(&raw.tags),
        }
    }
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventText {
    /// Headline.
    pub title: String,
    /// The report.
    pub text: String,
    /// What it moves and why.
    pub why: String,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl EventText {
    pub(super) fn new(raw: &card::Event) -> Self {
        Self {
            title: plain(&raw.title),
            text: running(raw.text.as_ref()),
            why: running(raw.why.as_ref()),
            precedent: raw.precedent.as_ref().map(Precedent::new),
            tags: words(&raw.tags),
        }
    }
}
