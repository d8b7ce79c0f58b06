//! Texts that want to be more than texts: nothing of them works in any format.

use scraper::{Html, Selector};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::cohort::{Branches, By, Cohort, SessionLine};
use unequal_partners::report::{Aar, Extras, Format, compare, csv, html, json, markdown};
use unequal_partners::session::compare::{Comparison, Strand};
use unequal_partners::session::{Remarks, Setup, Table};

use super::deck;
use crate::eventful::{stamp, submit};

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "\"><svg onload=alert(3)>&lt;b&gt;&amp;",
    "\u{1b}[31mred\u{7}\u{0}\u{9b}2J",
    "中国要求俄罗斯让步，俄罗斯说“不”",
    "\u{202e}desrever\u{2066}\u{200b}\u{feff}",
    "=HYPERLINK(\"http://x\")",
    "\u{fdd0}\u{ffff}\u{10fffe} nothing\r\n\n# heading\n- list | `code` ]]>",
    "مرحبا, שלום",
];

/// A session in which every text that people write is hostile.
fn session() -> Table {
    let setup = Setup::of_people(HOSTILE.concat(), 3);
    let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
    let open = Action::Inject { instead: None };
    submit(
        &mut table,
        Seat::WhiteCell,
        HOSTILE[1],
        &open,
        Remarks::default(),
    );
    for text in HOSTILE {
        for (seat, private) in [(Seat::WhiteCell, false), (Seat::Audience, true)] {
            let note = Action::Note {
                text: text.to_owned(),
                private,
            };
            let said = Remarks {
                rationale: Some(text.to_owned()),
                confidence: Some(1),
                dissent: Some(text.to_owned()),
            };
            submit(&mut table, seat, text, &note, said);
        }
        let adjust = Action::Adjust {
            gauge: "trust".to_owned(),
            by: 1,
            reason: text.to_owned(),
        };
        submit(
            &mut table,
            Seat::WhiteCell,
            text,
            &adjust,
            Remarks::default(),
        );
    }
    for (number, text) in HOSTILE.into_iter().enumerate() {
        room(&mut table, number, text);
    }
    let end = Action::End {
        reason: HOSTILE.concat(),
    };
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &end,
        Remarks::default(),
    );
    table
}

/// What the people in the room may be called and told, as far as it is taken at all.
fn room(table: &mut Table, number: usize, text: &str) {
    let id = format!("{number} {text}");
    let mut white_cell = |action: Action| {
        let at = stamp(table.last_number().next().get());
        table
            .submit(
                table.last_number(),
                Seat::WhiteCell,
                text,
                &action,
                Remarks::default(),
                &at,
            )
            .is_ok()
    };
    let visible = white_cell(Action::Join {
        name: text.to_owned(),
        at: Seat::Audience,
    });
    let id = if visible { id } else { number.to_string() };
    let name = if visible { text } else { "Anna" };
    let taken = [
        white_cell(Action::AskEstimate {
            id: id.clone(),
            question: text.to_owned(),
            resolution: text.to_owned(),
        }),
        white_cell(Action::Estimate {
            id: id.clone(),
            name: name.to_owned(),
            percent: 40,
        }),
        white_cell(Action::RevealEstimates { id: id.clone() }),
        white_cell(Action::ResolveEstimate {
            id,
            happened: true,
            reason: Some(text.to_owned()),
        }),
        white_cell(Action::Announce {
            text: text.to_owned(),
        }),
        white_cell(Action::Pause {
            reflection: false,
            reason: Some(text.to_owned()),
            seconds: None,
        }),
        white_cell(Action::GoOn),
    ];
    assert_eq!(taken, [true; 7], "{text:?}");
}

fn is_harmless(text: &str) -> bool {
    text.chars().all(|c| {
        c == '\n'
            || !(c.is_control()
                || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
                || matches!(c, '\u{fdd0}'..='\u{fdef}')
                || u32::from(c) & 0xfffe == 0xfffe)
    })
}

#[test]
fn hostile_texts_stay_texts_in_every_format() {
    let table = session();
    let aar = Aar::new(&table, Seat::WhiteCell, Extras::default());
    let page = html(&aar);
    let parsed = Html::parse_document(&page);
    assert_eq!(parsed.errors, Vec::<std::borrow::Cow<'_, str>>::new());
    let bad = Selector::parse("script, img, svg[onload], b[onerror], [onerror], [onload]").unwrap();
    assert_eq!(parsed.select(&bad).count(), 0);
    let shown: String = parsed.root_element().text().collect();
    assert!(
        shown.contains("<script>alert(1)</script>"),
        "shown as it was typed"
    );
    assert!(shown.contains("中国要求俄罗斯让步") && shown.contains("שלום"));
    let markdown = markdown(&aar);
    assert!(!markdown.contains("<script") && !markdown.contains("<img"));
    assert!(
        !markdown
            .lines()
            .any(|line| line == "# heading" || line.starts_with("- list"))
    );
    let json = json::json(&aar);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    for text in [&page, &markdown, &json] {
        assert!(is_harmless(text));
    }
    for file in csv::tables(
        csv::Dialect::Plain,
        &[csv::Keyed {
            key: "s",
            aar: &aar,
        }],
    ) {
        assert!(is_harmless(&file.text), "{}", file.name);
        let mut reader = ::csv::Reader::from_reader(file.text.as_bytes());
        for row in reader.records().map(Result::unwrap) {
            let formula =
                |cell: &str| cell.starts_with(['=', '@', '+', '-']) && cell.parse::<f64>().is_err();
            assert!(!row.iter().any(formula), "{row:?}");
        }
    }
}

#[test]
fn hostile_texts_stay_texts_in_the_page_with_a_script() {
    let page = super::playback::page(&session(), Seat::WhiteCell);
    let parsed = Html::parse_document(&page);
    assert_eq!(parsed.errors, Vec::<std::borrow::Cow<'_, str>>::new());
    let scripts = Selector::parse("script").unwrap();
    assert_eq!(
        parsed.select(&scripts).count(),
        2,
        "the data, and the one that is ours"
    );
    let bad = Selector::parse("img, [onerror], [onload], [src], [href]").unwrap();
    assert_eq!(parsed.select(&bad).count(), 0);
    let data = super::playback::data(&page).to_string();
    assert!(
        data.contains("<script>alert(1)</script>"),
        "as it was typed"
    );
    assert!(is_harmless(&page));
    // The script puts texts where they stay texts.
    for way in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
    ] {
        assert!(!page.contains(way), "{way}");
    }
}

#[test]
fn hostile_texts_stay_texts_where_sessions_stand_side_by_side() {
    let tables = [session(), session()];
    let strands = tables.each_ref().map(|table| Strand::whole(table));
    let comparison = Comparison::new(&strands, Seat::WhiteCell);
    let lines = tables
        .each_ref()
        .map(|table| SessionLine::of(HOSTILE[0], table, Seat::WhiteCell));
    let cohort = |format| {
        let all = Cohort::new(lines.to_vec(), Branches::Apart).by(Some(By::Table));
        all.page(format).remove(0).text
    };
    let bad = Selector::parse("script, img, svg[onload], b[onerror], [onerror], [onload]").unwrap();
    for page in [compare::html(&comparison), cohort(Format::Html)] {
        let parsed = Html::parse_document(&page);
        assert_eq!(parsed.errors, Vec::<std::borrow::Cow<'_, str>>::new());
        assert_eq!(parsed.select(&bad).count(), 0);
        assert!(is_harmless(&page));
    }
    for text in [
        compare::text(&comparison),
        json::json(&comparison),
        cohort(Format::Markdown),
        cohort(Format::Json),
    ] {
        assert!(is_harmless(&text), "{text}");
    }
}
