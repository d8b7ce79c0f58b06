//! The shipped decks keep what they promise: complete, sourced, even-handed, measured, without a finding.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use unequal_partners::analysis::rehearse::{SESSIONS, findings, rehearse};
use unequal_partners::deck::{Deck, lint, shipped};
use unequal_partners::model::choice::Ending;
use unequal_partners::study::session::{Plan, unwatched};
use unequal_partners::study::theory::inquiry::{Form, Inquiry, Tried, is_cited};

fn deck(id: &str) -> Deck {
    let deck = shipped().iter().find(|deck| deck.id == id).unwrap();
    Deck::from_text(deck.id, deck.text).unwrap()
}

/// A deck as it is written, for what the program itself does not look at.
fn written(id: &str) -> toml::Table {
    let deck = shipped().iter().find(|deck| deck.id == id).unwrap();
    toml::from_str(deck.text).unwrap()
}

const MAIN: &str = "unequal-partners";
/// The decks that speak of the real world.
const FACTUAL: [&str; 3] = [MAIN, "unequal-partners-short", "unequal-partners-long"];

fn list<'a>(table: &'a toml::Table, key: &str) -> Vec<&'a toml::Table> {
    let items = table.get(key).and_then(toml::Value::as_array);
    let items = items.into_iter().flatten();
    items.filter_map(toml::Value::as_table).collect()
}

#[track_caller]
fn text<'a>(table: &'a toml::Table, key: &str) -> &'a str {
    let text = table.get(key).and_then(toml::Value::as_str);
    text.unwrap_or_else(|| panic!("no `{key}` in {:?}", table.get("id")))
}

#[test]
fn every_shipped_deck_passes_its_check_and_its_rehearsals_without_a_finding() {
    for shipped in shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        let tally = rehearse(&deck, SESSIONS).unwrap();
        let found: Vec<String> = lint(&deck)
            .into_iter()
            .chain(findings(&deck, &tally))
            .map(|problem| format!("{}: {}", problem.path, problem.message))
            .collect();
        assert!(found.is_empty(), "{}: {found:#?}", shipped.id);
    }
}

/// What the report's summary names, each as a tag `report:…` that at least one demand carries.
const THEMES: [&str; 40] = [
    "advance-technology",
    "arctic-advantage",
    "arctic-governance",
    "arctic-maritime-security",
    "arctic-military-red-line",
    "arctic-mining",
    "arctic-opportunities",
    "benefits-sought",
    "bilateral-ties",
    "central-asia-economy",
    "central-asia-security",
    "core-interests",
    "counter-isolation",
    "energy-discounts",
    "global-alignment",
    "india",
    "influence-economy",
    "influence-politics",
    "influence-society",
    "intelligence",
    "international-institutions",
    "market-access",
    "military-technologies",
    "narratives",
    "nato",
    "no-assumed-stability",
    "operational-experience",
    "overseas-bases",
    "protect-ties",
    "restraint",
    "russia-led-organisations",
    "shifting-balance",
    "strategic-infrastructure",
    "support-war",
    "sustain-economy",
    "taiwan",
    "varies-by-domain",
    "vietnam",
    "what-russia-offers",
    "yuanisation",
];

#[test]
fn every_theme_of_the_report_is_the_subject_of_a_demand() {
    let deck = written(MAIN);
    let tags: BTreeSet<&str> = list(&deck, "card")
        .iter()
        .filter_map(|card| card.get("tags")?.as_array())
        .flatten()
        .filter_map(|tag| tag.as_str()?.strip_prefix("report:"))
        .collect();
    assert_eq!(tags, BTreeSet::from(THEMES));
}

#[test]
fn the_main_deck_has_enough_of_everything() {
    let deck = written(MAIN);
    let cards = list(&deck, "card");
    assert!(cards.len() >= 50 && list(&deck, "event").len() >= 30);
    assert!(list(&deck, "question").len() >= 10 && list(&deck, "research").len() >= 8);
    for domain in list(&deck, "domain") {
        let id = text(domain, "id");
        let of_this = || cards.iter().filter(|card| text(card, "domain") == id);
        assert!(of_this().count() >= 8, "{id}");
        for severity in ["mild", "firm", "severe"] {
            assert!(
                of_this().any(|card| text(card, "severity") == severity),
                "{id} has no {severity} demand"
            );
        }
        for key in ["baseline", "client_red_lines", "patron_red_lines"] {
            let lines = domain.get(key).and_then(toml::Value::as_array);
            assert!(lines.is_some_and(|lines| lines.len() >= 2), "{id}: {key}");
        }
        assert!(!text(domain, "restraint").is_empty());
    }
    for ending in Ending::ALL {
        let told = shortest_told(&deck, ending.word());
        assert!(told >= 60, "{ending}: {told} words");
    }
    for row in list(&deck, "research") {
        assert!(
            [text(row, "issue"), text(row, "evidence")]
                .iter()
                .all(|t| !t.is_empty())
        );
    }
}

/// Words of an ending of which nothing is told but what holds in every session.
fn shortest_told(deck: &toml::Table, ending: &str) -> usize {
    let own = deck["ending"][ending].as_table().unwrap();
    let always = |piece: &&toml::Table| {
        let endings = piece.get("endings").and_then(toml::Value::as_array);
        let unsaid = ["id", "part", "endings", "text", "tags"];
        endings.is_none_or(|endings| endings.iter().any(|one| one.as_str() == Some(ending)))
            && piece.keys().all(|key| unsaid.contains(&key.as_str()))
    };
    let mut parts = BTreeSet::new();
    let pieces = list(deck, "piece");
    let pieces = pieces.into_iter().filter(always);
    let pieces = pieces.filter(|piece| parts.insert(text(piece, "part")));
    words(text(own, "text"))
        + pieces
            .map(|piece| words(text(piece, "text")))
            .sum::<usize>()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn every_demand_and_every_inject_of_the_factual_decks_is_complete() {
    for id in FACTUAL {
        let deck = written(id);
        for card in list(&deck, "card") {
            let name = text(card, "id");
            // What the client brings up itself says in one line what it is, and then speaks.
            let own = card.get("offer_text").filter(|_| card.contains_key("own"));
            let own = own.and_then(toml::Value::as_str).unwrap_or_default();
            let said = [sentences(text(card, "text")), sentences(own)].concat();
            assert!(
                (2..=4).contains(&said.len()),
                "{name}: {} sentences",
                said.len()
            );
            for key in ["title", "patron_gain", "client_cost", "horizon"] {
                assert!(!text(card, key).is_empty(), "{name}: {key}");
            }
            let tags = card.get("tags").and_then(toml::Value::as_array);
            assert!(tags.is_some_and(|tags| !tags.is_empty()), "{name}");
            check_precedent(name, card);
        }
        for event in list(&deck, "event") {
            let name = text(event, "id");
            assert!(words(text(event, "text")) >= 35, "{name} is no wire report");
            assert!(words(text(event, "why")) >= 6, "{name}");
            check_precedent(name, event);
        }
    }
}

fn check_precedent(name: &str, of: &toml::Table) {
    let precedent = of.get("precedent").and_then(toml::Value::as_table);
    let precedent = precedent.unwrap_or_else(|| panic!("{name} has no precedent"));
    let none = text(precedent, "label") == "none";
    for key in ["date", "source"] {
        assert!(none || precedent.contains_key(key), "{name}: {key}");
    }
}

/// The sentences of a text, citations and all.
fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    for (place, &letter) in letters.iter().enumerate() {
        all.last_mut().unwrap().push(letter);
        let next = letters.get(place + 1).copied();
        let after = letters.get(place + 2).copied();
        let begins = after.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || c == '\n');
        if matches!(letter, '.' | '?') && next.is_none_or(char::is_whitespace) && begins {
            all.push(String::new());
        }
    }
    all.retain(|sentence| !sentence.trim().is_empty());
    all
}

/// Whether a sentence reports a figure or a date, which somebody must have measured or seen.
fn reports(sentence: &str) -> bool {
    let mut bare = String::new();
    let mut cited = false;
    for letter in sentence.chars() {
        match letter {
            '[' => cited = true,
            ']' => cited = false,
            _ if !cited => bare.push(letter),
            _ => {}
        }
    }
    // The date at which the exercise begins is no fact of the world.
    let bare = bare.replace("It is the middle of 2026.", "");
    let bare = bare.replace("G7", "");
    bare.chars().filter(char::is_ascii_digit).count() >= 2
}

#[test]
fn every_sentence_with_a_figure_or_a_date_cites_a_source_of_the_deck() {
    let mut wrong = Vec::new();
    for id in FACTUAL {
        let deck = written(id);
        let sources: BTreeSet<&str> = list(&deck, "source")
            .iter()
            .map(|source| text(source, "id"))
            .collect();
        // Aims in numbers speak of points in the game and not of the world.
        let of_the_world = |(place, _): &(String, &str)| !place.ends_with("aims_in_numbers");
        for (place, told) in factual(&deck).into_iter().filter(of_the_world) {
            for sentence in sentences(told) {
                let cites = sentence
                    .split('[')
                    .skip(1)
                    .filter_map(|c| c.split(']').next());
                let cites: Vec<&str> = cites.collect();
                let unknown = cites.iter().any(|cite| !sources.contains(cite));
                if unknown || (cites.is_empty() && reports(&sentence)) {
                    wrong.push(format!("{id}: {place}: {}", sentence.trim()));
                }
            }
        }
        for domain in list(&deck, "domain") {
            for figure in list(domain, "baseline") {
                let source = text(figure, "source");
                assert!(sources.contains(source), "{id}: {source}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The texts of a deck that report facts: not what demands ask for, nor what injects invent.
fn factual(deck: &toml::Table) -> Vec<(String, &str)> {
    let mut all = Vec::new();
    for key in ["card", "event"] {
        for item in list(deck, key) {
            let precedent = item.get("precedent").and_then(toml::Value::as_table);
            all.extend(precedent.map(|p| (format!("{key} {}", text(item, "id")), text(p, "text"))));
        }
    }
    for key in ["condition", "domain"] {
        for item in list(deck, key) {
            all.extend(strings(&format!("{key} {}", text(item, "id")), item));
        }
    }
    let briefings = deck["briefing"].as_table().unwrap();
    for (seat, briefing) in briefings {
        all.extend(strings(
            &format!("briefing {seat}"),
            briefing.as_table().unwrap(),
        ));
    }
    all
}

/// All texts of a table but for its figures, which name their source beside them.
fn strings<'a>(place: &str, table: &'a toml::Table) -> Vec<(String, &'a str)> {
    let mut all = Vec::new();
    for (key, value) in table {
        let lines = value.as_array().into_iter().flatten();
        let texts = value
            .as_str()
            .into_iter()
            .chain(lines.filter_map(toml::Value::as_str));
        all.extend(texts.map(|text| (format!("{place}, {key}"), text)));
    }
    all
}

#[test]
fn every_seat_has_a_page_of_its_own() {
    for id in FACTUAL {
        let deck = written(id);
        let briefings = deck["briefing"].as_table().unwrap();
        let mut seen = BTreeSet::new();
        for seat in ["patron", "client", "observer"] {
            let briefing = briefings[seat].as_table().unwrap();
            let all = strings(seat, briefing);
            let prose = words(text(briefing, "text"));
            let length: usize = all.iter().map(|(_, text)| words(text)).sum();
            assert!((200..=360).contains(&prose), "{id} {seat}: {prose} words");
            assert!(length - prose <= 520, "{id} {seat}: {length} words in all");
            assert!(
                all.iter().all(|(_, text)| seen.insert((*text).to_owned())),
                "{id} {seat}"
            );
            assert!(briefing.contains_key("aims") && briefing.contains_key("knows"));
        }
        let watch = briefings["observer"].as_table().unwrap()["watch"].as_array();
        assert!(watch.is_some_and(|watch| watch.len() >= 5));
    }
}

#[test]
fn no_shipped_text_names_a_living_leader_or_takes_a_side_by_its_words() {
    // Sources keep the titles that their publishers gave them.
    let barred = [
        "Xi ",
        "Xi'",
        "Putin",
        "Trump",
        "Modi ",
        "puppet",
        "lackey",
        "horde",
        "yellow",
        "inscrutable",
    ];
    for shipped in shipped() {
        let own = shipped.text.split("[[source]]").next().unwrap_or_default();
        for word in barred {
            assert!(!own.contains(word), "{}: {word}", shipped.id);
        }
    }
}

#[test]
fn the_measured_balance_is_that_of_the_shipped_deck() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/balance.md");
    let page = fs::read_to_string(page).unwrap();
    for shipped in shipped() {
        assert!(
            page.contains(&deck(shipped.id).hash),
            "{} has changed; measure it again by the command at the head of the page, with \
             --out docs/balance.md --replace",
            shipped.id
        );
    }
    let main = page.split("From the deck `").nth(1).unwrap();
    assert!(
        main.contains(&deck(MAIN).hash),
        "the main deck stands first"
    );
    assert!(!main.contains("**no**"), "a condition does not hold");
}

/// Sessions of each pairing by which the shipped decks are held against the claims.
const SESSIONS_OF_CLAIMS: u64 = 40;

#[test]
fn no_shipped_deck_breaks_a_claim_from_which_it_is_not_exempt() {
    let plan = Plan {
        first: 6_000_000,
        sessions: SESSIONS_OF_CLAIMS,
        threads: None,
    };
    let mut broken = Vec::new();
    for shipped in shipped() {
        let deck = deck(shipped.id);
        let exempt = |test: &str| deck.text.exempt(test).map(str::to_owned);
        let inquiry = Inquiry::new(&deck.scenario, Form::Short);
        let standings = inquiry.answer(&exempt, plan, &unwatched).unwrap();
        let tests = standings.iter().flat_map(|standing| &standing.tests);
        let tests = tests.filter(|tried| tried.is_broken());
        broken.extend(tests.map(|tried: &Tried| {
            let (id, says, figure, bound) = (&tried.id, &tried.says, tried.figure, tried.bound);
            format!("{} {id} {says}: {figure:?}, not {bound}", shipped.id)
        }));
        for exemption in &deck.text.exemptions {
            assert!(is_cited(&deck.scenario, &exemption.test), "{exemption:?}");
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
