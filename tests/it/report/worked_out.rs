//! What a report works out: parts that add up, one meaning of ±, and turning points at which a session can turn.

use std::ops::ControlFlow;

use unequal_partners::engine::action::Kind;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::report::{Aar, Extras, Findings, html};
use unequal_partners::session::Table;
use unequal_partners::session::expectations::{Answer, Inquiry, Known, Terms};

use super::deck;
use crate::eventful::{bots, play};

/// A session of bots with what could be expected at each of its moments.
pub(super) fn worked_out(seed: u64) -> (Table, Terms, Vec<Answer>) {
    let table = play(&deck(), &bots("random", "logit", seed), 200);
    let inquiry = Inquiry::new(&table, None, 8).unwrap();
    let go_on = |_, _| ControlFlow::Continue(());
    let answers = inquiry.answer(&Known::default(), &go_on).unwrap();
    (table, inquiry.terms, answers)
}

pub(super) fn report(table: &Table, terms: &Terms, answers: &[Answer]) -> Aar {
    let findings = Some(Findings { terms, answers });
    let extras = Extras {
        findings,
        ..Extras::default()
    };
    Aar::new(table, Seat::WhiteCell, extras)
}

#[test]
fn choice_and_luck_add_up_to_where_the_session_ended() {
    for seed in [3, 8] {
        let (table, terms, answers) = worked_out(seed);
        let aar = report(&table, &terms, &answers);
        let luck = aar.luck.as_ref().unwrap();
        let moved: f64 = luck.parts.iter().map(|part| part.moved).sum();
        assert!((luck.start + moved - luck.end).abs() < 1e-6, "{luck:?}");
        assert!(table.has_ended());
        let last = table.view(Seat::WhiteCell).get(Gauge::Stability);
        assert!((luck.end - f64::from(i32::try_from(last).unwrap())).abs() < 1e-9);
        assert!(luck.parts.len() > 4, "{luck:?}");
    }
}

#[test]
fn plus_or_minus_is_a_95_percent_interval_wherever_it_is_told() {
    let (table, terms, answers) = worked_out(3);
    let aar = report(&table, &terms, &answers);
    let mut told = 0;
    for point in &aar.turning_points.points {
        let answer = answers.iter().find(|answer| answer.entry == point.entry);
        let wanted = 1.959_963_984_540_054 * answer.unwrap().moved.error;
        assert!((point.give_or_take.unwrap() - wanted).abs() < 1e-9);
        told += 1;
    }
    assert!(told > 0, "no turning point");
}

#[test]
fn a_session_turns_at_what_seats_do_what_comes_and_what_is_ruled_and_at_nothing_else() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/saves/examples/console-workshop.toml"
    );
    let (table, _) = Table::read(path.as_ref()).unwrap();
    let room = [
        Kind::SetLength,
        Kind::HandOver,
        Kind::CloseMove,
        Kind::RenameSession,
    ];
    let of_the_room = table
        .moments()
        .iter()
        .filter(|m| room.contains(&m.entry.act.kind()));
    assert!(of_the_room.count() > 3, "the example has acts of the room");
    let aar = Aar::new(&table, Seat::WhiteCell, Extras::default());
    assert!(!aar.turning_points.points.is_empty());
    for point in &aar.turning_points.points {
        let kind = table.moment(point.entry).unwrap().entry.act.kind();
        assert!(!room.contains(&kind), "{}", point.sentence);
    }
}

#[test]
fn the_drift_at_the_end_of_a_move_turns_nothing_however_much_it_moves() {
    let (table, terms, mut answers) = worked_out(3);
    let closes = |entry: EntryNumber| {
        let act = &table.moment(entry).unwrap().entry.act;
        act.kind() == Kind::CloseMove
    };
    let mut exaggerated = 0;
    for answer in answers.iter_mut().filter(|answer| closes(answer.entry)) {
        answer.moved.mean = 40.0;
        answer.moved.error = 0.1;
        exaggerated += 1;
    }
    assert!(exaggerated > 2, "{exaggerated}");
    let aar = report(&table, &terms, &answers);
    assert!(!aar.turning_points.points.is_empty());
    for point in &aar.turning_points.points {
        assert!(!closes(point.entry), "{}", point.sentence);
    }
}

#[test]
fn fields_hold_every_demand_once_and_the_brief_cites_only_what_is_there() {
    let (table, terms, answers) = worked_out(8);
    let aar = report(&table, &terms, &answers);
    let mut ruled: Vec<EntryNumber> = aar
        .fields
        .iter()
        .flat_map(|field| field.ruled.clone())
        .collect();
    ruled.sort_unstable();
    let exchanges: Vec<EntryNumber> = aar.exchanges.iter().map(|line| line.ruling_entry).collect();
    assert_eq!(ruled, exchanges);
    let given: i64 = aar.fields.iter().map(|field| field.given).sum();
    assert_eq!(
        given,
        aar.exchanges.iter().map(|line| line.delivered).sum::<i64>()
    );
    let findings = aar.brief.findings.iter().chain(&aar.brief.for_europe);
    let mut told = 0;
    for finding in findings {
        told += 1;
        for entry in &finding.entries {
            assert!(
                aar.chronology.iter().any(|line| line.entry == *entry),
                "{finding:?}"
            );
        }
    }
    assert!(told >= 4, "{:?}", aar.brief);
}

#[test]
fn what_the_facilitator_wrote_stands_first_in_the_brief_as_it_was_written() {
    let (table, ..) = worked_out(8);
    let extras = Extras {
        by_hand: "We saw <b>two</b> things.\n\nAnd a third.",
        ..Extras::default()
    };
    let aar = Aar::new(&table, Seat::WhiteCell, extras);
    assert_eq!(aar.brief.by_hand.len(), 2);
    let page = html(&aar);
    let (brief, findings) = (
        page.find("We saw &lt;b&gt;two").unwrap(),
        page.find("Findings").unwrap(),
    );
    assert!(brief < findings);
}

#[test]
fn a_warning_sign_is_told_by_the_moves_after_which_it_showed() {
    let (table, ..) = worked_out(8);
    let aar = Aar::new(&table, Seat::WhiteCell, Extras::default());
    assert!(!aar.signs.is_empty());
    for line in &aar.signs {
        let moment = table.moment(line.entry).unwrap();
        assert_eq!(moment.entry.act.kind(), Kind::CloseMove);
        assert_eq!(moment.entry.move_number, line.moves[0]);
        assert!(line.moves.is_sorted());
    }
    // What anybody can see from outside is no secret from anybody.
    let audience = Aar::new(&table, Seat::Audience, Extras::default());
    assert_eq!(audience.signs, aar.signs);
}
