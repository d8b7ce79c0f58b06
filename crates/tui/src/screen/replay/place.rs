//! Goes about in the record: by entry, phase, move and mark, both ways.

use crate::command::Command;
use crate::notice::Tone;
use crate::page::Then;
use crate::replay::mark::Mark;
use crate::screen::replay::{guess, sheet};
use crate::sitting::Sitting;
use unequal_core::engine::phase::Phase;

/// No session has as many moves.
const LONGEST: u32 = 1000;

/// Does a command that goes about; gives what becomes of it, where it was one.
pub(super) fn on(sitting: &mut Sitting, command: Command) -> Option<Then> {
    let (replay, _) = sitting.reading()?;
    let typed = replay.typed.take();
    if let Command::Pick(digit) = command {
        let number = typed.unwrap_or(0) * 10 + u32::from(digit);
        replay.typed = Some(number).filter(|number| (1..LONGEST).contains(number));
        if replay.typed.is_some() {
            let words = format!("Move {number}: Enter opens it.");
            sitting.say(Tone::Plain, words);
        }
        return Some(Then::Stay);
    }
    let to = match command {
        Command::ReadEntry | Command::Back if typed.is_some() => {
            let mut moves = replay.reel.moves.iter();
            let there = moves.find(|(_, number)| Some(*number) == typed);
            match (command, there) {
                (Command::Back, _) => return Some(Then::Stay),
                (_, Some((step, _))) => *step,
                (_, None) => {
                    let words = "There is no such move among the entries that are stepped through.";
                    sitting.say(Tone::Plain, words);
                    return Some(Then::Stay);
                }
            }
        }
        Command::EntryBack => replay.step.saturating_sub(1),
        Command::EntryOn => replay.step + 1,
        Command::PhaseBack => replay.start_back(|number| replay.phase_of(number)),
        Command::PhaseOn => replay.start_on(|number| replay.phase_of(number)),
        Command::MoveBack => replay.start_back(|number| replay.move_of(number)),
        Command::MoveOn => replay.start_on(|number| replay.move_of(number)),
        Command::FirstEntry => 0,
        Command::LastEntry => usize::MAX,
        Command::Row(row) => usize::from(row),
        Command::Up if replay.scroll > 0 => {
            replay.scroll -= 1;
            return Some(Then::Stay);
        }
        Command::Down => {
            replay.scroll += 1;
            return Some(Then::Stay);
        }
        Command::NextMark | Command::PreviousMark => {
            step_to_mark(sitting, command == Command::NextMark);
            return Some(Then::Stay);
        }
        Command::WhichMarks => {
            which_marks(sitting);
            return Some(Then::Stay);
        }
        _ => return None,
    };
    if to > replay.step && replay.guesses.is_some() && !matches!(command, Command::Row(_)) {
        return Some(guess::go_on(sitting, to));
    }
    replay.go(to);
    Some(if command == Command::ReadEntry {
        opened(sitting)
    } else {
        Then::Stay
    })
}

/// Opens the exchange of the move that was gone to; where nothing was demanded, goes to the decision to ask for nothing.
fn opened(sitting: &mut Sitting) -> Then {
    let exchange = sheet::exchange(sitting);
    let Some((replay, _)) = sitting.reading() else {
        return exchange;
    };
    if matches!(exchange, Then::Open(_)) || !replay.knows_the_future() {
        return exchange;
    }
    let frames = &replay.reel.frames;
    let here = replay
        .reel
        .frame(replay.at())
        .map(|frame| frame.move_number);
    let held = frames.iter().find(|frame| {
        Some(frame.move_number) == here
            && frame.is_choice
            && !frame.undone
            && frame.phase == Phase::Demand
    });
    if let Some(number) = held.map(|frame| frame.number) {
        replay.go_to(number);
        sitting.say(Tone::Plain, "Nothing was demanded in this move.");
    }
    Then::Stay
}

fn step_to_mark(sitting: &mut Sitting, forward: bool) {
    let Some((replay, _)) = sitting.reading() else {
        return;
    };
    let now = replay.step;
    let to = if forward {
        replay.stops().find(|step| *step > now)
    } else {
        replay.stops().filter(|step| *step < now).last()
    };
    if let Some(step) = to {
        replay.go(step);
        return;
    }
    let side = if forward { "after" } else { "before" };
    let words = format!("No {} {side} this entry.", replay.what_is_sought());
    sitting.say(Tone::Plain, words);
}

/// Chooses the next kind of marks that there is any of.
fn which_marks(sitting: &mut Sitting) {
    let Some((replay, _)) = sitting.reading() else {
        return;
    };
    let count = |kind: Option<Mark>| {
        let wanted = |mark: Mark| kind.map_or_else(|| mark.is_weighty(), |kind| kind == mark);
        replay
            .reel
            .marks()
            .filter(|(_, mark)| wanted(*mark))
            .count()
    };
    let all: Vec<Option<Mark>> = std::iter::once(None)
        .chain(Mark::ALL.into_iter().map(Some))
        .collect();
    let at = all.iter().position(|kind| *kind == replay.sought);
    let next = (1..=all.len())
        .map(|by| all[(at.unwrap_or(0) + by) % all.len()])
        .find(|kind| kind.is_none() || count(*kind) > 0)
        .flatten();
    let found = count(next);
    replay.sought = next;
    let words = match next {
        None => format!("n and N go to all weighty marks: {found}."),
        Some(kind) => format!("n and N go to {} {}: {found}.", kind.sign(), kind.word()),
    };
    sitting.say(Tone::Plain, words);
}
