//! What a reader meets: a reason and a roll in one place, alternatives under words that they bear, numbers that keep their
//! units, and what the ending means for Europe.

use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Ending;
use unequal_partners::report::{Aar, Extras, html, markdown};
use unequal_partners::session::Table;

use super::deck;
use super::worked_out::{report, worked_out};
use crate::eventful::{bots, play};

pub(super) fn shipped(name: &str) -> Table {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/saves/examples/{name}.toml");
    Table::read(path.as_ref()).unwrap().0
}

pub(super) fn whole(table: &Table) -> Aar {
    Aar::new(table, Seat::WhiteCell, Extras::default())
}

/// The part of a text under a heading.
pub(super) fn part<'a>(text: &'a str, title: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\n## {title}\n")).expect(title);
    rest.split("\n## ").next().unwrap_or_default()
}

#[test]
fn the_reason_of_an_override_and_the_dice_of_a_measure_stand_once() {
    let (mut reasons, mut rolls) = (0, 0);
    for name in ["console-workshop", "stockholm-table-1", "stockholm-table-2"] {
        let aar = whole(&shipped(name));
        let text = markdown(&aar);
        let chronology = part(&text, "Chronology");
        let sheets = part(&text, "The exchanges, one by one");
        for line in &aar.chronology {
            let ruling = line.ruling.as_ref().filter(|ruling| ruling.overruled);
            if let Some(reason) = ruling.and_then(|ruling| ruling.reason.as_ref()) {
                reasons += 1;
                for place in [chronology, sheets] {
                    let times = place.matches(reason.as_str()).count();
                    assert!(times <= 1, "{name}: “{reason}” stands {times} times");
                }
                assert!(chronology.contains(reason.as_str()), "{reason}");
            }
            if let Some(dice) = &line.measure {
                rolls += 1;
                assert!(line.sentence.contains(&format!("rolled {}", dice.roll)));
                assert!(!chronology.contains(&format!("dice {}: {}", dice.roll, dice.result)));
            }
        }
    }
    assert!(reasons > 0 && rolls > 2, "{reasons} {rolls}");
}

#[test]
fn alternatives_stand_under_a_word_that_they_bear() {
    let (table, terms, answers) = worked_out(3);
    let aar = report(&table, &terms, &answers);
    let text = markdown(&aar);
    let instead = part(&text, "What could have been chosen instead");
    let mut told = [0; 2];
    for (place, (word, wrong)) in [
        ("steadier", ["−", "±0.0"]),
        ("more straining", ["+", "±0.0"]),
    ]
    .into_iter()
    .enumerate()
    {
        for line in instead
            .lines()
            .filter(|line| line.contains(&format!("**{word}**: ")))
        {
            let differences = line
                .split(" ± ")
                .filter_map(|before| before.rsplit(": ").next());
            for difference in differences.filter(|one| one.starts_with(['+', '−', '±'])) {
                told[place] += 1;
                assert!(
                    !wrong.iter().any(|wrong| difference.starts_with(wrong)),
                    "{line}"
                );
            }
        }
    }
    assert!(told.iter().all(|count| *count > 5), "{told:?}: {instead}");
}

#[test]
fn citations_numbers_and_units_are_parted_as_they_are_read() {
    let cites_many = |aar: &Aar| {
        let mut findings = aar.brief.findings.iter();
        findings.any(|finding| finding.entries.len() > 8)
    };
    let played = (1..20).map(|seed| whole(&play(&deck(), &bots("hardliner", "logit", seed), 300)));
    let mut played = played.chain([whole(&shipped("console-workshop"))]);
    let aar = played
        .find(cites_many)
        .expect("a session with many demands");
    let (text, page) = (markdown(&aar), html(&aar));
    assert!(
        !text.contains("…on the record") && text.contains("… on the record"),
        "{text}"
    );
    // What people said stands as they typed it; what a pointer shows is on one line anyhow.
    let mut tag = "";
    let parts: Vec<&str> = page.split(" %").collect();
    for before in &parts[..parts.len() - 1] {
        tag = before.rsplit_once('<').map_or(tag, |(_, after)| after);
        let said = ["q", "style", "title"]
            .iter()
            .any(|own| tag.starts_with(own));
        assert!(
            said || !tag.contains('>') || !before.ends_with(|c: char| c.is_ascii_digit()),
            "a number and its % may part: {tag} %"
        );
    }
}

#[test]
fn what_the_ending_means_for_europe_is_told_by_the_deck_against_its_other_endings() {
    for name in ["console-workshop", "stockholm-table-1", "sealed-evening"] {
        let table = shipped(name);
        let aar = whole(&table);
        let (Some(ending), scenario) = (&aar.ending, table.scenario()) else {
            continue;
        };
        let word = Ending::from_word(&ending.ending).unwrap();
        let shock = |ending: Ending| scenario.ending(ending).shock;
        let harder = Ending::ALL
            .iter()
            .filter(|other| shock(**other) > shock(word));
        let hits = &ending.for_europe;
        assert_eq!(hits.harder.len(), harder.count());
        assert_eq!(
            hits.lighter.len() + hits.harder.len() + 1,
            Ending::ALL.len()
        );
        let said = aar.brief.for_europe.last().unwrap();
        assert_eq!(serde_json::to_value(said.sure).unwrap(), "deck");
        let begins = format!("By the deck’s measure “{}” costs", ending.title);
        assert!(said.text.starts_with(&begins), "{}", said.text);
        let text = markdown(&aar);
        assert!(text.contains("as the deck has it"), "{text}");
        assert!(!text.contains("ease of"), "{text}");
    }
}
