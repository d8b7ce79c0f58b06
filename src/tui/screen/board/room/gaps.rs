//! What is missing while it can still be asked: each line leads to its entry, and a note can cite it.

use crate::session::Moment;
use crate::session::telling::sentence;
use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::keymap::Layer;
use crate::tui::screen::board::glance::Glance;
use crate::tui::screen::board::look;
use crate::tui::screen::board::room::listing::{self, Lists};
use crate::tui::screen::board::sheet::entries::EntriesSheet;
use crate::tui::screen::board::sheet::{Sheet, Then, note};
use crate::tui::widget::option_list::OptionRow;
use crate::tui::widget::prose::Piece;

#[derive(Debug)]
struct Gaps;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(Gaps, 0)
}

/// The decisions of people that have no reason, the oldest first.
fn unreasoned<'a>(glance: &Glance<'a>) -> Vec<&'a Moment> {
    glance
        .table
        .standing()
        .filter(|moment| moment.entry.act.is_decision() && moment.entry.rationale.is_none())
        .filter(|moment| !moment.entry.by.starts_with("bot:"))
        .collect()
}

/// The gaps in a line.
pub fn summary(glance: &Glance<'_>) -> (String, bool) {
    match unreasoned(glance).len() {
        0 => ("every act has its reason".to_owned(), false),
        1 => ("1 act without a reason".to_owned(), true),
        number => (format!("{number} acts without a reason"), true),
    }
}

impl Lists for Gaps {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("What is missing · {}", summary(glance).0)
    }

    fn layer(&self) -> Layer {
        Layer::Gaps
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        unreasoned(glance)
            .into_iter()
            .map(|moment| OptionRow {
                name: sentence(glance.table, moment),
                note: format!(
                    "entry {}, move {}",
                    moment.entry.number, moment.entry.move_number
                ),
                open: true,
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "Every act has its reason."
    }

    fn pieces(&self, glance: &Glance<'_>, app: &App, place: usize) -> Vec<Piece> {
        let Some(moment) = unreasoned(glance).get(place).copied() else {
            return Vec::new();
        };
        let who = glance.name(moment.entry.seat);
        vec![
            Piece::Heading(
                sentence(glance.table, moment),
                app.theme.seat(moment.entry.seat),
            ),
            Piece::Text(format!(
                "Ask {who}: why this, and who would have done otherwise? n writes the answer down as a note \
                 that cites the entry."
            )),
        ]
    }

    fn hints(&self, _glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        if place.is_none() {
            return Vec::new();
        }
        vec![
            Command::Note.hint("write the answer"),
            Command::Confirm.hint("read the entry"),
        ]
    }

    fn on(&mut self, app: &mut App, command: Command, place: Option<usize>) -> Then {
        let Some(glance) = look(app) else {
            return Then::Close;
        };
        let all = unreasoned(&glance);
        let Some(entry) = place.and_then(|place| all.get(place)).map(|m| &m.entry) else {
            return Then::Stay;
        };
        match command {
            Command::Note => Then::Open(note::on_entry(app, entry.number)),
            Command::Confirm => {
                let back = glance.table.last_number().saturating_sub(entry.number);
                let back = usize::try_from(back).unwrap_or(0);
                Then::Open(Sheet::new(EntriesSheet::new(back)))
            }
            _ => Then::Stay,
        }
    }
}
