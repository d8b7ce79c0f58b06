//! What is kept beside the record for this sitting, and is no part of it: when it must end, PINs of seats.

use crate::notice::Tone;
use crate::sitting::Sitting;

impl Sitting {
    /// What is kept under a name.
    pub fn noted(&self, name: &str) -> Option<&str> {
        match &self.drafts {
            Some(drafts) => drafts.get(name),
            None => self.notes.get(name).map(String::as_str),
        }
    }

    /// Keeps something under a name, with the drafts; an empty text is forgotten.
    pub(crate) fn note(&mut self, name: &str, text: &str) {
        let Some(drafts) = &mut self.drafts else {
            // A session without a file has no drafts either.
            self.notes.insert(name.to_owned(), text.to_owned());
            self.notes.retain(|_, text| !text.is_empty());
            return;
        };
        if let Err(error) = drafts.set(name, text) {
            let words = format!("It holds until the program is left: {error}");
            self.say(Tone::Trouble, words);
        }
    }
}
