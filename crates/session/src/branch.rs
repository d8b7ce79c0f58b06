//! Branches: another line from any entry, in a file of its own that names its parent.
//!
//! The trunk is only read. A branch holds copies of the entries that led to where it leaves, so that
//! it can be read, verified and passed on without the trunk.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{SessionError, SubmitError};
use crate::history::History;
use crate::moment::{Moment, Remarks};
use crate::setup::{Holder, can_hold};
use crate::table::Table;
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::apply::apply;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{LuckAnew, Parent};

/// What a branch changes where it leaves its trunk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departure {
    /// The branch's own name.
    pub name: String,
    /// The entry after which it goes its own way; 0 is STARTEX.
    pub after: EntryNumber,
    /// An act in the place of the next entry; what followed is kept as far as it stays legal.
    pub instead: Option<Action>,
    /// Whether that act is the last of the branch: nothing of what followed is kept.
    pub ends_there: bool,
    /// The seed of all luck from there on, where it is drawn anew.
    pub luck: Option<u64>,
    /// Who holds seats from there on, where it is not who held them.
    pub seats: BTreeMap<Seat, Holder>,
}

/// What is said with an exchanged act, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Who supposes it. Whoever acted in the trunk did not decide this.
    pub by: Option<String>,
    /// Reason, confidence, dissent.
    pub remarks: Remarks,
}

impl Departure {
    /// Whether an entry hands over a seat to which the branch has given a holder of its own.
    fn reseats(&self, moment: &Moment) -> bool {
        matches!(moment.entry.act, Action::HandOver { of, .. } if self.seats.contains_key(&of))
    }
}

/// Why a branch that keeps what followed an exchanged act stopped keeping it.
#[derive(Debug)]
pub struct Stopped {
    /// The trunk's entry that no longer fits.
    pub at: EntryNumber,
    /// Why.
    pub because: SubmitError,
}

impl History {
    /// Starts a branch in a new file and leaves this record as it is.
    ///
    /// Returns the branch, ready to be played on, and where keeping the trunk's acts stopped, if an act
    /// was exchanged and something after it is no longer legal.
    ///
    /// # Errors
    ///
    /// Fails where the file exists or cannot be written, or where the exchanged act is refused; then
    /// no file is left behind but what was written before.
    pub fn branch(
        &self,
        departure: &Departure,
        path: &Path,
        at: &str,
    ) -> Result<(Table, Option<Stopped>), BranchError> {
        self.branch_saying(departure, &Exchange::default(), path, at)
    }

    /// The same, with who makes the exchanged act and what is said with it.
    ///
    /// # Errors
    ///
    /// As [`History::branch`].
    pub fn branch_saying(
        &self,
        departure: &Departure,
        exchange: &Exchange,
        path: &Path,
        at: &str,
    ) -> Result<(Table, Option<Stopped>), BranchError> {
        let after = departure.after.min(self.last_number());
        let exchanged = match &departure.instead {
            None => None,
            Some(act) => Some((self.check_exchange(after, act)?, act)),
        };
        let mut branch = self.leave(departure, after, path, at)?;
        for moment in self.those(self.line_to(after)) {
            branch.take_copy(moment)?;
        }
        branch.seat_as(departure, at)?;
        let Some((exchanged, act)) = exchanged else {
            return Ok((branch, None));
        };
        let entry = &exchanged.entry;
        // What only ran the room between the parting and the exchanged act runs it here, too.
        let between = self.ahead(after).filter(|between| *between < entry.number);
        for moment in self.those(between) {
            if !departure.reseats(moment) {
                branch.suppose(moment, at)?;
            }
        }
        branch.submit(
            branch.last_number(),
            entry.seat,
            Player::WhatIf(exchange.by.clone().unwrap_or_default()),
            act,
            exchange.remarks.clone(),
            at,
        )?;
        let stopped = if departure.ends_there {
            None
        } else {
            branch.keep_following(self, entry.number, departure, at)
        };
        Ok((branch, stopped))
    }

    /// The new record, empty yet, that names this one as its parent.
    fn leave(
        &self,
        departure: &Departure,
        after: EntryNumber,
        path: &Path,
        at: &str,
    ) -> Result<Table, SessionError> {
        for (seat, holder) in &departure.seats {
            can_hold(self.scenario(), *seat, holder)?;
        }
        // Who sat there at first stays in the head of the record: from where the branch leaves, seats are handed over.
        let mut setup = self.setup().clone();
        setup.name.clone_from(&departure.name);
        let mut header = setup.header(self.deck(), at);
        let line = self.line_to(after);
        let copied = EntryNumber::last_of(line.len());
        // A branch of a branch goes on with the luck of that one.
        let inherited = self.drawn_anew().iter().filter(|luck| luck.after <= after);
        let inherited = inherited.map(|luck| LuckAnew {
            after: EntryNumber::last_of(
                line.iter().filter(|number| **number <= luck.after).count(),
            ),
            seed: luck.seed,
        });
        let own = departure.luck.map(|seed| LuckAnew {
            after: copied,
            seed,
        });
        header.parent = Some(Parent {
            file: self
                .path()
                .and_then(Path::file_name)
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            entry: after,
            digest: self.digest_at(after).to_owned(),
            copied: copied.get(),
            luck: inherited.chain(own).collect(),
        });
        Table::create_with(self.deck().clone(), setup, header, path)
    }

    /// The moments of entries.
    fn those(
        &self,
        entries: impl IntoIterator<Item = EntryNumber>,
    ) -> impl Iterator<Item = &Moment> {
        let mut entries = entries.into_iter();
        std::iter::from_fn(move || self.moment(entries.next()?))
    }

    /// The entry whose act is exchanged where a branch leaves after an entry: the next step of play.
    pub fn exchanged_after(&self, after: EntryNumber) -> Option<EntryNumber> {
        let mut ahead = self.those(self.ahead(after));
        let step = ahead.find(|moment| !moment.entry.act.is_about_the_room())?;
        Some(step.entry.number)
    }

    fn check_exchange(&self, after: EntryNumber, act: &Action) -> Result<&Moment, BranchError> {
        let exchanged = self
            .exchanged_after(after)
            .and_then(|number| self.moment(number));
        let moment = exchanged.ok_or(BranchError::NothingToExchange(after))?;
        let entry = &moment.entry;
        let state = self.state_at(entry.number.before());
        let written = self.with_written(act)?;
        let rules = written.as_ref().unwrap_or_else(|| self.scenario());
        apply(rules, state, entry.seat, act).map_err(SubmitError::from)?;
        Ok(moment)
    }
}

impl Table {
    /// Seats that were handed over on the way are handed over again, where the branch gives them to others.
    fn seat_as(&mut self, departure: &Departure, at: &str) -> Result<(), SubmitError> {
        for (of, to) in &departure.seats {
            if self.holder(*of) != *to && !self.has_ended() {
                let act = Action::HandOver {
                    of: *of,
                    to: to.clone(),
                    moves: None,
                    reason: None,
                };
                self.submit(
                    self.last_number(),
                    Seat::WhiteCell,
                    Player::Program,
                    &act,
                    Remarks::default(),
                    at,
                )?;
            }
        }
        Ok(())
    }

    fn keep_following(
        &mut self,
        trunk: &History,
        from: EntryNumber,
        departure: &Departure,
        at: &str,
    ) -> Option<Stopped> {
        for moment in trunk.those(trunk.ahead(from)) {
            if self.has_ended() {
                return None;
            }
            if departure.reseats(moment) {
                continue;
            }
            if let Err(because) = self.suppose(moment, at) {
                // What only ran the trunk's room, and fits no more, is no reason to stop.
                if moment.entry.act.is_about_the_room() && !matches!(because, SubmitError::Store(_))
                {
                    continue;
                }
                return Some(Stopped {
                    at: moment.entry.number,
                    because,
                });
            }
        }
        None
    }

    /// Takes over an act of the trunk's from behind the parting. Nobody decided it on this line, so nobody's name, time or
    /// reason goes with it; what people said, estimated and marked there is not said here.
    fn suppose(&mut self, moment: &Moment, at: &str) -> Result<(), SubmitError> {
        let entry = &moment.entry;
        if matches!(
            entry.act,
            acts_of!(Action: pace, people, estimates, words, marks)
        ) {
            return Ok(());
        }
        let by = match &entry.by {
            Player::Program => Player::Program,
            Player::Person(_) | Player::Bot(_) | Player::Outside { .. } | Player::WhatIf(_) => {
                Player::WhatIf(String::new())
            }
        };
        let last = self.last_number();
        self.submit(last, entry.seat, by, &entry.act, Remarks::default(), at)?;
        Ok(())
    }

    fn take_copy(&mut self, moment: &Moment) -> Result<(), SubmitError> {
        let entry = &moment.entry;
        let remarks = Remarks {
            rationale: entry.rationale.clone(),
            confidence: entry.confidence,
            dissent: entry.dissent.clone(),
        };
        self.submit(
            self.last_number(),
            entry.seat,
            &entry.by,
            &entry.act,
            remarks,
            &entry.at,
        )?;
        Ok(())
    }
}

/// A branch that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// There is no entry after the one named, so there is no act to exchange.
    #[error("no act of play follows entry {0}, so there is none to exchange")]
    NothingToExchange(EntryNumber),
    /// The act that should stand instead is refused, or could not be written.
    #[error(transparent)]
    Submit(#[from] SubmitError),
    /// The new record could not be made.
    #[error(transparent)]
    Session(#[from] SessionError),
}
