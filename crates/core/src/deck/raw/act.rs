//! Mirrors the acts of the two sides: intensities, inducements, responses, offers and follow-ups.

use schemars::JsonSchema;
use serde::Deserialize;

use super::table::{Spoken, spoken, table};
use crate::model::choice::Response as Word;
use crate::model::scenario as to;

table! {
    /// How hard a demand is pressed.
    Intensity => to::IntensityRules {
        /// Effort that it costs the patron.
        effort: 0..=20,
        /// Percent of the card that is asked.
        scope: 0..=300,
        /// Percent of leverage that presses.
        push: 0..=300,
        /// Trust lost by tabling.
        trust: 0..=100,
        /// Resentment raised by tabling.
        resentment: 0..=100,
        /// Tenths of the card's `red_line_weight` added to strain by tabling.
        strain: 0..=300,
    }
    and {
        /// Its word: fixed, in the order given.
        id: String,
        /// Name on the screens.
        #[schemars(length(min = 1, max = 40))]
        name: Option<String>,
        /// What it means, in a sentence.
        #[schemars(length(max = 1000))]
        text: Option<String>,
        /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
        #[serde(default)]
        #[schemars(length(max = 40))]
        tags: Vec<String>,
    }
}

table! {
    /// Friction for each step above a domain's restraint norm.
    OverNorm => to::OverNorm {
        /// Trust lost for each step.
        trust: 0..=100,
        /// Resentment raised for each step.
        resentment: 0..=100,
        /// Shared front lost for each step.
        shared_front: 0..=100,
    }
}

table! {
    /// What the patron promises in return, paid only if the demand is met.
    Inducement => to::InducementRules {
        /// Price to the patron, in tenths of gain.
        price: 0..=1000,
        /// Endurance that it brings the client.
        relief: 0..=100,
        /// Resentment that it spares.
        softening: 0..=100,
        /// What it adds to the press.
        push: 0..=300,
    }
    and {
        /// Its word: fixed, in the order given.
        id: String,
        /// Name on the screens.
        #[schemars(length(min = 1, max = 40))]
        name: Option<String>,
        /// What it means, in a sentence.
        #[schemars(length(max = 1000))]
        text: Option<String>,
        /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
        #[serde(default)]
        #[schemars(length(max = 40))]
        tags: Vec<String>,
    }
}

/// What a response has that turns to nobody.
const TURNS_TO_NOBODY: to::ResponseRules = to::ResponseRules {
    floor: 0,
    offer: 0,
    ceiling: 0,
    trust: 0,
    resentment: 0,
    autonomy: 0,
    endurance: 0,
    credibility: 0,
    shared_front: 0,
    chill: 0,
    wean: 0,
    wean_outside_option: 0,
    outside_option: 0,
};

macro_rules! response {
    ($(#[$meta:meta])* $name:ident $(, beside $rest:path)? { $($more:tt)* }) => {
        spoken! {
            $(#[$meta])*
            $name => to::ResponseRules $(, beside $rest)? {
                /// Percent of what is asked that is given when the client holds its ground.
                floor: 0..=100,
                /// Percent of what is asked that is given as offered.
                offer: 0..=100,
                /// Percent of what is asked that is given when the client slips.
                ceiling: 0..=100,
                /// Added to trust.
                trust: -100..=100,
                /// Added to resentment.
                resentment: -100..=100,
                /// Added to autonomy.
                autonomy: -100..=100,
                /// Added to endurance.
                endurance: -100..=100,
                /// Added to credibility.
                credibility: -100..=100,
                /// Added to the shared front.
                shared_front: -100..=100,
                /// Percent of leverage, for each step of intensity, that turns cold on the client's endurance.
                chill: 0..=100,
                $($more)*
            }
        }
    };
}

response!(
    /// A response of the client.
    Response, beside TURNS_TO_NOBODY {}
);

response!(
    /// Turning to third parties.
    Hedge {
        /// Dependence that it sheds.
        wean: 0..=100,
        /// The outside option divided by this is shed as well; 0 for nothing.
        wean_outside_option: 0..=10000,
        /// What it adds to the outside option.
        outside_option: -100..=100,
    }
);

/// The seven responses of the client (rules 10.1).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Responses {
    /// Gives all that is asked.
    pub accept: Response,
    /// Gives most of it, against a counter-ask.
    pub conditions: Response,
    /// Gives half.
    pub partial: Response,
    /// Plays for time.
    pub stall: Response,
    /// Offers something in another domain instead.
    pub deflect: Response,
    /// Turns to third parties.
    pub hedge: Hedge,
    /// Says no.
    pub refuse: Response,
}

impl Responses {
    /// A response as the rules take it.
    pub(in crate::deck) const fn rules(&self, word: Word) -> to::ResponseRules {
        match word {
            Word::Accept => self.accept.rules(),
            Word::Conditions => self.conditions.rules(),
            Word::Partial => self.partial.rules(),
            Word::Stall => self.stall.rules(),
            Word::Deflect => self.deflect.rules(),
            Word::Hedge => self.hedge.rules(),
            Word::Refuse => self.refuse.rules(),
        }
    }

    /// What a response has to read.
    pub(in crate::deck) fn spoken(&self, word: Word) -> &dyn Spoken {
        match word {
            Word::Accept => &self.accept,
            Word::Conditions => &self.conditions,
            Word::Partial => &self.partial,
            Word::Stall => &self.stall,
            Word::Deflect => &self.deflect,
            Word::Hedge => &self.hedge,
            Word::Refuse => &self.refuse,
        }
    }
}

table! {
    /// What the client's offers do (rules 8).
    Offer => to::OfferRules {
        /// Percent of the card that is offered.
        scope: 1..=100,
        /// Moves that must pass after an offer before the next.
        wait: 0..=64,
        /// Percent of the card's autonomy cost that giving it freely costs.
        autonomy: 0..=100,
        /// Added to trust when an offer is taken up.
        trust: -100..=100,
        /// Added to resentment when an offer is taken up.
        resentment: -100..=100,
        /// Trust lost when an offer is set aside.
        aside_trust: 0..=100,
        /// Resentment raised when an offer is set aside.
        aside_resentment: 0..=100,
    }
    and {
        /// What it means to offer, in a sentence or two.
        #[schemars(length(max = 1000))]
        text: Option<String>,
        /// As the patron would say it when it takes an offer up.
        #[schemars(length(max = 600))]
        taken_patron_voice: Option<String>,
        /// As the client would say it when its offer is taken up.
        #[schemars(length(max = 600))]
        taken_client_voice: Option<String>,
        /// As the patron would say it when it sets an offer aside.
        #[schemars(length(max = 600))]
        aside_patron_voice: Option<String>,
        /// As the client would say it when its offer is set aside.
        #[schemars(length(max = 600))]
        aside_client_voice: Option<String>,
        /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
        #[serde(default)]
        #[schemars(length(max = 40))]
        tags: Vec<String>,
    }
}

spoken! {
    /// Paying back compliance.
    Reward => to::Reward {
        /// Price to the patron, in tenths of gain, times the intensity's scope.
        price: 0..=1000,
        /// Added to trust.
        trust: -100..=100,
        /// Added to resentment.
        resentment: -100..=100,
        /// Added to endurance, times the intensity's scope.
        endurance: 0..=100,
        /// Added to that after conditions.
        endurance_if_met: 0..=100,
    }
}

spoken! {
    /// Taking what was given and doing nothing.
    Pocket => to::Pocket {
        /// Added to trust after conditions.
        unmet_trust: -100..=100,
        /// Added to resentment after conditions.
        unmet_resentment: -100..=100,
    }
}

spoken! {
    /// Carrying out the threat.
    Punish => to::Punish {
        /// Price to the patron, in tenths of gain.
        price: 0..=1000,
        /// Price for each step of intensity.
        price_per_intensity: 0..=1000,
        /// Leverage times this, divided by `hit_divisor`, is taken from endurance.
        hit: 0..=100,
        /// Added to hit for each step of intensity.
        hit_per_intensity: 0..=100,
        /// Divisor of the hit.
        hit_divisor: 1..=10000,
        /// Added to resentment.
        resentment: -100..=100,
        /// Added to resentment for each step of intensity.
        resentment_per_intensity: -100..=100,
        /// Added to trust.
        trust: -100..=100,
        /// Added to credibility.
        credibility: -100..=100,
        /// Dependence that the client sheds.
        wean: 0..=100,
        /// Added to the strain of the domain.
        strain: 0..=100,
    }
}

spoken! {
    /// Withdrawing the demand.
    BackDown => to::BackDown {
        /// Credibility lost.
        credibility: 0..=100,
        /// Added to resentment.
        resentment: -100..=100,
    }
}

spoken! {
    /// Asking for nothing in a move.
    Hold => to::HoldRules {
        /// Added to trust.
        trust: -100..=100,
        /// Added to resentment.
        resentment: -100..=100,
        /// Added to credibility.
        credibility: -100..=100,
    }
}

/// What the patron does after the response, and what holding back does (rules 3 and 13).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUps {
    /// Pays back compliance.
    pub reward: Reward,
    /// Takes what was given and does nothing.
    pub pocket: Pocket,
    /// Carries out the threat.
    pub punish: Punish,
    /// Withdraws the demand.
    #[serde(rename = "back-down")]
    pub back_down: BackDown,
    /// Asks for nothing in a move.
    pub hold: Hold,
}
