//! The home screen: what to do, and the sessions that are there.
//!
//! ```text
//!  unequal                                                            version 0.2.0
//!
//!    Wargaming an unequal partnership:
//!    one side demands, the other answers, everybody watches how long it holds.
//!
//!  › New session     n   set up a table; ⏎ twice starts one
//!    Continue        c   Stockholm table 2, move 4, today 11:42
//!    Replay          r   read a session step by step
//!    Sessions        m   report, rename, copy, verify, print, close
//!    Compare         v   see some side by side; a shows all of them in groups
//!    Decks           d   read the scenario: domains, cards, injects
//!    Help            ?   the keys of this screen; every screen has its own
//!    Quit            q
//!
//!    Sessions in saves
//!    Stockholm table 2        Unequal Partners      move 4 · response   today 11:42
//!    old.toml                 ! entry 7 is damaged …
//! ```
//!
//! *Continue*, *replay* and *sessions* put the cursor on the sessions, unless there is none to go on with.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::{Order, Papers};
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::{Page, Then, paper};
use crate::screen::save_row::save_rows;
use crate::screen::{choose, cohort, header, session_menu};
use crate::shelf::Save;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::{fit, pad};

/// What to do with a session of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Continue,
    Replay,
    Menu,
}

/// Where the cursor is on the home screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Home {
    item: usize,
    /// The chosen session, and what for; none while the cursor is on the menu.
    session: Option<(Purpose, usize)>,
}

const ITEMS: [(Command, &str); 8] = [
    (Command::NewSession, "New session"),
    (Command::Continue, "Continue"),
    (Command::Replay, "Replay"),
    (Command::SessionMenu, "Sessions"),
    (Command::Compare, "Compare"),
    (Command::Decks, "Decks"),
    (Command::Help, "Help"),
    (Command::Quit, "Quit"),
];

/// Columns that the home screen takes at most.
const WIDEST: u16 = 104;

impl Home {
    fn menu_rows(sitting: &Sitting) -> Vec<Line<'static>> {
        let theme = &sitting.theme;
        ITEMS
            .iter()
            .map(|(command, name)| {
                let key = crate::keymap::key_for(crate::keymap::Layer::Home, *command)
                    .map_or_else(String::new, crate::key::Key::label);
                Line::from(vec![
                    Span::styled(pad(name, 15), theme.text),
                    Span::styled(pad(&key, 4), theme.accent),
                    Span::styled(about(*command, sitting), theme.dim),
                ])
            })
            .collect()
    }

    fn draw_sessions(self, frame: &mut Frame<'_>, title: Rect, list: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let folder = sitting.shelf.folder.display().to_string();
        let heading = match self.session {
            None => format!("  Sessions in {folder}"),
            Some((Purpose::Continue, _)) => "  Which session is to go on?".to_owned(),
            Some((Purpose::Replay, _)) => "  Which session is to be replayed?".to_owned(),
            Some((Purpose::Menu, _)) => {
                "  Which session? Enter tells what can be done with it".to_owned()
            }
        };
        let heading = fit(&heading, usize::from(title.width));
        let line = if self.session.is_some() {
            Line::from(Span::styled(heading, theme.title))
        } else {
            Line::from(Span::styled(heading, theme.dim))
        };
        frame.render_widget(line, title);
        if sitting.shelf.saves.is_empty() {
            let words = match &sitting.shelf.trouble {
                Some(trouble) => Line::from(vec![
                    Span::styled("  ! ", theme.danger),
                    Span::styled(trouble.clone(), theme.text),
                ]),
                None if sitting.shelf.is_reading() => {
                    Line::from(Span::styled("  reading …", theme.dim))
                }
                None => Line::from(Span::styled("  none yet", theme.dim)),
            };
            frame.render_widget(words, list);
            return;
        }
        let width = usize::from(list.width).saturating_sub(4);
        let rows = save_rows(width, sitting);
        let chosen = self.session.map(|(_, chosen)| chosen);
        // What is wrong with the chosen one may be longer than its line: which version opens it, say.
        let reason = match chosen.and_then(|chosen| sitting.shelf.saves.get(chosen)) {
            Some(Save::Unreadable { reason, .. }) => paper::wrapped(reason, width, theme.text),
            _ => Vec::new(),
        };
        let told = u16::try_from(reason.len()).unwrap_or(u16::MAX);
        let [list, _, below] = Layout::vertical([
            Constraint::Fill(1),
            Constraint::Length(u16::from(told > 0)),
            Constraint::Max(told),
        ])
        .areas(list);
        paper::lines(frame, below.inner(Margin::new(2, 0)), &reason);
        paper::menu(frame, list, &rows, chosen, sitting);
    }

    fn choose_session(&mut self, sitting: &mut Sitting, purpose: Purpose) {
        if sitting.shelf.saves.is_empty() {
            let folder = sitting.shelf.folder.display();
            let words = format!("There is no session in {folder} yet.");
            return sitting.say(Tone::Plain, words);
        }
        let wanted = match purpose {
            Purpose::Continue => Command::Continue,
            Purpose::Replay => Command::Replay,
            Purpose::Menu => Command::SessionMenu,
        };
        let item = ITEMS.iter().position(|(command, _)| *command == wanted);
        self.item = item.unwrap_or(self.item);
        self.session = Some((purpose, 0));
    }

    fn confirm(&mut self, sitting: &mut Sitting) -> Then {
        let Some((purpose, chosen)) = self.session else {
            let item = ITEMS.get(self.item);
            return item.map_or(Then::Stay, |(command, _)| {
                Then::Do(vec![Effect::Command(*command)])
            });
        };
        match sitting.shelf.saves.get(chosen) {
            Some(save) if purpose == Purpose::Continue && sitting.shelf.is_example(save.path()) => {
                sitting.say(Tone::Plain, session_menu::AN_EXAMPLE);
            }
            Some(Save::Session(_)) if purpose == Purpose::Menu => return self.menu(sitting),
            Some(save @ Save::Session(_)) => {
                let path = save.path().to_owned();
                return Then::Do(vec![match purpose {
                    Purpose::Continue => Effect::Resume(path),
                    Purpose::Replay | Purpose::Menu => Effect::Replay {
                        path,
                        at: None,
                        seat: None,
                    },
                }]);
            }
            Some(Save::Unreadable { reason, .. }) => {
                let reason = reason.clone();
                sitting.say(Tone::Trouble, reason);
            }
            None => {}
        }
        Then::Stay
    }
}

impl Home {
    /// The chosen session, where one is chosen that can be read.
    fn chosen(&self, sitting: &Sitting) -> Option<(PathBuf, String, bool)> {
        let (_, chosen) = self.session?;
        match sitting.shelf.saves.get(chosen)? {
            save @ Save::Session(session) => {
                let example = sitting.shelf.is_example(save.path());
                Some((session.path.clone(), session.name.clone(), example))
            }
            Save::Unreadable { .. } => None,
        }
    }

    /// What can be done with the chosen session; first one is to be chosen.
    fn menu(&mut self, sitting: &mut Sitting) -> Then {
        match self.chosen(sitting) {
            Some((path, name, example)) => Then::Open(session_menu::sheet(path, name, example)),
            None if self.session.is_some() => self.confirm(sitting),
            None => {
                self.choose_session(sitting, Purpose::Menu);
                Then::Stay
            }
        }
    }

    /// Paper for the chosen session; without one, of a deck.
    fn print(&self, sitting: &mut Sitting) -> Then {
        let Some((path, ..)) = self.chosen(sitting) else {
            sitting.say(
                Tone::Plain,
                "Choose a deck: P prints its papers. A session has them in its menu, m.",
            );
            return Then::Go(Goal::Decks);
        };
        sitting.say(Tone::Plain, "Printing …");
        Then::Do(vec![Effect::Work(Order::Print(Papers::Session(path)))])
    }
}

impl Page for Home {
    fn layer(&self) -> Layer {
        Layer::Home
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Home)
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        match self.session {
            None => vec![
                Command::Up.hint("choose"),
                Command::Confirm.hint("open"),
                Command::NewSession.into(),
                Command::Continue.into(),
                Command::SessionMenu.hint("sessions"),
                Command::Help.into(),
                Command::Quit.into(),
            ],
            Some((purpose, _)) => [
                Some(Command::Up.hint("choose")),
                Some(Command::Confirm.hint(match purpose {
                    Purpose::Continue => "continue",
                    Purpose::Replay => "replay",
                    Purpose::Menu => "what can be done",
                })),
                (purpose != Purpose::Menu).then(|| Command::SessionMenu.hint("menu")),
                Some(Command::Print.into()),
                Some(Command::Back.hint("back")),
                Some(Command::Help.into()),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let rest = header(frame, area, sitting, Line::default());
        let version = concat!("version ", env!("CARGO_PKG_VERSION"));
        let right = Line::from(Span::styled(version, theme.dim)).right_aligned();
        let corner = Rect {
            height: 1,
            width: area.width.saturating_sub(1),
            ..area
        };
        frame.render_widget(right, corner);
        let width = WIDEST.min(rest.width.saturating_sub(2));
        let column = Rect {
            x: rest.x + (rest.width - width) / 2,
            width,
            ..rest
        };
        let gap = if rest.height > 28 { 3 } else { 1 };
        let [_, about, _, menu, _, title, list] = Layout::vertical([
            Constraint::Length(gap),
            Constraint::Length(2),
            Constraint::Length(gap.min(2)),
            Constraint::Length(8),
            Constraint::Length(gap.min(2)),
            Constraint::Length(1),
            Constraint::Fill(1),
        ])
        .areas(column);
        frame.render_widget(
            ratatui::text::Text::from(vec![
                Line::from(Span::styled(
                    "  Wargaming an unequal partnership",
                    theme.title,
                )),
                Line::from(Span::styled(
                    "  One side demands, the other answers, everybody watches how long it holds.",
                    theme.dim,
                )),
            ]),
            about,
        );
        let rows = Self::menu_rows(sitting);
        let chosen = self.session.is_none().then_some(self.item);
        paper::menu(frame, menu, &rows, chosen, sitting);
        self.draw_sessions(frame, title, list, sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let (chosen, rows) = match &mut self.session {
            Some((_, chosen)) => (chosen, sitting.shelf.saves.len()),
            None => (&mut self.item, ITEMS.len()),
        };
        // A second click on the same line does what it says.
        let again = matches!(command, Command::Row(row) if usize::from(row) == *chosen);
        let mut walk = Walk::at(*chosen);
        if !again && walk.follow(command, rows, None) {
            *chosen = walk.chosen(rows).unwrap_or(0);
            return Then::Stay;
        }
        match command {
            Command::Row(_) | Command::Confirm => return self.confirm(sitting),
            Command::Back => self.session = None,
            Command::NewSession => return Then::Go(Goal::Setup),
            Command::Continue => self.choose_session(sitting, Purpose::Continue),
            Command::Replay => self.choose_session(sitting, Purpose::Replay),
            Command::SessionMenu => return self.menu(sitting),
            Command::Print => return self.print(sitting),
            Command::Compare => return choose::choose(sitting),
            Command::Cohort => return cohort::gather(sitting),
            Command::Decks => return Then::Go(Goal::Decks),
            _ => {}
        }
        Then::Stay
    }
}

/// The line beside a menu entry.
fn about(command: Command, sitting: &Sitting) -> String {
    // A long name leaves the day in sight.
    let room = usize::from(sitting.size.0.min(WIDEST)).saturating_sub(48);
    match command {
        Command::NewSession => "set up a table; ⏎ twice starts one as it stands".to_owned(),
        Command::Continue => sitting
            .shelf
            .saves
            .iter()
            .filter(|save| !sitting.shelf.is_example(save.path()))
            .find_map(|save| match save {
                Save::Session(session) => Some(format!(
                    "last: {}, {}",
                    fit(&session.name, room),
                    sitting.clock.day(&session.last)
                )),
                Save::Unreadable { .. } => None,
            })
            .unwrap_or_else(|| "go on with a session that was begun".to_owned()),
        Command::Replay => "step through a session, without changing it".to_owned(),
        Command::SessionMenu => "report, rename, copy, verify, print or close one".to_owned(),
        Command::Compare => "see some side by side; a shows all of them in groups".to_owned(),
        Command::Decks => "read the scenario: domains, cards, injects, briefings".to_owned(),
        Command::Help => "the keys of this screen; every screen has its own".to_owned(),
        _ => String::new(),
    }
}
