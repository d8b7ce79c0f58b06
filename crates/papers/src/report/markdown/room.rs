//! The people and the room in Markdown.

use crate::report::Aar;
use crate::report::markdown::{cite, escaped, line};
use crate::report::words::room::parts;

pub(super) fn room(out: &mut String, aar: &Aar) {
    let parts = parts(aar);
    if parts.is_empty() {
        return;
    }
    line(out, format_args!("## People and room\n"));
    for part in parts {
        line(out, format_args!("### {}\n", part.title));
        for noted in &part.lines {
            let cites: Vec<String> = noted.entries.iter().map(|entry| cite(*entry)).collect();
            let text = format!("{} {}", escaped(&noted.text), cites.join(" "));
            line(out, format_args!("- {}", text.trim_end()));
        }
        out.push('\n');
    }
}
