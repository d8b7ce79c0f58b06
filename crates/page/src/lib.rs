//! The audience's page: what stands on the wall, for the browsers of whoever is in the room.
//!
//! It is served at one address that was named, and nothing else of the program listens there. What it shows is made from
//! a place of the audience's and from nothing else: from what only looks on nothing can be done.
//!
//! [`gate`] takes the address, [`page`] serves it. `shown` looks at the session when something comes in, `wall`
//! makes HTML of it, `phone` takes what people enter, `routes` answers a browser, `guard` says what every answer bears, `visitors` keeps those few
//! and patient who connect.

mod curve;
mod form;
mod frame;
pub mod gate;
mod guard;
pub mod page;
mod part;
mod phone;
mod routes;
mod shown;
mod site;
mod taking_part;
mod ticking;
mod visitors;
mod wall;

pub use gate::Gate;
pub use page::Page;
