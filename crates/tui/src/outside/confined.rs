//! What may be done at a terminal that is one seat's alone: nothing but the seat's own, and no file is reached from it.

use crate::effect::Effect;
use crate::sitting::Sitting;
use unequal_session::Place;

/// What becomes of an effect at a terminal that is one seat's alone.
pub(super) enum May {
    /// It is done.
    Do,
    /// It is left undone, and nobody misses it.
    Pass,
    /// It is left undone, and that is said.
    Refuse,
    /// The terminal is left.
    Leave,
}

/// What becomes of an effect in a sitting.
pub(super) fn may(sitting: &Sitting, effect: &Effect) -> May {
    if !sitting.confined {
        return May::Do;
    }
    let own = sitting.place.as_ref().map(Place::seat);
    match effect {
        Effect::Submit { seat, .. } | Effect::SubmitAs { seat, .. } | Effect::Seal { seat, .. } => {
            if own == Some(*seat) {
                May::Do
            } else {
                May::Refuse
            }
        }
        Effect::Quit
        | Effect::Mouse(_)
        | Effect::Step
        | Effect::Lift
        | Effect::Bare
        | Effect::Command(_) => May::Do,
        Effect::Leave => May::Leave,
        Effect::Suspend | Effect::KeepTheme(_) => May::Pass,
        Effect::Create { .. }
        | Effect::Resume(_)
        | Effect::Replay { .. }
        | Effect::Branch { .. }
        | Effect::GoTo { .. }
        | Effect::Work(_)
        | Effect::Annotate(_)
        | Effect::LookWith(_)
        | Effect::Watch(_)
        | Effect::WatchNewest
        | Effect::RenameSession { .. }
        | Effect::CopySession { .. }
        | Effect::ListSessions
        | Effect::Elsewhere
        | Effect::ClockOut(_)
        | Effect::GoOn
        | Effect::Call(..)
        | Effect::HideDice
        | Effect::MoreTime(_)
        | Effect::Lapse { .. }
        | Effect::SitDown { .. }
        | Effect::SetPin { .. }
        | Effect::MustEnd(_)
        | Effect::Answer { .. } => May::Refuse,
    }
}
