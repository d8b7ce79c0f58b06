//! Finds numbers that a briefing quotes otherwise than the deck has them.

use crate::deck::check::{Findings, at};
use crate::deck::raw::RawDeck;
use crate::deck::raw::ending::Common;
use crate::model::choice::Ending;

/// Numbers that may be written as words, from one on.
const WORDS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// A number of the deck as a briefing quotes it.
struct Quote {
    /// What stands before the number, in small letters.
    before: String,
    number: i64,
    /// Where the deck has it.
    key: String,
}

impl Quote {
    fn new(before: &str, number: i64, key: &str) -> Self {
        Self {
            before: before.to_lowercase(),
            number,
            key: key.to_owned(),
        }
    }
}

/// Looks through what the three briefings say in numbers.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    let seats = [
        ("patron", &raw.briefing.patron, patron(raw)),
        ("client", &raw.briefing.client, client(raw)),
        ("observer", &raw.briefing.observer, observer(raw)),
    ];
    for (seat, briefing, mut quotes) in seats {
        let Some(briefing) = briefing else { continue };
        for ending in Ending::ALL {
            quotes.extend(worth(seat, *ending, &raw.ending.of(*ending)));
        }
        let lists = [
            ("aims_in_numbers", &briefing.aims_in_numbers),
            ("constraints", &briefing.constraints),
            ("instruments", &briefing.instruments),
        ];
        for (list, texts) in lists {
            for (place, text) in texts.iter().enumerate() {
                let text = text.to_lowercase();
                for quote in &quotes {
                    let Some(said) = said(&text, quote) else {
                        continue;
                    };
                    let Quote {
                        before,
                        number,
                        key,
                    } = quote;
                    findings.value(
                        "quoted-number",
                        &at!["briefing", seat, list, place],
                        format!("“{before} {said}”, but `{key}` is {number}"),
                        "write the deck's number here, or change it there".to_owned(),
                    );
                }
            }
        }
    }
}

fn patron(raw: &RawDeck) -> Vec<Quote> {
    let effort = &raw.session.effort;
    vec![
        Quote::new("aim is met at", raw.score.patron_goal, "score.patron_goal"),
        Quote::new("begin with", effort.start, "session.effort.start"),
        Quote::new("gain", effort.gain, "session.effort.gain"),
    ]
}

fn client(raw: &RawDeck) -> Vec<Quote> {
    let capture = &raw.capture;
    vec![
        Quote::new("aim is met at", raw.score.client_goal, "score.client_goal"),
        Quote::new("is at least", raw.crisis.exit_at, "crisis.exit_at"),
        Quote::new("autonomy is at", capture.enter, "capture.enter"),
        Quote::new("from autonomy", capture.enter, "capture.enter"),
        Quote::new("ends the session after", capture.moves, "capture.moves"),
    ]
}

fn observer(raw: &RawDeck) -> Vec<Quote> {
    let europe = &raw.europe;
    vec![
        Quote::new("exposure is", europe.exposure, "europe.exposure"),
        Quote::new("takes off", europe.plan_relief, "europe.plan_relief"),
        Quote::new("unity:", europe.unity.start, "europe.unity.start"),
        Quote::new("at most", europe.unity.max, "europe.unity.max"),
    ]
}

/// What an ending is worth to a seat, under its word and under its title.
fn worth(seat: &str, ending: Ending, of: &Common<'_>) -> Vec<Quote> {
    let (number, key) = match seat {
        "patron" => (of.worth.patron, "patron"),
        "client" => (of.worth.client, "client"),
        _ => (of.worth.shock, "shock"),
    };
    let key = format!("ending.{}.{key}", ending.word());
    let mut names = vec![ending.word().to_owned()];
    names.extend(of.title.map(|title| title.to_lowercase()));
    names.dedup();
    // A title that ends with the word is found under the word.
    if names.len() == 2 && names[1].ends_with(&names[0]) {
        names.pop();
    }
    let quote = |name: String| Quote::new(&name, number, &key);
    names.into_iter().map(quote).collect()
}

/// The first other number that the text has after the words of a quote.
fn said(text: &str, quote: &Quote) -> Option<i64> {
    let parts = || text.split(quote.before.as_str());
    parts()
        .zip(parts().skip(1))
        .filter(|(before, _)| !before.ends_with(char::is_alphanumeric))
        .filter_map(|(_, after)| number(after))
        .find(|said| *said != quote.number)
}

/// The number that a text begins with after a space: figures, with or without a sign, or a word.
fn number(text: &str) -> Option<i64> {
    let word: &str = text.strip_prefix(' ')?.split([' ', ',', ';', ':']).next()?;
    if let Some(place) = WORDS.iter().position(|known| *known == word) {
        return i64::try_from(place + 1).ok();
    }
    let word = word.trim_end_matches('.').trim_start_matches('+');
    word.replace('−', "-").parse().ok()
}
