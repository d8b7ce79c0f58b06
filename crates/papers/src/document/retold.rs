//! A paper told in other words: every text of it passes through one hand.

use crate::document::{Block, Card, Chart, Document, Facts, Inline, Item, Section, Span, Table};

/// What takes a text and gives what stands in its place.
type Tell<'a> = &'a dyn Fn(&str) -> String;

impl Document {
    /// The paper with every text of it told anew, wherever it stands: in titles, tables and curves as well.
    #[must_use]
    pub fn retold(mut self, tell: Tell<'_>) -> Self {
        text(&mut self.title, tell);
        blocks(&mut self.blocks, tell);
        self
    }
}

fn text(text: &mut String, tell: Tell<'_>) {
    *text = tell(text);
}

fn blocks(all: &mut [Block], tell: Tell<'_>) {
    for one in all {
        block(one, tell);
    }
}

fn block(block: &mut Block, tell: Tell<'_>) {
    match block {
        Block::Heading(_, line) | Block::Text(_, line) => inline(line, tell),
        Block::List(_, items) => items.iter_mut().for_each(|one| item(one, tell)),
        Block::Facts(Facts(known)) => {
            for (label, lines) in known {
                text(label, tell);
                inlines(lines, tell);
            }
        }
        Block::Table(shown) => table(shown, tell),
        Block::Chart(drawn) => chart(drawn, tell),
        Block::Code(typed) => text(typed, tell),
        Block::Section(part) => section(part, tell),
        Block::Sheet(within) => blocks(within, tell),
        Block::Beside(columns) => columns.iter_mut().for_each(|column| blocks(column, tell)),
        Block::Cards(_, all) => all.iter_mut().for_each(|one| card(one, tell)),
        Block::Signs(signs) => {
            for (name, under) in signs {
                text(name, tell);
                text(under, tell);
            }
        }
        Block::Contents(parts) => parts.iter_mut().for_each(|(_, name)| text(name, tell)),
    }
}

/// The anchor stays: citations lead to it.
fn section(part: &mut Section, tell: Tell<'_>) {
    let Section {
        name,
        title,
        blocks: within,
        ..
    } = part;
    text(name, tell);
    text(title, tell);
    blocks(within, tell);
}

fn item(item: &mut Item, tell: Tell<'_>) {
    inline(&mut item.text, tell);
    inlines(&mut item.under, tell);
}

fn table(table: &mut Table, tell: Tell<'_>) {
    for column in &mut table.columns {
        inline(&mut column.head, tell);
    }
    for row in &mut table.rows {
        inlines(row, tell);
    }
}

fn chart(chart: &mut Chart, tell: Tell<'_>) {
    text(&mut chart.title, tell);
    text(&mut chart.caption, tell);
    for moment in &mut chart.moments {
        text(&mut moment.label, tell);
        text(&mut moment.words, tell);
    }
    for curve in &mut chart.curves {
        text(&mut curve.name, tell);
    }
    for (_, what) in &mut chart.levels {
        text(what, tell);
    }
    let marks = chart.marks.iter_mut().flat_map(|row| &mut row.marks);
    marks.for_each(|(_, says)| text(says, tell));
}

fn card(card: &mut Card, tell: Tell<'_>) {
    card.kind.iter_mut().for_each(|kind| text(kind, tell));
    text(&mut card.title, tell);
    blocks(&mut card.blocks, tell);
    inlines(&mut card.foot, tell);
}

fn inlines(lines: &mut [Inline], tell: Tell<'_>) {
    for line in lines {
        inline(line, tell);
    }
}

fn inline(line: &mut Inline, tell: Tell<'_>) {
    for span in &mut line.0 {
        match span {
            Span::Text(words) | Span::Said(words) | Span::Quote(words) | Span::Code(words) => {
                text(words, tell);
            }
            Span::Strong(within) | Span::Dim(within) | Span::Struck(within) => inline(within, tell),
            Span::Tag(_, words) | Span::Seat(_, words) | Span::Link(words, _) => text(words, tell),
            Span::Hint(words, hint) => {
                text(words, tell);
                text(hint, tell);
            }
            Span::Cite(_) | Span::Spark(..) | Span::Bar(_) | Span::Break => {}
        }
    }
}
