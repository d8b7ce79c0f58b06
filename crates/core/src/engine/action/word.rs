//! The words of acts, and what kind of act each is.

use crate::engine::action::Action;
use crate::engine::room::inject::News;

impl Action {
    /// The words of all kinds of acts, in the order of their declaration.
    pub const WORDS: [&'static str; 44] = [
        "inject",
        "demand",
        "hold",
        "respond",
        "commit",
        "reveal-demand",
        "reveal-response",
        "rule",
        "follow-up",
        "close-move",
        "adjust",
        "end",
        "plan-inject",
        "hold-inject",
        "release-inject",
        "skip-inject",
        "reschedule-inject",
        "fire-inject",
        "ad-hoc-inject",
        "reaction",
        "write-demand",
        "argue",
        "settle",
        "set-adjudication",
        "set-clock",
        "extend-clock",
        "clock-out",
        "pause",
        "go-on",
        "reconvene",
        "join",
        "leave",
        "ask-estimate",
        "estimate",
        "reveal-estimates",
        "resolve-estimate",
        "announce",
        "rehearse",
        "startex",
        "hand-over",
        "set-length",
        "note",
        "bookmark",
        "undo",
    ];

    /// The word that names the kind of act in the record.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Inject { .. } => "inject",
            Self::Demand { .. } => "demand",
            Self::Hold => "hold",
            Self::Respond { .. } => "respond",
            Self::Commit { .. } => "commit",
            Self::RevealDemand { .. } => "reveal-demand",
            Self::RevealResponse { .. } => "reveal-response",
            Self::Rule { .. } => "rule",
            Self::FollowUp { .. } => "follow-up",
            Self::CloseMove => "close-move",
            Self::Adjust { .. } => "adjust",
            Self::End { .. } => "end",
            Self::PlanInject { .. } => "plan-inject",
            Self::HoldInject { .. } => "hold-inject",
            Self::ReleaseInject { .. } => "release-inject",
            Self::SkipInject { .. } => "skip-inject",
            Self::RescheduleInject { .. } => "reschedule-inject",
            Self::FireInject { .. } => "fire-inject",
            Self::AdHocInject { .. } => "ad-hoc-inject",
            Self::Reaction { .. } => "reaction",
            Self::WriteDemand { .. } => "write-demand",
            Self::Argue { .. } => "argue",
            Self::Settle { .. } => "settle",
            Self::SetAdjudication { .. } => "set-adjudication",
            Self::SetClock { .. } => "set-clock",
            Self::ExtendClock { .. } => "extend-clock",
            Self::ClockOut { .. } => "clock-out",
            Self::Pause { .. } => "pause",
            Self::GoOn => "go-on",
            Self::Reconvene => "reconvene",
            Self::Join { .. } => "join",
            Self::Leave { .. } => "leave",
            Self::AskEstimate { .. } => "ask-estimate",
            Self::Estimate { .. } => "estimate",
            Self::RevealEstimates { .. } => "reveal-estimates",
            Self::ResolveEstimate { .. } => "resolve-estimate",
            Self::Announce { .. } => "announce",
            Self::Rehearse => "rehearse",
            Self::StartEx => "startex",
            Self::HandOver { .. } => "hand-over",
            Self::SetLength { .. } => "set-length",
            Self::Note { .. } => "note",
            Self::Bookmark { .. } => "bookmark",
            Self::Undo { .. } => "undo",
        }
    }

    /// Whether a seat decides something here, so that a reason is worth asking for.
    pub const fn is_decision(&self) -> bool {
        matches!(
            self,
            Self::Demand { .. }
                | Self::Hold
                | Self::Respond { .. }
                | Self::Commit { .. }
                | Self::FollowUp { .. }
        )
    }

    /// An act of adjudication by rule.
    pub const fn rule_as_computed() -> Self {
        Self::Rule {
            roll: None,
            arguments: 0,
            band: None,
            reason: None,
            provisional: false,
        }
    }

    /// What people typed for this act: all of it is limited in length and made harmless to show.
    pub fn texts(&self) -> Vec<&str> {
        fn news(news: &News) -> Vec<&str> {
            match news {
                News::Event(_) => Vec::new(),
                News::Written(written) => vec![&written.title, &written.text],
            }
        }
        match self {
            Self::Respond { ask: text, .. }
            | Self::Rule { reason: text, .. }
            | Self::HoldInject { reason: text, .. }
            | Self::RescheduleInject { reason: text, .. }
            | Self::Pause { reason: text, .. }
            | Self::HandOver { reason: text, .. }
            | Self::ResolveEstimate { reason: text, .. } => {
                text.iter().map(String::as_str).collect()
            }
            Self::Adjust { reason: text, .. }
            | Self::End { reason: text }
            | Self::SkipInject { reason: text, .. }
            | Self::Settle { reason: text, .. }
            | Self::SetAdjudication { reason: text, .. }
            | Self::SetLength { reason: text, .. }
            | Self::Undo { reason: text, .. }
            | Self::Note { text, .. }
            | Self::Bookmark { label: text }
            | Self::Argue { text, .. }
            | Self::Reaction { text, .. }
            | Self::Announce { text } => vec![text],
            Self::PlanInject {
                news: what,
                expects,
                ..
            } => news(what).into_iter().chain(expects.as_deref()).collect(),
            Self::AdHocInject { news: what } => news(what),
            Self::WriteDemand { card } => vec![&card.title, &card.text],
            Self::AskEstimate {
                question,
                resolution,
                ..
            } => vec![question, resolution],
            Self::Inject { .. }
            | Self::Demand { .. }
            | Self::Hold
            | Self::Commit { .. }
            | Self::RevealDemand { .. }
            | Self::RevealResponse { .. }
            | Self::FollowUp { .. }
            | Self::CloseMove
            | Self::ReleaseInject { .. }
            | Self::FireInject { .. }
            | Self::SetClock { .. }
            | Self::ExtendClock { .. }
            | Self::ClockOut { .. }
            | Self::GoOn
            | Self::Reconvene
            | Self::Join { .. }
            | Self::Leave { .. }
            | Self::Estimate { .. }
            | Self::RevealEstimates { .. }
            | Self::Rehearse
            | Self::StartEx => Vec::new(),
        }
    }

    /// Whether the act runs the room and is no step of play: neither demand, answer nor ruling.
    pub const fn is_about_the_room(&self) -> bool {
        !matches!(
            self,
            Self::Inject { .. }
                | Self::Demand { .. }
                | Self::Hold
                | Self::Respond { .. }
                | Self::Commit { .. }
                | Self::RevealDemand { .. }
                | Self::RevealResponse { .. }
                | Self::Rule { .. }
                | Self::FollowUp { .. }
                | Self::CloseMove
                | Self::Adjust { .. }
                | Self::End { .. }
                | Self::FireInject { .. }
                | Self::AdHocInject { .. }
                | Self::Undo { .. }
        )
    }

    /// Whether the act is the white cell's own affair until the session has ended.
    pub const fn is_for_the_white_cell(&self) -> bool {
        matches!(
            self,
            Self::PlanInject { .. }
                | Self::HoldInject { .. }
                | Self::ReleaseInject { .. }
                | Self::SkipInject { .. }
                | Self::RescheduleInject { .. }
        )
    }
}
