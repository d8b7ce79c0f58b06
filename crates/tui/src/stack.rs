//! Pages upon each other: a screen, and what lies over it; the only one that lays and lifts them.

pub mod draw;
mod verbs;
mod words;

use std::time::Duration;

use crate::beside::{Beside, Kept};
use crate::command::{self, Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::field::Typing;
use crate::goal::Goal;
use crate::key::{Input, Key};
use crate::keymap::{self, Layer};
use crate::notice::Tone;
use crate::page::{Page, Sheet, Then};
use crate::screen::board::state::Board;
use crate::screen::briefing::Briefing;
use crate::screen::curtain::Curtain;
use crate::screen::decks::Decks;
use crate::screen::end::End;
use crate::screen::home::Home;
use crate::screen::replay::ReplayScreen;
use crate::screen::setup::SetupForm;
use crate::sitting::Sitting;
use unequal_session::{Owner, Place};

/// The interface: a sitting, and the pages that are shown of it.
#[derive(Debug)]
pub struct Stack {
    /// What lies before the person.
    pub sitting: Sitting,
    /// The table of the session that is open, where it is run from here: no page reaches it.
    pub owner: Option<Owner>,
    /// Whether whoever acts elsewhere wakes this screen: then nobody has to look now and then.
    pub is_woken: bool,
    /// What is to go on beside the screen, once a session is open.
    pub beside: Option<Beside>,
    /// What goes on beside it; it ends when the session is left.
    goes_on: Option<Kept>,
    /// The screen that is shown.
    screen: Box<dyn Page>,
    /// What lies over it, the last on top.
    over: Vec<Box<dyn Page>>,
    /// A form for a new session that was left: nothing has to be chosen twice.
    kept: Option<Box<dyn Page>>,
    /// The page over the home screen that the open session was opened from.
    left: Option<Box<dyn Page>>,
}

impl Stack {
    /// A sitting that begins at the home screen.
    pub fn new(sitting: Sitting) -> Self {
        Self {
            sitting,
            owner: None,
            is_woken: false,
            beside: None,
            goes_on: None,
            screen: Box::new(Home::default()),
            over: Vec::new(),
            kept: None,
            left: None,
        }
    }

    /// Takes up the table of a session, at a place where all seats sit in turn.
    pub fn take_up(&mut self, owner: Owner) {
        self.sitting.notes.clear();
        self.sitting.clocks.lapse = None;
        self.sitting.place = Some(owner.place_of_all());
        self.goes_on = self.beside.take().map(|beside| beside.begin(owner.clone()));
        self.owner = Some(owner);
    }

    /// Takes a place at a session that is run elsewhere.
    pub fn take_place(&mut self, place: Place) {
        self.sitting.place = Some(place);
        self.goes_on = None;
        self.owner = None;
    }

    /// Leaves the session that is open: its file is free from now on.
    pub fn give_up(&mut self) {
        self.sitting.place = None;
        self.goes_on = None;
        self.owner = None;
    }

    /// Tells the table whether something is being written here.
    pub fn tell_of_writing(&mut self) {
        let writing = self
            .field_mut()
            .is_some_and(|field| field.draft_name().is_some() && !field.value().is_empty());
        if let Some(place) = &self.sitting.place {
            place.writes(writing);
        }
    }

    /// The pages, the screen first, the one on top last.
    pub fn pages(&self) -> impl Iterator<Item = &dyn Page> {
        std::iter::once(&self.screen)
            .chain(&self.over)
            .map(AsRef::as_ref)
    }

    /// The page on top: it takes the keys.
    pub fn top(&self) -> &dyn Page {
        self.over.last().unwrap_or(&self.screen).as_ref()
    }

    fn top_mut(&mut self) -> &mut Box<dyn Page> {
        self.over.last_mut().unwrap_or(&mut self.screen)
    }

    /// The screen that is shown, whatever lies over it.
    pub fn screen(&self) -> Option<Goal> {
        self.screen.screen()
    }

    /// Whether something lies over the screen.
    pub fn is_covered(&self) -> bool {
        !self.over.is_empty()
    }

    /// The screen that is shown, where nothing lies over it.
    pub fn bare_screen(&self) -> Option<Goal> {
        self.screen().filter(|_| !self.is_covered())
    }

    /// The layer that takes the keys.
    pub fn layer(&self) -> Layer {
        self.top().layer()
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.top_mut().field_mut()
    }

    /// The commands of the footer.
    pub fn hints(&self) -> Vec<Hint> {
        self.top().hints(&self.sitting)
    }

    /// The commands that can be done now: those with a key here, and those of everywhere.
    pub fn offers(&self) -> Vec<Command> {
        let home = self.sitting.place.is_some().then_some(Command::GoHome);
        let own = self.top().offers(&self.sitting);
        own.into_iter()
            .chain(home)
            .chain(self.more_time().into_iter().flatten())
            .chain(command::EVERYWHERE)
            .collect()
    }

    /// What is to be worked out beside the keys for the page on top.
    pub fn wants(&self) -> Option<Order> {
        self.top().wants(&self.sitting)
    }

    /// Lays a page on top; gives what is to be done for it.
    pub fn lay(&mut self, sheet: Sheet) -> Vec<Effect> {
        self.over.push(sheet.page);
        sheet.begins.map(Effect::Work).into_iter().collect()
    }

    /// Takes the page on top away; the screen stays.
    pub fn lift(&mut self) {
        self.over.pop();
    }

    /// Takes away all that lies over the screen.
    pub fn clear(&mut self) {
        self.over.clear();
    }

    /// Takes away what an act has done with: all of it where play advances, else what does not stay.
    pub fn lift_done(&mut self, advances: bool) {
        while self.over.last().is_some_and(|top| advances || !top.stays()) {
            self.over.pop();
        }
    }

    /// Shows a screen, and nothing over it; over the home screen what the session that is left was opened from.
    pub fn show(&mut self, screen: Box<dyn Page>) {
        if self.screen() == Some(Goal::Home) {
            self.left = self.over.pop().filter(|page| page.is_come_back_to());
        }
        self.over.clear();
        self.screen = screen;
        if self.screen() == Some(Goal::Home) {
            self.over.extend(self.left.take());
        }
        self.sitting.is_awaited = self.left.is_some();
    }

    /// Shows the screen that a page leads to. The projector is shown by an effect only: it needs a file. A terminal
    /// that is one seat's alone shows nothing but the session.
    pub fn go(&mut self, goal: Goal) {
        let elsewhere = matches!(
            goal,
            Goal::Home | Goal::Setup | Goal::Decks | Goal::Replay | Goal::Projector
        );
        if self.sitting.confined && elsewhere {
            return;
        }
        if goal == Goal::Home && self.screen() == Some(Goal::Setup) {
            let left = std::mem::replace(&mut self.screen, Box::new(Home::default()));
            self.kept = Some(left);
            return self.clear();
        }
        let screen: Box<dyn Page> = match goal {
            Goal::Home => Box::new(Home::default()),
            Goal::Setup => match self.kept.take() {
                Some(kept) => kept,
                None => Box::new(SetupForm::fresh(&self.sitting.clock)),
            },
            Goal::Decks => Box::new(Decks::default()),
            Goal::Briefing(seat) => Box::new(Briefing::new(seat)),
            Goal::Curtain(seat) => Box::new(Curtain::new(seat)),
            Goal::Board => Box::new(Board::default()),
            Goal::End => Box::new(End::new()),
            Goal::Replay => Box::new(ReplayScreen),
            Goal::Projector => return,
        };
        self.show(screen);
    }

    /// Forgets the form that was left: a session has been begun.
    pub fn forget_form(&mut self) {
        self.kept = None;
    }

    /// Takes one thing that happened; gives what is to be done outside the interface.
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        self.sitting.pilot_failed = false;
        match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(columns, rows) => {
                self.sitting.size = (columns, rows);
                Vec::new()
            }
            Input::Click(column, row) => match self.sitting.target(column, row) {
                Some(command) => {
                    self.sitting.notice = None;
                    self.command(command)
                }
                None => Vec::new(),
            },
            Input::Wheel(_, _, down) => {
                let command = if down { Command::Down } else { Command::Up };
                self.command(command)
            }
            Input::Tick => {
                if let Some(replay) = &mut self.sitting.replay {
                    replay.player.hurried = true;
                }
                self.pass().unwrap_or_default()
            }
        }
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.sitting.notice = None;
        if let Some(command) = keymap::lookup(self.layer(), key) {
            return self.command(command);
        }
        if key.typed().is_some_and(char::is_alphabetic) {
            self.go_to_text();
        }
        if let Some(field) = self.field_mut() {
            let beyond = field.key(key);
            self.typed();
            return beyond.map_or_else(Vec::new, |command| self.command(command));
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.sitting.notice = None;
        self.go_to_text();
        if let Some(field) = self.field_mut() {
            if let Some(said) = field.paste(text) {
                self.sitting.say(Tone::Trouble, said);
            }
            self.typed();
        }
        Vec::new()
    }

    /// Whoever types or pastes where nothing is typed means a text that waits.
    fn go_to_text(&mut self) {
        if self.field_mut().is_none() {
            self.top_mut().go_to_text();
        }
    }

    /// After something was typed: keeps the draft, lets the page on top follow the text.
    fn typed(&mut self) {
        self.top_mut().follow();
        let Some(field) = self.field_mut() else {
            return;
        };
        if let Some(name) = field.draft_name().map(str::to_owned) {
            let text = field.value();
            self.sitting.typed(name, text);
        }
    }

    /// Gives a command to the page on top.
    pub fn on(&mut self, command: Command) -> Vec<Effect> {
        let top = self.over.last_mut().unwrap_or(&mut self.screen);
        let then = top.on(&mut self.sitting, command);
        self.follow(then)
    }

    /// How long it may be before the screen changes by itself; none where it does not.
    pub fn pause(&self) -> Option<Duration> {
        self.screen.pause(&self.sitting)
    }

    /// Lets time pass on the screen; gives what is to be done, where it changed by itself.
    pub fn pass(&mut self) -> Option<Vec<Effect>> {
        let covered = self.is_covered();
        let then = self.screen.pass(&mut self.sitting, covered)?;
        Some(self.follow(then))
    }

    fn follow(&mut self, then: Then) -> Vec<Effect> {
        match then {
            Then::Stay => {}
            Then::Close => self.lift(),
            Then::Open(sheet) => return self.lay(sheet),
            Then::Go(goal) => self.go(goal),
            Then::Do(effects) => return effects,
        }
        Vec::new()
    }
}
