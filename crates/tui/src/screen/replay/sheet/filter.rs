//! Chooses which entries are stepped through.
//!
//! ```text
//! ┌ Step through ────────────────────────────┐
//! │ › Acts of    ‹ everybody ›               │
//! │   Kind       ‹ responses ›               │
//! │   Domain     ‹ Arctic ›                  │
//! │                                          │
//! │ 7 of 60 entries                          │
//! └──────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::keymap::Layer;
use crate::page::paper::{below, heading, lines, menu, paper};
use crate::page::{Page, Then};
use crate::replay::Replay;
use crate::replay::filter::{Filter, Group};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::pad;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::DomainAt;
use unequal_session::Place;
use unequal_session::telling::count;

/// Seat, kind, domain.
const ROWS: usize = 3;

/// The filter as rows.
#[derive(Debug, Default)]
pub(super) struct FilterSheet {
    walk: Walk,
}

/// The value after one in a list that begins with none, round and round.
fn turned<T: Copy + PartialEq>(now: Option<T>, all: &[T], by: isize) -> Option<T> {
    let at = now
        .and_then(|now| all.iter().position(|one| *one == now))
        .map_or(0, |at| at + 1);
    let count = all.len() + 1;
    let to = (at + count).saturating_add_signed(by) % count;
    to.checked_sub(1).map(|place| all[place])
}

fn values(place: &Place, filter: Filter) -> [(&'static str, String); ROWS] {
    let text = &place.deck().text;
    let any = || "all".to_owned();
    [
        (
            "Acts of",
            filter.seat.map_or_else(
                || "everybody".to_owned(),
                |seat| text.seat_name(seat).to_owned(),
            ),
        ),
        (
            "Kind",
            filter
                .group
                .map_or_else(any, |group| group.word().to_owned()),
        ),
        (
            "Domain",
            filter
                .domain
                .map_or_else(any, |domain| text.domains[domain].name.clone()),
        ),
    ]
}

impl FilterSheet {
    fn turn(&self, replay: &mut Replay, place: &Place, by: isize) {
        let filter = &mut replay.filter;
        match self.walk.chosen(ROWS) {
            Some(0) => filter.seat = turned(filter.seat, &Seat::ALL, by),
            Some(1) => filter.group = turned(filter.group, &Group::ALL, by),
            _ => {
                let all: Vec<DomainAt> = place.deck().text.domains.places().collect();
                filter.domain = turned(filter.domain, &all, by);
            }
        }
        replay.cut(place);
    }
}

impl Page for FilterSheet {
    fn layer(&self) -> Layer {
        Layer::Checklist
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let replay = sitting.replay.as_ref();
        let mut hints = vec![Command::Up.hint("choose"), Command::Left.hint("change")];
        if replay.is_some_and(|replay| replay.filter != Filter::default()) {
            hints.push(Command::Tick.hint("all entries"));
        }
        hints.push(Command::Confirm.hint("done"));
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let (Some(replay), Some(place)) = (&sitting.replay, &sitting.place) else {
            return;
        };
        let theme = &sitting.theme;
        let inner = paper(frame, area, "Step through", (48, 5), theme);
        let rows: Vec<Line<'_>> = values(place, replay.filter)
            .into_iter()
            .map(|(name, value)| {
                Line::from(vec![
                    Span::styled(pad(name, 11), theme.text),
                    Span::styled(format!("‹ {value} ›"), theme.strong),
                ])
            })
            .collect();
        menu(
            frame,
            Rect { height: 3, ..inner },
            &rows,
            self.walk.chosen(ROWS),
            sitting,
        );
        let known = if replay.knows_the_future() {
            format!(
                "{} of {}",
                replay.reel.steps.len() - 1,
                count(replay.reel.frames.len(), "entry", "entries")
            )
        } else {
            "The eyes stay as they are.".to_owned()
        };
        lines(frame, below(inner, 4), &[heading(&known, theme.dim)]);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let Some((replay, place)) = sitting.reading() else {
            return Then::Close;
        };
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Left => self.turn(replay, place, -1),
            Command::Right => self.turn(replay, place, 1),
            Command::Tick => {
                replay.filter = Filter::default();
                replay.cut(place);
            }
            other => {
                self.walk.follow(other, ROWS, None);
            }
        }
        Then::Stay
    }
}
