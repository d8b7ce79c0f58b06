//! The clocks are right whatever happens to the session: pauses, undo, breaks of hours, notes in between.

use proptest::prelude::*;

use super::beat::{Beat, Place, Stand, Touch};
use super::run::Run;
use super::{AgainstPlan, Pace};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::{Clock, ClockOf, Pause};
use unequal_core::engine::seat::Seat;

/// A session as the clocks see it, built entry by entry.
#[derive(Clone, Debug)]
struct Line {
    beats: Vec<Beat>,
}

/// The phases of a move, in turn.
const ROUND: [Phase; 5] = [
    Phase::Inject,
    Phase::Demand,
    Phase::Response,
    Phase::Ruling,
    Phase::FollowUp,
];

impl Line {
    fn begin(moves: u32) -> Self {
        let stand = Stand {
            place: Place {
                move_number: 1,
                phase: Phase::Inject,
                demand: 0,
            },
            waits: vec![Seat::WhiteCell],
            pause: None,
            clocks: Vec::new(),
            moves: (0, moves),
        };
        Self {
            beats: vec![Beat {
                at: 0,
                touch: Touch::None,
                stand,
            }],
        }
    }

    fn last(&self) -> &Beat {
        self.beats.last().unwrap()
    }

    fn add(&mut self, after: i64, touch: Touch, change: impl FnOnce(&mut Stand)) -> &mut Self {
        let mut stand = self.last().stand.clone();
        change(&mut stand);
        let at = self.last().at + after;
        self.beats.push(Beat { at, touch, stand });
        self
    }

    fn set(&mut self, after: i64, of: ClockOf, seconds: u32) -> &mut Self {
        self.add(after, Touch::Set(of), |stand| {
            stand.clocks.retain(|clock| clock.of != of);
            stand.clocks.push(Clock {
                of,
                seconds,
                hard: false,
            });
        })
    }

    fn play(&mut self, after: i64) -> &mut Self {
        self.add(after, Touch::None, |stand| {
            let now = ROUND.iter().position(|phase| *phase == stand.place.phase);
            let next = (now.unwrap() + 1) % ROUND.len();
            if next == 0 {
                stand.moves.0 += 1;
                stand.place.move_number += 1;
            }
            stand.place.phase = ROUND[next];
            stand.waits = ROUND[next].waits_for().to_vec();
        })
    }

    fn pause(&mut self, after: i64, reflection: bool) -> &mut Self {
        self.add(after, Touch::None, |stand| {
            stand.pause = Some(Pause { reflection });
        })
    }

    fn go_on(&mut self, after: i64) -> &mut Self {
        self.add(after, Touch::None, |stand| stand.pause = None)
    }

    fn back(&mut self, after: i64, to: usize) -> &mut Self {
        let then = self.beats[to].stand.clone();
        self.add(after, Touch::Back(to), |stand| *stand = then)
    }

    fn at(&self, later: i64) -> Pace {
        Run::through(self.beats.clone()).at_second(self.last().at + later)
    }

    fn left(&self, later: i64, of: ClockOf) -> i64 {
        self.at(later).clock(of).unwrap().left()
    }
}

#[test]
fn the_clock_of_the_phase_begins_anew_with_each_phase_and_when_it_is_set() {
    let mut line = Line::begin(8);
    line.set(10, ClockOf::Phase, 300);
    assert_eq!(line.left(20, ClockOf::Phase), 280);
    line.play(30);
    assert_eq!(line.left(7, ClockOf::Phase), 293);
    line.set(100, ClockOf::Phase, 60);
    assert_eq!(line.left(61, ClockOf::Phase), -1);
    line.play(90);
    assert_eq!(line.left(0, ClockOf::Phase), 60);
}

#[test]
fn a_side_uses_its_clock_only_while_it_is_waited_for() {
    let mut line = Line::begin(8);
    line.set(0, ClockOf::Client, 120).play(5);
    assert_eq!(line.left(50, ClockOf::Client), 120);
    assert!(!line.at(0).clock(ClockOf::Client).unwrap().runs);
    line.play(50);
    assert_eq!(line.left(45, ClockOf::Client), 75);
    assert!(line.at(0).clock(ClockOf::Client).unwrap().runs);
}

#[test]
fn europe_has_a_clock_of_its_own() {
    let mut line = Line::begin(8);
    line.set(0, ClockOf::Europe, 90);
    assert_eq!(line.left(40, ClockOf::Europe), 90);
    line.add(40, Touch::None, |stand| {
        stand.place.phase = Phase::Europe;
        stand.waits = vec![Seat::Europe];
    });
    assert_eq!(line.left(25, ClockOf::Europe), 65);
    line.add(25, Touch::None, |stand| {
        stand.place.phase = Phase::Demand;
        stand.waits = vec![Seat::Patron];
    });
    assert_eq!(line.left(10, ClockOf::Europe), 90);
}

#[test]
fn more_time_is_for_this_phase_and_for_the_session_to_its_end() {
    let mut line = Line::begin(8);
    line.set(0, ClockOf::Phase, 60)
        .set(0, ClockOf::Session, 600);
    line.add(70, Touch::Out(ClockOf::Phase), |_| {});
    assert!(line.at(0).clock(ClockOf::Phase).unwrap().told);
    line.add(0, Touch::More(ClockOf::Phase, 30), |_| {});
    line.add(0, Touch::More(ClockOf::Session, 100), |_| {});
    let pace = line.at(0);
    let phase = pace.clock(ClockOf::Phase).unwrap();
    assert_eq!((phase.left(), phase.told), (20, false));
    line.play(0);
    assert_eq!(line.left(0, ClockOf::Phase), 60);
    assert_eq!(line.left(0, ClockOf::Session), 630);
}

#[test]
fn play_is_held_against_even_shares_of_the_sessions_clock() {
    let mut line = Line::begin(4);
    assert_eq!(line.at(0).plan, None);
    line.set(0, ClockOf::Session, 400);
    assert_eq!(line.at(100).plan, Some(AgainstPlan::OnPace));
    assert_eq!(line.at(101).plan, Some(AgainstPlan::Behind(1)));
    for _ in ROUND {
        line.play(10);
    }
    assert_eq!(line.at(0).plan, Some(AgainstPlan::Ahead(50)));
    // Reflection is not held against the pace, another pause is.
    line.pause(0, true).go_on(1000);
    assert_eq!(line.at(0).plan, Some(AgainstPlan::Ahead(50)));
    line.pause(0, false).go_on(200);
    assert_eq!(line.at(0).plan, Some(AgainstPlan::Behind(50)));
    assert_eq!(line.left(0, ClockOf::Session), 350);
}

#[test]
fn a_clock_set_in_mid_session_shares_out_the_moves_that_are_left() {
    let mut line = Line::begin(4);
    for _ in 0..2 * ROUND.len() {
        line.play(500);
    }
    line.set(0, ClockOf::Session, 200);
    assert_eq!(line.at(100).plan, Some(AgainstPlan::OnPace));
    assert_eq!(line.at(130).plan, Some(AgainstPlan::Behind(30)));
}

#[test]
fn nothing_runs_after_the_end() {
    let mut line = Line::begin(4);
    line.set(0, ClockOf::Session, 400);
    line.add(30, Touch::None, |stand| stand.place.phase = Phase::Ended);
    assert_eq!(line.left(5000, ClockOf::Session), 370);
    assert!(!line.at(0).is_running());
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Play,
    Set(ClockOf, u32),
    More(ClockOf, u32),
    Pause(bool),
    Back(usize),
    Again,
    Note,
}

fn step() -> impl Strategy<Value = (i64, Step)> {
    let of = prop::sample::select(ClockOf::ALL.to_vec());
    let step = prop_oneof![
        6 => Just(Step::Play),
        2 => (of.clone(), 1_u32..900).prop_map(|(of, seconds)| Step::Set(of, seconds)),
        1 => (of, 1_u32..300).prop_map(|(of, seconds)| Step::More(of, seconds)),
        1 => any::<bool>().prop_map(Step::Pause),
        1 => any::<prop::sample::Index>().prop_map(|at| Step::Back(at.index(1000))),
        1 => Just(Step::Again),
        1 => Just(Step::Note),
    ];
    (0_i64..400, step)
}

fn line(steps: &[(i64, Step)]) -> Line {
    let mut line = Line::begin(6);
    for (after, step) in steps {
        match *step {
            Step::Play => line.play(*after),
            Step::Set(of, seconds) => line.set(*after, of, seconds),
            Step::More(of, seconds) => line.add(*after, Touch::More(of, seconds), |_| {}),
            Step::Pause(_) if line.last().stand.pause.is_some() => line.go_on(*after),
            Step::Pause(reflection) => line.pause(*after, reflection),
            Step::Back(to) => {
                let to = to % line.beats.len();
                line.back(*after, to)
            }
            Step::Again => line.add(*after, Touch::Again, |_| {}),
            Step::Note => line.add(*after, Touch::None, |_| {}),
        };
    }
    line
}

proptest! {
    #[test]
    fn a_pause_never_counts(steps in prop::collection::vec(step(), 0..40), wait in 0_i64..100_000) {
        let mut line = line(&steps);
        if line.last().stand.pause.is_none() {
            let before = line.at(0);
            line.pause(0, true).go_on(wait);
            prop_assert_eq!(line.at(0), before);
        }
    }

    #[test]
    fn a_break_of_hours_before_the_table_comes_together_again_never_counts(
        steps in prop::collection::vec(step(), 0..40), hours in 0_i64..100,
    ) {
        let mut line = line(&steps);
        let before = line.at(0);
        line.add(hours * 3600, Touch::Again, |_| {});
        prop_assert_eq!(line.at(0), before);
    }

    #[test]
    fn an_entry_that_touches_no_clock_changes_nothing(
        steps in prop::collection::vec(step(), 0..40), after in 0_i64..500, later in 0_i64..500,
    ) {
        let mut line = line(&steps);
        let before = line.at(after + later);
        line.add(after, Touch::None, |_| {});
        prop_assert_eq!(line.at(later), before);
    }

    #[test]
    fn an_undo_gives_phase_and_sides_their_time_back_and_never_the_rooms(
        steps in prop::collection::vec(step(), 1..30), more in prop::collection::vec(step(), 0..10),
    ) {
        let there = line(&steps);
        let to = there.beats.len() - 1;
        let then = there.at(0);
        let all: Vec<_> = steps.iter().chain(&more).copied().collect();
        let mut line = line(&all);
        line.back(3, to);
        let now = line.at(0);
        for reading in &then.clocks {
            let again = now.clock(reading.clock.of).unwrap();
            if reading.clock.of == ClockOf::Session {
                prop_assert!(again.used >= reading.used);
            } else {
                prop_assert_eq!(again, reading);
            }
        }
    }

    #[test]
    fn a_clock_that_runs_loses_what_passes_and_no_other_does(
        steps in prop::collection::vec(step(), 0..40), passes in 0_i64..10_000,
    ) {
        let line = line(&steps);
        let (before, after) = (line.at(0), line.at(passes));
        for (before, after) in before.clocks.iter().zip(&after.clocks) {
            let lost = if before.runs { passes } else { 0 };
            prop_assert!(before.used >= 0);
            prop_assert_eq!(before.left() - after.left(), lost);
        }
    }
}
