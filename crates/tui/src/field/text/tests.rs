//! A field of several lines: what is typed, pasted, drawn and scrolled.

use super::*;

#[test]
fn a_paste_of_a_megabyte_keeps_what_fits_and_says_so() {
    let mut field = TextField::new(10_000);
    let said = field.paste(&"words \u{1b}[31m and\r\nmore ".repeat(50_000));
    assert_eq!(field.value().chars().count(), 10_000);
    assert!(!field.value().contains('\u{1b}'));
    assert!(said.unwrap().contains("10000"));
    field.key(Key::char('x'));
    assert_eq!(field.value().chars().count(), 10_000);
}

#[test]
fn enter_starts_a_line_and_control_characters_are_not_typed() {
    let mut field = TextField::new(100).with_value("a");
    field.key(Key::plain(Code::Enter));
    field.key(Key::char('\u{7}'));
    field.key(Key::char('b'));
    assert_eq!(field.value(), "a\nb");
}

#[test]
fn the_cursor_stands_behind_the_last_letter_of_wrapped_text() {
    let area = Rect::new(3, 2, 10, 3);
    let mut buf = Buffer::empty(Rect::new(0, 0, 20, 8));
    let mut field = TextField::new(100).with_value("one two three four");
    let theme = Theme::default();
    let _ = field.draw(area, &mut buf, &theme, true);
    assert_eq!(
        field.draw(area, &mut buf, &theme, true),
        Some(Position::new(12, 3)),
        "the last column, where the line is full"
    );
    field.key(Key::plain(Code::Up));
    let above = field.draw(area, &mut buf, &theme, true);
    assert_eq!(
        above.map(|at| at.y),
        Some(2),
        "up goes to the line above on the screen"
    );
    assert_eq!(field.draw(area, &mut buf, &theme, false), None);
}

/// The signs of a field on so many columns and rows.
fn shown(field: &TextField, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let _ = field.draw(area, &mut buf, &Theme::default(), true);
    crate::widget::shown::text(&buf)
}

#[test]
fn arrows_say_that_lines_lie_above_and_below_and_hide_no_letter() {
    let mut field = TextField::new(100).with_value("aaaaaaaa\nbbbbbbbb\ncccccccc\ndddddddd");
    let shown = |field: &TextField| shown(field, 8, 3);
    assert_eq!(shown(&field), "c      ↑\nddddddd\nd\n");
    field.key(Key {
        ctrl: true,
        ..Key::plain(Code::Home)
    });
    assert_eq!(shown(&field), "aaaaaaa\na\nbbbbbbb↓\n");
    field.set("short");
    assert_eq!(shown(&field), "short\n\n\n");
}

#[test]
fn lines_that_had_no_room_are_seen_again_where_there_is_room() {
    let field = TextField::new(100).with_value("one\ntwo\nthree\nfour");
    assert_eq!(shown(&field, 8, 2), "three  ↑\nfour\n");
    assert_eq!(shown(&field, 8, 5), "one\ntwo\nthree\nfour\n\n");
}

#[test]
fn what_was_typed_can_be_taken_back_and_brought_back() {
    for mut field in [TextField::new(100), TextField::of_one_line(100)] {
        for c in "no more".chars() {
            field.key(Key::char(c));
        }
        field.key(Key::ctrl('u'));
        assert_eq!(field.value(), "");
        field.key(Key::ctrl('z'));
        assert_eq!(field.value(), "no more");
        field.key(Key::ctrl('н'));
        assert_eq!(field.value(), "", "the key of y on a Cyrillic keyboard");
    }
}

#[test]
fn a_field_draws_in_no_space_at_all() {
    let field = TextField::new(10).with_value("北京北京\nb");
    for (width, height) in [(0, 0), (1, 1), (3, 2), (1, 5)] {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let _ = field.draw(area, &mut buf, &Theme::default(), true);
    }
}
