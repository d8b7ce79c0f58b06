//! What a ruling moves, and where the session could go after it.

use ratatui::text::{Line, Span};

use crate::glance::{Glance, band_words};
use crate::page::paper::{heading, wrapped};
use crate::screen::board::effects;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fit::wrap;
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
    let words = effects::moves(glance, result);
    let mut told = vec![heading("What this ruling moves", theme.strong)];
    told.extend(wrapped(&words, columns, theme.text));
    if result.crossed > 0 {
        told.push(heading("✗ a red line is crossed", theme.danger));
    }
    let after = after(glance, sitting, ruled, columns);
    if !after.is_empty() {
        let title = heading("And if bots played on from there", theme.strong);
        told.extend([Line::default(), title]);
        told.extend(after);
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
                "Holds unless {}, {now} in this deck, were {}",
                number_words(path),
                ends.join("; or ")
            )
        },
    );
    let mut told = vec![Line::default()];
    told.extend(wrapped(&words, columns, theme.dim));
    told
}

/// What a number of the contest is, in words: nobody at a table knows it by its key.
fn number_words(path: &str) -> &'static str {
    if path.starts_with("intensity.") {
        return "how much of the leverage this intensity brings to bear";
    }
    if path.starts_with("inducement.") {
        return "how much this promise adds to the press";
    }
    if path.starts_with("card.") {
        return "how near this card comes to the red line";
    }
    match path.strip_prefix("contest.").unwrap_or_default() {
        "red_line_weight" => "how much a red line counts in the contest",
        "resentment" => "by what resentment is divided in the contest",
        "autonomy" => "by what freedom of action is divided in the contest",
        "endurance" => "by what endurance is divided in the contest",
        "credibility" => "by what belief in threats is divided in the contest",
        "scale" => "how much of press or resistance moves the roll by one",
        "limit" => "how far press and resistance can move the roll",
        "hold" => "how far above 7 the ground is held",
        "slip" => "how far below 7 more is given than meant",
        _ => "a number of the contest",
    }
}

/// Where the session could go after a result: stability at the end, and what the patron would do next; nothing as long
/// as that is not worked out.
pub(super) fn after(
    glance: &Glance<'_>,
    sitting: &Sitting,
    band: Band,
    columns: usize,
) -> Vec<Line<'static>> {
    let theme = &sitting.theme;
    let all = sitting.desk.outlook(glance.place);
    let Some(after) = all.and_then(|all| all.iter().find(|after| after.band == band)) else {
        return Vec::new();
    };
    let spread = &after.spread;
    let next: Vec<String> = after
        .follow_ups
        .iter()
        .map(|(choice, percent)| {
            format!("{} {percent:.0} %", glance.text().follow_up(*choice).name)
        })
        .collect();
    let head = Span::styled(format!("      {:<25}", band_words(band)), theme.text);
    let head = Line::from(head);
    let words = format!(
        "stability at the end {} to {}, the middle {} · {}",
        spread.low,
        spread.high,
        spread.median,
        next.join(", ")
    );
    let words = wrap(&words, columns.saturating_sub(head.width()));
    effects::hung(&head, words, theme)
}
