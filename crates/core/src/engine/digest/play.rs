//! What of the game goes into the digest.

use super::sum::{ContentHash, Sum, by_word};
use crate::engine::at::{At as _, CardAt, DomainAt, EventAt};
use crate::engine::choice::{Band, Ending, FollowUp, Inducement, Intensity, Response};
use crate::engine::game::{Exchange, Game, Memory};
use crate::engine::phase::Phase;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::resolve::ending::{Clocks, Outcome};
use crate::engine::state::{Sealed, State, Tabled};

by_word!(
    Band, Ending, FollowUp, Inducement, Intensity, Phase, Response
);

impl ContentHash for State {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            game,
            phase,
            // Fixed at STARTEX, and in the header.
            options: _,
            tabled,
            sealed,
            room,
            set_aside,
        } = self;
        sum.field("game", game);
        sum.field("phase", phase);
        sum.field("tabled", tabled);
        sum.field("sealed", sealed);
        sum.field("room", &**room);
        sum.field("set-aside", set_aside);
        sum.end();
    }
}

impl ContentHash for Game {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            position,
            seed,
            move_index,
            slot,
            hand,
            pile,
            discard,
            cycle,
            events,
            drawn,
            effort,
            clocks,
            last_move,
            length,
            tabled,
            exchanges,
            memory,
            path,
            outcome,
        } = self;
        sum.field("position", position);
        sum.field("seed", seed);
        sum.field("move", move_index);
        sum.field("slot", slot);
        sum.field("hand", hand);
        sum.field("pile", pile);
        sum.field("discard", discard);
        sum.field("cycle", cycle);
        sum.field("events", events);
        sum.field("drawn", drawn);
        sum.field("effort", effort);
        sum.field("clocks", clocks);
        sum.field("last-move", last_move);
        sum.field("length", length);
        sum.field("tabled", tabled);
        sum.field("exchanges", exchanges);
        sum.field("memory", memory);
        sum.field("path", path);
        sum.field("outcome", outcome);
        sum.end();
    }
}

impl ContentHash for Clocks {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            in_crisis,
            crisis,
            vassalage,
        } = self;
        sum.field("in-crisis", in_crisis);
        sum.field("crisis", crisis);
        sum.field("vassalage", vassalage);
        sum.end();
    }
}

impl ContentHash for Demand {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            card,
            intensity,
            inducement,
        } = self;
        sum.field("card", card);
        sum.field("intensity", intensity);
        sum.field("inducement", inducement);
        sum.end();
    }
}

impl ContentHash for Reply {
    fn add_to(&self, sum: &mut Sum) {
        let Self { response, to } = self;
        sum.field("response", response);
        sum.field("to", to);
        sum.end();
    }
}

impl ContentHash for Exchange {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            demand,
            reply,
            modifier,
            roll,
            arguments,
            band,
            offer,
            follow_up,
            crossed,
        } = self;
        sum.field("demand", demand);
        sum.field("reply", reply);
        sum.field("modifier", modifier);
        sum.field("roll", roll);
        sum.field("arguments", arguments);
        sum.field("band", band);
        sum.field("offer", offer);
        sum.field("follow-up", follow_up);
        sum.field("crossed", crossed);
        sum.end();
    }
}

impl ContentHash for Memory {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            last,
            follow_up,
            held,
        } = self;
        sum.field("last", last);
        sum.field("follow-up", follow_up);
        sum.field("held", held);
        sum.end();
    }
}

/// Places go in as their numbers.
macro_rules! by_number {
    ($($name:ty),+ $(,)?) => {
        $(impl ContentHash for $name {
            fn add_to(&self, sum: &mut Sum) {
                self.index().add_to(sum);
            }
        })+
    };
}

by_number!(CardAt, DomainAt, EventAt);

impl ContentHash for Outcome {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            ending,
            aims,
            observer,
        } = self;
        sum.field("ending", ending);
        for (side, aim) in aims.iter() {
            sum.field(side.word(), aim);
        }
        sum.field("observer", observer);
        sum.end();
    }
}

impl ContentHash for Tabled {
    fn add_to(&self, sum: &mut Sum) {
        let Self { demand, reply, ask } = self;
        sum.field("demand", demand);
        sum.field("reply", reply);
        sum.field("ask", ask);
        sum.end();
    }
}

impl ContentHash for Sealed {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            hashes,
            demand,
            response,
        } = self;
        for (side, hash) in hashes.iter() {
            sum.field(side.word(), hash);
        }
        sum.field("demand", demand);
        sum.field("response", response);
        sum.end();
    }
}
