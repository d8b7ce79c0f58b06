//! A workshop of eight moves as its facilitator types it: `tests/sessions/console-workshop.keys`, line by line.

use unequal_partners::session::Moment;

/// A line of the file: keys, and words that the screen shows when they have done their work.
pub(crate) struct Step {
    /// The keys, one by one: a character, or a name such as `<enter>`.
    pub(crate) keys: Vec<String>,
    /// Words on the screen afterwards.
    pub(crate) words: String,
    /// The line in the file.
    pub(crate) line: usize,
}

/// How the workshop is set up: the reference deck, this seed, people everywhere.
pub(crate) const SEED: u64 = 42;

/// Columns and rows of the facilitator's terminal.
pub(crate) const SIZE: (u16, u16) = (120, 36);

/// Where the same workshop stands as a script; its first line is the command that plays it.
pub(crate) const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/sessions/console-workshop.jsonl"
);

/// An entry as a line of a script.
pub(crate) fn line(moment: &Moment) -> String {
    let entry = &moment.entry;
    let mut line = serde_json::json!({
        "seat": entry.seat.word(),
        "act": entry.act,
        "by": entry.by,
    });
    let said = [
        ("rationale", serde_json::json!(entry.rationale)),
        ("confidence", serde_json::json!(entry.confidence)),
        ("dissent", serde_json::json!(entry.dissent)),
    ];
    for (key, value) in said {
        if !value.is_null() {
            line[key] = value;
        }
    }
    line.to_string() + "\n"
}

/// What people did, as the lines of a script.
pub(crate) fn typed(moments: &[Moment]) -> String {
    let people = moments
        .iter()
        .filter(|moment| moment.entry.by.bot().is_none());
    people.map(line).collect()
}

/// The lines of the script, without the command before them.
pub(crate) fn scripted() -> String {
    let text = std::fs::read_to_string(SCRIPT).unwrap();
    text.split_once('\n').unwrap().1.to_owned()
}

/// All lines of the file.
pub(crate) fn steps() -> Vec<Step> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/sessions/console-workshop.keys"
    );
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(place, line)| {
            let (keys, words) = line.split_once(" ⇒ ").unwrap_or((line, ""));
            Step {
                keys: tokens(keys),
                words: words.trim().to_owned(),
                line: place + 1,
            }
        })
        .collect()
}

fn tokens(keys: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = keys.trim_end();
    while let Some(first) = rest.chars().next() {
        let length = match rest.find('>') {
            Some(end) if first == '<' => end + 1,
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token.to_owned());
        rest = after;
    }
    tokens
}
