//! A sheet that is a form: what it asks, and the acts that its answers make.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::Typing;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::form::{Asked, Form};
use crate::page::paper::{below, lines, paper};
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;

/// What is missing before an act can be made: the line to go to, and what to say.
pub type Missing = (&'static str, String);

/// What a form asks, and what its answers make.
pub trait Asks: std::fmt::Debug + Send {
    /// The sheet's title.
    fn title(&self, sitting: &Sitting) -> String;

    /// The form.
    fn form(&self) -> &Form;

    /// The form, to be filled.
    fn form_mut(&mut self) -> &mut Form;

    /// What putting it on the record is called in the footer.
    fn record(&self) -> &'static str {
        "put on the record"
    }

    /// Columns of the sheet.
    fn columns(&self) -> u16 {
        76
    }

    /// What is told below the form: what the act would do, what to keep in mind.
    fn told(&self, _app: &Sitting, _width: u16) -> Vec<Line<'static>> {
        Vec::new()
    }

    /// After another choice was taken on a line.
    fn changed(&mut self, _app: &Sitting, _key: &'static str) {}

    /// After any command on the form.
    fn followed(&mut self, _app: &Sitting) {}

    /// What the answers make.
    ///
    /// # Errors
    ///
    /// Says what is missing, and where.
    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing>;
}

/// A sheet of a form.
pub fn sheet(asks: impl Asks + 'static) -> Sheet {
    Sheet::new(Asking(Box::new(asks)))
}

/// An act of the white cell on the record.
pub fn white_cell(action: Action) -> Vec<Effect> {
    vec![Effect::Submit {
        seat: Seat::WhiteCell,
        action,
        remarks: Remarks::default(),
    }]
}

/// The text of a line, or what to say where it is empty.
///
/// # Errors
///
/// Says `words` where nothing was typed.
pub fn required(form: &Form, key: &'static str, words: &str) -> Result<String, Missing> {
    form.given(key).ok_or_else(|| (key, words.to_owned()))
}

#[derive(Debug)]
struct Asking(Box<dyn Asks>);

/// The fewest rows that are told below a form.
const TOLD: u16 = 2;

impl Page for Asking {
    fn layer(&self) -> Layer {
        self.0.form().layer()
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.0.form_mut().field_mut()
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        self.0.form().hints(self.0.record())
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let columns = self.0.columns();
        let width = columns.min(area.width.saturating_sub(4));
        let told = self.0.told(sitting, width);
        let form = self.0.form();
        let rows = u16::try_from(told.len()).unwrap_or(u16::MAX);
        let gap = u16::from(rows > 0);
        let wanted = form.height().saturating_add(rows).saturating_add(gap);
        let title = self.0.title(sitting);
        let inner = paper(frame, area, &title, (columns, wanted), &sitting.theme);
        let kept = if rows > 0 { TOLD + gap } else { 0 };
        let room = Rect {
            height: inner.height.saturating_sub(kept).max(1).min(inner.height),
            ..inner
        };
        let left = form.draw(frame, room, sitting);
        let at = Rect {
            y: left.y,
            height: inner.bottom().saturating_sub(left.y),
            ..inner
        };
        lines(frame, below(at, gap), &told);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let asked = self.0.form_mut().on(command);
        self.0.followed(sitting);
        match asked {
            Asked::Nothing => Then::Stay,
            Asked::Back => Then::Close,
            Asked::Changed(key) => {
                self.0.changed(sitting, key);
                Then::Stay
            }
            Asked::Record => match self.0.effects(sitting) {
                Ok(effects) => Then::Do(effects),
                Err((key, words)) => {
                    self.0.form_mut().focus_on(key);
                    sitting.say(Tone::Trouble, words);
                    Then::Stay
                }
            },
        }
    }
}
