//! Names of everything that is measured.

use serde::Serialize;

use crate::engine::at::DomainAt;
use crate::engine::limits::{MAX_CONDITIONS, MAX_DOMAINS};

/// Levels (0..=100) that a position holds; the patron's gains come on top.
pub(in crate::engine) const LEVELS: usize = 7 + MAX_CONDITIONS + 3 * MAX_DOMAINS;

/// One measured quantity. All run 0..=100 but [`Gauge::Gains`], which is in tenths of a point and unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Gauge {
    /// The client's belief that the patron's promises and self-restraint hold.
    Trust,
    /// The belief that the patron's threats are carried out.
    Credibility,
    /// The client elite's grievance.
    Resentment,
    /// The client's freedom of action.
    Autonomy,
    /// The client's ability to sustain economy, war and regime.
    Endurance,
    /// Common front against the order that both contest.
    SharedFront,
    /// Stability of the partnership, the headline.
    Stability,
    /// What the patron has gained, in tenths of a point.
    Gains,
    /// An outside condition, by its place in the deck.
    Condition(u8),
    /// The client's dependence in a domain.
    Dependence(DomainAt),
    /// What the client can still offer in a domain.
    Capacity(DomainAt),
    /// Strain on the client's red line in a domain.
    Strain(DomainAt),
}

impl Gauge {
    /// The seven that are not bound to a domain or condition, in the log's order.
    pub const GLOBALS: [Self; 7] = [
        Self::Trust,
        Self::Credibility,
        Self::Resentment,
        Self::Autonomy,
        Self::Endurance,
        Self::SharedFront,
        Self::Stability,
    ];

    /// The word of a global gauge in decks and saves; none for those of a domain or condition.
    pub const fn global_word(self) -> Option<&'static str> {
        Some(match self {
            Self::Trust => "trust",
            Self::Credibility => "credibility",
            Self::Resentment => "resentment",
            Self::Autonomy => "autonomy",
            Self::Endurance => "endurance",
            Self::SharedFront => "shared_front",
            Self::Stability => "stability",
            Self::Gains => "gains",
            Self::Condition(_) | Self::Dependence(_) | Self::Capacity(_) | Self::Strain(_) => {
                return None;
            }
        })
    }

    /// Finds a global gauge (gains included) by its word.
    pub fn from_global_word(word: &str) -> Option<Self> {
        Self::GLOBALS
            .into_iter()
            .chain([Self::Gains])
            .find(|gauge| gauge.global_word() == Some(word))
    }

    /// Where the level is kept; none for gains, which is no level.
    pub(in crate::engine) const fn slot(self) -> Option<usize> {
        Some(match self {
            Self::Trust => 0,
            Self::Credibility => 1,
            Self::Resentment => 2,
            Self::Autonomy => 3,
            Self::Endurance => 4,
            Self::SharedFront => 5,
            Self::Stability => 6,
            Self::Gains => return None,
            Self::Condition(c) => 7 + c as usize,
            Self::Dependence(d) => 7 + MAX_CONDITIONS + d.slot(),
            Self::Capacity(d) => 7 + MAX_CONDITIONS + MAX_DOMAINS + d.slot(),
            Self::Strain(d) => 7 + MAX_CONDITIONS + 2 * MAX_DOMAINS + d.slot(),
        })
    }
}
