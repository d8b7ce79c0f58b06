//! `unequal schema`: the JSON Schema of what this program writes and reads, made from its types.

use crate::cli::args::{SchemaArgs, SchemaKind};
use crate::cli::error::Error;
use crate::cli::out::Out;

/// Runs the command.
///
/// # Errors
///
/// Fails where standard output cannot take it.
pub fn run(args: SchemaArgs, out: &mut Out) -> Result<(), Error> {
    match args.kind {
        SchemaKind::Seat => out.json(&unequal_seat::schema::schema()),
    }
}
