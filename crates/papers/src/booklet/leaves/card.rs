//! Leaves of what is put on the table: demands, offers, asks, measures, injects.

use super::shape::{leaf, moved, said};
use crate::booklet::Leaf;
use crate::document::{Facts, Inline, line};
use unequal_core::deck::text::{Horizon, Label, Precedent, Severity};
use unequal_core::deck::{Deck, paragraphs};
use unequal_core::model::card_set::CardSet;
use unequal_core::model::place::{AskAt, At as _, CardAt, EventAt, MeasureAt};
use unequal_core::model::scenario::{BroughtUpBy, Card};
use unequal_session::telling::{measure_does, signed, tenths};

pub(super) fn demand(deck: &Deck, at: CardAt) -> Leaf {
    let (text, rules) = (&deck.text.cards[at], deck.scenario.card(at));
    let words = quoted(&text.text);
    let facts = costs(deck, at);
    let title = format!("{} {}", text.code, text.title);
    let mut leaf = leaf(
        &title,
        kind(deck, at),
        said(&words),
        precedent(deck, facts, text.precedent.as_ref()),
    );
    leaf.card.foot = foot(deck, rules, BroughtUpBy::Client);
    leaf.id.clone_from(&rules.id);
    leaf.tags.clone_from(&text.tags);
    leaf
}

pub(super) fn offer(deck: &Deck, at: CardAt) -> Leaf {
    let (text, rules) = (&deck.text.cards[at], deck.scenario.card(at));
    let words = quoted(text.offered());
    let wants = deck.text.wants(at);
    let wants: Vec<String> = wants.map(|(_, ask)| format!("“{}”", ask.title)).collect();
    let wanted = format!("What {} would like in return", deck.text.client);
    let facts = Facts::default().fact(wanted, &wants.join(" or "));
    let facts = Facts([facts.0, costs(deck, at).0].concat());
    let title = format!("{} {}", text.code, text.title);
    let mut leaf = leaf(
        &title,
        kind(deck, at),
        said(&words),
        precedent(deck, facts, text.precedent.as_ref()),
    );
    leaf.card.foot = foot(deck, rules, BroughtUpBy::Patron);
    leaf.id.clone_from(&rules.id);
    leaf.tags.clone_from(&text.tags);
    leaf
}

pub(super) fn ask(deck: &Deck, at: AskAt) -> Leaf {
    let (text, rules) = (&deck.text.asks[at], &deck.scenario.asks[at]);
    let facts = Facts::default()
        .fact(
            format!("How {} may see it", deck.text.patron),
            &text.patron_view,
        )
        .fact("What it moves", &moved(deck, &rules.change));
    let price = format!(
        "costs {} {} of gains",
        deck.text.patron,
        tenths(rules.price)
    );
    let mut leaf = leaf(&text.title, [price], said(&text.text), facts);
    leaf.tags.clone_from(&text.tags);
    leaf
}

pub(super) fn measure(deck: &Deck, at: MeasureAt) -> Leaf {
    let (text, rules) = (&deck.text.measures[at], deck.scenario.measure(at));
    let domain = rules
        .domain
        .map(|domain| deck.text.domains[domain].name.clone());
    let ending = rules
        .ending
        .map(|ending| deck.text.ending(ending).title.clone());
    let europe = &deck.scenario.europe;
    let outcome = |band: i64, changes| {
        let said = text.outcome(band);
        let moves = moved(deck, changes);
        match (said, moves.as_str()) {
            ("", moves) => moves.to_owned(),
            (said, "") => format!("{said} (It moves nothing.)"),
            (said, moves) => format!("{said} ({moves})"),
        }
    };
    let secret = rules.secret.map(|extra| {
        let leaks = moved(deck, &rules.leaks);
        let open = if leaks.is_empty() { "" } else { ": " };
        format!(
            "for {extra} more unity; it comes out on {} or less{open}{leaks} {}",
            europe.leaks_at, text.leaks
        )
    });
    let facts = Facts::default()
        .fact("Why", &text.why)
        .fact("What the members say", &text.members)
        .fact("What it moves", &moved(deck, &rules.change))
        .fact("What it does", &measure_does(deck, at))
        .fact(
            format!("On {} or more", europe.works_at),
            &outcome(1, &rules.works),
        )
        .fact(
            format!("On {} or less", europe.backfires_at),
            &outcome(-1, &rules.backfires),
        )
        .fact(
            "In secret",
            secret.as_deref().unwrap_or_default().trim_end(),
        );
    let kind = [
        rules.kind.word().to_owned(),
        domain.or(ending).unwrap_or_default(),
        format!("unity {}", rules.unity),
    ];
    let mut leaf = leaf(
        &text.title,
        kind,
        said(&text.text),
        precedent(deck, facts, text.precedent.as_ref()),
    );
    leaf.id.clone_from(&rules.id);
    leaf.tags.clone_from(&text.tags);
    leaf
}

pub(super) fn inject(deck: &Deck, at: EventAt) -> Leaf {
    let (text, rules) = (&deck.text.events[at], &deck.scenario.events[at]);
    let facts = Facts::default()
        .fact("Why it matters", &text.why)
        .fact("What it moves", &moved(deck, &rules.change))
        .fact("Only after", &titles(deck, &rules.given))
        .fact("Not after", &titles(deck, &rules.not_given))
        .fact("Only while", &bounds(deck, at));
    let kind = [format!(
        "inject {} of {}",
        at.index() + 1,
        deck.scenario.events.len()
    )];
    let mut leaf = leaf(
        &text.title,
        kind,
        said(&text.text),
        precedent(deck, facts, text.precedent.as_ref()),
    );
    leaf.id.clone_from(&rules.id);
    leaf.tags.clone_from(&text.tags);
    leaf
}

/// The bounds that an inject keeps, in words.
fn bounds(deck: &Deck, at: EventAt) -> String {
    let rules = &deck.scenario.events[at];
    let name = |gauge| unequal_session::telling::gauge_name(deck, gauge);
    let least = rules.at_least.iter();
    let least = least.map(|(gauge, value)| format!("{} at {value} or more", name(*gauge)));
    let most = rules.at_most.iter();
    let most = most.map(|(gauge, value)| format!("{} at {value} or less", name(*gauge)));
    least.chain(most).collect::<Vec<_>>().join(", ")
}

/// What a card is, in a few words each.
fn kind(deck: &Deck, at: CardAt) -> Vec<String> {
    let (text, rules) = (&deck.text.cards[at], deck.scenario.card(at));
    let severity = match text.severity {
        Severity::Mild => "mild",
        Severity::Firm => "firm",
        Severity::Severe => "severe",
    };
    let horizon = text.horizon.map(|horizon| match horizon {
        Horizon::Short => "short term",
        Horizon::Medium => "medium term",
        Horizon::Long => "long term",
    });
    let whole = rules.indivisible.then_some("all or nothing");
    let again = rules.repeat.then_some("may be repeated");
    let words = [Some(severity), horizon, whole, again];
    let domain = deck.text.domains[rules.domain].name.clone();
    let words = words.into_iter().flatten().map(str::to_owned);
    std::iter::once(domain).chain(words).collect()
}

fn quoted(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("“{}”", paragraphs(text))
    }
}

/// What the patron gains and the client pays.
fn costs(deck: &Deck, at: CardAt) -> Facts {
    let text = &deck.text.cards[at];
    Facts::default()
        .fact(
            format!("What {} gains", deck.text.patron),
            &text.patron_gain,
        )
        .fact(
            format!("What it costs {}", deck.text.client),
            &text.client_cost,
        )
}

/// The numbers at the foot of a card, and when it is open; cards that only the other side may bring up are not named to
/// whoever reads this one.
fn foot(deck: &Deck, rules: &Card, others: BroughtUpBy) -> Vec<Inline> {
    let numbers = format!(
        "gain {} · autonomy {} · capacity {} · endurance {} · red-line weight {} of 10 · lock-in {} · shared front {}",
        rules.gain,
        signed(-rules.autonomy_cost),
        signed(-rules.capacity_need),
        signed(-rules.endurance_cost),
        rules.red_line_weight,
        rules.lock_in,
        signed(rules.shared_front),
    );
    let mut open = Vec::new();
    if rules.not_before > 0 {
        open.push(format!("not before move {}", rules.not_before + 1));
    }
    if !rules.requires.is_empty() {
        open.push(format!(
            "only after {}",
            named(deck, &rules.requires, others)
        ));
    }
    if !rules.excludes.is_empty() {
        open.push(format!(
            "not after {}",
            named(deck, &rules.excludes, others)
        ));
    }
    let open = (!open.is_empty()).then(|| open.join(" · "));
    open.into_iter().chain([numbers]).map(line).collect()
}

/// Cards by their codes, where they do not belong to the other side alone.
fn named(deck: &Deck, cards: &CardSet, others: BroughtUpBy) -> String {
    let own = |card: &CardAt| deck.scenario.card(*card).brought_up_by != others;
    let codes = cards.iter().filter(own);
    let mut names: Vec<&str> = codes
        .map(|card| deck.text.cards[card].code.as_str())
        .collect();
    if !cards.iter().all(|card| own(&card)) {
        names.push("something else that was agreed");
    }
    names.join(", ")
}

fn titles(deck: &Deck, cards: &CardSet) -> String {
    let titles = cards
        .iter()
        .map(|card| format!("“{}”", deck.text.cards[card].title));
    titles.collect::<Vec<_>>().join(", ")
}

fn precedent(deck: &Deck, facts: Facts, precedent: Option<&Precedent>) -> Facts {
    let Some(precedent) = precedent else {
        return facts;
    };
    let grade = deck.text.best_grade(&precedent.sources);
    let grade = grade.map_or_else(String::new, |grade| format!(", grade {}", grade.letter()));
    // What came after the first move is no precedent to those who play it.
    let name = if deck.text.about.is_ahead(&precedent.date) {
        "In the record"
    } else {
        "Precedent"
    };
    let label = match precedent.label {
        Label::Fact => format!("{name} (established{grade})"),
        Label::Claim => format!("{name} (claimed{grade})"),
        Label::Leak => format!("{name} (from a leak{grade})"),
        Label::None => "No precedent is known".to_owned(),
    };
    let date = if precedent.date.is_empty() {
        String::new()
    } else {
        format!("{}: ", precedent.date)
    };
    facts
        .fact(label, &format!("{date}{}", precedent.sourced()))
        .fact("Not checked", &precedent.not_checked)
}
