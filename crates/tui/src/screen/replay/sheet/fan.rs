//! Where sessions could go from an entry, and where this one lies among them.
//!
//! ```text
//! ┌ Where it could go from entry 31 ─────────────────────────────────────────────────┐
//! │ 100 ┤            ░░░░░░                      Endings of 1000 sessions            │
//! │  60 ┤●──●──●─▒▒▒▒▒▒▒▒▒▒                      Managed asymmetry   61 %  58–64     │
//! │  40 ┤        ░░░░●░░●░░                      Drift               30 %  27–33     │
//! │     0   2   4   6   8                        This session: 38, below 96 of 100   │
//! └──────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use unequal_core::engine::entry_number::EntryNumber;

use crate::command::{Command, Hint};
use crate::errand::Order;
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fan_chart::FanChart;
use crate::widget::fit::{fit, wrap};
use crate::widget::prose::Piece;
use unequal_session::Place;
use unequal_session::fan::Fan;

/// The sheet for one entry.
#[derive(Debug)]
pub(super) struct FanSheet {
    entry: EntryNumber,
    walk: Walk,
}

impl FanSheet {
    pub(super) fn new(entry: EntryNumber) -> Self {
        Self {
            entry,
            walk: Walk::default(),
        }
    }

    /// What there is to read beside the chart, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let (fan, session) = (self.fan(sitting)?, sitting.place.as_ref()?);
        let (_, place) = places(inside(sitting, FULL));
        Some(Reading::new(
            &account(session, fan, &sitting.theme),
            place,
            &sitting.theme,
        ))
    }

    fn fan<'a>(&self, sitting: &'a Sitting) -> Option<&'a Fan> {
        sitting.replay.as_ref()?.study.fans.get(&self.entry)
    }
}

/// The chart, and the text beside or below it.
fn places(inner: Rect) -> (Rect, Rect) {
    if inner.width < 90 {
        let height = inner.height / 2;
        return (Rect { height, ..inner }, below(inner, height + 1));
    }
    let width = inner.width * 58 / 100;
    let text = Rect {
        x: inner.x + width + 2,
        width: inner.width - width - 2,
        ..inner
    };
    (Rect { width, ..inner }, text)
}

/// Where the end of this session lies among the others.
fn place(fan: &Fan, ended: bool) -> String {
    let [low, lower, middle, upper, high] = fan.spreads.last;
    let last = fan.last;
    let among = if last < low {
        "lower than 95 of 100 of them"
    } else if last < lower {
        "in the lower quarter"
    } else if last < middle {
        "below the middle"
    } else if last <= upper {
        "in the middle or above"
    } else if last <= high {
        "in the upper quarter"
    } else {
        "higher than 95 of 100 of them"
    };
    if ended {
        format!("This session ended at {last}: {among}.")
    } else {
        format!("This session stands at {last}; it goes on.")
    }
}

fn account(session: &Place, fan: &Fan, theme: &Theme) -> Vec<Piece> {
    let spreads = &fan.spreads;
    let title = |words: &str| Piece::Heading(words.to_owned(), theme.title);
    let mut pieces = vec![title(&format!("How {} sessions ended", spreads.playouts))];
    for share in &spreads.endings {
        let name = &session.deck().text.ending(share.ending).title;
        pieces.push(Piece::Point(format!("{name}: {}", share.told())));
    }
    let [low, lower, middle, upper, high] = spreads.last;
    pieces.push(Piece::Gap);
    pieces.push(title("Stability at the end"));
    pieces.push(Piece::Point(format!(
        "half of them between {lower} and {upper}"
    )));
    pieces.push(Piece::Point(format!(
        "nine in ten between {low} and {high}"
    )));
    pieces.push(Piece::Point(format!("the middle one at {middle}")));
    pieces.push(Piece::Gap);
    pieces.push(Piece::Text(place(fan, session.has_ended())));
    pieces.push(Piece::Gap);
    pieces.push(Piece::Aside(format!(
        "{} in both seats, seed {}. Dice, news and the last move are drawn anew; red lines stay where they \
         lie. It shows what the rules allow, and foresees nothing.",
        fan.terms.policy, fan.terms.seed
    )));
    pieces
}

impl Page for FanSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if self.fan(sitting).is_none() {
            return vec![Command::Back.hint("break off")];
        }
        let mut hints = vec![Command::Back.into()];
        if self
            .laid_out(sitting)
            .is_some_and(|reading| reading.goes_on())
        {
            hints.insert(0, Command::PageDown.hint("read on"));
        }
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(place) = &sitting.place else {
            return;
        };
        let theme = &sitting.theme;
        let title = match self.entry {
            EntryNumber::STARTEX => "Where it could go from STARTEX".to_owned(),
            entry => format!("Where it could go from entry {entry}"),
        };
        let inner = paper(frame, area, &title, FULL, theme);
        let Some(fan) = self.fan(sitting) else {
            let progress = sitting.errands.progress(&Order::Fan(self.entry));
            let words = progress.map_or_else(
                || "It was broken off.".to_owned(),
                |progress| format!("Playing sessions on from here: {progress}"),
            );
            lines(frame, inner, &[heading(&words, theme.dim)]);
            return;
        };
        let (chart, text) = places(inner);
        let key = "░ nine in ten  ▒ half  ━ the middle one  ● this session";
        let key_rows = wrap(key, usize::from(chart.width));
        let rows = u16::try_from(key_rows.len()).unwrap_or(1);
        let spreads: Vec<[i64; 5]> = fan.spreads.moves.iter().map(|m| m.quantiles).collect();
        let plot = Rect {
            height: chart.height.saturating_sub(rows),
            ..chart
        };
        frame.render_widget(
            &FanChart {
                before: &fan.before,
                spreads: &spreads,
                path: &fan.path,
                theme,
            },
            plot,
        );
        let mut at = below(chart, plot.height);
        for line in key_rows {
            at = lines(
                frame,
                at,
                &[heading(&fit(&line, usize::from(at.width)), theme.dim)],
            );
        }
        let pieces = account(place, fan, theme);
        Reading::new(&pieces, text, theme).draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            sitting.errands.break_off();
            return Then::Close;
        }
        let text = self.laid_out(sitting).map(|reading| reading.text());
        self.walk.read(command, text.unwrap_or_default());
        Then::Stay
    }
}
