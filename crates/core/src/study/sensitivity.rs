//! Which numbers of a deck decide, and which decide nothing.
//!
//! [`survey`] moves each number by itself to both ends of its range. [`global`] moves many at once:
//! by elementary effects (Morris 1991, with the mean of sizes of Campolongo, Cariboni and Saltelli 2007),
//! which finds the few that matter at small cost, and by variance (Sobol 1993; estimators of Saltelli and
//! others 2010 and of Jansen 1999), which says how much of what varies each explains, alone and with
//! others. [`design`] chooses the points, [`indices`] and [`effects`] work out the results.

mod baseline;
pub mod design;
pub mod effects;
pub mod estimate;
pub mod global;
pub mod indices;
pub mod survey;
pub mod target;
