//! Writes a remark, a glyph or a bookmark beside an entry; nothing of it goes into the record.
//!
//! ```text
//! ┌ Beside entry 31 ─────────────────────────────────────────────┐
//! │ › Text            The ports were never on the table.         │
//! │   Glyph           ‹ ?! ›                                     │
//! │   By              Anna                                       │
//! │   Written so far  ‹ Bo: they had no choice ›                 │
//! │                                                              │
//! │ Bo: they had no choice                                       │
//! └──────────────────────────────────────────────────────────────┘
//! ```
//!
//! Enter on what is written so far takes the chosen one back.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::notice::Tone;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::replay::remark::{draft_prefix, words};
use crate::sitting::Sitting;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::store::{Annotation, AnnotationKind, GLYPHS};
use unequal_session::telling::NAMELESS;

/// The sheet.
#[derive(Debug)]
struct AnnotateSheet {
    entry: EntryNumber,
    bookmark: bool,
    /// What stands beside the entry already.
    written: Vec<Annotation>,
    form: Form,
}

/// The draft of the author's name: the same for all entries.
const AUTHOR: &str = "annotate/author";

/// The sheet for the entry that is looked at; none where nothing can be kept beside the record.
pub(super) fn sheet(sitting: &mut Sitting, bookmark: bool) -> Option<Sheet> {
    let place = sitting.place.as_ref();
    let recorded = place.is_some_and(|place| place.standing().path.is_some());
    if !recorded {
        let words = "This session is not in a file: nothing can be kept beside it.";
        sitting.say(Tone::Trouble, words);
        return None;
    }
    let replay = sitting.replay.as_ref()?;
    let entry = replay.at();
    let written: Vec<Annotation> = replay.annotations(entry).into_iter().cloned().collect();
    let mut form = Form::new(draft_prefix(entry));
    form = if bookmark {
        let title = "a title makes it a chapter of the tour";
        let read = "What is read there in the tour, or nothing";
        form.text(sitting, "bookmark", "Title", 1, title)
            .text(sitting, "chapter", "Text", 4, read)
    } else {
        // None stands last, so that the numbers lead to the glyphs.
        let glyphs = GLYPHS.into_iter().chain(["none"]).map(str::to_owned);
        form.text(
            sitting,
            "text",
            "Text",
            4,
            "What is to be said of this entry?",
        )
        .choice("glyph", "Glyph", glyphs.collect(), GLYPHS.len())
    };
    form = form
        .named("author", "By", 60, "", "your name")
        .kept_as(sitting, AUTHOR);
    if !written.is_empty() {
        let lines = written.iter().map(|one| words(one).replace('\n', " "));
        form = form.choice("written", "Written so far", lines.collect(), 0);
    }
    Some(asking::sheet(AnnotateSheet {
        entry,
        bookmark,
        written,
        form,
    }))
}

impl AnnotateSheet {
    fn made(&self, sitting: &Sitting, kind: AnnotationKind, text: String) -> Annotation {
        let author = self.form.given("author");
        Annotation {
            entry: self.entry,
            at: sitting.clock.now(),
            author: author.unwrap_or_else(|| NAMELESS.to_owned()),
            kind,
            text,
        }
    }

    /// What is written so far and has the focus.
    fn chosen(&self) -> Option<&Annotation> {
        let place = self.form.chosen("written");
        let chosen = self.written.get(place);
        chosen.filter(|_| self.form.focus() == "written")
    }
}

impl Asks for AnnotateSheet {
    fn title(&self, _sitting: &Sitting) -> String {
        if self.bookmark {
            format!("A bookmark at entry {}", self.entry)
        } else {
            format!("Beside entry {}", self.entry)
        }
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
        match self.chosen() {
            Some(_) => "take back",
            None => "keep",
        }
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let (theme, columns) = (&sitting.theme, usize::from(width.saturating_sub(2)));
        let about = match self.form.focus() {
            "glyph" => "!! very good, ! good, ? doubtful, ?? a mistake",
            _ => "It is kept in a file beside the record, which does not change.",
        };
        match self.chosen() {
            Some(one) => wrapped(&words(one), columns, theme.text),
            None => wrapped(about, columns, theme.dim),
        }
    }

    /// Takes back what stands beside the entry; the file keeps both.
    fn entered(&self, sitting: &Sitting) -> Option<Vec<Effect>> {
        let withdrawn = self.chosen()?.id();
        let withdrawal = self.made(sitting, AnnotationKind::Withdrawal, withdrawn);
        Some(vec![Effect::Annotate(vec![withdrawal])])
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let mut made = Vec::new();
        if self.bookmark {
            let word = self.form.typed("bookmark");
            made.push(self.made(sitting, AnnotationKind::Bookmark, word));
            let read = self.form.given("chapter");
            made.extend(read.map(|text| self.made(sitting, AnnotationKind::Comment, text)));
        }
        let glyph = GLYPHS.get(self.form.chosen("glyph"));
        if let Some(glyph) = glyph.filter(|_| !self.bookmark) {
            made.push(self.made(sitting, AnnotationKind::Glyph, (*glyph).to_owned()));
        }
        if let Some(text) = self.form.given("text") {
            made.push(self.made(sitting, AnnotationKind::Comment, text));
        }
        if made.is_empty() {
            let words = "Write a word or choose a glyph first, or go back with Esc.";
            return Err(("text", words.to_owned()));
        }
        Ok(vec![Effect::Annotate(made)])
    }
}
