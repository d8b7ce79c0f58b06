//! Gives a session on the shelf, or a line of one, another name.

use std::path::PathBuf;

use ratatui::text::Line;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::Sitting;
use unequal_core::engine::limits::LONGEST_NAME;

#[derive(Debug)]
struct RenameSaved {
    path: PathBuf,
    form: Form,
}

/// The sheet for the session in a file, called so.
pub(super) fn sheet(path: PathBuf, name: &str) -> Sheet {
    let form = Form::new(String::new());
    let form = form.named("name", "Name", LONGEST_NAME, name, "as it should read");
    asking::sheet(RenameSaved { path, form })
}

impl Asks for RenameSaved {
    fn title(&self, _sitting: &Sitting) -> String {
        "What the session is called".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn takes_screen(&self) -> bool {
        false
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = "Screens and reports call it so from now on. The record keeps both names, and its file its own.";
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let name = required(&self.form, "name", "Write the name as it should read.")?;
        let path = self.path.clone();
        Ok(vec![Effect::RenameSession { path, name }])
    }
}
