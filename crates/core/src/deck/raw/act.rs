//! Mirrors the acts: intensities, inducements, responses and follow-ups.

use schemars::JsonSchema;
use serde::Deserialize;

/// How hard a demand is pressed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Intensity {
    /// Its word: fixed, in the order given.
    pub id: String,
    /// Effort that it costs the patron.
    #[schemars(range(min = 0, max = 20))]
    pub effort: i64,
    /// Percent of the card that is asked.
    #[schemars(range(min = 0, max = 300))]
    pub scope: i64,
    /// Percent of leverage that presses.
    #[schemars(range(min = 0, max = 300))]
    pub push: i64,
    /// Trust lost by tabling.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// Resentment raised by tabling.
    #[schemars(range(min = 0, max = 100))]
    pub resentment: i64,
    /// Tenths of the card's `red_line_weight` added to strain by tabling.
    #[schemars(range(min = 0, max = 300))]
    pub strain: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
}

/// Friction for each step above a domain's restraint norm.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverNorm {
    /// Trust lost for each step.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// Resentment raised for each step.
    #[schemars(range(min = 0, max = 100))]
    pub resentment: i64,
}

/// What the patron promises in return, paid only on compliance.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inducement {
    /// Its word: fixed, in the order given.
    pub id: String,
    /// Price to the patron, in tenths of gain.
    #[schemars(range(min = 0, max = 1000))]
    pub price: i64,
    /// Endurance that it brings the client.
    #[schemars(range(min = 0, max = 100))]
    pub relief: i64,
    /// Resentment that it spares.
    #[schemars(range(min = 0, max = 100))]
    pub softening: i64,
    /// What it adds to the press.
    #[schemars(range(min = 0, max = 300))]
    pub push: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
}

macro_rules! response {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Percent of what is asked that the client offers.
            #[schemars(range(min = 0, max = 100))]
            pub offer: i64,
            /// Added to trust.
            #[schemars(range(min = -100, max = 100))]
            pub trust: i64,
            /// Added to resentment.
            #[schemars(range(min = -100, max = 100))]
            pub resentment: i64,
            /// Added to autonomy.
            #[schemars(range(min = -100, max = 100))]
            pub autonomy: i64,
            /// Added to endurance.
            #[schemars(range(min = -100, max = 100))]
            pub endurance: i64,
            /// Added to credibility.
            #[schemars(range(min = -100, max = 100))]
            pub credibility: i64,
            /// Added to the shared front.
            #[schemars(range(min = -100, max = 100))]
            pub shared_front: i64,
            /// Percent of leverage, for each step of intensity, that turns cold on the client's endurance.
            #[schemars(range(min = 0, max = 100))]
            pub chill: i64,
            $($(#[$field_meta])* pub $field: i64,)*
            /// Name on the screens.
            #[schemars(length(min = 1, max = 40))]
            pub name: Option<String>,
            /// What it means, in a sentence.
            #[schemars(length(max = 1000))]
            pub text: Option<String>,
            /// As the patron would say it.
            #[schemars(length(max = 600))]
            pub patron_voice: Option<String>,
            /// As the client would say it.
            #[schemars(length(max = 600))]
            pub client_voice: Option<String>,
        }
    };
}

response!(
    /// A response of the client.
    Response {}
);

response!(
    /// Deflecting to another domain.
    Deflect {
        /// Percent of the conceded autonomy cost that a deflected concession costs.
        #[schemars(range(min = 0, max = 1000))]
        swap,
    }
);

response!(
    /// Hedging to third parties.
    Hedge {
        /// Dependence that it sheds.
        #[schemars(range(min = 0, max = 100))]
        wean,
        /// The outside option divided by this is shed as well.
        #[schemars(range(min = 1, max = 10000))]
        wean_outside_option,
    }
);

/// The seven responses of the client.
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
    pub deflect: Deflect,
    /// Turns to third parties.
    pub hedge: Hedge,
    /// Says no.
    pub refuse: Response,
}

/// Paying back compliance.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reward {
    /// Price to the patron, in tenths of gain, times the intensity's scope.
    #[schemars(range(min = 0, max = 1000))]
    pub price: i64,
    /// Added to trust.
    #[schemars(range(min = -100, max = 100))]
    pub trust: i64,
    /// Added to resentment.
    #[schemars(range(min = -100, max = 100))]
    pub resentment: i64,
    /// Added to endurance, times the intensity's scope.
    #[schemars(range(min = 0, max = 100))]
    pub endurance: i64,
    /// Added to that after a counter-ask.
    #[schemars(range(min = 0, max = 100))]
    pub endurance_if_met: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// As the patron would say it.
    #[schemars(length(max = 600))]
    pub patron_voice: Option<String>,
    /// As the client would say it.
    #[schemars(length(max = 600))]
    pub client_voice: Option<String>,
}

/// Taking what was given and doing nothing.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pocket {
    /// Added to trust after a counter-ask.
    #[schemars(range(min = -100, max = 100))]
    pub unmet_trust: i64,
    /// Added to resentment after a counter-ask.
    #[schemars(range(min = -100, max = 100))]
    pub unmet_resentment: i64,
    /// Credibility lost for each step of intensity after defiance.
    #[schemars(range(min = 0, max = 100))]
    pub unanswered_credibility: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// As the patron would say it.
    #[schemars(length(max = 600))]
    pub patron_voice: Option<String>,
    /// As the client would say it.
    #[schemars(length(max = 600))]
    pub client_voice: Option<String>,
}

/// Carrying out the threat.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Punish {
    /// Price to the patron, in tenths of gain.
    #[schemars(range(min = 0, max = 1000))]
    pub price: i64,
    /// Price for each step of intensity.
    #[schemars(range(min = 0, max = 1000))]
    pub price_per_intensity: i64,
    /// Leverage times this, divided by `hit_divisor`, is taken from endurance.
    #[schemars(range(min = 0, max = 100))]
    pub hit: i64,
    /// Added to hit for each step of intensity.
    #[schemars(range(min = 0, max = 100))]
    pub hit_per_intensity: i64,
    /// Divisor of the hit.
    #[schemars(range(min = 1, max = 10000))]
    pub hit_divisor: i64,
    /// Added to resentment.
    #[schemars(range(min = -100, max = 100))]
    pub resentment: i64,
    /// Added to resentment for each step of intensity.
    #[schemars(range(min = -100, max = 100))]
    pub resentment_per_intensity: i64,
    /// Added to trust.
    #[schemars(range(min = -100, max = 100))]
    pub trust: i64,
    /// Added to credibility.
    #[schemars(range(min = -100, max = 100))]
    pub credibility: i64,
    /// Added to the shared front.
    #[schemars(range(min = -100, max = 100))]
    pub shared_front: i64,
    /// Dependence that the client sheds.
    #[schemars(range(min = 0, max = 100))]
    pub wean: i64,
    /// Added to the strain of the domain.
    #[schemars(range(min = 0, max = 100))]
    pub strain: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// As the patron would say it.
    #[schemars(length(max = 600))]
    pub patron_voice: Option<String>,
    /// As the client would say it.
    #[schemars(length(max = 600))]
    pub client_voice: Option<String>,
}

/// Withdrawing the demand.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BackDown {
    /// Credibility lost.
    #[schemars(range(min = 0, max = 100))]
    pub credibility: i64,
    /// Credibility lost for each step of intensity.
    #[schemars(range(min = 0, max = 100))]
    pub credibility_per_intensity: i64,
    /// Added to resentment.
    #[schemars(range(min = -100, max = 100))]
    pub resentment: i64,
    /// Added to trust.
    #[schemars(range(min = -100, max = 100))]
    pub trust: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// As the patron would say it.
    #[schemars(length(max = 600))]
    pub patron_voice: Option<String>,
    /// As the client would say it.
    #[schemars(length(max = 600))]
    pub client_voice: Option<String>,
}

/// Asking for nothing in a move.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// Added to trust.
    #[schemars(range(min = -100, max = 100))]
    pub trust: i64,
    /// Added to resentment.
    #[schemars(range(min = -100, max = 100))]
    pub resentment: i64,
    /// Added to credibility.
    #[schemars(range(min = -100, max = 100))]
    pub credibility: i64,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// What it means, in a sentence.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// As the patron would say it.
    #[schemars(length(max = 600))]
    pub patron_voice: Option<String>,
    /// As the client would say it.
    #[schemars(length(max = 600))]
    pub client_voice: Option<String>,
}

/// What the patron does after the response, and what holding back does.
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
