//! The tour: the chapters of a session, one key each, in letters that are read from the far end of a room.
//!
//! ```text
//!  unequal · Stockholm table 2 …
//!  Chapter 2 of 5 · move 4 · entry 31
//!  T H E   P O R T S
//!  The ports were never on the table, and both sides knew.
//!  written by Anna
//! ```
//!
//! The replay goes along: whoever leaves the tour is where the chapter speaks of.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::command::{Command, Hint};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::below;
use crate::page::{Page, Sheet, Then};
use crate::replay::chapter::Chapter;
use crate::screen::projector::pages;
use crate::screen::replay::study::HIDDEN;
use crate::sitting::Sitting;
use crate::wall::slide::Slide;
use unequal_session::Place;
use unequal_session::telling::NAMELESS;

/// The chapter that is read.
#[derive(Debug)]
struct ChaptersSheet {
    chapter: usize,
    /// The page of it, from 0, where it needs more than one.
    page: usize,
}

/// Begins the tour with the chapter of the entry that is looked at, else the next one; says where there is none.
pub(super) fn open(sitting: &mut Sitting) -> Then {
    let Some((replay, place)) = sitting.reading() else {
        return Then::Stay;
    };
    if !replay.knows_the_future() {
        sitting.say(Tone::Plain, HIDDEN);
        return Then::Stay;
    }
    let (at, chapters) = (replay.at(), replay.chapters(place));
    if chapters.is_empty() {
        let words = "There are no chapters yet: m sets a bookmark, and its title makes it one.";
        sitting.say(Tone::Plain, words);
        return Then::Stay;
    }
    let here = chapters.iter().position(|chapter| chapter.entry >= at);
    let mut sheet = ChaptersSheet {
        chapter: 0,
        page: 0,
    };
    sheet.go(sitting, here.unwrap_or(0));
    Then::Open(Sheet::new(sheet))
}

/// The place of the large letters.
fn room(area: Rect) -> Rect {
    let area = below(area, 1);
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        ..area
    }
}

/// The chapters as slides.
fn slides(sitting: &Sitting) -> Vec<Slide> {
    let (Some(replay), Some(place)) = (&sitting.replay, &sitting.place) else {
        return Vec::new();
    };
    let chapters = replay.chapters(place);
    let of = chapters.len();
    let told = chapters.into_iter().zip(1..);
    told.map(|(chapter, number)| slide(chapter, place, (number, of)))
        .collect()
}

/// A chapter as a slide, with its number of so many.
fn slide(chapter: Chapter, place: &Place, (number, of): (usize, usize)) -> Slide {
    let seen = place.entry(chapter.entry);
    let at = seen.as_ref().map_or_else(
        || "STARTEX".to_owned(),
        |seen| format!("move {} · entry {}", seen.move_number, chapter.entry),
    );
    Slide {
        over: format!("Chapter {number} of {of} · {at}"),
        title: chapter.title,
        body: chapter.text,
        under: if chapter.author == NAMELESS {
            String::new()
        } else {
            format!("written by {}", chapter.author)
        },
        ..Slide::default()
    }
}

impl ChaptersSheet {
    /// Goes to a chapter, and with it the replay to what it speaks of.
    fn go(&mut self, sitting: &mut Sitting, chapter: usize) {
        let Some((replay, place)) = sitting.reading() else {
            return;
        };
        let chapters = replay.chapters(place);
        if let Some(there) = chapters.get(chapter) {
            replay.show(place, there.entry);
            (self.chapter, self.page) = (chapter, 0);
        }
    }

    /// Pages that the chapter needs on this terminal.
    fn pages(&self, sitting: &Sitting) -> usize {
        let (columns, rows) = sitting.size;
        let area = room(Rect::new(0, 0, columns, rows.saturating_sub(2)));
        let slides = slides(sitting);
        let Some(slide) = slides.get(self.chapter) else {
            return 1;
        };
        let mut draft = Buffer::empty(area);
        let slide = std::slice::from_ref(slide);
        pages::draw(slide, 0, area, &mut draft, &sitting.theme).1
    }

    fn forward(&mut self, sitting: &mut Sitting) {
        if self.page + 1 < self.pages(sitting) {
            self.page += 1;
            return;
        }
        if self.chapter + 1 == slides(sitting).len() {
            sitting.say(Tone::Plain, "That was the last chapter.");
        }
        self.go(sitting, self.chapter + 1);
    }

    fn back(&mut self, sitting: &mut Sitting) {
        match (self.page.checked_sub(1), self.chapter.checked_sub(1)) {
            (Some(page), _) => self.page = page,
            (None, Some(chapter)) => self.go(sitting, chapter),
            (None, None) => sitting.say(Tone::Plain, "This is the first chapter."),
        }
    }
}

impl Page for ChaptersSheet {
    fn layer(&self) -> Layer {
        Layer::Chapters
    }

    fn takes_screen(&self) -> bool {
        true
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![
            Command::PageDown.hint("next"),
            Command::Left.hint("chapter"),
            Command::Confirm.hint("look there"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let wall = below(area, 1);
        frame.render_widget(Clear, wall);
        frame.buffer_mut().set_style(wall, sitting.theme.text);
        let slides = slides(sitting);
        if let Some(slide) = slides.get(self.chapter) {
            let slide = std::slice::from_ref(slide);
            let page = u32::try_from(self.page).unwrap_or(0);
            let buf = frame.buffer_mut();
            pages::draw(slide, page, room(area), buf, &sitting.theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Right | Command::Down | Command::PageDown => self.forward(sitting),
            Command::Left | Command::Up | Command::PageUp => self.back(sitting),
            Command::First => self.go(sitting, 0),
            Command::Last => {
                let last = slides(sitting).len().saturating_sub(1);
                self.go(sitting, last);
            }
            _ => {}
        }
        Then::Stay
    }
}
