//! What the words of a screen mean: those that stand there, first what is under the cursor; typing searches all.
//!
//! ```text
//! ┌ Words on this screen ────────────────────────────────────────┐
//! │ type to search all words                                     │
//! │                                                              │
//! │ › strain            strain                                   │
//! │   lock-in           How much weight lies on Russia’s red     │
//! │   red line          line in this field. Demands and …        │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::keymap::Layer;
use crate::page::paper::{Reading, below, heading, inside, lines, menu, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::fit;
use crate::widget::prose::Piece;
use unequal_session::glossary::Glossary;

/// Columns and rows of the page.
const SIZE: (u16, u16) = (92, 22);
/// Columns of the words.
const WORDS: u16 = 26;

/// The words of a screen.
#[derive(Debug)]
pub struct GlossaryPage {
    glossary: Glossary,
    query: LineField,
    /// The words that stand on the screen, what is under the cursor first.
    here: Vec<usize>,
    found: Vec<usize>,
    walk: Walk,
}

impl GlossaryPage {
    /// The words in what is under the cursor, then those of the screen; all words where the screen has none.
    pub fn new(glossary: Glossary, focus: &str, screen: &str) -> Self {
        let mut here = glossary.in_text(focus);
        for place in glossary.in_text(screen) {
            if !here.contains(&place) {
                here.push(place);
            }
        }
        Self::with(glossary, here)
    }

    /// One word, by its place.
    pub fn at(glossary: Glossary, place: usize) -> Self {
        Self::with(glossary, vec![place])
    }

    fn with(glossary: Glossary, here: Vec<usize>) -> Self {
        let here = match here.as_slice() {
            [] => (0..glossary.words().len()).collect(),
            _ => here,
        };
        Self {
            glossary,
            query: LineField::new(60).with_placeholder("type to search all words"),
            found: here.clone(),
            here,
            walk: Walk::default(),
        }
    }

    fn title(&self) -> String {
        if self.query.is_empty() {
            return "What it means".to_owned();
        }
        format!("What it means · {} found", self.found.len())
    }

    /// Where the words lie, and where what the chosen one means.
    fn places(inner: Rect) -> (Rect, Rect) {
        let list = below(inner, 2);
        let width = WORDS.min(list.width / 2);
        let text = Rect {
            x: list.x + width + 2,
            width: list.width.saturating_sub(width + 2),
            ..list
        };
        (Rect { width, ..list }, text)
    }

    fn reading(&self, inner: Rect, sitting: &Sitting) -> Option<Reading> {
        let word = self.found.get(self.walk.chosen(self.found.len())?)?;
        let word = self.glossary.words().get(*word)?;
        let pieces = [
            Piece::Heading(word.name.clone(), sitting.theme.title),
            Piece::Text(word.meaning.clone()),
        ];
        Some(Reading::new(&pieces, Self::places(inner).1, &sitting.theme))
    }
}

impl Page for GlossaryPage {
    fn layer(&self) -> Layer {
        Layer::Line
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.query)
    }

    fn follow(&mut self) {
        self.found = if self.query.text().trim().is_empty() {
            self.here.clone()
        } else {
            self.glossary.search(self.query.text())
        };
        self.walk.go(0);
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let reading = self.reading(inside(sitting, SIZE), sitting);
        let several = (self.found.len() > 1).then(|| Command::Up.hint("choose"));
        let more = reading.is_some_and(|reading| reading.goes_on());
        several
            .into_iter()
            .chain(more.then(|| Command::PageDown.hint("read on")))
            .chain([Command::Back.hint("close")])
            .collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let inner = paper(frame, area, &self.title(), SIZE, theme);
        if let Some(cursor) = self.query.draw(inner, frame.buffer_mut(), theme, true) {
            frame.set_cursor_position(cursor);
        }
        let (list, text) = Self::places(inner);
        let Some(reading) = self.reading(inner, sitting) else {
            let none = "No word like that. Fewer letters find more.";
            lines(frame, list.union(text), &[heading(none, theme.dim)]);
            return;
        };
        let room = usize::from(list.width).saturating_sub(3);
        let words = self.glossary.words();
        let names = self.found.iter().filter_map(|place| words.get(*place));
        let rows: Vec<Line<'_>> = names
            .map(|word| Line::from(Span::styled(fit(&word.name, room), theme.text)))
            .collect();
        menu(frame, list, &rows, self.walk.chosen(rows.len()), sitting);
        reading.draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            return Then::Close;
        }
        let reading = self.reading(inside(sitting, SIZE), sitting);
        let text = reading.map(|reading| reading.text());
        self.walk.follow(command, self.found.len(), text);
        Then::Stay
    }
}
