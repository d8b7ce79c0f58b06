//! Estimates in Markdown.

use crate::report::Aar;
use crate::report::markdown::{cite, escaped, line};
use crate::report::words::{ESTIMATES_NOTE, percent, settled};

pub(super) fn estimates(out: &mut String, aar: &Aar) {
    let Some(estimates) = &aar.estimates else {
        return;
    };
    line(out, format_args!("## Estimates\n\n{ESTIMATES_NOTE}\n"));
    for poll in &estimates.polls {
        let resolved = poll
            .resolved_by
            .map_or_else(String::new, |entry| format!(" {}", cite(entry)));
        line(
            out,
            format_args!("**{}** {}  ", escaped(&poll.question), cite(poll.entry)),
        );
        line(
            out,
            format_args!("Decided by: {}  ", escaped(&poll.resolution)),
        );
        line(out, format_args!("{}{resolved}\n", escaped(&settled(poll))));
        for given in &poll.estimates {
            let brier = given
                .brier
                .map_or_else(String::new, |brier| format!(", Brier {brier:.2}"));
            line(
                out,
                format_args!(
                    "- {}: {} %{brier} {}",
                    escaped(&given.name),
                    given.percent,
                    cite(given.entry)
                ),
            );
        }
        out.push('\n');
    }
    if estimates.forecasters.is_empty() {
        return;
    }
    line(
        out,
        format_args!("| who | estimates | mean Brier score |\n| --- | ---: | ---: |"),
    );
    let people = estimates.forecasters.iter().map(|one| ("", one));
    let seats = estimates.seats.iter().map(|one| ("all of ", one));
    for (all_of, one) in people.chain(seats) {
        line(
            out,
            format_args!(
                "| {all_of}{} | {} | {:.2} |",
                escaped(&one.name),
                one.questions,
                one.brier
            ),
        );
    }
    line(
        out,
        format_args!("\n| said | estimates | mean | happened |\n| --- | ---: | ---: | ---: |"),
    );
    for range in &estimates.calibration {
        line(
            out,
            format_args!(
                "| {} to {} % | {} | {} | {} |",
                range.from,
                range.to,
                range.estimates,
                percent(range.expected),
                percent(range.happened)
            ),
        );
    }
    out.push('\n');
}
