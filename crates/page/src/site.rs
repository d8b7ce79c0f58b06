//! What pages are made from.

use std::sync::Arc;

use tokio::sync::watch;
use unequal_tui::clock::Clock;

use crate::phone::Desk;
use crate::shown::Shown;

/// What pages are made from.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) shown: watch::Receiver<Arc<Shown>>,
    pub(crate) clock: Clock,
    pub(crate) desk: Desk,
}
