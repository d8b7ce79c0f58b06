//! The page to step through a session with: what is in it and what is not.

use scraper::{Html, Selector};
use serde_json::Value;
use unequal_partners::closing::Roles;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::playback::{Line, Playback, html};
use unequal_partners::session::Table;
use unequal_partners::store::Annotations;

use crate::hidden::{Hidden, session};

pub(crate) fn page(table: &Table, seat: Seat) -> String {
    let line = Line::new(table, seat, &Annotations::default());
    html(&Playback::new(vec![line]))
}

/// What the page's script reads.
pub(crate) fn data(page: &str) -> Value {
    let parsed = Html::parse_document(page);
    let data = Selector::parse("#data").unwrap();
    let text: String = parsed.select(&data).next().unwrap().text().collect();
    serde_json::from_str(&text).unwrap()
}

fn eyes(page: &str) -> Vec<String> {
    let data = data(page);
    let eyes = data["lines"][0]["eyes"].as_array().unwrap();
    let id = |eyes: &Value| eyes["id"].as_str().unwrap().to_owned();
    eyes.iter().map(id).collect()
}

#[test]
fn a_seats_page_has_its_own_eyes_alone_and_the_white_cells_has_everybodys() {
    let table = session(Hidden {
        seed: 1,
        others_say: "yes",
        of: Seat::Client,
    });
    let whole = page(&table, Seat::WhiteCell);
    assert_eq!(
        eyes(&whole),
        ["now", "patron", "client", "europe", "audience"]
    );
    assert_eq!(
        eyes(&page(&table, Seat::Client)),
        ["now", "client"],
        "another seat's private notes stay out of a seat's file"
    );
}

#[test]
fn what_a_seat_knew_then_holds_no_reason_of_the_others() {
    let table = session(Hidden {
        seed: 1,
        others_say: "said by others",
        of: Seat::Client,
    });
    let whole = data(&page(&table, Seat::WhiteCell));
    let of = |id: &str| {
        let eyes = whole["lines"][0]["eyes"].as_array().unwrap();
        let found = eyes.iter().find(|eyes| eyes["id"] == id).unwrap();
        found.to_string()
    };
    assert!(of("now").contains("said by others"));
    assert!(of("patron").contains("said by others"), "its own");
    assert!(!of("client").contains("said by others"));
}

#[test]
fn a_page_with_roles_names_nobody() {
    let path = "saves/examples/stockholm-table-1.toml";
    let table = Table::read(std::path::Path::new(path)).unwrap().0;
    let line = || Line::new(&table, Seat::Audience, &Annotations::default());
    let roles = Roles::of(&table, None);
    let told = line().retold(&|text| roles.tell(text));
    let [named, told] = [line(), told].map(|line| html(&Playback::new(vec![line])));
    let people = ["Karin", "Mireille", "Pavel"];
    assert!(people.iter().all(|name| named.contains(name)));
    assert!(people.iter().all(|name| !told.contains(name)));
    assert!(told.contains("Russia, person 1"));
}
