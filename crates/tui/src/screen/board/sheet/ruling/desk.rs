//! Draws the ruling desk: the forces before the dice fall, the verdict after.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::glance::{Glance, band_words, lines};
use crate::page::paper::{Reading, below, heading, lines, wrapped};
use crate::screen::board::effects;
use crate::screen::board::sheet::ruling::prospect::{after, holds, moves};
use crate::screen::board::sheet::ruling::{RulingSheet, Step, is_rigid};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::signed;
use crate::widget::dice::{self, Dice};
use crate::widget::factor_list::{self, FactorList};
use crate::widget::fit::fit;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Band, Demand, Reply};
use unequal_core::model::contest::odds;

/// The rows of own words above the desk, at most: what is longer is read below it.
const WORDS: usize = 4;

impl RulingSheet {
    /// What is ruled on: the demand, and what was answered.
    pub(super) fn head(
        glance: &Glance<'_>,
        (demand, reply): (Demand, Reply),
        columns: usize,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let card = lines::card(glance, demand.card);
        let asked = lines::demand(glance, demand);
        let own = glance.own_words_on_table(0);
        let line = Line::from(vec![
            Span::styled(card.clone(), theme.patron),
            Span::styled(format!(" · {asked} · "), theme.dim),
            Span::styled(lines::reply(glance, reply, own), theme.client),
        ]);
        if line.width() <= columns {
            return vec![line, Line::default()];
        }
        let under = |own: Option<&str>| {
            let words = format!("{asked} · {}", lines::reply(glance, reply, own));
            wrapped(&words, columns, theme.client)
        };
        let mut told = vec![heading(&card, theme.patron)];
        let whole = under(own);
        if whole.len() <= WORDS {
            told.extend(whole);
        } else {
            told.extend(under(Some("…")));
        }
        told
    }

    /// What there is to read below what the desk shows, in the room below the head.
    pub(super) fn reading(
        &self,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) -> Option<Reading> {
        let open = glance.view.open_contest()?;
        let theme = &sitting.theme;
        let columns = usize::from(area.width.saturating_sub(2));
        let mut told = Vec::new();
        let own = glance.own_words_on_table(0);
        let words = own.filter(|_| is_long(glance, open, usize::from(area.width), theme));
        if let Some(words) = words {
            told.extend(wrapped(&format!("“{words}”"), columns, theme.client));
            told.push(Line::default());
        }
        let place = match self.step {
            Step::Forces | Step::Lines => {
                told.extend(self.outcomes(glance, sitting, open, columns));
                self.below_desk(area, glance, theme)
            }
            Step::Fallen => {
                told.extend(self.verdict(glance, sitting, open, columns));
                below(area, dice_rows(sitting).min(area.height) + 1)
            }
        };
        Some(Reading::of(told, place))
    }

    /// The odds of each result with what it would move, and where it could lead.
    fn outcomes(
        &self,
        glance: &Glance<'_>,
        sitting: &Sitting,
        (demand, reply): (Demand, Reply),
        columns: usize,
    ) -> Vec<Line<'static>> {
        let theme = &sitting.theme;
        let mut preview = glance.view.preview(glance.scenario(), demand, reply);
        preview.odds = odds(
            glance.scenario(),
            preview.factors.modifier + self.arguments(glance),
        );
        let title = if self.provisional {
            "What the dice may give · for now, to be looked at again"
        } else {
            "What the dice may give"
        };
        let mut told = vec![heading(title, theme.strong)];
        told.extend(effects::bands(glance, &preview, columns, theme));
        let all = Band::ALL.iter();
        let after: Vec<Line<'static>> = all
            .flat_map(|band| after(glance, sitting, *band, columns))
            .collect();
        if !after.is_empty() {
            let title = heading("And if bots played on from there", theme.strong);
            told.extend([Line::default(), title]);
            told.extend(after);
        }
        told
    }

    /// What the result that the dice give would move, and on what it hangs.
    fn verdict(
        &self,
        glance: &Glance<'_>,
        sitting: &Sitting,
        (demand, reply): (Demand, Reply),
        columns: usize,
    ) -> Vec<Line<'static>> {
        let computed = self.computed(glance, demand, reply);
        let mut told = moves(glance, sitting, computed, columns);
        let net = self.arguments(glance);
        if let Some(tips) = sitting.desk.tips(glance.place, self.roll(glance), net) {
            told.extend(holds(tips, columns, &sitting.theme));
        }
        told
    }

    /// The room below forces, lines and arguments.
    fn below_desk(&self, area: Rect, glance: &Glance<'_>, theme: &Theme) -> Rect {
        let mut at = below(area, factor_list::HEIGHT.min(area.height) + 1);
        at = below(at, u16::from(at.height > 10));
        at = below(
            at,
            if is_rigid(glance) {
                1
            } else {
                self.lines(glance).height()
            },
        );
        let heard = heard(glance, at, theme).len();
        below(at, u16::try_from(heard).unwrap_or(0) + 1)
    }

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
        let preview = glance.view.preview(glance.scenario(), demand, reply);
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
            let words = "Rulings are by rule only: arguments are written down, and move nothing.";
            at = lines(frame, at, &[heading(words, theme.dim)]);
        } else {
            let form = self.lines(glance);
            let rows = form.height().min(at.height);
            form.draw(frame, Rect { height: rows, ..at }, sitting);
            at = below(at, rows);
        }
        let heard = heard(glance, at, theme);
        lines(frame, at, &heard);
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
        let mut preview = glance.view.preview(glance.scenario(), demand, reply);
        let computed = self.computed(glance, demand, reply);
        let net = self.arguments(glance);
        let given = preview.results[computed.index()].delivered;
        let verdict = format!(
            "{} {}: {given} % of the card is handed over",
            glance.text().client,
            band_words(computed)
        );
        if sitting.desk.hides_dice {
            preview.odds = odds(glance.scenario(), preview.factors.modifier + net);
            let chances = preview.odds[computed.index()];
            let words = format!("It had {chances} chances in 36.");
            let told = [heading(&verdict, theme.accent), heading(&words, theme.dim)];
            lines(frame, area, &told);
            return;
        }
        let rolled = Dice {
            rolled: self.rolled(glance),
            theme,
        };
        let height = dice::HEIGHT.min(area.height);
        frame.render_widget(&rolled, Rect { height, ..area });
        let total = self.roll(glance) + preview.factors.modifier + net;
        let beside = Rect {
            x: area.x + (dice::WIDTH + 3).min(area.width),
            width: area.width.saturating_sub(dice::WIDTH + 3),
            height,
            ..area
        };
        let columns = usize::from(beside.width);
        let scale = &glance.scenario().contest;
        let sum = format!(
            "{} rolled, {} of the forces, {} of arguments = {total}",
            self.roll(glance),
            signed(preview.factors.modifier),
            signed(net)
        );
        let words = format!(
            "up to {} gives more than meant · from {} holds",
            7 - scale.slip,
            7 + scale.hold
        );
        let mut told = wrapped(&sum, columns, theme.text);
        told.extend(wrapped(&words, columns, theme.dim));
        told.extend(wrapped(&verdict, columns, theme.accent));
        let free = usize::from(height).saturating_sub(told.len());
        told.splice(0..0, (free > 0).then(Line::default));
        lines(frame, beside, &told);
    }
}

/// Rows of the dice, or of what stands there where they are hidden.
const fn dice_rows(sitting: &Sitting) -> u16 {
    if sitting.desk.hides_dice {
        2
    } else {
        dice::HEIGHT
    }
}

/// Whether the answer's own words are too long to stand above the desk.
fn is_long(
    glance: &Glance<'_>,
    (demand, reply): (Demand, Reply),
    columns: usize,
    theme: &Theme,
) -> bool {
    let head = RulingSheet::head(glance, (demand, reply), columns, theme);
    let own = glance.own_words_on_table(0).unwrap_or_default();
    let told: Vec<String> = head.iter().map(ToString::to_string).collect();
    let told = told.join(" ");
    own.split_whitespace().any(|word| !told.contains(word))
}

/// The arguments that were heard, the latest in as many rows as there are above the odds.
fn heard(glance: &Glance<'_>, room: Rect, theme: &Theme) -> Vec<Line<'static>> {
    let rows = usize::from(room.height.saturating_sub(5));
    let columns = usize::from(room.width);
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
