//! The chronology as it is read: move by move, an entry with what was said, ruled and moved.

use super::{Effect, Line, Ruling};
use crate::document::{
    Block, Inline, Item, Marker, Rank, Section, Span, Tone, dim, heading, line, paragraph, quote,
    said, seat, strong, told,
};
use crate::report::words::{band_words, change_words, hand, level_words, seconds_words};
use unequal_core::model::choice::Band;
use unequal_session::lengths::MoveLength;
use unequal_session::telling::signed;

/// How long the move of a line and its phases took, where the times tell it: at the last place where the
/// chronology comes to this move, for after turn zero and after an undo it comes to a move again.
fn length_words(lines: &[Line], lengths: &[MoveLength], line: &Line) -> Option<String> {
    let same = |other: &&Line| other.move_number == line.move_number;
    let after = lines.iter().filter(|other| other.entry > line.entry);
    if after.skip_while(same).any(|other| same(&other)) {
        return None;
    }
    let mut lengths = lengths.iter();
    let length = lengths.find(|length| length.move_number == line.move_number)?;
    let phases = length.phases.iter().filter(|one| one.seconds > 0);
    let phases = phases.map(|one| format!("{} {}", one.phase, seconds_words(one.seconds)));
    let phases = phases.collect::<Vec<_>>().join(", ");
    let whole = seconds_words(length.seconds);
    (length.seconds > 0).then(|| format!("Took {whole}, pauses left out: {phases}."))
}

pub(in crate::report::section) fn section(lines: &[Line], lengths: &[MoveLength]) -> Section {
    let mut blocks = Vec::new();
    let moves = lines.chunk_by(|one, next| one.move_number == next.move_number);
    for of_move in moves {
        let first = &of_move[0];
        let date = first.date.as_ref().map(|date| format!(", {date}"));
        let title = match first.move_number {
            0 => "Turn zero, a rehearsal whose effects were thrown away".to_owned(),
            number => format!("Move {number}"),
        };
        blocks.push(heading(said! { (title) (date) }));
        blocks.extend(
            length_words(lines, lengths, first).map(|length| paragraph(Rank::Note, length)),
        );
        blocks.push(Block::List(
            Marker::Entry,
            of_move.iter().map(item).collect(),
        ));
    }
    Section::new("chronology", "Chronology", "Chronology", blocks)
}

fn item(entry: &Line) -> Item {
    // Most sentences begin with who acted.
    let name = if entry.sentence.starts_with(&entry.seat_name) {
        ""
    } else {
        &entry.seat_name
    };
    let gap = if name.is_empty() { "" } else { ": " };
    let sentence = told(&entry.sentence);
    let mut text = said! { (seat(entry.seat, name)) (gap) };
    if entry.undone {
        text.push(said! { (Span::Struck(line(sentence))) " " (Span::Tag(Tone::Plain, "undone".to_owned())) });
    } else {
        text.push(sentence);
    }
    text.push(dim(
        said! { " · " (told(&hand(&entry.by))) ", " (time(&entry.at)) },
    ));
    for event in &entry.events {
        text.push(said! { " " (Span::Tag(Tone::Danger, event.clone())) });
    }
    let mut item = Item {
        entry: Some(entry.entry.get()),
        ..text.into()
    };
    item.add(
        entry
            .ruling
            .as_ref()
            .filter(|ruling| ruling.overruled)
            .map(|ruling| overruled(ruling, &entry.sentence)),
    );
    // The sentence of a measure has its dice, and a ruling that departs has its reason beside it.
    let ruling = entry.ruling.as_ref().filter(|ruling| ruling.overruled);
    let beside = ruling.and_then(|ruling| ruling.reason.as_ref());
    let why = entry.rationale.as_ref();
    let why = why.filter(|reason| Some(*reason) != beside && !entry.sentence.contains(*reason));
    item.add(why.map(|reason| said! { "why: " (quote(reason)) }));
    item.add(
        entry
            .confidence
            .map(|confidence| dim(format!("confidence: {confidence} of 100"))),
    );
    item.add(
        entry
            .dissent
            .as_ref()
            .map(|dissent| said! { "dissent: " (quote(dissent)) }),
    );
    item.add(entry.account.clone());
    item.add(
        entry
            .corrected
            .map(|by| dim(format!("put right in entry {by}"))),
    );
    for note in &entry.annotations {
        item.add(said! { (told(&note.author)) ", " (note.kind) ": " (quote(&note.text)) });
    }
    if !entry.effects.is_empty() {
        item.add(dim(moved(&entry.effects)));
    }
    item
}

/// What was computed and what stands, with the reason where the sentence of the entry does not have it.
fn overruled(ruling: &Ruling, sentence: &str) -> Inline {
    let arguments =
        (ruling.arguments != 0).then(|| format!(" (arguments {})", signed(ruling.arguments)));
    let reason = ruling
        .reason
        .as_ref()
        .filter(|reason| !sentence.contains(reason.as_str()))
        .map(|reason| said! { ": " (quote(reason)) });
    let told = |word| Band::from_word(word).map_or(word, band_words);
    said! {
        (Span::Tag(Tone::WhiteCell, "override".to_owned())) " computed " (strong(told(ruling.computed)))
        ", ruled " (strong(told(ruling.ruled))) (arguments) (reason)
    }
}

fn moved(effects: &[Effect]) -> Inline {
    let mut line = said! { "moved: " };
    for (place, effect) in effects.iter().enumerate() {
        let to = level_words(effect.to, effect.unit);
        let by = change_words(effect.by(), effect.unit);
        let words = format!("{} {by} → {to}", effect.name);
        let gap = if place > 0 { " · " } else { "" };
        line.push(said! { (gap) (Span::Hint(words, effect.because.join("; "))) });
    }
    line
}

/// The time of day of a stamp.
fn time(stamp: &str) -> &str {
    let time = stamp.split('T').nth(1).unwrap_or(stamp);
    time.trim_end_matches('Z')
}
