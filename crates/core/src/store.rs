//! The record of a session: one append-only TOML file, chained by digest, synced before it is shown.
//!
//! [`Journal`] makes and continues a record, [`read`] and [`Record`] read one whole, [`Follow`]
//! watches one grow. [`Drafts`] keeps what is not sent yet beside it; [`place`] knows where records
//! live. The store knows the language of acts and nothing of decks, rules or screens. The format is
//! described for people and other programs in `docs/record.md`.

pub mod annotations;
pub mod bundle;
pub mod by_hand;
pub mod chain;
pub mod choices;
mod codec;
pub mod document;
pub mod drafts;
pub mod entry;
pub mod error;
mod file;
pub mod findings;
mod flaw;
pub mod follow;
pub mod foreign;
mod frame;
pub mod header;
pub mod journal;
pub mod noted;
pub mod place;
pub mod record;
pub mod rest;
pub mod sealed;
pub mod seals;
mod shared;
pub mod stage;
pub mod storage;
pub mod sums;
mod text;
pub mod together;
pub mod version;
mod whole;

pub use annotations::{Annotation, AnnotationKind, Annotations, GLYPHS};
pub use chain::{Chain, Tail, TornTail, check};
pub use drafts::{Drafts, Plan, SealedPlan};
pub use entry::{ChangeLine, Drawn, Entry, NewEntry};
pub use error::StoreError;
pub use findings::Findings;
pub use follow::{Follow, Look, News};
pub use foreign::Foreign;
pub use frame::Fault;
pub use header::{DeckCopy, Header, LuckAnew, Parent, SessionOptions};
pub use journal::{Journal, Opened};
pub use record::{Record, parse, read, read_header, read_whole_part};
pub use rest::Rest;
pub use storage::{FileStorage, Storage};
pub use text::typed;
pub use version::{Age, OtherVersion};

/// The version of the format that this program writes and reads.
pub const FORMAT: u64 = 2;
