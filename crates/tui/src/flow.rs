//! Who sits at the screen next: after every act the table decides, and the curtain falls in between.
//!
//! Bots and the program act while nothing lies over the board, one act between two drawings. A result
//! sheet therefore stays until it is closed; only then does the next seat get the screen.

use crate::goal::Goal;
use crate::notice::{Notice, Tone};
use crate::page::Sheet;
use crate::replay::Replay;
use crate::screen::board::sheet::lapse::LapseSheet;
use crate::screen::board::sheet::leave::LeaveSheet;
use crate::screen::board::sheet::news::NewsSheet;
use crate::screen::board::sheet::overtime::OvertimeSheet;
use crate::sitting::Sitting;
use crate::sitting::turn::{self, hand_over, sit_down};
use crate::stack::Stack;
use unequal_core::deck::plain;
use unequal_core::engine::action::charter::About;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_session::overtime::{Overtime, overtime};
use unequal_session::pilot::{self, Pilot};
use unequal_session::seal::revealed;
use unequal_session::telling::NAMELESS;
use unequal_session::{Due, Holder, Owner, Place, Table, Turn};

/// Whether an act that no person decides is to be made now, from here.
pub fn is_pilot_due(stack: &Stack) -> bool {
    let sitting = &stack.sitting;
    !sitting.pilot_failed
        && stack.bare_screen() == Some(Goal::Board)
        && sitting
            .place
            .as_ref()
            .is_some_and(|place| !place.turn().is_of_bots())
        && pilot_due(stack).is_some()
}

/// Who makes the next act that no person decides now.
///
/// Unlike [`next`] this costs nothing: it does not work the act out.
fn pilot_due(stack: &Stack) -> Option<Player> {
    let place = stack.sitting.place.as_ref()?;
    let run_here = stack.owner.as_ref().filter(|_| place.is_writable());
    let Some(owner) = run_here else {
        return own_reveal(&stack.sitting).map(|_| NAMELESS.into());
    };
    match &place.turn().due {
        Due::Nobody | Due::People | Due::Outside(..) => None,
        Due::Program => Some(Player::Program),
        Due::Bot(_, name) => Some(Player::Bot(name.clone())),
        Due::Opening(seats) => {
            let table = owner.table();
            let mut seats = seats.iter();
            seats.find_map(
                |(seat, bot)| match kept_reveal(&stack.sitting, &table, *seat) {
                    Some(_) => Some(NAMELESS.into()),
                    None => bot.clone().map(Player::Bot),
                },
            )
        }
    }
}

/// The act that opens what was sealed from this place of one seat alone, with its hash.
pub fn own_reveal(sitting: &Sitting) -> Option<(String, Action)> {
    let hash = sitting.place.as_ref()?.to_open()?;
    let kept = || sitting.drafts.as_ref()?.plan(&hash).map(revealed);
    let reveal = sitting.sealed.get(&hash).cloned().or_else(kept)?;
    Some((hash, reveal))
}

/// The act that opens what a side of people sealed, where its plan was kept.
fn kept_reveal(sitting: &Sitting, table: &Table, seat: Seat) -> Option<Action> {
    let in_memory = table
        .commitment(seat)
        .and_then(|hash| sitting.sealed.get(hash).cloned());
    in_memory
        .or_else(|| table.kept_reveal(sitting.drafts.as_ref()?, seat))
        .filter(|action| table.refuses(seat, action).is_none())
}

/// The next act that no person decides, with the turn for which it is made: a bot's, the program's, or what was
/// sealed beforehand.
pub fn next(stack: &Stack) -> Option<(Turn, Pilot)> {
    let table = stack.owner.as_ref()?.table();
    let turn = Turn::of(&table);
    let revealed = |seat: Seat| {
        let action = kept_reveal(&stack.sitting, &table, seat)?;
        let by = NAMELESS.into();
        Some(Pilot { seat, by, action })
    };
    let sealed = match turn.phase {
        Phase::Reveal => turn.waits_for.iter().find_map(|seat| revealed(*seat)),
        _ => None,
    };
    let next = sealed.or_else(|| pilot::next(&table, &turn))?;
    Some((turn, next))
}

/// Shows a session that was just opened to whoever has to sit down first; one that is only read, with the
/// eyes of a seat and at an entry.
///
/// Without a seat, everything is shown of a session that has ended, and what is public of another.
pub fn open(stack: &mut Stack, table: Table, at: Option<EntryNumber>, eyes: Option<Seat>) {
    let has_acted = |seat: &Seat| table.moments().iter().any(|m| m.entry.seat == *seat);
    let acted: Vec<Seat> = Seat::ALL.into_iter().filter(has_acted).collect();
    stack.take_up(Owner::of(table));
    let sitting = &mut stack.sitting;
    sitting.sit(None);
    sitting.desk.keeps_screen = false;
    sitting.desk.called_for.clear();
    let Some(place) = &mut sitting.place else {
        return;
    };
    let turn = place.turn().clone();
    let (started, ended) = (!place.last_number().is_startex(), place.has_ended());
    let reads = !place.is_writable();
    sitting.replay = reads.then(|| {
        let public = if ended {
            Seat::WhiteCell
        } else {
            Seat::Audience
        };
        place.sit(eyes.unwrap_or(public));
        Box::new(Replay::new(place, at))
    });
    sitting.briefed = acted
        .into_iter()
        .filter(|seat| turn.is_of_people(*seat))
        .collect();
    let goal = if reads {
        Goal::Replay
    } else if ended {
        Goal::End
    } else {
        match turn.people.as_slice() {
            // Nobody hides anything from anybody: bots play, or one person alone.
            [] => sit_down(sitting, Seat::WhiteCell),
            [alone] => sit_down(sitting, *alone),
            _ => match turn.next_person_of(|seat| !place.is_elsewhere(seat)) {
                // The white cell has just set the session up, and sits there already.
                Some(Seat::WhiteCell) if !started => sit_down(sitting, Seat::WhiteCell),
                Some(seat) => hand_over(sitting, seat),
                // Bots or the program act first; meanwhile the board shows what is public.
                None => Goal::Board,
            },
        }
    };
    stack.go(goal);
}

/// Sits down at a place of one seat, of a session that is run elsewhere.
pub fn sit_at(stack: &mut Stack, place: Place) {
    let (seat, ended) = (place.seat(), place.has_ended());
    stack.take_place(place);
    stack.sitting.replay = None;
    let goal = match sit_down(&mut stack.sitting, seat) {
        _ if ended => Goal::End,
        goal => goal,
    };
    stack.go(goal);
}

/// Looks at the session: shows what others have done meanwhile. Gives whether they have.
///
/// What somebody is at here stays on the screen, unless play has gone on from it.
pub fn look(stack: &mut Stack) -> bool {
    let Some(place) = &mut stack.sitting.place else {
        return false;
    };
    let before = place.last_number();
    if !place.look() {
        return false;
    }
    let came = place.place_of(before.next())..place.entries();
    if place.seen(came).iter().any(|seen| advances_play(seen.kind)) {
        stack.clear();
    }
    if !stack.is_covered() {
        show(stack);
    }
    true
}

/// After an act was put on the record: takes its sheets away and shows what it brought about.
pub fn submitted(stack: &mut Stack) {
    let place = stack.sitting.place.as_ref();
    let last = place.and_then(|place| place.entry(place.last_number()));
    stack.lift_done(last.is_some_and(|seen| advances_play(seen.kind)));
    show(stack);
}

/// Shows what the last entry brought about.
fn show(stack: &mut Stack) {
    // An end that was taken back: the table is open again.
    let ended = stack.sitting.place.as_ref().is_some_and(Place::has_ended);
    if stack.screen() == Some(Goal::End) && !ended {
        stack.go(Goal::Board);
    }
    if let Some(news) = NewsSheet::latest(&stack.sitting) {
        stack.lay(Sheet::new(news));
    }
}

/// Whether an act takes play on, so that nothing that lay on the table is of use any more.
fn advances_play(kind: Kind) -> bool {
    !matches!(kind, Kind::FireInject | Kind::AdHocInject | Kind::Adjust)
        && kind.charter().about == About::Play
}

/// After every act and every closed sheet: gives the screen to whoever is to act.
pub fn settle(stack: &mut Stack) {
    keep_here(stack);
    if stack.bare_screen() == Some(Goal::Board)
        && let Some(goal) = settled(stack)
    {
        stack.go(goal);
    }
}

/// Keeps the screen from a seat that is held from elsewhere, and asks the white cell who may take one over.
fn keep_here(stack: &mut Stack) {
    let bare = stack.bare_screen();
    let sitting = &mut stack.sitting;
    let Some(place) = sitting.place.as_ref().filter(|place| place.is_of_all()) else {
        return;
    };
    let here = match bare {
        Some(Goal::Board) if !sitting.desk.keeps_screen => sitting.seat,
        Some(Goal::Curtain(seat) | Goal::Briefing(seat)) => Some(seat),
        _ => None,
    };
    if here.is_some_and(|seat| place.is_elsewhere(seat)) {
        let goal = turn::to_the_console(sitting);
        stack.go(goal);
    } else if bare == Some(Goal::Board)
        && let Some(asks) = place.asks().into_iter().next()
    {
        let seat = plain(place.deck().text.seat_name(asks.seat));
        stack.lay(Sheet::new(LeaveSheet::new(asks, seat)));
    }
}

/// Where the board gives way to another screen.
fn settled(stack: &mut Stack) -> Option<Goal> {
    let due = injects_due(stack);
    let by_pilot = pilot_due(stack).is_some();
    let sitting = &mut stack.sitting;
    let place = sitting.place.as_ref().filter(|place| place.is_writable())?;
    if place.has_ended() {
        return Some(Goal::End);
    }
    // At a screen of their own nobody has to make room for others.
    if !place.is_of_all() {
        return None;
    }
    let turn = place.turn();
    if turn.paused || turn.is_of_people(Seat::WhiteCell) {
        let paused = turn.paused;
        let called = due.iter().any(|id| !sitting.desk.called_for.contains(id));
        sitting.desk.called_for = due;
        if paused || called {
            // What is due, and a pause, are the white cell's to deal with before anybody goes on.
            sitting.desk.keeps_screen = true;
            let elsewhere = sitting.seat != Some(Seat::WhiteCell);
            return elsewhere.then(|| hand_over(sitting, Seat::WhiteCell));
        }
    }
    if turn.is_of_bots() || by_pilot && sitting.clocks.lapse.is_none() {
        return None;
    }
    if sitting.clocks.lapse.is_some() {
        // Nobody goes on before it is said whether the time that passed unseen counts.
        if sitting.seat != Some(Seat::WhiteCell) {
            return Some(hand_over(sitting, Seat::WhiteCell));
        }
        stack.lay(Sheet::new(LapseSheet::default()));
        return None;
    }
    if let Some(overtime) = overtime(turn, &sitting.clock.now()).filter(|_| place.is_writable()) {
        return decided(stack, overtime);
    }
    sitting.clocks.put_off = false;
    let next = turn.next_person_of(|seat| !place.is_elsewhere(seat))?;
    let waited = |seat| turn.waits_for.contains(&seat);
    if sitting.seat == Some(next) || sitting.seat.is_some_and(waited) {
        return None;
    }
    match sitting.seat {
        Some(Seat::WhiteCell) if sitting.desk.keeps_screen => None,
        // The white cell has entered an act for a side, and gets its own board back.
        Some(_) if sitting.desk.keeps_screen => Some(turn::to_the_console(sitting)),
        None if sitting.desk.keeps_screen => Some(hand_over(sitting, Seat::WhiteCell)),
        _ => Some(hand_over(sitting, next)),
    }
}

/// The injects that wait and are due: the white cell is called for them, whoever sits here.
fn injects_due(stack: &Stack) -> Vec<String> {
    let owner = stack.owner.as_ref();
    owner.map_or_else(Vec::new, |owner| owner.table().injects_due())
}

/// Sees to it that the white cell decides what follows from a hard clock that ran out.
fn decided(stack: &mut Stack, overtime: Overtime) -> Option<Goal> {
    let sitting = &mut stack.sitting;
    match sitting.seat {
        Some(Seat::WhiteCell) if sitting.clocks.put_off => {}
        Some(Seat::WhiteCell) => {
            stack.lay(Sheet::new(OvertimeSheet::new(overtime)));
        }
        // The white cell enters an act for the side.
        Some(_) if sitting.desk.keeps_screen => {}
        _ => return Some(hand_over(sitting, Seat::WhiteCell)),
    }
    None
}

/// What the footer says while a bot works out its act, or a program of somebody's own.
pub fn thinking(stack: &Stack) -> Option<Notice> {
    let sitting = &stack.sitting;
    let place = sitting.place.as_ref().filter(|place| place.is_writable())?;
    if let Due::Outside(seat, name) = &place.turn().due {
        let side = place.deck().text.seat_name(*seat);
        return Some(Notice {
            tone: Tone::Plain,
            text: format!("{side}: the program {} is to act …", plain(name)),
        });
    }
    if !is_pilot_due(stack) {
        return None;
    }
    let Player::Bot(name) = pilot_due(stack)? else {
        return None;
    };
    let place = stack.sitting.place.as_ref()?;
    let seat = Seat::PLAYING
        .into_iter()
        .find(|seat| *place.holder(*seat) == Holder::Bot(name.clone()))?;
    let side = place.deck().text.seat_name(seat);
    Some(Notice {
        tone: Tone::Plain,
        text: format!("{side} ({name}) is thinking …"),
    })
}
