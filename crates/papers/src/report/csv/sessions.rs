//! The table of sessions: what was played, by whom, how it ended, and what the white cell did to it.

use crate::report::csv::rows::{Keyed, harmless, table};
use crate::report::model::Aar;
use unequal_core::engine::seat::Seat;
use unequal_core::model::side::Side;

/// The head of the table of sessions.
pub(in crate::report) const SESSIONS: [&str; 37] = [
    "session",
    "name",
    "seat",
    "deck",
    "deck_hash",
    "rules",
    "seed",
    "started",
    "last_entry_at",
    "patron_held_by",
    "client_held_by",
    "europe_held_by",
    "moves_played",
    "moves_planned",
    "entries",
    "undone",
    "ending",
    "ending_title",
    "stability_start",
    "stability_end",
    "stability_lowest",
    "patron_aims",
    "patron_goal",
    "client_aims",
    "client_goal",
    "europe_ease",
    "europe_prepared",
    "offers",
    "offers_taken_up",
    "measures",
    "overrides",
    "overrides_moved",
    "overrides_share_percent",
    "decisions",
    "without_reason",
    "parent_file",
    "parent_entry",
];

/// One row a session.
pub fn sessions(reports: &[Keyed<'_>]) -> String {
    let rows = reports
        .iter()
        .map(|report| session(report.key, report.aar).map(harmless));
    table(SESSIONS.map(str::to_owned), rows)
}

fn session(key: &str, aar: &Aar) -> [String; SESSIONS.len()] {
    let facts = &aar.session;
    let aim = |seat: Seat| {
        let ending = aar.ending.as_ref();
        ending.and_then(|ending| ending.aims.iter().find(|aim| aim.seat == seat))
    };
    let points = |seat| aim(seat).map_or_else(String::new, |aim| aim.points.to_string());
    let goal = |seat| text(aim(seat).and_then(|aim| aim.goal));
    let lowest = aar.course.points.iter().map(|point| point.stability).min();
    let parent = facts.parent.as_ref();
    let overrides = &aar.overrides;
    let europe = aar.europe.as_ref();
    let taken_up = aar.offers.iter().filter(|offer| offer.came == "taken up");
    let taken_up = taken_up.count();
    [
        key.to_owned(),
        facts.name.clone(),
        facts.seat.clone(),
        facts.deck.clone(),
        facts.deck_hash.clone(),
        facts.rules.to_string(),
        text(facts.seed),
        facts.started.clone(),
        facts.last_entry_at.clone(),
        facts.held_by(Side::Patron),
        facts.held_by(Side::Client),
        facts.europe_held_by(),
        facts.moves_played.to_string(),
        facts.moves_planned.to_string(),
        facts.entries.to_string(),
        facts.undone.to_string(),
        text(aar.ending.as_ref().map(|ending| &ending.ending)),
        text(aar.ending.as_ref().map(|ending| &ending.title)),
        overrides.start.to_string(),
        overrides.end.to_string(),
        text(lowest),
        points(Seat::Patron),
        goal(Seat::Patron),
        points(Seat::Client),
        goal(Seat::Client),
        points(Seat::Europe),
        text(europe.and_then(|europe| europe.prepared)),
        aar.offers.len().to_string(),
        taken_up.to_string(),
        text(europe.map(|europe| europe.measures.len())),
        overrides.lines.len().to_string(),
        text(overrides.without.map(|without| overrides.end - without)),
        text(overrides.share_percent.map(|share| format!("{share:.1}"))),
        aar.gaps.decisions.to_string(),
        aar.gaps.without_reason.len().to_string(),
        text(parent.map(|parent| &parent.file)),
        text(parent.map(|parent| parent.entry)),
    ]
}

/// What there is, as text; nothing where there is nothing.
fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
