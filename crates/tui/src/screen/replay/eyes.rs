//! Whose eyes the replay looks with, and which entries it steps through.

use crate::command::Command;
use crate::effect::Effect;
use crate::notice::Tone;
use crate::page::confirm::Confirm;
use crate::page::{Sheet, Then};
use crate::sitting::Sitting;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::count as counted;

/// Does a command about eyes; gives what becomes of it, where it was one.
pub(super) fn on(sitting: &mut Sitting, command: Command) -> Option<Then> {
    let (replay, place) = sitting.reading()?;
    match command {
        Command::Eyes => {
            let effects = vec![Effect::LookWith(replay.next_eyes())];
            if replay.eyes != Seat::Audience || place.has_ended() {
                return Some(Then::Do(effects));
            }
            // Whoever holds the file may look; but nobody should by a slip of a finger.
            return Some(Then::Open(Sheet::new(Confirm {
                title: "Look at what is hidden?".to_owned(),
                text: "This session is not over. With other eyes than the public’s the screen \
                       shows menus, red lines, plans and reasons that the teams must not see yet."
                    .to_owned(),
                effects,
            })));
        }
        Command::ShowUndone => {
            replay.undone = !replay.undone;
            replay.cut(place);
            let count = replay.reel.frames.iter().filter(|f| f.undone).count();
            let words = match (replay.undone, count) {
                (_, 0) => "Nothing was undone in this session.".to_owned(),
                (true, count) => format!("Undone entries are shown: {count}, marked ×."),
                (false, _) => "Undone entries are left out again.".to_owned(),
            };
            sitting.say(Tone::Plain, words);
        }
        Command::Machines => {
            replay.filter.people = !replay.filter.people;
            replay.cut(place);
            let all = replay.reel.frames.iter();
            let count = all.filter(|frame| frame.by_machine).count();
            let words = match (replay.filter.people, count) {
                (true, 0) => {
                    "No machine acted in this session; what others would have done is left out."
                        .to_owned()
                }
                (true, _) => format!(
                    "What machines did is left out: {}.",
                    counted(count, "entry", "entries")
                ),
                (false, _) => "What machines did is shown again.".to_owned(),
            };
            sitting.say(Tone::Plain, words);
        }
        _ => return None,
    }
    Some(Then::Stay)
}
