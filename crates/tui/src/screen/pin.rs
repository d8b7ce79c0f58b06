//! The PIN of a seat: asked for at the curtain, and set.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::{Sitting, pin};
use unequal_core::engine::seat::Seat;

/// Asks for the PIN of a seat that is to sit down.
#[derive(Debug)]
struct AskPin {
    seat: Seat,
    /// Whether it takes the screen as the white cell, and keeps it.
    console: bool,
    form: Form,
}

/// The sheet that asks for a PIN, before a seat sits down or the white cell takes the screen.
pub(crate) fn ask(seat: Seat, console: bool) -> Sheet {
    let form = Form::new(String::new()).secret("pin", "PIN", pin::LONGEST, "");
    asking::sheet(AskPin {
        seat,
        console,
        form,
    })
}

/// What the deck calls a seat.
fn name(sitting: &Sitting, seat: Seat) -> String {
    let place = sitting.place.as_ref();
    let name = place.map_or("", |place| place.deck().text.seat_name(seat));
    name.to_owned()
}

impl Asks for AskPin {
    fn title(&self, sitting: &Sitting) -> String {
        format!("The PIN of {}", name(sitting, self.seat))
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn takes_screen(&self) -> bool {
        false
    }

    fn record(&self) -> &'static str {
        "sit down"
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = if self.seat == Seat::WhiteCell {
            "It keeps the eyes of the room away. What it protects, and what not, stands in the handbook."
        } else {
            "The white cell can lift a PIN that was lost."
        };
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let (seat, console) = (self.seat, self.console);
        if pin::fits(sitting, seat, &self.form.typed("pin")) {
            return Ok(vec![Effect::SitDown { seat, console }]);
        }
        let words = format!("That is not the PIN of {}.", name(sitting, seat));
        Err(("pin", words))
    }
}

/// Gives a seat a PIN.
#[derive(Debug)]
struct SetPin {
    seat: Seat,
    /// Whether the PIN that it has is to be shown first.
    asks: bool,
    form: Form,
}

/// The sheet that gives a seat a PIN; where `freely`, without the one that it has.
pub(crate) fn set(sitting: &Sitting, seat: Seat, freely: bool) -> Sheet {
    let asks = pin::is_set(sitting, seat) && !freely;
    let mut form = Form::new(String::new());
    if asks {
        form = form.secret("now", "PIN now", pin::LONGEST, "");
    }
    let hint = "some digits; empty: without a PIN";
    let form = form.secret("pin", "New PIN", pin::LONGEST, hint);
    asking::sheet(SetPin { seat, asks, form })
}

impl Asks for SetPin {
    fn title(&self, sitting: &Sitting) -> String {
        format!("A PIN for {}", name(sitting, self.seat))
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn takes_screen(&self) -> bool {
        false
    }

    fn record(&self) -> &'static str {
        "set it"
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = "Whoever sits down there at the curtain is asked for it. It is kept beside the record, not in it.";
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        if self.asks {
            let now = required(&self.form, "now", "Type the PIN that is set first.")?;
            if !pin::fits(sitting, self.seat, &now) {
                let words = format!("That is not the PIN of {}.", name(sitting, self.seat));
                return Err(("now", words));
            }
        }
        Ok(vec![Effect::SetPin {
            seat: self.seat,
            pin: self.form.given("pin"),
        }])
    }
}
