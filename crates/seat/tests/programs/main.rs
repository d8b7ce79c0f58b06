//! Programs at seats: that they see what is theirs, play as well as anybody, and bring no session to its end.

mod faults;
mod forecast;
mod leak;
mod table;
mod twin;
