//! The table of sessions: what was played, by whom, how it ended, and what the white cell did to it.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{Aar, AimLine};
use unequal_core::engine::seat::Seat;
use unequal_core::model::side::Side;

sheet! {
    /// One row a session.
    SESSIONS "sessions" "A session"
    |aar| std::iter::once(aar);
    |aar|
    "name" Text "Its name" = aar.session.name;
    "seat" Text (words::seats) "Whose knowledge the tables hold" = aar.session.seat;
    "deck" Text "The deck’s id" = aar.session.deck;
    "deck_hash" Text "BLAKE3 of the deck’s text" = aar.session.deck_hash;
    "rules" Integer "The version of the rules" = aar.session.rules;
    "seed" Text "The seed of all luck, a whole number up to 2^64; empty where it would tell what the seat may not know" = aar.session.seed;
    "started" Time "When it began" = aar.session.started;
    "last_entry_at" Time "When the last entry was made" = aar.session.last_entry_at;
    "patron_held_by" Text "Who holds the patron’s seat: human, bot:NAME, or outside:NAME for a program of somebody’s own" = aar.session.held_by(Side::Patron);
    "client_held_by" Text "Who holds the client’s seat" = aar.session.held_by(Side::Client);
    "europe_held_by" Text "Who holds Europe’s seat; nobody for none" = aar.session.europe_held_by();
    "moves_played" Integer "Moves closed on the line that stands" = aar.session.moves_played;
    "moves_planned" Integer "Moves planned, as it was set last" = aar.session.moves_planned;
    "moves_planned_first" Integer "Moves planned at STARTEX" = aar.session.moves_planned_first;
    "entries" Integer "Entries of the record that the seat may see" = aar.session.entries;
    "undone" Integer "Entries among them that were undone" = aar.session.undone;
    "ending" Text (words::endings) "The ending, by its word; empty while the session goes on" = aar.ending.as_ref().map(|ending| &ending.ending);
    "ending_title" Text "Its title in the deck" = aar.ending.as_ref().map(|ending| &ending.title);
    "stability_start" Integer "Stability at STARTEX, 0 to 100" = aar.overrides.start;
    "stability_end" Integer "Stability where the session stands" = aar.overrides.end;
    "stability_lowest" Integer "The lowest stability after a closed move" = aar.course.points.iter().map(|point| point.stability).min();
    "patron_aims" Integer "How far the patron met its aims, in points" = aim(aar, Seat::Patron).map(|aim| aim.points);
    "patron_goal" Integer "What the deck calls enough for the patron" = aim(aar, Seat::Patron).and_then(|aim| aim.goal);
    "client_aims" Integer "How far the client met its aims, in points" = aim(aar, Seat::Client).map(|aim| aim.points);
    "client_goal" Integer "What the deck calls enough for the client" = aim(aar, Seat::Client).and_then(|aim| aim.goal);
    "europe_ease" Integer "How easy the ending is on Europe, in points" = aim(aar, Seat::Europe).map(|aim| aim.points);
    "europe_prepared" Boolean "Whether Europe had a plan for the ending" = aar.europe.as_ref().and_then(|europe| europe.prepared);
    "offers" Integer "Offers that the client made" = aar.offers.len();
    "offers_taken_up" Integer "Offers that the patron took up" = aar.offers.iter().filter(|offer| offer.came == "taken up").count();
    "measures" Integer "Measures of Europe’s that the seat may know of" = aar.europe.as_ref().map(|europe| europe.measures.len());
    "overrides" Integer "Rulings of the white cell otherwise than computed, and gauges that it moved" = aar.overrides.lines.len();
    "overrides_moved" Integer "The final stability less the one that there would be without them, in points" = aar.overrides.without.map(|without| aar.overrides.end - without);
    "decisions" Integer "Decisions by people" = aar.gaps.decisions;
    "without_reason" Integer "Decisions by people without a reason" = aar.gaps.without_reason.len();
    "parent_file" Text "The record that this one branches off; empty for a session of its own" = aar.session.parent.as_ref().map(|parent| &parent.file);
    "parent_entry" Integer "The entry after which it goes its own way: what follows is a what-if" = aar.session.parent.as_ref().map(|parent| parent.entry);
}

fn aim(aar: &Aar, seat: Seat) -> Option<&AimLine> {
    let ending = aar.ending.as_ref()?;
    ending.aims.iter().find(|aim| aim.seat == seat)
}
