//! Text in the making, in lines of one width.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use crate::cli::deck::wrap;
use unequal_core::deck::plain;

/// Columns of the text.
pub(super) const WIDTH: usize = 88;

/// Text in the making.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
}

impl Page {
    pub(super) fn heading(&mut self, words: &str) {
        self.blank();
        let words = plain(words);
        let rule = "═".repeat(words.width());
        let _ = writeln!(self.text, "{words}\n{rule}\n");
    }

    pub(super) fn title(&mut self, words: &str) {
        let _ = writeln!(self.text, "{}", plain(words));
    }

    /// One empty line, and never a second.
    pub(super) fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Paragraphs, parted by blank lines; nothing where the text is empty.
    pub(super) fn paragraphs(&mut self, text: &str, indent: usize) {
        for (place, paragraph) in text.split("\n\n").enumerate() {
            if paragraph.trim().is_empty() {
                continue;
            }
            if place > 0 {
                self.blank();
            }
            wrap::push(&mut self.text, paragraph, indent, WIDTH);
        }
    }

    /// `label: text`, nothing where the text is empty.
    pub(super) fn labelled(&mut self, label: &str, text: &str, indent: usize) {
        if !text.trim().is_empty() {
            let lead = format!("{}{label}: ", " ".repeat(indent));
            wrap::push_after(&mut self.text, &lead, text, indent + 2, WIDTH);
        }
    }

    pub(super) fn list(&mut self, label: &str, items: &[String], indent: usize) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(self.text, "{}{label}:", " ".repeat(indent));
        let lead = format!("{}- ", " ".repeat(indent));
        for item in items {
            wrap::push_after(&mut self.text, &lead, item, indent + 2, WIDTH);
        }
    }
}
