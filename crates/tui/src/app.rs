//! The state of the interface: what is shown, what lies on top, what was typed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use ratatui::layout::{Position, Rect};

use crate::clock::Clock;
use crate::command::{self, Command};
use crate::effect::Effect;
use crate::errand::Errands;
use crate::field::Typing;
use crate::key::{Input, Key};
use crate::keymap::{self, Layer};
use crate::looked::Looked;
use crate::notice::{Notice, Tone};
use crate::screen::setup::SetupForm;
use crate::screen::{Screen, replay};
use crate::shelf::Shelf;
use crate::stack::Overlay;
use crate::stack::verbs;
use crate::theme::Theme;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::desk::AfterBand;
use unequal_session::dry_run::Coming;
use unequal_session::{Drafts, Table};

/// How the white cell works at this screen; nothing of it is on the record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Whether it keeps the screen while other seats act.
    pub keeps_screen: bool,
    /// The injects that are due and that it has been called for.
    pub called_for: Vec<String>,
    /// Whether dice are kept behind their odds: some rooms do not want to see them.
    pub hides_dice: bool,
    /// What would follow each result of the exchange on the desk, as it lay there after an entry.
    pub outlook: Option<(u64, Vec<AfterBand>)>,
    /// When the injects of the plan would come, as it stood after an entry.
    pub comings: Option<(u64, Vec<Coming>)>,
}

impl Desk {
    /// The last entry that changed what is worked out beside the desk: words change nothing.
    pub fn entry(&self, table: &Table) -> u64 {
        let words = |act: &Action| {
            matches!(
                act,
                Action::Argue { .. } | Action::Note { .. } | Action::Bookmark { .. }
            )
        };
        let mut moments = table.moments().iter().rev();
        moments
            .find(|moment| !words(&moment.entry.act))
            .map_or(0, |moment| moment.entry.number)
    }

    /// What would follow each result, where it is worked out for the table as it is.
    pub fn outlook(&self, table: &Table) -> Option<&[AfterBand]> {
        let (entry, after) = self.outlook.as_ref()?;
        (*entry == self.entry(table)).then_some(after)
    }

    /// When the injects would come, where it is worked out for the table as it is.
    pub fn comings(&self, table: &Table) -> Option<&[Coming]> {
        let (entry, comings) = self.comings.as_ref()?;
        (*entry == self.entry(table)).then_some(comings)
    }
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
    /// What time it is.
    pub clock: Clock,
    /// The saved sessions.
    pub shelf: Shelf,
    /// A form for a new session that was left.
    pub kept_form: Option<Box<SetupForm>>,
    /// The session that is open. Only the run loop changes it, by effects.
    pub table: Option<Table>,
    /// The lines that were left for the one that is open, with the entries looked at: the last first to
    /// come back to.
    pub trail: Vec<(PathBuf, u64)>,
    /// What is being worked out beside the loop.
    pub errands: Errands,
    /// Who sits at the screen; none while the curtain is down or no session is open.
    pub seat: Option<Seat>,
    /// Whether a curtain falls between seats.
    pub curtain: bool,
    /// How the clocks stood when they were last looked at, and whether they are shown.
    pub clocks: Looked,
    /// How the white cell works at this screen.
    pub desk: Desk,
    /// Who has read the briefing.
    pub briefed: BTreeSet<Seat>,
    /// Whether a bot or the program could not act: it is not asked again before the next input.
    pub pilot_failed: bool,
    /// The acts that open what people sealed, by commitment: for sessions that have no drafts on disk.
    pub sealed: BTreeMap<String, Action>,
    /// What was typed and not sent, beside the open session.
    pub drafts: Option<Drafts>,
    /// What was typed last and is not on disk yet: the field's name, its text.
    pub unsaved_draft: Option<(String, String)>,
    /// Where what is shown lies, for the mouse; drawing fills it.
    targets: RefCell<Vec<(Rect, Command)>>,
}

impl App {
    /// An interface that shows a screen.
    pub fn new(screen: Screen, theme: Theme, clock: Clock, shelf: Shelf) -> Self {
        Self {
            screen,
            overlays: Vec::new(),
            notice: None,
            theme,
            size: (80, 24),
            mouse: false,
            clock,
            shelf,
            kept_form: None,
            table: None,
            trail: Vec::new(),
            errands: Errands::default(),
            seat: None,
            curtain: true,
            clocks: Looked::default(),
            desk: Desk::default(),
            briefed: BTreeSet::new(),
            pilot_failed: false,
            sealed: BTreeMap::new(),
            drafts: None,
            unsaved_draft: None,
            targets: RefCell::default(),
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

    /// The commands that can be done now: those with a key here, and those of everywhere.
    pub fn offers(&self) -> Vec<Command> {
        let own = match self.overlays.last() {
            None => self.screen.offers(self),
            Some(_) => keymap::own(self.layer())
                .iter()
                .map(|(_, command)| *command)
                .collect(),
        };
        let home = self.table.is_some().then_some(Command::GoHome);
        own.into_iter()
            .chain(home)
            .chain(command::EVERYWHERE)
            .collect()
    }

    /// What was typed into a field and not sent.
    pub fn draft(&self, name: &str) -> String {
        match &self.unsaved_draft {
            Some((unsaved, text)) if unsaved == name => text.clone(),
            _ => self
                .drafts
                .as_ref()
                .and_then(|drafts| drafts.get(name))
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// Takes one thing that happened; gives what is to be done outside the interface.
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        self.pilot_failed = false;
        match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Input::Click(column, row) => match self.target(column, row) {
                Some(command) => {
                    self.notice = None;
                    verbs::run(self, command)
                }
                None => Vec::new(),
            },
            Input::Wheel(_, _, down) => {
                let command = if down { Command::Down } else { Command::Up };
                verbs::run(self, command)
            }
            Input::Tick => {
                replay::tick(self);
                Vec::new()
            }
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

    /// Forgets where things lay: drawing begins anew.
    pub(crate) fn forget_targets(&self) {
        self.targets.borrow_mut().clear();
    }

    /// Notes that a click on `place` means `command`.
    pub fn mark(&self, place: Rect, command: Command) {
        if self.mouse {
            self.targets.borrow_mut().push((place, command));
        }
    }

    /// Notes where the rows of a list lie.
    pub fn mark_rows(&self, places: impl Iterator<Item = (usize, Rect)>) {
        for (row, place) in places {
            self.mark(place, Command::Row(u16::try_from(row).unwrap_or(u16::MAX)));
        }
    }

    fn target(&self, column: u16, row: u16) -> Option<Command> {
        let at = Position::new(column, row);
        self.targets
            .borrow()
            .iter()
            .rev()
            .find(|(place, _)| place.contains(at))
            .map(|(_, command)| *command)
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        if let Some(command) = keymap::lookup(self.layer(), key) {
            return verbs::run(self, command);
        }
        if let Some(field) = self.field_mut() {
            field.key(key);
            self.typed();
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.notice = None;
        if let Some(field) = self.field_mut() {
            if let Some(said) = field.paste(text) {
                self.say(Tone::Trouble, said);
            }
            self.typed();
        }
        Vec::new()
    }

    /// After something was typed: keeps the draft, lets what is on top follow the text.
    fn typed(&mut self) {
        match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => palette.follow(),
            Some(_) => {}
            None => self.screen.follow(),
        }
        let Some(field) = self.field_mut() else {
            return;
        };
        let Some(name) = field.draft_name().map(str::to_owned) else {
            return;
        };
        let text = field.value();
        // One field at a time waits for the disk; the one before is kept before it is forgotten.
        if self
            .unsaved_draft
            .as_ref()
            .is_some_and(|(unsaved, _)| *unsaved != name)
        {
            self.keep_draft();
        }
        self.unsaved_draft = Some((name, text));
    }

    /// Puts on disk what was typed last. What cannot be kept is said, and never stops the play.
    pub fn keep_draft(&mut self) {
        let (Some((name, text)), Some(drafts)) = (self.unsaved_draft.take(), &mut self.drafts)
        else {
            return;
        };
        if let Err(error) = drafts.set(&name, &text) {
            self.say(
                Tone::Trouble,
                format!("What you type is not being kept: {error}"),
            );
        }
    }
}
