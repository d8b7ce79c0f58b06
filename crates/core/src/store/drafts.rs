//! Keeps what was typed and not sent, and plans committed and not revealed, beside the record.
//!
//! Drafts are no part of the record: they are private to the user, they change all the time, and
//! the session goes on without them. A plan must be kept before its commitment is recorded.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Value;

use super::error::StoreError;
use super::file;
use super::flaw::{self, Flaw, Part};
use super::shared;
use super::text::{on_one_line, push_key, push_string, push_text_line, push_value};
use crate::engine::action::{SealedDemand, SealedResponse};

/// The unsent texts and sealed plans of one session. Every change is on disk at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    path: PathBuf,
    texts: BTreeMap<String, String>,
    plans: BTreeMap<String, Plan>,
}

/// A plan that was committed to by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The nonce that was hashed with it.
    pub nonce: String,
    /// The plan.
    pub plan: SealedPlan,
}

/// What a side committed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealedPlan {
    /// The patron's.
    Demand(SealedDemand),
    /// The client's.
    Response(SealedResponse),
}

/// Why drafts of an earlier time are not there.
#[derive(Debug, thiserror::Error)]
pub enum DraftsLost {
    /// Not all of the file could be understood. What could be is there, and the file as it was is kept elsewhere.
    #[error(
        "not all of the drafts could be read ({problem}); the file as it was is kept in {}",
        on_one_line(&kept.to_string_lossy())
    )]
    Damaged {
        /// What was found, each place with its line.
        problem: String,
        /// Where the file as it was is now.
        kept: PathBuf,
    },
    /// The file could not be read, nor moved.
    #[error("the drafts could not be read: {0}")]
    Unreachable(#[from] StoreError),
}

impl Drafts {
    /// Where the drafts of a record lie.
    pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), "drafts")
    }

    /// Loads the drafts that belong to a record. Drafts that cannot be read never stop a session: those that can are
    /// taken, the file as it was is kept beside them, and the second value says so.
    pub fn load(save: impl AsRef<Path>) -> (Self, Option<DraftsLost>) {
        let path = Self::path_for(save);
        let none = Self {
            path: path.clone(),
            ..Self::default()
        };
        let unreachable =
            |error| DraftsLost::from(StoreError::from_io(&path, "read drafts", error));
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return (none, None),
            Err(error) => return (none, Some(unreachable(error))),
        };
        let found = parse(&bytes);
        let mut this = Self {
            path: path.clone(),
            texts: found.texts,
            plans: found.plans,
        };
        if found.flaws.is_empty() {
            return (this, None);
        }
        match this.changed(|_, _| {}) {
            Ok(Some(lost)) => (this, Some(lost)),
            // Somebody else has put it right meanwhile.
            Ok(None) => (this, None),
            Err(error) => (this, Some(error.into())),
        }
    }

    /// The same without reading: what is kept and forgotten with it changes what the file holds by then, and nothing else.
    /// Whoever has read what somebody else forgets meanwhile would keep it once more.
    pub fn unread(save: impl AsRef<Path>) -> Self {
        Self {
            path: Self::path_for(save),
            ..Self::default()
        }
    }

    /// Keeps all of it beside another record: the session has left its file for that one.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written.
    pub fn go_along(&mut self, save: impl AsRef<Path>) -> Result<(), StoreError> {
        self.path = Self::path_for(save);
        self.change(|_, _| {})
    }

    /// The text of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// All fields that hold text, with their texts.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Keeps the text of a field; an empty one is removed.
    pub fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        if text.is_empty() {
            return self.remove(key);
        }
        if self.get(key) == Some(text) {
            return Ok(());
        }
        self.change(|texts, _| drop(texts.insert(key.to_owned(), text.to_owned())))
    }

    /// Forgets the text of a field.
    pub fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        if !self.texts.contains_key(key) {
            return Ok(());
        }
        self.change(|texts, _| drop(texts.remove(key)))
    }

    /// The plan behind a commitment.
    pub fn plan(&self, commitment: &str) -> Option<&Plan> {
        self.plans.get(commitment)
    }

    /// Keeps the plan behind a commitment.
    pub fn keep_plan(&mut self, commitment: &str, plan: &Plan) -> Result<(), StoreError> {
        self.change(|_, plans| drop(plans.insert(commitment.to_owned(), plan.clone())))
    }

    /// Forgets the plan behind a commitment.
    pub fn remove_plan(&mut self, commitment: &str) -> Result<(), StoreError> {
        if !self.plans.contains_key(commitment) {
            return Ok(());
        }
        self.change(|_, plans| drop(plans.remove(commitment)))
    }

    /// Forgets the plan behind a commitment, whether or not it has been read.
    pub fn forget_plan(&mut self, commitment: &str) -> Result<(), StoreError> {
        self.change(|_, plans| drop(plans.remove(commitment)))
    }

    fn change(
        &mut self,
        change: impl Fn(&mut BTreeMap<String, String>, &mut BTreeMap<String, Plan>),
    ) -> Result<(), StoreError> {
        self.changed(change).map(drop)
    }

    /// Changes what the file holds by now, and takes over what others have kept in it.
    ///
    /// The file goes when there is nothing left to keep. Where not all of it can be understood, it is copied aside as it
    /// is, and that is told. Where the file cannot be written the change is kept in memory, and the next one tries to
    /// write both.
    fn changed(
        &mut self,
        change: impl Fn(&mut BTreeMap<String, String>, &mut BTreeMap<String, Plan>),
    ) -> Result<Option<DraftsLost>, StoreError> {
        let path = &self.path;
        let changed = shared::change(path, "keep drafts", |bytes| {
            let Contents {
                mut texts,
                mut plans,
                flaws,
            } = parse(bytes);
            let lost = if flaws.is_empty() {
                None
            } else {
                let kept = file::set_aside(path, "damaged", bytes)?;
                let problem = flaw::told(&flaws);
                Some(DraftsLost::Damaged { problem, kept })
            };
            for (key, text) in &self.texts {
                texts.entry(key.clone()).or_insert_with(|| text.clone());
            }
            for (commitment, plan) in &self.plans {
                let own = || plan.clone();
                plans.entry(commitment.clone()).or_insert_with(own);
            }
            change(&mut texts, &mut plans);
            let next = if texts.is_empty() && plans.is_empty() {
                None
            } else {
                let text = encode(&texts, &plans);
                Some(text.map_err(|error| StoreError::from_io(path, "keep drafts", error))?)
            };
            Ok((next, (texts, plans, lost)))
        });
        match changed {
            Ok((texts, plans, lost)) => {
                (self.texts, self.plans) = (texts, plans);
                Ok(lost)
            }
            Err(error) => {
                change(&mut self.texts, &mut self.plans);
                Err(error)
            }
        }
    }
}

fn encode(
    texts: &BTreeMap<String, String>,
    plans: &BTreeMap<String, Plan>,
) -> std::io::Result<String> {
    let mut out = String::from(
        "# What was typed in a session of unequal and not sent. Private. The record does \
         not need it.\n\n[texts]\n",
    );
    for (key, text) in texts {
        push_text_line(&mut out, key, text);
    }
    for (commitment, plan) in plans {
        out.push_str("\n[plans.");
        push_key(&mut out, commitment);
        out.push_str("]\nnonce = ");
        push_string(&mut out, &plan.nonce);
        let (key, value) = match &plan.plan {
            SealedPlan::Demand(plan) => ("demand", Value::try_from(plan)),
            SealedPlan::Response(plan) => ("response", Value::try_from(plan)),
        };
        out.push('\n');
        push_key(&mut out, key);
        out.push_str(" = ");
        push_value(&mut out, &value.map_err(std::io::Error::other)?);
        out.push('\n');
    }
    Ok(out)
}

/// What a file says.
#[derive(Default)]
struct Contents {
    texts: BTreeMap<String, String>,
    plans: BTreeMap<String, Plan>,
    /// What of it cannot be understood, in the order of lines.
    flaws: Vec<Flaw>,
}

/// Reads a file: as a whole where it is one, else each plan and each text by itself.
fn parse(bytes: &[u8]) -> Contents {
    let whole = Part::whole(bytes);
    let mut found = Contents::default();
    if found.take(whole).is_ok() {
        return found;
    }
    found = Contents::default();
    for part in whole.split(|line| line.starts_with(b"[")) {
        if let Err(flaw) = found.take(part) {
            if part.bytes.starts_with(b"[texts]") {
                found.take_lines(part);
            } else {
                found.flaws.push(flaw);
            }
        }
    }
    found
}

impl Contents {
    fn take(&mut self, part: Part<'_>) -> Result<(), Flaw> {
        let raw: RawDrafts = part.read()?;
        self.texts.extend(raw.texts);
        for (commitment, plan) in raw.plans {
            let sealed = match (plan.demand, plan.response) {
                (Some(demand), None) => SealedPlan::Demand(demand),
                (None, Some(response)) => SealedPlan::Response(response),
                _ => {
                    let what = "a plan is neither a demand nor a response";
                    return Err(Flaw::new(part.line, what));
                }
            };
            let nonce = plan.nonce;
            let plan = Plan {
                nonce,
                plan: sealed,
            };
            self.plans.insert(commitment, plan);
        }
        Ok(())
    }

    /// Takes the texts of a part line by line: each stands on one.
    fn take_lines(&mut self, part: Part<'_>) {
        for line in part.split(|_| true).into_iter().skip(1) {
            match line.read::<BTreeMap<String, String>>() {
                Ok(texts) => self.texts.extend(texts),
                Err(flaw) => self.flaws.push(flaw),
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDrafts {
    #[serde(default)]
    texts: BTreeMap<String, String>,
    #[serde(default)]
    plans: BTreeMap<String, RawPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlan {
    nonce: String,
    demand: Option<SealedDemand>,
    response: Option<SealedResponse>,
}
