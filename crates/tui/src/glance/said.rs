//! What was said to the whole room and still holds: the announcement, and why play is paused.

use crate::glance::Glance;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_session::sight::Seen;

/// A pause, as the room is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Whether it is for reflection.
    pub reflection: bool,
    /// Why, or the question to think about; may be empty.
    pub words: String,
    /// When it began, as RFC 3339 text.
    pub since: String,
    /// The seconds that it is to last, where that was said.
    pub seconds: Option<u32>,
}

/// What holds of the words to the room, after some entries of a move.
#[derive(Debug, Default)]
struct Said {
    pause: Option<Stopped>,
    announced: Option<Announced>,
}

#[derive(Debug)]
struct Announced {
    number: EntryNumber,
    text: String,
    /// Whether it was made in a pause: it ends with that.
    in_pause: bool,
}

impl Said {
    fn of(entries: &[Seen]) -> Self {
        let mut said = Self::default();
        for seen in entries {
            said.take(seen);
        }
        said
    }

    fn take(&mut self, seen: &Seen) {
        match &seen.act {
            Some(Action::Announce { text }) => {
                let text = plain(text.trim());
                self.announced = (!text.is_empty()).then_some(Announced {
                    number: seen.number,
                    text,
                    in_pause: self.pause.is_some(),
                });
            }
            Some(Action::Pause {
                reflection,
                reason,
                seconds,
            }) => {
                self.pause = Some(Stopped {
                    reflection: *reflection,
                    words: plain(reason.as_deref().unwrap_or_default()),
                    since: seen.at.clone(),
                    seconds: *seconds,
                });
            }
            Some(Action::GoOn) => {
                self.pause = None;
                self.announced.take_if(|announced| announced.in_pause);
            }
            Some(Action::StartEx) => self.announced = None,
            _ => {}
        }
        let closes = |fact: &Fact| matches!(fact, Fact::MoveClosed | Fact::Ended(_));
        if seen.facts.iter().any(closes) {
            *self = Self::default();
        }
    }
}

impl Glance<'_> {
    fn said(&self) -> Said {
        Said::of(&self.place.of_move(self.view.move_number))
    }

    /// The line to the whole room, with its entry. It ends with the pause in which it was made, or with the move.
    pub fn announced(&self) -> Option<(EntryNumber, String)> {
        self.view.room.announcement.as_ref()?;
        let announced = self.said().announced?;
        Some((announced.number, announced.text))
    }

    /// The pause, where play is paused.
    pub fn stopped(&self) -> Option<Stopped> {
        let pause = self.view.room.pause?;
        let said = self.said().pause;
        Some(said.unwrap_or(Stopped {
            reflection: pause.reflection,
            words: String::new(),
            since: String::new(),
            seconds: None,
        }))
    }
}
