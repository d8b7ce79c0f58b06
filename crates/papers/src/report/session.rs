//! What was played, by whom and how, how it ended, and how the numbers came about.

use std::collections::BTreeSet;

use crate::report::Sight;
use crate::report::model::{
    AimLine, EndingFacts, Method, ParentLine, SeatLine, SessionFacts, SourceLine,
};
use unequal_core::deck::{paragraphs, plain};
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::fact::Fact;
use unequal_core::engine::options::{AdjudicationMode, Announcement};
use unequal_core::engine::seat::Seat;
use unequal_session::Moment;
use unequal_session::telling::seat_name;

/// What was played, by whom and how.
pub(super) fn session(sight: &Sight<'_>) -> SessionFacts {
    let table = sight.table;
    let header = table.header();
    let about = &table.deck().text.about;
    // A digest stands for all that went into it, estimates included that nobody may see yet.
    let polls = table.view(sight.seat).room.polls;
    let blind = polls.iter().any(|poll| poll.estimates.is_none());
    let closed = sight.standing().filter(|seen| seen.kind == Kind::CloseMove);
    SessionFacts {
        name: plain(&header.name),
        seat: sight.seat.word().to_owned(),
        seat_name: seat_name(table.deck(), sight.seat).to_owned(),
        redacted: !sight.open,
        deck: plain(&header.deck.id),
        deck_title: about.title.clone(),
        deck_version: about.version.clone(),
        deck_hash: plain(&header.deck.hash),
        rules: header.rules,
        program: plain(&header.program),
        started: plain(&header.started),
        last_entry_at: plain(
            sight
                .seen
                .last()
                .map_or(header.started.as_str(), |seen| seen.at.as_str()),
        ),
        entries: sight.seen.len(),
        undone: sight.seen.iter().filter(|seen| seen.undone).count(),
        moves_played: u32::try_from(closed.count()).unwrap_or(u32::MAX),
        moves_planned: table.scenario().session.moves,
        move_label: about.move_label.clone(),
        seats: seats(sight),
        options: options(sight),
        seed: sight.open.then_some(header.seed),
        digest: table
            .moments()
            .last()
            .map(|moment| moment.entry.digest.clone())
            .filter(|digest| sight.open && !digest.is_empty() && !blind),
        parent: header.parent.as_ref().map(|parent| ParentLine {
            file: plain(&parent.file),
            entry: parent.entry,
        }),
    }
}

fn seats(sight: &Sight<'_>) -> Vec<SeatLine> {
    let line = |seat: Seat| {
        let own = sight.seen.iter().filter(|seen| seen.seat == seat);
        let hands: BTreeSet<String> = own.map(|seen| plain(&seen.by.text())).collect();
        SeatLine {
            seat: seat.word().to_owned(),
            name: seat_name(sight.table.deck(), seat).to_owned(),
            held_by: plain(&sight.table.holder(seat).to_string()),
            hands: hands.into_iter().collect(),
        }
    };
    Seat::ALL.into_iter().map(line).collect()
}

fn options(sight: &Sight<'_>) -> Vec<String> {
    let table = sight.table;
    let rules = &table.scenario().session;
    let options = &table.setup().options;
    let mut words = vec![if options.sealed {
        "both sides commit at the same time and then reveal".to_owned()
    } else if rules.demands > 1 && options.announcement == Announcement::Together {
        format!("up to {} demands a move, announced together", rules.demands)
    } else if rules.demands > 1 {
        format!("up to {} demands a move, in turn", rules.demands)
    } else {
        "one demand a move, answered in the open".to_owned()
    }];
    if rules.hand >= table.scenario().cards.len() {
        words.push("every demand open in every move".to_owned());
    } else {
        words.push(format!("a hand of {} demands", rules.hand));
    }
    words.push(
        match options.adjudication {
            AdjudicationMode::Rigid => "rulings by rule (rigid)",
            AdjudicationMode::SemiRigid => {
                "rulings by rule, which the white cell may change (semi-rigid)"
            }
            AdjudicationMode::Free => "rulings by the white cell (free)",
        }
        .to_owned(),
    );
    if rules.moves_spread == 0 {
        words.push(format!("{} moves, known to all", rules.moves));
    } else {
        words.push(format!(
            "{} moves planned; the last one hidden, up to {} earlier or later",
            rules.moves, rules.moves_spread
        ));
    }
    words
}

/// How the session ended.
pub(super) fn ending(sight: &Sight<'_>) -> Option<EndingFacts> {
    let table = sight.table;
    let outcome = table.view(sight.seat).outcome?;
    let text = &table.deck().text;
    let score = &table.scenario().score;
    // Notes, estimates and announcements may come after the end.
    let last = table.standing().filter(|moment| ends(moment)).last();
    let ended_because = last.and_then(|moment| match &moment.entry.act {
        Action::End { reason } => Some(plain(reason)),
        _ => None,
    });
    let aim = |seat: Seat, measure: &str, points, goal| AimLine {
        seat: seat.word().to_owned(),
        name: seat_name(table.deck(), seat).to_owned(),
        measure: measure.to_owned(),
        points,
        goal,
    };
    let shown = text.ending(outcome.ending);
    Some(EndingFacts {
        ending: outcome.ending.word().to_owned(),
        title: shown.title.clone(),
        text: shown.text.clone(),
        entry: last.map_or(0, |moment| moment.entry.number),
        ended_because,
        aims: vec![
            aim(
                Seat::Patron,
                "aims met",
                outcome.patron,
                Some(score.patron_goal),
            ),
            aim(
                Seat::Client,
                "aims met",
                outcome.client,
                Some(score.client_goal),
            ),
            aim(Seat::Observer, "ease", outcome.observer, None),
        ],
    })
}

/// Whether an entry ended the session.
fn ends(moment: &Moment) -> bool {
    let by_rule = moment
        .facts
        .iter()
        .any(|fact| matches!(fact, Fact::Ended(_)));
    by_rule || matches!(moment.entry.act, Action::End { .. })
}

/// How the numbers came about, and what they are not.
pub(super) fn method(sight: &Sight<'_>) -> Method {
    let about = &sight.table.deck().text.about;
    let mut reading = vec![
        "Numbers in brackets cite the entry of the record on which a line rests. Entries that were \
         undone are kept and marked; they count for nothing else."
            .to_owned(),
        "Gauges run from 0 to 100 and are assumptions of the deck, made to be disputed. Outlook is \
         stability and the stability that trust, the shared front, grievance and strain support, \
         weighted 1 to 2."
            .to_owned(),
        "Where the white cell ruled otherwise than computed, both results are given with the reason."
            .to_owned(),
        "Shares of the change come from replays in which nobody reacts: the recorded acts and dice \
         run on while some acts give way to a baseline (a demand to asking for nothing, a response to \
         accepting in part). They say how this record hangs together, not what people would have done."
            .to_owned(),
    ];
    if sight.findings.is_some() {
        reading.push(
            "Expectations come from playouts in which one bot plays both seats. They compare choices \
             under the same dice; they do not foresee what people would do."
                .to_owned(),
        );
    }
    if !sight.open {
        reading.push(format!(
            "This report holds what {} may know while the session goes on. Reasons of others, hands, \
             hidden red lines, the last move, the seed, and all that rests on them are left out.",
            seat_name(sight.table.deck(), sight.seat)
        ));
    }
    Method {
        reading,
        artificialities: about.artificialities.clone(),
        disclaimer: paragraphs_of(&about.disclaimer),
        credits: about.credits.clone(),
    }
}

fn paragraphs_of(text: &str) -> Vec<String> {
    paragraphs(text)
        .split("\n\n")
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Sources that the demands and events in play cite.
pub(super) fn sources(sight: &Sight<'_>) -> Vec<SourceLine> {
    let text = &sight.table.deck().text;
    let mut cited = String::new();
    for card in cards_played(sight) {
        let card = &text.cards[card];
        for text in [&card.text, &card.patron_gain, &card.client_cost] {
            cited.push_str(text);
        }
        cited += &precedent(card.precedent.as_ref());
    }
    for seen in sight.standing() {
        for fact in &seen.facts {
            if let Fact::EventDrawn(Some(event)) = fact {
                let event = &text.events[*event];
                cited.push_str(&event.text);
                cited.push_str(&event.why);
                cited += &precedent(event.precedent.as_ref());
            }
        }
    }
    text.sources
        .iter()
        .filter(|source| cited.contains(&format!("[{}]", source.id)))
        .map(|source| {
            let parts = [&source.title, &source.publisher, &source.date];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            SourceLine {
                id: source.id.clone(),
                text: parts.cloned().collect::<Vec<_>>().join(", "),
                address: source.address.clone(),
                grade: source.grade.map(|grade| format!("{grade:?}")),
            }
        })
        .collect()
}

fn precedent(precedent: Option<&unequal_core::deck::text::Precedent>) -> String {
    precedent.map_or_else(String::new, |precedent| {
        let source = precedent.source.as_deref().unwrap_or_default();
        format!("{} [{source}] ", precedent.text)
    })
}

/// The cards that were tabled and resolved, by their places, each once.
fn cards_played(sight: &Sight<'_>) -> BTreeSet<usize> {
    sight
        .standing()
        .flat_map(|seen| &seen.facts)
        .filter_map(|fact| match fact {
            Fact::Resolved(exchange) => Some(exchange.demand.card),
            _ => None,
        })
        .collect()
}
