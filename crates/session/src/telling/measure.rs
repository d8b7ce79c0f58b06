//! What a measure of the third seat does by its kind, beside the changes that it brings.

use super::{count, tenths};
use unequal_core::deck::Deck;
use unequal_core::model::choice::MeasureKind;
use unequal_core::model::place::MeasureAt;

/// What a measure does by its kind, in a sentence or two; nothing where it does nothing but move gauges.
pub fn measure_does(deck: &Deck, measure: MeasureAt) -> String {
    let (text, scenario) = (&deck.text, &deck.scenario);
    let (measure, rules) = (scenario.measure(measure), &scenario.europe);
    match measure.kind {
        MeasureKind::Signal => {
            let domain = measure
                .domain
                .map(|domain| text.domains[domain].name.as_str());
            format!(
                "For {} a demand in {} is felt as one step harder, and costs {} {} of gains for each step.",
                count(rules.signal_moves, "move", "moves"),
                domain.unwrap_or("its domain"),
                text.patron,
                tenths(rules.signal_price)
            )
        }
        MeasureKind::Sanction => {
            "How well it bites depends on who complies, which nobody knows yet.".to_owned()
        }
        MeasureKind::Engage | MeasureKind::Hedge => String::new(),
        MeasureKind::Watch => {
            "Finds out who complies with sanctions, and where every red line lies.".to_owned()
        }
        MeasureKind::Prepare => measure.ending.map_or_else(String::new, |ending| {
            format!(
                "A plan for this ending: {}. It spares {} % of the shock, if that is what comes.",
                text.ending(ending).title,
                rules.plan_relief
            )
        }),
        MeasureKind::Mediate => format!(
            "If one side alone climbs down in this move, stability rises by {} instead of {}.",
            scenario.crisis.mediated, scenario.crisis.alone
        ),
    }
}
