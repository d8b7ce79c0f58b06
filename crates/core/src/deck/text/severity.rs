//! How hard demands and answers count where players are compared.

use crate::deck::raw::severity::Severity;
use crate::model::choice::{Intensity, Response};

/// How hard each demand and each answer counts, 0 to 10; no rule reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severities(Severity);

impl Severities {
    pub(super) fn new(raw: &Severity) -> Self {
        Self(raw.clone())
    }

    /// How hard a demand of an intensity counts.
    pub const fn of_demand(&self, intensity: Intensity) -> i64 {
        match intensity {
            Intensity::Probe => self.0.probe,
            Intensity::Request => self.0.request,
            Intensity::Press => self.0.press,
            Intensity::Ultimatum => self.0.ultimatum,
        }
    }

    /// How hard an answer counts.
    pub const fn of_answer(&self, response: Response) -> i64 {
        match response {
            Response::Accept => self.0.accept,
            Response::Conditions => self.0.conditions,
            Response::Partial => self.0.partial,
            Response::Stall => self.0.stall,
            Response::Deflect => self.0.deflect,
            Response::Hedge => self.0.hedge,
            Response::Refuse => self.0.refuse,
        }
    }
}
