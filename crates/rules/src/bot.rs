//! Bots, exact to the bit, so that whole sessions can be compared between
//! implementations (rules 21).
//!
//! The draws of a bot have addresses: with k = 8 × move + 4096 × place of the demand in its move, both
//! from 0, those of the patron are at k for its decision, k + 1 for its follow-up and k + 2 for its act
//! of de-escalation, those of the client at k for its reply, k + 2 for its act and k + 3 for its offer.

mod choose;
mod europe;
mod expert;
mod named;
mod opening;
mod play;
mod prospect;
mod restrain;
mod rollout;
mod valuation;
mod worth;

use crate::model::choice::{
    Decision, Demand, FollowUp, Inducement, Intensity, Offer, Reply, Response, Side,
};
use crate::model::game::Game;
use crate::model::legal;
use crate::model::luck::{Stream, draw};
use crate::model::offer::cards_on_offer;
use crate::model::place::{AskAt, At as _};
use crate::model::scenario::{FixedPolicy, PolicyKind, Scenario, ValuePolicy};

use choose::{choose, pick};
use restrain::Restraint;

pub use europe::EuropeBot;
pub use expert::Expert;
pub use named::{NoSuchBot, seat};
pub use play::{Players, Plays, canonical_log, play, play_move};
pub use worth::worth;

/// A bot in the seat of a side.
#[derive(Clone, Debug)]
pub struct Bot<'a> {
    scenario: &'a Scenario,
    kind: PolicyKind,
    /// Whether it climbs down in a crisis whatever that is worth; none: by worth.
    climbs_down: Option<bool>,
    /// Whether it makes offers.
    offers: bool,
    /// Whom it takes to sit in Europe's seat when it looks ahead.
    europe: EuropeBot,
}

/// Where the draws of the demand at hand are.
fn address(game: &Game) -> u64 {
    8 * u64::from(game.move_index) + 4096 * u64::from(game.place)
}

impl<'a> Bot<'a> {
    /// A bot that plays a policy.
    pub const fn new(scenario: &'a Scenario, kind: PolicyKind) -> Self {
        Self {
            scenario,
            kind,
            climbs_down: None,
            offers: true,
            europe: EuropeBot::Absent,
        }
    }

    /// The same bot, with somebody in Europe's seat whom it expects there.
    #[must_use]
    pub const fn expecting(mut self, europe: EuropeBot) -> Self {
        self.europe = europe;
        self
    }

    /// Whether it plays every candidate to the end before it chooses, which takes long.
    pub const fn looks_ahead(&self) -> bool {
        matches!(self.kind, PolicyKind::Rollout { .. })
    }

    /// The bot whose weights a bot that looks ahead builds on.
    fn base(&self) -> Option<Self> {
        match &self.kind {
            PolicyKind::Rollout { base, .. } => {
                let kind = self.scenario.policy(*base).kind.clone();
                Some(Self::new(self.scenario, kind).expecting(self.europe))
            }
            PolicyKind::Random
            | PolicyKind::Value(_)
            | PolicyKind::TitForTat(_)
            | PolicyKind::Fixed(_) => None,
        }
    }

    /// What a look ahead comes to; none for a bot that does not look ahead.
    fn looking_ahead<T>(&self, of: impl FnOnce(&rollout::Plan<'_>) -> T) -> Option<T> {
        let PolicyKind::Rollout { top, rolls, .. } = self.kind else {
            return None;
        };
        let base = self.base()?;
        let weighed = base.kind.weighs()?;
        Some(of(&rollout::Plan {
            scenario: self.scenario,
            base: &base,
            europe: self.europe,
            patron: weighed.patron,
            client: weighed.client,
            top,
            rolls,
        }))
    }

    fn random_offer(&self, game: &Game, x: u64) -> Option<Offer> {
        if x >> 63 == 1 {
            return None;
        }
        let (position, progress) = (&game.position, &game.progress);
        let mut cards = cards_on_offer(self.scenario, position, progress, game.move_index);
        let asks = self.scenario.asks.len();
        let place = pick(x << 1, cards.clone().count() * asks);
        Some(Offer {
            card: cards.nth(place.checked_div(asks)?)?,
            ask: AskAt::new(place % asks),
        })
    }

    fn random_decision(&self, game: &Game, x: u64) -> Decision {
        let intensities = legal::intensities(self.scenario, game).count();
        let inducements = self.scenario.inducements.len();
        let demands = game.playable().count() * intensities * inducements;
        let offer = usize::from(game.open_offer().is_some());
        // What stands there in the list of legal decisions, without going through those before it.
        let Some(place) = pick(x, 1 + demands + offer).checked_sub(1) else {
            return Decision::Hold;
        };
        if place >= demands {
            return Decision::TakeUp;
        }
        let (place, inducement) = (place / inducements, place % inducements);
        let card = game.playable().nth(place / intensities);
        let intensity = legal::intensities(self.scenario, game).nth(place % intensities);
        match (card, intensity) {
            (Some(card), Some(intensity)) if game.may_demand(self.scenario) => {
                Decision::Demand(Demand {
                    card,
                    intensity,
                    inducement: Inducement::ALL[inducement],
                })
            }
            _ => Decision::Hold,
        }
    }

    fn valued_decision(
        &self,
        policy: &ValuePolicy,
        game: &Game,
        restraint: Restraint,
        x: u64,
    ) -> Decision {
        let (options, values) =
            valuation::decisions(self.scenario, &policy.patron, game, restraint);
        options[choose(&values, policy.lambda, 3600, x)]
    }

    fn fixed_decision(&self, policy: &FixedPolicy, game: &Game, x: u64) -> Decision {
        let cards = game.playable().count();
        let (Some(wanted), Some(card)) = (policy.intensity, game.playable().nth(pick(x, cards)))
        else {
            return Decision::Hold;
        };
        let affordable = legal::intensities(self.scenario, game);
        let intensity = affordable.filter(|intensity| *intensity <= wanted).last();
        Decision::Demand(Demand {
            card,
            intensity: intensity.unwrap_or(Intensity::Probe),
            inducement: policy.inducement,
        })
    }

    fn valued_reply(
        &self,
        policy: &ValuePolicy,
        game: &Game,
        demand: Demand,
        mut options: Vec<Reply>,
        x: u64,
    ) -> Reply {
        let mut values = valuation::replies(self.scenario, &policy.client, game, demand, &options);
        keep_best_deflection(&mut options, &mut values);
        options[choose(&values, policy.lambda, 360_000, x)]
    }

    fn valued_follow_up(&self, policy: &ValuePolicy, lambda: i64, game: &Game, x: u64) -> FollowUp {
        let legal = game.legal_follow_ups();
        let values = valuation::follow_ups(self.scenario, &policy.patron, game, legal);
        legal[choose(&values, lambda, 100, x)]
    }
}

impl Plays for Bot<'_> {
    fn climbs_down(&self, game: &Game, side: Side) -> bool {
        if let Some(always) = self.climbs_down {
            return always;
        }
        let stream = match side {
            Side::Patron => Stream::PatronBot,
            Side::Client => Stream::ClientBot,
        };
        let x = draw(game.seed, stream, address(game) + 2);
        match &self.kind {
            PolicyKind::Random => x >> 63 == 1,
            PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => {
                let values = valuation::climbing_down(self.scenario, policy, game, side);
                choose(&values, policy.lambda, 10_000, x) == 1
            }
            PolicyKind::Rollout { .. } => {
                self.base().is_some_and(|base| base.climbs_down(game, side))
            }
            PolicyKind::Fixed(_) => false,
        }
    }

    fn offer(&self, game: &Game) -> Option<Offer> {
        if !self.offers || game.offer_wait > 0 {
            return None;
        }
        let x = draw(game.seed, Stream::ClientBot, address(game) + 3);
        match &self.kind {
            PolicyKind::Random => self.random_offer(game, x),
            PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => {
                let (options, values) = valuation::offers(self.scenario, &policy.client, game);
                options[choose(&values, policy.lambda, 100, x)]
            }
            PolicyKind::Rollout { .. } => self.looking_ahead(|plan| rollout::offer(plan, game))?,
            PolicyKind::Fixed(_) => None,
        }
    }

    fn decide(&self, game: &Game) -> Decision {
        let x = draw(game.seed, Stream::PatronBot, address(game));
        match &self.kind {
            PolicyKind::Random => self.random_decision(game, x),
            PolicyKind::Value(policy) => {
                self.valued_decision(policy, game, Restraint::floor(policy), x)
            }
            PolicyKind::TitForTat(policy) => {
                self.valued_decision(policy, game, Restraint::in_kind(game), x)
            }
            PolicyKind::Rollout { .. } => self
                .looking_ahead(|plan| rollout::decide(plan, game))
                .unwrap_or(Decision::Hold),
            PolicyKind::Fixed(policy) => self.fixed_decision(policy, game, x),
        }
    }

    fn reply(&self, game: &Game, demand: Demand) -> Reply {
        let x = draw(game.seed, Stream::ClientBot, address(game));
        let mut legal = legal::replies(self.scenario, game, demand);
        match &self.kind {
            PolicyKind::Random => {
                let place = pick(x, legal.clone().count());
                legal.nth(place).unwrap_or(Reply::plain(Response::Stall))
            }
            PolicyKind::Value(policy) => {
                self.valued_reply(policy, game, demand, legal.collect(), x)
            }
            PolicyKind::TitForTat(policy) => {
                let considered = restrain::replies_in_kind(self.scenario, game, demand);
                let considers = |reply: &Reply| considered.contains(&reply.response);
                let mut options: Vec<Reply> = legal.clone().filter(considers).collect();
                if options.is_empty() {
                    options = legal.collect();
                }
                self.valued_reply(policy, game, demand, options, x)
            }
            PolicyKind::Rollout { .. } => {
                let legal: Vec<Reply> = legal.collect();
                self.looking_ahead(|plan| rollout::reply(plan, game, demand, &legal))
                    .unwrap_or(legal[0])
            }
            PolicyKind::Fixed(policy) => fixed_reply(self.scenario, &legal, policy.reply),
        }
    }

    fn follow_up(&self, game: &Game) -> FollowUp {
        let legal = game.legal_follow_ups();
        let x = draw(game.seed, Stream::PatronBot, address(game) + 1);
        match &self.kind {
            PolicyKind::Random => legal[pick(x, legal.len())],
            PolicyKind::Value(policy) => self.valued_follow_up(policy, policy.lambda, game, x),
            PolicyKind::TitForTat(_) => restrain::follow_up_in_kind(game),
            PolicyKind::Rollout { base, .. } => match &self.scenario.policy(*base).kind {
                PolicyKind::TitForTat(_) => restrain::follow_up_in_kind(game),
                PolicyKind::Value(policy) => self.valued_follow_up(policy, -1, game, x),
                PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => legal[0],
            },
            PolicyKind::Fixed(policy) => {
                let mut wanted = policy.follow_ups.iter().copied();
                let first = wanted.find(|choice| legal.contains(choice));
                first.unwrap_or(legal[0])
            }
        }
    }
}

/// Of all deflections only the first of the best is left, at its place.
fn keep_best_deflection(options: &mut Vec<Reply>, values: &mut Vec<i64>) {
    let deflects = |place: &usize| options[*place].response == Response::Deflect;
    let mut best: Option<usize> = None;
    for place in (0..options.len()).filter(deflects) {
        if best.is_none_or(|best| values[place] > values[best]) {
            best = Some(place);
        }
    }
    let stays: Vec<bool> = (0..options.len())
        .map(|place| !deflects(&place) || best == Some(place))
        .collect();
    let mut kept = stays.iter();
    options.retain(|_| kept.next().is_none_or(|stays| *stays));
    let mut kept = stays.iter();
    values.retain(|_| kept.next().is_none_or(|stays| *stays));
}

fn fixed_reply(
    scenario: &Scenario,
    legal: &(impl Iterator<Item = Reply> + Clone),
    wanted: Response,
) -> Reply {
    let need = |reply: &Reply| {
        reply
            .instead
            .map_or(0, |card| scenario.card(card).capacity_need)
    };
    let with = |response: Response| {
        let fitting = legal
            .clone()
            .filter(move |reply| reply.response == response);
        fitting.max_by_key(|reply| -need(reply))
    };
    with(wanted)
        .or_else(|| with(Response::Partial))
        .unwrap_or(Reply::plain(Response::Stall))
}
