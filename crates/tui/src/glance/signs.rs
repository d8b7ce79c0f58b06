//! How far each ending is, in the deck's words: all of it, and what presses most for a few lines beside the curve.

use crate::glance::Glance;
use unequal_core::deck::text::{Outlook, Sign};
use unequal_core::engine::view::EuropeView;

impl Glance<'_> {
    /// All signs that this seat may read, in the deck's order.
    pub fn signs(&self) -> Vec<(Sign, String)> {
        let view = &self.view;
        let europe = view.europe.as_ref().map(EuropeView::known);
        self.text().signs(&Outlook {
            scenario: self.scenario(),
            position: view.position(),
            progress: &view.progress,
            clocks: &view.clocks,
            europe: europe.as_ref(),
            move_index: view.move_number.saturating_sub(1),
        })
    }

    /// The signs for the board, what presses most first; whether a sign is grave stands beside it. What can
    /// still be paid in a domain is left to the domains.
    pub fn pressing(&self) -> Vec<(bool, String)> {
        let mut signs = self.signs();
        signs.retain(|(sign, _)| *sign != Sign::Capacity);
        signs.sort_by_key(|(sign, _)| rank(*sign));
        let told = signs.into_iter();
        told.map(|(sign, words)| (is_grave(sign), words)).collect()
    }
}

/// Whether somebody should do something about it now.
pub(super) const fn is_grave(sign: Sign) -> bool {
    matches!(
        sign,
        Sign::BreakClock
            | Sign::CaptureClock
            | Sign::LineNear
            | Sign::LinePassed
            | Sign::CapacityNone
    )
}

/// The place of a sign where there is room for few.
const fn rank(sign: Sign) -> u8 {
    match sign {
        Sign::BreakClock | Sign::CaptureClock => 0,
        Sign::AngerUp | Sign::AngerDown => 1,
        Sign::Break => 2,
        Sign::BreakRupture | Sign::BreakCollapse => 3,
        Sign::Capture => 4,
        Sign::LineNear | Sign::LinePassed => 5,
        Sign::CapacityNone => 6,
        Sign::Plan | Sign::PlanNone => 7,
        Sign::ManagedBelow => 8,
        Sign::Entente => 9,
        Sign::Managed => 10,
        Sign::ExitNear => 11,
        Sign::Capacity => 12,
    }
}
