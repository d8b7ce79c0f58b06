//! Lines of play side by side: as text for terminals and as one HTML page.

use crate::document::{
    Block, Chart, Curve, Document, Inline, Item, Look, Marker, Rank, Section, Span, Table, cells,
    chart, dim, html as page, line, lines, paragraph, quote, said, seat, strong, text as terminal,
    told,
};
use crate::report::words::{NOTICE, hand};
use unequal_session::compare::{Cell, Comparison, LineFacts, Row};
use unequal_session::reading::Shift;
use unequal_session::telling::{count, listed, signed, whole};

/// The comparison as one HTML file.
pub fn html(comparison: &Comparison) -> String {
    page::html(&document(comparison))
}

/// The comparison as text for terminals and screen readers.
pub fn text(comparison: &Comparison) -> String {
    terminal::text(&document(comparison))
}

fn document(comparison: &Comparison) -> Document {
    let names = comparison
        .lines
        .iter()
        .map(|line| marked(line, format!("“{}”", line.name)));
    let title = "Lines of play side by side";
    let mut blocks = vec![
        paragraph(Rank::Lead, title),
        Block::Heading(1, line(listed(&names.collect::<Vec<_>>()))),
        paragraph(Rank::Notice, NOTICE),
    ];
    blocks.extend(settings(comparison));
    blocks.extend([
        Block::Chart(curves(comparison)),
        came(comparison),
        parting(comparison),
    ]);
    if !comparison.rows.is_empty() {
        let title = "Acts and reasons from there on";
        blocks.push(Section::titled(title, vec![Block::Table(acts(comparison))]));
    }
    Document {
        title: title.to_owned(),
        language: "en".to_owned(),
        look: Look::Report,
        blocks,
    }
}

fn heads(comparison: &Comparison, first: &str) -> Table {
    let names = comparison.lines.iter();
    let names = names.map(|line| told(&marked(line, line.name.clone())));
    Table::default().texts([first]).texts(names)
}

/// A name of a line, marked where it is a what-if.
fn marked(line: &LineFacts, name: String) -> String {
    match line.what_if {
        Some(_) => format!("{name}, a what-if"),
        None => name,
    }
}

fn settings(comparison: &Comparison) -> Vec<Block> {
    let warnings = comparison
        .settings
        .iter()
        .filter_map(|setting| setting.warning);
    let supposed = comparison.lines.iter().filter_map(|line| {
        let what_if = line.what_if.as_ref()?;
        Some(what_if.sentence(&format!("“{}”", line.name)))
    });
    let mut blocks: Vec<Block> = warnings
        .map(str::to_owned)
        .chain(supposed)
        .map(|warning| paragraph(Rank::Warning, told(&warning)))
        .collect();
    if !comparison.settings.is_empty() {
        let rows = comparison.settings.iter().map(|setting| {
            let values = setting.values.iter().map(|value| told(value));
            std::iter::once(Span::Text(setting.what.to_owned())).chain(values)
        });
        let table = Block::Table(heads(comparison, "").rows(rows));
        let title = "Not the same besides the acts";
        blocks.push(Section::titled(title, vec![table]));
    }
    blocks
}

fn curves(comparison: &Comparison) -> Chart {
    let curve = |line: &LineFacts| Curve {
        name: marked(line, line.name.clone()),
        values: line.curve.clone(),
    };
    chart::lines_of_play(comparison.lines.iter().map(curve).collect())
}

fn came(comparison: &Comparison) -> Block {
    let item = |line: &LineFacts| {
        let file = line
            .file
            .as_ref()
            .map(|file| dim(said! { " " (told(file)) }));
        let name = marked(line, line.name.clone());
        Item::from(said! { (strong(told(&name))) ": " (came_to(line).join("; ")) "." (file) })
    };
    let items = comparison.lines.iter().map(item).collect();
    Section::titled("What each came to", vec![Block::List(Marker::Dot, items)])
}

/// What a line came to, in a few words each.
fn came_to(line: &LineFacts) -> Vec<String> {
    let start = line.curve.first().copied().unwrap_or(line.stability);
    let moves = usize::try_from(line.moves).unwrap_or(usize::MAX);
    let change = signed(line.stability - start);
    let decisions = count(line.decisions, "decision", "decisions");
    vec![
        format!("{} closed", count(moves, "move", "moves")),
        format!("stability {start} → {} ({change})", line.stability),
        match &line.ending {
            Some(ending) => format!(
                "ended: {}, aims met {} and {}, Europe’s ease {}",
                ending.title,
                whole(ending.patron),
                whole(ending.client),
                ending.europe
            ),
            None => format!("not ended, at entry {}", line.end),
        },
        overruled(line),
        format!("{} of {decisions} with a reason", line.with_reasons),
    ]
}

/// What the white cell did to a line.
fn overruled(line: &LineFacts) -> String {
    let overrides = count(line.overrides, "override", "overrides");
    match line.overrides_moved {
        Some(moved) if line.overrides > 0 => {
            format!("{overrides}, which moved stability by {}", signed(moved))
        }
        _ => overrides,
    }
}

fn parting(comparison: &Comparison) -> Block {
    let steps = |number| count(number, "step", "steps");
    let words = match (&comparison.divergence, comparison.shared) {
        (None, shared) => format!("The lines are the same: {}.", steps(shared)),
        (Some(parting), 0) => format!("They part at the first step, phase {}:", parting.phase),
        (Some(parting), shared) => format!(
            "They share {} and part in move {}, phase {}:",
            steps(shared),
            parting.move_number,
            parting.phase
        ),
    };
    let mut blocks = vec![paragraph(Rank::Plain, words)];
    blocks.extend(
        comparison
            .divergence
            .iter()
            .map(|parting| paragraph(Rank::Plain, told(&parting.sentence))),
    );
    Section::titled("Where they part", blocks)
}

fn acts(comparison: &Comparison) -> Table {
    let mut table = heads(comparison, "phase");
    table.lanes = true;
    for rows in comparison
        .rows
        .chunk_by(|one, next| one.move_number == next.move_number)
    {
        table
            .rows
            .push(lines([format!("Move {}", rows[0].move_number)]));
        table.rows.extend(rows.iter().map(row));
    }
    table
}

fn row(row: &Row) -> Vec<Inline> {
    let mut cells = cells! { [(dim(said! { (row.phase) (row.same.then_some(" =")) }))] };
    cells.extend(row.cells.iter().map(|cell| match cell {
        Some(cell) => act(cell),
        None => line(dim("–")),
    }));
    cells
}

fn act(cell: &Cell) -> Inline {
    let Shift { before, after } = cell.stability;
    // Most sentences begin with who acted.
    let said = cell.sentence.starts_with(&cell.seat_name);
    let (name, gap) = if said {
        ("", "")
    } else {
        (cell.seat_name.as_str(), ": ")
    };
    let under = |words: Inline| said! { (Span::Break) (words) };
    let moved =
        (before != after).then(|| under(line(dim(format!("stability {before} → {after}")))));
    let sure = cell
        .confidence
        .map(|sure| under(line(dim(format!("confidence: {sure} of 100")))));
    said! {
        (seat(cell.seat.word(), name)) (gap) (told(&cell.sentence)) " " (dim(said! { "[" (cell.entry.get()) "] " (told(&hand(&cell.by))) }))
        (moved) (cell.rationale.as_ref().map(|reason| under(said! { "why: " (quote(reason)) })))
        (sure) (cell.dissent.as_ref().map(|dissent| under(said! { "dissent: " (quote(dissent)) })))
    }
}
