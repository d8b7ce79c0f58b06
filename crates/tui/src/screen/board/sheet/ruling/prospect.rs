//! What a ruling moves, and where the session could go after it.

use ratatui::text::{Line, Span};

use crate::glance::{Glance, band_words};
use crate::page::paper::{heading, wrapped};
use crate::screen::board::effects;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::signed;
use unequal_core::model::choice::Band;
use unequal_core::study::tipping::Tipping;

/// What a ruling moves, and where the session could go after it.
pub(super) fn moves(
    glance: &Glance<'_>,
    sitting: &Sitting,
    ruled: Band,
    columns: usize,
) -> Vec<Line<'static>> {
    let theme = &sitting.theme;
    let Some((demand, reply)) = glance.view.open_contest() else {
        return Vec::new();
    };
    let preview = glance.view.preview(glance.scenario(), demand, reply);
    let result = &preview.results[ruled.index()];
    let words = format!(
        "stability {} · {}",
        signed(result.supported),
        effects::words(glance, &result.changes)
    );
    let mut told = vec![heading("What this ruling moves", theme.strong)];
    told.extend(wrapped(&words, columns, theme.text));
    if result.crossed > 0 {
        told.push(heading("✗ a red line is crossed", theme.danger));
    }
    if let Some(after) = after(glance, sitting, ruled) {
        let title = heading("And if bots played on from there", theme.strong);
        told.extend([Line::default(), title, after]);
    }
    told
}

/// On which number of the deck the result hangs most: the one that would have to be moved least.
pub(super) fn holds(tips: &[Tipping<Band>], columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let words = tips.first().map_or_else(
        || "No other value of a single number of the contest would change the result.".to_owned(),
        |tipping| {
            let end = |words: &str, (value, then): &(i64, Band)| {
                format!("{value} or {words}: {}", band_words(*then))
            };
            let below = tipping.below.iter().map(|end_| end("less", end_));
            let above = tipping.above.iter().map(|end_| end("more", end_));
            let ends: Vec<String> = below.chain(above).collect();
            let Tipping { path, now, .. } = tipping;
            format!(
                "Holds unless {path} of the deck, {now}, were {}",
                ends.join("; or ")
            )
        },
    );
    let mut told = vec![Line::default()];
    told.extend(wrapped(&words, columns, theme.dim));
    told
}

/// Where the session could go after a result: stability at the end, and what the patron would do next.
pub(super) fn after(glance: &Glance<'_>, sitting: &Sitting, band: Band) -> Option<Line<'static>> {
    let theme = &sitting.theme;
    let all = sitting.desk.outlook(glance.place)?;
    let after = all.iter().find(|after| after.band == band)?;
    let spread = &after.spread;
    let next: Vec<String> = after
        .follow_ups
        .iter()
        .map(|(choice, percent)| {
            format!("{} {percent:.0} %", glance.text().follow_up(*choice).name)
        })
        .collect();
    Some(Line::from(vec![
        Span::styled(format!("      {:<25}", band_words(band)), theme.text),
        Span::styled(
            format!(
                "stability at the end {} to {}, the middle {}",
                spread.low, spread.high, spread.median
            ),
            theme.text,
        ),
        Span::styled(format!(" · {}", next.join(", ")), theme.dim),
    ]))
}
