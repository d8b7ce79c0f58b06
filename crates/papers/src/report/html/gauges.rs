//! Every gauge from STARTEX to now.

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::html::{curve, seat};
use crate::report::model::GaugeCourse;
use unequal_session::telling::signed;

/// What is measured in each domain, by the ending of the gauge's word.
const PARTS: [(&str, &str); 3] = [
    (".dependence", "dependence"),
    (".capacity", "can offer"),
    (".strain", "strain"),
];

pub(super) fn gauges(aar: &Aar) -> Markup {
    let gauges = &aar.course.gauges;
    let of_domain =
        |gauge: &&GaugeCourse| PARTS.iter().any(|(part, _)| gauge.gauge.ends_with(part));
    let others = gauges.iter().filter(|gauge| !of_domain(gauge));
    let domains: Vec<&str> = gauges
        .iter()
        .filter_map(|gauge| gauge.gauge.strip_suffix(PARTS[0].0))
        .collect();
    html! {
        section id="gauges" {
            h2 { "Gauges" }
            p.note { "In points from 0 to 100, where no other unit stands." }
            div.table { table {
                thead { tr {
                    th { "gauge" } th { "course" } th.n { "start" } th.n { "now" } th.n { "change" }
                    th.n { "lowest" } th.n { "highest" }
                } }
                tbody { @for gauge in others { (row(gauge)) } }
            } }
            h3 { "Domains" }
            div.table { table {
                thead { tr { th { "domain" } @for (_, name) in PARTS { th colspan="2" { (name) ", start → now" } } } }
                tbody {
                    @for domain in domains {
                        tr {
                            td { (name(aar, domain)) }
                            @for (part, _) in PARTS {
                                @for gauge in gauges.iter().filter(|gauge| gauge.gauge.strip_suffix(part) == Some(domain)) {
                                    td.spark.narrow { (curve::small(&gauge.values, true)) }
                                    td { (change(gauge)) }
                                }
                            }
                        }
                    }
                }
            } }
            h3 { "Who sat where" }
            div.table { table {
                thead { tr { th { "seat" } th { "held by" } th { "hands in the record" } } }
                tbody {
                    @for line in &aar.session.seats {
                        tr {
                            td { (seat(&line.seat, &line.name)) }
                            td { (line.held_by) }
                            td dir="auto" { (line.hands.join(", ")) }
                        }
                    }
                }
            } }
        }
    }
}

/// A domain's name, which each of its gauges carries behind a comma.
fn name<'a>(aar: &'a Aar, domain: &str) -> &'a str {
    let word = format!("{domain}{}", PARTS[0].0);
    aar.course
        .gauges
        .iter()
        .find(|gauge| gauge.gauge == word)
        .and_then(|gauge| gauge.name.split_once(", "))
        .map_or("", |(_, name)| name)
}

fn row(gauge: &GaugeCourse) -> Markup {
    let is_level = gauge.gauge != "gains";
    html! {
        @if let (Some(first), Some(last)) = (gauge.values.first(), gauge.values.last()) {
            tr {
                td { (gauge.name) @if !is_level { span.dim { ", " (gauge.unit) } } }
                td.spark { (curve::small(&gauge.values, is_level)) }
                td.n { (first) }
                td.n { b { (last) } }
                td.n { (signed(last - first)) }
                td.n { (gauge.values.iter().min().unwrap_or(first)) }
                td.n { (gauge.values.iter().max().unwrap_or(first)) }
            }
        }
    }
}

fn change(gauge: &GaugeCourse) -> Markup {
    html! {
        @if let (Some(first), Some(last)) = (gauge.values.first(), gauge.values.last()) {
            (first) " → " b { (last) } span.dim { " (" (signed(last - first)) ")" }
        }
    }
}
