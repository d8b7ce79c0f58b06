//! Draws the replay: the scrubber above, the entry and the record on the left, the board on the right.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::glance::Glance;
use crate::replay::guesses::Guesses;
use crate::replay::mark::Mark;
use crate::replay::{Part, Replay};
use crate::screen::board::draw::Drawing;
use crate::screen::board::panel::{Panel, frame as panel, title};
use crate::screen::board::state::Board;
use crate::screen::header;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::arrow;
use crate::widget::fit::fit;
use crate::widget::prose::Prose;
use crate::widget::record_list::RecordRow;
use crate::widget::rows::Rows;
use crate::widget::scrubber::Scrubber;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::model::gauge::Gauge;
use unequal_session::Place;
use unequal_session::telling::phase_name;

/// The fewest columns and rows at which the parts stand side by side.
const WIDE: (u16, u16) = (100, 30);

/// Draws the replay.
pub(super) fn draw(replay: &Replay, target: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
    let Some(place) = &sitting.place else {
        return;
    };
    let body = header(target, area, sitting, replay.middle(place, &sitting.theme));
    let glance = Glance::at(place, replay.at());
    let board = Board {
        focus: Panel::Record,
        ..Board::default()
    };
    let drawing = Drawing {
        board: &board,
        glance: &glance,
        options: &[],
        sitting,
        theme: &sitting.theme,
    };
    let canvas = Canvas {
        replay,
        place,
        glance: &glance,
        drawing: &drawing,
        sitting,
    };
    let buf = target.buffer_mut();
    if body.width >= WIDE.0 && body.height >= WIDE.1 - 2 {
        canvas.side_by_side(body, buf);
    } else {
        canvas.in_tabs(body, buf);
    }
}

struct Canvas<'a> {
    replay: &'a Replay,
    place: &'a Place,
    glance: &'a Glance<'a>,
    drawing: &'a Drawing<'a>,
    sitting: &'a Sitting,
}

/// The upper part of an area and the rest, which share a border.
fn split(area: Rect, upper: u16) -> (Rect, Rect) {
    let upper = upper.min(area.height);
    let lower = area.height.saturating_sub(upper.saturating_sub(1));
    (
        Rect {
            height: upper,
            ..area
        },
        Rect {
            y: area.bottom() - lower,
            height: lower,
            ..area
        },
    )
}

impl Canvas<'_> {
    fn side_by_side(&self, body: Rect, buf: &mut Buffer) {
        let (top, below) = split(body, (body.height / 3).clamp(10, 18));
        self.scrubber(top, buf);
        let width = body.width * 52 / 100;
        let left = Rect { width, ..below };
        let right = Rect {
            x: below.x + width - 1,
            width: below.width - width + 1,
            ..below
        };
        let (entry, record) = split(left, left.height - (left.height * 2 / 5).clamp(5, 16) + 1);
        self.part(Part::Entry, entry, buf);
        self.part(Part::Record, record, buf);
        let text = self.glance.text();
        let domains = u16::try_from(text.domains.len()).unwrap_or(5) + 3;
        let (domains, rest) = split(right, domains);
        let columns = usize::from((right.width.saturating_sub(2)) / 22).max(1);
        let moods = self.glance.gauges() - text.conditions.len();
        let rows = text.conditions.len().div_ceil(columns) + moods.div_ceil(columns);
        let gauges = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2);
        let (gauges, rest) = split(rest, gauges);
        self.part(Part::Domains, domains, buf);
        self.part(Part::Gauges, gauges, buf);
        if rest.height >= 16 {
            let (upper, why) = split(rest, rest.height - 7);
            self.part(Part::Table, upper, buf);
            self.part(Part::Why, why, buf);
        } else if self.replay.part == Part::Why {
            self.part(Part::Why, rest, buf);
        } else {
            self.part(Part::Table, rest, buf);
        }
    }

    fn in_tabs(&self, body: Rect, buf: &mut Buffer) {
        let (top, below) = split(body, (body.height * 2 / 5).clamp(7, 14));
        self.scrubber(top, buf);
        let theme = &self.sitting.theme;
        let mut spans = vec![Span::raw(" ")];
        for part in Part::ALL {
            if part == self.replay.part {
                let style = theme.accent.patch(theme.title);
                spans.push(Span::styled(format!("▸ {}", part.word()), style));
            } else {
                spans.push(Span::styled(part.word(), theme.dim));
            }
            spans.push(Span::styled(" ─ ", theme.rule));
        }
        spans.pop();
        spans.push(Span::raw(" "));
        let inner = panel(below, buf, Line::from(spans), theme);
        self.inside(self.replay.part, inner, buf);
    }

    fn part(&self, part: Part, area: Rect, buf: &mut Buffer) {
        let words = match part {
            Part::Entry if self.replay.at().is_startex() => "Before the first entry".to_owned(),
            Part::Entry => format!("Entry {}", self.replay.at()),
            Part::Table => "On the table".to_owned(),
            Part::Why => "Why stability moved".to_owned(),
            other => other.word().to_owned(),
        };
        let inner = panel(
            area,
            buf,
            title(&words, false, &self.sitting.theme),
            &self.sitting.theme,
        );
        self.inside(part, inner, buf);
    }

    fn inside(&self, part: Part, area: Rect, buf: &mut Buffer) {
        match part {
            Part::Entry => {
                let pieces = self.replay.pieces(self.place, self.sitting);
                let prose = Prose::new(&pieces, area.width.saturating_sub(2), &self.sitting.theme);
                prose.draw(area, buf, self.replay.scroll, &self.sitting.theme);
            }
            Part::Record => self.record(area, buf),
            Part::Domains => self.drawing.domains(area, buf),
            Part::Gauges => self.drawing.gauges(area, buf),
            Part::Table => self.drawing.table(area, buf),
            Part::Why => self.drawing.why(area, buf),
        }
    }

    fn scrubber(&self, area: Rect, buf: &mut Buffer) {
        let replay = self.replay;
        let theme = &self.sitting.theme;
        let now = self.glance.view.get(Gauge::Stability);
        let before = replay.step.saturating_sub(1);
        let by = now - replay.reel.levels.get(before).copied().unwrap_or(now);
        let mut heading = vec![
            Span::styled(" Stability ", theme.title),
            Span::styled(format!("{now} "), theme.strong),
        ];
        if by != 0 {
            heading.push(Span::styled(format!("{} ", arrow(by)), theme.accent));
        }
        heading.push(Span::styled(
            format!("· {} ", self.glance.regime()),
            theme.text,
        ));
        let busy = self
            .sitting
            .errands
            .words()
            .map(|words| format!("◌ {words}"));
        let plays = replay.player.is_on().then(|| replay.player.words());
        let guesses = replay.guesses.as_ref().map(Guesses::words);
        let how = [replay.how(self.place), guesses, plays, busy];
        for words in how.into_iter().flatten() {
            heading.push(Span::styled(format!("· {words} "), theme.accent));
        }
        let inner = panel(area, buf, Line::from(heading), theme);
        let marks = replay.shown_marks();
        (&Scrubber {
            levels: &replay.reel.levels,
            at: replay.step,
            future: replay.knows_the_future(),
            moves: &replay.reel.moves,
            marks: &marks,
            thresholds: &self.glance.thresholds(),
            theme,
        })
            .render(inner, buf);
    }

    /// The entries around the one that is looked at.
    fn record(&self, area: Rect, buf: &mut Buffer) {
        let replay = self.replay;
        let theme = &self.sitting.theme;
        // STARTEX is no entry: the list begins with the first step after it.
        let steps = replay.reel.steps.get(1..).unwrap_or_default();
        let steps = if replay.knows_the_future() {
            steps
        } else {
            &steps[..replay.step.min(steps.len())]
        };
        if steps.is_empty() {
            let words = "Nothing has happened yet.";
            Line::from(Span::styled(words, theme.dim)).render(area, buf);
            return;
        }
        let chosen = replay.step.checked_sub(1);
        let rows = Rows::around(steps.len(), chosen, area);
        rows.draw(buf, theme, |place| {
            let row = self.row(steps[place], theme);
            row.map_or_else(Line::default, |row| {
                row.line(chosen == Some(place), rows.columns(), theme)
            })
        });
        self.sitting
            .mark_rows(rows.places().map(|(place, spot)| (place + 1, spot)));
    }

    fn row(&self, number: EntryNumber, theme: &Theme) -> Option<RecordRow> {
        let frame = self.replay.reel.frame(number)?;
        let seen = self.replay.seen(self.place, number);
        let signs = self.replay.reel.marks_of(number).map(Mark::sign);
        Some(RecordRow {
            number,
            move_number: frame.move_number,
            sentence: frame.sentence.clone(),
            style: theme.seat(frame.seat),
            why: seen.and_then(|seen| seen.rationale),
            signs: signs
                .filter(|sign| !matches!(*sign, "•" | "○" | "❝"))
                .map(str::to_owned)
                .chain([self.replay.glyphs(number)])
                .collect(),
            undone: frame.undone,
        })
    }
}

impl Replay {
    /// The middle of the header: entry, move, phase, whose eyes.
    fn middle(&self, place: &Place, theme: &Theme) -> Line<'static> {
        let at = self.at();
        let mut words = if self.knows_the_future() {
            format!("entry {at} of {}", place.last_number())
        } else {
            format!("entry {at}")
        };
        if let Some(frame) = self.reel.frame(at) {
            words = format!("{words} · move {}", frame.move_number);
        }
        let phase = self.reel.frame(at).map_or_else(
            || "STARTEX".to_owned(),
            |frame| phase_name(place.deck(), frame.phase).to_uppercase(),
        );
        let eyes = match self.eyes {
            unequal_core::engine::seat::Seat::WhiteCell => theme.text,
            seat => theme.seat(seat),
        };
        let supposed = match place.standing().parted {
            Some(parted) if at > parted => " · a what-if",
            Some(_) => " · of a branch",
            None => "",
        };
        Line::from(vec![
            Span::styled(words, theme.strong),
            Span::raw(" · "),
            Span::styled(phase, theme.title),
            Span::styled(supposed, theme.danger),
            Span::raw(" · "),
            Span::styled(self.sees(place), eyes),
        ])
    }

    /// What is left out of the steps, where something is.
    fn how(&self, place: &Place) -> Option<String> {
        if !self.filter.is_set() {
            return None;
        }
        let mut parts = Vec::new();
        if let Some(seat) = self.filter.seat {
            parts.push(fit(place.deck().text.seat_name(seat), 16));
        }
        if let Some(group) = self.filter.group {
            parts.push(group.word().to_owned());
        }
        if let Some(domain) = self.filter.domain {
            parts.push(place.deck().text.domains[domain].short.clone());
        }
        let only = (!parts.is_empty()).then(|| format!("only {}", parts.join(", ")));
        let people = self.filter.people.then(|| "without machines".to_owned());
        let how: Vec<String> = only.into_iter().chain(people).collect();
        Some(how.join(", "))
    }

    /// The signs under the curve: the weighty ones, and those that are sought.
    fn shown_marks(&self) -> Vec<(usize, &'static str)> {
        let mut marks: Vec<(usize, &'static str)> = self
            .reel
            .marks()
            .filter(|(_, mark)| mark.is_weighty() || self.sought == Some(*mark))
            .map(|(step, mark)| (step, mark.sign()))
            .collect();
        // Where several fall into one column, the weightiest is drawn last.
        marks.reverse();
        marks
    }
}
