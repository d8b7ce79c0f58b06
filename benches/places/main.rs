//! How soon an act is on every screen: 16 boards of seats and 64 of the audience, drawn by one host, from the moment that
//! the act is on the disk until its words have come to each.
//!
//! `cargo bench --bench places`, on Unix.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

#[cfg(all(unix, not(feature = "portable")))]
#[expect(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]
mod hosted;

fn main() {
    #[cfg(all(unix, not(feature = "portable")))]
    hosted::measure();
    #[cfg(not(all(unix, not(feature = "portable"))))]
    println!("no session is hosted on this system");
}
