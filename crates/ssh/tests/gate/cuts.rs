//! Lines that are cut at random moments: no act is lost, none is there twice, and what was typed is there again.

use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

use crate::caller::{Caller, Said, key};
use crate::house::House;
use crate::luck::Luck;

/// How many cuts a run has; more by this variable of the environment.
const CUTS: &str = "UNEQUAL_CUTS";

/// The notes on the record.
fn notes(house: &House) -> Vec<String> {
    let table = house.owner.table();
    let acts = table.moments().iter().map(|moment| &moment.entry.act);
    acts.filter_map(|act| match act {
        Action::Note { text, .. } => Some(text.clone()),
        _ => None,
    })
    .collect()
}

#[test]
fn whenever_the_line_is_cut_no_act_is_lost_and_none_is_there_twice() {
    let many = std::env::var(CUTS).ok().and_then(|many| many.parse().ok());
    let many: u64 = many.unwrap_or(20);
    let house = House::new();
    let own = key();
    let mut first = Caller::at(house.at);
    first.shows("russia", &own);
    first.begins("russia");
    assert_eq!(first.answers(&[&house.code(Seat::Client)]), Said::In);
    let briefed = first.sits(100, 30);
    briefed.wait_for("Briefing");
    // Whoever has acted has read the briefing.
    briefed.types("\rn");
    briefed.wait_for("A note");
    briefed.types("first\u{13}");
    house.wait("noted", |_| notes(&house) == ["first"]);
    drop((briefed, first));
    let mut luck = Luck(many);
    let mut wanted = vec!["first".to_owned()];
    let mut cuts = 0;
    while cuts < many {
        let words = format!("note {}", wanted.len());
        let before = notes(&house).len();
        // Tried until it is on the record; each visit but the last is cut after some of its keys.
        while notes(&house).len() == before {
            let caller = Caller::with_key(&house, "russia", &own);
            let screen = caller.sits(100, 30);
            screen.wait_for("Stability");
            screen.types("n");
            screen.wait_for("A note");
            let keys = format!("\u{15}{words}\u{13}");
            let cut_at = luck.below(2 * keys.len());
            if let Some(typed) = keys.get(..cut_at) {
                screen.types(typed);
                caller.cut();
                cuts += 1;
                house.wait("away", |owner| owner.presence().all()[0].away.is_some());
            } else {
                screen.types(&keys);
                house.wait("noted", |_| notes(&house).len() > before);
            }
        }
        wanted.push(words);
        assert_eq!(notes(&house), wanted);
    }
}
