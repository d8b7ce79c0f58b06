//! Collects what the checks of meaning find, without repeating what the structure already told.

use std::ops::Range;

use crate::deck::check::document::at;
use crate::deck::check::{Document, Path};
use crate::deck::problem::Problem;

/// The findings of the checks of meaning.
#[derive(Debug)]
pub(in crate::deck) struct Findings<'a> {
    document: &'a Document<'a>,
    repaired: &'a [Path],
    problems: Vec<Problem>,
}

impl<'a> Findings<'a> {
    /// Findings that go on after the problems of the structure.
    pub(in crate::deck) const fn new(
        document: &'a Document<'a>,
        repaired: &'a [Path],
        problems: Vec<Problem>,
    ) -> Self {
        Self {
            document,
            repaired,
            problems,
        }
    }

    /// A problem with the value at a path.
    pub(in crate::deck) fn value(
        &mut self,
        code: &'static str,
        at: &Path,
        message: String,
        help: String,
    ) {
        let span = self.document.value_span(at);
        self.add(code, at, span, message, help);
    }

    /// A problem with the key at a path.
    pub(in crate::deck) fn key(
        &mut self,
        code: &'static str,
        at: &Path,
        message: String,
        help: String,
    ) {
        let span = self.document.key_span(at);
        self.add(code, at, span, message, help);
    }

    /// Whether all of these were given by the author, so that a check that compares them makes sense.
    pub(in crate::deck) fn sound(&self, paths: &[Path]) -> bool {
        let touched = |path: &Path| self.repaired.iter().any(|repaired| repaired.touches(path));
        !paths.iter().any(touched)
    }

    /// Whether this was given by the author, whatever may be wrong within it.
    pub(in crate::deck) fn given(&self, path: &Path) -> bool {
        !self.repaired.iter().any(|repaired| repaired.holds(path))
    }

    /// Whether a list and the ids of all its entries were given by the author.
    pub(in crate::deck) fn ids_sound(&self, list: &'static str, entries: usize) -> bool {
        let list = at![list];
        let ids: Vec<Path> = (0..entries).map(|n| list.to(n).to("id")).collect();
        self.given(&list) && self.sound(&ids)
    }

    fn add(
        &mut self,
        code: &'static str,
        at: &Path,
        span: Range<usize>,
        message: String,
        help: String,
    ) {
        if self.sound(std::slice::from_ref(at)) {
            self.problems.push(Problem {
                code,
                path: self.document.name(at),
                span,
                message,
                help,
            });
        }
    }

    /// All problems.
    pub(in crate::deck) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}
