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

use crate::command::{Command, Hint};
use crate::errand::Order;
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fan_chart::FanChart;
use crate::widget::fit::{fit, wrap};
use crate::widget::prose::{Piece, Prose};
use unequal_session::History;
use unequal_session::fan::Fan;

/// The sheet for one entry.
#[derive(Debug)]
pub(super) struct FanSheet {
    entry: u64,
}

impl FanSheet {
    pub(super) const fn new(entry: u64) -> Self {
        Self { entry }
    }

    fn fan<'a>(&self, sitting: &'a Sitting) -> Option<&'a Fan> {
        sitting.replay.as_ref()?.study.fans.get(&self.entry)
    }
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

fn account(table: &History, fan: &Fan, theme: &Theme) -> Vec<Piece> {
    let spreads = &fan.spreads;
    let title = |words: &str| Piece::Heading(words.to_owned(), theme.title);
    let mut pieces = vec![title(&format!("How {} sessions ended", spreads.playouts))];
    for share in &spreads.endings {
        let name = &table.deck().text.ending(share.ending).title;
        pieces.push(Piece::Point(format!(
            "{name}: {:.0} % ({:.0} to {:.0})",
            share.percent, share.low, share.high
        )));
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
    pieces.push(Piece::Text(place(fan, table.has_ended())));
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
        vec![Command::Back.into()]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(table) = &sitting.table else {
            return;
        };
        let theme = &sitting.theme;
        let title = match self.entry {
            0 => "Where it could go from STARTEX".to_owned(),
            entry => format!("Where it could go from entry {entry}"),
        };
        let inner = paper(frame, area, &title, FULL, theme);
        let Some(fan) = self.fan(sitting) else {
            let progress = sitting.errands.progress(&Order::Fan(self.entry));
            let words = progress.map_or_else(
                || "It was broken off.".to_owned(),
                |progress| format!("Playing on from here: {progress} sessions"),
            );
            lines(frame, inner, &[heading(&words, theme.dim)]);
            return;
        };
        let wide = inner.width >= 90;
        let (chart, text) = if wide {
            let width = inner.width * 58 / 100;
            (
                Rect { width, ..inner },
                Rect {
                    x: inner.x + width + 2,
                    width: inner.width - width - 2,
                    ..inner
                },
            )
        } else {
            let height = inner.height / 2;
            (Rect { height, ..inner }, below(inner, height + 1))
        };
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
        let pieces = account(table, fan, theme);
        Prose::new(&pieces, text.width.saturating_sub(1), theme).draw(
            text,
            frame.buffer_mut(),
            0,
            theme,
        );
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            sitting.errands.break_off();
            return Then::Close;
        }
        Then::Stay
    }
}
