//! All that can be done with a session of the shelf.
//!
//! ```text
//! ┌ Stockholm table 2 ───────────────────────────────────────────┐
//! │ › Resume    go on exactly where it stopped                   │
//! │   Replay    step through it, without changing it             │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::{Order, Papers};
use crate::notice::Tone;
use crate::page::asking::{self, Asks, Missing, required};
use crate::page::form::Form;
use crate::page::paper::{menu, paper, wrapped};
use crate::page::{Page, Sheet, Then};
use crate::screen::rename_saved;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::{fit, pad};
use unequal_core::store::typed;

/// What can be done with a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Resume,
    Replay,
    Report,
    Rename,
    Copy,
    Verify,
    Print,
    Close,
}

const DEEDS: [(Deed, &str, &str); 8] = [
    (Deed::Resume, "Resume", "go on exactly where it stopped"),
    (
        Deed::Replay,
        "Replay",
        "step through it, without changing it",
    ),
    (
        Deed::Report,
        "Report",
        "write the report beside it, to read and to print",
    ),
    (
        Deed::Rename,
        "Rename",
        "call it otherwise; its file keeps its name",
    ),
    (
        Deed::Copy,
        "Copy",
        "into another folder, to go on at another computer",
    ),
    (
        Deed::Verify,
        "Verify",
        "is every entry whole, and does it come out the same?",
    ),
    (
        Deed::Print,
        "Print",
        "cards, briefings, rules, name signs, slips, for A4",
    ),
    (
        Deed::Close,
        "Close",
        "when it is over: reports, roles for names, a bundle",
    ),
];

/// What is said of a session that came with the program.
pub(super) const AN_EXAMPLE: &str =
    "This one came with the program, for reading: replay it, and branch where you like.";

/// Columns of the names of deeds.
const NAMES: usize = 10;

/// The menu of a session.
#[derive(Debug)]
struct SessionMenu {
    path: PathBuf,
    name: String,
    /// Whether it came with the program, for reading only.
    example: bool,
    walk: Walk,
}

/// The menu of the session in a file, called so.
pub(super) fn sheet(path: PathBuf, name: String, example: bool) -> Sheet {
    Sheet::new(SessionMenu {
        path,
        name,
        example,
        walk: Walk::default(),
    })
}

impl SessionMenu {
    fn size() -> (u16, u16) {
        (72, u16::try_from(DEEDS.len()).unwrap_or(u16::MAX))
    }

    fn work(sitting: &mut Sitting, words: &str, order: Order) -> Then {
        sitting.say(Tone::Plain, words);
        Then::Do(vec![Effect::Work(order)])
    }

    fn begin(&self, sitting: &mut Sitting) -> Then {
        let path = self.path.clone();
        let Some((deed, _, _)) = self.walk.chosen(DEEDS.len()).map(|place| DEEDS[place]) else {
            return Then::Stay;
        };
        match deed {
            Deed::Resume | Deed::Rename if self.example => {
                sitting.say(Tone::Plain, AN_EXAMPLE);
                Then::Stay
            }
            Deed::Resume => Then::Do(vec![Effect::Resume(path)]),
            Deed::Replay => Then::Do(vec![Effect::Replay {
                path,
                at: None,
                seat: None,
            }]),
            Deed::Report => Self::work(sitting, "Writing the report …", Order::Report(path)),
            Deed::Rename => Then::Open(rename_saved::sheet(path, &self.name)),
            Deed::Copy => Then::Open(asking::sheet(CopySaved {
                path,
                form: Form::new(String::new()).named(
                    "folder",
                    "Folder",
                    1000,
                    "",
                    "such as /media/stick",
                ),
            })),
            Deed::Verify => Self::work(sitting, "Verifying …", Order::Verify(path)),
            Deed::Print => Self::work(sitting, "Printing …", Order::Print(Papers::Session(path))),
            Deed::Close => Self::work(sitting, "Writing what it leaves …", Order::Close(path)),
        }
    }
}

impl Page for SessionMenu {
    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("do it"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = fit(
            &self.name,
            usize::from(Self::size().0.min(area.width)).saturating_sub(8),
        );
        let inner = paper(frame, area, &title, Self::size(), theme);
        let rows: Vec<Line<'_>> = DEEDS
            .iter()
            .map(|(_, name, about)| {
                Line::from(vec![
                    Span::styled(pad(name, NAMES), theme.text),
                    Span::styled(*about, theme.dim),
                ])
            })
            .collect();
        menu(frame, inner, &rows, self.walk.chosen(rows.len()), sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        // A second click on the same line does what it says.
        let chosen = self.walk.chosen(DEEDS.len());
        let again = matches!(command, Command::Row(row) if Some(usize::from(row)) == chosen);
        match command {
            Command::Back => Then::Close,
            Command::Confirm => self.begin(sitting),
            _ if again => self.begin(sitting),
            other => {
                self.walk.follow(other, DEEDS.len(), None);
                Then::Stay
            }
        }
    }
}

#[derive(Debug)]
struct CopySaved {
    path: PathBuf,
    form: Form,
}

impl Asks for CopySaved {
    fn title(&self, _sitting: &Sitting) -> String {
        "Copy the session".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn takes_screen(&self) -> bool {
        false
    }

    fn record(&self) -> &'static str {
        "copy"
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = format!(
            "The record goes there with its remarks and what was typed and not sent, and the session can go on \
             from there. It holds every secret: for a team that still plays, use `unequal copy {} --seat SEAT`.",
            typed(&self.path)
        );
        wrapped(&words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let folder = required(&self.form, "folder", "Name the folder that it goes to.")?;
        let path = self.path.clone();
        Ok(vec![Effect::CopySession {
            path,
            folder: folder.into(),
        }])
    }
}
