//! A session, step by step, for reading only: the entries on the left, the chosen one in full on the right.
//!
//! ```text
//!  unequal · Stockholm table 2      entry 31 of 60 · move 4        ○ reading only
//!
//!    4 ▪ Payment freeze, yuan shortage          Russia refused “Joint stations …”
//!    4 ▪ China pressed “Fixed-formula …         Russia, today 11:42, by person
//!  › 4 ▪ Russia refused “Joint stations …
//!    4 ▪ Rolled 7 −4: more was given …          Why
//!                                               bastion secrecy
//!
//!                                               What it changed
//!                                               · trust −5 to 50: it was refused
//!  ↑↓ entry   ←→ move   pgdn read on   esc home
//! ```
//!
//! While a session goes on only what is public is shown; of one that has ended, everything.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::engine::seat::Seat;
use crate::session::Table;
use crate::session::sight::Seen;
use crate::session::telling::{gauge_name, reason_words, signed};
use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::screen::{Screen, header};
use crate::tui::theme::Theme;
use crate::tui::widget::fit::fit;
use crate::tui::widget::menu::{Menu, stepped};
use crate::tui::widget::prose::{Piece, Prose};

/// Where the reader is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Replay {
    chosen: usize,
    scroll: usize,
}

impl Replay {
    /// The replay, at the first entry.
    pub const fn new() -> Self {
        Self {
            chosen: 0,
            scroll: 0,
        }
    }

    /// The commands of the footer.
    pub fn hints(self, app: &App) -> Vec<Hint> {
        let more = self.last_scroll(app) > 0;
        [
            Some(Command::Up.hint("entry")),
            Some(Command::Left.hint("move")),
            more.then(|| Command::PageDown.hint("read on")),
            Some(Command::Back.hint("home")),
            Some(Command::Help.into()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The furthest that the chosen entry's text can be scrolled.
    fn last_scroll(self, app: &App) -> usize {
        let below = Rect::new(0, 1, app.size.0, app.size.1.saturating_sub(2));
        let (_, text) = places(below);
        let Some(table) = &app.table else {
            return 0;
        };
        table
            .seen(Seat::Observer)
            .get(self.chosen)
            .map_or(0, |seen| {
                Prose::new(
                    &pieces(table, seen, app),
                    text.width.saturating_sub(2),
                    &app.theme,
                )
                .last_scroll(text.height)
            })
    }

    /// Draws the replay.
    pub fn draw(self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let theme = &app.theme;
        let Some(table) = &app.table else {
            return;
        };
        let record = table.seen(Seat::Observer);
        let Some(seen) = record.get(self.chosen.min(record.len().saturating_sub(1))) else {
            let rest = header(frame, area, app, Line::from("no entry yet"));
            let (list, _) = places(rest);
            let words = "  Nothing has been played in this session yet.";
            frame.render_widget(Line::from(Span::styled(words, theme.dim)), list);
            return;
        };
        let middle = Line::from(format!(
            "entry {} of {} · move {}",
            self.chosen.min(record.len() - 1) + 1,
            record.len(),
            seen.move_number
        ));
        let rest = header(frame, area, app, middle);
        let (list, text) = places(rest);
        let room = usize::from(list.width).saturating_sub(8);
        let rows: Vec<Line<'_>> = record.iter().map(|seen| row(seen, room, theme)).collect();
        let menu = Menu {
            rows: &rows,
            chosen: self.chosen,
            theme,
        };
        app.mark_rows(menu.places(list));
        frame.render_widget(&menu, list);
        let pieces = pieces(table, seen, app);
        Prose::new(&pieces, text.width.saturating_sub(2), theme).draw(
            text,
            frame.buffer_mut(),
            self.scroll,
            theme,
        );
    }
}

/// An entry in the list: its move, whose act, the sentence, which names who acted.
fn row(seen: &Seen, room: usize, theme: &Theme) -> Line<'static> {
    let text = if seen.undone { theme.dim } else { theme.text };
    let mark = if seen.undone { "× " } else { "" };
    Line::from(vec![
        Span::styled(format!("{:>2} ", seen.move_number), theme.dim),
        Span::styled("▪ ", theme.seat(seen.seat)),
        Span::styled(fit(&format!("{mark}{}", seen.sentence), room), text),
    ])
}

/// An entry in full.
fn pieces(table: &Table, seen: &Seen, app: &App) -> Vec<Piece> {
    let theme = &app.theme;
    let deck = table.deck();
    let who = deck.text.seat_name(seen.seat);
    let mut pieces = vec![
        Piece::Heading(seen.sentence.clone(), theme.title),
        Piece::Aside(format!(
            "{who}, {}, by {}",
            app.clock.day(&seen.at),
            seen.by
        )),
    ];
    if seen.undone {
        pieces.push(Piece::Aside("This was undone later.".to_owned()));
    }
    let said = [
        ("Why", seen.rationale.clone()),
        (
            "Confidence",
            seen.confidence.map(|sure| format!("{sure} of 100")),
        ),
        ("Dissent", seen.dissent.clone()),
    ];
    for (title, words) in said {
        if let Some(words) = words {
            pieces.push(Piece::Gap);
            pieces.push(Piece::Heading(title.to_owned(), theme.seat(seen.seat)));
            pieces.push(Piece::Text(words));
        }
    }
    if !seen.changes.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Heading("What it changed".to_owned(), theme.title));
        for change in &seen.changes {
            pieces.push(Piece::Point(format!(
                "{} {} to {}: {}",
                gauge_name(deck, change.gauge),
                signed(change.by()),
                change.to,
                reason_words(deck, change.reason)
            )));
        }
    }
    pieces
}

fn places(rest: Rect) -> (Rect, Rect) {
    let [_, body] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(rest);
    let [_, list, _, text] = Layout::horizontal([
        Constraint::Length(1),
        Constraint::Length(rest.width / 2),
        Constraint::Length(2),
        Constraint::Fill(1),
    ])
    .areas(body);
    (list, text)
}

/// Does a command on the replay.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    let (Screen::Replay(replay), Some(table)) = (&app.screen, &app.table) else {
        return Vec::new();
    };
    let mut replay = *replay;
    let record = table.seen(Seat::Observer);
    let rows = record.len();
    let last = replay.last_scroll(app);
    let page = usize::from(app.size.1.saturating_sub(5)).max(1);
    let before = replay.chosen;
    match command {
        Command::Up => replay.chosen = stepped(before, -1, rows),
        Command::Down => replay.chosen = stepped(before, 1, rows),
        Command::First => replay.chosen = 0,
        Command::Last => replay.chosen = rows.saturating_sub(1),
        Command::Left => replay.chosen = start_of_move(&record, before, false),
        Command::Right => replay.chosen = start_of_move(&record, before, true),
        Command::Row(row) => replay.chosen = usize::from(row).min(rows.saturating_sub(1)),
        Command::PageDown | Command::Confirm => replay.scroll = (replay.scroll + page).min(last),
        Command::PageUp => replay.scroll = replay.scroll.min(last).saturating_sub(page),
        Command::Back | Command::GoHome => return vec![Effect::Leave],
        _ => {}
    }
    if replay.chosen != before {
        replay.scroll = 0;
    }
    app.screen = Screen::Replay(replay);
    Vec::new()
}

/// The first entry of the next move, or of this one or the one before.
fn start_of_move(record: &[Seen], from: usize, forward: bool) -> usize {
    let Some(here) = record.get(from).map(|seen| seen.move_number) else {
        return 0;
    };
    let starts = |number: u32| record.iter().position(|seen| seen.move_number == number);
    if forward {
        record
            .iter()
            .skip(from)
            .find(|seen| seen.move_number > here)
            .and_then(|seen| starts(seen.move_number))
            .unwrap_or(record.len() - 1)
    } else {
        match starts(here) {
            Some(start) if start < from => start,
            _ => starts(here.saturating_sub(1)).unwrap_or(0),
        }
    }
}
