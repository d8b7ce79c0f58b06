//! What a room full of people costs: work that grows with the people, never with their square.
//!
//! Work is counted by what is allocated, which is the same on every machine; `cargo bench --bench room` has the time.

mod filled;

use allocation_counter::measure;
use unequal_partners::session::Table;

use filled::{a_report, an_act, room};

const PEOPLE: [usize; 2] = [60, 240];
/// The ratio that the large room may have to the small one: it has four times the people.
const MOST: u64 = 8;

#[test]
fn four_times_the_people_cost_no_more_than_eight_times_the_work() {
    let mut tables = PEOPLE.map(room);
    for (name, work) in [("an act", an_act as fn(&mut Table)), ("a report", a_report)] {
        let [small, large] = tables
            .each_mut()
            .map(|table| measure(|| work(table)).bytes_total);
        assert!(
            large <= MOST * small,
            "{name}: {small} bytes among {} people, {large} among {}",
            PEOPLE[0],
            PEOPLE[1]
        );
    }
}
