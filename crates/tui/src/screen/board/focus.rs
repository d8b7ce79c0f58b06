//! What the eye is on, in words, so that they can be explained.

use crate::glance::Glance;
use crate::screen::board::panel::Panel;
use crate::screen::board::state::Board;
use crate::screen::board::{draw, on_table, room};
use crate::sitting::Sitting;
use crate::widget::prose::Piece;
use unequal_core::model::gauge::{Gauge, Scope};

/// What the panel that has the focus has under its cursor.
pub(super) fn words(board: &Board, glance: &Glance<'_>, sitting: &Sitting) -> String {
    let cursor = &board.cursor;
    match board.focus {
        Panel::Act => {
            let options = draw::options(glance);
            let option = options.get(cursor.option.min(options.len().saturating_sub(1)));
            option.map_or_else(String::new, |row| {
                [row.name.as_str(), &row.aside, &row.note].join("\n")
            })
        }
        Panel::Domains | Panel::Gauges => gauge(glance, board.gauge_under(glance)),
        Panel::Table => {
            let pieces = on_table::pieces(glance, &sitting.theme);
            let texts = pieces.iter().filter_map(Piece::text);
            texts.collect::<Vec<_>>().join("\n")
        }
        Panel::Why => "why stability moved".to_owned(),
        Panel::Record => {
            let last = glance.entries().saturating_sub(1);
            let at = last.saturating_sub(cursor.record);
            let seen = glance.seen(at..at + 1).pop();
            seen.map_or_else(String::new, |seen| seen.sentence)
        }
        Panel::Room => {
            let rows = room::rows(glance);
            let row = rows.get(cursor.room);
            row.map_or_else(String::new, |row| row.name.to_owned())
        }
    }
}

/// The word for a gauge: of one in a domain what is measured there.
fn gauge(glance: &Glance<'_>, gauge: Gauge) -> String {
    match gauge.scope() {
        Scope::Domain(_, part) => part.word().to_owned(),
        Scope::Whole(_) if gauge == Gauge::Gains => "gains".to_owned(),
        Scope::Whole(_) | Scope::Condition(_) => glance.short_name(gauge),
    }
}
