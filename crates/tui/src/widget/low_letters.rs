//! Letters three rows high, of quarters of cells: the smallest that a room can still read.
//!
//! They are drawn here as they look, a row of points each line; those with an accent are made of a lower form and the
//! accent above it. Dots of braille would be two rows high, but fade in a bright room and in a picture of the wall.

/// Points down a letter; the lowest hangs below the line.
pub(super) const DOWN: u16 = 6;

/// Letters side by side, with their rows from the top.
type Sheet = (&'static str, &'static [&'static str]);

const SHEETS: [Sheet; 9] = [
    (
        "ABCDEFGHIJKLM",
        &[
            ".##. ###. .### ###. #### #### .### #..# ### ...# #..# #... #...#",
            "#..# #..# #... #..# #... #... #... #..# .#. ...# #.#. #... ##.##",
            "#### ###. #... #..# ###. ###. #.## #### .#. ...# ##.. #... #.#.#",
            "#..# #..# #... #..# #... #... #..# #..# .#. #..# #.#. #... #...#",
            "#..# ###. .### ###. #### #... .### #..# ### .##. #..# #### #...#",
        ],
    ),
    (
        "NOPQRSTUVWXYZ",
        &[
            "#..# .##. ###. .##. ###. .### ##### #..# #...# #...# #..# #...# ####",
            "##.# #..# #..# #..# #..# #... ..#.. #..# #...# #...# #..# .#.#. ...#",
            "#### #..# ###. #..# ###. .##. ..#.. #..# #...# #.#.# .##. ..#.. .##.",
            "#.## #..# #... #.## #.#. ...# ..#.. #..# .#.#. ##.## #..# ..#.. #...",
            "#..# .##. #... .### #..# ###. ..#.. .##. ..#.. #...# #..# ..#.. ####",
        ],
    ),
    (
        "abcdefghijklm",
        &[
            ".... #... ... ...# .... .## .... #... # .# #... # .....",
            ".### ###. .## .### .##. .#. .### ###. . .. #..# # ####.",
            "#..# #..# #.. #..# #.## ### #..# #..# # .# #.#. # #.#.#",
            "#..# #..# #.. #..# ##.. .#. .### #..# # .# ###. # #.#.#",
            ".### ###. .## .### .### .#. ...# #..# # .# #..# # #.#.#",
            ".... .... ... .... .... ... ###. .... . #. .... . .....",
        ],
    ),
    (
        "nopqrstuvwxyz",
        &[
            ".... .... .... .... ... .... .#. .... ... ..... ... .... ....",
            "###. .##. ###. .### #.# .### ### #..# #.# #...# #.# #..# ####",
            "#..# #..# #..# #..# ##. ##.. .#. #..# #.# #.#.# .#. #..# ..#.",
            "#..# #..# #..# #..# #.. ..## .#. #..# #.# #.#.# .#. .### .#..",
            "#..# .##. ###. .### #.. ###. .## .### .#. .#.#. #.# ...# ####",
            ".... .... #... ...# ... .... ... .... ... ..... ... ##.. ....",
        ],
    ),
    (
        "0123456789",
        &[
            ".##. .#. ###. ###. #..# #### .##. #### .##. .##.",
            "#..# ##. ...# ...# #..# #... #... ...# #..# #..#",
            "#..# .#. .##. .##. #### ###. ###. ..#. .##. .###",
            "#..# .#. #... ...# ...# ...# #..# .#.. #..# ...#",
            ".##. ### #### ###. ...# ###. .##. .#.. .##. .##.",
        ],
    ),
    (
        "!\"#$%&'()*+,-./",
        &[
            "# #.# .#.#. ..#. ##..# .#.. # .# #. ... ... .. ... . ..#",
            "# #.# ##### .### ##.#. #.#. # #. .# #.# .#. .. ... . ..#",
            "# ... .#.#. ##.. ..#.. .#.. . #. .# .#. ### .. ### . .#.",
            ". ... ##### ..## .#.## #.#. . #. .# #.# .#. .. ... . #..",
            "# ... .#.#. ###. #..## .#.# . .# #. ... ... .# ... # #..",
            ". ... ..... .#.. ..... .... . .. .. ... ... #. ... . ...",
        ],
    ),
    (
        ":;<=>?@[\\]^_`{|}~",
        &[
            ". .. ..# ... #.. ##. .###. ## #.. ## .#. .... #. .## # ##. ....",
            "# .# .#. ### .#. ..# #.### #. #.. .# #.# .... .# .#. # .#. .#.#",
            ". .. #.. ... ..# .#. #.#.# #. .#. .# ... .... .. #.. # ..# #.#.",
            ". .. .#. ### .#. ... #.### #. ..# .# ... .... .. .#. # .#. ....",
            "# .# ..# ... #.. .#. .#... ## ..# ## ... .... .. .## # ##. ....",
            ". #. ... ... ... ... ..... .. ... .. ... #### .. ... # ... ....",
        ],
    ),
    (
        "«»°±·§£¿¡×÷",
        &[
            ".... .... .#. .#. . .## .##. .#. # ... .#.",
            ".#.# #.#. #.# ### . #.. .#.. ... . #.# ...",
            "#.#. .#.# .#. .#. # .#. ###. .#. # .#. ###",
            ".#.# #.#. ... ... . ..# .#.. #.. # #.# ...",
            ".... .... ... ### . ##. #### .## # ... .#.",
        ],
    ),
    (
        "ßæÆøØðÐþÞçÇ",
        &[
            ".##. ....... .###### .... .##. .#.# .###. #... #... ... .###",
            "#..# .#####. #..#... .##. #.## ..#. .#..# ###. ###. .## #...",
            "#.#. #..#.## ######. #.## #### .### ###.# #..# #..# #.. #...",
            "#..# #..##.. #..#... ##.# ##.# #..# .#..# ###. ###. #.. .###",
            "#.#. .###### #..#### .##. .##. .##. .###. #... #... .## .#..",
            ".... ....... ....... .... .... .... ..... .... .... .#. ....",
        ],
    ),
];

/// Lower forms, for what bears an accent.
const LOWER: Sheet = (
    "AEIOUNYaeiouny",
    &[
        ".##. ### # .##. #..# #..# #.# .### .##. # .##. #..# ###. #..#",
        "#### ##. # #..# #..# ##.# .#. #..# ###. # #..# #..# #..# .###",
        "#..# ### # .##. .##. #.## .#. .### .##. # .##. .### #..# ##..",
    ],
);

/// What bears which accent.
const ACCENTS: [(&str, &str, &str); 6] = [
    ("ÀÈÌÒÙàèìòù", "AEIOUaeiou", ".#.."),
    ("ÁÉÍÓÚÝáéíóúý", "AEIOUYaeiouy", "..#."),
    ("ÂÊÎÔÛâêîôû", "AEIOUaeiou", ".##."),
    ("ÄËÏÖÜäëïöüÿ", "AEIOUaeiouy", "#..#"),
    ("ÃÑÕãñõ", "ANOano", "####"),
    ("Åå", "Aa", ".##."),
];

/// A letter as its columns of points, each with its uppermost point in the lowest bit; none where it is not drawn here.
pub(super) fn columns(c: char) -> Option<Vec<u8>> {
    let drawn = SHEETS.iter().find_map(|sheet| of_sheet(sheet, c));
    drawn.or_else(|| accented(c))
}

fn of_sheet((letters, rows): &Sheet, c: char) -> Option<Vec<u8>> {
    let place = letters.chars().position(|letter| letter == c)?;
    let rows = rows.iter().filter_map(|row| row.split(' ').nth(place));
    let mut columns = Vec::new();
    for (down, row) in rows.enumerate() {
        columns.resize(row.len(), 0_u8);
        for (column, point) in columns.iter_mut().zip(row.bytes()) {
            *column |= u8::from(point == b'#') << down;
        }
    }
    Some(columns)
}

/// A letter with its accent: a lower form, a free row, and the accent above both.
fn accented(c: char) -> Option<Vec<u8>> {
    let found = ACCENTS.iter().find_map(|(letters, bare, accent)| {
        let place = letters.chars().position(|letter| letter == c)?;
        Some((bare.chars().nth(place)?, *accent))
    });
    let (bare, accent) = found?;
    let mut columns: Vec<u8> = of_sheet(&LOWER, bare)?
        .iter()
        .map(|points| points << 2)
        .collect();
    // A narrow letter stands in the middle below its accent.
    let wide = accent.len();
    let before = wide.saturating_sub(columns.len()) / 2;
    columns.splice(0..0, std::iter::repeat_n(0, before));
    columns.resize(columns.len().max(wide), 0);
    for (column, point) in columns.iter_mut().zip(accent.bytes()) {
        *column |= u8::from(point == b'#');
    }
    Some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::big_text::letter;

    #[test]
    fn every_row_of_a_sheet_has_as_many_letters_as_it_says_and_all_of_a_letter_are_as_wide() {
        for (letters, rows) in SHEETS.iter().chain([&LOWER]) {
            let count = letters.chars().count();
            let widths = |row: &str| row.split(' ').map(str::len).collect::<Vec<usize>>();
            for row in *rows {
                assert_eq!(row.split(' ').count(), count, "{letters}: {row}");
                assert_eq!(widths(row), widths(rows[0]), "{letters}: {row}");
            }
        }
    }

    #[test]
    fn what_people_write_in_latin_letters_is_drawn_low_where_it_is_drawn_large() {
        let rare = "¢¤¥¦¨©ª¬\u{ad}®¯²³´µ¶¸¹º¼½¾";
        for c in ('!'..='~').chain('¡'..='ÿ').filter(|c| !rare.contains(*c)) {
            assert!(letter(c).is_some(), "{c}");
            let drawn = columns(c).unwrap_or_default();
            assert!(drawn.iter().any(|points| *points != 0), "{c}");
            assert!(drawn.iter().all(|points| points >> DOWN == 0), "{c}");
        }
    }

    #[test]
    fn no_two_letters_look_alike() {
        let all: Vec<(char, Vec<u8>)> =
            ('!'..='~').filter_map(|c| Some((c, columns(c)?))).collect();
        for (place, (one, drawn)) in all.iter().enumerate() {
            let twin = all[..place].iter().find(|(_, other)| other == drawn);
            // The nought and the letter are told apart by what stands beside them; so are a bar and the letter.
            let known = twin.map(|(other, _)| format!("{other}{one}"));
            assert!(
                known.as_deref().is_none_or(|twins| twins == "0O"),
                "{known:?}"
            );
        }
    }
}
