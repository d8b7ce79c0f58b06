//! Puts right what was written beside an entry or answered in own words, or adds a dissent later; what stood there stays in
//! the record.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::seat::Seat;
use unequal_session::sight::Seen;
use unequal_session::{Place, Remarks};

#[derive(Debug)]
struct Correct {
    seat: Seat,
    /// The entry as it reads now.
    seen: Seen,
    form: Form,
}

/// Whether the seat at the screen may put right what is written beside an entry.
pub fn may_correct(sitting: &Sitting, seen: &Seen) -> bool {
    let writes = sitting.place.as_ref().is_some_and(Place::is_writable);
    let own = |seat| seat == Seat::WhiteCell || seat == seen.seat;
    writes && sitting.seat.is_some_and(own)
}

/// The sheet for an entry.
pub fn sheet(sitting: &Sitting, seen: Seen) -> Sheet {
    let seat = sitting.seat.unwrap_or(Seat::WhiteCell);
    let mut form = Form::new(draft_prefix(seat, &format!("correct-{}", seen.number)))
        .text(
            sitting,
            "rationale",
            "Why",
            5,
            "the reason as it should read",
        )
        .text(
            sitting,
            "dissent",
            "Dissent",
            4,
            "who would have done otherwise, and why",
        );
    if matches!(seen.kind, Kind::Respond | Kind::RevealResponse) {
        let words = "what was answered, as it should read";
        form = form.text(sitting, "words", "Own words", 3, words);
    }
    for (key, now) in [
        ("rationale", &seen.rationale),
        ("dissent", &seen.dissent),
        ("words", &seen.own_words),
    ] {
        if form.given(key).is_none() {
            form.set(key, now.as_deref().unwrap_or_default());
        }
    }
    asking::sheet(Correct { seat, seen, form })
}

impl Correct {
    /// What was typed on a line, where it is something else than what stands there.
    fn changed(&self, key: &str, now: Option<&str>) -> Option<String> {
        self.form
            .given(key)
            .filter(|text| Some(text.as_str()) != now)
    }
}

impl Asks for Correct {
    fn title(&self, _sitting: &Sitting) -> String {
        format!("Put entry {} right", self.seen.number)
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn head(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        wrapped(
            &self.seen.sentence,
            usize::from(width),
            sitting.theme.strong,
        )
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = "The record keeps both versions; screens and reports show this one, and say that it was put right.";
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let rationale = self.changed("rationale", self.seen.rationale.as_deref());
        let dissent = self.changed("dissent", self.seen.dissent.as_deref());
        let words = self.changed("words", self.seen.own_words.as_deref());
        if rationale.is_none() && dissent.is_none() && words.is_none() {
            let nothing = "Nothing reads otherwise than before. Esc goes back.";
            return Err(("rationale", nothing.to_owned()));
        }
        let action = Action::Correct {
            entry: self.seen.number,
            reason: rationale,
            against: dissent,
            words,
        };
        Ok(vec![Effect::Submit {
            seat: self.seat,
            action,
            remarks: Remarks::default(),
        }])
    }
}
