//! Acts decided while others acted: what was meant for another moment is refused, what means the same at any moment is taken.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::options::Options;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Response;
use unequal_partners::model::side::Side;
use unequal_partners::session::{Holder, Remarks, Setup, SubmitError, Table, pilot};

use crate::eventful::{bots, goes_on, reference, stamp, submit};

fn table(setup: &Setup) -> Table {
    Table::unrecorded(reference(), setup, &stamp(0)).unwrap()
}

/// A session of people in which this phase has come.
fn at(phase: Phase, setup: &Setup) -> Table {
    let mut table = table(setup);
    while table.view(Seat::Audience).phase != phase {
        let seat = table.view(Seat::Audience).waits_for[0];
        let mut acts = table.view(seat).acts;
        // Nothing is offered, and something is demanded.
        acts.truncate(if table.view(seat).phase == Phase::Offer {
            1
        } else {
            2
        });
        let next = acts.pop().expect("something can be done");
        act(&mut table, seat, &next);
    }
    table
}

fn people() -> Setup {
    Setup::of_people("Table 2", 4)
}

fn act(table: &mut Table, seat: Seat, action: &Action) {
    submit(table, seat, "Anna", action, Remarks::default());
}

/// Submits an act of somebody who has seen the record up to an entry.
fn late(
    table: &mut Table,
    seen: EntryNumber,
    seat: Seat,
    action: &Action,
) -> Result<EntryNumber, SubmitError> {
    let none = Remarks::default();
    let made = table.submit(seen, seat, "Bo", action, none, &stamp(99))?;
    Ok(made.entry.number)
}

fn adjust() -> Action {
    Action::Adjust {
        gauge: "trust".to_owned(),
        by: -9,
        reason: "the pipeline froze".to_owned(),
    }
}

fn argue() -> Action {
    Action::Argue {
        helps: Side::Client,
        text: "winter is near".to_owned(),
        strong: false,
    }
}

#[test]
fn an_act_of_play_is_refused_where_something_has_come_in_with_what_it_was() {
    let mut table = at(Phase::Demand, &people());
    let seen = table.last_number();
    let demand = table.view(Seat::Patron).acts[0].clone();
    act(&mut table, Seat::WhiteCell, &adjust());
    let before = table.view(Seat::WhiteCell);
    let refused = late(&mut table, seen, Seat::Patron, &demand).unwrap_err();
    let words = refused.to_string();
    assert!(words.contains(&format!("entry {}", seen.next())), "{words}");
    assert!(words.contains("the pipeline froze"), "{words}");
    assert_eq!(table.view(Seat::WhiteCell), before);
    assert_eq!(table.last_number(), seen.next());
    late(&mut table, seen.next(), Seat::Patron, &demand).unwrap();
}

#[test]
fn what_only_runs_the_room_or_annotates_the_record_is_never_too_late() {
    let mut table = at(Phase::Response, &people());
    let seen = table.last_number();
    let answer = Action::Respond {
        response: Response::Accept,
        instead: None,
        ask: None,
        words: None,
    };
    act(&mut table, Seat::Client, &answer);
    act(&mut table, Seat::WhiteCell, &adjust());
    for action in [
        Action::Note {
            text: "they gave in".to_owned(),
            private: true,
        },
        Action::Bookmark {
            label: "here".to_owned(),
        },
        Action::Join {
            name: "Bo".to_owned(),
            at: Seat::Patron,
        },
    ] {
        late(&mut table, seen, Seat::Patron, &action).unwrap();
    }
    // And none of it makes an act of play too late.
    let seen = table.last_number().before().before().before();
    let rule = Action::Rule {
        roll: None,
        arguments: 0,
        band: None,
        reason: None,
        provisional: false,
    };
    late(&mut table, seen, Seat::WhiteCell, &rule).unwrap();
}

#[test]
fn a_correction_is_refused_where_the_same_entry_was_corrected_meanwhile() {
    let mut table = at(Phase::Response, &people());
    let of = table.last_number();
    let against = |words: &str, entry| Action::Correct {
        entry,
        reason: None,
        against: Some(words.to_owned()),
        words: None,
    };
    act(&mut table, Seat::WhiteCell, &against("Wei", of));
    let refused = late(&mut table, of, Seat::WhiteCell, &against("Li", of));
    assert!(
        matches!(refused, Err(SubmitError::Stale { .. })),
        "{refused:?}"
    );
    // Another entry's, or with what came in before one's eyes.
    late(&mut table, of, Seat::WhiteCell, &against("Li", of.before())).unwrap();
    let seen = table.last_number();
    late(&mut table, seen, Seat::WhiteCell, &against("Wei, Li", of)).unwrap();
}

#[test]
fn sealed_plans_are_made_and_opened_without_knowing_of_each_other() {
    let sealed = Setup {
        options: Options {
            sealed: true,
            ..Options::default()
        },
        ..bots("logit", "logit", 4)
    };
    let mut table = table(&sealed);
    for phase in [Phase::Sealing, Phase::Reveal] {
        while table.view(Seat::Audience).phase != phase {
            goes_on(&mut table);
        }
        let seen = table.last_number();
        while table.view(Seat::Audience).phase == phase {
            let next = pilot::unattended(&table).unwrap();
            late(&mut table, seen, next.seat, &next.action).unwrap();
        }
        assert_eq!(table.last_number().since(seen), 2);
    }
}

#[test]
fn a_ruling_takes_account_of_every_argument() {
    let mut table = at(Phase::Ruling, &people());
    let seen = table.last_number();
    act(&mut table, Seat::Client, &argue());
    let rule = Action::Rule {
        roll: None,
        arguments: 0,
        band: None,
        reason: None,
        provisional: false,
    };
    let refused = late(&mut table, seen, Seat::WhiteCell, &rule);
    assert!(matches!(refused, Err(SubmitError::Stale { entry, .. }) if entry == seen.next()));
    late(&mut table, seen.next(), Seat::WhiteCell, &rule).unwrap();
}

#[test]
fn an_argument_is_about_the_exchange_for_which_it_was_made() {
    let mut table = at(Phase::Response, &people());
    let seen = table.last_number();
    act(&mut table, Seat::WhiteCell, &adjust());
    late(&mut table, seen, Seat::Client, &argue()).unwrap();
    let back = Action::Undo {
        to: seen.before(),
        reason: "misread".to_owned(),
    };
    act(&mut table, Seat::WhiteCell, &back);
    let demand = table.view(Seat::Patron).acts[0].clone();
    act(&mut table, Seat::Patron, &demand);
    let refused = late(&mut table, seen, Seat::Client, &argue());
    assert!(matches!(refused, Err(SubmitError::Stale { .. })));
}

#[test]
fn nobody_acts_for_a_seat_that_was_handed_over_meanwhile() {
    let mut table = at(Phase::Demand, &people());
    let seen = table.last_number();
    let demand = table.view(Seat::Patron).acts[0].clone();
    let over = Action::HandOver {
        of: Seat::Patron,
        to: Holder::Bot("greedy".to_owned()),
        moves: None,
        reason: None,
    };
    act(&mut table, Seat::WhiteCell, &over);
    let refused = late(&mut table, seen, Seat::Patron, &demand);
    assert!(matches!(refused, Err(SubmitError::Stale { .. })));
}
