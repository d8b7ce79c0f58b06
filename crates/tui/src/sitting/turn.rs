//! Who sits at this screen, and what is shown when somebody sits down.

use crate::goal::Goal;
use crate::sitting::Sitting;
use unequal_core::engine::seat::Seat;
use unequal_session::Place;

/// After a reveal the plan is in the record: the drafts need it no more.
pub fn forget_plan(sitting: &mut Sitting, commitment: Option<&str>) {
    if let Some(hash) = commitment {
        sitting.sealed.remove(hash);
        if let Some(drafts) = &mut sitting.drafts {
            // A plan that stays behind harms nothing: it has been revealed.
            let _ = drafts.remove_plan(hash);
        }
    }
}

/// Whether somebody may sit down as the white cell: where rulings are by program, only to end a pause. At a
/// place of one seat alone nobody else sits down.
pub fn has_white_cell(place: &Place) -> bool {
    let turn = place.turn();
    place.is_of_all() && (turn.is_of_people(Seat::WhiteCell) || turn.paused)
}

/// The white cell's board, without a curtain.
pub fn to_the_console(sitting: &mut Sitting) -> Goal {
    sitting.desk.keeps_screen = true;
    sitting.sit(Some(Seat::WhiteCell));
    Goal::Board
}

/// The board of a side for which the white cell enters an act.
pub fn enter_for(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.desk.keeps_screen = true;
    sitting.sit(Some(seat));
    Goal::Board
}

/// The white cell lets others have the screen: the side that is waited for, behind the curtain.
pub fn leave_the_console(sitting: &mut Sitting) -> Goal {
    sitting.desk.keeps_screen = false;
    let place = sitting.place.as_ref();
    let next = place.and_then(|place| place.turn().next_person());
    hand_over(sitting, next.unwrap_or(Seat::WhiteCell))
}

/// Lets the curtain fall for a seat, and says what is shown then; where no curtain is wanted, the seat sits down at once.
pub fn hand_over(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.sit(None);
    let place = sitting.place.as_ref();
    let alone = place.is_none_or(|place| place.turn().people.len() < 2 || !place.is_of_all());
    if sitting.curtain && !alone {
        Goal::Curtain(seat)
    } else {
        sit_down(sitting, seat)
    }
}

/// A seat sits down: it reads its briefing first, then gets the board.
pub fn sit_down(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.sit(Some(seat));
    let has_briefing = sitting
        .place
        .as_ref()
        .is_some_and(|place| place.deck().text.briefing(seat).is_some());
    if has_briefing && !sitting.briefed.contains(&seat) {
        Goal::Briefing(seat)
    } else {
        Goal::Board
    }
}

/// The briefing has been read: on to the board.
pub fn to_the_board(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.briefed.insert(seat);
    Goal::Board
}
