//! Estimates: what was expected, what happened, how near each came.

use crate::document::{
    Block, Item, Marker, Rank, Section, Span, Table, cells, dim, heading, paragraph, said, strong,
    told,
};
use unequal_session::estimates::{Estimates, PollLine};
use unequal_session::telling::count;
use unequal_session::telling::listed;

/// What the list of estimates says of itself.
const NOTE: &str = "Everybody's own probability, entered before anybody saw \
another's. The Brier score is the square of how far it was from what happened: 0 is best, 0.25 is \
what always saying 50 % gets, 1 is worst. A handful of questions says little about anybody.";

/// What came of a question for estimates.
fn settled(poll: &PollLine) -> String {
    let answered = count(poll.answered, "estimate", "estimates");
    let mean = poll.mean.map_or_else(
        || ", not revealed".to_owned(),
        |mean| format!(", mean {}", percent(mean)),
    );
    let spread = poll
        .spread
        .filter(|_| poll.answered > 1)
        .map_or_else(String::new, |spread| {
            format!(
                ", median {}, from {} to {} %",
                percent(spread.median),
                spread.lowest,
                spread.highest
            )
        });
    let missing = match poll.missing.as_slice() {
        [] => String::new(),
        names => format!("; none from {}", listed(names)),
    };
    let not_blind = if poll.seen_before {
        " They had been revealed once and that was taken back: what came after was not blind."
    } else {
        ""
    };
    let came = match (poll.happened, poll.brier) {
        (Some(happened), brier) => format!(
            "; it {}{}",
            if happened {
                "happened"
            } else {
                "did not happen"
            },
            brier.map_or_else(String::new, |brier| format!(
                ", mean Brier score {brier:.2}"
            ))
        ),
        (None, _) => "; not resolved".to_owned(),
    };
    let grounds = poll
        .grounds
        .as_ref()
        .map_or_else(String::new, |grounds| format!(" ({grounds})"));
    format!("{answered}{mean}{spread}{missing}{came}{grounds}.{not_blind}")
}

/// A share in percent, rounded.
fn percent(share: f64) -> String {
    format!("{share:.0} %")
}

pub(super) fn section(estimates: Option<&Estimates>) -> Section {
    let blocks = estimates.map_or_else(Vec::new, |estimates| {
        let polls = estimates.polls.iter().map(item).collect();
        let mut blocks = vec![
            paragraph(Rank::Note, NOTE),
            Block::List(Marker::Rule, polls),
        ];
        if !estimates.forecasters.is_empty() {
            blocks.push(Block::Beside(scores(estimates)));
        }
        blocks
    });
    Section::new("estimates", "Estimates", "Estimates", blocks)
}

fn item(poll: &PollLine) -> Item {
    let mut item =
        Item::from(said! { (strong(told(&poll.question))) " " (Span::cite(poll.entry)) });
    item.add(dim(said! { "Decided by: " (told(&poll.resolution)) }));
    let resolved = poll
        .resolved_by
        .map(|entry| said! { " " (Span::cite(entry)) });
    item.add(said! { (settled(poll)) (resolved) });
    for given in &poll.estimates {
        let brier = given.brier.map(|brier| dim(format!(" Brier {brier:.2}")));
        item.add(said! { (told(&given.name)) ": " (given.percent) " % " (Span::cite(given.entry)) (brier) });
    }
    item
}

fn scores(estimates: &Estimates) -> Vec<Vec<Block>> {
    let people = estimates.forecasters.iter().map(|one| ("", one));
    let seats = estimates.seats.iter().map(|one| ("all of ", one));
    let briers = people.chain(seats).map(|(all_of, one)| {
        cells! { [(all_of) (told(&one.name))] [(one.questions)] [(format!("{:.2}", one.brier))] }
    });
    let briers = Table::default()
        .texts(["who"])
        .numbers(["estimates", "mean score"])
        .rows(briers);
    let ranges = estimates.calibration.iter().map(|range| {
        cells! {
            [(range.from) " to " (range.to) " %"] [(range.estimates)] [(percent(range.expected))] [(percent(range.happened))]
        }
    });
    let ranges = Table::default()
        .texts(["said"])
        .numbers(["estimates", "mean", "happened"])
        .rows(ranges);
    vec![
        vec![heading("Brier scores"), Block::Table(briers)],
        vec![heading("Calibration"), Block::Table(ranges)],
    ]
}
