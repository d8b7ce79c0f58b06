//! The running order: by when it must end, how far the session comes by then, what would fit, when the breaks are.
//!
//! ```text
//! ┌ Running order ────────────────────────────────────────────┐
//! │ › 1 Must end at              16:30                        │
//! │   2 Play 7 moves in all      over at 16:21                │
//! │                                                           │
//! │ At this pace you will reach move 7 of 8 by 16:30.         │
//! │ 15:10  moves 5 to 6                                       │
//! │ 15:30  coffee, 15 min                                     │
//! └───────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::clock::{countdown, roughly};
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::page::asking::{self, Asks, Missing, white_cell};
use crate::page::form::Form;
use crate::page::paper::{FULL, Reading, below, inside, options, paper, row, wrapped};
use crate::page::{Page, Sheet, Then};
use crate::sitting::{Sitting, day};
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fit::pad;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::engine::action::Action;
use unequal_session::pace::day::{Ahead, Day};
use unequal_session::telling::phase_name;

/// The running order.
#[derive(Debug)]
struct RunningOrder {
    walk: Walk,
}

/// The sheet: at what would fit, where what is planned does not.
pub fn sheet(sitting: &Sitting) -> Sheet {
    let proposed = proposal(sitting).is_some();
    let walk = Walk::at(usize::from(proposed));
    Sheet::new(RunningOrder { walk })
}

/// The length that would fit, where the planned one does not.
fn proposal(sitting: &Sitting) -> Option<u32> {
    day::foretold(sitting)?.proposal()
}

fn rows(sitting: &Sitting) -> Vec<OptionRow> {
    let row = |name: String, note: String| OptionRow {
        name,
        note,
        open: true,
        ..OptionRow::default()
    };
    let end = day::end(sitting);
    let at = end.map_or_else(|| "not set".to_owned(), |end| sitting.clock.minute(end));
    let shorter = proposal(sitting).map(|moves| {
        let name = format!("Play {moves} moves in all");
        row(name, "everybody is told; the record says why".to_owned())
    });
    let first = row("Must end at".to_owned(), at);
    std::iter::once(first).chain(shorter).collect()
}

/// How far it comes, in a sentence.
fn sentence(day: &Day, sitting: &Sitting) -> String {
    let minute = |at: i64| sitting.clock.minute(at);
    let (end, over) = (minute(day.end), minute(day.over));
    if day.fits() {
        let spare = roughly(day.end - day.over);
        return format!(
            "At this pace all {} moves are played, and it is over at {over}: {spare} to spare.",
            day.planned
        );
    }
    let late = roughly(day.over - day.end);
    if day.reach == day.closed {
        return format!(
            "At this pace the move that is played will not be over by {end}: all that is planned takes until {over}, {late} too long."
        );
    }
    format!(
        "At this pace you will reach move {} of {} by {end}: all that is planned takes until {over}, {late} too long.",
        day.reach, day.planned
    )
}

/// What something to come is called.
fn called(ahead: &Ahead, day: &Day) -> String {
    let takes = roughly(ahead.ends - ahead.begins);
    match ahead.moves {
        Some((first, last)) if first == last => {
            let rest = if first == day.closed + 1 {
                "rest of "
            } else {
                ""
            };
            format!("{rest}move {first}, {takes}")
        }
        Some((first, last)) => {
            let each = roughly((ahead.ends - ahead.begins) / i64::from(last + 1 - first));
            format!("moves {first} to {last}, about {each} each")
        }
        None => format!("{}, {takes}", ahead.what),
    }
}

/// What is told below the rows.
fn told(sitting: &Sitting, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let Some(place) = &sitting.place else {
        return Vec::new();
    };
    let Some(end) = day::end(sitting) else {
        let words = "Say by when the session must end, and this page tells how far you come at this pace, when the breaks are, and how many moves would fit.";
        return wrapped(words, columns, theme.dim);
    };
    let Some(day) = day::foretold(sitting) else {
        let words = format!(
            "It must end at {}. How far you come by then is told once a move is closed.",
            sitting.clock.minute(end)
        );
        return wrapped(&words, columns, theme.text);
    };
    let mut told = wrapped(&sentence(&day, sitting), columns, theme.strong);
    told.push(Line::default());
    let time = |at: i64| Span::styled(format!("{}  ", sitting.clock.minute(at)), theme.accent);
    for ahead in &day.ahead {
        let head = time(ahead.begins);
        let room = columns.saturating_sub(head.width());
        let style = if ahead.moves.is_some() {
            theme.text
        } else {
            theme.strong
        };
        told.extend(row(vec![head], &[(&called(ahead, &day), room, style)]));
    }
    told.push(Line::from(vec![
        time(day.over),
        Span::styled("over", theme.text),
    ]));
    if day.shares.is_empty() {
        return told;
    }
    told.push(Line::default());
    let names: Vec<&str> = day
        .shares
        .iter()
        .map(|share| phase_name(place.deck(), share.phase))
        .collect();
    let widest = names
        .iter()
        .map(|name| name.width())
        .max()
        .unwrap_or(0)
        .max(14)
        + 2;
    let table =
        |name: &str, took: &str, has: &str| format!("{}{}{has}", pad(name, widest), pad(took, 16));
    let head = table("Time per phase", "took so far", "has from now on");
    told.push(Line::styled(head, theme.title));
    for (share, name) in day.shares.iter().zip(names) {
        let words = table(name, &countdown(share.took), &countdown(share.has));
        told.push(Line::styled(words, theme.text));
    }
    told
}

/// The page laid out: its size, the rows, and what is told below them.
fn laid_out(sitting: &Sitting) -> ((u16, u16), Vec<OptionRow>, Reading) {
    let short = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    let rows = rows(sitting);
    let width = usize::from(inside(sitting, (FULL.0, 1)).width.saturating_sub(2));
    let told = told(sitting, width, &sitting.theme);
    let above = short(rows.len()) + 1;
    let size = (FULL.0, above.saturating_add(short(told.len())));
    let place = below(inside(sitting, size), above);
    (size, rows, Reading::of(told, place))
}

impl Page for RunningOrder {
    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let (_, rows, reading) = laid_out(sitting);
        let mut hints = vec![Command::Confirm.hint(match self.walk.chosen(rows.len()) {
            Some(1) => "shorten to that",
            _ => "say by when",
        })];
        if rows.len() > 1 {
            hints.push(Command::Up.hint("choose"));
        }
        if reading.goes_on() {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let (size, rows, reading) = laid_out(sitting);
        let inner = paper(frame, area, "Running order", size, &sitting.theme);
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        let height = inner
            .height
            .min(u16::try_from(rows.len()).unwrap_or(u16::MAX));
        options(&list, Rect { height, ..inner }, frame.buffer_mut(), sitting);
        reading.draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let (_, rows, reading) = laid_out(sitting);
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => {
                if self.walk.chosen(rows.len()) != Some(1) {
                    return Then::Open(must_end(sitting));
                }
                let (Some(moves), Some(end)) = (proposal(sitting), day::end(sitting)) else {
                    return Then::Stay;
                };
                let reason = format!("it must end by {}", sitting.clock.minute(end));
                return Then::Do(white_cell(Action::SetLength { moves, reason }));
            }
            other => self.walk.follow(other, rows.len(), Some(reading.text())),
        };
        Then::Stay
    }
}

#[derive(Debug)]
struct MustEnd {
    form: Form,
}

fn must_end(sitting: &Sitting) -> Sheet {
    let now = day::end(sitting).map_or_else(String::new, |end| sitting.clock.minute(end));
    let hint = "16:30, or minutes from now such as 90; empty: no end";
    let form = Form::new(String::new()).named("end", "Must end at", 12, &now, hint);
    asking::sheet(MustEnd { form })
}

impl Asks for MustEnd {
    fn title(&self, _sitting: &Sitting) -> String {
        "By when must it end?".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        "set it"
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = match sitting.clock.meant(&self.form.typed("end")) {
            Some(end) => {
                let now = unequal_session::clock::seconds(&sitting.clock.of_day());
                let left = roughly(end - now.unwrap_or(end));
                format!("{}, in {left}.", sitting.clock.minute(end))
            }
            None => "It is kept for this day beside the record, not in it, and seen by you alone."
                .to_owned(),
        };
        wrapped(&words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let Some(words) = self.form.given("end") else {
            return Ok(vec![Effect::MustEnd(None)]);
        };
        let end = sitting.clock.meant(&words).ok_or_else(|| {
            let words = "A time of the day such as 16:30, or minutes from now such as 90.";
            ("end", words.to_owned())
        })?;
        Ok(vec![Effect::MustEnd(Some(end))])
    }
}
