//! What stands on the papers for the table: everything that a table without a screen has to know.

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::seat::Seat;
use unequal_partners::handout::{Handout, Printed, What};
use unequal_partners::model::choice::{Ending, Inducement, Intensity, Side};
use unequal_partners::model::scenario::BroughtUpBy;
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

/// What seats hold before they play: all papers but the white cell's.
fn in_hands(deck: &Deck) -> Vec<Handout> {
    let mut all = Printed::of_deck(deck).handouts();
    all.retain(|paper| paper.reader != Some(Seat::WhiteCell));
    all
}

#[test]
fn what_happened_in_the_time_that_is_played_is_printed_for_the_white_cell_alone() {
    let mut ahead = 0;
    for deck in decks() {
        let known: Vec<String> = in_hands(&deck).iter().map(|one| plain(&one.html)).collect();
        let state = words(&deck, What::State);
        for one in &deck.text.timeline {
            let told = one.text.trim_end_matches('.');
            if deck.text.about.is_ahead(&one.date) {
                ahead += 1;
                assert!(!known.iter().any(|paper| paper.contains(told)), "{told}");
                assert!(state.contains(told), "{told}");
            } else {
                let dated = format!("{}: {told}", one.date);
                assert_eq!(state.matches(&dated).count(), 1, "{dated}");
            }
        }
    }
    assert!(ahead > 20, "{ahead}");
}

#[test]
fn a_precedent_of_the_time_that_is_played_is_called_what_is_in_the_record() {
    let deck = decks()
        .into_iter()
        .find(|deck| deck.scenario.id == "sino-soviet");
    let deck = deck.unwrap();
    let read = words(&deck, What::Cards);
    assert!(read.contains("In the record (established"), "{read}");
    let main = words(&decks()[0], What::Cards);
    assert!(!main.contains("In the record") && main.contains("Precedent (established"));
}

#[test]
fn the_state_of_play_has_where_all_stands_and_the_lines_of_both_sides() {
    for deck in decks() {
        let pages = papers(&deck, What::State);
        let read = plain(&pages.iter().find(|one| one.reader.is_none()).unwrap().html);
        let has = |what: &str| assert!(read.contains(what), "{}: {what}", deck.scenario.id);
        for (words, rules) in deck.text.domains.iter().zip(deck.scenario.domains.iter()) {
            has(&words.name);
            has(&format!(
                "dependence {}, capacity {}",
                rules.dependence, rules.capacity
            ));
            has(&words.restraint);
            words.patron_red_lines.iter().for_each(|line| has(line));
            words.client_red_lines.iter().for_each(|line| has(line));
        }
        for (words, rules) in deck
            .text
            .conditions
            .iter()
            .zip(deck.scenario.conditions.iter())
        {
            has(&format!("{}: {}", words.name, rules.start));
        }
    }
}

#[test]
fn guests_read_no_ids_and_no_date_twice() {
    for deck in decks() {
        let rules = &deck.scenario;
        let ids = rules.cards.iter().map(|one| &one.id);
        let ids = ids.chain(rules.measures.iter().map(|one| &one.id));
        let ids: Vec<String> = ids
            .chain(rules.events.iter().map(|one| &one.id))
            .map(|id| format!("id {id}"))
            .collect();
        let figures = deck.text.domains.iter().flat_map(|one| &one.baseline);
        let twice: Vec<String> = figures
            .map(|one| format!("({0}) ({0})", one.as_of))
            .collect();
        for paper in Printed::of_deck(&deck).handouts() {
            let read = plain(&paper.html);
            let wrong = ids.iter().chain(&twice).find(|words| read.contains(*words));
            assert!(wrong.is_none(), "{} {}: {wrong:?}", rules.id, paper.name);
        }
    }
}

#[test]
fn a_briefing_has_what_all_sides_accept_and_every_page_says_whose_it_is_and_which_of_how_many() {
    for deck in decks() {
        for paper in Printed::of_deck(&deck).handouts() {
            let read = plain(&paper.html);
            if paper.what == What::Briefing {
                for accepted in &deck.text.about.artificialities {
                    assert!(read.contains(accepted), "{accepted}: {read}");
                }
            }
            let (style, _) = paper.html.split_once("</style>").unwrap();
            let whose = match paper.reader {
                Some(seat) => format!("for {} only", deck.text.seat_name(seat)),
                None => "for everybody".to_owned(),
            };
            assert!(style.contains(&format!("{whose}\";")), "{whose}: {style}");
            assert!(
                style.contains("counter(page) \" / \" counter(pages)"),
                "{style}"
            );
        }
    }
}

#[test]
fn wishes_behind_an_offer_are_alternatives() {
    let deck = &decks()[0];
    let offers = deck.scenario.cards.places();
    let (at, _) = offers
        .map(|at| (at, deck.text.wants(at).count()))
        .find(|(_, wants)| *wants == 2)
        .unwrap();
    let wants: Vec<&str> = deck
        .text
        .wants(at)
        .map(|(_, ask)| ask.title.as_str())
        .collect();
    let both = format!("“{}” or “{}”", wants[0], wants[1]);
    assert!(words(deck, What::Offers).contains(&both), "{both}");
}

#[test]
fn no_card_of_a_side_names_by_its_code_what_only_the_other_side_holds() {
    for deck in decks() {
        for (what, others) in [
            (What::Cards, BroughtUpBy::Client),
            (What::Offers, BroughtUpBy::Patron),
        ] {
            // As it is written: without its tags a code could run into what stands behind it.
            let read: String = papers(&deck, what)
                .into_iter()
                .map(|paper| paper.html)
                .collect();
            let words: Vec<&str> = read
                .split(|letter: char| !letter.is_alphanumeric())
                .collect();
            let hidden = deck
                .scenario
                .cards
                .placed()
                .filter(|(_, card)| card.brought_up_by == others);
            for (at, _) in hidden {
                let code = deck.text.cards[at].code.as_str();
                assert!(
                    !words.contains(&code),
                    "{}, {what:?}: {code}",
                    deck.scenario.id
                );
            }
        }
    }
}
