//! The end of a session: the situation it came to, the way there, and what to talk about now.
//!
//! ```text
//!  unequal · Stockholm 2                  ENDEX after 12 moves                       ● saved 14:02:11
//! ┌ Managed asymmetry ────────────────────────┬ What each side set out for ──────────────────────────┐
//! │ 100 ┤                                     │ China     52 of 50, met                              │
//! │  60 ┤⠶⠶⣤⣀⣀⡀                               │ Russia    48 of 60, not all of it                    │
//! │  40 ┤╌╌╌╌╌╌⠙⠶● 46 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌ crisis  │ Not a contest: both can be met, or neither.          │
//! │     0   2   4   6   8   10  12            ├ The record ──────────────────────────────────────────┤
//! │ The partnership holds. It is unequal, and │ 3 of 24 decisions without a reason                   │
//! │ both sides know how to live with that …   ├ To talk about now ───────────────────────────────────┤
//! └───────────────────────────────────────────┴──────────────────────────────────────────────────────┘
//!  r reports and bundle   R record   u undo   n note   q home
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::glance::{Glance, look};
use crate::goal::Goal;
use crate::key::Key;
use crate::keymap::{self, Layer};
use crate::notice::Tone;
use crate::page::paper::{Reading, below};
use crate::page::{Page, Then};
use crate::screen::board::panel::{frame as panel, inside, title};
use crate::screen::board::sheet;
use crate::screen::board::state::Board;
use crate::screen::header;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::prose::{Piece, Prose};
use crate::widget::stability_curve::StabilityCurve;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Ending;
use unequal_core::model::ending::Outcome;
use unequal_core::model::gauge::Gauge;
use unequal_core::store::noted;
use unequal_session::sight::Seen;
use unequal_session::telling::{count, times, whole};
use unequal_session::{Place, Sign};

/// The end screen.
#[derive(Debug, Default)]
pub struct End {
    walk: Walk,
}

impl End {
    /// The end, from its top.
    pub fn new() -> Self {
        Self::default()
    }

    /// The panel of the curve, with the story below it where there is room; and the other panel with all
    /// that there is to read.
    fn places(body: Rect) -> (Rect, Rect) {
        if body.width >= 100 {
            let width = body.width * 56 / 100;
            let right = Rect {
                x: body.x + width.saturating_sub(1),
                width: body.width - width + 1,
                ..body
            };
            return (Rect { width, ..body }, right);
        }
        let [top, rest] =
            Layout::vertical([Constraint::Percentage(44), Constraint::Fill(1)]).areas(body);
        let rest = Rect {
            y: rest.y.saturating_sub(1),
            height: rest.height + 1,
            ..rest
        };
        (top, rest)
    }

    /// What there is to read.
    fn reading(body: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Reading {
        let (situation, account) = Self::places(body);
        let place = inside(account);
        let mut pieces = leaves(glance);
        if story_rows(inside(situation), glance, sitting).is_none() {
            pieces.extend(story(glance));
            pieces.push(Piece::Gap);
        }
        pieces.extend(self::account(glance, sitting));
        Reading::new(&pieces, place, &sitting.theme)
    }

    /// The same, as the terminal is now.
    fn laid_out(sitting: &Sitting) -> Option<Reading> {
        let glance = look(sitting)?;
        let rows = sitting.size.1.saturating_sub(2);
        let body = Rect::new(0, 1, sitting.size.0, rows);
        Some(Self::reading(body, &glance, sitting))
    }
}

impl Page for End {
    fn screen(&self) -> Option<Goal> {
        Some(Goal::End)
    }

    /// The layer of its keys.
    fn layer(&self) -> Layer {
        Layer::End
    }

    /// The commands of the footer.
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let place = sitting.place.as_ref();
        let recorded = place.is_some_and(|place| place.standing().path.is_some());
        let close = recorded.then(|| Command::Close.into());
        let mut hints: Vec<Hint> = close.into_iter().collect();
        hints.extend([Command::Reasons.hint("record"), Command::Why.hint("why")]);
        if place.is_some_and(Place::is_writable) {
            hints.push(Command::Note.into());
            hints.push(Command::Bookmark.into());
            if look(sitting).is_some_and(|glance| !glance.view.room.polls.is_empty()) {
                hints.push(Command::Estimates.into());
            }
            hints.push(Command::Undo.into());
        }
        if recorded {
            hints.push(Command::Replay.into());
        }
        if Self::laid_out(sitting).is_some_and(|reading| reading.goes_on()) {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::GoHome.into());
        if place.is_some_and(Place::is_writable) {
            hints.push(Command::Projector.into());
        }
        hints.push(Command::Help.into());
        hints
    }

    /// Draws the end.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            header(frame, area, sitting, Line::from("The session has ended"));
            return;
        };
        let moves = glance.view.path.len().saturating_sub(1);
        let words = format!("ENDEX after {}", count(moves, "move", "moves"));
        let middle = Line::from(Span::styled(words, sitting.theme.title));
        let body = header(frame, area, sitting, middle);
        let (left, right) = Self::places(body);
        let theme = &sitting.theme;
        situation(left, frame.buffer_mut(), &glance, sitting);
        let heading = title("What it came to", false, theme);
        panel(right, frame.buffer_mut(), heading, theme);
        let reading = Self::reading(body, &glance, sitting);
        reading.draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::GoHome | Command::Back => return Then::Do(vec![Effect::Leave]),
            Command::Replay => {
                let place = sitting.place.as_ref();
                let path = place.and_then(|place| place.standing().path.clone());
                let replay = path.map(|path| Effect::Replay {
                    path,
                    at: None,
                    seat: None,
                });
                return Then::Do(replay.into_iter().collect());
            }
            Command::Close => {
                let place = sitting.place.as_ref();
                let Some(path) = place.and_then(|place| place.standing().path.clone()) else {
                    sitting.say(
                        Tone::Plain,
                        "This session is not in a file: there is nothing to close.",
                    );
                    return Then::Stay;
                };
                sitting.say(Tone::Plain, "Writing what the session leaves …");
                return Then::Do(vec![Effect::Work(Order::Close(path))]);
            }
            Command::Reasons
            | Command::Note
            | Command::Bookmark
            | Command::Why
            | Command::Estimates
            | Command::Projector
            | Command::Undo => {
                // At the end nothing is hidden any more, and taking back is the white cell's.
                sitting.sit(Some(Seat::WhiteCell));
                let sheet = sheet::opened_by(sitting, &Board::default(), command);
                return sheet.map_or(Then::Stay, Then::Open);
            }
            other => {
                let text = Self::laid_out(sitting).map(|reading| reading.text());
                self.walk.read(other, text.unwrap_or_default());
            }
        }
        Then::Stay
    }
}

/// What one key does with the record, where there is one.
fn leaves(glance: &Glance<'_>) -> Vec<Piece> {
    if glance.place.standing().path.is_none() {
        return Vec::new();
    }
    let key = keymap::key_for(Layer::End, Command::Close).map_or_else(String::new, Key::label);
    let words = format!(
        "{key} writes the report, one with roles instead of names, one for each seat, and a bundle with checksums."
    );
    vec![Piece::Aside(words), Piece::Gap]
}

/// The ending's title.
fn ending(glance: &Glance<'_>) -> Option<Ending> {
    glance.view.outcome.map(|outcome| outcome.ending)
}

/// The ending in the deck's words, as far as the record bears it out.
fn story(glance: &Glance<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for paragraph in glance.place.ending_told() {
        if !pieces.is_empty() {
            pieces.push(Piece::Gap);
        }
        pieces.push(Piece::Text(paragraph));
    }
    pieces
}

fn curve(area: Rect, buf: &mut Buffer, glance: &Glance<'_>, theme: &Theme) {
    let now = glance.view.get(Gauge::Stability);
    let from = glance.view.path.first().copied().unwrap_or(now);
    (&StabilityCurve {
        path: &glance.view.path,
        now,
        underway: false,
        change: now - from,
        moves: glance.view.path.len().saturating_sub(1),
        thresholds: &glance.thresholds(),
        marks: &glance.marks(),
        theme,
    })
        .render(area, buf);
}

/// The story wrapped to a panel, and its rows with a free one above: none where it is too long to stand
/// below the curve.
fn story_rows(inner: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Option<(Prose, u16)> {
    let prose = Prose::new(
        &story(glance),
        inner.width.saturating_sub(2),
        &sitting.theme,
    );
    let wanted = u16::try_from(prose.height()).ok()?.saturating_add(1);
    (sitting.size.0 >= 100 && wanted <= inner.height / 2).then_some((prose, wanted))
}

/// The curve under the ending's title, and the story below it where there is room.
fn situation(area: Rect, buf: &mut Buffer, glance: &Glance<'_>, sitting: &Sitting) {
    let theme = &sitting.theme;
    let name = ending(glance).map_or("", |ending| glance.text().ending(ending).title.as_str());
    let inner = panel(area, buf, title(name, true, theme), theme);
    let story = story_rows(inner, glance, sitting);
    let rows = story.as_ref().map_or(0, |(_, rows)| *rows);
    let height = inner.height.saturating_sub(rows);
    curve(Rect { height, ..inner }, buf, glance, theme);
    if let Some((prose, _)) = story {
        prose.draw(below(inner, height + 1), buf, 0, theme);
    }
}

/// Aims, the state of the record, what to do next, what to talk about.
fn account(glance: &Glance<'_>, sitting: &Sitting) -> Vec<Piece> {
    let theme = &sitting.theme;
    let text = glance.text();
    let mut pieces = Vec::new();
    if let Some(outcome) = glance.view.outcome {
        pieces.push(Piece::Heading(
            "What each side set out for".to_owned(),
            theme.title,
        ));
        let score = &glance.scenario().score;
        for (seat, reached, goal) in [
            (Seat::Patron, outcome.patron, score.patron_goal),
            (Seat::Client, outcome.client, score.client_goal),
        ] {
            let name = glance.name(seat);
            let words = if reached >= goal {
                "its aims are met"
            } else {
                "its aims are not all met"
            };
            pieces.push(Piece::Point(format!(
                "{name}: {}, where {goal} was aimed at: {words}",
                whole(reached)
            )));
        }
        pieces.push(Piece::Point(europe(glance, outcome)));
        pieces.push(Piece::Aside(
            "Not a contest: both sides can meet their aims, or neither. Not a forecast either."
                .to_owned(),
        ));
        pieces.push(Piece::Gap);
    }
    pieces.push(Piece::Heading("The record".to_owned(), theme.title));
    pieces.extend(record(glance).into_iter().map(Piece::Point));
    if let Some(path) = &glance.place.standing().path {
        pieces.push(Piece::Point(format!("it is in {}", path.display())));
        // A cut between two entries cannot be seen in a file: the room keeps what shows it.
        pieces.push(Piece::Point(format!(
            "its digest after entry {} is {}: photograph this, and `unequal verify` can tell the record from \
             any other",
            glance.place.last_number(),
            noted::short(glance.place.standing().digest.as_deref().unwrap_or_default())
        )));
    }
    if !text.questions.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Heading("To talk about now".to_owned(), theme.title));
        pieces.extend(
            text.questions
                .iter()
                .map(|question| Piece::Point(question.text.clone())),
        );
    }
    pieces
}

/// What the ending comes to for Europe, and whether it was prepared for it.
fn europe(glance: &Glance<'_>, outcome: Outcome) -> String {
    let name = &glance.text().europe_name;
    let ease = outcome.europe;
    let words = format!("{name}: {ease}, where 100 would be easiest to live with");
    let known = glance
        .view
        .europe
        .as_ref()
        .filter(|_| glance.view.has_europe);
    match known.map(|known| known.plans.contains(&outcome.ending)) {
        Some(true) => format!("{words}: it had a plan for this ending"),
        Some(false) => format!("{words}: it had no plan for this ending"),
        None => words,
    }
}

/// How complete the record is.
fn record(glance: &Glance<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for seat in Seat::PLAYING {
        let (without, decisions) = glance.place.unreasoned(seat);
        if decisions == 0 {
            continue;
        }
        let name = glance.name(seat);
        lines.push(match without {
            0 if decisions == 1 => format!("{name}: its one decision has a reason"),
            0 => format!("{name}: every one of its {decisions} decisions has a reason"),
            gaps => {
                let of = count(decisions, "decision", "decisions");
                let have = if gaps == 1 { "has" } else { "have" };
                format!("{name}: {gaps} of its {of} {have} no reason written down")
            }
        });
    }
    let stand = glance.place.told(&glance.place.standing().line);
    // Turn zero does not count.
    let counts = || stand.iter().filter(|seen| seen.move_number > 0);
    let dissents = counts().filter(|seen| seen.dissent.is_some()).count();
    let ruled = |seen: &&Seen| Sign::of(seen) == Some(Sign::Override);
    let rulings = counts().filter(ruled).count();
    let dissent = match dissents {
        0 => "no dissent was noted".to_owned(),
        number => format!("dissent was noted {}", times(number)),
    };
    lines.push(match rulings {
        0 => format!("{dissent}, and the white cell let every computed result stand"),
        number => format!(
            "{dissent}, and the white cell ruled otherwise than computed {}",
            times(number)
        ),
    });
    lines
}
