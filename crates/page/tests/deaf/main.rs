//! A browser that reads nothing of what it is sent, alone in its process: what it costs is measured.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[expect(dead_code, reason = "other tests ask for more")]
#[path = "../served/browser.rs"]
mod browser;
#[expect(dead_code, reason = "other tests play on")]
#[path = "../served/house.rs"]
mod house;
#[expect(dead_code, reason = "other tests ask for more")]
#[path = "../../../../tests/common/process.rs"]
mod process;

use std::io::Write as _;

use browser::{Open, connect};
use house::House;

/// KiB of memory that this process has.
fn resident() -> u64 {
    process::resident(std::process::id()).unwrap_or(0)
}

/// What two hundred acts take, each seen on a page that is read.
fn grown(house: &House, open: &mut Open, from: u32) -> u64 {
    let before = resident();
    for number in from..from + 200 {
        house.announce(&format!("Number {number} {}", "x".repeat(150)));
        open.until(&format!("Number {number} "));
    }
    resident().saturating_sub(before)
}

#[test]
fn a_reader_that_stops_holds_no_other_up_and_costs_little() {
    let house = House::new();
    let mut open = Open::at(house.at());
    open.until("Nothing has been played yet.");
    let without = grown(&house, &mut open, 0);
    let mut deaf = connect(house.at());
    let ask = format!("GET /live HTTP/1.1\r\nhost: {}\r\n\r\n", house.at());
    deaf.write_all(ask.as_bytes()).unwrap();
    let with = grown(&house, &mut open, 200);
    // The entries themselves stay in memory.
    assert!(
        with <= without + 1024,
        "{with} KiB, and {without} KiB without it"
    );
}
