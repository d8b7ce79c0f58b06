//! Nothing hidden is in what a seat's terminal is sent: sessions that differ in what a seat may not know give it the same
//! bytes.

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::{At as _, DomainAt, EventAt};
use unequal_core::model::position::hidden_offset;
use unequal_host::wire::Terminal;
use unequal_host::{Heard, Serve, Visit};
use unequal_partners::cli::text::Shown;
use unequal_session::{Remarks, Table};
use unequal_tui::ability::Glyphs;
use unequal_tui::clock::Clock;
use unequal_tui::console::Happening;
use unequal_tui::far::{Looks, sit};
use unequal_tui::theme::ThemeName;

use crate::caller::Caller;
use crate::house::{House, NOW};

/// Seeds that are tried; more by this variable of the environment.
const PAIRS: &str = "UNEQUAL_PAIRS";

/// The reference deck with every open card on the menu, so that the menu is the same under every seed.
fn whole_menu() -> Deck {
    let text = include_str!("../../../../tests/golden/deck.toml");
    Deck::from_text("deck.toml", &text.replacen("wild = 3", "wild = 250", 1)).unwrap()
}

fn lines(seed: u64) -> Vec<i8> {
    let domains = 0..whole_menu().scenario.domains.iter().count();
    domains
        .map(|at| hidden_offset(seed, DomainAt::new(at)))
        .collect()
}

fn act(table: &mut Table, seat: Seat, action: &Action, why: &str) {
    let remarks = Remarks {
        rationale: action.is_decision().then(|| why.to_owned()),
        ..Remarks::default()
    };
    let seen = table.last_number();
    table
        .submit(seen, seat, "person", action, remarks, NOW)
        .unwrap();
}

/// The first decisions of a session, with reasons; an answer is waited for.
fn begun(table: &mut Table, others_say: &str, of: Seat) {
    let event = table.scenario().events[EventAt::new(0)].id.clone();
    let card = table.scenario().cards.iter().next().unwrap().id.clone();
    loop {
        let view = table.view(Seat::WhiteCell);
        let (seat, action) = match view.phase {
            Phase::Inject => {
                let instead = Some(event.clone());
                (Seat::WhiteCell, Action::Inject { instead })
            }
            Phase::Europe => (Seat::Europe, Action::Abstain),
            Phase::Offer => (Seat::Client, Action::NoOffer),
            Phase::Demand => {
                let acts = table.view(Seat::Patron).acts;
                let of_card = |act: &&Action| {
                    matches!(act, Action::Demand { card: of, intensity, .. }
                        if *of == card && intensity.word() == "request")
                };
                (Seat::Patron, acts.iter().find(of_card).unwrap().clone())
            }
            _ => return,
        };
        let why = if seat == of { "ours" } else { others_say };
        act(table, seat, &action, why);
    }
}

fn note(text: &str, private: bool) -> Action {
    Action::Note {
        text: text.to_owned(),
        private,
    }
}

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

/// All that the terminal of a seat is sent.
fn sent(of: Seat, user: &str, seed: u64, others_say: &str) -> Vec<u8> {
    let house = House::unrecorded(whole_menu(), seed, Box::new(AtOneMoment));
    begun(&mut house.owner.table(), others_say, of);
    act(
        &mut house.owner.table(),
        Seat::WhiteCell,
        &note(others_say, true),
        "",
    );
    let caller = Caller::with_code(&house, user, of);
    let screen = caller.sits(120, 36);
    screen.wait_for("Stability");
    // The white cell's private notes are its own, however many there are.
    for _ in 0..others_say.len() {
        let said = note(others_say, true);
        act(&mut house.owner.table(), Seat::WhiteCell, &said, "");
    }
    let said = note("known to all", false);
    act(&mut house.owner.table(), Seat::WhiteCell, &said, "");
    screen.wait_for("known to all");
    caller.cut();
    screen.wait_until("over", |screen| screen.shown(|shown| shown.closed));
    screen.shown(|shown| shown.bytes.clone())
}

#[test]
fn what_is_hidden_changes_no_byte_of_what_a_seats_terminal_is_sent() {
    let many = std::env::var(PAIRS).ok().and_then(|many| many.parse().ok());
    let many: usize = many.unwrap_or(1);
    for (of, user) in [
        (Seat::Patron, "patron"),
        (Seat::Client, "client"),
        (Seat::Europe, "europe"),
        (Seat::Audience, "audience"),
    ] {
        // The client knows its own red lines; nobody else does.
        let same = of == Seat::Client;
        let others = (2..1_000_000).filter(|seed| (lines(*seed) == lines(1)) == same);
        let one = sent(of, user, 1, "yes");
        assert!(one.len() > 2000, "{of}: {}", one.len());
        for seed in others.take(many) {
            assert!(
                one == sent(of, user, seed, "yes"),
                "{of}: the seed {seed} shows"
            );
        }
        let other = sent(of, user, 1, "quite another reason");
        assert!(one == other, "{of}: the reasons of others show");
    }
}
