//! Where sessions could go from an entry, and where this one lies among them.
//!
//! ```text
//! ┌ Where it could go from entry 31 ─────────────────────────────────────────────────┐
//! │ 100 ┤            ░░░░░░                      Endings of 1000 sessions            │
//! │  60 ┤●──●──●─▒▒▒▒▒▒▒▒▒▒                      Managed asymmetry   61 %  58–64     │
//! │  40 ┤        ░░░░●░░●░░                      Drift               30 %  27–33     │
//! │     0   2   4   6   8                        This session: 38, below 96 of 100   │
//! │                                              › Another answer: went to 51        │
//! └──────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Where lines part at this entry, they are named with where they went, and Enter goes to the chosen one.

use ratatui::Frame;
use ratatui::layout::Rect;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;

use crate::command::{Command, Hint};
use crate::effect::Effect;
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
use unequal_session::family::{Kin, family};
use unequal_session::fan::Fan;

/// The sheet for one entry.
#[derive(Debug)]
pub(super) struct FanSheet {
    entry: EntryNumber,
    /// The other lines that go on from here.
    lines: Vec<Kin>,
    /// The place of the one that Enter goes to.
    chosen: usize,
    walk: Walk,
}

impl FanSheet {
    pub(super) fn new(sitting: &Sitting, entry: EntryNumber) -> Self {
        Self {
            entry,
            lines: parting_at(sitting, entry).unwrap_or_default(),
            chosen: 0,
            walk: Walk::default(),
        }
    }

    /// What there is to read beside the chart, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let (fan, session) = (self.fan(sitting)?, sitting.place.as_ref()?);
        let (_, place) = places(inside(sitting, FULL));
        let pieces = self.account(session, fan, &sitting.theme);
        Some(Reading::new(&pieces, place, &sitting.theme))
    }

    /// What is told beside the chart.
    fn account(&self, session: &Place, fan: &Fan, theme: &Theme) -> Vec<Piece> {
        let mut pieces = account(session, fan, theme);
        if self.lines.is_empty() {
            return pieces;
        }
        let heading = Piece::Heading("Lines that part here".to_owned(), theme.title);
        pieces.extend([Piece::Gap, heading]);
        pieces.extend(self.lines.iter().enumerate().map(|(place, kin)| {
            let sign = if place == self.chosen { "›" } else { "·" };
            let level = kin.curve.last();
            let went = level.map_or_else(String::new, |level| format!(": went to {level}"));
            Piece::Text(format!("{sign} {}{went}", plain(&kin.name)))
        }));
        pieces
    }

    /// Goes to the chosen line, right behind where it leaves.
    fn go(&self) -> Option<Then> {
        let kin = self.lines.get(self.chosen)?;
        let next = EntryNumber::new((self.entry.get() + 1).min(kin.entries));
        Some(Then::Do(vec![Effect::GoTo {
            path: kin.path.clone(),
            at: Some(next),
        }]))
    }

    fn fan<'a>(&self, sitting: &'a Sitting) -> Option<&'a Fan> {
        sitting.replay.as_ref()?.study.fans.get(&self.entry)
    }
}

/// The other lines of the open session's family that go on from an entry: branches that leave it there, and the line that
/// it leaves there itself. None where it is in no file, or its folder cannot be read: the tree says why.
fn parting_at(sitting: &Sitting, entry: EntryNumber) -> Option<Vec<Kin>> {
    let path = sitting.place.as_ref()?.standing().path.as_ref()?;
    let kin = family(path).ok()?;
    let is_open = |one: &Kin| one.path.file_name() == path.file_name();
    let here = kin.iter().position(is_open)?;
    let left = kin[here].parent.filter(|(_, after)| *after == entry);
    let parts = |(place, one): &(usize, &Kin)| {
        one.parent == Some((here, entry)) || left.is_some_and(|(from, _)| from == *place)
    };
    let all = kin.iter().enumerate().filter(parts);
    Some(all.map(|(_, one)| one.clone()).collect())
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
        let mut hints = Vec::new();
        if !self.lines.is_empty() {
            hints.push(Command::Confirm.hint("to the line that parts here"));
        }
        if self.lines.len() > 1 {
            hints.push(Command::Right.hint("another line"));
        }
        let ways = hints.len();
        hints.push(Command::Back.into());
        if self
            .laid_out(sitting)
            .is_some_and(|reading| reading.goes_on())
        {
            hints.insert(ways, Command::PageDown.hint("read on"));
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
        let pieces = self.account(place, fan, theme);
        Reading::new(&pieces, text, theme).draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let many = self.lines.len();
        match command {
            Command::Confirm if self.fan(sitting).is_some() && many > 0 => {
                return self.go().unwrap_or(Then::Stay);
            }
            Command::Back | Command::Confirm => {
                sitting.errands.break_off();
                return Then::Close;
            }
            Command::Right if many > 0 => self.chosen = (self.chosen + 1) % many,
            Command::Left if many > 0 => self.chosen = (self.chosen + many - 1) % many,
            _ => {}
        }
        let text = self.laid_out(sitting).map(|reading| reading.text());
        self.walk.read(command, text.unwrap_or_default());
        Then::Stay
    }
}
