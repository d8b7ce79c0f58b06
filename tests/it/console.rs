//! The white cell's console: its room, its sheets by keys, and what others see of them.

use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::tui::goal::Goal;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;
use unequal_partners::tui::outside;
use unequal_partners::tui::theme::ThemeName;

use crate::{board, footers, names};

/// The sizes of the pictures: an old terminal, a laptop, a projector.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

fn table() -> Play {
    let deck = board::read(&names::deck(include_str!("../golden/deck.toml")));
    let setup = names::setup(&Setup::of_people("Stockholm table 2", 7));
    let mut play = Play::with_deck(deck, &setup).unwrap();
    play.stack.sitting.briefed.extend(Seat::ALL);
    play.sized(120, 36)
}

fn pictures(name: &str, play: &mut Play) {
    for (columns, rows) in SIZES {
        play.resize(columns, rows);
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), play.screen());
    }
    play.resize(120, 36);
}

/// Scenes of a session, each reached from the one before by these keys.
pub(crate) const SCENES: [(&str, &str); 21] = [
    ("room", "<tab>"),
    ("people none", "v"),
    ("join", "nAnna, Bo"),
    ("people", "<enter><c-s>"),
    ("plan none", "<esc>i"),
    (
        "plan form",
        "nPorts closed by ice<tab>Two ports are closed for a week.<tab><right><tab><tab><tab><right><tab>1<tab><right>",
    ),
    ("plan", "<c-s>"),
    ("another time", "t<right><right><right>"),
    ("skip", "<esc>s"),
    ("now", "<esc>xA telegram"),
    ("demand form", "<esc><esc>dJoint icebreaker yard"),
    ("ask", "<esc>en<backtab><right><right>"),
    ("polls", "<c-s>"),
    ("blind", "<enter>73"),
    ("as list", "<esc>aAnna 40<enter>Bo 65"),
    ("revealed", "<c-s>v"),
    ("outcome", "o"),
    ("gaps", "<esc><esc>y"),
    ("course", "<esc>z"),
    ("pause", "<esc>p<right>"),
    ("paused", "<c-s>"),
];

pub(crate) fn scene(last: usize) -> Play {
    let mut play = table();
    for (_, keys) in SCENES.iter().take(last + 1) {
        play.keys(&names::said(keys));
    }
    play
}

#[test]
fn every_sheet_looks_as_it_did_at_three_sizes() {
    let mut play = table();
    for (name, keys) in SCENES {
        play.keys(keys);
        pictures(&name.replace(' ', "_"), &mut play);
    }
}

#[test]
fn without_colour_the_room_still_says_what_waits() {
    let mut play = scene(6).themed(ThemeName::None);
    insta::assert_snapshot!("monochrome_plan", play.styled());
}

#[test]
fn every_key_of_a_footer_does_something() {
    for (place, (name, _)) in SCENES.iter().enumerate() {
        footers::keep_their_word(name, || scene(place));
    }
}

#[test]
fn no_size_makes_a_sheet_fall() {
    for place in 0..SCENES.len() {
        let mut play = scene(place);
        for (columns, rows) in [(1, 1), (20, 8), (60, 20), (61, 21), (99, 29), (200, 60)] {
            play.resize(columns, rows);
            let _ = play.buffer();
        }
    }
}

#[test]
fn an_inject_that_is_due_calls_the_white_cell_and_nobody_else_sees_it() {
    let mut play = table();
    let five = "<right>".repeat(5);
    play.keys(&format!(
        "inLeak of a side letter<tab><tab><tab><right><tab>1<tab>{five}<c-s><esc>"
    ));
    // The move opens, the client offers nothing, the patron sits down and asks.
    play.keys("<enter>");
    for _ in 0..4 {
        if !matches!(play.stack.screen(), Some(Goal::Curtain(_))) {
            play.keys("<enter>");
        }
    }
    play.keys("<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Client));
    play.keys("<end><enter><c-s><enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
    assert!(!play.screen().contains("side letter"));
    play.keys("<enter><enter><enter><c-s>");
    // Now the inject is due: the white cell is called for before the client sits down.
    let screen = play.screen();
    assert!(screen.contains("WHITE CELL"), "{screen}");
    assert!(!screen.contains("side letter"), "{screen}");
    play.keys("<enter>");
    let screen = play.screen();
    assert!(screen.contains("Fire: Leak of a side"), "{screen}");
    play.keys("f<enter>c");
    let screen = play.screen();
    assert!(screen.contains("RUSSIA"), "{screen}");
    play.keys("<enter>");
    assert!(
        play.screen().contains("Leak of a side letter"),
        "it is news"
    );
}

#[test]
fn an_inject_is_one_call_only_and_can_be_left_due() {
    let mut play = table();
    play.keys("inLeak of a side letter<tab><tab><tab><right><tab>1<tab><right><c-s><esc>");
    play.keys("<enter>");
    while play.stack.is_covered() {
        play.keys("<enter>");
    }
    // It is due at once; the white cell keeps the screen, hands it over, and is not called for again.
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    play.keys("c<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Client));
    play.keys("<end><enter><c-s><enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
    play.keys("<enter><enter><enter><c-s>");
    assert!(play.screen().contains("RUSSIA"), "{}", play.screen());
}

#[test]
fn digits_typed_blind_are_nowhere_to_be_seen() {
    let mut play = scene(12);
    let before = play.screen();
    play.keys("<enter>73");
    let screen = play.screen();
    assert!(screen.contains("●●"), "{screen}");
    assert!(!screen.contains("73"), "{screen}");
    assert_eq!(play.stack.sitting.unsaved_draft, None);
    play.keys("<esc>");
    assert_eq!(play.screen(), before, "nothing was given");
}

#[test]
fn in_a_pause_no_side_can_act_and_everybody_reads_so() {
    let mut play = table();
    play.keys("<enter>");
    while !matches!(play.stack.screen(), Some(Goal::Curtain(_))) {
        play.keys("<enter>");
    }
    play.keys("wp<c-s>");
    let words = "PAUSED";
    assert!(play.screen().contains(words), "{}", play.screen());
    // The white cell lets the patron look: there is nothing to choose.
    play.stack.sitting.sit(Some(Seat::Patron));
    play.stack.sitting.desk.keeps_screen = true;
    assert!(play.screen().contains(words), "{}", play.screen());
    assert!(!play.screen().contains("Ask for nothing"));
}

#[test]
fn esc_leads_back_to_the_white_cell_from_every_panel_of_a_seat_that_it_enters_for() {
    let mut play = table();
    play.keys("<enter>");
    while !matches!(play.stack.screen(), Some(Goal::Curtain(_))) {
        play.keys("<enter>");
    }
    play.keys("w1<tab><tab>");
    assert_ne!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    assert!(play.screen().contains("esc to the white cell"));
    play.keys("<esc>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
}

#[test]
fn by_rule_only_the_desk_takes_three_keys_and_offers_no_others() {
    let mut play = table();
    play.keys("om<left>a comparison between sessions<esc>");
    play.keys("m<left><tab>a comparison between sessions<c-s><esc>");
    play.keys("<enter>");
    while !matches!(play.stack.screen(), Some(Goal::Curtain(_))) {
        play.keys("<enter>");
    }
    play.keys("w1<end><enter><c-s>1<enter><enter><enter><c-s>17<enter><c-s>");
    play.keys("<enter>");
    let screen = play.screen();
    assert!(screen.contains("by rule only"), "{screen}");
    assert!(!screen.contains("Dice rolled by hand"), "{screen}");
    play.keys("<enter>o");
    let notice = play.stack.sitting.notice.take().map(|notice| notice.text);
    assert!(notice.is_some_and(|words| words.contains("by rule only")));
    play.keys("<enter>");
    assert!(play.screen().contains("before any follow-up"));
}

#[test]
fn the_desk_shows_what_would_follow_once_that_is_worked_out() {
    let mut play = table();
    play.keys("<enter>");
    while !matches!(play.stack.screen(), Some(Goal::Curtain(_))) {
        play.keys("<enter>");
    }
    play.keys("w1<end><enter><c-s>1<enter><enter><enter><c-s>17<enter><c-s><enter>");
    assert!(!play.screen().contains("if bots played on"));
    outside::look(&mut play.stack);
    // Keys are taken meanwhile, and words change nothing of what is worked out.
    play.keys("aThe winter is long<c-s>");
    play.wait();
    let screen = play.screen();
    assert!(screen.contains("stability at the end"), "{screen}");
    pictures("desk_outlook", &mut play);
    play.keys("<enter>");
    pictures("fallen_outlook", &mut play);
}

#[test]
fn the_plan_says_when_an_inject_would_come() {
    let mut play = scene(6);
    outside::look(&mut play.stack);
    play.wait();
    let screen = play.screen();
    assert!(screen.contains("in 50 of 50 runs"), "{screen}");
}

#[test]
fn a_click_on_a_line_of_the_room_opens_what_is_behind_it_and_one_on_a_panel_goes_there() {
    let mut play = table();
    play.keys(":mouse<enter>");
    let at = |play: &mut Play, words: &str| {
        let screen = play.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| {
            let before = line.split_once(words)?.0;
            Some((before.chars().count(), row))
        });
        let (column, row) = found.unwrap_or_else(|| panic!("{words}: {screen}"));
        Input::Click(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
    };
    for (line, behind) in [
        ("Injects ", "n plans an inject"),
        ("People ", "n enters who takes part"),
        ("Course ", "Who plays China"),
    ] {
        let click = at(&mut play, line);
        play.input(click);
        assert!(play.screen().contains(behind), "{line}: {}", play.screen());
        play.keys("<esc>");
    }
    let click = at(&mut play, "trust  ");
    play.input(click);
    assert!(play.screen().contains("▸ Pressures"), "{}", play.screen());
}

#[test]
fn a_number_that_a_line_names_is_meant_where_nothing_is_typed() {
    let mut play = table();
    play.keys("inPorts closed by ice<tab><tab><tab><right>");
    let screen = play.screen();
    assert!(screen.contains("move    2, or another"), "{screen}");
    play.keys("<c-s>");
    let screen = play.screen();
    assert!(screen.contains("waiting · in move 2"), "{screen}");
}

#[test]
fn a_key_of_the_white_cells_that_a_seat_presses_says_whose_it_is() {
    for key in ["d", "x", "v", "s", "z", "i", "g", "u"] {
        let mut play = board::scene_named("demand");
        assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
        play.keys(key);
        let screen = play.screen();
        assert!(!play.stack.is_covered(), "{key}\n{screen}");
        assert!(
            screen.contains("The white cell does this: "),
            "{key}\n{screen}"
        );
        assert!(screen.contains("W hands it the screen."), "{key}\n{screen}");
    }
}
