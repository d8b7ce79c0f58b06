//! Finds answers that nobody who looks at the numbers will give.

use crate::deck::check::{Findings, at};
use crate::deck::raw::RawDeck;
use crate::model::choice::{Response, is_met};
use crate::model::scenario::ResponseRules;

/// What an answer gives the client, the larger the better.
const fn merits(rules: &ResponseRules) -> [i64; 10] {
    [
        -rules.floor,
        -rules.offer,
        -rules.ceiling,
        rules.trust,
        -rules.resentment,
        rules.autonomy,
        rules.endurance,
        -rules.credibility,
        rules.shared_front,
        -rules.chill,
    ]
}

/// Finds answers that are dominated: another, answered by the same follow-ups, is nowhere worse for the client.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    use Response::{Accept, Conditions, Partial, Refuse, Stall};
    let rows = [Accept, Partial, Refuse, Conditions, Stall];
    let merits = |word: Response| merits(&raw.response.rules(word));
    // Conditions may be rewarded, and to stall saves the patron's face: neither is ever dominated.
    for word in [Accept, Partial, Refuse] {
        let mine = merits(word);
        let better = rows.into_iter().find(|other| {
            let theirs = merits(*other);
            is_met(*other) == is_met(word)
                && mine != theirs
                && mine
                    .iter()
                    .zip(theirs)
                    .all(|(mine, theirs)| *mine <= theirs)
        });
        if let Some(better) = better {
            findings.value(
                "dominated-response",
                &at!["response", word.word()],
                format!("`{word}` is nowhere better for the client than `{better}`"),
                "nobody who looks at the numbers will choose it".to_owned(),
            );
        }
    }
}
