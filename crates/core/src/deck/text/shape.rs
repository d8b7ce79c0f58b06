//! Makes the texts of a raw deck harmless: lines, running text, lists, and what stands in for silence.

use crate::deck::plain::{paragraphs, plain};
use crate::deck::raw::cited::Cited;

pub(super) fn line(text: Option<&String>) -> String {
    text.map(|text| plain(text).trim().to_owned())
        .unwrap_or_default()
}

pub(super) fn running(text: Option<&String>) -> String {
    text.map(|text| paragraphs(text)).unwrap_or_default()
}

pub(super) fn or(text: String, fallback: &str) -> String {
    if text.is_empty() {
        fallback.to_owned()
    } else {
        text
    }
}

pub(super) fn list(items: &[String]) -> Vec<String> {
    items.iter().map(|item| paragraphs(item)).collect()
}

pub(super) fn words(items: &[String]) -> Vec<String> {
    items.iter().map(|item| plain(item)).collect()
}

pub(super) fn sources(cited: Option<&Cited>) -> Vec<String> {
    cited.map(|cited| words(&cited.ids)).unwrap_or_default()
}
