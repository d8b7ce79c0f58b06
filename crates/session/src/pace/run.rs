//! The clocks run through a session, entry by entry.

use serde::Serialize;

use crate::clock::seconds;
use crate::pace::beat::{Beat, Stand, Touch};
use crate::pace::stand::{AgainstPlan, Pace, Paused, Reading, Spent};
use unequal_core::engine::room::clock::{Clock, ClockOf};

/// What the clocks have counted at a place of the line of play; an undo goes back to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
struct Counts {
    /// Seconds of each clock but the session's, in this phase.
    used: [i64; 4],
    /// Seconds that were added to each clock.
    more: [i64; 5],
    /// Which clocks are on the record as run out.
    told: [bool; 5],
    /// Seconds of this phase since it began, whatever became of its clock.
    phase: i64,
    /// What the room had counted when the session's clock was set: played, planned.
    session_from: (i64, i64),
    /// Moves that were closed then.
    moves_from: u32,
}

/// What the clocks have counted up to an entry: all that is needed to tell how they stand at any moment
/// after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    last: Option<Beat>,
    counts: Counts,
    /// The room's own time, which no undo gives back: seconds played, and seconds of the plan.
    room: (i64, i64),
    /// Seconds of the present pause.
    paused: i64,
    /// How long it is to last, where that was said.
    stops_for: Option<u32>,
    /// What the phases of the moves have taken, which no undo gives back either.
    spent: Vec<Spent>,
}

/// The clocks that begin anew with each phase.
const SHORT: [ClockOf; 4] = [
    ClockOf::Phase,
    ClockOf::Patron,
    ClockOf::Client,
    ClockOf::Europe,
];

/// Whether a clock runs as long as this stands.
fn runs(of: ClockOf, stand: &Stand) -> bool {
    stand.is_played() && of.seat().is_none_or(|seat| stand.waits_for(seat))
}

/// Adds seconds to the phase that stands.
fn spend(spent: &mut Vec<Spent>, stand: &Stand, seconds: i64) {
    let (move_number, phase) = (stand.place.move_number, stand.place.phase);
    let mut all = spent.iter_mut();
    match all.find(|one| (one.move_number, one.phase) == (move_number, phase)) {
        Some(one) => one.seconds += seconds,
        None => spent.push(Spent {
            move_number,
            phase,
            seconds,
        }),
    }
}

impl Run {
    /// Lets the clocks run through entries, the first of which is STARTEX.
    pub(super) fn through(beats: Vec<Beat>) -> Self {
        let mut run = Self {
            last: None,
            counts: Counts::default(),
            room: (0, 0),
            paused: 0,
            stops_for: None,
            spent: Vec::new(),
        };
        let mut line: Vec<Counts> = Vec::with_capacity(beats.len());
        for beat in beats {
            run.take(beat, &line);
            line.push(run.counts);
        }
        run
    }

    /// How the clocks stand at a moment, given as RFC 3339 text.
    pub fn at(&self, now: &str) -> Pace {
        seconds(now).map_or_else(|| self.at_last(), |now| self.clone().at_second(now))
    }

    /// How they stood at the entry itself: for a record that nobody adds to at present.
    pub fn at_last(&self) -> Pace {
        self.clone().at_second(i64::MIN)
    }

    /// Whether play is paused for a time that was said, so that the pause ends by itself.
    pub const fn ends_by_itself(&self) -> bool {
        self.stops_for.is_some()
    }

    /// The second of the entry, since 1970.
    pub(crate) fn last(&self) -> i64 {
        self.last.as_ref().map_or(0, |last| last.at)
    }

    /// Lets time pass that counts for whatever stands.
    fn pass(&mut self, seconds: i64) {
        let Some(last) = &self.last else {
            return;
        };
        let stand = &last.stand;
        for of in SHORT {
            if runs(of, stand) {
                self.counts.used[of as usize] += seconds;
            }
        }
        if stand.is_played() {
            self.counts.phase += seconds;
            self.room.0 += seconds;
            let counts = stand.moves.1 > 0 && seconds > 0;
            if counts {
                spend(&mut self.spent, stand, seconds);
            }
        }
        if stand.is_planned() {
            self.room.1 += seconds;
        }
        if stand.pause.is_some() {
            self.paused += seconds;
        }
    }

    fn take(&mut self, beat: Beat, line: &[Counts]) {
        let since = self.last.as_ref().map(|last| last.at);
        if let Some(since) = since.filter(|_| beat.touch != Touch::Again) {
            self.pass((beat.at - since).max(0));
        }
        let before = self.last.as_ref().map(|last| &last.stand);
        if beat.stand.pause != before.and_then(|before| before.pause) {
            self.paused = 0;
            self.stops_for = match beat.touch {
                Touch::Stopped(seconds) => seconds,
                _ => None,
            };
        }
        if before.is_some_and(|before| before.place != beat.stand.place) {
            let Counts { more, told, .. } = self.counts;
            self.counts = Counts {
                used: [0; 4],
                more: [0, 0, 0, 0, more[4]],
                told: [false, false, false, false, told[4]],
                phase: 0,
                ..self.counts
            };
        }
        match beat.touch {
            Touch::Back(to) => {
                if let Some(then) = line.get(to) {
                    self.counts = *then;
                }
            }
            Touch::Set(of) => {
                self.counts.more[of as usize] = 0;
                self.counts.told[of as usize] = false;
                if let Some(used) = self.counts.used.get_mut(of as usize) {
                    *used = 0;
                } else {
                    self.counts.session_from = self.room;
                    self.counts.moves_from = beat.stand.moves.0;
                }
            }
            Touch::More(of, seconds) => {
                self.counts.more[of as usize] += i64::from(seconds);
                self.counts.told[of as usize] = false;
            }
            Touch::Out(of) => self.counts.told[of as usize] = true,
            Touch::None | Touch::Again | Touch::Stopped(_) => {}
        }
        self.last = Some(beat);
    }

    /// How everything stands at a moment not before the last entry.
    pub(super) fn at_second(mut self, now: i64) -> Pace {
        self.pass(now.saturating_sub(self.last()).max(0));
        let Some(last) = &self.last else {
            return Pace::default();
        };
        let stand = &last.stand;
        Pace {
            clocks: stand
                .clocks
                .iter()
                .map(|clock| self.reading(*clock, stand))
                .collect(),
            paused: stand.pause.map(|pause| Paused {
                pause,
                seconds: self.paused,
                lasts: self.stops_for.map(i64::from),
            }),
            phase: self.counts.phase,
            plan: self.against_plan(stand),
            moves: stand.moves,
            spent: self.spent,
        }
    }

    fn reading(&self, clock: Clock, stand: &Stand) -> Reading {
        let at = clock.of as usize;
        let used = self.counts.used.get(at).copied();
        Reading {
            clock,
            limit: i64::from(clock.seconds) + self.counts.more[at],
            used: used.unwrap_or(self.room.0 - self.counts.session_from.0),
            runs: runs(clock.of, stand),
            told: self.counts.told[at],
        }
    }

    /// Where play is against the session's clock, shared out among the moves that were to come when
    /// it was set.
    fn against_plan(&self, stand: &Stand) -> Option<AgainstPlan> {
        let clock = stand
            .clocks
            .iter()
            .find(|clock| clock.of == ClockOf::Session)?;
        let limit = self.reading(*clock, stand).limit;
        let (closed, planned) = stand.moves;
        let shares = i64::from(planned.checked_sub(self.counts.moves_from)?);
        let done = i64::from(closed.checked_sub(self.counts.moves_from)?);
        if shares == 0 {
            return None;
        }
        let elapsed = self.room.1 - self.counts.session_from.1;
        let begins = limit * done / shares;
        let ends = limit * (done + 1).min(shares) / shares;
        Some(if elapsed > ends {
            AgainstPlan::Behind(elapsed - ends)
        } else if elapsed < begins {
            AgainstPlan::Ahead(begins - elapsed)
        } else {
            AgainstPlan::OnPace
        })
    }
}
