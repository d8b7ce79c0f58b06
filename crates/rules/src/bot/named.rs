//! Bots by name: those of the deck, and fixed ones for tests and comparisons.
//!
//! `never` asks for nothing; `ask-I-N-FFF` demands at intensity I with inducement N, both as digits, and
//! follows up with the first legal one of the digits FFF; `reply-WORD` always answers so. After the name
//! `!` means that the bot always climbs down in a crisis, `?` that it never does, `~` before them that it
//! makes no offers.

use thiserror::Error;

use super::expert::PLAYOUTS;
use super::{Bot, EuropeBot, Expert, Plays};
use crate::model::choice::{FollowUp, Inducement, Intensity, Response};
use crate::model::scenario::{FixedPolicy, PolicyKind, Scenario};

/// There is no bot of that name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no bot `{0}`")]
pub struct NoSuchBot(pub String);

impl<'a> Bot<'a> {
    /// The bot that a name means.
    ///
    /// # Errors
    ///
    /// Fails if the deck has no policy of that name and it means no fixed bot.
    pub fn named(scenario: &'a Scenario, name: &str) -> Result<Self, NoSuchBot> {
        let (rest, climbs_down) = match (name.strip_suffix('!'), name.strip_suffix('?')) {
            (Some(rest), _) => (rest, Some(true)),
            (None, Some(rest)) => (rest, Some(false)),
            (None, None) => (name, None),
        };
        let (rest, offers) = rest
            .strip_suffix('~')
            .map_or((rest, true), |rest| (rest, false));
        let kind = match scenario.policy_at(rest) {
            Some(at) => scenario.policy(at).kind.clone(),
            None => PolicyKind::Fixed(fixed(rest).ok_or_else(|| NoSuchBot(name.to_owned()))?),
        };
        Ok(Self {
            climbs_down,
            offers,
            ..Self::new(scenario, kind)
        })
    }
}

/// Own choices after the one at hand up to which an expert's tree may grow.
const DEEP: usize = 3;

/// Whoever a name means, to sit in a seat, and to expect somebody in Europe's.
///
/// Besides what [`Bot::named`] knows there is `expert`, which thinks, and `reader`, which looks ahead by
/// whom it takes the other to be and searches no further than the choice at hand; behind a dash may
/// stand the playouts, as in `expert-64`.
///
/// # Errors
///
/// As [`Bot::named`].
pub fn seat<'a>(
    scenario: &'a Scenario,
    name: &str,
    europe: EuropeBot,
) -> Result<Box<dyn Plays + 'a>, NoSuchBot> {
    let thinks = |word: &str, depth: usize| {
        let playouts = match name.strip_prefix(word)?.strip_prefix('-') {
            Some(playouts) => playouts.parse().ok()?,
            None => (name == word).then_some(PLAYOUTS)?,
        };
        Some(Box::new(Expert::new(scenario, playouts, depth, europe)) as Box<dyn Plays + 'a>)
    };
    if let Some(bot) = thinks("expert", DEEP).or_else(|| thinks("reader", 0)) {
        return Ok(bot);
    }
    Ok(Box::new(Bot::named(scenario, name)?.expecting(europe)))
}

fn fixed(name: &str) -> Option<FixedPolicy> {
    let mut policy = FixedPolicy {
        reply: Response::Accept,
        intensity: None,
        inducement: Inducement::None,
        follow_ups: Vec::new(),
    };
    if let Some(word) = name.strip_prefix("reply-") {
        policy.reply = Response::from_word(word)?;
    } else if let Some(terms) = name.strip_prefix("ask-") {
        let [intensity, inducement, follow_ups] = terms.split('-').collect::<Vec<_>>()[..] else {
            return None;
        };
        policy.intensity = Some(at(Intensity::ALL, intensity.chars().next()?)?);
        policy.inducement = at(Inducement::ALL, inducement.chars().next()?)?;
        let wanted = follow_ups.chars().map(|digit| at(FollowUp::ALL, digit));
        policy.follow_ups = wanted.collect::<Option<_>>()?;
    } else if name != "never" {
        return None;
    }
    Some(policy)
}

/// The word of a vocabulary at the place that a digit means.
fn at<T: Copy>(words: &[T], digit: char) -> Option<T> {
    words.get(digit.to_digit(10)? as usize).copied()
}
