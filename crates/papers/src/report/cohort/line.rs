//! One session of a cohort, as a seat may know it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::section::Essentials;
use crate::report::session;
use crate::report::sight::{Extras, Sight};
use unequal_core::acts_of;
use unequal_core::engine::action::Kind;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Response;
use unequal_core::model::side::Side;
use unequal_session::History;
use unequal_session::estimates::Estimates;
use unequal_session::sight::Seen;

/// One session of a cohort.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SessionLine {
    /// The key by which tables know it.
    pub session: String,
    /// Its name.
    pub name: String,
    /// The file of the record that it branches off; none for a session of its own.
    pub parent: Option<String>,
    /// The seat whose knowledge the line holds, where something is hidden from it.
    pub known_to: Option<String>,
    /// The deck's id; empty where it is not known.
    pub deck: String,
    /// BLAKE3 of the deck's text; empty where it is not known.
    pub deck_hash: String,
    /// The version of the rules; empty where it is not known.
    pub rules: String,
    /// Who held the patron's seat.
    pub patron: String,
    /// Who held the client's seat.
    pub client: String,
    /// Who held Europe's seat.
    pub europe: String,
    /// Moves closed.
    pub moves: Option<u32>,
    /// Entries of the record that the seat may see.
    pub entries: Option<usize>,
    /// The word of its ending; none while it goes on.
    pub ending: Option<String>,
    /// What its deck calls that.
    pub ending_title: Option<String>,
    /// Stability at STARTEX and after each closed move; empty where it is not known.
    pub curve: Vec<i64>,
    /// Stability where the session stands.
    pub stability: Option<i64>,
    /// Rulings that departed from the computed result.
    pub overrides: Option<usize>,
    /// What they moved stability by, all together, in points.
    pub overrides_moved: Option<i64>,
    /// Decisions by people.
    pub decisions: Option<usize>,
    /// Decisions by people without a reason.
    pub without_reason: Option<usize>,
    /// What was asked and answered, by fields in which anything was; empty where it is not known.
    pub fields: Vec<FieldTally>,
    /// Estimates on questions that were resolved.
    pub estimates: Vec<Given>,
    /// Acts of play from move 1 on, in order; empty where they are not known.
    #[serde(skip)]
    pub steps: Vec<Step>,
    /// Where its own report lies, as a link from the page; none where there is none.
    pub report: Option<String>,
}

/// An estimate on a question that was resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The word of the seat from which it came.
    pub seat: &'static str,
    /// 0 to 100.
    pub percent: u8,
    /// What came true.
    pub happened: bool,
}

/// An act of play, as far as it tells lines of play apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The move, from 1.
    pub move_number: u32,
    /// What happened, with what chance gave, in a sentence.
    pub sentence: String,
}

/// What was asked and answered in a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FieldTally {
    /// The domain's id.
    pub domain: String,
    /// What the deck calls it, where it is known.
    #[serde(skip)]
    pub name: String,
    /// Demands in it that were answered and ruled on.
    pub asked: i64,
    /// How many of them were answered so, by the word of the answer.
    pub answers: BTreeMap<&'static str, i64>,
    /// Percent of their cards that were handed over, added up: 100 is one whole card.
    pub given: i64,
}

impl FieldTally {
    /// Its name, else its id.
    pub(super) fn called(&self) -> &str {
        if self.name.is_empty() {
            &self.domain
        } else {
            &self.name
        }
    }
}

impl SessionLine {
    /// The line of a session, as a seat may know it.
    pub fn of(key: &str, table: &History, seat: Seat) -> Self {
        let extras = Extras {
            quick: true,
            ..Extras::default()
        };
        let sight = Sight::new(table, seat, extras);
        let facts = session::session(&sight);
        let Essentials {
            course,
            overrides,
            gaps,
        } = Essentials::of(&sight);
        let closed = course.points.iter().filter(|point| point.closed);
        let fields = fields(&sight);
        let ending = session::ending(&sight);
        Self {
            session: key.to_owned(),
            parent: facts.parent.as_ref().map(|parent| parent.file.clone()),
            known_to: facts.redacted.then(|| facts.seat.clone()),
            rules: facts.rules.to_string(),
            patron: facts.held_by(Side::Patron),
            client: facts.held_by(Side::Client),
            europe: facts.europe_held_by(),
            moves: Some(facts.moves_played),
            entries: Some(facts.entries),
            ending: ending.as_ref().map(|ending| ending.ending.clone()),
            ending_title: ending.map(|ending| ending.title),
            curve: closed.map(|point| point.stability).collect(),
            stability: Some(overrides.end),
            overrides: Some(overrides.lines.len()),
            overrides_moved: overrides.without.map(|without| overrides.end - without),
            decisions: Some(gaps.decisions),
            without_reason: Some(gaps.without_reason.len()),
            name: facts.name,
            deck: facts.deck,
            deck_hash: facts.deck_hash,
            fields,
            estimates: given(&sight),
            steps: steps(&sight),
            report: None,
        }
    }
}

/// Estimates on what was resolved.
fn given(sight: &Sight<'_>) -> Vec<Given> {
    let estimates = Estimates::of(sight);
    let polls = estimates.into_iter().flat_map(|estimates| estimates.polls);
    let resolved = polls.filter_map(|poll| Some((poll.happened?, poll.estimates)));
    resolved
        .flat_map(|(happened, lines)| {
            lines.into_iter().map(move |line| Given {
                seat: line.seat.word(),
                percent: line.percent,
                happened,
            })
        })
        .collect()
}

/// Acts of play from move 1 on.
fn steps(sight: &Sight<'_>) -> Vec<Step> {
    let is_step = |seen: &&Seen| is_step(seen.kind, seen.move_number);
    let step = |seen: &Seen| Step {
        move_number: seen.move_number,
        sentence: seen.sentence.clone(),
    };
    sight.standing().filter(is_step).map(step).collect()
}

/// Whether an act is a step of play; turn zero is move 0.
pub(super) const fn is_step(kind: Kind, move_number: u32) -> bool {
    match kind {
        acts_of!(Kind: room) => false,
        acts_of!(Kind: seats, conduct) => move_number > 0,
    }
}

/// What was asked and answered, by fields.
fn fields(sight: &Sight<'_>) -> Vec<FieldTally> {
    let scenario = sight.table.scenario();
    let mut fields = Vec::new();
    for ruled in sight.standing().filter_map(Seen::resolved) {
        let domain = &scenario.domains[scenario.card(ruled.demand.card).domain].id;
        take(&mut fields, domain, ruled.reply.response, ruled.delivered);
        let place = scenario.card(ruled.demand.card).domain;
        let name = &sight.table.deck().text.domains[place].name;
        name.clone_into(&mut field_of(&mut fields, domain).name);
    }
    fields
}

/// Takes in a demand in a field, with its answer and percent of its card that were given.
pub(super) fn take(fields: &mut Vec<FieldTally>, domain: &str, answer: Response, given: i64) {
    let field = field_of(fields, domain);
    field.asked += 1;
    field.given += given;
    *field.answers.entry(answer.word()).or_default() += 1;
}

/// The tally of a field; they stand by their ids.
fn field_of<'a>(fields: &'a mut Vec<FieldTally>, domain: &str) -> &'a mut FieldTally {
    let found = fields.binary_search_by(|field| field.domain.as_str().cmp(domain));
    let place = found.unwrap_or_else(|place| {
        let domain = domain.to_owned();
        fields.insert(
            place,
            FieldTally {
                domain,
                ..FieldTally::default()
            },
        );
        place
    });
    &mut fields[place]
}

/// The fields of several sessions, added up.
pub(super) fn summed(sessions: &[SessionLine]) -> Vec<FieldTally> {
    let mut all: Vec<FieldTally> = Vec::new();
    for field in sessions.iter().flat_map(|line| &line.fields) {
        let sum = field_of(&mut all, &field.domain);
        if sum.name.is_empty() {
            field.name.clone_into(&mut sum.name);
        }
        sum.asked += field.asked;
        sum.given += field.given;
        for (answer, times) in &field.answers {
            *sum.answers.entry(answer).or_default() += times;
        }
    }
    all
}
