//! Whom a bot that thinks takes the other to be, by what the other has done.

use super::super::play::Plays as _;
use super::Bot;
use crate::model::choice::{Decision, Demand, Reply, is_met};
use crate::model::game::Game;
use crate::model::luck::{Stream, draw};
use crate::model::scenario::PolicyKind;

/// How often a bot with noise is asked what it would do.
const SAMPLES: u32 = 6;
/// What is left of a bot's weight if it would never have done what was done.
const LEAST: f64 = 0.1;
/// Tries of a line that count as having shown nothing.
const CAUTION: f64 = 8.0;
/// How well a bot that plays at random fits whatever is done.
const ANYTHING: f64 = 0.25;

/// What the bot waits to see.
#[derive(Clone, Copy, Debug)]
pub(super) enum Seen {
    /// What the patron decides.
    Waiting,
    /// How the client answers a demand.
    Asked(Demand),
}

/// Weights of all bots that the other may be, in one session.
#[derive(Debug)]
pub(super) struct Belief {
    /// The session that they are of.
    seed: Option<u64>,
    weights: Vec<f64>,
    /// How often each line was tried, and the sum of what it was better than others.
    merits: Vec<(f64, f64)>,
    /// The game in which the other has to choose, as far as it is known.
    open: Option<(Seen, Game)>,
}

impl Belief {
    /// No opinion.
    pub(super) fn new(others: usize) -> Self {
        Self {
            seed: None,
            weights: vec![1.0; others],
            merits: Vec::new(),
            open: None,
        }
    }

    /// How well one of the others fits: 1 for the one that fits best.
    pub(super) fn weight(&self, place: usize) -> f64 {
        self.weights[place]
    }

    /// One of the others, by their weights; `x` is a draw.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what a float holds")]
    pub(super) fn pick(&self, x: u64) -> usize {
        let part = (x >> 11) as f64 / (1_u64 << 53) as f64;
        let mut left = part * self.weights.iter().sum::<f64>();
        for (place, weight) in self.weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return place;
            }
        }
        0
    }

    /// Takes in how lines have served once more; gives the one that has served best in this session.
    pub(super) fn home(&mut self, game: &Game, served: &[(f64, f64)]) -> Option<usize> {
        self.forget_others(game);
        self.merits.resize(served.len(), (0.0, 0.0));
        for ((tries, sum), (more, better)) in self.merits.iter_mut().zip(served) {
            *tries += more;
            *sum += more * better;
        }
        let merit = |place: &usize| self.merits[*place].1 / (self.merits[*place].0 + CAUTION);
        let places = (0..self.merits.len()).rev();
        places.max_by(|a, b| merit(a).total_cmp(&merit(b)))
    }

    /// Remembers where the other has to choose.
    pub(super) fn open(&mut self, what: Seen, game: Game) {
        self.forget_others(&game);
        self.open = Some((what, game));
    }

    /// Forgets what belongs to another session.
    fn forget_others(&mut self, game: &Game) {
        if self.seed != Some(game.seed) {
            self.seed = Some(game.seed);
            self.weights.fill(1.0);
            self.merits.clear();
            self.open = None;
        }
    }

    /// The patron has tabled a demand.
    pub(super) fn asked(&mut self, others: &[Bot<'_>], game: &Game, demand: Demand) {
        self.forget_others(game);
        if let Some((Seen::Waiting, before)) = self.open.take()
            && before.move_index == game.move_index
        {
            self.decided(others, &before, Decision::Demand(demand));
        }
    }

    /// A move has begun in which nothing was asked in the last one: the patron held, or took up an offer.
    pub(super) fn close(&mut self, others: &[Bot<'_>], game: &Game) {
        self.forget_others(game);
        if let Some((Seen::Waiting, before)) = self.open.take()
            && before.move_index < game.move_index
        {
            let decision = match (before.open_offer(), game.memory.follow_up) {
                (Some(_), Some(_)) => Decision::TakeUp,
                (None, _) | (Some(_), None) => Decision::Hold,
            };
            self.decided(others, &before, decision);
        }
    }

    fn decided(&mut self, others: &[Bot<'_>], before: &Game, done: Decision) {
        self.weigh(others, before, |bot, game| alike(bot.decide(game), done));
    }

    /// The client has answered a demand.
    pub(super) fn answered(&mut self, others: &[Bot<'_>], game: &Game, reply: Reply) {
        self.forget_others(game);
        if let Some((Seen::Asked(demand), before)) = self.open.take()
            && before.move_index == game.move_index
        {
            self.weigh(others, &before, |bot, game| {
                same_reply(bot.reply(game, demand), reply)
            });
        }
    }

    /// Weighs each of the others by how well what it would have done fits.
    fn weigh(&mut self, others: &[Bot<'_>], before: &Game, fits: impl Fn(&Bot<'_>, &Game) -> f64) {
        for (weight, bot) in self.weights.iter_mut().zip(others) {
            let noisy = bot.kind.weighs().is_some_and(|policy| policy.lambda >= 0);
            let fit = if bot.kind == PolicyKind::Random {
                ANYTHING
            } else if noisy {
                let mut sum = 0.0;
                let mut copy = before.clone();
                for sample in 0..u64::from(SAMPLES) {
                    copy.seed = draw(before.seed, Stream::Rollouts, u64::MAX - sample);
                    sum += fits(bot, &copy) / f64::from(SAMPLES);
                }
                sum
            } else {
                fits(bot, before)
            };
            *weight *= LEAST + (1.0 - LEAST) * fit;
        }
        let largest = self.weights.iter().copied().fold(0.0, f64::max);
        if largest > 0.0 {
            self.weights
                .iter_mut()
                .for_each(|weight| *weight /= largest);
        }
    }
}

/// How much one decision is like another, from 0 to 1.
fn alike(one: Decision, other: Decision) -> f64 {
    match (one, other) {
        (Decision::Demand(one), Decision::Demand(other)) => {
            match (one.card == other.card, one.intensity == other.intensity) {
                (true, true) if one.inducement == other.inducement => 1.0,
                (true, true) => 0.7,
                (false, true) => 0.3,
                (true, false) => 0.2,
                (false, false) => 0.0,
            }
        }
        _ if one == other => 1.0,
        _ => 0.0,
    }
}

/// How much one reply is like another, from 0 to 1.
fn same_reply(one: Reply, other: Reply) -> f64 {
    if one == other {
        1.0
    } else if one.response == other.response {
        0.8
    } else if is_met(one.response) == is_met(other.response) {
        0.3
    } else {
        0.0
    }
}
