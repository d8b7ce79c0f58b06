//! Which entries the replay steps through: by seat, by kind of act, by domain.

use unequal_core::acts_of;
use unequal_core::engine::action::Kind;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::DomainAt;

/// A kind of act, as people sort them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Europe's measures.
    Measures,
    /// Acts in a crisis.
    CrisisActs,
    /// Offers, and what became of them.
    Offers,
    /// Demands, and asking for nothing.
    Demands,
    /// Responses.
    Responses,
    /// Rulings and adjustments.
    Rulings,
    /// Follow-ups.
    FollowUps,
    /// News from outside.
    Injects,
    /// Ends of moves.
    Closings,
    /// Estimates asked for, given and opened.
    Estimates,
    /// Notes, bookmarks, announcements.
    Notes,
    /// All other acts.
    Others,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 12] = [
        Self::Measures,
        Self::CrisisActs,
        Self::Offers,
        Self::Demands,
        Self::Responses,
        Self::Rulings,
        Self::FollowUps,
        Self::Injects,
        Self::Closings,
        Self::Estimates,
        Self::Notes,
        Self::Others,
    ];

    /// What it is called.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Measures => "measures",
            Self::CrisisActs => "acts in a crisis",
            Self::Offers => "offers",
            Self::Demands => "demands",
            Self::Responses => "responses",
            Self::Rulings => "rulings",
            Self::FollowUps => "follow-ups",
            Self::Injects => "injects",
            Self::Closings => "ends of moves",
            Self::Estimates => "estimates",
            Self::Notes => "notes and bookmarks",
            Self::Others => "other acts",
        }
    }

    /// The group of an act, by its word in the record.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Measure | Kind::Abstain | Kind::SetMeasure => Self::Measures,
            Kind::CrisisAct | Kind::SetCrisisAct => Self::CrisisActs,
            Kind::Offer | Kind::NoOffer | Kind::VetoOffer | Kind::TakeUp => Self::Offers,
            Kind::Demand | Kind::Hold | Kind::RevealDemand => Self::Demands,
            Kind::Respond | Kind::RevealResponse => Self::Responses,
            Kind::Rule | Kind::Adjust | Kind::Argue | Kind::Settle | Kind::SetAdjudication => {
                Self::Rulings
            }
            Kind::FollowUp => Self::FollowUps,
            Kind::Inject | Kind::FireInject | Kind::AdHocInject | Kind::Reaction => Self::Injects,
            Kind::CloseMove | Kind::End => Self::Closings,
            acts_of!(Kind: estimates) => Self::Estimates,
            acts_of!(Kind: words, marks) => Self::Notes,
            Kind::Commit | Kind::Undo | acts_of!(Kind: plan, course, pace, people) => Self::Others,
        }
    }
}

/// What is stepped through; nothing set: every entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Acts of this seat only.
    pub seat: Option<Seat>,
    /// Acts of this kind only.
    pub group: Option<Group>,
    /// Acts over this domain only.
    pub domain: Option<DomainAt>,
    /// What machines did is left out: bots, and programs of somebody's own.
    pub people: bool,
}

impl Filter {
    /// Whether it leaves entries out.
    pub fn is_set(self) -> bool {
        self != Self::default()
    }
}
