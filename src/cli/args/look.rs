//! Options of the commands that open a screen.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use unequal_tui::Look;
use unequal_tui::theme::ThemeName;

/// How the screen looks and listens.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct LookArgs {
    /// The colours; without a choice dark ones, or none where `NO_COLOR` is set.
    #[arg(long, value_name = "THEME", value_parser = themes())]
    pub theme: Option<ThemeName>,
    /// Listen to the mouse: click to choose, wheel to scroll.
    #[arg(long)]
    pub mouse: bool,
}

impl From<LookArgs> for Look {
    fn from(args: LookArgs) -> Self {
        Self {
            theme: args.theme,
            mouse: args.mouse,
        }
    }
}

fn themes() -> impl TypedValueParser<Value = ThemeName> {
    PossibleValuesParser::new(ThemeName::ALL.map(ThemeName::word))
        .map(|word| ThemeName::from_word(&word).unwrap_or_default())
}
