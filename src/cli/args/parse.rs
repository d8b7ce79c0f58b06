//! Reads values of options: seats, holders, seeds, stamps of time.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};

use unequal_core::bot::EuropeBot;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::limits::LONGEST_ID;
use unequal_core::engine::name::shows_nothing;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::seat::Seat;
use unequal_core::store::noted;

/// An entry of a recorded session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct From {
    /// The session file.
    pub save: PathBuf,
    /// The entry; none: the last.
    pub entry: Option<EntryNumber>,
}

/// `SAVE`, or `SAVE@N` for one entry of it.
///
/// A name that is no text has no entry after it: what could not be typed cannot be cut.
pub(super) fn from() -> impl TypedValueParser<Value = From> {
    OsStringValueParser::new().map(|name| {
        let cut = name.to_str().and_then(|text| text.rsplit_once('@'));
        let entry = cut.and_then(|(save, entry)| Some((save, entry.parse().ok()?)));
        match entry {
            Some((save, entry)) if !save.is_empty() => From {
                save: save.into(),
                entry: Some(entry),
            },
            _ => From {
                save: name.into(),
                entry: None,
            },
        }
    })
}

/// The words of all seats.
pub(super) fn seats() -> impl TypedValueParser<Value = Seat> {
    PossibleValuesParser::new(Seat::ALL.map(Seat::word))
        .map(|word| Seat::from_word(&word).expect("clap lets only the words of seats through"))
}

/// The words of the seats that play.
pub(super) fn playing() -> impl TypedValueParser<Value = Seat> {
    PossibleValuesParser::new(Seat::PLAYING.map(Seat::word))
        .map(|word| Seat::from_word(&word).expect("clap lets only the words of seats through"))
}

/// The words of the seats from which something is hidden.
pub(super) fn seats_of_teams() -> impl TypedValueParser<Value = Seat> {
    let teams = Seat::ALL
        .into_iter()
        .filter(|seat| *seat != Seat::WhiteCell);
    PossibleValuesParser::new(teams.map(Seat::word))
        .map(|word| Seat::from_word(&word).expect("clap lets only the words of seats through"))
}

/// `people`, or `human` as records have it, or the name of a bot, with or without `bot:` before it.
/// The ways in which rulings are made.
pub(super) fn adjudication() -> impl TypedValueParser<Value = AdjudicationMode> {
    let modes = AdjudicationMode::ALL.iter().map(|mode| {
        PossibleValue::new(mode.word()).help(match mode {
            AdjudicationMode::Rigid => "By rule only",
            AdjudicationMode::SemiRigid => "By rule, with the white cell's change",
            AdjudicationMode::Free => {
                "By the white cell; headless, it rules what the rules give unless the script says otherwise"
            }
        })
    });
    PossibleValuesParser::new(modes).map(|word| {
        AdjudicationMode::from_word(&word).expect("clap lets only the words of modes through")
    })
}

pub(super) fn holder(text: &str) -> Result<Holder, String> {
    if text.contains('/') {
        return Err("this is a program; here sit people or a bot of the deck".to_owned());
    }
    match text.strip_prefix("bot:").unwrap_or(text) {
        "" => Err("name a bot of the deck, or `people`".to_owned()),
        "people" | "human" if !text.starts_with("bot:") => Ok(Holder::Human),
        "nobody" if !text.starts_with("bot:") => {
            Err("somebody must hold this seat: name a bot of the deck, or `people`".to_owned())
        }
        name => Ok(Holder::Bot(name.to_owned())),
    }
}

/// Who holds Europe's seat: as the others, or `nobody`.
pub(super) fn europe(text: &str) -> Result<Holder, String> {
    match text.strip_prefix("bot:").unwrap_or(text) {
        "nobody" | "absent" => Ok(Holder::Nobody),
        "people" | "human" if !text.starts_with("bot:") => Ok(Holder::Human),
        name if EuropeBot::from_word(name).is_some() => Ok(Holder::Bot(name.to_owned())),
        _ => Err(format!(
            "Europe’s seat is held by `people`, `nobody`, or one of these bots: {}",
            bots_of_europe().collect::<Vec<_>>().join(", ")
        )),
    }
}

/// Who sits in Europe's seat where no bot does.
pub(super) const NOBODY: &str = "nobody";

/// The bots that take measures.
fn bots_of_europe() -> impl Iterator<Item = &'static str> {
    let bots = EuropeBot::ALL.iter();
    bots.filter(|bot| **bot != EuropeBot::Absent)
        .map(|bot| bot.word())
}

/// The words of all bots for Europe's seat, and `nobody`.
pub(super) fn europe_bots() -> impl TypedValueParser<Value = EuropeBot> {
    let words = std::iter::once(NOBODY).chain(bots_of_europe());
    PossibleValuesParser::new(words)
        .map(|word| EuropeBot::from_word(&word).unwrap_or(EuropeBot::Absent))
}

/// A session's name: something in it must show.
pub(super) fn session_name(text: &str) -> Result<String, String> {
    if shows_nothing(text) {
        return Err("a name has something that can be seen in it".to_owned());
    }
    Ok(text.to_owned())
}

/// A seed: a whole number of 64 bits, decimal.
pub(super) fn digest(text: &str) -> Result<String, String> {
    noted::digits(text)
        .ok_or_else(|| format!("a digest has {} to 64 hexadecimal digits", noted::FEWEST))
}

pub(super) fn seed(text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| format!("a seed is a whole number from 0 to {}", u64::MAX))
}

/// An id as decks have it: small letters, digits and single hyphens.
pub(super) fn deck_id(text: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.starts_with(|c| fits(c) && c != '-')
        && text.chars().all(fits)
        && text.len() <= LONGEST_ID
    {
        Ok(text.to_owned())
    } else {
        Err(format!(
            "an id has small letters, digits and hyphens, {LONGEST_ID} at most, as in `my-deck`"
        ))
    }
}

/// A moment: RFC 3339, such as `2026-11-23T20:45:10Z`, given back in UTC.
pub(in crate::cli) fn stamp(text: &str) -> Result<String, String> {
    text.parse::<jiff::Timestamp>()
        .map(|stamp| stamp.to_string())
        .map_err(|_| "a time is written as 2026-11-23T20:45:10Z (RFC 3339)".to_owned())
}

/// How many threads: at least one, and no more than any machine has use for.
pub(super) fn threads(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|threads| (1..=1024).contains(threads))
        .ok_or_else(|| "a number of threads from 1 to 1024".to_owned())
}

/// A speed: a number from 0.1 to 100.
pub(super) fn speed(text: &str) -> Result<f64, String> {
    let speed: Option<f64> = text.parse().ok();
    speed
        .filter(|speed| (0.1..=100.0).contains(speed))
        .ok_or_else(|| "a number from 0.1 to 100 is wanted".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_not_named_by_what_nobody_sees() {
        for name in ["", "  ", "\u{200b}\u{2060}", "\u{3164}", "\u{2800} \u{ad}"] {
            assert!(session_name(name).is_err(), "{name:?}");
        }
        for name in ["Table 2", "东方", "\u{200b}x"] {
            assert_eq!(session_name(name), Ok(name.to_owned()));
        }
    }

    #[test]
    fn a_holder_is_people_or_a_bot() {
        assert_eq!(holder("people"), Ok(Holder::Human));
        assert_eq!(holder("human"), Ok(Holder::Human));
        assert_eq!(holder("greedy"), Ok(Holder::Bot("greedy".to_owned())));
        assert_eq!(holder("bot:greedy"), Ok(Holder::Bot("greedy".to_owned())));
        assert_eq!(holder("bot:human"), Ok(Holder::Bot("human".to_owned())));
        for wrong in ["", "bot:", "nobody"] {
            assert!(holder(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_may_sit_in_europes_seat_and_no_bot_that_there_is_not() {
        assert_eq!(europe("nobody"), Ok(Holder::Nobody));
        assert_eq!(europe("people"), Ok(Holder::Human));
        assert_eq!(europe("planner"), Ok(Holder::Bot("planner".to_owned())));
        assert_eq!(europe("bot:hawk"), Ok(Holder::Bot("hawk".to_owned())));
        for wrong in ["", "greedy", "bot:people"] {
            assert!(europe(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_entry_of_a_session_is_named_after_its_file() {
        let read = |text: &str| {
            let command = clap::Command::new("test");
            from().parse_ref(&command, None, text.as_ref()).unwrap()
        };
        let named = |save: &str, entry| From {
            save: save.into(),
            entry,
        };
        assert_eq!(read("saves/x.toml"), named("saves/x.toml", None));
        assert_eq!(
            read("saves/x.toml@14"),
            named("saves/x.toml", Some(EntryNumber::new(14)))
        );
        assert_eq!(read("a@b.toml"), named("a@b.toml", None));
        assert_eq!(read("@3"), named("@3", None));
    }

    #[test]
    fn stamps_come_out_in_utc() {
        assert_eq!(
            stamp("2026-11-23T21:45:10+01:00").unwrap(),
            "2026-11-23T20:45:10Z"
        );
        assert!(stamp("yesterday").is_err());
    }

    #[test]
    fn a_seed_is_a_whole_number_of_64_bits() {
        assert_eq!(seed("18446744073709551615"), Ok(u64::MAX));
        for wrong in ["-1", "1e3", "18446744073709551616", "", "x"] {
            assert!(seed(wrong).is_err(), "{wrong}");
        }
    }
}
