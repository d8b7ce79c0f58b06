//! Running text in pieces that know what they are: somebody's words, a seat, a cited entry.

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// The paper's own words.
    Text(String),
    /// A text of a deck, a record or a person, which may run in another direction.
    Said(String),
    /// What somebody said, in quotation marks.
    Quote(String),
    /// Something to be typed or read letter by letter.
    Code(String),
    /// What matters most.
    Strong(Inline),
    /// What matters least.
    Dim(Inline),
    /// What no longer holds.
    Struck(Inline),
    /// A short mark beside a text.
    Tag(Tone, String),
    /// Words with a reason that pages show where a reader points at them.
    Hint(String, String),
    /// A seat: its word, and what it is called here.
    Seat(String, String),
    /// An entry of the record on which a text rests.
    Cite(u64),
    /// Words that lead to another paper, by its address as links have it.
    Link(String, String),
    /// A small curve of a gauge; true where its scale runs from 0 to 100.
    Spark(Vec<i64>, bool),
    /// A bar to one side of nil.
    Bar(Bar),
    /// The next line.
    Break,
}

impl Span {
    /// The last letter that is read of it; none where nothing ends it that a number could stand in.
    pub(super) fn last(&self) -> Option<char> {
        match self {
            Self::Text(words) | Self::Said(words) | Self::Hint(words, _) => words.chars().last(),
            Self::Strong(text) | Self::Dim(text) | Self::Struck(text) => {
                text.0.last().and_then(Self::last)
            }
            Self::Quote(_)
            | Self::Code(_)
            | Self::Tag(..)
            | Self::Seat(..)
            | Self::Cite(_)
            | Self::Link(..)
            | Self::Spark(..)
            | Self::Bar(_)
            | Self::Break => None,
        }
    }
}

/// What a mark tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing much.
    Plain,
    /// Something broke or may break.
    Danger,
    /// The white cell stepped in.
    WhiteCell,
}

impl Tone {
    /// Its word in style sheets.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "dim",
            Self::Danger => "danger",
            Self::WhiteCell => "white-cell",
        }
    }
}

/// A bar for a value on a scale that ends at `most` on both sides of nil.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The value.
    pub value: f64,
    /// Where the scale ends.
    pub most: f64,
    /// The word of the seat whose hue it has.
    pub seat: &'static str,
}

/// A line of running text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inline(pub Vec<Span>);

impl Inline {
    /// Adds what comes next.
    pub fn push(&mut self, next: impl Piece) {
        next.join(self);
    }

    /// Whether there is nothing to read.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What can stand in running text.
pub trait Piece {
    /// Adds it to a line.
    fn join(self, line: &mut Inline);
}

impl Piece for Span {
    fn join(self, line: &mut Inline) {
        line.0.push(self);
    }
}

impl Piece for Inline {
    fn join(self, line: &mut Inline) {
        line.0.extend(self.0);
    }
}

impl<T: Piece> Piece for Option<T> {
    fn join(self, line: &mut Inline) {
        if let Some(piece) = self {
            piece.join(line);
        }
    }
}

macro_rules! as_text {
    ($($kind:ty),*) => {
        $(impl Piece for $kind {
            fn join(self, line: &mut Inline) {
                line.0.push(Span::Text(self.to_string()));
            }
        })*
    };
}

as_text!(&str, &String, String, char, u8, u32, u64, usize, i64);

/// A line of running text from its pieces: `said! { "move " (number) ": " (cited(sentence, entry)) }`.
macro_rules! said {
    (@ $line:ident) => {};
    (@ $line:ident $own:literal $($rest:tt)*) => { $line.push($own); $crate::document::said!(@ $line $($rest)*) };
    (@ $line:ident ($piece:expr) $($rest:tt)*) => { $line.push($piece); $crate::document::said!(@ $line $($rest)*) };
    () => { $crate::document::Inline::default() };
    ($($piece:tt)*) => {{
        let mut line = $crate::document::Inline::default();
        $crate::document::said!(@ line $($piece)*);
        line
    }};
}

/// The cells of a row, a line each: `cells! { [(name)] [(number) " %"] }`.
macro_rules! cells {
    ($([$($piece:tt)*])*) => { vec![$($crate::document::said!($($piece)*)),*] };
}

pub(crate) use {cells, said};

/// A text as a line.
pub fn line(text: impl Piece) -> Inline {
    let mut line = Inline::default();
    line.push(text);
    line
}

/// Texts as lines.
pub fn lines<T: Piece>(texts: impl IntoIterator<Item = T>) -> Vec<Inline> {
    texts.into_iter().map(line).collect()
}

/// What matters most.
pub fn strong(text: impl Piece) -> Span {
    Span::Strong(line(text))
}

/// What matters least.
pub fn dim(text: impl Piece) -> Span {
    Span::Dim(line(text))
}

/// A text that may run in another direction.
pub fn told(text: &str) -> Span {
    Span::Said(text.to_owned())
}

/// What somebody said.
pub fn quote(text: &str) -> Span {
    Span::Quote(text.to_owned())
}

/// A seat by its word and name.
pub fn seat(word: &str, name: &str) -> Span {
    Span::Seat(word.to_owned(), name.to_owned())
}

impl Span {
    /// The entry on which a text rests, by its number.
    pub fn cite(entry: impl Into<u64>) -> Self {
        Self::Cite(entry.into())
    }
}

/// A sentence with the entry it rests on.
pub fn cited(sentence: &str, entry: impl Into<u64>) -> Inline {
    said! { (told(sentence)) " " (Span::cite(entry)) }
}
