//! Tells what keeps a text from being TOML.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::deck::check::document::cut;
use crate::deck::check::look_alike;
use crate::deck::problem::Problem;

/// Syntax errors shown at most; after so many the rest says nothing new.
const MOST: usize = 100;

/// Up to this size all syntax errors are collected; in a larger text only the first is looked for, since
/// there could be a million of them.
const THOROUGH: usize = 512 * 1024;

/// Parses a text as far as it goes.
pub(super) fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Error>) {
    if text.len() <= THOROUGH {
        return DeTable::parse_recoverable(text);
    }
    match DeTable::parse(text) {
        Ok(table) => (table, Vec::new()),
        Err(error) => (Spanned::new(0..0, DeTable::new()), vec![error]),
    }
}

/// The syntax errors, with those problems of structure that stand before the first of them: behind it
/// the parser guesses what belongs where.
pub(super) fn problems(
    text: &str,
    errors: &[Error],
    never_closed: Option<Problem>,
    structure: Vec<Problem>,
) -> Vec<Problem> {
    let limit = never_closed.as_ref().map_or(usize::MAX, |p| p.span.start);
    let mut standing: Vec<(usize, &Error)> = errors
        .iter()
        .map(|error| (error.span().map_or(0, |span| span.start), error))
        .filter(|(at, _)| *at < limit)
        .collect();
    standing.sort_by_key(|(at, _)| *at);
    let mut found = grouped(text, standing);
    found.extend(never_closed);
    let first = found.first().map_or(0, |problem| problem.span.start);
    let trusted = line_start(text, first);
    let early = structure.into_iter().filter(|problem| {
        problem.code != "missing-key" && !problem.span.is_empty() && problem.span.end <= trusted
    });
    let mut all: Vec<Problem> = early.collect();
    all.sort_by_key(|problem| problem.span.start);
    all.append(&mut found);
    all
}

/// One error a line, and one for a run of lines that cannot be read. Only what is shown is put into words: a line may
/// hold thousands of errors, and each looks at the rest of it.
fn grouped(text: &str, found: Vec<(usize, &Error)>) -> Vec<Problem> {
    const RUN: usize = 4;
    let mut runs: Vec<(usize, Vec<&Error>)> = Vec::new();
    let (mut line, mut seen) = (0, 0);
    for (at, error) in found {
        let between = text.get(seen..at).unwrap_or_default();
        line += between.matches('\n').count();
        seen = at;
        match runs.last_mut() {
            Some((last, _)) if *last == line => {}
            Some((last, run)) if line - *last <= 2 => {
                *last = line;
                run.push(error);
            }
            _ => runs.push((line, vec![error])),
        }
    }
    let mut out = Vec::new();
    for (_, run) in runs.into_iter().take(MOST) {
        let long = run.len() >= RUN;
        let told = if long { 1 } else { run.len() };
        for error in &run[..told] {
            let mut problem = problem(text, error);
            if long {
                let more = run.len() - 1;
                let first = problem.message;
                problem.message = format!("{first}; the same with {more} lines after it");
            }
            out.push(problem);
        }
    }
    out
}

fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |n| n + 1)
}

fn problem(text: &str, error: &Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let message = error.message();
    let (code, help) = explain(message);
    let message = if code == "duplicate-key" {
        format!("the key `{}` is given twice", cut(part(text, &span)))
    } else {
        message.to_owned()
    };
    let help = look_alike::help(text, span.start).unwrap_or_else(|| help.to_owned());
    Problem {
        code,
        path: String::new(),
        span,
        message,
        help,
    }
}

fn part<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    text.get(span.clone()).unwrap_or_default()
}

fn explain(message: &str) -> (&'static str, &'static str) {
    if message.starts_with("duplicate key") {
        return (
            "duplicate-key",
            "keep one of them; a new card, event or domain needs its own header, such as `[[card]]`",
        );
    }
    let help = if message.starts_with("carriage return") {
        "these are the line ends of an old Mac: save the file with ordinary ones"
    } else if message.starts_with("string values must be quoted") {
        "text stands in quotes, a number is written in digits only"
    } else if message.contains("array table") {
        "a header of a list is written `[[card]]`"
    } else if message.contains("unclosed table") {
        "a header is written `[session]`"
    } else if message.contains("basic string") || message.contains("literal string") {
        "text begins and ends with the same quotes; several lines stand between `\"\"\"`"
    } else if message.contains("escape") {
        "write a backslash as `\\\\`, or put the text between single quotes"
    } else if message.contains("recursion") {
        "a deck needs no more than four levels"
    } else {
        "every line is `key = value`, a header such as `[session]` or `[[card]]`, or a `# comment`"
    };
    ("syntax", help)
}
