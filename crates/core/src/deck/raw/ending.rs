//! Mirrors the endings: when each comes, what it is worth, how it is told, and how far it is.

use schemars::JsonSchema;
use serde::Deserialize;

use super::numbers::Bounds;
use super::ordered::Ordered;
use crate::model::choice::{Ending as Word, MeasureKind};
use crate::model::scenario::EndingRules;

macro_rules! ending {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $key:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$doc])* #[schemars(range(min = 0, max = 100))] pub $key: i64,)*
            /// Added to the patron's figure.
            #[schemars(range(min = -1000, max = 1000))]
            pub patron: i64,
            /// Added to the client's figure.
            #[schemars(range(min = -1000, max = 1000))]
            pub client: i64,
            /// How hard it hits Europe, before exposure and a plan.
            #[schemars(range(min = 0, max = 100))]
            pub shock: i64,
            /// Title on the end screen.
            #[schemars(length(min = 1, max = 60))]
            pub title: Option<String>,
            /// Title for printing where the other might be taken for a verdict.
            #[schemars(length(min = 1, max = 80))]
            pub guest_title: Option<String>,
            /// The situation in 60 to 120 words, as far as the rules have established it; no winners.
            #[schemars(length(max = 4000))]
            pub text: Option<String>,
            /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
            #[serde(default)]
            #[schemars(length(max = 40))]
            pub tags: Vec<String>,
        }

        impl $name {
            fn common(&self) -> Common<'_> {
                Common {
                    worth: EndingRules {
                        patron: self.patron,
                        client: self.client,
                        shock: self.shock,
                    },
                    title: self.title.as_ref(),
                    guest_title: self.guest_title.as_ref(),
                    text: self.text.as_ref(),
                    tags: &self.tags,
                }
            }
        }
    };
}

ending!(
    /// An ending.
    Ending {}
);

ending!(
    /// The ending of a stable and trusting partnership.
    Entente {
        /// Outlook from which it is reached.
        stability,
        /// Trust from which it is reached.
        trust,
        /// Autonomy from which it is reached.
        autonomy,
    }
);

ending!(
    /// The ending of a stable and unequal partnership.
    Managed {
        /// Outlook from which it is reached.
        stability,
    }
);

/// What every ending has.
#[derive(Clone, Copy, Debug)]
pub(in crate::deck) struct Common<'a> {
    pub(in crate::deck) worth: EndingRules,
    pub(in crate::deck) title: Option<&'a String>,
    pub(in crate::deck) guest_title: Option<&'a String>,
    pub(in crate::deck) text: Option<&'a String>,
    pub(in crate::deck) tags: &'a [String],
}

/// The six endings (rules 17 and 18).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Endings {
    /// The partnership broke, and the client could afford to leave.
    pub rupture: Ending,
    /// It broke, and the client had nowhere to go.
    pub collapse: Ending,
    /// Quiet, and the client no longer free.
    pub capture: Ending,
    /// Stable, trusting, and the client free enough.
    pub entente: Entente,
    /// Stable and unequal.
    pub managed: Managed,
    /// Neither broken nor stable.
    pub drift: Ending,
}

impl Endings {
    /// What every ending has, of this one.
    pub(in crate::deck) fn of(&self, ending: Word) -> Common<'_> {
        match ending {
            Word::Rupture => self.rupture.common(),
            Word::Collapse => self.collapse.common(),
            Word::Capture => self.capture.common(),
            Word::Entente => self.entente.common(),
            Word::Managed => self.managed.common(),
            Word::Drift => self.drift.common(),
        }
    }
}

/// How an ending is told after its text: part by part, from each the first pieces whose conditions hold.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// From how much given, in percent, a card counts as given here.
    #[schemars(range(min = 1, max = 100))]
    pub given: i64,
    /// The parts, in the order in which they are told.
    #[schemars(length(min = 1, max = 20))]
    pub parts: Vec<String>,
    /// How many pieces of a part are told at most; 1 where it is left out.
    #[serde(default)]
    #[schemars(with = "Ordered<super::ordered::Pieces>", extend("maxProperties" = 20))]
    pub most: Ordered<i64>,
}

/// A piece of what is told at the end. It is told only where all of its conditions hold; without any it always may be.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Name in this file.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// The part of the story that it belongs to.
    pub part: String,
    /// What is told, one to three sentences.
    #[schemars(length(min = 1, max = 1000))]
    pub text: String,
    /// Only after one of these endings.
    #[serde(default)]
    #[schemars(length(max = 6))]
    pub endings: Vec<Word>,
    /// Only if all of these cards were given.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub given: Vec<String>,
    /// Only if at most so many cards were given.
    #[schemars(range(min = 0, max = 250))]
    pub most_given: Option<i64>,
    /// Only if the red lines of all of these domains were crossed.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub crossed: Vec<String>,
    /// Only if at least so many red lines were crossed.
    #[schemars(range(min = 1, max = 8))]
    pub crossings: Option<i64>,
    /// Only if at most so many red lines were crossed.
    #[schemars(range(min = 0, max = 8))]
    pub crossings_at_most: Option<i64>,
    /// Only if the client accepted at least so many demands, with conditions or without.
    #[schemars(range(min = 1, max = 512))]
    pub accepted: Option<i64>,
    /// Only if the client turned to others at least so often.
    #[schemars(range(min = 1, max = 512))]
    pub hedges: Option<i64>,
    /// Only if the patron punished at least so often.
    #[schemars(range(min = 1, max = 512))]
    pub punished: Option<i64>,
    /// Only if the patron asked for nothing in at least so many moves.
    #[schemars(range(min = 1, max = 64))]
    pub holds: Option<i64>,
    /// Only if the patron took up at least so many offers.
    #[schemars(range(min = 1, max = 64))]
    pub offers_taken: Option<i64>,
    /// Only if at least so many crises were left again.
    #[schemars(range(min = 1, max = 64))]
    pub crises_passed: Option<i64>,
    /// Only if gauges and conditions stood at least there at the end.
    #[serde(default)]
    pub at_least: Bounds,
    /// Only if gauges and conditions stood at most there at the end.
    #[serde(default)]
    pub at_most: Bounds,
    /// Only if grievance stood at least so far above resentment at the end.
    #[schemars(range(min = 1, max = 100))]
    pub grievance_above: Option<i64>,
    /// Only if nobody held Europe's seat (true), or somebody did (false).
    pub no_europe: Option<bool>,
    /// Only if Europe had a plan for the ending that came (true), or had none (false).
    pub planned: Option<bool>,
    /// Only if Europe took at least so many measures of these kinds.
    #[serde(default)]
    pub measures: Measures,
}

/// How many measures of a kind.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// Signals.
    #[schemars(range(min = 1, max = 64))]
    pub signal: Option<i64>,
    /// Sanctions.
    #[schemars(range(min = 1, max = 64))]
    pub sanction: Option<i64>,
    /// Engagements.
    #[schemars(range(min = 1, max = 64))]
    pub engage: Option<i64>,
    /// Hedges.
    #[schemars(range(min = 1, max = 64))]
    pub hedge: Option<i64>,
    /// Watches.
    #[schemars(range(min = 1, max = 64))]
    pub watch: Option<i64>,
    /// Plans.
    #[schemars(range(min = 1, max = 64))]
    pub prepare: Option<i64>,
    /// Mediations.
    #[schemars(range(min = 1, max = 64))]
    pub mediate: Option<i64>,
}

impl Measures {
    /// The least number of a kind.
    pub(in crate::deck) const fn of(&self, kind: MeasureKind) -> Option<i64> {
        match kind {
            MeasureKind::Signal => self.signal,
            MeasureKind::Sanction => self.sanction,
            MeasureKind::Engage => self.engage,
            MeasureKind::Hedge => self.hedge,
            MeasureKind::Watch => self.watch,
            MeasureKind::Prepare => self.prepare,
            MeasureKind::Mediate => self.mediate,
        }
    }
}
