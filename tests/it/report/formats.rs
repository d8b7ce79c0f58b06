//! One small session in every format, and the numbers that a report must get right.

use std::ops::ControlFlow;

use scraper::{Html, Selector};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::report::model::Material;
use unequal_partners::report::{Aar, Extras, Findings, Format, csv, html, json, markdown};
use unequal_partners::session::Table;
use unequal_partners::session::expectations::{Inquiry, Known};
use unequal_partners::store::{Annotation, AnnotationKind, Annotations};

use super::{begun, small};
use crate::eventful::{bots, play};
use crate::generic::decks;

fn whole(table: &Table) -> Aar {
    Aar::new(table, Seat::WhiteCell, Extras::default())
}

#[test]
fn the_small_session_in_markdown() {
    insta::assert_snapshot!(markdown(&whole(&small())));
}

#[test]
fn the_small_session_in_tables() {
    let aar = whole(&small());
    for part in Format::Csv.parts("table-2", &aar) {
        insta::assert_snapshot!(part.ending.replace('.', "_"), part.text);
    }
}

#[test]
fn the_small_session_in_json_is_read_back() {
    let text = json::json(&whole(&small()));
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read["format"], 4);
    assert_eq!(read["ending"]["ending"], "managed");
    assert_eq!(read["chronology"][6]["ruling"]["computed"], "slip");
    assert_eq!(read["chronology"][6]["ruling"]["ruled"], "hold");
    assert_eq!(read["chronology"][3]["undone"], true);
    insta::assert_snapshot!(text);
}

#[test]
fn every_table_has_the_same_number_of_cells_in_every_row() {
    let table = play(&decks().remove(2).1, &bots("random", "random", 4), 300);
    let aar = whole(&table);
    let report = csv::Keyed {
        key: "table-2",
        aar: &aar,
    };
    for file in csv::tables(csv::Dialect::Plain, &[report, report]) {
        let mut reader = ::csv::Reader::from_reader(file.text.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let least = match file.name {
            "sessions" => 2,
            "acts" | "gauges" | "changes" => 80,
            "exchanges" | "knowledge" => 10,
            _ => 0,
        };
        assert!(rows.len() >= least, "{}", file.name);
    }
}

/// The errors that a browser would have to mend.
fn errors(html: &str) -> Vec<String> {
    let parsed = Html::parse_document(html);
    parsed.errors.iter().map(ToString::to_string).collect()
}

#[test]
fn the_page_is_sound_html_with_all_its_parts() {
    for (name, deck) in decks() {
        let table = play(&deck, &bots("logit", "cautious", 9), 200);
        let page = html(&whole(&table));
        assert_eq!(errors(&page), Vec::<String>::new(), "{name}");
        let parsed = Html::parse_document(&page);
        let count = |selector| parsed.select(&Selector::parse(selector).unwrap()).count();
        assert_eq!(count(".entry"), table.moments().len());
        assert_eq!(
            count("script, link, img, iframe, object"),
            0,
            "nothing fetched, nothing run"
        );
        // Drawn for wide and for narrow pages.
        assert!(count("svg[role=img] > title") == 2 && count("svg[role=img] > desc") == 2);
        for target in parsed.select(&Selector::parse("a[href]").unwrap()) {
            let id = target.value().attr("href").unwrap();
            let id = id.strip_prefix('#').expect("only links within the file");
            let found = Selector::parse(&format!("[id='{id}']")).unwrap();
            assert!(parsed.select(&found).next().is_some(), "{id} is not there");
        }
    }
}

#[test]
fn what_is_computed_agrees_with_the_table() {
    let table = small();
    let aar = whole(&table);
    let view = table.view(Seat::WhiteCell);
    assert_eq!(aar.course.points.len(), 3);
    assert_eq!(aar.course.points[2].stability, view.get(Gauge::Stability));
    assert_eq!(aar.overrides.end, view.get(Gauge::Stability));
    assert_eq!(
        aar.overrides.lines.len(),
        3,
        "a ruling, an event, an adjustment"
    );
    let shares = aar.attribution.as_ref().unwrap();
    assert_eq!(shares.with_all, view.get(Gauge::Stability));
    assert_eq!(aar.gaps.decisions, 6);
    assert_eq!(
        aar.gaps.without_reason.len(),
        3,
        "no offer, the follow-up and the hold"
    );
    let material: Vec<Material> = aar.research.iter().map(|line| line.material).collect();
    assert_eq!(material, [Material::Some, Material::Thin, Material::Untied]);
    assert_eq!(
        aar.debrief.questions[1].look_at[0].entry,
        EntryNumber::new(13),
        "the hold"
    );
}

#[test]
fn an_open_session_is_told_as_open() {
    let aar = whole(&begun());
    assert!(aar.ending.is_none());
    assert_eq!(aar.summary[1], "The session has not ended.");
    let last = aar.course.points.last().unwrap();
    assert!(!last.closed && last.move_number == 2);
}

#[test]
fn expectations_and_annotations_come_in_where_they_are_given() {
    let table = small();
    let folder = tempfile::tempdir().unwrap();
    let mut annotations = Annotations::load(folder.path().join("save.toml")).unwrap();
    annotations
        .add(Annotation {
            entry: EntryNumber::new(5),
            at: "2026-11-24T08:00:00Z".to_owned(),
            author: "Eva".to_owned(),
            kind: AnnotationKind::Comment,
            text: "the moment it turned".to_owned(),
        })
        .unwrap();
    let inquiry = Inquiry::new(&table, None, 6).unwrap();
    let go_on = |_, _| ControlFlow::Continue(());
    let answers = inquiry.answer(&Known::default(), &go_on).unwrap();
    let extras = Extras {
        findings: Some(Findings {
            terms: &inquiry.terms,
            answers: &answers,
        }),
        annotations: Some(&annotations),
        ..Extras::default()
    };
    let aar = Aar::new(&table, Seat::WhiteCell, extras);
    assert_eq!(aar.chronology[4].annotations.len(), 1);
    let report = aar.expectations.as_ref().unwrap();
    assert_eq!(
        report.decisions.len(),
        6,
        "no offer, demand, response, follow-up, offer, hold"
    );
    let response = &report.decisions[2];
    let differences: Vec<f64> = response.options.iter().map(|o| o.difference.mean).collect();
    assert!(differences.is_sorted_by(|a, b| a >= b));
    let page = html(&aar);
    assert_eq!(errors(&page), Vec::<String>::new());
    assert!(page.contains("the moment it turned") && page.contains("tit-for-tat in both seats"));
    let wider = "With 6 a choice instead of 200, the intervals are about 5.8 times as wide";
    assert!(
        page.contains(wider),
        "fewer playouts than usual are told with what that means"
    );
}

#[test]
fn every_section_of_the_page_stands_in_the_text_too() {
    let aar = whole(&small());
    let (page, text) = (Html::parse_document(&html(&aar)), markdown(&aar));
    let titles = Selector::parse("section[id] > h2").unwrap();
    let titles: Vec<String> = page
        .select(&titles)
        .map(|title| title.text().collect())
        .collect();
    assert!(titles.len() >= 10, "{titles:?}");
    let in_text: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect();
    assert_eq!(titles, in_text);
    let links = Selector::parse("nav > a[href]").unwrap();
    assert_eq!(page.select(&links).count(), titles.len());
}

#[test]
fn a_report_names_times_that_run_backwards() {
    let mut table = begun();
    let names = |table: &Table| markdown(&whole(table)).contains("times run backwards");
    assert!(!names(&table));
    let at = table.moments().last().unwrap().entry.at.clone();
    let before = unequal_partners::session::clock::seconds(&at).unwrap() - 3600;
    let note = unequal_partners::engine::action::Action::Bookmark {
        label: "the clock was set back".to_owned(),
    };
    let at = unequal_partners::session::clock::stamp(before);
    let (seen, seat) = (table.last_number(), Seat::WhiteCell);
    let remarks = unequal_partners::session::Remarks::default();
    table
        .submit(seen, seat, "Anna", &note, remarks, &at)
        .unwrap();
    let told = markdown(&whole(&table));
    let entry = table.last_number();
    let words = format!("times run backwards: entry {entry} is 1 h before the one before it");
    assert!(told.contains(&words), "{told}");
    assert!(json::json(&whole(&table)).contains("\"backwards\""));
}
