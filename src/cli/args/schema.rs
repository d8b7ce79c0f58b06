//! Options of `unequal schema`.

use clap::{Args, ValueEnum};

/// Options of `unequal schema`.
#[derive(Clone, Copy, Debug, Args)]
pub struct SchemaArgs {
    /// Of what.
    #[arg(value_name = "KIND")]
    pub kind: SchemaKind,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// The lines between the table and a program that holds a seat.
    Seat,
    /// The report of a session, or of several, as JSON.
    Report,
    /// A line of a session that is stepped through.
    Replay,
    /// The same, while a session is played elsewhere.
    Watch,
    /// A line of a session that is run without a screen.
    Run,
    /// Lines of play side by side.
    Compare,
    /// An ensemble, or a part of one.
    Simulate,
    /// What was found about records.
    Verify,
}
