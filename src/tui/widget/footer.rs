//! The last line: what may be done now, or a notice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::tui::app::{Notice, Tone};
use crate::tui::command::Command;
use crate::tui::keymap::{self, Layer};
use crate::tui::theme::Theme;

/// The last line of the screen.
#[derive(Debug)]
pub struct Footer<'a> {
    /// The layer that takes the keys.
    pub layer: Layer,
    /// The commands to show, in order; those without a key in this layer are left out.
    pub hints: &'a [Command],
    /// A notice takes the place of the keys until the next key press.
    pub notice: Option<&'a Notice>,
    /// The colours.
    pub theme: &'a Theme,
}

impl Widget for &Footer<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        if let Some(notice) = self.notice {
            let (sign, style) = match notice.tone {
                Tone::Plain => ("· ", self.theme.notice),
                Tone::Good => ("✓ ", self.theme.good),
                Tone::Trouble => ("! ", self.theme.danger),
            };
            let line = Line::from(vec![
                Span::raw(" "),
                Span::styled(sign, style),
                Span::styled(&notice.text, style),
            ]);
            line.render(area, buf);
            return;
        }
        let mut spans = vec![Span::raw(" ")];
        let mut used = 1;
        for command in self.hints {
            let Some(key) = keymap::key_for(self.layer, *command) else {
                continue;
            };
            let (key, label) = (key.label(), command.label());
            let width = key.width() + 1 + label.width() + 3;
            if used + width > usize::from(area.width) + 3 {
                break;
            }
            used += width;
            spans.push(Span::styled(key, self.theme.accent));
            spans.push(Span::styled(format!(" {label}   "), self.theme.dim));
        }
        Line::from(spans).render(area, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_that_do_not_fit_are_left_out_whole() {
        let theme = Theme::default();
        for width in 0..60 {
            let area = Rect::new(0, 0, width, 1);
            let mut buf = Buffer::empty(area);
            let hints = [Command::Help, Command::Quit, Command::NewSession];
            (&Footer {
                layer: Layer::Home,
                hints: &hints,
                notice: None,
                theme: &theme,
            })
                .render(area, &mut buf);
            let text: String = buf
                .content()
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect();
            let shown: Vec<&str> = text
                .split("   ")
                .map(str::trim)
                .filter(|s| !s.is_empty())
                .collect();
            assert!(
                shown
                    .iter()
                    .all(|s| ["? help", "q quit", "n new session"].contains(s)),
                "{width}: {text:?}"
            );
        }
    }
}
