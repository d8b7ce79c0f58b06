//! How the numbers came about, what they are not, and the sources behind what was played.

use serde::Serialize;

use crate::document::{Rank, Section, paragraph, titled};
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use crate::report::words::NOTICE;
use unequal_core::deck::paragraphs;
use unequal_core::deck::text::Precedent;
use unequal_core::engine::fact::Fact;
use unequal_core::model::place::CardAt;
use unequal_session::telling::{clock_words, seat_name};

/// How the numbers came about, and what they are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Method {
    /// How to read this report.
    pub reading: Vec<String>,
    /// What players were asked to accept.
    pub artificialities: Vec<String>,
    /// What the deck says of itself.
    pub disclaimer: Vec<String>,
    /// Whose work the deck rests on.
    pub credits: Vec<String>,
}

/// A source behind what was played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// The mark in the deck's texts.
    pub id: String,
    /// Title, publisher, date.
    pub text: String,
    /// Where it can be found.
    pub address: String,
    /// How far it can be trusted, A to C.
    pub grade: Option<String>,
}

/// How the numbers came about, and what they are not.
pub(super) fn of(sight: &Sight<'_>) -> Method {
    let about = &sight.table.deck().text.about;
    let mut reading = vec![
        "Numbers in brackets cite the entry of the record on which a line rests. Entries that were \
         undone are kept and marked; they count for nothing else."
            .to_owned(),
        "Gauges run from 0 to 100 and are assumptions of the deck, made to be disputed. Outlook is \
         stability and the stability that trust, the shared front, calm and room support, weighted 1 to 2. \
         Resentment comes to rest where the imbalance puts it."
            .to_owned(),
        "Where the white cell ruled otherwise than computed, both results are given with the reason."
            .to_owned(),
        "Shares of the change come from replays in which nobody reacts: the recorded acts and dice \
         run on while some acts give way to a baseline (a demand or the taking up of an offer to asking \
         for nothing, a response to giving a part, offers, acts in a crisis and measures to none). They \
         say how this record hangs together, not what people would have done."
            .to_owned(),
    ];
    if sight.findings.is_some() {
        reading.push(
            "Expectations come from playouts in which one bot plays both seats. They compare choices \
             under the same dice; they do not foresee what people would do."
                .to_owned(),
        );
    }
    if sight.people {
        reading.push(
            "What machines did is left out of the record, of its tables and of what seats knew, and \
             so is what players that were asked would have done. Numbers, exchanges and gauges are those \
             of the session as it was played."
                .to_owned(),
        );
    }
    if !sight.open {
        reading.push(format!(
            "This report holds what {} may know while the session goes on. Reasons of others, menu and \
             effort, what is Europe’s own, hidden red lines, the last move, the seed, and all that rests \
             on them are left out where that seat may not know them.",
            seat_name(sight.table.deck(), sight.seat)
        ));
    }
    Method {
        reading,
        artificialities: about.artificialities.clone(),
        disclaimer: paragraphs_of(&about.disclaimer),
        credits: about.credits.clone(),
    }
}

fn paragraphs_of(text: &str) -> Vec<String> {
    paragraphs(text)
        .split("\n\n")
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Sources that the cards, measures and events in play cite.
pub(super) fn sources(sight: &Sight<'_>) -> Vec<SourceLine> {
    let text = &sight.table.deck().text;
    let mut cited = String::new();
    for fact in sight.standing().flat_map(|seen| &seen.facts) {
        match fact {
            Fact::EventDrawn(Some(event)) => {
                let event = &text.events[*event];
                cited.extend([event.text.as_str(), event.why.as_str()]);
                cited += &precedent(event.precedent.as_ref());
            }
            Fact::MeasureTaken(taken) => {
                let measure = &text.measures[taken.step.measure];
                cited.extend([measure.text.as_str(), measure.why.as_str()]);
                cited += &precedent(measure.precedent.as_ref());
            }
            Fact::Resolved(exchange) => {
                cited += &card_texts(sight, exchange.demand.card);
                let instead = exchange.reply.instead;
                cited += &instead.map_or_else(String::new, |card| card_texts(sight, card));
            }
            Fact::OfferTakenUp { offer, .. }
            | Fact::OfferSetAside(offer)
            | Fact::OfferVetoed(offer) => cited += &card_texts(sight, offer.card),
            _ => {}
        }
    }
    text.sources
        .iter()
        .filter(|source| cited.contains(&format!("[{}]", source.id)))
        .map(|source| {
            let parts = [&source.title, &source.publisher, &source.date];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            SourceLine {
                id: source.id.clone(),
                text: parts.cloned().collect::<Vec<_>>().join(", "),
                address: source.address.clone(),
                grade: source.grade.map(|grade| grade.letter().to_owned()),
            }
        })
        .collect()
}

/// All that a card says.
fn card_texts(sight: &Sight<'_>, card: CardAt) -> String {
    let card = &sight.table.deck().text.cards[card];
    let texts = [
        &card.text,
        &card.offer_text,
        &card.patron_gain,
        &card.client_cost,
    ];
    let texts: String = texts.into_iter().map(String::as_str).collect();
    texts + &precedent(card.precedent.as_ref())
}

fn precedent(precedent: Option<&Precedent>) -> String {
    precedent.map_or_else(String::new, |precedent| precedent.sourced() + " ")
}

/// How the session was played and which record it is, a fact a line.
fn played(session: &SessionFacts) -> Vec<String> {
    let mut lines = session.options.clone();
    let version = match session.deck_version.as_str() {
        "" => String::new(),
        version => format!(", version {version}"),
    };
    lines.push(format!(
        "deck {}{version}, hash {}",
        session.deck, session.deck_hash
    ));
    lines.push(format!(
        "rules {}, begun with version {} of the program",
        session.rules, session.program
    ));
    lines.push(format!(
        "from {} to {} (UTC)",
        session.started, session.last_entry_at
    ));
    lines.extend(session.backwards.iter().map(|back| {
        format!(
            "times run backwards: entry {} is {} before the one before it, because a clock was set back; \
             how long that took is not known",
            back.entry,
            clock_words(back.seconds)
        )
    }));
    if let Some(parent) = &session.parent {
        lines.push(format!(
            "branches off {} after entry {}{}",
            parent.file,
            parent.entry,
            if parent.drawn_anew {
                ", with luck drawn anew"
            } else {
                ""
            }
        ));
    }
    if let Some(seed) = session.seed {
        lines.push(format!("seed {seed}"));
    }
    if let Some(digest) = &session.digest {
        lines.push(format!("digest of the record: {digest}"));
    }
    lines
}

/// A source in a line.
fn source(source: &SourceLine) -> String {
    let grade = source
        .grade
        .as_ref()
        .map_or_else(String::new, |grade| format!(" (grade {grade})"));
    format!("{}: {}{grade} {}", source.id, source.text, source.address)
        .trim_end()
        .to_owned()
}

pub(super) fn section(session: &SessionFacts, method: &Method, sources: &[SourceLine]) -> Section {
    let blocks = [
        titled("How to read this report", &method.reading),
        titled("How it was played", played(session)),
        titled("What players were asked to accept", &method.artificialities),
        titled("What the deck says of itself", &method.disclaimer),
        titled("Credits", &method.credits),
        titled("Sources behind what was played", sources.iter().map(source)),
        vec![paragraph(Rank::Foot, NOTICE)],
    ];
    Section::new("method", "Method", "Method", blocks.concat())
}
