//! What of the game goes into the digest.

use super::sum::{ContentHash, Sum, by_word};
use crate::engine::phase::Phase;
use crate::engine::state::{Sealed, State, Tabled};
use crate::model::choice::{
    Band, Demand, Ending, FollowUp, Inducement, Intensity, Offer, Reply, Response, Step,
};
use crate::model::crisis::Clocks;
use crate::model::current::{Exchange, LastAnswer, Memory, Move};
use crate::model::ending::Outcome;
use crate::model::europe::{Europe, Taken};
use crate::model::game::Game;
use crate::model::inject::EventPile;
use crate::model::menu::Menu;
use crate::model::place::{AskAt, At as _, CardAt, DomainAt, EventAt, MeasureAt};
use crate::model::side::BySide;

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
            crisis_acts,
            tabled,
            sealed,
            room,
            set_aside,
        } = self;
        sum.field("game", game);
        sum.field("phase", phase);
        sum.field("crisis-acts", crisis_acts);
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
            progress,
            clocks,
            europe,
            market_discount,
            offer_wait,
            seed,
            move_index,
            place,
            events,
            effort,
            menu,
            limit,
            current,
            memory,
            path,
            last_move,
            length,
            outcome,
        } = self;
        sum.field("position", position);
        sum.field("progress", progress);
        sum.field("clocks", clocks);
        sum.field("europe", europe);
        sum.field("market-discount", market_discount);
        sum.field("offer-wait", offer_wait);
        sum.field("seed", seed);
        sum.field("move", move_index);
        sum.field("place", place);
        sum.field("events", events);
        sum.field("effort", effort);
        sum.field("menu", menu);
        sum.field("limit", limit);
        sum.field("current", current);
        sum.field("memory", memory);
        sum.field("path", path);
        sum.field("last-move", last_move);
        sum.field("length", length);
        sum.field("outcome", outcome);
        sum.end();
    }
}

impl ContentHash for Clocks {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            in_crisis,
            crisis,
            capture,
        } = self;
        sum.field("in-crisis", in_crisis);
        sum.field("crisis", crisis);
        sum.field("capture", capture);
        sum.end();
    }
}

impl ContentHash for Europe {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            compliance,
            compliance_known,
            plans,
        } = self;
        sum.field("compliance", compliance);
        sum.field("compliance-known", compliance_known);
        let made = Ending::ALL.iter().map(|ending| ending.word()).zip(plans);
        sum.nested("plans", |sum| sum.fields(made));
        sum.end();
    }
}

impl ContentHash for EventPile {
    fn add_to(&self, sum: &mut Sum) {
        let Self { entries } = self;
        entries.add_to(sum);
    }
}

impl ContentHash for Menu {
    fn add_to(&self, sum: &mut Sum) {
        // The memory of the last shuffle is no part of the game.
        let cards = self.cards();
        cards.add_to(sum);
    }
}

impl ContentHash for Move {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            entry,
            measure,
            acts,
            offer,
            taken_up,
            delivered,
            exchanges,
        } = self;
        sum.field("entry", entry);
        sum.field("measure", measure);
        sum.field("acts", acts);
        sum.field("offer", offer);
        sum.field("taken-up", taken_up);
        sum.field("delivered", delivered);
        sum.field("exchanges", exchanges);
        sum.end();
    }
}

impl ContentHash for Taken {
    fn add_to(&self, sum: &mut Sum) {
        let Self { step, roll, band } = self;
        sum.field("step", step);
        sum.field("roll", roll);
        sum.field("band", band);
        sum.end();
    }
}

impl ContentHash for Step {
    fn add_to(&self, sum: &mut Sum) {
        let Self { measure, in_secret } = self;
        sum.field("measure", measure);
        sum.field("in-secret", in_secret);
        sum.end();
    }
}

impl ContentHash for Offer {
    fn add_to(&self, sum: &mut Sum) {
        let Self { card, ask } = self;
        sum.field("card", card);
        sum.field("ask", ask);
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
        let Self { response, instead } = self;
        sum.field("response", response);
        sum.field("instead", instead);
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
            delivered,
            follow_up,
            crossed,
        } = self;
        sum.field("demand", demand);
        sum.field("reply", reply);
        sum.field("modifier", modifier);
        sum.field("roll", roll);
        sum.field("arguments", arguments);
        sum.field("band", band);
        sum.field("delivered", delivered);
        sum.field("follow-up", follow_up);
        sum.field("crossed", crossed);
        sum.end();
    }
}

impl ContentHash for Memory {
    fn add_to(&self, sum: &mut Sum) {
        let Self { answer, follow_up } = self;
        sum.field("answer", answer);
        sum.field("follow-up", follow_up);
        sum.end();
    }
}

impl ContentHash for LastAnswer {
    fn add_to(&self, sum: &mut Sum) {
        match self {
            Self::InFull => "in-full".add_to(sum),
            Self::InPart => "in-part".add_to(sum),
            Self::Not(intensity) => ("not", intensity).add_to(sum),
        }
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

by_number!(AskAt, CardAt, DomainAt, EventAt, MeasureAt);

impl<T: ContentHash> ContentHash for BySide<T> {
    fn add_to(&self, sum: &mut Sum) {
        let Self { patron, client } = self;
        sum.field("patron", patron);
        sum.field("client", client);
        sum.end();
    }
}

impl ContentHash for Outcome {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            ending,
            patron,
            client,
            europe,
        } = self;
        sum.field("ending", ending);
        sum.field("patron", patron);
        sum.field("client", client);
        sum.field("europe", europe);
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
        sum.field("hashes", hashes);
        sum.field("demand", demand);
        sum.field("response", response);
        sum.end();
    }
}
