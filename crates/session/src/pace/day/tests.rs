//! A day is told as the running order and the pace of the table have it.

use super::*;

/// The time at which every test begins.
const NOW: i64 = 1_000_000;

fn stretch(what: &str, moves: Option<(u32, u32)>, minutes: u32) -> Stretch {
    Stretch {
        begins: 0,
        what: what.to_owned(),
        moves,
        minutes,
    }
}

/// 10 minutes of welcome, 4 moves of 10, a break of 15, 4 moves of 10, 20 minutes of talk: 125 minutes.
fn order() -> Vec<Stretch> {
    vec![
        stretch("welcome", None, 10),
        stretch("", Some((1, 4)), 10),
        stretch("coffee", None, 15),
        stretch("", Some((5, 8)), 10),
        stretch("hot wash", None, 20),
    ]
}

fn spent(move_number: u32, phase: Phase, minutes: i64) -> Spent {
    Spent {
        move_number,
        phase,
        seconds: minutes * 60,
    }
}

fn played(closed: u32, minutes: i64) -> Pace {
    let mut all = vec![spent(1, Phase::Inject, 25)];
    for number in 1..=closed {
        all.push(spent(number, Phase::Demand, minutes / 2));
        all.push(spent(number, Phase::Response, minutes - minutes / 2));
    }
    Pace {
        spent: all,
        moves: (closed, 8),
        ..Pace::default()
    }
}

fn in_minutes(pace: &Pace, order: &[Stretch], minutes: i64) -> Day {
    Day::of(pace, order, NOW, NOW + minutes * 60).unwrap()
}

#[test]
fn before_anything_is_played_the_running_order_tells_how_far_the_time_reaches() {
    let pace = Pace {
        moves: (0, 8),
        ..Pace::default()
    };
    let day = in_minutes(&pace, &order(), 125);
    assert!(day.fits());
    assert_eq!(
        (day.over - NOW, day.reach, day.proposal()),
        (125 * 60, 8, None)
    );
    let short = in_minutes(&pace, &order(), 124);
    assert_eq!((short.reach, short.proposal()), (7, Some(7)));
    // Without its moves behind it, the break is not held.
    assert_eq!(in_minutes(&pace, &order(), 70).reach, 4);
}

#[test]
fn a_slow_table_reaches_fewer_moves_and_what_is_proposed_fits() {
    let pace = played(2, 15);
    // Two more moves of 15, coffee, four of 15, the hot wash: 125 minutes.
    let day = in_minutes(&pace, &order(), 110);
    assert_eq!(day.over - NOW, 125 * 60);
    assert_eq!(day.proposal(), Some(7));
    let shorter = Pace {
        moves: (2, 7),
        ..pace
    };
    assert!(in_minutes(&shorter, &order(), 110).fits());
}

#[test]
fn the_breaks_to_come_are_told_with_their_time_and_those_behind_are_not() {
    let day = in_minutes(&played(3, 10), &order(), 200);
    let told: Vec<_> = day
        .ahead
        .iter()
        .map(|one| {
            let minute = |at: i64| (at - NOW) / 60;
            let what = one.what.as_str();
            (one.moves, what, minute(one.begins), minute(one.ends))
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some((4, 4)), "", 0, 10),
            (None, "coffee", 10, 25),
            (Some((5, 8)), "", 25, 65),
            (None, "hot wash", 65, 85),
        ]
    );
    let later = in_minutes(&played(5, 10), &order(), 200);
    assert!(later.ahead.iter().all(|one| one.what != "coffee"));
}

#[test]
fn the_move_that_is_played_counts_with_what_is_left_of_it_and_is_never_proposed_away() {
    let mut pace = played(3, 10);
    pace.spent.push(spent(4, Phase::Demand, 6));
    let day = in_minutes(&pace, &order(), 200);
    assert_eq!(day.ahead[0].ends - NOW, 4 * 60);
    let late = in_minutes(&pace, &order(), 1);
    assert_eq!((late.reach, late.proposal()), (3, Some(4)));
}

#[test]
fn without_a_running_order_nothing_is_foretold_before_a_move_is_closed() {
    assert_eq!(Day::of(&played(0, 0), &[], NOW, NOW + 60), None);
    let day = in_minutes(&played(2, 12), &[], 60);
    assert_eq!(day.over - NOW, 6 * 12 * 60);
    assert_eq!(day.proposal(), Some(7));
}

#[test]
fn each_phase_has_its_share_of_what_is_left() {
    let day = in_minutes(&played(2, 15), &order(), 80);
    // 45 minutes are free for what would take 90 at this pace.
    let told: Vec<(Phase, i64, i64)> = day
        .shares
        .iter()
        .map(|share| (share.phase, share.took, share.has))
        .collect();
    assert_eq!(
        told,
        [
            (Phase::Demand, 7 * 60, 7 * 30),
            (Phase::Response, 8 * 60, 8 * 30),
        ]
    );
}

#[test]
fn turn_zero_has_no_day() {
    let pace = Pace {
        moves: (0, 0),
        ..played(0, 0)
    };
    assert_eq!(Day::of(&pace, &order(), NOW, NOW + 60), None);
}
