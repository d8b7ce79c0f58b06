//! What may be done, as numbered choices in few steps: a card, then how hard, then what is promised.

use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Band;
use unequal_session::Place;

/// The labels that lead to an act, or to a part of one, one a step, and the act.
pub(super) type Choice<T> = (Vec<String>, T);

/// All that the seat of a place may choose now.
pub(super) fn choices(place: &Place) -> Vec<Choice<Action>> {
    let deck = place.deck();
    let acts = place.view().acts.iter();
    let mut all: Vec<Choice<Action>> = acts.map(|act| (path(deck, act), act.clone())).collect();
    let own = all.iter().filter_map(|(labels, act)| match act.clone() {
        Action::Respond {
            response,
            instead,
            ask,
            ..
        } => {
            let words = Some(String::new());
            let act = Action::Respond {
                response,
                instead,
                ask,
                words,
            };
            Some((in_own_words(labels), act))
        }
        _ => None,
    });
    let own: Vec<_> = own.collect();
    all.extend(own);
    if place.seat() == Seat::WhiteCell {
        all.extend(rulings(place));
        if place.view().room.pause.is_some() {
            all.push((vec!["Go on after the pause".to_owned()], Action::GoOn));
        }
    }
    all
}

/// Results that the white cell may set instead of the computed one.
fn rulings(place: &Place) -> Vec<Choice<Action>> {
    let view = place.view();
    let free = view
        .acts
        .iter()
        .any(|act| matches!(act, Action::Rule { band: Some(_), .. }));
    if view.phase != Phase::Ruling || free {
        return Vec::new();
    }
    let computed = place.desk().map(|desk| desk.computed);
    let bands = Band::ALL.iter().filter(|band| Some(**band) != computed);
    bands
        .map(|band| {
            let act = Action::Rule {
                roll: None,
                arguments: 0,
                band: Some(*band),
                reason: None,
                provisional: false,
            };
            (vec![format!("Rule otherwise: {}", band_words(*band))], act)
        })
        .collect()
}

const fn band_words(band: Band) -> &'static str {
    match band {
        Band::Slip => "more is given than meant",
        Band::AsOffered => "as offered",
        Band::Hold => "the ground is held",
    }
}

fn card(deck: &Deck, id: &str) -> String {
    let found = deck.scenario.card_at(id);
    found.map_or_else(|| plain(id), |card| deck.text.cards[card].title.clone())
}

/// The labels of an answer that is given in own words, which are asked for when it is chosen.
pub(super) fn in_own_words(labels: &[String]) -> Vec<String> {
    let mut all = vec!["In our own words".to_owned()];
    all.extend(labels.iter().cloned());
    if let Some(nearest) = all.get_mut(1) {
        *nearest = format!("nearest to: {nearest}");
    }
    all
}

/// The labels of an act.
pub(super) fn path(deck: &Deck, act: &Action) -> Vec<String> {
    let text = &deck.text;
    match act {
        Action::Demand {
            card: id,
            intensity,
            inducement,
        } => vec![
            format!("Demand: {}", card(deck, id)),
            text.intensity(*intensity).name.clone(),
            text.inducement(*inducement).name.clone(),
        ],
        Action::Hold => vec!["Ask for nothing".to_owned()],
        Action::TakeUp => vec!["Take up the offer".to_owned()],
        Action::Offer { card: id, ask } => {
            let wanted = deck.scenario.ask_at(ask);
            let wanted = wanted.map_or_else(|| plain(ask), |at| text.asks[at].title.clone());
            vec![
                format!("Offer: {}", card(deck, id)),
                format!("in return for: {wanted}"),
            ]
        }
        Action::NoOffer => vec!["Offer nothing".to_owned()],
        Action::Respond {
            response, instead, ..
        } => {
            let name = text.response(*response).name.clone();
            let instead = instead
                .as_ref()
                .map(|id| format!("give instead: {}", card(deck, id)));
            std::iter::once(name).chain(instead).collect()
        }
        Action::FollowUp { choice } => vec![text.follow_up(*choice).name.clone()],
        Action::Measure { measure, secret } => {
            let found = deck.scenario.measure_at(measure);
            let title = found.map_or_else(|| plain(measure), |at| text.measures[at].title.clone());
            let how = if *secret { "in secret" } else { "in the open" };
            vec![title, how.to_owned()]
        }
        Action::Abstain => vec!["Take no measure".to_owned()],
        Action::CrisisAct { climb_down: true } => vec!["Climb down".to_owned()],
        Action::CrisisAct { climb_down: false } => vec!["Do not climb down".to_owned()],
        Action::Inject { .. } => vec!["Open the move with the event that is drawn".to_owned()],
        Action::Rule { band: None, .. } => vec!["Rule as the rules give it".to_owned()],
        Action::Rule {
            band: Some(band), ..
        } => vec![format!("Rule: {}", band_words(*band))],
        Action::CloseMove => vec!["Close the move".to_owned()],
        other => vec![other.word().to_owned()],
    }
}
