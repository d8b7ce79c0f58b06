//! Bots, playouts and ensembles: everything that plays the rules without people.

pub mod attribution;
pub mod balance;
pub mod bot;
pub mod ensemble;
pub mod expectations;
pub mod fan;
pub mod open_loop;
pub mod playout;
pub mod rehearse;
pub mod shapley;
pub mod stats;
