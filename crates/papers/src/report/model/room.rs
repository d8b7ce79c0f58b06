//! What the white cell planned and put off: injects, and rulings to be looked at again.

use serde::Serialize;

use unequal_session::reading::Cite;

/// An inject of the plan, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InjectLine {
    /// Its name in the plan.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// When it was due, in words.
    pub due: String,
    /// `waiting`, `held`, `fired` or `skipped`.
    pub status: &'static str,
    /// The last entry that changed what becomes of it: planned it, held it, let it go, brought or skipped it.
    pub entry: u64,
    /// The reaction that it was meant to draw.
    pub expects: Option<String>,
    /// Reactions that were seen.
    pub reactions: Vec<Cite>,
}

/// A ruling that was to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProvisionalLine {
    /// The ruling.
    pub ruling: Cite,
    /// Where it was settled; none while it is open.
    pub settled: Option<Cite>,
}
