//! A session in a list, as a line.

use ratatui::text::{Line, Span};

use crate::shelf::Save;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fit::{fit, pad};

/// A session in the list: name, deck, where it stands, when it was last played.
pub(crate) fn save_row(save: &Save, width: usize, sitting: &Sitting) -> Line<'static> {
    let theme: &Theme = &sitting.theme;
    let (when_width, place_width) = (15, 21);
    let room = width.saturating_sub(when_width + place_width);
    let deck_width = if room < 34 { 0 } else { room * 2 / 5 };
    let name_width = room - deck_width;
    match save {
        Save::Session(session) => {
            let place = if session.ended_by_hand {
                format!("ended in move {}", session.move_number)
            } else if session.move_number == 0 {
                "not begun".to_owned()
            } else {
                format!("move {} · {}", session.move_number, session.phase)
            };
            let when = if sitting.shelf.is_example(save) {
                "example".to_owned()
            } else {
                sitting.clock.day(&session.last)
            };
            Line::from(vec![
                Span::styled(column(&session.name, name_width), theme.text),
                Span::styled(column(short_title(&session.deck), deck_width), theme.dim),
                Span::styled(pad(&place, place_width), theme.dim),
                Span::styled(fit(&when, when_width), theme.dim),
            ])
        }
        Save::Unreadable { path, reason } => {
            let name = path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            );
            // The reason begins with the path, which the name has said already.
            let reason = reason
                .strip_prefix(&format!("{}: ", path.display()))
                .unwrap_or(reason);
            Line::from(vec![
                Span::styled(column(&name, name_width), theme.dim),
                Span::styled("! ", theme.danger),
                Span::styled(fit(reason, width.saturating_sub(name_width + 2)), theme.dim),
            ])
        }
    }
}

/// A text as a column of a list, with two blanks to the next.
fn column(text: &str, width: usize) -> String {
    pad(&fit(text, width.saturating_sub(2)), width)
}

/// A deck's title without what stands behind its colon.
fn short_title(title: &str) -> &str {
    title.split_once(": ").map_or(title, |(short, _)| short)
}
