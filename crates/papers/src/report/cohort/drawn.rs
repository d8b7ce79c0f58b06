//! What a cohort says of estimates and of where its sessions part, as blocks of its paper.

use crate::document::{Block, Inline, Rank, Table, cells, heading, paragraph, told};
use crate::report::cohort::{Parting, Scores, Way};
use unequal_session::telling::count;

/// So many ways are told one by one where sessions part; the others are added up.
const TOLD: usize = 8;

/// Where so many sessions part, each is told, also one that is alone on its way.
const FEW: usize = 8;

/// So many sessions are named one by one beside a way.
const NAMED: usize = 4;

/// How near estimates came, over all sessions.
pub(super) fn scores(scores: &Scores) -> Vec<Block> {
    let note = format!(
        "{} on questions that were resolved, in {}: mean Brier score {:.2} (0 is best, 0.25 is what always saying 50 % \
         gets, 1 is worst). Estimates of one session stand or fall together: a few sessions say little about anybody.",
        count(scores.estimates, "estimate", "estimates"),
        count(scores.sessions, "session", "sessions"),
        scores.brier
    );
    let seats = scores.seats.iter().map(|one| {
        cells! { [(one.seat)] [(one.estimates)] [(format!("{:.2}", one.brier))] }
    });
    let seats = Table::default()
        .texts(["from"])
        .numbers(["estimates", "mean score"])
        .rows(seats);
    let ranges = scores.calibration.iter().map(|range| {
        cells! {
            [(range.from) " to " (range.to) " %"] [(range.estimates)] [(format!("{:.0} %", range.expected))]
            [(format!("{:.0} %", range.happened))]
        }
    });
    let ranges = Table::default()
        .texts(["said"])
        .numbers(["estimates", "mean", "happened"])
        .rows(ranges);
    vec![
        paragraph(Rank::Note, note),
        Block::Beside(vec![
            vec![heading("Brier scores"), Block::Table(seats)],
            vec![heading("Calibration"), Block::Table(ranges)],
        ]),
    ]
}

/// Where sessions part, each way with what became of it.
pub(super) fn parting(parting: &Parting) -> Vec<Block> {
    let note = format!(
        "{}, then they part. Below each way stands where those that took it part again, three partings deep. Stability \
         is that of the last entry: what came of a way, and of all that came later.",
        match parting.shared {
            0 => "The sessions share no act".to_owned(),
            shared => format!(
                "The sessions share {} from STARTEX on",
                count(shared, "act", "acts")
            ),
        }
    );
    let mut rows = Vec::new();
    ways(parting, 0, &mut rows);
    let table = Table::default()
        .numbers(["move"])
        .texts(["what happened there"])
        .numbers(["sessions", "lowest", "median", "highest"])
        .texts(["which"])
        .rows(rows);
    vec![paragraph(Rank::Note, note), Block::Table(table)]
}

fn ways(parting: &Parting, depth: usize, rows: &mut Vec<Vec<Inline>>) {
    let there: usize = parting.ways.iter().map(|way| way.sessions.len()).sum();
    // Of many sessions, those that are alone on their way are counted and not told.
    let alone = |way: &&Way| there > FEW && way.sessions.len() == 1;
    let ways_told = parting.ways.iter().take_while(|way| !alone(way)).take(TOLD);
    let (first, others) = parting.ways.split_at(ways_told.count());
    for way in first {
        rows.push(row(parting, way, depth));
        if let Some(then) = &way.then {
            ways(then, depth + 1, rows);
        }
    }
    if !others.is_empty() {
        let there: usize = others.iter().map(|way| way.sessions.len()).sum();
        let other = count(others.len(), "other way", "other ways");
        let words = format!("{}{other}", indent(depth));
        rows.push(cells! { [(parting.move_number)] [(words)] [(there)] [] [] [] [] });
    }
}

fn row(parting: &Parting, way: &Way, depth: usize) -> Vec<Inline> {
    let what = way.sentence.as_deref().unwrap_or("no further act");
    let which = match way.sessions.len() {
        0..=NAMED => way.sessions.join(", "),
        _ => String::new(),
    };
    let [low, middle, high] = way.stability.map_or_else(<[String; 3]>::default, |ends| {
        ends.map(|end| end.to_string())
    });
    cells! {
        [(parting.move_number)] [(indent(depth)) (told(what))] [(way.sessions.len())] [(low)] [(middle)] [(high)]
        [(told(&which))]
    }
}

/// What stands before a way that lies below another.
fn indent(depth: usize) -> String {
    match depth {
        0 => String::new(),
        depth => format!("{}└ ", "\u{2003}".repeat(depth - 1)),
    }
}
