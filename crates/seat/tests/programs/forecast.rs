//! What a program says beside its act: it is on the record, and stays its own side's.

use serde_json::json;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_seat::{Attended, Limits};
use unequal_session::{Holder, Owner};

use crate::table::{decks, go_on, holders, table};
use crate::twin::seat;

#[test]
fn reason_confidence_dissent_and_forecast_are_on_the_record_with_program_version_and_try() {
    let owner = Owner::of(table(&decks()[0], holders(Seat::Client), 7));
    let mut attended = Attended::new(Vec::new(), Limits::default(), Holder::Human);
    seat(&mut attended, &owner, Seat::Client, |turn| {
        // The first try of every turn is none that can be taken.
        let choice = if turn["try"] == 1 { 9999 } else { 0 };
        json!({
            "kind": "act", "turn": turn["turn"], "choice": choice,
            "reason": "winter is near", "confidence": 70, "dissent": "the treasury",
            "forecast": {"expects": "punish", "percent": 30},
        })
    });
    go_on(&owner, &mut attended);
    let table = owner.table();
    assert!(table.has_ended());
    let by = Player::Outside {
        program: "twin 1".to_owned(),
        tries: 2,
    };
    let moments = table.moments().iter().map(|moment| &moment.entry);
    let own: Vec<_> = moments.filter(|entry| entry.seat == Seat::Client).collect();
    assert!(own.iter().all(|entry| entry.by == by), "{own:?}");
    let (notes, acts): (Vec<_>, Vec<_>) = own
        .into_iter()
        .partition(|entry| matches!(entry.act, Action::Note { .. }));
    assert!(acts.len() > 5 && notes.len() == acts.len());
    for act in acts {
        assert_eq!(act.rationale.as_deref(), Some("winter is near"));
        assert_eq!(
            (act.confidence, act.dissent.as_deref()),
            (Some(70), Some("the treasury"))
        );
    }
    for note in notes {
        let Action::Note { text, private } = &note.act else {
            unreachable!()
        };
        assert!(*private, "{text}");
        assert_eq!(text, "forecast: punish 30 %");
    }
    // Each refused try is told to the white cell, and to nobody else.
    let refused = |seat| {
        let seen = table.seen(seat).into_iter();
        seen.filter(|seen| seen.sentence.contains("there is no act 9999"))
            .count()
    };
    assert!(refused(Seat::WhiteCell) > 5);
    assert_eq!(refused(Seat::Patron), 0);
}
