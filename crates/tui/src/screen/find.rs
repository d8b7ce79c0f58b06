//! Finds in all that the seat at the screen may read: the record, cards and fields, notes, words; as one list.
//!
//! ```text
//! ┌ Find · 4 found ──────────────────────────────────────────────┐
//! │ bastion                                                      │
//! │                                                              │
//! │ › #12   ▎Russia refused “Joint stations and hydrographic …”  │
//! │   card   AR5 Joint stations                                  │
//! │                                                              │
//! │ … the bastion is not for sale …                              │
//! └──────────────────────────────────────────────────────────────┘
//! ```
//!
//! `move 3` lists a move, `#33` an entry. Enter goes to what is chosen.

mod hay;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::look;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::glossary::GlossaryPage;
use crate::page::leaf::LeafPage;
use crate::page::paper::{FULL, below, heading, lines, paper, wrapped};
use crate::page::{Page, Sheet, Then};
use crate::replay::mark::Mark;
use crate::screen::board::sheet::entries::EntriesSheet;
use crate::screen::find::hay::{Hay, What};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::{fit, pad};
use crate::widget::rows::{Rows, mark};
use unequal_core::deck::Deck;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::glossary::Glossary;

/// Columns of what something is.
const KIND: usize = 8;
/// Rows below the list for what stands in the chosen line besides.
const FOOT: u16 = 3;

/// The search.
#[derive(Debug)]
pub struct FindSheet {
    query: LineField,
    walk: Walk,
    hay: Vec<Hay>,
    glossary: Glossary,
}

/// A search through what the seat at the screen may read.
pub fn sheet(sitting: &Sitting, glossary: Glossary) -> Sheet {
    let hay = hay::of(sitting, &glossary);
    Sheet::new(FindSheet::new(hay, glossary))
}

/// A search through a deck that lies open.
pub fn in_deck(deck: &Deck) -> Sheet {
    let glossary = Glossary::of(deck);
    let hay = hay::of_deck(deck, &glossary);
    Sheet::new(FindSheet::new(hay, glossary))
}

impl FindSheet {
    fn new(hay: Vec<Hay>, glossary: Glossary) -> Self {
        Self {
            query: LineField::new(120).with_placeholder("any word; or “move 3”, or “#33”"),
            walk: Walk::default(),
            hay,
            glossary,
        }
    }

    fn found(&self) -> Vec<&Hay> {
        let query = self.query.text().trim().to_lowercase();
        if let Some(number) = query.strip_prefix('#') {
            let is_it =
                |hay: &&Hay| matches!(hay.what, What::Entry(at) if at.to_string() == number);
            return self.hay.iter().filter(is_it).collect();
        }
        let words: Vec<&str> = query.split_whitespace().collect();
        if let ["move", number] = words.as_slice()
            && let Ok(number) = number.parse::<u32>()
        {
            let of_it = self
                .hay
                .iter()
                .filter(|hay| hay.move_number == Some(number));
            return of_it.collect();
        }
        if words.is_empty() {
            return Vec::new();
        }
        let holds = |hay: &&Hay| words.iter().all(|word| hay.small.contains(word));
        let mut found: Vec<&Hay> = self.hay.iter().filter(holds).collect();
        // The record stays in its order; of all else, what is called so comes first.
        found.sort_by_key(|hay| {
            let title = hay.title.to_lowercase();
            let called = words.iter().all(|word| title.contains(word));
            (hay.number().is_none(), hay.number().is_none() && !called)
        });
        found
    }

    /// The part of the other texts where the first word stands.
    fn excerpt(&self, hay: &Hay) -> String {
        let query = self.query.text().trim().to_lowercase();
        let word = query.split_whitespace().next().unwrap_or_default();
        let small = hay.rest.to_lowercase();
        let before = small.find(word).and_then(|at| small.get(..at));
        let before = before.map_or(0, |head| head.graphemes(true).count());
        let skip = before.saturating_sub(60);
        let tail: String = hay.rest.graphemes(true).skip(skip).collect();
        let lead = if skip > 0 { "… " } else { "" };
        format!("{lead}{tail}")
    }

    /// Goes to what is chosen: an entry in the record or in the replay, a page of the deck, a word.
    fn go(&self, sitting: &mut Sitting) -> Then {
        let found = self.found();
        let Some(hay) = self.walk.chosen(found.len()).map(|place| found[place]) else {
            sitting.say(Tone::Plain, "Nothing is found: try another word.");
            return Then::Stay;
        };
        match &hay.what {
            What::Leaf(leaf) => Then::Open(Sheet::new(LeafPage::new((**leaf).clone()))),
            What::Word(place) => {
                let page = GlossaryPage::at(self.glossary.clone(), *place);
                Then::Open(Sheet::new(page))
            }
            What::Entry(number) => {
                let hits = found.iter().filter_map(|hay| hay.number()).collect();
                go_to_entry(sitting, *number, hits)
            }
        }
    }
}

/// Shows an entry; in the replay its marks are what was found.
fn go_to_entry(sitting: &mut Sitting, number: EntryNumber, hits: Vec<EntryNumber>) -> Then {
    if let Some((replay, place)) = sitting.reading() {
        replay.show(place, number);
        let count = hits.len();
        replay.hits = hits;
        replay.sought = Some(Mark::Hit);
        replay.mark_anew();
        let words = format!("{count} found; n and N go from one to the next.");
        sitting.say(Tone::Plain, words);
        return Then::Close;
    }
    look(sitting).map_or(Then::Close, |glance| {
        Then::Open(Sheet::new(EntriesSheet::at(&glance, number)))
    })
}

impl Page for FindSheet {
    fn layer(&self) -> Layer {
        Layer::Line
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.query)
    }

    fn follow(&mut self) {
        self.walk.go(0);
    }

    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let found = self.found().len();
        let go = if sitting.replay.is_some() {
            "go there; n goes on"
        } else {
            "go there"
        };
        let go = (found > 0).then(|| Command::Confirm.hint(go));
        let choose = (found > 1).then(|| Command::Up.hint("choose"));
        go.into_iter()
            .chain(choose)
            .chain([Command::Back.into()])
            .collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let found = self.found();
        let title = match (self.query.is_empty(), found.len()) {
            (true, _) => "Find".to_owned(),
            (false, count) => format!("Find · {count} found"),
        };
        let inner = paper(frame, area, &title, FULL, theme);
        if let Some(place) = self.query.draw(inner, frame.buffer_mut(), theme, true) {
            frame.set_cursor_position(place);
        }
        let list = below(inner, 2);
        if self.query.is_empty() {
            let words = wrapped(hay::WHERE, usize::from(list.width).min(76), theme.dim);
            lines(frame, list, &words);
            return;
        }
        let foot = (FOOT + 1).min(list.height);
        let list = Rect {
            height: list.height - foot,
            ..list
        };
        let chosen = self.walk.chosen(found.len());
        let rows = Rows::around(found.len(), chosen, list);
        sitting.mark_rows(rows.places());
        let width = rows.columns().saturating_sub(KIND + 4);
        rows.draw(frame.buffer_mut(), theme, |place| {
            let hay = found[place];
            let hue = hay.seat.map_or(theme.dim, |seat| theme.seat(seat));
            Line::from(vec![
                mark(chosen == Some(place), theme),
                Span::styled(pad(&hay.kind, KIND), theme.dim),
                Span::styled(if hay.seat.is_some() { "▎" } else { " " }, hue),
                Span::styled(fit(&hay.title, width), theme.text),
            ])
        });
        let chosen = chosen.map(|place| found[place]);
        if let Some(hay) = chosen.filter(|hay| !hay.rest.is_empty()) {
            let spot = Rect {
                y: list.bottom() + 1,
                height: foot.saturating_sub(1),
                ..inner
            };
            let words = wrapped(&self.excerpt(hay), usize::from(inner.width), theme.dim);
            lines(frame, spot, &words);
        } else if found.is_empty() {
            let none = heading("Nothing is found: try another word.", theme.dim);
            lines(frame, list, &[none]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => return self.go(sitting),
            other => {
                let count = self.found().len();
                self.walk.follow(other, count, None);
            }
        }
        Then::Stay
    }
}
