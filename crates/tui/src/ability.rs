//! What a terminal can show, by what its environment says of it.
//!
//! The terminal itself is asked nothing: an answer that came late would be taken for keys.

use crate::theme::ThemeName;

/// What the environment says. Variables that are not set are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// `COLORFGBG`: the numbers of ink and ground among sixteen colours.
    pub colorfgbg: String,
    /// `NO_COLOR`.
    pub no_color: String,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    pub locale: String,
    /// Whether the system describes its terminals by these variables at all, as all but Windows do.
    pub described: bool,
}

/// Which signs are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Lines, blocks, braille, arrows.
    #[default]
    Full,
    /// Signs of ASCII in their place; letters of any script stay.
    Plain,
}

impl Glyphs {
    /// All, by their words.
    pub const ALL: [Self; 2] = [Self::Full, Self::Plain];

    /// The word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Plain => "plain",
        }
    }
}

/// Why no screen is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It cannot go to a place on the screen; what `TERM` says.
    Dumb(String),
    /// It takes no UTF-8; what the locale says.
    NotUtf8(String),
}

/// Terminals that have all colours and need not say so in `COLORTERM`.
const MANY_COLOURS: [&str; 8] = [
    "alacritty",
    "contour",
    "foot",
    "iterm",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
    "rio",
];

impl Environment {
    /// What stands against a screen, unless plain glyphs were asked for.
    pub fn unfit(&self, asked: Option<Glyphs>) -> Option<Unfit> {
        if !self.described {
            return None;
        }
        if self.term.is_empty() || self.term == "dumb" {
            return Some(Unfit::Dumb(self.term.clone()));
        }
        // Where nobody has said anything, as in many containers, UTF-8 is what terminals take.
        let named = self.locale.to_ascii_lowercase();
        let is_utf8 = named.is_empty() || named.contains("utf-8") || named.contains("utf8");
        (!is_utf8 && asked.is_none()).then(|| Unfit::NotUtf8(self.locale.clone()))
    }

    /// The signs that it can draw: the consoles of Linux and the BSDs have fonts of a few hundred.
    pub fn glyphs(&self) -> Glyphs {
        let console = ["linux", "vt100", "vt220", "wsvt25", "cons25", "sun", "ansi"];
        if self.described && console.iter().any(|known| self.term.starts_with(known)) {
            Glyphs::Plain
        } else {
            Glyphs::Full
        }
    }

    /// The colours: none where they are not wanted; sixteen where it does not say that it has more; else those that
    /// were chosen once, or dark or light ones by its ground.
    pub fn theme(&self, chosen_once: Option<ThemeName>) -> ThemeName {
        if !self.no_color.is_empty() {
            return ThemeName::None;
        }
        match chosen_once {
            Some(name @ (ThemeName::None | ThemeName::Sixteen)) => name,
            Some(name) if self.has_many_colours() => name,
            None if self.has_many_colours() => match self.ground() {
                Some(7 | 9..=15) => ThemeName::Light,
                _ => ThemeName::Dark,
            },
            _ => ThemeName::Sixteen,
        }
    }

    fn has_many_colours(&self) -> bool {
        let said = matches!(self.colorterm.as_str(), "truecolor" | "24bit");
        let known = || {
            let term = self.term.as_str();
            term.ends_with("-direct") || MANY_COLOURS.iter().any(|known| term.starts_with(known))
        };
        // Within another one the variable may be that of the outer terminal, and screen passes them on wrongly.
        let within = self.term.starts_with("screen") || self.term == "linux";
        !self.described || (!within && (said || known()))
    }

    /// The number of the ground's colour.
    fn ground(&self) -> Option<u8> {
        self.colorfgbg.rsplit(';').next()?.parse().ok()
    }
}

/// Signs of ASCII, each with those that it stands for.
const PLAIN: [(&str, &str); 16] = [
    ("-", "─━╌┄╴╶–—−‑‐▔⎯"),
    ("=", "═"),
    ("|", "│┃╎┆▏▎▍▌▕▐║"),
    (".", "░▁▂·⋅∙⡀⢀⠄⠠⣀"),
    (":", "▒▃▄▅▖▗"),
    ("#", "■▮▪"),
    ("_", "□▯▫"),
    (" ", "\u{2800}\u{a0}\u{202f}\u{2009}"),
    ("'", "⠁⠈⠉‘’‚"),
    (">", "→▸▶►›»⇒≥"),
    ("<", "←◂◀◄‹«⇐≤↵⏎"),
    ("^", "↑▲△⌃"),
    ("v", "↓▼▽⌄✓✔"),
    ("*", "●•◆★✦◉"),
    ("o", "○◦◇☆◌"),
    ("x", "✗✘×✕"),
];

/// A sign in plain glyphs; none where it stays.
pub fn plain(sign: &str) -> Option<&'static str> {
    let first = sign.chars().next()?;
    if first.is_ascii() || first.is_alphanumeric() {
        return None;
    }
    let known = PLAIN.iter().find(|(_, signs)| signs.contains(first));
    Some(known.map_or_else(|| by_block(first), |(plain, _)| plain))
}

/// The rest, by the blocks of Unicode that they stand in.
const fn by_block(sign: char) -> &'static str {
    match sign {
        '\u{2500}'..='\u{257f}' | '±' => "+",
        '\u{2580}'..='\u{259f}' => "#",
        '\u{2800}'..='\u{28ff}' => "*",
        '…' => "~",
        '“' | '”' | '„' => "\"",
        '⚠' => "!",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(term: &str) -> Environment {
        Environment {
            term: term.to_owned(),
            locale: "C.UTF-8".to_owned(),
            described: true,
            ..Environment::default()
        }
    }

    fn colours(term: &str, colorterm: &str, colorfgbg: &str) -> ThemeName {
        let environment = Environment {
            colorterm: colorterm.to_owned(),
            colorfgbg: colorfgbg.to_owned(),
            ..on(term)
        };
        environment.theme(None)
    }

    #[test]
    fn colours_are_those_that_the_terminal_says_it_has() {
        let told = |(term, colorterm, colorfgbg)| colours(term, colorterm, colorfgbg).word();
        let told: Vec<_> = [
            ("xterm-256color", "truecolor", ""),
            ("xterm-256color", "truecolor", "0;15"),
            ("xterm-256color", "24bit", "15;default;0"),
            ("xterm-kitty", "", ""),
            ("xterm-256color", "", ""),
            ("tmux-256color", "truecolor", ""),
            ("screen.xterm-256color", "truecolor", ""),
            ("linux", "truecolor", ""),
            ("xterm", "", "0;15"),
        ]
        .map(told)
        .into();
        let wanted = [
            "dark", "light", "dark", "dark", "sixteen", "dark", "sixteen", "sixteen", "sixteen",
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_choice_is_kept_as_far_as_the_terminal_can_show_it() {
        let full = Environment {
            colorterm: "truecolor".to_owned(),
            ..on("xterm-256color")
        };
        assert_eq!(full.theme(Some(ThemeName::Light)), ThemeName::Light);
        assert_eq!(
            on("xterm").theme(Some(ThemeName::Light)),
            ThemeName::Sixteen
        );
        assert_eq!(on("xterm").theme(Some(ThemeName::None)), ThemeName::None);
        let without = Environment {
            no_color: "1".to_owned(),
            ..full
        };
        assert_eq!(without.theme(Some(ThemeName::Light)), ThemeName::None);
    }

    #[test]
    fn a_terminal_that_can_show_no_screen_is_told() {
        assert_eq!(on("dumb").unfit(None), Some(Unfit::Dumb("dumb".to_owned())));
        assert_eq!(on("").unfit(None), Some(Unfit::Dumb(String::new())));
        for (locale, fits) in [
            ("", true),
            ("de_DE.UTF-8", true),
            ("C.utf8", true),
            ("C", false),
            ("POSIX", false),
            ("ru_RU.KOI8-R", false),
        ] {
            let terminal = Environment {
                locale: locale.to_owned(),
                ..on("xterm")
            };
            assert_eq!(terminal.unfit(None).is_none(), fits, "{locale}");
            assert_eq!(terminal.unfit(Some(Glyphs::Plain)), None);
        }
        assert_eq!(
            Environment::default().unfit(None),
            None,
            "a system without TERM"
        );
    }

    #[test]
    fn plain_glyphs_are_one_sign_of_ascii_each_and_letters_stay() {
        for c in ('\u{80}'..='\u{ffff}').filter(|c| !c.is_alphanumeric()) {
            let plain = plain(&c.to_string()).unwrap();
            assert!(plain.len() == 1 && plain.is_ascii(), "{c}");
        }
        for stays in ["a", "é", "Ж", "北", "#", " "] {
            assert_eq!(plain(stays), None);
        }
        assert_eq!(on("linux").glyphs(), Glyphs::Plain);
        assert_eq!(on("xterm-256color").glyphs(), Glyphs::Full);
    }
}
