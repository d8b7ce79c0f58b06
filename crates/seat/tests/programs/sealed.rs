//! Plans that programs seal: kept beside the record before they are committed to.

use std::time::Duration;

use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Drafts;
use unequal_seat::{Attended, Limits};
use unequal_session::{Holder, Owner, Remarks, Setup, Table};

use crate::faults::{script, with};
use crate::pairs::NOW;
use crate::table::{decks, go_on, holders};

#[test]
fn a_plan_that_a_program_has_sealed_can_be_opened_after_the_program_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    let mut setup = Setup::of_people("Table 2", 7);
    setup.seats = holders(Seat::Patron);
    setup.seats.client = Holder::Human;
    setup.options.sealed = true;
    let plan = r#""act":{"kind":"seal","plan":{"if_met":"pocket","if_defied":"pocket"}}"#;
    let command = script(folder.path(), "seals", &with(plan));
    let limits = Limits {
        time: Duration::from_secs(20),
        tries: 2,
    };
    let mut attended = Attended::new(vec![(Seat::Patron, command)], limits, Holder::Human);
    let owner = Owner::of(Table::create(decks()[0].clone(), &setup, &path, NOW).unwrap());
    go_on(&owner, &mut attended);
    {
        let mut table = owner.table();
        let (seen, none) = (table.last_number(), Remarks::default());
        table
            .submit(seen, Seat::Client, "Bo", &Action::NoOffer, none, NOW)
            .unwrap();
    }
    go_on(&owner, &mut attended);
    drop((owner, attended));
    let (table, _) = Table::resume(&path).unwrap();
    assert!(table.commitment(Seat::Patron).is_some(), "it has committed");
    let (drafts, lost) = Drafts::load(&path);
    assert!(lost.is_none());
    assert!(table.kept_reveal(&drafts, Seat::Patron).is_some());
}
