//! The script of the hot wash: the order of the talk, and the deck's questions with moments to look at.

use serde::Serialize;

use crate::document::{Block, Item, Marker, Section, dim, said, strong};
use crate::report::section::turning_points::TurningPoints;
use crate::report::sight::Sight;
use crate::report::words::cites;
use unequal_session::reading::Cite;
use unequal_session::research::cues::{Asked, cues};

/// The script of the hot wash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    /// The order of the talk.
    pub order: Vec<HotWash>,
    /// The deck's questions, with the moments they speak of.
    pub questions: Vec<QuestionLine>,
}

/// A step of the hot wash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HotWash {
    /// How long, in minutes.
    pub minutes: u32,
    /// What to ask.
    pub ask: &'static str,
    /// What to show.
    pub show: &'static str,
}

/// A debriefing question of the deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionLine {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// The question.
    pub text: String,
    /// Moments to look at.
    pub look_at: Vec<Cite>,
}

/// Moments that are named to a question at most.
const MOST: usize = 5;

/// The order of a short hot wash, as the handbook for facilitators has it.
const ORDER: [(u32, &str, &str); 5] = [
    (
        3,
        "How was it? One sentence each, the quiet ones first.",
        "nothing",
    ),
    (5, "What happened?", "the stability curve"),
    (
        7,
        "Why? Take two or three turning points. What did you know then, what did you believe, who disagreed?",
        "that moment, as that side saw it",
    ),
    (
        3,
        "What did we learn about the objective, and what would have to be true for it to hold outside this room?",
        "the research questions",
    ),
    (
        2,
        "What do we do with it? Who does what by when?",
        "the gaps",
    ),
];

/// The script.
pub(super) fn of(sight: &Sight<'_>, turning: &TurningPoints) -> Debrief {
    let questions = &sight.table.deck().text.questions;
    Debrief {
        order: ORDER
            .iter()
            .map(|&(minutes, ask, show)| HotWash { minutes, ask, show })
            .collect(),
        questions: questions
            .iter()
            .map(|question| QuestionLine {
                id: question.id.clone(),
                about: question.about.clone(),
                text: question.text.clone(),
                look_at: look_at(
                    sight,
                    &Asked::new(&[&question.about, &question.text]),
                    &question.about,
                    turning,
                ),
            })
            .collect(),
    }
}

/// Moments that a question speaks of: turning points where it asks for them, else acts that its
/// heading names, else acts that its text names.
fn look_at(sight: &Sight<'_>, asked: &Asked, about: &str, turning: &TurningPoints) -> Vec<Cite> {
    let heading = Asked::new(&[about]);
    if heading.speaks_of("turning points") {
        let points = turning.points.iter().map(|point| Cite {
            entry: point.entry,
            move_number: point.move_number,
            sentence: point.sentence.clone(),
        });
        return points.take(MOST).collect();
    }
    let by = |asked: &Asked| -> Vec<Cite> {
        sight
            .standing()
            .filter(|seen| cues(sight, seen).iter().any(|cue| asked.speaks_of(cue)))
            .map(Cite::to)
            .collect()
    };
    let mut found = by(&heading);
    if found.is_empty() {
        found = by(asked);
    }
    // With many, those of moments that moved much say most.
    if found.len() > MOST {
        let turned = |cite: &Cite| turning.points.iter().any(|point| point.entry == cite.entry);
        found.sort_by_key(|cite| (!turned(cite), cite.entry));
        found.truncate(MOST);
        found.sort_by_key(|cite| cite.entry);
    }
    found
}

pub(super) fn section(debrief: &Debrief) -> Section {
    let order = debrief.order.iter().map(|step| {
        let show = dim(format!(" (show: {})", step.show));
        Item::from(said! { (step.minutes) " min: " (strong(step.ask)) (show) })
    });
    let questions = debrief.questions.iter().map(|question| Item {
        under: cites(&question.look_at),
        ..said! { (strong(&question.about)) " " (&question.text) }.into()
    });
    let mut blocks = vec![Block::List(Marker::Tick, order.collect())];
    if !debrief.questions.is_empty() {
        blocks.push(Block::List(Marker::Tick, questions.collect()));
    }
    Section::new("debrief", "Debrief", "Debrief", blocks)
}
