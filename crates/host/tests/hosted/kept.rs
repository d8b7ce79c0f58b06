//! What a host without a screen keeps beside the record.

use std::fs;

use unequal_core::engine::action::Action;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_core::store::together::Together;
use unequal_host::Driven;
use unequal_seat::{Attended, Limits};
use unequal_session::{Holder, Pace, Remarks, Table, clock};

use crate::house::{House, deck, setup};

#[test]
fn what_is_used_of_the_clocks_is_kept_while_the_host_runs_and_as_it_is_left() {
    let began = clock::stamp(clock::seconds(&clock::now()).unwrap() - 120);
    let house = House::of(|save| {
        let mut table = Table::create(deck("practice"), &setup(7, None), save, &began).unwrap();
        let clock = Action::SetClock {
            of: ClockOf::Session,
            seconds: Some(3600),
            hard: false,
        };
        for act in [Action::Inject { instead: None }, clock] {
            let (seen, none) = (table.last_number(), Remarks::default());
            let made = table.submit(seen, Seat::WhiteCell, "Anna", &act, none, &began);
            made.unwrap();
        }
        table
    });
    let nobody = Attended::new(Vec::new(), Limits::default(), Holder::Human);
    let driven = Driven::begin(nobody, house.owner.clone());
    house.wait(|_| Together::beside(&house.save).is_some());
    fs::remove_file(Together::path_for(&house.save)).unwrap();
    drop(driven);
    let kept = Together::beside(&house.save).expect("it is kept as the session is left");
    let table = house.owner.table();
    assert_eq!(kept.after, table.last_number());
    let used = Pace::of(&table, &kept.at)
        .clock(ClockOf::Session)
        .unwrap()
        .used;
    let since = clock::seconds(&kept.at).unwrap() - clock::seconds(&began).unwrap();
    assert_eq!(used, since, "all since it began");
}
