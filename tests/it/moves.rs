//! The white cell's acts that touch play: injects, written demands, rulings, turn zero, seats and length.

mod course;
pub(crate) mod kinds;
mod leaks;
mod lent;
mod mixed;
mod plan;
mod rulings;
mod sealed;
mod three;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::refused::Refused;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::room::written::WrittenCard;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity, Response};
use unequal_partners::session::{Remarks, Setup, SubmitError, Table, pilot};

use crate::eventful::{bots, reference, stamp, submit};

const WHITE: Seat = Seat::WhiteCell;

fn deck() -> Deck {
    reference()
}

/// People in both seats.
fn people(seed: u64) -> Table {
    Table::unrecorded(deck(), &Setup::of_people("Table 2", seed), &stamp(0)).unwrap()
}

/// Bots in both seats.
fn table_of_bots(seed: u64) -> Table {
    Table::unrecorded(deck(), &bots("logit", "logit", seed), &stamp(0)).unwrap()
}

/// An act that is taken. Where the client is asked for an offer before a demand, it makes none.
fn act(table: &mut Table, seat: Seat, act: &Action) {
    let asks = matches!(
        act,
        Action::Demand { .. } | Action::Hold | Action::Commit { .. }
    );
    if asks && table.view(WHITE).phase == Phase::Offer {
        let none = Action::NoOffer;
        submit(table, Seat::Client, "Anna", &none, Remarks::default());
    }
    submit(table, seat, "Anna", act, Remarks::default());
}

/// Acts of the white cell that are taken.
fn white(table: &mut Table, acts: &[Action]) {
    for one in acts {
        act(table, WHITE, one);
    }
}

/// The rule that refuses an act; the table is as before.
fn refused(table: &mut Table, seat: Seat, act: &Action) -> Refused {
    let before = (table.view(WHITE), table.last_number());
    let at = stamp(table.last_number().next().get());
    let error = table
        .submit(
            table.last_number(),
            seat,
            "Anna",
            act,
            Remarks::default(),
            &at,
        )
        .map(|moment| moment.entry.number);
    assert_eq!((table.view(WHITE), table.last_number()), before);
    match error {
        Err(SubmitError::Refused(refused)) => refused,
        other => panic!("{act:?}: {other:?}"),
    }
}

/// Lets bots and program act, so many acts at most; gives how many there were.
fn run(table: &mut Table, most: usize) -> usize {
    for done in 0..most {
        let Some(next) = pilot::unattended(table) else {
            return done;
        };
        submit(table, next.seat, &next.by, &next.action, Remarks::default());
    }
    most
}

/// Runs until a phase has come.
fn run_to(table: &mut Table, phase: Phase) {
    for _ in 0..1000 {
        if table.view(WHITE).phase == phase {
            return;
        }
        assert_eq!(run(table, 1), 1, "nobody acts before {phase}");
    }
    panic!("{phase} never comes");
}

fn written(title: &str, changes: &[(&str, i64)]) -> News {
    News::Written(WrittenNews {
        title: title.to_owned(),
        text: "A paragraph to read aloud.".to_owned(),
        changes: changes
            .iter()
            .map(|(gauge, by)| ((*gauge).to_owned(), *by))
            .collect(),
    })
}

fn plan(id: &str, news: News, due: Due) -> Action {
    Action::PlanInject {
        id: id.to_owned(),
        news,
        due,
        expects: Some("the client turns to third parties".to_owned()),
    }
}

fn fire(id: &str) -> Action {
    Action::FireInject { id: id.to_owned() }
}

pub(crate) fn card(id: &str) -> WrittenCard {
    WrittenCard {
        id: id.to_owned(),
        title: "Open the archive".to_owned(),
        text: "All of it.".to_owned(),
        domain: "diplomacy".to_owned(),
        gain: 6,
        autonomy_cost: 8,
        capacity_need: 20,
        red_line_weight: 3,
        endurance_cost: 0,
        lock_in: 2,
        shared_front: 0,
    }
}

fn write(id: &str) -> Action {
    Action::WriteDemand { card: card(id) }
}

fn demand(card: &str) -> Action {
    Action::Demand {
        card: card.to_owned(),
        intensity: Intensity::Request,
        inducement: Inducement::None,
    }
}

fn offer(card: &str) -> Action {
    Action::Offer {
        card: card.to_owned(),
        ask: "credit".to_owned(),
    }
}

fn respond(response: Response) -> Action {
    Action::Respond {
        response,
        instead: None,
        ask: None,
        words: None,
    }
}

fn undo(to: u64) -> Action {
    back_to(EntryNumber::new(to))
}

fn back_to(to: EntryNumber) -> Action {
    Action::Undo {
        to,
        reason: "misread".to_owned(),
    }
}

fn hand_over(of: Seat, to: &str) -> Action {
    Action::HandOver {
        of,
        to: to.to_owned().try_into().unwrap(),
        moves: None,
        reason: Some("the team left".to_owned()),
    }
}

const OPEN: Action = Action::Inject { instead: None };
