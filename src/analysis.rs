//! Bots, playouts and ensembles: everything that plays the rules without people.

pub mod bot;
pub mod ensemble;
pub mod playout;
pub mod stats;
