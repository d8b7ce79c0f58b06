//! A seat at a terminal that is not this process's own: keys come from a stream, and what is to be shown goes to one.
//!
//! The whole interface runs here, and what leaves is what the terminal shows. Such a terminal is one seat's alone: it
//! reaches no file, and no other session.

use std::cell::Cell;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::execute;
use crossterm::style::Print;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell as Drawn;
use ratatui::layout::{Position, Size};

use crate::ability::Glyphs;
use crate::clock::Clock;
use crate::console::{Console, Happening};
use crate::key::Input;
use crate::run::{self, Ending};
use crate::shelf::Shelf;
use crate::sitting::Sitting;
use crate::stack::Stack;
use crate::theme::{Theme, ThemeName};
use crate::{flow, terminal, time};
use unequal_session::{Drafts, Place};

/// What is known of a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Looks {
    /// Columns and rows.
    pub size: (u16, u16),
    /// The colours.
    pub theme: ThemeName,
    /// The signs.
    pub glyphs: Glyphs,
    /// Whether the mouse is listened to.
    pub mouse: bool,
}

/// What has happened at a terminal, waited for at most so long; for ever where that is none.
pub type Hears<'a> = Box<dyn FnMut(Option<Duration>) -> Option<Happening> + 'a>;

/// Lets somebody sit at a place, at a terminal elsewhere, until they leave or are gone; each flush of `out` is one
/// picture, or less.
///
/// # Errors
///
/// Fails where nothing can be shown any more.
pub fn sit<W: Write + Clone>(
    place: Place,
    looks: Looks,
    clock: Clock,
    hears: Hears<'_>,
    out: W,
) -> io::Result<Ending> {
    let size = Rc::new(Cell::new(looks.size));
    let mut sitting = Sitting::new(
        Theme::named(looks.theme),
        clock,
        Shelf::in_folder(PathBuf::new()),
    );
    sitting.confined = true;
    sitting.size = looks.size;
    sitting.mouse = looks.mouse;
    sitting.glyphs = looks.glyphs;
    let path = place.standing().path.as_deref();
    sitting.drafts = path
        .filter(|_| !place.looks_on())
        .map(|path| Drafts::load(path).0);
    let mut stack = Stack::new(sitting);
    stack.is_woken = true;
    let mut console = Far {
        hears,
        out: out.clone(),
        size: Rc::clone(&size),
    };
    console.set_title(Some(&place.standing().name));
    if looks.mouse {
        console.listen_to_mouse(true);
    }
    // Whoever has acted from this seat, or come back to it, has read the briefing.
    if place
        .seen(0..place.entries())
        .iter()
        .any(|seen| seen.seat == place.seat())
    {
        stack.sitting.briefed.insert(place.seat());
    }
    flow::sit_at(&mut stack, place);
    stack.sitting.redraw = true;
    let backend = Shown {
        backend: CrosstermBackend::new(out),
        size,
        cursor: Position::default(),
        shows: None,
        is_there: false,
    };
    let mut screen = Terminal::new(backend)?;
    time::look(&mut stack, &mut console);
    let ending = run::run(&mut screen, &mut stack, &mut console);
    stack.give_up();
    // Dropped, a screen that is gone would complain where nobody can hear it.
    if screen.show_cursor().is_err() {
        std::mem::forget(screen);
    }
    ending
}

/// A terminal elsewhere, apart from drawing.
struct Far<'a, W> {
    hears: Hears<'a>,
    out: W,
    size: Rc<Cell<(u16, u16)>>,
}

impl<W: Write> Console for Far<'_, W> {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        let happening = (self.hears)(wait)?;
        if let Happening::Input(Input::Resize(columns, rows)) = happening {
            self.size.set((columns.max(1), rows.max(1)));
        }
        Some(happening)
    }

    // A terminal that takes none of these does no harm: they are comforts.
    fn listen_to_mouse(&mut self, on: bool) {
        let _ = if on {
            execute!(self.out, EnableMouseCapture)
        } else {
            execute!(self.out, DisableMouseCapture)
        };
    }

    fn suspend(&mut self) {}

    fn ring(&mut self) {
        let _ = execute!(self.out, Print('\u{7}'));
    }

    fn set_title(&mut self, session: Option<&str>) {
        let _ = terminal::title(&mut self.out, session);
    }

    fn note_record(&mut self, _path: Option<&Path>) {}
}

/// Draws for a terminal elsewhere: nothing of it is asked of the system.
///
/// Where nothing changes, nothing is sent: whoever counts bytes learns of no entry that this seat does not see.
#[derive(Debug)]
struct Shown<W: Write> {
    backend: CrosstermBackend<W>,
    size: Rc<Cell<(u16, u16)>>,
    cursor: Position,
    /// How the terminal shows its cursor; none where it is not known.
    shows: Option<bool>,
    /// Whether the terminal's cursor is where it was put last.
    is_there: bool,
}

impl<W: Write> Shown<W> {
    /// Whoever draws everything anew does not rely on what was sent: it may have been left out.
    fn forget(&mut self) {
        (self.shows, self.is_there) = (None, false);
    }
}

impl<W: Write> Backend for Shown<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Drawn)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.is_there = false;
        self.backend.draw(content)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.is_there = false;
        self.backend.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shows.replace(false) == Some(false) {
            return Ok(());
        }
        self.backend.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shows.replace(true) == Some(true) {
            return Ok(());
        }
        self.backend.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.is_there && position == self.cursor {
            return Ok(());
        }
        (self.cursor, self.is_there) = (position, true);
        self.backend.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget();
        self.backend.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.forget();
        self.backend.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = self.size.get();
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.backend)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Keeps what is sent.
    #[derive(Clone, Debug, Default)]
    struct Line(Rc<RefCell<Vec<u8>>>);

    impl Write for Line {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Line {
        /// What was sent since the last look.
        fn sent(&self) -> String {
            String::from_utf8(std::mem::take(&mut *self.0.borrow_mut())).unwrap()
        }
    }

    fn shown() -> (Shown<Line>, Line) {
        let line = Line::default();
        let shown = Shown {
            backend: CrosstermBackend::new(line.clone()),
            size: Rc::new(Cell::new((80, 24))),
            cursor: Position::default(),
            shows: None,
            is_there: false,
        };
        (shown, line)
    }

    /// Draws signs in the first row, with the cursor behind them.
    fn draw(shown: &mut Shown<Line>, signs: &[&'static str]) {
        let cells: Vec<Drawn> = signs.iter().map(|sign| Drawn::new(sign)).collect();
        let content = (0..).zip(&cells).map(|(x, cell)| (x, 0, cell));
        shown.draw(content).unwrap();
        shown.show_cursor().unwrap();
        shown.set_cursor_position((3, 0)).unwrap();
    }

    const SHOWN: &str = "\u{1b}[?25h";
    const PUT: &str = "\u{1b}[1;4H";

    #[test]
    fn where_nothing_changes_nothing_is_sent() {
        let (mut shown, line) = shown();
        draw(&mut shown, &["a"]);
        assert!(line.sent().contains(SHOWN));
        draw(&mut shown, &[]);
        assert_eq!(line.sent(), "");
        // What is drawn moves the cursor: it is put back.
        draw(&mut shown, &["b"]);
        let again = line.sent();
        assert!(again.contains(PUT) && !again.contains(SHOWN), "{again:?}");
    }

    #[test]
    fn drawn_anew_the_cursor_is_sent_again_for_what_was_sent_may_have_been_left_out() {
        let (mut shown, line) = shown();
        draw(&mut shown, &["a"]);
        for anew in [Shown::clear, |shown: &mut Shown<Line>| {
            shown.clear_region(ClearType::All)
        }] {
            anew(&mut shown).unwrap();
            line.sent();
            draw(&mut shown, &[]);
            let again = line.sent();
            assert!(again.contains(SHOWN) && again.contains(PUT), "{again:?}");
        }
    }
}
