//! Plays the interface without a terminal: keys in, screens out as text. For tests and for pictures in documents.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::console::{Console, Happening};
use crate::key::Input;
use crate::shelf::Shelf;
use crate::sitting::Sitting;
use crate::stack::Stack;
use crate::stack::draw::draw;
use crate::theme::{Theme, ThemeName};
use crate::{flow, outside};
use unequal_core::deck::{Deck, shipped};
use unequal_session::owned::Held;
use unequal_session::{Place, SessionError, Setup, Table};

/// When everything happens, as far as the harness is concerned.
pub const NOW: &str = "2026-11-23T11:42:07Z";

/// The interface on a terminal of memory.
#[derive(Debug)]
pub struct Play {
    /// The interface.
    pub stack: Stack,
    /// What the terminal was told apart from drawing.
    pub console: Noted,
    terminal: Terminal<TestBackend>,
    left: bool,
    /// Takes what a session begun from here would write; goes with the harness.
    folder: Option<TempDir>,
}

/// A console that notes what it is told and never has anything to say.
#[derive(Debug, Default)]
pub struct Noted {
    /// The title set last.
    pub title: Option<String>,
    /// Whether the mouse is on.
    pub mouse: bool,
    /// How often the bell rang.
    pub rings: usize,
    /// How often it was left for the shell.
    pub stops: usize,
    /// The record that is being written.
    pub record: Option<PathBuf>,
}

impl Console for Noted {
    fn next(&mut self, _wait: Option<Duration>) -> Option<Happening> {
        None
    }

    fn listen_to_mouse(&mut self, on: bool) {
        self.mouse = on;
    }

    fn ring(&mut self) {
        self.rings += 1;
    }

    fn suspend(&mut self) {
        self.stops += 1;
    }

    fn set_title(&mut self, session: Option<&str>) {
        self.title = session.map(str::to_owned);
    }

    fn note_record(&mut self, path: Option<&Path>) {
        self.record = path.map(Path::to_owned);
    }
}

impl Play {
    /// The home screen over a folder of saves.
    pub fn home(folder: &Path) -> Self {
        let mut shelf = Shelf::in_folder(folder.to_owned());
        shelf.list();
        let sitting = Sitting::new(Theme::default(), Clock::held_at(NOW), shelf);
        let mut play = Self {
            stack: Stack::new(sitting),
            console: Noted::default(),
            terminal: terminal(80, 24),
            left: false,
            folder: None,
        };
        play.catch_up();
        play
    }

    /// A session of the shipped deck that is kept in memory only, opened as if just set up.
    ///
    /// # Errors
    ///
    /// Fails where the deck cannot serve the setup.
    ///
    /// # Panics
    ///
    /// Where the shipped deck is wrong.
    pub fn new(setup: &Setup) -> Result<Self, SessionError> {
        let shipped = &shipped()[0];
        let deck = Deck::from_text(shipped.id, shipped.text).expect("the shipped deck is right");
        Self::with_deck(deck, setup)
    }

    /// A session of a deck that is kept in memory only, opened as if just set up.
    ///
    /// # Errors
    ///
    /// Fails where the deck cannot serve the setup.
    ///
    /// # Panics
    ///
    /// Where the system gives no folder for temporary files.
    pub fn with_deck(deck: Deck, setup: &Setup) -> Result<Self, SessionError> {
        let folder = tempfile::tempdir().expect("the system gives temporary folders");
        let mut play = Self::home(folder.path());
        play.folder = Some(folder);
        let table = Table::unrecorded(deck, setup, NOW)?;
        flow::open(&mut play.stack, table, None, None);
        play.catch_up();
        Ok(play)
    }

    /// A screen at a place of a session that is run elsewhere.
    ///
    /// # Panics
    ///
    /// Where the system gives no folder for temporary files.
    pub fn at(place: Place) -> Self {
        let folder = tempfile::tempdir().expect("the system gives temporary folders");
        let mut play = Self::home(folder.path());
        play.folder = Some(folder);
        flow::sit_at(&mut play.stack, place);
        play.catch_up();
        play
    }

    /// The table of the session that is open, which no screen reaches.
    ///
    /// # Panics
    ///
    /// Where none is open, or it is run elsewhere. While the table is held, nothing else may be asked of it.
    pub fn table(&self) -> Held<'_> {
        self.stack
            .owner
            .as_ref()
            .expect("a session is open")
            .table()
    }

    /// Lets the screen see what has been done at the table from elsewhere.
    pub fn look(&mut self) -> &mut Self {
        flow::look(&mut self.stack);
        self.catch_up();
        self
    }

    /// The same on a terminal of another size.
    #[must_use]
    pub fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.resize(columns, rows);
        self
    }

    /// The same in another theme.
    #[must_use]
    pub fn themed(mut self, name: ThemeName) -> Self {
        self.stack.sitting.theme = Theme::named(name);
        self
    }

    /// Changes the terminal's size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.input(Input::Resize(columns, rows))
    }

    /// Presses keys, written as in `d2<enter>reason<esc>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for input in Input::keys(keys) {
            self.input(input);
        }
        self
    }

    /// Lets one thing happen, with all that follows from it.
    pub fn input(&mut self, input: Input) -> &mut Self {
        for effect in self.stack.handle(input) {
            self.left |= outside::perform(&mut self.stack, &mut self.console, effect);
        }
        self.catch_up();
        self
    }

    /// Waits until everything that is worked out beside the loop has come back.
    ///
    /// # Panics
    ///
    /// Where that takes longer than two minutes.
    pub fn wait(&mut self) -> &mut Self {
        let begun = std::time::Instant::now();
        while self.stack.sitting.errands.is_busy() {
            outside::look(&mut self.stack);
            assert!(
                begun.elapsed() < Duration::from_mins(2),
                "it takes too long"
            );
            std::thread::yield_now();
        }
        self.catch_up();
        self
    }

    /// Whether the program was left.
    pub const fn is_left(&self) -> bool {
        self.left
    }

    /// The page on top, as its fields are.
    pub fn top(&self) -> String {
        let top = self.stack.top();
        format!("{top:?}")
    }

    /// The screen as text, one line a row, without blanks at the ends.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let width = usize::from(buffer.area.width.max(1));
        let mut text = String::new();
        for row in buffer.content().chunks(width) {
            let mut line = String::new();
            let mut hidden = 0;
            for cell in row {
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                line.push_str(cell.symbol());
                hidden = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// The screen with its styles, for where colour carries meaning.
    pub fn styled(&mut self) -> String {
        format!("{:?}", self.buffer())
    }

    /// The screen as it is drawn now.
    pub fn buffer(&mut self) -> Buffer {
        let stack = &self.stack;
        let drawn = self.terminal.draw(|frame| draw(frame, stack));
        let Ok(drawn) = drawn;
        drawn.buffer.clone()
    }

    /// Does all that waits to be done: bots act, saves are looked at, drafts are kept.
    fn catch_up(&mut self) {
        let Ok(size) = self.terminal.size();
        self.stack.sitting.size = (size.width, size.height);
        flow::settle(&mut self.stack);
        // A bot that cannot act is told in a notice and not asked again before the next input.
        while flow::is_pilot_due(&self.stack) && outside::step(&mut self.stack) {
            flow::settle(&mut self.stack);
        }
        while self.stack.sitting.shelf.is_reading() {
            self.stack.sitting.shelf.read_one();
        }
        self.stack.sitting.keep_draft();
    }
}

fn terminal(columns: u16, rows: u16) -> Terminal<TestBackend> {
    let Ok(terminal) = Terminal::new(TestBackend::new(columns, rows));
    terminal
}

#[cfg(test)]
mod tests;
