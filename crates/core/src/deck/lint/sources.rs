//! Finds facts without a source fit to stand behind, and sources without a fact.

use super::outlets;
use crate::deck::check::{Findings, Path, at, precedents};
use crate::deck::raw::RawDeck;
use crate::deck::raw::cited::{Cited, Grade, Label, Source};
use crate::deck::raw::place::Figure;

/// Looks through the sources of a deck.
pub(super) fn lint(raw: &RawDeck, text: &str, findings: &mut Findings<'_>) {
    let mut desk = Desk {
        sources: &raw.source,
        cited: Vec::new(),
        findings,
    };
    for (at, precedent) in precedents(raw) {
        if precedent.label == Label::None {
            continue;
        }
        desk.fact(&at, "precedent", precedent.label, precedent.source.as_ref());
        if precedent.date.is_none() {
            desk.note(
                "unsourced-precedent",
                &at,
                "this precedent has no date",
                "add `date = \"…\"`, or label it none",
            );
        }
    }
    for (place, entry) in raw.timeline.iter().enumerate() {
        desk.fact(
            &at!["timeline", place],
            "entry",
            entry.label,
            entry.source.as_ref(),
        );
    }
    for (place, domain) in raw.domain.iter().enumerate() {
        for (row, figure) in domain.baseline.iter().enumerate() {
            desk.figure(&at!["domain", place, "baseline", row], figure);
        }
    }
    desk.marks(text);
    for (place, source) in raw.source.iter().enumerate() {
        desk.source(&at!["source", place], source, text);
    }
}

struct Desk<'a, 'b, 'c> {
    sources: &'a [Source],
    cited: Vec<&'a str>,
    findings: &'b mut Findings<'c>,
}

impl<'a> Desk<'a, '_, '_> {
    fn note(&mut self, code: &'static str, at: &Path, message: &str, help: &str) {
        self.findings
            .value(code, at, message.to_owned(), help.to_owned());
    }

    /// The best grade among some sources; none where no source of them has one.
    fn best(&self, ids: &[String]) -> Option<Grade> {
        let named = |id: &String| self.sources.iter().find(|source| source.id == *id);
        ids.iter().filter_map(|id| named(id)?.grade).min()
    }

    /// Looks at what is said to have happened.
    fn fact(&mut self, at: &Path, noun: &str, label: Label, cited: Option<&'a Cited>) {
        let ids = cited.map(|cited| cited.ids.as_slice()).unwrap_or_default();
        self.cited.extend(ids.iter().map(String::as_str));
        if ids.is_empty() {
            self.note(
                "unsourced-precedent",
                at,
                &format!("this {noun} has no source"),
                "add `source = \"…\"`, or label it none",
            );
        } else if label == Label::Fact && self.best(ids) == Some(Grade::C) {
            self.note(
                "grade-c-alone",
                at,
                &format!("this {noun} is called a fact and rests on grade C alone"),
                "find a source of grade A or B, or label it claim",
            );
        }
    }

    fn figure(&mut self, at: &Path, figure: &'a Figure) {
        let ids = figure.source.as_ref().map(|cited| cited.ids.as_slice());
        let ids = ids.unwrap_or_default();
        self.cited.extend(ids.iter().map(String::as_str));
        if ids.is_empty() {
            self.note(
                "unsourced-figure",
                at,
                "this figure has no source",
                "add `source = \"…\"`, the id of a `[[source]]`",
            );
        }
        if figure.as_of.is_none() {
            self.note(
                "undated-figure",
                at,
                "nothing says as of when this figure holds",
                "add `as_of = \"…\"`, such as \"2025\" or \"Dec 2025\"",
            );
        }
        let best = self.best(ids);
        match figure.grade.or(best) {
            None => self.note(
                "ungraded-figure",
                at,
                "nothing says how far this figure can be trusted",
                "add `grade = \"…\"` here, or to its source",
            ),
            Some(Grade::C) => self.note(
                "grade-c-alone",
                at,
                "this figure rests on grade C alone",
                "find a source of grade A or B, or take it out",
            ),
            Some(grade) if best.is_some_and(|best| grade < best) => self.note(
                "grade-too-good",
                &at.to("grade"),
                "the grade is better than that of every source given",
                "a figure is no better than what it is taken from",
            ),
            Some(_) => {}
        }
    }

    /// Looks for marks such as `[S20]` that lead nowhere.
    fn marks(&mut self, text: &'a str) {
        if self.sources.is_empty() {
            return;
        }
        let mut unknown: Vec<&str> = Vec::new();
        for rest in text.split('[').skip(1) {
            let mark = rest.split(']').next().unwrap_or_default();
            let known = self.sources.iter().any(|source| source.id == mark);
            if is_mark(mark) && !known && !unknown.contains(&mark) {
                unknown.push(mark);
            }
        }
        for mark in unknown {
            self.note(
                "unknown-mark",
                &at!["source"],
                &format!("a text cites `[{mark}]`, and there is no such source"),
                "add the source, or correct the mark",
            );
        }
    }

    fn source(&mut self, at: &Path, source: &'a Source, text: &str) {
        if !text.contains(&format!("[{}]", source.id)) && !self.cited.contains(&source.id.as_str())
        {
            self.note(
                "uncited-source",
                at,
                &format!("nothing cites `{}`", source.id),
                "cite it where it is used, or take it out",
            );
        }
        if source.grade.is_none() {
            self.note(
                "ungraded-source",
                at,
                "nothing says how far this source can be trusted",
                "add `grade = \"…\"`: A primary or well established, B serious and second hand, C to be read with care",
            );
        }
        if source
            .date
            .as_ref()
            .is_none_or(|date| date.trim().is_empty())
        {
            self.note(
                "undated-source",
                at,
                "this source has no date",
                "add `date = \"…\"`, or \"undated\" where it does not say",
            );
        }
        let address = source.address.as_deref().unwrap_or_default();
        if let Some(unfit) = outlets::unfit(address) {
            self.note(
                "unfit-outlet",
                &at.to("address"),
                &format!("`{}` {}", outlets::host(address), unfit.words()),
                "cite the original, or take it out",
            );
        }
        if source.seen == Some(true) && source.seen_at.is_some() {
            self.note(
                "seen-twice",
                &at.to("seen_at"),
                "the original was read, and a relay is named",
                "take out `seen_at`, or write `seen = false`",
            );
        } else if source.is_relayed() && source.grade == Some(Grade::A) {
            self.note(
                "relay-graded-a",
                &at.to("grade"),
                "the original was not read, and a relay is no primary source",
                "grade it B or C, or read the original",
            );
        }
    }
}

/// Whether something in brackets looks like the mark of a source: letters, then digits.
fn is_mark(mark: &str) -> bool {
    let digits = mark.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = mark.len() - digits.len();
    (1..=2).contains(&letters)
        && !digits.is_empty()
        && digits.len() <= 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}
