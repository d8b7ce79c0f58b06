//! Expectations for a report: those that are known already, and those still to be worked out.

use std::ops::ControlFlow;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::cli::out::Out;
use unequal_core::engine::seat::Seat;
use unequal_papers::report::Findings;
use unequal_session::Table;
use unequal_session::expectations::{Answer, Inquiry, Known, Terms};

/// Time between two looks at how far it is.
const PACE: Duration = Duration::from_millis(200);

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
pub(super) fn expectations(
    table: &Table,
    seat: Seat,
    playouts: u64,
    out: &mut Out,
) -> Option<Found> {
    let may_know = seat == Seat::WhiteCell || table.has_ended();
    if playouts == 0 || !may_know {
        return None;
    }
    let inquiry = Inquiry::new(table, None, playouts)?;
    let known = Known::of(table);
    let answers = {
        let teller = Mutex::new((Instant::now(), &mut *out));
        let tell = |done: usize, all: usize| {
            // Whoever holds the line is telling already; nobody waits for it.
            if let Ok(mut teller) = teller.try_lock()
                && teller.0.elapsed() >= PACE
            {
                teller.0 = Instant::now();
                let text =
                    format!("expectations: {done} of {all} moments, {playouts} playouts a choice");
                teller.1.progress(&text);
            }
            ControlFlow::Continue(())
        };
        inquiry.answer(&known, &tell)
    };
    out.end_progress();
    // Nothing breaks off here, so there are always answers.
    let answers = answers.ok()?;
    let fresh = !known.holds(&inquiry);
    if fresh && let Err(error) = Known::keep(table, &inquiry, &answers) {
        out.notice(format!("note: expectations are not kept: {error}"));
    }
    Some(Found {
        terms: inquiry.terms,
        answers,
    })
}
