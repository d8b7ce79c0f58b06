//! What a deck is, as people read it.

use super::shape::{line, list, or, running};
use crate::deck::plain;
use crate::deck::raw::head::Head;

/// What the deck is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the keys of [deck], named alike")]
pub struct About {
    pub title: String,
    pub subtitle: String,
    pub summary: String,
    pub version: String,
    pub date: String,
    pub language: String,
    pub duration: String,
    pub disclaimer: String,
    pub credits: Vec<String>,
    pub setting: String,
    /// What a move stands for; "move" where the deck is silent.
    pub move_label: String,
    pub start_year: Option<u32>,
    pub moves_per_year: Option<u32>,
    pub artificialities: Vec<String>,
}

impl About {
    pub(super) fn new(head: &Head) -> Self {
        let number = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
        Self {
            title: plain(&head.title),
            subtitle: line(head.subtitle.as_ref()),
            summary: running(head.summary.as_ref()),
            version: line(head.version.as_ref()),
            date: line(head.date.as_ref()),
            language: line(head.language.as_ref()),
            duration: line(head.duration.as_ref()),
            disclaimer: running(head.disclaimer.as_ref()),
            credits: list(&head.credits),
            setting: line(head.setting.as_ref()),
            move_label: or(line(head.move_label.as_ref()), "move"),
            start_year: number(head.start_year),
            moves_per_year: number(head.moves_per_year),
            artificialities: list(&head.artificialities),
        }
    }

    /// When a move (from 0) takes place in the story, such as "2026 H1"; none where the deck is silent.
    pub fn move_date(&self, move_index: u32) -> Option<String> {
        let per_year = self.moves_per_year?;
        let year = self.start_year? + move_index / per_year;
        let part = move_index % per_year + 1;
        Some(match per_year {
            1 => year.to_string(),
            2 => format!("{year} H{part}"),
            4 => format!("{year} Q{part}"),
            12 => format!("{year}-{part:02}"),
            _ => format!("{year}, {part} of {per_year}"),
        })
    }
}
