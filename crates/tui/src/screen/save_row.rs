//! Sessions in a list, a line each.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::shelf::Save;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fit::{fit, pad};
use unequal_core::engine::phase::Phase;

/// The sessions of the shelf as lines: name, deck, where each stands, when it was last played. Columns are as wide
/// as what stands in them; where that is too much, names and then decks are cut.
pub(crate) fn save_rows(width: usize, sitting: &Sitting) -> Vec<Line<'static>> {
    let told: Vec<Told> = sitting
        .shelf
        .saves
        .iter()
        .map(|save| told(save, sitting))
        .collect();
    let widest = |of: fn(&Told) -> &str| told.iter().map(|row| of(row).width() + GAP).max();
    let place = widest(|row| &row.place).unwrap_or(0);
    let when = widest(|row| &row.when).unwrap_or(0);
    let room = width.saturating_sub(place + when - GAP.min(when));
    let name = widest(|row| &row.name).unwrap_or(0);
    let deck = widest(|row| &row.deck).unwrap_or(0);
    let deck = match room {
        0..34 => 0,
        _ => deck.min(room.saturating_sub(name).max(room * 2 / 5)),
    };
    let columns = [name.min(room - deck), deck, place];
    told.iter()
        .map(|row| row.line(columns, width, &sitting.theme))
        .collect()
}

/// Columns between two parts.
const GAP: usize = 2;

/// What is told of a file, column by column.
struct Told {
    name: String,
    deck: String,
    place: String,
    when: String,
    /// Why it is no session that can be read.
    trouble: Option<String>,
}

fn told(save: &Save, sitting: &Sitting) -> Told {
    match save {
        Save::Session(session) => Told {
            name: session.name.clone(),
            deck: short_title(&session.deck).to_owned(),
            place: match (session.phase, session.move_number) {
                (Phase::Ended, last) => format!("ended in move {last}"),
                (_, 0) => "not begun".to_owned(),
                (phase, now) => format!("move {now} · {phase}"),
            },
            when: if sitting.shelf.is_example(save.path()) {
                "example".to_owned()
            } else {
                sitting.clock.day(&session.last)
            },
            trouble: None,
        },
        Save::Unreadable { path, reason } => {
            let name = path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            );
            // The reason begins with the path, which the name has said already.
            let reason = reason
                .strip_prefix(&format!("{}: ", path.display()))
                .unwrap_or(reason);
            Told {
                name,
                deck: String::new(),
                place: String::new(),
                when: String::new(),
                trouble: Some(reason.to_owned()),
            }
        }
    }
}

impl Told {
    fn line(&self, [name, deck, place]: [usize; 3], width: usize, theme: &Theme) -> Line<'static> {
        if let Some(reason) = &self.trouble {
            let room = width.saturating_sub(name + 2);
            return Line::from(vec![
                Span::styled(column(&self.name, name), theme.dim),
                Span::styled("! ", theme.danger),
                Span::styled(fit(reason, room), theme.dim),
            ]);
        }
        let left = width.saturating_sub(name + deck + place);
        Line::from(vec![
            Span::styled(column(&self.name, name), theme.text),
            Span::styled(column(&self.deck, deck), theme.dim),
            Span::styled(column(&self.place, place), theme.dim),
            Span::styled(fit(&self.when, left), theme.dim),
        ])
    }
}

/// A text as a column of a list, with two blanks to the next.
fn column(text: &str, width: usize) -> String {
    pad(&fit(text, width.saturating_sub(GAP)), width)
}

/// A deck's title without what stands behind its colon.
fn short_title(title: &str) -> &str {
    title.split_once(": ").map_or(title, |(short, _)| short)
}
