//! `unequal close`: all that a session leaves when it is over, with one command.

use crate::cli::args::CloseArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report::{self, OUT, told};
use unequal_core::deck::plain;
use unequal_core::store::by_hand;
use unequal_core::store::{document, typed};
use unequal_papers::closing::{self, Expected, NotClosed};
use unequal_papers::report::Extras;

/// Runs the command.
///
/// # Errors
///
/// Says why the record cannot be read, that the session goes on, or what cannot be written.
pub fn run(args: &CloseArgs, out: &mut Out) -> Result<(), Error> {
    let table = report::read(&args.save, out)?;
    let annotations = report::annotations(&args.save, out);
    let by_hand = by_hand::load(&args.save)?;
    let expected = Expected::known(&table);
    let extras = Extras {
        findings: expected.as_ref().map(Expected::findings),
        annotations: Some(&annotations),
        by_hand: &by_hand,
        ..Extras::default()
    };
    let folder = match &args.out {
        Some(folder) => {
            document::folder(folder).map_err(|error| told(error, folder, OUT))?;
            folder.clone()
        }
        None => args.save.with_file_name(""),
    };
    let written = closing::close(&args.save, &table, extras, &folder);
    let written = written.map_err(|error| match error {
        NotClosed::GoesOn => {
            let shown = typed(&args.save);
            Error::data(error.to_string()).hint(format!(
                "`unequal report {shown} --seat audience` writes what everybody may know by now"
            ))
        }
        NotClosed::Store(error) => told(error, &folder, OUT),
    })?;
    for one in written {
        let shown = plain(&one.path.display().to_string());
        out.line(format!("{shown}: {}", one.purpose))?;
    }
    Ok(())
}
