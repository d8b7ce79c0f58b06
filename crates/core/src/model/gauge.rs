//! Names of everything that is measured.

use serde::Serialize;

use crate::model::place::{ConditionAt, DomainAt};

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
    /// An outside condition.
    Condition(ConditionAt),
    /// The client's dependence in a domain.
    Dependence(DomainAt),
    /// What the client can still give in a domain.
    Capacity(DomainAt),
    /// Strain on the client's red line in a domain.
    Strain(DomainAt),
    /// What Europe can agree on.
    Unity,
    /// How hard an ending would hit Europe.
    Exposure,
}

impl Gauge {
    /// The seven of the partnership, in the log's order.
    pub const GLOBALS: [Self; 7] = [
        Self::Trust,
        Self::Credibility,
        Self::Resentment,
        Self::Autonomy,
        Self::Endurance,
        Self::SharedFront,
        Self::Stability,
    ];

    /// The word of a gauge that stands for no domain and no condition.
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
            Self::Unity => "unity",
            Self::Exposure => "exposure",
            Self::Condition(_) | Self::Dependence(_) | Self::Capacity(_) | Self::Strain(_) => {
                return None;
            }
        })
    }

    /// Finds a gauge that stands for no domain and no condition by its word.
    pub fn from_global_word(word: &str) -> Option<Self> {
        Self::GLOBALS
            .into_iter()
            .chain([Self::Gains, Self::Unity, Self::Exposure])
            .find(|gauge| gauge.global_word() == Some(word))
    }
}
