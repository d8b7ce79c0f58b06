//! The charter of acts: for each kind, when and by whom it may be done, what it is about, and who sees it.

use crate::engine::action::Action;
use crate::engine::fact::Disclosed;
use crate::engine::phase::Phase;
use crate::engine::room::inject::News;
use crate::engine::seat::Seat;
use crate::model::vocabulary::vocabulary;

/// When an act may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// In one phase.
    In(Phase),
    /// As long as the session runs.
    Running,
    /// At any time, after the end, too.
    Always,
}

/// What an act is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A step of play: what is demanded, answered, ruled, and what comes from outside.
    Play,
    /// How the session runs and how it is ruled: nothing that play waits for, but news for the whole room.
    Course,
    /// The room around the game: plans, clocks, people and their marks.
    Room,
}

/// What holds for a kind of act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charter {
    /// When it may be done.
    pub when: When,
    /// Who may do it.
    pub seats: &'static [Seat],
    /// What it is about.
    pub about: About,
    /// Who sees it before the session has ended; `seen` knows of what is more than a list of seats.
    pub seen_by: &'static [Seat],
    /// Whether a seat decides something here, so that a reason is worth asking for.
    pub is_decision: bool,
    /// What hidden thing the act by itself makes known, whatever comes of it.
    pub discloses: Option<Disclosed>,
}

const EVERYBODY: &[Seat] = &Seat::ALL;
const WHITE_CELL: &[Seat] = &[Seat::WhiteCell];
const PATRON: &[Seat] = &[Seat::Patron];
const CLIENT: &[Seat] = &[Seat::Client];
const EUROPE: &[Seat] = &[Seat::Europe];
const SIDES: &[Seat] = &[Seat::Patron, Seat::Client];
const WATCHERS: &[Seat] = &[Seat::Europe, Seat::WhiteCell, Seat::Audience];
const DEALERS: &[Seat] = &[Seat::Patron, Seat::WhiteCell];

impl Charter {
    const fn of(about: About, when: When, seats: &'static [Seat]) -> Self {
        Self {
            when,
            seats,
            about,
            seen_by: EVERYBODY,
            is_decision: false,
            discloses: None,
        }
    }

    const fn decides(self) -> Self {
        Self {
            is_decision: true,
            ..self
        }
    }

    const fn seen_by(self, seen_by: &'static [Seat]) -> Self {
        Self { seen_by, ..self }
    }

    const fn discloses(self, what: Disclosed) -> Self {
        Self {
            discloses: Some(what),
            ..self
        }
    }
}

const fn play(when: When, seats: &'static [Seat]) -> Charter {
    Charter::of(About::Play, when, seats)
}

const fn step(phase: Phase, seats: &'static [Seat]) -> Charter {
    play(When::In(phase), seats)
}

const fn course(when: When, seats: &'static [Seat]) -> Charter {
    Charter::of(About::Course, when, seats)
}

const fn room(when: When, seats: &'static [Seat]) -> Charter {
    Charter::of(About::Room, when, seats)
}

macro_rules! acts {
    ($($kind:ident $word:tt => $charter:expr;)+) => {
        vocabulary!(
            /// A kind of act.
            Kind { $(#[doc = concat!("`", $word, "`.")] $kind = $word),+ }
        );

        impl Kind {
            /// What holds for this kind of act.
            pub const fn charter(self) -> Charter {
                match self { $(Self::$kind => $charter),+ }
            }
        }

        impl Action {
            /// What kind of act this is.
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind { .. } => Kind::$kind),+ }
            }
        }
    };
}

acts! {
    Inject "inject" => step(Phase::Inject, WHITE_CELL);
    Measure "measure" => step(Phase::Europe, EUROPE).decides().discloses(Disclosed::EuropeDice);
    Abstain "abstain" => step(Phase::Europe, EUROPE).decides();
    SetMeasure "set-measure" => step(Phase::Europe, WHITE_CELL).discloses(Disclosed::EuropeDice);
    CrisisAct "crisis-act" => step(Phase::Crisis, SIDES).decides().seen_by(WHITE_CELL);
    SetCrisisAct "set-crisis-act" => step(Phase::Crisis, WHITE_CELL).seen_by(WHITE_CELL);
    Offer "offer" => step(Phase::Offer, CLIENT).decides();
    NoOffer "no-offer" => step(Phase::Offer, CLIENT).decides();
    VetoOffer "veto-offer" => play(When::Running, WHITE_CELL);
    TakeUp "take-up" => step(Phase::Demand, PATRON).decides();
    Demand "demand" => step(Phase::Demand, PATRON).decides();
    Hold "hold" => step(Phase::Demand, PATRON).decides();
    Respond "respond" => step(Phase::Response, CLIENT).decides();
    Commit "commit" => step(Phase::Sealing, SIDES).decides();
    RevealDemand "reveal-demand" => step(Phase::Reveal, PATRON);
    RevealResponse "reveal-response" => step(Phase::Reveal, CLIENT);
    Rule "rule" => step(Phase::Ruling, WHITE_CELL);
    FollowUp "follow-up" => step(Phase::FollowUp, PATRON).decides();
    CloseMove "close-move" => step(Phase::Drift, WHITE_CELL);
    Adjust "adjust" => play(When::Running, WHITE_CELL);
    End "end" => play(When::Running, WHITE_CELL);
    PlanInject "plan-inject" => room(When::Running, WHITE_CELL).seen_by(WHITE_CELL);
    HoldInject "hold-inject" => room(When::Running, WHITE_CELL).seen_by(WHITE_CELL);
    ReleaseInject "release-inject" => room(When::Running, WHITE_CELL).seen_by(WHITE_CELL);
    SkipInject "skip-inject" => room(When::Running, WHITE_CELL).seen_by(WHITE_CELL);
    RescheduleInject "reschedule-inject" => room(When::Running, WHITE_CELL).seen_by(WHITE_CELL);
    FireInject "fire-inject" => play(When::Running, WHITE_CELL).discloses(Disclosed::News);
    AdHocInject "ad-hoc-inject" => play(When::Running, WHITE_CELL).discloses(Disclosed::News);
    Reaction "reaction" => room(When::Always, WATCHERS);
    WriteDemand "write-demand" => room(When::Running, WHITE_CELL).seen_by(DEALERS);
    Argue "argue" => course(When::Running, EVERYBODY);
    Settle "settle" => course(When::Always, WHITE_CELL);
    SetAdjudication "set-adjudication" => course(When::Running, WHITE_CELL);
    SetClock "set-clock" => room(When::Running, WHITE_CELL);
    ExtendClock "extend-clock" => room(When::Running, WHITE_CELL);
    ClockOut "clock-out" => room(When::Running, WHITE_CELL);
    Pause "pause" => room(When::Running, WHITE_CELL);
    GoOn "go-on" => room(When::Running, WHITE_CELL);
    Reconvene "reconvene" => room(When::Running, WHITE_CELL);
    Join "join" => room(When::Always, EVERYBODY);
    Leave "leave" => room(When::Always, EVERYBODY);
    Admit "admit" => room(When::Always, WHITE_CELL).seen_by(WHITE_CELL);
    Rename "rename" => room(When::Always, EVERYBODY);
    RenameSession "rename-session" => room(When::Always, WHITE_CELL);
    Correct "correct" => room(When::Always, EVERYBODY).seen_by(WHITE_CELL);
    AskEstimate "ask-estimate" => course(When::Always, WHITE_CELL);
    Estimate "estimate" => room(When::Always, EVERYBODY);
    RevealEstimates "reveal-estimates" => course(When::Always, WHITE_CELL).discloses(Disclosed::Estimates);
    ResolveEstimate "resolve-estimate" => course(When::Always, WHITE_CELL);
    Announce "announce" => room(When::Always, WHITE_CELL);
    Rehearse "rehearse" => course(When::Running, WHITE_CELL);
    StartEx "startex" => course(When::Running, WHITE_CELL);
    HandOver "hand-over" => course(When::Running, WHITE_CELL);
    SetLength "set-length" => course(When::Running, WHITE_CELL);
    Note "note" => room(When::Always, EVERYBODY);
    Bookmark "bookmark" => room(When::Always, EVERYBODY);
    // The session does it, not `apply`; it leaves the seat to the session, too.
    Undo "undo" => play(When::Always, EVERYBODY);
}

/// The acts of groups, as a pattern over [`Action`] or [`Kind`]: `acts_of!(Action: pace, words)`.
///
/// For whoever asks what an act means to it: the acts that mean something are named, the other groups
/// too, and an act that is new in one of the former does not compile until somebody decides. `play` is
/// what moves the game, by the `seats` that play or by who has the `conduct` of it; `room` is all that stands
/// around it, which the other groups divide.
#[macro_export]
macro_rules! acts_of {
    ($of:ident: $($group:ident),+) => { $($crate::acts_of!(@$group $of))|+ };
    (@play $of:ident) => {
        $crate::acts_of!($of: seats, conduct)
    };
    (@seats $of:ident) => {
        $of::Measure { .. } | $of::Abstain { .. } | $of::CrisisAct { .. } | $of::Offer { .. }
            | $of::NoOffer { .. } | $of::TakeUp { .. } | $of::Demand { .. } | $of::Hold { .. }
            | $of::Respond { .. } | $of::Commit { .. } | $of::RevealDemand { .. } | $of::RevealResponse { .. } | $of::FollowUp { .. }
    };
    (@conduct $of:ident) => {
        $of::Inject { .. } | $of::SetMeasure { .. } | $of::SetCrisisAct { .. }
            | $of::VetoOffer { .. } | $of::Rule { .. } | $of::CloseMove { .. } | $of::Adjust { .. }
            | $of::End { .. } | $of::FireInject { .. } | $of::AdHocInject { .. } | $of::Undo { .. }
    };
    (@room $of:ident) => {
        $crate::acts_of!($of: plan, rulings, course, pace, people, estimates, words, marks)
    };
    (@plan $of:ident) => {
        $of::PlanInject { .. } | $of::HoldInject { .. } | $of::ReleaseInject { .. }
            | $of::SkipInject { .. } | $of::RescheduleInject { .. } | $of::Reaction { .. }
            | $of::WriteDemand { .. }
    };
    (@rulings $of:ident) => {
        $of::Argue { .. } | $of::Settle { .. } | $of::SetAdjudication { .. }
    };
    (@course $of:ident) => {
        $of::Rehearse { .. } | $of::StartEx { .. } | $of::HandOver { .. } | $of::SetLength { .. }
    };
    (@pace $of:ident) => {
        $of::SetClock { .. } | $of::ExtendClock { .. } | $of::ClockOut { .. }
            | $of::Pause { .. } | $of::GoOn { .. } | $of::Reconvene { .. }
    };
    (@people $of:ident) => {
        $of::Join { .. } | $of::Leave { .. } | $of::Rename { .. } | $of::Admit { .. }
    };
    (@estimates $of:ident) => {
        $of::AskEstimate { .. } | $of::Estimate { .. } | $of::RevealEstimates { .. }
            | $of::ResolveEstimate { .. }
    };
    (@words $of:ident) => {
        $of::Announce { .. } | $of::Note { .. } | $of::RenameSession { .. } | $of::Correct { .. }
    };
    (@marks $of:ident) => {
        $of::Bookmark { .. }
    };
}

impl Action {
    /// The word that names the kind of act in the record.
    pub const fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// Whether a seat decides something here, so that a reason is worth asking for.
    pub const fn is_decision(&self) -> bool {
        self.kind().charter().is_decision
    }

    /// Whether the act is no step of play: neither demand, answer nor ruling, nor news from outside.
    pub const fn is_about_the_room(&self) -> bool {
        !matches!(self.kind().charter().about, About::Play)
    }

    /// Whether the act may still be done when the session has ended.
    pub const fn is_open_after_the_end(&self) -> bool {
        matches!(self.kind().charter().when, When::Always)
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
            Self::Respond { ask, words, .. } => {
                ask.iter().chain(words).map(String::as_str).collect()
            }
            Self::Rule { reason: text, .. }
            | Self::HoldInject { reason: text, .. }
            | Self::RescheduleInject { reason: text, .. }
            | Self::Pause { reason: text, .. }
            | Self::HandOver { reason: text, .. }
            | Self::ResolveEstimate { reason: text, .. } => {
                text.iter().map(String::as_str).collect()
            }
            Self::SetMeasure { reason: text, .. }
            | Self::SetCrisisAct { reason: text, .. }
            | Self::VetoOffer { reason: text }
            | Self::Adjust { reason: text, .. }
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
            Self::Correct {
                reason,
                against,
                words,
                ..
            } => {
                let all = reason.iter().chain(against).chain(words);
                all.map(String::as_str).collect()
            }
            Self::Inject { .. }
            | Self::Measure { .. }
            | Self::Abstain
            | Self::CrisisAct { .. }
            | Self::Offer { .. }
            | Self::NoOffer
            | Self::TakeUp
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
            | Self::Rename { .. }
            | Self::Admit { .. }
            | Self::RenameSession { .. }
            | Self::Estimate { .. }
            | Self::RevealEstimates { .. }
            | Self::Rehearse
            | Self::StartEx => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{About, Kind};

    #[test]
    fn the_groups_part_the_acts_as_the_charter_does() {
        for kind in Kind::ALL {
            let groups = [
                matches!(kind, acts_of!(Kind: seats)),
                matches!(kind, acts_of!(Kind: conduct)),
                matches!(kind, acts_of!(Kind: plan)),
                matches!(kind, acts_of!(Kind: rulings)),
                matches!(kind, acts_of!(Kind: course)),
                matches!(kind, acts_of!(Kind: pace)),
                matches!(kind, acts_of!(Kind: people)),
                matches!(kind, acts_of!(Kind: estimates)),
                matches!(kind, acts_of!(Kind: words)),
                matches!(kind, acts_of!(Kind: marks)),
            ];
            assert_eq!(groups.iter().filter(|is_in| **is_in).count(), 1, "{kind}");
            let is_of_play = kind.charter().about == About::Play;
            assert_eq!(matches!(kind, acts_of!(Kind: play)), is_of_play, "{kind}");
            assert_eq!(matches!(kind, acts_of!(Kind: room)), !is_of_play, "{kind}");
        }
    }
}
