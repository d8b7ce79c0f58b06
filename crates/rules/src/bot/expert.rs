//! A bot that thinks: it searches the sets of what its seat knows, against whom it takes the other to be.
//!
//! **The search** (single-observer information-set tree search). Before a choice the bot plays the rest of
//! the session many times. Each time it draws anew all that its seat does not know (dice, order of
//! events, the last move, whether banks comply; in the patron's seat the red lines that were not probed,
//! in the client's the menu, as long as it has not seen it), and seats opposite one of the deck's bots,
//! drawn by how well each has fitted so far. Its own choices grow a tree: a node is what the seat has
//! done and seen since the choice at hand, a branch what one of its *lines* would do there, after which
//! that line plays on; the lines are the deck's own value policies, always ready to climb down. Branches
//! are taken by upper confidence bounds among those that can be taken. The n-th try of each branch at
//! the root is made under the n-th draw, so that branches are compared under the same luck. What the
//! line would do that has served best in the session so far is played, unless a branch that was tried at
//! least half as often as the one tried most has a mean that lies a standard error above it.
//!
//! **The other** ([`belief`]). What the other does is compared with what each of the deck's bots would
//! have done in its place. The bot remembers this for the session that it plays; one that is made anew
//! in the middle of a session begins with no opinion.
//!
//! For a given number of playouts the choice is the same everywhere: means and bounds use only
//! operations whose results are fixed to the bit.

mod belief;
mod tree;

use std::cell::RefCell;

use super::play::{Players, Plays, decide as carry_out, finish_demand, play, play_decisions};
use super::valuation;
use super::{Bot, EuropeBot, Restraint, address};
use crate::model::choice::{BySide, Decision, Demand, FollowUp, Offer, Reply, Response, Side};
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::legal;
use crate::model::luck::{Stream, draw};
use crate::model::place::{First as _, PolicyAt};
use crate::model::scenario::{PolicyKind, Scenario, ValuePolicy};

use belief::{Belief, Seen};
use tree::{Act, Walker};

/// Playouts before a decision or a reply, unless a name says otherwise.
pub(super) const PLAYOUTS: u64 = 128;
/// Demands and offers that are tried besides what the lines would do.
const MORE: usize = 2;
/// Draws that one choice may take.
const DRAWS: u64 = 4096;

/// A bot that thinks.
#[derive(Debug)]
pub struct Expert<'a> {
    scenario: &'a Scenario,
    europe: EuropeBot,
    playouts: u64,
    /// Own choices after the one at hand that may grow the tree.
    depth: usize,
    lines: Vec<Bot<'a>>,
    others: Vec<Bot<'a>>,
    belief: RefCell<Belief>,
}

impl<'a> Expert<'a> {
    /// A bot that thinks for so many playouts, and looks for what is best at so many of its own choices
    /// after the one at hand.
    pub fn new(scenario: &'a Scenario, playouts: u64, depth: usize, europe: EuropeBot) -> Self {
        let bot = |kind: PolicyKind| Bot::new(scenario, kind).expecting(europe);
        let places = || PolicyAt::first(scenario.policies.len());
        let lines = places().filter_map(|at| line(&scenario.policy(at).kind));
        let lines: Vec<Bot<'a>> = lines
            .map(|kind| Bot {
                climbs_down: Some(true),
                ..bot(kind)
            })
            .collect();
        let others = places().map(|at| scenario.policy(at).kind.clone());
        let others = others.filter(|kind| !matches!(kind, PolicyKind::Rollout { .. }));
        let others: Vec<Bot<'a>> = others.map(bot).collect();
        Self {
            belief: RefCell::new(Belief::new(others.len())),
            scenario,
            europe,
            playouts,
            depth,
            lines,
            others,
        }
    }

    /// How well one of the deck's bots fits what the other has done in this session so far: 1 for the one
    /// that fits best; none for a bot that looks ahead, which the other is never taken for.
    pub fn fits(&self, policy: PolicyAt) -> Option<f64> {
        let kind = &self.scenario.policy(policy).kind;
        let place = self.others.iter().position(|other| other.kind == *kind)?;
        Some(self.belief.borrow().weight(place))
    }

    /// Plays the rest of the session again and again, and gives the act that served best.
    ///
    /// `then` takes the act in a game whose hidden facts were drawn, and plays the rest of the move.
    fn search(
        &self,
        game: &Game,
        side: Side,
        options: Vec<(Act, usize)>,
        playouts: u64,
        then: impl Fn(&mut Game, Act, Players<'_>),
    ) -> Option<Act> {
        if options.len() < 2 || self.lines.is_empty() {
            return options.first().map(|(act, _)| *act);
        }
        let proposed = options.iter().map(|(_, line)| *line);
        let by_lines = proposed.take(self.lines.len()).eq(0..self.lines.len());
        let walker = Walker::new(self.scenario, &self.lines, side, self.depth, options);
        for _ in 0..playouts {
            let (act, tries) = walker.begin();
            let at = DRAWS * address(game) + tries;
            let mut copy = game.clone();
            let seed = draw(game.seed, Stream::Rollouts, at);
            copy.reseed(self.scenario, seed, side == Side::Patron);
            let other = self.belief.borrow().pick(draw(seed, Stream::Rollouts, 1));
            let sides = match side {
                Side::Patron => [&walker as &dyn Plays, &self.others[other]],
                Side::Client => [&self.others[other] as &dyn Plays, &walker],
            };
            let players = Players {
                patron: sides[0],
                client: sides[1],
                europe: self.europe,
            };
            then(&mut copy, act, players);
            copy.close_move(self.scenario, Silent);
            play(self.scenario, &mut copy, players, |_| {});
            let aim = copy.outcome.map_or(0, |outcome| match side {
                Side::Patron => outcome.patron,
                Side::Client => outcome.client,
            });
            walker.credit(aim);
        }
        let served = by_lines.then(|| walker.merits());
        let home = served.and_then(|served| self.belief.borrow_mut().home(game, &served));
        walker.best(home)
    }

    /// The game as the client knows it before a demand: any menu that could have been laid.
    fn as_client_knows(&self, game: &Game) -> Game {
        let mut copy = game.clone();
        let seed = draw(
            game.seed,
            Stream::Rollouts,
            DRAWS * address(game) + DRAWS - 1,
        );
        copy.menu
            .lay(self.scenario, &copy.progress, seed, copy.move_index);
        copy
    }

    /// What each line would do.
    fn proposals(&self, of: impl Fn(&Bot<'a>) -> Act) -> Vec<(Act, usize)> {
        let each = self.lines.iter().enumerate();
        each.map(|(line, bot)| (of(bot), line)).collect()
    }

    /// Adds acts that no line proposed.
    fn with_more(options: &mut Vec<(Act, usize)>, acts: impl IntoIterator<Item = Act>) {
        for act in acts {
            if !options.iter().any(|(other, _)| *other == act) {
                options.push((act, 0));
            }
        }
    }

    fn first_weights(&self) -> Option<&ValuePolicy> {
        self.lines.first().and_then(|bot| bot.kind.weighs())
    }
}

/// The line that a policy makes: one without noise.
fn line(kind: &PolicyKind) -> Option<PolicyKind> {
    let sure = |policy: &ValuePolicy| ValuePolicy {
        lambda: -1,
        ..policy.clone()
    };
    match kind {
        PolicyKind::Value(policy) => Some(PolicyKind::Value(sure(policy))),
        PolicyKind::TitForTat(policy) => Some(PolicyKind::TitForTat(sure(policy))),
        PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => None,
    }
}

impl Plays for Expert<'_> {
    fn climbs_down(&self, game: &Game, side: Side) -> bool {
        let known = match side {
            Side::Patron => game.clone(),
            Side::Client => self.as_client_knows(game),
        };
        let options = (0..self.lines.len().min(MORE))
            .flat_map(|line| [(Act::Climb(true), line), (Act::Climb(false), line)])
            .collect();
        let scenario = self.scenario;
        let act = self.search(
            &known,
            side,
            options,
            self.playouts / 2,
            |game, act, players| {
                let own = act == Act::Climb(true);
                let sides = BySide::new(players.patron, players.client);
                let acts = BySide::from_fn(|of| {
                    legal::may_de_escalate(scenario, game, of)
                        && if of == side {
                            own
                        } else {
                            sides[of].climbs_down(game, of)
                        }
                });
                game.de_escalate(scenario, acts, Silent);
                let offer = players.client.offer(game);
                game.table_offer(scenario, offer);
                play_decisions(scenario, game, players);
            },
        );
        act == Some(Act::Climb(true))
    }

    fn offer(&self, game: &Game) -> Option<Offer> {
        let scenario = self.scenario;
        self.belief.borrow_mut().close(&self.others, game);
        let known = self.as_client_knows(game);
        let mut options = vec![(Act::Offer(None), 0)];
        if game.offer_wait == 0 {
            options = self.proposals(|bot| Act::Offer(bot.offer(&known)));
            Self::with_more(&mut options, [Act::Offer(None)]);
            if let Some(policy) = self.first_weights() {
                let mut more =
                    valuation::acceptable_offers(scenario, &policy.client, &known, i64::MIN);
                more.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
                let more = more.into_iter().take(MORE);
                Self::with_more(&mut options, more.map(|(offer, _)| Act::Offer(Some(offer))));
            }
        }
        let playouts = self.playouts / 2;
        let act = self.search(
            &known,
            Side::Client,
            options,
            playouts,
            |game, act, players| {
                game.table_offer(scenario, act.offer());
                play_decisions(scenario, game, players);
            },
        );
        let offer = act.and_then(Act::offer);
        let mut tabled = game.clone();
        tabled.table_offer(scenario, offer);
        self.belief.borrow_mut().open(Seen::Waiting, tabled);
        offer
    }

    fn decide(&self, game: &Game) -> Decision {
        let scenario = self.scenario;
        let mut options = self.proposals(|bot| Act::Decision(bot.decide(game)));
        Self::with_more(&mut options, [Act::Decision(Decision::Hold)]);
        Self::with_more(
            &mut options,
            game.open_offer().map(|_| Act::Decision(Decision::TakeUp)),
        );
        if let Some(policy) = self.first_weights() {
            let (acts, values) =
                valuation::decisions(scenario, &policy.patron, game, Restraint::NONE);
            let mut order: Vec<usize> = (0..acts.len()).collect();
            order.sort_by_key(|&place| std::cmp::Reverse(values[place]));
            let more = order.into_iter().take(MORE);
            Self::with_more(&mut options, more.map(|place| Act::Decision(acts[place])));
        }
        let act = self.search(
            game,
            Side::Patron,
            options,
            self.playouts,
            |game, act, players| {
                let decision = act.decision();
                carry_out(scenario, game, players, decision);
                if decision != Decision::Hold {
                    play_decisions(scenario, game, players);
                }
            },
        );
        let decision = act.map_or(Decision::Hold, Act::decision);
        if let Decision::Demand(demand) = decision {
            let mut tabled = game.clone();
            tabled.table(scenario, demand, Silent);
            tabled.position = tabled.position.as_patron_knows(scenario);
            self.belief.borrow_mut().open(Seen::Asked(demand), tabled);
        }
        decision
    }

    fn reply(&self, game: &Game, demand: Demand) -> Reply {
        let scenario = self.scenario;
        self.belief.borrow_mut().asked(&self.others, game, demand);
        let mut options = self.proposals(|bot| Act::Reply(bot.reply(game, demand)));
        let plain = legal::replies(scenario, game, demand);
        let plain = plain.filter(|reply| reply.instead.is_none());
        Self::with_more(&mut options, plain.map(Act::Reply));
        let act = self.search(
            game,
            Side::Client,
            options,
            self.playouts,
            |game, act, players| {
                finish_demand(scenario, game, players.patron, demand, act.reply());
                play_decisions(scenario, game, players);
            },
        );
        act.map_or(Reply::plain(Response::Stall), Act::reply)
    }

    fn follow_up(&self, game: &Game) -> FollowUp {
        let scenario = self.scenario;
        if let Some(exchange) = game.open_exchange() {
            let mut belief = self.belief.borrow_mut();
            belief.answered(&self.others, game, exchange.reply);
        }
        let legal = game.legal_follow_ups();
        let mut options = self.proposals(|bot| Act::FollowUp(bot.follow_up(game)));
        Self::with_more(&mut options, legal.iter().copied().map(Act::FollowUp));
        let playouts = self.playouts / 2;
        let act = self.search(
            game,
            Side::Patron,
            options,
            playouts,
            |game, act, players| {
                game.follow_up(scenario, act.follow_up(), Silent);
                play_decisions(scenario, game, players);
            },
        );
        act.map_or(FollowUp::BackDown, Act::follow_up)
    }
}
