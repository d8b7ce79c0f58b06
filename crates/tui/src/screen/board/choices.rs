//! What the seat at the screen may do now: the options of the board.

use crate::glance::Glance;
use unequal_core::engine::action::Action;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{FollowUp, MeasureKind, Reply, Response};
use unequal_core::model::place::{CardAt, DomainAt, MeasureAt};
use unequal_core::model::side::Side;

/// One thing that the seat at the screen may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Take a measure of this kind.
    Measure(MeasureKind),
    /// Take no measure.
    Abstain,
    /// In a crisis: climb down, or stand where one stands.
    CrisisAct(bool),
    /// Offer something in this domain.
    OfferIn(DomainAt),
    /// Offer nothing.
    NoOffer,
    /// Take up the offer that lies on the table.
    TakeUp,
    /// Table this card, by its place in the deck.
    Card(CardAt),
    /// Ask for nothing.
    Hold,
    /// Answer so.
    Response(Response),
    /// Answer in own words.
    OwnWords,
    /// Follow up so.
    FollowUp(FollowUp),
    /// Open the move with the event that is due.
    OpenMove,
    /// Open the move with another event.
    OtherEvent,
    /// Let play go on after a pause.
    GoOn,
    /// Bring an inject that is due into play.
    Fire(String),
    /// Hand the screen to a side.
    HandScreen(Seat),
    /// Enter what a side says.
    EnterFor(Seat),
    /// Rule which measure Europe takes.
    SetMeasure,
    /// Rule whether a side climbs down.
    SetCrisisAct(Side),
    /// Rule that the offer was never tabled.
    VetoOffer,
    /// Go to the ruling desk.
    Rule,
    /// Close the move.
    CloseMove,
    /// Seal a plan.
    Seal,
    /// Let the next bot act.
    Step,
    /// See how it ended.
    End,
}

/// The options of the seat at the screen, in order.
pub fn choices(glance: &Glance<'_>) -> Vec<Choice> {
    if !glance.place.is_writable() {
        return Vec::new();
    }
    let ended = glance.view.phase == Phase::Ended;
    if glance.seat == Seat::WhiteCell && !ended {
        return for_the_white_cell(glance);
    }
    if glance.view.room.pause.is_some() && !ended {
        return Vec::new();
    }
    of_play(glance)
}

/// What the white cell may do: what it is called for comes first, then its act of play.
fn for_the_white_cell(glance: &Glance<'_>) -> Vec<Choice> {
    let paused = glance.view.room.pause.is_some();
    let mut choices: Vec<Choice> = paused.then_some(Choice::GoOn).into_iter().collect();
    if !glance.place.turn().by_program {
        choices.extend(glance.view.room.due.iter().cloned().map(Choice::Fire));
    }
    choices.extend(of_play(glance));
    let turn = glance.place.turn();
    let sides = glance.view.waits_for.iter().copied();
    for seat in sides.filter(|seat| *seat != Seat::WhiteCell && turn.is_of_people(*seat)) {
        if !paused && turn.is_of_people(Seat::WhiteCell) {
            choices.extend(given(glance, seat));
        }
    }
    choices.extend(ruled(glance));
    choices
}

/// What the white cell may rule on before the demand, where not all goes by rule.
fn ruled(glance: &Glance<'_>) -> Vec<Choice> {
    let view = &glance.view;
    if view.options.adjudication == AdjudicationMode::Rigid {
        return Vec::new();
    }
    match view.phase {
        Phase::Europe => vec![Choice::SetMeasure],
        Phase::Crisis => Side::ALL
            .iter()
            .copied()
            .map(Choice::SetCrisisAct)
            .collect(),
        Phase::Demand | Phase::Sealing if view.offer_waits => vec![Choice::VetoOffer],
        _ => Vec::new(),
    }
}

/// How the white cell gives the turn to a side: at a screen of its own it can only be waited for.
fn given(glance: &Glance<'_>, seat: Seat) -> Vec<Choice> {
    if !glance.place.is_of_all() {
        return Vec::new();
    }
    vec![Choice::EnterFor(seat), Choice::HandScreen(seat)]
}

/// The acts that take play on.
fn of_play(glance: &Glance<'_>) -> Vec<Choice> {
    let ended = glance.view.phase == Phase::Ended;
    if !ended && glance.place.turn().is_of_bots() {
        return vec![Choice::Step];
    }
    if glance.seat == Seat::WhiteCell && !ended && glance.place.turn().by_program {
        return Vec::new();
    }
    match (glance.view.phase, glance.seat) {
        (Phase::Europe, Seat::Europe) => {
            let taken = kinds(glance)
                .into_iter()
                .map(|(kind, _)| Choice::Measure(kind));
            taken.chain([Choice::Abstain]).collect()
        }
        // Who has decided waits, though it could still think better of it.
        (Phase::Crisis, Seat::Patron | Seat::Client) if glance.is_my_act() => {
            let acts = glance.view.acts.iter();
            let mut acts: Vec<Choice> = acts
                .filter_map(|act| match act {
                    Action::CrisisAct { climb_down } => Some(Choice::CrisisAct(*climb_down)),
                    _ => None,
                })
                .collect();
            // What asks for something stands first.
            acts.reverse();
            acts
        }
        (Phase::Offer, Seat::Client) => {
            let offered = offered_in(glance).into_iter().map(Choice::OfferIn);
            offered.chain([Choice::NoOffer]).collect()
        }
        (Phase::Demand, Seat::Patron) => {
            let take_up = glance.view.offer_waits.then_some(Choice::TakeUp);
            let cards = playable(glance).into_iter().map(Choice::Card);
            let all = take_up.into_iter().chain(cards);
            all.chain([Choice::Hold]).collect()
        }
        (Phase::Response, Seat::Client) => {
            let named = Response::ALL.iter().copied().map(Choice::Response);
            named.chain([Choice::OwnWords]).collect()
        }
        (Phase::FollowUp, Seat::Patron) => glance
            .view
            .acts
            .iter()
            .filter_map(|act| match act {
                Action::FollowUp { choice } => Some(Choice::FollowUp(*choice)),
                _ => None,
            })
            .collect(),
        (Phase::Inject, Seat::WhiteCell) => vec![Choice::OpenMove, Choice::OtherEvent],
        (Phase::Ruling, Seat::WhiteCell) => vec![Choice::Rule],
        (Phase::Drift, Seat::WhiteCell) => vec![Choice::CloseMove],
        (Phase::Sealing | Phase::Reveal, Seat::Patron | Seat::Client) if glance.is_my_act() => {
            vec![Choice::Seal]
        }
        (Phase::Ended, _) => vec![Choice::End],
        _ => Vec::new(),
    }
}

/// The kinds of measures that Europe may take now, each with how many there are.
fn kinds(glance: &Glance<'_>) -> Vec<(MeasureKind, usize)> {
    let mut kinds: Vec<(MeasureKind, usize)> = Vec::new();
    for kind in MeasureKind::ALL {
        let of_kind = |at: &MeasureAt| glance.scenario().measure(*at).kind == *kind;
        let number = measures(glance).iter().filter(|at| of_kind(at)).count();
        kinds.extend((number > 0).then_some((*kind, number)));
    }
    kinds
}

/// The measures that Europe may take now, openly or in secret, in the deck's order.
pub fn measures(glance: &Glance<'_>) -> Vec<MeasureAt> {
    let mut found = Vec::new();
    for act in &glance.view.acts {
        if let Action::Measure { measure, .. } = act
            && let Some(at) = glance.scenario().measure_at(measure)
            && found.last() != Some(&at)
        {
            found.push(at);
        }
    }
    found
}

/// The cards that the client may offer now, in the deck's order.
pub fn offerable(glance: &Glance<'_>) -> Vec<CardAt> {
    let mut found = Vec::new();
    for act in &glance.view.acts {
        if let Action::Offer { card, .. } = act
            && let Some(card) = glance.scenario().card_at(card)
            && found.last() != Some(&card)
        {
            found.push(card);
        }
    }
    found
}

/// The domains in which the client may offer something now, in the deck's order.
fn offered_in(glance: &Glance<'_>) -> Vec<DomainAt> {
    let scenario = glance.scenario();
    let cards = offerable(glance);
    let has_some = |domain: &DomainAt| {
        let mut of = cards.iter().map(|card| scenario.card(*card).domain);
        of.any(|other| other == *domain)
    };
    scenario.domains().filter(has_some).collect()
}

/// The cards that may be tabled now, in the order of the menu.
pub fn playable(glance: &Glance<'_>) -> Vec<CardAt> {
    let mut cards: Vec<CardAt> = Vec::new();
    if glance.view.options.sealed {
        let tabled = |card: &CardAt| {
            let mut exchanges = glance.view.exchanges.iter();
            exchanges.any(|exchange| exchange.demand.card == *card)
        };
        let menu = glance.view.menu.clone().unwrap_or_default();
        return menu.into_iter().filter(|card| !tabled(card)).collect();
    }
    for act in &glance.view.acts {
        if let Action::Demand { card, .. } = act
            && let Some(card) = glance.scenario().card_at(card)
            && cards.last() != Some(&card)
        {
            cards.push(card);
        }
    }
    cards
}

/// The replies that a response stands for: several for a deflection, none where it is not legal.
pub fn replies(glance: &Glance<'_>, response: Response) -> Vec<Reply> {
    let scenario = glance.scenario();
    glance
        .view
        .acts
        .iter()
        .filter_map(|act| match act {
            Action::Respond {
                response: of,
                instead,
                ..
            } if *of == response => Some(Reply {
                response,
                instead: instead.as_deref().and_then(|id| scenario.card_at(id)),
            }),
            _ => None,
        })
        .collect()
}
