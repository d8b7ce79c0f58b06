//! When an inject is due, as lines of a form that read like a sentence: at a moment, on a condition, or called for.

use crate::glance::Glance;
use crate::page::asking::Missing;
use crate::page::form::Form;
use crate::sitting::Sitting;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::inject::Due;
use unequal_core::model::choice::Response;
use unequal_core::model::place::{At as _, DomainAt};
use unequal_session::telling::{gauge_name, phase_words};

/// The kinds of moments and conditions, in the order of the choice.
const KINDS: [&str; 8] = [
    "when I call for it",
    "in a move, from a phase on",
    "in a move, after a phase",
    "when a gauge rises to a value",
    "when a gauge falls to a value",
    "when an answer was given so often",
    "when a red line is crossed",
    "when the partnership is in crisis",
];

/// Phases to choose from, those of open play.
const PHASES: [Phase; 9] = [
    Phase::Inject,
    Phase::Europe,
    Phase::Crisis,
    Phase::Offer,
    Phase::Demand,
    Phase::Response,
    Phase::Ruling,
    Phase::FollowUp,
    Phase::Drift,
];

/// How often an answer is to come, where nothing is said.
const OFTEN: i64 = 2;

/// The move in which an inject is due, where nothing is said.
fn next_move(glance: &Glance<'_>) -> i64 {
    i64::from(glance.view.move_number) + 1
}

/// Adds the lines of a moment to a form.
pub fn fields(form: Form, sitting: &Sitting, glance: &Glance<'_>) -> Form {
    let deck = glance.place.deck();
    let gauges = glance.scenario().gauges();
    let gauges = gauges.into_iter().map(|gauge| gauge_name(deck, gauge));
    let answers = Response::ALL
        .iter()
        .map(|response| deck.text.response(*response).name.clone());
    let domains = deck.text.domains.iter().map(|domain| domain.name.clone());
    let domains = std::iter::once("any domain".to_owned()).chain(domains);
    let phases = PHASES.map(|phase| phase_words(deck, phase));
    let [next, often] = [next_move(glance), OFTEN].map(|number| format!("{number}, or another"));
    let mut form = form
        .choice("when", "When", KINDS.map(str::to_owned).to_vec(), 0)
        .line(sitting, "move", "   move", &next)
        .choice("phase", "   phase", phases.to_vec(), 0)
        .choice("gauge", "   gauge", gauges.collect(), 0)
        .line(sitting, "value", "   value", "0 to 100")
        .choice("answer", "   answer", answers.collect(), 6)
        .line(sitting, "count", "   times", &often)
        .choice("domain", "   in", domains.collect(), 0);
    follow(&mut form);
    form
}

/// Shows the lines that the kind of moment needs.
pub fn follow(form: &mut Form) {
    let kind = form.chosen("when");
    for (key, kinds) in [
        ("move", &[1, 2][..]),
        ("phase", &[1, 2]),
        ("gauge", &[3, 4]),
        ("value", &[3, 4]),
        ("answer", &[5]),
        ("count", &[5]),
        ("domain", &[6]),
    ] {
        form.show(key, kinds.contains(&kind));
    }
}

/// What the lines say.
///
/// # Errors
///
/// Says what is missing, and where.
pub fn read(form: &Form, glance: &Glance<'_>) -> Result<Due, Missing> {
    let scenario = glance.scenario();
    let number =
        |key: &'static str, words: &str| form.number(key).ok_or_else(|| (key, words.to_owned()));
    let phase = PHASES[form.chosen("phase").min(PHASES.len() - 1)];
    // Where nothing is typed, the number that the line names is meant.
    let or = |key: &'static str, named: i64, words: &str| match form.given(key) {
        None => Ok(named),
        Some(_) => number(key, words),
    };
    let move_number = || {
        let typed = or(
            "move",
            next_move(glance),
            "In which move? A number such as 3.",
        )?;
        u32::try_from(typed).map_err(|_| ("move", "A move has a number from 1 on.".to_owned()))
    };
    let gauge = || {
        let gauges = scenario.gauges();
        scenario.gauge_word(gauges[form.chosen("gauge").min(gauges.len() - 1)])
    };
    Ok(match form.chosen("when") {
        1 => Due::At {
            move_number: move_number()?,
            phase,
        },
        2 => Due::After {
            move_number: move_number()?,
            phase,
        },
        3 => Due::AtLeast {
            gauge: gauge(),
            value: number("value", "At which value? A number such as 70.")?,
        },
        4 => Due::AtMost {
            gauge: gauge(),
            value: number("value", "At which value? A number such as 30.")?,
        },
        5 => Due::Responses {
            response: Response::ALL[form.chosen("answer").min(Response::ALL.len() - 1)],
            count: or("count", OFTEN, "How often? A number such as 2.")?
                .try_into()
                .map_err(|_| ("count", "How often? A number from 1 on.".to_owned()))?,
        },
        6 => Due::RedLine {
            domain: form.chosen("domain").checked_sub(1).map(|place| {
                scenario.domains[DomainAt::new(place.min(scenario.domains.len() - 1))]
                    .id
                    .clone()
            }),
        },
        7 => Due::Crisis,
        _ => Due::Called,
    })
}
