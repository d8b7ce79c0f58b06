//! Which characters are drawn as nothing: by Unicode's own list, the same everywhere.

use std::sync::LazyLock;

use regex_syntax::hir::{Class, HirKind};

/// Unicode's property `Default_Ignorable_Code_Point`, as ranges in order.
static IGNORABLE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let found = regex_syntax::parse(r"\p{Default_Ignorable_Code_Point}");
    let found = found.expect("the property is among the tables that are built in");
    let HirKind::Class(Class::Unicode(class)) = found.kind() else {
        return Vec::new();
    };
    let ranges = class.ranges().iter();
    ranges.map(|range| (range.start(), range.end())).collect()
});

/// Whether a character is drawn as nothing where a font has no sign of its own for it.
pub fn is_ignorable(c: char) -> bool {
    !c.is_ascii()
        && IGNORABLE
            .binary_search_by(|(first, last)| {
                if *last < c {
                    std::cmp::Ordering::Less
                } else if *first > c {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

/// Whether a character is drawn as nothing and no script needs it: it hides in a line, breaks it or turns it round.
///
/// Joiners and variation selectors are drawn as nothing, too, but emoji and several scripts are written with them.
pub fn is_unseen(c: char) -> bool {
    let is_needed = matches!(
        c,
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{e0100}'..='\u{e01ef}'
    );
    let breaks = matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}');
    c.is_control() || breaks || (is_ignorable(c) && !is_needed)
}

#[cfg(test)]
mod tests {
    use super::{is_ignorable, is_unseen};

    #[test]
    fn what_no_screen_draws_is_found_and_what_scripts_need_is_left() {
        for c in "\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\u{200b}\u{202e}\u{2064}\u{3164}\u{feff}\u{ffa0}\u{e0041}".chars() {
            assert!(is_ignorable(c) && is_unseen(c), "{:x}", u32::from(c));
        }
        for c in "\u{200c}\u{200d}\u{fe0f}\u{180b}".chars() {
            assert!(is_ignorable(c) && !is_unseen(c), "{:x}", u32::from(c));
        }
        for c in "aé中한Ж\u{301}👍 ".chars() {
            assert!(!is_ignorable(c) && !is_unseen(c), "{c}");
        }
    }
}
