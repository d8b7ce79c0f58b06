//! `unequal schema`: the JSON Schema of what this program writes and reads, made from its types.
//!
//! Those of documents lie in `docs/schema`: `tests/it/cli/schema` makes them from the source, so that a build pays nothing
//! for them.

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
        SchemaKind::Report => out.text(include_str!("../../docs/schema/report.schema.json")),
        SchemaKind::Replay | SchemaKind::Watch => {
            out.text(include_str!("../../docs/schema/replay.schema.json"))
        }
        SchemaKind::Run => out.text(include_str!("../../docs/schema/run.schema.json")),
        SchemaKind::Compare => out.text(include_str!("../../docs/schema/compare.schema.json")),
        SchemaKind::Simulate => out.text(include_str!("../../docs/schema/simulate.schema.json")),
        SchemaKind::Verify => out.text(include_str!("../../docs/schema/verify.schema.json")),
    }
}
