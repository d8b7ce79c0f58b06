//! Puts acts on the record that no person decides.

use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::pilot::Pilot;
use unequal_session::{Remarks, SubmitError, Table};

/// Puts an act on the record that no person decides; it was worked out for the table after an entry.
pub(super) fn by_program(
    table: &mut Table,
    seen: EntryNumber,
    made: &Pilot,
    at: &str,
) -> Result<(), SubmitError> {
    let Pilot { seat, by, action } = made;
    table.submit(seen, *seat, by, action, Remarks::default(), at)?;
    Ok(())
}
