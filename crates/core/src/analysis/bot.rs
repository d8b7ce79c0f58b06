//! Bots, exact to the bit, so that whole sessions can be compared between implementations (rules 17).

mod choose;
mod options;
mod play;
mod prospect;
mod restrain;
mod rollout;
pub mod sealed;
mod valuation;

use crate::engine::choice::{FollowUp, Intensity, Response};
use crate::engine::game::Game;
use crate::engine::position::Position;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::resolve::delivery::{legal_replies, may_deflect};
use crate::engine::scenario::{FixedPolicy, Policy, PolicyKind, Scenario, ValuePolicy, Weights};
use crate::model::luck::{Stream, draw, scale};

use choose::choose;
use options::{count_demand_options, demand_option};
use prospect::roomiest;
use restrain::Restraint;

pub use options::demand_options;
pub use play::{Plays, play_move};

/// A bot in a seat: a policy of the deck.
#[derive(Clone, Copy, Debug)]
pub struct Bot<'a> {
    scenario: &'a Scenario,
    kind: &'a PolicyKind,
}

/// The random draws of one demand have these addresses (rules 17.1).
fn address(game: &Game) -> u64 {
    8 * u64::from(game.move_index) + u64::from(game.slot)
}

impl Plays for Bot<'_> {
    fn demand(&self, game: &Game) -> Option<Demand> {
        let x = draw(game.seed, Stream::PatronBot, 2 * address(game));
        match self.kind {
            PolicyKind::Random => {
                let place = pick(x, count_demand_options(self.scenario, game));
                demand_option(self.scenario, game, place)
            }
            PolicyKind::Value(policy) => {
                self.valued_demand(policy, game, Restraint::floor(policy), x)
            }
            PolicyKind::TitForTat(policy) => {
                self.valued_demand(policy, game, Restraint::in_kind(game), x)
            }
            PolicyKind::Rollout { base, .. } => {
                rollout::demand(self.scenario, self.kind, game, &self.of(*base))
            }
            PolicyKind::Fixed(policy) => self.fixed_demand(policy, game),
        }
    }

    fn reply(&self, game: &Game, demand: Demand) -> Reply {
        let mut legal = legal_replies(self.scenario, &game.position, demand.card);
        let x = draw(game.seed, Stream::ClientBot, address(game));
        match self.kind {
            PolicyKind::Random => {
                let place = pick(x, legal.clone().count());
                legal.nth(place).unwrap_or(Reply::plain(Response::Refuse))
            }
            PolicyKind::Value(policy) => {
                self.valued_reply(policy, game, demand, &legal.collect::<Vec<_>>(), x)
            }
            PolicyKind::TitForTat(policy) => {
                let allowed = restrain::replies_in_kind(self.scenario, game, demand);
                let legal: Vec<Reply> = legal
                    .filter(|reply| allowed.contains(&reply.response))
                    .collect();
                if legal.is_empty() {
                    return Reply::plain(Response::Refuse);
                }
                self.valued_reply(policy, game, demand, &legal, x)
            }
            PolicyKind::Rollout { base, .. } => {
                let legal: Vec<Reply> = legal.collect();
                let bot = self.of(*base);
                rollout::reply(self.scenario, self.kind, game, demand, &legal, &bot)
            }
            PolicyKind::Fixed(policy) => fixed_reply(self.scenario, &game.position, demand, policy),
        }
    }

    fn follow_up(&self, game: &Game) -> FollowUp {
        let legal = game.legal_follow_ups();
        let x = draw(game.seed, Stream::PatronBot, 2 * address(game) + 1);
        match self.kind {
            PolicyKind::Random => legal[pick(x, legal.len())],
            PolicyKind::Value(policy) => {
                self.valued_follow_up(&policy.weights.patron, policy.lambda, game, x)
            }
            PolicyKind::TitForTat(_) => restrain::follow_up_in_kind(game),
            PolicyKind::Rollout { base, .. } => match &self.scenario.policies[*base].kind {
                PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => {
                    self.valued_follow_up(&policy.weights.patron, -1, game, x)
                }
                PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => legal[0],
            },
            PolicyKind::Fixed(policy) => policy
                .follow_ups
                .iter()
                .copied()
                .find(|choice| legal.contains(choice))
                .unwrap_or(legal[0]),
        }
    }
}

impl<'a> Bot<'a> {
    /// A bot that plays `policy`.
    pub const fn new(scenario: &'a Scenario, policy: &'a Policy) -> Self {
        Self {
            scenario,
            kind: &policy.kind,
        }
    }

    /// A bot that plays another policy of the same deck.
    fn of(&self, policy: usize) -> Self {
        Self::new(self.scenario, &self.scenario.policies[policy])
    }

    fn valued_demand(
        &self,
        policy: &ValuePolicy,
        game: &Game,
        restraint: Restraint,
        x: u64,
    ) -> Option<Demand> {
        let mut options = demand_options(self.scenario, game);
        options.retain(|option| option.is_none_or(|demand| restraint.allows(demand.intensity)));
        let values = valuation::demands(self.scenario, &policy.weights.patron, game, &options);
        options[choose(&values, policy.lambda, 3600, x)]
    }

    fn fixed_demand(&self, policy: &FixedPolicy, game: &Game) -> Option<Demand> {
        let wanted = policy.intensity?;
        let card = game.playable().next()?;
        let affordable = |intensity: &Intensity| {
            *intensity <= wanted && self.scenario.intensity(*intensity).effort <= game.effort
        };
        let intensity = Intensity::ALL.iter().rev().copied().find(affordable)?;
        Some(Demand {
            card,
            intensity,
            inducement: policy.inducement,
        })
    }

    fn valued_reply(
        &self,
        policy: &ValuePolicy,
        game: &Game,
        demand: Demand,
        legal: &[Reply],
        x: u64,
    ) -> Reply {
        let values = valuation::replies(
            self.scenario,
            &policy.weights.client,
            &game.position,
            demand,
            legal,
        );
        legal[choose(&values, policy.lambda, 360_000, x)]
    }

    fn valued_follow_up(&self, weights: &Weights, lambda: i64, game: &Game, x: u64) -> FollowUp {
        let legal = game.legal_follow_ups();
        let values = valuation::follow_ups(self.scenario, weights, game, legal);
        legal[choose(&values, lambda, 100, x)]
    }
}

fn pick(x: u64, count: usize) -> usize {
    usize::try_from(scale(x, count as u64)).unwrap_or(0)
}

fn fixed_reply(
    scenario: &Scenario,
    position: &Position,
    demand: Demand,
    policy: &FixedPolicy,
) -> Reply {
    if policy.reply != Response::Deflect {
        return Reply::plain(policy.reply);
    }
    match roomiest(scenario, position, scenario.cards[demand.card].domain) {
        Some(to) if may_deflect(scenario, position, demand.card, to) => Reply {
            response: Response::Deflect,
            to: Some(to),
        },
        _ => Reply::plain(Response::Partial),
    }
}
