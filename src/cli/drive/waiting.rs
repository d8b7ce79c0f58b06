//! Says in a few words whom a session waits for, and what is open to them.

use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::choice::{Intensity, Response};
use unequal_session::Table;
use unequal_session::telling::seat_name;

/// What is open to a seat now; where it is not its moment, whose it is.
pub fn open_acts(table: &Table, seat: Seat) -> Vec<String> {
    let view = table.view(seat);
    let due = &view.waits_for;
    if due.is_empty() {
        return Vec::new();
    }
    let seats: Vec<Seat> = if due.contains(&seat) {
        vec![seat]
    } else {
        due.clone()
    };
    seats
        .into_iter()
        .map(|seat| {
            let acts = words(table, &table.view(seat));
            format!("the {} phase waits for the {seat} seat: {acts}", view.phase)
        })
        .collect()
}

/// `entry 13 (move 2, response phase)`.
pub fn next_entry(table: &Table) -> String {
    let view = table.view(Seat::Audience);
    let number = table.last_number().next();
    format!(
        "entry {number} (move {}, {} phase)",
        view.move_number, view.phase
    )
}

/// `China and Russia`.
pub fn names(table: &Table, seats: &[Seat]) -> String {
    let names: Vec<&str> = seats
        .iter()
        .map(|seat| seat_name(table.deck(), *seat))
        .collect();
    plain(&names.join(" and "))
}

fn words(table: &Table, view: &View) -> String {
    match view.phase {
        Phase::Inject => "inject".to_owned(),
        Phase::Europe => measures(view),
        Phase::Crisis => crisis_acts(view),
        Phase::Offer => offers(view),
        Phase::Demand => demands(view),
        Phase::Sealing => "seal, or commit with the hash of a plan".to_owned(),
        Phase::Reveal => match view.seat {
            Seat::Client => "reveal-response with nonce and plan".to_owned(),
            _ => "reveal-demand with nonce and plan".to_owned(),
        },
        Phase::Response => responses(table, view),
        Phase::Ruling => "rule".to_owned(),
        Phase::FollowUp => {
            let choices = view.acts.iter().filter_map(|act| match act {
                Action::FollowUp { choice } => Some(choice.word()),
                _ => None,
            });
            format!(
                "follow-up with choice {}",
                choices.collect::<Vec<_>>().join(", ")
            )
        }
        Phase::Drift => "close-move".to_owned(),
        Phase::Ended => "note or bookmark".to_owned(),
    }
}

fn demands(view: &View) -> String {
    let mut cards: Vec<&str> = Vec::new();
    let mut hardest = Intensity::Probe;
    for act in &view.acts {
        if let Action::Demand {
            card, intensity, ..
        } = act
        {
            if !cards.contains(&card.as_str()) {
                cards.push(card);
            }
            hardest = hardest.max(*intensity);
        }
    }
    let take_up = if view.acts.contains(&Action::TakeUp) {
        "take-up, "
    } else {
        ""
    };
    if cards.is_empty() {
        return format!("{take_up}hold");
    }
    let shown = shortened(&cards, 8);
    format!("{take_up}hold, or demand with card {shown}, intensity up to {hardest}")
}

fn measures(view: &View) -> String {
    let open = view.acts.iter().filter_map(|act| match act {
        Action::Measure {
            measure,
            secret: false,
        } => Some(measure.as_str()),
        _ => None,
    });
    let open: Vec<&str> = open.collect();
    if open.is_empty() {
        return "abstain".to_owned();
    }
    format!("abstain, or measure with {}", shortened(&open, 8))
}

fn crisis_acts(view: &View) -> String {
    let may = view.acts.contains(&Action::CrisisAct { climb_down: true });
    let open = if may { "true or false" } else { "false" };
    format!("crisis-act with climb_down {open}")
}

fn offers(view: &View) -> String {
    let mut cards: Vec<&str> = Vec::new();
    let mut asks: Vec<&str> = Vec::new();
    for act in &view.acts {
        if let Action::Offer { card, ask } = act {
            for (list, id) in [(&mut cards, card), (&mut asks, ask)] {
                if !list.contains(&id.as_str()) {
                    list.push(id);
                }
            }
        }
    }
    if cards.is_empty() {
        return "no-offer".to_owned();
    }
    format!(
        "no-offer, or offer with card {} and ask {}",
        shortened(&cards, 8),
        shortened(&asks, 8)
    )
}

fn responses(table: &Table, view: &View) -> String {
    let mut responses: Vec<&str> = Vec::new();
    let mut cards: Vec<&str> = Vec::new();
    for act in &view.acts {
        if let Action::Respond {
            response, instead, ..
        } = act
        {
            match (response, instead) {
                (Response::Deflect, Some(card)) => cards.push(card),
                _ => responses.push(response.word()),
            }
        }
    }
    let deflect = if cards.is_empty() {
        String::new()
    } else {
        format!(", deflect with instead {}", shortened(&cards, 8))
    };
    let open = view
        .open_demand()
        .map(|demand| table.scenario().card(demand.card).id.as_str());
    let open = open.map_or_else(String::new, |card| format!(" to {card}"));
    format!("respond{open} with {}{deflect}", responses.join(", "))
}

fn shortened(words: &[&str], most: usize) -> String {
    let shown: Vec<&str> = words.iter().take(most).copied().collect();
    let more = words.len() - shown.len();
    if more == 0 {
        shown.join(", ")
    } else {
        format!("{} and {more} more", shown.join(", "))
    }
}
