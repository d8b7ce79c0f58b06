//! Pairs of sessions that look alike from a seat and differ in what is hidden from it.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity, Response};
use unequal_partners::model::place::{At as _, DomainAt, EventAt};
use unequal_partners::model::position::hidden_offset;
use unequal_partners::session::{Holder, Holders, Remarks, Setup, Table};

use crate::eventful::{REFERENCE, stamp, submit};

/// What differs between two sessions that look alike from a seat.
#[derive(Clone, Copy)]
pub(crate) struct Hidden<'a> {
    pub(crate) seed: u64,
    /// Reasons of the seats other than `of`.
    pub(crate) others_say: &'a str,
    pub(crate) of: Seat,
}

/// The reference deck with every open card on the menu, so that the menu is the same under every seed.
pub(crate) fn whole_menu() -> Deck {
    let text = REFERENCE.replacen("wild = 3", "wild = 250", 1);
    Deck::from_text("deck.toml", &text).unwrap()
}

/// Three moves whose visible luck is laid down by the white cell: dice rolled by hand, events named.
pub(crate) fn session(hidden: Hidden<'_>) -> Table {
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", hidden.seed)
    };
    let mut table = Table::unrecorded(whole_menu(), &setup, &stamp(0)).unwrap();
    let say = |seat: Seat| {
        let own = seat == hidden.of;
        let others = if hidden.others_say == "yes" { 3 } else { 20 };
        Remarks {
            rationale: Some(if own { "ours" } else { hidden.others_say }.to_owned()),
            confidence: Some(if own { 50 } else { others }),
            dissent: (!own && hidden.others_say.len() > 4).then(|| "somebody".to_owned()),
        }
    };
    let act = |table: &mut Table, seat: Seat, action: &Action| {
        submit(table, seat, "person", action, say(seat));
    };
    for (number, response) in [Response::Partial, Response::Stall, Response::Accept]
        .into_iter()
        .enumerate()
    {
        let event = table.scenario().events[EventAt::new(number)].id.clone();
        let inject = Action::Inject {
            instead: Some(event),
        };
        act(&mut table, Seat::WhiteCell, &inject);
        act(&mut table, Seat::Europe, &Action::Abstain);
        act(&mut table, Seat::Client, &Action::NoOffer);
        let menu = table.view(Seat::Patron).menu.unwrap();
        let demand = Action::Demand {
            card: table.scenario().card(menu[2 * number]).id.clone(),
            intensity: Intensity::Request,
            inducement: Inducement::None,
        };
        act(&mut table, Seat::Patron, &demand);
        let respond = Action::Respond {
            response,
            instead: None,
            ask: None,
            words: None,
        };
        act(&mut table, Seat::Client, &respond);
        let rule = Action::Rule {
            roll: Some(7),
            arguments: 0,
            band: None,
            reason: None,
            provisional: false,
        };
        act(&mut table, Seat::WhiteCell, &rule);
        let follow_up = table.view(Seat::Patron).acts[0].clone();
        act(&mut table, Seat::Patron, &follow_up);
        let note = Action::Note {
            text: hidden.others_say.to_owned(),
            private: true,
        };
        let other = if hidden.of == Seat::Audience {
            Seat::Client
        } else {
            Seat::Audience
        };
        act(&mut table, other, &note);
        if number < 2 {
            act(&mut table, Seat::WhiteCell, &Action::CloseMove);
        }
    }
    table
}

/// Where the red lines of a seed lie.
pub(crate) fn offsets(seed: u64) -> Vec<i8> {
    (0..5)
        .map(|domain| hidden_offset(seed, DomainAt::new(domain)))
        .collect()
}

/// Another seed than 1, whose lines lie elsewhere, or where they lie under seed 1.
pub(crate) fn another_seed(same_lines: bool) -> u64 {
    let found = (2..10_000).find(|seed| (offsets(*seed) == offsets(1)) == same_lines);
    found.expect("some seed has other lines, and some the same")
}

/// A move in which Europe plans for an ending, or takes no measure: of its own accord, or as the white cell decides.
pub(crate) fn with_a_plan(plan: Option<&str>, decided_for: bool) -> Vec<(Seat, Action)> {
    let measure = plan.map(str::to_owned);
    let step = match (measure, decided_for) {
        (measure, true) => Action::SetMeasure {
            measure,
            secret: false,
            reason: "as they said".to_owned(),
        },
        (Some(measure), false) => Action::Measure {
            measure,
            secret: false,
        },
        (None, false) => Action::Abstain,
    };
    let by = if decided_for {
        Seat::WhiteCell
    } else {
        Seat::Europe
    };
    vec![
        (Seat::WhiteCell, Action::Inject { instead: None }),
        (by, step),
        (Seat::Client, Action::NoOffer),
        (Seat::Patron, Action::Hold),
        (Seat::WhiteCell, Action::CloseMove),
    ]
}
