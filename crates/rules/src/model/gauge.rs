//! Names of everything that is measured.

use serde::Serialize;

use crate::model::place::{ConditionAt, DomainAt};
use crate::model::vocabulary::vocabulary;

/// What a gauge measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The partnership as a whole, what the patron gained from it, or Europe; with the gauge's word in decks
    /// and saves.
    Whole(&'static str),
    /// An outside condition.
    Condition(ConditionAt),
    /// One part of a domain.
    Domain(DomainAt, Part),
}

vocabulary!(
    /// What is measured in each domain.
    Part {
        /// How much the client depends on the patron.
        Dependence = "dependence",
        /// What the client can still give.
        Capacity = "capacity",
        /// Strain on the client's red line.
        Strain = "strain",
    }
);

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

    /// Europe's own, which neither side sees.
    pub const EUROPES: [Self; 2] = [Self::Unity, Self::Exposure];

    /// What it measures.
    #[inline]
    pub const fn scope(self) -> Scope {
        Scope::Whole(match self {
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
            Self::Condition(at) => return Scope::Condition(at),
            Self::Dependence(at) => return Scope::Domain(at, Part::Dependence),
            Self::Capacity(at) => return Scope::Domain(at, Part::Capacity),
            Self::Strain(at) => return Scope::Domain(at, Part::Strain),
        })
    }

    /// Whether it runs 0..=100.
    #[inline]
    pub const fn is_level(self) -> bool {
        !matches!(self, Self::Gains)
    }

    /// Whether it is Europe's own.
    pub const fn is_europes(self) -> bool {
        matches!(self, Self::Unity | Self::Exposure)
    }

    /// The word of a gauge that stands for no domain and no condition.
    pub const fn global_word(self) -> Option<&'static str> {
        match self.scope() {
            Scope::Whole(word) => Some(word),
            Scope::Condition(_) | Scope::Domain(..) => None,
        }
    }

    /// The gauge of a part of a domain.
    pub const fn of_domain(domain: DomainAt, part: Part) -> Self {
        match part {
            Part::Dependence => Self::Dependence(domain),
            Part::Capacity => Self::Capacity(domain),
            Part::Strain => Self::Strain(domain),
        }
    }

    /// The seven of the partnership, gains at the end.
    pub fn globals_and_gains() -> impl Iterator<Item = Self> {
        Self::GLOBALS.into_iter().chain([Self::Gains])
    }

    /// Finds a gauge that stands for no domain and no condition by its word.
    pub fn from_global_word(word: &str) -> Option<Self> {
        Self::globals_and_gains()
            .chain(Self::EUROPES)
            .find(|gauge| gauge.global_word() == Some(word))
    }
}
