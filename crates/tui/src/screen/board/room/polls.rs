//! Questions for estimates: who has answered, who is missing, the spread once it is revealed, what came true.
//!
//! ```text
//! ┌ Estimates · 1 open ──────────────────────────────────────────────────────────┐
//! │ › 1 In crisis by the end of move 6?     ○ 3 of 7 given                       │
//! │   2 Will Russia refuse twice?           ✓ it happened                        │
//! │                                                                              │
//! │ 0 ───────●────────●●───────────────●─────── 100                              │
//! └──────────────────────────────────────────────────────────────────────────────┘
//! ```

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::asking::white_cell;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::room::blind::BlindSheet;
use crate::screen::board::room::parts::{counted, joined};
use crate::screen::board::room::poll_forms;
use crate::sitting::Sitting;
use crate::wall::spread::middle;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::view::PollView;
use unequal_session::telling::count;

#[derive(Debug)]
struct Polls;

/// The list, at the first question that is not resolved.
pub fn sheet(glance: &Glance<'_>) -> Sheet {
    let polls = &glance.view.room.polls;
    let open = polls.iter().position(|poll| poll.happened.is_none());
    listing::sheet(Polls, open.unwrap_or(0))
}

fn status(poll: &PollView) -> String {
    let given = poll.answered.len();
    match (&poll.estimates, poll.happened) {
        (_, Some(true)) => "✓ it happened".to_owned(),
        (_, Some(false)) => "✗ it did not happen".to_owned(),
        (Some(_), None) => "● revealed, to be resolved".to_owned(),
        (None, None) => match poll.missing.len() {
            0 if given > 0 => format!("○ {given} given, to be revealed"),
            0 => "○ nobody has answered".to_owned(),
            more => format!("○ {given} of {} given", given + more),
        },
    }
}

/// The questions in a line: `1 open, 3 of 7 given`.
pub fn summary(glance: &Glance<'_>) -> (String, bool) {
    let polls = &glance.view.room.polls;
    let open: Vec<&PollView> = polls
        .iter()
        .filter(|poll| poll.estimates.is_none())
        .collect();
    let unresolved = polls
        .iter()
        .filter(|poll| poll.estimates.is_some() && poll.happened.is_none())
        .count();
    let mut parts = Vec::new();
    if let Some(last) = open.last() {
        let words = status(last);
        parts.push(format!(
            "{} open, {}",
            open.len(),
            words.trim_start_matches("○ ")
        ));
    }
    parts.push(counted(unresolved, "to be resolved"));
    let words = joined(&parts);
    if words.is_empty() {
        let words = match polls.len() {
            0 => "none asked".to_owned(),
            number => format!("{number} resolved"),
        };
        return (words, false);
    }
    (words, !open.is_empty())
}

/// Columns of the scale from 0 to 100.
const SCALE: usize = 51;

/// The estimates on a scale: `0 ───●──●2───── 100`; a number where several stand at one place.
fn spread(percents: &[u8]) -> String {
    let mut counts = [0_usize; SCALE];
    for percent in percents {
        counts[usize::from(*percent) / 2] += 1;
    }
    let scale: String = counts
        .iter()
        .map(|count| match count {
            0 => '─',
            1 => '●',
            2..=9 => char::from_digit(u32::try_from(*count).unwrap_or(9), 10).unwrap_or('●'),
            _ => '9',
        })
        .collect();
    format!("0 {scale} 100")
}

impl Lists for Polls {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("Estimates · {}", summary(glance).0)
    }

    fn layer(&self) -> Layer {
        Layer::Polls
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let polls = &glance.view.room.polls;
        polls
            .iter()
            .map(|poll| OptionRow {
                name: plain(&poll.question),
                note: status(poll),
                open: true,
                ..OptionRow::default()
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "Nothing is asked yet. n asks everybody for their own probability of an outcome; they enter it blind, \
         and all are shown at once."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let Some(poll) = glance.view.room.polls.get(place) else {
            return Vec::new();
        };
        let mut pieces = vec![
            Piece::Heading(plain(&poll.question), sitting.theme.title),
            Piece::Aside(format!("Decided by: {}", plain(&poll.resolution))),
            Piece::Gap,
        ];
        if let Some(estimates) = &poll.estimates {
            let mut percents: Vec<u8> = estimates.iter().map(|given| given.percent).collect();
            percents.sort_unstable();
            pieces.push(Piece::Heading(spread(&percents), sitting.theme.accent));
            if let (Some(least), Some(most)) = (percents.first(), percents.last()) {
                let told = count(percents.len(), "estimate", "estimates");
                let middle = middle(&percents);
                pieces.push(Piece::Text(format!(
                    "{told}, {least} to {most} %, the middle {middle} %"
                )));
            }
            let mut sorted = estimates.clone();
            sorted.sort_by_key(|given| std::cmp::Reverse(given.percent));
            pieces.extend(sorted.iter().map(|given| {
                Piece::Point(format!("{:>3} %  {}", given.percent, plain(&given.name)))
            }));
        } else {
            if !poll.answered.is_empty() {
                let names: Vec<String> = poll.answered.iter().map(|name| plain(name)).collect();
                pieces.push(Piece::Text(format!("Given by: {}", names.join(", "))));
            }
            let missing: Vec<String> = poll.missing.iter().map(|name| plain(name)).collect();
            if !missing.is_empty() {
                pieces.push(Piece::Text(format!("Missing: {}", missing.join(", "))));
            }
            pieces.push(Piece::Aside(
                "Nobody sees a number before the reveal.".to_owned(),
            ));
        }
        pieces
    }

    fn hints(&self, glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let mut hints = Vec::new();
        if let Some(poll) = place.and_then(|place| glance.view.room.polls.get(place)) {
            if poll.estimates.is_none() {
                hints.extend([
                    Command::Confirm.hint("enter, blind"),
                    Command::AsList.into(),
                    Command::Reveal.into(),
                ]);
            } else {
                hints.push(Command::Resolve.into());
            }
        }
        hints.push(Command::Ask.into());
        hints
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        if command == Command::Ask {
            return Then::Open(poll_forms::ask(sitting, &glance));
        }
        let Some(poll) = place.and_then(|place| glance.view.room.polls.get(place)) else {
            return Then::Stay;
        };
        let (id, hidden) = (poll.id.clone(), poll.estimates.is_none());
        let said = match command {
            Command::Confirm if hidden => return Then::Open(Sheet::new(BlindSheet::new(&id))),
            Command::AsList if hidden => return Then::Open(poll_forms::as_list(sitting, &id)),
            Command::Reveal if hidden && poll.answered.is_empty() => {
                "Nobody has given an estimate yet."
            }
            Command::Reveal if hidden => {
                return Then::Do(white_cell(Action::RevealEstimates { id }));
            }
            Command::Confirm | Command::Resolve if !hidden => {
                return Then::Open(poll_forms::resolve(sitting, &id));
            }
            Command::Resolve => "The estimates have to be revealed first, with v.",
            Command::AsList | Command::Reveal => "These estimates are revealed already.",
            _ => return Then::Stay,
        };
        sitting.say(Tone::Plain, said);
        Then::Stay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_shows_where_estimates_lie_and_how_many_lie_together() {
        let drawn = spread(&[0, 45, 45, 100]);
        assert!(drawn.starts_with("0 ●──"), "{drawn}");
        assert!(drawn.ends_with("──● 100"), "{drawn}");
        assert_eq!(drawn.chars().filter(|c| *c == '2').count(), 1);
    }
}
