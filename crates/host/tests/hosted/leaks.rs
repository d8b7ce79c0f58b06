//! Nothing hidden is in what a host sends: sessions that differ in what a seat may not know give its client the same
//! bytes.

use std::path::Path;

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::{At as _, DomainAt, EventAt};
use unequal_core::model::position::hidden_offset;
use unequal_session::{Owner, Remarks, Table};

use crate::caller::{Caller, ready};
use crate::house::{House, NOW, setup};

/// The reference deck with every open card on the menu, so that the menu is the same under every seed.
fn whole_menu() -> Deck {
    let text = include_str!("../../../../tests/golden/deck.toml");
    Deck::from_text("deck.toml", &text.replacen("wild = 3", "wild = 250", 1)).unwrap()
}

fn lines(seed: u64) -> Vec<i8> {
    (0..5)
        .map(|at| hidden_offset(seed, DomainAt::new(at)))
        .collect()
}

/// The first decisions of a session, with reasons; the client's turn has come.
fn begun(save: &Path, seed: u64, others_say: &str, of: Seat) -> Table {
    let mut table = Table::create(whole_menu(), &setup(seed, None), save, NOW).unwrap();
    let event = table.scenario().events[EventAt::new(0)].id.clone();
    let card = table.scenario().cards.iter().next().unwrap().id.clone();
    loop {
        let view = table.view(Seat::WhiteCell);
        let (seat, act) = match view.phase {
            Phase::Inject => {
                let instead = Some(event.clone());
                (Seat::WhiteCell, Action::Inject { instead })
            }
            Phase::Europe => (Seat::Europe, Action::Abstain),
            Phase::Offer => (Seat::Client, Action::NoOffer),
            Phase::Demand => {
                let acts = table.view(Seat::Patron).acts;
                let of_card = |act: &&Action| {
                    matches!(act, Action::Demand { card: of, intensity, .. }
                        if *of == card && intensity.word() == "request")
                };
                (Seat::Patron, acts.iter().find(of_card).unwrap().clone())
            }
            _ => break,
        };
        let own = seat == of;
        let say = if own { "ours" } else { others_say };
        let remarks = Remarks {
            rationale: Some(say.to_owned()),
            ..Remarks::default()
        };
        let at = table.last_number();
        table
            .submit(at, seat, "person", &act, remarks, NOW)
            .unwrap();
    }
    let note = Action::Note {
        text: others_say.to_owned(),
        private: true,
    };
    let (at, unsaid) = (table.last_number(), Remarks::default());
    table
        .submit(at, Seat::WhiteCell, "Anna", &note, unsaid, NOW)
        .unwrap();
    table
}

/// All that a client at a seat is sent.
fn sent(of: Seat, seed: u64, others_say: &str) -> String {
    let house = House::of(|save| begun(save, seed, others_say, of));
    let mut caller = Caller::come(&house.save, of, "json", "key");
    let mut all = caller.raw().unwrap();
    all += &caller.raw().unwrap();
    caller.say(&ready());
    if house.owner.table().view(of).waits_for.contains(&of) {
        all += &caller.raw().unwrap();
    }
    // What white cell and others do meanwhile.
    let mut white = Owner::place(&house.owner, Seat::WhiteCell);
    let announce = Action::Note {
        text: others_say.to_owned(),
        private: true,
    };
    white
        .submit("Anna", &announce, Remarks::default(), NOW)
        .unwrap();
    drop(house);
    all + &caller.rest()
}

#[test]
fn what_is_hidden_changes_no_byte_of_what_a_client_is_sent() {
    let another = |same: bool| {
        (2..10_000)
            .find(|seed| (lines(*seed) == lines(1)) == same)
            .unwrap()
    };
    for of in [Seat::Patron, Seat::Client, Seat::Europe] {
        // The client knows its own red lines; nobody else does.
        let seed = another(of == Seat::Client);
        let one = sent(of, 1, "yes");
        assert!(one.contains("\"hello\"") && one.len() > 1000, "{of}: {one}");
        assert!(one == sent(of, seed, "yes"), "{of}: the seed shows");
        let other = sent(of, 1, "quite another reason");
        assert!(one == other, "{of}: the reasons of others show");
    }
}
