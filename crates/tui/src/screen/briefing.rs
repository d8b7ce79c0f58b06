//! What a seat reads before its first act, behind the curtain, and whenever it wants to read it again.
//!
//! ```text
//!  unequal · Stockholm table 2        Briefing for Russia            ● saved 11:42:07
//!
//!    The situation …
//!
//!    Your aims
//!    · …
//!
//!    What you must accept as given
//!    · …                                                                            ↓
//!  space next page   ⏎ to the table
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::flow;
use crate::screen::{Screen, column, header};
use crate::theme::Theme;
use crate::widget::prose::{Piece, Prose};
use unequal_core::deck::{Deck, text::Briefing as BriefingText};
use unequal_core::engine::seat::Seat;

/// A seat's briefing and how far it is read.
#[derive(Clone, Copy, Debug)]
pub struct Briefing {
    seat: Seat,
    scroll: usize,
}

impl Briefing {
    /// The briefing of a seat, from its top.
    pub const fn new(seat: Seat) -> Self {
        Self { seat, scroll: 0 }
    }

    /// The commands of the footer.
    pub fn hints(self, app: &App) -> Vec<Hint> {
        let (prose, area) = laid_out(app, self.seat);
        let mut hints = Vec::new();
        if prose.last_scroll(area.height) > 0 {
            hints.push(Command::PageDown.hint("next page"));
            hints.push(Command::Up.hint("scroll"));
        }
        hints.push(Command::Confirm.hint("to the table"));
        hints.push(Command::Help.into());
        hints
    }

    /// Draws the briefing.
    pub fn draw(self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let theme = &app.theme;
        let name = seat_name(app, self.seat);
        let middle = Line::from(vec![
            Span::styled("Briefing for ", theme.text),
            Span::styled(name, theme.seat(self.seat).patch(theme.strong)),
        ]);
        header(frame, area, app, middle);
        let (prose, place) = laid_out(app, self.seat);
        prose.draw(place, frame.buffer_mut(), self.scroll, theme);
    }
}

fn seat_name(app: &App, seat: Seat) -> &str {
    app.table
        .as_ref()
        .map_or("", |table| table.deck().text.seat_name(seat))
}

/// The text wrapped to the screen, and its place.
fn laid_out(app: &App, seat: Seat) -> (Prose, Rect) {
    let place = column(Rect::new(0, 0, app.size.0, app.size.1.saturating_sub(1)));
    let pieces = app.table.as_ref().map_or_else(Vec::new, |table| {
        let deck = table.deck();
        deck.text.briefing(seat).map_or_else(Vec::new, |briefing| {
            pieces(deck, briefing, seat, &app.theme)
        })
    });
    (
        Prose::new(&pieces, place.width.saturating_sub(2), &app.theme),
        place,
    )
}

/// The briefing as pieces to read, in the seat's hue.
pub(crate) fn pieces(
    deck: &Deck,
    briefing: &BriefingText,
    seat: Seat,
    theme: &Theme,
) -> Vec<Piece> {
    let heading: Style = theme.seat(seat).patch(theme.strong);
    let about = &deck.text.about;
    let mut pieces = Vec::new();
    pieces.push(Piece::Heading(about.title.clone(), theme.title));
    if !about.setting.is_empty() {
        pieces.push(Piece::Aside(about.setting.clone()));
    }
    if !briefing.text.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(briefing.text.clone()));
    } else if !about.summary.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(about.summary.clone()));
    }
    let lists = [
        ("Your aims", &briefing.aims),
        ("What binds you", &briefing.constraints),
        ("What you know of the other side", &briefing.knows),
        ("What to watch", &briefing.watch),
        (
            "What all sides accept for this exercise",
            &about.artificialities,
        ),
    ];
    for (title, points) in lists {
        if points.is_empty() {
            continue;
        }
        pieces.push(Piece::Gap);
        pieces.push(Piece::Heading(title.to_owned(), heading));
        pieces.extend(points.iter().cloned().map(Piece::Point));
    }
    pieces
}

/// Does a command on the briefing.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    let Screen::Briefing(briefing) = app.screen else {
        return Vec::new();
    };
    let (prose, place) = laid_out(app, briefing.seat);
    let last = prose.last_scroll(place.height);
    let page = usize::from(place.height.saturating_sub(2)).max(1);
    let at = briefing.scroll.min(last);
    let scroll = match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at + 1,
        Command::PageUp => at.saturating_sub(page),
        // The last page leads on: space alone takes a reader from the top to the table.
        Command::PageDown if at >= last => {
            flow::to_the_board(app, briefing.seat);
            return Vec::new();
        }
        Command::PageDown => at + page,
        Command::First => 0,
        Command::Last => last,
        Command::Confirm | Command::Back => {
            flow::to_the_board(app, briefing.seat);
            return Vec::new();
        }
        _ => at,
    };
    app.screen = Screen::Briefing(Briefing {
        scroll: scroll.min(last),
        ..briefing
    });
    Vec::new()
}
