//! What of the room around the game goes into the digest.

use std::collections::BTreeMap;

use super::sum::{ContentHash, Sum, by_word};
use crate::engine::holder::Holder;
use crate::engine::options::AdjudicationMode;
use crate::engine::room::Room;
use crate::engine::room::argument::{Argument, Provisional};
use crate::engine::room::clock::{Clock, ClockOf, Pause};
use crate::engine::room::people::{Estimate, Participant, Poll};
use crate::engine::seat::Seat;
use crate::model::choice::Response;
use crate::model::side::Side;

by_word!(AdjudicationMode, ClockOf, Seat, Side);

impl ContentHash for Room {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            started,
            rehearsing,
            pause,
            clocks,
            holders,
            back,
            plan,
            arguments,
            provisional,
            participants,
            polls,
            announcement,
            adjudication,
            answers,
        } = self;
        sum.field("started", started);
        sum.field("rehearsing", rehearsing);
        sum.field("pause", pause);
        sum.field("clocks", clocks);
        sum.field("holders", holders);
        sum.field("back", back);
        sum.field("plan", plan);
        sum.field("arguments", arguments);
        sum.field("provisional", provisional);
        sum.field("participants", participants);
        sum.field("polls", polls);
        sum.field("announcement", announcement);
        sum.field("adjudication", adjudication);
        sum.field("answers", &ByWord(Response::ALL, Response::word, answers));
        sum.end();
    }
}

impl ContentHash for BTreeMap<Seat, Holder> {
    fn add_to(&self, sum: &mut Sum) {
        sum.fields(
            self.iter()
                .map(|(seat, holder)| (seat.word(), Some(holder))),
        );
    }
}

impl ContentHash for BTreeMap<Seat, u32> {
    fn add_to(&self, sum: &mut Sum) {
        sum.fields(self.iter().map(|(seat, back)| (seat.word(), Some(*back))));
    }
}

impl ContentHash for Holder {
    fn add_to(&self, sum: &mut Sum) {
        self.to_string().add_to(sum);
    }
}

/// A list with one place for each of some words.
struct ByWord<'a, K, T>(&'a [K], fn(K) -> &'static str, &'a [T]);

impl<K: Copy, T: ContentHash> ContentHash for ByWord<'_, K, T> {
    fn add_to(&self, sum: &mut Sum) {
        let Self(keys, word, values) = self;
        sum.fields(keys.iter().map(|key| word(*key)).zip(*values));
    }
}

impl ContentHash for Pause {
    fn add_to(&self, sum: &mut Sum) {
        let Self { reflection } = self;
        sum.field("reflection", reflection);
        sum.end();
    }
}

impl ContentHash for Clock {
    fn add_to(&self, sum: &mut Sum) {
        let Self { of, seconds, hard } = self;
        sum.field("of", of);
        sum.field("seconds", seconds);
        sum.field("hard", hard);
        sum.end();
    }
}

impl ContentHash for Argument {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            helps,
            text,
            strong,
        } = self;
        sum.field("helps", helps);
        sum.field("text", text);
        sum.field("strong", strong);
        sum.end();
    }
}

impl ContentHash for Provisional {
    fn add_to(&self, sum: &mut Sum) {
        let Self { move_number, place } = self;
        sum.field("move", move_number);
        sum.field("place", place);
        sum.end();
    }
}

impl ContentHash for Participant {
    fn add_to(&self, sum: &mut Sum) {
        let Self { name, seat } = self;
        sum.field("name", name);
        sum.field("seat", seat);
        sum.end();
    }
}

impl ContentHash for Estimate {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            name,
            seat,
            percent,
        } = self;
        sum.field("name", name);
        sum.field("seat", seat);
        sum.field("percent", percent);
        sum.end();
    }
}

impl ContentHash for Poll {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            id,
            question,
            resolution,
            estimates,
            revealed,
            happened,
            rehearsed,
        } = self;
        sum.field("id", id);
        sum.field("question", question);
        sum.field("resolution", resolution);
        sum.field("estimates", estimates);
        sum.field("revealed", revealed);
        sum.field("happened", happened);
        sum.field("rehearsed", rehearsed);
        sum.end();
    }
}
