//! Draws the ruling desk: the forces before the dice fall, the verdict after.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::glance::{Glance, band_words};
use crate::page::paper::{below, heading, lines};
use crate::screen::board::effects;
use crate::screen::board::sheet::ruling::prospect::{after, holds, moves};
use crate::screen::board::sheet::ruling::{RulingSheet, is_rigid};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::signed;
use crate::widget::dice::{self, Dice};
use crate::widget::factor_list::{self, FactorList};
use crate::widget::fit::fit;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Band;
use unequal_core::model::contest::odds;

impl RulingSheet {
    pub(super) fn draw_desk(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let Some((demand, reply)) = glance.view.open_contest() else {
            return;
        };
        let mut preview = glance.view.preview(glance.scenario(), demand, reply);
        let text = glance.text();
        let factors = FactorList {
            factors: preview.factors,
            sides: (&text.patron, &text.client),
            theme,
        };
        let rows = factor_list::HEIGHT.min(area.height);
        frame.render_widget(
            &factors,
            Rect {
                height: rows,
                ..area
            },
        );
        let mut at = below(area, rows);
        at = lines(frame, at, &[heading(&factors.modifier(), theme.strong)]);
        at = below(at, u16::from(at.height > 10));
        if is_rigid(glance) {
            at = lines(
                frame,
                at,
                &[heading(
                    "Rulings are by rule only: arguments are written down, and move nothing.",
                    theme.dim,
                )],
            );
        }
        if !is_rigid(glance) {
            let form = self.lines(glance);
            let rows = form.height().min(at.height);
            let spot = Rect { height: rows, ..at };
            form.draw(frame, spot, sitting);
            at = below(at, rows);
        }
        let room = usize::from(at.height.saturating_sub(5));
        let heard = heard(glance, room, usize::from(at.width), theme);
        at = lines(frame, at, &heard);
        at = below(at, 1);
        preview.odds = odds(
            glance.scenario(),
            preview.factors.modifier + self.arguments(glance),
        );
        let title = if self.provisional {
            "What the dice may give · for now, to be looked at again"
        } else {
            "What the dice may give"
        };
        at = lines(frame, at, &[heading(title, theme.strong)]);
        let after: Vec<Line<'_>> = Band::ALL
            .iter()
            .filter_map(|band| after(glance, sitting, *band))
            .collect();
        let kept = if after.is_empty() { 0 } else { after.len() + 2 };
        let room = usize::from(at.height).saturating_sub(kept);
        let bands = effects::bands(glance, &preview, (usize::from(at.width), room), theme);
        at = lines(frame, at, &bands);
        if usize::from(at.height) > after.len() + 1 && !after.is_empty() {
            let title = heading("And if bots played on from there", theme.strong);
            at = lines(frame, below(at, 1), &[title]);
            lines(frame, at, &after);
        }
    }

    pub(super) fn draw_fallen(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let Some((demand, reply)) = glance.view.open_contest() else {
            return;
        };
        let rolled = Dice {
            rolled: self.rolled(glance),
            theme,
        };
        let faces = !sitting.desk.hides_dice;
        let rows = if faces { dice::HEIGHT } else { 2 }.min(area.height);
        if faces {
            frame.render_widget(
                &rolled,
                Rect {
                    height: rows,
                    ..area
                },
            );
        }
        let mut preview = glance.view.preview(glance.scenario(), demand, reply);
        let computed = self.computed(glance, demand, reply);
        let net = self.arguments(glance);
        let total = self.roll(glance) + preview.factors.modifier + net;
        let beside = Rect {
            x: area.x + (dice::WIDTH + 3).min(area.width),
            width: area.width.saturating_sub(dice::WIDTH + 3),
            ..area
        };
        let sum = Line::from(vec![
            Span::styled(format!("{} ", self.roll(glance)), theme.strong),
            Span::styled(
                format!(
                    "rolled, {} of the forces, {} of arguments = {total}",
                    signed(preview.factors.modifier),
                    signed(net)
                ),
                theme.text,
            ),
        ]);
        let scale = &glance.scenario().contest;
        let words = format!(
            "up to {} gives more than meant · from {} holds",
            7 - scale.slip,
            7 + scale.hold
        );
        let given = preview.results[computed.index()].delivered;
        let verdict = format!(
            "{} {}: {given} % of the card is handed over",
            glance.text().client,
            band_words(computed)
        );
        if faces {
            let told = [
                Line::default(),
                sum,
                heading(&words, theme.dim),
                heading(&verdict, theme.accent),
            ];
            lines(frame, beside, &told);
        } else {
            preview.odds = odds(glance.scenario(), preview.factors.modifier + net);
            let chances = preview.odds[computed.index()];
            let words = format!("It had {chances} chances in 36.");
            let told = [heading(&verdict, theme.accent), heading(&words, theme.dim)];
            lines(frame, area, &told);
        }
        let mut told = moves(glance, sitting, computed, usize::from(area.width));
        let tips = sitting.desk.tips(glance.place, self.roll(glance), net);
        if let Some(tips) = tips {
            told.extend(holds(tips, usize::from(area.width), theme));
        }
        lines(frame, below(area, rows + 1), &told);
    }
}

/// The arguments that were heard, the latest in as many rows as there are.
fn heard(glance: &Glance<'_>, rows: usize, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let arguments = &glance.view.room.arguments;
    let hidden = if arguments.len() > rows {
        arguments.len() - rows.saturating_sub(1)
    } else {
        0
    };
    let more = (hidden > 0 && rows > 0).then(|| heading(&format!("  … {hidden} more"), theme.dim));
    let shown = arguments.iter().skip(hidden).map(|argument| {
        let seat = Seat::from(argument.helps);
        let words = format!(
            "{} {}: {}",
            signed(argument.weight()),
            glance.name(seat),
            unequal_core::deck::plain(&argument.text)
        );
        Line::from(vec![
            Span::styled("  ▎", theme.seat(seat)),
            Span::styled(fit(&words, columns.saturating_sub(4)), theme.text),
        ])
    });
    more.into_iter().chain(shown).take(rows).collect()
}
