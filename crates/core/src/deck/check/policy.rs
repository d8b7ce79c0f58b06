//! Checks that bots which build on other bots find them.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::check::nearest::instead;
use crate::deck::raw::RawDeck;
use crate::deck::raw::policy::Policy;

/// Checks the models of both sides and the bases of rollout policies.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    if !findings.given(&at!["policy"]) {
        return;
    }
    for (key, name) in [
        ("client_model", &raw.session.client_model),
        ("patron_model", &raw.session.patron_model),
    ] {
        valuing(raw, findings, &at!["session", key], name);
    }
    for (name, policy) in raw.policy.iter() {
        if let Policy::Rollout { base, .. } = policy {
            let at = at!["policy", name.to_owned(), "base"];
            valuing(raw, findings, &at, base);
        }
    }
}

/// Checks that the policy named here weighs positions.
fn valuing(raw: &RawDeck, findings: &mut Findings<'_>, at: &Path, name: &str) {
    if !findings.sound(&[at!["policy", name.to_owned()]]) {
        return;
    }
    let weighs =
        |policy: &Policy| matches!(policy, Policy::Value { .. } | Policy::TitForTat { .. });
    let known: Vec<&str> = raw
        .policy
        .iter()
        .filter(|(_, policy)| weighs(policy))
        .map(|(name, _)| name)
        .collect();
    let help = || instead(name, "policies of kind value or tit-for-tat", &known);
    match raw.policy.get(name) {
        None => {
            let message = format!("there is no policy `{}`", cut(name));
            findings.value("unknown-policy", at, message, help());
        }
        Some(policy) if !weighs(policy) => {
            let rollout = matches!(policy, Policy::Rollout { .. });
            let (code, why) = if rollout {
                (
                    "policy-cycle",
                    "is itself a rollout: this would never come to an end",
                )
            } else {
                ("policy-kind", "weighs nothing: it is of another kind")
            };
            findings.value(
                code,
                at,
                format!("the policy `{}` {why}", cut(name)),
                help(),
            );
        }
        Some(_) => {}
    }
}
