//! Themes are found, paint their own ground, and text stands out from it.

use super::*;

#[test]
fn the_theme_without_colour_has_no_colour() {
    let theme = Theme::named(ThemeName::None);
    for style in [
        theme.text,
        theme.patron,
        theme.danger,
        theme.selected,
        theme.field,
    ] {
        assert_eq!((style.fg, style.bg), (None, None));
    }
}

#[test]
fn every_theme_with_colours_paints_its_own_ground() {
    for name in ThemeName::ALL {
        let theme = Theme::named(name);
        let painted = theme.ground.is_some_and(|ground| ground != Color::Reset);
        assert_eq!(painted, !theme.monochrome, "{name:?}");
        let written = theme.text.fg.is_some_and(|text| text != Color::Reset);
        assert_eq!(written, !theme.monochrome, "{name:?}");
    }
}

/// The sixteen colours as xterm and as the console of a PC has them.
const SIXTEEN_AS: [[(Color, [u8; 3]); 10]; 2] = [
    [
        (Color::Black, [0, 0, 0]),
        (Color::White, [255, 255, 255]),
        (Color::Gray, [229, 229, 229]),
        (Color::Blue, [0, 0, 238]),
        (Color::LightRed, [255, 0, 0]),
        (Color::LightCyan, [0, 255, 255]),
        (Color::Cyan, [0, 205, 205]),
        (Color::Green, [0, 205, 0]),
        (Color::LightMagenta, [255, 0, 255]),
        (Color::LightYellow, [255, 255, 0]),
    ],
    [
        (Color::Black, [0, 0, 0]),
        (Color::White, [255, 255, 255]),
        (Color::Gray, [170, 170, 170]),
        (Color::Blue, [0, 0, 170]),
        (Color::LightRed, [255, 85, 85]),
        (Color::LightCyan, [85, 255, 255]),
        (Color::Cyan, [0, 170, 170]),
        (Color::Green, [0, 170, 0]),
        (Color::LightMagenta, [255, 85, 255]),
        (Color::LightYellow, [255, 255, 85]),
    ],
];

/// The contrast of two colours, from 1 to 21, as WCAG 2 defines it.
fn contrast(one: Color, other: Color, sixteen: &[(Color, [u8; 3])]) -> f64 {
    let luminance = |colour: Color| {
        let light = match colour {
            Color::Rgb(red, green, blue) => [red, green, blue],
            named => sixteen.iter().find(|(name, _)| *name == named).unwrap().1,
        };
        let [red, green, blue] = light.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_stands_out_from_every_ground_it_is_written_on() {
    for name in ThemeName::ALL
        .into_iter()
        .filter(|name| *name != ThemeName::None)
    {
        let theme = Theme::named(name);
        let ground = theme.ground.unwrap();
        let written = [
            theme.text,
            theme.strong,
            theme.title,
            theme.dim,
            theme.accent,
            theme.notice,
        ];
        let hues = [
            theme.patron,
            theme.client,
            theme.europe,
            theme.white_cell,
            theme.audience,
            theme.danger,
            theme.good,
        ];
        // Reversed, ink and ground change places, and are as far apart.
        let selected = theme.selected.bg.unwrap_or(ground);
        let on = |ground: Color, inks: &[Style]| -> Vec<(Color, Color)> {
            inks.iter().map(|ink| (ink.fg.unwrap(), ground)).collect()
        };
        let mut pairs = [on(ground, &hues), on(selected, &hues)].concat();
        for ground in [
            ground,
            selected,
            theme.field.bg.unwrap(),
            theme.field_active.bg.unwrap(),
        ] {
            pairs.extend(on(ground, &written));
        }
        for (ink, ground) in pairs {
            for sixteen in &SIXTEEN_AS {
                let found = contrast(ink, ground, sixteen);
                assert!(
                    found >= 4.5,
                    "{name:?}: {ink:?} on {ground:?} is {found:.2}"
                );
            }
        }
    }
}

#[test]
fn every_theme_is_found_by_its_word_and_the_round_visits_all() {
    let mut name = ThemeName::Dark;
    for expected in ThemeName::ALL {
        assert_eq!(ThemeName::from_word(expected.word()), Some(expected));
        assert_eq!(name, expected);
        name = name.next();
    }
    assert_eq!(name, ThemeName::Dark);
}
