//! The state of the interface: what is shown, what lies on top, what was typed.

use crate::engine::seat::Seat;
use crate::tui::command;
use crate::tui::effect::Effect;
use crate::tui::field::Typing;
use crate::tui::key::{Input, Key};
use crate::tui::keymap::{self, Layer};
use crate::tui::overlay::Overlay;
use crate::tui::screen::Screen;
use crate::tui::theme::Theme;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Plain,
    /// Something went well.
    Good,
    /// Something did not work; nothing was changed.
    Trouble,
}

/// One line to the person at the screen; the next key takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How grave.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// The interface.
#[derive(Debug)]
pub struct App {
    /// The screen that is shown.
    pub screen: Screen,
    /// What lies over it, the last on top.
    pub overlays: Vec<Overlay>,
    /// A line to the person at the screen.
    pub notice: Option<Notice>,
    /// The colours.
    pub theme: Theme,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Who sits at the screen; none while the curtain is down or no session is open.
    pub seat: Option<Seat>,
}

impl App {
    /// An interface that shows a screen.
    pub fn new(screen: Screen, theme: Theme) -> Self {
        Self {
            screen,
            overlays: Vec::new(),
            notice: None,
            theme,
            size: (80, 24),
            mouse: false,
            seat: None,
        }
    }

    /// The layer that takes the keys.
    pub fn layer(&self) -> Layer {
        self.overlays
            .last()
            .map_or_else(|| self.screen.layer(), Overlay::layer)
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self.overlays.last_mut() {
            Some(overlay) => overlay.field_mut(),
            None => self.screen.field_mut(),
        }
    }

    /// Takes one thing that happened; gives what is to be done outside the interface.
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Input::Click(..) | Input::Wheel(..) | Input::Tick => Vec::new(),
        }
    }

    /// Says something in one line.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.notice = Some(Notice {
            tone,
            text: text.into(),
        });
    }

    /// Takes away what lies on top.
    pub fn close_overlay(&mut self) {
        self.overlays.pop();
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        if let Some(command) = keymap::lookup(self.layer(), key) {
            return command::run(self, command);
        }
        let Some(field) = self.field_mut() else {
            return Vec::new();
        };
        field.key(key);
        self.typed()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.notice = None;
        let Some(field) = self.field_mut() else {
            return Vec::new();
        };
        if let Some(said) = field.paste(text) {
            self.say(Tone::Trouble, said);
        }
        self.typed()
    }

    /// After something was typed: keeps the draft, lets what is on top follow the text.
    fn typed(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Palette(palette)) = self.overlays.last_mut() {
            palette.follow();
        }
        let Some(field) = self.field_mut() else {
            return Vec::new();
        };
        let text = field.value();
        field
            .draft_name()
            .map(|name| Effect::SaveDraft {
                name: name.to_owned(),
                text,
            })
            .into_iter()
            .collect()
    }
}
