//! Writes a remark, a glyph or a bookmark beside an entry; nothing of it goes into the record.
//!
//! ```text
//! ┌ Beside entry 31 ─────────────────────────────────────────────┐
//! │ The ports were never on the place.                           │
//! │                                                              │
//! │ Glyph   ‹ ?! ›                                               │
//! │ By      Anna                                                 │
//! │                                                              │
//! │ Written so far: enter takes one back                         │
//! │ › Bo: they had no choice                                     │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, TextField, Typing};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::replay::remark::{draft_prefix, words};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::fit;
use crate::widget::menu::Menu;
use unequal_core::store::{Annotation, AnnotationKind, GLYPHS};

/// What is typed into or gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Text,
    Glyph,
    Author,
    Written,
}

/// The sheet.
#[derive(Debug)]
pub(super) struct AnnotateSheet {
    entry: u64,
    bookmark: bool,
    focus: Focus,
    text: TextField,
    /// The place of the glyph, from 1; 0 is none.
    glyph: usize,
    author: LineField,
    /// What stands beside the entry already.
    written: Vec<Annotation>,
    walk: Walk,
}

/// The draft of the author's name: the same for all entries.
const AUTHOR: &str = "annotate/author";

impl AnnotateSheet {
    /// The sheet for the entry that is looked at; none where nothing can be kept beside the record.
    pub(super) fn new(sitting: &mut Sitting, bookmark: bool) -> Option<Self> {
        let recorded = sitting
            .place
            .as_ref()
            .is_some_and(|place| place.standing().path.is_some());
        if !recorded {
            let words = "This session is not in a file: nothing can be kept beside it.";
            sitting.say(Tone::Trouble, words);
            return None;
        }
        let replay = sitting.replay.as_ref()?;
        let entry = replay.at();
        let word = if bookmark { "bookmark" } else { "text" };
        let name = format!("{}{word}", draft_prefix(entry));
        let hint = if bookmark {
            "a word for it, or nothing"
        } else {
            "What is to be said of this entry?"
        };
        Some(Self {
            entry,
            bookmark,
            focus: Focus::Text,
            text: TextField::new(4000)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder(hint),
            glyph: 0,
            author: LineField::new(60)
                .with_value(&sitting.draft(AUTHOR))
                .with_draft(AUTHOR)
                .with_placeholder("your name"),
            written: replay.annotations(entry).into_iter().cloned().collect(),
            walk: Walk::default(),
        })
    }

    /// Whether the first line of what is written is chosen.
    fn is_first(&self) -> bool {
        self.walk.chosen(self.written.len()).unwrap_or(0) == 0
    }

    fn order(&self) -> Vec<Focus> {
        let mut order = vec![Focus::Text];
        if !self.bookmark {
            order.push(Focus::Glyph);
        }
        order.push(Focus::Author);
        if !self.written.is_empty() {
            order.push(Focus::Written);
        }
        order
    }

    fn turn(&mut self, by: isize) {
        let order = self.order();
        let at = order.iter().position(|focus| *focus == self.focus);
        let to = (at.unwrap_or(0) + order.len()).saturating_add_signed(by) % order.len();
        self.focus = order[to];
    }

    fn made(&self, sitting: &Sitting, kind: AnnotationKind, text: String) -> Annotation {
        let author = self.author.text().trim();
        Annotation {
            entry: self.entry,
            at: sitting.clock.now(),
            author: if author.is_empty() { "person" } else { author }.to_owned(),
            kind,
            text,
        }
    }

    fn keep(&self, sitting: &mut Sitting) -> Then {
        let text = self.text.value().trim().to_owned();
        let mut made = Vec::new();
        if self.bookmark {
            made.push(self.made(sitting, AnnotationKind::Bookmark, text));
        } else {
            if let Some(glyph) = self.glyph.checked_sub(1) {
                made.push(self.made(sitting, AnnotationKind::Glyph, GLYPHS[glyph].to_owned()));
            }
            if !text.is_empty() {
                made.push(self.made(sitting, AnnotationKind::Comment, text));
            }
        }
        if made.is_empty() {
            let words = "Write a word or choose a glyph first, or go back with Esc.";
            sitting.say(Tone::Trouble, words);
            return Then::Stay;
        }
        Then::Do(vec![Effect::Annotate(made)])
    }

    /// Takes back what stands beside the entry; the file keeps both.
    fn take_back(&self, sitting: &Sitting) -> Then {
        let chosen = self.walk.chosen(self.written.len());
        match chosen.map(|place| &self.written[place]) {
            Some(annotation) => {
                let withdrawal = self.made(sitting, AnnotationKind::Withdrawal, annotation.id());
                Then::Do(vec![Effect::Annotate(vec![withdrawal])])
            }
            None => Then::Stay,
        }
    }
}

impl Page for AnnotateSheet {
    fn layer(&self) -> Layer {
        match self.focus {
            Focus::Text => Layer::Text,
            Focus::Author => Layer::Line,
            Focus::Glyph | Focus::Written => Layer::Choice,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self.focus {
            Focus::Text => Some(&mut self.text),
            Focus::Author => Some(&mut self.author),
            Focus::Glyph | Focus::Written => None,
        }
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        let keep = match self.focus {
            Focus::Text => Command::Confirm.hint("keep"),
            Focus::Author => Command::Record.hint("keep"),
            Focus::Glyph => Command::Left.hint("choose"),
            Focus::Written => Command::Confirm.hint("take back"),
        };
        let mut hints = vec![keep];
        if self.focus == Focus::Glyph {
            hints.push(Command::Confirm.hint("keep"));
        }
        hints.push(Command::NextField.into());
        hints.push(Command::Back.hint("back, keeps the text"));
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = if self.bookmark {
            format!("A bookmark at entry {}", self.entry)
        } else {
            format!("Beside entry {}", self.entry)
        };
        let inner = paper(frame, area, &title, (72, 14), theme);
        let field = Rect {
            height: inner.height.min(if self.bookmark { 1 } else { 4 }),
            ..inner
        };
        let here = |focus| self.focus == focus;
        let mut cursor = self
            .text
            .draw(field, frame.buffer_mut(), theme, here(Focus::Text));
        let mut at = below(inner, field.height + 1);
        if !self.bookmark {
            let glyph = self
                .glyph
                .checked_sub(1)
                .map_or("none", |glyph| GLYPHS[glyph]);
            let style = if here(Focus::Glyph) {
                theme.selected
            } else {
                theme.strong
            };
            let row = Line::from(vec![
                Span::styled("Glyph   ", theme.dim),
                Span::styled(format!("‹ {glyph} ›"), style),
                Span::styled(
                    "   !! very good, ! good, ? doubtful, ?? a mistake",
                    theme.dim,
                ),
            ]);
            at = lines(frame, at, &[row]);
        }
        lines(frame, at, &[heading("By", theme.dim)]);
        let author = Rect {
            x: at.x + 8,
            width: at.width.saturating_sub(8).min(40),
            height: at.height.min(1),
            ..at
        };
        let in_author = self
            .author
            .draw(author, frame.buffer_mut(), theme, here(Focus::Author));
        cursor = cursor.or(in_author);
        at = below(at, 2);
        if self.written.is_empty() {
            let words = "It is kept in a file beside the record, which does not change.";
            lines(frame, at, &[heading(words, theme.dim)]);
        } else {
            at = lines(frame, at, &[heading("Written so far", theme.dim)]);
            let width = usize::from(at.width).saturating_sub(3);
            let rows: Vec<Line<'_>> = self
                .written
                .iter()
                .map(|annotation| Line::from(fit(&words(annotation).replace('\n', " "), width)))
                .collect();
            let chosen = self.walk.chosen(rows.len()).unwrap_or(0);
            let menu = Menu {
                rows: &rows,
                chosen: if here(Focus::Written) {
                    chosen
                } else {
                    usize::MAX
                },
                theme,
            };
            sitting.mark_rows(menu.places(at));
            frame.render_widget(&menu, at);
        }
        if let Some(place) = cursor {
            frame.set_cursor_position(place);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match (command, self.focus) {
            (Command::Back, _) => return Then::Close,
            (Command::Confirm, Focus::Written) => return self.take_back(sitting),
            (Command::NextField, _)
            | (Command::Confirm, Focus::Author)
            | (Command::Down, Focus::Glyph | Focus::Author) => self.turn(1),
            (Command::Confirm | Command::Record, _) => return self.keep(sitting),
            (Command::Left, Focus::Glyph) => {
                self.glyph = (self.glyph + GLYPHS.len()) % (GLYPHS.len() + 1);
            }
            (Command::Right, Focus::Glyph) => {
                self.glyph = (self.glyph + 1) % (GLYPHS.len() + 1);
            }
            (Command::PreviousField, _) | (Command::Up, Focus::Glyph | Focus::Author) => {
                self.turn(-1);
            }
            (Command::Up, Focus::Written) if self.is_first() => {
                self.turn(-1);
            }
            (Command::Pick(number), Focus::Glyph) => {
                self.glyph = usize::from(number).min(GLYPHS.len());
            }
            (other, focus) => {
                let clicks = matches!(other, Command::Row(_));
                if clicks && !self.written.is_empty() {
                    self.focus = Focus::Written;
                }
                if clicks || focus == Focus::Written {
                    self.walk.follow(other, self.written.len(), None);
                }
            }
        }
        Then::Stay
    }
}
