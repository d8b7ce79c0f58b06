//! The white cell's sheet for the news of a move: the event that is due, another, or none.
//!
//! ```text
//! ┌ What happens in move 4? ────────────────────────────────────────────────────┐
//! │ › 1 Oil price slump                      due                                │
//! │   2 No news                                                                 │
//! │   3 New sanctions package on energy …    sanctions +12 · oil −4             │
//! │                                                                             │
//! │ Oil price slump                                             oil −18         │
//! │ Crude fell for the third week as producers raised output …                  │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, options, paper};
use crate::page::{Page, Then};
use crate::screen::board::{card, effects};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::{Text, Walk};
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::EventAt;
use unequal_session::Remarks;

/// What may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum News {
    /// What the pile gives: an event, or a quiet entry.
    Due(Option<EventAt>),
    /// Nothing.
    Quiet,
    /// Another event.
    Event(EventAt),
}

/// What happens in this move?
#[derive(Debug)]
pub struct InjectSheet {
    all: Vec<News>,
    walk: Walk,
    query: LineField,
    searching: bool,
}

impl InjectSheet {
    /// Opens the sheet at the event that is due.
    pub fn new(glance: &Glance<'_>) -> Self {
        let due = glance.view.next_event.flatten();
        let mut all = vec![News::Due(due), News::Quiet];
        let others = glance
            .scenario()
            .events
            .places()
            .filter(|event| Some(*event) != due);
        all.extend(others.map(News::Event));
        Self {
            all,
            walk: Walk::default(),
            query: LineField::new(40).with_placeholder("words in the title or the report"),
            searching: false,
        }
    }

    /// The news that the search lets through.
    fn found(&self, glance: &Glance<'_>) -> Vec<News> {
        let wanted = self.query.text().trim().to_lowercase();
        let texts = &glance.text().events;
        let holds = |event: EventAt| {
            let words = &texts[event];
            let all = format!("{} {} {}", words.title, words.text, words.tags.join(" "));
            all.to_lowercase().contains(&wanted)
        };
        self.all
            .iter()
            .copied()
            .filter(|news| match news {
                News::Due(Some(event)) | News::Event(event) => wanted.is_empty() || holds(*event),
                News::Due(None) | News::Quiet => wanted.is_empty(),
            })
            .collect()
    }

    /// Where the list lies in the sheet.
    fn list_place(&self, inner: Rect, rows: usize) -> Rect {
        let at = below(inner, u16::from(self.shows_query()));
        let height = u16::try_from(rows).unwrap_or(u16::MAX);
        let height = height.min(at.height * 2 / 5).max(3).min(at.height);
        Rect { height, ..at }
    }

    fn shows_query(&self) -> bool {
        self.searching || !self.query.is_empty()
    }

    /// What is told of the chosen news.
    fn reading(&self, inner: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Option<Reading> {
        let found = self.found(glance);
        let news = found.get(self.walk.chosen(found.len())?)?;
        let list = self.list_place(inner, found.len());
        let place = Rect {
            y: list.bottom() + 1,
            height: inner.bottom().saturating_sub(list.bottom() + 1),
            ..inner
        };
        let pieces = match news {
            News::Due(Some(event)) | News::Event(event) => {
                event_pieces(glance, *event, &sitting.theme)
            }
            News::Due(None) | News::Quiet => vec![Piece::Aside(
                "Nothing happens outside that would move a gauge.".to_owned(),
            )],
        };
        Some(Reading::new(&pieces, place, &sitting.theme))
    }

    /// How long that is, as the terminal is now.
    fn text(&self, sitting: &Sitting) -> Option<Text> {
        let glance = look(sitting)?;
        let reading = self.reading(inside(sitting, FULL), &glance, sitting)?;
        Some(reading.text())
    }

    fn row(glance: &Glance<'_>, news: News) -> OptionRow {
        let text = glance.text();
        let moved =
            |event: EventAt| effects::words(glance, &glance.scenario().events[event].change);
        let (name, note) = match news {
            News::Due(Some(event)) => (
                text.events[event].title.clone(),
                format!("due · {}", moved(event)),
            ),
            News::Due(None) => ("No news".to_owned(), "due: a quiet move".to_owned()),
            News::Quiet => ("No news, whatever is due".to_owned(), String::new()),
            News::Event(event) => (text.events[event].title.clone(), moved(event)),
        };
        OptionRow {
            name,
            note,
            open: true,
            ..OptionRow::default()
        }
    }

    fn submit(&self, sitting: &Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let found = self.found(&glance);
        let place = self.walk.chosen(found.len());
        let Some(news) = place.and_then(|place| found.get(place)) else {
            return Then::Stay;
        };
        let instead = match news {
            News::Due(_) => None,
            News::Quiet => Some("quiet".to_owned()),
            News::Event(event) => Some(glance.scenario().events[*event].id.clone()),
        };
        Then::Do(vec![Effect::Submit {
            seat: Seat::WhiteCell,
            action: Action::Inject { instead },
            remarks: Remarks::default(),
        }])
    }
}

/// An event to read aloud.
pub fn event_pieces(glance: &Glance<'_>, event: EventAt, theme: &Theme) -> Vec<Piece> {
    let words = &glance.text().events[event];
    let mut pieces = vec![Piece::Heading(words.title.clone(), theme.title)];
    if !words.text.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(words.text.clone()));
    }
    let moved = effects::words(glance, &glance.scenario().events[event].change);
    if !moved.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Heading(format!("It moves: {moved}"), theme.strong));
    }
    if !words.why.is_empty() {
        pieces.push(Piece::Aside(words.why.clone()));
    }
    if let Some(precedent) = &words.precedent {
        pieces.push(Piece::Gap);
        pieces.extend(card::precedent(precedent, theme));
    }
    pieces
}

impl Page for InjectSheet {
    fn searches(&self) -> bool {
        true
    }

    fn layer(&self) -> Layer {
        if self.searching {
            Layer::Line
        } else {
            Layer::Sheet
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.searching.then_some(&mut self.query as &mut dyn Typing)
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![
            Command::Confirm.hint("put into play"),
            Command::Up.hint("choose"),
        ];
        if !self.searching {
            hints.push(Command::Search.hint("find"));
        }
        if self.text(sitting).is_some_and(|text| text.beyond > 0) {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("What happens in move {}?", glance.view.move_number);
        let inner = paper(frame, area, &title, FULL, theme);
        if self.shows_query() {
            let field = Rect {
                height: inner.height.min(1),
                ..inner
            };
            let cursor = self
                .query
                .draw(field, frame.buffer_mut(), theme, self.searching);
            if let Some(place) = cursor {
                frame.set_cursor_position(place);
            }
        }
        let found = self.found(&glance);
        let rows: Vec<OptionRow> = found.iter().map(|news| Self::row(&glance, *news)).collect();
        let spot = self.list_place(inner, rows.len());
        if rows.is_empty() {
            let line = heading("No event has these words.", theme.dim);
            lines(frame, spot, &[line]);
            return;
        }
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, spot, frame.buffer_mut(), sitting);
        if let Some(reading) = self.reading(inner, &glance, sitting) {
            reading.draw(frame, self.walk.scroll(), theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back if self.searching => self.searching = false,
            Command::Back => return Then::Close,
            Command::Confirm => return self.submit(sitting),
            Command::Search => self.searching = true,
            other => {
                let rows = look(sitting).map_or(0, |glance| self.found(&glance).len());
                let text = self.text(sitting);
                self.walk.follow(other, rows, text);
            }
        }
        Then::Stay
    }
}
