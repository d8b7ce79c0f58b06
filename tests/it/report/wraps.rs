//! What people wrote wraps in the report, on paper and on a phone, however long its words are.

use scraper::{Html, Selector};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, html};
use unequal_partners::session::Remarks;

use super::{begun, finish};
use crate::eventful::submit;

/// What people wrote: a reason, a dissent, a note's long words.
const SAID: [&str; 3] = [
    "the winter shows what the market bears",
    "the army would wait",
    WORD,
];
const WORD: &str = "Sicherheitspartnerschaftsvereinbarungsentwurf";

/// The rules of a style sheet: selector and what is said of it.
pub(super) fn rules(style: &str) -> impl Iterator<Item = (&str, &str)> {
    let rules = style.split('}').filter_map(|rule| rule.rsplit_once('{'));
    rules.map(|(selector, said)| {
        let selector = selector.rsplit(['{', ';', '/']).next().unwrap_or_default();
        (selector.trim(), said)
    })
}

/// The selectors whose texts stay on one line.
fn unbroken(style: &str) -> Vec<&str> {
    let stays = |said: &str| said.contains("nowrap") || said.contains("white-space: pre;");
    let unbroken = rules(style).filter(|(_, said)| stays(said));
    unbroken.map(|(selector, _)| selector).collect()
}

#[test]
fn nothing_that_people_wrote_stands_on_a_line_that_never_breaks() {
    let mut table = begun();
    let long = [WORD; 8].join(" ");
    let note = Action::Note {
        text: long.clone(),
        private: false,
    };
    submit(&mut table, Seat::WhiteCell, WORD, &note, Remarks::default());
    finish(&mut table);
    let aar = Aar::new(&table, Seat::WhiteCell, Extras::default());
    let page = html(&aar);
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    // Of the whole page: what is written anywhere in it has that from here.
    let whole = rules(style).find(|(selector, _)| *selector == "body");
    assert!(whole.unwrap().1.contains("overflow-wrap: anywhere"));
    let selectors = unbroken(style);
    assert!(!selectors.is_empty());
    let document = Html::parse_document(&page);
    for selector in selectors {
        for element in document.select(&Selector::parse(selector).unwrap()) {
            let text: String = element.text().collect();
            for said in SAID {
                assert!(!text.contains(said), "{selector}: {text}");
            }
        }
    }
    for said in SAID {
        assert!(page.contains(said), "{said}");
    }
}
