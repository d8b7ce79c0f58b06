//! The tables of a deck as they are written.

use serde::Deserialize;

use super::order::{InOrder, Named, Numbers};
use crate::model::choice::{Ending, MeasureKind};
use crate::model::scenario::{
    BackDown, Base, Breach, Capture, Contest, Crisis, Drift, EffortRules, EndingRules, GivenRules,
    Grievance, HoldRules, InducementRules, IntensityRules, MenuRules, OfferRules, OverNorm, Pocket,
    Punish, ResponseRules, Reward, Score, StabilityWeights, UnityRules, Weights,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) deck: Deck,
    pub(super) session: Session,
    pub(super) start: Start,
    pub(super) base: Base,
    pub(super) condition: Vec<Condition>,
    pub(super) domain: Vec<Domain>,
    pub(super) card: Vec<Card>,
    #[serde(default)]
    pub(super) ask: Vec<Ask>,
    #[serde(default)]
    pub(super) event: Vec<Event>,
    #[serde(default)]
    pub(super) measure: Vec<Measure>,
    pub(super) intensity: Vec<Named<IntensityRules>>,
    pub(super) over_norm: OverNorm,
    pub(super) inducement: Vec<Named<InducementRules>>,
    pub(super) contest: Contest,
    pub(super) response: Responses,
    pub(super) offer: OfferRules,
    pub(super) follow_up: FollowUps,
    pub(super) drift: Drift,
    pub(super) grievance: Grievance,
    pub(super) market: Market,
    pub(super) stability: StabilityWeights,
    pub(super) crisis: Crisis,
    pub(super) breach: Breach,
    pub(super) capture: Capture,
    pub(super) ending: Endings,
    pub(super) score: Score,
    pub(super) europe: Europe,
    pub(super) policy: InOrder<Policy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read so that nothing else is taken for it")]
pub(super) struct Deck {
    pub(super) format: u32,
    pub(super) rules: u32,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) patron: String,
    pub(super) client: String,
    pub(super) observer: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Session {
    pub(super) moves: u32,
    pub(super) moves_spread: u32,
    #[serde(default = "one")]
    pub(super) demands: u32,
    pub(super) menu: MenuRules,
    pub(super) given: GivenRules,
    pub(super) effort: EffortRules,
    pub(super) quiet_events: usize,
    pub(super) client_model: String,
    pub(super) patron_model: String,
}

const fn one() -> u32 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Start {
    trust: i64,
    credibility: i64,
    resentment: i64,
    autonomy: i64,
    endurance: i64,
    shared_front: i64,
    stability: i64,
}

impl Start {
    pub(super) const fn in_order(&self) -> [i64; 7] {
        [
            self.trust,
            self.credibility,
            self.resentment,
            self.autonomy,
            self.endurance,
            self.shared_front,
            self.stability,
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "names are for people")]
pub(super) struct Condition {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) start: i64,
    pub(super) endurance: i64,
    pub(super) europe: i64,
    pub(super) shared_front: i64,
    pub(super) role: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "names are for people")]
pub(super) struct Domain {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) dependence: i64,
    pub(super) capacity: i64,
    pub(super) capacity_max: i64,
    pub(super) restraint_norm: i64,
    pub(super) red_line: i64,
    pub(super) strain: i64,
    pub(super) dependence_trend: i64,
    pub(super) endurance_support: i64,
    pub(super) leverage: Numbers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "titles are for people")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "keys that an author sets or leaves out"
)]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) domain: String,
    pub(super) title: String,
    pub(super) gain: i64,
    pub(super) autonomy_cost: i64,
    pub(super) capacity_need: i64,
    pub(super) endurance_cost: i64,
    pub(super) red_line_weight: i64,
    pub(super) lock_in: i64,
    pub(super) shared_front: i64,
    #[serde(default)]
    pub(super) indivisible: bool,
    #[serde(default)]
    pub(super) repeat: bool,
    #[serde(default)]
    pub(super) offer: bool,
    #[serde(default)]
    pub(super) own: bool,
    #[serde(default)]
    pub(super) not_before: u32,
    #[serde(default)]
    pub(super) requires: Vec<String>,
    #[serde(default)]
    pub(super) excludes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    pub(super) id: String,
    pub(super) price: i64,
    #[serde(default)]
    pub(super) change: Numbers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "titles are for people")]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) given: Vec<String>,
    #[serde(default)]
    pub(super) not_given: Vec<String>,
    #[serde(default)]
    pub(super) at_least: Numbers,
    #[serde(default)]
    pub(super) at_most: Numbers,
    pub(super) change: Numbers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure {
    pub(super) id: String,
    pub(super) kind: MeasureKind,
    pub(super) unity: i64,
    pub(super) domain: Option<String>,
    pub(super) ending: Option<Ending>,
    #[serde(default)]
    pub(super) change: Numbers,
    #[serde(default)]
    pub(super) works: Numbers,
    #[serde(default)]
    pub(super) backfires: Numbers,
    pub(super) secret: Option<i64>,
    #[serde(default)]
    pub(super) leaks: Numbers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Responses {
    accept: ResponseRules,
    conditions: ResponseRules,
    partial: ResponseRules,
    stall: ResponseRules,
    deflect: ResponseRules,
    hedge: ResponseRules,
    refuse: ResponseRules,
}

impl Responses {
    pub(super) const fn in_order(&self) -> [ResponseRules; 7] {
        [
            self.accept,
            self.conditions,
            self.partial,
            self.stall,
            self.deflect,
            self.hedge,
            self.refuse,
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FollowUps {
    pub(super) reward: Reward,
    pub(super) pocket: Pocket,
    pub(super) punish: Punish,
    pub(super) back_down: BackDown,
    pub(super) hold: HoldRules,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Market {
    pub(super) domain: String,
    pub(super) divisor: i64,
    pub(super) gain: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Endings {
    rupture: Worth,
    collapse: Worth,
    capture: Worth,
    pub(super) entente: Entente,
    pub(super) managed: Managed,
    drift: Worth,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Worth {
    patron: i64,
    client: i64,
    shock: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entente {
    pub(super) stability: i64,
    pub(super) trust: i64,
    pub(super) autonomy: i64,
    patron: i64,
    client: i64,
    shock: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Managed {
    pub(super) stability: i64,
    patron: i64,
    client: i64,
    shock: i64,
}

impl Endings {
    pub(super) const fn worth(&self, ending: Ending) -> EndingRules {
        let (patron, client, shock) = match ending {
            Ending::Rupture => self.rupture.numbers(),
            Ending::Collapse => self.collapse.numbers(),
            Ending::Capture => self.capture.numbers(),
            Ending::Entente => (self.entente.patron, self.entente.client, self.entente.shock),
            Ending::Managed => (self.managed.patron, self.managed.client, self.managed.shock),
            Ending::Drift => self.drift.numbers(),
        };
        EndingRules {
            patron,
            client,
            shock,
        }
    }
}

impl Worth {
    const fn numbers(&self) -> (i64, i64, i64) {
        (self.patron, self.client, self.shock)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Europe {
    pub(super) unity: UnityRules,
    pub(super) exposure: i64,
    pub(super) signal_moves: u8,
    pub(super) signal_price: i64,
    pub(super) works_at: i64,
    pub(super) backfires_at: i64,
    pub(super) compliance_step: i64,
    pub(super) plan_relief: i64,
    pub(super) presence: i64,
    pub(super) presence_domain: String,
    pub(super) joint_front: i64,
    pub(super) unity_left: i64,
    #[serde(default)]
    pub(super) leaks_at: i64,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Policy {
    Random {},
    Value(Weighed),
    TitForTat(Weighed),
    Rollout {
        base: String,
        top: usize,
        rolls: u64,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weighed {
    pub(super) lambda: i64,
    #[serde(default)]
    pub(super) floor: usize,
    #[serde(default)]
    pub(super) patron: Weights,
    #[serde(default)]
    pub(super) client: Weights,
}
