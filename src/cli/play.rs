//! `unequal play` and `unequal` alone: a session on the screen.

use std::path::Path;

use crate::cli::args::PlayArgs;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::session::seal::fresh_seed;
use crate::session::{Holder, Setup};
use crate::tui::{self, Look, Start, TuiError};
