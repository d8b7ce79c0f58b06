//! The middle of the board's first line: move, date, phase, who is to act, and whether play is paused.

use ratatui::text::{Line, Span};

use crate::glance::Glance;
use crate::theme::Theme;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::phase_name;

/// The middle of the header: move, date, phase, who is to act.
pub(super) fn middle(glance: &Glance<'_>, theme: &Theme) -> Line<'static> {
    let view = &glance.view;
    let words = if view.room.rehearsing {
        "turn zero: it does not count".to_owned()
    } else {
        format!("move {}/{}", view.move_number, view.moves_planned)
    };
    let mut spans = vec![Span::styled(words, theme.strong)];
    if let Some(pause) = view.room.pause {
        let words = if pause.reflection {
            "‖ PAUSED for reflection"
        } else {
            "‖ PAUSED"
        };
        spans.push(Span::raw(" · "));
        spans.push(Span::styled(words, theme.title));
        return Line::from(spans);
    }
    if !view.room.rehearsing
        && let Some(date) = glance.text().move_date(view.move_number.saturating_sub(1))
    {
        spans.push(Span::styled(format!(" · {date}"), theme.dim));
    }
    if view.demands > 1 && view.phase != Phase::Inject {
        let place = (view.place + 1).min(view.demands);
        spans.push(Span::styled(
            format!(" · demand {place}/{}", view.demands),
            theme.dim,
        ));
    }
    let phase = phase_name(glance.place.deck(), view.phase).to_uppercase();
    spans.push(Span::raw(" · "));
    spans.push(Span::styled(phase, theme.title));
    let style = match view.waits_for.as_slice() {
        _ if glance.is_my_act() => theme.seat(glance.seat),
        [seat] => theme.seat(*seat),
        _ => theme.text,
    };
    if glance.place.looks_on() {
        spans.push(Span::raw(" · "));
        let on = format!("looking on at {}", glance.name(glance.seat));
        spans.push(Span::styled(on, theme.strong));
    } else if view.phase != Phase::Ended {
        spans.push(Span::raw(" · "));
        let who = if glance.is_my_act() {
            let name = match glance.seat {
                Seat::WhiteCell => "white cell",
                seat => glance.name(seat),
            };
            format!("{name}: you")
        } else {
            format!("{} to act", glance.waits_for())
        };
        spans.push(Span::styled(who, style));
    }
    Line::from(spans)
}
