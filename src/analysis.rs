//! Bots and playouts: everything that plays the rules without people.

pub mod bot;
pub mod playout;
