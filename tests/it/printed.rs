//! What stands on the papers for the table: everything that a table without a screen has to know.

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::handout::{Handout, Printed, What};
use unequal_partners::model::choice::{Ending, Inducement, Intensity, Side};
use unequal_partners::session::telling::measure_does;

/// All shipped decks.
pub(crate) fn decks() -> Vec<Deck> {
    let all = shipped().iter();
    all.map(|one| Deck::from_text(one.id, one.text).unwrap())
        .collect()
}

/// The papers of a kind.
pub(crate) fn papers(deck: &Deck, what: What) -> Vec<Handout> {
    let mut all = Printed::of_deck(deck).handouts();
    all.retain(|paper| paper.what == what);
    all
}

/// All of a kind, without marks and with plain spaces.
pub(crate) fn words(deck: &Deck, what: What) -> String {
    let all = papers(deck, what)
        .into_iter()
        .map(|paper| plain(&paper.html));
    all.collect::<Vec<_>>().join("\n")
}

/// What of a page is read.
pub(crate) fn plain(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let parts = body
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let read: String = parts.collect();
    read.replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace('\u{a0}', " ")
}

#[test]
fn rules_and_crib_say_when_a_crisis_begins_and_ends_and_where_in_a_move_it_comes() {
    for deck in decks() {
        for what in [What::Rules, What::Crib] {
            let read = words(&deck, what);
            let rules = &deck.scenario.crisis;
            let lasts = format!(
                "below {} and lasts until it is {} again",
                rules.enter, rules.leave
            );
            assert!(read.contains(&lasts), "{}: {read}", deck.scenario.id);
            let at = |step: &str| read.find(step).unwrap_or_else(|| panic!("{step} {read}"));
            assert!(
                at("dice") < at("Crisis.") && at("Crisis.") < at("Offer."),
                "{read}"
            );
            for side in Side::ALL {
                assert!(read.contains(&deck.text.crisis.act(*side).name), "{side:?}");
            }
        }
    }
}

#[test]
fn every_measure_says_on_its_card_what_its_kind_does() {
    for deck in decks() {
        let read = words(&deck, What::Measures);
        let mut said = 0;
        for at in deck.scenario.measures.places() {
            let does = measure_does(&deck, at);
            said += usize::from(!does.is_empty());
            assert!(read.contains(&does), "{}: {does}", deck.scenario.id);
        }
        assert!(said > 0, "{}", deck.scenario.id);
    }
}

#[test]
fn rules_say_what_pressing_and_promising_cost_and_when_each_ending_comes() {
    for deck in decks() {
        let read = words(&deck, What::Rules);
        for intensity in Intensity::ALL {
            let asks = format!("asks for {} %", deck.scenario.intensity(*intensity).scope);
            assert!(read.contains(&asks), "{asks}: {read}");
        }
        for inducement in Inducement::ALL {
            assert!(
                read.contains(&deck.text.inducement(*inducement).name),
                "{read}"
            );
        }
        for ending in Ending::ALL {
            assert!(read.contains(&deck.text.ending(*ending).title), "{read}");
        }
        let exit = format!("exit {} or more", deck.scenario.crisis.exit_at);
        assert!(read.contains(&exit), "{exit}: {read}");
    }
}

#[test]
fn no_change_of_nothing_is_printed_with_a_sign_of_less() {
    for deck in decks() {
        for paper in Printed::of_deck(&deck).handouts() {
            let read = plain(&paper.html);
            let mut after = read.split("−0").skip(1);
            let wrong = after.find(|rest| !rest.starts_with('.'));
            assert!(wrong.is_none(), "{} {wrong:?}", paper.name);
        }
    }
}

#[test]
fn there_is_a_slip_for_every_decision_and_secrets_are_asked_for_only_where_there_are_any() {
    for mut deck in decks() {
        let read = words(&deck, What::Slips);
        for what in [
            "Demand",
            "Follow-up",
            "Offer, or answer",
            "Measure",
            "In a crisis",
            "Blind estimate",
        ] {
            assert!(read.contains(what), "{what}: {read}");
        }
        assert!(!read.contains("in secret"), "{read}");
        let first = deck.scenario.measures.places().next().unwrap();
        deck.scenario.measures[first].secret = Some(1);
        assert!(words(&deck, What::Slips).contains("in secret"));
    }
}
