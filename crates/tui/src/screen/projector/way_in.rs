//! The link that lets phones in, as a picture for their cameras (a QR code, ISO/IEC 18004) and in letters to be typed.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use crate::screen::projector::pages;
use crate::screen::projector::poster::largest;
use crate::theme::Theme;
use crate::wall::slide::{self, TAKE_PART};
use crate::widget::large::Size;

/// Free modules around a code. The norm wants four; cameras do with two, which leaves it larger.
const QUIET: usize = 2;
/// Columns that the words beside it need.
const WORDS: u16 = 24;

/// How large a module is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    /// Two columns and a row, to be read from the back of a room.
    Large,
    /// A column and half a row.
    Small,
}

/// A code in one scale, with the free modules around it.
struct Picture {
    code: QrCode,
    scale: Scale,
}

impl Picture {
    /// The code of a link, as large as it fits; none where it does not, or for a link that is too long for one.
    fn fitting(link: &str, area: Rect) -> Option<Self> {
        let code = QrCode::with_error_correction_level(link, EcLevel::L).ok()?;
        let fits = |scale: &Scale| {
            let (columns, rows) = size(&code, *scale);
            rows <= area.height && columns + 2 + WORDS <= area.width
        };
        let scale = [Scale::Large, Scale::Small].into_iter().find(fits)?;
        Some(Self { code, scale })
    }

    fn size(&self) -> (u16, u16) {
        size(&self.code, self.scale)
    }

    /// Whether a module is light; those around the code are.
    fn is_light(&self, (x, y): (usize, usize)) -> bool {
        let inside = QUIET..QUIET + self.code.width();
        !(inside.contains(&x) && inside.contains(&y))
            || self.code[(x - QUIET, y - QUIET)] == Module::Light
    }

    /// What stands in a cell.
    fn sign(&self, (column, row): (usize, usize)) -> &'static str {
        let (above, below) = match self.scale {
            Scale::Large => ((column / 2, row), (column / 2, row)),
            Scale::Small => ((column, 2 * row), (column, 2 * row + 1)),
        };
        match (self.is_light(above), self.is_light(below)) {
            (true, true) => "█",
            (true, false) => "▀",
            (false, true) => "▄",
            (false, false) => " ",
        }
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
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)))
        {
            if let Some(cell) = buf.cell_mut((area.x + column, area.y + row)) {
                let sign = self.sign((column.into(), row.into()));
                cell.set_symbol(sign).set_style(style);
            }
        }
    }
}

/// Columns and rows of a code in a scale.
fn size(code: &QrCode, scale: Scale) -> (u16, u16) {
    let cells = |modules: usize| u16::try_from(modules).unwrap_or(u16::MAX);
    let side = code.width() + 2 * QUIET;
    match scale {
        Scale::Large => (cells(2 * side), cells(side)),
        Scale::Small => (cells(side), cells(side.div_ceil(2))),
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
    let Some(picture) = Picture::fitting(link, area) else {
        return pages::draw(&[slide::way_in(link)], page, area, buf, theme);
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
