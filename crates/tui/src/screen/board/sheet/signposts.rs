//! The sheet of signposts: how far each ending is, where anger is heading, and what can still be given, in words.
//!
//! ```text
//! ┌ Signposts ──────────────────────────────────────────────────────────────────┐
//! │ The break                                                                   │
//! │ · 40 points of stability above the point where it breaks                    │
//! │ · if it broke now, Russia could stand by itself: rupture                    │
//! │ Capture                                                                     │
//! │ · 15 points of freedom of action above the point where Moscow asks first    │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::paper::{Reading, inside, paper};
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::prose::Piece;
use unequal_core::deck::text::Sign;
use unequal_core::engine::entry_number::EntryNumber;

/// Columns of the sheet.
const COLUMNS: u16 = 80;

#[derive(Debug)]
struct SignpostsSheet {
    /// The entry after which it was so; the present one where there is none.
    at: Option<EntryNumber>,
    walk: Walk,
}

/// The sheet, as things stand after an entry or now.
pub fn sheet(at: Option<EntryNumber>) -> Sheet {
    let walk = Walk::default();
    Sheet::new(SignpostsSheet { at, walk })
}

/// What a sign is about.
const fn about(sign: Sign) -> &'static str {
    match sign {
        Sign::Break
        | Sign::BreakClock
        | Sign::BreakRupture
        | Sign::BreakCollapse
        | Sign::ExitNear => "The break",
        Sign::Capture | Sign::CaptureClock => "Capture",
        Sign::Entente | Sign::Managed | Sign::ManagedBelow => "The quiet endings",
        Sign::AngerUp | Sign::AngerDown => "Anger",
        Sign::Capacity | Sign::CapacityNone => "What can still be given",
        Sign::LineNear | Sign::LinePassed => "Red lines",
        Sign::Plan | Sign::PlanNone => "Plans",
    }
}

fn pieces(glance: &Glance<'_>, at: EntryNumber, theme: &Theme) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut last = "";
    for (sign, words) in glance.signs() {
        let heading = about(sign);
        if heading != last {
            if !last.is_empty() {
                pieces.push(Piece::Gap);
            }
            pieces.push(Piece::Heading(heading.to_owned(), theme.strong));
            last = heading;
        }
        pieces.push(Piece::Point(words));
    }
    let view = &glance.view;
    pieces.push(Piece::Gap);
    pieces.push(Piece::Aside(format!(
        "Stability follows what supports it, {} now. Outlook, {} now, looks a little ahead. {} could leave from {} on; \
         it stands at {}.",
        view.supported,
        view.outlook,
        glance.text().client,
        glance.scenario().crisis.exit_at,
        view.exit
    )));
    pieces.extend(warnings(glance, at, theme));
    pieces
}

/// The warning signs so far, the earliest first, and when each showed.
fn warnings(glance: &Glance<'_>, at: EntryNumber, theme: &Theme) -> Vec<Piece> {
    let heading = "Warning signs so far, for anybody who watches from outside";
    let mut pieces = vec![Piece::Gap, Piece::Heading(heading.to_owned(), theme.strong)];
    let shown = glance.place.warnings(at);
    if shown.is_empty() {
        pieces.push(Piece::Point("none after a move".to_owned()));
    }
    pieces.extend(shown.into_iter().map(|shown| {
        let moves: Vec<String> = shown
            .moves
            .iter()
            .map(|(number, _)| number.to_string())
            .collect();
        let word = if moves.len() == 1 { "move" } else { "moves" };
        let says = shown.sign.says();
        Piece::Point(format!("{says}: after {word} {}", moves.join(", ")))
    }));
    pieces
}

impl SignpostsSheet {
    /// What there is to read.
    fn pieces(&self, sitting: &Sitting) -> Vec<Piece> {
        let glance = match self.at {
            Some(entry) => sitting.place.as_ref().map(|place| Glance::at(place, entry)),
            None => look(sitting),
        };
        glance.map_or_else(Vec::new, |glance| {
            let at = self.at.unwrap_or(glance.place.last_number());
            pieces(&glance, at, &sitting.theme)
        })
    }

    /// Columns and rows that the sheet wants, and the text in its room.
    fn laid_out(&self, sitting: &Sitting) -> ((u16, u16), Reading) {
        let (pieces, theme) = (self.pieces(sitting), &sitting.theme);
        let room = Rect::new(0, 0, inside(sitting, (COLUMNS, 1)).width, 1);
        let rows = Reading::new(&pieces, room, theme).prose.height();
        let size = (COLUMNS, u16::try_from(rows).unwrap_or(u16::MAX));
        (size, Reading::new(&pieces, inside(sitting, size), theme))
    }
}

impl Page for SignpostsSheet {
    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let goes_on = self.laid_out(sitting).1.goes_on();
        let more = goes_on.then(|| Command::PageDown.hint("read on"));
        more.into_iter().chain([Command::Back.into()]).collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let (size, reading) = self.laid_out(sitting);
        paper(frame, area, "Signposts", size, &sitting.theme);
        reading.draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            return Then::Close;
        }
        let text = self.laid_out(sitting).1.text();
        self.walk.read(command, text);
        Then::Stay
    }
}
