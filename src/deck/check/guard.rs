//! Refuses texts that are too large or too deep to be read safely.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::deck::load::LARGEST;
use crate::deck::problem::Problem;

/// Brackets that may be open at the same time; a deck needs four.
const DEEPEST: usize = 64;
/// Parts that a dotted key may have; a deck needs three.
const LONGEST_KEY: usize = 16;

/// The problem of a text that must not be parsed, because the parser or what comes after it could run
/// out of memory or stack.
pub(super) fn too_much(text: &str) -> Option<Problem> {
    if text.len() > LARGEST {
        return Some(too_large());
    }
    let mut open: usize = 0;
    let mut parts: usize = 1;
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => open += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                open = open.saturating_sub(1);
            }
            TokenKind::Dot => parts += 1,
            TokenKind::Newline | TokenKind::Equals | TokenKind::Comma => parts = 1,
            TokenKind::Comment
            | TokenKind::Whitespace
            | TokenKind::LiteralString
            | TokenKind::BasicString
            | TokenKind::MlLiteralString
            | TokenKind::MlBasicString
            | TokenKind::Atom
            | TokenKind::Eof => {}
        }
        let span = token.span().start()..token.span().end();
        if open > DEEPEST {
            return Some(too_deep(
                span,
                format!("more than {DEEPEST} brackets are open at the same time"),
                "a deck needs no more than four: close the brackets before this one",
            ));
        }
        if parts > LONGEST_KEY {
            return Some(too_deep(
                span,
                format!("a key of more than {LONGEST_KEY} parts"),
                "a deck needs no more than three: `response.accept.trust`",
            ));
        }
    }
    None
}

fn too_deep(span: std::ops::Range<usize>, message: String, help: &str) -> Problem {
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
pub(in crate::deck) fn not_utf8(at: usize) -> Problem {
    Problem {
        code: "not-utf8",
        path: String::new(),
        span: at..at + '\u{fffd}'.len_utf8(),
        message: format!("this is not UTF-8 text: byte {at} cannot stand here"),
        help: "save the file as UTF-8".to_owned(),
    }
}
