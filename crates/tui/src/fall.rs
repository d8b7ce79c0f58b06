//! The curtain as it falls: a key that was meant for what lay there before never lifts it.

use std::time::{Duration, Instant};

use crate::goal::Goal;
use crate::key::Input;
use crate::sitting::Fallen;
use crate::stack::Stack;

/// How long no key may come before the curtain takes one: longer than a held key waits before it repeats.
const STILL: Duration = Duration::from_secs(1);

/// The curtain as the loop sees it fall.
#[derive(Debug, Default)]
pub(crate) struct Fall {
    /// The curtain that was down when it was last looked for.
    down: Option<Goal>,
    /// When it fell, or a key came after that; none once it takes keys.
    since: Option<Instant>,
}

impl Fall {
    /// Looks whether the curtain has fallen or may take keys by now; gives whether the screen has to be drawn.
    pub(crate) fn look(&mut self, stack: &mut Stack) -> bool {
        self.look_at(stack, Instant::now())
    }

    fn look_at(&mut self, stack: &mut Stack, now: Instant) -> bool {
        let screen = stack.screen();
        let down = screen.filter(|goal| matches!(goal, Goal::Curtain(_)));
        if down != self.down {
            self.since = down.map(|_| now);
            self.down = down;
        }
        if self.pause_at(now) == Some(Duration::ZERO) {
            self.since = None;
        }
        let fallen = match self.since {
            Some(_) => Fallen::Settles,
            None => Fallen::TakesKeys,
        };
        std::mem::replace(&mut stack.sitting.fallen, fallen) != fallen
    }

    /// Whether an input was meant for what lay there before; the wait begins anew with it. Whoever holds Ctrl means
    /// the program.
    pub(crate) fn swallows(&mut self, stack: &mut Stack, input: &Input) -> bool {
        self.swallows_at(stack, input, Instant::now())
    }

    fn swallows_at(&mut self, stack: &mut Stack, input: &Input, now: Instant) -> bool {
        self.look_at(stack, now);
        let is_meant = match input {
            Input::Key(key) => !key.ctrl,
            Input::Paste(_) | Input::Click(..) => true,
            Input::Wheel(..) | Input::Resize(..) | Input::Tick => false,
        };
        let swallowed = is_meant && self.since.is_some();
        if swallowed {
            self.since = Some(now);
        }
        swallowed
    }

    /// How long it may be until the curtain takes keys; none where it does or is up.
    pub(crate) fn pause(&self) -> Option<Duration> {
        self.pause_at(Instant::now())
    }

    fn pause_at(&self, now: Instant) -> Option<Duration> {
        Some(STILL.saturating_sub(now.duration_since(self.since?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::harness::Play;
    use crate::key::{Code, Key};
    use unequal_core::engine::options::{AdjudicationMode, Options};
    use unequal_session::Setup;

    #[test]
    fn a_held_key_never_lifts_the_curtain_and_one_after_a_pause_does() {
        // Without a white cell the room reads the news, and the client sits down first.
        let options = Options {
            adjudication: AdjudicationMode::Rigid,
            ..Options::default()
        };
        let setup = Setup {
            options,
            ..Setup::of_people("Table 2", 42)
        };
        let mut play = Play::new(&setup).unwrap();
        play.keys("<enter>");
        let enter = Input::Key(Key::plain(Code::Enter));
        let mut now = Instant::now();
        let mut fall = Fall::default();
        assert!(matches!(play.stack.screen(), Some(Goal::Curtain(_))));
        assert!(fall.look_at(&mut play.stack, now));
        assert!(!play.screen().contains("Please sit down"));
        for _ in 0..50 {
            now += Duration::from_millis(400);
            assert!(fall.swallows_at(&mut play.stack, &enter, now));
        }
        assert_eq!(fall.pause_at(now), Some(STILL));
        assert!(!fall.swallows_at(&mut play.stack, &Input::Key(Key::ctrl('c')), now));
        now += STILL;
        assert!(fall.look_at(&mut play.stack, now), "it has to be drawn");
        assert!(play.screen().contains("Please sit down"));
        assert!(!fall.swallows_at(&mut play.stack, &enter, now));
        assert_eq!(fall.pause_at(now), None);
        play.input(enter);
        fall.look_at(&mut play.stack, now);
        assert_eq!(play.stack.sitting.fallen, Fallen::TakesKeys);
    }
}
