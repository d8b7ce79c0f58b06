//! Says which file is being written.

use crate::app::{App, Tone};
use crate::effect::Effect;

/// Names the file of the open session, or the folder where sessions are kept.
pub fn run(app: &mut App) -> Vec<Effect> {
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
