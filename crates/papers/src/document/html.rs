//! Papers as one HTML file: style and charts inside it, nothing fetched, nothing run.

mod chart;
mod cut;
mod fit;
mod widths;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use unicode_width::UnicodeWidthStr;

use self::cut::{paragraphs, tied};
use self::fit::Fit;
use crate::document::{
    Bar, Block, Card, Document, Facts, Inline, Item, Look, Marker, Rank, Span, Table,
};

const REPORT: &str = include_str!("html/report.css");
const HANDOUT: &str = include_str!("html/handout.css");

/// Forbids everything but the style inside the file, whatever its texts may hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// A paper as one HTML file.
pub fn html(paper: &Document) -> String {
    let style = match paper.look {
        Look::Report => REPORT,
        Look::Handout => HANDOUT,
    };
    html! {
        (DOCTYPE)
        html lang=(paper.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if paper.look == Look::Report { meta name="color-scheme" content="light dark"; }
                title { (paper.title) }
                style { (PreEscaped(style)) (PreEscaped(running_head(paper))) }
            }
            body { (blocks(&paper.blocks)) }
        }
    }
    .into_string()
}

/// A rule that prints the title on top of every page; of a report on all but the first, which has it larger. All of it but plain letters
/// is escaped: a style would end at a `<`, a string at a quote.
fn running_head(paper: &Document) -> String {
    let escaped = paper.title.chars().map(|letter| match letter {
        ' ' => " ".to_owned(),
        letter if letter.is_ascii_alphanumeric() => letter.to_string(),
        // The space ends the escape, and would be taken from the title.
        letter => format!("\\{:06x} ", u32::from(letter)),
    });
    let escaped: String = escaped.collect();
    if paper.look == Look::Handout {
        // A dropped stack can be put together: every page says what it is, and which of how many.
        let font = "font: 7pt Helvetica, Arial, sans-serif; color: #333; vertical-align: bottom; padding-bottom: 1.5mm";
        return format!(
            "@page {{ @top-left {{ content: \"{escaped}\"; {font} }} @top-right {{ content: counter(page) \" / \" \
             counter(pages); {font} }} }}\n"
        );
    }
    format!(
        "@page {{ @top-left {{ content: \"{escaped}\"; font: 8pt system-ui, sans-serif; color: #444444; }} }}\n\
         @page :first {{ @top-left {{ content: none; }} }}\n"
    )
}

fn blocks(blocks: &[Block]) -> Markup {
    html! { @for one in blocks { (block(one)) } }
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(rank, text) => @match rank {
                1 => h1 dir="auto" { (inline(text)) },
                2 => h2 { (inline(text)) },
                _ => h3 { (inline(text)) },
            },
            Block::Text(rank, text) => @for part in paragraphs(text) { (paragraph(*rank, &part)) },
            Block::List(marker, items) => (list(*marker, items)),
            Block::Facts(known) => (facts(known)),
            Block::Table(shown) => (table(shown)),
            Block::Chart(drawn) => (chart::chart(drawn)),
            Block::Code(typed) => pre { (typed) },
            Block::Section(part) => section id=(part.id) { h2 { (part.title) } (blocks(&part.blocks)) },
            Block::Sheet(within) => section.sheet { (blocks(within)) },
            Block::Beside(columns) => div.columns { @for column in columns { div { (blocks(column)) } } },
            Block::Cards(a_sheet, all) => (cards(*a_sheet, all)),
            Block::Signs(all) => (signs(all)),
            Block::Contents(parts) => nav { @for (id, name) in parts { a href=(format!("#{id}")) { (name) } } },
        }
    }
}

fn paragraph(rank: Rank, text: &Inline) -> Markup {
    let class = match rank {
        Rank::Plain => return html! { p { (inline(text)) } },
        Rank::Foot => return html! { footer { (inline(text)) } },
        Rank::Lead => "lead",
        Rank::Note => "note",
        Rank::Notice => "notice",
        Rank::Warning => "warning",
        Rank::Ending => "ending",
        Rank::Write => "write",
    };
    html! { p class=(class) { (inline(text)) } }
}

fn list(marker: Marker, items: &[Item]) -> Markup {
    let within = |item: &Item| {
        html! { (inline(&item.text)) @for under in &item.under { div.under { (inline(under)) } } }
    };
    html! {
        @match marker {
            Marker::Dot => ul { @for item in items { li { (within(item)) } } },
            Marker::Number => ol { @for item in items { li { (within(item)) } } },
            Marker::Tick => ul.plain { @for item in items { li { "☐ " (within(item)) } } },
            Marker::Rule => ul.plain.ruled { @for item in items { li { (within(item)) } } },
            Marker::Entry => @for item in items {
                @let number = item.entry.unwrap_or_default();
                div.entry id=(format!("e{number}")) { div.number { (number) } div { (within(item)) } }
            },
        }
    }
}

/// Texts under a label that may be parted over columns: a longer list would leave a hole where it does not fit.
const LONG: usize = 10;

fn facts(facts: &Facts) -> Markup {
    html! {
        dl {
            @for (label, known) in &facts.0 {
                div.long[known.len() > LONG] {
                    dt { (label) }
                    @for text in known { dd { (inline(text)) } }
                }
            }
        }
    }
}

fn table(table: &Table) -> Markup {
    let class = |place: usize| {
        let number = table.columns.get(place).is_some_and(|column| column.number);
        number.then_some("n")
    };
    html! {
        div.table { table class=[table.lanes.then_some("side-by-side")] {
            thead { tr {
                @for (place, column) in table.columns.iter().enumerate() {
                    th scope="col" class=[class(place)] { (inline(&column.head)) }
                }
            } }
            tbody { @for row in &table.rows { tr {
                @match row.as_slice() {
                    [heading] if table.columns.len() > 1 => {
                        th scope="rowgroup" colspan=(table.columns.len()) { (inline(heading)) }
                    }
                    cells => @for (place, cell) in cells.iter().enumerate() { td class=[class(place)] { (inline(cell)) } },
                }
            } } }
        } }
    }
}

/// Sheets of cards: rows of one height, and type in which each card surely fits its row.
fn cards(a_sheet: usize, all: &[Card]) -> Markup {
    let fit = Fit::of(a_sheet, all);
    html! {
        @for (some, size) in all.chunks(fit.a_sheet).zip(&fit.types) {
            section.sheet {
                div.cards style=(format!("--type:{size:.2};--row:{:.1}mm", fit.row)) { @for one in some { (card(one)) } }
            }
        }
    }
}

fn card(card: &Card) -> Markup {
    html! {
        article.card {
            header { @for kind in &card.kind { span { (kind) } } }
            h3 { (tied(None, &card.title)) }
            (blocks(&card.blocks))
            @if !card.foot.is_empty() {
                footer { @for line in &card.foot { div { (inline(line)) } } }
            }
        }
    }
}

/// Signs that a sheet of paper holds.
const SIGNS: usize = 2;
/// Columns of the largest type that a sign has room for, and that type in points.
const SIGN: (usize, f64) = (10, 58.0);

/// Signs to be folded in the middle: the name stands on both halves, on the upper one upside down.
fn signs(all: &[(String, String)]) -> Markup {
    let size = |name: &str| {
        let words = name.split_whitespace().map(UnicodeWidthStr::width).max();
        let longest = words.unwrap_or(0).max(name.width() / 2).max(SIGN.0);
        SIGN.1 * chart::count(SIGN.0) / chart::count(longest)
    };
    html! {
        @for sheet in all.chunks(SIGNS) {
            section.sheet {
                @for (name, under) in sheet {
                    article.sign style=(format!("--type:{:.0}pt", size(name))) {
                        @for half in ["half back", "half"] {
                            div class=(half) { h3 dir="auto" { (name) } p { (under) } }
                        }
                    }
                }
            }
        }
    }
}

fn inline(text: &Inline) -> Markup {
    after(None, text)
}

/// A line that goes on behind a letter.
fn after(before: Option<char>, text: &Inline) -> Markup {
    let befores = std::iter::once(before).chain(text.0.iter().map(Span::last));
    html! { @for (one, before) in text.0.iter().zip(befores) { (span(before, one)) } }
}

fn span(before: Option<char>, span: &Span) -> Markup {
    html! {
        @match span {
            Span::Text(own) => (tied(before, own)),
            Span::Said(words) => bdi { (tied(before, words)) },
            Span::Quote(words) => q dir="auto" { (words) },
            Span::Code(typed) => code { (typed) },
            Span::Strong(text) => b { (after(before, text)) },
            Span::Dim(text) => span.dim { (after(before, text)) },
            Span::Struck(text) => s { (after(before, text)) },
            Span::Tag(tone, words) => span class=(format!("tag {}", tone.class())) { (words) },
            Span::Hint(words, hint) => span title=(hint) { (tied(before, words)) },
            Span::Seat(word, name) => span class=(format!("seat {word}")) { (name) },
            Span::Link(words, address) => a href=(address) { bdi { (words) } },
            Span::Cite(entry) => a.cite href=(format!("#e{entry}")) { "[" (entry) "]" },
            Span::Spark(values, level) => (chart::spark(values, *level)),
            Span::Bar(drawn) => (bar(*drawn)),
            Span::Break => br;,
        }
    }
}

fn bar(bar: Bar) -> Markup {
    const WIDE: f64 = 128.0;
    const HIGH: f64 = 16.0;
    let half = WIDE / 2.0;
    let share = if bar.most > 0.0 {
        (bar.value.abs() / bar.most).min(1.0)
    } else {
        0.0
    };
    let length = half * share;
    let x = if bar.value < 0.0 { half - length } else { half };
    html! {
        svg.bar viewBox=(format!("0 0 {WIDE} {HIGH}")) aria-hidden="true" {
            rect class=(bar.seat) x=(format!("{x:.1}")) y="3" width=(format!("{length:.1}")) height="10" {}
            line.zero x1=(half) x2=(half) y1="0" y2=(HIGH) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Document, Look, running_head};

    #[test]
    fn nothing_in_a_title_ends_the_style_that_prints_it() {
        let paper = Document {
            title: "a\"} </style><script>\\ \u{202e}ö".to_owned(),
            language: "en".to_owned(),
            look: Look::Report,
            blocks: Vec::new(),
        };
        let head = running_head(&paper);
        assert!(!head.contains("</") && !head.contains('<') && !head.contains("\\ "));
        assert_eq!(head.matches('"').count(), 2, "{head}");
        assert!(head.contains("a\\000022 \\00007d  \\00003c "), "{head}");
    }
}
