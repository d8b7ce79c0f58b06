//! What entries changed, gauge by gauge, with the reasons: `trust 60 → 52 ▼8  being asked at all`.

use ratatui::text::{Line, Span};

use crate::glance::Glance;
use crate::page::paper::row;
use crate::theme::Theme;
use crate::widget::change::{arrow, signed, signed_tenths, tenths};
use crate::widget::fit::pad;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::ledger::{Change, Reason};
use unequal_session::telling::reason_words;

/// The changes of one gauge over some entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The gauge.
    pub gauge: Gauge,
    /// The value before the first change.
    pub from: i64,
    /// The value after the last.
    pub to: i64,
    /// By how much for which reason, the strongest first.
    pub reasons: Vec<(Reason, i64)>,
}

impl Sum {
    /// The signed difference.
    pub const fn by(&self) -> i64 {
        self.to - self.from
    }
}

/// Sums up changes by gauge; gauges that end where they began are left out. The largest come first.
pub fn sums<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<Sum> {
    let mut all: Vec<Sum> = Vec::new();
    for change in changes {
        let place = all.iter().position(|sum| sum.gauge == change.gauge);
        let place = place.unwrap_or_else(|| {
            all.push(Sum {
                gauge: change.gauge,
                from: change.from,
                to: change.to,
                reasons: Vec::new(),
            });
            all.len() - 1
        });
        let sum = &mut all[place];
        sum.to = change.to;
        match sum
            .reasons
            .iter_mut()
            .find(|(reason, _)| *reason == change.reason)
        {
            Some((_, by)) => *by += change.by(),
            None => sum.reasons.push((change.reason, change.by())),
        }
    }
    all.retain(|sum| sum.by() != 0);
    for sum in &mut all {
        sum.reasons
            .sort_by_key(|(_, by)| std::cmp::Reverse(by.abs()));
    }
    all.sort_by_key(|sum| {
        let size = sum.by().abs() * if sum.gauge == Gauge::Gains { 1 } else { 10 };
        // Stability stands first whatever its size.
        std::cmp::Reverse(if sum.gauge == Gauge::Stability {
            i64::MAX
        } else {
            size
        })
    });
    all
}

const NAME: usize = 22;

/// A line a gauge, and more where the reasons need them.
pub fn lines(glance: &Glance<'_>, sums: &[Sum], width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let width = usize::from(width);
    sums.iter()
        .flat_map(|sum| told(glance, sum, width, theme))
        .collect()
}

fn told(glance: &Glance<'_>, sum: &Sum, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let name = glance.short_name(sum.gauge);
    let (values, change) = if sum.gauge == Gauge::Gains {
        (
            format!("{:>5} → {:<5}", tenths(sum.from), tenths(sum.to)),
            signed_tenths(sum.by()),
        )
    } else {
        (format!("{:>5} → {:<5}", sum.from, sum.to), arrow(sum.by()))
    };
    let reasons: Vec<String> = sum
        .reasons
        .iter()
        .map(|(reason, by)| {
            let words = reason_words(glance.place.deck(), *reason);
            match (sum.reasons.len(), sum.gauge) {
                (1, _) => words,
                (_, Gauge::Gains) => format!("{} {words}", signed_tenths(*by)),
                _ => format!("{} {words}", signed(*by)),
            }
        })
        .collect();
    let before = vec![
        Span::styled(pad(&name, NAME), theme.text),
        Span::styled(values, theme.dim),
        Span::styled(format!("{change:<6} "), theme.accent),
    ];
    let room = width.saturating_sub(NAME + 13 + 7);
    row(before, &[(&reasons.join(", "), room, theme.dim)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_add_up_by_gauge_and_what_comes_back_is_left_out() {
        let change = |gauge, from, to, reason| Change {
            gauge,
            from,
            to,
            reason,
        };
        let changes = [
            change(Gauge::Trust, 60, 52, Reason::Tabling),
            change(Gauge::Resentment, 30, 33, Reason::Tabling),
            change(Gauge::Trust, 52, 49, Reason::Response),
            change(Gauge::Resentment, 33, 30, Reason::Response),
            change(Gauge::Stability, 64, 63, Reason::Supported),
        ];
        let sums = sums(&changes);
        assert_eq!(
            sums.iter()
                .map(|sum| (sum.gauge, sum.by()))
                .collect::<Vec<_>>(),
            [(Gauge::Stability, -1), (Gauge::Trust, -11)]
        );
        assert_eq!(
            sums[1].reasons,
            [(Reason::Tabling, -8), (Reason::Response, -3)]
        );
    }
}
