//! What is typed and not sent: kept beside the record until the act is made.

use crate::notice::Tone;
use crate::sitting::Sitting;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

impl Sitting {
    /// What was typed into a field and not sent.
    pub fn draft(&self, name: &str) -> String {
        match &self.unsaved_draft {
            Some((unsaved, text)) if unsaved == name => text.clone(),
            _ => self
                .drafts
                .as_ref()
                .and_then(|drafts| drafts.get(name))
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// After something was typed into a field: puts on disk first what was typed into another.
    pub fn typed(&mut self, name: String, text: String) {
        // One field at a time waits for the disk; the one before is kept before it is forgotten.
        if self
            .unsaved_draft
            .as_ref()
            .is_some_and(|(unsaved, _)| *unsaved != name)
        {
            self.keep_draft();
        }
        self.unsaved_draft = Some((name, text));
    }

    /// Puts on disk what was typed last. What cannot be kept is said, and never stops the play.
    pub fn keep_draft(&mut self) {
        let (Some((name, text)), Some(drafts)) = (self.unsaved_draft.take(), &mut self.drafts)
        else {
            return;
        };
        if let Err(error) = drafts.set(&name, &text) {
            self.say(
                Tone::Trouble,
                format!("What you type is not being kept: {error}"),
            );
        }
    }

    /// After an act: what was typed for it is in the record now.
    pub(crate) fn forget_drafts(&mut self, seat: Seat, action: &Action) {
        self.forget_drafts_of(&draft_prefix(seat, action.word()));
    }

    /// Forgets all drafts whose names begin so.
    pub(crate) fn forget_drafts_of(&mut self, prefix: &str) {
        if let Some((name, _)) = &self.unsaved_draft
            && name.starts_with(prefix)
        {
            self.unsaved_draft = None;
        }
        let Some(drafts) = &mut self.drafts else {
            return;
        };
        let names: Vec<String> = drafts
            .texts()
            .filter(|(name, _)| name.starts_with(prefix))
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in names {
            // A draft that stays behind is seen again, and harms nothing.
            let _ = drafts.remove(&name);
        }
    }
}

/// The beginning of the names of all drafts for an act: `client/respond/`.
pub fn draft_prefix(seat: Seat, word: &str) -> String {
    format!("{}/{word}/", seat.word())
}
