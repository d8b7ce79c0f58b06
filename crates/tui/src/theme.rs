//! Styles by what they mean, never by what they look like.
//!
//! Each seat that plays has a hue, the white cell one, danger another; hues are from the Okabe–Ito
//! palette, which people with any common colour blindness can tell apart. No screen may tell
//! anything by hue alone: a shape, a sign or a word always stands beside it.

use ratatui::style::{Color, Modifier, Style};

use unequal_core::engine::seat::Seat;

/// The themes to choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Light text on a dark ground.
    #[default]
    Dark,
    /// Dark text on a white ground.
    Light,
    /// White on black, nothing dim, for projectors and weak eyes.
    HighContrast,
    /// The terminal's own sixteen colours.
    Sixteen,
    /// No colour at all: bold, underline and reverse only.
    None,
}

impl ThemeName {
    /// All themes, in the order in which the theme command goes through them.
    pub const ALL: [Self; 5] = [
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::Sixteen,
        Self::None,
    ];

    /// The word on the command line and in the palette.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Sixteen => "sixteen",
            Self::None => "none",
        }
    }

    /// Finds the theme that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }

    /// The theme after this one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|name| *name == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// A style for each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Which theme this is.
    pub name: ThemeName,
    /// No colour may be used; meaning is carried by words, signs and attributes.
    pub monochrome: bool,
    /// What everything stands on, whatever ground the terminal has: a lit room needs dark on light, and gets it. None
    /// where no colour may be used.
    pub ground: Option<Color>,
    /// Ordinary text.
    pub text: Style,
    /// Text of second rank: units, hints, explanations.
    pub dim: Style,
    /// Text of first rank.
    pub strong: Style,
    /// Titles of panels and screens.
    pub title: Style,
    /// Lines and borders.
    pub rule: Style,
    /// What belongs to the patron.
    pub patron: Style,
    /// What belongs to the client.
    pub client: Style,
    /// What belongs to Europe.
    pub europe: Style,
    /// What belongs to the white cell.
    pub white_cell: Style,
    /// What belongs to the audience.
    pub audience: Style,
    /// Danger, always with a sign or a word beside it.
    pub danger: Style,
    /// What went well, always with a sign or a word beside it.
    pub good: Style,
    /// What the eye should meet next: keys, the cursor's mark, the live value.
    pub accent: Style,
    /// The chosen line of a list.
    pub selected: Style,
    /// The filled part of a bar.
    pub bar: Style,
    /// The empty part of a bar.
    pub bar_dim: Style,
    /// A notice.
    pub notice: Style,
    /// What lies under a sheet; none where nothing may be dimmed.
    pub receded: Option<Style>,
    /// A text field that is not typed into.
    pub field: Style,
    /// The text field that is typed into.
    pub field_active: Style,
}

/// The colours that a theme is made of.
struct Palette {
    ground: Color,
    text: Color,
    dim: Color,
    rule: Color,
    receded: Color,
    patron: Color,
    client: Color,
    europe: Color,
    white_cell: Color,
    danger: Color,
    good: Color,
    accent: Color,
    selected_ground: Color,
    bar: Color,
    bar_dim: Color,
    field_ground: Color,
    field_active_ground: Color,
}

const DARK: Palette = Palette {
    ground: Color::Rgb(16, 18, 24),
    text: Color::Rgb(228, 231, 236),
    dim: Color::Rgb(156, 162, 172),
    rule: Color::Rgb(84, 90, 102),
    receded: Color::Rgb(108, 114, 126),
    patron: Color::Rgb(240, 158, 60),
    client: Color::Rgb(96, 180, 235),
    europe: Color::Rgb(176, 164, 255),
    white_cell: Color::Rgb(60, 190, 150),
    danger: Color::Rgb(238, 132, 178),
    good: Color::Rgb(60, 190, 150),
    accent: Color::Rgb(240, 228, 110),
    selected_ground: Color::Rgb(48, 54, 68),
    bar: Color::Rgb(176, 184, 196),
    bar_dim: Color::Rgb(66, 72, 84),
    field_ground: Color::Rgb(32, 36, 46),
    field_active_ground: Color::Rgb(44, 50, 64),
};

const LIGHT: Palette = Palette {
    ground: Color::Rgb(255, 255, 255),
    text: Color::Rgb(20, 22, 28),
    dim: Color::Rgb(96, 100, 110),
    rule: Color::Rgb(170, 174, 182),
    receded: Color::Rgb(140, 144, 152),
    patron: Color::Rgb(160, 74, 0),
    client: Color::Rgb(0, 96, 160),
    europe: Color::Rgb(92, 64, 176),
    white_cell: Color::Rgb(0, 116, 84),
    danger: Color::Rgb(168, 40, 110),
    good: Color::Rgb(0, 116, 84),
    accent: Color::Rgb(112, 72, 0),
    selected_ground: Color::Rgb(222, 228, 238),
    bar: Color::Rgb(92, 98, 110),
    bar_dim: Color::Rgb(206, 210, 216),
    field_ground: Color::Rgb(240, 242, 246),
    field_active_ground: Color::Rgb(228, 234, 244),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: Color::Rgb(0, 0, 0),
    text: Color::Rgb(255, 255, 255),
    dim: Color::Rgb(224, 224, 224),
    rule: Color::Rgb(200, 200, 200),
    receded: Color::Rgb(200, 200, 200),
    patron: Color::Rgb(255, 180, 60),
    client: Color::Rgb(120, 210, 255),
    europe: Color::Rgb(200, 190, 255),
    white_cell: Color::Rgb(90, 240, 190),
    danger: Color::Rgb(255, 140, 200),
    good: Color::Rgb(90, 240, 190),
    accent: Color::Rgb(255, 255, 90),
    selected_ground: Color::Rgb(0, 0, 160),
    bar: Color::Rgb(255, 255, 255),
    bar_dim: Color::Rgb(110, 110, 110),
    field_ground: Color::Rgb(40, 40, 40),
    field_active_ground: Color::Rgb(0, 0, 110),
};

const SIXTEEN: Palette = Palette {
    ground: Color::Black,
    text: Color::White,
    dim: Color::Gray,
    rule: Color::DarkGray,
    receded: Color::DarkGray,
    patron: Color::LightRed,
    client: Color::LightCyan,
    europe: Color::Cyan,
    white_cell: Color::Green,
    danger: Color::LightMagenta,
    good: Color::Green,
    accent: Color::LightYellow,
    selected_ground: Color::Blue,
    bar: Color::Gray,
    bar_dim: Color::DarkGray,
    field_ground: Color::Black,
    field_active_ground: Color::Blue,
};

impl Theme {
    /// The theme of that name.
    pub const fn named(name: ThemeName) -> Self {
        match name {
            ThemeName::Dark => Self::coloured(name, &DARK),
            ThemeName::Light => Self::coloured(name, &LIGHT),
            ThemeName::HighContrast => Self::high_contrast(),
            ThemeName::Sixteen => Self::sixteen(),
            ThemeName::None => Self::plain(),
        }
    }

    /// The hue of a seat.
    pub const fn seat(&self, seat: Seat) -> Style {
        match seat {
            Seat::Patron => self.patron,
            Seat::Client => self.client,
            Seat::Europe => self.europe,
            Seat::WhiteCell => self.white_cell,
            Seat::Audience => self.audience,
        }
    }

    const fn coloured(name: ThemeName, palette: &Palette) -> Self {
        let text = Style::new().fg(palette.text);
        Self {
            name,
            monochrome: false,
            ground: Some(palette.ground),
            text,
            dim: Style::new().fg(palette.dim),
            strong: text.add_modifier(Modifier::BOLD),
            title: text.add_modifier(Modifier::BOLD),
            rule: Style::new().fg(palette.rule),
            patron: Style::new().fg(palette.patron),
            client: Style::new().fg(palette.client),
            europe: Style::new().fg(palette.europe),
            white_cell: Style::new().fg(palette.white_cell),
            audience: Style::new().fg(palette.dim),
            danger: Style::new().fg(palette.danger).add_modifier(Modifier::BOLD),
            good: Style::new().fg(palette.good),
            accent: Style::new().fg(palette.accent),
            selected: Style::new()
                .bg(palette.selected_ground)
                .add_modifier(Modifier::BOLD),
            bar: Style::new().fg(palette.bar),
            bar_dim: Style::new().fg(palette.bar_dim),
            notice: Style::new().fg(palette.accent),
            receded: Some(Style::new().fg(palette.receded)),
            field: Style::new().bg(palette.field_ground),
            field_active: Style::new().bg(palette.field_active_ground),
        }
    }

    /// White on black, and nothing dim.
    const fn high_contrast() -> Self {
        let mut theme = Self::coloured(ThemeName::HighContrast, &HIGH_CONTRAST);
        theme.receded = None;
        theme
    }

    /// The terminal's own colours. What each looks like is for the terminal to say, so the chosen line is reversed:
    /// then every ink on it is as far from the ground as elsewhere.
    const fn sixteen() -> Self {
        let mut theme = Self::coloured(ThemeName::Sixteen, &SIXTEEN);
        theme.selected = Style::new()
            .add_modifier(Modifier::REVERSED)
            .add_modifier(Modifier::BOLD);
        theme
    }

    const fn plain() -> Self {
        let text = Style::new();
        let bold = text.add_modifier(Modifier::BOLD);
        Self {
            name: ThemeName::None,
            monochrome: true,
            ground: None,
            text,
            dim: text,
            strong: bold,
            title: bold,
            rule: text,
            patron: text,
            client: text,
            europe: text,
            white_cell: text,
            audience: text,
            danger: bold,
            good: text,
            accent: bold,
            selected: text.add_modifier(Modifier::REVERSED),
            bar: text,
            bar_dim: text,
            notice: bold,
            receded: None,
            field: text.add_modifier(Modifier::UNDERLINED),
            field_active: text.add_modifier(Modifier::UNDERLINED),
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::named(ThemeName::Dark)
    }
}

#[cfg(test)]
mod tests;
