//! Slides on the wall, in letters as large as fit: nothing is cut, and what is too long goes on on another page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::theme::Theme;
use crate::wall::slide::Slide;
use crate::widget::large::{Large, Size};

/// A slide made to fit a place.
#[derive(Debug)]
struct Poster {
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
    fn fitting(slide: &Slide, area: Rect, theme: &Theme) -> Option<(Self, Size)> {
        for body in Size::DOWN {
            for title in Size::DOWN.into_iter().filter(|title| *title >= body) {
                for aside in [Size::Small, Size::Dots, Size::Plain] {
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

    fn height(&self) -> u16 {
        let rows = self
            .parts
            .iter()
            .map(|(free, part, _)| free + part.height());
        rows.fold(0, u16::saturating_add)
    }

    /// Draws it from a row of its own on.
    fn draw(&self, area: Rect, from: u16, buf: &mut Buffer) {
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

/// Draws the page of some slides, counted through all of them and round again; gives the page, from 1, and how many
/// there are.
pub(in crate::screen) fn draw(
    slides: &[Slide],
    page: u32,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (usize, usize) {
    let mut pages = Vec::new();
    for slide in slides {
        let plain = if let Some((poster, body)) = Poster::fitting(slide, area, theme) {
            pages.push((poster, None));
            body == Size::Plain
        } else {
            pages.extend(in_pages(slide, area, theme));
            true
        };
        if plain && slide.closely {
            pages.extend(closely(slide, area, theme));
        }
    }
    let wanted = usize::try_from(page).unwrap_or(0);
    let Some(at) = wanted.checked_rem(pages.len()) else {
        return (0, 0);
    };
    let (poster, from) = &pages[at];
    let area = if from.is_some() {
        area
    } else {
        let spare = area.height.saturating_sub(poster.height());
        Rect {
            y: area.y + spare / 3,
            height: area.height - spare / 3,
            ..area
        }
    };
    poster.draw(area, from.unwrap_or(0), buf);
    (at + 1, pages.len())
}

/// What there is to read of a slide, as many sentences a page as stand there in large letters; none where a sentence
/// alone does not, or in a script without them.
fn closely(slide: &Slide, area: Rect, theme: &Theme) -> Vec<(Poster, Option<u16>)> {
    let page = |words: &str| {
        let part = Slide {
            over: slide.title.clone(),
            seat: slide.seat,
            title: words.to_owned(),
            ..Slide::default()
        };
        let (made, size) = Poster::fitting(&part, area, theme)?;
        (size > Size::Plain).then_some((made, None))
    };
    let text = slide.body.join(" ");
    let mut pages = Vec::new();
    let drawn = Large::new(&text, Size::Dots, area.width);
    if !drawn.is_some_and(|drawn| drawn.is_drawn()) {
        return pages;
    }
    let mut held: Option<(String, _)> = None;
    for sentence in sentences(&text) {
        let longer = held
            .as_ref()
            .map(|(words, _)| format!("{words} {sentence}"));
        let fits = longer.and_then(|words| Some((page(&words)?, words)));
        held = if let Some((made, words)) = fits {
            Some((words, made))
        } else {
            let Some(made) = page(sentence) else {
                return Vec::new();
            };
            pages.extend(held.map(|(_, made)| made));
            Some((sentence.to_owned(), made))
        };
    }
    pages.extend(held.map(|(_, made)| made));
    pages
}

/// The sentences of a text.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = [". ", "? ", "! "];
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = ends.iter().filter_map(|end| rest.find(end)).min();
        let (sentence, after) = rest.split_at(end.map_or(rest.len(), |end| end + 2));
        rest = after;
        let sentence = sentence.trim_end();
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// A slide that is too long even in plain letters, page by page.
fn in_pages(slide: &Slide, area: Rect, theme: &Theme) -> Vec<(Poster, Option<u16>)> {
    let Some(first) = Poster::of(slide, area.width, |_| Size::Plain, 0, theme) else {
        return Vec::new();
    };
    let rows = first.height();
    let page = area.height.max(1);
    let again = (1..rows.div_ceil(page)).filter_map(|place| {
        let poster = Poster::of(slide, area.width, |_| Size::Plain, 0, theme)?;
        Some((poster, Some(place * page)))
    });
    let again: Vec<_> = again.collect();
    std::iter::once((first, Some(0))).chain(again).collect()
}

/// The largest letters in which a text fits a place.
pub(super) fn largest(text: &str, area: Rect, most: Size) -> Option<Large> {
    let sizes = Size::DOWN.into_iter().filter(|size| *size <= most);
    let made = sizes.filter_map(|size| Large::new(text, size, area.width));
    made.into_iter().find(|large| large.height() <= area.height)
}
