//! `unequal host` and `unequal seat` where the system has no sockets for them.

use std::path::Path;

use crate::cli::error::Error;
use unequal_core::store::typed;
use unequal_host::DoorError;

/// Says that no session is hosted here, and what to do instead.
///
/// # Errors
///
/// Always.
pub fn refused(save: &Path) -> Result<(), Error> {
    let none = DoorError::NotHere;
    Err(Error::wrong_use(none.to_string()).hint(none.hint(&typed(save))))
}
