//! Checks thresholds that only make sense together.

use crate::deck::check::Path;
use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;
use crate::model::choice::Response;

/// Checks crisis, capture, the start, answers and dice.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    ordered(
        findings,
        (at!["crisis", "enter"], raw.crisis.enter),
        (at!["crisis", "leave"], raw.crisis.leave),
    );
    ordered(
        findings,
        (at!["capture", "enter"], raw.capture.enter),
        (at!["capture", "leave"], raw.capture.leave),
    );
    let start = (at!["start", "stability"], raw.start.stability);
    let broken = (at!["crisis", "break_at"], raw.crisis.break_at);
    if start.1 <= broken.1 && findings.sound(&[start.0.clone(), broken.0.clone()]) {
        findings.value(
            "broken-at-start",
            &start.0,
            format!(
                "stability starts at {}, where the partnership is already broken",
                start.1
            ),
            format!("more than crisis.break_at, which is {}", broken.1),
        );
    }
    let enter = (at!["crisis", "enter"], raw.crisis.enter);
    if broken.1 >= enter.1 && findings.sound(&[broken.0.clone(), enter.0]) {
        findings.value(
            "no-crisis",
            &broken.0,
            format!(
                "the partnership breaks at {}, before a crisis begins",
                broken.1
            ),
            format!("less than crisis.enter, which is {}", enter.1),
        );
    }
    ranges(raw, findings);
    dice(raw, findings);
    let (open, closed) = (raw.session.given.open, raw.session.given.closed);
    let at = at!["session", "given", "open"];
    if open > closed && findings.sound(&[at.clone(), at!["session", "given", "closed"]]) {
        findings.value(
            "given-order",
            &at,
            format!("a card is closed from {closed} percent, and opens others from {open} only"),
            format!("at most {closed}"),
        );
    }
}

fn ordered(findings: &mut Findings<'_>, enter: (Path, i64), leave: (Path, i64)) {
    let (enter_at, enter) = enter;
    let (leave_at, leave) = leave;
    if leave <= enter && findings.sound(&[enter_at, leave_at.clone()]) {
        findings.value(
            "thresholds-crossed",
            &leave_at,
            format!("it is left at {leave}, which is not above {enter}, where it is entered"),
            format!("more than {enter}"),
        );
    }
}

/// What an answer gives must rise from floor to ceiling.
fn ranges(raw: &RawDeck, findings: &mut Findings<'_>) {
    for word in Response::ALL {
        let rules = raw.response.rules(*word);
        let here = at!["response", word.word()];
        for (lower, low, higher, high) in [
            ("floor", rules.floor, "offer", rules.offer),
            ("offer", rules.offer, "ceiling", rules.ceiling),
        ] {
            if low > high && findings.sound(&[here.to(lower), here.to(higher)]) {
                findings.value(
                    "answer-order",
                    &here.to(higher),
                    format!("`{higher}` is {high}, below `{lower}`, which is {low}"),
                    "what is given rises from floor over offer to ceiling".to_owned(),
                );
            }
        }
    }
}

fn dice(raw: &RawDeck, findings: &mut Findings<'_>) {
    let europe = &raw.europe;
    let (works, backfires) = (at!["europe", "works_at"], at!["europe", "backfires_at"]);
    if europe.works_at <= europe.backfires_at && findings.sound(&[works, backfires.clone()]) {
        findings.value(
            "thresholds-crossed",
            &backfires,
            format!(
                "a measure backfires down to {} and works from {}: a roll would do both",
                europe.backfires_at, europe.works_at
            ),
            format!("less than {}", europe.works_at),
        );
    }
    let unity = at!["europe", "unity", "start"];
    let (start, max) = (europe.unity.start, europe.unity.max);
    if start > max && findings.sound(&[unity.clone(), at!["europe", "unity", "max"]]) {
        findings.value(
            "unity-too-large",
            &unity,
            format!("unity starts at {start}, above its maximum of {max}"),
            format!("at most {max}"),
        );
    }
}
