//! The white cell's sheet to change a gauge by ruling, with a reason that stays in the record.
//!
//! ```text
//! ┌ Change a gauge by ruling ────────────────────────────┐
//! │ Gauge        ‹ trust 52 ›                            │
//! │ By how much  +5                                      │
//! │ Why          stays in the record                     │
//! │                                                      │
//! │ trust +5 → 57                                        │
//! └──────────────────────────────────────────────────────┘
//! ```

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::look;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::change::{signed, signed_tenths, tenths};
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_session::telling::gauge_name;

#[derive(Debug)]
struct Adjusting {
    gauges: Vec<Gauge>,
    form: Form,
}

/// The sheet, at a gauge.
pub fn sheet(sitting: &Sitting, gauge: Gauge) -> Sheet {
    let mut gauges = Vec::new();
    let mut names = Vec::new();
    if let Some(glance) = look(sitting) {
        gauges = glance.scenario().gauges();
        names.extend(gauges.iter().map(|gauge| {
            let value = shown(*gauge, glance.view.get(*gauge));
            format!("{} {value}", gauge_name(glance.place.deck(), *gauge))
        }));
    }
    let at = gauges.iter().position(|other| *other == gauge);
    let form = Form::new(draft_prefix(Seat::WhiteCell, "adjust"))
        .choice("gauge", "Gauge", names, at.unwrap_or(0))
        .line(sitting, "by", "By how much", "points, such as +5 or −3")
        .line(sitting, "reason", "Why", "stays in the record")
        .at("by");
    asking::sheet(Adjusting { gauges, form })
}

fn shown(gauge: Gauge, value: i64) -> String {
    match gauge {
        Gauge::Gains => tenths(value),
        _ => value.to_string(),
    }
}

impl Adjusting {
    fn gauge(&self) -> Option<Gauge> {
        self.gauges.get(self.form.chosen("gauge")).copied()
    }

    fn amount(&self) -> Option<i64> {
        self.form.number("by").filter(|by| *by != 0)
    }
}

impl Asks for Adjusting {
    fn title(&self, _app: &Sitting) -> String {
        "Change a gauge by ruling".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn told(&self, sitting: &Sitting, _width: u16) -> Vec<Line<'static>> {
        let (Some(glance), Some(gauge)) = (look(sitting), self.gauge()) else {
            return Vec::new();
        };
        let in_tenths = gauge == Gauge::Gains;
        let words = if in_tenths {
            "Gains are counted in tenths: +10 is one point."
        } else {
            "Gauges run from 0 to 100."
        };
        let after = self.amount().map_or_else(String::new, |by| {
            let to = glance.view.get(gauge).saturating_add(by);
            let to = if in_tenths { to } else { to.clamp(0, 100) };
            let by = if in_tenths {
                signed_tenths(by)
            } else {
                signed(by)
            };
            let name = gauge_name(glance.place.deck(), gauge);
            format!("{name} {by} → {}", shown(gauge, to))
        });
        vec![
            heading(&after, sitting.theme.accent),
            heading(words, sitting.theme.dim),
        ]
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let by = self.amount().ok_or_else(|| {
            let words = "By how much? A number such as +5 or −3.";
            ("by", words.to_owned())
        })?;
        let words = "A change by ruling needs a reason: it stays in the record.";
        let reason = required(&self.form, "reason", words)?;
        let (Some(glance), Some(gauge)) = (look(sitting), self.gauge()) else {
            return Ok(Vec::new());
        };
        let gauge = glance.scenario().gauge_word(gauge);
        Ok(white_cell(Action::Adjust { gauge, by, reason }))
    }
}
