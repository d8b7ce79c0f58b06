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
    /// The file could not be understood, and was moved aside.
    #[error(
        "the drafts could not be read ({problem}); they are kept in {}",
        on_one_line(&kept.to_string_lossy())
    )]
    Damaged {
        /// What was found.
        problem: String,
        /// Where the file is now.
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

    /// Loads the drafts that belong to a record. Drafts that cannot be read never stop a session:
    /// they are moved aside, and the second value says so.
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
        let problem = match parse(&bytes) {
            Ok((texts, plans)) => return (Self { path, texts, plans }, None),
            Err(problem) => problem,
        };
        let lost = match move_aside(&path) {
            Ok(kept) => DraftsLost::Damaged { problem, kept },
            Err(error) => unreachable(error),
        };
        (none, Some(lost))
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

    /// Changes what the file holds by now, and takes over what others have kept in it.
    ///
    /// The file goes when there is nothing left to keep. What cannot be understood is copied aside. Where the
    /// file cannot be written the change is kept in memory, and the next one tries to write both.
    fn change(
        &mut self,
        change: impl Fn(&mut BTreeMap<String, String>, &mut BTreeMap<String, Plan>),
    ) -> Result<(), StoreError> {
        let path = &self.path;
        let changed = shared::change(path, "keep drafts", |bytes| {
            let there = parse(bytes);
            if there.is_err() {
                file::set_aside(path, "damaged", bytes)?;
            }
            let (mut texts, mut plans) = there.unwrap_or_default();
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
            Ok((next, (texts, plans)))
        });
        match changed {
            Ok((texts, plans)) => {
                (self.texts, self.plans) = (texts, plans);
                Ok(())
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

/// Renames a file to the first free name of its kind.
fn move_aside(path: &Path) -> std::io::Result<PathBuf> {
    let mut number = 1_u32;
    let kept = loop {
        let kept = file::beside(path, &format!("damaged-{number}"));
        if kept.symlink_metadata().is_err() {
            break kept;
        }
        number += 1;
    };
    fs::rename(path, &kept)?;
    Ok(kept)
}

type Contents = (BTreeMap<String, String>, BTreeMap<String, Plan>);

fn parse(bytes: &[u8]) -> Result<Contents, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    let raw: RawDrafts = toml::from_str(text).map_err(|error| on_one_line(error.message()))?;
    let mut plans = BTreeMap::new();
    for (commitment, plan) in raw.plans {
        let sealed = match (plan.demand, plan.response) {
            (Some(demand), None) => SealedPlan::Demand(demand),
            (None, Some(response)) => SealedPlan::Response(response),
            _ => return Err("a plan is neither a demand nor a response".to_owned()),
        };
        plans.insert(
            commitment,
            Plan {
                nonce: plan.nonce,
                plan: sealed,
            },
        );
    }
    Ok((raw.texts, plans))
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
