//! A sheet that is a form: what it asks, and the acts that its answers make.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::Typing;
use crate::glance::look;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::decision::{curve, strip};
use crate::page::form::{Asked, Form};
use crate::page::paper::{Reading, WHOLE, below, inside, lines, paper};
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
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

    /// Whether it takes the screen, with the curve as a strip where rows remain. Only what lies over a screen that shows
    /// nothing of play, or what it is about, is a box.
    fn takes_screen(&self) -> bool {
        true
    }

    /// What stands above the form.
    fn head(&self, _sitting: &Sitting, _width: u16) -> Vec<Line<'static>> {
        Vec::new()
    }

    /// What is told below the form: what the act would do, what to keep in mind.
    fn told(&self, _app: &Sitting, _width: u16) -> Vec<Line<'static>> {
        Vec::new()
    }

    /// After another choice was taken on a line.
    fn changed(&mut self, _app: &Sitting, _key: &'static str) {}

    /// After any command on the form.
    fn followed(&mut self, _app: &Sitting) {}

    /// What Enter does on the line that has the focus, where that is another thing than going on.
    fn entered(&self, _sitting: &Sitting) -> Option<Vec<Effect>> {
        None
    }

    /// What the answers make.
    ///
    /// # Errors
    ///
    /// Says what is missing, and where.
    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing>;
}

/// A sheet of a form.
pub fn sheet(asks: impl Asks + 'static) -> Sheet {
    Sheet::new(Asking {
        asks: Box::new(asks),
        walk: Walk::default(),
    })
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
struct Asking {
    asks: Box<dyn Asks>,
    /// How far what is told below the form is read.
    walk: Walk,
}

/// Columns of a form that is a box.
const BOX: u16 = 76;

/// The fewest rows that are told below a form.
const TOLD: u16 = 2;

/// A form laid out: what stands above it, its room, and what is told below it.
struct LaidOut {
    size: (u16, u16),
    head: Vec<Line<'static>>,
    form: Rect,
    told: Reading,
    strip: Rect,
}

/// The most columns of a form on a page that takes the screen: longer lines are hard to read.
const WIDEST: u16 = 112;

impl Asking {
    fn laid_out(&self, sitting: &Sitting) -> LaidOut {
        let whole = self.asks.takes_screen();
        let width = if whole {
            inside(sitting, WHOLE).width.min(WIDEST)
        } else {
            inside(sitting, (BOX, 1)).width
        };
        let short = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        let mut head = self.asks.head(sitting, width);
        if !head.is_empty() {
            head.push(Line::default());
        }
        let told = self.asks.told(sitting, width);
        let (above, rows) = (short(head.len()), short(told.len()));
        let gap = u16::from(rows > 0);
        let height = self.asks.form().height();
        let wanted = above.saturating_add(height).saturating_add(rows + gap);
        let size = if whole { WHOLE } else { (BOX, wanted) };
        let inner = inside(sitting, size);
        let inner = Rect {
            width: inner.width.min(width),
            ..inner
        };
        let room = below(inner, above);
        let kept = if rows > 0 { TOLD.min(rows) + gap } else { 0 };
        let height = height
            .min(room.height.saturating_sub(kept).max(1))
            .min(room.height);
        let mut place = below(room, height + gap);
        let strip = if whole {
            strip(place, rows)
        } else {
            Rect { height: 0, ..place }
        };
        place.height -= strip.height;
        LaidOut {
            size,
            head,
            form: Rect { height, ..room },
            told: Reading::of(told, place),
            strip,
        }
    }
}

impl Page for Asking {
    fn layer(&self) -> Layer {
        self.asks.form().layer()
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.asks.form_mut().field_mut()
    }

    fn go_to_text(&mut self) {
        self.asks.form_mut().go_to_text();
    }

    fn takes_screen(&self) -> bool {
        self.asks.takes_screen()
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = self.asks.form().hints(self.asks.record());
        if self.layer() != Layer::Text && self.laid_out(sitting).told.goes_on() {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let laid_out = self.laid_out(sitting);
        let title = self.asks.title(sitting);
        let inner = paper(frame, area, &title, laid_out.size, &sitting.theme);
        lines(frame, inner, &laid_out.head);
        self.asks.form().draw(frame, laid_out.form, sitting);
        if let Some(glance) = look(sitting) {
            curve(&glance, laid_out.strip, frame.buffer_mut(), &sitting.theme);
        }
        laid_out
            .told
            .draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let told = self.laid_out(sitting).told.text();
        if self.walk.follow_text(command, Some(told)) {
            return Then::Stay;
        }
        if command == Command::Confirm
            && let Some(effects) = self.asks.entered(sitting)
        {
            return Then::Do(effects);
        }
        let asked = self.asks.form_mut().on(command);
        self.asks.followed(sitting);
        match asked {
            Asked::Nothing => Then::Stay,
            Asked::Back => Then::Close,
            Asked::Changed(key) => {
                self.asks.changed(sitting, key);
                self.walk.go(0);
                Then::Stay
            }
            Asked::Record => match self.asks.effects(sitting) {
                Ok(effects) => Then::Do(effects),
                Err((key, words)) => {
                    self.asks.form_mut().focus_on(key);
                    sitting.say(Tone::Trouble, words);
                    Then::Stay
                }
            },
        }
    }
}
