//! Slides on the wall, page by page: nothing is cut, and what is too much for one in large letters goes on on another.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::screen::projector::poster::Poster;
use crate::theme::Theme;
use crate::wall::slide::{Pages, Slide};
use crate::widget::large::{Large, Size};

/// Draws the page of some slides, counted through all of them and round again; gives the page, from 1, and how many
/// there are.
pub(in crate::screen) fn draw(
    slides: &[Slide],
    page: u32,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (usize, usize) {
    let pages: Vec<_> = slides
        .iter()
        .flat_map(|slide| pages(slide, area, theme))
        .collect();
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

/// A slide made to fit a place, and where it goes on over several the row with which this page begins.
pub(super) type Page = (Poster, Option<u16>);

/// The pages of a slide: one where the whole stands there large.
pub(super) fn pages(slide: &Slide, area: Rect, theme: &Theme) -> Vec<Page> {
    let mut fitting = Poster::fitting(slide, area, theme);
    let is_large = |(_, body): &mut (Poster, Size)| *body > Size::Plain;
    if let Some((poster, _)) = fitting.take_if(is_large) {
        return vec![(poster, None)];
    }
    let about = Slide {
        over: slide.title.clone(),
        seat: slide.seat,
        ..Slide::default()
    };
    let body = slide.body.join(" ");
    let parts = match slide.pages {
        Pages::One => Vec::new(),
        Pages::Again => in_parts(&Words(&body, &about), Size::Low, area, theme),
        Pages::Points => in_parts(&Points(slide), Size::Low, area, theme),
        Pages::Turning => {
            let words = Words(&slide.title, slide);
            let large = in_parts(&words, Size::Low, area, theme);
            if large.is_empty() && fitting.is_none() {
                in_parts(&words, Size::Plain, area, theme)
            } else {
                large
            }
        }
    };
    let parts = parts.iter().filter_map(|part| {
        let (poster, _) = Poster::fitting(part, area, theme)?;
        Some((poster, None))
    });
    let parts: Vec<Page> = parts.collect();
    if slide.pages == Pages::Again || parts.is_empty() {
        let whole = fitting.map(|(poster, _)| vec![(poster, None)]);
        let mut pages = whole.unwrap_or_else(|| in_pages(slide, area, theme));
        pages.extend(parts);
        return pages;
    }
    parts
}

/// What is told in parts, a page each.
trait Parted {
    /// The parts; they are taken together as long as they fit.
    fn parts(&self, fits: &dyn Fn(&Slide) -> bool) -> Vec<&str>;

    /// Some of them as a slide.
    fn slide(&self, parts: &[&str]) -> Slide;

    /// All of it.
    fn text(&self) -> String;
}

/// A text as the title of a slide: its sentences, or its words where a sentence does not fit.
struct Words<'a>(&'a str, &'a Slide);

/// The points of a slide, below its title.
struct Points<'a>(&'a Slide);

impl Parted for Words<'_> {
    fn parts(&self, fits: &dyn Fn(&Slide) -> bool) -> Vec<&str> {
        let parts = sentences(self.0).flat_map(|sentence| {
            if fits(&self.slide(&[sentence])) {
                vec![sentence]
            } else {
                sentence.split_whitespace().collect()
            }
        });
        parts.collect()
    }

    fn slide(&self, parts: &[&str]) -> Slide {
        Slide {
            title: parts.join(" "),
            ..self.1.clone()
        }
    }

    fn text(&self) -> String {
        self.0.to_owned()
    }
}

impl Parted for Points<'_> {
    fn parts(&self, _fits: &dyn Fn(&Slide) -> bool) -> Vec<&str> {
        self.0.body.iter().map(String::as_str).collect()
    }

    fn slide(&self, parts: &[&str]) -> Slide {
        Slide {
            body: parts.iter().map(|part| (*part).to_owned()).collect(),
            ..self.0.clone()
        }
    }

    fn text(&self) -> String {
        self.0.body.join(" ")
    }
}

/// A slide in parts, as many a page as stand there in letters of a size at least; none where one does not.
fn in_parts(told: &impl Parted, least: Size, area: Rect, theme: &Theme) -> Vec<Slide> {
    let drawn = Large::new(&told.text(), Size::Low, area.width);
    if least > Size::Plain && !drawn.is_some_and(|drawn| drawn.is_drawn()) {
        return Vec::new();
    }
    let fits =
        |slide: &Slide| Poster::fitting(slide, area, theme).is_some_and(|(_, size)| size >= least);
    let parts = told.parts(&fits);
    let mut pages = Vec::new();
    let mut held: (Vec<&str>, Option<Slide>) = (Vec::new(), None);
    for part in &parts {
        held.0.push(part);
        let longer = told.slide(&held.0);
        if fits(&longer) {
            held.1 = Some(longer);
            continue;
        }
        let alone = told.slide(&[part]);
        if !fits(&alone) {
            return Vec::new();
        }
        pages.extend(held.1);
        held = (vec![part], Some(alone));
    }
    pages.extend(held.1);
    // As many a page rather than a last one that is all but empty.
    let each = parts.len().div_ceil(pages.len().max(1)).max(1);
    let even: Vec<Slide> = parts.chunks(each).map(|parts| told.slide(parts)).collect();
    if even.len() == pages.len() && even.iter().all(fits) {
        return even;
    }
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
fn in_pages(slide: &Slide, area: Rect, theme: &Theme) -> Vec<Page> {
    let Some(first) = Poster::plain(slide, area.width, theme) else {
        return Vec::new();
    };
    let rows = first.height();
    let page = area.height.max(1);
    let again = (1..rows.div_ceil(page)).filter_map(|place| {
        let poster = Poster::plain(slide, area.width, theme)?;
        Some((poster, Some(place * page)))
    });
    let again: Vec<_> = again.collect();
    std::iter::once((first, Some(0))).chain(again).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: Rect = Rect::new(0, 0, 76, 20);

    #[test]
    fn a_pause_of_many_words_goes_over_pages_that_lose_none_and_keep_its_end() {
        let theme = Theme::default();
        let sentence =
            "Back in the large hall at a quarter past, with the lists of both teams and the map.";
        for words in [
            [sentence; 6].join(" "),
            "one long sentence of many small words and no end ".repeat(9),
        ] {
            let slide = Slide {
                over: "Pause".to_owned(),
                title: words.trim().to_owned(),
                body: vec!["until 12:15".to_owned()],
                under: "3:12 left".to_owned(),
                pages: Pages::Turning,
                ..Slide::default()
            };
            let told = Words(&slide.title, &slide);
            let pages = in_parts(&told, Size::Low, MAIN, &theme);
            assert!(pages.len() > 1, "{}", pages.len());
            let titles: Vec<&str> = pages.iter().map(|page| page.title.as_str()).collect();
            assert_eq!(titles.join(" "), words.trim());
            for page in &pages {
                let around =
                    |slide: &Slide| (slide.over.clone(), slide.body.clone(), slide.under.clone());
                assert_eq!(around(page), around(&slide));
                let (_, size) = Poster::fitting(page, MAIN, &theme).unwrap();
                assert!(size >= Size::Low, "{size:?}");
            }
            assert_eq!(super::pages(&slide, MAIN, &theme).len(), pages.len());
        }
    }

    #[test]
    fn points_that_are_many_for_a_wall_go_over_pages_in_large_letters() {
        let theme = Theme::default();
        let points: Vec<String> = (1..=9)
            .map(|point| format!("{point} Offer something"))
            .collect();
        let slide = Slide {
            title: "What may be answered".to_owned(),
            body: points.clone(),
            pages: Pages::Points,
            ..Slide::default()
        };
        let pages = in_parts(&Points(&slide), Size::Low, MAIN, &theme);
        assert!(pages.len() > 1);
        assert_eq!(
            pages
                .into_iter()
                .flat_map(|page| page.body)
                .collect::<Vec<_>>(),
            points
        );
    }
}
