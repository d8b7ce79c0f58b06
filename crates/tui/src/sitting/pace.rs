//! How the clocks of the open session stand, in the words of the first line.

use ratatui::text::{Line, Span};

use crate::clock::{countdown, roughly};
use crate::sitting::{Sitting, day};
use unequal_core::deck::DeckText;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::Pace;
use unequal_session::clock::stamp;
use unequal_session::pace::{AgainstPlan, Reading};

/// Whether the open session has clocks that go on while it is open here, or a pause that ends by itself.
pub(crate) fn has_clocks(sitting: &Sitting) -> bool {
    let place = sitting.place.as_ref().filter(|place| place.is_writable());
    place.is_some_and(|place| {
        !place.view().room.clocks.is_empty() || place.standing().clocks.ends_by_itself()
    })
}

/// How the clocks of the open session stand.
pub fn pace(sitting: &Sitting) -> Option<Pace> {
    let place = sitting.place.as_ref().filter(|_| has_clocks(sitting))?;
    // Of time that passed unseen nothing is shown before it is said whether it counts.
    let now = match sitting.clocks.lapse {
        Some(lapse) => stamp(lapse.till - lapse.seconds),
        None => sitting.clock.now(),
    };
    Some(place.pace(&now))
}

/// The countdown for the first line of a screen, and for the white cell how far the session comes by its end, shortest
/// form first; nothing where there is neither.
pub fn shown(sitting: &Sitting) -> Vec<Line<'static>> {
    let mut forms = counted(sitting);
    if let Some(words) = day::short(sitting).filter(|_| !sitting.clocks.hidden) {
        let mut longer = forms.last().cloned().unwrap_or_default();
        let apart = if longer.spans.is_empty() { "" } else { " · " };
        let words = format!("{apart}{words}");
        longer.push_span(Span::styled(words, sitting.theme.dim));
        forms.push(longer);
    }
    forms
}

/// The countdown alone.
fn counted(sitting: &Sitting) -> Vec<Line<'static>> {
    let (Some(pace), Some(session)) = (
        pace(sitting).filter(|_| !sitting.clocks.hidden),
        &sitting.place,
    ) else {
        return Vec::new();
    };
    let theme = &sitting.theme;
    let text = &session.deck().text;
    let line = if let Some(paused) = pace.paused {
        let words = match paused.left() {
            Some(left) => format!("paused, {} left", countdown(left)),
            None => format!("paused for {}", countdown(paused.seconds)),
        };
        Line::from(Span::styled(words, theme.strong))
    } else if let Some(reading) = pace.pressing() {
        let style = if reading.left() < 0 {
            theme.danger
        } else {
            theme.strong
        };
        Line::from(Span::styled(words(text, reading), style))
    } else {
        return Vec::new();
    };
    let mut forms = vec![line.clone()];
    // How play stands against the plan is the white cell's concern.
    if sitting.seat == Some(Seat::WhiteCell)
        && let Some(plan) = pace.plan.map(against_plan)
    {
        let mut longer = line;
        longer.push_span(Span::styled(format!(" · {plan}"), theme.dim));
        forms.push(longer);
    }
    forms
}

/// Seconds by which a clock is over: what is added so that more time counts from now.
pub fn overdue(reading: &Reading) -> u32 {
    u32::try_from(-reading.left()).unwrap_or(0)
}

/// A clock in words: `6:42 left`, `Russia 6:42 left`, `session 0:12 over`.
fn words(text: &DeckText, reading: &Reading) -> String {
    let left = reading.left();
    let time = countdown(left.abs());
    let word = if left < 0 { "over" } else { "left" };
    match (reading.clock.of.seat(), reading.clock.of) {
        (Some(seat), _) => format!("{} {time} {word}", text.seat_name(seat)),
        (None, ClockOf::Session) => format!("session {time} {word}"),
        (None, _) => format!("{time} {word}"),
    }
}

/// Where play stands against its plan: `on pace`, `6 min behind`.
pub fn against_plan(plan: AgainstPlan) -> String {
    match plan {
        AgainstPlan::OnPace => "on pace".to_owned(),
        AgainstPlan::Ahead(seconds) => format!("{} ahead", roughly(seconds)),
        AgainstPlan::Behind(seconds) => format!("{} behind", roughly(seconds)),
    }
}
