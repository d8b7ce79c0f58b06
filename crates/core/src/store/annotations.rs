//! Comments, glyphs and bookmarks of those who study a record, in a file beside it.
//!
//! A set that only grows: each annotation is known by the hash of its content, taking one back is an
//! annotation too, and merging is the union of sets. So two observers' files can be merged in any
//! order, any number of times, and nothing is lost.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::file;
use super::shared;
use super::text::{on_one_line, push_plain_line, push_text_line};

/// What an annotation says of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnnotationKind {
    /// Words.
    Comment,
    /// A judgement by sign: `!`, `?`, `!!`, `??`.
    Glyph,
    /// A place to come back to; its text is a label and may be empty.
    Bookmark,
    /// Takes back the annotation whose id is the text.
    Withdrawal,
}

impl AnnotationKind {
    /// The word in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Glyph => "glyph",
            Self::Bookmark => "bookmark",
            Self::Withdrawal => "withdrawal",
        }
    }
}

/// The glyphs, as game annotators use them.
pub const GLYPHS: [&str; 4] = ["!!", "!", "?", "??"];

/// One annotation. The order is that of the file: by entry, then time, then author.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    /// The entry it speaks of; 0 is STARTEX.
    pub entry: u64,
    /// When it was made, as RFC 3339 text.
    pub at: String,
    /// Who made it.
    pub author: String,
    /// What kind it is.
    pub kind: AnnotationKind,
    /// Its text.
    pub text: String,
}

impl Annotation {
    /// The hash of the content, 16 hex digits: the same annotation has the same id everywhere.
    pub fn id(&self) -> String {
        let mut sum = blake3::Hasher::new();
        for part in [self.at.as_str(), &self.author, self.kind.word(), &self.text] {
            sum.update(&(part.len() as u64).to_le_bytes());
            sum.update(part.as_bytes());
        }
        sum.update(&self.entry.to_le_bytes());
        sum.finalize().to_hex().chars().take(16).collect()
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    #[serde(default)]
    annotation: Vec<Written>,
}

/// An annotation as it stands in the file. One that somebody wrote by hand has no id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    entry: u64,
    at: String,
    author: String,
    kind: AnnotationKind,
    text: String,
    id: Option<String>,
}

impl Written {
    /// The annotation, if it is as it was written.
    fn checked(self) -> Result<Annotation, String> {
        let annotation = Annotation {
            entry: self.entry,
            at: self.at,
            author: self.author,
            kind: self.kind,
            text: self.text,
        };
        if self.id.is_none_or(|id| id == annotation.id()) {
            return Ok(annotation);
        }
        let Annotation { entry, author, .. } = annotation;
        let author = on_one_line(&author);
        Err(format!(
            "what {author} wrote about entry {entry} was changed since; remove its line `id` to keep it as it is now"
        ))
    }
}

/// All annotations of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    path: PathBuf,
    all: BTreeSet<Annotation>,
}

impl Annotations {
    /// Where the annotations of a record lie.
    pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), "annotations")
    }

    /// Loads the annotations that belong to a record; none where there is no file.
    ///
    /// # Errors
    ///
    /// Says why a file that is there cannot be read or understood; it is left as it is.
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
        Ok(Self {
            path: path.to_owned(),
            all: parse(path, &bytes)?,
        })
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
        let path = &self.path;
        self.all = shared::change(path, "write annotations", |bytes| {
            let mut all = parse(path, bytes)?;
            all.extend(self.all.iter().cloned());
            all.extend(new);
            Ok((Some(on_disk(&all)), all))
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
    pub fn of(&self, entry: u64) -> impl Iterator<Item = &Annotation> {
        self.standing()
            .filter(move |annotation| annotation.entry == entry)
    }
}

fn parse(path: &Path, bytes: &[u8]) -> Result<BTreeSet<Annotation>, StoreError> {
    let failed = |problem: String| {
        let problem = std::io::Error::new(ErrorKind::InvalidData, problem);
        StoreError::from_io(path, "read annotations", problem)
    };
    let text = std::str::from_utf8(bytes).map_err(|error| failed(format!("not UTF-8: {error}")))?;
    let disk: OnDisk = toml::from_str(text).map_err(|error| failed(error.message().to_owned()))?;
    let all = disk.annotation.into_iter().map(Written::checked);
    all.collect::<Result<_, _>>().map_err(failed)
}

fn on_disk(all: &BTreeSet<Annotation>) -> String {
    let mut text =
        "# Annotations of a session: comments, glyphs and bookmarks of those who study it.\n"
            .to_owned();
    for annotation in all {
        text.push_str("\n[[annotation]]\n");
        push_plain_line(&mut text, "entry", annotation.entry);
        push_text_line(&mut text, "at", &annotation.at);
        push_text_line(&mut text, "author", &annotation.author);
        push_text_line(&mut text, "kind", annotation.kind.word());
        push_text_line(&mut text, "text", &annotation.text);
        push_text_line(&mut text, "id", &annotation.id());
    }
    text
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
        let one = (0u64..5, "[ab]", "[xyz]", kind, "\\PC{0,6}").prop_map(
            |(entry, at, author, kind, text)| Annotation {
                entry,
                at,
                author,
                kind,
                text,
            },
        );
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
            entry: 3,
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
        assert_eq!(kept.of(3).count(), 1);
        kept.add(back).unwrap();
        assert_eq!(kept.of(3).count(), 0);
        assert_eq!(kept.all.len(), 2);
    }

    #[test]
    fn what_two_people_write_of_one_record_at_the_same_time_is_all_kept() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("one");
        let said = |author: &str| Annotation {
            entry: 5,
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
        assert_eq!(kept.of(5).count(), 2, "both remarks are in the file");
        assert_eq!(bo, kept, "who writes sees what others have written");
        anna.add(said("ANNA again")).unwrap();
        assert_eq!(Annotations::load(&save).unwrap().of(5).count(), 3);
    }

    #[test]
    fn a_remark_that_another_program_has_changed_is_told_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let said = Annotation {
            entry: 3,
            at: "2026-11-23T20:42:07Z".to_owned(),
            author: "Anna".to_owned(),
            kind: AnnotationKind::Comment,
            text: "a good move".to_owned(),
        };
        let mut kept = kept(folder.path(), "one", &[said]);
        let path = Annotations::path_for(folder.path().join("one"));
        let text = fs::read_to_string(&path).unwrap();
        for (from, to) in [
            ("a good move", "a bad move"),
            ("entry = 3", "entry = 4"),
            ("Anna", "Bo"),
        ] {
            let changed = text.replace(from, to);
            fs::write(&path, &changed).unwrap();
            let told = Annotations::load(folder.path().join("one")).unwrap_err();
            assert!(told.to_string().contains("was changed since"), "{told}");
            let another = Annotation {
                entry: 9,
                ..kept.standing().next().unwrap().clone()
            };
            assert!(kept.add(another).is_err());
            assert_eq!(fs::read_to_string(&path).unwrap(), changed);
        }
        // By hand it may be meant.
        let lines = text.lines().filter(|line| !line.starts_with("id = "));
        let by_hand = lines
            .collect::<Vec<_>>()
            .join("\n")
            .replace("a good", "a bad");
        fs::write(&path, by_hand).unwrap();
        let read = Annotations::load(folder.path().join("one")).unwrap();
        assert_eq!(read.of(3).next().unwrap().text, "a bad move");
    }

    #[test]
    fn a_file_that_cannot_be_understood_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = Annotations::path_for(folder.path().join("one"));
        fs::write(&path, "[[annotation]]\nentry = \"three\"").unwrap();
        let error = Annotations::load(folder.path().join("one"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("one.annotations"), "{error}");
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            "[[annotation]]\nentry = \"three\""
        );
    }
}
