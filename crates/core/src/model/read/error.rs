//! Why a text is refused.

use thiserror::Error;

/// Why a text is not a deck of these rules.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It is not TOML, or not the tables that a deck has.
    #[error("{0}")]
    Text(#[from] toml::de::Error),
    /// A name leads nowhere.
    #[error("there is no {what} `{name}`")]
    Unknown {
        /// What is looked for.
        what: &'static str,
        /// By what name.
        name: String,
    },
    /// A number or a list breaks what must hold.
    #[error("{0}")]
    Broken(String),
}

impl ReadError {
    pub(super) fn unknown(what: &'static str, name: &str) -> Self {
        Self::Unknown {
            what,
            name: name.to_owned(),
        }
    }
}
