//! Checks that what a deck need not keep to is something that decks are held against.

use crate::deck::check::Path;
use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::check::nearest::instead;
use crate::deck::exempt::CLAIMS;
use crate::deck::raw::RawDeck;

/// Checks the exemptions.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, exempt) in raw.exempt.iter().enumerate() {
        let at: Path = at!["exempt", place, "test"];
        let (claim, test) = match exempt.test.split_once('.') {
            Some((claim, test)) => (claim, Some(test)),
            None => (&*exempt.test, None),
        };
        let is_place = |test: &str| test.parse::<u32>().is_ok_and(|place| place > 0);
        if !CLAIMS.contains(&claim) {
            findings.value(
                "unknown-claim",
                &at,
                format!("decks are not held against a claim `{claim}`"),
                instead(claim, "claims", &CLAIMS),
            );
        } else if !test.is_none_or(is_place) {
            findings.value(
                "unknown-claim",
                &at,
                "behind the dot stands the place of a test, from 1".to_owned(),
                format!("write `{claim}`, or `{claim}.1` for its first test"),
            );
        }
        let mut earlier = raw.exempt[..place].iter();
        if earlier.any(|other| other.test == exempt.test) {
            findings.value(
                "duplicate-exempt",
                &at,
                format!("the deck is exempt from `{}` already", exempt.test),
                "give the reason once".to_owned(),
            );
        }
    }
}
