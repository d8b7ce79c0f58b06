//! Two sessions that together hold every kind of act.

use unequal_partners::engine::action::{
    Action, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::options::AdjudicationMode;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::room::inject::{Due, News};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Band, FollowUp, Response};
use unequal_partners::model::place::{At as _, EventAt};
use unequal_partners::model::side::Side;
use unequal_partners::session::seal::{seal_demand, seal_response};

use crate::moves::*;

/// A session of people in the open, on the reference deck with seed 7; `words` stand in every text.
#[expect(clippy::too_many_lines, reason = "one list of all kinds of acts")]
pub(crate) fn in_the_open(words: &str) -> Vec<(Seat, Action)> {
    let text = || words.to_owned();
    let some = || Some(words.to_owned());
    let id = |id: &str| id.to_owned();
    let (patron, client) = (Seat::Patron, Seat::Client);
    let later = Due::At {
        move_number: 9,
        phase: Phase::Inject,
    };
    let mut own = card("archive");
    own.title = format!("x{words}");
    own.text = text();
    let news = match written("x", &[("trust", -3), ("economy.strain", 2)]) {
        News::Written(mut news) => {
            news.title = format!("x{words}");
            news.text = text();
            News::Written(news)
        }
        event @ News::Event(_) => event,
    };
    let mut acts = vec![
        (
            WHITE,
            Action::Join {
                name: id("Anna"),
                at: patron,
            },
        ),
        (WHITE, Action::Rehearse),
        (WHITE, OPEN),
        (Seat::Europe, Action::Abstain),
        (client, Action::NoOffer),
        (patron, Action::Hold),
        (WHITE, Action::CloseMove),
        (
            WHITE,
            plan(
                "x",
                News::Event(deck().scenario.events[EventAt::new(3)].id.clone()),
                later.clone(),
            ),
        ),
        (WHITE, plan("y", news.clone(), Due::Called)),
        (WHITE, Action::StartEx),
        (
            WHITE,
            Action::SetClock {
                of: ClockOf::Phase,
                seconds: Some(300),
                hard: true,
            },
        ),
        (
            WHITE,
            Action::ExtendClock {
                of: ClockOf::Phase,
                seconds: 60,
            },
        ),
        (WHITE, Action::ClockOut { of: ClockOf::Phase }),
        (
            WHITE,
            Action::AskEstimate {
                id: id("crisis"),
                question: format!("x{words}"),
                resolution: format!("x{words}"),
            },
        ),
        (
            patron,
            Action::Estimate {
                id: id("crisis"),
                name: id("Anna"),
                percent: 35,
            },
        ),
        (WHITE, Action::RevealEstimates { id: id("crisis") }),
        (
            WHITE,
            Action::HoldInject {
                id: id("x"),
                reason: some(),
            },
        ),
        (WHITE, Action::ReleaseInject { id: id("x") }),
        (
            WHITE,
            Action::RescheduleInject {
                id: id("x"),
                due: Due::AtLeast {
                    gauge: id("resentment"),
                    value: 99,
                },
                reason: some(),
            },
        ),
        (
            WHITE,
            Action::SkipInject {
                id: id("x"),
                reason: format!("x{words}"),
            },
        ),
        (WHITE, fire("y")),
        (
            WHITE,
            Action::Reaction {
                inject: id("y"),
                text: format!("x{words}"),
            },
        ),
        (WHITE, Action::AdHocInject { news }),
        (
            WHITE,
            Action::Inject {
                instead: Some(id("quiet")),
            },
        ),
        (
            WHITE,
            Action::SetMeasure {
                measure: Some(id("signal-arctic")),
                secret: false,
                reason: format!("x{words}"),
            },
        ),
        (WHITE, Action::WriteDemand { card: own }),
        (client, offer("un-voting")),
        (
            WHITE,
            Action::VetoOffer {
                reason: format!("x{words}"),
            },
        ),
        (patron, demand("archive")),
        (
            client,
            Action::Argue {
                helps: Side::Client,
                text: format!("x{words}"),
                strong: true,
            },
        ),
        (
            client,
            Action::Respond {
                response: Response::Conditions,
                instead: None,
                ask: some(),
                words: Some(format!("x{words}")),
            },
        ),
        (
            WHITE,
            Action::Pause {
                reflection: true,
                reason: some(),
                seconds: None,
            },
        ),
        (WHITE, Action::GoOn),
        (WHITE, Action::Reconvene),
        (
            WHITE,
            Action::SetAdjudication {
                mode: AdjudicationMode::Free,
                reason: format!("x{words}"),
            },
        ),
        (
            WHITE,
            Action::Rule {
                roll: Some(8),
                arguments: 1,
                band: Some(Band::Slip),
                reason: Some(format!("x{words}")),
                provisional: true,
            },
        ),
        (
            patron,
            Action::FollowUp {
                choice: FollowUp::Reward,
            },
        ),
        (
            WHITE,
            Action::Settle {
                move_number: 1,
                place: 0,
                reason: format!("x{words}"),
            },
        ),
        (
            WHITE,
            Action::Adjust {
                gauge: id("trust"),
                by: -5,
                reason: format!("x{words}"),
            },
        ),
        (
            WHITE,
            Action::Adjust {
                gauge: id("stability"),
                by: -52,
                reason: format!("x{words}"),
            },
        ),
        (
            WHITE,
            Action::Announce {
                text: format!("x{words}"),
            },
        ),
        (
            WHITE,
            Action::HandOver {
                of: Seat::Client,
                to: Holder::Human,
                moves: std::num::NonZeroU8::new(2),
                reason: some(),
            },
        ),
        (
            WHITE,
            Action::SetLength {
                moves: 5,
                reason: format!("x{words}"),
            },
        ),
        (Seat::Audience, Action::Bookmark { label: text() }),
        (
            WHITE,
            Action::Admit {
                at: Seat::Client,
                name: "Olga".to_owned(),
                key: Some(format!("SHA256:{}", "k".repeat(43))),
            },
        ),
    ];
    let back = EntryNumber::last_of(acts.len()).before();
    acts.extend([
        (
            WHITE,
            Action::Undo {
                to: back,
                reason: format!("x{words}"),
            },
        ),
        (
            WHITE,
            Action::Rename {
                name: id("Anna"),
                to: id("Anna Lind"),
            },
        ),
        (
            WHITE,
            Action::Leave {
                name: id("anna lind"),
            },
        ),
        (WHITE, Action::CloseMove),
        (WHITE, OPEN),
        (
            Seat::Europe,
            Action::Measure {
                measure: id("mediate"),
                secret: false,
            },
        ),
        (patron, Action::CrisisAct { climb_down: false }),
        (
            WHITE,
            Action::SetCrisisAct {
                of: Side::Client,
                climb_down: true,
                reason: format!("x{words}"),
            },
        ),
        (client, offer("un-voting")),
        (patron, Action::TakeUp),
        (WHITE, Action::CloseMove),
        (
            WHITE,
            Action::End {
                reason: format!("x{words}"),
            },
        ),
        (
            client,
            Action::Note {
                text: text(),
                private: true,
            },
        ),
        (
            WHITE,
            Action::RenameSession {
                name: id("Table 3"),
            },
        ),
        (
            WHITE,
            Action::Correct {
                entry: EntryNumber::new(1),
                reason: Some(format!("x{words}")),
                against: Some(format!("x{words}")),
                words: None,
            },
        ),
        (
            WHITE,
            Action::ResolveEstimate {
                id: id("crisis"),
                happened: false,
                reason: some(),
            },
        ),
    ]);
    acts
}

/// A sealed session of people, up to the ruling.
pub(crate) fn sealed(words: &str) -> Vec<(Seat, Action)> {
    let demand = SealedDemand {
        take_up: false,
        demand: None,
        if_met: FollowUp::Pocket,
        if_defied: FollowUp::BackDown,
    };
    let reply = || SealedReply {
        response: Response::Conditions,
        instead: None,
        ask: Some(words.to_owned()),
        words: Some(format!("x{words}")),
    };
    let domains = deck().scenario.domains;
    let replies = domains.iter().map(|domain| SealedReplies {
        domain: domain.id.clone(),
        gentle: reply(),
        hard: reply(),
    });
    let response = SealedResponse {
        replies: replies.collect(),
    };
    let patron = seal_demand(demand, format!("x{words}"));
    let client = seal_response(response, format!("x{words}"));
    vec![
        (WHITE, OPEN),
        (Seat::Client, Action::NoOffer),
        (Seat::Patron, patron.commit),
        (Seat::Client, client.commit),
        (Seat::Patron, patron.reveal),
        (Seat::Client, client.reveal),
        (WHITE, Action::CloseMove),
    ]
}
