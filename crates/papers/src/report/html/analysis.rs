//! Turning points, rulings, shares of the change, and what could have been chosen instead.

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::html::bars::bar;
use crate::report::html::{cite, cited, quoted};
use crate::report::model::{OptionLine, Worth};
use crate::report::words::signed_tenth;
use unequal_session::telling::signed;

pub(super) fn turning_points(aar: &Aar) -> Markup {
    html! {
        section id="turning-points" {
            h2 { "Turning points" }
            p.note { "Measure: " (aar.turning_points.measure) "." }
            @if aar.turning_points.points.is_empty() { p { "No moment moved it by a point or more." } }
            @for point in &aar.turning_points.points {
                div.point {
                    p {
                        span.moved { (signed_tenth(point.moved)) @if let Some(error) = point.error { " ± " (format!("{error:.1}")) } }
                        " to " (format!("{:.0}", point.to)) ", move " (point.move_number) ": "
                        (cited(&point.sentence, point.entry))
                    }
                    @for (entry, sentence) in &point.context { p.note { "after: " (cited(sentence, *entry)) } }
                    @if let Some(reason) = &point.rationale { p.said { (quoted(reason)) } }
                }
            }
        }
    }
}

pub(super) fn overrides(aar: &Aar) -> Markup {
    let overrides = &aar.overrides;
    html! {
        section id="rulings" {
            h2 { "Rulings that departed from the computed result" }
            p { (overrides.sentence) }
            @if !overrides.lines.is_empty() {
                div.table { table {
                    thead { tr {
                        th.n { "move" } th { "about" } th { "computed" } th { "ruled" } th { "why" } th { "by" }
                        th.n { "effect alone, points" }
                    } }
                    tbody {
                        @for line in &overrides.lines {
                            tr {
                                td.n { (line.move_number) }
                                td { (line.about) " " (cite(line.entry)) }
                                td { (line.computed) }
                                td { b { (line.ruled) } }
                                td { @if line.reason.is_empty() { span.dim { "no reason given" } } @else { (quoted(&line.reason)) } }
                                td dir="auto" { (line.by) }
                                td.n { @match line.effect { Some(effect) => (signed(effect)), None => "–" } }
                            }
                        }
                    }
                } }
            }
        }
    }
}

pub(super) fn attribution(aar: &Aar) -> Markup {
    let Some(shares) = &aar.attribution else {
        return html! {};
    };
    let worths = shares
        .lines
        .iter()
        .flat_map(|line| [line.demand_worth, line.reply_worth]);
    let most = worths.map(|worth| worth.shapley.abs()).fold(1.0, f64::max);
    html! {
        section id="shares" {
            h2 { "What each act accounts for" }
            p {
                "Final stability as played: " b { (shares.with_all) } ". Had " (aar.session.seat_called("patron")) " always held: "
                (shares.without_demands) ". Had " (aar.session.seat_called("client")) " always accepted in part: " (shares.without_replies) "."
            }
            p.note {
                "Shapley values in points of final stability, "
                @match shares.orders {
                    Some(orders) => { "sampled over " (orders) " orders, with standard errors" }
                    None => { "exact" }
                }
                "; in brackets what the act alone changes. Bars run to the left where stability was lost."
            }
            div.table { table {
                thead { tr { th.n { "move" } th { "act" } th.n { "points" } th {} } }
                tbody {
                    @for line in &shares.lines {
                        tr.upper {
                            td.n { (line.move_number) }
                            td { (cited(&line.demand, line.demand_entry)) }
                            (worth(&line.demand_worth, most, "patron"))
                        }
                        tr {
                            td {}
                            td { (cited(&line.reply, line.reply_entry)) }
                            (worth(&line.reply_worth, most, "client"))
                        }
                    }
                }
            } }
        }
    }
}

fn worth(worth: &Worth, most: f64, side: &str) -> Markup {
    html! {
        td.n {
            (signed_tenth(worth.shapley))
            @if worth.error > 0.0 { " ± " (format!("{:.1}", worth.error)) }
            span.dim { " (" (signed(worth.leave_one_out)) ")" }
        }
        td.bar { (bar(worth.shapley, most, side)) }
    }
}

pub(super) fn expectations(aar: &Aar) -> Markup {
    let Some(report) = &aar.expectations else {
        return html! {};
    };
    html! {
        section id="instead" {
            h2 { "What could have been chosen instead" }
            p.note {
                "Mean final stability over " (report.playouts) " playouts a choice, " (report.policy)
                " in both seats, the same dice for all choices; differences in points, with standard errors."
            }
            div.table { table {
                thead { tr { th.n { "move" } th { "decision" } th.n { "expected" } th { "most stabilising" } th { "most straining" } } }
                tbody {
                    @for decision in &report.decisions {
                        tr {
                            td.n { (decision.move_number) }
                            td { (cited(&decision.sentence, decision.entry)) }
                            td.n { (format!("{:.1}", decision.taken.stability)) }
                            td { (option(decision.options.first())) }
                            td { (option(decision.options.last().filter(|_| decision.options.len() > 1))) }
                        }
                    }
                }
            } }
            details {
                summary { "All alternatives" }
                @for decision in &report.decisions {
                    p { "Move " (decision.move_number) ": " (cited(&decision.sentence, decision.entry)) }
                    ul { @for other in &decision.options { li { (option(Some(other))) } } }
                }
            }
        }
    }
}

fn option(option: Option<&OptionLine>) -> Markup {
    html! {
        @if let Some(option) = option {
            (option.words) ": " (signed_tenth(option.difference.mean))
            span.dim { " ± " (format!("{:.1}", option.difference.error)) }
        }
    }
}
