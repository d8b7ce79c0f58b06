//! The sheets that lie over the board while an act is prepared, or while something is read.
//!
//! Each sheet is a file of its own. Sheets lie on each other like paper: Esc takes the upper one away,
//! and what was typed on it is still there when it comes back.

pub mod adjust;
pub mod clocks;
pub mod demand;
pub mod entries;
pub mod follow_up;
pub mod inject;
pub mod news;
pub mod note;
pub mod overtime;
pub mod remarks;
pub mod respond;
pub mod ruling;
pub mod sealed_replies;
pub mod terms;
pub mod undo;
pub mod why;

use std::fmt::Debug;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::field::Typing;
use crate::keymap::Layer;
use crate::overlay::Overlay;
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::{Board, cursor, look, room};
use crate::screen::{Screen, board_screen};
use crate::theme::Theme;
use crate::widget::dialog::Dialog;
use crate::widget::fit::fit;
use crate::widget::prose::{Piece, Prose};
use unequal_core::engine::action::Action;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Table;

/// What becomes of a sheet after a command.
#[derive(Debug)]
pub enum Then {
    /// It stays.
    Stay,
    /// It is taken away.
    Close,
    /// Another sheet is laid on it.
    Open(Sheet),
    /// Something is done outside the interface; it stays until that has worked.
    Do(Vec<Effect>),
}

/// One sheet.
pub trait Page: Debug {
    /// The layer of its keys: `Line` or `Text` while a text field has the focus.
    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    /// The text field that is typed into, if one is.
    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        None
    }

    /// Whether it stays after an act that does not advance play, such as one on the plan of injects.
    fn stays(&self) -> bool {
        false
    }

    /// What is to be worked out beside the keys for it.
    fn wants(&self, _app: &App) -> Option<Order> {
        None
    }

    /// The commands of the footer.
    fn hints(&self, app: &App) -> Vec<Hint>;

    /// Draws the sheet over `area`.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App);

    /// Does a command.
    fn on(&mut self, app: &mut App, command: Command) -> Then;
}

/// A sheet over the board.
#[derive(Debug)]
pub struct Sheet(Box<dyn Page>);

impl Sheet {
    /// Makes a sheet of a page.
    pub fn new(page: impl Page + 'static) -> Self {
        Self(Box::new(page))
    }

    /// The layer of its keys.
    pub fn layer(&self) -> Layer {
        self.0.layer()
    }

    /// What is to be worked out beside the keys for it.
    pub fn wants(&self, app: &App) -> Option<Order> {
        self.0.wants(app)
    }

    /// Whether it stays after an act that does not advance play.
    pub fn stays(&self) -> bool {
        self.0.stays()
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.0.field_mut()
    }

    /// The commands of the footer.
    pub fn hints(&self, app: &App) -> Vec<Hint> {
        self.0.hints(app)
    }

    /// Draws the sheet over `area`.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        self.0.draw(frame, area, app);
    }
}

/// Does a command on the sheet that lies on top.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    let mut sheet = match app.overlays.pop() {
        Some(Overlay::Sheet(sheet)) => sheet,
        Some(other) => {
            app.overlays.push(other);
            return Vec::new();
        }
        None => return Vec::new(),
    };
    let then = sheet.0.on(app, command);
    match then {
        Then::Stay => app.overlays.push(Overlay::Sheet(sheet)),
        Then::Close => {}
        Then::Open(upper) => {
            app.overlays.push(Overlay::Sheet(sheet));
            app.overlays.push(Overlay::Sheet(Box::new(upper)));
        }
        Then::Do(effects) => {
            app.overlays.push(Overlay::Sheet(sheet));
            return effects;
        }
    }
    Vec::new()
}

/// The sheet that an option of the board opens.
pub fn of_choice(app: &App, choice: &Choice) -> Option<Sheet> {
    let glance = look(app)?;
    Some(match choice {
        Choice::Card(card) => Sheet::new(demand::DemandSheet::new(&glance, Some(*card))),
        Choice::Hold => remarks::open(app, glance.seat, Action::Hold),
        Choice::Response(response) => Sheet::new(respond::RespondSheet::new(app, *response)),
        Choice::FollowUp(choice) => Sheet::new(follow_up::FollowUpSheet::new(*choice)),
        Choice::Rule => Sheet::new(ruling::RulingSheet::new(app)),
        Choice::OtherEvent => Sheet::new(inject::InjectSheet::new(&glance)),
        Choice::Seal if glance.seat == Seat::Patron => {
            Sheet::new(demand::DemandSheet::new(&glance, None))
        }
        Choice::Seal => Sheet::new(sealed_replies::SealedRepliesSheet::new(&glance)),
        Choice::OpenMove
        | Choice::CloseMove
        | Choice::Step
        | Choice::End
        | Choice::GoOn
        | Choice::Fire(_)
        | Choice::HandScreen(_)
        | Choice::EnterFor(_) => return None,
    })
}

/// The sheet that a command of the board opens, where it can be opened now.
pub fn opened_by(app: &App, command: Command) -> Option<Sheet> {
    let glance = look(app)?;
    let choices = choices(&glance);
    let first = |wanted: fn(&Choice) -> bool| {
        let choice = choices.iter().find(|choice| wanted(choice))?;
        of_choice(app, choice)
    };
    let white_cell = glance.seat == Seat::WhiteCell && glance.table.is_writable();
    let running = glance.view.phase != Phase::Ended;
    match command {
        Command::Why => {
            let gauge = match &app.screen {
                Screen::Board(board) => cursor::gauge_under(board, &glance),
                _ => Gauge::Stability,
            };
            Some(Sheet::new(why::WhySheet::new(gauge)))
        }
        Command::Reasons => {
            let back = match &app.screen {
                Screen::Board(board) => board.cursor.record,
                _ => 0,
            };
            Some(Sheet::new(entries::EntriesSheet::new(back)))
        }
        Command::Note if glance.table.is_writable() => Some(note::note(app)),
        Command::Bookmark if glance.table.is_writable() => Some(note::bookmark(app)),
        Command::EndSession if white_cell && running => Some(note::end(app)),
        Command::Adjust if white_cell && running => {
            let gauge = match &app.screen {
                Screen::Board(board) => cursor::gauge_under(board, &glance),
                _ => Gauge::Stability,
            };
            Some(Sheet::new(adjust::AdjustSheet::new(app, gauge)))
        }
        Command::Clocks if white_cell && running => Some(Sheet::new(clocks::ClocksSheet::new(app))),
        Command::Undo if white_cell => undo::UndoSheet::new(app).map(Sheet::new),
        Command::Inject => first(|choice| *choice == Choice::OtherEvent),
        Command::Demand => first(|choice| matches!(choice, Choice::Card(_))),
        Command::Hold => first(|choice| *choice == Choice::Hold),
        Command::Respond => first(|choice| matches!(choice, Choice::Response(_))),
        Command::FollowUp => first(|choice| matches!(choice, Choice::FollowUp(_))),
        Command::Rule => first(|choice| *choice == Choice::Rule),
        other => room::opened_by(app, &glance, other),
    }
}

/// Whether an act takes play on, so that nothing that lay on the table is of use any more.
const fn advances_play(act: &Action) -> bool {
    !matches!(
        act,
        Action::FireInject { .. } | Action::AdHocInject { .. } | Action::Adjust { .. }
    ) && !act.is_about_the_room()
}

/// After an act was put on the record: takes its sheets away and shows what it brought about.
pub fn submitted(app: &mut App, _seat: Seat) {
    let last = app.table.as_ref().and_then(|table| table.moments().last());
    let advances = last.is_none_or(|moment| advances_play(&moment.entry.act));
    while let Some(Overlay::Sheet(sheet)) = app.overlays.last() {
        if !advances && sheet.stays() {
            break;
        }
        app.overlays.pop();
    }
    if advances {
        app.overlays
            .retain(|overlay| !matches!(overlay, Overlay::Sheet(_)));
    }
    // An end that was taken back: the table is open again.
    let ended = app.table.as_ref().is_some_and(Table::has_ended);
    if matches!(app.screen, Screen::End(_)) && !ended {
        app.screen = board_screen(Board::default());
    }
    if let Some(news) = news::NewsSheet::latest(app) {
        app.overlays
            .push(Overlay::Sheet(Box::new(Sheet::new(news))));
    }
}

/// Draws an empty sheet with its title; gives the room inside.
pub(crate) fn paper(
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    (columns, rows): (u16, u16),
    theme: &Theme,
) -> Rect {
    let dialog = Dialog {
        title,
        columns,
        rows,
        theme,
    };
    // The header stays in sight. In a small terminal a sheet is alone: no box shows round a box.
    let area = below(area, u16::from(area.height > 1));
    if area.width < ALONE.0 || area.height < ALONE.1 {
        frame.render_widget(Clear, area);
        frame.buffer_mut().set_style(area, theme.text);
    }
    frame.render_widget(&dialog, area);
    dialog.inside(area)
}

/// The room inside a sheet, as the terminal is now.
pub(crate) fn inside(app: &App, (columns, rows): (u16, u16)) -> Rect {
    let area = Rect::new(0, 1, app.size.0, app.size.1.saturating_sub(2));
    let dialog = Dialog {
        title: "",
        columns,
        rows,
        theme: &app.theme,
    };
    dialog.inside(area)
}

/// A text in the room that a sheet has for it.
pub(crate) struct Reading {
    /// The text.
    pub(crate) prose: Prose,
    /// Where it lies.
    pub(crate) place: Rect,
}

impl Reading {
    /// Wraps a text to a place; a column is kept for the signs that more lies above or below.
    pub(crate) fn new(pieces: &[Piece], place: Rect, theme: &Theme) -> Self {
        Self {
            prose: Prose::new(pieces, place.width.saturating_sub(2), theme),
            place,
        }
    }

    /// The furthest that it can be scrolled.
    pub(crate) const fn last_scroll(&self) -> usize {
        self.prose.last_scroll(self.place.height)
    }

    /// Draws it from a line on.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, scroll: usize, theme: &Theme) {
        self.prose
            .draw(self.place, frame.buffer_mut(), scroll, theme);
    }
}

/// Scrolls by a page, up or down, no further than there is something to read.
pub(crate) fn paged(scroll: usize, command: Command, reading: Option<&Reading>) -> usize {
    let last = reading.map_or(0, Reading::last_scroll);
    match command {
        Command::PageDown => (scroll + 6).min(last),
        Command::PageUp => scroll.min(last).saturating_sub(6),
        _ => scroll,
    }
}

/// The usual size of a sheet: all of a small terminal, a readable part of a large one.
pub(crate) const FULL: (u16, u16) = (112, 34);

/// Below these columns and rows a sheet is all that is shown.
const ALONE: (u16, u16) = (100, 28);

/// Draws lines from the top of an area; gives the room below them.
pub(crate) fn lines(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>]) -> Rect {
    let mut used = 0;
    for (line, spot) in lines.iter().zip(area.rows()) {
        cut(line, usize::from(area.width)).render(spot, frame.buffer_mut());
        used += 1;
    }
    below(area, used)
}

/// The line, cut with `…` where it is wider than `columns`.
pub(crate) fn cut(line: &Line<'_>, columns: usize) -> Line<'static> {
    let mut left = columns;
    let fits = line.width() <= columns;
    let mut spans = Vec::new();
    for span in &line.spans {
        let width = span.width();
        // The last span in sight gets the sign, also where it would just have fitted.
        let last = !fits && width >= left;
        let text = if last {
            let all = format!("{} …", span.content);
            fit(&all, left)
        } else {
            span.content.to_string()
        };
        left = left.saturating_sub(width);
        spans.push(Span::styled(text, span.style));
        if last {
            break;
        }
    }
    Line::from(spans)
}

/// The area without its first rows.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// A heading line.
pub(crate) fn heading(words: &str, style: ratatui::style::Style) -> Line<'static> {
    Line::from(Span::styled(words.to_owned(), style))
}
