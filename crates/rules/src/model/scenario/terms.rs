//! The numbers of a demand: intensities, the contest, responses, follow-ups and offers.

use serde::Deserialize;

use crate::model::choice::Band;

/// What an intensity asks and costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct IntensityRules {
    pub effort: i64,
    /// Percent of the card that is asked.
    pub scope: i64,
    /// Percent of leverage that presses.
    pub push: i64,
    pub trust: i64,
    pub resentment: i64,
    /// Tenths of the card's red-line weight added to strain.
    pub strain: i64,
}

/// Friction for each step above the domain's restraint norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct OverNorm {
    pub trust: i64,
    pub resentment: i64,
    pub shared_front: i64,
}

/// What an inducement costs and brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InducementRules {
    /// Tenths of gain, paid on compliance.
    pub price: i64,
    /// Endurance that it brings the client.
    pub relief: i64,
    /// Resentment that it spares.
    pub softening: i64,
    /// What it adds to the press.
    pub push: i64,
}

/// The contest of wills, and what conceding does (rules 11 and 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Contest {
    pub red_line_weight: i64,
    pub resentment: i64,
    pub autonomy: i64,
    pub endurance: i64,
    pub credibility: i64,
    pub scale: i64,
    pub limit: i64,
    pub hold: i64,
    pub slip: i64,
    pub slip_resentment: i64,
    pub hold_credibility: i64,
    pub argument_limit: i64,
    pub duress: i64,
    pub concede_strain: i64,
    /// Percent delivered at trust 0.
    pub compliance: i64,
}

/// What a response offers and does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct ResponseRules {
    /// Percent of what is asked when the client holds its ground.
    pub floor: i64,
    /// Percent of what is asked, as offered.
    pub offer: i64,
    /// Percent of what is asked when the client gives more than it meant to.
    pub ceiling: i64,
    pub trust: i64,
    pub resentment: i64,
    pub autonomy: i64,
    pub endurance: i64,
    pub credibility: i64,
    pub shared_front: i64,
    /// How much of the patron's leverage turns cold on the client's endurance.
    pub chill: i64,
    /// Dependence that turning to others sheds; for hedging only.
    #[serde(default)]
    pub wean: i64,
    /// Divisor of the outside option in what it sheds besides; 0 for none.
    #[serde(default)]
    pub wean_outside_option: i64,
    /// What turning to others adds to the outside option.
    #[serde(default)]
    pub outside_option: i64,
}

impl ResponseRules {
    /// Percent of what is asked that is handed over once the band is known.
    #[inline]
    pub const fn offered(&self, band: Band) -> i64 {
        match band {
            Band::Slip => self.ceiling,
            Band::AsOffered => self.offer,
            Band::Hold => self.floor,
        }
    }
}

/// What the client's offers do (rules 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct OfferRules {
    /// Percent of the card that is offered.
    pub scope: i64,
    /// Moves that must pass before the next offer.
    pub wait: i64,
    /// Percent of the card's autonomy cost that giving it freely costs.
    pub autonomy: i64,
    pub trust: i64,
    pub resentment: i64,
    /// Trust lost when an offer is set aside.
    pub aside_trust: i64,
    pub aside_resentment: i64,
}

/// Paying back compliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Reward {
    pub price: i64,
    pub trust: i64,
    pub resentment: i64,
    pub endurance: i64,
    /// Endurance besides if it answers conditions.
    pub endurance_if_met: i64,
}

/// Taking what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Pocket {
    pub unmet_trust: i64,
    pub unmet_resentment: i64,
}

/// Carrying out the threat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Punish {
    pub price: i64,
    pub price_per_intensity: i64,
    pub hit: i64,
    pub hit_per_intensity: i64,
    pub hit_divisor: i64,
    pub resentment: i64,
    pub resentment_per_intensity: i64,
    pub trust: i64,
    pub credibility: i64,
    pub wean: i64,
    pub strain: i64,
}

/// Withdrawing the demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct BackDown {
    pub credibility: i64,
    pub resentment: i64,
}

/// What asking for nothing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct HoldRules {
    pub trust: i64,
    pub resentment: i64,
    pub credibility: i64,
}
