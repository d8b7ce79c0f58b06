//! What the bots of a deck stand for in the conditions: by how they play, whatever they are called.

use crate::model::place::PolicyAt;
use crate::model::scenario::{Policy, PolicyKind, Scenario, ValuePolicy};

/// The first bot of each kind that the conditions speak of; none where the deck has none of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Roles {
    /// Of those that may demand little and to whom, as patron, a point of the outlook is worth more than a tenth of
    /// a gain, the one to whom it is worth most.
    pub cautious: Option<PolicyAt>,
    /// The one that shuns low intensities most.
    pub hard: Option<PolicyAt>,
    /// Answers in kind.
    pub in_kind: Option<PolicyAt>,
    /// Chooses with noise, the better the likelier.
    pub hesitant: Option<PolicyAt>,
}

impl Roles {
    pub(in crate::analysis) fn of(scenario: &Scenario) -> Self {
        let first = |fits: fn(&Policy) -> bool| {
            let mut all = scenario.policies.placed();
            all.find(|(_, policy)| fits(policy)).map(|(at, _)| at)
        };
        let most = |worth: fn(&ValuePolicy) -> i64| {
            let all = scenario.policies.placed();
            all.filter_map(|(at, policy)| Some((worth(plain(policy)?), at)))
                .filter(|(worth, _)| *worth > 0)
                // Of several the first.
                .reduce(|best, next| if next.0 > best.0 { next } else { best })
                .map(|(_, at)| at)
        };
        Self {
            cautious: most(|policy| {
                let is_mild = policy.floor == 0 && policy.patron.outlook > policy.patron.gain;
                if is_mild { policy.patron.outlook } else { 0 }
            }),
            hard: most(|policy| i64::try_from(policy.floor).unwrap_or(i64::MAX)),
            in_kind: first(|policy| matches!(policy.kind, PolicyKind::TitForTat(_))),
            hesitant: first(
                |policy| matches!(&policy.kind, PolicyKind::Value(value) if value.lambda >= 0),
            ),
        }
    }
}

/// The weights of a bot that takes what is worth most to it, and minds nothing else.
fn plain(policy: &Policy) -> Option<&ValuePolicy> {
    match &policy.kind {
        PolicyKind::Value(value) if value.lambda < 0 => Some(value),
        PolicyKind::Random
        | PolicyKind::Value(_)
        | PolicyKind::TitForTat(_)
        | PolicyKind::Rollout { .. }
        | PolicyKind::Fixed(_) => None,
    }
}

/// Whether a client does not give everything away for its endurance's sake, or by chance.
pub(super) fn is_wary(scenario: &Scenario, at: PolicyAt) -> bool {
    let weights = match &scenario.policies[at].kind {
        PolicyKind::Rollout { base, .. } => scenario.policies[*base].kind.weighs(),
        kind => kind.weighs(),
    };
    weights.is_some_and(|weights| weights.client.endurance <= weights.client.autonomy)
}
