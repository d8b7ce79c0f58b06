//! Estimates: what was expected, what happened, how near each came.

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::html::cite;
use crate::report::model::{Estimates, PollLine};
use crate::report::words::{ESTIMATES_NOTE, percent, settled};

pub(super) fn estimates(aar: &Aar) -> Markup {
    let Some(estimates) = &aar.estimates else {
        return html! {};
    };
    html! {
        section id="estimates" {
            h2 { "Estimates" }
            p.note { (ESTIMATES_NOTE) }
            @for poll in &estimates.polls { (question(poll)) }
            (scores(estimates))
        }
    }
}

fn question(poll: &PollLine) -> Markup {
    html! {
        div.question {
            p { b { bdi { (poll.question) } } " " (cite(poll.entry)) }
            p.note { "Decided by: " bdi { (poll.resolution) } }
            p {
                (settled(poll))
                @if let Some(entry) = poll.resolved_by { " " (cite(entry)) }
            }
            @if !poll.estimates.is_empty() {
                ul {
                    @for line in &poll.estimates {
                        li {
                            bdi { (line.name) } ": " (line.percent) " % " (cite(line.entry))
                            @if let Some(brier) = line.brier { span.dim { " Brier " (format!("{brier:.2}")) } }
                        }
                    }
                }
            }
        }
    }
}

fn scores(estimates: &Estimates) -> Markup {
    html! {
        @if !estimates.forecasters.is_empty() {
            div.columns {
                div {
                    h3 { "Brier scores" }
                    div.table { table {
                        thead { tr { th { "who" } th.n { "estimates" } th.n { "mean score" } } }
                        tbody {
                            @for one in &estimates.forecasters {
                                tr { td { bdi { (one.name) } } td.n { (one.questions) } td.n { (format!("{:.2}", one.brier)) } }
                            }
                            @for one in &estimates.seats {
                                tr { td { "all of " bdi { (one.name) } } td.n { (one.questions) } td.n { (format!("{:.2}", one.brier)) } }
                            }
                        }
                    } }
                }
                div {
                    h3 { "Calibration" }
                    div.table { table {
                        thead { tr { th { "said" } th.n { "estimates" } th.n { "mean" } th.n { "happened" } } }
                        tbody {
                            @for range in &estimates.calibration {
                                tr {
                                    td { (range.from) " to " (range.to) " %" } td.n { (range.estimates) }
                                    td.n { (percent(range.expected)) } td.n { (percent(range.happened)) }
                                }
                            }
                        }
                    } }
                }
            }
        }
    }
}
