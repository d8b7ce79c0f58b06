//! Blocks: what stands under one another on a paper.

use crate::document::{Chart, Inline, Piece, Table, line};

/// A paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is called where files and windows are named.
    pub title: String,
    /// The language of its texts, as web pages name it.
    pub language: String,
    /// How it looks on a page.
    pub look: Look,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// How a paper looks as a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// To read on a screen, and to print.
    Report,
    /// To print and to cut.
    Handout,
}

/// What stands on a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of a rank, from 1.
    Heading(u8, Inline),
    /// A paragraph; blank lines in its texts part it into several.
    Text(Rank, Inline),
    /// A list.
    List(Marker, Vec<Item>),
    /// Labels with what they name.
    Facts(Facts),
    /// A table.
    Table(Table),
    /// Curves.
    Chart(Chart),
    /// Lines to be typed.
    Code(String),
    /// A part of a paper.
    Section(Section),
    /// What belongs on one sheet of paper.
    Sheet(Vec<Self>),
    /// Blocks that stand side by side where there is room.
    Beside(Vec<Vec<Self>>),
    /// Cards, and how many of them a sheet of paper holds.
    Cards(usize, Vec<Card>),
    /// Signs to be folded and put up on a table: a name, and what stands beneath it.
    Signs(Vec<(String, String)>),
    /// Where to find what: anchors with their names.
    Contents(Vec<(String, String)>),
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its name in a list of contents.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section with a name shorter than its title.
    pub fn new(id: &str, name: &str, title: &str, blocks: Vec<Block>) -> Self {
        let [id, name, title] = [id, name, title].map(str::to_owned);
        Self {
            id,
            name,
            title,
            blocks,
        }
    }

    /// A section of a paper without contents, named by its title.
    pub fn titled(title: &str, blocks: Vec<Block>) -> Block {
        let id = title.to_lowercase().replace(' ', "-");
        Block::Section(Self::new(&id, title, title, blocks))
    }
}

/// The rank of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// What the paper says.
    Plain,
    /// What stands beneath a title.
    Lead,
    /// How to read what follows.
    Note,
    /// What the reader has to bear in mind.
    Notice,
    /// What should keep the reader from a mistake.
    Warning,
    /// How it all ended.
    Ending,
    /// What stands beneath everything.
    Foot,
    /// A line to write on, behind what is asked for.
    Write,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A dot.
    Dot,
    /// Their number.
    Number,
    /// A box to tick.
    Tick,
    /// Nothing but a line at their side: items of several lines.
    Rule,
    /// The number of their entry, to which citations lead.
    Entry,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The entry that it is about, in lists of entries.
    pub entry: Option<u64>,
    /// What it says.
    pub text: Inline,
    /// What is said of it, a line each.
    pub under: Vec<Inline>,
}

impl Item {
    /// Adds a line beneath, where there is one.
    pub fn add(&mut self, under: impl Piece) {
        let under = line(under);
        if !under.is_empty() {
            self.under.push(under);
        }
    }
}

impl From<Inline> for Item {
    fn from(text: Inline) -> Self {
        let (entry, under) = (None, Vec::new());
        Self { entry, text, under }
    }
}

/// Labels with what they name; labels without anything are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(pub Vec<(String, Vec<Inline>)>);

impl Facts {
    /// Adds a text under a label.
    #[must_use]
    pub fn fact(self, label: impl Into<String>, text: &str) -> Self {
        self.list(label, (!text.trim().is_empty()).then_some(text))
    }

    /// Adds several texts under a label.
    #[must_use]
    pub fn list<T: Piece>(
        mut self,
        label: impl Into<String>,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        let texts: Vec<Inline> = texts.into_iter().map(line).collect();
        if !texts.is_empty() {
            self.0.push((label.into(), texts));
        }
        self
    }
}

/// A card: what it is at its top, its title, what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What kind of card it is, in a few words each.
    pub kind: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// What stands at its foot.
    pub foot: Vec<Inline>,
}

/// A paragraph.
pub fn paragraph(rank: Rank, words: impl Piece) -> Block {
    Block::Text(rank, line(words))
}

/// A heading within a section.
pub fn heading(words: impl Piece) -> Block {
    Block::Heading(3, line(words))
}

/// A list of texts with dots; under a heading, and nothing at all where there is no text.
pub fn titled<T: Piece>(title: &str, texts: impl IntoIterator<Item = T>) -> Vec<Block> {
    let items: Vec<Item> = texts.into_iter().map(|text| line(text).into()).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![heading(title), Block::List(Marker::Dot, items)]
}
