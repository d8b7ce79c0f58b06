//! Nothing hidden is in what a seat's terminal is sent: sessions that differ in what a seat may not know give it the same
//! bytes, over the whole way to the client.

use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_host::wire::Terminal;
use unequal_host::{Heard, Serve, Visit};
use unequal_partners::cli::text::Shown;
use unequal_session::{Owner, Remarks};
use unequal_tui::ability::Glyphs;
use unequal_tui::clock::Clock;
use unequal_tui::console::Happening;
use unequal_tui::far::{Looks, sit};
use unequal_tui::theme::ThemeName;

use crate::caller::Caller;
use crate::house::House;
use crate::luck::Luck;
use crate::pairs::{NOW, Pair, many, whole_menu};

/// Seats at a moment that does not pass: the time of day would differ from one session to the next.
struct AtOneMoment;

impl Serve for AtOneMoment {
    fn text(&self, _visit: &Visit) -> String {
        "nobody types lines here".to_owned()
    }

    fn terminal(&self, visit: &Visit, terminal: &Terminal) -> String {
        let looks = Looks {
            size: (terminal.columns, terminal.rows),
            theme: ThemeName::Dark,
            glyphs: Glyphs::Full,
            mouse: true,
        };
        let hears = Box::new(|wait| match visit.hear(wait)? {
            Heard::Input(input) => serde_json::from_value(input).ok().map(Happening::Input),
            Heard::Over => Some(Happening::Lost),
            _ => Some(Happening::News),
        });
        let out = Shown::drawn_for(visit);
        let clock = Clock::held_at(NOW);
        sit(visit.place(), looks, clock, hears, out)
            .map_or_else(|error| error.to_string(), |_| "over".to_owned())
    }
}

/// All that the terminal of a seat is sent, while the white cell notes so much for itself.
fn sent(owner: &Owner, of: Seat, user: &str, privately: &str) -> Vec<u8> {
    let house = House::served(owner.clone(), Box::new(AtOneMoment));
    let caller = Caller::with_code(&house, user, of);
    let screen = caller.sits(120, 36);
    screen.wait_until("whole", |screen| screen.text().contains("? help"));
    if screen.text().contains("Briefing for") {
        screen.types("\r");
    }
    screen.wait_for("Stability");
    // Its private notes are its own, however many there are.
    for _ in 0..privately.len() {
        note(owner, privately, true);
    }
    note(owner, "known to all", false);
    screen.wait_for("known to all");
    caller.cut();
    screen.wait_until("over", |screen| screen.shown(|shown| shown.closed));
    screen.shown(|shown| shown.bytes.clone())
}

fn note(owner: &Owner, text: &str, private: bool) {
    let text = text.to_owned();
    let note = Action::Note { text, private };
    let mut table = owner.table();
    let (seen, by) = (table.last_number(), Player::Program);
    table
        .submit(seen, Seat::WhiteCell, by, &note, Remarks::default(), NOW)
        .unwrap();
}

#[test]
fn what_is_hidden_changes_no_byte_of_what_a_seats_terminal_is_sent() {
    let deck = whole_menu();
    for (of, user) in [
        (Seat::Patron, "patron"),
        (Seat::Client, "client"),
        (Seat::Europe, "europe"),
        (Seat::Audience, "audience"),
    ] {
        for number in 0..many(2) {
            let mut pair = Pair::new(&deck, of, number);
            // Where everybody sees by now that they differ, there is nothing to hide.
            if !(0..Luck(number).below(12)).all(|_| pair.goes_on()) {
                continue;
            }
            let [one, other] = pair.both.each_ref();
            let one = sent(&one.owner, of, user, "yes");
            assert!(one.len() > 2000, "{of}: {}", one.len());
            let other = sent(&other.owner, of, user, "quite another reason");
            assert!(one == other, "{of}: session {number}");
        }
    }
}
