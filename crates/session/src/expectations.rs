//! What each act of a session moved: expectations before and after it, and of what could have been chosen instead.
//!
//! The work is cut into questions that own all they need, so that it can be done in the background
//! while the table goes on. Answers are kept beside the save, under the digest of the entry that
//! they speak of: an answer about an entry stays good when the record grows. They rest on where the
//! red lines truly lie, so before the end of a session they are for the white cell alone.

pub(crate) mod choice;
mod fit;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::history::History;
use crate::moment::Moment;
use unequal_core::analysis::expectations::{
    Choice, Difference, Expectation, Method, Sample, Served, Stopped, Watch, alternatives,
    from_choice, from_state, usual_policy,
};
use unequal_core::bot::EuropeBot;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::state::State;
use unequal_core::model::scenario::Scenario;
use unequal_core::store::{Findings, StoreError};

use choice::{choice, in_acts};

pub use fit::{MOST, widened};

/// Everything that is to be worked out about a session.
#[derive(Clone, Debug)]
pub struct Inquiry {
    /// How it is worked out.
    pub terms: Terms,
    scenario: Scenario,
    questions: Vec<Question>,
}

/// The terms of an inquiry: the same terms give the same answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The policy that plays on, at both sides.
    pub policy: String,
    /// Who plays on in Europe's seat; it stays empty where it is.
    pub europe: EuropeBot,
    /// Playouts a choice.
    pub playouts: u64,
    /// The seed of the playouts' seeds.
    pub seed: u64,
}

/// What one entry moved.
#[derive(Clone, Debug)]
struct Question {
    entry: EntryNumber,
    key: String,
    before: State,
    after: State,
    /// The choice made, with the state at which it was made.
    choice: Option<(State, Choice)>,
}

/// The answer for one entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The entry.
    pub entry: EntryNumber,
    /// What could be expected after it.
    pub expected: Expectation,
    /// How far the entry moved expected final stability.
    pub moved: Difference,
    /// What could have been chosen instead; empty for acts that no side chooses.
    pub instead: Vec<Instead>,
}

/// Something that could have been chosen instead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instead {
    /// The act.
    pub act: Action,
    /// What could be expected of it.
    pub expected: Expectation,
    /// How much more stability than the act taken it led to.
    pub difference: Difference,
    /// How much better or worse than the act taken it served each aim.
    pub served: Served,
}

/// Whoever watched asked to stop; what was answered by then is good.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("stopped after {} entries", .answered.len())]
pub struct BrokenOff {
    /// The answers up to there, in the order of the entries.
    pub answered: Vec<Answer>,
}

/// How far an inquiry has come: questions answered, and how many there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) -> ControlFlow<()> + Sync);

impl Inquiry {
    /// The questions that a session raises. Without a policy, the one that the deck's patrons expect to face.
    pub fn new(table: &History, policy: Option<&str>, playouts: u64) -> Option<Self> {
        let scenario = table.scenario().clone();
        let policy = match policy {
            Some(name) => scenario.policy(scenario.policy_at(name)?),
            None => usual_policy(&scenario),
        };
        let terms = Terms {
            policy: policy.name.clone(),
            europe: table.expected_europe(),
            playouts,
            seed: table.setup().seed,
        };
        let questions = table
            .standing()
            .filter(|moment| moves_play(&moment.entry.act))
            .filter(|moment| !table.state_at(moment.entry.number).room.rehearsing)
            .map(|moment| question(table, moment))
            .collect();
        Some(Self {
            terms,
            scenario,
            questions,
        })
    }

    /// The same inquiry about one entry alone.
    #[must_use]
    pub fn only(mut self, entry: EntryNumber) -> Self {
        self.questions.retain(|question| question.entry == entry);
        self
    }

    /// How many questions there are.
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// The same with as many playouts a choice as a session of this length leaves time for, [`MOST`] at most.
    #[must_use]
    pub fn fitted(mut self) -> Self {
        self.terms.playouts = fit::playouts(
            self.questions
                .iter()
                .map(|question| self.once(question))
                .sum(),
        );
        self
    }

    /// How many exchanges the playouts of a question go through if each choice is played once.
    fn once(&self, question: &Question) -> u64 {
        let after = fit::exchanges(&self.scenario, &question.after);
        question.choice.as_ref().map_or(after, |(state, choice)| {
            let others = alternatives(&self.scenario, state, *choice).len() as u64;
            after + others * fit::exchanges(&self.scenario, state)
        })
    }

    /// Answers all questions, in the order of the entries; those in `known` are not asked again.
    ///
    /// # Errors
    ///
    /// If `progress` breaks off, gives what was answered by then.
    pub fn answer(&self, known: &Known, progress: Progress<'_>) -> Result<Vec<Answer>, BrokenOff> {
        let mut answered = Vec::with_capacity(self.questions.len());
        match self.answer_into(&mut answered, known, progress) {
            Ok(()) => Ok(answered),
            Err(Stopped) => Err(BrokenOff { answered }),
        }
    }

    fn answer_into(
        &self,
        answers: &mut Vec<Answer>,
        known: &Known,
        progress: Progress<'_>,
    ) -> Result<(), Stopped> {
        let mut last: Option<(EntryNumber, Sample)> = None;
        for (place, question) in self.questions.iter().enumerate() {
            let watch = || progress(place, self.questions.len());
            if watch().is_break() {
                return Err(Stopped);
            }
            if let Some(answer) = known.get(&self.terms, &question.key) {
                answers.push(Answer {
                    entry: question.entry,
                    ..answer.clone()
                });
                continue;
            }
            let follows = place > 0
                && last.as_ref().map(|(entry, _)| *entry)
                    == self.questions.get(place - 1).map(|before| before.entry);
            let before = match last.take() {
                Some((_, sample)) if follows => sample,
                _ => self.sample(&question.before, None, &watch)?,
            };
            let after = self.sample(&question.after, None, &watch)?;
            answers.push(Answer {
                entry: question.entry,
                expected: after.expectation(),
                moved: after.less(&before),
                instead: self.instead(question, &after, &watch)?,
            });
            last = Some((question.entry, after));
        }
        Ok(())
    }

    fn instead(
        &self,
        question: &Question,
        taken: &Sample,
        watch: Watch<'_>,
    ) -> Result<Vec<Instead>, Stopped> {
        let Some((state, choice)) = &question.choice else {
            return Ok(Vec::new());
        };
        alternatives(&self.scenario, state, *choice)
            .into_iter()
            .map(|other| {
                let sample = self.sample(state, Some(other), watch)?;
                Ok(Instead {
                    act: in_acts(&self.scenario, other),
                    expected: sample.expectation(),
                    difference: sample.less(taken),
                    served: sample.served(taken),
                })
            })
            .collect()
    }

    fn sample(
        &self,
        state: &State,
        choice: Option<Choice>,
        watch: Watch<'_>,
    ) -> Result<Sample, Stopped> {
        let place = self.scenario.policy_at(&self.terms.policy);
        let method = Method {
            policy: place.map_or_else(
                || usual_policy(&self.scenario),
                |place| self.scenario.policy(place),
            ),
            europe: self.terms.europe,
            playouts: self.terms.playouts,
            seed: self.terms.seed,
        };
        match choice {
            None => from_state(&self.scenario, state, &method, watch),
            Some(choice) => from_choice(&self.scenario, state, choice, &method, watch),
        }
    }

    /// The answers found, under the digests of their entries.
    fn keyed(&self, answers: &[Answer]) -> BTreeMap<String, Answer> {
        let keys = self.questions.iter().map(|question| question.key.clone());
        keys.zip(answers.iter().cloned())
            .filter(|(key, _)| !key.is_empty())
            .collect()
    }
}

/// Whether an act can change what is to be expected. Turn zero and the room around the game cannot.
const fn moves_play(act: &Action) -> bool {
    match act {
        Action::WriteDemand { .. } | Action::SetLength { .. } => true,
        Action::Undo { .. } => false,
        act => !act.is_about_the_room(),
    }
}

fn question(table: &History, moment: &Moment) -> Question {
    let number = moment.entry.number;
    let before = table.state_at(number.before());
    let after = table.state_at(number);
    Question {
        entry: number,
        key: moment.entry.digest.clone(),
        before: before.clone(),
        after: after.clone(),
        choice: choice(
            table.scenario(),
            (moment.entry.seat, &moment.entry.act),
            before,
            after,
        ),
    }
}

/// Answers that are known already.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    format: u32,
    program: String,
    terms: Option<Terms>,
    answers: BTreeMap<String, Answer>,
}

const FORMAT: u32 = 3;

impl Known {
    /// What is known of a session that lies on the disk; nothing of any other.
    pub fn of(table: &History) -> Self {
        table
            .path()
            .and_then(|path| Findings::Expected.load(path))
            .and_then(|text| Self::read(&text))
            .unwrap_or_default()
    }

    /// The playouts a choice that it rests on; none where nothing is known.
    pub fn playouts(&self) -> Option<u64> {
        self.terms.as_ref().map(|terms| terms.playouts)
    }

    /// Whether every question of an inquiry is answered already.
    pub fn holds(&self, inquiry: &Inquiry) -> bool {
        let questions = inquiry.questions.iter();
        questions
            .map(|question| self.get(&inquiry.terms, &question.key))
            .all(|answer| answer.is_some())
    }

    fn get(&self, terms: &Terms, key: &str) -> Option<&Answer> {
        self.answers
            .get(key)
            .filter(|_| self.terms.as_ref() == Some(terms) && !key.is_empty())
    }

    /// Keeps the answers of an inquiry beside the save, with those on the same terms that are there by now.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written.
    pub fn keep(table: &History, inquiry: &Inquiry, answers: &[Answer]) -> Result<(), StoreError> {
        let Some(path) = table.path() else {
            return Ok(());
        };
        let mut known = Self {
            format: FORMAT,
            program: PROGRAM.to_owned(),
            terms: Some(inquiry.terms.clone()),
            answers: inquiry.keyed(answers),
        };
        Findings::Expected.keep(path, |there| {
            let there = there.and_then(Self::read).unwrap_or_default();
            if there.terms == known.terms {
                for (key, answer) in there.answers {
                    known.answers.entry(key).or_insert(answer);
                }
            }
            // A file that cannot be made is as good as none: it is worked out again.
            serde_json::to_string(&known).unwrap_or_default()
        })
    }

    fn read(text: &str) -> Option<Self> {
        let known: Self = serde_json::from_str(text).ok()?;
        (known.format == FORMAT && known.program == PROGRAM).then_some(known)
    }
}

const PROGRAM: &str = env!("CARGO_PKG_VERSION");
