//! The type of cards: as large as surely fits their frames, measured in the widest of the fonts that they ask for.

use super::cut::{paragraphs, tied};
use super::widths::{ARIAL, ARIAL_BOLD, GEORGIA, GEORGIA_BOLD, Widths, wide};
use crate::document::{Block, Card, Facts, Inline, Rank, Span};

/// The height that cards have on a sheet, a millimetre less than A4 has between its margins.
const SHEET: f64 = 272.0;
/// Between two rows.
const GAP: f64 = 2.0;
/// The frame of a card and the room within it, above and below together.
const FRAME: f64 = 5.6;
/// The width of a line within a card, less what rounding may take.
const LINE: f64 = 84.6;
/// What a line to write on takes at least.
const WRITTEN: f64 = 7.0;
/// A point of type in millimetres.
const POINT: f64 = 25.4 / 72.0;
/// The largest and the smallest type, in hundredths of the usual. What does not fit in the smallest has fewer cards beside it.
const TYPES: (u32, u32) = (130, 85);
/// What may lie on a sheet, two a row.
const A_SHEET: [usize; 4] = [8, 6, 4, 2];

/// Cards as they fit on sheets.
pub(super) struct Fit {
    /// How many lie on a sheet.
    pub a_sheet: usize,
    /// The height of a row in millimetres, the same on every sheet, so that a stack can be cut at once.
    pub row: f64,
    /// The type of each sheet, in parts of the usual.
    pub types: Vec<f64>,
}

impl Fit {
    /// So many cards on a sheet, or fewer where one of them would not fit. All sheets are in the type that nine of ten
    /// cards have room for, but for those that hold a longer one.
    pub(super) fn of(a_sheet: usize, all: &[Card]) -> Self {
        let mut tried = A_SHEET.into_iter().filter(|few| *few <= a_sheet.max(2));
        let fitting = tried.find_map(|few| {
            let sizes = all.iter().map(|card| size(card, row(few)));
            Some((few, sizes.collect::<Option<Vec<u32>>>()?))
        });
        let (a_sheet, sizes) = fitting.unwrap_or_else(|| (2, vec![TYPES.1; all.len()]));
        let mut sorted = sizes.clone();
        sorted.sort_unstable();
        let usual = sorted.get(sorted.len() / 10).copied().unwrap_or(TYPES.1);
        let of_sheet = |some: &[u32]| some.iter().copied().fold(usual, u32::min);
        Self {
            a_sheet,
            row: row(a_sheet),
            types: sizes
                .chunks(a_sheet)
                .map(|some| f64::from(of_sheet(some)) / 100.0)
                .collect(),
        }
    }
}

/// The height of a row where so many cards lie on a sheet.
fn row(a_sheet: usize) -> f64 {
    let rows = super::chart::count(a_sheet.div_ceil(2).max(1));
    (SHEET - GAP * (rows - 1.0)) / rows
}

/// The largest type in which a card fits a row; none where it fits in none.
fn size(card: &Card, row: f64) -> Option<u32> {
    let mut types = (TYPES.1..=TYPES.0).rev();
    types.find(|size| high(card, f64::from(*size) / 100.0) <= row - FRAME)
}

/// How high a card is in a type; the sizes are those of the style sheet.
fn high(card: &Card, size: f64) -> f64 {
    let head = Set::new(7.5, 1.2, size).text(&ARIAL, &card.kind.join(" · "));
    let title = Set::new(10.0, 1.15, size).text(&ARIAL_BOLD, &card.title);
    let said: f64 = card
        .blocks
        .iter()
        .map(|block| block_high(block, size))
        .sum();
    let foot = card.foot.iter().map(|line| {
        let mut set = Set::new(7.0, 1.2, size);
        set.inline((&ARIAL, &ARIAL_BOLD), line);
        set.high()
    });
    let foot = if card.foot.is_empty() {
        0.0
    } else {
        1.0 + foot.sum::<f64>()
    };
    head.high() + title.high() + 1.6 + said + foot
}

/// How high a block of a card is.
fn block_high(block: &Block, size: f64) -> f64 {
    let set = |text: &Inline| {
        let mut set = Set::new(8.0, 1.22, size);
        set.inline((&GEORGIA, &GEORGIA_BOLD), text);
        set.high() + 1.0
    };
    match block {
        Block::Text(Rank::Write, text) => set(text).max(WRITTEN),
        Block::Text(_, text) => paragraphs(text).iter().map(set).sum(),
        Block::List(_, items) => {
            let lines = items
                .iter()
                .flat_map(|item| std::iter::once(&item.text).chain(&item.under));
            lines.map(set).sum()
        }
        Block::Facts(facts) => facts_high(facts, size),
        Block::Heading(_, text) => set(text) + 1.0,
        Block::Beside(_)
        | Block::Cards(..)
        | Block::Chart(_)
        | Block::Code(_)
        | Block::Contents(_)
        | Block::Section(_)
        | Block::Sheet(_)
        | Block::Signs(_)
        | Block::Table(_) => 0.0, // No card holds any.
    }
}

fn facts_high(facts: &Facts, size: f64) -> f64 {
    let high = |(label, known): &(String, Vec<Inline>)| {
        let lines = known.iter().enumerate().map(|(place, text)| {
            let mut set = Set::new(7.5, 1.2, size);
            if place == 0 {
                set = set.text(&GEORGIA_BOLD, &format!("{label}: "));
            }
            set.inline((&GEORGIA, &GEORGIA_BOLD), text);
            set.high()
        });
        lines.sum::<f64>()
    };
    facts.0.iter().map(high).sum()
}

/// Words set line after line.
struct Set {
    /// A size of the type in millimetres.
    type_size: f64,
    /// The height of a line.
    line: f64,
    lines: u32,
    /// How much of the last line is taken.
    taken: f64,
}

impl Set {
    /// Nothing yet, in a type of so many points, with lines so many times as high.
    const fn new(points: f64, high: f64, size: f64) -> Self {
        let type_size = points * POINT * size;
        Self {
            type_size,
            line: type_size * high,
            lines: 0,
            taken: 0.0,
        }
    }

    fn high(&self) -> f64 {
        f64::from(self.lines) * self.line
    }

    fn text(mut self, widths: &Widths, text: &str) -> Self {
        self.add(widths, text);
        self
    }

    fn inline(&mut self, (plain, bold): (&Widths, &Widths), text: &Inline) {
        for span in &text.0 {
            match span {
                Span::Text(words) | Span::Said(words) | Span::Code(words) => self.add(plain, words),
                Span::Quote(words) => self.add(plain, &format!("“{words}”")),
                Span::Strong(within) => self.inline((bold, bold), within),
                Span::Dim(within) | Span::Struck(within) => self.inline((plain, bold), within),
                Span::Tag(_, words)
                | Span::Hint(words, _)
                | Span::Seat(_, words)
                | Span::Link(words, _) => self.add(bold, words),
                Span::Cite(entry) => self.add(plain, &format!("[{entry}]")),
                Span::Break => self.taken = LINE,
                Span::Spark(..) | Span::Bar(_) => {}
            }
        }
    }

    /// Adds words; a break within one, at a hyphen, only makes it better.
    fn add(&mut self, widths: &Widths, text: &str) {
        for (place, word) in tied(None, text).split([' ', '\n']).enumerate() {
            if place > 0 {
                self.taken += wide(widths, " ") * self.type_size;
            }
            let long = wide(widths, word) * self.type_size;
            if long == 0.0 {
                continue;
            }
            if self.lines == 0 || self.taken + long > LINE {
                self.lines += 1;
                self.taken = 0.0;
            }
            self.taken += long;
            while self.taken > LINE {
                self.lines += 1;
                self.taken -= LINE;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::paragraph;

    fn card(words: usize) -> Card {
        Card {
            title: "A card".to_owned(),
            blocks: vec![paragraph(Rank::Plain, "something ".repeat(words))],
            ..Card::default()
        }
    }

    #[test]
    fn type_shrinks_with_what_a_card_says_and_what_fits_in_none_has_fewer_cards_beside_it() {
        let few = Fit::of(8, &[card(10)]);
        let more = Fit::of(8, &[card(110)]);
        assert!(
            few.types[0] > more.types[0],
            "{:?} {:?}",
            few.types,
            more.types
        );
        assert_eq!((few.a_sheet, more.a_sheet), (8, 8));
        assert_eq!(Fit::of(8, &[card(10), card(170)]).a_sheet, 6);
        assert_eq!(Fit::of(8, &[card(5000)]).a_sheet, 2);
    }

    #[test]
    fn one_long_card_makes_the_type_of_its_own_sheet_small() {
        let mut all = vec![card(10); 20];
        all[19] = card(110);
        let fit = Fit::of(8, &all);
        assert_eq!(fit.types[0].to_bits(), fit.types[1].to_bits());
        assert!(fit.types[2] < fit.types[0]);
    }

    #[test]
    fn rows_of_a_sheet_are_as_high_as_the_paper_allows() {
        for few in A_SHEET {
            let rows = f64::from(u32::try_from(few / 2).unwrap());
            let whole = rows * row(few) + (rows - 1.0) * GAP;
            assert!((whole - SHEET).abs() < 1e-9, "{few}: {whole}");
        }
    }
}
