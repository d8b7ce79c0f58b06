//! One exchange on one page: what was asked and answered and why, what each side knew and did not know, what came of it.
//!
//! It is made for one seat's eyes as they were right after an entry: what came later, and what that seat could not read
//! then, is not in it.

use serde::Serialize;

use crate::account::Account;
use crate::history::History;
use crate::knowledge::Knowledge;
use crate::reading::Reading;
use crate::sight::Seen;
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;

/// One exchange, as a seat could see it right after an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExchangePage {
    /// The move, from 1.
    pub move_number: u32,
    /// Which exchange of its move it is, from 1.
    pub place: usize,
    /// The demand.
    pub demand: Seen,
    /// The answer, where there was one by then.
    pub answer: Option<Seen>,
    /// The ruling with its dice, where there was one by then.
    pub ruling: Option<Seen>,
    /// What the patron did then, where it had decided.
    pub follow_up: Option<Seen>,
    /// What the patron knew when it asked, and did not know; none where that is not for these eyes.
    pub patron: Option<Knowledge>,
    /// The same of the client when it answered.
    pub client: Option<Knowledge>,
    /// Why stability moved in the move, as far as it was played by then.
    pub account: Account,
}

impl ExchangePage {
    /// The entries in which a side decided, in order.
    pub fn decisions(&self) -> Vec<EntryNumber> {
        let made = [
            Some(&self.demand),
            self.answer.as_ref(),
            self.follow_up.as_ref(),
        ];
        made.into_iter().flatten().map(|seen| seen.number).collect()
    }

    /// The decision to which an entry belongs: itself, where it is one; else the answer, where there is one.
    pub fn decision(&self, number: EntryNumber) -> EntryNumber {
        let answer = self.answer.as_ref().unwrap_or(&self.demand).number;
        let made = self.decisions().contains(&number);
        if made { number } else { answer }
    }
}

/// A part of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Demand,
    Answer,
    Ruling,
    FollowUp,
}

impl Part {
    fn of(history: &History, number: EntryNumber) -> Option<Self> {
        let moment = history.moment(number)?;
        match &moment.entry.act {
            Action::Demand { .. } => Some(Self::Demand),
            Action::RevealDemand { plan, .. } if plan.demand.is_some() => Some(Self::Demand),
            Action::Respond { .. } | Action::RevealResponse { .. } => Some(Self::Answer),
            Action::FollowUp { .. } => Some(Self::FollowUp),
            _ => {
                let resolves = |fact: &Fact| matches!(fact, Fact::Resolved(_));
                moment.facts.iter().any(resolves).then_some(Self::Ruling)
            }
        }
    }
}

impl History {
    /// All exchanges that stand, in order, as `seat` may see them now.
    pub fn exchange_pages(&self, seat: Seat) -> Vec<ExchangePage> {
        let last = self.last_number();
        let demands = self.standing().map(|moment| moment.entry.number);
        let demands = demands.filter(|number| Part::of(self, *number) == Some(Part::Demand));
        let pages = demands.filter_map(|number| self.exchange_page(number, last, seat));
        pages.filter(|page| page.move_number > 0).collect()
    }

    /// The exchange that an entry is read with, as `seat` could see it right after entry `at`: that which it is part of;
    /// of any other act of play, such as the event that opens a move, the next of its move, else the last.
    pub fn exchange_around(
        &self,
        number: EntryNumber,
        at: EntryNumber,
        seat: Seat,
    ) -> Option<ExchangePage> {
        let own = self.exchange_page(number, at, seat);
        own.or_else(|| self.exchange_page(self.demand_near(number, at)?, at, seat))
    }

    /// The demand of the move that an act of play is read with, where the act stood right after entry `at`.
    fn demand_near(&self, number: EntryNumber, at: EntryNumber) -> Option<EntryNumber> {
        let entry = &self.moment(number)?.entry;
        match entry.act {
            acts_of!(Action: play) => {}
            acts_of!(Action: room) => return None,
        }
        let (_, line) = self.game_line(at);
        line.binary_search(&number).ok()?;
        let of_move = |other: &EntryNumber| {
            let moment = self.moment(*other);
            moment.is_some_and(|moment| moment.entry.move_number == entry.move_number)
                && Part::of(self, *other) == Some(Part::Demand)
        };
        let demands: Vec<EntryNumber> = line.into_iter().filter(of_move).collect();
        let next = demands.iter().find(|demand| **demand > number);
        next.or(demands.last()).copied()
    }

    /// The exchange that an entry belongs to, as `seat` could see it right after entry `at`; none where the entry is no
    /// part of one, or was undone by then.
    pub fn exchange_page(
        &self,
        number: EntryNumber,
        at: EntryNumber,
        seat: Seat,
    ) -> Option<ExchangePage> {
        let part = Part::of(self, number).filter(|_| number <= at)?;
        let move_number = self.moment(number)?.entry.move_number;
        let (_, line) = self.game_line(at);
        let of_move = |entry: &&EntryNumber| {
            let moment = self.moment(**entry);
            moment.is_some_and(|moment| moment.entry.move_number == move_number)
        };
        let of_move: Vec<EntryNumber> = line.iter().filter(of_move).copied().collect();
        let all = |part: Part| {
            let parts = of_move.iter().copied();
            parts.filter(move |entry| Part::of(self, *entry) == Some(part))
        };
        // Demands are answered, ruled on and followed up one after the other.
        let place = all(part).position(|entry| entry == number)?;
        let seen = |part| self.entry_seen(all(part).nth(place)?, at, seat);
        let demand = seen(Part::Demand)?;
        let answer = seen(Part::Answer);
        let known = [Some(&demand), answer.as_ref()];
        let reading = Reading {
            table: self,
            seat,
            seen: known.into_iter().flatten().cloned().collect(),
            open: self.is_open_at(at, seat),
        };
        // What was decided under seal was decided when it was sealed.
        let decided = |seen: &Seen| {
            let is_seal = |entry: &&EntryNumber| {
                let of = self.moment(**entry).map(|moment| &moment.entry);
                of.is_some_and(|of| of.seat == seen.seat && matches!(of.act, Action::Commit { .. }))
            };
            let before = of_move.iter().filter(|entry| **entry < seen.number);
            before.rev().find(is_seal).copied().unwrap_or(seen.number)
        };
        let closes = |entry: &&EntryNumber| {
            let moment = self.moment(**entry);
            moment.is_some_and(|moment| moment.facts.contains(&Fact::MoveClosed))
        };
        let last = [Part::FollowUp, Part::Ruling, Part::Answer, Part::Demand];
        let last = last.into_iter().find_map(|part| all(part).nth(place))?;
        let upto = of_move.iter().find(closes).copied().unwrap_or(last);
        Some(ExchangePage {
            move_number,
            place: place + 1,
            patron: reading.knew(decided(&demand)),
            client: answer
                .as_ref()
                .and_then(|answer| reading.knew(decided(answer))),
            ruling: seen(Part::Ruling),
            follow_up: seen(Part::FollowUp),
            account: self.account(upto, seat),
            demand,
            answer,
        })
    }
}
