//! Shows problems to people: file, line, column, the text at fault, and what would be right.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::deck::plain;
use crate::deck::problem::{Problem, Problems};

/// Problems shown at most; the rest is counted.
const MOST: usize = 100;
/// Characters of a part that are shown at most.
const LONGEST: usize = 80;
/// Column up to which a line is shown from its beginning.
const FARTHEST: usize = 1000;

/// How grave what is shown is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The deck cannot be played.
    Error,
    /// The deck can be played, but could be better.
    Warning,
}

/// All problems of a deck as text for a terminal.
pub fn report(problems: &Problems, colour: bool) -> String {
    render(
        &problems.name,
        &problems.text,
        &problems.problems,
        Grade::Error,
        colour,
    )
}

/// Problems found in a text as text for a terminal.
pub fn render(name: &str, text: &str, problems: &[Problem], grade: Grade, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let name = plain(name);
    let mut out = String::new();
    for problem in problems.iter().take(MOST) {
        out.push_str(&one(&renderer, &name, text, problem, grade));
        out.push_str("\n\n");
    }
    if let Some(more) = problems.len().checked_sub(MOST).filter(|more| *more > 0) {
        let _ = write!(out, "… and {more} more\n\n");
    }
    out
}

fn one(renderer: &Renderer, name: &str, text: &str, problem: &Problem, grade: Grade) -> String {
    let level = match grade {
        Grade::Error => Level::ERROR,
        Grade::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(
        level
            .primary_title(plain(&problem.message))
            .id(problem.code),
    );
    if problem.span == (0..0) {
        group = group.element(Origin::path(name));
    } else {
        group = match Excerpt::new(text, &problem.span) {
            Excerpt::Line { line, text, mark } => group.element(
                Snippet::source(text)
                    .path(name)
                    .line_start(line)
                    .annotation(AnnotationKind::Primary.span(mark)),
            ),
            Excerpt::Far { line, column, text } => group
                .element(Origin::path(name).line(line).char_column(column))
                .element(Level::NOTE.with_name(Some("text")).message(text)),
        };
    }
    if !problem.path.is_empty() {
        let place = Level::NOTE.with_name(Some("in"));
        group = group.element(place.message(plain(&problem.path)));
    }
    if !problem.help.is_empty() {
        group = group.element(Level::HELP.message(plain(&problem.help)));
    }
    renderer.render(&[group])
}

/// The part of the text that is at fault, made harmless and short.
#[derive(Debug)]
enum Excerpt {
    /// A line from its beginning, with the part marked.
    Line {
        /// From 1.
        line: usize,
        text: String,
        mark: Range<usize>,
    },
    /// A part far out in an endless line.
    Far {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        text: String,
    },
}

impl Excerpt {
    fn new(source: &str, span: &Range<usize>) -> Self {
        let start = floor(source, span.start);
        let end = floor(source, span.end).max(start);
        let (before, rest) = source.split_at(start);
        let (marked, after) = rest.split_at(end - start);
        let line = before.matches('\n').count() + 1;
        let first = |text: &'_ str| text.lines().next().map(short).unwrap_or_default();
        let head = before.rsplit('\n').next().unwrap_or_default();
        let column = head.chars().count() + 1;
        let (marked, after) = match marked.split_once('\n') {
            Some(_) => (first(marked), String::new()),
            None => (short(marked), first(after)),
        };
        if column > FARTHEST {
            let text = marked + &after;
            return Self::Far { line, column, text };
        }
        let head = plain(head);
        let mark = head.len()..head.len() + marked.len();
        let text = head + &marked + &after;
        Self::Line { line, text, mark }
    }
}

/// A part of a line, harmless, and cut if it is long.
fn short(part: &str) -> String {
    let mut text: String = plain(&part.chars().take(LONGEST).collect::<String>());
    if part.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    text
}

/// The nearest place at or before `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::Deck;

    #[test]
    fn a_part_far_out_in_an_endless_line_is_shown_by_itself() {
        let text = format!("a = \"{}\" nonsense", "x".repeat(5000));
        let problems = Deck::from_text("endless.toml", &text).unwrap_err();
        let shown = report(&problems, false);
        assert!(shown.contains("endless.toml:1:5008"), "{shown}");
        assert!(shown.contains("= text: nonsense"), "{shown}");
        assert!(shown.len() < 1000, "{shown}");
    }

    #[test]
    fn colour_is_used_only_where_it_is_wanted() {
        let problems = Deck::from_text("empty.toml", "").unwrap_err();
        assert!(report(&problems, true).contains('\u{1b}'));
        assert!(!report(&problems, false).contains('\u{1b}'));
    }

    #[test]
    fn a_name_of_a_file_cannot_write_to_the_terminal() {
        let problems = Deck::from_text("\u{1b}]0;title\u{7}.toml", "").unwrap_err();
        assert!(!report(&problems, false).contains('\u{1b}'));
        assert!(!problems.to_string().contains('\u{1b}'));
    }
}
