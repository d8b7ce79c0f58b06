//! What the check of records finds.

use super::*;

fn deck() -> Deck {
    Deck::find("unequal-partners").expect("the main deck is shipped")
}

/// Moves into which these events came, or nothing.
fn moves(deck: &Deck, events: &[Option<&str>]) -> Vec<Noted> {
    let position = Game::new(&deck.scenario, 1).position;
    let at = |id: &str| deck.scenario.events.place(|event| event.id == id);
    let each = events.iter().map(|id| Noted {
        event: id.map(|id| at(id).expect("an event of the deck")),
        before: position,
        menu: BTreeSet::new(),
        given: Vec::new(),
    });
    each.collect()
}

#[test]
fn a_quiet_move_after_a_quiet_one_is_found() {
    let deck = deck();
    let places = |events| {
        let found = quiet_again(&moves(&deck, events));
        found
            .into_iter()
            .map(|(place, _)| place)
            .collect::<Vec<_>>()
    };
    assert_eq!(places(&[None, Some("summit"), None, None, None]), [3, 4]);
    assert!(places(&[None, Some("summit"), None]).is_empty());
}

#[test]
fn an_event_that_speaks_of_what_was_not_given_is_found() {
    let deck = deck();
    let scenario = &deck.scenario;
    let (at, event) = scenario
        .events
        .placed()
        .find(|(_, event)| !event.given.is_empty())
        .expect("one");
    let mut played = moves(&deck, &[None, Some(&event.id), Some(&event.id)]);
    let found = contradictions(scenario, &played);
    let told = |part: &str| found.iter().filter(|(_, what)| what.contains(part)).count();
    assert_eq!(
        (told("had been given"), told("come before")),
        (2 * event.given.iter().count(), 1)
    );

    played.pop();
    let whole = event
        .given
        .iter()
        .map(|card| (card, scenario.session.given.open));
    played[0].given = whole.collect();
    let against = unfitting(scenario, at, &BTreeMap::new(), &played[1].before);
    let fewer = contradictions(scenario, &played).len();
    assert_eq!(fewer, against.len() - event.given.iter().count());
}

#[test]
fn an_event_beyond_its_bounds_is_found() {
    let deck = deck();
    let scenario = &deck.scenario;
    let (at, event) = scenario
        .events
        .placed()
        .find(|(_, event)| !event.at_least.is_empty())
        .expect("one");
    let mut before = Game::new(scenario, 1).position;
    for &(gauge, bound) in &event.at_least {
        before.set(scenario, gauge, bound - 1);
    }
    let found = unfitting(scenario, at, &BTreeMap::new(), &before);
    assert!(found.iter().any(|what| what.contains("below")), "{found:?}");
}

#[test]
fn the_same_seed_gives_the_same_course() {
    let deck = deck();
    let played = course(&deck, 20, 3).expect("its bots are there");
    assert_eq!(played, course(&deck, 20, 3).expect("its bots are there"));
    assert_eq!(played.sessions, 20);
    assert!(played.themes.iter().any(|theme| theme.sessions == 20));
}
