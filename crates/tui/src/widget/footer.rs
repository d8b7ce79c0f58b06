//! The last line: what may be done now, or a notice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::keymap::{self, Layer};
use crate::notice::{Notice, Tone};
use crate::theme::Theme;
use crate::widget::fit::{fit, wrap};

/// The last line of the screen.
#[derive(Debug)]
pub struct Footer<'a> {
    /// The layer that takes the keys.
    pub layer: Layer,
    /// The commands to show, in order; those without a key in this layer are left out.
    ///
    /// *Up* stands for up and down, *left* for left and right.
    pub hints: &'a [Hint],
    /// A notice takes the place of the keys until the next key press.
    pub notice: Option<&'a Notice>,
    /// The colours.
    pub theme: &'a Theme,
}

/// The lines that a notice takes: never more than four.
fn notice_lines(notice: &Notice, columns: u16) -> Vec<String> {
    let room = usize::from(columns).saturating_sub(4);
    let mut lines = wrap(&notice.text, room);
    if lines.len() > 4 {
        let rest = lines.split_off(3).join(" ");
        lines.push(fit(&rest, room));
    }
    lines
}

impl Footer<'_> {
    /// The footer's place at the bottom of an area: a long notice takes rows from the screen above.
    pub fn place(&self, area: Rect) -> Rect {
        let rows = self
            .notice
            .map_or(1, |notice| notice_lines(notice, area.width).len());
        let height = u16::try_from(rows).unwrap_or(1).min(area.height);
        Rect {
            y: area.bottom() - height,
            height,
            ..area
        }
    }

    /// The hints that have a key here, each with its keys and the columns that both take.
    fn keyed(&self) -> Vec<(String, u16, Hint)> {
        let keyed = self.hints.iter().filter_map(|hint| {
            let key = keys(self.layer, hint.command)?;
            let width = u16::try_from(key.width() + 1 + hint.label.width()).unwrap_or(u16::MAX);
            Some((key, width, *hint))
        });
        keyed.collect()
    }

    /// The hints that fit, each with its place and its keys. Where some do not, three are kept: the help, which
    /// leads to the others, the way back, and that there is more to read.
    fn fitting(&self, area: Rect) -> Vec<(Rect, String, Hint)> {
        let mut hints = self.keyed();
        let whole = |hints: &[(String, u16, Hint)]| {
            let columns = hints.iter().fold(0_u16, |sum, (_, width, _)| {
                sum.saturating_add(*width).saturating_add(3)
            });
            columns.saturating_sub(2)
        };
        let is_kept = |(_, _, hint): &(String, u16, Hint)| {
            let kept = [Command::Help, Command::Back, Command::PageDown];
            kept.contains(&hint.command)
        };
        // The first says what is to be done; what is kept goes before it.
        while whole(&hints) > area.width {
            let last = hints.iter().rposition(|hint| !is_kept(hint));
            match last.filter(|last| *last > 0).or(hints.len().checked_sub(1)) {
                Some(last) => hints.remove(last),
                None => return Vec::new(),
            };
        }
        let mut used: u16 = 1;
        let mut fitting = Vec::new();
        for (key, width, hint) in hints {
            let place = Rect {
                x: area.x + used,
                width,
                height: 1,
                ..area
            };
            used = used.saturating_add(width).saturating_add(3);
            fitting.push((place, key, hint));
        }
        fitting
    }

    /// Where the commands lie, for the mouse; nowhere while a notice takes their place.
    pub fn places(&self, area: Rect) -> Vec<(Rect, Command)> {
        if self.notice.is_some() || area.is_empty() {
            return Vec::new();
        }
        self.fitting(area)
            .into_iter()
            .map(|(place, _, hint)| (place, hint.command))
            .collect()
    }
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
            let lines = notice_lines(notice, area.width);
            for (at, (text, row)) in lines.into_iter().zip(area.rows()).enumerate() {
                Clear.render(row, buf);
                buf.set_style(row, self.theme.text);
                let line = Line::from(vec![
                    Span::raw(" "),
                    Span::styled(if at == 0 { sign } else { "  " }, style),
                    Span::styled(text, style),
                ]);
                line.render(row, buf);
            }
            return;
        }
        for (place, key, hint) in self.fitting(area) {
            let line = Line::from(vec![
                Span::styled(key, self.theme.accent),
                Span::styled(format!(" {}", hint.label), self.theme.dim),
            ]);
            line.render(place, buf);
        }
    }
}

/// The keys of a command as the footer shows them.
fn keys(layer: Layer, command: Command) -> Option<String> {
    let key = keymap::key_for(layer, command)?.label();
    let other = match command {
        Command::Up => Command::Down,
        Command::Left => Command::Right,
        Command::EntryBack => Command::EntryOn,
        Command::MoveBack => Command::MoveOn,
        _ => return Some(key),
    };
    let other = keymap::key_for(layer, other)?.label();
    let between = if key.width() + other.width() > 2 {
        "/"
    } else {
        ""
    };
    Some(format!("{key}{between}{other}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hints that a footer of this width shows.
    fn shown(hints: &[Hint], layer: Layer, width: u16) -> Vec<String> {
        let theme = Theme::default();
        let area = Rect::new(0, 0, width, 1);
        let mut buf = Buffer::empty(area);
        (&Footer {
            layer,
            hints,
            notice: None,
            theme: &theme,
        })
            .render(area, &mut buf);
        let text: String = buf
            .content()
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        text.split("   ")
            .map(str::trim)
            .filter(|shown| !shown.is_empty())
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn hints_that_do_not_fit_are_left_out_whole() {
        let hints = [Command::Help, Command::Quit, Command::NewSession].map(Hint::from);
        for width in 0..60 {
            let shown = shown(&hints, Layer::Home, width);
            let whole = |one: &String| ["? help", "q quit", "n new session"].contains(&&**one);
            assert!(shown.iter().all(whole), "{width}: {shown:?}");
        }
    }

    #[test]
    fn the_way_back_and_that_there_is_more_to_read_are_kept() {
        let hints = [
            Command::Confirm.hint("let the dice fall"),
            Command::Argue.into(),
            Command::NextField.hint("dice by hand"),
            Command::PageDown.hint("read on"),
            Command::Back.into(),
        ];
        let narrow = shown(&hints, Layer::Sheet, 52);
        assert_eq!(
            narrow,
            ["⏎ let the dice fall", "pgdn read on", "esc back"],
            "what to do, what to read, how to leave"
        );
        let narrower = shown(&hints, Layer::Sheet, 36);
        assert_eq!(narrower.first().unwrap(), "⏎ let the dice fall");
    }
}
