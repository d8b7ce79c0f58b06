//! What changes the whole interface: the palette, the help, the colours, going back, leaving.

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::notice::Tone;
use crate::page::confirm::Confirm;
use crate::page::help::HelpPage;
use crate::page::palette::Palette;
use crate::screen::{self, Screen};
use crate::stack::Overlay;
use crate::theme::Theme;

/// Does a command; what has to be done outside the interface comes back as effects.
pub fn run(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Palette => palette(app),
        Command::Help => help(app),
        Command::Countdown => countdown(app),
        Command::NextTheme => next_theme(app),
        Command::Mouse => mouse(app),
        Command::Quit => quit(app),
        Command::QuitNow => vec![Effect::Quit],
        Command::WhichFile => which_file(app),
        Command::Back => back(app),
        other => screen::on(app, other),
    }
}

/// Goes back one step. A sheet decides itself, because it may have steps of its own.
fn back(app: &mut App) -> Vec<Effect> {
    match app.overlays.last() {
        Some(Overlay::Palette(_) | Overlay::Help(_) | Overlay::Confirm(_)) => {
            app.close_overlay();
            Vec::new()
        }
        Some(Overlay::Sheet(_)) | None => screen::on(app, Command::Back),
    }
}

/// Turns the countdown on or off, on the projector or at the table.
fn countdown(app: &mut App) -> Vec<Effect> {
    match &mut app.screen {
        Screen::Projector(projector) => projector.toggle_clock(),
        _ => app.clocks.hidden = !app.clocks.hidden,
    }
    Vec::new()
}

/// Opens the help of the present layer.
fn help(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Help(_))) {
        app.overlays.push(Overlay::Help(HelpPage::new(app.layer())));
    }
    Vec::new()
}

/// Turns the mouse over. While it is on, the terminal's own way to mark text may need Shift.
fn mouse(app: &mut App) -> Vec<Effect> {
    app.mouse = !app.mouse;
    let said = if app.mouse {
        "Mouse on: click to choose, wheel to scroll. Hold Shift to mark text."
    } else {
        "Mouse off."
    };
    app.say(Tone::Plain, said);
    vec![Effect::Mouse(app.mouse)]
}

/// Opens the palette over whatever is shown.
fn palette(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Palette(_))) {
        let palette = Palette::new(app.layer(), app.offers());
        app.overlays.push(Overlay::Palette(palette));
    }
    Vec::new()
}

/// Asks whether to leave the table; where no session is open, nothing is at stake.
fn quit(app: &mut App) -> Vec<Effect> {
    if app.table.is_none() {
        return vec![Effect::Quit];
    }
    app.overlays.push(Overlay::Confirm(Confirm {
        title: "Leave unequal?".to_owned(),
        text: "Everything is on disk already; the session can be continued at any time.".to_owned(),
        effects: vec![Effect::Quit],
    }));
    Vec::new()
}

/// Goes to the next theme and says which it is.
fn next_theme(app: &mut App) -> Vec<Effect> {
    let next = app.theme.name.next();
    app.theme = Theme::named(next);
    app.say(Tone::Plain, format!("Colours: {}", next.word()));
    Vec::new()
}

/// Names the file of the open session, or the folder where sessions are kept.
fn which_file(app: &mut App) -> Vec<Effect> {
    let words = match &app.table {
        Some(table) => match table.path() {
            Some(path) => format!(
                "Every act is in {} before it is shown; {} entries so far.",
                path.display(),
                table.last_number()
            ),
            None => "This session is not recorded.".to_owned(),
        },
        None => format!(
            "No session is open. Sessions are kept in {}.",
            app.shelf.folder.display()
        ),
    };
    app.say(Tone::Plain, words);
    Vec::new()
}
