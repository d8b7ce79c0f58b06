//! The demands open to a patron, in canonical order.

use crate::engine::choice::{Inducement, Intensity};
use crate::engine::game::Game;
use crate::engine::resolve::contest::Demand;
use crate::engine::scenario::Scenario;

/// All demands open to the patron, in canonical order; `None` is to hold.
pub fn demand_options(scenario: &Scenario, game: &Game) -> Vec<Option<Demand>> {
    let mut options = Vec::with_capacity(count_demand_options(scenario, game));
    options.push(None);
    for card in game.playable() {
        for intensity in affordable(scenario, game) {
            options.extend(Inducement::ALL.iter().map(|&inducement| {
                Some(Demand {
                    card,
                    intensity,
                    inducement,
                })
            }));
        }
    }
    options
}

/// How many demands are open to the patron, to hold among them.
pub(super) fn count_demand_options(scenario: &Scenario, game: &Game) -> usize {
    1 + game.playable().count() * affordable(scenario, game).count() * Inducement::ALL.len()
}

/// The demand at a place of [`demand_options`], for those who need but one.
pub(super) fn demand_option(scenario: &Scenario, game: &Game, place: usize) -> Option<Demand> {
    let place = place.checked_sub(1)?;
    let inducements = Inducement::ALL.len();
    let intensities = affordable(scenario, game).count();
    Some(Demand {
        card: game.playable().nth(place / (inducements * intensities))?,
        intensity: affordable(scenario, game).nth(place / inducements % intensities)?,
        inducement: Inducement::ALL[place % inducements],
    })
}

/// The intensities that the patron's effort allows.
fn affordable(scenario: &Scenario, game: &Game) -> impl Iterator<Item = Intensity> {
    let effort = game.effort;
    Intensity::ALL
        .iter()
        .copied()
        .filter(move |&intensity| scenario.intensity(intensity).effort <= effort)
}
