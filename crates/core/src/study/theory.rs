//! The claims that a deck makes, as tests: what is played, what must come out, and what did.
//!
//! The claims are those of the report that the decks start from; [`claims`] holds them as data. A test
//! says a figure, how it is worked out, and the bound that it has to keep. It **holds** if the figure
//! keeps the bound; that is **clear** if all of its 95 % interval does, or none of it. The bounds stood
//! before any number of a deck was tuned to them; one that was changed says what it was, and why.

pub mod arms;
pub mod claims;
pub mod figure;
pub mod inquiry;

#[cfg(test)]
mod tests;

use std::fmt;

use serde::Serialize;

use figure::{Figure, Interval};

/// What a figure must keep to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// At least so much.
    AtLeast(f64),
    /// At most so much.
    AtMost(f64),
    /// Between both.
    Within(f64, f64),
}

impl Bound {
    /// Whether a value keeps to it.
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::AtLeast(least) => value >= least,
            Self::AtMost(most) => value <= most,
            Self::Within(least, most) => (least..=most).contains(&value),
        }
    }

    /// Whether all of an interval lies on the side of its value.
    fn is_clear(self, interval: Interval) -> bool {
        let Interval { value, low, high } = interval;
        if self.holds(value) {
            self.holds(low) && self.holds(high)
        } else {
            match self {
                Self::AtLeast(least) => high < least,
                Self::AtMost(most) => low > most,
                Self::Within(least, most) => high < least || low > most,
            }
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, "at least {least}"),
            Self::AtMost(most) => write!(f, "at most {most}"),
            Self::Within(least, most) => write!(f, "{least} to {most}"),
        }
    }
}

/// One figure of a claim and what it must keep to.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// The figure in words.
    pub says: String,
    /// How it is worked out.
    pub figure: Figure,
    /// What it must keep to.
    pub bound: Bound,
}

/// A claim and the tests of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// By what it is cited: `T1` to `T12`, `C3` to `C9`.
    pub id: &'static str,
    /// What is claimed, in a sentence.
    pub says: &'static str,
    /// The tests, all of which must hold.
    pub tests: Vec<Test>,
}
