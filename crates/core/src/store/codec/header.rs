//! The text of a header.

use serde::Deserialize;

use super::{Problem, Unread, as_text};
use crate::engine::entry_number::EntryNumber;
use crate::engine::holder::{Holder, Holders};
use crate::engine::options::{AdjudicationMode, Announcement, Options};
use crate::store::FORMAT;
use crate::store::frame;
use crate::store::header::{DeckCopy, Header, Parent, SessionOptions};
use crate::store::text::{push_long_text, push_plain_line, push_text_line};
use crate::store::version::{OtherVersion, program_of};

/// Writes a header. Gives its text and its digest.
pub(crate) fn encode_header(header: &Header) -> (String, String) {
    let mut body = String::with_capacity(header.deck.source.len() + 2048);
    let out = &mut body;
    out.push_str("\n[session]\n");
    push_plain_line(out, "format", FORMAT);
    push_plain_line(out, "rules", header.rules);
    push_text_line(out, "program", &header.program);
    push_text_line(out, "name", &header.name);
    push_text_line(out, "started", &header.started);
    // Text, because a TOML reader need not take integers above 2^63.
    push_text_line(out, "seed", &header.seed.to_string());

    out.push_str("\n[session.options]\n");
    let options = &header.options;
    push_plain_line(out, "sealed", options.play.sealed);
    push_text_line(out, "announcement", options.play.announcement.word());
    push_text_line(out, "adjudication", options.play.adjudication.word());
    for (key, value) in [
        ("moves", options.moves),
        ("moves_spread", options.moves_spread),
        ("demands", options.demands),
    ] {
        if let Some(value) = value {
            push_plain_line(out, key, value);
        }
    }

    out.push_str("\n[session.seats]\n");
    push_text_line(out, "patron", &header.seats.patron.to_string());
    push_text_line(out, "client", &header.seats.client.to_string());
    push_text_line(out, "europe", &header.seats.europe.to_string());

    if let Some(parent) = &header.parent {
        out.push_str("\n[session.parent]\n");
        push_text_line(out, "file", &parent.file);
        push_plain_line(out, "entry", parent.entry);
        push_text_line(out, "digest", &parent.digest);
        push_plain_line(out, "copied", parent.copied);
        let luck = parent.luck.iter();
        let luck =
            luck.map(|luck| format!("{{ after = {}, seed = \"{}\" }}", luck.after, luck.seed));
        let luck: Vec<String> = luck.collect();
        if !luck.is_empty() {
            push_plain_line(out, "luck", format!("[{}]", luck.join(", ")));
        }
    }

    out.push_str("\n[deck]\n");
    push_text_line(out, "id", &header.deck.id);
    push_text_line(out, "title", &header.deck.title);
    push_plain_line(out, "format", header.deck.format);
    push_text_line(out, "hash", &header.deck.hash);
    out.push_str("source = ");
    push_long_text(out, &header.deck.source);

    out.push_str("\n\n[chain]\n");
    frame::enclose(&frame::header_lead(FORMAT), out, "")
}

/// Reads what the frame of a header encloses.
///
/// The versions that it names are looked at before anything else: in a header of other rules
/// other keys may stand.
pub(crate) fn decode_header(body: &[u8]) -> Result<Header, Unread> {
    let text = as_text(body)?;
    let table: toml::Table = toml::from_str(text).map_err(|error| Problem::of_toml(&error))?;
    if let Some(other) = OtherVersion::of_header(&table) {
        return Err(Unread::Other(other));
    }
    let raw: RawHeader = toml::from_str(text).map_err(|error| {
        let program = table.get("session").and_then(program_of);
        Unread::of(
            Problem::of_toml(&error),
            EntryNumber::STARTEX,
            &program.unwrap_or_default(),
        )
    })?;
    let session = raw.session;
    if session.format != FORMAT {
        return Err(Problem(format!(
            "[session] says format {}, the first line {FORMAT}",
            session.format
        ))
        .into());
    }
    let seed = session.seed.parse().map_err(|_| {
        Problem(format!(
            "seed \"{}\" is not a whole number from 0",
            session.seed
        ))
    })?;
    let hash = DeckCopy::hash_of(&raw.deck.source);
    if raw.deck.hash != hash {
        return Err(Problem(format!("the deck's hash is {hash}, not {}", raw.deck.hash)).into());
    }
    Ok(Header {
        rules: session.rules,
        program: session.program,
        name: session.name,
        started: session.started,
        seed,
        options: session.options.played_with(&session.seats),
        seats: session.seats,
        parent: session.parent,
        deck: raw.deck,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHeader {
    session: RawSession,
    deck: DeckCopy,
    #[serde(rename = "chain")]
    _chain: RawChain,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSession {
    format: u64,
    rules: u32,
    program: String,
    name: String,
    started: String,
    seed: String,
    options: RawOptions,
    seats: Holders,
    parent: Option<Parent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOptions {
    sealed: bool,
    announcement: Announcement,
    adjudication: AdjudicationMode,
    moves: Option<u32>,
    moves_spread: Option<u32>,
    demands: Option<u32>,
}

impl RawOptions {
    fn played_with(self, seats: &Holders) -> SessionOptions {
        SessionOptions {
            play: Options {
                europe: seats.europe != Holder::Nobody,
                sealed: self.sealed,
                announcement: self.announcement,
                adjudication: self.adjudication,
            },
            moves: self.moves,
            moves_spread: self.moves_spread,
            demands: self.demands,
        }
    }
}

/// The frame's last line, which the frame has already looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChain {
    #[serde(rename = "digest")]
    _digest: String,
}
