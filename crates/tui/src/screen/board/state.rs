//! What is chosen on the board: the panel that has the focus, and where the eye is in each.

use crate::glance::Glance;
use crate::screen::board::panel::Panel;
use crate::widget::domain_table::Column;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::{At as _, DomainAt};

/// Rows from here on are the tabs: the mouse reports them so.
pub(super) const TAB_ROWS: u16 = 1000;

/// What is chosen on the board.
#[derive(Debug, Default)]
pub struct Board {
    /// The panel that has the focus.
    pub focus: Panel,
    /// Where the eye is in each panel.
    pub cursor: Cursor,
}

/// Where the eye is in each panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The chosen option.
    pub option: usize,
    /// The first line shown of what lies on the table.
    pub scroll: usize,
    /// The chosen domain and column.
    pub domain: (usize, Column),
    /// The chosen gauge: conditions first, then moods.
    pub gauge: usize,
    /// The chosen entry, counted back from the last.
    pub record: usize,
    /// The chosen line of the room.
    pub room: usize,
}

impl Board {
    /// The gauge under the cursor: stability where no gauge is.
    pub fn gauge_under(&self, glance: &Glance<'_>) -> Gauge {
        let domain = DomainAt::new(self.cursor.domain.0);
        match self.focus {
            Panel::Domains => match self.cursor.domain.1 {
                Column::Dependence => Gauge::Dependence(domain),
                Column::Capacity => Gauge::Capacity(domain),
                Column::Strain => Gauge::Strain(domain),
            },
            Panel::Gauges => {
                let mut all = glance.conditions();
                all.extend(glance.moods());
                all.get(self.cursor.gauge)
                    .map_or(Gauge::Stability, |(gauge, _)| *gauge)
            }
            Panel::Act | Panel::Table | Panel::Why | Panel::Record | Panel::Room => {
                Gauge::Stability
            }
        }
    }
}
