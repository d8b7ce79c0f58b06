//! The replay as a recording for asciinema's players: asciicast version 2, with markers at each move and at what one may
//! want to jump to: turning points, red lines, overrides, bookmarks.

use std::path::Path;

use serde_json::json;

use crate::cli::args::{LookArgs, ReplayArgs};
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report::{read, told};
use unequal_core::deck::plain;
use unequal_core::store::document;
use unequal_tui::TuiError;
use unequal_tui::film::{Format, Shot, film};

/// Seconds that every entry is shown at least and at most.
const SHOWN: (f64, f64) = (1.0, 8.0);
/// Characters that people read in a second.
const READ_A_SECOND: f64 = 30.0;

/// Writes the recording to a file; `-` is standard output.
///
/// # Errors
///
/// Says why the record cannot be read, or the recording not be written.
pub(super) fn write(
    args: &ReplayArgs,
    to: &Path,
    look: LookArgs,
    out: &mut Out,
) -> Result<(), Error> {
    let table = read(&args.save, out)?;
    let format = Format {
        columns: args.width,
        rows: args.height,
        theme: look.theme.unwrap_or_default(),
    };
    let shots = film(&args.save, args.seat, format).map_err(|error| match error {
        TuiError::Session(error) => error.into(),
        other => Error::fault(format!("a fault of this program: {other}")),
    })?;
    let begun = &table.header().started;
    let begun = begun.parse::<jiff::Timestamp>().ok();
    let title = plain(table.name());
    let text = cast(
        &shots,
        format,
        &title,
        begun.map(jiff::Timestamp::as_second),
        args.speed,
    );
    if to == Path::new("-") {
        return out.text(&text);
    }
    document::write(to, &text, args.replace).map_err(|error| told(error, to, "--cast"))?;
    out.line(format!("Wrote {}", plain(&to.display().to_string())))
}

/// Colours as they are, the screen empty, the cursor hidden in its corner.
const BEGINS: &str = "\u{1b}[0m\u{1b}[2J\u{1b}[H\u{1b}[?25l";

/// The recording: a header, then a line an event.
fn cast(shots: &[Shot], format: Format, title: &str, begun: Option<i64>, speed: f64) -> String {
    let mut header = json!({
        "version": 2,
        "width": format.columns,
        "height": format.rows,
        "title": title,
        "env": { "TERM": "xterm-256color" },
    });
    if let Some(begun) = begun {
        header["timestamp"] = begun.into();
    }
    let mut text = format!("{header}\n");
    let mut now = 0.0;
    let mut in_move = None;
    // The screen of the player is somebody's: it begins clean, and is given back.
    text += &line(now, "o", BEGINS);
    for shot in shots {
        if shot.move_number != in_move {
            in_move = shot.move_number;
            let words = match in_move {
                None => "STARTEX".to_owned(),
                Some(0) => "Turn zero".to_owned(),
                Some(number) => format!("Move {number}"),
            };
            text += &line(now, "m", &words);
        }
        for mark in &shot.marks {
            text += &line(now, "m", mark);
        }
        text += &line(now, "o", &shot.sent);
        let reading = u32::try_from(shot.reading).map_or(SHOWN.1, f64::from) / READ_A_SECOND;
        now += (SHOWN.0 + reading).min(SHOWN.1) / speed;
    }
    // The last entry stays until it has been read.
    text + &line(
        now,
        "o",
        &format!("\u{1b}[0m\u{1b}[{};1H\r\n\u{1b}[?25h", format.rows),
    )
}

fn line(at: f64, code: &str, data: &str) -> String {
    let event = json!([(at * 1000.0).round() / 1000.0, code, data]);
    format!("{event}\n")
}
