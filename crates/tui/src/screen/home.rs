//! The home screen: what to do, and the sessions that are there.
//!
//! ```text
//!  unequal                                                            version 0.1.0
//!
//!    Wargaming an unequal partnership:
//!    one side demands, the other answers, everybody watches how long it holds.
//!
//!  › New session     n   set up a table; ⏎ twice starts one
//!    Continue        c   Stockholm table 2, move 4, today 11:42
//!    Replay          r   read a session step by step
//!    Compare         v   see sessions or branches side by side
//!    Decks           d   read the scenario: domains, cards, injects
//!    Help            ?   every key, on every screen
//!    Quit            q
//!
//!    Sessions in saves
//!    Stockholm table 2        Unequal Partners      move 4 · response   today 11:42
//!    old.toml                 ! entry 7 is damaged …
//! ```
//!
//! *Continue* and *replay* put the cursor on the sessions, unless there is none to go on with.

pub(crate) mod row;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::notice::Tone;
use crate::screen::home::row::save_row;
use crate::screen::setup::SetupForm;
use crate::screen::{Screen, compare, header};
use crate::shelf::Save;
use crate::stack::verbs;
use crate::widget::fit::{fit, pad};
use crate::widget::menu::{Menu, stepped};

/// What to do with a session of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Continue,
    Replay,
}

/// Where the cursor is on the home screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Home {
    item: usize,
    /// The chosen session, and what for; none while the cursor is on the menu.
    session: Option<(Purpose, usize)>,
}

const ITEMS: [(Command, &str); 7] = [
    (Command::NewSession, "New session"),
    (Command::Continue, "Continue"),
    (Command::Replay, "Replay"),
    (Command::Compare, "Compare"),
    (Command::Decks, "Decks"),
    (Command::Help, "Help"),
    (Command::Quit, "Quit"),
];

/// Columns that the home screen takes at most.
const WIDEST: u16 = 104;

impl Home {
    /// The commands of the footer.
    pub fn hints(self, _app: &App) -> Vec<Hint> {
        match self.session {
            None => vec![
                Command::Up.hint("choose"),
                Command::Confirm.hint("open"),
                Command::NewSession.into(),
                Command::Continue.into(),
                Command::Help.into(),
                Command::Quit.into(),
            ],
            Some((purpose, _)) => vec![
                Command::Up.hint("choose"),
                Command::Confirm.hint(match purpose {
                    Purpose::Continue => "continue",
                    Purpose::Replay => "replay",
                }),
                Command::Back.hint("back"),
                Command::Help.into(),
            ],
        }
    }

    /// Draws the screen.
    pub fn draw(self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let theme = &app.theme;
        let rest = header(frame, area, app, Line::default());
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
            Constraint::Length(7),
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
        let rows = Self::menu_rows(app);
        let in_menu = self.session.is_none();
        let shown = Menu {
            rows: &rows,
            chosen: if in_menu { self.item } else { usize::MAX },
            theme,
        };
        if in_menu {
            app.mark_rows(shown.places(menu));
        }
        frame.render_widget(&shown, menu);
        self.draw_sessions(frame, title, list, app);
    }

    fn menu_rows(app: &App) -> Vec<Line<'static>> {
        let theme = &app.theme;
        ITEMS
            .iter()
            .map(|(command, name)| {
                let key = crate::keymap::key_for(crate::keymap::Layer::Home, *command)
                    .map_or_else(String::new, crate::key::Key::label);
                Line::from(vec![
                    Span::styled(pad(name, 15), theme.text),
                    Span::styled(pad(&key, 4), theme.accent),
                    Span::styled(about(*command, app), theme.dim),
                ])
            })
            .collect()
    }

    fn draw_sessions(self, frame: &mut Frame<'_>, title: Rect, list: Rect, app: &App) {
        let theme = &app.theme;
        let folder = app.shelf.folder.display().to_string();
        let heading = match self.session {
            None => format!("  Sessions in {folder}"),
            Some((Purpose::Continue, _)) => "  Which session is to go on?".to_owned(),
            Some((Purpose::Replay, _)) => "  Which session is to be replayed?".to_owned(),
        };
        let heading = fit(&heading, usize::from(title.width));
        let line = if self.session.is_some() {
            Line::from(Span::styled(heading, theme.title))
        } else {
            Line::from(Span::styled(heading, theme.dim))
        };
        frame.render_widget(line, title);
        if app.shelf.saves.is_empty() {
            let words = match &app.shelf.trouble {
                Some(trouble) => Line::from(vec![
                    Span::styled("  ! ", theme.danger),
                    Span::styled(trouble.clone(), theme.text),
                ]),
                None if app.shelf.is_reading() => {
                    Line::from(Span::styled("  reading …", theme.dim))
                }
                None => Line::from(Span::styled("  none yet", theme.dim)),
            };
            frame.render_widget(words, list);
            return;
        }
        let width = usize::from(list.width).saturating_sub(4);
        let rows: Vec<Line<'_>> = app
            .shelf
            .saves
            .iter()
            .map(|save| save_row(save, width, app))
            .collect();
        let shown = Menu {
            rows: &rows,
            chosen: self.session.map_or(usize::MAX, |(_, chosen)| chosen),
            theme,
        };
        if self.session.is_some() {
            app.mark_rows(shown.places(list));
        }
        frame.render_widget(&shown, list);
    }
}

/// The line beside a menu entry.
fn about(command: Command, app: &App) -> String {
    match command {
        Command::NewSession => "set up a table; ⏎ twice starts one as it stands".to_owned(),
        Command::Continue => app
            .shelf
            .saves
            .iter()
            .filter(|save| !app.shelf.is_example(save))
            .find_map(|save| match save {
                Save::Session(session) => Some(format!(
                    "last: {}, {}",
                    fit(&session.name, 28),
                    app.clock.day(&session.last)
                )),
                Save::Unreadable { .. } => None,
            })
            .unwrap_or_else(|| "go on with a session that was begun".to_owned()),
        Command::Replay => "step through a session, without changing it".to_owned(),
        Command::Compare => "see sessions or branches side by side".to_owned(),
        Command::Decks => "read the scenario: domains, cards, injects, briefings".to_owned(),
        Command::Help => "every key, on every screen".to_owned(),
        _ => String::new(),
    }
}

/// Does a command on the home screen.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    let Screen::Home(home) = &mut app.screen else {
        return Vec::new();
    };
    let saves = app.shelf.saves.len();
    let step: isize = match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -8,
        Command::PageDown => 8,
        Command::First => isize::MIN,
        Command::Last => isize::MAX,
        _ => 0,
    };
    if step != 0 {
        match &mut home.session {
            Some((_, chosen)) => *chosen = stepped(*chosen, step, saves),
            None => home.item = stepped(home.item, step, ITEMS.len()),
        }
        return Vec::new();
    }
    match command {
        Command::Row(row) => {
            let row = usize::from(row);
            let again = match &mut home.session {
                Some((_, chosen)) => std::mem::replace(chosen, row) == row,
                None => std::mem::replace(&mut home.item, row) == row,
            };
            if again { confirm(app) } else { Vec::new() }
        }
        Command::Confirm => confirm(app),
        Command::Back => {
            home.session = None;
            Vec::new()
        }
        Command::NewSession => {
            let form = app
                .kept_form
                .take()
                .unwrap_or_else(|| Box::new(SetupForm::fresh(&app.clock)));
            app.screen = Screen::Setup(form);
            Vec::new()
        }
        Command::Continue => choose_session(app, Purpose::Continue),
        Command::Replay => choose_session(app, Purpose::Replay),
        Command::Compare => {
            compare::choose(app);
            Vec::new()
        }
        Command::Decks => {
            app.screen = Screen::Decks(Box::default());
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn choose_session(app: &mut App, purpose: Purpose) -> Vec<Effect> {
    if app.shelf.saves.is_empty() {
        let folder = app.shelf.folder.display().to_string();
        app.say(Tone::Plain, format!("There is no session in {folder} yet."));
        return Vec::new();
    }
    if let Screen::Home(home) = &mut app.screen {
        home.item = ITEMS
            .iter()
            .position(|(command, _)| {
                matches!(
                    (command, purpose),
                    (Command::Continue, Purpose::Continue) | (Command::Replay, Purpose::Replay)
                )
            })
            .unwrap_or(home.item);
        home.session = Some((purpose, 0));
    }
    Vec::new()
}

fn confirm(app: &mut App) -> Vec<Effect> {
    let Screen::Home(home) = &app.screen else {
        return Vec::new();
    };
    let Some((purpose, chosen)) = home.session else {
        return ITEMS
            .get(home.item)
            .map_or_else(Vec::new, |(command, _)| verbs::run(app, *command));
    };
    match app.shelf.saves.get(chosen) {
        Some(save) if purpose == Purpose::Continue && app.shelf.is_example(save) => {
            let words = "This one came with the program, for reading: replay it, and branch where you like.";
            app.say(Tone::Plain, words.to_owned());
            Vec::new()
        }
        Some(save @ Save::Session(_)) => {
            let path = save.path().to_owned();
            vec![match purpose {
                Purpose::Continue => Effect::Resume(path),
                Purpose::Replay => Effect::Replay {
                    path,
                    at: None,
                    seat: None,
                },
            }]
        }
        Some(Save::Unreadable { reason, .. }) => {
            let reason = reason.clone();
            app.say(Tone::Trouble, reason);
            Vec::new()
        }
        None => Vec::new(),
    }
}
