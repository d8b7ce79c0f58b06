//! Who may hold a seat: in the order of a choice, and what each is like.

use unequal_core::bot::EuropeBot;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_core::model::scenario::{PolicyKind, Scenario};
use unequal_session::setup::bots_for;

/// Who may hold a seat: for Europe's nobody comes first, else people; then the bots.
pub fn of(scenario: &Scenario, seat: Seat) -> Vec<Holder> {
    let nobody = (seat == Seat::Europe).then_some(Holder::Nobody);
    let bots = bots_for(scenario, seat).into_iter().map(Holder::Bot);
    nobody
        .into_iter()
        .chain([Holder::Human])
        .chain(bots)
        .collect()
}

/// What a bot does, in a sentence.
pub fn about_bot(scenario: &Scenario, seat: Seat, name: &str) -> String {
    let about = if seat == Seat::Europe {
        EuropeBot::from_word(name).map_or("", of_europe)
    } else {
        let policy = scenario.policies.iter().find(|policy| policy.name == name);
        policy.map_or("", |policy| of_a_side(&policy.kind))
    };
    format!("The bot “{name}” {about}.")
}

const fn of_europe(bot: EuropeBot) -> &'static str {
    match bot {
        EuropeBot::Absent => "does nothing",
        EuropeBot::Random => "takes any measure that is legal, or none",
        EuropeBot::Hawk => "takes sanctions whenever it can",
        EuropeBot::Engager => "talks whenever it can",
        EuropeBot::Planner => "plans for the ending that is nearest, then lessens its exposure",
        EuropeBot::Signaller => "sends signals whenever it can",
        EuropeBot::Mediator => "mediates in a crisis",
    }
}

const fn of_a_side(kind: &PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Random => "does anything that is legal, evenly",
        PolicyKind::Value(_) => "weighs every option and takes the best by its lights",
        PolicyKind::TitForTat(_) => "weighs its options, and answers in kind",
        PolicyKind::Rollout { .. } => {
            "plays every promising option to the end many times; the strongest, and the slowest"
        }
        PolicyKind::Fixed(_) => "does the same every time, for comparison",
    }
}
