//! The cohort as Markdown: a table, a drawn chart, endings.

use crate::report::chart::{Curve, SIGNS, chart, sign};
use crate::report::cohort::{Cohort, HEADS, cells, summary};
use crate::report::markdown::escaped;

/// The cohort as one Markdown text.
pub fn markdown(cohort: &Cohort) -> String {
    let mut parts = vec![
        "# Sessions side by side".to_owned(),
        format!("> {}", escaped(&cohort.notice)),
    ];
    if !cohort.warnings.is_empty() {
        let warnings = cohort.warnings.iter();
        let warnings = warnings.map(|warning| format!("> **{}**", escaped(warning)));
        parts.push(warnings.collect::<Vec<_>>().join("\n>\n"));
    }
    let summary: Vec<String> = summary(cohort)
        .iter()
        .map(|line| format!("- {}", escaped(line)))
        .collect();
    parts.push(summary.join("\n"));
    if !cohort.spread.is_empty() {
        parts.push("## Stability, move by move".to_owned());
        parts.push(format!("```text\n{}\n```", drawn(cohort).join("\n")));
    }
    parts.push("## The sessions".to_owned());
    parts.push(table(cohort));
    parts.join("\n\n") + "\n"
}

/// The curves, each with its own sign; of more than can be told apart, only how they spread.
pub(super) fn drawn(cohort: &Cohort) -> Vec<String> {
    let with_curve: Vec<_> = cohort
        .sessions
        .iter()
        .filter(|line| !line.curve.is_empty())
        .collect();
    let curves: Vec<Curve> = if with_curve.len() <= SIGNS.len() {
        let curves = with_curve.iter().enumerate();
        curves
            .map(|(place, line)| Curve {
                sign: sign(place),
                name: line.session.clone(),
                values: line.curve.clone(),
            })
            .collect()
    } else {
        let curve = |sign, name: &str, of: fn(&super::Spread) -> i64| Curve {
            sign,
            name: name.to_owned(),
            values: cohort.spread.iter().map(of).collect(),
        };
        vec![
            curve('▲', "highest", |spread| spread.high),
            curve('●', "median", |spread| spread.median),
            curve('▼', "lowest", |spread| spread.low),
        ]
    };
    chart(&curves, 5, 4)
}

fn table(cohort: &Cohort) -> String {
    let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let mut rows = vec![
        row(&HEADS.map(str::to_owned)),
        row(&HEADS.map(|_| "---".to_owned())),
    ];
    rows.extend(
        cohort
            .sessions
            .iter()
            .map(|line| row(&cells(line).map(|cell| escaped(&cell)))),
    );
    rows.join("\n")
}
