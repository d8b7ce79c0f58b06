//! Whatever stands in a deck's text, the loader answers; whatever it accepts can be played.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value as Json;
use toml::Value;
use unequal_partners::bot::{Bot, EuropeBot, Players, play};
use unequal_partners::deck::{self, Deck};
use unequal_partners::model::game::Game;
use unequal_partners::model::scenario::{Policy, PolicyKind};

const BASE: &str = include_str!("../decks/base.toml");
const REFERENCE: &str = include_str!("../golden/deck.toml");

/// Checks a text; what is accepted is played by random bots and by the deck's own, what is refused is
/// reported.
fn answer(text: &str) -> bool {
    match Deck::from_text("any.toml", text) {
        Err(problems) => {
            assert!(!problems.problems.is_empty());
            let report = deck::report(&problems, false);
            assert!(report.chars().all(|c| c == '\n' || !c.is_control()));
            false
        }
        Ok(deck) => {
            let random = Policy {
                name: "random".to_owned(),
                kind: PolicyKind::Random,
            };
            let quick = |policy: &&Policy| !matches!(policy.kind, PolicyKind::Rollout { .. });
            let own = deck.scenario.policies.iter().filter(quick);
            for (seed, policy) in (0..).zip([&random; 5].into_iter().chain(own)) {
                let bot = Bot::new(&deck.scenario, policy.kind.clone());
                let players = Players {
                    patron: &bot,
                    client: &bot,
                    europe: EuropeBot::Random,
                };
                let mut game = Game::new(&deck.scenario, seed);
                play(&deck.scenario, &mut game, players, |_| ());
                assert!(game.outcome.is_some());
            }
            true
        }
    }
}

/// Every whole number of a deck with the least and the largest that the schema allows there.
fn numbers(schema: &Json, deck: &Value) -> Vec<(Vec<String>, i64, i64)> {
    fn inner<'a>(root: &'a Json, mut schema: &'a Json, value: Option<&Value>) -> &'a Json {
        if let Some(shapes) = schema["anyOf"].as_array() {
            let kind = match value {
                Some(Value::Integer(_)) => "integer",
                Some(Value::Table(_)) => "object",
                Some(Value::Array(_)) => "array",
                _ => "string",
            };
            let fits = |shape: &&Json| shape["type"] == kind;
            schema = shapes.iter().find(fits).unwrap_or(schema);
        }
        while let Some(name) = schema["$ref"].as_str() {
            schema = &root["$defs"][name.trim_start_matches("#/$defs/")];
        }
        let kind = value.and_then(|table| table.get("kind")?.as_str());
        let choices = schema["oneOf"].as_array().filter(|_| kind.is_some());
        let tagged = choices.and_then(|choices| {
            let fits = |c: &&Json| c["properties"]["kind"]["const"].as_str() == kind;
            choices.iter().find(fits)
        });
        tagged.unwrap_or(schema)
    }
    fn walk(
        root: &Json,
        schema: &Json,
        value: &Value,
        path: &mut Vec<String>,
        found: &mut Vec<(Vec<String>, i64, i64)>,
    ) {
        let schema = inner(root, schema, Some(value));
        match value {
            Value::Integer(_) => {
                let bound = |key: &str| schema[key].as_i64().expect("every number has a range");
                found.push((path.clone(), bound("minimum"), bound("maximum")));
            }
            Value::Table(table) => {
                for (key, value) in table {
                    let property = &schema["properties"][key];
                    let property = if property.is_null() {
                        &schema["additionalProperties"]
                    } else {
                        property
                    };
                    path.push(key.clone());
                    walk(root, property, value, path, found);
                    path.pop();
                }
            }
            Value::Array(items) => {
                for (place, value) in items.iter().enumerate() {
                    path.push(place.to_string());
                    walk(root, &schema["items"], value, path, found);
                    path.pop();
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(schema, schema, deck, &mut Vec::new(), &mut found);
    found
}

fn set(mut deck: &mut Value, path: &[String], number: i64) {
    for step in path {
        deck = match deck {
            Value::Array(items) => &mut items[step.parse::<usize>().expect("a place")],
            other => &mut other[step.as_str()],
        };
    }
    *deck = Value::Integer(number);
}

/// How a line of a deck is spoilt.
#[derive(Clone, Debug)]
enum Spoil {
    Delete,
    Double,
    Swap(Index),
    Cut(Index),
    Insert(Index, String),
    Value(String),
}

fn spoil() -> impl Strategy<Value = (Index, Spoil)> {
    let mark = prop::sample::select(vec![
        "[", "]", "{", "}", "\"", "'", "\"\"\"", "=", ",", ".", "#", "\\", "\u{1b}", "\0", "\r",
        "é", "\u{202e}", "\u{feff}", "-", "1", "1e9", "[[", "]]",
    ]);
    let value = prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        (-1000i64..1000).prop_map(|n| n.to_string()),
        "\\PC{0,12}".prop_map(|text| format!("{text:?}")),
        any::<f64>().prop_map(|n| n.to_string()),
        prop::sample::select(vec![
            "true",
            "{}",
            "[]",
            "[1]",
            "{ a = 1 }",
            "1979-05-27",
            "\"\""
        ])
        .prop_map(str::to_owned),
    ];
    let how = prop_oneof![
        Just(Spoil::Delete),
        Just(Spoil::Double),
        any::<Index>().prop_map(Spoil::Swap),
        any::<Index>().prop_map(Spoil::Cut),
        (any::<Index>(), mark).prop_map(|(at, mark)| Spoil::Insert(at, mark.to_owned())),
        value.prop_map(Spoil::Value),
    ];
    (any::<Index>(), how)
}

fn spoilt(text: &str, edits: &[(Index, Spoil)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (at, how) in edits {
        if lines.is_empty() {
            break;
        }
        let n = at.index(lines.len());
        let place = |index: &Index, line: &str| {
            let places: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
            places
                .get(index.index(places.len().max(1)))
                .copied()
                .unwrap_or(0)
        };
        match how {
            Spoil::Delete => drop(lines.remove(n)),
            Spoil::Double => lines.insert(n, lines[n].clone()),
            Spoil::Swap(other) => {
                let other = other.index(lines.len());
                lines.swap(n, other);
            }
            Spoil::Cut(at) => {
                let at = place(at, &lines[n]);
                lines[n].truncate(at);
            }
            Spoil::Insert(at, mark) => {
                let at = place(at, &lines[n]);
                lines[n].insert_str(at, mark);
            }
            Spoil::Value(value) => {
                if let Some((key, _)) = lines[n].clone().split_once('=') {
                    lines[n] = format!("{key}= {value}");
                }
            }
        }
    }
    lines.join("\n")
}

/// Puts right what belongs together, so that most decks of extreme numbers are accepted.
fn put_right(deck: &mut Value) {
    let at = |path: &str| -> Vec<String> { path.split('.').map(str::to_owned).collect() };
    let get = |deck: &Value, path: &str| {
        let end = at(path).iter().fold(deck.clone(), |deck, step| match deck {
            Value::Array(items) => items[step.parse::<usize>().expect("a place")].clone(),
            other => other[step.as_str()].clone(),
        });
        end.as_integer().expect("a number")
    };
    let rising = [
        ["crisis.break_at", "crisis.enter"],
        ["crisis.enter", "crisis.leave"],
        ["crisis.break_at", "start.stability"],
        ["capture.enter", "capture.leave"],
        ["europe.backfires_at", "europe.works_at"],
        ["session.moves_spread", "session.moves"],
    ];
    set(
        deck,
        &at("crisis.break_at"),
        get(deck, "crisis.break_at").min(60),
    );
    set(deck, &at("crisis.enter"), get(deck, "crisis.enter").min(80));
    set(
        deck,
        &at("capture.enter"),
        get(deck, "capture.enter").min(99),
    );
    set(
        deck,
        &at("session.moves_spread"),
        get(deck, "session.moves_spread").min(20),
    );
    set(
        deck,
        &at("session.moves"),
        get(deck, "session.moves").min(40),
    );
    for [low, high] in rising {
        let number = get(deck, high).max(get(deck, low) + 1);
        set(deck, &at(high), number);
    }
    for [low, high] in [
        ["session.given.open", "session.given.closed"],
        ["europe.unity.start", "europe.unity.max"],
        ["intensity.0.effort", "intensity.1.effort"],
        ["intensity.1.effort", "intensity.2.effort"],
        ["intensity.2.effort", "intensity.3.effort"],
    ] {
        let number = get(deck, high).max(get(deck, low));
        set(deck, &at(high), number);
    }
    for word in [
        "accept",
        "conditions",
        "partial",
        "stall",
        "deflect",
        "hedge",
        "refuse",
    ] {
        let keys = ["floor", "offer", "ceiling"].map(|key| format!("response.{word}.{key}"));
        let mut numbers = keys.clone().map(|key| get(deck, &key));
        numbers.sort_unstable();
        for (key, number) in keys.iter().zip(numbers) {
            set(deck, &at(key), number);
        }
    }
    set(deck, &at("ask.0.price"), get(deck, "ask.0.price").min(5));
    set(deck, &at("card.2.gain"), get(deck, "card.2.gain").max(10));
    set(deck, &at("offer.scope"), get(deck, "offer.scope").max(10));
    set(
        deck,
        &at("session.menu.rungs"),
        get(deck, "session.menu.rungs").max(1),
    );
    set(deck, &at("intensity.0.effort"), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,400}") {
        prop_assert!(!answer(&text));
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Deck::from_bytes("any.toml", &bytes).is_err());
    }

    #[test]
    fn anything_like_toml_gets_an_answer(
        text in "([a-z]{1,6}|\\[{1,2}|\\]{1,2}|[=.,{}\"'#\n -]|\"\"\"|[0-9]{1,20}){0,120}",
    ) {
        answer(&text);
    }

    #[test]
    fn a_spoilt_deck_gets_an_answer(edits in prop::collection::vec(spoil(), 1..5), long in any::<bool>()) {
        answer(&spoilt(if long { REFERENCE } else { BASE }, &edits));
    }

    #[test]
    fn a_deck_of_extreme_numbers_can_be_played(
        edits in prop::collection::vec((any::<Index>(), 0..4u8, any::<u64>()), 1..40),
    ) {
        let schema: Json = serde_json::from_str(&deck::schema()).unwrap();
        let mut changed: Value = toml::from_str(BASE).unwrap();
        let all = numbers(&schema, &changed);
        for (at, how, luck) in edits {
            let (path, least, most) = at.get(&all);
            let width = u64::try_from(most - least).unwrap() + 1;
            let number = match how {
                0 => *least,
                1 => *most,
                _ => least + i64::try_from(luck % width).unwrap(),
            };
            set(&mut changed, path, number);
        }
        put_right(&mut changed);
        answer(&toml::to_string(&changed).unwrap());
    }
}

#[test]
fn no_number_outside_its_range_is_accepted() {
    let schema: Json = serde_json::from_str(&deck::schema()).unwrap();
    let base: Value = toml::from_str(BASE).unwrap();
    for (path, least, most) in numbers(&schema, &base) {
        let beyond = [least.checked_sub(1), most.checked_add(1)];
        let limits = [
            i64::MIN,
            i64::MAX,
            u32::MAX.into(),
            i64::from(u32::MAX) + 1 + least,
        ];
        let outside = |number: &i64| !(least..=most).contains(number);
        for number in beyond.into_iter().flatten().chain(limits).filter(outside) {
            let mut changed = base.clone();
            set(&mut changed, &path, number);
            let text = toml::to_string(&changed).unwrap();
            assert!(
                !answer(&text),
                "{number} at {path:?}, where {least} to {most} is meant"
            );
        }
    }
}

#[test]
fn the_largest_and_the_smallest_numbers_can_be_played() {
    let schema: Json = serde_json::from_str(&deck::schema()).unwrap();
    let base: Value = toml::from_str(BASE).unwrap();
    let all = numbers(&schema, &base);
    assert!(all.len() > 250, "{} numbers", all.len());
    let mut accepted = 0;
    for (path, least, most) in &all {
        for number in [*least, *most] {
            let mut changed = base.clone();
            set(&mut changed, path, number);
            accepted += usize::from(answer(&toml::to_string(&changed).unwrap()));
        }
    }
    assert!(
        accepted * 10 > all.len() * 18,
        "{accepted} of {}",
        2 * all.len()
    );
}
