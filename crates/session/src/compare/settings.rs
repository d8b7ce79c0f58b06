//! What differs besides the acts.

use std::fmt::Write as _;

use crate::compare::model::Setting;
use crate::compare::steps::Side;
use crate::telling::seat_name;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

const OTHER_DECK: &str = "different decks: acts and numbers need not mean the same";
const OTHER_RULES: &str = "different rules: the same acts may give different numbers";

/// A setting: what it is, what to warn of where it differs, and its value in a line.
type Asked = (&'static str, Option<&'static str>, fn(&Side<'_>) -> String);

/// The settings that are not the same in all lines.
pub(super) fn settings(lines: &[Side<'_>]) -> Vec<Setting> {
    let first: [Asked; 3] = [
        ("deck", Some(OTHER_DECK), deck),
        ("rules", Some(OTHER_RULES), |line| {
            line.table.header().rules.to_string()
        }),
        ("seed", None, seed),
    ];
    let then: [Asked; 6] = [
        ("moves", None, |line| {
            line.table.scenario().session.moves.to_string()
        }),
        ("spread of the last move", None, |line| {
            line.table.scenario().session.moves_spread.to_string()
        }),
        ("demands a move", None, |line| {
            line.table.scenario().session.demands.to_string()
        }),
        ("plans", None, |line| {
            let sealed = line.table.setup().options.sealed;
            if sealed { "sealed" } else { "open" }.to_owned()
        }),
        ("announcement", None, |line| {
            let word = line.table.setup().options.announcement.word();
            word.replace('-', " ")
        }),
        ("adjudication", None, |line| {
            line.table.setup().options.adjudication.to_string()
        }),
    ];
    let asked = |(what, warning, value): Asked| differing(lines, what, warning, value);
    let held = Seat::PLAYING
        .into_iter()
        .filter_map(|seat| differing(lines, seat.word(), None, |line| holder(line, seat)));
    let first = first.into_iter().filter_map(asked);
    first
        .chain(held)
        .chain(then.into_iter().filter_map(asked))
        .collect()
}

/// A setting, if it is not the same in all lines.
fn differing(
    lines: &[Side<'_>],
    what: &'static str,
    warning: Option<&'static str>,
    value: impl Fn(&Side<'_>) -> String,
) -> Option<Setting> {
    let values: Vec<String> = lines.iter().map(value).collect();
    let differs = values.windows(2).any(|pair| pair[0] != pair[1]);
    differs.then_some(Setting {
        what,
        values,
        warning,
    })
}

/// The deck with the beginning of its hash: two decks may have one name.
fn deck(line: &Side<'_>) -> String {
    let deck = &line.table.header().deck;
    let hash: String = deck.hash.chars().take(8).collect();
    format!("{} ({})", plain(&deck.id), plain(&hash))
}

/// The seed tells where red lines lie and what comes, so it is for those who may know that.
fn seed(line: &Side<'_>) -> String {
    if line.open {
        let mut words = line.table.setup().seed.to_string();
        for luck in line.table.drawn_anew() {
            let _ = write!(
                words,
                ", drawn anew as {} after entry {}",
                luck.seed, luck.after
            );
        }
        words
    } else {
        "hidden".to_owned()
    }
}

fn holder(line: &Side<'_>, seat: Seat) -> String {
    let held = line.table.held_to(seat, line.end).into_iter();
    let held = held.map(|held| {
        let holder = plain(&held.by.to_string());
        match held.from {
            EntryNumber::STARTEX => holder,
            from => format!("from move {} (entry {from}) on {holder}", held.move_number),
        }
    });
    let held: Vec<String> = held.collect();
    format!(
        "{}: {}",
        seat_name(line.table.deck(), seat),
        held.join(", ")
    )
}
