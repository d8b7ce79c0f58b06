//! Refuses texts that are too large or too deep to be read safely, and finds what is never closed.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::deck::problem::Problem;

/// The largest deck that is read, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// Brackets that may be open at the same time; a deck needs four.
const DEEPEST: usize = 64;
/// Parts that a dotted key may have; a deck needs three.
const LONGEST_KEY: usize = 16;

/// What a look at the marks of a text shows, before it is parsed.
#[derive(Debug)]
pub(super) enum Outlook {
    /// It must not be parsed: the parser, or what comes after it, could run out of memory or stack.
    TooMuch(Problem),
    /// A bracket or a text is opened and never closed; what follows cannot be read.
    NeverClosed(Problem),
    /// It can be parsed.
    Fair,
}

/// Looks at a text before it is parsed.
pub(super) fn outlook(text: &str) -> Outlook {
    if text.len() > LARGEST {
        return Outlook::TooMuch(too_large());
    }
    let mut open: Vec<(TokenKind, Range<usize>)> = Vec::new();
    let mut parts: usize = 1;
    let mut in_header = false;
    let mut first_of_line = true;
    for token in Source::new(text).lex() {
        let span = token.span().start()..token.span().end();
        match token.kind() {
            kind @ (TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket) => {
                in_header |= first_of_line && open.is_empty();
                open.push((kind, span.clone()));
            }
            TokenKind::RightSquareBracket => close(&mut open, TokenKind::LeftSquareBracket),
            TokenKind::RightCurlyBracket => close(&mut open, TokenKind::LeftCurlyBracket),
            TokenKind::Dot => parts += 1,
            TokenKind::Newline => {
                parts = 1;
                if in_header {
                    open.clear();
                    in_header = false;
                }
            }
            TokenKind::Equals | TokenKind::Comma => parts = 1,
            TokenKind::MlBasicString | TokenKind::MlLiteralString => {
                if let Some(problem) = open_text(text, &span) {
                    return Outlook::NeverClosed(problem);
                }
            }
            TokenKind::Comment
            | TokenKind::Whitespace
            | TokenKind::LiteralString
            | TokenKind::BasicString
            | TokenKind::Atom
            | TokenKind::Eof => {}
        }
        match token.kind() {
            TokenKind::Newline => first_of_line = true,
            TokenKind::Whitespace => {}
            _ => first_of_line = false,
        }
        if open.len() > DEEPEST {
            return Outlook::TooMuch(too_deep(
                span,
                format!("more than {DEEPEST} brackets are open at the same time"),
                "a deck needs no more than four: close the brackets before this one",
            ));
        }
        if parts > LONGEST_KEY {
            return Outlook::TooMuch(too_deep(
                span,
                format!("a key of more than {LONGEST_KEY} parts"),
                "a deck needs no more than three: `response.accept.trust`",
            ));
        }
    }
    match open.first() {
        Some((_, span)) if !in_header => Outlook::NeverClosed(open_bracket(text, span)),
        _ => Outlook::Fair,
    }
}

/// Takes the bracket from the open ones, if it is the last; one that does not fit is for the parser to tell.
fn close(open: &mut Vec<(TokenKind, Range<usize>)>, kind: TokenKind) {
    if open.last().is_some_and(|(last, _)| *last == kind) {
        open.pop();
    }
}

fn open_bracket(text: &str, span: &Range<usize>) -> Problem {
    let bracket = text.get(span.clone()).unwrap_or_default();
    let other = if bracket == "{" { "}" } else { "]" };
    Problem {
        code: "never-closed",
        path: String::new(),
        span: span.clone(),
        message: format!("this `{bracket}` is never closed"),
        help: format!(
            "put a `{other}` where it ends; what stands after it cannot be read before that"
        ),
    }
}

/// The problem of a text of several lines that goes on to the end of the file.
fn open_text(text: &str, span: &Range<usize>) -> Option<Problem> {
    let whole = text.get(span.clone()).unwrap_or_default();
    let quotes = whole.get(..3).unwrap_or_default();
    let closed = whole.len() >= 6 && whole.ends_with(quotes);
    (span.end == text.len() && !closed).then(|| Problem {
        code: "never-closed",
        path: String::new(),
        span: span.start..span.start + quotes.len(),
        message: "this text is never closed".to_owned(),
        help: format!(
            "put `{quotes}` where it ends; what stands after it cannot be read before that"
        ),
    })
}

fn too_deep(span: Range<usize>, message: String, help: &str) -> Problem {
    Problem {
        code: "too-deep",
        path: String::new(),
        span,
        message,
        help: help.to_owned(),
    }
}

/// The problem of a file that is too large to be read.
pub(in crate::deck) fn too_large() -> Problem {
    Problem {
        code: "too-large",
        path: String::new(),
        span: 0..0,
        message: format!("larger than {} MiB", LARGEST / (1024 * 1024)),
        help: "the largest deck that is shipped has less than half a MiB: is this a deck?"
            .to_owned(),
    }
}

/// The problem of a file that is not text, from this byte on.
pub(in crate::deck) fn not_utf8(bytes: &[u8], at: usize) -> Problem {
    let help = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        "this looks like UTF-16: save the file as UTF-8"
    } else {
        "save the file as UTF-8"
    };
    Problem {
        code: "not-utf8",
        path: String::new(),
        span: at..at + '\u{fffd}'.len_utf8(),
        message: "this is not UTF-8 text".to_owned(),
        help: help.to_owned(),
    }
}
