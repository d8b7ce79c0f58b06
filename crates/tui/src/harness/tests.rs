//! Sessions of three seats by keys alone: Europe, offers, acts in a crisis, and what the white cell rules of them.

use std::collections::BTreeSet;

use super::Play;
use crate::goal::Goal;
use unequal_core::deck::{Deck, shipped};
use unequal_core::engine::action::Kind;
use unequal_core::engine::holder::{Holder, Holders};
use unequal_core::engine::options::{AdjudicationMode, Options};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::{Place, Setup};

/// The main deck with other numbers in the place of its own.
fn deck(numbers: &[(&str, &str)]) -> Deck {
    let shipped = &shipped()[0];
    let mut text = shipped.text.to_owned();
    for (own, other) in numbers {
        assert!(text.contains(own), "{own}");
        text = text.replacen(own, other, 1);
    }
    Deck::from_text(shipped.id, &text).unwrap()
}

fn setup(adjudication: AdjudicationMode) -> Setup {
    Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        options: Options {
            adjudication,
            ..Options::default()
        },
        moves: Some(4),
        moves_spread: Some(0),
        ..Setup::of_people("Table 3", 7)
    }
}

/// The key that leads on from a screen: what its footer names first.
fn way_on(screen: &str) -> &'static str {
    let footer = screen.lines().last().unwrap_or_default();
    if footer.contains("^S") {
        "<c-s>"
    } else {
        "<enter>"
    }
}

/// Presses the keys that lead on until something holds.
fn until(play: &mut Play, holds: impl Fn(&Play) -> bool) {
    for _ in 0..400 {
        if holds(play) {
            return;
        }
        let screen = play.screen();
        match &play.stack.sitting.notice {
            Some(notice) if notice.text.contains("effort") => play.keys("1<enter>"),
            _ => play.keys(way_on(&screen)),
        };
    }
    panic!("it leads nowhere:\n{}", play.screen());
}

fn is_at(phase: Phase, seat: Seat) -> impl Fn(&Play) -> bool {
    move |play: &Play| {
        let sitting = &play.stack.sitting;
        let bare = play.stack.bare_screen() == Some(Goal::Board);
        let view = sitting.place.as_ref().map(Place::view);
        bare && sitting.seat == Some(seat) && view.is_some_and(|view| view.phase == phase)
    }
}

/// The numbers of a deck whose sessions are in a crisis from their second move on.
const NEAR_A_CRISIS: [(&str, &str); 3] = [
    ("\nstability = 64\n", "\nstability = 34\n"),
    ("\nbase = 47\n", "\nbase = 10\n"),
    ("\nbreak_moves = 3\n", "\nbreak_moves = 12\n"),
];

#[test]
fn three_seats_of_people_play_to_the_end_by_the_keys_of_the_footer_and_each_is_called_by_its_name()
{
    let rigid = setup(AdjudicationMode::Rigid);
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        let mut play = Play::with_deck(deck(&[]), &rigid)
            .unwrap()
            .sized(columns, rows);
        let mut called = BTreeSet::new();
        for _ in 0..2000 {
            match play.stack.bare_screen() {
                Some(Goal::End) => break,
                Some(Goal::Curtain(seat)) => {
                    let name = play.table().deck().text.seat_name(seat).to_uppercase();
                    let screen = play.screen();
                    assert!(screen.contains(&name), "{screen}");
                    called.insert(seat);
                }
                _ => {}
            }
            let screen = play.screen();
            match &play.stack.sitting.notice {
                Some(notice) if notice.text.contains("effort") => play.keys("1<enter>"),
                _ => play.keys(way_on(&screen)),
            };
        }
        assert_eq!(
            play.stack.bare_screen(),
            Some(Goal::End),
            "{}",
            play.screen()
        );
        assert_eq!(called, BTreeSet::from(Seat::PLAYING));
        let table = play.table();
        let kinds: Vec<Kind> = table.moments().iter().map(|m| m.entry.act.kind()).collect();
        for kind in [Kind::Measure, Kind::Offer, Kind::TakeUp] {
            assert!(kinds.contains(&kind), "{kind:?} in {kinds:?}");
        }
    }
}

#[test]
fn in_a_crisis_neither_side_sees_what_the_other_decides_before_both_have() {
    let deck = deck(&NEAR_A_CRISIS);
    let mut play = Play::with_deck(deck, &setup(AdjudicationMode::Rigid)).unwrap();
    until(&mut play, is_at(Phase::Crisis, Seat::Patron));
    let acts = |play: &Play| {
        let kinds = play
            .table()
            .moments()
            .iter()
            .map(|m| m.entry.act.kind())
            .collect::<Vec<_>>();
        kinds
            .into_iter()
            .filter(|kind| *kind == Kind::CrisisAct)
            .count()
    };
    play.keys("1<enter>because of the border<c-s>");
    assert_eq!(acts(&play), 1, "{}", play.screen());
    assert_eq!(play.stack.bare_screen(), Some(Goal::Curtain(Seat::Client)));
    until(&mut play, is_at(Phase::Crisis, Seat::Client));
    for keys in ["", "<tab>", "<tab>", "<tab>", "<tab>", "<tab>", "r"] {
        let screen = play.keys(keys).screen();
        assert!(!screen.contains("because of the border"), "{screen}");
        assert!(!screen.contains("China: Step back"), "{screen}");
    }
    play.keys("<esc><esc>2<enter><c-s>");
    assert_eq!(acts(&play), 2, "{}", play.screen());
    let screen = play.screen();
    assert!(screen.contains("China: Step back"), "{screen}");
    assert!(screen.contains("Russia stands where it stands"), "{screen}");
}

#[test]
fn the_white_cell_overrules_a_measure_a_crisis_act_and_an_offer_by_keys() {
    let deck = deck(&NEAR_A_CRISIS);
    let mut play = Play::with_deck(deck, &setup(AdjudicationMode::SemiRigid)).unwrap();
    until(&mut play, is_at(Phase::Europe, Seat::Europe));
    play.keys("W<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    play.keys(":set the measure<enter><right><tab>the members were not asked<c-s>");
    let last = |play: &Play| {
        let table = play.table();
        table.moments().last().map(|moment| moment.entry.act.kind())
    };
    assert_eq!(last(&play), Some(Kind::SetMeasure), "{}", play.screen());
    play.keys("<enter>");
    if is_at(Phase::Crisis, Seat::WhiteCell)(&play) {
        for side in ["China", "Russia"] {
            play.keys(":set a crisis act<enter><tab>the envoy has said so<c-s>");
            assert_eq!(
                last(&play),
                Some(Kind::SetCrisisAct),
                "{side}: {}",
                play.screen()
            );
            play.keys("<enter>");
        }
    }
    until(&mut play, is_at(Phase::Demand, Seat::Patron));
    assert!(
        play.table().view(Seat::Patron).offer_waits,
        "{}",
        play.screen()
    );
    play.keys("W<enter>:veto the offer<enter>it was not cleared<c-s>");
    assert_eq!(last(&play), Some(Kind::VetoOffer), "{}", play.screen());
    assert!(!play.table().view(Seat::Patron).offer_waits);
}

#[test]
fn signposts_stand_beside_the_curve_and_all_of_them_are_read_with_one_key() {
    let mut play = Play::with_deck(deck(&[]), &setup(AdjudicationMode::Rigid)).unwrap();
    until(&mut play, is_at(Phase::Europe, Seat::Europe));
    for (columns, rows) in [(80, 24), (120, 36), (170, 45)] {
        let screen = play.resize(columns, rows).screen();
        assert!(screen.contains("anger is heading for"), "{screen}");
    }
    let screen = play.keys("S").screen();
    for words in [
        "The break",
        "Capture",
        "Anger",
        "What can still be given",
        "Plans",
    ] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}
