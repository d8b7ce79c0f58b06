//! What others would have done: players that were put before the recorded decisions, with what the seat knew then.

use crate::document::{Block, Rank, Section, Table, cells, paragraph, strong, told};
use crate::report::sight::Sight;
use unequal_session::asked::{Asked, Names, Round, Total};

/// The players that were asked; nothing where the seat may not know it, or machines are left out.
pub(super) fn of(sight: &Sight<'_>) -> Vec<Round> {
    let asked = sight.open && !sight.quick && !sight.people;
    if !asked {
        return Vec::new();
    }
    Asked::of(sight.table).rounds
}

const NOTE: &str = "Each was put before every decision of the seat with exactly what the seat knew then, and nothing of it was \
    done. Same and alike: how many of its answers were the same act as people chose, and how many the same answer, or a demand \
    pressed as hard. Severity: by how much its answers are harder, on the deck’s scale from 0 to 10. Entropy: how spread its \
    answers to one question are, in bits. Forecasts: what it foresaw of the other side, scored (0 is perfect, 0.25 a coin).";

pub(super) fn section(rounds: &[Round]) -> Section {
    let blocks = if rounds.is_empty() {
        Vec::new()
    } else {
        vec![
            paragraph(Rank::Note, NOTE),
            Block::Table(in_all(rounds)),
            Block::Table(by_move(rounds)),
        ]
    };
    Section::new(
        "others",
        "What others would have done",
        "What others would have done",
        blocks,
    )
}

fn in_all(rounds: &[Round]) -> Table {
    let rows = rounds.iter().map(|round| {
        let (terms, total) = (&round.terms, &round.total);
        cells! {
            [(strong(told(&terms.player))) (names(round))] [(terms.seat.word())] [(terms.times) " × " (total.decisions)]
            [(share(total, total.same))] [(share(total, total.alike))] [(shift(total))]
            [(format!("{:.2}", total.entropy))] [(brier(total))] [(total.silent)]
        }
    });
    Table::default()
        .texts(["player", "seat"])
        .numbers([
            "asked",
            "same",
            "alike",
            "severity",
            "entropy",
            "forecasts",
            "no answer",
        ])
        .rows(rows)
}

/// How severity and agreement go on from move to move.
fn by_move(rounds: &[Round]) -> Table {
    let rows = rounds.iter().flat_map(|round| {
        round.moves.iter().map(move |of_move| {
            let total = &of_move.total;
            cells! {
                [(told(&round.terms.player)) (names(round))] [(round.terms.seat.word())] [(of_move.move_number)] [(total.decisions)]
                [(share(total, total.alike))] [(shift(total))]
            }
        })
    });
    Table::default()
        .texts(["player", "seat"])
        .numbers(["move", "decisions", "alike", "severity"])
        .rows(rows)
}

const fn names(round: &Round) -> &'static str {
    match round.terms.names {
        Names::AsWritten => "",
        Names::Swapped => ", names exchanged",
    }
}

fn share(total: &Total, of: u32) -> String {
    match total.answers {
        0 => "–".to_owned(),
        all => format!("{:.0} %", 100.0 * f64::from(of) / f64::from(all)),
    }
}

fn shift(total: &Total) -> String {
    total.shift.map_or_else(
        || "–".to_owned(),
        |shift| format!("{shift:+.2}").replace('-', "−"),
    )
}

fn brier(total: &Total) -> String {
    total
        .brier
        .map_or_else(|| "–".to_owned(), |brier| format!("{brier:.3}"))
}
