//! The fixed vocabularies of play, and the choices that are made of them.
//!
//! Their order is canonical: it is the order of options, of the log's numbers and of the screens.

use serde::Serialize;

use crate::model::place::{AskAt, CardAt, MeasureAt};
use crate::model::vocabulary::vocabulary;

pub use crate::model::side::{BySide, Side};

vocabulary!(
    /// How hard a demand is pressed.
    Intensity {
        /// A feeler: asks little and learns where the red line lies.
        Probe = "probe",
        /// An ordinary request.
        Request = "request",
        /// Pressed with weight; a refusal must be punished or swallowed.
        Press = "press",
        /// Take it or face the consequences.
        Ultimatum = "ultimatum",
    }
);

vocabulary!(
    /// What the patron promises in return, paid only on compliance.
    Inducement {
        /// Nothing.
        None = "none",
        /// A modest sweetener.
        Modest = "modest",
        /// A generous one.
        Generous = "generous",
    }
);

vocabulary!(
    /// What the client answers.
    Response {
        /// Gives all that is asked.
        Accept = "accept",
        /// Gives most of it, against a counter-ask that the patron may meet or pocket.
        Conditions = "conditions",
        /// Gives half.
        Partial = "partial",
        /// Plays for time.
        Stall = "stall",
        /// Offers something in another domain instead.
        Deflect = "deflect",
        /// Turns to third parties.
        Hedge = "hedge",
        /// Says no.
        Refuse = "refuse",
    }
);

vocabulary!(
    /// What the patron does after the response.
    FollowUp {
        /// Takes what was given and does nothing.
        Pocket = "pocket",
        /// Pays back compliance.
        Reward = "reward",
        /// Carries out the threat.
        Punish = "punish",
        /// Withdraws the demand.
        BackDown = "back-down",
    }
);

vocabulary!(
    /// How the contest of wills came out.
    Band {
        /// The client gives more than it meant to.
        Slip = "slip",
        /// As the client offered.
        AsOffered = "as-offered",
        /// The client holds its ground and gives less.
        Hold = "hold",
    }
);

vocabulary!(
    /// How a session ended.
    Ending {
        /// The partnership broke, and the client could afford to leave.
        Rupture = "rupture",
        /// It broke, and the client had nowhere to go.
        Collapse = "collapse",
        /// Quiet, and the client no longer free.
        Capture = "capture",
        /// Stable, trusting, and the client free enough.
        Entente = "entente",
        /// Stable and unequal.
        Managed = "managed",
        /// Neither broken nor stable.
        Drift = "drift",
    }
);

vocabulary!(
    /// What kind of thing a measure of Europe's is.
    MeasureKind {
        /// Makes pressing in a domain dear for a while.
        Signal = "signal",
        /// Isolates the client further; how well it works depends on who complies.
        Sanction = "sanction",
        /// Talks to one of them, or to those between them.
        Engage = "engage",
        /// Lessens Europe's own exposure.
        Hedge = "hedge",
        /// Finds out what is hidden.
        Watch = "watch",
        /// Makes a plan for an ending.
        Prepare = "prepare",
        /// Helps a lone act of de-escalation.
        Mediate = "mediate",
    }
);

/// Nothing is promised where nothing is said of it.
impl Default for Inducement {
    fn default() -> Self {
        Self::None
    }
}

impl Intensity {
    /// The steps above a probe, 0..=3: the `i` of the formulas.
    pub const fn steps(self) -> i64 {
        self as i64
    }

    /// Whether a threat stands behind it, so that defiance must be punished or the threat withdrawn.
    pub const fn threatens(self) -> bool {
        self.steps() >= 2
    }
}

/// A demand on the table: which card, how hard, and with what promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Demand {
    /// The card.
    pub card: CardAt,
    /// How hard it is pressed.
    pub intensity: Intensity,
    /// What is promised.
    pub inducement: Inducement,
}

/// The answer to a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// The response.
    pub response: Response,
    /// The card that is given instead; named exactly when the response is to deflect.
    pub instead: Option<CardAt>,
}

impl Reply {
    /// A response other than to deflect.
    pub const fn plain(response: Response) -> Self {
        Self {
            response,
            instead: None,
        }
    }

    /// Something else is given.
    pub const fn deflect(instead: CardAt) -> Self {
        Self {
            response: Response::Deflect,
            instead: Some(instead),
        }
    }
}

/// What the client offers of its own accord, and what it asks in return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The card that is offered.
    pub card: CardAt,
    /// What is asked in return.
    pub ask: AskAt,
}

/// What the patron does with its move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Decision {
    /// Asks for nothing.
    Hold,
    /// Tables a demand.
    Demand(Demand),
    /// Takes up the offer that lies on the table.
    TakeUp,
}

/// A measure of Europe's as it is taken: openly, or in secret where the deck allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The measure.
    pub measure: MeasureAt,
    /// Whether nobody but Europe and the white cell is to know (rules 5.3).
    pub in_secret: bool,
}

/// Whether a response gives the patron what it may count as an answer to its demand.
pub const fn is_met(response: Response) -> bool {
    matches!(
        response,
        Response::Accept | Response::Conditions | Response::Partial | Response::Deflect
    )
}
