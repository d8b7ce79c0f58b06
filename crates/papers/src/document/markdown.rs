//! Papers as Markdown, readable as they stand.

use crate::document::{
    Block, Card, Document, Facts, Inline, Item, Marker, Rank, Span, Table, chart,
};

/// A paper as one Markdown text.
pub fn markdown(paper: &Document) -> String {
    let mut parts = Vec::new();
    blocks(&mut parts, &paper.blocks);
    parts.join("\n\n") + "\n"
}

fn blocks(parts: &mut Vec<String>, blocks: &[Block]) {
    for one in blocks {
        block(parts, one);
    }
}

fn block(parts: &mut Vec<String>, block: &Block) {
    match block {
        Block::Heading(rank, text) => parts.push(heading(*rank, text)),
        Block::Text(rank, text) => parts.extend(paragraphs(*rank, text)),
        Block::List(marker, items) => parts.push(list(*marker, items)),
        Block::Facts(known) => parts.push(facts(known)),
        Block::Table(shown) => parts.push(table(shown)),
        Block::Chart(drawn) => {
            let lines = chart::drawn(drawn).join("\n");
            parts.push(format!("{}:", escaped(&drawn.title)));
            parts.push(format!("```text\n{lines}\n```"));
        }
        Block::Code(typed) => parts.push(format!("```\n{typed}\n```")),
        Block::Section(part) => {
            parts.push(format!("## {}", escaped(&part.title)));
            blocks(parts, &part.blocks);
        }
        Block::Sheet(within) => blocks(parts, within),
        Block::Beside(columns) => columns.iter().for_each(|column| blocks(parts, column)),
        Block::Cards(_, cards) => cards.iter().for_each(|one| card(parts, one)),
        Block::Signs(signs) => {
            let line = |(name, under): &(String, String)| {
                format!("- {}, {}", escaped(name), escaped(under))
            };
            parts.push(signs.iter().map(line).collect::<Vec<_>>().join("\n"));
        }
        Block::Contents(_) => {}
    }
}

fn heading(rank: u8, text: &Inline) -> String {
    format!("{} {}", "#".repeat(usize::from(rank)), inline(text))
}

fn paragraphs(rank: Rank, text: &Inline) -> Vec<String> {
    let whole = inline(text);
    let parts = whole.split("\n\n").filter(|part| !part.trim().is_empty());
    let rendered = parts.map(|part| match rank {
        Rank::Notice => format!("> {part}"),
        Rank::Warning => format!("> **{part}**"),
        _ => guarded(part),
    });
    rendered.collect()
}

fn list(marker: Marker, items: &[Item]) -> String {
    let mut lines = Vec::new();
    for (item, number) in items.iter().zip(1..) {
        let text = guarded(&inline(&item.text));
        lines.push(match (marker, item.entry) {
            (Marker::Dot | Marker::Rule, _) | (Marker::Entry, None) => format!("- {text}"),
            (Marker::Number, _) => format!("{number}. {text}"),
            (Marker::Tick, _) => format!("- [ ] {text}"),
            (Marker::Entry, Some(entry)) => format!("- \\[{entry}\\] {text}"),
        });
        let under = item
            .under
            .iter()
            .map(|under| format!("  - {}", guarded(&inline(under))));
        lines.extend(under);
    }
    lines.join("\n")
}

fn facts(facts: &Facts) -> String {
    let lines = facts.0.iter().map(|(label, known)| {
        let label = escaped(label);
        match known.as_slice() {
            [one] => format!("- **{label}:** {}", inline(one)),
            several => {
                let under = several
                    .iter()
                    .map(|one| format!("\n  - {}", guarded(&inline(one))));
                format!("- **{label}:**{}", under.collect::<String>())
            }
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: &[Inline]| {
        let missing = table.columns.len().saturating_sub(cells.len());
        let cells = cells
            .iter()
            .map(inline)
            .chain(std::iter::repeat_n(String::new(), missing));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let heads: Vec<Inline> = table
        .columns
        .iter()
        .map(|column| column.head.clone())
        .collect();
    let sides = table
        .columns
        .iter()
        .map(|column| if column.number { "--:|" } else { "---|" });
    let lines = [row(&heads), format!("|{}", sides.collect::<String>())];
    let rows = table.rows.iter().map(|cells| row(cells));
    lines.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn card(parts: &mut Vec<String>, card: &Card) {
    parts.push(format!("### {}", escaped(&card.title)));
    if !card.kind.is_empty() {
        parts.push(guarded(&escaped(&card.kind.join(" · "))));
    }
    blocks(parts, &card.blocks);
    parts.extend(card.foot.iter().map(|line| guarded(&inline(line))));
}

fn inline(text: &Inline) -> String {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Text(words) | Span::Said(words) | Span::Hint(words, _) | Span::Seat(_, words) => {
            escaped(words)
        }
        Span::Quote(words) => format!("“{}”", escaped(words)),
        Span::Code(typed) => format!("`{}`", typed.replace('`', "'")),
        Span::Strong(text) => format!("**{}**", inline(text)),
        Span::Dim(text) => inline(text),
        Span::Struck(text) => format!("~~{}~~", inline(text)),
        Span::Tag(_, words) => format!("({})", escaped(words)),
        Span::Link(words, address) => format!("[{}](<{address}>)", escaped(words)),
        Span::Cite(entry) => format!("\\[{entry}\\]"),
        Span::Spark(values, level) => chart::spark(values, *level),
        Span::Bar(_) => String::new(),
        Span::Break => " · ".to_owned(),
    }
}

/// Makes a text harmless in Markdown: nothing in it can become mark-up or HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            // Not every reader of Markdown takes a backslash before what HTML understands.
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '>' | '#' | '|' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// What begins a list or a heading does so at the start of a line only: there it is kept from it.
fn guarded(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    match (number, rest.as_bytes().first()) {
        ("", Some(b'-' | b'+' | b'=')) => format!("\\{line}"),
        (number, Some(b'.' | b')')) if !number.is_empty() => format!("{number}\\{rest}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_mark_up() {
        let shown = |text: &str| guarded(&escaped(text));
        assert_eq!(
            shown("<script>*x*</script>"),
            "&lt;script\\>\\*x\\*&lt;/script\\>"
        );
        assert_eq!(shown("a | b"), "a \\| b");
        assert_eq!(shown("1. not a list"), "1\\. not a list");
        assert_eq!(shown("- nor this"), "\\- nor this");
        assert_eq!(shown("move 1. then"), "move 1. then");
        assert_eq!(shown("中文, Россия"), "中文, Россия");
    }
}
