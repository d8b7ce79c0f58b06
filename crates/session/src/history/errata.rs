//! What was put right later: names of people and of the session, reasons, dissents and answers in own words. Both
//! versions stay in the record.

mod own_words;

use crate::error::SubmitError;
use crate::history::History;
use crate::history::errata::own_words::Answer;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::refused::Refused;
use unequal_core::engine::seat::Seat;

/// What is written beside an entry, as it reads after all that was put right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) rationale: Option<String>,
    pub(crate) dissent: Option<String>,
    /// What was answered in own words, once it is no longer sealed; of a plan that was opened, as far as it was put
    /// right.
    pub(crate) words: Option<String>,
    /// The last entry that put something right.
    pub(crate) by: Option<EntryNumber>,
}

impl History {
    /// Checks that a correction is about an entry that somebody made, and that the seat may put right.
    pub(super) fn check_correction(&self, seat: Seat, action: &Action) -> Result<(), SubmitError> {
        let Action::Correct { entry, words, .. } = action else {
            return Ok(());
        };
        let last = self.last_number();
        let moment = self.moment(*entry);
        // An entry that is hidden from the seat is told like one that there is not.
        let known = moment.filter(|moment| self.knows_of(moment, last, seat));
        let moment = known.ok_or(SubmitError::NoEntry(*entry))?;
        if self.is_told_to_nobody(moment, last) {
            return Err(SubmitError::Unseen(*entry));
        }
        if words.is_some() && Answer::of(&moment.entry.act).is_none() {
            return Err(SubmitError::NoAnswer(*entry));
        }
        let actor = moment.entry.seat;
        if seat == Seat::WhiteCell || seat == actor {
            Ok(())
        } else {
            Err(Refused::OtherSeat {
                actor: seat,
                seat: actor,
            }
            .into())
        }
    }

    /// What is written beside an entry, as it reads by now, whenever it is looked at: a slip of the pen is none of
    /// what people knew then.
    pub(crate) fn written_beside(&self, number: EntryNumber) -> Written {
        let Some(moment) = self.moment(number) else {
            return Written::default();
        };
        let mut written = Written {
            rationale: moment.entry.rationale.clone(),
            dissent: moment.entry.dissent.clone(),
            words: match Answer::of(&moment.entry.act) {
                Some(Answer::Open(words)) => words.map(str::to_owned),
                Some(Answer::Opened(_)) | None => None,
            },
            by: None,
        };
        let last = self.last_number();
        let standing =
            |(by, of): &&(EntryNumber, EntryNumber)| *of == number && !self.is_undone_by(*by, last);
        let later = self.corrections.iter().filter(standing);
        for (by, _) in later {
            if let Some(Action::Correct {
                reason,
                against,
                words,
                ..
            }) = self.moment(*by).map(|moment| &moment.entry.act)
            {
                written.rationale = reason.clone().or(written.rationale);
                written.dissent = against.clone().or(written.dissent);
                written.words = words.clone().or(written.words);
                written.by = Some(*by);
            }
        }
        written
    }

    /// What the session is called now.
    pub fn name(&self) -> &str {
        let standing = self
            .standing()
            .filter_map(|moment| match &moment.entry.act {
                Action::RenameSession { name } => Some(name.as_str()),
                _ => None,
            });
        standing.last().unwrap_or(&self.header.name)
    }
}
