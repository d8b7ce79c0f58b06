//! Expectations over a whole record: one answer an entry, kept beside the save, found again.

use std::ops::ControlFlow;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::options::{Announcement, Options};
use unequal_partners::session::expectations::{Inquiry, Known, Progress};
use unequal_partners::session::{Remarks, Setup, Table};

use crate::eventful::{bots, goes_on, play, stamp, submit};
use crate::generic::decks;

const GO_ON: Progress<'static> = &|_, _| ControlFlow::Continue(());

#[test]
fn every_act_that_stands_has_its_answer_in_every_kind_of_session() {
    let deck = decks().remove(1).1;
    for kind in 0..3 {
        let options = Options {
            sealed: kind == 1,
            announcement: if kind == 2 {
                Announcement::Together
            } else {
                Announcement::InTurn
            },
            ..Options::default()
        };
        let setup = Setup {
            options,
            ..bots("random", "random", 3 + kind)
        };
        let table = play(&deck, &setup, 60);
        let inquiry = Inquiry::new(&table, None, 3).unwrap();
        let answers = inquiry.answer(&Known::default(), GO_ON).unwrap();
        assert_eq!(answers.len(), inquiry.len());
        let chosen = answers.iter().filter(|answer| !answer.instead.is_empty());
        assert!(chosen.count() > 8, "kind {kind}");
        for answer in &answers {
            assert!(table.is_standing(answer.entry));
        }
    }
}

#[test]
fn answers_are_kept_beside_the_save_and_stay_good_when_it_grows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("save.toml");
    let (_, deck) = decks().remove(0);
    let setup = bots("greedy", "cautious", 5);
    let mut table = Table::create(deck, &setup, &path, &stamp(0)).unwrap();
    let run = |table: &mut Table, acts: usize| {
        for _ in 0..acts {
            let next = unequal_partners::session::pilot::unattended(table).unwrap();
            submit(table, next.seat, &next.by, &next.action, Remarks::default());
        }
    };
    run(&mut table, 9);
    let inquiry = Inquiry::new(&table, None, 4).unwrap();
    let first = inquiry.answer(&Known::of(&table), GO_ON).unwrap();
    Known::keep(&table, &inquiry, &first).unwrap();

    run(&mut table, 3);
    let grown = Inquiry::new(&table, None, 4).unwrap();
    let anew = grown.answer(&Known::default(), GO_ON).unwrap();
    let known = grown.answer(&Known::of(&table), GO_ON).unwrap();
    assert_eq!(known, anew);
    assert_eq!(known[..first.len()], first[..]);

    let refuse: Progress<'_> = &|_, _| ControlFlow::Break(());
    assert!(grown.answer(&Known::of(&table), refuse).is_err());
    let other = Inquiry::new(&table, Some("greedy"), 4).unwrap();
    assert_ne!(other.answer(&Known::of(&table), GO_ON).unwrap(), anew);
    assert!(Inquiry::new(&table, Some("nobody"), 4).is_none());
}

#[test]
fn a_choice_of_the_record_is_told_apart_from_its_alternatives() {
    let (_, deck) = decks().remove(0);
    let table = play(&deck, &bots("logit", "logit", 8), 40);
    let inquiry = Inquiry::new(&table, None, 2).unwrap();
    let answers = inquiry.answer(&Known::default(), GO_ON).unwrap();
    for answer in answers {
        let act = &table.moment(answer.entry).unwrap().entry.act;
        assert!(answer.instead.iter().all(|other| &other.act != act));
        if matches!(act, Action::Demand { .. } | Action::Respond { .. }) {
            assert!(answer.instead.len() > 3, "{act:?}");
        }
    }
}

#[test]
fn what_was_answered_before_a_stop_is_kept_and_gone_on_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("save.toml");
    let (_, deck) = decks().remove(0);
    let mut table = Table::create(deck, &bots("greedy", "cautious", 5), &path, &stamp(0)).unwrap();
    for _ in 0..9 {
        goes_on(&mut table);
    }
    let inquiry = Inquiry::new(&table, None, 3).unwrap();
    let all = inquiry.answer(&Known::default(), GO_ON).unwrap();
    let stop_at = |last: usize| {
        move |done: usize, _: usize| {
            if done < last {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        }
    };
    let broken_off = inquiry.answer(&Known::of(&table), &stop_at(4)).unwrap_err();
    assert_eq!(broken_off.answered[..], all[..4]);
    Known::keep(&table, &inquiry, &broken_off.answered).unwrap();
    let known = Known::of(&table);
    assert!(!known.holds(&inquiry));
    let gone_on = inquiry.answer(&known, &stop_at(6)).unwrap_err();
    assert_eq!(
        gone_on.answered[..],
        all[..6],
        "the first four were not asked again"
    );
}
