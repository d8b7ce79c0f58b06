//! Options that may stand before a command or behind it: how the screen looks.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use unequal_tui::Look;
use unequal_tui::ability::Glyphs;
use unequal_tui::theme::ThemeName;

/// What the help calls options that every command takes.
const EVERYWHERE: &str = "Options of every command that opens a screen";

/// How the screen looks and listens, whichever command opens one.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct LookArgs {
    /// The colours; without a choice those of the last time, as far as the terminal has them, or none where
    /// `NO_COLOR` is set.
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "THEME", value_parser = themes())]
    pub theme: Option<ThemeName>,
    /// The signs: lines, blocks and braille, or ASCII in their place; without a choice by the terminal.
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "GLYPHS", value_parser = glyphs())]
    pub glyphs: Option<Glyphs>,
    /// Listen to the mouse: click to choose, wheel to scroll.
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub mouse: bool,
}

impl From<LookArgs> for Look {
    fn from(args: LookArgs) -> Self {
        Self {
            theme: args.theme,
            glyphs: args.glyphs,
            mouse: args.mouse,
        }
    }
}

fn themes() -> impl TypedValueParser<Value = ThemeName> {
    PossibleValuesParser::new(ThemeName::ALL.map(ThemeName::word))
        .map(|word| ThemeName::from_word(&word).unwrap_or_default())
}

fn glyphs() -> impl TypedValueParser<Value = Glyphs> {
    PossibleValuesParser::new(Glyphs::ALL.map(Glyphs::word)).map(|word| {
        let named = |glyphs: &Glyphs| glyphs.word() == word;
        Glyphs::ALL.into_iter().find(named).unwrap_or_default()
    })
}
