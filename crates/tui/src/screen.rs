//! The screens: each in its own file, with its drawing at the head.

pub mod board;
pub mod briefing;
mod choose;
pub mod cohort;
pub mod compare;
pub mod curtain;
pub mod decks;
pub mod end;
pub mod find;
mod first_line;
pub mod home;
pub mod pin;
pub mod projector;
mod rename_saved;
pub mod replay;
mod save_row;
mod session_menu;
pub mod setup;
pub mod too_small;
pub mod written;

use ratatui::layout::Rect;

pub(crate) use first_line::header;

use crate::widget::prose::WIDEST;

/// The fewest columns that screens are made for.
pub const LEAST_COLUMNS: u16 = 60;
/// The fewest rows that screens are made for.
pub const LEAST_ROWS: u16 = 20;

/// The middle of the screen, as wide as text may be, with a free line above.
pub(crate) fn column(area: Rect) -> Rect {
    let width = (WIDEST + 2).min(area.width.saturating_sub(4));
    let top = 2.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + top,
        width,
        height: area.height - top,
    }
}
