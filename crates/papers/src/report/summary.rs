//! The session in a few sentences.

use crate::report::section::{Course, CrisisLine, Europe, OfferLine, Point, Sections};
use crate::report::session::{EndingFacts, SeatLine, SessionFacts};
use crate::report::sight::Sight;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Response, is_met};
use unequal_session::history::Held;
use unequal_session::sight::Seen;

use unequal_session::telling::{capital, count, holder_words, listed, seat_name, times};

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
    lines.extend(offered(sight, &sections.offers));
    lines.extend(climbed_down(sight, &sections.crises));
    lines.extend(
        sections
            .europe
            .as_ref()
            .map(|europe| acted(session, europe)),
    );
    lines.push(sections.overrides.sentence.clone());
    lines
}

fn played(session: &SessionFacts) -> String {
    let moves = usize::try_from(session.moves_played).unwrap_or(usize::MAX);
    let holders: Vec<String> = session
        .seats
        .iter()
        .filter(|line| line.seat.plays())
        .filter(|line| line.held.iter().any(|held| held.by != Holder::Nobody))
        .map(|line| format!("{} by {}", line.name, held_words(&line.held)))
        .collect();
    let undone = match session.undone {
        0 => String::new(),
        1 => ", of which 1 was undone".to_owned(),
        undone => format!(", of which {undone} were undone"),
    };
    let at_first = match session.moves_planned_first {
        same if same == session.moves_planned => String::new(),
        first => format!(" ({first} at first)"),
    };
    let changed = |line: &SeatLine| line.seat.plays() && line.held.len() > 1;
    let holders = if session.seats.iter().any(changed) {
        holders.join("; ")
    } else {
        listed(&holders)
    };
    format!(
        "{} of {} planned{at_first} {} played, {holders}; {} in the record{undone}.",
        capital(&count(moves, "move", "moves")),
        session.moves_planned,
        if moves == 1 { "was" } else { "were" },
        count(session.entries, "entry", "entries"),
    )
}

/// Who held a seat, and from which entry on: `people, then the bot greedy [9], then people again [18]`.
fn held_words(held: &[Held]) -> String {
    let words = held.iter().enumerate().map(|(place, one)| {
        let holder = holder_words(&one.by);
        let again = held[..place].iter().any(|before| before.by == one.by);
        let again = if again { " again" } else { "" };
        match one.from {
            EntryNumber::STARTEX => holder,
            from => format!("then {holder}{again} [{from}]"),
        }
    });
    words.collect::<Vec<String>>().join(", ")
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
    // Of several that are equal, the one that came first.
    let lowest = course.points.iter().min_by_key(|point| point.stability)?;
    let highest = course
        .points
        .iter()
        .rev()
        .max_by_key(|point| point.stability)?;
    let at = |point: &Point| match (point.move_number, point.closed) {
        (0, _) => "at STARTEX".to_owned(),
        (number, true) => format!("after move {number}"),
        (number, false) => format!("in move {number}, which goes on"),
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
    let resolved = || sight.standing().filter_map(Seen::resolved);
    let demands = resolved().count();
    let met = resolved()
        .filter(|exchange| is_met(exchange.reply.response))
        .count();
    let facts = sight.standing().flat_map(|seen| &seen.facts);
    let crossed = facts
        .filter(|fact| matches!(fact, Fact::RedLineCrossed(_)))
        .count();
    format!(
        "{patron} made {} ({} met) and asked for nothing {}; {} crossed.",
        count(demands, "demand", "demands"),
        match met {
            0 => "none was".to_owned(),
            1 => "1 was".to_owned(),
            many => format!("{many} were"),
        },
        match sight.held() {
            0 => "in no move".to_owned(),
            1 => "in one move".to_owned(),
            moves => format!("in {moves} moves"),
        },
        match crossed {
            1 => "1 red line was".to_owned(),
            0 => "no red line was".to_owned(),
            many => format!("{many} red lines were"),
        }
    )
}

fn offered(sight: &Sight<'_>, offers: &[OfferLine]) -> Option<String> {
    let client = seat_name(sight.table.deck(), Seat::Client);
    let taken = offers.iter().filter(|offer| offer.came == "taken up");
    let taken = match taken.count() {
        0 => "none was taken up".to_owned(),
        1 => "1 was taken up".to_owned(),
        many => format!("{many} were taken up"),
    };
    let made = count(offers.len(), "offer", "offers");
    (!offers.is_empty()).then(|| format!("{client} made {made}; {taken}."))
}

fn climbed_down(sight: &Sight<'_>, crises: &[CrisisLine]) -> Option<String> {
    let deck = sight.table.deck();
    let times = |acts: fn(&&CrisisLine) -> bool| crises.iter().filter(acts).count();
    let [patron, client] = [Seat::Patron, Seat::Client].map(|seat| seat_name(deck, seat));
    (!crises.is_empty()).then(|| {
        format!(
            "{} in crisis: {patron} climbed down in {}, {client} in {}.",
            capital(&count(crises.len(), "move", "moves")),
            times(|line| line.patron),
            times(|line| line.client)
        )
    })
}

fn acted(session: &SessionFacts, europe: &Europe) -> String {
    let taken = count(europe.measures.len(), "measure", "measures");
    let plan = match europe.prepared {
        Some(true) => ", and had a plan for the ending that came",
        Some(false) => ", and had no plan for the ending that came",
        None => "",
    };
    format!("{} took {taken}{plan}.", session.seat_named(Seat::Europe))
}

fn answered(sight: &Sight<'_>) -> Option<String> {
    let client = seat_name(sight.table.deck(), Seat::Client);
    let used: Vec<String> = Response::ALL
        .iter()
        .filter_map(|response| {
            let often = sight
                .standing()
                .filter_map(Seen::resolved)
                .filter(|exchange| exchange.reply.response == *response)
                .count();
            let name = &sight.table.deck().text.response(*response).name;
            (often > 0).then(|| format!("“{name}” {}", times(often)))
        })
        .collect();
    (!used.is_empty()).then(|| format!("{client} answered: {}.", listed(&used)))
}
