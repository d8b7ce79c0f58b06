//! A cohort as a paper: a drawn chart, a table of sessions, how they spread.

use crate::document::{
    Block, Chart, Curve, Document, Look, Rank, Section, Table, cells, chart, html as page, line,
    markdown as plain_page, paragraph, titled, told,
};
use crate::report::cohort::{Branches, Cohort, SessionLine};
use crate::report::csv::{self, Dialect, Keyed};
use crate::report::format::{Format, Part};
use crate::report::json::json;
use unequal_core::engine::holder::Holder;
use unequal_session::telling::{count, holder_words, signed};

/// The cohort in a few sentences.
fn summary(cohort: &Cohort) -> Vec<String> {
    let sessions = cohort.sessions.len();
    let mut lines = vec![format!("{}.", count(sessions, "session", "sessions"))];
    let endings: Vec<String> = cohort
        .endings
        .iter()
        .map(|count| match &count.ending {
            Some(title) => format!("{title}: {}", count.sessions),
            None => format!("not ended: {}", count.sessions),
        })
        .collect();
    if !endings.is_empty() {
        lines.push(format!("Endings: {}.", endings.join("; ")));
    }
    let ends: Vec<i64> = cohort
        .sessions
        .iter()
        .filter_map(|line| line.stability)
        .collect();
    if let (Some(low), Some(high)) = (ends.iter().min(), ends.iter().max()) {
        lines.push(format!(
            "Stability at the last entry runs from {low} to {high} points of 100."
        ));
    }
    lines
}

impl Cohort {
    /// The files of a picture of reported sessions.
    ///
    /// The tables are known by `key`.
    pub fn parts(key: &str, reports: &[Keyed<'_>], asked: Branches, format: Format) -> Vec<Part> {
        let texts = match format {
            Format::Html => vec![html(&Self::of(reports, asked))],
            Format::Markdown => vec![markdown(&Self::of(reports, asked))],
            Format::Json => vec![json(&Self::of(reports, asked))],
            Format::Csv => csv::files(key, Dialect::Plain, reports),
            Format::Excel => csv::files(key, Dialect::Excel, reports),
        };
        format.named(texts)
    }
}

/// The cohort as one HTML file.
pub fn html(cohort: &Cohort) -> String {
    page::html(&document(cohort))
}

/// The cohort as one Markdown text.
pub fn markdown(cohort: &Cohort) -> String {
    plain_page::markdown(&document(cohort))
}

fn document(cohort: &Cohort) -> Document {
    let title = "Sessions side by side";
    let mut blocks = vec![
        Block::Heading(1, line(title)),
        paragraph(Rank::Notice, &cohort.notice),
    ];
    let warnings = cohort.warnings.iter();
    blocks.extend(warnings.map(|warning| paragraph(Rank::Warning, warning)));
    blocks.extend(titled("In short", summary(cohort)));
    if !cohort.spread.is_empty() {
        blocks.push(Block::Chart(curves(cohort)));
    }
    blocks.push(Section::titled(
        "The sessions",
        vec![Block::Table(table(&cohort.sessions))],
    ));
    if !cohort.branches.is_empty() {
        let note = "What-ifs: they share their first moves with a session, and nobody decided the rest. Nothing on this \
                    page counts them.";
        let within = vec![
            paragraph(Rank::Note, note),
            Block::Table(table(&cohort.branches)),
        ];
        blocks.push(Section::titled("Branches", within));
    }
    if !cohort.spread.is_empty() {
        let note = "Stability in points of 100 after each move; at move 0 stands STARTEX. A session that has ended \
                    stays where it ended; one that goes on counts as far as it got.";
        let within = vec![
            paragraph(Rank::Note, note),
            Block::Table(spread_table(cohort)),
        ];
        blocks.push(Section::titled("How stability spreads", within));
    }
    Document {
        title: title.to_owned(),
        language: "en".to_owned(),
        look: Look::Report,
        blocks,
    }
}

fn curves(cohort: &Cohort) -> Chart {
    let known = cohort.sessions.iter().filter(|line| !line.curve.is_empty());
    let curve = |line: &SessionLine| Curve {
        name: line.session.clone(),
        values: line.curve.clone(),
    };
    chart::lines_of_play(known.map(curve).collect())
}

fn spread_table(cohort: &Cohort) -> Table {
    let rows = cohort.spread.iter().map(|spread| {
        cells! {
            [(spread.move_number)] [(spread.sessions)] [(spread.ended)] [(spread.low)] [(spread.quarter)]
            [(spread.median)] [(spread.three_quarters)] [(spread.high)]
        }
    });
    Table::default()
        .numbers(["move", "sessions", "of which ended", "lowest", "a quarter"])
        .numbers(["median", "three quarters", "highest"])
        .rows(rows)
}

fn table(lines: &[SessionLine]) -> Table {
    Table::default()
        .texts(["session", "patron", "client", "Europe"])
        .numbers(["moves", "stability", "lowest"])
        .texts(["ending"])
        .numbers(["overrides, points moved", "decisions without a reason"])
        .rows(lines.iter().map(|line| cells(line).map(|cell| told(&cell))))
}

/// The cells of a session's row.
fn cells(line: &SessionLine) -> [String; 10] {
    let some = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let said = |text: &str| {
        let holder = Holder::try_from(text.to_owned());
        let words = holder.map_or_else(|_| text.to_owned(), |holder| holder_words(&holder));
        some((!words.is_empty()).then_some(words))
    };
    let known = line.decisions.zip(line.without_reason);
    [
        if line.name.is_empty() || line.name == line.session {
            line.session.clone()
        } else {
            format!("{} ({})", line.name, line.session)
        },
        said(&line.patron),
        said(&line.client),
        said(&line.europe),
        some(line.moves.map(|moves| moves.to_string())),
        some(line.stability.map(|end| match line.curve.first() {
            Some(start) => format!("{start} → {end}"),
            None => end.to_string(),
        })),
        some(line.curve.iter().min().map(i64::to_string)),
        line.ending
            .clone()
            .unwrap_or_else(|| "not ended".to_owned()),
        some(line.overrides.map(|overrides| match line.overrides_moved {
            Some(moved) if overrides > 0 => format!("{overrides}, {}", signed(moved)),
            _ => overrides.to_string(),
        })),
        some(known.map(|(decisions, without)| format!("{without} of {decisions}"))),
    ]
}
