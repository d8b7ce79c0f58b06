//! How far each ending was, move by move: distances by the rules' own definitions.

use serde::Serialize;

use crate::document::{Block, Inline, Rank, Section, Table, cells, dim, paragraph, strong, titled};
use crate::report::section::course::Course;
use crate::report::sight::Sight;
use unequal_core::deck::text::Outlook;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::view::View;
use unequal_core::model::gauge::Gauge;
use unequal_session::History;
use unequal_session::telling::signed;

/// How far each ending was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignpostReport {
    /// STARTEX, then each closed move, then where the session stands if a move is open.
    pub points: Vec<SignpostPoint>,
    /// How far each ending is where the session stands, in the deck's words.
    pub now: Vec<String>,
}

/// How far each ending was at a moment; what is below 0 was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SignpostPoint {
    /// The move, from 1; 0 is STARTEX.
    pub move_number: u32,
    /// Points of stability above the break.
    pub above_break: i64,
    /// Moves that the crisis clock still allowed; none outside a crisis.
    pub crisis_moves_left: Option<i64>,
    /// From 0 a break would have been a rupture, below it a collapse.
    pub exit_margin: i64,
    /// Points of autonomy above the threshold of capture.
    pub above_capture: i64,
    /// Moves that the clock of capture still allowed; none where it did not run.
    pub capture_moves_left: Option<i64>,
    /// The smallest of what outlook, trust and autonomy had over the thresholds of an entente.
    pub entente_margin: i64,
    /// What outlook had over the threshold of a managed asymmetry.
    pub managed_margin: i64,
    /// Resentment then.
    pub resentment: i64,
    /// Where it was heading.
    pub grievance: i64,
}

pub(super) fn of(sight: &Sight<'_>, course: &Course) -> SignpostReport {
    let points = course.points.iter().map(|point| {
        let view = sight.table.view_at(point.entry, sight.seat);
        let (far, clocks) = (view.signposts, view.clocks);
        SignpostPoint {
            move_number: point.move_number,
            above_break: far.above_break,
            crisis_moves_left: clocks.in_crisis.then_some(far.crisis_moves_left),
            exit_margin: far.exit_margin,
            above_capture: far.above_capture,
            capture_moves_left: (clocks.capture > 0).then_some(far.capture_moves_left),
            entente_margin: far.entente_margin,
            managed_margin: far.managed_margin,
            resentment: view.get(Gauge::Resentment),
            grievance: view.grievance,
        }
    });
    SignpostReport {
        points: points.collect(),
        now: signs_at(
            sight.table,
            &sight.table.view(sight.seat),
            sight.table.last_number(),
        ),
    }
}

/// The signs after an entry, as a seat's view shows them. They speak of declared lines alone, and of plans to those
/// who may know.
pub(in crate::report) fn signs_at(table: &History, view: &View, entry: EntryNumber) -> Vec<String> {
    let game = &table.state_at(entry).game;
    let knows_plans = view.has_europe && view.europe.is_some();
    let outlook = Outlook {
        scenario: table.scenario(),
        position: view.position(),
        progress: &view.progress,
        clocks: &view.clocks,
        europe: knows_plans.then_some(&game.europe),
        move_index: game.move_index,
    };
    let signs = table.deck().text.signs(&outlook);
    signs.into_iter().map(|(_, words)| words).collect()
}

pub(super) fn section(report: &SignpostReport) -> Section {
    let table = Table::default()
        .numbers(["move", "to the break", "crisis clock", "could leave"])
        .numbers(["to capture", "its clock", "entente", "managed"])
        .texts(["anger"])
        .rows(report.points.iter().map(row));
    let note = "Points, and moves left on a clock that runs. To the break: stability above it; could leave: from \
                0 on a break is a rupture, below it a collapse. Entente and managed: what is over the \
                threshold, below 0 what is lacking. Anger: resentment, and where it is heading.";
    let mut blocks = vec![paragraph(Rank::Note, note), Block::Table(table)];
    blocks.extend(titled("Where it stands", &report.now));
    let title = "How far each ending was";
    Section::new("signposts", "Signposts", title, blocks)
}

fn row(point: &SignpostPoint) -> Vec<Inline> {
    let clock = |left: Option<i64>| left.map(|left| strong(left.to_string()));
    let heading = dim(format!(" → {}", point.grievance));
    cells! {
        [(point.move_number)] [(point.above_break)] [(clock(point.crisis_moves_left))]
        [(signed(point.exit_margin))] [(point.above_capture)] [(clock(point.capture_moves_left))]
        [(signed(point.entente_margin))] [(signed(point.managed_margin))]
        [(point.resentment) (heading)]
    }
}
