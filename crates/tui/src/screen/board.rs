//! The board: the table as the seat at the screen may see it.
//!
//! ```text
//!  unequal · Stockholm 2        move 4/12 · 2027 H2 · RESPONSE · Russia to act      ● saved 11:42:07
//! ┌ Stability 58 ▼4 · managed ────────────────┬ On the table ────────────────────────────────────────┐
//! │ 100 ┤                                     │ EC4 Fixed-formula crude discount                     │
//! │  60 ┤⠶⠶⣤⣀● 58 ▼4                          │ Economy · Press ●●○ · promised: modest               │
//! │  34 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ crisis  │ “Winter prices show what the market bears …”         │
//! │     0   2   4   6   8   10  12            │ Russia offered AR2 · it was set aside                │
//! │ · anger is heading for 71                 │ Europe: a line on ships · signal · dice 9: it works  │
//! │ · 40 points above the break               ├ ▸ Russia answers ────────────────────────────────────┤
//! ├ Domains ──────────────────────────────────┤ › 1 Accept           stability +1 · autonomy −6      │
//! │ Economy  ███▌ 74▲2  ▆ 81  ▃ 38  ━━●─┃ 38/75  2 Refuse           stability −4 · trust −5        │
//! ├ Pressures ────────────────────────────────┼ Why stability moved ─────────────────────────────────┤
//! │ sanctions 65▲5  war 60  trust 55          │ −3 trust ▼6: the response itself (move 3)            │
//! ├ Record ───────────────────────────────────┴──────────────────────────────────────────────────────┤
//! │  3 ▎Russia refused “Joint stations”   “bastion secrecy”                                          │
//! └──────────────────────────────────────────────────────────────────────────────────────────────────┘
//!  ⏎ answer   w why   r record   n note   m bookmark   ? help
//! ```
//!
//! Under the curve stands how far each ending is, in the deck's words, what presses most first.
//!
//! One panel has the focus: Tab goes on, arrows choose in it, Enter does what is chosen. Digits choose an
//! option from anywhere. In a small terminal the curve stays and the panels become tabs of one place.

pub mod account;
pub mod card;
pub mod changes;
pub mod choices;
pub mod consequence;
pub mod cursor;
pub mod draw;
pub mod effects;
mod focus;
mod head;
pub mod on_table;
pub mod opening;
pub mod option;
pub mod panel;
pub mod room;
pub mod sheet;
mod situation;
pub mod stakes;
pub mod state;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::Glance;
use crate::glance::look;
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::panel::Panel;
use crate::screen::board::state::Board;
use crate::sitting::Sitting;
use crate::sitting::turn;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;

impl Page for Board {
    /// The layer of its keys.
    fn layer(&self) -> Layer {
        Layer::Board
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Board)
    }

    fn focus(&self, sitting: &Sitting) -> Option<String> {
        Some(focus::words(self, &look(sitting)?, sitting))
    }

    /// The commands of the footer: what may be done now, nothing else.
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let Some(glance) = look(sitting) else {
            return vec![Command::GoHome.into(), Command::Help.into()];
        };
        let mut hints = Vec::new();
        let white_cell = glance.seat == Seat::WhiteCell && glance.place.is_writable();
        // What ends a pause is told once, by the key that does so wherever the eye is.
        let goes_on = choices(&glance).get(self.cursor.option) == Some(&Choice::GoOn);
        let act = act_label(&glance, self.cursor.option).filter(|_| !goes_on);
        match self.focus {
            Panel::Act if act.is_some() => {
                hints.extend(act.map(|label| Command::Confirm.hint(label)));
            }
            Panel::Domains | Panel::Gauges => hints.push(Command::Confirm.hint("why?")),
            Panel::Record => hints.push(Command::Confirm.hint("read entry")),
            Panel::Room => hints.push(Command::Confirm.hint("open")),
            Panel::Act | Panel::Table | Panel::Why => {}
        }
        if self.focus != Panel::Act {
            hints.extend(act.map(|label| Command::Act.hint(label)));
        }
        if white_cell && glance.view.phase != Phase::Ended {
            hints.extend(room::hints(&glance, self.focus));
        }
        if glance.seat != Seat::WhiteCell && sitting.desk.keeps_screen {
            hints.push(Command::Back.hint("to the white cell"));
        }
        hints.push(Command::NextField.hint("next panel"));
        hints.push(Command::Why.into());
        hints.push(Command::Signposts.into());
        hints.push(Command::Reasons.hint("record"));
        if glance.place.is_writable() {
            hints.push(Command::Note.into());
            hints.push(Command::Bookmark.into());
        }
        if white_cell {
            hints.push(Command::Adjust.into());
            if !glance.place.last_number().is_startex() {
                hints.push(Command::Undo.into());
            }
        }
        if sitting.curtain && glance.place.turn().people.len() > 1 && glance.place.is_of_all() {
            hints.push(Command::DropCurtain.into());
        }
        if glance.text().briefing(glance.seat).is_some() {
            hints.push(Command::Briefing.into());
        }
        hints.push(Command::Search.into());
        hints.push(Command::Words.into());
        if white_cell {
            hints.push(Command::Projector.into());
        }
        hints.push(Command::Help.into());
        hints
    }

    /// The commands that can be done, with a key or without.
    fn offers(&self, sitting: &Sitting) -> Vec<Command> {
        let mut offers = vec![
            Command::Act,
            Command::Why,
            Command::Signposts,
            Command::Tour,
            Command::Reasons,
        ];
        let Some(glance) = look(sitting) else {
            return Vec::new();
        };
        if glance.place.is_writable() {
            offers.extend([Command::Note, Command::Bookmark]);
            if glance.seat == Seat::WhiteCell {
                offers.extend([Command::Adjust, Command::EndSession]);
                if !glance.place.last_number().is_startex() {
                    offers.push(Command::Undo);
                }
                offers.extend(room::commands());
                offers.extend([Command::Fire, Command::Print]);
                offers.push(Command::MoreTime);
            }
        }
        for choice in choices(&glance) {
            let command = match choice {
                Choice::Measure(_) => Command::Measure,
                Choice::Abstain => Command::Abstain,
                Choice::CrisisAct(_) => Command::CrisisAct,
                Choice::OfferIn(_) => Command::Offer,
                Choice::NoOffer => Command::NoOffer,
                Choice::TakeUp => Command::TakeUp,
                Choice::SetMeasure => Command::SetMeasure,
                Choice::SetCrisisAct(_) => Command::SetCrisisAct,
                Choice::VetoOffer => Command::VetoOffer,
                Choice::Card(_) => Command::Demand,
                Choice::Hold => Command::Hold,
                Choice::Response(_) | Choice::OwnWords => Command::Respond,
                Choice::FollowUp(_) => Command::FollowUp,
                Choice::OpenMove | Choice::OtherEvent => Command::Inject,
                Choice::Rule => Command::Rule,
                Choice::CloseMove => Command::CloseMove,
                Choice::Fire(_) => Command::Fire,
                Choice::GoOn => Command::Pause,
                Choice::HandScreen(_) | Choice::EnterFor(_) => Command::Act,
                Choice::Seal | Choice::Step | Choice::End => continue,
            };
            if !offers.contains(&command) {
                offers.push(command);
            }
        }
        if glance.seat != Seat::WhiteCell && turn::has_white_cell(glance.place) {
            offers.push(Command::TakeScreen);
        }
        offers.extend([Command::Countdown, Command::Artificialities]);
        if glance.seat == Seat::WhiteCell || glance.text().briefing(glance.seat).is_some() {
            offers.push(Command::Briefing);
        }
        offers.push(Command::DropCurtain);
        offers.extend([Command::NextPanel, Command::PreviousPanel]);
        // Every panel is walked through, and options have numbers.
        offers.extend([Command::Up, Command::Left, Command::PageUp, Command::First]);
        offers.extend([Command::NextField, Command::Pick(1)]);
        offers
    }

    /// Draws the board.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        draw::draw(self, frame, area, sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        cursor::on(self, sitting, command)
    }
}

/// The word or two for what Enter would do among the options.
fn act_label(glance: &Glance<'_>, option: usize) -> Option<&'static str> {
    let choices = choices(glance);
    let chosen = choices.get(option.min(choices.len().saturating_sub(1)))?;
    Some(match chosen {
        Choice::Measure(_) => "choose a measure",
        Choice::Abstain => "take none",
        Choice::CrisisAct(true) => "climb down",
        Choice::CrisisAct(false) => "stand",
        Choice::OfferIn(_) => "choose an offer",
        Choice::NoOffer => "offer nothing",
        Choice::TakeUp => "see the offer",
        Choice::VetoOffer => "veto",
        Choice::Card(_) => "table a demand",
        Choice::Hold => "hold",
        Choice::Response(_) => "answer",
        Choice::OwnWords => "write it",
        Choice::FollowUp(_) => "follow up",
        Choice::OpenMove => "open the move",
        Choice::OtherEvent => "choose an event",
        Choice::SetMeasure | Choice::SetCrisisAct(_) | Choice::Rule => "rule",
        Choice::CloseMove => "close the move",
        Choice::Seal => "seal a plan",
        Choice::GoOn => "go on",
        Choice::Fire(_) => "fire",
        Choice::HandScreen(_) => "hand over the screen",
        Choice::EnterFor(_) => "enter it here",
        Choice::Step => "next act",
        Choice::End => "how it ended",
    })
}
