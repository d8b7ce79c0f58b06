//! A line of a form: its label, what is typed or chosen on it, how it is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::field::{LineField, TextField};
use crate::page::paper::lines;
use crate::theme::Theme;
use crate::widget::fit::{fit, pad};
use crate::widget::rows::mark;
use unequal_core::engine::seat::Seat;

/// What a line of the form holds.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Line(LineField),
    Text(Box<TextField>, u16),
    Choice(Vec<String>, usize),
}

/// A line of the form.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) label: String,
    pub(super) value: Value,
    pub(super) hidden: bool,
    /// Whether a free line stands before it where there is room.
    pub(super) apart: bool,
    /// The side that it is about, in whose hue it is shown.
    pub(super) side: Option<Seat>,
}

impl Field {
    /// Rows that it takes.
    pub(super) const fn rows(&self) -> u16 {
        match &self.value {
            Value::Text(_, rows) => *rows,
            Value::Line(_) | Value::Choice(..) => 1,
        }
    }

    /// Draws it, the value behind so many columns of its label.
    pub(super) fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        label: u16,
        active: bool,
        theme: &Theme,
    ) {
        let style = if active { theme.accent } else { theme.strong };
        let name = pad(&self.label, usize::from(label.saturating_sub(3)));
        let name = Line::from(vec![mark(active, theme), Span::styled(name, style)]);
        lines(frame, area, &[name]);
        let spot = Rect {
            x: area.x + label,
            width: area.width - label,
            ..area
        };
        let cursor = match &self.value {
            Value::Line(line) => line.draw(spot, frame.buffer_mut(), theme, active),
            Value::Text(text, _) => text.draw(spot, frame.buffer_mut(), theme, active),
            Value::Choice(options, at) => {
                let chosen = options.get(*at).map_or("", String::as_str);
                let room = usize::from(spot.width).saturating_sub(4);
                let arrows = if active { theme.accent } else { theme.dim };
                let hue = self.side.map_or(theme.text, |side| theme.seat(side));
                let line = Line::from(vec![
                    Span::styled("‹ ", arrows),
                    Span::styled(fit(chosen, room), hue),
                    Span::styled(" ›", arrows),
                ]);
                frame.render_widget(line, spot);
                None
            }
        };
        if let Some(place) = cursor {
            frame.set_cursor_position(place);
        }
    }
}
