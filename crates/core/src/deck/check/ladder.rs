//! Checks that cards open each other, and that offers and events can come about at all.

use crate::deck::check::Path;
use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;

/// Checks ladders of cards, what only the client brings up, and what is asked for it.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    if findings.ids_sound("card", raw.card.len()) {
        contradictions(raw, findings);
        circles(raw, findings);
        if findings.ids_sound("domain", raw.domain.len()) {
            openings(raw, findings);
        }
    }
    for (place, card) in raw.card.iter().enumerate() {
        if card.own && card.indivisible {
            findings.value(
                "own-indivisible",
                &at!["card", place, "indivisible"],
                "only the client brings this up, and an offer never gives a card whole".to_owned(),
                "take out `indivisible`, or write `offer = true` for `own = true`".to_owned(),
            );
        }
    }
    prices(raw, findings);
}

/// Finds cards and events that want something to have been given and not to have been given.
fn contradictions(raw: &RawDeck, findings: &mut Findings<'_>) {
    let cards = raw.card.iter().enumerate();
    let cards = cards.map(|(n, card)| ("card", n, &card.requires, "excludes", &card.excludes));
    let events = raw.event.iter().enumerate();
    let events = events.map(|(n, event)| ("event", n, &event.given, "not_given", &event.not_given));
    for (list, place, wanted, key, unwanted) in cards.chain(events) {
        let both = |id: &&String| wanted.contains(id);
        for (entry, id) in unwanted.iter().enumerate().filter(|(_, id)| both(id)) {
            findings.value(
                "contradiction",
                &at![list, place, key, entry],
                format!("`{id}` must have been given, and must not"),
                "take it out of one of the two lists".to_owned(),
            );
        }
    }
}

/// Finds cards that can never be opened because they wait for each other.
fn circles(raw: &RawDeck, findings: &mut Findings<'_>) {
    let known = |id: &String| raw.card.iter().any(|card| card.id == *id);
    let mut opened: Vec<&str> = Vec::new();
    loop {
        let before = opened.len();
        for card in &raw.card {
            let ready = |id: &String| opened.contains(&id.as_str()) || !known(id);
            if !opened.contains(&card.id.as_str()) && card.requires.iter().all(ready) {
                opened.push(&card.id);
            }
        }
        if opened.len() == before {
            break;
        }
    }
    for (place, card) in raw.card.iter().enumerate() {
        let waits = |id: &&String| !opened.contains(&id.as_str()) && known(id);
        if let Some(other) = card.requires.iter().find(waits) {
            let message = if *other == card.id {
                "this card waits for itself".to_owned()
            } else {
                format!(
                    "this card waits for `{other}`, which waits for it or for a circle of others"
                )
            };
            findings.value(
                "requires-circle",
                &at!["card", place, "requires"],
                message,
                "a ladder needs a first rung that requires nothing".to_owned(),
            );
        }
    }
}

/// Finds domains of which no card is open at the beginning.
fn openings(raw: &RawDeck, findings: &mut Findings<'_>) {
    let domains: Vec<Path> = (0..raw.card.len())
        .map(|place| at!["card", place, "domain"])
        .collect();
    let known = |id: &String| raw.domain.iter().any(|domain| domain.id == *id);
    if !findings.sound(&domains) || !raw.card.iter().all(|card| known(&card.domain)) {
        return;
    }
    for (place, domain) in raw.domain.iter().enumerate() {
        let mut own = raw.card.iter().filter(|card| card.domain == domain.id);
        if own.clone().next().is_some() && own.all(|card| !card.requires.is_empty()) {
            findings.value(
                "no-first-rung",
                &at!["domain", place],
                format!("every card of `{}` requires another", domain.id),
                "let one of them require nothing".to_owned(),
            );
        }
    }
}

/// Finds asks that no card is worth.
fn prices(raw: &RawDeck, findings: &mut Findings<'_>) {
    let gains: Vec<Path> = (0..raw.card.len())
        .map(|place| at!["card", place, "gain"])
        .collect();
    let Some(best) = raw.card.iter().map(|card| card.gain).max() else {
        return;
    };
    if !findings.sound(&gains) || !findings.sound(&[at!["offer", "scope"]]) {
        return;
    }
    let worth = best * raw.offer.scope / 10;
    for (place, ask) in raw.ask.iter().enumerate() {
        if ask.price >= worth {
            findings.value(
                "price-too-high",
                &at!["ask", place, "price"],
                format!(
                    "no card that is offered is worth {} tenths of gain",
                    ask.price
                ),
                format!("less than {worth}, what an offer of the most valuable card brings"),
            );
        }
    }
}
