//! The text of an entry.

use toml::Value;

use super::{Problem, Unread, as_text};
use crate::engine::action::Kind;
use crate::engine::entry_number::EntryNumber;
use crate::store::entry::{ChangeLine, Drawn, Entry, NewEntry};
use crate::store::frame;
use crate::store::text::{on_one_line, push_plain_line, push_string, push_text_line, push_value};
use crate::store::version::program_of;

/// Writes an entry, with the program that writes it where that has changed. Gives its text and its
/// digest.
pub(crate) fn encode_entry(
    entry: &NewEntry,
    number: EntryNumber,
    previous: &str,
    program: Option<&str>,
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
    if let Some(program) = program {
        push_text_line(out, "program", program);
    }
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

/// Reads what the frame of an entry encloses; `program` is the version that wrote what stands before
/// it.
pub(crate) fn decode_entry(
    body: &[u8],
    number: EntryNumber,
    program: &str,
) -> Result<Entry, Unread> {
    let text = as_text(body)?;
    let entry: Entry = match super::scan::entry(text) {
        Some(entry) => entry,
        None => {
            toml::from_str(text).map_err(|error| not_understood(text, &error, number, program))?
        }
    };
    if entry.number != number {
        return Err(Problem(format!("its number is {}, not {number}", entry.number)).into());
    }
    sound(number, entry.after, entry.confidence)?;
    Ok(entry)
}

/// What is wrong with an entry that the TOML reader does not take.
fn not_understood(
    text: &str,
    error: &toml::de::Error,
    number: EntryNumber,
    before: &str,
) -> Unread {
    let entry: Option<toml::Value> = toml::from_str(text).ok();
    let entry = entry.as_ref();
    let kind = entry.and_then(|entry| entry.get("act")?.get("kind")?.as_str());
    let problem = match kind {
        Some(kind) if !Kind::WORDS.contains(&kind) => Problem(format!(
            "`{}` is no act that this program knows",
            on_one_line(kind)
        )),
        _ => Problem::of_toml(error),
    };
    let program = entry.and_then(program_of);
    Unread::of(problem, number, program.as_deref().unwrap_or(before))
}

/// Whether the numbers of an entry can be.
fn sound(number: EntryNumber, after: EntryNumber, confidence: Option<u8>) -> Result<(), Problem> {
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
