//! The formats of a report, and the files that each of them makes.

use crate::report::csv::{self, Keyed};
use crate::report::json::json;
use crate::report::model::Aar;
use crate::report::paper::{html, markdown};

/// A format of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// One page for browsers and paper.
    #[default]
    Html,
    /// One text.
    Markdown,
    /// One document for programs.
    Json,
    /// Tidy tables for spreadsheets and statistics.
    Csv,
}

/// One file of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// How the file's name goes on after the session's: `report.html`.
    pub ending: String,
    /// What is in it.
    pub text: String,
}

impl Format {
    /// How the names of the files end, without having made them.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Html => &["report.html"],
            Self::Markdown => &["report.md"],
            Self::Json => &["report.json"],
            Self::Csv => &["acts.csv", "gauges.csv", "sessions.csv", "estimates.csv"],
        }
    }

    /// The files of the report of a session that is known by `key`.
    pub fn parts(self, key: &str, aar: &Aar) -> Vec<Part> {
        let texts = match self {
            Self::Html => vec![html(aar)],
            Self::Markdown => vec![markdown(aar)],
            Self::Json => vec![json(aar)],
            Self::Csv => csv::tables(&[Keyed { key, aar }])
                .into_iter()
                .map(|table| table.text)
                .collect(),
        };
        self.named(texts)
    }

    /// Texts with the names of their files.
    pub(super) fn named(self, texts: Vec<String>) -> Vec<Part> {
        let endings = self.endings().iter();
        endings
            .zip(texts)
            .map(|(ending, text)| Part {
                ending: (*ending).to_owned(),
                text,
            })
            .collect()
    }
}
