//! The sheets that lie over the board while an act is prepared, or while something is read.
//!
//! Each sheet is a file of its own. Sheets lie on each other like paper: Esc takes the upper one away,
//! and what was typed on it is still there when it comes back.

pub mod adjust;
mod afterwards;
pub mod clocks;
pub mod correct;
pub mod crisis;
pub mod demand;
pub mod entries;
pub mod follow_up;
pub mod inject;
pub mod lapse;
pub mod leave;
pub mod measure;
mod menu;
pub mod news;
pub mod note;
pub mod offer;
pub mod overrule;
pub mod overtime;
pub mod remarks;
pub mod respond;
pub mod ruling;
pub mod sealed_replies;
pub mod signposts;
pub mod terms;
pub mod tour;
pub mod undo;
pub mod why;

use crate::command::Command;
use crate::glance::look;
use crate::page::Sheet;
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::room;
use crate::screen::board::state::Board;
use crate::sitting::Sitting;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;

/// The sheet that an option of the board opens.
pub fn of_choice(sitting: &Sitting, choice: &Choice) -> Option<Sheet> {
    let glance = look(sitting)?;
    Some(match choice {
        Choice::Measure(kind) => measure::sheet(&glance, Some(*kind)),
        Choice::Abstain => remarks::open(sitting, glance.seat, Action::Abstain, Vec::new()),
        Choice::CrisisAct(climb_down) => crisis::sheet(&glance, *climb_down),
        Choice::OfferIn(domain) => offer::sheet(&glance, Some(*domain)),
        Choice::NoOffer => remarks::open(sitting, glance.seat, Action::NoOffer, Vec::new()),
        Choice::TakeUp => Sheet::new(demand::DemandSheet::at_the_offer(&glance)),
        Choice::SetMeasure => overrule::measure(sitting, &glance),
        Choice::SetCrisisAct(side) => overrule::crisis_act(sitting, &glance, *side),
        Choice::VetoOffer => overrule::veto(sitting),
        Choice::Card(card) => Sheet::new(demand::DemandSheet::new(&glance, Some(*card))),
        Choice::Hold => {
            let does = menu::holding(&glance);
            remarks::open(sitting, glance.seat, Action::Hold, does)
        }
        Choice::Response(response) => Sheet::new(respond::RespondSheet::new(sitting, *response)),
        Choice::OwnWords => Sheet::new(respond::RespondSheet::in_own_words(sitting)),
        Choice::FollowUp(choice) => Sheet::new(follow_up::FollowUpSheet::new(&glance, *choice)),
        Choice::Rule => Sheet::new(ruling::RulingSheet::new(sitting)),
        Choice::OtherEvent => Sheet::new(inject::InjectSheet::new(&glance)),
        Choice::Seal if glance.seat == Seat::Patron => {
            Sheet::new(demand::DemandSheet::new(&glance, None))
        }
        Choice::Seal => Sheet::new(sealed_replies::SealedRepliesSheet::new(sitting, &glance)),
        Choice::OpenMove
        | Choice::CloseMove
        | Choice::Step
        | Choice::End
        | Choice::GoOn
        | Choice::Fire(_)
        | Choice::HandScreen(_)
        | Choice::EnterFor(_) => return None,
    })
}

/// The sheet that a command of the board opens, where it can be opened now.
pub fn opened_by(sitting: &Sitting, board: &Board, command: Command) -> Option<Sheet> {
    let glance = look(sitting)?;
    let choices = choices(&glance);
    let first = |wanted: fn(&Choice) -> bool| {
        let choice = choices.iter().find(|choice| wanted(choice))?;
        of_choice(sitting, choice)
    };
    let white_cell = glance.seat == Seat::WhiteCell && glance.place.is_writable();
    let running = glance.view.phase != Phase::Ended;
    match command {
        Command::Signposts => Some(signposts::sheet(None)),
        Command::Artificialities if white_cell => Some(room::briefings::sheet(true)),
        Command::Artificialities => Some(room::aloud::sheet(false)),
        Command::Tour => Some(tour::sheet()),
        Command::Measure => first(|choice| matches!(choice, Choice::Measure(_))),
        Command::Abstain => first(|choice| *choice == Choice::Abstain),
        Command::CrisisAct => first(|choice| matches!(choice, Choice::CrisisAct(_))),
        Command::Offer => first(|choice| matches!(choice, Choice::OfferIn(_))),
        Command::NoOffer => first(|choice| *choice == Choice::NoOffer),
        Command::TakeUp => first(|choice| *choice == Choice::TakeUp),
        Command::SetMeasure => first(|choice| *choice == Choice::SetMeasure),
        Command::SetCrisisAct => first(|choice| matches!(choice, Choice::SetCrisisAct(_))),
        Command::VetoOffer => first(|choice| *choice == Choice::VetoOffer),
        Command::Why => {
            let gauge = board.gauge_under(&glance);
            Some(Sheet::new(why::WhySheet::new(gauge)))
        }
        Command::Reasons => {
            let back = board.cursor.record;
            Some(Sheet::new(entries::EntriesSheet::new(&glance, back)))
        }
        Command::Note if glance.place.is_writable() => Some(note::note(sitting)),
        Command::Bookmark if glance.place.is_writable() => Some(note::bookmark(sitting)),
        Command::EndSession if white_cell && running => Some(note::end(sitting)),
        Command::Adjust if white_cell && running => {
            let gauge = board.gauge_under(&glance);
            Some(adjust::sheet(sitting, gauge))
        }
        Command::Undo if white_cell => undo::UndoSheet::new(sitting).map(Sheet::new),
        Command::Inject => first(|choice| *choice == Choice::OtherEvent),
        Command::Demand => first(|choice| matches!(choice, Choice::Card(_))),
        Command::Hold => first(|choice| *choice == Choice::Hold),
        Command::Respond => first(|choice| matches!(choice, Choice::Response(_))),
        Command::FollowUp => first(|choice| matches!(choice, Choice::FollowUp(_))),
        Command::Rule => first(|choice| *choice == Choice::Rule),
        other => room::opened_by(sitting, &glance, other),
    }
}
