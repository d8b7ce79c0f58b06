//! What stands beside the tables: a codebook for people, and a description for programs (Frictionless Data Package).

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::report::csv::rows::Dialect;
use crate::report::csv::sheet::{Kind, Sheet};
use crate::report::json::json as document;

/// What every column means, as Markdown.
pub(super) fn codebook(key: &str, sheets: &[Sheet]) -> String {
    let mut text = format!(
        "# Codebook of {key}\n\n\
         Tables of sessions, one row each as said below; every row names its session, by `session` within this package and by \
         `session_id` in all there are. UTF-8, commas, a head; an \
         empty cell says that there is nothing, or that the seat whose knowledge the tables hold may not know. A text that a \
         spreadsheet would take for a formula has an apostrophe before it. Entries are numbered within their \
         session: `session` and `entry` together find the row in `acts`. What was undone stands in `acts` and \
         `changes`, is marked `undone` there, and is left out of all other tables.\n\n\
         A branch (a session with `parent_file`) is a what-if: its entries after `parent_entry` were not played by the \
         people of the session that it branches off.\n"
    );
    for sheet in sheets {
        let _ = write!(
            text,
            "\n## {key}.{}.csv\n\nA row: {}.\n\n| column | type | what |\n|---|---|---|\n",
            sheet.name,
            lowered(sheet.about)
        );
        for column in sheet.all() {
            let mut about = column.about.replace('|', "\\|");
            if let Some(words) = column.words {
                let words = words().into_iter().map(|word| format!("`{word}`"));
                let words: Vec<String> = words.collect();
                let _ = write!(about, "; one of {}", words.join(", "));
            }
            let _ = writeln!(
                text,
                "| `{}` | {} | {about} |",
                column.name,
                column.kind.word()
            );
        }
    }
    text
}

/// A sentence that stands within another.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// The tables as a data package: <https://specs.frictionlessdata.io/tabular-data-package/>.
pub(super) fn package(key: &str, dialect: Dialect, sheets: &[Sheet]) -> String {
    let resources = sheets.iter().map(|sheet| resource(key, dialect, sheet));
    let resources: Vec<Value> = resources.collect();
    document(&json!({
        "profile": "tabular-data-package",
        "name": slug(key),
        "title": format!("Sessions: {key}"),
        "resources": resources,
    }))
}

fn resource(key: &str, dialect: Dialect, sheet: &Sheet) -> Value {
    let (delimiter, point) = match dialect {
        Dialect::Plain => (",", "."),
        Dialect::Excel => (";", ","),
    };
    let fields = sheet.all().map(|column| {
        let mut field = json!({
            "name": column.name,
            "type": column.kind.word(),
            "description": column.about,
        });
        if let Some(words) = column.words {
            field["constraints"] = json!({ "enum": words() });
        }
        if column.kind == Kind::Number {
            field["decimalChar"] = json!(point);
        }
        if column.kind == Kind::Boolean {
            field["trueValues"] = json!(["true"]);
            field["falseValues"] = json!(["false"]);
        }
        field
    });
    json!({
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "path": format!("{key}.{}.csv", sheet.name),
        "description": sheet.about,
        "encoding": "utf-8",
        "dialect": { "delimiter": delimiter },
        "schema": {
            "fields": fields.collect::<Vec<Value>>(),
            "missingValues": [""],
        },
    })
}

/// A name of the letters that the specification allows.
fn slug(key: &str) -> String {
    let allowed =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let letters = key.to_lowercase();
    letters
        .chars()
        .map(|c| if allowed(c) { c } else { '-' })
        .collect()
}
