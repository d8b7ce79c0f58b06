//! Numbers that mean what they say: points and not shares of what hardly moved, no sign before nothing, ends that are
//! named, and parts that have names.

use serde_json::Value;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, cohort, csv, html, json, markdown};
use unequal_partners::session::Table;

use super::worked_out::{report, worked_out};
use super::{begun, small};

/// The sessions that come with the program.
fn shipped() -> Vec<Table> {
    [
        "console-workshop",
        "sealed-evening",
        "stockholm-table-1",
        "stockholm-table-2",
    ]
    .map(|name| {
        let root = env!("CARGO_MANIFEST_DIR");
        let path = format!("{root}/saves/examples/{name}.toml");
        Table::read(path.as_ref()).unwrap().0
    })
    .into()
}

fn whole(table: &Table) -> Aar {
    Aar::new(table, Seat::WhiteCell, Extras::default())
}

/// What follows a sign before nothing: `−0`, `-0.0`, `+0 %`.
fn signed_nothing(text: &str) -> Option<String> {
    let signs = text.match_indices(['-', '−', '+']);
    signs
        .map(|(place, sign)| {
            let (before, rest) = text.split_at(place);
            (before, rest.trim_start_matches(sign))
        })
        .filter(|(before, _)| {
            // Within a word or a date it is no sign.
            let before = before.chars().next_back();
            before.is_none_or(|c| !c.is_alphanumeric() && c != '-')
        })
        .map(|(_, rest)| rest)
        .find(|rest| {
            let mut parts = rest.split(|c: char| !c.is_ascii_digit() && c != '.');
            let number = parts.next().unwrap_or_default().trim_end_matches('.');
            number.starts_with('0') && number.parse::<f64>() == Ok(0.0)
        })
        .map(|rest| rest.lines().next().unwrap_or_default().to_owned())
}

#[test]
fn what_overrides_moved_is_told_in_points_and_nothing_has_a_sign() {
    let mut overridden = 0;
    let mut reports: Vec<Aar> = shipped().iter().map(whole).collect();
    let (table, terms, answers) = worked_out(3);
    reports.push(report(&table, &terms, &answers));
    for aar in &reports {
        let told = &aar.overrides.sentence;
        if !aar.overrides.lines.is_empty() {
            overridden += 1;
            let end = format!(
                " of its change of {}.",
                signed(aar.overrides.end - aar.overrides.start)
            );
            assert!(told.ends_with(&end) && !told.contains('%'), "{told}");
        }
        let keyed = csv::Keyed { key: "s", aar };
        let tables = csv::tables(csv::Dialect::Plain, &[keyed]);
        let texts = tables.into_iter().map(|table| table.text);
        for text in texts.chain([markdown(aar), html(aar), json::json(aar)]) {
            assert_eq!(signed_nothing(&text), None, "{}", aar.session.name);
        }
    }
    assert!(overridden > 1, "the examples have overrides");
    let lines = shipped()
        .iter()
        .map(|table| cohort::SessionLine::of("s", table, Seat::WhiteCell))
        .collect();
    let cohort = cohort::Cohort::new(lines, cohort::Branches::Apart);
    assert_eq!(signed_nothing(&cohort::markdown(&cohort)), None);
}

fn signed(number: i64) -> String {
    unequal_partners::session::telling::signed(number)
}

#[test]
fn what_would_have_served_better_is_told_by_each_end_and_two_measures_say_what_they_ask() {
    let (table, terms, answers) = worked_out(3);
    let aar = report(&table, &terms, &answers);
    let names = [Seat::Patron, Seat::Client].map(|seat| aar.session.seat_named(seat).to_owned());
    let mut ends = std::collections::BTreeSet::new();
    for answer in &answers {
        let seen = table.seen(Seat::WhiteCell);
        let seen = seen
            .iter()
            .find(|seen| seen.number == answer.entry)
            .unwrap();
        let all =
            unequal_partners::report::better(table.deck(), table.scenario(), seen.seat, answer);
        for one in all {
            // What serves an end best serves none of the others by being it: each is judged by itself.
            let best = one.option.as_ref().map(|(_, by)| by.mean);
            let of =
                |other: &unequal_partners::session::expectations::Instead| match one.end.as_str() {
                    "stability" => other.difference,
                    "Europe’s view" => other.served.europe,
                    _ if seen.seat == Seat::Client => other.served.client,
                    _ => other.served.patron,
                };
            let clear = answer.instead.iter().map(of);
            let clear = clear.filter(|by| by.is_clear() && by.mean > 0.0);
            let most = clear.map(|by| by.mean).max_by(f64::total_cmp);
            assert_eq!(best, most, "{}", one.end);
            ends.insert(one.end);
        }
    }
    for end in ["stability".to_owned(), "Europe’s view".to_owned()]
        .into_iter()
        .chain(names.map(|name| format!("{name}’s aims")))
    {
        assert!(ends.contains(&end), "{end}: {ends:?}");
    }
    let text = markdown(&aar);
    for words in [
        "Measure: change of the mean final stability",
        "This is another question than at the turning points",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn an_open_move_is_told_as_open_where_stability_stands_highest_or_lowest() {
    let mut open = 0;
    for table in shipped().into_iter().chain([begun(), small()]) {
        for number in table.moments().iter().map(|moment| moment.entry.number) {
            let Ok(then) = table.upto(number) else {
                continue;
            };
            let aar = Aar::new(
                &then,
                Seat::WhiteCell,
                Extras {
                    quick: true,
                    ..Extras::default()
                },
            );
            let last = aar.course.points.last().unwrap();
            let others = &aar.course.points[..aar.course.points.len() - 1];
            let beyond = others.iter().all(|point| point.stability > last.stability)
                || others.iter().all(|point| point.stability < last.stability);
            if last.closed || !beyond {
                continue;
            }
            open += 1;
            let words = format!(
                "{} in move {}, which goes on",
                last.stability, last.move_number
            );
            let told = aar.summary.iter().any(|line| line.contains(&words));
            assert!(told, "{words}: {:?}", aar.summary);
        }
    }
    assert!(open > 0, "no open move was highest or lowest");
}

/// Lists of unlike things: what their places mean only the source would say.
fn bare(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                bare(value, &format!("{at}.{key}"), found);
            }
        }
        Value::Array(items) => {
            let kind = |value: &Value| std::mem::discriminant(value);
            let known = items.iter().filter(|item| !item.is_null());
            let mut kinds: Vec<_> = known.map(kind).collect();
            kinds.dedup();
            let of_lists = items.iter().any(Value::is_array);
            if kinds.len() > 1 || of_lists {
                found.push(at.to_owned());
            }
            for item in items {
                bare(item, at, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_part_of_a_report_in_json_has_a_name_and_endings_their_words() {
    let (table, terms, answers) = worked_out(8);
    let mut reports: Vec<Aar> = shipped().iter().map(whole).collect();
    reports.push(report(&table, &terms, &answers));
    for aar in &reports {
        let value: Value = serde_json::from_str(&json::json(aar)).unwrap();
        let mut found = Vec::new();
        bare(&value, "", &mut found);
        assert_eq!(found, Vec::<String>::new(), "{}", aar.session.name);
        for line in value["chronology"].as_array().unwrap() {
            assert!(line["stability"]["before"].is_i64() && line["stability"]["after"].is_i64());
        }
        for field in value["fields"].as_array().unwrap() {
            assert!(field["dependence"]["after"].is_i64() && field["offers_taken_up"].is_u64());
        }
        for known in value["knowledge"].as_array().unwrap() {
            let odds = &known["odds"];
            assert!(odds.is_null() || odds["as_offered"].is_i64(), "{odds}");
        }
    }
    let lines = shipped()
        .iter()
        .map(|table| cohort::SessionLine::of("s", table, Seat::WhiteCell))
        .collect();
    let cohort = cohort::Cohort::new(lines, cohort::Branches::Apart);
    let value: Value = serde_json::from_str(&json::json(&cohort)).unwrap();
    let words = unequal_partners::model::choice::Ending::WORDS;
    for ending in value["endings"].as_array().unwrap() {
        assert!(
            words.iter().any(|word| ending["ending"] == *word),
            "{ending}"
        );
        assert!(ending["title"].is_string());
    }
}
