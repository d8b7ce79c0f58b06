//! The conditions under which a piece of an ending's story is told.

use super::happened::Happened;
use crate::deck::convert::Names;
use crate::deck::raw::ending::Piece;
use crate::model::choice::{Ending, FollowUp, MeasureKind, Response};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::{CardAt, DomainAt, First as _};
use crate::model::scenario::Bound;

/// What must have happened for a piece to be told: all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    endings: Vec<Ending>,
    given: Vec<CardAt>,
    most_given: Option<i64>,
    crossed: Vec<DomainAt>,
    crossings: i64,
    crossings_at_most: Option<i64>,
    accepted: i64,
    hedges: i64,
    punished: i64,
    holds: i64,
    offers_taken: i64,
    crises_passed: i64,
    at_least: Vec<Bound>,
    at_most: Vec<Bound>,
    grievance_above: Option<i64>,
    no_europe: Option<bool>,
    planned: Option<bool>,
    measures: [i64; MeasureKind::ALL.len()],
}

impl When {
    pub(super) fn new(raw: &Piece, names: &Names<'_>) -> Self {
        let mut measures = [0; MeasureKind::ALL.len()];
        for (least, kind) in measures.iter_mut().zip(MeasureKind::ALL) {
            *least = raw.measures.of(*kind).unwrap_or(0);
        }
        Self {
            endings: raw.endings.clone(),
            given: raw.given.iter().map(|id| names.card(id)).collect(),
            most_given: raw.most_given,
            crossed: raw.crossed.iter().map(|id| names.domain(id)).collect(),
            crossings: raw.crossings.unwrap_or(0),
            crossings_at_most: raw.crossings_at_most,
            accepted: raw.accepted.unwrap_or(0),
            hedges: raw.hedges.unwrap_or(0),
            punished: raw.punished.unwrap_or(0),
            holds: raw.holds.unwrap_or(0),
            offers_taken: raw.offers_taken.unwrap_or(0),
            crises_passed: raw.crises_passed.unwrap_or(0),
            at_least: names.numbers(&raw.at_least),
            at_most: names.numbers(&raw.at_most),
            grievance_above: raw.grievance_above,
            no_europe: raw.no_europe,
            planned: raw.planned,
            measures,
        }
    }

    /// Whether all of it happened; a card counts as given from so many percent.
    pub(super) fn holds(&self, happened: &Happened<'_>, given: i64) -> bool {
        let ending = self.endings.is_empty() || self.endings.contains(&happened.ending);
        ending
            && self.was_given(happened, given)
            && self.was_crossed(happened)
            && self.was_done(happened)
            && self.stands(happened)
            && self.suits_europe(happened)
    }

    fn was_given(&self, happened: &Happened<'_>, percent: i64) -> bool {
        let given = |card: CardAt| happened.progress.given(card) >= percent;
        let most = |most: i64| {
            let cards = CardAt::first(happened.scenario.cards.len());
            (0..)
                .zip(cards.filter(|card| given(*card)))
                .all(|(earlier, _)| earlier < most)
        };
        self.given.iter().all(|card| given(*card)) && self.most_given.is_none_or(most)
    }

    fn was_crossed(&self, happened: &Happened<'_>) -> bool {
        let crossed = |domain: &DomainAt| happened.position.is_breached(*domain);
        let count = happened.scenario.domains().filter(crossed).count();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.crossed.iter().all(crossed)
            && count >= self.crossings
            && self.crossings_at_most.is_none_or(|most| count <= most)
    }

    fn was_done(&self, happened: &Happened<'_>) -> bool {
        let tally = happened.tally;
        let responses = |word: Response| i64::from(tally.responses[word.index()]);
        let punished = i64::from(tally.follow_ups[FollowUp::Punish.index()]);
        responses(Response::Accept) + responses(Response::Conditions) >= self.accepted
            && responses(Response::Hedge) >= self.hedges
            && punished >= self.punished
            && i64::from(tally.holds) >= self.holds
            && i64::from(tally.offers_taken) >= self.offers_taken
            && i64::from(tally.crises_passed) >= self.crises_passed
            && (tally.measures.iter().zip(self.measures))
                .all(|(taken, least)| i64::from(*taken) >= least)
    }

    fn stands(&self, happened: &Happened<'_>) -> bool {
        let position = happened.position;
        let above = |points: i64| {
            let resentment = position.get(Gauge::Resentment);
            position.grievance(happened.scenario) - resentment >= points
        };
        (self.at_least.iter()).all(|(gauge, bound)| position.get(*gauge) >= *bound)
            && (self.at_most.iter()).all(|(gauge, bound)| position.get(*gauge) <= *bound)
            && self.grievance_above.is_none_or(above)
    }

    fn suits_europe(&self, happened: &Happened<'_>) -> bool {
        let europe = happened.europe;
        let planned = europe.is_some_and(|europe| europe.has_plan(happened.ending));
        self.no_europe.is_none_or(|empty| empty == europe.is_none())
            && self.planned.is_none_or(|wanted| wanted == planned)
    }
}
