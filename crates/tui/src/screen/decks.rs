//! The decks, to read: what a facilitator prepares from and an author proofreads.
//!
//! ```text
//!  unequal                     Decks · Unequal Partners
//!
//!   Decks   Domains  ‹Demands›  Injects   Briefings   Sources
//!
//!  › EC1 Fixed-formula crude discount    EC4 Fixed-formula crude discount
//!    EC2 Yuan settlement by default      Economy · firm
//!    DP1 …
//!                                        “Winter prices show what the market bears …”
//!
//!                                        What China gains
//!                                        …                                           ↓
//!  ↑↓ choose   ←→ section   pgdn read on   / search   esc home
//! ```
//!
//! The first section is the decks themselves: the one chosen there is the one that the others show.

mod pages;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::{Order, Papers};
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::menu;
use crate::page::{self, Then, with_keys};
use crate::screen::decks::pages::{Page, SECTIONS, Section};
use crate::screen::{find, header};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::{Text, Walk};
use crate::widget::fit::fit;
use crate::widget::prose::{Piece, Prose};
use unequal_core::deck::{Deck, shipped};

/// The deck browser.
#[derive(Debug)]
pub struct Decks {
    shipped: Vec<Deck>,
    deck: usize,
    section: usize,
    walk: Walk,
}

impl Default for Decks {
    fn default() -> Self {
        Self {
            // A shipped deck that does not load would be a fault of ours, found by a test.
            shipped: shipped()
                .iter()
                .filter_map(|shipped| Deck::from_text(shipped.id, shipped.text).ok())
                .collect(),
            deck: 0,
            section: 0,
            walk: Walk::default(),
        }
    }
}

impl Decks {
    /// The furthest that the page can be scrolled.
    fn last_scroll(&self, sitting: &Sitting) -> usize {
        let below = Rect::new(0, 1, sitting.size.0, sitting.size.1.saturating_sub(2));
        let (_, _, text) = places(below);
        let pages = self.pages(&sitting.theme);
        self.walk.chosen(pages.len()).map_or(0, |chosen| {
            let pieces = &pages[chosen].pieces;
            Prose::new(pieces, text.width.saturating_sub(2), &sitting.theme)
                .last_scroll(text.height)
        })
    }

    fn draw_tabs(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let mut spans = vec![Span::raw(" ")];
        for (at, section) in SECTIONS.iter().enumerate() {
            let here = at == self.section;
            let (open, close) = if here { ("‹", "›") } else { (" ", " ") };
            spans.push(Span::styled(open, theme.accent));
            let style = if here { theme.strong } else { theme.dim };
            spans.push(Span::styled(section.title(self.deck()).to_owned(), style));
            spans.push(Span::styled(close, theme.accent));
        }
        frame.render_widget(Line::from(spans), area);
    }

    fn deck(&self) -> Option<&Deck> {
        self.shipped.get(self.deck)
    }

    fn section(&self) -> Section {
        SECTIONS[self.section.min(SECTIONS.len() - 1)]
    }

    /// The pages of the section.
    fn pages(&self, theme: &Theme) -> Vec<Page> {
        match (self.section(), self.deck()) {
            (Section::Decks, _) => self
                .shipped
                .iter()
                .flat_map(|deck| pages::pages(deck, Section::Decks, theme))
                .collect(),
            (section, Some(deck)) => pages::pages(deck, section, theme),
            (_, None) => Vec::new(),
        }
    }

    fn turn(&mut self, section: usize) {
        self.section = section;
        self.walk.go(if self.section() == Section::Decks {
            self.deck
        } else {
            0
        });
    }
}

impl page::Page for Decks {
    fn screen(&self) -> Option<Goal> {
        Some(Goal::Decks)
    }

    /// The layer of its keys.
    fn layer(&self) -> Layer {
        Layer::Decks
    }

    /// It looks through the deck that lies open.
    fn searches(&self) -> bool {
        true
    }

    fn offers(&self, _sitting: &Sitting) -> Vec<Command> {
        with_keys(Layer::Decks)
    }

    /// The commands of the footer.
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let more = self.last_scroll(sitting) > 0;
        [
            Some(Command::Up.hint("choose")),
            Some(Command::Left.hint("section")),
            more.then(|| Command::PageDown.hint("read on")),
            Some(Command::Search.into()),
            Some(Command::Print.into()),
            Some(Command::Back.hint("home")),
            Some(Command::Help.into()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Draws the browser.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = self.deck().map_or_else(String::new, |deck| {
            format!("Decks · {}", deck.text.about.title)
        });
        let title = fit(&title, usize::from(area.width).saturating_sub(24));
        let middle = Line::from(Span::styled(title, theme.title));
        let rest = header(frame, area, sitting, middle);
        let (tabs, list, text) = places(rest);
        self.draw_tabs(frame, tabs, theme);
        let pages = self.pages(theme);
        let Some(chosen) = self.walk.chosen(pages.len()) else {
            let nothing = [Piece::Aside("  This deck has nothing here.".to_owned())];
            let empty = Prose::new(&nothing, list.union(text).width, theme);
            empty.draw(list.union(text), frame.buffer_mut(), 0, theme);
            return;
        };
        let room = usize::from(list.width).saturating_sub(4);
        let rows: Vec<Line<'_>> = pages
            .iter()
            .map(|page| Line::from(Span::styled(fit(&page.title, room), page.style)))
            .collect();
        menu(frame, list, &rows, Some(chosen), sitting);
        let pieces = &pages[chosen].pieces;
        let prose = Prose::new(pieces, text.width.saturating_sub(2), theme);
        prose.draw(text, frame.buffer_mut(), self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let (last, rows) = (self.last_scroll(sitting), self.pages(&sitting.theme).len());
        let text = Text {
            beyond: last,
            rows: usize::from(sitting.size.1.saturating_sub(6)),
        };
        if self.walk.follow(command, rows, Some(text)) {
            if self.section() == Section::Decks {
                self.deck = self.walk.chosen(rows).unwrap_or(0);
            }
            return Then::Stay;
        }
        match command {
            Command::Right | Command::NextField => self.turn((self.section + 1) % SECTIONS.len()),
            Command::Left | Command::PreviousField => {
                self.turn((self.section + SECTIONS.len() - 1) % SECTIONS.len());
            }
            Command::Search => {
                let sheet = self.deck().map(find::in_deck);
                return sheet.map_or(Then::Stay, Then::Open);
            }
            Command::Print => {
                let Some(deck) = self.deck().cloned() else {
                    return Then::Stay;
                };
                sitting.say(Tone::Plain, "Printing …");
                let folder = sitting.shelf.folder.clone();
                let papers = Papers::Deck(Box::new(deck), folder);
                return Then::Do(vec![Effect::Work(Order::Print(papers))]);
            }
            // From the list of decks, Enter goes on to read the chosen one.
            Command::Confirm if self.section() == Section::Decks => self.turn(1),
            Command::Confirm if last > 0 => {
                if self.walk.scroll() >= last {
                    self.walk.go(self.walk.chosen(rows).unwrap_or(0));
                } else {
                    self.walk.follow_text(Command::PageDown, Some(text));
                }
            }
            Command::Back => return Then::Do(vec![Effect::Leave]),
            Command::Confirm => sitting.say(Tone::Plain, "That is all there is to read here."),
            _ => {}
        }
        Then::Stay
    }
}

/// Where the tabs, the list and the text lie below the first line.
fn places(rest: Rect) -> (Rect, Rect, Rect) {
    let [_, tabs, _, body] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
    ])
    .areas(rest);
    let list_width = (rest.width * 2 / 5).min(60);
    let [_, list, _, text] = Layout::horizontal([
        Constraint::Length(1),
        Constraint::Length(list_width),
        Constraint::Length(2),
        Constraint::Fill(1),
    ])
    .areas(body);
    (tabs, list, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_deck_can_be_read_in_every_section() {
        let decks = Decks::default();
        assert_eq!(decks.shipped.len(), shipped().len());
        let theme = Theme::default();
        for deck in &decks.shipped {
            for section in SECTIONS {
                for page in pages::pages(deck, section, &theme) {
                    assert!(!page.title.trim().is_empty());
                    assert!(!page.pieces.is_empty(), "{}", page.title);
                }
            }
        }
    }
    #[test]
    fn the_section_of_the_measures_has_the_third_seats_name() {
        let decks = Decks::default();
        for deck in &decks.shipped {
            let name = deck.text.europe_name.as_str();
            assert!(
                SECTIONS
                    .iter()
                    .any(|section| section.title(Some(deck)) == name)
            );
        }
    }
}
