//! How a report looks on a screen, on a phone and on paper: curves that show the story, nothing folded away, no heading alone.

use scraper::{ElementRef, Html, Selector};
use unequal_partners::report::{html, markdown};

use super::told_once::{part, shipped, whole};
use super::wraps::rules;

/// A session with overrides, a crossed red line, turn zero and a crisis.
const WORKSHOP: &str = "console-workshop";

fn page() -> String {
    html(&whole(&shipped(WORKSHOP)))
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(of: ElementRef<'_>) -> String {
    of.text().collect()
}

/// The style sheet of a page, before what is for paper alone, and that part.
fn style(page: &str) -> (&str, &str) {
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    style.split_once("@media print").unwrap()
}

/// What is said of a selector, also where it stands among several.
fn said<'a>(style: &'a str, of: &str) -> Vec<&'a str> {
    let all = rules(style);
    let own = all.filter(|(selectors, _)| selectors.split(',').any(|one| one.trim() == of));
    own.map(|(_, said)| said).collect()
}

#[test]
fn no_line_of_the_curve_strikes_through_its_numbers_and_names() {
    let page = page();
    let parsed = Html::parse_document(&page);
    let curves = select(&parsed, "svg[role=img]");
    assert_eq!(curves.len(), 2, "for a page, and for a phone");
    for curve in curves {
        let mut over = false;
        let mut names = Vec::new();
        for one in curve.descendent_elements() {
            let class = one.value().attr("class").unwrap_or_default();
            let is_line = one.value().name() == "line";
            if matches!(class, "level" | "value") {
                over = true;
                names.push(text(one));
            }
            assert!(!(over && is_line), "a line over {names:?}");
        }
        assert!(
            names.iter().any(|name| name.starts_with("crisis below ")),
            "{names:?}"
        );
        assert!(names.len() > 5, "{names:?}");
    }
    // What stands over a line has the page's ground around its letters.
    for class in ["svg text.value", "svg text.level"] {
        let ground = said(style(&page).0, class).concat();
        assert!(
            ground.contains("paint-order: stroke; stroke: var(--ground)"),
            "{class}: {ground}"
        );
    }
}

#[test]
fn turning_points_have_their_numbers_on_the_curve_as_in_the_list_beside_it() {
    let aar = whole(&shipped(WORKSHOP));
    let page = html(&aar);
    let parsed = Html::parse_document(&page);
    let points = &aar.turning_points.points;
    assert!(points.len() > 3);
    for shape in ["wide", "narrow"] {
        for (number, point) in (1..).zip(points) {
            let title = format!("{} [{}]", point.sentence, point.entry);
            let mark = select(&parsed, &format!("svg.{shape} text.mark"))
                .into_iter()
                .find(|mark| text(*mark) == format!("{number}{title}"));
            assert!(mark.is_some(), "{shape}: {number} {title}");
        }
    }
    let listed = select(&parsed, "#turning-points ol > li");
    assert_eq!(listed.len(), points.len());
}

#[test]
fn domains_stand_as_numbers_and_only_other_gauges_have_small_curves() {
    let page = page();
    let parsed = Html::parse_document(&page);
    let tables = select(&parsed, "#gauges table");
    let sparks = Selector::parse("svg.spark").unwrap();
    let curves = tables.iter().map(|table| table.select(&sparks).count());
    let curves: Vec<usize> = curves.collect();
    assert!(
        curves[0] > 10 && curves[1..].iter().all(|count| *count == 0),
        "{curves:?}"
    );
}

#[test]
fn a_printed_page_says_whose_report_it_is_and_which_of_how_many() {
    let aar = whole(&shipped(WORKSHOP));
    let page = html(&aar);
    let (screen, paper) = style(&page);
    assert!(screen.contains("content: counter(page) \" / \" counter(pages)"));
    // Letters of the title stand as they are, anything else escaped.
    let name: String = aar
        .session
        .name
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    assert!(!name.is_empty());
    let head = format!("@top-left {{ content: \"{name}");
    assert!(paper.contains(&head), "{head}");
}

#[test]
fn nothing_is_folded_away_or_left_out_on_paper() {
    let page = page();
    let parsed = Html::parse_document(&page);
    for folded in ["details", "summary", "[hidden]", "dialog"] {
        assert!(select(&parsed, folded).is_empty(), "{folded}");
    }
    let (_, paper) = style(&page);
    let hidden = rules(paper).filter(|(_, said)| said.contains("display: none"));
    let hidden: Vec<&str> = hidden.map(|(selector, _)| selector).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

#[test]
fn a_heading_stays_with_what_it_is_the_head_of_on_paper() {
    let page = page();
    let (_, paper) = style(&page);
    for heading in ["h2", "h3"] {
        let kept = said(paper, heading).concat();
        assert!(kept.contains("break-after: avoid"), "{heading}: {kept}");
    }
    // What spans columns is parted from them by a page as if it stood alone.
    let spans = rules(paper).filter(|(_, said)| said.contains("column-span: all"));
    for (selectors, _) in spans {
        for one in selectors.split(',') {
            let last = one.split([' ', '>', '+']).next_back().unwrap_or_default();
            assert!(!last.starts_with('h'), "{one}");
        }
    }
}

#[test]
fn a_phone_gets_a_curve_of_its_own_width_and_tables_that_say_that_they_go_on() {
    let page = page();
    let parsed = Html::parse_document(&page);
    let wide = |shape: &str| -> f64 {
        let curve = select(&parsed, &format!("svg.{shape}"))[0];
        let place = curve.value().attr("viewBox").unwrap();
        place.split(' ').nth(2).unwrap().parse().unwrap()
    };
    // Letters of 12 in a drawing of this width, on a phone with room for 360.
    assert!(12.0 * 360.0 / wide("narrow") > 9.5 && wide("wide") > wide("narrow"));
    let (screen, _) = style(&page);
    let narrow = "@media screen and (max-width: 46rem) { svg.wide { display: none; } svg.narrow { display: block; } }";
    assert!(screen.contains(narrow));
    let table = said(screen, ".table").concat();
    assert!(
        table.contains("overflow-x: auto") && table.contains("linear-gradient"),
        "{table}"
    );
    let all = select(&parsed, "table").len();
    assert_eq!(select(&parsed, "div.table > table").len(), all);
}

#[test]
fn every_head_of_a_table_says_what_it_is_the_head_of() {
    let page = page();
    let parsed = Html::parse_document(&page);
    let heads = select(&parsed, "th");
    assert!(heads.len() > 40);
    for head in heads {
        let scope = head.value().attr("scope").unwrap_or_default();
        assert!(matches!(scope, "col" | "rowgroup"), "{}", text(head));
    }
}

#[test]
fn whoever_acts_is_named_once_in_a_line_of_the_chronology() {
    for name in [WORKSHOP, "stockholm-table-1"] {
        let aar = whole(&shipped(name));
        let page = html(&aar);
        let parsed = Html::parse_document(&page);
        let entries = select(&parsed, "#chronology .entry");
        assert_eq!(entries.len(), aar.chronology.len());
        for (entry, line) in entries.into_iter().zip(&aar.chronology) {
            let told = text(entry);
            let twice = ["", ":", ","].map(|mark| format!("{0}{mark} {0}", line.seat_name));
            for twice in twice {
                assert!(!told.contains(&twice), "{name}: {told}");
            }
            assert!(told.contains(line.seat_name.as_str()), "{name}: {told}");
        }
    }
}

#[test]
fn where_nothing_was_given_no_share_of_nothing_is_told() {
    let aar = whole(&shipped(WORKSHOP));
    let rulings = aar.chronology.iter();
    let rulings = rulings.filter_map(|line| Some((line, line.ruling.as_ref()?)));
    let nothing = rulings.filter(|(_, ruling)| ruling.delivered_percent == 0);
    let nothing: Vec<_> = nothing.collect();
    assert!(nothing.len() > 1);
    for (line, _) in nothing {
        assert!(
            line.sentence.contains("nothing is handed over"),
            "{}",
            line.sentence
        );
        assert!(!line.sentence.contains("0 %"), "{}", line.sentence);
    }
}

#[test]
fn gains_are_told_in_points_wherever_they_are_read() {
    let aar = whole(&shipped(WORKSHOP));
    let gains = aar
        .course
        .gauges
        .iter()
        .find(|gauge| gauge.gauge == "gains");
    let gains = gains.unwrap();
    assert_eq!(gains.unit, "tenths of a point");
    let end = *gains.values.last().unwrap();
    assert!(end > 10);
    let told = format!("**{}.{}**", end / 10, end % 10);
    let text = markdown(&aar);
    let row = text
        .lines()
        .find(|line| line.starts_with(&format!("| {} ", gains.name)));
    assert!(row.unwrap().contains(&told), "{row:?}");
    assert!(!text.contains("tenths"));
    // What an entry moved it to is told with its decimal, too.
    let moved = aar.chronology.iter().rev();
    let mut moved = moved
        .flat_map(|line| &line.effects)
        .filter(|effect| effect.gauge == "gains");
    let last = moved.next().unwrap().to;
    let told = format!("→ {}.{}", last / 10, last % 10);
    assert!(part(&text, "Chronology").contains(&told), "{told}");
}

#[test]
fn the_curve_in_letters_tells_levels_apart_that_lie_two_points_apart() {
    let aar = whole(&shipped(WORKSHOP));
    let text = markdown(&aar);
    let (_, rest) = text.split_once("```text\n").unwrap();
    let (curve, _) = rest.split_once("```").unwrap();
    let mut told: Vec<i64> = aar
        .course
        .points
        .iter()
        .map(|point| point.stability)
        .collect();
    told.sort_unstable();
    told.dedup_by_key(|level| (*level + 2) / 5);
    let rows = curve.lines().filter(|line| line.contains('●')).count();
    assert!(rows >= told.len(), "{rows} rows for {told:?}:\n{curve}");
    assert!(!curve.contains("   0 ┤"), "{curve}");
}

#[test]
fn what_the_deck_says_of_an_ending_is_told_as_the_decks() {
    let aar = whole(&shipped("stockholm-table-1"));
    let ending = aar.ending.as_ref().unwrap();
    let text = markdown(&aar);
    let heading = format!("### How the deck tells “{}”\n", ending.title);
    let (before, after) = text.split_once(&heading).unwrap();
    let (own, after) = after.split_once("\n## ").unwrap();
    let plain = |c: &char| c.is_alphabetic() || *c == ' ';
    let begins = |part: &String| part.chars().take_while(plain).collect::<String>();
    let long = ending
        .text
        .iter()
        .map(begins)
        .filter(|begins| begins.len() > 15);
    let long: Vec<String> = long.collect();
    assert!(long.len() > 2, "{long:?}");
    for begins in long {
        assert!(own.contains(&begins), "{begins}");
        assert!(
            !before.contains(&begins) && !after.contains(&begins),
            "{begins}"
        );
    }
    assert!(!part(&text, "In brief").is_empty());
}
