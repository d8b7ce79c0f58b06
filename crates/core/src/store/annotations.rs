//! Comments, glyphs and bookmarks of those who study a record, in a file beside it.
//!
//! A set that only grows: each annotation is known by the hash of its content, taking one back is an
//! annotation too, and merging is the union of sets. So two observers' files can be merged in any
//! order, any number of times, and nothing is lost.

mod one;
mod written;

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::file;
use super::flaw::{self, Flaw};
use super::shared;
use super::text::on_one_line;
use crate::engine::entry_number::EntryNumber;
pub use one::{Annotation, AnnotationKind, GLYPHS};
use written::Found;

/// All annotations of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    path: PathBuf,
    all: BTreeSet<Annotation>,
    flaws: Vec<Flaw>,
}

impl Annotations {
    /// Where the annotations of a record lie.
    pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), "annotations")
    }

    /// Loads the annotations that belong to a record; none where there is no file. What of it cannot be understood is
    /// left out, and left as it is: see [`Annotations::left_out`].
    ///
    /// # Errors
    ///
    /// Says why a file that is there cannot be read.
    pub fn load(save: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::load_file(&Self::path_for(save))
    }

    /// Loads a file of annotations, such as another observer's.
    ///
    /// # Errors
    ///
    /// As [`Annotations::load`].
    pub fn load_file(path: &Path) -> Result<Self, StoreError> {
        let failed = |error| StoreError::from_io(path, "read annotations", error);
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(failed(error)),
        };
        let Found { all, flaws } = written::parse(&bytes);
        let path = path.to_owned();
        Ok(Self { path, all, flaws })
    }

    /// The annotations that belong to a record, for who goes on without what of them cannot be read; and what to say of that.
    pub fn readable(save: impl AsRef<Path>) -> (Self, Option<String>) {
        match Self::load(save) {
            Ok(read) => {
                let left_out = read.left_out();
                (read, left_out)
            }
            Err(error) => (Self::default(), Some(error.to_string())),
        }
    }

    /// What of the file was left out, each place with its line, and what to do; none where all of it was read.
    pub fn left_out(&self) -> Option<String> {
        if self.flaws.is_empty() {
            return None;
        }
        let (path, places) = (self.path.to_string_lossy(), flaw::told(&self.flaws));
        Some(format!(
            "{}, {places}; this is left out until it is put right there, and left as it is",
            on_one_line(&path)
        ))
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Adds an annotation to those that the file holds by now, and takes over what others have added.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written; the annotation is not kept then.
    pub fn add(&mut self, annotation: Annotation) -> Result<(), StoreError> {
        if self.all.contains(&annotation) {
            return Ok(());
        }
        self.keep([annotation])
    }

    /// Takes in all annotations of others and says how many were new.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written; nothing is taken in then.
    pub fn merge(&mut self, others: &Self) -> Result<usize, StoreError> {
        let new: Vec<Annotation> = others.all.difference(&self.all).cloned().collect();
        let count = new.len();
        if count > 0 {
            self.keep(new)?;
        }
        Ok(count)
    }

    fn keep(&mut self, new: impl IntoIterator<Item = Annotation>) -> Result<(), StoreError> {
        (self.all, self.flaws) = shared::change(&self.path, "write annotations", |bytes| {
            let there = written::parse(bytes);
            let mut all = there.all.clone();
            all.extend(self.all.iter().cloned());
            all.extend(new);
            let text = if there.flaws.is_empty() {
                written::anew(&all).into_bytes()
            } else {
                // What nobody understands may be half of what somebody means: it stays to the byte.
                written::behind(bytes, all.difference(&there.all))
            };
            Ok((Some(text), (all, there.flaws)))
        })?;
        Ok(())
    }

    /// Those that have not been taken back, in order.
    pub fn standing(&self) -> impl Iterator<Item = &Annotation> {
        let withdrawn: BTreeSet<&str> = self
            .all
            .iter()
            .filter(|annotation| annotation.kind == AnnotationKind::Withdrawal)
            .map(|annotation| annotation.text.as_str())
            .collect();
        self.all.iter().filter(move |annotation| {
            annotation.kind != AnnotationKind::Withdrawal
                && !withdrawn.contains(annotation.id().as_str())
        })
    }

    /// Those of one entry that have not been taken back.
    pub fn of(&self, entry: EntryNumber) -> impl Iterator<Item = &Annotation> {
        self.standing()
            .filter(move |annotation| annotation.entry == entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn annotations() -> impl Strategy<Value = Vec<Annotation>> {
        let kind = prop_oneof![
            Just(AnnotationKind::Comment),
            Just(AnnotationKind::Glyph),
            Just(AnnotationKind::Bookmark),
            Just(AnnotationKind::Withdrawal),
        ];
        let one = (
            (0u64..5).prop_map(EntryNumber::new),
            "[ab]",
            "[xyz]",
            kind,
            "\\PC{0,6}",
        )
            .prop_map(|(entry, at, author, kind, text)| Annotation {
                entry,
                at,
                author,
                kind,
                text,
            });
        prop::collection::vec(one, 0..8)
    }

    fn kept(folder: &Path, name: &str, of: &[Annotation]) -> Annotations {
        let mut kept = Annotations::load(folder.join(name)).unwrap();
        for annotation in of {
            kept.add(annotation.clone()).unwrap();
        }
        kept
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn merging_loses_nothing_and_does_not_depend_on_the_order(
            left in annotations(), right in annotations()
        ) {
            let folder = tempfile::tempdir().unwrap();
            let mut one = kept(folder.path(), "one", &left);
            let mut other = kept(folder.path(), "other", &right);
            let first = one.clone();
            one.merge(&other).unwrap();
            other.merge(&first).unwrap();
            prop_assert_eq!(&one.all, &other.all);
            prop_assert!(left.iter().chain(&right).all(|annotation| one.all.contains(annotation)));
            prop_assert_eq!(one.merge(&other).unwrap(), 0);
            let read = Annotations::load(folder.path().join("one")).unwrap();
            prop_assert_eq!(read.all, one.all);
        }
    }

    #[test]
    fn a_withdrawn_annotation_stays_in_the_file_and_out_of_sight() {
        let folder = tempfile::tempdir().unwrap();
        let said = Annotation {
            entry: EntryNumber::new(3),
            at: "2026-11-23T20:42:07Z".to_owned(),
            author: "Anna".to_owned(),
            kind: AnnotationKind::Comment,
            text: "天然气 \u{1b}[31m".to_owned(),
        };
        let back = Annotation {
            kind: AnnotationKind::Withdrawal,
            text: said.id(),
            ..said.clone()
        };
        let mut kept = kept(folder.path(), "one", &[said]);
        assert_eq!(kept.of(EntryNumber::new(3)).count(), 1);
        kept.add(back).unwrap();
        assert_eq!(kept.of(EntryNumber::new(3)).count(), 0);
        assert_eq!(kept.all.len(), 2);
    }

    #[test]
    fn what_two_people_write_of_one_record_at_the_same_time_is_all_kept() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("one");
        let said = |author: &str| Annotation {
            entry: EntryNumber::new(5),
            at: "2026-11-23T20:42:07Z".to_owned(),
            author: author.to_owned(),
            kind: AnnotationKind::Comment,
            text: format!("FROM {author}"),
        };
        // Both have read the file before either writes.
        let mut anna = Annotations::load(&save).unwrap();
        let mut bo = Annotations::load(&save).unwrap();
        anna.add(said("ANNA")).unwrap();
        bo.add(said("BO")).unwrap();
        let kept = Annotations::load(&save).unwrap();
        assert_eq!(
            kept.of(EntryNumber::new(5)).count(),
            2,
            "both remarks are in the file"
        );
        assert_eq!(bo, kept, "who writes sees what others have written");
        anna.add(said("ANNA again")).unwrap();
        assert_eq!(
            Annotations::load(&save)
                .unwrap()
                .of(EntryNumber::new(5))
                .count(),
            3
        );
    }

    #[test]
    fn a_remark_that_another_program_has_changed_is_told_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let said = Annotation {
            entry: EntryNumber::new(3),
            at: "2026-11-23T20:42:07Z".to_owned(),
            author: "Anna".to_owned(),
            kind: AnnotationKind::Comment,
            text: "a good move".to_owned(),
        };
        let kept = kept(folder.path(), "one", &[said]);
        let path = Annotations::path_for(folder.path().join("one"));
        let text = fs::read_to_string(&path).unwrap();
        for (from, to) in [
            ("a good move", "a bad move"),
            ("entry = 3", "entry = 4"),
            ("Anna", "Bo"),
        ] {
            let changed = text.replace(from, to);
            fs::write(&path, &changed).unwrap();
            let mut read = Annotations::load(folder.path().join("one")).unwrap();
            let told = read.left_out().unwrap();
            assert!(told.contains("line 3: what "), "{told}");
            assert!(told.contains("was changed since"), "{told}");
            assert!(read.is_empty());
            // Another is added behind it, and what was changed stays as it is.
            let another = Annotation {
                entry: EntryNumber::new(9),
                ..kept.standing().next().unwrap().clone()
            };
            read.add(another).unwrap();
            assert!(fs::read_to_string(&path).unwrap().starts_with(&changed));
            let again = Annotations::load(folder.path().join("one")).unwrap();
            assert_eq!(again, read);
            assert_eq!(again.of(EntryNumber::new(9)).count(), 1);
        }
        // By hand it may be meant.
        let lines = text.lines().filter(|line| !line.starts_with("id = "));
        let by_hand = lines
            .collect::<Vec<_>>()
            .join("\n")
            .replace("a good", "a bad");
        fs::write(&path, by_hand).unwrap();
        let read = Annotations::load(folder.path().join("one")).unwrap();
        assert_eq!(
            read.of(EntryNumber::new(3)).next().unwrap().text,
            "a bad move"
        );
    }

    #[test]
    fn a_file_that_cannot_be_understood_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = Annotations::path_for(folder.path().join("one"));
        fs::write(&path, "[[annotation]]\nentry = \"three\"").unwrap();
        let read = Annotations::load(folder.path().join("one")).unwrap();
        let told = read.left_out().unwrap();
        assert!(told.contains("one.annotations, line 2: "), "{told}");
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            "[[annotation]]\nentry = \"three\""
        );
    }
}
