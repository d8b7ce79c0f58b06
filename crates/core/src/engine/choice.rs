//! The fixed vocabularies of play: intensities, inducements, responses, follow-ups and bands.
//!
//! Their order is canonical: it is the order of options, of the log's numbers and of the screens.

use crate::engine::vocabulary::vocabulary;

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
        /// The partnership broke and the client left.
        Rupture = "rupture",
        /// The client stayed because it could not leave.
        Vassalage = "vassalage",
        /// Stable, trusting, and the client free enough.
        Entente = "entente",
        /// Stable and unequal.
        Managed = "managed",
        /// Neither broken nor stable.
        Drift = "drift",
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
