//! A session fits its day: moves and minutes are the same in the deck, on the crib sheet and in the guide.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use unequal_partners::deck::text::Stretch;
use unequal_partners::deck::text::hours;
use unequal_partners::deck::{Deck, shipped};
use unequal_partners::handout::Printed;

const MAIN: &str = "unequal-partners";

fn decks() -> Vec<Deck> {
    let decks = shipped().iter();
    decks
        .map(|deck| Deck::from_text(deck.id, deck.text).unwrap())
        .collect()
}

fn main_deck() -> Deck {
    let deck = decks().into_iter().find(|deck| deck.scenario.id == MAIN);
    deck.unwrap()
}

/// The minutes that a deck's words for its duration allow, from least to most.
fn meant(duration: &str) -> (u32, u32) {
    match duration {
        "fifteen minutes" => (15, 15),
        "two hours" => (120, 120),
        "three hours" => (180, 180),
        "four hours" => (240, 240),
        day if day.starts_with("a day of") => (6 * 60, 8 * 60),
        other => panic!("nobody has said how many minutes “{other}” are"),
    }
}

#[test]
fn every_shipped_deck_gives_all_its_moves_their_minutes_and_takes_as_long_as_it_says() {
    for deck in decks() {
        let (id, about) = (&deck.scenario.id, &deck.text.about);
        let (least, most) = meant(&about.duration);
        let takes = about.minutes();
        assert!((least..=most).contains(&takes), "{id}: {takes} minutes");
        let played = about.running_order.iter().rev().find_map(|one| one.moves);
        let moves = deck.scenario.session.moves;
        assert_eq!(played.map(|(_, last)| last), Some(moves), "{id}");
        let longest = about.running_order.iter().filter(|one| one.moves.is_some());
        let longest = longest.map(Stretch::takes).max().unwrap();
        assert!(longest <= 90, "{id}: {longest} minutes without a break");
    }
}

#[test]
fn the_crib_sheet_of_every_shipped_deck_has_its_running_order() {
    for deck in decks() {
        let pages = Printed::of_deck(&deck).handouts();
        let crib = pages.iter().find(|page| page.name == "crib.html").unwrap();
        for stretch in &deck.text.about.running_order {
            let row = format!(
                "<td>{}</td><td>{}</td><td class=\"n\">{}</td>",
                stretch.at(),
                stretch.words(),
                stretch.takes()
            );
            assert!(
                without_marks(&crib.html).contains(&row),
                "{}: {row}",
                deck.scenario.id
            );
        }
    }
}

/// A page without what keeps texts of unknown direction apart.
fn without_marks(html: &str) -> String {
    html.replace("<bdi>", "").replace("</bdi>", "")
}

/// Puts a table between two marks of the guide, or says that another stands there.
fn stands_in_the_guide(mark: &str, table: &str) {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/facilitating.md");
    let text = fs::read_to_string(&guide).unwrap();
    let (open, close) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = text.split_once(&open).unwrap();
    let (written, after) = rest.split_once(&close).unwrap();
    let right = format!("\n{table}\n");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&guide, format!("{before}{open}{right}{close}{after}")).unwrap();
        return;
    }
    assert!(
        written == right,
        "docs/facilitating.md is out of date; write it anew with `UPDATE_DOCS=1 cargo test --test it day:: -- --test-threads 1`"
    );
}

#[test]
fn the_workshop_of_the_guide_is_the_running_order_of_the_main_deck() {
    let about = main_deck().text.about;
    let mut table = String::from("| at | what | minutes |\n|---|---|--:|\n");
    for stretch in &about.running_order {
        let _ = writeln!(
            table,
            "| {} | {} | {} |",
            stretch.at(),
            stretch.words(),
            stretch.takes()
        );
    }
    let _ = writeln!(
        table,
        "| {} | thanks; who gets the report, and when | |",
        hours(about.minutes())
    );
    stands_in_the_guide("running order", &table);
}

#[test]
fn the_guide_names_every_shipped_deck_with_its_moves_and_minutes() {
    let mut table = String::from("| deck | what it is | moves | takes |\n|---|---|--:|--:|\n");
    for deck in decks() {
        let (rules, about) = (&deck.scenario.session, &deck.text.about);
        let moves = match rules.moves_spread {
            0 => rules.moves.to_string(),
            spread => format!("{} ± {spread}", rules.moves),
        };
        let _ = writeln!(
            table,
            "| `{}` | {} | {moves} | {} |",
            deck.scenario.id,
            about.title,
            hours(about.minutes())
        );
    }
    stands_in_the_guide("decks", &table);
}

#[test]
fn the_steps_of_a_move_on_the_cheat_sheet_take_as_long_as_a_first_move_of_the_main_deck() {
    let guide = include_str!("../../docs/facilitating.md");
    let steps = guide
        .split("| step | who | you say | minutes |\n")
        .nth(1)
        .unwrap();
    let rows = steps
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('|'));
    // A crisis takes minutes more, and comes in few moves.
    let minutes = rows.filter_map(|row| {
        row.trim_end_matches(" |")
            .rsplit("| ")
            .next()?
            .parse::<u32>()
            .ok()
    });
    let about = main_deck().text.about;
    let first = about
        .running_order
        .iter()
        .find(|one| one.moves.is_some())
        .unwrap();
    assert_eq!(minutes.sum::<u32>(), first.minutes);
}
