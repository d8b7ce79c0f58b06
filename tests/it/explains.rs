//! The program explains itself: every label has its sentence, every help names the keys that work, and what is about
//! to happen is said before it does.

use std::collections::BTreeSet;

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::session::glossary::Glossary;
use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;
use unequal_partners::tui::keymap;

use crate::{board, console};

/// Every scene of the board, the crisis and the room, by name.
fn scenes() -> Vec<(&'static str, Play)> {
    let mut scenes = Vec::new();
    for (place, (name, _)) in board::SCENES.iter().enumerate() {
        scenes.push((*name, board::scene(place)));
    }
    for (place, (name, _)) in board::CRISIS_SCENES.iter().enumerate() {
        scenes.push((*name, board::crisis_scene(place)));
    }
    for (place, (name, _)) in console::SCENES.iter().enumerate() {
        scenes.push((*name, console::scene(place)));
    }
    scenes
}

/// What stands between frames, parts and columns.
fn segments(line: &str) -> Vec<String> {
    let mut line = line.to_owned();
    for frame in [
        "│", "┃ ", "├", "┤", "┌", "┐", "└", "┘", "┬", "┴", "┼", "─", " · ",
    ] {
        line = line.replace(frame, "   ");
    }
    let parts = line.split("  ").map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a segment that is a label with its number: `strain +11`, `Sanctions 77▲12`.
fn labelled(segment: &str) -> Option<String> {
    let (label, number) = segment.rsplit_once(' ')?;
    let digits = number.trim_start_matches(['+', '−', '±', '▲', '▼']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || "./▲▼".contains(c));
    let is_label = label
        .chars()
        .all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    (is_number && is_label).then(|| label.to_owned())
}

/// The labels of a screen: words with a number behind them, titles of panels, heads of columns, the phase.
pub(crate) fn labels(screen: &str) -> BTreeSet<String> {
    let mut labels = BTreeSet::new();
    let lines: Vec<&str> = screen.lines().collect();
    for line in &lines[..lines.len().saturating_sub(1)] {
        let is_framed = line.trim_start().starts_with(['┌', '├']);
        // A panel beside one that begins in this line has no title there, but what it shows.
        let panels = line.split(['│', '┌', '┬', '┐', '├', '┼', '┤']);
        let parts = panels.flat_map(|panel| {
            let is_head =
                panel.contains("dependence") && panel.contains("capacity") && !panel.contains(':');
            let is_title = is_framed && panel.contains('─');
            segments(panel)
                .into_iter()
                .map(move |part| (is_head, is_title, part))
        });
        for (is_head, is_title, part) in parts {
            let words = part.trim_start_matches(['▸', ' ', '·', '!']);
            if let Some(label) = labelled(words) {
                labels.insert(label);
            } else if is_head || (is_title && !words.contains(['?', '“', ':'])) {
                labels.insert(words.to_owned());
            }
        }
    }
    let phase = lines.first().and_then(|head| {
        let mut parts = head.split(" · ");
        parts.find(|part| part.len() > 3 && part.chars().all(|c| c.is_uppercase() || c == '-'))
    });
    labels.extend(phase.map(str::to_owned));
    labels
}

/// What is no label: typed words, names of the session, of persons and of files.
pub(crate) const NAMES: [&str; 6] = [
    "China",
    "Russia",
    "Stockholm table",
    "Anna",
    "Bo",
    "Audience",
];

#[test]
fn every_label_of_every_scene_has_its_sentence() {
    let mut missing = BTreeSet::new();
    for (name, mut play) in scenes() {
        let glossary = Glossary::of(play.table().deck());
        // What lies under a sheet is cut off by it.
        if play.stack.is_covered() {
            continue;
        }
        play.resize(160, 45);
        for label in labels(&play.screen()) {
            if NAMES.contains(&label.as_str()) || !glossary.in_text(&label).is_empty() {
                continue;
            }
            missing.insert(format!("{label} ({name})"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_sign_of_the_board_has_its_sentence() {
    let plain = "“”’‘–—…·×≥≤é→⏎↑↓←→‹›•°€−▸";
    let mut missing = BTreeSet::new();
    for (name, mut play) in scenes() {
        let glossary = Glossary::of(play.table().deck());
        play.resize(160, 45);
        for sign in play.screen().chars() {
            let drawn = matches!(sign, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
            let is_mark = "┃╎━".contains(sign);
            if sign.is_alphanumeric()
                || sign.is_ascii()
                || plain.contains(sign)
                || drawn && !is_mark
            {
                continue;
            }
            if glossary.in_text(&sign.to_string()).is_empty() {
                missing.insert(format!("{sign} ({name})"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn k_says_what_is_under_the_cursor() {
    for (keys, words) in [
        ("<tab><tab><tab>K", "How much Russia depends on China"),
        ("<tab><tab><tab><right>K", "What Russia can still give"),
        ("<tab><tab><tab><right><right>K", "How much weight lies on"),
        ("<tab><tab><tab><tab>K", "An outside condition."),
    ] {
        let mut play = board::scene_named("inject");
        play.resize(120, 36).keys(keys);
        let screen = play.screen();
        assert!(screen.contains(words), "{keys}\n{screen}");
        // What the cursor is on comes first, and all else of the screen can be chosen.
        assert!(screen.contains("stability"), "{screen}");
        play.keys("lock-in");
        assert!(
            play.screen().contains("dependence in the domain grows"),
            "{}",
            play.screen()
        );
        play.keys("<esc>");
        assert!(!play.stack.is_covered());
    }
}

#[test]
fn a_source_is_told_with_title_publisher_date_and_grade() {
    let deck = Deck::from_text(shipped()[0].id, shipped()[0].text).unwrap();
    let glossary = Glossary::of(&deck);
    let source = &deck.text.sources[0];
    let place = glossary.in_text(&format!("as told in [{}].", source.id));
    let told = &glossary.words()[place[0]].meaning;
    for part in [&source.title, &source.publisher, &source.date] {
        assert!(told.contains(part.as_str()), "{told}");
    }
    assert!(told.contains("Grade A"), "{told}");
}

/// The help, read to its end.
fn help(play: &mut Play) -> String {
    play.keys("<f1>");
    let mut text = play.screen();
    for _ in 0..40 {
        play.keys("<pgdn>");
        let next = play.screen();
        if text.ends_with(&next) {
            break;
        }
        text.push_str(&next);
    }
    text
}

#[test]
fn the_help_of_every_page_names_what_its_footer_names_and_cuts_nothing() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        for (name, mut play) in scenes() {
            play.resize(columns, rows);
            let layer = play.stack.layer();
            let hints = play.stack.hints();
            let help = help(&mut play);
            let parts = help.lines().flat_map(|line| line.split('│'));
            let lines: Vec<&str> = parts.map(str::trim).collect();
            for hint in hints {
                let Some(key) = keymap::key_for(layer, hint.command) else {
                    continue;
                };
                let key = key.label();
                let named = lines
                    .iter()
                    .any(|line| line.split(' ').take(6).any(|word| word == key));
                assert!(named, "{name}: {key} {}\n{help}", hint.label);
            }
            // In a small terminal the help is alone.
            let cut = lines
                .iter()
                .find(|line| columns < 100 && line.ends_with('…'));
            assert_eq!(cut, None, "{name} at {columns}x{rows}");
        }
    }
}

#[test]
fn every_key_that_the_help_tells_of_a_sheet_works_there() {
    for (place, (name, _)) in board::SCENES.iter().enumerate() {
        let play = board::scene(place);
        if !play.stack.is_covered() {
            continue;
        }
        let layer = play.stack.layer();
        for hint in play.stack.hints() {
            let works = [hint.command, opposite(hint.command)]
                .into_iter()
                .any(|command| {
                    let mut play = board::scene(place);
                    let before = play.styled();
                    let Some(key) = keymap::key_for(layer, command) else {
                        return false;
                    };
                    play.input(Input::Key(key));
                    play.styled() != before
                });
            assert!(works, "{name}: {:?}", hint.command);
        }
    }
}

pub(crate) const fn opposite(command: Command) -> Command {
    match command {
        Command::Up => Command::Down,
        Command::Left => Command::Right,
        Command::PageDown => Command::PageUp,
        other => other,
    }
}

#[test]
fn startex_is_read_aloud_first_and_no_blind_enter_throws_a_rehearsal_away() {
    let mut play = Play::new(&Setup::of_people("Stockholm table 2", 7)).unwrap();
    play.stack.sitting.curtain = false;
    play.resize(120, 36).keys("z<enter>");
    assert!(play.screen().contains("turn zero"), "{}", play.screen());
    play.keys("<enter><enter><enter><enter>");
    assert!(
        play.table().view(Seat::WhiteCell).room.rehearsing,
        "{}",
        play.screen()
    );
    let screen = play.screen();
    assert!(screen.contains("What all sides accept"), "{screen}");
    assert!(screen.contains("one voice"), "{screen}");
    play.keys("<c-s>");
    assert!(play.table().view(Seat::WhiteCell).room.started);
}

#[test]
fn the_white_cell_reads_every_briefing() {
    let mut play = Play::new(&Setup::of_people("Stockholm table 2", 7)).unwrap();
    play.stack.sitting.curtain = false;
    play.resize(120, 36).keys("b");
    for name in [
        "Briefing for China",
        "Briefing for Russia",
        "What all sides accept",
    ] {
        assert!(play.screen().contains(name), "{}", play.screen());
    }
    let briefing = play
        .table()
        .deck()
        .text
        .briefing(Seat::Client)
        .unwrap()
        .aims[0]
        .clone();
    let aim: Vec<&str> = briefing.split(' ').take(4).collect();
    play.keys("<down>");
    let mut read = play.screen();
    for _ in 0..6 {
        play.keys("<pgdn>");
        read += &play.screen();
    }
    assert!(read.contains(&aim.join(" ")), "{aim:?}\n{read}");
}

#[test]
fn a_bot_says_what_it_does_where_a_seat_is_handed_to_it() {
    let mut play = Play::new(&Setup::of_people("Stockholm table 2", 7)).unwrap();
    play.stack.sitting.curtain = false;
    play.resize(120, 36).keys(":course<enter>");
    let row = play
        .screen()
        .lines()
        .position(|line| line.contains("Who plays China"))
        .unwrap();
    while !play.screen().lines().nth(row).unwrap().contains('›') {
        play.keys("<down>");
    }
    play.keys("<enter><right>");
    let screen = play.screen();
    assert!(
        screen.contains("The bot “random” does anything that is legal"),
        "{screen}"
    );
}

#[test]
fn a_command_from_elsewhere_is_reached_through_the_palette() {
    let mut play = board::scene_named("inject");
    play.resize(120, 36).keys(":attendance<enter>");
    assert!(
        play.screen().contains("Who takes part"),
        "{}",
        play.screen()
    );
    // From a list of the room to another: what lies over the board is taken away first.
    play.keys(":coffee<enter>");
    assert!(play.screen().contains("Pause"), "{}", play.screen());
    play.keys("<esc><esc>:late arrival<enter>");
    assert!(play.top().contains("Join"), "{}", play.screen());
}

#[test]
fn clocks_that_were_chosen_are_set_together_and_never_lost_without_a_word() {
    let mut play = board::scene_named("inject");
    play.resize(120, 36).keys("t<right><right><down><right>");
    let before = play.table().last_number();
    play.keys("<esc>");
    assert!(play.screen().contains("Not set yet"), "{}", play.screen());
    play.keys("<enter>");
    let set = play.table().last_number();
    assert_eq!(set.since(before), 2, "{}", play.screen());
    play.keys("5");
    let more = play.table().last_number();
    assert_eq!(more.since(before), 3, "{}", play.screen());
    play.keys("<esc>");
    assert!(!play.stack.is_covered());
}

#[test]
fn what_is_no_number_is_told_while_it_is_typed() {
    let mut play = board::scene_named("confidence");
    play.resize(120, 36).keys("ab");
    assert!(
        play.screen().contains("a number from 0 to 100"),
        "{}",
        play.screen()
    );
    play.keys("<c-u>70");
    assert!(!play.screen().contains("a number from 0 to 100"));
}
