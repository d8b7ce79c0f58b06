//! What the projector was called to show, in a file beside the record.
//!
//! It is no part of the record: nothing of play hangs on it, it is written anew with each call, and a session goes on
//! without it. It holds the name of a scene, whether dice are shown, and the entry after which it was called, with the digest
//! there; what is shown is made from the record alone. So a wall never shows what is not on the disk, and a call that
//! was left beside another record is none. The one text in it is the link that lets phones in, which is in no record: with it
//! the file is its user's alone to read.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::StoreError;
use super::file;
use super::text::{push_plain_line, push_text_line};
use super::whole::{self, Readers};
use crate::engine::entry_number::EntryNumber;
use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// A scene that can be called onto the projector.
    Scene {
        /// What lies on the table, to read.
        Question = "question",
        /// What may be answered.
        Answers = "answers",
        /// The estimates of the last question that were revealed, without names.
        Estimates = "estimates",
        /// The same, with names.
        Names = "names",
        /// The last dice, and what they made.
        Dice = "dice",
        /// Stability, with why it moved.
        Curve = "curve",
        /// Everything public at a glance.
        Board = "board",
        /// The rules, a page each.
        Rules = "rules",
        /// What was announced, or why play is paused.
        Announcement = "announcement",
        /// How phones come in: the link that the call holds.
        Phones = "phones",
    }
);

/// A scene that was called, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// The scene; none: the projector follows play by itself, at this page.
    #[serde(default)]
    pub scene: Option<Scene>,
    /// The page of what is shown, from 0; it goes round.
    #[serde(default)]
    pub page: u32,
    /// Whether dice are kept off the wall, whatever is called: some rooms do not want to see them.
    #[serde(default)]
    pub hides_dice: bool,
    /// The link that lets phones in, with the scene that shows it.
    #[serde(default)]
    pub link: Option<String>,
    /// The last entry when it was called.
    pub after: EntryNumber,
    /// The digest of the record there.
    pub digest: String,
}

impl Call {
    /// Where the call of a record lies.
    pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), "stage")
    }

    /// The call beside a record; none where there is none that can be read.
    pub fn beside(save: impl AsRef<Path>) -> Option<Self> {
        file::read(&Self::path_for(save))
    }

    /// Keeps the call beside a record, in the place of the one before.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written.
    pub fn keep(&self, save: impl AsRef<Path>) -> Result<(), StoreError> {
        let path = Self::path_for(save);
        let mut out = String::from(
            "# What the projector of a session of unequal was called to show. The record does not need it.\n",
        );
        if let Some(scene) = self.scene {
            push_text_line(&mut out, "scene", scene.word());
        }
        push_plain_line(&mut out, "page", self.page);
        push_plain_line(&mut out, "hides_dice", self.hides_dice);
        if let Some(link) = &self.link {
            push_text_line(&mut out, "link", link);
        }
        push_plain_line(&mut out, "after", self.after);
        push_text_line(&mut out, "digest", &self.digest);
        let readers = match self.link {
            Some(_) => Readers::UserAlone,
            None => Readers::AsUsual,
        };
        whole::replace(&path, out.as_bytes(), readers)
            .map_err(|error| StoreError::from_io(&path, "call a scene onto the projector", error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_call_is_read_as_it_was_kept_and_what_is_none_is_no_call() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("table.toml");
        assert_eq!(Call::beside(&save), None);
        for scene in Scene::ALL.iter().copied().map(Some).chain([None]) {
            let call = Call {
                scene,
                page: 3,
                hides_dice: scene.is_none(),
                link: (scene == Some(Scene::Phones)).then(|| "http://[::1]:1/in/0f".to_owned()),
                after: EntryNumber::new(41),
                digest: "0f".to_owned(),
            };
            call.keep(&save).unwrap();
            assert_eq!(Call::beside(&save), Some(call));
        }
        for text in [
            "",
            "scene = 7",
            "scene = \"secrets\"\nafter = 1\ndigest = \"\"",
        ] {
            fs::write(Call::path_for(&save), text).unwrap();
            assert_eq!(Call::beside(&save), None, "{text}");
        }
    }
}
