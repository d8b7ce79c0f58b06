//! Europe's sheet: the measures that it may take in this move, each with what it costs, may do and may set off.
//!
//! ```text
//! ┌ What does Europe do? · unity 3 ─────────────────────────────────────────────┐
//! │                                      unity expos. stab. trust resent.       │
//! │ › 1 A line on lethal aid                −1      ·     ·     ·       ·       │
//! │   2 Fuel for nobody, in secret          −3      ·   !−2     ·       ·       │
//! │   …                                                                         │
//! │                                                                             │
//! │ A joint paper says to which help for the war Europe would respond …         │
//! │ 30 of 36 throws: nothing besides                                            │
//! │ stability ±0 · unity −1                                                     │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use crate::command::{Command, Hint};
use crate::glance::{Glance, lines, look};
use crate::keymap::Layer;
use crate::page::decision::Decision;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::option::moved_note;
use crate::screen::board::sheet::remarks;
use crate::screen::board::{consequence, effects, on_table, opening};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::preview::{MeasurePreview, Moved};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{MeasureKind, Step};
use unequal_core::model::europe::cost;

#[derive(Debug)]
struct Measures;

/// The sheet, at the first measure of a kind.
pub fn sheet(glance: &Glance<'_>, kind: Option<MeasureKind>) -> Sheet {
    let of_kind = |step: &Option<Step>| {
        step.is_some_and(|step| Some(glance.scenario().measure(step.measure).kind) == kind)
    };
    let at = steps(glance).iter().position(of_kind);
    listing::sheet(Measures, at.unwrap_or(0))
}

/// The steps that Europe may take now, and last to take none.
fn steps(glance: &Glance<'_>) -> Vec<Option<Step>> {
    let acts = glance.view.acts.iter();
    let steps = acts.filter_map(|act| match act {
        Action::Measure { measure, secret } => Some(Some(Step {
            measure: glance.scenario().measure_at(measure)?,
            in_secret: *secret,
        })),
        _ => None,
    });
    steps.chain([None]).collect()
}

/// A measure as a row: kind, cost, odds.
pub fn step_row(glance: &Glance<'_>, step: Step) -> OptionRow {
    let rules = glance.scenario().measure(step.measure);
    let kind = lines::kind_words(rules.kind);
    let unity = cost(rules, step.in_secret).unwrap_or(rules.unity);
    let odds = odds_words(glance, step);
    let secret = if step.in_secret { ", in secret" } else { "" };
    OptionRow {
        name: format!("{}{secret}", glance.text().measures[step.measure].title),
        note: format!("{unity} of unity · {kind}{odds}"),
        open: true,
        ..OptionRow::default()
    }
}

/// The odds that the dice make a difference, ` · works 15/36 · backfires 6/36`; nothing where they make none.
fn odds_words(glance: &Glance<'_>, step: Step) -> String {
    let Some(preview) = glance.view.preview_measure(glance.scenario(), step) else {
        return String::new();
    };
    let ([works, _, fails], [worked, nothing, failed]) = (preview.odds, &preview.results);
    let worth = [
        ("works", works, worked != nothing),
        (fails_words(step), fails, failed != nothing),
    ];
    let told = worth
        .into_iter()
        .filter(|(_, odds, differs)| *odds > 0 && *differs);
    let told: Vec<String> = told
        .map(|(word, odds, _)| format!(" · {word} {odds}/36"))
        .collect();
    told.concat()
}

const fn fails_words(step: Step) -> &'static str {
    if step.in_secret {
        "comes out"
    } else {
        "backfires"
    }
}

/// What most throws come to, said after the few that come to something else.
const OTHERWISE: &str = "otherwise";

/// What a measure may come to, one line for each result that the dice can give; what is alike is told once.
pub fn prospects(glance: &Glance<'_>, step: Step, theme: &Theme) -> Vec<Piece> {
    let preview = glance.view.preview_measure(glance.scenario(), step);
    let Some(MeasurePreview { odds, results }) = preview else {
        return Vec::new();
    };
    let words = ["works", "nothing besides", fails_words(step)];
    let mut told: Vec<(i64, &Moved, &str)> = Vec::new();
    let each = odds.into_iter().zip(&results).zip(words);
    for ((odds, moved), word) in each.filter(|((odds, _), _)| *odds > 0) {
        match told.iter_mut().find(|(_, before, _)| *before == moved) {
            Some((sum, _, word)) => (*sum, *word) = (*sum + odds, OTHERWISE),
            None => told.push((odds, moved, word)),
        }
    }
    told.sort_by_key(|(.., word)| *word == OTHERWISE);
    let whatever = told.len() == 1;
    let of = |(odds, moved, word): (i64, &Moved, &str)| {
        let heading = if whatever {
            "Whatever the dice say".to_owned()
        } else {
            format!("{odds} of 36 throws: {word}")
        };
        let moved = Piece::Parts(moved_note(glance, moved));
        [Piece::Heading(heading, theme.strong), moved]
    };
    told.into_iter().flat_map(of).collect()
}

impl Lists for Measures {
    fn title(&self, glance: &Glance<'_>) -> String {
        let name = &glance.text().europe_name;
        match &glance.view.europe {
            Some(europe) => format!("What does {name} do? · unity {}", europe.unity),
            None => format!("What does {name} do?"),
        }
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |step: Option<Step>| {
            step.map_or_else(
                || OptionRow {
                    name: "No measure".to_owned(),
                    note: "unity is kept for later".to_owned(),
                    open: true,
                    ..OptionRow::default()
                },
                |step| step_row(glance, step),
            )
        };
        steps(glance).into_iter().map(row).collect()
    }

    fn empty(&self) -> &'static str {
        "There is nothing to do now."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let step = steps(glance).get(place).copied().flatten();
        let Some(step) = step else {
            return vec![Piece::Text(glance.text().europe.unity.clone())];
        };
        let preview = glance.view.preview_measure(glance.scenario(), step);
        let likely = preview.map(|preview| effects::of_measure(glance, &preview));
        let words = likely.map(|likely| consequence::in_words(glance, &likely));
        // Words come before numbers: what the measure is, what it comes to, then by how much.
        let own = opening::measure_words(glance, step.measure);
        let mut pieces: Vec<Piece> = own.into_iter().chain(words.map(Piece::Text)).collect();
        pieces.extend(prospects(glance, step, &sitting.theme));
        pieces.push(Piece::Gap);
        pieces.extend(opening::beside_measure(
            glance,
            step.measure,
            &sitting.theme,
        ));
        pieces
    }

    fn decides(&self) -> bool {
        true
    }

    fn decision(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Option<Decision> {
        let row = |step: Option<Step>| {
            let Some(step) = step else {
                return ChoiceRow {
                    name: "No measure".to_owned(),
                    note: "unity is kept for later".to_owned(),
                    open: true,
                    ..ChoiceRow::default()
                };
            };
            let name = step_row(glance, step).name;
            match glance.view.preview_measure(glance.scenario(), step) {
                Some(preview) => {
                    consequence::row(glance, name, &effects::of_measure(glance, &preview))
                }
                None => ChoiceRow {
                    name,
                    open: true,
                    ..ChoiceRow::default()
                },
            }
        };
        let mut known = Vec::new();
        known.extend(on_table::pieces(glance, &sitting.theme));
        known.extend([Piece::Gap, consequence::legend(glance)]);
        Some(Decision {
            table: ChoiceTable {
                head: "On average of the dice".to_owned(),
                columns: consequence::columns(glance),
                rows: steps(glance).into_iter().map(row).collect(),
                chosen: Some(place),
                ..ChoiceTable::default()
            },
            does: self.pieces(glance, sitting, place),
            known,
            ..Decision::default()
        })
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        vec![Command::Confirm.hint("to the reasons")]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        if command != Command::Confirm {
            return Then::Stay;
        }
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let Some(step) = place.and_then(|place| steps(&glance).get(place).copied()) else {
            return Then::Stay;
        };
        let action = step.map_or(Action::Abstain, |step| Action::Measure {
            measure: glance.scenario().measure(step.measure).id.clone(),
            secret: step.in_secret,
        });
        let does = place.map_or_else(Vec::new, |place| self.pieces(&glance, sitting, place));
        Then::Open(remarks::open(sitting, Seat::Europe, action, does))
    }
}
