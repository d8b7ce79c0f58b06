//! `unequal replay` of a copy: the lines that it holds, as one seat knew them.

use crate::cli::args::ReplayArgs;
use crate::cli::copy::read::Copy;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::store::typed;

/// Prints a copy.
///
/// # Errors
///
/// Says what cannot be done with a copy, or at which line it is not as it was written.
pub(super) fn run(args: &ReplayArgs, out: &mut Out) -> Result<(), Error> {
    let copy = Copy::read(&args.save)?;
    let (seat, entry) = (copy.head.seat, copy.head.entry);
    let name = args.save.display();
    let what = format!("{name}: a copy of what the {seat} seat knew after entry {entry}");
    let shown = typed(&args.save);
    if args.at.is_some()
        || args.notation
        || args.cast.is_some()
        || args.seat.is_some_and(|asked| asked != seat)
    {
        let message = format!("{what}, and nothing else can be shown of it");
        return Err(Error::wrong_use(message).hint(format!("`unequal replay {shown} --text`")));
    }
    if !args.text && !args.json {
        return Err(
            Error::wrong_use(format!("{what}; the screen opens whole sessions"))
                .hint(format!("`unequal replay {shown} --text` reads it")),
        );
    }
    if args.json {
        for line in &copy.lines {
            out.line(line)?;
        }
    } else {
        copy.print(out)?;
    }
    match &copy.fault {
        None => Ok(()),
        Some((line, why)) => {
            out.flush()?;
            Err(Error::data(format!("{name}: line {line}: {why}"))
                .hint("what stands before it is whole; take the copy again from where it came"))
        }
    }
}
