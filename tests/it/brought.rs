//! What people bring to a session: lists that are pasted, long texts, terminals of every size.

use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;

use crate::console;

/// The scenes of the room in which something is typed.
const FORMS: [&str; 10] = [
    "join",
    "plan form",
    "another time",
    "skip",
    "now",
    "demand form",
    "ask",
    "blind",
    "as list",
    "pause",
];

fn white_cell() -> Play {
    let mut play = Play::new(&Setup::of_people("Table 2", 7)).unwrap();
    play.stack.sitting.curtain = false;
    play.sized(120, 36)
}

#[test]
fn what_is_typed_in_the_room_takes_the_screen_and_lies_on_nothing_half_covered() {
    for name in FORMS {
        let place = console::SCENES.iter().position(|(scene, _)| *scene == name);
        let mut play = console::scene(place.unwrap());
        for (columns, rows) in [(80, 24), (120, 36), (160, 45), (200, 60)] {
            let screen = play.resize(columns, rows).screen();
            let lines: Vec<&str> = screen.lines().collect();
            let body = &lines[1..lines.len() - 1];
            let page = body.iter().filter(|line| !line.is_empty());
            for line in page {
                let edges = ["┌", "│", "└"];
                let framed = edges.iter().any(|edge| line.starts_with(edge));
                assert!(framed, "{name} at {columns}x{rows}\n{screen}");
                let inside: String = line.chars().skip(1).collect();
                let inside = inside.trim_end_matches(['┐', '│', '┘']);
                // The axis of the curve is no frame.
                let inside = inside.trim_start_matches([' ', '│']);
                let other = inside.contains(['│', '┌', '└']) || inside.contains("├ ");
                assert!(!other, "{name} at {columns}x{rows}: {line}\n{screen}");
            }
        }
    }
}

#[test]
fn a_list_that_is_pasted_is_as_many_people_as_it_has_lines() {
    let mut play = white_cell();
    play.keys("vn");
    let list = "Anna Lindqvist\n王小明\nИван Петров; Russia\nBo Andersson\n";
    play.input(Input::Paste(list.to_owned()));
    play.keys("<c-s>");
    let people = play.table().view(Seat::WhiteCell).room.participants;
    let named: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        named,
        ["Anna Lindqvist", "王小明", "Иван Петров", "Bo Andersson"]
    );
}

#[test]
fn a_sheet_of_the_usual_size_uses_a_large_terminal() {
    let mut play = white_cell();
    play.keys("r");
    let width = |play: &mut Play| {
        let screen = play.screen();
        let titled = screen.lines().find(|line| line.contains("┌ The record"));
        let line = titled.unwrap_or_else(|| panic!("{screen}"));
        let (_, sheet) = line.split_once("┌ The record").unwrap();
        sheet.chars().take_while(|sign| *sign != '┐').count()
    };
    play.resize(120, 36);
    let usual = width(&mut play);
    play.resize(200, 60);
    let large = width(&mut play);
    assert!(large >= usual + 30, "{usual} and {large} columns");
}

#[test]
fn a_row_of_a_spreadsheet_is_a_name_and_a_seat() {
    let mut play = white_cell();
    play.keys("vn");
    let rows = "Bo Andersson\tEurope\nAnna Lindqvist\tRussia\n";
    play.input(Input::Paste(rows.to_owned()));
    play.keys("<c-s>");
    let table = play.table();
    let people: Vec<(String, Seat)> = {
        let view = table.view(Seat::WhiteCell);
        let people = view.room.participants.iter();
        people.map(|one| (one.name.clone(), one.seat)).collect()
    };
    assert_eq!(
        people,
        [
            ("Bo Andersson".to_owned(), Seat::Europe),
            ("Anna Lindqvist".to_owned(), Seat::Client),
        ]
    );
}

#[test]
fn a_person_is_put_right_with_name_and_seat() {
    let mut play = white_cell();
    play.keys("vnAnna Lindqvist, Bo<c-s>");
    play.keys("r");
    assert!(play.screen().contains("Seat"), "{}", play.screen());
    play.keys("<c-s>");
    let screen = play.screen();
    assert!(screen.contains("Name and seat are as before"), "{screen}");
    play.keys("<tab><right><c-s>");
    let seats = |play: &Play| -> Vec<(String, Seat)> {
        let view = play.table().view(Seat::WhiteCell);
        let people = view.room.participants.iter();
        people.map(|one| (one.name.clone(), one.seat)).collect()
    };
    let now = seats(&play);
    let anna = now
        .iter()
        .find(|(name, _)| name == "Anna Lindqvist")
        .unwrap();
    assert_ne!(anna.1, Seat::Patron, "{now:?}");
    play.keys("<up><up>r<c-u>Bosse<tab><right><c-s>");
    let now = seats(&play);
    assert_eq!(now.len(), 2, "{now:?}");
    assert!(
        now.iter()
            .any(|(name, seat)| name == "Bosse" && *seat != Seat::Patron),
        "{now:?}"
    );
}
