//! Turns headers and entries into the text of the record, and back.
//!
//! There is one way to write a value, so that text read and written again is the same to the byte.

mod entry;
mod header;
mod scan;

pub(crate) use entry::{decode_entry, encode_entry};
pub(crate) use header::{decode_header, encode_header};

/// Why a block that proves itself could not be read, or an act not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Problem(pub(crate) String);

impl Problem {
    /// A problem that the TOML reader found, without the excerpt that its full text shows.
    fn of_toml(error: &toml::de::Error) -> Self {
        Self(super::text::on_one_line(error.message()))
    }
}

/// Reads what a frame encloses as text.
fn as_text(body: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(body).map_err(|error| Problem(format!("not UTF-8: {error}")))
}
