//! What the wall shows of a session, gathered with the eyes of the audience.

use crate::glance::{Glance, lines};
use crate::wall::countdown::Countdown;
use crate::widget::stability_curve::{Mark, Threshold};
use unequal_core::deck::DeckText;
use unequal_core::engine::action::charter::About;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::europe::Taken;
use unequal_core::model::gauge::Gauge;
use unequal_session::Pace;
use unequal_session::sight::Seen;
use unequal_session::telling::{count, phase_name};

/// Everything that the wall shows at a glance.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The session's name.
    pub session: &'a str,
    /// The move in a few large letters.
    pub headline: String,
    /// Who is to act, and the seat where it is one alone.
    pub waits_for: Option<(String, Option<Seat>)>,
    /// Date and phase, and in words what is waited for.
    pub phase: Vec<String>,
    /// The countdown: what it is of, the time, and whether that is over.
    pub countdown: Option<(String, String, bool)>,
    /// The line to the whole room.
    pub announcement: Option<String>,
    /// Why stability moved in the move that was played last.
    pub account: String,
    /// Stability at STARTEX and after each closed move.
    pub path: Vec<i64>,
    /// Stability now.
    pub now: i64,
    /// Its change in this move.
    pub change: i64,
    /// Whether a move is being played.
    pub underway: bool,
    /// Moves planned.
    pub moves: usize,
    /// Where the regime changes.
    pub thresholds: [Threshold<'static>; 2],
    /// Crossed red lines.
    pub marks: Vec<Mark>,
    /// Where stability stands, in a word.
    pub regime: String,
    /// Whether that is grave.
    pub grave: bool,
    /// How far each ending is, what presses most first; whether that is grave.
    pub signs: Vec<(bool, String)>,
    /// What lies on the table: a line each, with the seat that it came from.
    pub table: Vec<(Seat, String)>,
    /// A few gauges: name, value, change.
    pub gauges: Vec<(String, i64, i64)>,
    /// The last public acts, the latest first.
    pub acts: Vec<Act>,
    /// How it stands with the file: whether it is live, and in words.
    pub standing: (bool, String),
}

/// A public act.
#[derive(Debug)]
pub struct Act {
    /// Whose.
    pub seat: Seat,
    /// What happened.
    pub sentence: String,
    /// More about it.
    pub more: String,
    /// Whether it was taken back.
    pub undone: bool,
}

/// Acts that are gathered: the last, and some before it where there is room.
const ACTS: usize = 8;

impl<'a> Scene<'a> {
    /// Looks at a session with the eyes of the room.
    ///
    /// Without a pace no countdown is shown.
    pub fn of(
        glance: &Glance<'a>,
        seen: &[Seen],
        standing: (bool, String),
        pace: Option<&Pace>,
    ) -> Self {
        let room = glance.place;
        let view = &glance.view;
        let ended = view.phase == Phase::Ended;
        let headline = if ended {
            "ENDEX".to_owned()
        } else if view.room.rehearsing {
            "TURN 0".to_owned()
        } else {
            format!("MOVE {}/{}", view.move_number, view.moves_planned)
        };
        Self {
            session: &room.standing().name,
            headline,
            waits_for: waits_for(glance),
            phase: phase(glance),
            countdown: pace.and_then(|pace| countdown(glance, pace)),
            announcement: glance.announced().map(|(_, words)| words),
            account: glance.account().sentence(room.deck()),
            path: view.path.clone(),
            now: view.get(Gauge::Stability),
            change: glance.stability_change(),
            underway: glance.is_underway(),
            moves: usize::try_from(view.moves_planned).unwrap_or(1),
            thresholds: glance.thresholds(),
            marks: marks(seen),
            regime: glance.regime(),
            grave: glance.is_grave(),
            signs: signs(glance),
            table: table(glance),
            gauges: gauges(glance),
            acts: acts(glance, seen),
            standing,
        }
    }
}

/// Who is to act: a side by its name.
fn waits_for(glance: &Glance<'_>) -> Option<(String, Option<Seat>)> {
    if glance.view.room.pause.is_some() {
        return Some(("pause".to_owned(), None));
    }
    match glance.view.waits_for.as_slice() {
        [] => None,
        [seat] => Some((glance.waits_for(), Some(*seat))),
        _ => Some(("both sides".to_owned(), None)),
    }
}

/// Date, phase, and what is waited for.
fn phase(glance: &Glance<'_>) -> Vec<String> {
    let view = &glance.view;
    let mut parts = Vec::new();
    let text = glance.text();
    if let Some(outcome) = view.outcome {
        let closed = view.path.len().saturating_sub(1);
        parts.push(format!("after {}", count(closed, "move", "moves")));
        parts.push(text.ending(outcome.ending).title.clone());
        return parts;
    }
    if view.room.rehearsing {
        parts.push("a rehearsal, which does not count".to_owned());
    } else if let Some(date) = text.move_date(view.move_number.saturating_sub(1)) {
        parts.push(date);
    }
    let before = matches!(
        view.phase,
        Phase::Inject | Phase::Europe | Phase::Crisis | Phase::Offer | Phase::Drift
    );
    let many = view.demands > 1 && !before;
    if many {
        let place = (view.place + 1).min(view.demands);
        parts.push(format!("demand {place}/{}", view.demands));
    }
    parts.push(phase_name(glance.place.deck(), view.phase).to_uppercase());
    if let Some(pause) = view.room.pause {
        let words = if pause.reflection {
            "a pause for reflection"
        } else {
            "play is paused"
        };
        parts.push(words.to_owned());
        return parts;
    }
    let patron = glance.name(Seat::Patron);
    let client = glance.name(Seat::Client);
    let who = glance.waits_for();
    let are = if view.waits_for.len() == 1 {
        "is"
    } else {
        "are"
    };
    parts.push(match view.phase {
        Phase::Inject => "what happens outside".to_owned(),
        Phase::Europe => format!("{who} is to act, or not to"),
        Phase::Crisis => "each side decides whether to climb down".to_owned(),
        Phase::Offer => format!("{client} is to offer, or not to"),
        Phase::Demand if view.offer_waits => {
            format!("{patron} is to take up the offer, to demand, or to ask for nothing")
        }
        Phase::Demand => format!("{patron} is to demand, or to ask for nothing"),
        Phase::Sealing => format!("{who} {are} to seal a plan"),
        Phase::Reveal => format!("{who} {are} to open a plan"),
        Phase::Response => format!("{client} is to answer"),
        Phase::Ruling => "how it comes out".to_owned(),
        Phase::FollowUp => format!("{patron} is to follow up"),
        Phase::Drift => "the move closes".to_owned(),
        Phase::Ended => String::new(),
    });
    parts
}

/// What presses most, but for what is shown as a gauge beside it.
fn signs(glance: &Glance<'_>) -> Vec<(bool, String)> {
    if glance.view.outcome.is_some() {
        return Vec::new();
    }
    glance.pressing()
}

/// What lies on the table and is public: Europe's measure, the offer, the demand and its answer. At the end
/// the table is cleared.
fn table(glance: &Glance<'_>) -> Vec<(Seat, String)> {
    let view = &glance.view;
    let mut lines = Vec::new();
    if view.outcome.is_some() {
        return lines;
    }
    if let Some(taken) = view.measure {
        let words = lines::step(glance, taken.step);
        let outcome = lines::outcome(taken);
        lines.push((Seat::Europe, format!("{words} · {outcome}")));
    }
    if let Some(offer) = view.offer {
        let fate = match (view.offer_waits, view.taken_up) {
            (true, _) => "offer",
            (false, true) => "offer taken up",
            (false, false) => "offer set aside",
        };
        let words = lines::offer(glance, offer);
        lines.push((Seat::Client, format!("{fate}: {words}")));
    }
    for (place, tabled) in view.tabled.iter().enumerate() {
        let title = lines::card(glance, tabled.demand.card);
        let line = lines::demand(glance, tabled.demand);
        lines.push((Seat::Patron, format!("{title} · {line}")));
        let own = glance.own_words_on_table(place);
        let reply = tabled.reply.map(|reply| lines::reply(glance, reply, own));
        lines.extend(reply.map(|reply| (Seat::Client, reply)));
    }
    lines
}

/// Crossed red lines, which everybody sees.
fn marks(seen: &[Seen]) -> Vec<Mark> {
    let crossed = |fact: &Fact| matches!(fact, Fact::RedLineCrossed(_));
    seen.iter()
        .filter(|seen| !seen.undone && seen.facts.iter().any(crossed))
        .map(|seen| Mark {
            move_number: usize::try_from(seen.move_number).unwrap_or(0),
            sign: "▲",
        })
        .collect()
}

/// The gauges that a room asks for: what lies between the two, and how far the client is bound.
fn gauges(glance: &Glance<'_>) -> Vec<(String, i64, i64)> {
    let mut gauges = vec![Gauge::Trust, Gauge::Resentment, Gauge::Autonomy];
    gauges.extend(glance.at_stake().map(Gauge::Dependence));
    gauges
        .into_iter()
        .map(|gauge| {
            let (value, change) = glance.gauge(gauge);
            (glance.short_name(gauge), value, change)
        })
        .collect()
}

/// What a countdown is of, the time, and whether that is over.
fn countdown(glance: &Glance<'_>, pace: &Pace) -> Option<(String, String, bool)> {
    let counted = Countdown::pressing(glance, pace)?;
    let (time, over) = (counted.time(), counted.is_over());
    Some((counted.of, time, over))
}

/// Whether an act is for the wall: what is played and what becomes of it, and what the room is asked. How the white
/// cell runs the session is its own affair, and stays so after the end; an announcement and a reveal have a scene.
pub fn is_for_the_wall(seen: &Seen) -> bool {
    let asks = matches!(
        seen.kind,
        Kind::Rehearse | Kind::StartEx | Kind::AskEstimate
    );
    asks || seen.kind.charter().about == About::Play
}

/// An act in words for the room: why the white cell did something is on the record and not on the wall.
pub(super) fn sentence(seen: &Seen) -> String {
    match seen.kind {
        Kind::Undo => "Play goes on from an earlier point".to_owned(),
        Kind::End => "The session was ended".to_owned(),
        _ => seen.for_the_room.as_ref().unwrap_or(&seen.sentence).clone(),
    }
}

/// The last public acts, the latest first.
fn acts(glance: &Glance<'_>, seen: &[Seen]) -> Vec<Act> {
    let acts = seen
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, seen)| is_for_the_wall(seen))
        .take(ACTS);
    acts.map(|(place, act)| Act {
        seat: act.seat,
        sentence: sentence(act),
        more: more(glance, act, &seen[..place]),
        undone: act.undone,
    })
    .collect()
}

/// What is worth saying beside an act: the news behind an inject, the ending, what was taken back.
fn more(glance: &Glance<'_>, act: &Seen, before: &[Seen]) -> String {
    let text = glance.text();
    let ends = act.facts.iter().any(|fact| matches!(fact, Fact::Ended(_)));
    let said = act.facts.iter().find_map(|fact| match fact {
        Fact::EventDrawn(Some(event)) => text.events.get(*event).map(|event| event.text.clone()),
        Fact::MeasureTaken(taken) => measure_told(text, *taken),
        Fact::ClimbedDown(acts) => {
            let acted = acts.iter().filter(|(_, acts)| **acts).count();
            Some(text.crisis.outcome(acted).to_owned())
        }
        Fact::Ended(_) => glance.place.ending_told().into_iter().next(),
        Fact::MoveClosed if !ends => {
            let account = glance.place.account(act.number);
            Some(account.sentence(glance.place.deck()))
        }
        _ => None,
    });
    if let Some(said) = said {
        return said;
    }
    let Some(Action::Undo { to, .. }) = act.act else {
        return glance.place.news_text(act.number);
    };
    let taken: Vec<String> = before
        .iter()
        .rev()
        .take_while(|seen| seen.number > to)
        .filter(|seen| is_for_the_wall(seen) && seen.kind != Kind::Undo)
        .map(sentence)
        .collect();
    if taken.is_empty() {
        return String::new();
    }
    format!("Taken back: {}", taken.join("; "))
}

/// What a measure is, and what its dice made of it.
pub fn measure_told(text: &DeckText, taken: Taken) -> Option<String> {
    let words = text.measures.get(taken.step.measure)?;
    let told = if taken.step.in_secret && taken.band < 0 {
        &words.leaks
    } else {
        words.outcome(taken.band)
    };
    Some(format!("{} {told}", words.text).trim().to_owned())
}
