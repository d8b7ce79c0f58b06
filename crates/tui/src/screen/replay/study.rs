//! What the program has to say of a session: a layer of its own, that can be switched off.
//!
//! It rests on where the red lines truly lie, so that it is shown with everything only.

use crate::command::Command;
use crate::effect::Effect;
use crate::errand::Order;
use crate::notice::Tone;
use crate::page::{Sheet, Then};
use crate::sitting::Sitting;

/// What the program says rests on what is hidden.
pub(super) const HIDDEN: &str =
    "This rests on what is hidden: it is shown with everything only, and not while you guess.";

/// The sheet with the work to be done for it, unless its fruit is there or it is under way.
pub(super) fn begun(sitting: &Sitting, sheet: Sheet, known: bool, order: Order) -> Sheet {
    if known || sitting.errands.does(&order) {
        return sheet;
    }
    sheet.beginning(order)
}

/// Does a command about what the program says; gives what becomes of it, where it was one.
pub(super) fn on(sitting: &mut Sitting, command: Command) -> Option<Then> {
    let busy = sitting.errands.words();
    let (replay, place) = sitting.reading()?;
    let may_know = replay.knows_the_future();
    match command {
        Command::Findings => {
            replay.study.hidden = !replay.study.hidden;
            replay.mark_anew();
            let words = if replay.study.hidden {
                "What the program found is left out."
            } else {
                "What the program found is shown, under ◆."
            };
            sitting.say(Tone::Plain, words);
            Some(Then::Stay)
        }
        Command::Expectations if !may_know => {
            sitting.say(Tone::Plain, HIDDEN);
            Some(Then::Stay)
        }
        Command::Expectations => {
            let known = replay
                .study
                .aar
                .as_ref()
                .is_some_and(|aar| aar.expectations.is_some());
            if known {
                sitting.say(Tone::Plain,
                    "The expectations are worked out: ◆ marks what moved them, e explains an entry.",
                );
                return Some(Then::Stay);
            }
            let words = match busy {
                Some(busy) => format!("Under way: {busy}. Esc breaks it off."),
                None => "Working out what could be expected after every entry; you can go on. Esc breaks it off.".to_owned(),
            };
            sitting.say(Tone::Plain, words);
            let wanted = !sitting.errands.does(&Order::Expect);
            Some(Then::Do(
                wanted
                    .then_some(Effect::Work(Order::Expect))
                    .into_iter()
                    .collect(),
            ))
        }
        Command::PlayOut => {
            let standing = place.standing();
            let branch = standing.path.clone().filter(|_| standing.parted.is_some());
            let Some(path) = branch else {
                let words = "Bots play a branch to its end, not what people play: e, then Enter, or b begins one.";
                sitting.say(Tone::Plain, words);
                return Some(Then::Stay);
            };
            let words = "Bots play it to its end. Esc breaks it off, and nothing is written then.";
            sitting.say(Tone::Plain, words);
            Some(Then::Do(vec![Effect::Work(Order::PlayOut(path))]))
        }
        Command::Report => {
            let recorded = place.standing().path.clone();
            let open = place.has_ended() || may_know;
            let Some(path) = recorded else {
                sitting.say(
                    Tone::Plain,
                    "This session is not in a file: there is nothing to report on.",
                );
                return Some(Then::Stay);
            };
            if !open {
                sitting.say(
                    Tone::Plain,
                    "The report tells everything: look with all eyes first (s).",
                );
                return Some(Then::Stay);
            }
            sitting.say(Tone::Plain, "Writing the report …");
            Some(Then::Do(vec![Effect::Work(Order::Report(path))]))
        }
        _ => None,
    }
}
