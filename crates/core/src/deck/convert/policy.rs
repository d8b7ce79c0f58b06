//! Turns the bots of a deck into policies of the engine.

use crate::deck::raw::{RawDeck, policy};
use crate::model::place::{At as _, PolicyAt};
use crate::model::scenario as to;

use super::number::count;

/// A policy; the one it builds on is known to exist.
pub(super) fn bot(raw: &RawDeck, name: &str, policy: &policy::Policy) -> to::Policy {
    use policy::Policy;
    let kind = match policy {
        Policy::Random {} => to::PolicyKind::Random,
        Policy::Value {
            lambda,
            floor,
            patron,
            client,
        } => to::PolicyKind::Value(value(*lambda, *floor, patron, client)),
        Policy::TitForTat {
            lambda,
            patron,
            client,
        } => to::PolicyKind::TitForTat(value(*lambda, 0, patron, client)),
        Policy::Rollout { base, top, rolls } => {
            let place = raw.policy.iter().position(|(name, _)| name == base);
            to::PolicyKind::Rollout {
                base: PolicyAt::new(place.expect("checked: a policy of that name")),
                top: count(*top),
                rolls: rolls.unsigned_abs(),
            }
        }
        Policy::Fixed {
            reply,
            intensity,
            inducement,
            follow_ups,
        } => to::PolicyKind::Fixed(to::FixedPolicy {
            reply: *reply,
            intensity: intensity.intensity(),
            inducement: *inducement,
            follow_ups: follow_ups.clone(),
        }),
    };
    to::Policy {
        name: name.to_owned(),
        kind,
    }
}

fn value(
    lambda: i64,
    floor: i64,
    patron: &policy::Weights,
    client: &policy::Weights,
) -> to::ValuePolicy {
    to::ValuePolicy {
        lambda,
        floor: count(floor),
        patron: patron.rules(),
        client: client.rules(),
    }
}
