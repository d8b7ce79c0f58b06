//! Nothing that turns, hides or moves text reaches a screen, whatever name or hand holds it.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

/// Overrides, isolates, characters of no width, controls.
const NASTY: &str = "Table\u{202e}2\u{2066} one\u{200b}two\u{feff}\u{9b}31m\u{7f}\u{ad}";

fn acts(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hides = matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}');
    turns || hides || (c.is_control() && c != '\n')
}

#[test]
fn what_turns_or_hides_text_is_seen_or_left_out_and_never_drawn() {
    let mut play = Play::new(&Setup::of_people(NASTY, 7)).unwrap();
    play.stack.sitting.briefed.extend(Seat::ALL);
    let effect = Effect::SubmitAs {
        seat: Seat::WhiteCell,
        by: NASTY.to_owned(),
        action: Action::Note {
            text: NASTY.to_owned(),
            private: false,
        },
    };
    outside::perform(&mut play.stack, &mut play.console, effect);
    for (columns, rows) in [(80, 24), (120, 36), (160, 45)] {
        play.resize(columns, rows);
        // The board, the record, and the end.
        for keys in ["", "r", "<enter>"] {
            play.keys(keys);
            let screen = play.screen();
            let found: Vec<char> = screen.chars().filter(|c| acts(*c)).collect();
            assert!(
                found.is_empty(),
                "{columns}x{rows} {keys}: {found:?}\n{screen}"
            );
        }
        play.keys("<esc><esc><esc>");
    }
    let title = play.console.title.unwrap_or_default();
    assert!(!title.contains(acts), "{title:?}");
}

#[test]
fn a_name_shows_something() {
    use unequal_partners::engine::refused::Refused;
    use unequal_partners::session::{Remarks, SubmitError, Table};
    let deck = unequal_partners::deck::Deck::from_text("d", include_str!("../golden/deck.toml"));
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::unrecorded(deck.unwrap(), &setup, "2026-06-01T10:00:00Z").unwrap();
    let mut join = |name: &str| {
        let act = Action::Join {
            name: name.to_owned(),
            at: Seat::Patron,
        };
        let at = "2026-06-01T10:00:01Z";
        let last = table.last_number();
        table
            .submit(
                last,
                Seat::WhiteCell,
                "person",
                &act,
                Remarks::default(),
                at,
            )
            .map(|moment| moment.entry.number)
    };
    for name in [
        "\u{3164}",
        "\u{2800}\u{2800}",
        "\u{180e}",
        " \u{200d}\u{fe0f} ",
        "\u{ffa0}",
    ] {
        assert!(
            matches!(join(name), Err(SubmitError::Refused(Refused::Name(_)))),
            "{name:?}"
        );
    }
    for name in ["Åsa 陈", "می\u{200c}خواهم", "👩\u{200d}💻"] {
        assert!(join(name).is_ok(), "{name:?}");
    }
}
