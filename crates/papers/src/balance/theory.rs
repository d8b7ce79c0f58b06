//! How a deck stands to the claims, and which of its numbers decide nothing.

use crate::document::{Block, Inline, Rank, Table, cells, line, paragraph, said, strong};
use unequal_core::study::sensitivity::survey::{Moved, Survey, Weight};
use unequal_core::study::session::Plan;
use unequal_core::study::theory::arms;
use unequal_core::study::theory::inquiry::{Form, Standing, Tried};

/// How a deck stands to the claims.
#[derive(Clone, Copy, Debug)]
pub struct Theory<'a> {
    /// How much of them was tested.
    pub form: Form,
    /// How often, under which seeds.
    pub plan: Plan,
    /// What came of it.
    pub standings: &'a [Standing],
}

impl Theory<'_> {
    fn tests(&self) -> impl Iterator<Item = &Tried> {
        self.standings.iter().flat_map(|standing| &standing.tests)
    }

    /// How many tests hold, how many do not, and what is not counted.
    pub(super) fn in_short(&self) -> String {
        let count = |fits: fn(&Tried) -> bool| self.tests().filter(|tried| fits(tried)).count();
        let bound = |tried: &&Tried| tried.exempt.is_none();
        let of = |holds: bool, clear: bool| {
            let all = self.tests().filter(bound);
            all.filter(|tried| tried.holds == Some(holds) && tried.clear == clear)
                .count()
        };
        let exempt = count(|tried| tried.exempt.is_some());
        let unasked = count(|tried| tried.lacks.is_some() && tried.exempt.is_none());
        let parts = [
            (of(true, true), "hold"),
            (of(true, false), "hold, not clearly"),
            (of(false, false), "missed, not clearly"),
            (of(false, true), "missed"),
            (exempt, "exempt"),
            (unasked, "not asked"),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        parts.join("; ")
    }

    /// The claims, each with its tests.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let Plan {
            first, sessions, ..
        } = self.plan;
        let form = match self.form {
            Form::Full => "",
            Form::Short => {
                " This is the short form, without the tests of all bots against all, of all fixed replies and of \
                 bots that look ahead."
            }
        };
        let how = format!(
            "What the rules and the deck claim, as tests. A test is a figure and a bound: it holds if the figure keeps \
             to the bound, and clearly if all of its 95 % interval does. {}, under seeds from {first} on.{form} In all: {}.",
            arms::told(sessions),
            self.in_short()
        );
        let mut blocks = vec![paragraph(Rank::Plain, how)];
        for standing in self.standings {
            let claim = said! { (strong(standing.claim)) " " (standing.says) };
            blocks.push(paragraph(Rank::Plain, claim));
            let table = Table::default()
                .texts(["test", "figure", "must be", "is", "so it"])
                .rows(standing.tests.iter().map(row));
            blocks.push(Block::Table(table));
            blocks.extend(exemptions(&standing.tests).map(|why| paragraph(Rank::Plain, why)));
        }
        blocks
    }
}

fn row(tried: &Tried) -> Vec<Inline> {
    let figure = tried.figure.map(|figure| {
        let (value, low, high) = (figure.value, figure.low, figure.high);
        format!("{value:.1} ({low:.1} to {high:.1})")
    });
    let verdict = if tried.is_broken() {
        line(strong(tried.word()))
    } else {
        line(tried.word())
    };
    let lacks = tried.lacks.as_ref().map(|lacks| format!(": {lacks}"));
    let exempt = tried.exempt.as_ref().map(|_| "; exempt");
    cells! {
        [(&tried.id)] [(&tried.says)] [(tried.bound.to_string())] [(figure)] [(verdict) (lacks) (exempt)]
    }
}

/// Why the deck is exempt from tests of a claim, each reason once.
fn exemptions(tests: &[Tried]) -> impl Iterator<Item = String> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for tried in tests {
        let Some(reason) = tried.exempt.as_deref() else {
            continue;
        };
        match reasons.iter_mut().find(|(other, _)| *other == reason) {
            Some((_, ids)) => ids.push(&tried.id),
            None => reasons.push((reason, vec![&tried.id])),
        }
    }
    let told =
        |(reason, ids): (&str, Vec<&str>)| format!("Exempt from {}: {reason}", ids.join(", "));
    reasons.into_iter().map(told)
}

/// The numbers that decide nothing, and those that decide little.
pub(super) fn numbers(found: &Survey) -> Vec<Block> {
    let of = |weight: Weight| -> Vec<&str> {
        let moved = found.moved.iter().filter(|moved| moved.weight == weight);
        moved.map(|moved: &Moved| &*moved.lever.name).collect()
    };
    let (nothing, little) = (of(Weight::Nothing), of(Weight::Little));
    let how = format!(
        "Each of the deck's {} numbers was moved by itself to both ends of its range, played by {} (patron:client, nobody \
         in Europe's seat). {} decide nothing: not one session came out in another way. {} decide little: endings by no \
         more than 3 points, stability and aims by less than 1. All others decide something.",
        found.moved.len(),
        found.pairings.join(", "),
        nothing.len(),
        little.len()
    );
    let mut blocks = vec![paragraph(Rank::Plain, how)];
    for (word, names) in [("Nothing", nothing), ("Little", little)] {
        if !names.is_empty() {
            let names = format!("{word}: {}.", names.join(", "));
            blocks.push(paragraph(Rank::Plain, names));
        }
    }
    blocks
}
