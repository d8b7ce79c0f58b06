//! What people wrote beside the record: comments, glyphs and bookmarks, each by its author.
//!
//! Whoever wrote one may have known everything, so that they are shown with everything only.

use crate::replay::Replay;
use crate::replay::mark::Mark;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::store::{Annotation, AnnotationKind, Annotations};
use unequal_session::StoreError;
use unequal_session::telling::person_words;

/// The beginning of the names of the drafts for an entry.
pub fn draft_prefix(entry: EntryNumber) -> String {
    format!("annotate/{entry}/")
}

/// An annotation in a line.
pub(crate) fn words(annotation: &Annotation) -> String {
    let author = person_words(&annotation.author);
    let text = plain(&annotation.text);
    match annotation.kind {
        AnnotationKind::Comment => format!("{author}: {text}"),
        AnnotationKind::Glyph => format!("{text} {author}"),
        AnnotationKind::Bookmark if text.is_empty() => format!("⚑ {author}"),
        AnnotationKind::Bookmark => format!("⚑ {author}: {text}"),
        AnnotationKind::Withdrawal => String::new(),
    }
}

impl Replay {
    /// Keeps an annotation beside the record.
    ///
    /// # Errors
    ///
    /// Says why it could not be written.
    pub fn keep(&mut self, annotation: Annotation) -> Result<(), String> {
        let remarks = self.remarks.as_mut().map_err(|error| error.clone())?;
        let told = |error: StoreError| format!("{error}. What to do: {}.", error.hint());
        remarks.add(annotation).map_err(told)?;
        self.mark_anew();
        Ok(())
    }

    /// What of the annotations cannot be read; nothing where all of them are.
    pub(crate) fn unread_remarks(&self) -> Option<String> {
        match &self.remarks {
            Ok(remarks) => remarks.left_out(),
            Err(error) => Some(error.clone()),
        }
    }

    /// The annotations of an entry, as far as these eyes may read them.
    pub(crate) fn annotations(&self, number: EntryNumber) -> Vec<&Annotation> {
        if !self.knows_the_future() {
            return Vec::new();
        }
        let remarks = self.remarks.iter();
        remarks.flat_map(|remarks| remarks.of(number)).collect()
    }

    /// The same in words.
    pub(crate) fn remarks_of(&self, number: EntryNumber) -> Vec<String> {
        self.annotations(number).into_iter().map(words).collect()
    }

    /// The glyphs of an entry: `!?`.
    pub(crate) fn glyphs(&self, number: EntryNumber) -> String {
        let mut glyphs = String::new();
        for annotation in self.annotations(number) {
            if annotation.kind == AnnotationKind::Glyph && !glyphs.contains(&annotation.text) {
                glyphs.push_str(&plain(&annotation.text));
            }
        }
        glyphs
    }

    pub(crate) fn marks_of_remarks(&self) -> Vec<(EntryNumber, Mark)> {
        if !self.knows_the_future() {
            return Vec::new();
        }
        let mark = |annotation: &Annotation| {
            let mark = match annotation.kind {
                AnnotationKind::Bookmark => Mark::Bookmark,
                _ => Mark::Remark,
            };
            (annotation.entry, mark)
        };
        let remarks = self.remarks.iter();
        remarks.flat_map(Annotations::standing).map(mark).collect()
    }

    pub(crate) fn remark_pieces(&self, number: EntryNumber, theme: &Theme) -> Vec<Piece> {
        let remarks = self.remarks_of(number);
        if remarks.is_empty() {
            return Vec::new();
        }
        let heading = Piece::Heading("❝ Remarks".to_owned(), theme.audience);
        [Piece::Gap, heading]
            .into_iter()
            .chain(remarks.into_iter().map(Piece::Point))
            .collect()
    }
}
