//! The tree of a search: what the seat may do from what it has done and seen, and how that has served it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::super::play::Plays;
use super::Bot;
use crate::model::choice::{Decision, Demand, FollowUp, Offer, Reply, Response, Side};
use crate::model::game::Game;
use crate::model::luck::split_mix;
use crate::model::place::At as _;
use crate::model::scenario::Scenario;

/// How much a branch that was tried less may be worth a try: points of an aim.
const CURIOSITY: f64 = 6.0;
/// Lines that propose branches below the root, besides the one that plays.
const BELOW: usize = 2;

/// Anything that a seat may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Climb(bool),
    Offer(Option<Offer>),
    Decision(Decision),
    Reply(Reply),
    FollowUp(FollowUp),
}

impl Act {
    pub(super) const fn offer(self) -> Option<Offer> {
        match self {
            Self::Offer(offer) => offer,
            Self::Climb(_) | Self::Decision(_) | Self::Reply(_) | Self::FollowUp(_) => None,
        }
    }

    pub(super) const fn decision(self) -> Decision {
        match self {
            Self::Decision(decision) => decision,
            Self::Climb(_) | Self::Offer(_) | Self::Reply(_) | Self::FollowUp(_) => Decision::Hold,
        }
    }

    pub(super) const fn reply(self) -> Reply {
        match self {
            Self::Reply(reply) => reply,
            Self::Climb(_) | Self::Offer(_) | Self::Decision(_) | Self::FollowUp(_) => {
                Reply::plain(Response::Stall)
            }
        }
    }

    pub(super) const fn follow_up(self) -> FollowUp {
        match self {
            Self::FollowUp(choice) => choice,
            Self::Climb(_) | Self::Offer(_) | Self::Decision(_) | Self::Reply(_) => {
                FollowUp::BackDown
            }
        }
    }
}

/// An act, and the line that plays on after it.
#[derive(Clone, Copy, Debug)]
struct Branch {
    act: Act,
    line: usize,
    /// How often it was tried.
    tries: u64,
    /// How often it could have been.
    offered: u64,
    /// The sum of the aims that came of it, and of their squares.
    sum: i64,
    squares: i64,
}

impl Branch {
    const fn new((act, line): (Act, usize)) -> Self {
        Self {
            act,
            line,
            tries: 0,
            offered: 0,
            sum: 0,
            squares: 0,
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "sums of aims stay far below 2^52"
    )]
    fn mean(&self) -> f64 {
        self.sum as f64 / self.tries.max(1) as f64
    }

    /// The variance of the mean; that of a branch tried once is not known, and taken to be large.
    #[expect(
        clippy::cast_precision_loss,
        reason = "sums of aims stay far below 2^52"
    )]
    fn variance(&self) -> f64 {
        let tries = self.tries.max(1) as f64;
        let spread = self.squares as f64 / tries - self.mean() * self.mean();
        if self.tries < 2 {
            1e6
        } else {
            spread.max(0.0) / (tries - 1.0)
        }
    }

    /// The upper confidence bound; the logarithm is rounded down to that of a power of two.
    #[expect(clippy::cast_precision_loss, reason = "a count of tries")]
    fn bound(&self) -> f64 {
        let doublings = f64::from(self.offered.max(1).ilog2() + 1);
        self.mean() + CURIOSITY * (doublings / self.tries as f64).sqrt()
    }
}

/// The branch to try now among some: one that was not tried yet, else that with the highest bound.
fn next(branches: &[Branch], among: &[usize]) -> usize {
    let fresh = among.iter().find(|&&place| branches[place].tries == 0);
    let highest = || {
        let order =
            |a: &&usize, b: &&usize| branches[**a].bound().total_cmp(&branches[**b].bound());
        // Of equals the first.
        among.iter().rev().max_by(order)
    };
    fresh.or_else(highest).copied().unwrap_or(0)
}

/// What is kept while a playout goes on.
#[derive(Debug)]
struct Walk {
    nodes: BTreeMap<u64, Vec<Branch>>,
    /// What was done and seen since the root.
    key: u64,
    /// The line that plays where the tree does not reach.
    line: usize,
    /// The branches taken.
    path: Vec<(u64, usize)>,
    /// Whether the playout is still in the tree.
    inside: bool,
}

impl Walk {
    /// Takes the next branch among some of the node at hand.
    fn take(&mut self, among: &[usize]) -> (Act, u64) {
        let branches = self.nodes.entry(self.key).or_default();
        for &place in among {
            branches[place].offered += 1;
        }
        let place = next(branches, among);
        let branch = branches[place];
        self.path.push((self.key, place));
        self.line = branch.line;
        self.key = split_mix(self.key, place as u64);
        (branch.act, branch.tries)
    }
}

/// Plays a seat in playouts: by the tree as far as it reaches, then by a line.
#[derive(Debug)]
pub(super) struct Walker<'a> {
    scenario: &'a Scenario,
    lines: &'a [Bot<'a>],
    side: Side,
    depth: usize,
    walk: RefCell<Walk>,
}

/// The key of the root.
const ROOT: u64 = 0;

impl<'a> Walker<'a> {
    /// A tree of which only the root is known.
    pub(super) fn new(
        scenario: &'a Scenario,
        lines: &'a [Bot<'a>],
        side: Side,
        depth: usize,
        options: Vec<(Act, usize)>,
    ) -> Self {
        let root = options.into_iter().map(Branch::new).collect();
        Self {
            scenario,
            lines,
            side,
            depth,
            walk: RefCell::new(Walk {
                nodes: BTreeMap::from([(ROOT, root)]),
                key: ROOT,
                line: 0,
                path: Vec::new(),
                inside: true,
            }),
        }
    }

    /// Begins a playout: the act at the root, and how often it was tried before.
    pub(super) fn begin(&self) -> (Act, u64) {
        let walk = &mut *self.walk.borrow_mut();
        walk.path.clear();
        walk.key = ROOT;
        walk.inside = true;
        let all: Vec<usize> = (0..walk.nodes[&ROOT].len()).collect();
        walk.take(&all)
    }

    /// Notes what came of a playout.
    pub(super) fn credit(&self, aim: i64) {
        let walk = &mut *self.walk.borrow_mut();
        for (key, place) in &walk.path {
            if let Some(branch) = walk
                .nodes
                .get_mut(key)
                .and_then(|node| node.get_mut(*place))
            {
                branch.tries += 1;
                branch.sum += aim;
                branch.squares += aim * aim;
            }
        }
    }

    /// How each line has served at the root, where the first branches are what each would do: its tries,
    /// and how far its mean lies above that of all.
    #[expect(clippy::cast_precision_loss, reason = "a count of tries")]
    pub(super) fn merits(&self) -> Vec<(f64, f64)> {
        let walk = self.walk.borrow();
        let root = &walk.nodes[&ROOT];
        let tries: u64 = root.iter().map(|branch| branch.tries).sum();
        let sum: i64 = root.iter().map(|branch| branch.sum).sum();
        let mean = sum as f64 / tries.max(1) as f64;
        let each = root.iter().take(self.lines.len());
        each.map(|branch| (branch.tries as f64, branch.mean() - mean))
            .collect()
    }

    /// The act of the branch with the best mean among those that were tried often enough; if there is a
    /// `home`, a branch to stay with, only if its mean lies a standard error above that one's.
    pub(super) fn best(&self, home: Option<usize>) -> Option<Act> {
        let walk = self.walk.borrow();
        let root = walk.nodes.get(&ROOT)?;
        let most = root.iter().map(|branch| branch.tries).max()?;
        let tried = root.iter().filter(|branch| 2 * branch.tries >= most);
        let best = tried.rev().max_by(|a, b| a.mean().total_cmp(&b.mean()))?;
        let home = home.and_then(|place| root.get(place)).unwrap_or(best);
        let error = (best.variance() + home.variance()).sqrt();
        let leaves = best.mean() - home.mean() > error;
        Some(if leaves { best.act } else { home.act })
    }

    /// The act at a choice after the root: by the tree, or by the line that plays.
    fn choose(&self, seen: u64, of: impl Fn(&Bot<'a>) -> Act) -> Act {
        let walk = &mut *self.walk.borrow_mut();
        if walk.inside && walk.path.len() <= self.depth {
            walk.key = split_mix(walk.key, seen);
            if walk.nodes.contains_key(&walk.key) {
                let others = (0..self.lines.len()).filter(|line| *line != walk.line);
                let lines = std::iter::once(walk.line).chain(others.take(BELOW));
                let branches = walk.nodes.entry(walk.key).or_default();
                let mut among = Vec::new();
                for line in lines {
                    let act = of(&self.lines[line]);
                    let same = |branch: &Branch| branch.act == act && branch.line == line;
                    let place = branches.iter().position(same).unwrap_or(branches.len());
                    if place == branches.len() {
                        branches.push(Branch::new((act, line)));
                    }
                    among.push(place);
                }
                return walk.take(&among).0;
            }
            walk.nodes.insert(walk.key, Vec::new());
        }
        walk.inside = false;
        of(&self.lines[walk.line])
    }
}

/// What was seen of a demand.
fn of_demand(scenario: &Scenario, demand: Demand) -> u64 {
    let domain = scenario.card(demand.card).domain.index();
    (16 * domain + 4 * demand.intensity.index() + demand.inducement.index()) as u64
}

impl Plays for Walker<'_> {
    fn climbs_down(&self, game: &Game, side: Side) -> bool {
        let line = self.walk.borrow().line;
        self.lines[line].climbs_down(game, side)
    }

    fn offer(&self, game: &Game) -> Option<Offer> {
        let line = self.walk.borrow().line;
        self.lines[line].offer(game)
    }

    fn decide(&self, game: &Game) -> Decision {
        debug_assert_eq!(self.side, Side::Patron, "only the patron decides");
        self.choose(1, |bot| Act::Decision(bot.decide(game)))
            .decision()
    }

    fn reply(&self, game: &Game, demand: Demand) -> Reply {
        let seen = 1000 + of_demand(self.scenario, demand);
        self.choose(seen, |bot| Act::Reply(bot.reply(game, demand)))
            .reply()
    }

    fn follow_up(&self, game: &Game) -> FollowUp {
        let seen = game.open_exchange().map_or(0, |exchange| {
            2000 + 8 * exchange.reply.response.index() as u64 + exchange.band.index() as u64
        });
        self.choose(seen, |bot| Act::FollowUp(bot.follow_up(game)))
            .follow_up()
    }
}
