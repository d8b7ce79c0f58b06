//! Draws the board from a glance at the table: reading only, nothing is changed.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::command::Command;
use crate::glance::{Glance, lines, look};
use crate::page::paper;
use crate::screen::board::choices::choices;
use crate::screen::board::option::row;
use crate::screen::board::panel::{self, Needs, Panel, Plan, frame, plan, tab_titles, title};
use crate::screen::board::state::{Board, TAB_ROWS};
use crate::screen::board::{account, head, on_table, room, situation};
use crate::screen::header;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::domain_table::DomainTable;
use crate::widget::fit::{fit, wrap};
use crate::widget::gauge_grid::{GaugeCell, GaugeGrid};
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Prose;
use crate::widget::record_list::RecordList;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::At;

/// Draws the board.
pub(super) fn draw(board: &Board, target: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
    let Some(glance) = look(sitting) else {
        header(target, area, sitting, Line::default());
        return;
    };
    let body = header(target, area, sitting, head::middle(&glance, &sitting.theme));
    let options = options(&glance);
    let plan = planned(&glance, board, body, options.len(), &sitting.theme);
    let drawing = Drawing {
        board,
        glance: &glance,
        options: &options,
        sitting,
        theme: &sitting.theme,
    };
    let buf = target.buffer_mut();
    situation::draw(&glance, plan.curve, buf, &sitting.theme);
    for (panel, place) in &plan.panels {
        drawing.panel(*panel, *place, buf, plan.tabbed);
    }
}

/// The options as rows.
pub(super) fn options(glance: &Glance<'_>) -> Vec<OptionRow> {
    choices(glance)
        .iter()
        .map(|choice| row(glance, choice))
        .collect()
}

/// Where everything lies.
fn planned(glance: &Glance<'_>, board: &Board, body: Rect, options: usize, theme: &Theme) -> Plan {
    let short = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    let columns = panel::text_columns(body);
    let table = on_table::pieces(glance, theme);
    let why = account::within(
        glance.account(),
        glance.place.deck(),
        (columns, u16::MAX),
        theme,
    );
    let needs = Needs {
        table: short(Prose::new(&table, columns.saturating_sub(2), theme).height()),
        why: short(why.len()),
        domains: short(glance.scenario().domains.len() + 1),
        cells: (
            glance.text().conditions.len(),
            glance.gauges() - glance.text().conditions.len(),
        ),
        options: short(options.clamp(2, 13)),
        room: (glance.seat == Seat::WhiteCell).then(|| short(room::rows(glance).len())),
    };
    plan(body, board.focus, &needs)
}

/// What the panels are drawn from.
pub(in crate::screen) struct Drawing<'a> {
    pub(in crate::screen) board: &'a Board,
    pub(in crate::screen) glance: &'a Glance<'a>,
    pub(in crate::screen) options: &'a [OptionRow],
    pub(in crate::screen) sitting: &'a Sitting,
    pub(in crate::screen) theme: &'a Theme,
}

impl Drawing<'_> {
    fn panel(&self, panel: Panel, area: Rect, buf: &mut Buffer, tabbed: bool) {
        let focused = self.board.focus == panel;
        let heading = if tabbed {
            let panels = Panel::of(self.glance.seat);
            let (titles, widths) = tab_titles(panel, panels, self.theme);
            self.mark_tabs(area, &widths);
            titles
        } else {
            self.mark_panel(panel, area);
            title(&self.words(panel), focused, self.theme)
        };
        let inner = frame(area, buf, heading, self.theme);
        match panel {
            Panel::Act => self.act(inner, buf, tabbed),
            Panel::Table => self.table(inner, buf),
            Panel::Domains => self.domains(inner, buf),
            Panel::Gauges => self.gauges(inner, buf),
            Panel::Why => self.why(inner, buf),
            Panel::Record => self.record(inner, buf),
            Panel::Room => {
                let chosen = focused.then_some(self.board.cursor.room);
                room::draw(self.glance, inner, buf, chosen, self.sitting);
            }
        }
    }

    /// A click on a panel gives it the focus, unless something lies there that means more.
    fn mark_panel(&self, panel: Panel, area: Rect) {
        let panels = Panel::of(self.glance.seat).iter();
        if let Some((row, _)) = (0..).zip(panels).find(|(_, one)| **one == panel) {
            self.sitting.mark(area, Command::Row(TAB_ROWS + row));
        }
    }

    fn mark_tabs(&self, area: Rect, widths: &[(Panel, u16)]) {
        let mut x = area.x + 2;
        for (row, (_, width)) in (0..).zip(widths) {
            let spot = Rect::new(x, area.y, *width, 1).intersection(area);
            self.sitting.mark(spot, Command::Row(TAB_ROWS + row));
            x += width + 3;
        }
    }

    fn words(&self, panel: Panel) -> String {
        match panel {
            Panel::Act => self.prompt(),
            Panel::Table => "On the table".to_owned(),
            Panel::Why => "Why stability moved".to_owned(),
            other => other.word().to_owned(),
        }
    }

    /// What the seat at the screen is asked, or who is waited for.
    fn prompt(&self) -> String {
        let glance = self.glance;
        let name = glance.name(glance.seat);
        if glance.view.room.pause.is_some() {
            return "Play is paused".to_owned();
        }
        if !glance.is_my_act() {
            return match glance.view.phase {
                Phase::Ended => "The session has ended".to_owned(),
                _ => format!("Waiting for {}", glance.waits_for()),
            };
        }
        match glance.view.phase {
            Phase::Europe => match &glance.view.europe {
                Some(europe) => format!("What does {name} do? · unity {}", europe.unity),
                None => format!("What does {name} do?"),
            },
            Phase::Crisis => format!("Crisis: does {name} climb down?"),
            Phase::Offer => format!("Does {name} offer something?"),
            Phase::Demand => {
                let does = if glance.view.offer_waits {
                    "do"
                } else {
                    "ask for"
                };
                let effort = glance
                    .view
                    .effort
                    .map(|effort| format!(" · effort {effort}"));
                format!("What does {name} {does}?{}", effort.unwrap_or_default())
            }
            Phase::Response => format!("{name} answers"),
            Phase::FollowUp => format!("{name} follows up"),
            Phase::Sealing | Phase::Reveal => format!("{name} decides, sealed"),
            Phase::Inject => "Open the move".to_owned(),
            Phase::Ruling => "The ruling".to_owned(),
            Phase::Drift => "The move is done".to_owned(),
            Phase::Ended => "The session has ended".to_owned(),
        }
    }

    fn act(&self, area: Rect, buf: &mut Buffer, tabbed: bool) {
        let mut area = area;
        if tabbed && area.height > 2 {
            // The tab has no room for the question: it stands above the options.
            let line = Line::from(Span::styled(self.prompt(), self.theme.strong));
            line.render(area, buf);
            area.y += 1;
            area.height -= 1;
        }
        if tabbed && let Some(summary) = self.summary() {
            let width = usize::from(area.width);
            let free = usize::from(area.height).saturating_sub(self.options.len());
            let mut told = wrap(&summary, width);
            if told.len() > free {
                told = vec![fit(&summary, width)];
            }
            for line in told.into_iter().take(free) {
                Line::styled(line, self.theme.dim).render(area, buf);
                area = paper::below(area, 1);
            }
        }
        if self.options.is_empty() {
            for (line, spot) in wrap(&self.waiting(), usize::from(area.width))
                .into_iter()
                .zip(area.rows())
            {
                Line::from(Span::styled(line, self.theme.dim)).render(spot, buf);
            }
            return;
        }
        let chosen = self.board.cursor.option.min(self.options.len() - 1);
        let list = OptionList::new(self.options, Some(chosen));
        paper::options(&list, area, buf, self.sitting);
    }

    /// The open matter in a line, where the table is on another tab.
    fn summary(&self) -> Option<String> {
        let view = &self.glance.view;
        if let Some((demand, reply)) = view.open_contest() {
            let title = lines::card(self.glance, demand.card);
            let own = self.glance.own_words_on_table(0);
            let reply = lines::reply(self.glance, reply, own);
            return Some(format!("{title} · {reply}"));
        }
        if let Some(demand) = view.open_demand() {
            let title = lines::card(self.glance, demand.card);
            return Some(format!("{title} · {}", lines::demand(self.glance, demand)));
        }
        if let Some(exchange) = view.open_exchange() {
            let title = lines::card(self.glance, exchange.demand.card);
            let own = self.glance.own_words_of(exchange);
            let reply = lines::reply(self.glance, exchange.reply, own);
            let given = on_table::handed_over(self.glance, exchange);
            return Some(format!("{title} · {reply} · {given}"));
        }
        let offer = view.open_offer()?;
        Some(lines::offer(self.glance, offer))
    }

    /// What to do while another seat acts.
    fn waiting(&self) -> String {
        let glance = self.glance;
        let who = glance.waits_for();
        if glance.view.room.pause.is_some() {
            return "It goes on when the white cell says so. Nothing is lost meanwhile.".to_owned();
        }
        match glance.view.phase {
            Phase::Inject => format!("The {who} opens the move with the news of the day."),
            Phase::Europe => format!("{who} decides whether to act, and how."),
            Phase::Crisis => format!(
                "{who}: deciding whether to climb down. Neither sees what the other does before both have decided."
            ),
            Phase::Offer => format!("{who} decides whether to offer something of its own accord."),
            Phase::Demand => format!("{who} decides what to ask for, and how hard."),
            Phase::Sealing => format!("{who}: deciding behind the curtain."),
            Phase::Reveal => format!("{who}: about to reveal what was sealed."),
            Phase::Response => format!("{who} decides how to answer."),
            Phase::Ruling => format!("The {who} rules on the exchange."),
            Phase::FollowUp => format!("{who} decides what follows."),
            Phase::Drift => format!("The {who} closes the move."),
            Phase::Ended => {
                "Nothing more can be done; notes and bookmarks can be added.".to_owned()
            }
        }
    }

    /// What lies on the table.
    pub(in crate::screen) fn table(&self, area: Rect, buf: &mut Buffer) {
        let pieces = on_table::pieces(self.glance, self.theme);
        // Columns are kept for the signs that more lies above or below.
        let prose = Prose::new(&pieces, area.width.saturating_sub(2), self.theme);
        prose.draw(area, buf, self.board.cursor.scroll, self.theme);
    }

    /// The domains.
    pub(in crate::screen) fn domains(&self, area: Rect, buf: &mut Buffer) {
        let rows = self.glance.domains();
        let table = DomainTable {
            rows: &rows,
            chosen: (self.board.focus == Panel::Domains).then_some(self.board.cursor.domain),
            at_stake: self.glance.at_stake().map(At::index),
            theme: self.theme,
        };
        table.render(area, buf);
    }

    /// Outside conditions, and what lies between the two sides.
    pub(in crate::screen) fn gauges(&self, area: Rect, buf: &mut Buffer) {
        let conditions: Vec<GaugeCell> = cells(self.glance.conditions());
        let moods: Vec<GaugeCell> = cells(self.glance.moods());
        let chosen = (self.board.focus == Panel::Gauges).then_some(self.board.cursor.gauge);
        let outside = GaugeGrid {
            cells: &conditions,
            chosen: chosen.filter(|place| *place < conditions.len()),
            theme: self.theme,
        };
        let between = GaugeGrid {
            cells: &moods,
            chosen: chosen.and_then(|place| place.checked_sub(conditions.len())),
            theme: self.theme,
        };
        let top = outside.height(area.width).min(area.height);
        let room = area.height - top;
        let gap = u16::from(room > between.height(area.width));
        outside.render(
            Rect {
                height: top,
                ..area
            },
            buf,
        );
        let below = Rect {
            y: area.y + top + gap,
            height: room - gap,
            ..area
        };
        between.render(below, buf);
    }

    /// Why stability moved.
    pub(in crate::screen) fn why(&self, area: Rect, buf: &mut Buffer) {
        let (account, deck) = (self.glance.account(), self.glance.place.deck());
        let room = (area.width, area.height);
        let mut told = account::within(account, deck, room, self.theme);
        let parts = account::within(account, deck, (u16::MAX, u16::MAX), self.theme).len();
        if parts > told.len() && told.pop().is_some() {
            let words = format!("    and {} more", parts - told.len());
            told.push(Line::from(Span::styled(words, self.theme.dim)));
        }
        if told.is_empty() {
            let line = Line::from(Span::styled("Nothing has moved it.", self.theme.dim));
            line.render(area, buf);
            return;
        }
        for (line, spot) in told.iter().zip(area.rows()) {
            line.render(spot, buf);
        }
    }

    fn record(&self, area: Rect, buf: &mut Buffer) {
        let count = self.glance.entries();
        let chosen = (self.board.focus == Panel::Record && count > 0)
            .then(|| count - 1 - self.board.cursor.record.min(count - 1));
        if count == 0 {
            let line = Line::from(Span::styled(
                "Nothing is on the record yet.",
                self.theme.dim,
            ));
            line.render(area, buf);
            return;
        }
        let list = RecordList {
            count,
            rows: &|sight| self.glance.record(&self.glance.seen(sight), self.theme),
            chosen,
            theme: self.theme,
        };
        list.render(area, buf);
    }
}

fn cells(gauges: Vec<(Gauge, GaugeCell)>) -> Vec<GaugeCell> {
    gauges.into_iter().map(|(_, cell)| cell).collect()
}
