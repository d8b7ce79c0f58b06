//! What changes the whole interface: the palette, the help, the colours, the mouse, leaving.

use crate::command::Command;
use crate::effect::Effect;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::Sheet;
use crate::page::confirm::Confirm;
use crate::page::help::HelpPage;
use crate::page::palette::Palette;
use crate::page::palette::place::Around;
use crate::sitting::Sitting;
use crate::stack::Stack;
use crate::theme::Theme;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::count;

impl Stack {
    /// Does a command; what has to be done outside the interface comes back as effects.
    pub fn command(&mut self, command: Command) -> Vec<Effect> {
        let layer = self.layer();
        match command {
            Command::Palette if layer == Layer::Palette => Vec::new(),
            Command::Palette => {
                let around = self.around();
                self.lay(Sheet::new(Palette::new(layer, self.offers(), around)))
            }
            Command::Help if layer == Layer::Help => Vec::new(),
            Command::Help => {
                let top = self.top();
                let page = HelpPage::new(
                    layer,
                    top.screen().is_some(),
                    &self.hints(),
                    &top.offers(&self.sitting),
                );
                self.lay(Sheet::new(page))
            }
            Command::Words => self.explain(),
            Command::Search if !self.top().searches() => self.find(),
            Command::Quit if self.sitting.place.is_some() => {
                let text = self.sitting.on_leaving(
                    "Everything is on disk already; the session can be continued at any time.",
                );
                self.lay(Sheet::new(Confirm {
                    title: "Leave unequal?".to_owned(),
                    text,
                    effects: vec![Effect::Quit],
                }))
            }
            Command::Quit | Command::QuitNow => vec![Effect::Quit],
            Command::Countdown => {
                self.sitting.clocks.hidden = !self.sitting.clocks.hidden;
                Vec::new()
            }
            Command::MoreTime | Command::MoreTimeTwo | Command::MoreTimeFive => {
                self.give_more_time(command)
            }
            Command::NextTheme => next_theme(&mut self.sitting),
            Command::Redraw => {
                self.sitting.redraw = true;
                Vec::new()
            }
            Command::Suspend => vec![Effect::Suspend],
            Command::Mouse => mouse(&mut self.sitting),
            Command::WhichFile => which_file(&mut self.sitting),
            other => self.on(other),
        }
    }
}

impl Stack {
    /// Where the palette is opened: what the screen under everything offers, and who sits there.
    fn around(&self) -> Around {
        let screen = self.pages().next();
        Around {
            screen: self.screen(),
            of_screen: screen.map_or_else(Vec::new, |page| page.offers(&self.sitting)),
            white_cell: self.sitting.seat == Some(Seat::WhiteCell),
            open: self.sitting.place.is_some(),
        }
    }
}

impl Stack {
    /// What gives more time to whoever is to act, on every page of the white cell.
    pub(super) fn more_time(&self) -> Option<[Command; 3]> {
        let place = self.sitting.place.as_ref()?;
        let is_here = self.sitting.seat == Some(Seat::WhiteCell) && place.is_writable();
        (is_here && !place.has_ended()).then_some([
            Command::MoreTime,
            Command::MoreTimeTwo,
            Command::MoreTimeFive,
        ])
    }

    fn give_more_time(&mut self, command: Command) -> Vec<Effect> {
        if self.more_time().is_none() {
            let words = "More time is the white cell’s to give, at its own screen.";
            self.sitting.say(Tone::Plain, words);
            return Vec::new();
        }
        vec![Effect::MoreTime(match command {
            Command::MoreTimeTwo => 2,
            Command::MoreTimeFive => 5,
            _ => 1,
        })]
    }
}

/// Turns the mouse over. While it is on, the terminal's own way to mark text may need Shift.
fn mouse(sitting: &mut Sitting) -> Vec<Effect> {
    sitting.mouse = !sitting.mouse;
    let said = if sitting.mouse {
        "Mouse on: click to choose, wheel to scroll. Hold Shift to mark text."
    } else {
        "Mouse off."
    };
    sitting.say(Tone::Plain, said);
    vec![Effect::Mouse(sitting.mouse)]
}

/// Goes to the next theme and says which it is.
fn next_theme(sitting: &mut Sitting) -> Vec<Effect> {
    let next = sitting.theme.name.next();
    sitting.theme = Theme::named(next);
    sitting.say(Tone::Plain, format!("Colours: {}", next.word()));
    vec![Effect::KeepTheme(next)]
}

/// Names the file of the open session, or the folder where sessions are kept.
fn which_file(sitting: &mut Sitting) -> Vec<Effect> {
    sitting.look_at_file();
    let words = match &sitting.place {
        Some(place) if sitting.lost.is_some() => {
            let lost = sitting.lost.as_deref().unwrap_or_default();
            let acts = count(place.last_number().count(), "act", "acts");
            format!("{lost}. NOT on disk: {acts}.")
        }
        Some(place) => match &place.standing().path {
            Some(path) => format!(
                "Every act is in {} before it is shown; {} so far.",
                path.display(),
                count(place.last_number().count(), "entry", "entries")
            ),
            None => "This session is not recorded.".to_owned(),
        },
        None => format!(
            "No session is open. Sessions are kept in {}.",
            sitting.shelf.folder.display()
        ),
    };
    sitting.say(Tone::Plain, words);
    Vec::new()
}
