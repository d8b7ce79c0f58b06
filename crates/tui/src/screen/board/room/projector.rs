//! What the projector shows: it follows play, or a scene is called onto it by its number.

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::Glance;
use crate::keymap::Layer;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::store::stage::Scene;

#[derive(Debug)]
struct Director;

/// The sheet.
pub fn sheet(sitting: &Sitting) -> Sheet {
    let called = sitting.desk.called.as_ref().and_then(|call| call.scene);
    let at = CALLS.iter().position(|(scene, ..)| *scene == called);
    listing::sheet(Director, at.unwrap_or(0))
}

/// What its line in the room says.
pub fn summary(_glance: &Glance<'_>) -> (String, bool) {
    ("question, answers, curve, rules …".to_owned(), false)
}

/// What can be called, in the order of the numbers: the scene, its name, and what is said of it.
const CALLS: [(Option<Scene>, &str, &str); 10] = [
    (
        None,
        "As play goes",
        "The wall follows the phase: the news, the question, the dice, the curve, a pause until its end, the ending page by page.",
    ),
    (
        Some(Scene::Question),
        "The question",
        "The demand or the offer on the table, in full, in letters as large as fit.",
    ),
    (
        Some(Scene::Answers),
        "The seven answers",
        "What may be answered, without what it would likely do.",
    ),
    (
        Some(Scene::Estimates),
        "Estimates",
        "The estimates that were revealed last, as dots without names.",
    ),
    (
        Some(Scene::Names),
        "Estimates with names",
        "The same, with who gave which. Ask before you show it.",
    ),
    (
        Some(Scene::Dice),
        "The dice",
        "The last dice, and what they came to.",
    ),
    (
        Some(Scene::Curve),
        "The curve",
        "Stability, large, with the sentence that says why it moved.",
    ),
    (
        Some(Scene::Board),
        "Everything public",
        "The curve, a few gauges, what lies on the table, what was done last.",
    ),
    (
        Some(Scene::Rules),
        "The rules",
        "Five slides; right and left turn them. T has what to say with them.",
    ),
    (
        Some(Scene::Announcement),
        "What was announced",
        "The announcement, or why play is paused and until when.",
    ),
];

/// The name of a scene, whether it is called here or, as the way in, from the seats elsewhere.
fn name(scene: Option<Scene>) -> &'static str {
    if scene == Some(Scene::Phones) {
        return "The way in for phones";
    }
    let called = CALLS.iter().find(|(called, ..)| *called == scene);
    called.map_or("", |(_, name, _)| *name)
}

impl Lists for Director {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "The projector".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Stage
    }

    fn rows(&self, _glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |(_, name, _): &(Option<Scene>, &str, &str)| OptionRow {
            name: (*name).to_owned(),
            open: true,
            ..OptionRow::default()
        };
        CALLS.iter().map(row).collect()
    }

    fn empty(&self) -> &'static str {
        "Nothing can be called."
    }

    fn acts_on_numbers(&self) -> bool {
        true
    }

    fn pieces(&self, _glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let Some((_, _, about)) = CALLS.get(place) else {
            return Vec::new();
        };
        let called = name(sitting.desk.called.as_ref().and_then(|call| call.scene));
        vec![
            Piece::Text((*about).to_owned()),
            Piece::Gap,
            Piece::Aside(format!("Called last: {called}.")),
            Piece::Aside(
                "A scene stays until the next step of play, reveal, announcement or pause; then the wall follows play \
                 again. A projector is opened with `unequal watch`."
                    .to_owned(),
            ),
        ]
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        vec![
            Command::Confirm.hint("show it"),
            Command::Right.hint("next page"),
        ]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let called = sitting.desk.called.as_ref();
        let (scene, page) = called.map_or((None, 0), |call| (call.scene, call.page));
        let call = match (command, place.and_then(|place| CALLS.get(place))) {
            (Command::Confirm, Some((scene, ..))) => Effect::Call(*scene, 0),
            (Command::Right, _) => Effect::Call(scene, page.wrapping_add(1)),
            (Command::Left, _) => Effect::Call(scene, page.saturating_sub(1)),
            _ => return Then::Stay,
        };
        Then::Do(vec![call])
    }
}

/// What the white cell is told of a call.
pub fn told(scene: Option<Scene>, page: u32) -> String {
    let name = name(scene).to_lowercase();
    match page {
        0 => format!("The projector shows: {name}."),
        page => format!("The projector shows: {name}, page {}.", page + 1),
    }
}
