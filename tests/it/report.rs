//! The AAR report: what it says, in which formats, for whom, and what it never says.

mod cohort;
mod formats;
mod held;
mod hostile;
mod leaks;
mod looks;
mod meant;
pub(crate) mod playback;
mod roles;
mod three;
mod told_once;
mod worked_out;
mod wraps;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Band, FollowUp, Inducement, Intensity, Response};
use unequal_partners::model::place::{At as _, EventAt};
use unequal_partners::session::{Remarks, Setup, Table};

use crate::eventful::{REFERENCE, stamp, submit};

/// Remarks in full.
fn said(rationale: &str, confidence: u8, dissent: &str) -> Remarks {
    Remarks {
        rationale: Some(rationale.to_owned()),
        confidence: Some(confidence),
        dissent: (!dissent.is_empty()).then(|| dissent.to_owned()),
    }
}

/// The reference deck with a question of each kind, two tags and a source.
pub(crate) fn deck() -> Deck {
    let text = REFERENCE;
    let questions = "
[[question]]
id = \"q1\"
about = \"Turning points\"
text = \"Which demand moved most?\"
[[question]]
id = \"q2\"
about = \"Restraint\"
text = \"What did holding back bring?\"
[[research]]
id = \"r1\"
issue = \"Economy\"
question = \"Do demands in the economy follow leverage?\"
evidence = \"Price concessions.\"
[[research]]
id = \"r2\"
issue = \"Hedging\"
question = \"Which hedges reduce dependence?\"
evidence = \"Trade with others.\"
[[research]]
id = \"r3\"
issue = \"Weather\"
question = \"Does rain matter?\"
evidence = \"Rain.\"
";
    Deck::from_text("deck.toml", &format!("{text}{questions}")).unwrap()
}

/// The first card of the patron's menu.
fn card(table: &Table) -> String {
    let menu = table.view(Seat::Patron).menu.unwrap();
    table.scenario().card(menu[0]).id.clone()
}

/// A session of two moves in which one of everything happens; ended by the rules.
fn small() -> Table {
    let mut table = begun();
    finish(&mut table);
    table
}

/// The first of the two moves and half of the second.
fn begun() -> Table {
    let setup = Setup {
        moves: Some(2),
        moves_spread: Some(0),
        ..Setup::of_people("Stockholm table 2", 7)
    };
    let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
    let none = Remarks::default;
    let white = Seat::WhiteCell;
    submit(
        &mut table,
        white,
        "Anna",
        &Action::Inject { instead: None },
        none(),
    );
    submit(&mut table, Seat::Client, "Olga", &Action::NoOffer, none());
    let demand = Action::Demand {
        card: card(&table),
        intensity: Intensity::Press,
        inducement: Inducement::Modest,
    };
    let why = said(
        "the winter shows what the market bears",
        70,
        "the army would wait",
    );
    submit(&mut table, Seat::Patron, "Li", &demand, why);
    let respond = |response| Action::Respond {
        response,
        instead: None,
        ask: None,
        words: None,
    };
    submit(
        &mut table,
        Seat::Client,
        "Olga",
        &respond(Response::Refuse),
        none(),
    );
    let undo = Action::Undo {
        to: EntryNumber::new(3),
        reason: "they misread the card".to_owned(),
    };
    submit(&mut table, white, "Anna", &undo, none());
    let why = said("we need the cash", 55, "");
    submit(
        &mut table,
        Seat::Client,
        "Olga",
        &respond(Response::Hedge),
        why,
    );
    let rule = Action::Rule {
        roll: Some(4),
        arguments: 1,
        band: Some(Band::Hold),
        reason: Some("the leak came out".to_owned()),
        provisional: false,
    };
    submit(&mut table, white, "Anna", &rule, none());
    let follow_up = Action::FollowUp {
        choice: FollowUp::BackDown,
    };
    submit(&mut table, Seat::Patron, "Li", &follow_up, none());
    let remark = Action::Note {
        text: "they looked relieved".to_owned(),
        private: true,
    };
    submit(&mut table, white, "Anna", &remark, none());
    submit(&mut table, white, "Anna", &Action::CloseMove, none());
    let instead = Some(table.scenario().events[EventAt::new(5)].id.clone());
    submit(
        &mut table,
        white,
        "Anna",
        &Action::Inject { instead },
        none(),
    );
    offer(&mut table);
    submit(&mut table, Seat::Patron, "Li", &Action::Hold, none());
    table
}

/// The client offers the first that it may, for the first that it may ask.
fn offer(table: &mut Table) {
    let acts = table.view(Seat::Client).acts;
    let offers = |act: &&Action| matches!(act, Action::Offer { .. });
    let offer = acts.iter().find(offers).unwrap().clone();
    let why = said("better ours than theirs", 65, "");
    submit(table, Seat::Client, "Olga", &offer, why);
}

fn finish(table: &mut Table) {
    let adjust = Action::Adjust {
        gauge: "trust".to_owned(),
        by: -4,
        reason: "the press got hold of it".to_owned(),
    };
    let none = Remarks::default;
    submit(table, Seat::WhiteCell, "Anna", &adjust, none());
    let bookmark = Action::Bookmark {
        label: "talk about this".to_owned(),
    };
    submit(table, Seat::Audience, "Eva", &bookmark, none());
    submit(table, Seat::WhiteCell, "Anna", &Action::CloseMove, none());
    assert!(table.has_ended());
}
