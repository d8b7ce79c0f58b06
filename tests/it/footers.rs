//! What a footer promises: every key that it names does something there, and no two of them the same.

use std::collections::BTreeSet;

use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;
use unequal_partners::tui::keymap;

/// Presses each key of a footer, each on a screen made anew. A key of one direction may have come to its end: then
/// the other has to do something.
pub(crate) fn keep_their_word(name: &str, made: impl Fn() -> Play) {
    let play = made();
    let layer = play.stack.layer();
    let hints = play.stack.hints();
    assert!(!hints.is_empty(), "{name} says nothing");
    let labels: BTreeSet<&str> = hints.iter().map(|hint| hint.label).collect();
    assert_eq!(
        labels.len(),
        hints.len(),
        "{name} says a thing twice: {hints:?}"
    );
    for hint in hints {
        let other = match hint.command {
            Command::Up => Some(Command::Down),
            Command::Left => Some(Command::Right),
            Command::PageDown => Some(Command::PageUp),
            _ => None,
        };
        let works = std::iter::once(hint.command).chain(other).any(|command| {
            let mut play = made();
            let before = play.styled();
            let key = keymap::key_for(layer, command);
            let key = key.unwrap_or_else(|| panic!("{name}: {command:?} has no key"));
            play.input(Input::Key(key));
            play.is_left() || play.styled() != before
        });
        assert!(works, "{name}: {:?} does nothing", hint.command);
    }
}

#[test]
fn a_footer_says_that_text_is_kept_where_it_is_kept_and_nowhere_else() {
    use unequal_partners::session::Setup;
    for (keys, kept) in [
        ("x", true),
        ("d", true),
        ("vnAnna<c-s>r", false),
        ("pz", true),
    ] {
        let setup = Setup::of_people("Table 2", 7);
        let mut play = Play::new(&setup).unwrap();
        play.keys(keys);
        let says = play.screen().contains("keeps the text");
        play.keys("<esc>");
        assert_eq!(says, kept, "{keys}");
    }
}
