//! The replay: a session step by step, as one seat could know it then; nothing here changes the record.
//!
//! ```text
//!  unequal · Stockholm table 2     entry 31 of 60 · move 4 · RESPONSE · everything     ○ reading only
//! ┌ Stability 58 ▼4 ───────────────────────────────────────────────────────────────────────────────┐
//! │ 100 ┤                            ┊                                                             │
//! │  60 ┤⠒⠒⠤⣀⣀⣀⠒⠒⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀●⠒⠒⠤⠤⣀⣀⣀⣀⣀⣀                                               │
//! │          ◆        ⚑        ▲                                                                   │
//! │     1       2       3       4        5       6                                                 │
//! ├ Entry 31 ──────────────────────────────────────┬ Domains ──────────────────────────────────────┤
//! │ Russia refused “Joint stations”                │ Economy  ███▌ 74▲2  ▆ 81  ▃ 38  ━━●─┃ 38/75   │
//! │ Russia, today 11:42, by person                 ├ Pressures ────────────────────────────────────┤
//! │ Why                                            │ sanctions 65▲5  war 60  trust 55              │
//! │ bastion secrecy                                ├ On the table ─────────────────────────────────┤
//! ├ Record ────────────────────────────────────────┤ EC4 Fixed-formula crude discount              │
//! │ › 4 ▎Russia refused “Joint stations …”         │                                               │
//! └────────────────────────────────────────────────┴───────────────────────────────────────────────┘
//!  ←→ entry   n mark   space play   g guess   b branch   e explain   t tree   ? help
//! ```
//!
//! A pair of eyes sees the table as it could be seen at that entry: nothing of what came later, and
//! the reasons of others only once they were open. The white cell's eyes see everything.

mod draw;
mod eyes;
mod guess;
mod place;
mod player;
mod sheet;
mod study;
mod text;

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::{Page, Then};
use crate::sitting::Sitting;

/// The replay of what is read in this sitting.
#[derive(Clone, Copy, Debug)]
pub struct ReplayScreen;

impl Page for ReplayScreen {
    fn layer(&self) -> Layer {
        Layer::Replay
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Replay)
    }

    fn pause(&self, sitting: &Sitting) -> Option<Duration> {
        sitting.replay.as_ref()?.player.pause()
    }

    fn pass(&mut self, sitting: &mut Sitting, covered: bool) -> Option<Then> {
        player::pass(sitting, covered)
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let plays = sitting
            .replay
            .as_ref()
            .is_some_and(|replay| replay.player.is_on());
        let play = if plays { "stop" } else { "play" };
        let away = if sitting.trail.is_empty() && !sitting.is_awaited {
            "home"
        } else {
            "back"
        };
        vec![
            Command::EntryBack.hint("entry"),
            Command::MoveBack.hint("move"),
            Command::NextMark.hint("mark"),
            Command::Play.hint(play),
            Command::Branch.into(),
            Command::Tree.into(),
            Command::Help.into(),
            Command::Explain.into(),
            Command::Eyes.into(),
            Command::Annotate.into(),
            Command::Search.hint("find"),
            Command::Guess.into(),
            Command::Back.hint(away),
            Command::ReadEntry.hint("read"),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        if let Some(replay) = &sitting.replay {
            draw::draw(replay, frame, area, sitting);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if player::on(sitting, command) {
            return Then::Stay;
        }
        if let Some((replay, _)) = sitting.reading() {
            replay.player.stop();
        }
        let then = place::on(sitting, command)
            .or_else(|| sheet::open(sitting, command))
            .or_else(|| eyes::on(sitting, command))
            .or_else(|| study::on(sitting, command));
        if let Some(then) = then {
            return then;
        }
        match command {
            Command::Back if sitting.errands.break_off() => sitting.say(Tone::Plain, "Broken off."),
            Command::Back | Command::GoHome => return Then::Do(vec![Effect::Leave]),
            Command::Guess => guess::turn(sitting),
            Command::Continue => return go_on(sitting),
            Command::NextField | Command::NextPanel => turn(sitting, 1),
            Command::PreviousField | Command::PreviousPanel => turn(sitting, -1),
            _ => {}
        }
        Then::Stay
    }
}

/// Goes on with the session that is read, where it has not ended.
fn go_on(sitting: &mut Sitting) -> Then {
    let Some((_, place)) = sitting.reading() else {
        return Then::Stay;
    };
    match &place.standing().path {
        Some(path) if !place.has_ended() => Then::Do(vec![Effect::Resume(path.clone())]),
        _ => {
            sitting.say(
                Tone::Plain,
                "This session has ended: b begins a branch from any entry of it.",
            );
            Then::Stay
        }
    }
}

fn turn(sitting: &mut Sitting, by: isize) {
    if let Some((replay, _)) = sitting.reading() {
        replay.part = replay.part.stepped(by);
    }
}
