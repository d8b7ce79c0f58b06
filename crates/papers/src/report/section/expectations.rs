//! What could be expected at each moment, and what could have been chosen instead.

use serde::Serialize;

use crate::document::{
    Block, Inline, Item, Marker, Rank, Section, cited, dim, paragraph, said, strong,
};
use crate::report::sight::Sight;
use crate::report::words::{option_words, signed_tenth};
use unequal_core::analysis::expectations::{Difference, Expectation, Served};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::expectations::{Answer, MOST, widened};

/// What could be expected at each moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExpectationReport {
    /// The policy that played on, in both seats.
    pub policy: String,
    /// Playouts a choice.
    pub playouts: u64,
    /// Playouts of all choices together; where chance has no more than 36 rolls left, those.
    pub played: u64,
    /// The seed of the playouts' seeds.
    pub seed: u64,
    /// After each entry that stands.
    pub points: Vec<ExpectedPoint>,
    /// For each decision, what could have been chosen instead.
    pub decisions: Vec<DecisionExpectation>,
}

/// What could be expected after an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExpectedPoint {
    /// The entry.
    pub entry: EntryNumber,
    /// What could be expected after it.
    pub expected: Expectation,
    /// How far the entry moved expected final stability.
    pub moved: Difference,
}

/// A decision and what could have been decided instead.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionExpectation {
    /// The entry.
    pub entry: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// The seat's word.
    pub seat: &'static str,
    /// The decision, in a sentence.
    pub sentence: String,
    /// What could be expected of it.
    pub taken: Expectation,
    /// The alternatives, most stabilising first.
    pub options: Vec<OptionLine>,
}

/// An alternative.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionLine {
    /// The alternative, in words.
    pub words: String,
    /// What could be expected of it.
    pub expected: Expectation,
    /// How much more final stability than the decision taken.
    pub difference: Difference,
    /// How much better or worse than the decision taken it served each aim.
    pub served: Served,
}

/// What could be expected at each moment.
pub(super) fn of(sight: &Sight<'_>) -> Option<ExpectationReport> {
    let findings = sight.findings?;
    let points = findings.answers.iter().map(|answer| ExpectedPoint {
        entry: answer.entry,
        expected: answer.expected.clone(),
        moved: answer.moved,
    });
    let decisions = findings
        .answers
        .iter()
        .filter(|answer| !answer.instead.is_empty())
        .filter_map(|answer| {
            let seen = sight.standing().find(|seen| seen.number == answer.entry)?;
            let mut options: Vec<OptionLine> = answer
                .instead
                .iter()
                .map(|other| OptionLine {
                    words: option_words(sight.table.deck(), sight.table.scenario(), &other.act),
                    expected: other.expected.clone(),
                    difference: other.difference,
                    served: other.served,
                })
                .collect();
            options.sort_by(|a, b| b.difference.mean.total_cmp(&a.difference.mean));
            Some(DecisionExpectation {
                entry: answer.entry,
                move_number: seen.move_number,
                seat: seen.seat.word(),
                sentence: seen.sentence.clone(),
                taken: answer.expected.clone(),
                options,
            })
        });
    Some(ExpectationReport {
        policy: findings.terms.policy.clone(),
        playouts: findings.terms.playouts,
        played: findings.answers.iter().map(played).sum(),
        seed: findings.terms.seed,
        points: points.collect(),
        decisions: decisions.collect(),
    })
}

/// Playouts behind an answer.
fn played(answer: &Answer) -> u64 {
    let others = answer.instead.iter().map(|other| other.expected.playouts);
    answer.expected.playouts + others.sum::<u64>()
}

/// What fewer playouts than usual mean for ±; nothing where there are no fewer.
fn wider(playouts: u64) -> String {
    widened(playouts).map_or_else(String::new, |times| {
        format!(
            " With {playouts} a choice instead of {MOST}, the intervals are about {times:.1} times as wide, and small \
             differences stay unclear."
        )
    })
}

pub(super) fn section(report: Option<&ExpectationReport>) -> Section {
    let blocks = report.map_or_else(Vec::new, instead);
    Section::new(
        "instead",
        "Alternatives",
        "What could have been chosen instead",
        blocks,
    )
}

fn instead(report: &ExpectationReport) -> Vec<Block> {
    let all = report.decisions.iter().map(|decision| {
        let expected = dim(format!(" expected {:.1}", decision.taken.stability));
        let mut item = Item::from(said! {
            "Move " (decision.move_number) ": " (cited(&decision.sentence, decision.entry)) (expected)
        });
        let [steadier, straining] = ends(&decision.options);
        item.add(in_a_line("steadier", &steadier));
        item.add(in_a_line("more straining", &straining));
        item
    });
    let note = format!(
        "Mean final stability over {} playouts a choice, {} in all, {} in both seats, the same dice for all choices; \
         differences in points, with their 95 % intervals. Of each decision the {TOLD} alternatives that would have steadied \
         most and the {TOLD} that would have strained most, as far as there are so many; all stand in the JSON and in the \
         tables.{}",
        report.playouts,
        report.played,
        report.policy,
        wider(report.playouts)
    );
    vec![
        paragraph(Rank::Note, note),
        Block::List(Marker::Dot, all.collect()),
    ]
}

/// So many alternatives at either end are told; all of them stand in the JSON and in the tables.
const TOLD: usize = 3;

/// The smallest difference that is not told as nothing.
const TELLING: f64 = 0.05;

/// The alternatives that steady more than what was done, the best first, and those that strain more, the worst first:
/// none of them stands under a word that it does not bear.
fn ends(options: &[OptionLine]) -> [Vec<&OptionLine>; 2] {
    let steadier = options
        .iter()
        .filter(|option| option.difference.mean >= TELLING);
    let straining = options.iter().rev();
    let straining = straining.filter(|option| option.difference.mean <= -TELLING);
    [
        steadier.take(TOLD).collect(),
        straining.take(TOLD).collect(),
    ]
}

/// Alternatives one after the other, behind what they have in common; nothing where there is none.
fn in_a_line(what: &str, options: &[&OptionLine]) -> Option<Inline> {
    let mut line = said! { (strong(what)) ": " };
    for (place, option) in options.iter().enumerate() {
        line.push((place > 0).then_some("; "));
        line.push(words(option));
    }
    (!options.is_empty()).then_some(line)
}

fn words(option: &OptionLine) -> Inline {
    let error = dim(format!(" ± {:.1}", option.difference.give_or_take()));
    said! { (&option.words) ": " (signed_tenth(option.difference.mean)) (error) }
}
