//! What a deck is, as people read it.

use super::shape::{line, list, or, running};
use crate::deck::plain;
use crate::deck::raw::head::{self, Head};

/// What the deck is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the keys of [deck], named alike")]
pub struct About {
    pub title: String,
    pub subtitle: String,
    pub summary: String,
    pub version: String,
    pub date: String,
    pub language: String,
    pub duration: String,
    pub running_order: Vec<Stretch>,
    pub disclaimer: String,
    pub credits: Vec<String>,
    pub setting: String,
    /// What a move stands for; "move" where the deck is silent.
    pub move_label: String,
    pub start_year: Option<u32>,
    /// Which move of its year the first one is, from 1.
    pub start_part: u32,
    pub moves_per_year: Option<u32>,
    pub artificialities: Vec<String>,
    pub exchange: Vec<[String; 2]>,
}

/// A stretch of the running order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Minutes from the beginning of the whole until it begins.
    pub begins: u32,
    /// What is done; may be empty beside moves.
    pub what: String,
    /// The first move that is played in it, and the last; none where nothing is played.
    pub moves: Option<(u32, u32)>,
    /// How many minutes it takes; where moves are played, each of them.
    pub minutes: u32,
}

impl Stretch {
    /// How many minutes it takes as a whole.
    pub fn takes(&self) -> u32 {
        let times = self.moves.map_or(1, |(first, last)| last + 1 - first);
        self.minutes * times
    }

    /// When it begins, such as "1:45".
    pub fn at(&self) -> String {
        hours(self.begins)
    }

    /// What is done in it, such as "moves 4 to 8, 10 minutes each".
    pub fn words(&self) -> String {
        let played = self.moves.map(|(first, last)| match last - first {
            0 => format!("move {first}"),
            _ => format!("moves {first} to {last}, {} minutes each", self.minutes),
        });
        let what = Some(self.what.clone()).filter(|what| !what.is_empty());
        played
            .into_iter()
            .chain(what)
            .collect::<Vec<_>>()
            .join("; ")
    }
}

/// Minutes as hours and minutes, such as "1:45".
pub fn hours(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The running order, with when each stretch begins and which moves are played in it.
fn in_order(stretches: &[head::Stretch]) -> Vec<Stretch> {
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    let (mut begins, mut played) = (0, 0);
    let each = stretches.iter().map(|raw| {
        let moves = raw
            .moves
            .map(|moves| (played + 1, played + number(moves).max(1)));
        let stretch = Stretch {
            begins,
            what: line(raw.what.as_ref()),
            moves,
            minutes: number(raw.minutes),
        };
        begins += stretch.takes();
        played = moves.map_or(played, |(_, last)| last);
        stretch
    });
    each.collect()
}

impl About {
    pub(super) fn new(head: &Head) -> Self {
        let number = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
        Self {
            title: plain(&head.title),
            subtitle: line(head.subtitle.as_ref()),
            summary: running(head.summary.as_ref()),
            version: line(head.version.as_ref()),
            date: line(head.date.as_ref()),
            language: line(head.language.as_ref()),
            duration: line(head.duration.as_ref()),
            running_order: in_order(&head.running_order),
            disclaimer: running(head.disclaimer.as_ref()),
            credits: list(&head.credits),
            setting: line(head.setting.as_ref()),
            move_label: or(line(head.move_label.as_ref()), "move"),
            start_year: number(head.start_year),
            start_part: number(head.start_part).unwrap_or(1),
            moves_per_year: number(head.moves_per_year),
            artificialities: list(&head.artificialities),
            exchange: (head.exchange.iter())
                .map(|pair| pair.each_ref().map(|word| plain(word).trim().to_owned()))
                .collect(),
        }
    }

    /// The minutes of the whole running order; 0 where there is none.
    pub fn minutes(&self) -> u32 {
        self.running_order.iter().map(Stretch::takes).sum()
    }

    /// Whether a date, as texts write it ("1950-10", "Oct 1954", "1953-57"), lies after the first move has begun, so that
    /// no seat knows of it at STARTEX; never where the deck does not say when that is.
    pub fn is_ahead(&self, date: &str) -> bool {
        let (Some(start), Some((year, month))) = (self.start_year, last_year(date)) else {
            return false;
        };
        let per_year = self.moves_per_year.unwrap_or(1).max(1);
        let begins = self.start_part.saturating_sub(1) * 12 / per_year + 1;
        year > start || (year == start && month.map_or(begins == 1, |month| month >= begins))
    }

    /// Whether a running text tells of years after the first one: in a deck that was written before its session is set, all
    /// that is said of them are plans.
    pub fn tells_ahead(&self, text: &str) -> bool {
        let told = last_year(text).zip(self.start_year);
        self.is_ahead(&self.date) && told.is_some_and(|((year, _), start)| year > start)
    }

    /// When a move (from 0) takes place in the story, such as "2026 H1"; none where the deck is silent.
    pub fn move_date(&self, move_index: u32) -> Option<String> {
        let per_year = self.moves_per_year?;
        let since_january = self.start_part.saturating_sub(1) + move_index;
        let year = self.start_year? + since_january / per_year;
        let part = since_january % per_year + 1;
        Some(match per_year {
            1 => year.to_string(),
            2 => format!("{year} H{part}"),
            4 => format!("{year} Q{part}"),
            12 => format!("{year}-{part:02}"),
            _ => format!("{year}, {part} of {per_year}"),
        })
    }
}

/// The last year that a text names, with its month where both stand as "1950-10"; "1953-57" ends in 1957.
fn last_year(text: &str) -> Option<(u32, Option<u32>)> {
    let mut last: Option<(u32, Option<u32>)> = None;
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '-');
    for number in numbers {
        let parts: Vec<&str> = number.split('-').collect();
        for (place, part) in parts.iter().enumerate().filter(|(_, part)| part.len() == 4) {
            let Ok(year) = part.parse::<u32>() else {
                continue;
            };
            let next = parts.get(place + 1).filter(|next| next.len() == 2);
            let found = match next.and_then(|next| next.parse::<u32>().ok()) {
                Some(month @ 1..=12) => (year, Some(month)),
                Some(short) => (year - year % 100 + short, None),
                None => (year, None),
            };
            last = last.max(Some(found));
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::About;

    #[test]
    fn what_happened_after_the_first_move_began_lies_ahead() {
        let about = |start_year, start_part, per_year, date: &str| About {
            start_year,
            start_part,
            moves_per_year: per_year,
            date: date.to_owned(),
            ..About::default()
        };
        let of_1948 = about(Some(1948), 1, Some(1), "2026-06");
        for ahead in [
            "1948",
            "1949-02",
            "Oct 1954",
            "1953-57",
            "1945-1950",
            "14 Feb 1950",
        ] {
            assert!(of_1948.is_ahead(ahead), "{ahead}");
        }
        for before in ["1947-12", "1945", "", "undated"] {
            assert!(!of_1948.is_ahead(before), "{before}");
        }
        assert!(of_1948.tells_ahead("In 1948 one of them, in 1960 none."));
        assert!(!of_1948.tells_ahead("In 1948 Moscow has the railway."));
        let of_2026 = about(Some(2026), 2, Some(2), "2026-06");
        assert!(
            of_2026.is_ahead("2026-07")
                && !of_2026.is_ahead("2026-06")
                && !of_2026.is_ahead("2026")
        );
        assert!(!of_2026.tells_ahead("It is planned for 2030."));
        assert!(!about(None, 1, None, "2026-06").is_ahead("2030"));
    }
}
