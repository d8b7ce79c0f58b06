//! The leaves of each part of a deck.

mod act;
mod card;
mod known;
mod shape;

pub(crate) use act::{inducements, intensities};
pub(crate) use known::happened;

use self::shape::{item, leaf, listed, said};
use super::{Leaf, Part};
use crate::document::{Block, Facts, Inline, Rank, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Stretch, Subject};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Ending, Intensity, Response};
use unequal_core::model::place::{ConditionAt, DomainAt};
use unequal_core::model::scenario::BroughtUpBy;

impl Part {
    /// Its leaves; none where the deck has nothing of it.
    pub fn leaves(self, deck: &Deck) -> Vec<Leaf> {
        let text = &deck.text;
        let numbers = &deck.scenario;
        match self {
            Self::About => vec![about(deck)],
            Self::Domains => (numbers.domains.places())
                .map(|at| domain(deck, at))
                .collect(),
            Self::State => (numbers.domains.places())
                .filter_map(|at| known::state(deck, at))
                .collect(),
            Self::Timeline => known::timeline(&self.title(deck), deck),
            Self::Record => known::record(&self.title(deck), deck),
            Self::Briefing(seat) => {
                let accepted = "What all sides accept for this exercise";
                let accepted = Facts::default().list(accepted, &text.about.artificialities);
                let leaf = briefing(deck, seat).map(|mut leaf| {
                    leaf.card.blocks.push(Block::Facts(accepted));
                    leaf
                });
                leaf.into_iter().collect()
            }
            Self::Conditions => {
                let all = text.conditions.iter().zip(numbers.conditions.iter());
                all.map(|(words, rules)| {
                    let start = format!("{} at STARTEX", rules.start);
                    leaf(&words.name, [start], said(&words.text), Facts::default())
                })
                .collect()
            }
            Self::Demands => (numbers.cards.placed())
                .filter(|(_, card)| card.brought_up_by != BroughtUpBy::Client)
                .map(|(at, _)| card::demand(deck, at))
                .collect(),
            Self::Offers => (numbers.cards.placed())
                .filter(|(_, card)| card.brought_up_by != BroughtUpBy::Patron)
                .map(|(at, _)| card::offer(deck, at))
                .collect(),
            Self::Asks => (numbers.asks.places())
                .map(|at| card::ask(deck, at))
                .collect(),
            Self::Words => vec![act::words(&self.title(deck), deck)],
            Self::Responses => (Response::ALL.iter())
                .map(|&response| act::answer(deck, response))
                .collect(),
            Self::FollowUps => act::follow_ups(deck),
            Self::CrisisActs => act::crisis_acts(deck),
            Self::Measures => (numbers.measures.places())
                .map(|at| card::measure(deck, at))
                .collect(),
            Self::Injects => (numbers.events.places())
                .map(|at| card::inject(deck, at))
                .collect(),
            Self::Endings => (Ending::ALL.iter())
                .map(|&ending| act::ending(deck, ending))
                .collect(),
            Self::Questions => {
                let asked = (text.questions.iter()).map(|one| item(&one.text, [("", &one.about)]));
                listed(&self.title(deck), asked.collect())
            }
            Self::Research => {
                let asked = text.research.iter().map(|one| {
                    item(
                        &one.question,
                        [("Issue: ", &one.issue), ("Evidence: ", &one.evidence)],
                    )
                });
                listed(&self.title(deck), asked.collect())
            }
            Self::Bots => {
                let policies = numbers.policies.iter();
                let names: Vec<&str> = policies.map(|policy| policy.name.as_str()).collect();
                let names = vec![paragraph(Rank::Plain, names.join(", "))];
                vec![leaf(&self.title(deck), [], names, Facts::default())]
            }
            Self::Sources => text.sources.iter().map(known::source).collect(),
        }
    }
}

fn about(deck: &Deck) -> Leaf {
    let (about, text, numbers) = (&deck.text.about, &deck.text, &deck.scenario);
    let rules = &numbers.session;
    let moves = match rules.moves_spread {
        0 => rules.moves.to_string(),
        spread => format!("{}, the last hidden within {spread} of that", rules.moves),
    };
    let brought_up = |by: BroughtUpBy| {
        let cards = numbers.cards.iter();
        cards.filter(|card| card.brought_up_by != by).count()
    };
    let holds = format!(
        "{} domains, {} demands, {} offers, {} measures, {} injects",
        numbers.domains.len(),
        brought_up(BroughtUpBy::Client),
        brought_up(BroughtUpBy::Patron),
        numbers.measures.len(),
        numbers.events.len()
    );
    let sides = format!(
        "{} (patron), {} (client), {} (the third seat)",
        text.patron,
        text.client,
        text.seat_name(Seat::Europe)
    );
    let menu = format!(
        "{} a domain and {} others",
        rules.menu.rungs, rules.menu.wild
    );
    let facts = Facts::default()
        .fact("Deck", &numbers.id)
        .fact("Version", &about.version)
        .fact("Date", &about.date)
        .fact("Setting", &about.setting)
        .fact("Takes", &about.duration)
        .fact("Seats", &sides)
        .fact("Holds", &holds)
        .fact("Moves", &moves)
        .fact("Demands a move", &rules.demands.to_string())
        .fact("On the menu", &menu)
        .list("Running order", about.running_order.iter().map(stretch))
        .list(
            "What all sides accept for the exercise",
            &about.artificialities,
        )
        .list("Made by", &about.credits)
        .fact("Disclaimer", &about.disclaimer);
    let blocks = [said(&about.subtitle), said(&about.summary)].concat();
    leaf(&about.title, [], blocks, facts)
}

/// A stretch of the running order in a line.
fn stretch(stretch: &Stretch) -> String {
    format!(
        "{} {} ({} minutes)",
        stretch.at(),
        stretch.words(),
        stretch.takes()
    )
}

fn domain(deck: &Deck, at: DomainAt) -> Leaf {
    let (text, rules) = (&deck.text.domains[at], &deck.scenario.domains[at]);
    let usual = (Intensity::ALL.iter()).find(|intensity| intensity.steps() == rules.restraint_norm);
    let numbers = format!(
        "dependence {}, capacity {} (at most {}), strain {} of a red line declared at {}; to ask as hard as {} is usual",
        rules.dependence,
        rules.capacity,
        rules.capacity_max,
        rules.strain,
        rules.red_line,
        usual.map_or_else(
            || "any intensity".to_owned(),
            |one| format!("“{}”", deck.text.intensity(*one).name)
        ),
    );
    let lines_of = |side: &str| format!("What {side} will not stand");
    let facts = Facts::default()
        .fact("At STARTEX", &numbers)
        .list(lines_of(&deck.text.patron), &text.patron_red_lines)
        .list(lines_of(&deck.text.client), &text.client_red_lines)
        .fact(
            format!("What holds {} back", deck.text.patron),
            &text.restraint,
        )
        .fact(format!("How {} speaks", deck.text.patron), &text.voice);
    let known = text
        .text
        .split("\n\n")
        .filter(|part| !deck.text.about.tells_ahead(part));
    let blocks = known.flat_map(said).collect();
    leaf(&text.name, [text.code.clone()], blocks, facts)
}

/// All that is known of a domain at STARTEX: the field in a paragraph, the state of play, numbers, lines, what happened.
pub(crate) fn domain_page(deck: &Deck, at: DomainAt) -> Leaf {
    let mut page = domain(deck, at);
    let (blocks, facts) = known::of_domain(deck, at);
    let numbers = page.card.blocks.pop();
    page.card.blocks.extend(blocks);
    page.card.blocks.extend(numbers);
    if let Some(Block::Facts(all)) = page.card.blocks.last_mut() {
        all.0.extend(facts.0);
    }
    page
}

/// What lies outside both sides: where it stands, what it means, what has happened to it.
pub(crate) fn condition(deck: &Deck, at: ConditionAt) -> (String, Vec<Inline>) {
    let (words, rules) = (&deck.text.conditions[at], &deck.scenario.conditions[at]);
    let parts = words.text.split("\n\n").filter(|part| !part.is_empty());
    let what = parts
        .filter(|part| !deck.text.about.tells_ahead(part))
        .map(line);
    let happened = known::happened(deck, Subject::Condition(at));
    let label = format!("{}: {}", words.name, rules.start);
    (
        label,
        what.into_iter()
            .chain(happened.into_iter().map(line))
            .collect(),
    )
}

/// What is written for a seat alone; none where the deck says nothing to it.
pub(crate) fn briefing(deck: &Deck, seat: Seat) -> Option<Leaf> {
    let (about, briefing) = (&deck.text.about, deck.text.briefing(seat)?);
    let text = if briefing.text.is_empty() {
        &about.summary
    } else {
        &briefing.text
    };
    let facts = Facts::default()
        .list("Your aims", &briefing.aims)
        .list("Your aims in numbers", &briefing.aims_in_numbers)
        .list("What you can do", &briefing.instruments)
        .list("What binds you", &briefing.constraints)
        .list("What you know of the others", &briefing.knows)
        .list("What you do not know", &briefing.knows_not)
        .list("What to watch", &briefing.watch);
    let name = deck.text.seat_name(seat).to_owned();
    // A title that ends on the years of its setting has said them.
    let said_already = about.title.contains(&about.setting);
    let setting = (!said_already).then(|| about.setting.clone());
    let setting: Vec<String> = setting.into_iter().collect();
    let leaf = leaf(&about.title, setting, said(text), facts);
    Some(Leaf {
        name,
        seat: Some(seat),
        ..leaf
    })
}
