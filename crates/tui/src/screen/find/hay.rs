//! What can be found, and nothing that the seat at the screen may not read: entries as its place tells them, of the
//! deck what the seat reads before play, and what has lain on the table since.

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::CardAt;
use unequal_core::model::scenario::BroughtUpBy;
use unequal_papers::booklet::{Leaf, Part, Pick};
use unequal_session::Place;
use unequal_session::glossary::Glossary;
use unequal_session::sight::Seen;
use unequal_session::telling::{gauge_name, phase_name};

use ratatui::style::Style;

use crate::replay::Replay;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::prose::{Piece, card};

/// What is said before anything is typed.
pub(super) const WHERE: &str = "Looks through the record with its reasons and notes, the cards and domains that this \
     seat may read, and the words of the rules. “move 3” lists a move, “#33” an entry.";

/// What was found.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// An entry of the record, by its number.
    Entry(EntryNumber),
    /// A page of the deck.
    Leaf(Box<Leaf>),
    /// A word, by its place in the glossary.
    Word(usize),
}

/// Something that can be found, with its texts in small letters.
#[derive(Clone, Debug)]
pub(super) struct Hay {
    pub(super) what: What,
    /// What it is: `#33`, `card`, `word`.
    pub(super) kind: String,
    /// The line that tells of it.
    pub(super) title: String,
    /// What else stands in it.
    pub(super) rest: String,
    /// All that it is found by, in small letters.
    pub(super) small: String,
    /// The move that an entry belongs to.
    pub(super) move_number: Option<u32>,
    /// Whose it is.
    pub(super) seat: Option<Seat>,
}

impl Hay {
    /// The number of an entry.
    pub(super) const fn number(&self) -> Option<EntryNumber> {
        match self.what {
            What::Entry(number) => Some(number),
            What::Leaf(_) | What::Word(_) => None,
        }
    }
}

/// All that the seat at the screen may read.
pub(super) fn of(sitting: &Sitting, glossary: &Glossary) -> Vec<Hay> {
    let Some(place) = &sitting.place else {
        return words(glossary);
    };
    let (mut hay, pick) = match &sitting.replay {
        Some(replay) => (of_replay(replay, place), pick_of_replay(replay)),
        None => (of_record(place), Pick::of(Some(reader(place)))),
    };
    hay.extend(leaves(place.deck(), pick));
    if sitting.replay.is_none() && !pick.part(Part::Demands) {
        hay.extend(tabled(place));
    }
    hay.extend(words(glossary));
    hay
}

/// A deck that lies open.
pub(super) fn of_deck(deck: &Deck, glossary: &Glossary) -> Vec<Hay> {
    let mut hay = leaves(deck, Pick::of(None));
    hay.extend(words(glossary));
    hay
}

/// As whom the deck is read: after the end nothing is hidden.
fn reader(place: &Place) -> Seat {
    if place.has_ended() {
        Seat::WhiteCell
    } else {
        place.seat()
    }
}

/// The same in the replay, as these eyes could read it then.
fn pick_of_replay(replay: &Replay) -> Pick {
    Pick::of(Some(if replay.knows_the_future() {
        replay.eyes
    } else {
        Seat::Audience
    }))
}

fn of_record(place: &Place) -> Vec<Hay> {
    let all = place.seen(0..place.entries()).into_iter();
    all.map(|seen| entry(place.deck(), &seen, &[])).collect()
}

fn of_replay(replay: &Replay, place: &Place) -> Vec<Hay> {
    let at = replay.at();
    let frames = replay.reel.frames.iter();
    let known = frames.filter(|frame| replay.knows_the_future() || frame.number <= at);
    known
        .filter_map(|frame| {
            let seen = replay.seen(place, frame.number)?;
            let remarks = replay.remarks_of(frame.number);
            let mut hay = entry(place.deck(), &seen, &remarks);
            hay.title.clone_from(&frame.sentence);
            Some(hay)
        })
        .collect()
}

/// An entry, found by its sentence, what was said with it, the cards and domains that it is about, and what it moved.
fn entry(deck: &Deck, seen: &Seen, remarks: &[String]) -> Hay {
    let text = &deck.text;
    let said = [seen.rationale.as_ref(), seen.dissent.as_ref()];
    let said = said.into_iter().flatten().chain(remarks);
    let said: Vec<String> = said.map(|words| words.replace('\n', " ")).collect();
    let mut about = vec![
        format!("move {}", seen.move_number),
        phase_name(deck, seen.phase).to_owned(),
        text.seat_name(seen.seat).to_owned(),
    ];
    for card in cards(deck, seen) {
        let words = &text.cards[card];
        let domain = &text.domains[deck.scenario.card(card).domain];
        about.extend([
            words.code.clone(),
            words.title.clone(),
            words.text.clone(),
            domain.name.clone(),
            domain.short.clone(),
        ]);
    }
    about.extend(
        seen.changes
            .iter()
            .map(|change| gauge_name(deck, change.gauge)),
    );
    let rest = said.join(" · ");
    Hay {
        what: What::Entry(seen.number),
        kind: format!("#{}", seen.number),
        small: format!("{}\n{rest}\n{}", seen.sentence, about.join("\n")).to_lowercase(),
        title: seen.sentence.clone(),
        rest,
        move_number: Some(seen.move_number),
        seat: Some(seen.seat),
    }
}

/// The cards that an entry is about, as far as the seat may know of it.
fn cards(deck: &Deck, seen: &Seen) -> Vec<CardAt> {
    let named = match &seen.act {
        Some(Action::Demand { card, .. } | Action::Offer { card, .. }) => Some(card),
        Some(Action::Respond { instead, .. }) => instead.as_ref(),
        Some(Action::RevealDemand { plan, .. }) => plan.demand.as_ref().map(|demand| &demand.card),
        _ => None,
    };
    let named = named.and_then(|card| deck.scenario.card_at(card));
    let resolved = seen.resolved().map(|exchange| exchange.demand.card);
    named.into_iter().chain(resolved).collect()
}

/// What of a deck may be read, a page each.
fn leaves(deck: &Deck, pick: Pick) -> Vec<Hay> {
    let parts = Part::ALL.into_iter().filter(|part| pick.part(*part));
    parts
        .filter_map(|part| Some((part, kind(part)?)))
        .flat_map(|(part, kind)| {
            let leaves = part.leaves(deck).into_iter();
            leaves.map(move |leaf| page(kind, leaf))
        })
        .filter(|hay| !hay.title.trim().is_empty())
        .collect()
}

/// The demands that have lain on the table: everybody has read them there.
fn tabled(place: &Place) -> Vec<Hay> {
    let (deck, view) = (place.deck(), place.view());
    let is_open = |card: CardAt| view.tabled.iter().any(|tabled| tabled.demand.card == card);
    let demands = deck.scenario.cards.placed();
    let demands = demands.filter(|(_, card)| card.brought_up_by != BroughtUpBy::Client);
    demands
        .zip(Part::Demands.leaves(deck))
        .filter(|((card, _), _)| view.progress.tabled(*card) > 0 || is_open(*card))
        .map(|(_, leaf)| page("card", leaf))
        .collect()
}

fn page(kind: &str, leaf: Leaf) -> Hay {
    let text = card(&leaf.with_id(), Style::default(), &Theme::default());
    let text: Vec<&str> = text.iter().filter_map(Piece::text).collect();
    let text = text.join(" · ").replace('\n', " ");
    Hay {
        kind: kind.to_owned(),
        title: leaf.name.clone(),
        small: format!("{}\n{text}\n{}", leaf.name, leaf.tags.join(" ")).to_lowercase(),
        rest: text,
        move_number: None,
        seat: leaf.seat,
        what: What::Leaf(Box::new(leaf)),
    }
}

/// What a page of a part is called in the list; the sources are among the words.
const fn kind(part: Part) -> Option<&'static str> {
    Some(match part {
        Part::Sources | Part::Words | Part::Responses | Part::FollowUps | Part::Endings => {
            return None;
        }
        Part::About => "deck",
        Part::Domains => "domain",
        Part::State => "state",
        Part::Timeline | Part::Record => "past",
        Part::Briefing(_) => "brief",
        Part::Conditions => "outside",
        Part::Demands => "card",
        Part::Offers => "offer",
        Part::Asks => "ask",
        Part::CrisisActs => "crisis",
        Part::Measures => "measure",
        Part::Injects => "event",
        Part::Questions | Part::Research => "question",
        Part::Bots => "bot",
    })
}

fn words(glossary: &Glossary) -> Vec<Hay> {
    let words = glossary.words().iter().enumerate();
    words
        .map(|(place, word)| Hay {
            what: What::Word(place),
            kind: "word".to_owned(),
            title: word.name.clone(),
            rest: word.meaning.clone(),
            small: format!("{}\n{}", word.name, word.meaning).to_lowercase(),
            move_number: None,
            seat: None,
        })
        .collect()
}
