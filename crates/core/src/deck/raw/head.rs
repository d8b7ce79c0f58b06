//! Mirrors what the deck is, how long a session lasts and where the gauges start.

use schemars::JsonSchema;
use serde::Deserialize;

use super::table::table;
use crate::model::gauge::Gauge;
use crate::model::scenario as to;

/// What the deck is, and who plays in it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Version of the deck format: 2.
    #[schemars(range(min = 2, max = 2))]
    pub format: i64,
    /// Version of the rules: 2.
    #[schemars(range(min = 2, max = 2))]
    pub rules: i64,
    /// Name of the deck on command lines: lower-case letters, digits, hyphens.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Title on the screens.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// Display name of the stronger side, which makes the demands.
    #[schemars(length(min = 1, max = 24))]
    pub patron: String,
    /// Display name of the weaker side, which answers and may offer.
    #[schemars(length(min = 1, max = 24))]
    pub client: String,
    /// Display name of the third seat, Europe's in the rules: it is hit by what becomes of the two, and can act a little.
    #[schemars(length(min = 1, max = 24))]
    pub observer: String,
    /// Other words that name the two sides, in pairs such as `["Chinese", "Russian"]`: exchanged with their names where a
    /// player is asked under exchanged names.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub exchange: Vec<[String; 2]>,
    /// Second line under the title.
    #[schemars(length(max = 160))]
    pub subtitle: Option<String>,
    /// What the deck is about, one to three sentences.
    #[schemars(length(max = 1000))]
    pub summary: Option<String>,
    /// The author's version of the deck, any text.
    #[schemars(length(max = 40))]
    pub version: Option<String>,
    /// When this version was made, such as "2026-06"; what a text calls planned is measured against it.
    #[schemars(length(max = 40))]
    pub date: Option<String>,
    /// Language of the texts, such as "en".
    #[schemars(length(max = 20))]
    pub language: Option<String>,
    /// How long a session takes, such as "three hours".
    #[schemars(length(max = 60))]
    pub duration: Option<String>,
    /// How the time is used, from the welcome to the last word; all moves of a session stand in it.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub running_order: Vec<Stretch>,
    /// What players must be told the deck is not.
    #[schemars(length(max = 4000))]
    pub disclaimer: Option<String>,
    /// Whom to thank, one line each.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub credits: Vec<String>,
    /// Time and place of the story, such as "2026-2030".
    #[schemars(length(max = 160))]
    pub setting: Option<String>,
    /// What one move stands for, such as "half-year".
    #[schemars(length(max = 24))]
    pub move_label: Option<String>,
    /// Calendar year of the first move.
    #[schemars(range(min = 1, max = 9999))]
    pub start_year: Option<i64>,
    /// Which move of that year the first one is, such as 2 for its second half; 1 where the deck is silent.
    #[schemars(range(min = 1, max = 12))]
    pub start_part: Option<i64>,
    /// Moves in one year of the story.
    #[schemars(range(min = 1, max = 12))]
    pub moves_per_year: Option<i64>,
    /// What players must accept for the session's sake, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub artificialities: Vec<String>,
}

/// A stretch of the running order: moves, or anything else.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// What is done, such as "welcome and briefings"; beside moves it may be left out.
    #[schemars(length(min = 1, max = 120))]
    pub what: Option<String>,
    /// How many moves are played.
    #[schemars(range(min = 1, max = 64))]
    pub moves: Option<i64>,
    /// How many minutes it takes; where moves are played, each of them.
    #[schemars(range(min = 1, max = 600))]
    pub minutes: i64,
}

/// Length, menu and effort (rules 3 and 6).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Moves planned.
    #[schemars(range(min = 1, max = 64))]
    pub moves: i64,
    /// The last move is hidden, from `moves - moves_spread` to `moves + moves_spread`; 0 for a fixed length.
    #[schemars(range(min = 0, max = 32))]
    pub moves_spread: i64,
    /// Demands the patron may table in one move; 1 where it is left out.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 8))]
    pub demands: i64,
    /// What the patron may choose from in a move.
    pub menu: Menu,
    /// From how much given a card counts.
    pub given: Given,
    /// The patron's scarce attention, spent on intensity.
    pub effort: Effort,
    /// Quiet entries shuffled into the events.
    #[schemars(range(min = 0, max = 200))]
    pub quiet_events: i64,
    /// The policy whose client weights a patron bot expects.
    pub client_model: String,
    /// The policy whose patron weights a client bot expects.
    pub patron_model: String,
}

const fn one() -> i64 {
    1
}

/// What the patron may choose from in a move.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Menu {
    /// Open cards of each domain, those tabled least often first.
    #[schemars(range(min = 0, max = 250))]
    pub rungs: i64,
    /// Other open cards, drawn anew each move.
    #[schemars(range(min = 0, max = 250))]
    pub wild: i64,
}

table! {
    /// From how much given a card counts, in percent.
    Given => to::GivenRules {
        /// From here on it opens the cards that require it, and shuts those that exclude it.
        open: 1..=100,
        /// From here on it is not demanded again, unless it may be repeated.
        closed: 1..=100,
    }
}

table! {
    /// The patron's scarce attention, spent on intensity; what is left is kept.
    Effort => to::EffortRules {
        /// Effort in the first move.
        start: 0..=20,
        /// Effort gained in each later move.
        gain: 0..=20,
    }
}

/// The gauges at STARTEX, 0 to 100.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// The client's belief that the patron's promises and self-restraint hold.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// The belief that the patron's threats are carried out.
    #[schemars(range(min = 0, max = 100))]
    pub credibility: i64,
    /// The client elite's grievance.
    #[schemars(range(min = 0, max = 100))]
    pub resentment: i64,
    /// The client's freedom of action.
    #[schemars(range(min = 0, max = 100))]
    pub autonomy: i64,
    /// The client's ability to sustain economy, war and regime.
    #[schemars(range(min = 0, max = 100))]
    pub endurance: i64,
    /// Common front against the order that both contest.
    #[schemars(range(min = 0, max = 100))]
    pub shared_front: i64,
    /// Stability of the partnership, the headline.
    #[schemars(range(min = 0, max = 100))]
    pub stability: i64,
}

impl Start {
    /// The levels in the order of [`Gauge::GLOBALS`].
    pub const fn levels(&self) -> [i64; Gauge::GLOBALS.len()] {
        [
            self.trust,
            self.credibility,
            self.resentment,
            self.autonomy,
            self.endurance,
            self.shared_front,
            self.stability,
        ]
    }
}

table! {
    /// What trust and credibility drift towards, 0 to 100.
    Base => to::Base {
        /// What trust drifts towards.
        trust: 0..=100,
        /// What credibility drifts towards.
        credibility: 0..=100,
    }
}
