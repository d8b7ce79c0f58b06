//! The record as one pair of eyes may see it, made ready to be stepped through: once for a pair of
//! eyes and a filter, so that no key waits for the length of a record.

use std::collections::{BTreeMap, BTreeSet};

use crate::replay::filter::{Filter, Group};
use crate::replay::mark::Mark;
use unequal_core::acts_of;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::DomainAt;
use unequal_core::model::scenario::Scenario;
use unequal_session::Place;
use unequal_session::sight::Seen;

/// One entry of the reel.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The entry's number.
    pub(crate) number: EntryNumber,
    /// The move, from 1.
    pub(crate) move_number: u32,
    /// The phase in which it was made.
    pub(crate) phase: Phase,
    /// Whose act it is.
    pub(crate) seat: Seat,
    /// The kind of act, as people sort them.
    pub(crate) group: Group,
    /// Whether a side decides something here.
    pub(crate) is_choice: bool,
    /// The domain that it is about.
    pub(crate) domain: Option<DomainAt>,
    /// Whether a machine decided.
    pub(crate) by_machine: bool,
    /// What happened, in a sentence.
    pub(crate) sentence: String,
    /// Whether it was undone later.
    pub(crate) undone: bool,
    /// What it is by itself.
    marks: Vec<Mark>,
}

/// The record, ready to be stepped through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reel {
    /// Every entry that these eyes may know of.
    pub(crate) frames: Vec<Frame>,
    /// The entries that are stepped through, by their numbers; the first is STARTEX, 0.
    pub(crate) steps: Vec<EntryNumber>,
    /// Stability at each step.
    pub(crate) levels: Vec<i64>,
    /// Where moves begin among the steps, with their numbers.
    pub(crate) moves: Vec<(usize, u32)>,
    /// Marks by entry.
    marks: BTreeMap<EntryNumber, BTreeSet<Mark>>,
}

impl Reel {
    /// The record for the eyes of who sits at a place.
    pub(crate) fn new(place: &Place, filter: Filter, undone: bool) -> Self {
        let mut domains = Domains::default();
        let eyes = place.seat();
        let mut frames: Vec<Frame> = place
            .seen_then()
            .into_iter()
            .map(|seen| {
                let mut frame = Frame {
                    number: seen.number,
                    move_number: seen.move_number,
                    phase: seen.phase,
                    seat: seen.seat,
                    group: Group::of(seen.kind),
                    is_choice: is_choice(seen.kind),
                    domain: domains.take(place.scenario(), &seen),
                    by_machine: seen.by.is_machine(),
                    undone: seen.undone,
                    marks: Mark::of(&seen),
                    sentence: seen.sentence,
                };
                if eyes != Seat::WhiteCell && frame.seat != eyes {
                    frame.marks.retain(|mark| !mark.is_of_reasons());
                }
                frame
            })
            .collect();
        before_turn_zero(&mut frames);
        let mut reel = Self {
            frames,
            ..Self::default()
        };
        reel.cut(place, filter, undone);
        reel
    }

    /// Chooses what is stepped through.
    pub(crate) fn cut(&mut self, place: &Place, filter: Filter, undone: bool) {
        let kept = |frame: &&Frame| {
            (undone || !frame.undone)
                && filter.seat.is_none_or(|seat| seat == frame.seat)
                && filter.group.is_none_or(|group| group == frame.group)
                && filter
                    .domain
                    .is_none_or(|domain| Some(domain) == frame.domain)
                && !(filter.people && frame.by_machine)
        };
        self.steps = vec![EntryNumber::STARTEX];
        self.moves = Vec::new();
        for frame in self.frames.iter().filter(kept) {
            if self.moves.last().map(|(_, number)| *number) != Some(frame.move_number) {
                self.moves.push((self.steps.len(), frame.move_number));
            }
            self.steps.push(frame.number);
        }
        self.levels = self
            .steps
            .iter()
            .map(|number| place.gauge_at(*number, Gauge::Stability))
            .collect();
    }

    /// Takes in which entries have marks that do not lie in themselves.
    pub(crate) fn mark(&mut self, others: impl IntoIterator<Item = (EntryNumber, Mark)>) {
        self.marks = BTreeMap::new();
        let own = self.frames.iter().filter(|frame| !frame.undone);
        for frame in own {
            for mark in &frame.marks {
                self.marks.entry(frame.number).or_default().insert(*mark);
            }
        }
        for (number, mark) in others {
            self.marks.entry(number).or_default().insert(mark);
        }
    }

    /// The marks of an entry.
    pub(crate) fn marks_of(&self, number: EntryNumber) -> impl Iterator<Item = Mark> {
        self.marks.get(&number).into_iter().flatten().copied()
    }

    /// All marks of the steps, in order.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (usize, Mark)> {
        self.marks.iter().flat_map(|(number, marks)| {
            let place = self.steps.binary_search(number).ok();
            place
                .into_iter()
                .flat_map(move |place| marks.iter().map(move |mark| (place, *mark)))
        })
    }

    /// The frame of an entry.
    pub(crate) fn frame(&self, number: EntryNumber) -> Option<&Frame> {
        let found = self
            .frames
            .binary_search_by_key(&number, |frame| frame.number);
        found.ok().map(|place| &self.frames[place])
    }

    /// The step at an entry, or the last one before it.
    pub(crate) fn step_at(&self, number: EntryNumber) -> usize {
        match self.steps.binary_search(&number) {
            Ok(place) => place,
            Err(place) => place.saturating_sub(1),
        }
    }
}

/// What stands before turn zero, such as who joined, comes before the first move on the axis, too.
fn before_turn_zero(frames: &mut [Frame]) {
    let last = frames.iter().rposition(|frame| frame.move_number == 0);
    for frame in &mut frames[..last.unwrap_or(0)] {
        frame.move_number = 0;
    }
}

/// Whether a seat decides something in the open here: what a guess can be made about.
fn is_choice(kind: Kind) -> bool {
    kind.charter().is_decision && kind != Kind::Commit
}

/// Follows which domain the acts of a move are about.
#[derive(Default)]
struct Domains {
    /// The domains of the demands of this move, as tabled.
    tabled: Vec<DomainAt>,
    answered: usize,
    ruled: Option<DomainAt>,
    /// The domain of the offer of this move.
    offered: Option<DomainAt>,
}

impl Domains {
    fn take(&mut self, scenario: &Scenario, seen: &Seen) -> Option<DomainAt> {
        if let Some(exchange) = seen.resolved() {
            self.ruled = Some(scenario.card(exchange.demand.card).domain);
            return self.ruled;
        }
        match seen.act.as_ref()? {
            Action::Inject { .. } => {
                *self = Self::default();
                None
            }
            Action::Measure { measure, .. } => {
                scenario.measure(scenario.measure_at(measure)?).domain
            }
            Action::Offer { card, .. } => {
                self.offered = Some(scenario.card(scenario.card_at(card)?).domain);
                self.offered
            }
            Action::TakeUp | Action::VetoOffer { .. } => self.offered,
            Action::Demand { card, .. } => {
                let domain = scenario.card(scenario.card_at(card)?).domain;
                self.tabled.push(domain);
                Some(domain)
            }
            Action::RevealDemand { plan, .. } if plan.take_up => self.offered,
            Action::RevealDemand { plan, .. } => {
                let card = &plan.demand.as_ref()?.card;
                let domain = scenario.card(scenario.card_at(card)?).domain;
                self.tabled.push(domain);
                Some(domain)
            }
            Action::Respond { .. } | Action::RevealResponse { .. } => {
                let domain = self.tabled.get(self.answered).copied();
                self.answered += 1;
                domain
            }
            Action::FollowUp { .. } => self.ruled,
            Action::Adjust { gauge, .. } => match scenario.gauge_from_word(gauge)? {
                Gauge::Dependence(d) | Gauge::Capacity(d) | Gauge::Strain(d) => Some(d),
                _ => None,
            },
            Action::Hold
            | Action::Abstain
            | Action::SetMeasure { .. }
            | Action::CrisisAct { .. }
            | Action::SetCrisisAct { .. }
            | Action::NoOffer
            | Action::Commit { .. }
            | Action::Rule { .. }
            | Action::CloseMove
            | Action::End { .. }
            | Action::FireInject { .. }
            | Action::AdHocInject { .. }
            | Action::Undo { .. }
            | acts_of!(Action: room) => None,
        }
    }
}
