//! A cohort as a paper: a drawn chart, a table of sessions, how they spread.

use std::collections::BTreeMap;

use crate::document::{
    Band, Block, Chart, Curve, Document, Look, Rank, Section, Span, Table, cells, chart,
    html as page, line, markdown as plain_page, paragraph, titled, told,
};
use crate::report::cohort::group::in_words;
use crate::report::cohort::{By, Cohort, EndingCount, SessionLine, Spread, drawn};
use crate::report::csv::{self, Dialect, Keyed};
use crate::report::format::{Format, Part};
use crate::report::json::json;
use unequal_core::model::choice::Response;
use unequal_session::telling::{count, signed};

/// The cohort in a few sentences.
fn summary(cohort: &Cohort) -> Vec<String> {
    let sessions = cohort.sessions.len();
    let mut lines = vec![format!("{}.", count(sessions, "session", "sessions"))];
    if !cohort.endings.is_empty() {
        lines.push(format!("Endings: {}.", counted(&cohort.endings)));
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
    /// The page of a cohort; tables are made by [`tables`].
    pub fn page(&self, format: Format) -> Vec<Part> {
        let text = match format {
            Format::Markdown => markdown(self),
            Format::Json => json(self),
            Format::Html | Format::Csv | Format::Excel => html(self),
        };
        format.named(vec![text])
    }
}

/// The tables of several sessions, known by `key`.
pub fn tables(key: &str, reports: &[Keyed<'_>], format: Format) -> Vec<Part> {
    let dialect = match format {
        Format::Excel => Dialect::Excel,
        Format::Html | Format::Markdown | Format::Json | Format::Csv => Dialect::Plain,
    };
    format.named(csv::files(key, dialect, reports))
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
    if let Some(by) = cohort.by {
        blocks.push(Section::titled(by.title(), grouped(cohort)));
    }
    if cohort.fields.iter().any(|field| field.asked > 0) {
        blocks.push(Section::titled("Domain by domain", fields(cohort)));
    }
    if let Some(found) = &cohort.parting {
        blocks.push(Section::titled("Where they parted", drawn::parting(found)));
    }
    if let Some(found) = &cohort.scores {
        blocks.push(Section::titled(
            "How near estimates came",
            drawn::scores(found),
        ));
    }
    blocks.push(Section::titled(
        "The sessions",
        in_order(cohort, &cohort.sessions),
    ));
    if !cohort.branches.is_empty() {
        let note = "What-ifs: they share their first moves with a session, and nobody decided the rest. Nothing on this \
                    page counts them.";
        let mut within = vec![paragraph(Rank::Note, note)];
        within.extend(in_order(cohort, &cohort.branches));
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

/// The curves of sessions where they can be told apart, else how they spread.
fn curves(cohort: &Cohort) -> Chart {
    let known = cohort.sessions.iter().filter(|line| !line.curve.is_empty());
    if known.clone().count() > chart::SIGNS.len() {
        return spread_of(
            "Stability after each move, in points of 100",
            &cohort.spread,
        );
    }
    let curve = |line: &SessionLine| Curve {
        name: line.session.clone(),
        values: line.curve.clone(),
    };
    chart::lines_of_play(known.map(curve).collect())
}

/// How sessions spread, as areas around their middle.
fn spread_of(title: &str, spread: &[Spread]) -> Chart {
    let values = |of: fn(&Spread) -> i64| spread.iter().map(of).collect();
    let band = |name: &str, low: fn(&Spread) -> i64, high: fn(&Spread) -> i64| Band {
        name: name.to_owned(),
        low: values(low),
        high: values(high),
    };
    let bands = vec![
        band("all", |at| at.low, |at| at.high),
        band("half of them", |at| at.quarter, |at| at.three_quarters),
    ];
    chart::spread_of_play(title, values(|at| at.median), bands)
}

/// The groups: how they compare, and a picture of each.
fn grouped(cohort: &Cohort) -> Vec<Block> {
    let tells_endings = cohort.by != Some(By::Ending);
    let rows = cohort.groups.iter().map(|group| {
        let last = group.spread.last();
        let at =
            |of: fn(&Spread) -> i64| last.map_or_else(|| "–".to_owned(), |at| of(at).to_string());
        let mut row = cells! {
            [(told(&group.name))] [(group.sessions.len())] [(at(|at| at.low))] [(at(|at| at.quarter))]
            [(at(|at| at.median))] [(at(|at| at.three_quarters))] [(at(|at| at.high))]
        };
        row.extend(tells_endings.then(|| line(counted(&group.endings))));
        row
    });
    let table = Table::default()
        .texts(["sessions with"])
        .numbers(["how many", "lowest", "a quarter", "median"])
        .numbers(["three quarters", "highest"])
        .texts(tells_endings.then_some("endings"))
        .rows(rows);
    let note = "Stability at the last move that any session of a group has reached; one that has ended stays where it ended.";
    let mut blocks = vec![paragraph(Rank::Note, note), Block::Table(table)];
    let drawn = cohort
        .groups
        .iter()
        .filter(|group| !group.spread.is_empty());
    let pictures = drawn.map(|group| {
        let of = count(group.sessions.len(), "session", "sessions");
        let title = format!("{}: {of}", group.name);
        vec![Block::Chart(spread_of(&title, &group.spread))]
    });
    let pictures: Vec<Vec<Block>> = pictures.collect();
    blocks.extend(pictures.chunks(2).map(|pair| Block::Beside(pair.to_vec())));
    blocks
}

/// Endings with how often they came.
fn counted(endings: &[EndingCount]) -> String {
    let each = endings.iter().map(|count| match count.called() {
        Some(title) => format!("{title}: {}", count.sessions),
        None => format!("not ended: {}", count.sessions),
    });
    each.collect::<Vec<_>>().join("; ")
}

/// What was asked in each field, how it was answered, and what was given.
fn fields(cohort: &Cohort) -> Vec<Block> {
    let answers = Response::ALL.iter().map(|answer| answer.word());
    let rows = cohort.fields.iter().map(|field| {
        let mut row = vec![line(told(field.called())), line(field.asked)];
        let times = answers
            .clone()
            .map(|answer| field.answers.get(answer).copied());
        row.extend(times.map(|times| line(times.unwrap_or(0))));
        let given = (field.asked > 0).then(|| format!("{} %", field.given / field.asked));
        row.push(line(given));
        row
    });
    let table = Table::default()
        .texts(["domain"])
        .numbers(["asked"])
        .numbers(answers.clone())
        .numbers(["given on average"])
        .rows(rows);
    let note = "Demands that were ruled on, in all sessions that are counted, by how they were answered; given is what was \
                handed over, in percent of the card.";
    vec![paragraph(Rank::Note, note), Block::Table(table)]
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

/// Heads of the table of sessions, and which of them stand above numbers.
const HEADS: [(&str, bool); 10] = [
    ("session", false),
    ("ending", false),
    ("stability", true),
    ("lowest", true),
    ("moves", true),
    ("patron", false),
    ("client", false),
    ("Europe", false),
    ("overrides, points moved", true),
    ("decisions without a reason", true),
];

/// The table of sessions, and in which order they stand.
fn in_order(cohort: &Cohort, lines: &[SessionLine]) -> Vec<Block> {
    let sort = cohort.sort.filter(|_| lines.len() > 1);
    let order = sort.map(|sort| paragraph(Rank::Note, sort.told()));
    order.into_iter().chain(sessions(lines)).collect()
}

/// The table of sessions; what is the same in all of many is told once above it.
fn sessions(lines: &[SessionLine]) -> Vec<Block> {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *named.entry(&line.name).or_default() += 1;
    }
    // A name that several have, as that of the deck where none was given, tells none of them.
    let is_shared = |line: &SessionLine| named[&*line.name] > 1;
    let rows = lines.iter().map(|line| cells(line, is_shared(line)));
    let rows: Vec<[String; 10]> = rows.collect();
    let same = |place: usize| rows.iter().all(|row| row[place] == rows[0][place]);
    let told_once = |place: usize| place > 0 && rows.len() > chart::SIGNS.len() && same(place);
    let once: Vec<String> = (0..HEADS.len())
        .filter(|place| told_once(*place))
        .map(|place| format!("{}: {}", HEADS[place].0, rows[0][place]))
        .collect();
    let mut table = Table::default();
    for (_, (head, number)) in kept(HEADS, told_once) {
        table = if number {
            table.numbers([head])
        } else {
            table.texts([head])
        };
    }
    let mut blocks = Vec::new();
    if !once.is_empty() {
        let words = format!("The same in all: {}.", once.join("; "));
        blocks.push(paragraph(Rank::Note, words));
    }
    let rows = rows.iter().zip(lines).map(|(row, line)| {
        let cells = kept(row.clone(), told_once);
        let cell = |(place, cell): (usize, String)| match &line.report {
            Some(address) if place == 0 => Span::Link(cell, address.clone()),
            _ => told(&cell),
        };
        cells.map(cell).collect::<Vec<_>>()
    });
    blocks.push(Block::Table(table.rows(rows)));
    blocks
}

/// What is left of a row without the columns that are told once.
fn kept<T>(
    row: impl IntoIterator<Item = T>,
    told_once: impl Fn(usize) -> bool,
) -> impl Iterator<Item = (usize, T)> {
    let places = row.into_iter().enumerate();
    places.filter(move |(place, _)| !told_once(*place))
}

/// The cells of a session's row, with its name or by its key alone.
fn cells(line: &SessionLine, short: bool) -> [String; 10] {
    let some = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let said = |text: &str| {
        let words = in_words(text);
        some((!words.is_empty()).then_some(words))
    };
    let known = line.decisions.zip(line.without_reason);
    let name = if short || line.name.is_empty() || line.name == line.session {
        line.session.clone()
    } else {
        format!("{} ({})", line.name, line.session)
    };
    [
        match line.parent {
            Some(_) => format!("{name}, a what-if"),
            None => name,
        },
        line.ending_title
            .clone()
            .unwrap_or_else(|| "not ended".to_owned()),
        some(line.stability.map(|end| match line.curve.first() {
            Some(start) => format!("{start} → {end}"),
            None => end.to_string(),
        })),
        some(line.curve.iter().min().map(i64::to_string)),
        some(line.moves.map(|moves| moves.to_string())),
        said(&line.patron),
        said(&line.client),
        said(&line.europe),
        some(line.overrides.map(|overrides| match line.overrides_moved {
            Some(moved) if overrides > 0 => format!("{overrides}, {}", signed(moved)),
            _ => overrides.to_string(),
        })),
        some(known.map(|(decisions, without)| format!("{without} of {decisions}"))),
    ]
}
