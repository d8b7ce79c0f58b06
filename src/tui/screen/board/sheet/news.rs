//! What an act brought about, to read aloud: the event of the move, the result of an exchange, the
//! plans revealed, the end of the move.
//!
//! ```text
//! ┌ The result ─────────────────────────────────────────────────────────────────┐
//! │ ╭───────╮ ╭───────╮                                                         │
//! │ │ ●   ● │ │ ●     │   7, −4 of the forces = 3                                │
//! │ │       │ │   ●   │   Russia gives more than meant: 30 % of what was asked   │
//! │ │ ●   ● │ │     ● │                                                         │
//! │ ╰───────╯ ╰───────╯                                                         │
//! │ trust            60 → 52 ▼8   being asked at all, and how hard              │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::engine::action::Action;
use crate::engine::fact::Fact;
use crate::engine::gauge::Gauge;
use crate::engine::phase::Phase;
use crate::engine::view::Exchange;
use crate::session::{Moment, Table};
use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::screen::board::changes::{lines as change_lines, sums};
use crate::tui::screen::board::glance::{Glance, band_words};
use crate::tui::screen::board::movers::movers;
use crate::tui::screen::board::sheet::inject::event_pieces;
use crate::tui::screen::board::sheet::ruling::dice_of;
use crate::tui::screen::board::sheet::{Page, Then, below, heading, lines, paper};
use crate::tui::screen::board::{look, on_table};
use crate::tui::widget::change::{arrow, signed};
use crate::tui::widget::dice::{self, Dice, Rolled};
use crate::tui::widget::fit::fit;
use crate::tui::widget::prose::{Piece, Prose};

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An event came into play.
    Event(usize),
    /// The sealed plans lie open.
    Revealed,
    /// An exchange was adjudicated.
    Result(Exchange),
    /// The move was closed.
    Closing,
}

/// What an act brought about.
#[derive(Debug)]
pub struct NewsSheet {
    number: u64,
    kind: Kind,
    scroll: usize,
}

impl NewsSheet {
    /// The news of the last entry, where it has any.
    pub fn latest(app: &App) -> Option<Self> {
        let table = app.table.as_ref()?;
        let moment = table.moments().last()?;
        Some(Self {
            number: moment.entry.number,
            kind: kind(table, moment)?,
            scroll: 0,
        })
    }

    fn moment<'a>(&self, glance: &Glance<'a>) -> Option<&'a Moment> {
        let place = usize::try_from(self.number).ok()?.checked_sub(1)?;
        glance.table.moments().get(place)
    }

    fn draw_result(&self, frame: &mut Frame<'_>, area: Rect, glance: &Glance<'_>, app: &App) {
        let Kind::Result(exchange) = self.kind else {
            return;
        };
        let Some(moment) = self.moment(glance) else {
            return;
        };
        let theme = &app.theme;
        let mut at = lines(
            frame,
            area,
            &[
                heading(
                    &on_table::card_title(glance, exchange.demand.card),
                    theme.patron,
                ),
                heading(&on_table::reply_line(glance, exchange.reply), theme.client),
                Line::default(),
            ],
        );
        let before = glance.table.view_at(self.number - 1, glance.seat);
        let (a, b) = dice_of(glance, moment.entry.move_number, before.slot);
        let rolled = if i64::from(a) + i64::from(b) == exchange.roll {
            Rolled::Faces(a, b)
        } else {
            Rolled::Sum(exchange.roll)
        };
        let rows = dice::HEIGHT.min(at.height);
        frame.render_widget(&Dice { rolled, theme }, Rect { height: rows, ..at });
        let beside = Rect {
            x: at.x + (dice::WIDTH + 3).min(at.width),
            width: at.width.saturating_sub(dice::WIDTH + 3),
            ..at
        };
        let total = exchange.roll + exchange.modifier + exchange.arguments;
        let argued = match exchange.arguments {
            0 => String::new(),
            by => format!(", {} of arguments", signed(by)),
        };
        let sum = format!(
            "{} rolled, {} of the forces{argued} = {total}",
            exchange.roll,
            signed(exchange.modifier)
        );
        let verdict = format!("{} {}", glance.text().client, band_words(exchange.band));
        let offer = format!("{} % of what was asked", exchange.offer);
        let mut words = vec![
            Line::default(),
            heading(&sum, theme.text),
            heading(&verdict, theme.accent.patch(theme.strong)),
            heading(&offer, theme.strong),
        ];
        if let Action::Rule {
            band: Some(_),
            reason,
            ..
        } = &moment.entry.act
        {
            let reason = reason.clone().unwrap_or_default();
            words.push(heading(&format!("✎ ruled so: {reason}"), theme.white_cell));
        }
        lines(frame, beside, &words);
        at = below(at, rows + 1);
        at = lines(
            frame,
            at,
            &[heading("What it moved, before any follow-up", theme.strong)],
        );
        let rows = change_lines(glance, &sums(&moment.changes), at.width, theme);
        lines(frame, at, &rows);
    }

    fn draw_closing(&self, frame: &mut Frame<'_>, area: Rect, glance: &Glance<'_>, app: &App) {
        let Some(moment) = self.moment(glance) else {
            return;
        };
        let theme = &app.theme;
        let number = moment.entry.move_number;
        let of_move: Vec<&Moment> = glance
            .table
            .standing()
            .filter(|other| other.entry.move_number == number)
            .collect();
        let stability = glance.view.get(Gauge::Stability);
        let change = glance.stability_change();
        let mut at = lines(
            frame,
            area,
            &[Line::from(vec![
                Span::styled(format!("Stability {stability} "), theme.title),
                Span::styled(arrow(change), theme.accent),
                Span::styled(
                    format!(
                        " · {} · heading for {}",
                        glance.regime(),
                        glance.view.supported
                    ),
                    theme.text,
                ),
            ])],
        );
        for fact in of_move.iter().flat_map(|moment| &moment.facts) {
            if let Some(words) = grave_words(glance, fact) {
                at = lines(frame, at, &[heading(&words, theme.danger)]);
            }
        }
        at = below(at, 1);
        let sentences = of_move.iter().filter(|moment| {
            !matches!(
                moment.entry.act,
                Action::CloseMove
                    | Action::Commit { .. }
                    | Action::Note { .. }
                    | Action::Bookmark { .. }
            )
        });
        for moment in sentences {
            let words = crate::session::telling::sentence(glance.table, moment);
            let words = fit(&words, usize::from(at.width).saturating_sub(2));
            let line = Line::from(vec![
                Span::styled("▎ ", theme.seat(moment.entry.seat)),
                Span::styled(words, theme.text),
            ]);
            at = lines(frame, at, &[line]);
        }
        at = below(at, 1);
        at = lines(frame, at, &[heading("Why stability moved", theme.strong)]);
        for mover in movers(glance).into_iter().take(4) {
            let words = fit(
                &mover.words(glance),
                usize::from(at.width).saturating_sub(4),
            );
            let line = Line::from(vec![
                Span::styled(format!("{:>3} ", mover.weight()), theme.strong),
                Span::styled(words, theme.text),
            ]);
            at = lines(frame, at, &[line]);
        }
        at = below(at, 1);
        at = lines(
            frame,
            at,
            &[heading("What moved in this move", theme.strong)],
        );
        let changes = of_move.iter().flat_map(|moment| &moment.changes);
        let rows = change_lines(glance, &sums(changes), at.width, theme);
        let rows: Vec<Line<'_>> = rows.into_iter().skip(self.scroll).collect();
        lines(frame, at, &rows);
    }

    fn pieces(&self, glance: &Glance<'_>, app: &App) -> Vec<Piece> {
        match self.kind {
            Kind::Event(event) => event_pieces(glance, event, &app.theme),
            Kind::Revealed => on_table::pieces(glance, &app.theme),
            Kind::Result(_) | Kind::Closing => Vec::new(),
        }
    }
}

/// What the entry has to tell, if anything.
fn kind(table: &Table, moment: &Moment) -> Option<Kind> {
    let phase = table.view(crate::engine::seat::Seat::Observer).phase;
    match &moment.entry.act {
        Action::Inject { .. } => moment.facts.iter().find_map(|fact| match fact {
            Fact::EventDrawn(Some(event)) => Some(Kind::Event(*event)),
            _ => None,
        }),
        Action::RevealDemand { .. } | Action::RevealResponse { .. } => {
            matches!(phase, Phase::Ruling).then_some(Kind::Revealed)
        }
        Action::Rule { .. } => moment.facts.iter().find_map(|fact| match fact {
            Fact::Resolved(exchange) => Some(Kind::Result(*exchange)),
            _ => None,
        }),
        // The end of the session has a screen of its own.
        Action::CloseMove => (phase != Phase::Ended).then_some(Kind::Closing),
        _ => None,
    }
}

/// What everybody must hear of a move.
fn grave_words(glance: &Glance<'_>, fact: &Fact) -> Option<String> {
    let domain = |d: usize| glance.text().domains[d].name.as_str();
    Some(match fact {
        Fact::RedLineCrossed(d) => format!("✗ A red line was crossed: {}", domain(*d)),
        Fact::RedLineHealed(d) => format!("✓ A crossed red line has healed: {}", domain(*d)),
        Fact::CrisisBegan => "! The partnership is in crisis".to_owned(),
        Fact::CrisisEnded => "✓ The crisis is over".to_owned(),
        _ => return None,
    })
}

impl Page for NewsSheet {
    fn hints(&self, _app: &App) -> Vec<Hint> {
        vec![
            Command::Confirm.hint("go on"),
            Command::PageDown.hint("read on"),
            Command::Help.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let Some(glance) = look(app) else {
            return;
        };
        let title = match self.kind {
            Kind::Event(_) => format!("News · move {}", glance.view.move_number),
            Kind::Revealed => "Both plans lie open".to_owned(),
            Kind::Result(_) => "The result".to_owned(),
            Kind::Closing => {
                let number = self.moment(&glance).map_or(0, |m| m.entry.move_number);
                format!("Move {number} is closed")
            }
        };
        match self.kind {
            Kind::Event(_) | Kind::Revealed => {
                let pieces = self.pieces(&glance, app);
                let columns = 76.min(area.width.saturating_sub(4));
                let prose = Prose::new(&pieces, columns, &app.theme);
                let rows = u16::try_from(prose.height()).unwrap_or(u16::MAX);
                let inner = paper(frame, area, &title, (columns, rows), &app.theme);
                prose.draw(inner, frame.buffer_mut(), self.scroll, &app.theme);
            }
            Kind::Result(_) => {
                let inner = paper(frame, area, &title, (92, 22), &app.theme);
                self.draw_result(frame, inner, &glance, app);
            }
            Kind::Closing => {
                let inner = paper(frame, area, &title, (92, 30), &app.theme);
                self.draw_closing(frame, inner, &glance, app);
            }
        }
    }

    fn on(&mut self, _app: &mut App, command: Command) -> Then {
        match command {
            Command::Confirm | Command::Back | Command::Act => return Then::Close,
            Command::Down => self.scroll = (self.scroll + 1).min(100),
            Command::PageDown => self.scroll = (self.scroll + 8).min(100),
            Command::Up => self.scroll = self.scroll.saturating_sub(1),
            Command::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Command::First => self.scroll = 0,
            _ => {}
        }
        Then::Stay
    }
}
