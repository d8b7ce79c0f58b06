//! Checks that Europe's measures say what they are about.

use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;
use crate::model::choice::MeasureKind;

/// Checks the measures of a deck.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, measure) in raw.measure.iter().enumerate() {
        let here = at!["measure", place];
        if !findings.sound(&[here.to("kind"), here.to("domain"), here.to("ending")]) {
            continue;
        }
        let signal = measure.kind == MeasureKind::Signal;
        let plan = measure.kind == MeasureKind::Prepare;
        for (wanted, given, key, what) in [
            (
                signal,
                measure.domain.is_some(),
                "domain",
                "a signal is about a domain",
            ),
            (
                plan,
                measure.ending.is_some(),
                "ending",
                "a plan is for an ending",
            ),
        ] {
            if wanted && !given {
                findings.value(
                    "measure-incomplete",
                    &here,
                    format!("{what}, and this one has no `{key}`"),
                    format!("add `{key} = \"…\"`"),
                );
            } else if given && !wanted {
                findings.key(
                    "measure-key",
                    &here.to(key),
                    format!("{what}, and this is of the kind {}", measure.kind),
                    format!("take out `{key}`, or change the kind"),
                );
            }
        }
    }
}
