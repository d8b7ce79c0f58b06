//! What of plans goes into the digest: those of sealed mode, and the plan of injects.

use super::sum::{ContentHash, Sum};
use crate::engine::action::{
    NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use crate::engine::room::inject::{Due, InjectStatus, News, PlannedInject, WrittenNews};

impl ContentHash for SealedDemand {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            take_up,
            demand,
            if_met,
            if_defied,
        } = self;
        sum.field("take-up", take_up);
        sum.field("demand", demand);
        sum.field("if-met", if_met);
        sum.field("if-defied", if_defied);
        sum.end();
    }
}

impl ContentHash for NamedDemand {
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

impl ContentHash for SealedResponse {
    fn add_to(&self, sum: &mut Sum) {
        let Self { replies } = self;
        sum.field("replies", replies);
        sum.end();
    }
}

impl ContentHash for SealedReplies {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            domain,
            gentle,
            hard,
        } = self;
        sum.field("domain", domain);
        sum.field("gentle", gentle);
        sum.field("hard", hard);
        sum.end();
    }
}

impl ContentHash for SealedReply {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            response,
            instead,
            ask,
            words,
        } = self;
        sum.field("response", response);
        sum.field("instead", instead);
        sum.field("ask", ask);
        sum.field("words", words);
        sum.end();
    }
}

impl ContentHash for PlannedInject {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            id,
            news,
            due,
            expects,
            status,
            reacted,
        } = self;
        sum.field("id", id);
        sum.field("news", news);
        sum.field("due", due);
        sum.field("expects", expects);
        sum.field("status", status);
        sum.field("reacted", reacted);
        sum.end();
    }
}

impl ContentHash for News {
    fn add_to(&self, sum: &mut Sum) {
        match self {
            Self::Event(id) => ("event", id).add_to(sum),
            Self::Written(news) => ("written", news).add_to(sum),
        }
    }
}

impl ContentHash for WrittenNews {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            title,
            text,
            changes,
        } = self;
        sum.field("title", title);
        sum.field("text", text);
        sum.field("changes", changes);
        sum.end();
    }
}

impl ContentHash for Due {
    fn add_to(&self, sum: &mut Sum) {
        match self {
            Self::At { move_number, phase } => {
                "at".add_to(sum);
                sum.field("move", move_number);
                sum.field("phase", phase);
            }
            Self::After { move_number, phase } => {
                "after".add_to(sum);
                sum.field("move", move_number);
                sum.field("phase", phase);
            }
            Self::AtLeast { gauge, value } => {
                "at-least".add_to(sum);
                sum.field("gauge", gauge);
                sum.field("value", value);
            }
            Self::AtMost { gauge, value } => {
                "at-most".add_to(sum);
                sum.field("gauge", gauge);
                sum.field("value", value);
            }
            Self::Responses { response, count } => {
                "responses".add_to(sum);
                sum.field("response", response);
                sum.field("count", count);
            }
            Self::RedLine { domain } => {
                "red-line".add_to(sum);
                sum.field("domain", domain);
            }
            Self::Crisis => "crisis".add_to(sum),
            Self::Called => "called".add_to(sum),
        }
        sum.end();
    }
}

impl ContentHash for InjectStatus {
    fn add_to(&self, sum: &mut Sum) {
        match self {
            Self::Waiting => "waiting".add_to(sum),
            Self::Held => "held".add_to(sum),
            Self::Fired(move_number) => ("fired", move_number).add_to(sum),
            Self::Skipped => "skipped".add_to(sum),
        }
    }
}
