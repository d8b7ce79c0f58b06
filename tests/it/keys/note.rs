//! A long note is read to its end, in the record and while it is written.

use std::collections::BTreeSet;

use unequal_partners::session::Setup;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;

use super::points;
use crate::board;

#[test]
fn a_note_of_six_hundred_words_is_read_to_its_end_in_the_smallest_record() {
    let mut play = board::table(&Setup::of_people("Stockholm table 2", 7));
    play.resize(80, 24).keys("n");
    let words: Vec<String> = (1..=600).map(|number| format!("w{number}")).collect();
    play.input(Input::Paste(words.join(" ")));
    play.keys("<c-s>r");
    let shown = |play: &mut Play| -> BTreeSet<usize> {
        let screen = play.screen();
        let words = screen.split([' ', '│', '\n']);
        words
            .filter_map(|word| word.strip_prefix('w')?.parse().ok())
            .collect()
    };
    let mut seen = shown(&mut play);
    assert!(
        seen.contains(&1) && !seen.contains(&600),
        "{}",
        play.screen()
    );
    for _ in 0..30 {
        play.keys("<pgdn>");
        seen.extend(shown(&mut play));
    }
    let missed: Vec<usize> = (1..=600).filter(|number| !seen.contains(number)).collect();
    assert!(
        missed.is_empty(),
        "never shown: {missed:?}\n{}",
        play.screen()
    );
    play.keys("<pgup>");
    assert!(!shown(&mut play).contains(&600), "and back up");
}

#[test]
fn a_note_of_six_hundred_words_is_read_to_its_end_while_it_is_written_and_mended_in_its_middle() {
    let mut play = board::table(&Setup::of_people("Stockholm table 2", 7));
    play.resize(80, 24).keys("n");
    let words: Vec<String> = (1..=600).map(|number| format!("w{number}")).collect();
    play.input(Input::Paste(words.join(" ")));
    assert!(play.screen().contains("w600"), "{}", play.screen());
    assert!(points(&mut play, "↑") > 0, "lines lie above");
    let mut seen = String::new();
    for _ in 0..120 {
        seen.push_str(&play.screen());
        play.keys("<pgup>");
    }
    assert_eq!(points(&mut play, "↑"), 0, "this is the top");
    let missed = words.iter().filter(|word| !seen.contains(*word));
    assert_eq!(missed.count(), 0, "{}", play.screen());
    for _ in 0..20 {
        play.keys("<down>");
    }
    play.keys("MENDED<c-s>");
    let place = play.stack.sitting.place.as_ref().unwrap();
    let told = format!("{:?}", place.entry(place.last_number()).unwrap().act);
    let (before, after) = told.split_once("MENDED").expect("it is kept");
    assert!(before.contains("w1 ") && after.contains("w600"), "{told}");
    let whole = told.replacen("MENDED", "", 1);
    assert!(words.iter().all(|word| whole.contains(word)), "{told}");
}
