//! How wide letters are in the widest of the fonts that printed pages ask for, in thousandths of the size of type.
//!
//! From the tables of fonts that are made to the measures of Georgia and Arial (Gelasio, Liberation Sans); Times, which
//! stands in where there is no Georgia, is narrower.

use unicode_width::UnicodeWidthChar as _;

/// The widths of the letters from the space to the tilde.
pub(super) type Widths = [u16; 95];

/// Georgia: what cards say.
pub(super) const GEORGIA: Widths = [
    241, 331, 412, 643, 610, 817, 710, 215, 375, 375, 472, 643, 270, 374, 270, 469, 614, 430, 559,
    552, 565, 528, 566, 502, 596, 566, 312, 312, 643, 643, 643, 479, 929, 671, 654, 642, 749, 653,
    599, 725, 815, 390, 518, 694, 604, 927, 767, 744, 610, 744, 702, 561, 619, 756, 666, 976, 710,
    615, 602, 375, 469, 375, 643, 643, 500, 504, 560, 454, 574, 483, 325, 509, 582, 293, 292, 536,
    286, 881, 591, 539, 571, 560, 410, 432, 345, 575, 497, 737, 505, 492, 444, 430, 375, 430, 643,
];

/// Georgia, bold: labels.
pub(super) const GEORGIA_BOLD: Widths = [
    254, 376, 510, 703, 641, 879, 799, 269, 447, 447, 482, 703, 328, 379, 328, 472, 701, 490, 626,
    625, 649, 599, 648, 554, 676, 648, 367, 367, 703, 703, 703, 548, 967, 758, 757, 715, 834, 721,
    671, 807, 913, 446, 595, 817, 686, 1023, 839, 820, 701, 820, 797, 649, 684, 834, 762, 1126,
    809, 732, 689, 447, 472, 447, 703, 703, 500, 596, 646, 531, 663, 572, 393, 577, 680, 354, 346,
    632, 344, 1016, 690, 636, 658, 648, 520, 513, 397, 677, 567, 863, 588, 562, 525, 500, 388, 500,
    703,
];

/// Arial and Helvetica: the head and the foot of a card.
pub(super) const ARIAL: Widths = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Arial and Helvetica, bold: its title.
pub(super) const ARIAL_BOLD: Widths = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// Of a letter without a width of its own: as wide as accented and Cyrillic letters and most signs are, and a square
/// where a terminal gives it two columns.
const OTHER: u16 = 720;

/// How wide a letter is.
fn letter(widths: &Widths, letter: char) -> f64 {
    let place = u32::from(letter).checked_sub(u32::from(' '));
    let known = place.and_then(|place| widths.get(usize::try_from(place).ok()?));
    let wide = match (known, letter) {
        (Some(wide), _) => *wide,
        (None, '\u{a0}') => widths[0],
        (None, '—') => 1000,
        (None, '’' | '·') => 340,
        (None, '“' | '”') => 520,
        (None, other) => match other.width() {
            None | Some(0) => 0,
            Some(1) => OTHER,
            Some(_) => 1000,
        },
    };
    f64::from(wide) / 1000.0
}

/// How wide a text is, in sizes of its type.
pub(super) fn wide(widths: &Widths, text: &str) -> f64 {
    text.chars().map(|one| letter(widths, one)).sum()
}
