//! What the client's sealed sheet shows: the replies domain by domain, all responses to one demand, the line that is typed
//! on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::glance::{Glance, lines};
use crate::page::decision::{Decision, draw_line};
use crate::page::paper::{heading, lines};
use crate::screen::board::option::IN_OWN_WORDS;
use crate::screen::board::sheet::sealed_replies::{Cell, SealedRepliesSheet};
use crate::screen::board::{card, consequence, effects, stakes};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::fit::{fit, pad};
use crate::widget::prose::Piece;
use unequal_core::model::choice::{Demand, Inducement, Intensity, Reply, Response};
use unequal_core::model::place::{At as _, DomainAt};

/// The most columns of the replies: they do not stand far from their domains.
const WIDEST: u16 = 110;

/// The name of a domain: its short one where the other has no room.
fn domain<'a>(glance: &Glance<'a>, place: usize, columns: usize) -> &'a str {
    let words = &glance.text().domains[DomainAt::new(place)];
    if words.name.width() <= columns {
        &words.name
    } else {
        &words.short
    }
}

impl SealedRepliesSheet {
    /// A reply in so many columns; the code of what is given instead is never cut.
    fn named(glance: &Glance<'_>, cell: Cell, columns: usize) -> String {
        let text = glance.text();
        let name = &text.response(cell.response).name;
        match cell.response {
            Response::Deflect => match cell.instead {
                Some(card) => {
                    let code = format!(" → {}", text.cards[card].code);
                    fit(name, columns.saturating_sub(code.width())) + &code
                }
                None => format!("{name}: nothing can be named"),
            },
            _ => fit(name, columns),
        }
    }

    /// The reply under the cursor, and a demand that it would be given to: the card of its domain that is asked
    /// for first, gently or hard.
    fn under(&self) -> Option<(Cell, Option<Demand>)> {
        let row = self.row();
        let cell = self.replies.get(row)?[self.column];
        let card = self.asked.get(row).copied().flatten();
        let demand = card.map(|card| Demand {
            card,
            intensity: [Intensity::Request, Intensity::Press][self.column],
            inducement: Inducement::None,
        });
        Some((cell, demand))
    }

    /// All responses to a demand as a table, that of a cell chosen.
    fn table(glance: &Glance<'_>, cell: Cell, demand: Option<Demand>) -> ChoiceTable {
        let text = glance.text();
        let row = |response: &Response| {
            let name = text.response(*response).name.clone();
            let deflects = *response == Response::Deflect;
            let instead = cell.instead.filter(|_| deflects);
            let reply = match (deflects, instead) {
                (true, Some(card)) => Some(Reply::deflect(card)),
                (true, None) => None,
                (false, _) => Some(Reply::plain(*response)),
            };
            match (demand, reply) {
                (Some(demand), Some(reply)) => {
                    let preview = glance.view.preview(glance.scenario(), demand, reply);
                    consequence::row(glance, name, &effects::likely(glance, &preview))
                }
                _ => ChoiceRow {
                    name,
                    open: true,
                    ..ChoiceRow::default()
                },
            }
        };
        let own = ChoiceRow {
            name: IN_OWN_WORDS.to_owned(),
            note: "nearest to the answer chosen here".to_owned(),
            open: true,
            ..ChoiceRow::default()
        };
        let head = demand.map_or_else(String::new, |demand| {
            let asks = text.intensity(demand.intensity).name.to_lowercase();
            format!("To “{asks}” of {}", text.cards[demand.card].code)
        });
        ChoiceTable {
            head,
            columns: consequence::columns(glance),
            rows: Response::ALL.iter().map(row).chain([own]).collect(),
            chosen: Some(cell.response.index()),
            rests: true,
            fixed: true,
            ..ChoiceTable::default()
        }
    }

    pub(super) fn decision(&self, glance: &Glance<'_>, theme: &Theme) -> Decision {
        let words = "Nobody sees this before both sides are revealed.";
        let head = vec![Piece::Aside(words.to_owned())];
        let Some((cell, demand)) = self.under() else {
            return Decision {
                head,
                ..Decision::default()
            };
        };
        let words = glance.text().response(cell.response);
        let own = self.typed(self.row(), self.column);
        let own = own.map(|words| Piece::Heading(format!("“{words}”"), theme.client));
        let mut does: Vec<Piece> = own.into_iter().collect();
        does.push(Piece::Text(words.text.clone()));
        if let Some(card) = cell.instead.filter(|_| cell.response == Response::Deflect) {
            does.push(Piece::Heading(lines::card(glance, card), theme.client));
            let again = "5 once more: another card is given instead.";
            does.push(Piece::Aside(again.to_owned()));
        }
        let closed = "What turns out not to be open becomes the next of accept, conditions, in part and stall that is.";
        let mut known = vec![Piece::Text(closed.to_owned()), Piece::Gap];
        known.extend(stakes::red_lines(glance, DomainAt::new(self.row()), theme));
        known.push(Piece::Gap);
        if let Some(demand) = demand {
            does.push(Piece::Gap);
            does.extend(stakes::what_may_follow(
                glance,
                demand,
                cell.response,
                theme,
            ));
            let title = lines::card(glance, demand.card);
            known.push(Piece::Heading(title, theme.patron));
            known.extend(card::pieces(glance, demand.card, theme));
            known.push(Piece::Gap);
        }
        known.push(consequence::legend(glance));
        let rows = u16::try_from(self.replies.len()).unwrap_or(u16::MAX);
        Decision {
            head,
            table: Self::table(glance, cell, demand),
            own: [rows.saturating_add(1), if self.types { 2 } else { 0 }],
            does,
            known,
            ..Decision::default()
        }
    }

    /// Draws the replies, domain by domain.
    pub(super) fn draw_replies(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let width = usize::from(area.width.min(WIDEST));
        let name = 16.min(width / 4);
        let half = width.saturating_sub(name + 5) / 2;
        let head = format!(
            "  {}  {} {}",
            pad("", name),
            pad("to a probe or a request", half),
            fit("to pressure or an ultimatum", half)
        );
        let mut rows = vec![heading(&head, theme.dim)];
        for (place, cells) in self.replies.iter().enumerate() {
            let here = place == self.row();
            let mut spans = vec![
                Span::styled(if here { "› " } else { "  " }, theme.accent),
                Span::styled(pad(domain(glance, place, name), name), theme.text),
                Span::raw("  "),
            ];
            for (column, cell) in cells.iter().enumerate() {
                let style = if here && column == self.column {
                    theme.client.patch(theme.selected)
                } else {
                    theme.client
                };
                let own = match self.typed(place, column) {
                    Some(_) => " · own words",
                    None => "",
                };
                let name = Self::named(glance, *cell, half.saturating_sub(own.width()));
                let words = name + own;
                spans.push(Span::styled(pad(&words, half), style));
                spans.push(Span::raw(" "));
            }
            rows.push(Line::from(spans));
        }
        let spots = area.rows().skip(1).enumerate();
        sitting.mark_rows(spots.take(self.replies.len()));
        lines(frame, area, &rows);
    }

    /// Draws the question for own words, and the line for them.
    pub(super) fn draw_words(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let Some(words) = self.words.get(self.row()).filter(|_| self.types) else {
            return;
        };
        let asked = "What is answered? It stays sealed until both sides are revealed.";
        draw_line(frame, area, asked, &words[self.column], theme);
    }
}
