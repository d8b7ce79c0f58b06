//! Signs of how far each ending is, and the deck's words for them.

use super::shape::{line, or};
use crate::deck::raw::signpost::Signposts as Raw;
use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// A sign of how far an ending is; in the order in which the screens show them.
    Sign {
        /// Points of stability above the break: number.
        Break = "break",
        /// Moves that the crisis clock still allows: moves.
        BreakClock = "break_clock",
        /// A break now would be a rupture.
        BreakRupture = "break_rupture",
        /// A break now would be a collapse.
        BreakCollapse = "break_collapse",
        /// Points that the client lacks to be able to leave: number.
        ExitNear = "exit_near",
        /// Points of autonomy above capture: number.
        Capture = "capture",
        /// Moves that the clock of capture still allows: moves.
        CaptureClock = "capture_clock",
        /// Points that an entente lacks: number, gauge.
        Entente = "entente",
        /// Points of outlook above a managed asymmetry: number.
        Managed = "managed",
        /// Points of outlook below it: number.
        ManagedBelow = "managed_below",
        /// Where anger is heading when it rises: number.
        AngerUp = "anger_up",
        /// Where anger is heading when it falls: number.
        AngerDown = "anger_down",
        /// Open demands that can still be paid in a domain: domain, number.
        Capacity = "capacity",
        /// None can: domain.
        CapacityNone = "capacity_none",
        /// Points of strain below the declared line of a domain: domain, number.
        LineNear = "line_near",
        /// Points of strain past it, while the line that counts was not crossed: domain, number.
        LinePassed = "line_passed",
        /// There is a plan for the ending that is nearest.
        Plan = "plan",
        /// There is none.
        PlanNone = "plan_none",
    }
);

impl Sign {
    /// The words of a deck that leaves them unsaid, and the blanks that words for this sign may have.
    pub(in crate::deck) const fn fallback(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Break => ("{n} points of stability above the break", &["n"]),
            Self::BreakClock => ("in crisis: {m} more moves and it breaks", &["m"]),
            Self::BreakRupture => ("a break now would be a rupture", &[]),
            Self::BreakCollapse => ("a break now would be a collapse", &[]),
            Self::ExitNear => ("{n} points short of being able to leave", &["n"]),
            Self::Capture => ("{n} points of autonomy above capture", &["n"]),
            Self::CaptureClock => ("the clock of capture runs: {m} more moves", &["m"]),
            Self::Entente => (
                "{n} points from an entente; {gauge} lacks most",
                &["n", "gauge"],
            ),
            Self::Managed => ("{n} points of outlook above drift", &["n"]),
            Self::ManagedBelow => ("{n} points of outlook below an orderly end", &["n"]),
            Self::AngerUp => ("anger is heading for {n}", &["n"]),
            Self::AngerDown => ("anger is settling towards {n}", &["n"]),
            Self::Capacity => (
                "{domain}: {n} of the open demands can still be paid",
                &["domain", "n"],
            ),
            Self::CapacityNone => ("{domain}: nothing is left to give", &["domain"]),
            Self::LineNear => (
                "{domain}: {n} points of strain below the declared line",
                &["domain", "n"],
            ),
            Self::LinePassed => (
                "{domain}: {n} points of strain past the declared line, and the real one still holds",
                &["domain", "n"],
            ),
            Self::Plan => ("there is a plan for the nearest ending", &[]),
            Self::PlanNone => ("there is no plan for the nearest ending", &[]),
        }
    }
}

/// The words of all signs, in the order of [`Sign::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SignWords(Vec<String>);

impl SignWords {
    pub(super) fn new(raw: &Raw) -> Self {
        let words = |sign: &Sign| {
            let own = line(raw.of(*sign));
            or(own, sign.fallback().0)
        };
        Self(Sign::ALL.iter().map(words).collect())
    }

    /// The words for a sign, its blanks filled in.
    pub(super) fn say(&self, sign: Sign, blanks: Blanks<'_>) -> String {
        let words = counted(&self.0[sign.index()], "{n}", blanks.number);
        counted(&words, "{m}", blanks.moves)
            .replace("{domain}", blanks.domain)
            .replace("{gauge}", blanks.gauge)
    }
}

/// The words with a number in a blank; where it is one, the noun behind it loses the sign of the plural: `1 point`,
/// `1 more half-year`.
fn counted(words: &str, blank: &str, number: i64) -> String {
    let Some((before, after)) = words.split_once(blank) else {
        return words.to_owned();
    };
    let (between, noun) = match after.strip_prefix(" more") {
        Some(noun) => (" more", noun),
        None => ("", after),
    };
    let mut ends = noun.char_indices().skip(1);
    let end = ends.find(|(_, letter)| !(letter.is_alphabetic() || *letter == '-'));
    let (noun, rest) = noun.split_at(end.map_or(noun.len(), |(at, _)| at));
    let noun = match noun.strip_suffix('s') {
        Some(one) if number == 1 && one.len() > 3 => one,
        _ => noun,
    };
    format!("{before}{number}{between}{noun}{rest}")
}

/// What goes into the blanks of a sign's words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blanks<'a> {
    /// For `{n}`.
    pub number: i64,
    /// For `{m}`.
    pub moves: i64,
    /// For `{domain}`.
    pub domain: &'a str,
    /// For `{gauge}`.
    pub gauge: &'a str,
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_of_something_is_no_plural() {
        let said = |words: &str, number| counted(words, "{n}", number);
        let years = "in crisis: {n} more half-years like this and it breaks";
        assert_eq!(
            said(years, 1),
            "in crisis: 1 more half-year like this and it breaks"
        );
        assert_eq!(
            said(years, 2),
            "in crisis: 2 more half-years like this and it breaks"
        );
        assert_eq!(
            said("{n} points from an entente", 1),
            "1 point from an entente"
        );
        assert_eq!(
            said("the clock runs: {n} more moves", 1),
            "the clock runs: 1 more move"
        );
        assert_eq!(
            said("anger is heading for {n}, because", 1),
            "anger is heading for 1, because"
        );
        assert_eq!(said("{n} of the open demands", 1), "1 of the open demands");
        assert_eq!(
            said("anger is heading for {n}", 1),
            "anger is heading for 1"
        );
    }
}
