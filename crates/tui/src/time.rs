//! What happens by itself as time passes: the projector looks at its file, countdowns go on, a bell rings.

use std::time::Duration;

use ratatui::text::{Line, Span};

use crate::app::App;
use crate::clock::{countdown, roughly};
use crate::console::Console;
use crate::looked::Looked;
use crate::screen::Screen;
use crate::{errand, outside, overtime};
use unequal_core::deck::DeckText;
use unequal_core::engine::room::pace::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::Pace;
use unequal_session::pace::{AgainstPlan, Reading};

/// How long it may be before something is to be looked at; none where only a person can bring news.
pub fn pause(app: &App) -> Option<Duration> {
    let screen = match &app.screen {
        Screen::Projector(projector) => Some(projector.pause(&app.clock)),
        Screen::Replay(replay) => replay.pause(),
        _ if is_running(app) => app.clock.to_next_second(),
        _ => None,
    };
    let errands = app.errands.is_busy().then_some(errand::PACE);
    [screen, errands].into_iter().flatten().min()
}

/// Whether a clock runs, as far as was seen when the clocks were last looked at: what makes one run or
/// stop is an entry, and then they are looked at again.
fn is_running(app: &App) -> bool {
    has_clocks(app) && app.clocks.pace.is_running()
}

/// Looks at what changes by itself; gives whether the screen has to be drawn.
pub fn look(app: &mut App, console: &mut impl Console) -> bool {
    if let Screen::Projector(projector) = &mut app.screen {
        let before = projector.session().map(str::to_owned);
        let changed = projector.look(&app.clock);
        if projector.session() != before.as_deref() {
            console.set_title(projector.session());
        }
        return changed;
    }
    let came = outside::look(app);
    let hidden = app.clocks.hidden;
    if !has_clocks(app) {
        app.clocks = Looked {
            hidden,
            ..Looked::default()
        };
        return came;
    }
    let Some(table) = &app.table else {
        return came;
    };
    let now = app.clock.now();
    let entry = table.last_number();
    if app.clocks.at == now && app.clocks.entry == entry {
        return came;
    }
    let pace = Pace::of(table, &now);
    if pace
        .clocks
        .iter()
        .any(|now| runs_out(&app.clocks.pace, now))
    {
        console.ring();
    }
    let ended = overtime::end_turn(app, &pace, &now);
    app.clocks = Looked {
        hidden,
        put_off: app.clocks.put_off,
        at: now,
        entry,
        pace,
    };
    came || ended || !hidden
}

/// Whether a clock has run out since the clocks were last looked at.
fn runs_out(before: &Pace, now: &Reading) -> bool {
    let before = before.clock(now.clock.of);
    now.runs && now.is_out() && before.is_some_and(|before| !before.is_out())
}

/// Whether the open session has clocks that go on while it is open here.
fn has_clocks(app: &App) -> bool {
    app.table
        .as_ref()
        .is_some_and(|table| table.is_writable() && table.has_clocks())
}

/// How the clocks of the open session stand.
pub fn pace(app: &App) -> Option<Pace> {
    let table = app.table.as_ref().filter(|_| has_clocks(app))?;
    Some(Pace::of(table, &app.clock.now()))
}

/// The countdown for the first line of a screen, shortest form first; nothing where there is none.
pub fn shown(app: &App) -> Vec<Line<'static>> {
    let (Some(pace), Some(table)) = (pace(app).filter(|_| !app.clocks.hidden), &app.table) else {
        return Vec::new();
    };
    let theme = &app.theme;
    let text = &table.deck().text;
    let line = if let Some(paused) = pace.paused {
        let words = format!("paused for {}", countdown(paused.seconds));
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
    if app.seat == Some(Seat::WhiteCell)
        && let Some(plan) = pace.plan.map(against_plan)
    {
        let mut longer = line;
        longer.push_span(Span::styled(format!(" · {plan}"), theme.dim));
        forms.push(longer);
    }
    forms
}

/// A clock in words: `6:42 left`, `Russia 6:42 left`, `session 0:12 over`.
fn words(text: &DeckText, reading: &Reading) -> String {
    let left = reading.left();
    let time = countdown(left.abs());
    let word = if left < 0 { "over" } else { "left" };
    match reading.clock.of {
        ClockOf::Phase => format!("{time} {word}"),
        ClockOf::Patron => format!("{} {time} {word}", text.patron),
        ClockOf::Client => format!("{} {time} {word}", text.client),
        ClockOf::Session => format!("session {time} {word}"),
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
