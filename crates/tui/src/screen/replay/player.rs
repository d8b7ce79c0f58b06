//! Plays the record like a film: at several speeds, on and back, until a key is pressed or its end is reached.

use crate::command::Command;
use crate::notice::Tone;
use crate::page::Then;
use crate::screen::replay::guess;
use crate::sitting::Sitting;

/// Shows the next entry, where it is time and nothing lies over the replay; gives what becomes of that.
pub(super) fn pass(sitting: &mut Sitting, covered: bool) -> Option<Then> {
    let (replay, _) = sitting.reading()?;
    if !replay.player.pause()?.is_zero() {
        return None;
    }
    replay.player.reached();
    if covered {
        return Some(Then::Stay);
    }
    let before = replay.step;
    let then = if replay.player.back {
        replay.go(before.saturating_sub(1));
        Then::Stay
    } else {
        guess::go_on(sitting, before + 1)
    };
    let (replay, _) = sitting.reading()?;
    if replay.step == before {
        replay.player.stop();
    }
    Some(then)
}

/// Does a command about playing; gives whether it was one. Any other command stops it.
pub(super) fn on(sitting: &mut Sitting, command: Command) -> bool {
    let Some((replay, _)) = sitting.reading() else {
        return false;
    };
    let player = &mut replay.player;
    match command {
        Command::Play => {
            player.turn();
        }
        Command::Faster => player.hasten(),
        Command::Slower => player.pace = player.pace.saturating_sub(1),
        Command::Direction => player.back = !player.back,
        _ => return false,
    }
    if command != Command::Play {
        let words = format!("{}: space plays and stops.", player.words());
        sitting.say(Tone::Plain, words);
    }
    true
}
