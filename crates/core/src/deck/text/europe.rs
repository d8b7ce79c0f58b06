//! The third seat and its measures, as people read them.

use super::card::Precedent;
use super::shape::{running, words};
use crate::deck::plain;
use crate::deck::raw::europe as raw;

/// What Europe can agree on, what would hit it, and what it does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EuropeText {
    /// What unity means.
    pub unity: String,
    /// What exposure means.
    pub exposure: String,
    /// What hidden compliance means.
    pub compliance: String,
    compliance_found: [String; 3],
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl EuropeText {
    pub(super) fn new(raw: &raw::Europe) -> Self {
        Self {
            unity: running(raw.unity_text.as_ref()),
            exposure: running(raw.exposure_text.as_ref()),
            compliance: running(raw.compliance_text.as_ref()),
            compliance_found: [
                &raw.compliance_low,
                &raw.compliance_middle,
                &raw.compliance_high,
            ]
            .map(|text| running(text.as_ref())),
            tags: words(&raw.tags),
        }
    }

    /// What hidden compliance turned out to be: below 0 low, 0 middling, above high.
    pub fn compliance_found(&self, compliance: i64) -> &str {
        match compliance {
            ..0 => &self.compliance_found[0],
            0 => &self.compliance_found[1],
            1.. => &self.compliance_found[2],
        }
    }
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureText {
    /// Title.
    pub title: String,
    /// What is done.
    pub text: String,
    /// What it would be good for.
    pub why: String,
    /// What the members say to it.
    pub members: String,
    works: String,
    backfires: String,
    /// Said when the secret comes out.
    pub leaks: String,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl MeasureText {
    pub(super) fn new(raw: &raw::Measure) -> Self {
        Self {
            title: plain(&raw.title),
            text: running(raw.text.as_ref()),
            why: running(raw.why.as_ref()),
            members: running(raw.members.as_ref()),
            works: running(raw.works_text.as_ref()),
            backfires: running(raw.backfires_text.as_ref()),
            leaks: running(raw.leaks_text.as_ref()),
            precedent: raw.precedent.as_ref().map(Precedent::new),
            tags: words(&raw.tags),
        }
    }

    /// What is said of a measure after its dice: 1 where it works, −1 where it backfires. Empty for 0, and
    /// where the deck is silent.
    pub fn outcome(&self, band: i64) -> &str {
        match band {
            ..0 => &self.backfires,
            0 => "",
            1.. => &self.works,
        }
    }
}
