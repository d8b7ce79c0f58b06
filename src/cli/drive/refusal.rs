//! Tells why a line of a script is refused, at the word that is at fault.

use crate::cli::script::{Deed, Line, Wrong};
use unequal_core::bot::EuropeBot;
use unequal_core::deck::nearest;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::refused::{Part, Refused};
use unequal_core::engine::seat::Seat;
use unequal_session::{SubmitError, Table};

/// A line that cannot be taken whatever its act holds.
pub(super) fn beforehand(table: &Table, line: &Line) -> Option<Wrong> {
    if matches!(&line.deed, Deed::Act(action) if action.is_open_after_the_end()) {
        return None;
    }
    let view = table.view(Seat::Audience);
    let sealed = view.options.sealed;
    let word = match &line.deed {
        Deed::Seal(_) => "seal",
        Deed::Act(action) => action.word(),
    };
    let kind = || line.value_of("kind");
    let (message, hint) = match (&line.deed, view.phase) {
        (_, Phase::Ended) => {
            let number = table.last_number();
            let message = format!("the session ended at entry {number}, before this line");
            (
                message,
                "after the end come notes, bookmarks, estimates, announcements and undo".to_owned(),
            )
        }
        (
            Deed::Seal(_)
            | Deed::Act(
                Action::Commit { .. } | Action::RevealDemand { .. } | Action::RevealResponse { .. },
            ),
            _,
        ) if !sealed => (
            format!("`{word}` belongs to a sealed session, and this one is open"),
            "use `demand`, `take-up`, `hold` and `respond`, or run with --sealed".to_owned(),
        ),
        (
            Deed::Act(
                Action::Demand { .. } | Action::TakeUp | Action::Hold | Action::Respond { .. },
            ),
            _,
        ) if sealed => (
            format!("`{word}` belongs to an open session, and this one is sealed"),
            "use `seal` with a nonce and a plan".to_owned(),
        ),
        (Deed::Act(Action::Measure { .. } | Action::Abstain | Action::SetMeasure { .. }), _)
            if !view.has_europe =>
        {
            (
                format!("`{word}` belongs to Europe’s seat, and nobody sits there"),
                "run with --europe people, or hand the seat over with `hand-over`".to_owned(),
            )
        }
        _ => return None,
    };
    Some(Wrong {
        span: kind(),
        message,
        hint: Some(hint),
    })
}

/// The refusal of an act, at its place.
pub(super) fn told(table: &Table, line: &Line, action: &Action, error: &SubmitError) -> Wrong {
    let (key, hint) = match error {
        SubmitError::Refused(refused) => {
            let place = word_of(refused).and_then(|word| line.place_of(word));
            if let Some(span) = place {
                return Wrong {
                    span,
                    message: error.to_string(),
                    hint: meant(table, refused),
                };
            }
            (key_of(refused, action), meant(table, refused))
        }
        SubmitError::NotBehind(_) => ("to", None),
        SubmitError::NoEntry(_) | SubmitError::Unseen(_) | SubmitError::NoAnswer(_) => {
            ("entry", None)
        }
        SubmitError::UndoSeat | SubmitError::OtherSeat | SubmitError::LooksOn => ("seat", None),
        SubmitError::Confidence(_) => ("confidence", None),
        SubmitError::TooLong { .. } | SubmitError::Stale { .. } | SubmitError::Store(_) => {
            ("", None)
        }
    };
    Wrong {
        span: line.value_of(key),
        message: error.to_string(),
        hint,
    }
}

/// The word in the act that the refusal is about: it stands as some key's value, wherever that is.
const fn word_of(refused: &Refused) -> Option<&str> {
    match refused {
        Refused::Unknown { id, .. }
        | Refused::Taken(id)
        | Refused::CardTaken(id)
        | Refused::NotOnMenu(id)
        | Refused::TabledAlready(id)
        | Refused::DeflectCard(id)
        | Refused::MeasureNow(id)
        | Refused::NotSecret(id)
        | Refused::OfferCard(id)
        | Refused::NotPlanned(id)
        | Refused::InjectDone(id)
        | Refused::NotFired(id)
        | Refused::HeldAlready(id)
        | Refused::NotHeld(id) => Some(id.as_str()),
        _ => None,
    }
}

/// The key whose value the refusal is about.
fn key_of(refused: &Refused, action: &Action) -> &'static str {
    match refused {
        Refused::Over
        | Refused::WrongPhase { .. }
        | Refused::UndoElsewhere
        | Refused::Rigid
        | Refused::Free
        | Refused::Paused
        | Refused::PausedAlready
        | Refused::NotPaused
        | Refused::Begun
        | Refused::Rehearsing
        | Refused::NothingTabled
        | Refused::NoOffer => "kind",
        Refused::WrongSeat { .. } | Refused::OtherSeat { .. } => "seat",
        Refused::Empty(_) => "to",
        Refused::Unknown { what, .. } => match what {
            Part::Card if matches!(action, Action::Respond { .. }) => "instead",
            Part::Card => "card",
            Part::Ask => "ask",
            Part::Measure => "measure",
            Part::Event => "instead",
            Part::Gauge if matches!(action, Action::Adjust { .. }) => "gauge",
            Part::Gauge => "news.written.changes",
            Part::Domain => "domain",
            Part::Bot => "to",
        },
        Refused::DeflectCard(_) => "instead",
        Refused::CardsFull(_)
        | Refused::NotOnMenu(_)
        | Refused::TabledAlready(_)
        | Refused::OfferCard(_) => "card",
        Refused::MeasureNow(_) | Refused::NoUnity { .. } => "measure",
        Refused::NotSecret(_) => "secret",
        Refused::NoEffort { .. } | Refused::TimeOut(_) => costly(action),
        Refused::Deflect | Refused::CannotPay(_) => "response",
        Refused::AskWithoutConditions => "ask",
        Refused::FollowUp | Refused::FollowUpSealed(_) => "choice",
        Refused::NoReason => match action {
            Action::Rule { reason: None, .. } => "band",
            _ => "reason",
        },
        Refused::Dice(_) => "roll",
        Refused::Arguments { .. } => "arguments",
        Refused::OwnWords => "words",
        Refused::Adjustment { .. } => match action {
            Action::Adjust { .. } => "by",
            _ => "news.written.changes",
        },
        Refused::NotCommitted(_) | Refused::SealedDomains | Refused::SealedTwice => "plan",
        Refused::NoHash => "hash",
        Refused::Fingerprint => "key",
        Refused::Taken(_) | Refused::Name(_) => match action {
            Action::Join { .. }
            | Action::Leave { .. }
            | Action::Admit { .. }
            | Action::Estimate { .. } => "name",
            Action::WriteDemand { .. } => "card",
            _ => "id",
        },
        Refused::NoTitle => match action {
            Action::WriteDemand { .. } => "card.title",
            _ => "news.written.title",
        },
        Refused::CardValue { what, .. } => match *what {
            "gain" => "card.gain",
            "autonomy_cost" => "card.autonomy_cost",
            "capacity_need" => "card.capacity_need",
            "endurance_cost" => "card.endurance_cost",
            "red_line_weight" => "card.red_line_weight",
            "lock_in" => "card.lock_in",
            _ => "card.shared_front",
        },
        Refused::NoText | Refused::Announcement(_) => match action {
            Action::AskEstimate { question, .. } if question.trim().is_empty() => "question",
            Action::AskEstimate { .. } => "resolution",
            _ => "text",
        },
        Refused::DueMove(_) | Refused::DueAtTheEnd | Refused::DueValue(_) | Refused::DueCount => {
            "due"
        }
        Refused::NotPlanned(_)
        | Refused::InjectDone(_)
        | Refused::NotFired(_)
        | Refused::HeldAlready(_)
        | Refused::NotHeld(_) => match action {
            Action::Reaction { .. } => "inject",
            _ => "id",
        },
        Refused::NotProvisional { .. } => "move",
        Refused::ClockLength(_) => "seconds",
        Refused::NotPlaying(_) | Refused::NoClock(_) | Refused::SoftClock(_) => "of",
        Refused::NoParticipant(_) | Refused::Seated { .. } => "name",
        Refused::CardTaken(_)
        | Refused::NoQuestion(_)
        | Refused::Revealed(_)
        | Refused::NotRevealed(_)
        | Refused::Resolved(_) => "id",
        Refused::Percent(_) => "percent",
        Refused::Length { .. } => "moves",
    }
}

/// The id that was probably meant.
fn meant(table: &Table, refused: &Refused) -> Option<String> {
    let scenario = table.scenario();
    let (what, id) = match refused {
        Refused::Unknown { what, id } => (what, id),
        Refused::NotPlanned(id) => return planned(table, id),
        _ => return None,
    };
    let known: Vec<String> = match what {
        Part::Card => scenario.cards.iter().map(|card| card.id.clone()).collect(),
        Part::Ask => scenario.asks.iter().map(|ask| ask.id.clone()).collect(),
        Part::Measure => scenario
            .measures
            .iter()
            .map(|measure| measure.id.clone())
            .collect(),
        Part::Event => scenario
            .events
            .iter()
            .map(|event| event.id.clone())
            .collect(),
        Part::Domain => scenario
            .domains
            .iter()
            .map(|domain| domain.id.clone())
            .collect(),
        Part::Gauge => scenario
            .gauges()
            .into_iter()
            .map(|gauge| scenario.gauge_word(gauge))
            .collect(),
        Part::Bot => scenario
            .policies
            .iter()
            .map(|policy| policy.name.clone())
            .chain(EuropeBot::WORDS.iter().map(|word| (*word).to_owned()))
            .collect(),
    };
    let near = nearest(id, known.iter().map(String::as_str));
    Some(match near {
        Some(word) => format!("did you mean `{word}`?"),
        None if known.len() <= 16 => format!("the deck has {}", known.join(", ")),
        None => format!("`unequal deck show` lists every {what} of the deck"),
    })
}

/// The inject of the plan that was probably meant.
fn planned(table: &Table, id: &str) -> Option<String> {
    let plan = table.view(Seat::WhiteCell).room.plan?;
    let ids: Vec<&str> = plan.iter().map(|planned| planned.id.as_str()).collect();
    Some(match nearest(id, ids.iter().copied()) {
        Some(word) => format!("did you mean `{word}`?"),
        None if ids.is_empty() => "nothing is planned yet; `plan-inject` puts it there".to_owned(),
        None => format!("the plan has {}", ids.join(", ")),
    })
}

/// The key of an act that costs effort or time which are not there.
const fn costly(action: &Action) -> &'static str {
    if matches!(action, Action::CrisisAct { .. }) {
        "climb_down"
    } else {
        "intensity"
    }
}
