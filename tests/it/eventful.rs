//! Sessions in which everything happens: overrides of every kind, undo, remarks, notes; for the tests of what comes after.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Band;
use unequal_partners::session::pilot;
use unequal_partners::session::{Holder, Holders, Remarks, Setup, Table};

use crate::generic::Choices;

/// The reference deck.
pub(crate) fn reference() -> Deck {
    Deck::from_text("deck.toml", REFERENCE).unwrap()
}

/// The text of the reference deck.
pub(crate) const REFERENCE: &str = include_str!("../golden/deck.toml");

/// The reference deck with two demands a move.
pub(crate) fn two_demands() -> Deck {
    let text = REFERENCE.replacen("menu = ", "demands = 2\nmenu = ", 1);
    Deck::from_text("deck.toml", &text).unwrap()
}

/// A setup of bots in all seats.
pub(crate) fn three(patron: &str, client: &str, europe: &str, seed: u64) -> Setup {
    let mut setup = bots(patron, client, seed);
    setup.seats.europe = Holder::Bot(europe.to_owned());
    setup
}

/// A setup of two bots, with nobody in Europe's seat.
pub(crate) fn bots(patron: &str, client: &str, seed: u64) -> Setup {
    Setup {
        seats: Holders {
            patron: Holder::Bot(patron.to_owned()),
            client: Holder::Bot(client.to_owned()),
            europe: Holder::Nobody,
        },
        ..Setup::of_people("Table 2", seed)
    }
}

/// A stamp of time that moves on with the entries.
pub(crate) fn stamp(number: u64) -> String {
    format!("2026-11-23T20:{:02}:{:02}Z", number / 60 % 60, number % 60)
}

/// Submits an act at the stamp that its entry's number gives.
pub(crate) fn submit(
    table: &mut Table,
    seat: Seat,
    by: impl Into<Player>,
    action: &Action,
    remarks: Remarks,
) {
    let at = stamp(table.last_number().next().get());
    table
        .submit(table.last_number(), seat, by, action, remarks, &at)
        .unwrap();
}

/// Lets a machine do what is due, whoever holds the seat.
pub(crate) fn goes_on(table: &mut Table) {
    let next = pilot::unattended(table).unwrap();
    submit(table, next.seat, next.by, &next.action, Remarks::default());
}

/// Reasons, confidence and dissent for some acts.
fn remarks(choices: &mut Choices) -> Remarks {
    Remarks {
        rationale: choices
            .one_in(2)
            .then(|| "because the winter was hard".to_owned()),
        confidence: choices.one_in(3).then_some(60),
        dissent: choices
            .one_in(4)
            .then(|| "the treasury would have waited".to_owned()),
    }
}

/// Plays a session of bots with much that only people do; `entries` at most.
pub(crate) fn play(deck: &Deck, setup: &Setup, entries: u64) -> Table {
    let mut table = Table::unrecorded(deck.clone(), setup, &stamp(0)).unwrap();
    let mut choices = Choices::new(setup.seed);
    while table.last_number().get() < entries {
        if choices.one_in(12) {
            mark(&mut table, &mut choices);
            continue;
        }
        let Some(next) = pilot::unattended(&table) else {
            break;
        };
        let action = overruled(&table, &mut choices, next.action);
        let said = remarks(&mut choices);
        let by = if choices.one_in(3) {
            "Anna".into()
        } else {
            next.by.clone()
        };
        submit(&mut table, next.seat, by, &action, said);
    }
    table
}

/// What people put into the record beside the flow of play.
fn mark(table: &mut Table, choices: &mut Choices) {
    let reason = "the room agreed".to_owned();
    let settable = table.settable();
    let action = match choices.below(6) {
        0 => Action::Note {
            text: "watch the port".to_owned(),
            private: choices.one_in(2),
        },
        1 => Action::Bookmark {
            label: "here".to_owned(),
        },
        2 if table.last_number() > EntryNumber::new(4) => {
            let standing: Vec<EntryNumber> = table.standing().map(|m| m.entry.number).collect();
            let back = standing.len().saturating_sub(1 + choices.below(6));
            let to = standing.get(back).copied().unwrap_or_default();
            if to >= table.last_number() {
                return;
            }
            Action::Undo { to, reason }
        }
        3 if !settable.is_empty() => set(choices.pick(&settable), &reason),
        _ => Action::Adjust {
            gauge: (*choices.pick(&["trust", "stability", "resentment"])).to_owned(),
            by: i64::try_from(choices.below(17)).unwrap() - 8,
            reason,
        },
    };
    if table.view(Seat::WhiteCell).phase != Phase::Ended {
        submit(table, Seat::WhiteCell, "Anna", &action, Remarks::default());
    }
}

/// What the white cell decides in the place of a seat, with its reason.
pub(crate) fn set(act: &Action, why: &str) -> Action {
    let mut act = act.clone();
    match &mut act {
        Action::SetMeasure { reason, .. }
        | Action::SetCrisisAct { reason, .. }
        | Action::VetoOffer { reason } => why.clone_into(reason),
        other => panic!("{other:?} decides for nobody"),
    }
    act
}

/// Now and then another event, band or argument than the rules give.
fn overruled(table: &Table, choices: &mut Choices, action: Action) -> Action {
    match action {
        Action::Inject { .. } if choices.one_in(4) => Action::Inject {
            instead: Some(choices.pick(&table.scenario().events).id.clone()),
        },
        Action::Rule {
            band: None, roll, ..
        } if choices.one_in(3) => Action::Rule {
            roll,
            arguments: i64::try_from(choices.below(5)).unwrap() - 2,
            band: choices.one_in(2).then(|| *choices.pick(Band::ALL)),
            reason: Some("the harbour froze".to_owned()),
            provisional: false,
        },
        other => other,
    }
}
