//! A slide on the wall, in letters as large as fit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::theme::Theme;
use crate::wall::slide::Slide;
use crate::widget::large::{Large, Size};

/// A slide made to fit a place.
#[derive(Debug)]
pub(super) struct Poster {
    /// Each part with the free rows above it.
    parts: Vec<(u16, Large, Style)>,
}

/// The style of what stands above a slide.
fn over(slide: &Slide, theme: &Theme) -> Style {
    let over = slide.seat.map_or(theme.accent, |seat| theme.seat(seat));
    over.patch(Style::new().add_modifier(theme.strong.add_modifier))
}

/// The parts of a slide: words, style, whether a new group begins, and how much they weigh.
fn parts<'a>(slide: &'a Slide, theme: &Theme) -> Vec<(&'a str, Style, bool, Weight)> {
    let strong = theme.text.patch(theme.strong);
    let over = over(slide, theme);
    let title = if slide.body.is_empty() {
        strong
    } else {
        theme.text.patch(theme.title)
    };
    let mut parts = vec![
        (slide.over.as_str(), over, true, Weight::Aside),
        (slide.title.as_str(), title, false, Weight::Title),
    ];
    for (place, words) in slide.body.iter().enumerate() {
        parts.push((words, strong, place == 0, Weight::Body));
    }
    parts.push((slide.under.as_str(), over, true, Weight::Aside));
    parts.retain(|(words, ..)| !words.is_empty());
    parts
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Title,
    Body,
    Aside,
}

impl Poster {
    /// The slide as large as it fits: first what there is to read, then its title, then what is said beside it. With
    /// the size of what there is to read.
    pub(super) fn fitting(slide: &Slide, area: Rect, theme: &Theme) -> Option<(Self, Size)> {
        for body in Size::DOWN {
            for title in Size::DOWN.into_iter().filter(|title| *title >= body) {
                for aside in [Size::Small, Size::Low, Size::Plain] {
                    if aside > body {
                        continue;
                    }
                    let size = |weight| match weight {
                        Weight::Title => title,
                        Weight::Body => body,
                        Weight::Aside => aside,
                    };
                    let poster = Self::of(slide, area.width, size, 1, theme);
                    let fits = |poster: &Self| poster.height() <= area.height;
                    if let Some(poster) = poster.filter(fits) {
                        return Some((poster, body));
                    }
                }
            }
        }
        None
    }

    /// The slide in the terminal's own letters, without free rows, however many rows that takes.
    pub(super) fn plain(slide: &Slide, columns: u16, theme: &Theme) -> Option<Self> {
        Self::of(slide, columns, |_| Size::Plain, 0, theme)
    }

    fn of(
        slide: &Slide,
        columns: u16,
        size: impl Fn(Weight) -> Size,
        gap: u16,
        theme: &Theme,
    ) -> Option<Self> {
        let over = over(slide, theme);
        let made = parts(slide, theme).into_iter().enumerate();
        let made = made.map(|(place, (words, style, begins, weight))| {
            let free = if begins && place > 0 { gap } else { 0 };
            // A title no larger than what follows is told from it by its colour.
            let alike = weight == Weight::Title && size(Weight::Title) == size(Weight::Body);
            let style = if alike && !slide.body.is_empty() {
                over
            } else {
                style
            };
            Some((free, Large::new(words, size(weight), columns)?, style))
        });
        let parts = made.collect::<Option<Vec<_>>>()?;
        Some(Self { parts })
    }

    pub(super) fn height(&self) -> u16 {
        let rows = self
            .parts
            .iter()
            .map(|(free, part, _)| free + part.height());
        rows.fold(0, u16::saturating_add)
    }

    /// Draws it from a row of its own on.
    pub(super) fn draw(&self, area: Rect, from: u16, buf: &mut Buffer) {
        // A part that begins above its place would be cut: pages begin with plain letters only, line by line.
        let whole = Rect::new(0, 0, area.width, self.height());
        let mut page = Buffer::empty(whole);
        let mut top = 0;
        for (free, part, style) in &self.parts {
            let y = top + free;
            let height = part.height().min(whole.height.saturating_sub(y));
            part.draw(Rect { y, height, ..whole }, &mut page, *style);
            top = y.saturating_add(part.height());
        }
        for (row, spots) in (from..whole.height).zip(area.rows()) {
            for (column, spot) in (0..whole.width).zip(spots.columns()) {
                let cell = &page[(column, row)];
                if cell.symbol() != " "
                    && let Some(there) = buf.cell_mut((spot.x, spot.y))
                {
                    let style = cell.style();
                    there.set_symbol(cell.symbol());
                    there.set_style(Style {
                        bg: style
                            .bg
                            .filter(|ground| *ground != ratatui::style::Color::Reset),
                        ..style
                    });
                }
            }
        }
    }
}

/// The largest letters in which a text fits a place.
pub(super) fn largest(text: &str, area: Rect, most: Size) -> Option<Large> {
    let sizes = Size::DOWN.into_iter().filter(|size| *size <= most);
    let made = sizes.filter_map(|size| Large::new(text, size, area.width));
    made.into_iter().find(|large| large.height() <= area.height)
}
