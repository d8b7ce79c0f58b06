//! The digest of a record as people note it: short enough to be photographed and typed.

/// Digits that are shown: nobody makes a second record that begins with the same ones.
const SHOWN: usize = 16;
/// Digits that stand together.
const TOGETHER: usize = 4;
/// The fewest digits that say which record is meant.
pub const FEWEST: usize = 8;

/// The beginning of a digest, in groups: `7f3a 91c2 08de 44b1`.
pub fn short(digest: &str) -> String {
    let mut shown = String::with_capacity(SHOWN + SHOWN / TOGETHER);
    for (place, digit) in digest.chars().take(SHOWN).enumerate() {
        if place > 0 && place % TOGETHER == 0 {
            shown.push(' ');
        }
        shown.push(digit);
    }
    shown
}

/// The digits of a digest as it was noted, whole or its beginning, with blanks or without; none where it is
/// none, or too short to say which record is meant.
pub fn digits(noted: &str) -> Option<String> {
    let digits: String = noted.split_whitespace().collect();
    let digits = digits.to_ascii_lowercase();
    let fits = (FEWEST..=64).contains(&digits.len());
    (fits && digits.bytes().all(|digit| digit.is_ascii_hexdigit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_noted_in_groups_and_read_back() {
        let digest = "7f3a91c208de44b1".repeat(4);
        assert_eq!(short(&digest), "7f3a 91c2 08de 44b1");
        assert_eq!(digits(&short(&digest)).as_deref(), Some("7f3a91c208de44b1"));
        assert_eq!(digits(&digest.to_uppercase()), Some(digest));
        for noted in ["7f3a 91c", "", "seven of oars", &"0".repeat(65)] {
            assert_eq!(digits(noted), None, "{noted}");
        }
    }
}
