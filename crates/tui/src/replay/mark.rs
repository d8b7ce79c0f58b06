//! What the replay can jump to: kinds of marks, each with its sign.

use unequal_core::acts_of;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::fact::Fact;
use unequal_session::sight::Seen;

/// A kind of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The program found that much turned here.
    Turning,
    /// A red line was crossed.
    RedLine,
    /// The white cell ruled otherwise than computed.
    Override,
    /// Somebody wants to come back here.
    Bookmark,
    /// Somebody commented on it, or judged it by a glyph.
    Remark,
    /// Somebody disagreed.
    Dissent,
    /// News from outside.
    Inject,
    /// A decision without a stated reason.
    Unreasoned,
    /// Found by the last search.
    Hit,
}

impl Mark {
    /// All kinds, the weightiest first.
    pub const ALL: [Self; 9] = [
        Self::Turning,
        Self::RedLine,
        Self::Override,
        Self::Bookmark,
        Self::Remark,
        Self::Dissent,
        Self::Inject,
        Self::Unreasoned,
        Self::Hit,
    ];

    /// Its sign.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Turning => "◆",
            Self::RedLine => "▲",
            Self::Override => "✎",
            Self::Bookmark => "⚑",
            Self::Remark => "❝",
            Self::Dissent => "✗",
            Self::Inject => "•",
            Self::Unreasoned => "○",
            Self::Hit => "+",
        }
    }

    /// What it is called.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Turning => "turning points",
            Self::RedLine => "red lines crossed",
            Self::Override => "overrides",
            Self::Bookmark => "bookmarks",
            Self::Remark => "remarks",
            Self::Dissent => "dissent",
            Self::Inject => "injects",
            Self::Unreasoned => "decisions without a reason",
            Self::Hit => "what was searched",
        }
    }

    /// Whether it is one of the few that always stand under the curve.
    pub const fn is_weighty(self) -> bool {
        matches!(
            self,
            Self::Turning | Self::RedLine | Self::Override | Self::Bookmark
        )
    }

    /// The marks that an entry has by what it is.
    pub fn of(seen: &Seen) -> Vec<Self> {
        let mut marks = Vec::new();
        let crossed = |fact: &Fact| matches!(fact, Fact::RedLineCrossed(_));
        if seen.facts.iter().any(crossed) {
            marks.push(Self::RedLine);
        }
        match seen.kind {
            Kind::Rule => {
                let overruled = matches!(seen.act, Some(Action::Rule { band: Some(_), .. }));
                marks.extend(overruled.then_some(Self::Override));
            }
            Kind::Adjust | Kind::SetMeasure | Kind::SetCrisisAct | Kind::VetoOffer => {
                marks.push(Self::Override);
            }
            Kind::Bookmark => marks.push(Self::Bookmark),
            Kind::Inject | Kind::FireInject | Kind::AdHocInject => marks.push(Self::Inject),
            Kind::CloseMove
            | Kind::End
            | Kind::Undo
            | acts_of!(Kind: seats, plan, rulings, course, pace, people, estimates, words) => {}
        }
        if seen.dissent.is_some() {
            marks.push(Self::Dissent);
        }
        let decides = seen.kind.charter().is_decision;
        if decides && seen.rationale.is_none() && seen.by.is_person() {
            marks.push(Self::Unreasoned);
        }
        marks
    }

    /// Whether only those may know of it who may read the reasons of an entry.
    pub const fn is_of_reasons(self) -> bool {
        matches!(self, Self::Dissent | Self::Unreasoned)
    }
}
