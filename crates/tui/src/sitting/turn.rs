//! Whose turn it is: who plays from this screen, who is asked next, what is shown when somebody sits down.

use crate::goal::Goal;
use crate::sitting::Sitting;
use unequal_core::engine::action::Action;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::pilot;
use unequal_session::{History, Holder};

/// What the record calls a person whose name is not known.
pub const PERSON: &str = "person";

/// Whether the program opens and closes moves and rules: a rigid session needs no white cell.
///
/// A white cell that goes over to rigid rulings in mid-session keeps its seat.
pub fn rules_by_program(table: &History) -> bool {
    let rigid = |mode| mode == AdjudicationMode::Rigid;
    rigid(table.setup().options.adjudication) && rigid(table.options().adjudication)
}

/// The seats that people hold and act from, in the order in which they are asked.
pub fn people(table: &History) -> Vec<Seat> {
    let white_cell = (!rules_by_program(table)).then_some(Seat::WhiteCell);
    let sides = [Seat::Patron, Seat::Client]
        .into_iter()
        .filter(|seat| table.holder(*seat) == Holder::Human);
    white_cell.into_iter().chain(sides).collect()
}

/// Whether nobody but bots plays: then each act waits for a key, so that people can follow.
pub fn only_bots(table: &History) -> bool {
    people(table).is_empty()
}

/// The next act that no person decides, told by who makes it: a bot's name, or nothing for the program.
///
/// Unlike [`pilot::next`] this costs nothing: it does not work the act out.
pub fn pilot_due(sitting: &Sitting) -> Option<Option<String>> {
    let table = sitting.table.as_ref()?;
    if !table.is_writable() {
        return None;
    }
    let view = table.view(Seat::Observer);
    if view.room.pause.is_some() {
        return None;
    }
    let by_program = rules_by_program(table);
    match view.phase {
        Phase::Ended => None,
        Phase::Inject | Phase::Ruling | Phase::Drift => by_program.then_some(None),
        // A sealed follow-up was decided beforehand; the program only carries it out.
        Phase::FollowUp if view.options.sealed => Some(None),
        Phase::Reveal => view
            .waits_for
            .iter()
            .find_map(|seat| match kept_reveal(sitting, *seat) {
                Some(_) => Some(None),
                None => opens(table, *seat).map(Some),
            }),
        Phase::Demand | Phase::Sealing | Phase::Response | Phase::FollowUp => view
            .waits_for
            .iter()
            .find_map(|seat| match table.holder(*seat) {
                Holder::Bot(name) => Some(Some(name)),
                Holder::Human => None,
            }),
    }
}

/// The bot that opens a side's sealed plan: the one that committed to it, whoever holds the seat by now.
fn opens(table: &History, seat: Seat) -> Option<String> {
    if let Some(bot) = pilot::commits_by(table, seat) {
        return Some(bot.to_owned());
    }
    match table.holder(seat) {
        // A bot in the place of people commits anew, as long as nothing has been revealed.
        Holder::Bot(name) if table.view(Seat::Observer).waits_for.len() == 2 => Some(name),
        Holder::Bot(_) | Holder::Human => None,
    }
}

/// The act that opens what a side of people sealed, where its plan was kept.
pub fn kept_reveal(sitting: &Sitting, seat: Seat) -> Option<Action> {
    let table = sitting.table.as_ref()?;
    let in_memory = table
        .commitment(seat)
        .and_then(|hash| sitting.sealed.get(hash).cloned());
    in_memory
        .or_else(|| table.kept_reveal(sitting.drafts.as_ref()?, seat))
        .filter(|action| table.refuses(seat, action).is_none())
}

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

/// Whether somebody may sit down as the white cell: where rulings are by program, only to end a pause.
pub fn has_white_cell(table: &History) -> bool {
    people(table).contains(&Seat::WhiteCell) || table.view(Seat::Observer).room.pause.is_some()
}

/// The white cell's board, without a curtain.
pub fn to_the_console(sitting: &mut Sitting) -> Goal {
    sitting.desk.keeps_screen = true;
    sitting.seat = Some(Seat::WhiteCell);
    Goal::Board
}

/// The board of a side for which the white cell enters an act.
pub fn enter_for(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.desk.keeps_screen = true;
    sitting.seat = Some(seat);
    Goal::Board
}

/// The white cell lets others have the screen: the side that is waited for, behind the curtain.
pub fn leave_the_console(sitting: &mut Sitting) -> Goal {
    sitting.desk.keeps_screen = false;
    let next = sitting.table.as_ref().and_then(|table| {
        let waits = table.view(Seat::Observer).waits_for;
        people(table).into_iter().find(|seat| waits.contains(seat))
    });
    hand_over(sitting, next.unwrap_or(Seat::WhiteCell))
}

/// Lets the curtain fall for a seat, and says what is shown then; where no curtain is wanted, the seat sits down at once.
pub fn hand_over(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.seat = None;
    let alone = sitting
        .table
        .as_ref()
        .is_none_or(|table| people(table).len() < 2);
    if sitting.curtain && !alone {
        Goal::Curtain(seat)
    } else {
        sit_down(sitting, seat)
    }
}

/// A seat sits down: it reads its briefing first, then gets the board.
pub fn sit_down(sitting: &mut Sitting, seat: Seat) -> Goal {
    sitting.seat = Some(seat);
    let has_briefing = sitting
        .table
        .as_ref()
        .is_some_and(|table| table.deck().text.briefing(seat).is_some());
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
