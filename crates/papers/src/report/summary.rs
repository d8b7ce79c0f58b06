//! The session in a few sentences.

use crate::report::section::{Course, Sections};
use crate::report::session::{EndingFacts, SessionFacts};
use crate::report::sight::Sight;
use crate::report::words::{count, listed};
use unequal_core::deck::plain;
use unequal_core::engine::action::Kind;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Response;
use unequal_session::sight::Seen;
use unequal_session::telling::seat_name;

/// The session in a few sentences, each a line of the first page.
pub(super) fn summary(
    sight: &Sight<'_>,
    session: &SessionFacts,
    ending: Option<&EndingFacts>,
    sections: &Sections,
) -> Vec<String> {
    let mut lines = vec![played(session)];
    lines.push(match ending {
        Some(ending) => ended(ending),
        None => "The session has not ended.".to_owned(),
    });
    lines.extend(stability(&sections.course));
    lines.push(asked(sight));
    lines.extend(answered(sight));
    lines.push(sections.overrides.sentence.clone());
    lines
}

fn played(session: &SessionFacts) -> String {
    let moves = usize::try_from(session.moves_played).unwrap_or(usize::MAX);
    let holders: Vec<String> = session
        .seats
        .iter()
        .filter(|line| line.seat.side().is_some())
        .map(|line| match &line.held_by {
            Holder::Bot(bot) => format!("{} by the bot {}", line.name, plain(bot)),
            Holder::Human => format!("{} by people", line.name),
        })
        .collect();
    let undone = match session.undone {
        0 => String::new(),
        1 => ", of which 1 was undone".to_owned(),
        undone => format!(", of which {undone} were undone"),
    };
    format!(
        "{} of {} planned were played, {}; {} in the record{undone}.",
        capital(&count(moves, "move", "moves")),
        session.moves_planned,
        listed(&holders),
        count(session.entries, "entry", "entries"),
    )
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn ended(ending: &EndingFacts) -> String {
    match &ending.ended_because {
        Some(reason) => format!(
            "The white cell ended it [{}]: {reason}. The partnership stood at: {}.",
            ending.entry, ending.title
        ),
        None => format!("It ended in: {} [{}].", ending.title, ending.entry),
    }
}

fn stability(course: &Course) -> Option<String> {
    let (first, last) = (course.points.first()?, course.points.last()?);
    let lowest = course.points.iter().min_by_key(|point| point.stability)?;
    let highest = course.points.iter().max_by_key(|point| point.stability)?;
    let at = |point: &crate::report::section::Point| match point.move_number {
        0 => "at STARTEX".to_owned(),
        number => format!("after move {number}"),
    };
    Some(format!(
        "Stability went from {} to {} points of 100; lowest {} {}, highest {} {}.",
        first.stability,
        last.stability,
        lowest.stability,
        at(lowest),
        highest.stability,
        at(highest)
    ))
}

fn asked(sight: &Sight<'_>) -> String {
    let patron = seat_name(sight.table.deck(), Seat::Patron);
    let demands = sight.standing().filter_map(Seen::resolved).count();
    let held = sight
        .standing()
        .filter(|seen| seen.kind == Kind::Hold)
        .count();
    let met = sight
        .standing()
        .filter_map(Seen::resolved)
        .filter(|exchange| exchange.offer >= unequal_core::model::contest::MET)
        .count();
    let crossed = sight
        .standing()
        .flat_map(|seen| &seen.facts)
        .filter(|fact| matches!(fact, unequal_core::engine::fact::Fact::RedLineCrossed(_)))
        .count();
    format!(
        "{patron} made {} ({} got at least half of what was asked) and held {}; {} crossed.",
        count(demands, "demand", "demands"),
        if met == 0 {
            "none".to_owned()
        } else {
            met.to_string()
        },
        match held {
            0 => "never".to_owned(),
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            times => format!("{times} times"),
        },
        match crossed {
            1 => "1 red line was".to_owned(),
            0 => "no red line was".to_owned(),
            many => format!("{many} red lines were"),
        }
    )
}

fn answered(sight: &Sight<'_>) -> Option<String> {
    let client = seat_name(sight.table.deck(), Seat::Client);
    let used: Vec<String> = Response::ALL
        .iter()
        .filter_map(|response| {
            let times = sight
                .standing()
                .filter_map(Seen::resolved)
                .filter(|exchange| exchange.reply.response == *response)
                .count();
            let name = &sight.table.deck().text.response(*response).name;
            (times > 0).then(|| format!("“{name}” {times}"))
        })
        .collect();
    (!used.is_empty()).then(|| format!("{client} answered: {}.", listed(&used)))
}
