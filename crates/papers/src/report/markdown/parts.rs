//! The parts of the Markdown report after its first page.

use crate::report::Aar;
use crate::report::markdown::{cite, escaped, line};
use crate::report::model::{Cite, Worth};
use crate::report::words::signed_tenth;
use unequal_session::telling::signed;

pub(super) fn turning_points(out: &mut String, aar: &Aar) {
    line(out, format_args!("## Turning points\n"));
    line(
        out,
        format_args!("Measure: {}.\n", escaped(&aar.turning_points.measure)),
    );
    if aar.turning_points.points.is_empty() {
        line(
            out,
            format_args!("No moment moved it by a point or more.\n"),
        );
    }
    for point in &aar.turning_points.points {
        let error = point
            .error
            .map_or_else(String::new, |error| format!(" ± {error:.1}"));
        line(
            out,
            format_args!(
                "- **{}{error}** to {:.0}, move {}: {} {}",
                signed_tenth(point.moved),
                point.to,
                point.move_number,
                escaped(&point.sentence),
                cite(point.entry)
            ),
        );
        for (entry, sentence) in &point.context {
            line(
                out,
                format_args!("  - after: {} {}", escaped(sentence), cite(*entry)),
            );
        }
        if let Some(reason) = &point.rationale {
            line(out, format_args!("  - why: “{}”", escaped(reason)));
        }
    }
    out.push('\n');
}

pub(super) fn overrides(out: &mut String, aar: &Aar) {
    line(
        out,
        format_args!("## Rulings that departed from the computed result\n"),
    );
    line(out, format_args!("{}\n", escaped(&aar.overrides.sentence)));
    if aar.overrides.lines.is_empty() {
        return;
    }
    line(
        out,
        format_args!(
            "| entry | move | about | computed | ruled | why | by | effect alone, points |\n|--:|--:|---|---|---|---|---|--:|"
        ),
    );
    for ruling in &aar.overrides.lines {
        line(
            out,
            format_args!(
                "| {} | {} | {} | {} | {} | {} | {} | {} |",
                ruling.entry,
                ruling.move_number,
                escaped(&ruling.about),
                escaped(&ruling.computed),
                escaped(&ruling.ruled),
                escaped(&ruling.reason),
                escaped(&ruling.by),
                ruling.effect.map_or_else(|| "–".to_owned(), signed),
            ),
        );
    }
    out.push('\n');
}

pub(super) fn attribution(out: &mut String, aar: &Aar) {
    let Some(shares) = &aar.attribution else {
        return;
    };
    line(out, format_args!("## What each act accounts for\n"));
    let how = shares.orders.map_or_else(
        || "exact, over all coalitions of acts".to_owned(),
        |orders| format!("sampled over {orders} orders, with standard errors"),
    );
    line(
        out,
        format_args!(
            "Final stability as played: {}. Had {} always held: {}. Had {} always accepted in part: {}. \
             Shapley values in points, {how}; in brackets what the act alone changes.\n",
            shares.with_all,
            escaped(aar.session.seat_called("patron")),
            shares.without_demands,
            escaped(aar.session.seat_called("client")),
            shares.without_replies
        ),
    );
    line(
        out,
        format_args!("| move | demand | points | response | points |\n|--:|---|--:|---|--:|"),
    );
    for share in &shares.lines {
        line(
            out,
            format_args!(
                "| {} | {} {} | {} | {} {} | {} |",
                share.move_number,
                escaped(&share.demand),
                cite(share.demand_entry),
                worth(&share.demand_worth),
                escaped(&share.reply),
                cite(share.reply_entry),
                worth(&share.reply_worth),
            ),
        );
    }
    out.push('\n');
}

fn worth(worth: &Worth) -> String {
    let error = if worth.error > 0.0 {
        format!(" ± {:.1}", worth.error)
    } else {
        String::new()
    };
    format!(
        "{}{error} ({})",
        signed_tenth(worth.shapley),
        signed(worth.leave_one_out)
    )
}

pub(super) fn expectations(out: &mut String, aar: &Aar) {
    let Some(report) = &aar.expectations else {
        return;
    };
    line(
        out,
        format_args!("## What could have been chosen instead\n"),
    );
    line(
        out,
        format_args!(
            "Mean final stability over {} playouts a choice, {} in both seats, the same dice for all choices.\n",
            report.playouts,
            escaped(&report.policy)
        ),
    );
    for decision in &report.decisions {
        line(
            out,
            format_args!(
                "- move {}: {} {} – expected {:.1}",
                decision.move_number,
                escaped(&decision.sentence),
                cite(decision.entry),
                decision.taken.stability
            ),
        );
        for option in &decision.options {
            line(
                out,
                format_args!(
                    "  - {}: {} ± {:.1}",
                    escaped(&option.words),
                    signed_tenth(option.difference.mean),
                    option.difference.error
                ),
            );
        }
    }
    out.push('\n');
}

pub(super) fn knowledge(out: &mut String, aar: &Aar) {
    line(
        out,
        format_args!("## What each side knew when it decided\n"),
    );
    for known in &aar.knowledge {
        line(
            out,
            format_args!(
                "- {}, move {}: {} {}",
                escaped(&known.seat_name),
                known.move_number,
                escaped(&known.decision),
                cite(known.entry)
            ),
        );
        for fact in crate::report::words::known_facts(known) {
            line(out, format_args!("  - {}", escaped(&fact)));
        }
        for hidden in &known.hidden {
            line(out, format_args!("  - did not know: {}", escaped(hidden)));
        }
    }
    out.push('\n');
}

fn cites(out: &mut String, cites: &[Cite]) {
    for cited in cites {
        line(
            out,
            format_args!(
                "  - move {}: {} {}",
                cited.move_number,
                escaped(&cited.sentence),
                cite(cited.entry)
            ),
        );
    }
}

pub(super) fn research(out: &mut String, aar: &Aar) {
    if aar.research.is_empty() {
        return;
    }
    line(out, format_args!("## Research questions\n"));
    line(
        out,
        format_args!("{}\n", crate::report::words::RESEARCH_NOTE),
    );
    for question in &aar.research {
        line(
            out,
            format_args!(
                "- **{}** ({}): {} Evidence would be: {}",
                escaped(&question.issue),
                escaped(&question.id),
                escaped(&question.question),
                escaped(&question.evidence)
            ),
        );
        line(
            out,
            format_args!(
                "  - material: **{}**{}",
                question.material.word(),
                escaped(&crate::report::words::tied(question))
            ),
        );
        cites(out, &question.acts);
    }
    out.push('\n');
}

pub(super) fn gaps(out: &mut String, aar: &Aar) {
    line(out, format_args!("## Gaps\n"));
    for gap in crate::report::words::gap_lines(aar) {
        line(out, format_args!("- {}", escaped(&gap)));
    }
    if !aar.gaps.without_reason.is_empty() {
        line(out, format_args!("- Decisions without a reason:"));
    }
    cites(out, &aar.gaps.without_reason);
    out.push('\n');
}

pub(super) fn debrief(out: &mut String, aar: &Aar) {
    line(out, format_args!("## Debrief\n"));
    for step in &aar.debrief.order {
        line(
            out,
            format_args!(
                "- [ ] {} min: {} (show: {})",
                step.minutes, step.ask, step.show
            ),
        );
    }
    out.push('\n');
    for question in &aar.debrief.questions {
        line(
            out,
            format_args!(
                "- [ ] **{}** {}",
                escaped(&question.about),
                escaped(&question.text)
            ),
        );
        cites(out, &question.look_at);
    }
    out.push('\n');
}

pub(super) fn method(out: &mut String, aar: &Aar) {
    line(out, format_args!("## Method\n"));
    let mut list = |title: &str, items: &[String]| {
        if items.is_empty() {
            return;
        }
        line(out, format_args!("### {title}\n"));
        for item in items {
            line(out, format_args!("- {}", escaped(item)));
        }
        out.push('\n');
    };
    list("How to read this report", &aar.method.reading);
    list(
        "How it was played",
        &crate::report::words::played(&aar.session),
    );
    list(
        "What players were asked to accept",
        &aar.method.artificialities,
    );
    list("What the deck says of itself", &aar.method.disclaimer);
    list("Credits", &aar.method.credits);
    let sources: Vec<String> = aar
        .sources
        .iter()
        .map(crate::report::words::source)
        .collect();
    list("Sources behind what was played", &sources);
}
