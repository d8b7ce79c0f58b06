//! What lies before a person and takes the keys: a screen, or what lies over one.
//!
//! A page knows the sitting and nothing above it: it answers a command with what is to become of it, and
//! the stack does that.

pub mod asking;
pub mod confirm;
pub mod decision;
pub mod form;
pub mod glossary;
pub mod help;
pub mod leaf;
pub mod listing;
pub mod palette;
pub mod paper;
pub mod question;

use std::fmt::Debug;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::field::Typing;
use crate::goal::Goal;
use crate::keymap::{self, Layer};
use crate::sitting::Sitting;

/// What becomes of a page after a command.
#[derive(Debug)]
pub enum Then {
    /// It stays.
    Stay,
    /// It is taken away.
    Close,
    /// Another page is laid on it.
    Open(Sheet),
    /// Another screen is shown, and nothing over it.
    Go(Goal),
    /// Something is done outside the interface; it stays until that has worked.
    Do(Vec<Effect>),
}

/// A page: a screen, a sheet, a question, the help, the palette.
pub trait Page: Debug + Send {
    /// The layer of its keys: `Line` or `Text` while a text field has the focus.
    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    /// The screen that it is; none for what lies over one.
    fn screen(&self) -> Option<Goal> {
        None
    }

    /// The text field that is typed into, if one is.
    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        None
    }

    /// Goes to a text that waits to be written, if one does: somebody begins to type where nothing is typed.
    fn go_to_text(&mut self) {}

    /// Follows what was typed into its field.
    fn follow(&mut self) {}

    /// The commands that can be done on it, with a key or without: on a screen those of its keys, on what lies over one
    /// those of its footer.
    fn offers(&self, sitting: &Sitting) -> Vec<Command> {
        if self.screen().is_some() {
            return with_keys(self.layer());
        }
        let hints = self.hints(sitting).into_iter();
        hints.map(|hint| hint.command).collect()
    }

    /// What is under the cursor, in words; none where the mark of a list shows it.
    fn focus(&self, _sitting: &Sitting) -> Option<String> {
        None
    }

    /// Whether it looks for words itself, where every other page leaves that to the search through everything.
    fn searches(&self) -> bool {
        false
    }

    /// Whether it takes the screen: nothing that it lies on shows but the first line.
    fn takes_screen(&self) -> bool {
        false
    }

    /// Whether a session that was opened from it leads back to it when it is left.
    fn is_come_back_to(&self) -> bool {
        false
    }

    /// Whether it stays after an act that does not advance play, such as one on the plan of injects.
    fn stays(&self) -> bool {
        false
    }

    /// What is to be worked out beside the keys for it.
    fn wants(&self, _sitting: &Sitting) -> Option<Order> {
        None
    }

    /// How long it may be before it changes by itself; none where it does not.
    fn pause(&self, _sitting: &Sitting) -> Option<Duration> {
        None
    }

    /// Lets time pass; gives what becomes of it, where it changed by itself.
    fn pass(&mut self, _sitting: &mut Sitting, _covered: bool) -> Option<Then> {
        None
    }

    /// The commands of the footer: what may be done now, nothing else.
    fn hints(&self, sitting: &Sitting) -> Vec<Hint>;

    /// Draws it over `area`.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting);

    /// Does a command.
    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then;
}

/// The commands that have a key of their own in a layer.
pub fn with_keys(layer: Layer) -> Vec<Command> {
    keymap::own(layer)
        .iter()
        .map(|(_, command)| *command)
        .collect()
}

/// A page made ready to be laid on others.
#[derive(Debug)]
pub struct Sheet {
    /// The page.
    pub page: Box<dyn Page>,
    /// What is worked out beside the keys from then on.
    pub begins: Option<Order>,
}

impl Sheet {
    /// Makes a sheet of a page.
    pub fn new(page: impl Page + 'static) -> Self {
        Self {
            page: Box::new(page),
            begins: None,
        }
    }

    /// The same, with something that is begun as it is laid.
    #[must_use]
    pub fn beginning(mut self, order: Order) -> Self {
        self.begins = Some(order);
        self
    }
}
