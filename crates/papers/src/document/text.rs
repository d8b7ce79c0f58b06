//! Papers as text for terminals and screen readers.

use unicode_width::UnicodeWidthStr;

use crate::document::{
    Block, Card, Document, Facts, Inline, Item, Marker, Rank, Span, Table, chart,
};

/// Columns of a line at most, where no word is longer.
const WIDTH: usize = 88;
/// Columns between those of a table.
const GAP: usize = 2;

/// A paper as text.
pub fn text(paper: &Document) -> String {
    within(paper, WIDTH)
}

/// A paper as text whose lines are so many columns wide at most, where no word is longer; never wider than [`text`].
pub fn within(paper: &Document, columns: usize) -> String {
    let mut page = Page {
        width: columns.min(WIDTH),
        ..Page::default()
    };
    page.blocks(&paper.blocks, 0);
    page.text.truncate(page.text.trim_end().len());
    page.text.push('\n');
    page.text
}

/// A block as text.
pub fn block(block: &Block) -> String {
    let mut page = Page::default();
    page.block(block, 0);
    page.text
}

/// A line without its ranks and hues.
pub fn plain(text: &Inline) -> String {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Text(words)
        | Span::Said(words)
        | Span::Code(words)
        | Span::Hint(words, _)
        | Span::Link(words, _)
        | Span::Seat(_, words) => words.clone(),
        Span::Quote(words) => format!("“{words}”"),
        Span::Strong(text) | Span::Dim(text) | Span::Struck(text) => plain(text),
        Span::Tag(_, words) => format!("({words})"),
        Span::Cite(entry) => format!("[{entry}]"),
        Span::Spark(values, level) => chart::spark(values, *level),
        Span::Bar(_) => String::new(),
        Span::Break => "\n".to_owned(),
    }
}

/// Running text as lines that stand `indent` blanks in and are `width` columns wide at most.
pub fn wrapped(text: &str, indent: usize, width: usize) -> String {
    let mut page = Page {
        width,
        ..Page::default()
    };
    page.wrapped(&" ".repeat(indent), text, indent);
    page.text
}

/// Text in the making.
#[derive(Debug)]
struct Page {
    text: String,
    width: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            text: String::new(),
            width: WIDTH,
        }
    }
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// One empty line, and never a second.
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Text broken between words, with its first line after `lead` and the others `indent` blanks in.
    fn wrapped(&mut self, lead: &str, text: &str, indent: usize) {
        let mut line = lead.to_owned();
        let (mut used, mut empty) = (lead.width(), true);
        for (place, part) in text.split('\n').enumerate() {
            for (word, first) in part
                .split_whitespace()
                .zip(std::iter::once(true).chain(std::iter::repeat(false)))
            {
                let next = first && place > 0;
                if !empty && (next || used + 1 + word.width() > self.width) {
                    self.line(&line);
                    line = " ".repeat(indent);
                    (used, empty) = (indent, true);
                }
                if !empty {
                    line.push(' ');
                    used += 1;
                }
                line.push_str(word);
                used += word.width();
                empty = false;
            }
        }
        self.line(&line);
    }

    /// Blocks: apart from one another on the page itself, close together on a card.
    fn blocks(&mut self, blocks: &[Block], indent: usize) {
        for block in blocks {
            if indent == 0 {
                self.blank();
            }
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block, indent: usize) {
        match block {
            Block::Heading(rank, text) => self.heading(*rank, &plain(text), indent),
            Block::Text(rank, text) => self.paragraphs(*rank, &plain(text), indent),
            Block::List(marker, items) => self.list(*marker, items, indent),
            Block::Facts(known) => self.facts(known, indent),
            Block::Table(shown) => self.table(shown, indent),
            Block::Chart(drawn) => {
                self.wrapped("", &drawn.title, 0);
                for line in chart::drawn(drawn) {
                    self.line(&line);
                }
            }
            Block::Code(typed) => self.line(&format!("    {typed}")),
            Block::Section(part) => {
                self.heading(2, &part.title, indent);
                self.blocks(&part.blocks, indent);
            }
            Block::Sheet(within) => self.blocks(within, indent),
            Block::Beside(columns) => columns
                .iter()
                .for_each(|column| self.blocks(column, indent)),
            Block::Cards(_, cards) => cards.iter().for_each(|card| self.card(card, indent)),
            Block::Signs(signs) => {
                for (name, under) in signs {
                    self.line(&format!("{name}, {under}"));
                }
            }
            Block::Contents(_) => {}
        }
    }

    fn heading(&mut self, rank: u8, words: &str, indent: usize) {
        self.blank();
        self.wrapped(&" ".repeat(indent), words, indent);
        if rank < 3 {
            self.line(&"═".repeat(words.width().min(WIDTH)));
            self.blank();
        }
    }

    fn paragraphs(&mut self, rank: Rank, text: &str, indent: usize) {
        let lead = if rank == Rank::Warning {
            "warning: "
        } else {
            ""
        };
        let paragraphs = text.split("\n\n").filter(|part| !part.trim().is_empty());
        for (place, paragraph) in paragraphs.enumerate() {
            if place > 0 {
                self.blank();
            }
            self.wrapped(&format!("{}{lead}", " ".repeat(indent)), paragraph, indent);
        }
    }

    fn list(&mut self, marker: Marker, items: &[Item], indent: usize) {
        let space = " ".repeat(indent);
        for (item, number) in items.iter().zip(1..) {
            let lead = match (marker, item.entry) {
                (Marker::Number, _) => format!("{space}{number}. "),
                (Marker::Tick, _) => format!("{space}[ ] "),
                (Marker::Entry, Some(entry)) => format!("{space}[{entry}] "),
                _ => format!("{space}- "),
            };
            self.wrapped(&lead, &plain(&item.text), indent + 2);
            for under in &item.under {
                self.wrapped(&format!("{space}    "), &plain(under), indent + 6);
            }
        }
    }

    fn facts(&mut self, facts: &Facts, indent: usize) {
        let space = " ".repeat(indent);
        for (label, known) in &facts.0 {
            match known.as_slice() {
                [one] => self.wrapped(&format!("{space}{label}: "), &plain(one), indent + 2),
                several => {
                    self.line(&format!("{space}{label}:"));
                    for one in several {
                        self.wrapped(&format!("{space}- "), &plain(one), indent + 2);
                    }
                }
            }
        }
    }

    /// A table; where it has no room, each row is told with the heads before its cells.
    fn table(&mut self, table: &Table, indent: usize) {
        let heads: Vec<String> = table
            .columns
            .iter()
            .map(|column| plain(&column.head))
            .collect();
        let rows: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(plain).collect())
            .collect();
        let widest = |place: usize| {
            let cells = rows
                .iter()
                .filter(|row| row.len() > 1)
                .filter_map(|row| row.get(place));
            cells
                .chain(heads.get(place))
                .map(|cell| cell.width())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..heads.len()).map(widest).collect();
        let whole = widths.iter().sum::<usize>() + GAP * widths.len();
        let space = " ".repeat(indent);
        if table.lanes || indent + whole > WIDTH + GAP {
            return self.told(&heads, &rows, indent);
        }
        for row in std::iter::once(&heads).chain(&rows) {
            let mut line = space.clone();
            for (place, cell) in row.iter().enumerate() {
                let room = " ".repeat(widths[place].saturating_sub(cell.width()));
                let (before, after) = if table.columns[place].number {
                    (room.as_str(), "")
                } else {
                    ("", room.as_str())
                };
                line.extend([before, cell.as_str(), after, &" ".repeat(GAP)]);
            }
            self.line(&line);
        }
    }

    fn told(&mut self, heads: &[String], rows: &[Vec<String>], indent: usize) {
        let space = " ".repeat(indent);
        for row in rows {
            if let [heading] = row.as_slice() {
                self.heading(3, heading, indent);
                continue;
            }
            for (place, (head, cell)) in heads.iter().zip(row).enumerate() {
                let (lead, deep) = match (place, head.as_str()) {
                    (0, _) => (format!("{space}  "), 4),
                    (_, "") => (format!("{space}    "), 6),
                    (_, head) => (format!("{space}    {head}: "), 8),
                };
                self.wrapped(&lead, cell, indent + deep);
            }
        }
    }

    fn card(&mut self, card: &Card, indent: usize) {
        self.blank();
        self.wrapped(&" ".repeat(indent), &card.title, indent);
        let within = indent + 4;
        if !card.kind.is_empty() {
            self.wrapped(&" ".repeat(within), &card.kind.join(", "), within);
        }
        self.blocks(&card.blocks, within);
        for line in &card.foot {
            self.wrapped(&" ".repeat(within), &plain(line), within);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::lines;

    #[test]
    fn lines_break_between_words_and_hang_under_the_first() {
        let mut page = Page::default();
        let long = "x".repeat(60);
        page.wrapped("- ", &format!("one {long} two {long}\nthree"), 2);
        assert_eq!(page.text, format!("- one {long} two\n  {long}\n  three\n"));
    }

    #[test]
    fn columns_stand_under_one_another_by_display_width() {
        let table = Table::default()
            .texts(["名前", "b"])
            .numbers(["n"])
            .rows([["谢谢谢", "é", "1"], ["x", "yy", "100"]]);
        let mut page = Page::default();
        page.table(&table, 0);
        assert_eq!(
            page.text,
            "名前    b     n\n谢谢谢  é     1\nx       yy  100\n"
        );
    }

    #[test]
    fn a_table_without_room_is_told_row_by_row() {
        let long = "word ".repeat(30);
        let mut table = Table::default()
            .texts(["act", "why"])
            .rows([["one", long.as_str()]]);
        table.rows.insert(0, lines(["Move 1"]));
        let mut page = Page::default();
        page.table(&table, 0);
        assert!(
            page.text.starts_with("Move 1\n  one\n    why: word word"),
            "{}",
            page.text
        );
        assert!(page.text.lines().all(|line| line.width() <= WIDTH));
    }
}
