//! Writes text and values as TOML that any reader takes and no terminal is harmed by.
//!
//! TOML itself forbids raw control characters except the tab; this goes further and escapes every
//! character that could move a cursor, reorder a line or hide in it. Escaping loses nothing.

use std::fmt::Write;
use std::path::Path;

use toml::Value;

/// Whether a character would act on a terminal or mislead a reader, instead of being shown.
///
/// Which characters are escaped is part of the format of records, so this list stays as it is.
pub(crate) const fn is_unsafe(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'                       // delete and the C1 controls
            | '\u{ad}'                                   // soft hyphen
            | '\u{61c}' | '\u{180e}'                     // Arabic letter mark, vowel separator
            | '\u{200b}' | '\u{200e}' | '\u{200f}'       // zero width space, direction marks
            | '\u{2028}'..='\u{202e}'                    // separators, embeddings, overrides
            | '\u{2060}'..='\u{206f}'                    // invisible operators, isolates
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'       // byte order mark, annotations
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e007f}'                  // tags
    )
}

/// Writes one character, escaped where it must be, inside a basic string.
fn push_char(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        c if is_unsafe(c) => push_escape(out, c),
        c => out.push(c),
    }
}

/// Writes the escape of a character by its number. TOML 1.0 has no shorter one.
fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let written = if code <= 0xffff {
        write!(out, "\\u{code:04X}")
    } else {
        write!(out, "\\U{code:08X}")
    };
    written.expect("writing to a string succeeds");
}

/// Writes text as a string on one line.
pub(crate) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        push_char(out, c);
    }
    out.push('"');
}

/// Writes a long text over several lines: as it stands where that is safe, escaped where not.
pub(crate) fn push_long_text(out: &mut String, text: &str) {
    let plain = !text.contains("'''")
        && !text.ends_with('\'')
        && text
            .chars()
            .all(|c| matches!(c, '\n' | '\t') || !is_unsafe(c));
    if plain {
        // A line break straight after the opening quotes is not part of the text.
        out.push_str("'''\n");
        out.push_str(text);
        out.push_str("'''");
        return;
    }
    out.push_str("\"\"\"\n");
    for c in text.chars() {
        match c {
            '\n' => out.push('\n'),
            c => push_char(out, c),
        }
    }
    out.push_str("\"\"\"");
}

/// Writes a key: bare where it may be, quoted where it must.
pub(crate) fn push_key(out: &mut String, key: &str) {
    let bare = !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    if bare {
        out.push_str(key);
    } else {
        push_string(out, key);
    }
}

/// Writes a value on one line.
pub(crate) fn push_value(out: &mut String, value: &Value) {
    match value {
        Value::String(text) => push_string(out, text),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                push_value(out, item);
            }
            out.push(']');
        }
        Value::Table(table) if table.is_empty() => out.push_str("{}"),
        Value::Table(table) => {
            out.push('{');
            for (index, (key, item)) in table.iter().enumerate() {
                out.push_str(if index == 0 { " " } else { ", " });
                push_key(out, key);
                out.push_str(" = ");
                push_value(out, item);
            }
            out.push_str(" }");
        }
        plain @ (Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_)) => {
            write!(out, "{plain}").expect("writing to a string succeeds");
        }
    }
}

/// Writes `key = "text"` and ends the line.
pub(crate) fn push_text_line(out: &mut String, key: &str, text: &str) {
    push_key(out, key);
    out.push_str(" = ");
    push_string(out, text);
    out.push('\n');
}

/// Writes `key = value` for a value that shows itself as TOML does, and ends the line.
pub(crate) fn push_plain_line(out: &mut String, key: &str, value: impl std::fmt::Display) {
    writeln!(out, "{key} = {value}").expect("writing to a string succeeds");
}

/// Makes text fit for one line of a message: escaped, and without quotes.
pub(crate) fn on_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.push(c),
            c => push_char(&mut out, c),
        }
    }
    out
}

/// A path as a person types it: in quotes where a shell would take something in it for something else.
pub fn typed(path: &Path) -> String {
    let shown = on_one_line(&path.to_string_lossy());
    let plain =
        |c: char| c.is_alphanumeric() || "_-./:@%+,=".contains(c) || (cfg!(windows) && c == '\\');
    if shown.is_empty() || !shown.chars().all(plain) {
        format!("'{}'", shown.replace('\'', r"'\''"))
    } else if shown.starts_with('-') {
        format!("./{shown}")
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_path_is_typed_in_quotes_where_it_needs_them() {
        let told = |path: &str| typed(Path::new(path));
        assert_eq!(told("saves/table-2.toml"), "saves/table-2.toml");
        assert_eq!(told("my table.toml"), "'my table.toml'");
        assert_eq!(told("it's.toml"), r"'it'\''s.toml'");
        assert_eq!(told("$HOME;x"), "'$HOME;x'");
        assert_eq!(told("-x.toml"), "./-x.toml");
        assert_eq!(told("东方.toml"), "东方.toml");
    }

    fn read_back(written: &str) -> String {
        let table: toml::Table = toml::from_str(&format!("x = {written}\n")).unwrap();
        table["x"].as_str().unwrap().to_owned()
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_written_raw() {
        let nasty = "\u{1b}[2J\u{9b}31m\u{202e}evil\u{7f}\r\n\0\u{2066}\u{e0041}";
        for write in [push_string, push_long_text] {
            let mut out = String::new();
            write(&mut out, nasty);
            assert!(out.chars().all(|c| c == '\n' || !is_unsafe(c)), "{out:?}");
            assert_eq!(read_back(&out), nasty);
        }
    }

    #[test]
    fn words_in_any_script_stay_readable() {
        let mut out = String::new();
        push_string(&mut out, "天然气折扣 скидка på gas 👩‍💻");
        assert_eq!(out, "\"天然气折扣 скидка på gas 👩‍💻\"");
    }

    #[test]
    fn a_long_text_stands_as_it_is_where_it_can() {
        let mut out = String::new();
        push_long_text(&mut out, "id = \"a\"\ntext = \"\"\"b\\c\"\"\"\n");
        assert_eq!(out, "'''\nid = \"a\"\ntext = \"\"\"b\\c\"\"\"\n'''");
    }

    #[test]
    fn values_are_written_on_one_line_and_in_order() {
        let value: Value =
            toml::from_str::<toml::Table>("x = { b = [1, 'two\n'], a = {}, \"c d\" = true }")
                .unwrap_or_else(|_| {
                    toml::from_str("x = { b = [1, \"two\\n\"], a = {}, \"c d\" = true }").unwrap()
                })["x"]
                .clone();
        let mut out = String::new();
        push_value(&mut out, &value);
        assert_eq!(out, "{ b = [1, \"two\\n\"], a = {}, \"c d\" = true }");
    }

    proptest! {
        #[test]
        fn any_text_reads_back_as_it_was(text in any::<String>(), more in "['\"\\\\\\r\\n\\t a]{0,12}") {
            for text in [&text, &more, &format!("{more}{text}{more}")] {
                for write in [push_string, push_long_text] {
                    let mut out = String::new();
                    write(&mut out, text);
                    prop_assert_eq!(&read_back(&out), text);
                }
            }
        }
    }
}
