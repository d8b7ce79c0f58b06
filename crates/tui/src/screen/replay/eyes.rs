//! Whose eyes the replay looks with, and which entries it steps through.

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::page::confirm::Confirm;
use crate::screen::replay::{Replay, here, say};
use crate::stack::Overlay;
use unequal_core::engine::seat::Seat;
use unequal_session::Table;

/// The eyes, in the order in which the key goes through them.
const ORDER: [Seat; 4] = [Seat::WhiteCell, Seat::Patron, Seat::Client, Seat::Observer];

impl Replay {
    /// How these eyes see, in a few words.
    pub(super) fn sees(&self, table: &Table) -> String {
        match self.eyes {
            Seat::WhiteCell => "everything".to_owned(),
            Seat::Observer => "as the public knew it then".to_owned(),
            side => format!("as {} knew it then", table.deck().text.seat_name(side)),
        }
    }

    fn next_eyes(&self) -> Seat {
        let at = ORDER.iter().position(|seat| *seat == self.eyes);
        ORDER[at.map_or(0, |at| (at + 1) % ORDER.len())]
    }
}

/// Does a command about eyes; gives what is to be done for it, where it was one.
pub(super) fn on(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let (replay, table) = here(app)?;
    match command {
        Command::Eyes => {
            let effects = vec![Effect::LookWith(replay.next_eyes())];
            if replay.eyes != Seat::Observer || table.has_ended() {
                return Some(effects);
            }
            // Whoever holds the file may look; but nobody should by a slip of a finger.
            app.overlays.push(Overlay::Confirm(Confirm {
                title: "Look at what is hidden?".to_owned(),
                text: "This session is not over. With other eyes than the public’s the screen \
                       shows hands, red lines and reasons that the teams must not see yet."
                    .to_owned(),
                effects,
            }));
        }
        Command::ShowUndone => {
            replay.undone = !replay.undone;
            replay.cut(table);
            let count = replay.reel.frames.iter().filter(|f| f.undone).count();
            let words = match (replay.undone, count) {
                (_, 0) => "Nothing was undone in this session.".to_owned(),
                (true, count) => format!("Undone entries are shown: {count}, marked ×."),
                (false, _) => "Undone entries are left out again.".to_owned(),
            };
            say(app, words);
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Looks with the eyes of a seat.
pub fn look_with(app: &mut App, seat: Seat) {
    let Some((replay, table)) = here(app) else {
        return;
    };
    replay.eyes = seat;
    replay.look_anew(table);
    let words = match seat {
        Seat::WhiteCell => "Everything is shown.".to_owned(),
        _ => format!(
            "Shown {}: later entries and what was hidden are left out.",
            replay.sees(table)
        ),
    };
    say(app, words);
}
