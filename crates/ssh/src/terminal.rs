//! What goes to a client's terminal, and what is known of it.

use unequal_core::deck::plain;
use unequal_host::wire::{Terminal, ToClient};
use unequal_tui::ability::{Environment, Unfit};
use unequal_tui::terminal::{giving_back, taking};

/// Characters of a variable that is looked at.
const LONGEST: usize = 64;

/// What a client says of its terminal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Described {
    pub(crate) size: (u16, u16),
    environment: Environment,
}

impl Described {
    /// A terminal of a kind and a size.
    pub(crate) fn new(term: &str, size: (u16, u16)) -> Self {
        let environment = Environment {
            term: term.chars().take(LONGEST).collect(),
            described: true,
            ..Environment::default()
        };
        Self { size, environment }
    }

    /// Takes in a variable that says something of a terminal; others are passed over.
    pub(crate) fn note(&mut self, variables: &[(String, String)]) {
        for (name, value) in variables {
            let value = value.chars().take(LONGEST).collect();
            match name.as_str() {
                "COLORTERM" => self.environment.colorterm = value,
                "COLORFGBG" => self.environment.colorfgbg = value,
                "NO_COLOR" => self.environment.no_color = value,
                "LC_ALL" => self.environment.locale = value,
                "LC_CTYPE" | "LANG" if self.environment.locale.is_empty() => {
                    self.environment.locale = value;
                }
                _ => {}
            }
        }
    }

    /// The terminal as a seat is drawn for it.
    ///
    /// # Errors
    ///
    /// Says why nothing can be drawn on it.
    pub(crate) fn terminal(&self) -> Result<Terminal, String> {
        match self.environment.unfit(None) {
            Some(Unfit::Dumb(term)) => {
                return Err(format!(
                    "this terminal can show no screen (TERM is {})",
                    if term.is_empty() { "not set" } else { &term }
                ));
            }
            Some(Unfit::NotUtf8(locale)) => {
                return Err(format!(
                    "the screen needs UTF-8, and the locale here is {locale}: LC_ALL=C.UTF-8 ssh …"
                ));
            }
            None => {}
        }
        Ok(Terminal {
            columns: self.size.0,
            rows: self.size.1,
            theme: Some(self.environment.theme(None).word().to_owned()),
            glyphs: Some(self.environment.glyphs().word().to_owned()),
            mouse: true,
        })
    }
}

/// What a client is told, for its terminal.
pub(crate) fn on_screen(told: &ToClient) -> Vec<u8> {
    match told {
        ToClient::Welcome { .. } => taking().into_bytes(),
        ToClient::Text { text } => text.clone().into_bytes(),
        ToClient::End { why } => (giving_back() + &line(&format!("Left: {why}."))).into_bytes(),
        ToClient::Refused { why, hint } if hint.is_empty() => line(why).into_bytes(),
        ToClient::Refused { why, hint } => (line(why) + &line(hint)).into_bytes(),
        ToClient::Asked { from } => line(&format!(
            "The facilitator is asked for the seat that {from} has. Ctrl-C takes the question back."
        ))
        .into_bytes(),
        ToClient::Trouble { why } => line(why).into_bytes(),
        // Nobody asks that from here.
        ToClient::Here { .. } => Vec::new(),
    }
}

/// A line by itself, harmless.
pub(crate) fn line(text: &str) -> String {
    plain(text) + "\r\n"
}
