//! Holds a deck against the claims: which of their tests can be asked of it, and what came of each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::arms::{Key, Records, looks_ahead, sessions};
use super::claims::claims;
use super::figure::{Figure, Interval};
use super::{Bound, Claim, Test};
use crate::bot::seat;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::number::changed;
use crate::study::session::{Pairing, Plan, Watch};

/// Arms that a test may need at most to belong to the short form.
const FEW: usize = 20;

/// How much of the claims is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// All tests.
    Full,
    /// Without those of all bots against all, of all fixed replies, and of bots that look ahead.
    Short,
}

/// A claim and what became of its tests.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// By what the claim is cited.
    pub claim: &'static str,
    /// What is claimed.
    pub says: &'static str,
    /// Its tests, those left out of a short form not among them.
    pub tests: Vec<Tried>,
}

/// What became of a test.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tried {
    /// By what it is cited: the claim and its place there, from 1, as in `T3.2`.
    pub id: String,
    /// The figure in words.
    pub says: String,
    /// The pairings that are played for it.
    pub pairings: Vec<String>,
    /// What the figure must keep to.
    pub bound: Bound,
    /// What it is; none where the test cannot be asked.
    pub figure: Option<Interval>,
    /// Whether it keeps to it.
    pub holds: Option<bool>,
    /// Whether all of its interval says the same.
    pub clear: bool,
    /// What the deck lacks for the test to be asked.
    pub lacks: Option<String>,
    /// Why the deck is exempt, in its author's words.
    pub exempt: Option<String>,
}

impl Tried {
    /// Whether it is clearly missed and the deck is not exempt.
    pub fn is_broken(&self) -> bool {
        self.holds == Some(false) && self.clear && self.exempt.is_none()
    }

    /// In a few words what became of it.
    pub const fn word(&self) -> &'static str {
        match (self.holds, self.clear) {
            (None, _) => "not asked",
            (Some(true), true) => "holds",
            (Some(true), false) => "holds, not clearly",
            (Some(false), false) => "misses, not clearly",
            (Some(false), true) => "misses",
        }
    }
}

/// The tests that a deck is held against, each with what the deck lacks for it.
#[derive(Clone, Debug)]
pub struct Inquiry<'a> {
    scenario: &'a Scenario,
    claims: Vec<(Claim, Vec<Asked>)>,
}

/// A test of a claim, by its place there.
#[derive(Clone, Debug)]
struct Asked {
    place: usize,
    lacks: Option<String>,
}

impl<'a> Inquiry<'a> {
    /// Looks which tests can be asked of a deck.
    pub fn new(scenario: &'a Scenario, form: Form) -> Self {
        let mut known = BTreeMap::new();
        let mut lacks = |test: &Test| {
            let keys = test.figure.keys().into_iter();
            let mut missing = keys.filter_map(|key| {
                let found = known.entry(key.clone());
                found.or_insert_with(|| lacking(scenario, key)).clone()
            });
            missing.next()
        };
        let is_quick = |test: &Test| {
            let keys = test.figure.keys();
            keys.len() <= FEW && !keys.into_iter().any(|key| looks_ahead(scenario, key))
        };
        let of = |claim: Claim| {
            let tests = claim.tests.iter().enumerate();
            let asked = tests.filter(|(_, test)| form == Form::Full || is_quick(test));
            let asked = asked.map(|(place, test)| Asked {
                place,
                lacks: lacks(test),
            });
            let asked: Vec<Asked> = asked.collect();
            (claim, asked)
        };
        let mut claims: Vec<_> = claims(scenario).into_iter().map(of).collect();
        claims.retain(|(_, asked)| !asked.is_empty());
        Self { scenario, claims }
    }

    /// Leaves only these claims to be asked, by what they are cited.
    #[must_use]
    pub fn only(mut self, ids: &[&str]) -> Self {
        self.claims.retain(|(claim, _)| ids.contains(&claim.id));
        self
    }

    /// The tests, each with its claim and with what the deck lacks for it.
    fn tests(&self) -> impl Iterator<Item = (&Claim, &Test, &Asked)> {
        self.claims.iter().flat_map(|(claim, asked)| {
            let asked = asked.iter();
            asked.map(move |asked| (claim, &claim.tests[asked.place], asked))
        })
    }

    /// The arms that are played.
    fn keys(&self) -> Vec<Key> {
        let playable = self.tests().filter(|(.., asked)| asked.lacks.is_none());
        let keys = playable.flat_map(|(_, test, _)| test.figure.keys());
        let mut keys: Vec<Key> = keys.cloned().collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// How many sessions are played.
    pub fn sessions(&self, plan: Plan) -> u64 {
        sessions(self.scenario, &self.keys(), plan)
    }

    /// Plays all that the tests need, once, and works out every figure; `exempt` gives the reason why the
    /// deck need not keep to a claim or a test, by what it is cited.
    ///
    /// # Errors
    ///
    /// Fails if there is nothing to play, or if `watch` breaks off.
    pub fn answer(
        &self,
        exempt: &dyn Fn(&str) -> Option<String>,
        plan: Plan,
        watch: Watch<'_>,
    ) -> Result<Vec<Standing>, StudyError> {
        let records = Records::play(self.scenario, self.keys(), plan, watch)?;
        let tried = |claim: &Claim, asked: &Asked| {
            let test = &claim.tests[asked.place];
            let id = format!("{}.{}", claim.id, asked.place + 1);
            let figure = asked
                .lacks
                .is_none()
                .then(|| test.figure.work_out(&records));
            Tried {
                exempt: exempt(claim.id).or_else(|| exempt(&id)),
                id,
                says: test.says.clone(),
                pairings: pairings(&test.figure),
                bound: test.bound,
                figure,
                holds: figure.map(|figure| test.bound.holds(figure.value)),
                clear: figure.is_some_and(|figure| test.bound.is_clear(figure)),
                lacks: asked.lacks.clone(),
            }
        };
        let standing = |(claim, asked): &(Claim, Vec<Asked>)| Standing {
            claim: claim.id,
            says: claim.says,
            tests: asked.iter().map(|asked| tried(claim, asked)).collect(),
        };
        Ok(self.claims.iter().map(standing).collect())
    }
}

/// Whether a deck has a claim, or a test of one, that is cited so.
pub fn is_cited(scenario: &Scenario, id: &str) -> bool {
    claims(scenario).iter().any(|claim| {
        let mut places = 1..=claim.tests.len();
        claim.id == id || places.any(|place| format!("{}.{place}", claim.id) == id)
    })
}

/// What a deck lacks for an arm to be played.
fn lacking(scenario: &Scenario, key: &Key) -> Option<String> {
    let found = || -> Result<(), StudyError> {
        let scenario = changed(scenario, &key.change)?;
        let pairing: Pairing = key.pairing.parse()?;
        for bot in [&pairing.patron, &pairing.client] {
            seat(&scenario, bot, pairing.europe)?;
        }
        Ok(())
    };
    found().err().map(|error| error.to_string())
}

/// The pairings of a figure, each once.
fn pairings(figure: &Figure) -> Vec<String> {
    let keys = figure.keys().into_iter();
    let mut pairings: Vec<String> = keys.map(|key| key.pairing.clone()).collect();
    pairings.sort();
    pairings.dedup();
    pairings
}
