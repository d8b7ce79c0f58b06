//! Bots at the table, playouts and ensembles: everything that plays the rules without people.

pub mod attribution;
pub mod balance;
pub mod course;
pub mod ensemble;
pub mod expectations;
pub mod fan;
pub mod open_loop;
pub mod rehearse;
pub mod sealed;
pub mod seated;
pub mod shapley;
pub mod stats;
