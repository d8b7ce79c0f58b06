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
}
