//! The decisions before which players are put, and what a bot of the deck would do there.

use crate::expectations::choice::{choice, in_acts};
use crate::history::History;
use unequal_core::analysis::expectations::Choice;
use unequal_core::analysis::seated::Seated;
use unequal_core::bot::NoSuchBot;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::apply::apply;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;
use unequal_core::model::luck::split_mix;

/// A decision of a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The entry that recorded it.
    pub entry: EntryNumber,
    /// What was chosen.
    pub(super) done: Choice,
}

/// What a player gave at a decision, once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What it would do, where that is legal.
    pub(super) choice: Option<Choice>,
    /// What it expects the other side to do next, in a word, and how sure it is, 0 to 100.
    pub(super) forecast: Option<(String, u8)>,
}

impl Given {
    /// An act that a player would do before an entry; nothing where it is not legal there.
    pub fn act(history: &History, entry: EntryNumber, seat: Seat, act: &Action) -> Self {
        let before = history.state_at(entry.before());
        Self {
            choice: chosen(history, before, seat, act),
            forecast: None,
        }
    }

    /// The same, with what the player expects of the other side.
    #[must_use]
    pub fn foreseeing(self, forecast: Option<(String, u8)>) -> Self {
        Self { forecast, ..self }
    }
}

/// The decisions of a seat that stand; those of turn zero, and what was sealed, are not among them.
pub fn questions(history: &History, seat: Seat) -> Vec<Question> {
    let standing = history.standing().map(|moment| &moment.entry);
    standing
        .filter(|entry| entry.seat == seat && entry.act.is_decision())
        .filter(|entry| entry.act.kind() != Kind::Commit)
        .filter(|entry| !history.state_at(entry.number).room.rehearsing)
        .filter_map(|entry| {
            let states =
                [entry.number.before(), entry.number].map(|number| history.state_at(number));
            let act = (entry.seat, &entry.act);
            let (_, done) = choice(history.scenario(), act, states[0], states[1])?;
            Some(Question {
                entry: entry.number,
                done,
            })
        })
        .collect()
}

/// What a bot of the deck would do at decisions of a seat, so many times each, by a chance of its own.
///
/// # Errors
///
/// Fails if no bot of that name plays such a seat.
pub fn would(
    history: &History,
    seat: Seat,
    questions: &[Question],
    bot: &str,
    (seed, times): (u64, u32),
) -> Result<Vec<Vec<Given>>, NoSuchBot> {
    let scenario = history.scenario();
    let bot = Seated::named(scenario, seat, bot, history.expected_europe())?;
    let given = questions.iter().map(|question| {
        let mut state = history.state_at(question.entry.before()).clone();
        let once = |time: u32| {
            // The session's own luck is none of the bot's.
            state.game.seed = split_mix(split_mix(seed, question.entry.get()), u64::from(time));
            let act = bot.act(scenario, &state);
            let choice = act.and_then(|act| chosen(history, &state, seat, &act));
            Given {
                choice,
                forecast: None,
            }
        };
        (0..times).map(once).collect()
    });
    Ok(given.collect())
}

fn chosen(history: &History, before: &State, seat: Seat, act: &Action) -> Option<Choice> {
    let scenario = history.scenario();
    let after = apply(scenario, before, seat, act).ok()?.state;
    let (_, choice) = choice(scenario, (seat, act), before, &after)?;
    Some(choice)
}

/// A choice in the language of acts.
pub(super) fn act(history: &History, choice: Choice) -> Action {
    in_acts(history.scenario(), choice)
}
