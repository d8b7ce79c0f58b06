//! Decks are found, loaded, and read as they are written.

use super::*;
use crate::model::choice::{BySide, Ending, FollowUp, Intensity, Response};
use crate::model::gauge::Gauge;
use crate::model::place::{AskAt, At as _, CardAt, ConditionAt, DomainAt, PolicyAt};
use crate::model::scenario::{BroughtUpBy, PolicyKind};

const REFERENCE: &str = include_str!("../../../../../tests/golden/deck.toml");

#[test]
fn the_reference_deck_keeps_its_numbers() {
    let deck = Deck::from_text("reference", REFERENCE).unwrap();
    let scenario = &deck.scenario;
    assert_eq!(scenario.id, "unequal-partners");
    let session = &scenario.session;
    assert_eq!((session.moves, session.moves_spread), (12, 2));
    assert_eq!((session.menu.rungs, session.menu.wild), (1, 3));
    assert_eq!((session.given.open, session.given.closed), (50, 70));
    assert_eq!(session.demands, 1, "where the deck is silent");
    assert_eq!(scenario.start, [58, 50, 34, 53, 45, 55, 64]);
    let roles = (scenario.isolation, scenario.outside_option);
    assert_eq!(roles, (ConditionAt::new(0), ConditionAt::new(3)));
    let leverage: Vec<i32> = scenario.leverage.iter().map(|row| row[0]).collect();
    assert_eq!(leverage, [40, 10, -30, -20, 0, 0, 0, 0]);
    assert_eq!(scenario.intensity(Intensity::Ultimatum).scope, 130);
    let refuse = scenario.response(Response::Refuse);
    assert_eq!((refuse.chill, refuse.wean), (3, 0));
    assert_eq!(scenario.response(Response::Hedge).outside_option, 10);
    assert_eq!(scenario.ending(Ending::Collapse).client, -26);
    assert_eq!(scenario.market_domain, DomainAt::new(0));
    let names: Vec<&str> = scenario.policies.iter().map(|p| p.name.as_str()).collect();
    assert!(names.starts_with(&["random", "greedy", "cautious", "hardliner", "tit-for-tat"]));
    let tit_for_tat = &scenario.policies[PolicyAt::new(4)].kind;
    let weighs = tit_for_tat.weighs().unwrap();
    assert_eq!(scenario.expected, BySide::new(weighs.patron, weighs.client));
    let PolicyKind::Rollout { base, .. } = scenario.policies[PolicyAt::new(6)].kind else {
        panic!("{names:?}");
    };
    assert!(scenario.policy(base).kind.weighs().is_some());
}

#[test]
fn what_domains_and_sums_of_a_change_mean_is_kept_in_order() {
    let deck = Deck::find("unequal-partners").unwrap();
    let ask = &deck.scenario.asks[AskAt::new(1)];
    assert_eq!(ask.id, "technology");
    assert_eq!(
        ask.change,
        [
            (Gauge::Endurance, 3),
            (Gauge::Autonomy, 1),
            (Gauge::Dependence(DomainAt::new(2)), 2),
        ]
    );
}

#[test]
fn cards_are_brought_up_by_those_who_may_and_opened_by_what_they_require() {
    let deck = Deck::find("unequal-partners").unwrap();
    let card = |id| deck.scenario.card(deck.scenario.card_at(id).unwrap());
    assert_eq!(card("grain-corridor").brought_up_by, BroughtUpBy::Client);
    assert_eq!(card("taiwan-statement").brought_up_by, BroughtUpBy::Either);
    assert_eq!(card("gas-discount").brought_up_by, BroughtUpBy::Patron);
    let first = deck.scenario.card_at("core-interest-text").unwrap();
    assert!(card("taiwan-statement").requires.contains(first));
    assert_eq!(card("taiwan-statement").requires.len(), 1);
}

#[test]
fn a_deck_without_texts_can_be_read_aloud() {
    let text = Deck::from_text("reference", REFERENCE).unwrap().text;
    assert_eq!(text.response(Response::Partial).name, "Accept in part");
    assert_eq!(text.follow_up(FollowUp::BackDown).name, "Back down");
    assert_eq!(text.domains[DomainAt::new(2)].short, "Defence");
    let codes: Vec<&str> = text.domains.iter().map(|d| d.code.as_str()).collect();
    assert_eq!(codes, ["EC", "DI", "DM", "CA", "AR"]);
    assert_eq!(text.cards[CardAt::new(3)].code, "EC4");
    assert_eq!(text.about.move_label, "move");
    assert_eq!(text.move_date(3), None);
    let ending = text.ending(Ending::Capture);
    assert_eq!(ending.guest_title, ending.title);
}

#[test]
fn moves_have_dates_where_the_deck_says_so() {
    let dated = REFERENCE.replacen("[deck]", "[deck]\nstart_year = 2026\nmoves_per_year = 2", 1);
    let text = Deck::from_text("dated", &dated).unwrap().text;
    assert_eq!(text.move_date(0).as_deref(), Some("2026 H1"));
    assert_eq!(text.move_date(3).as_deref(), Some("2027 H2"));
    let late = dated.replacen("[deck]", "[deck]\nstart_part = 2", 1);
    let text = Deck::from_text("late", &late).unwrap().text;
    assert_eq!(text.move_date(0).as_deref(), Some("2026 H2"));
    assert_eq!(text.move_date(1).as_deref(), Some("2027 H1"));
}

#[test]
fn a_shipped_story_begins_and_ends_in_the_years_of_its_setting() {
    for shipped in shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        let Some((first, last)) = deck.text.about.setting.split_once('-') else {
            continue;
        };
        let date = |index| deck.text.move_date(index).unwrap();
        let longest = deck.scenario.session.longest();
        assert!(date(0).starts_with(first), "{}: {}", shipped.id, date(0));
        let end = date(longest - 1);
        assert!(end.starts_with(last), "{}: {end}", shipped.id);
        // A briefing that says when in the year it is speaks of the first move.
        let briefing = &deck.text.client_briefing.text;
        let middle = format!("It is the middle of {first}.");
        assert!(!briefing.contains(&middle) || date(0).ends_with("H2"));
    }
}

#[test]
fn every_shipped_deck_loads_under_its_id() {
    for shipped in shipped() {
        let deck = Deck::find(shipped.id).unwrap();
        assert_eq!(deck.scenario.id, shipped.id);
        assert_eq!(deck.source, shipped.text);
        assert!(deck.text.about.title.starts_with(shipped.title));
        assert_eq!(deck.hash.len(), 64);
    }
}

#[test]
fn a_misspelt_deck_is_answered_with_the_one_that_was_meant() {
    let error = Deck::find("unequal-parners").unwrap_err().to_string();
    assert!(
        error.contains("did you mean `unequal-partners`?"),
        "{error}"
    );
}

#[test]
fn a_folder_is_no_deck() {
    let error = Deck::find("/").unwrap_err();
    assert!(matches!(error, LoadError::Unreadable { .. }), "{error}");
}

#[test]
fn texts_of_a_deck_lose_their_escape_sequences() {
    let wild = REFERENCE.replacen("Drop barriers", "Drop\\u001b[2J barriers", 1);
    assert_ne!(wild, REFERENCE);
    let deck = Deck::from_text("wild", &wild).unwrap();
    let escaped = |card: &&crate::deck::text::CardText| card.title.starts_with("Drop␛[2J barriers");
    assert_eq!(deck.text.cards.iter().filter(escaped).count(), 1);
}
