//! The link that lets phones in, as a picture for their cameras (a QR code, ISO/IEC 18004) and in letters to be typed.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use crate::screen::projector::poster::{self, largest};
use crate::theme::Theme;
use crate::wall::slide::{self, TAKE_PART};
use crate::widget::large::Size;

/// Free modules around a code. The norm wants four; cameras do with two, which leaves it larger.
const QUIET: usize = 2;
/// Columns that the words beside it need.
const WORDS: u16 = 24;

/// A code: its modules, the free ones around it among them.
struct Picture {
    code: QrCode,
}

impl Picture {
    /// The code of a link; none for a link that is too long for one.
    fn of(link: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(link, EcLevel::L).ok()?;
        Some(Self { code })
    }

    /// Modules of a side.
    fn side(&self) -> usize {
        self.code.width() + 2 * QUIET
    }

    /// Columns and rows: a cell holds two modules, one above the other.
    fn size(&self) -> (u16, u16) {
        let cells = |modules: usize| u16::try_from(modules).unwrap_or(u16::MAX);
        (cells(self.side()), cells(self.side().div_ceil(2)))
    }

    /// Whether a module is light; those around the code are.
    fn is_light(&self, (x, y): (usize, usize)) -> bool {
        let inside = QUIET..QUIET + self.code.width();
        !(inside.contains(&x) && inside.contains(&y))
            || self.code[(x - QUIET, y - QUIET)] == Module::Light
    }

    /// Draws the light modules, so that a dark ground is left where none is: white on black, or in the terminal's own
    /// two where no colour may be used.
    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let style = if theme.monochrome {
            Style::new()
        } else {
            Style::new().fg(Color::White).bg(Color::Black)
        };
        let (columns, rows) = self.size();
        for (row, y) in (area.y..)
            .zip((0..self.side()).step_by(2))
            .take(rows.into())
        {
            for (column, x) in (area.x..).zip(0..usize::from(columns)) {
                let below = y + 1 >= self.side() || self.is_light((x, y + 1));
                let sign = match (self.is_light((x, y)), below) {
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                    (false, false) => " ",
                };
                if let Some(cell) = buf.cell_mut((column, row)) {
                    cell.set_symbol(sign).set_style(style);
                }
            }
        }
    }
}

/// Draws the code with the link beside it, or the link alone where there is no room for both; gives the page, from 1,
/// and how many there are.
pub(super) fn draw(
    link: &str,
    page: u32,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (usize, usize) {
    let fits = |picture: &Picture| {
        let (columns, rows) = picture.size();
        rows <= area.height && columns + 2 + WORDS <= area.width
    };
    let Some(picture) = Picture::of(link).filter(fits) else {
        return poster::draw(&[slide::way_in(link)], page, area, buf, theme);
    };
    let (columns, rows) = picture.size();
    let top = area.y + (area.height - rows) / 3;
    picture.draw(Rect::new(area.x, top, columns, rows), buf, theme);
    let words = Rect {
        x: area.x + columns + 2,
        y: top,
        width: area.width - columns - 2,
        height: rows,
    };
    let mut below = words;
    let title = Rect {
        height: rows / 2,
        ..words
    };
    if let Some(made) = largest(TAKE_PART, title, Size::Small) {
        made.draw(words, buf, theme.strong);
        below.y += made.height() + 1;
        below.height -= made.height() + 1;
    }
    let told = format!("Point the camera at the picture, or type\n\n{link}");
    Paragraph::new(told)
        .style(theme.text)
        .wrap(Wrap { trim: true })
        .render(below, buf);
    (1, 1)
}
