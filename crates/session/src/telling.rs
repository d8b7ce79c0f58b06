//! Words for what happened: one sentence an entry, the same on screens, in exports and in reports; what a seat does
//! not know is not told to it.

mod act;
mod hands;
mod measure;
mod number;
mod play;
mod room;

use unequal_core::analysis::expectations::Choice;
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::NamedDemand;
use unequal_core::engine::fact::Disclosed;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{
    Band, Decision, FollowUp, Inducement, Intensity, Offer, Response, Side,
};
use unequal_core::model::europe::Taken;
use unequal_core::model::gauge::{Gauge, Scope};
use unequal_core::model::ledger::Reason;
use unequal_core::model::place::CardAt;

pub(crate) use act::as_known;
pub use act::sentence;
pub use hands::{NAMELESS, hand_words, holder_words, person_words};
pub use measure::measure_does;
pub use number::{capital, count, listed, signed, signed_tenths, tenths, times, whole};
pub use room::{
    clock_name, clock_words, due_words, news_text, news_title, phase_name, phase_words,
};

/// What a seat is called with this deck.
pub fn seat_name(deck: &Deck, seat: Seat) -> &str {
    deck.text.seat_name(seat)
}

/// What a gauge is called with this deck.
pub fn gauge_name(deck: &Deck, gauge: Gauge) -> String {
    match gauge.scope() {
        Scope::Whole(_) if gauge == Gauge::Gains => format!("{}’s gains", deck.text.patron),
        Scope::Whole(word) if gauge.is_europes() => {
            format!("{}’s {word}", seat_name(deck, Seat::Europe))
        }
        Scope::Whole(word) => word.replace('_', " "),
        Scope::Condition(c) => deck
            .text
            .conditions
            .get(c)
            .map_or_else(String::new, |condition| condition.name.clone()),
        Scope::Domain(d, part) => {
            let part = part.word();
            let domain = deck.text.domains.get(d).map_or("?", |d| d.name.as_str());
            format!("{part}, {domain}")
        }
    }
}

/// Why a gauge changed, in a few words.
pub fn reason_words(deck: &Deck, reason: Reason) -> String {
    let patron = &deck.text.patron;
    let client = &deck.text.client;
    let europe = seat_name(deck, Seat::Europe);
    match reason {
        Reason::Inject => "what happened outside".to_owned(),
        Reason::Agreement => format!("{europe} can agree on more again"),
        Reason::Measure => format!("the measure of {europe}"),
        Reason::MeasureWorked => format!("the measure of {europe} worked"),
        Reason::MeasureBackfired => format!("the measure of {europe} backfired"),
        Reason::Leak => format!("a secret measure of {europe} came out"),
        Reason::CrisisAct => "what climbing down costs".to_owned(),
        Reason::DeEscalation => "climbing down in the crisis".to_owned(),
        Reason::TakenUp => "the offer was taken up".to_owned(),
        Reason::CounterAsk => "what was asked in return for the offer".to_owned(),
        Reason::SetAside => "the offer was set aside".to_owned(),
        Reason::Signal => format!("a signal of {europe} made the demand dear"),
        Reason::MarketDiscount => "the buyer profits from isolation".to_owned(),
        Reason::Grievance => "anger settles where the imbalance puts it".to_owned(),
        Reason::Unseen => "not known".to_owned(),
        Reason::Tabling => "being asked at all, and how hard".to_owned(),
        Reason::Slip => "more was given than meant".to_owned(),
        Reason::Held => format!("{client} held its ground"),
        Reason::Concession => "what was conceded".to_owned(),
        Reason::Duress => "it was conceded under pressure".to_owned(),
        Reason::Response => "the response itself".to_owned(),
        Reason::Chill => "leverage turned cold on a client that did not comply".to_owned(),
        Reason::Hedging => format!("{client} turned to third parties"),
        Reason::Inducement => "the promised inducement was paid".to_owned(),
        Reason::PressureWorked => "pressure was seen to work".to_owned(),
        Reason::Pocketed => format!("{patron} pocketed the answer"),
        Reason::Rewarded => format!("{patron} rewarded"),
        Reason::Punished => format!("{patron} punished"),
        Reason::BackedDown => format!("{patron} backed down"),
        Reason::Restraint => format!("{patron} asked for nothing"),
        Reason::RedLine(d) => {
            let domain = deck.text.domains.get(d);
            format!(
                "red line crossed: {}",
                domain.map_or("?", |domain| domain.name.as_str())
            )
        }
        Reason::Fading => "strain fades with time".to_owned(),
        Reason::Regrowth => "grows back with time".to_owned(),
        Reason::Isolation => "isolation deepens dependence".to_owned(),
        Reason::Pull => "drifts towards what circumstances support".to_owned(),
        Reason::Settling => "returns towards its usual level".to_owned(),
        Reason::Supported => "follows trust, front, calm and room".to_owned(),
        Reason::Dividend => "the shared front pays".to_owned(),
        Reason::Ruling => "ruled by the white cell".to_owned(),
    }
}

fn pressed(intensity: Intensity) -> &'static str {
    match intensity {
        Intensity::Probe => "sounded out",
        Intensity::Request => "requested",
        Intensity::Press => "pressed for",
        Intensity::Ultimatum => "gave an ultimatum on",
    }
}

fn promise(inducement: Inducement) -> &'static str {
    match inducement {
        Inducement::None => "",
        Inducement::Modest => ", with a modest inducement",
        Inducement::Generous => ", with a generous inducement",
    }
}

fn answered(response: Response) -> &'static str {
    match response {
        Response::Accept => "accepted",
        Response::Conditions => "accepted with a counter-ask",
        Response::Partial => "accepted in part",
        Response::Stall => "stalled on",
        Response::Deflect => "deflected",
        Response::Hedge => "hedged to third parties over",
        Response::Refuse => "refused",
    }
}

/// What a response is called with this deck.
pub fn response_name(deck: &Deck, response: Response) -> String {
    deck.text.response(response).name.clone()
}

fn followed(choice: FollowUp) -> &'static str {
    match choice {
        FollowUp::Pocket => "pocketed the answer",
        FollowUp::Reward => "rewarded",
        FollowUp::Punish => "punished",
        FollowUp::BackDown => "backed down",
    }
}

fn came_out(band: Band) -> &'static str {
    match band {
        Band::Slip => "more was given than meant",
        Band::AsOffered => "as offered",
        Band::Hold => "the ground was held",
    }
}

/// A demand in words: `China pressed for “Deeper discount on pipeline gas”, with a modest inducement`.
pub fn demand_words(deck: &Deck, named: &NamedDemand) -> String {
    let patron = seat_name(deck, Seat::Patron);
    let title = card_title(deck, &named.card);
    format!(
        "{patron} {} “{title}”{}",
        pressed(named.intensity),
        promise(named.inducement)
    )
}

fn card_title(deck: &Deck, id: &str) -> String {
    let card = deck.scenario.card_at(id);
    card.map_or_else(|| plain(id), |card| deck.text.cards[card].title.clone())
}

/// A choice in few words, without who makes it: `“Gas discount”, pressed, nothing promised`, `stalls`.
pub fn choice_words(deck: &Deck, choice: Choice) -> String {
    let (text, scenario) = (&deck.text, &deck.scenario);
    let title = |card: CardAt| format!("“{}”", text.cards[card].title);
    match choice {
        Choice::Measure(None) => "no measure".to_owned(),
        Choice::Measure(Some(step)) => {
            let secretly = if step.in_secret { ", in secret" } else { "" };
            format!("“{}”{secretly}", text.measures[step.measure].title)
        }
        Choice::CrisisAct(side, true) => text.crisis.act(side).name.clone(),
        Choice::CrisisAct(_, false) => "hold the course".to_owned(),
        Choice::Offer(None) => "offer nothing".to_owned(),
        Choice::Offer(Some(offer)) => {
            format!("{} for “{}”", title(offer.card), text.asks[offer.ask].title)
        }
        Choice::Decision(Decision::Hold) => "ask for nothing".to_owned(),
        Choice::Decision(Decision::TakeUp) => "take up the offer".to_owned(),
        Choice::Decision(Decision::Demand(demand)) => format!(
            "{}, {}, {}",
            title(demand.card),
            text.intensity(demand.intensity).name,
            text.inducement(demand.inducement).name
        ),
        Choice::Reply(reply) => {
            let name = &text.response(reply.response).name;
            let to = reply
                .instead
                .filter(|card| !scenario.card(*card).id.is_empty());
            to.map_or_else(|| name.clone(), |card| format!("{name}: {}", title(card)))
        }
        Choice::FollowUp(choice) => text.follow_up(choice).name.clone(),
    }
}

/// An offer in words: `Russia offered “Northern Sea Route”, asking for “A line of credit”`.
pub fn offer_words(deck: &Deck, offer: Offer) -> String {
    let client = seat_name(deck, Seat::Client);
    let card = &deck.text.cards[offer.card].title;
    let ask = &deck.text.asks[offer.ask].title;
    format!("{client} offered “{card}”, asking for “{ask}”")
}

/// A measure in words, with what became of it: `Europe took “Sanctions”: rolled 9, it worked`.
pub fn measure_words(deck: &Deck, taken: Taken) -> String {
    let europe = seat_name(deck, Seat::Europe);
    let title = &deck.text.measures[taken.step.measure].title;
    let secretly = if taken.step.in_secret {
        " in secret"
    } else {
        ""
    };
    let came = match (taken.band, taken.step.in_secret) {
        (1.., _) => ", it worked",
        (0, _) => "",
        (..0, false) => ", it backfired",
        (..0, true) => ", it came out",
    };
    format!(
        "{europe} took “{title}”{secretly}: rolled {}{came}",
        taken.roll
    )
}

/// What a side decided in a crisis, in words: `China chose “Step back”`, `China held its course`.
pub fn crisis_act_words(deck: &Deck, side: Side, climb_down: bool) -> String {
    let who = seat_name(deck, side.into());
    if climb_down {
        format!("{who} chose “{}”", deck.text.crisis.act(side).name)
    } else {
        format!("{who} held its course")
    }
}

/// What people have learned, in words.
pub fn known_words(deck: &Deck, known: &[Disclosed]) -> String {
    let words: Vec<String> = known
        .iter()
        .map(|known| match known {
            Disclosed::News => "what happened outside".to_owned(),
            Disclosed::EuropeDice => {
                format!(
                    "what came of the measure of {}",
                    seat_name(deck, Seat::Europe)
                )
            }
            Disclosed::CrisisActs => "who climbs down".to_owned(),
            Disclosed::Plan(seat) => format!("the sealed plan of {}", seat_name(deck, *seat)),
            Disclosed::Dice => "the dice".to_owned(),
            Disclosed::RedLine(domain) => {
                let name = deck.text.domains.get(*domain);
                let name = name.map_or("?", |domain| domain.name.as_str());
                format!("where the red line in {name} lies")
            }
            Disclosed::Estimates => "the estimates".to_owned(),
            Disclosed::Everything => "all that was hidden, for the session had ended".to_owned(),
        })
        .collect();
    words.join("; ")
}

/// For how long a seat is handed over, behind who takes it; nothing where it is for good.
fn lent(moves: Option<std::num::NonZeroU8>) -> String {
    moves.map_or_else(String::new, |moves| {
        let moves = count(moves.get(), "move", "moves");
        format!(" for {moves}, then people again")
    })
}
