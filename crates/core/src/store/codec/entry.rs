//! The text of an entry.

use toml::Value;

use super::{Problem, as_text};
use crate::store::entry::{ChangeLine, Drawn, Entry, NewEntry};
use crate::store::frame;
use crate::store::text::{push_plain_line, push_string, push_text_line, push_value};

/// Writes an entry. Gives its text and its digest.
pub(crate) fn encode_entry(
    entry: &NewEntry,
    number: u64,
    previous: &str,
) -> Result<(String, String), Problem> {
    sound(number, entry.after, entry.confidence)?;
    let act = Value::try_from(&entry.act).map_err(|error| Problem(error.to_string()))?;
    let mut body = String::with_capacity(1024);
    let out = &mut body;
    push_plain_line(out, "number", number);
    push_plain_line(out, "after", entry.after);
    push_text_line(out, "at", &entry.at);
    push_text_line(out, "seat", entry.seat.word());
    push_text_line(out, "by", &entry.by.text());
    push_plain_line(out, "move", entry.move_number);
    push_text_line(out, "phase", entry.phase.word());
    out.push_str("act = ");
    push_value(out, &act);
    out.push('\n');
    if let Some(rationale) = &entry.rationale {
        push_text_line(out, "rationale", rationale);
    }
    if let Some(confidence) = entry.confidence {
        push_plain_line(out, "confidence", confidence);
    }
    if let Some(dissent) = &entry.dissent {
        push_text_line(out, "dissent", dissent);
    }
    push_drawn(out, &entry.drawn);
    push_changes(out, &entry.changes);
    push_text_line(out, "state", &entry.state);
    Ok(frame::enclose(&frame::entry_lead(number), out, previous))
}

/// Reads what the frame of an entry encloses.
pub(crate) fn decode_entry(body: &[u8], number: u64) -> Result<Entry, Problem> {
    let text = as_text(body)?;
    let entry: Entry = match super::scan::entry(text) {
        Some(entry) => entry,
        None => toml::from_str(text).map_err(|error| Problem::of_toml(&error))?,
    };
    if entry.number != number {
        return Err(Problem(format!(
            "its number is {}, not {number}",
            entry.number
        )));
    }
    sound(number, entry.after, entry.confidence)?;
    Ok(entry)
}

/// Whether the numbers of an entry can be.
fn sound(number: u64, after: u64, confidence: Option<u8>) -> Result<(), Problem> {
    if after >= number {
        return Err(Problem(format!(
            "it starts after entry {after}, which is not before it"
        )));
    }
    match confidence {
        Some(confidence @ 101..) => Err(Problem(format!(
            "confidence {confidence} is not in 0 to 100"
        ))),
        _ => Ok(()),
    }
}

fn push_drawn(out: &mut String, drawn: &Drawn) {
    if drawn.is_nothing() {
        return;
    }
    let mut between = "drawn = { ";
    if let Some(event) = &drawn.event {
        out.push_str(between);
        out.push_str("event = ");
        push_string(out, event);
        between = ", ";
    }
    if let Some(roll) = drawn.roll {
        out.push_str(between);
        out.push_str("roll = ");
        out.push_str(&roll.to_string());
        between = ", ";
    }
    if let Some(computed) = drawn.computed {
        out.push_str(between);
        out.push_str("computed = ");
        push_string(out, computed.word());
    }
    out.push_str(" }\n");
}

fn push_changes(out: &mut String, changes: &[ChangeLine]) {
    if changes.is_empty() {
        return;
    }
    out.push_str("changes = [\n");
    for change in changes {
        out.push_str("  [");
        push_string(out, &change.gauge);
        out.push_str(", ");
        out.push_str(&change.from.to_string());
        out.push_str(", ");
        out.push_str(&change.to.to_string());
        out.push_str(", ");
        push_string(out, &change.reason);
        out.push_str("],\n");
    }
    out.push_str("]\n");
}
