//! Names of everything that is measured: the one table of gauges.

use serde::Serialize;

use crate::engine::limits::{MAX_CONDITIONS, MAX_DOMAINS};
use crate::model::place::DomainAt;
use crate::model::vocabulary::vocabulary;

/// Levels (0..=100) that a position holds; the patron's gains come on top.
pub(in crate::engine) const LEVELS: usize = Gauge::GLOBALS.len() + MAX_CONDITIONS + 3 * MAX_DOMAINS;

/// What a gauge measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The partnership as a whole, or what the patron gained from it; with the gauge's word in decks and saves.
    Whole(&'static str),
    /// An outside condition, by its place in the deck.
    Condition(u8),
    /// One part of a domain.
    Domain(DomainAt, Part),
}

vocabulary!(
    /// What is measured in each domain.
    Part {
        /// How much the client depends on the patron.
        Dependence = "dependence",
        /// What the client can still offer.
        Capacity = "capacity",
        /// Strain on the client's red line.
        Strain = "strain",
    }
);

macro_rules! gauges {
    ($($(#[$meaning:meta])+ $global:ident = $word:literal;)+) => {
        /// One measured quantity. All run 0..=100 but [`Gauge::Gains`], which is in tenths of a point and unbounded.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum Gauge {
            $($(#[$meaning])+ $global,)+
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

        /// The global gauges by their place.
        enum Global { $($global),+ }

        impl Gauge {
            /// Those that are not bound to a domain or condition, gains left out, in the order of the table.
            pub const GLOBALS: [Self; [$($word),+].len()] = [$(Self::$global),+];

            /// What it measures.
            #[inline]
            pub const fn scope(self) -> Scope {
                match self {
                    $(Self::$global => Scope::Whole($word),)+
                    Self::Gains => Scope::Whole("gains"),
                    Self::Condition(c) => Scope::Condition(c),
                    Self::Dependence(d) => Scope::Domain(d, Part::Dependence),
                    Self::Capacity(d) => Scope::Domain(d, Part::Capacity),
                    Self::Strain(d) => Scope::Domain(d, Part::Strain),
                }
            }

            /// Where the level is kept, globals first; none for gains, which is no level.
            #[inline]
            pub(crate) const fn slot(self) -> Option<usize> {
                const AFTER: usize = Gauge::GLOBALS.len() + MAX_CONDITIONS;
                Some(match self {
                    $(Self::$global => Global::$global as usize,)+
                    Self::Gains => return None,
                    Self::Condition(c) => Self::GLOBALS.len() + c as usize,
                    Self::Dependence(d) => AFTER + d.slot(),
                    Self::Capacity(d) => AFTER + MAX_DOMAINS + d.slot(),
                    Self::Strain(d) => AFTER + 2 * MAX_DOMAINS + d.slot(),
                })
            }
        }
    };
}

gauges! {
    /// The client's belief that the patron's promises and self-restraint hold.
    Trust = "trust";
    /// The belief that the patron's threats are carried out.
    Credibility = "credibility";
    /// The client elite's grievance.
    Resentment = "resentment";
    /// The client's freedom of action.
    Autonomy = "autonomy";
    /// The client's ability to sustain economy, war and regime.
    Endurance = "endurance";
    /// Common front against the order that both contest.
    SharedFront = "shared_front";
    /// Stability of the partnership, the headline.
    Stability = "stability";
}

impl Gauge {
    /// The word of a global gauge in decks and saves; none for those of a domain or condition.
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

    /// All global gauges, gains at the end.
    pub fn globals_and_gains() -> impl Iterator<Item = Self> {
        Self::GLOBALS.into_iter().chain([Self::Gains])
    }

    /// Finds a global gauge (gains included) by its word.
    pub fn from_global_word(word: &str) -> Option<Self> {
        Self::globals_and_gains().find(|gauge| gauge.global_word() == Some(word))
    }
}
