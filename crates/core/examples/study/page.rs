//! What was found, as Markdown.

use std::fmt::Write as _;

use unequal_core::analysis::stats::Share;
use unequal_core::model::choice::{Ending, Side};
use unequal_core::study::best_response::Responses;
use unequal_core::study::record::Measure;
use unequal_core::study::sensitivity::effects::Effect;
use unequal_core::study::sensitivity::global::Global;
use unequal_core::study::sensitivity::indices::Index;
use unequal_core::study::sensitivity::survey::{Moved, Survey, Weight};
use unequal_core::study::session::Plan;
use unequal_core::study::theory::arms;
use unequal_core::study::theory::inquiry::{Standing, Tried};
use unequal_core::study::warning::{ENDINGS, Warning};

/// A deck, and how it stands to the claims.
pub(crate) type Column = (String, Vec<Standing>);

/// The claims of decks, a column each.
pub(crate) fn theory(columns: &[Column], plan: Plan) -> String {
    let mut page = format!(
        "{}, seeds from {}.\n\n",
        arms::told(plan.sessions),
        plan.first
    );
    let Some((_, claims)) = columns.first() else {
        return page;
    };
    for claim in claims {
        let _ = writeln!(page, "**{}** {}\n", claim.claim, claim.says);
        let names: Vec<&str> = columns.iter().map(|(name, _)| &**name).collect();
        let _ = writeln!(page, "| test | must be | {} |", names.join(" | "));
        let _ = writeln!(page, "|---|---|{}", "---|".repeat(columns.len()));
        let of = |standings: &'_ [Standing]| -> Vec<Tried> {
            let same = standings.iter().find(|one| one.claim == claim.claim);
            same.map_or(Vec::new(), |one| one.tests.clone())
        };
        // A deck with other domains has other tests of a claim.
        let columns: Vec<Vec<Tried>> = columns.iter().map(|(_, all)| of(all)).collect();
        let mut says: Vec<&str> = Vec::new();
        for tried in columns.iter().flatten() {
            if !says.contains(&&*tried.says) {
                says.push(&tried.says);
            }
        }
        for says in says {
            // One that goes by the length of a session is not the same for all.
            let mut bounds: Vec<String> = Vec::new();
            let cells: Vec<String> = columns
                .iter()
                .map(|tests| {
                    let found = tests.iter().find(|tried| tried.says == says);
                    found.map_or(String::new(), |tried| {
                        bounds.push(tried.bound.to_string());
                        cell(tried)
                    })
                })
                .collect();
            if bounds.windows(2).all(|pair| pair[0] == pair[1]) {
                bounds.truncate(1);
            }
            let (bounds, cells) = (bounds.join("; "), cells.join(" | "));
            let _ = writeln!(page, "| {says} | {bounds} | {cells} |");
        }
        page.push('\n');
    }
    page
}

fn cell(tried: &Tried) -> String {
    let Some(figure) = tried.figure else {
        return tried.word().to_owned();
    };
    let (value, low, high) = (figure.value, figure.low, figure.high);
    let word = if tried.is_broken() {
        format!("**{}**", tried.word())
    } else {
        tried.word().to_owned()
    };
    format!("{value:.1} ({low:.1} to {high:.1}): {word}")
}

/// Every bot against every other.
pub(crate) fn bots(found: &Responses, shipped: &[&str]) -> String {
    let mut page = String::from(
        "| patron:client | rup/col/cap/ent/man/dri | stability | patron | client | gap of the patron | gap of the client |\n|---|---|--:|--:|--:|--:|--:|\n",
    );
    for cell in &found.cells {
        let endings: Vec<String> = Ending::ALL
            .iter()
            .map(|ending| {
                format!(
                    "{:.0}",
                    cell.figures.0[Measure::Rupture.index() + ending.index()]
                )
            })
            .collect();
        let gap = |gap: f64, error: f64, best: &str| {
            if gap > 0.0 {
                format!("{gap:.1} ± {:.1} ({best})", 1.96 * error)
            } else {
                "0".to_owned()
            }
        };
        let _ = writeln!(
            page,
            "| {} | {} | {:.1} | {:.1} | {:.1} | {} | {} |",
            cell.pairing,
            endings.join("/"),
            cell.figure(Measure::Stability),
            cell.aims.patron.value,
            cell.aims.client.value,
            gap(
                cell.gaps.patron.value,
                cell.gaps.patron.error,
                &cell.best.patron
            ),
            gap(
                cell.gaps.client.value,
                cell.gaps.client.error,
                &cell.best.client
            ),
        );
    }
    page += &by_seat(found, shipped);
    if let Some(cell) = found.steadiest() {
        let _ = writeln!(
            page,
            "\nNearest to a pairing in which nobody would choose otherwise: {}, where the sides could gain {:.1} and {:.1}.",
            cell.pairing, cell.gaps.patron.value, cell.gaps.client.value
        );
    }
    page
}

/// What each bot comes to in each seat over the deck's own bots in the other, and how much more than the best of them does.
fn by_seat(found: &Responses, shipped: &[&str]) -> String {
    let means = found.over(shipped);
    let mut page = String::from("\n| bot | as the patron | as the client |\n|---|--:|--:|\n");
    for (name, mean) in found.bots.iter().zip(&means) {
        let told = |side: Side| {
            let own = mean[side];
            let rivals = found.bots.iter().zip(&means);
            let rivals = rivals.filter(|(rival, _)| shipped.contains(&&***rival) && *rival != name);
            let best = rivals.max_by(|(_, a), (_, b)| a[side].value.total_cmp(&b[side].value));
            let more = best.map_or_else(String::new, |(rival, best)| {
                let error = own.error.hypot(best[side].error);
                format!(
                    "; {:+.1} ± {:.1} beside {rival}",
                    own.value - best[side].value,
                    1.96 * error
                )
            });
            format!("{:.1} ± {:.1}{more}", own.value, 1.96 * own.error)
        };
        let _ = writeln!(
            page,
            "| {name} | {} | {} |",
            told(Side::Patron),
            told(Side::Client)
        );
    }
    page
}

/// What moving each lever by itself does.
pub(crate) fn survey(found: &Survey) -> String {
    let mut page = format!("Pairings: {}.\n\n", found.pairings.join(", "));
    page += "| number | now | low to high | endings apart, mean | most | stability | patron | client | Europe | decides |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|---|\n";
    for moved in &found.moved {
        page += &row(moved);
    }
    let all = found.moved.len();
    let of = |weight: Weight| {
        found
            .moved
            .iter()
            .filter(move |moved| moved.weight == weight)
    };
    let _ = writeln!(
        page,
        "\nOf {all} numbers {} decide nothing at all and {} little.",
        of(Weight::Nothing).count(),
        of(Weight::Little).count()
    );
    for weight in [Weight::Nothing, Weight::Little] {
        let names: Vec<&str> = of(weight).map(|moved| &*moved.lever.name).collect();
        let _ = writeln!(page, "\n{weight}: {}.", names.join(", "));
    }
    page
}

fn row(moved: &Moved) -> String {
    let shift = |measure: Measure| {
        let ends = moved.low.iter().zip(&moved.high);
        let shifts = ends.map(|(low, high)| high.get(measure) - low.get(measure));
        let most = shifts.fold(0.0, |most: f64, shift| {
            if shift.abs() > most.abs() {
                shift
            } else {
                most
            }
        });
        format!("{most:+.1}")
    };
    let lever = &moved.lever;
    format!(
        "| {} | {} | {} to {} | {:.1} | {:.1} | {} | {} | {} | {} | {} |\n",
        lever.name.replace('|', "\\|"),
        lever.now,
        lever.low,
        lever.high,
        moved.apart,
        moved.most_apart,
        shift(Measure::Stability),
        shift(Measure::Patron),
        shift(Measure::Client),
        shift(Measure::Europe),
        moved.weight
    )
}

/// What signs tell about endings.
pub(crate) fn signs(found: &[Warning]) -> String {
    let mut page = String::new();
    for ending in ENDINGS {
        let _ = writeln!(page, "**{ending}**\n");
        page += "| sign | ended so with it, % | without it, % | of those that ended so were warned, % | moves before, mean | a quarter at most, half at most |\n|---|---|---|---|---|---|\n";
        for warning in found
            .iter()
            .filter(|warning| warning.ending == ending && warning.is_clear())
        {
            let share = |share: Share| {
                format!(
                    "{:.1} ({:.1} to {:.1})",
                    share.percent, share.low, share.high
                )
            };
            let lead = warning.lead.map_or([String::new(), String::new()], |lead| {
                [
                    format!("{:.1} ({:.1} to {:.1})", lead.mean, lead.low, lead.high),
                    format!("{}, {}", lead.quarter, lead.median),
                ]
            });
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} | {} |",
                warning.sign,
                share(warning.with),
                share(warning.without),
                share(warning.warned),
                lead[0],
                lead[1]
            );
        }
        page.push('\n');
    }
    page
}

/// Elementary effects.
pub(crate) fn morris(found: &Global<Effect>) -> String {
    table(found, "μ* ± error (μ, σ)", |effect| {
        format!(
            "{:.1} ± {:.1} ({:+.1}, {:.1})",
            effect.size.value, effect.size.error, effect.mean, effect.spread
        )
    })
}

/// Shares of variance.
pub(crate) fn sobol(found: &Global<Index>) -> String {
    table(found, "first ± error, total ± error", |index| {
        format!(
            "{:.2} ± {:.2}, {:.2} ± {:.2}",
            index.first.value, index.first.error, index.total.value, index.total.error
        )
    })
}

fn table<T>(found: &Global<T>, of: &str, cell: impl Fn(&T) -> String) -> String {
    const SHOWN: [Measure; 6] = [
        Measure::Stability,
        Measure::Rupture,
        Measure::Collapse,
        Measure::Patron,
        Measure::Client,
        Measure::Europe,
    ];
    let mut page = format!(
        "Pairings: {}; {} points; {of}.\n\n| lever |",
        found.pairings.join(", "),
        found.points
    );
    for measure in SHOWN {
        let figure = &found.found[measure.index()];
        let _ = write!(
            page,
            " {measure} ({:.1}, sd {:.1}) |",
            figure.mean, figure.deviation
        );
    }
    let _ = writeln!(page, "\n|---|{}", "---|".repeat(SHOWN.len()));
    for (place, lever) in found.levers.iter().enumerate() {
        let _ = write!(page, "| {} |", lever.name.replace('|', "\\|"));
        for measure in SHOWN {
            let _ = write!(
                page,
                " {} |",
                cell(&found.found[measure.index()].levers[place])
            );
        }
        page.push('\n');
    }
    page
}
