//! Finds everything that is wrong with a deck's text, at once.
//!
//! First the text itself (size, depth, syntax), then its structure against the schema, then its
//! meaning. The structural check leaves a repaired copy, so that the meaning is checked even where
//! the structure is wrong; what hangs on a repaired place is not reported a second time.

mod course;
mod document;
mod europe;
mod exempt;
mod finding;
mod format;
mod guard;
mod identity;
mod ladder;
mod look_alike;
mod nearest;
mod place;
mod policy;
mod reading;
mod reference;
mod session;
mod story;
mod structure;
mod syntax;

use serde::Deserialize as _;

use crate::deck::problem::Problem;
use crate::deck::raw::RawDeck;

use guard::Outlook;

pub(in crate::deck) use document::{Document, Path, Step, at, cut};
pub(in crate::deck) use finding::Findings;
pub use guard::LARGEST;
pub(in crate::deck) use guard::{not_utf8, too_large};
pub use nearest::nearest;
pub(in crate::deck) use reading::precedents;

/// The raw deck that a text holds, or everything that is wrong with it in the order of the text.
pub(in crate::deck) fn check(text: &str) -> Result<RawDeck, Vec<Problem>> {
    let never_closed = match guard::outlook(text) {
        Outlook::TooMuch(problem) => return Err(vec![problem]),
        Outlook::NeverClosed(problem) => Some(problem),
        Outlook::Fair => None,
    };
    let (table, errors) = syntax::parse(text);
    let document = Document::new(&table);
    if let Some(problem) = format::foreign(&document).filter(|_| errors.is_empty()) {
        return Err(vec![problem]);
    }
    let structure::Walked {
        clean,
        mut problems,
        repaired,
    } = structure::walk(&document);
    if !errors.is_empty() {
        return Err(syntax::problems(text, &errors, never_closed, problems));
    }
    let raw = match RawDeck::deserialize(clean) {
        Ok(raw) => raw,
        Err(error) => {
            problems.push(document.problem(
                "structure",
                &Path::default(),
                error.message().to_owned(),
                "compare it with the reference of every key".to_owned(),
            ));
            return Err(problems);
        }
    };
    let mut findings = Findings::new(&document, &repaired, problems);
    for family in [
        session::check,
        identity::check,
        reference::check,
        place::check,
        ladder::check,
        course::check,
        europe::check,
        story::check,
        policy::check,
        reading::check,
        exempt::check,
    ] {
        family(&raw, &mut findings);
    }
    let mut problems = findings.into_problems();
    if problems.is_empty() {
        return Ok(raw);
    }
    problems.sort_by_key(|problem| problem.span.start);
    Err(problems)
}
