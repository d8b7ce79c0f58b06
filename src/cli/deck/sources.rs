//! `unequal deck sources`: the sources of decks, with grade, date and whether the original was read.

use serde::Serialize;

use crate::cli::args::DeckSources;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::page;
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Grade, Source};

#[derive(Debug, Serialize)]
struct Listed<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    date: &'a str,
    address: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    read: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    state_media: bool,
}

impl<'a> Listed<'a> {
    fn new(source: &'a Source) -> Self {
        Self {
            id: &source.id,
            title: &source.title,
            publisher: &source.publisher,
            date: &source.date,
            address: &source.address,
            grade: source.grade.map(Grade::letter),
            read: source.seen_in_words(),
            language: &source.language,
            state_media: source.state_media,
        }
    }
}

pub(super) fn run(args: &DeckSources, out: &mut Out) -> Result<(), Error> {
    page::check(args.out.as_deref(), args.replace)?;
    let decks: Result<Vec<Deck>, Error> = args.decks.iter().map(|name| decks::load(name)).collect();
    let decks = decks?;
    if args.json {
        let listed = decks.iter().map(|deck| {
            let sources: Vec<Listed<'_>> = deck.text.sources.iter().map(Listed::new).collect();
            serde_json::json!({ "format": 1, "deck": deck.scenario.id, "sources": sources })
        });
        return out.json(&serde_json::json!({ "format": 1, "decks": listed.collect::<Vec<_>>() }));
    }
    let pages: Vec<String> = decks.iter().map(Deck::sources_page).collect();
    page::write(args.out.as_deref(), args.replace, &pages.join("\n"), out)
}
