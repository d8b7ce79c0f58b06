//! The words of play of the first rules: those of the second but for the endings.

use crate::model::vocabulary::vocabulary;

pub use crate::model::choice::{Band, FollowUp, Inducement, Intensity, Response};

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
