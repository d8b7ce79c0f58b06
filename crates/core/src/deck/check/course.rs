//! Checks thresholds that only make sense together.

use crate::deck::check::Path;
use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;

/// Checks crisis, vassalage and the start.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    ordered(
        findings,
        (at!["crisis", "enter"], raw.crisis.enter),
        (at!["crisis", "leave"], raw.crisis.leave),
    );
    ordered(
        findings,
        (at!["vassalage", "enter"], raw.vassalage.enter),
        (at!["vassalage", "leave"], raw.vassalage.leave),
    );
    let (start, rupture) = (at!["start", "stability"], at!["crisis", "rupture_at"]);
    let broken = raw.start.stability <= raw.crisis.rupture_at;
    if broken && findings.sound(&[start.clone(), rupture]) {
        findings.value(
            "broken-at-start",
            &start,
            format!(
                "stability starts at {}, where the partnership is already broken",
                raw.start.stability
            ),
            format!(
                "more than crisis.rupture_at, which is {}",
                raw.crisis.rupture_at
            ),
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
