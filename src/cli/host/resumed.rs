//! A session that goes on at its host.

use std::path::Path;

use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_session::{Table, clock};

/// Resumes a session; what was torn off the end of its record is told.
///
/// # Errors
///
/// Says why the session cannot go on.
pub(super) fn of(save: &Path, out: &mut Out) -> Result<Table, Error> {
    let (mut table, torn) = Table::resume(save)?;
    if let Some(torn) = torn {
        out.notice(format!(
            "note: {}: {torn}",
            plain(&save.display().to_string())
        ));
    }
    table.reconvene(&clock::now())?;
    Ok(table)
}
