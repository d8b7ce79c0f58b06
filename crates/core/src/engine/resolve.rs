//! The rule families: contest and delivery, follow-up, red lines, drift, crisis and endings.

pub mod contest;
pub mod delivery;
pub mod drift;
pub mod ending;
pub mod follow_up;
pub mod red_line;
