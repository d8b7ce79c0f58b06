//! Bars to both sides of nil, for tables.

use maud::{Markup, html};

/// A bar for `value` on a scale that ends at `most` on both sides.
pub(super) fn bar(value: f64, most: f64, side: &str) -> Markup {
    const WIDE: f64 = 128.0;
    const HIGH: f64 = 16.0;
    let half = WIDE / 2.0;
    let length = if most > 0.0 {
        half * (value.abs() / most).min(1.0)
    } else {
        0.0
    };
    let x = if value < 0.0 { half - length } else { half };
    html! {
        svg viewBox=(format!("0 0 {WIDE} {HIGH}")) aria-hidden="true" {
            rect class=(side) x=(format!("{x:.1}")) y="3" width=(format!("{length:.1}")) height="10" {}
            line.zero x1=(half) x2=(half) y1="0" y2=(HIGH) {}
        }
    }
}
