//! What the seat at the screen may do now: the options of the board, and the sheet that each opens.

use crate::glance::Glance;
use crate::screen::board::effects::{likely, note, words};
use crate::widget::change::signed;
use crate::widget::option_list::OptionRow;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{FollowUp, Response};
use unequal_core::model::contest::{Demand, Reply};
use unequal_core::model::place::CardAt;
use unequal_session::telling::news_title;

/// One thing that the seat at the screen may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Table this card, by its place in the deck.
    Card(CardAt),
    /// Ask for nothing.
    Hold,
    /// Answer so.
    Response(Response),
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
    choices
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
        (Phase::Demand, Seat::Patron) => {
            let mut cards: Vec<Choice> = playable(glance).into_iter().map(Choice::Card).collect();
            cards.push(Choice::Hold);
            cards
        }
        (Phase::Response, Seat::Client) => Response::ALL
            .iter()
            .copied()
            .map(Choice::Response)
            .collect(),
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

/// The cards that may be tabled now, in hand order.
pub fn playable(glance: &Glance<'_>) -> Vec<CardAt> {
    let mut cards: Vec<CardAt> = Vec::new();
    if glance.view.options.sealed {
        let tabled = |card: &CardAt| {
            let mut exchanges = glance.view.exchanges.iter();
            exchanges.any(|exchange| exchange.demand.card == *card)
        };
        let hand = glance.view.hand.clone().unwrap_or_default();
        return hand.into_iter().filter(|card| !tabled(card)).collect();
    }
    for act in &glance.view.acts {
        if let Action::Demand { card, .. } = act
            && let Some(card) = glance.scenario().card_index(card)
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
                response: of, to, ..
            } if *of == response => Some(Reply {
                response,
                to: to.as_deref().and_then(|id| scenario.domain_index(id)),
            }),
            _ => None,
        })
        .collect()
}

/// The option as a row of the list.
pub fn row(glance: &Glance<'_>, choice: &Choice) -> OptionRow {
    let text = glance.text();
    let open = |name: String, note: String| OptionRow {
        name,
        note,
        open: true,
    };
    match choice {
        Choice::Card(card) => {
            let words = &text.cards[*card];
            let rules = &glance.scenario().cards[*card];
            let domain = &text.domains[rules.domain].short;
            open(
                format!("{} {}", words.code, words.title),
                format!("{domain} · {}", severity(words.severity)),
            )
        }
        Choice::Hold => open(text.hold.name.clone(), text.hold.text.clone()),
        Choice::Response(response) => response_row(glance, *response),
        Choice::FollowUp(choice) => {
            let name = text.follow_up(*choice).name.clone();
            let expected = glance.view.preview_follow_up(glance.scenario(), *choice);
            let note = expected.map_or_else(String::new, |expected| {
                let rest = words(glance, &expected.changes);
                format!("stability {} · {rest}", signed(expected.supported))
            });
            open(name, note.trim_end_matches(" · ").to_owned())
        }
        Choice::OpenMove => open(
            match glance.view.move_number {
                0 => "Open a move of turn zero".to_owned(),
                number => format!("Open move {number}"),
            },
            match glance.view.next_event.flatten() {
                Some(event) => text.events[event].title.clone(),
                None => "no news from outside is due".to_owned(),
            },
        ),
        Choice::OtherEvent => open("Another event, or none".to_owned(), String::new()),
        Choice::GoOn => open("Go on".to_owned(), "the pause is over".to_owned()),
        Choice::Fire(id) => open(
            format!("Fire: {}", planned_title(glance, id)),
            planned_effect(glance, id),
        ),
        Choice::HandScreen(seat) => open(
            format!("Hand the screen to {}", glance.name(*seat)),
            "the curtain falls".to_owned(),
        ),
        Choice::EnterFor(seat) => open(
            format!("Enter what {} says", glance.name(*seat)),
            "from here, without the curtain".to_owned(),
        ),
        Choice::Rule => open("Rule on this exchange".to_owned(), String::new()),
        Choice::CloseMove => open(
            match glance.view.move_number {
                0 => "Close the move".to_owned(),
                number => format!("Close move {number}"),
            },
            "everything drifts, stability follows".to_owned(),
        ),
        Choice::Seal => open(
            "Seal your plan".to_owned(),
            "both sides commit, then both are revealed".to_owned(),
        ),
        Choice::Step => open(
            "Next act".to_owned(),
            format!("{} to act", glance.waits_for()),
        ),
        Choice::End => open("How it ended".to_owned(), String::new()),
    }
}

/// The headline of a planned inject.
pub fn planned_title(glance: &Glance<'_>, id: &str) -> String {
    let plan = glance.view.room.plan.as_deref().unwrap_or_default();
    plan.iter().find(|planned| planned.id == id).map_or_else(
        || id.to_owned(),
        |planned| news_title(glance.place.deck(), &planned.news),
    )
}

/// What a planned inject would do now, in words.
fn planned_effect(glance: &Glance<'_>, id: &str) -> String {
    let plan = glance.view.room.plan.as_deref().unwrap_or_default();
    let planned = plan.iter().find(|planned| planned.id == id);
    let moved = planned.and_then(|planned| {
        glance
            .view
            .preview_news(glance.scenario(), &planned.news)
            .ok()
    });
    moved.map_or_else(String::new, |moved| {
        format!("due ● {}", words(glance, &moved.changes))
    })
}

fn response_row(glance: &Glance<'_>, response: Response) -> OptionRow {
    let name = glance.text().response(response).name.clone();
    let replies = replies(glance, response);
    let demand = glance.view.open_demand();
    match (replies.as_slice(), demand) {
        ([], _) | (_, None) => OptionRow {
            name,
            note: "no other domain can pay for it".to_owned(),
            open: false,
        },
        ([reply], Some(demand)) if response != Response::Deflect => OptionRow {
            name,
            note: reply_note(glance, demand, *reply),
            open: true,
        },
        (several, Some(_)) => OptionRow {
            name: format!("{name} …"),
            note: format!("{} other domains can pay", several.len()),
            open: true,
        },
    }
}

/// What a reply would likely do.
pub fn reply_note(glance: &Glance<'_>, demand: Demand, reply: Reply) -> String {
    let preview = glance.view.preview(glance.scenario(), demand, reply);
    note(glance, &likely(glance, &preview))
}

/// How grave a card is, in a word.
pub const fn severity(severity: unequal_core::deck::text::Severity) -> &'static str {
    match severity {
        unequal_core::deck::text::Severity::Mild => "mild",
        unequal_core::deck::text::Severity::Firm => "firm",
        unequal_core::deck::text::Severity::Severe => "severe",
    }
}
