//! Expectations for a report: those that are known already, and those still to be worked out.

use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::patience::Patience;
use unequal_core::engine::seat::Seat;
use unequal_papers::report::Findings;
use unequal_session::Table;
use unequal_session::expectations::{Answer, Inquiry, Known, MOST, Terms};

/// How many playouts a choice are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Playouts {
    /// None: no expectations.
    None,
    /// As many as the session leaves time for.
    Fitted,
    /// Those that were worked out before, if any were.
    Known,
    /// So many, however long it takes.
    Exactly(u64),
}

/// What was found.
pub(super) struct Found {
    terms: Terms,
    answers: Vec<Answer>,
}

impl Found {
    /// As a report takes it.
    pub(super) fn findings(&self) -> Findings<'_> {
        Findings {
            terms: &self.terms,
            answers: &self.answers,
        }
    }
}

/// What could be expected at each moment; none where it is not asked for or the seat may not know it.
///
/// What is worked out is kept beside the save. Where that cannot be done it is said and no more: the
/// report does not need it.
///
/// # Errors
///
/// Says so if somebody interrupts it; what was worked out by then is kept.
pub(super) fn expectations(
    table: &Table,
    seat: Seat,
    playouts: Playouts,
    out: &mut Out,
) -> Result<Option<Found>, Error> {
    let may_know = seat == Seat::WhiteCell || table.has_ended();
    let known = Known::of(table);
    let inquiry = match playouts {
        _ if !may_know => None,
        Playouts::None => None,
        Playouts::Fitted => Inquiry::new(table, None, MOST).map(Inquiry::fitted),
        Playouts::Known => known
            .playouts()
            .and_then(|playouts| Inquiry::new(table, None, playouts))
            .filter(|inquiry| known.holds(inquiry)),
        Playouts::Exactly(playouts) => Inquiry::new(table, None, playouts),
    };
    let Some(inquiry) = inquiry else {
        return Ok(None);
    };
    let found = {
        let what = format!("moments, {} playouts a choice", inquiry.terms.playouts);
        let patience = Patience::of(out, inquiry.len() as u64, what);
        inquiry.answer(&known, &|done, _| patience.see(done as u64))
    };
    let answers = match &found {
        Ok(answers) => answers,
        Err(broken_off) => &broken_off.answered,
    };
    let fresh = !known.holds(&inquiry);
    if fresh && let Err(error) = Known::keep(table, &inquiry, answers) {
        out.notice(format!("note: expectations are not kept: {error}"));
    }
    match found {
        Ok(answers) => Ok(Some(Found {
            terms: inquiry.terms,
            answers,
        })),
        Err(broken_off) => {
            let (done, all) = (broken_off.answered.len(), inquiry.len());
            let words = format!("stopped at {done} of {all} moments; no report was written");
            Err(Error::data(words).hint(
                "what was worked out is kept: the same command goes on from there; --no-expectations leaves it out",
            ))
        }
    }
}
