//! How the white cell works at its screen; nothing of it is on the record.

use crate::errand::Tipped;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::model::choice::Band;
use unequal_core::store::stage::Call;
use unequal_core::study::tipping::Tipping;
use unequal_session::Place;
use unequal_session::desk::AfterBand;
use unequal_session::dry_run::Coming;

/// How the white cell works at this screen; nothing of it is on the record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Whether it keeps the screen while other seats act.
    pub keeps_screen: bool,
    /// The injects that are due and that it has been called for.
    pub called_for: Vec<String>,
    /// Whether dice are kept behind their odds: some rooms do not want to see them.
    pub hides_dice: bool,
    /// What would follow each result of the exchange on the desk, as it lay there after an entry.
    pub outlook: Option<(EntryNumber, Vec<AfterBand>)>,
    /// On which numbers of the deck the result of the exchange on the desk hangs.
    pub tipped: Option<Tipped>,
    /// What was called onto the projector last.
    pub called: Option<Call>,
    /// When the injects of the plan would come, as it stood after an entry.
    pub comings: Option<(EntryNumber, Vec<Coming>)>,
}

impl Desk {
    /// Hides the dice behind their odds or shows them again; gives what is said of it.
    pub const fn turn_dice(&mut self) -> &'static str {
        self.hides_dice = !self.hides_dice;
        if self.hides_dice {
            "The dice are hidden behind their odds, here and on the wall; d shows them"
        } else {
            "The dice are shown, here and on the wall"
        }
    }

    /// What would follow each result, where it is worked out for the table as it is.
    pub fn outlook(&self, place: &Place) -> Option<&[AfterBand]> {
        let (entry, after) = self.outlook.as_ref()?;
        (*entry == place.sight().touched).then_some(after)
    }

    /// On which numbers of the deck the result hangs, where it is worked out for this roll and this net of arguments.
    pub fn tips(&self, place: &Place, roll: i64, arguments: i64) -> Option<&[Tipping<Band>]> {
        let tipped = self.tipped.as_ref()?;
        let asked = (place.sight().touched, roll, arguments);
        ((tipped.entry, tipped.roll, tipped.arguments) == asked).then_some(&tipped.numbers)
    }

    /// When the injects would come, where it is worked out for the table as it is.
    pub fn comings(&self, place: &Place) -> Option<&[Coming]> {
        let (entry, comings) = self.comings.as_ref()?;
        (*entry == place.sight().touched).then_some(comings)
    }
}
