//! Acts without the white cell's reason for them.

use super::Action;
use crate::acts_of;

impl Action {
    /// The same act of play without why the white cell did it, so that it can be told to a room; none where the white
    /// cell gives no reason for such an act.
    #[must_use]
    pub fn without_reason(&self) -> Option<Self> {
        let mut bare = self.clone();
        match &mut bare {
            Self::SetMeasure { reason, .. }
            | Self::SetCrisisAct { reason, .. }
            | Self::VetoOffer { reason }
            | Self::Adjust { reason, .. }
            | Self::End { reason }
            | Self::Undo { reason, .. } => reason.clear(),
            Self::Rule { reason, .. } => *reason = None,
            Self::Inject { .. }
            | Self::CloseMove { .. }
            | Self::FireInject { .. }
            | Self::AdHocInject { .. }
            | acts_of!(Self: seats, room) => return None,
        }
        Some(bare)
    }
}
