//! The formats of a report, and the files that each of them makes.

use crate::report::csv::{self, Dialect, Keyed};
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
    /// Tidy tables for statistics, with a codebook and a data package.
    Csv,
    /// The same for a double click in Excel where numbers have a decimal comma.
    Excel,
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
            Self::Csv | Self::Excel => &[
                "sessions.csv",
                "acts.csv",
                "gauges.csv",
                "moments.csv",
                "leverage.csv",
                "changes.csv",
                "exchanges.csv",
                "offers.csv",
                "measures.csv",
                "plans.csv",
                "crises.csv",
                "red_lines.csv",
                "overrides.csv",
                "holders.csv",
                "people.csv",
                "questions.csv",
                "estimates.csv",
                "turning_points.csv",
                "expectations.csv",
                "luck.csv",
                "attribution.csv",
                "knowledge.csv",
                "annotations.csv",
                "codebook.md",
                "datapackage.json",
            ],
        }
    }

    /// The files of the report of a session that is known by `key`.
    pub fn parts(self, key: &str, aar: &Aar) -> Vec<Part> {
        let texts = match self {
            Self::Html => vec![html(aar)],
            Self::Markdown => vec![markdown(aar)],
            Self::Json => vec![json(aar)],
            Self::Csv => csv::files(key, Dialect::Plain, &[Keyed { key, aar }]),
            Self::Excel => csv::files(key, Dialect::Excel, &[Keyed { key, aar }]),
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
