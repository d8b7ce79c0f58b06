//! The chapters of a session: the bookmarks that have a title, of the record and beside it, each with what its author wrote.

use crate::replay::Replay;
use crate::replay::mark::Mark;
use crate::replay::reel::Frame;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::store::{Annotation, AnnotationKind, Annotations};
use unequal_session::Place;
use unequal_session::telling::hand_words;

/// A place in the record with a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chapter {
    /// The entry that it speaks of.
    pub(crate) entry: EntryNumber,
    /// Its title.
    pub(crate) title: String,
    /// What is read below the title, a remark each.
    pub(crate) text: Vec<String>,
    /// Whose it is.
    pub(crate) author: String,
}

impl Replay {
    /// The chapters in the order of the record, as far as these eyes may read them.
    pub(crate) fn chapters(&self, place: &Place) -> Vec<Chapter> {
        if !self.knows_the_future() {
            return Vec::new();
        }
        let remarks = self.remarks.iter();
        let beside = remarks.flat_map(|remarks| {
            let titled = remarks.standing().filter(|one| is_title(one));
            titled.map(|title| beside(remarks, title))
        });
        let marked = |frame: &&Frame| {
            let mut marks = self.reel.marks_of(frame.number);
            !frame.undone && marks.any(|mark| mark == Mark::Bookmark)
        };
        let within = self.reel.frames.iter().filter(marked);
        let within = within.filter_map(|frame| within_record(place, frame.number));
        let mut all: Vec<Chapter> = within.chain(beside).collect();
        all.sort_by_key(|chapter| chapter.entry);
        all
    }
}

fn is_title(one: &Annotation) -> bool {
    one.kind == AnnotationKind::Bookmark && !one.text.trim().is_empty()
}

/// A bookmark beside the record, with the remarks that its author left there: of several titles by one author, each
/// has what was written from it on, and the first what was written before.
fn beside(remarks: &Annotations, title: &Annotation) -> Chapter {
    let of_author = |one: &&Annotation| is_title(one) && one.author == title.author;
    let titles: Vec<&Annotation> = remarks.of(title.entry).filter(of_author).collect();
    let belongs = |one: &Annotation| {
        let from = titles.iter().rposition(|other| other.at <= one.at);
        let own = titles.get(from.unwrap_or(0));
        own.is_some_and(|own| *own == title)
    };
    let own = |one: &&Annotation| {
        one.kind == AnnotationKind::Comment && one.author == title.author && belongs(one)
    };
    let said = remarks.of(title.entry).filter(own);
    Chapter {
        entry: title.entry,
        title: plain(&title.text),
        text: said.map(|one| plain(&one.text)).collect(),
        author: plain(&title.author),
    }
}

/// A bookmark that was set while the session was played.
fn within_record(place: &Place, number: EntryNumber) -> Option<Chapter> {
    let seen = place.entry(number)?;
    let Some(Action::Bookmark { label }) = &seen.act else {
        return None;
    };
    let title = plain(label);
    (!title.trim().is_empty()).then(|| Chapter {
        entry: number,
        title,
        text: Vec::new(),
        author: hand_words(&seen.by),
    })
}
