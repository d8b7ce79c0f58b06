//! The closed lists of words from which cells of tables come.

use crate::report::section::{CAME, OVERRIDES, RESULTS};
use crate::report::words::UNITS;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{
    Band, Ending, FollowUp, Inducement, Intensity, MeasureKind, Response,
};
use unequal_core::store::AnnotationKind;

pub(super) fn seats() -> Vec<&'static str> {
    Seat::ALL.map(Seat::word).into()
}

pub(super) fn phases() -> Vec<&'static str> {
    Phase::ALL.map(Phase::word).into()
}

pub(super) fn intensities() -> Vec<&'static str> {
    Intensity::WORDS.into()
}

pub(super) fn inducements() -> Vec<&'static str> {
    Inducement::WORDS.into()
}

pub(super) fn responses() -> Vec<&'static str> {
    Response::WORDS.into()
}

pub(super) fn follow_ups() -> Vec<&'static str> {
    FollowUp::WORDS.into()
}

pub(super) fn bands() -> Vec<&'static str> {
    Band::WORDS.into()
}

pub(super) fn endings() -> Vec<&'static str> {
    Ending::WORDS.into()
}

pub(super) fn measures() -> Vec<&'static str> {
    MeasureKind::WORDS.into()
}

pub(super) fn results() -> Vec<&'static str> {
    RESULTS.into()
}

pub(super) fn offers() -> Vec<&'static str> {
    CAME.into()
}

pub(super) fn overrides() -> Vec<&'static str> {
    OVERRIDES.into()
}

pub(super) fn units() -> Vec<&'static str> {
    UNITS.into()
}

pub(super) fn annotations() -> Vec<&'static str> {
    use AnnotationKind::{Bookmark, Comment, Glyph};
    [Comment, Glyph, Bookmark].map(AnnotationKind::word).into()
}
