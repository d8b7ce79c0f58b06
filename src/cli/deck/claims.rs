//! `unequal deck claims`: which claims of a report a deck puts into play, and by what.

use serde::Serialize;

use crate::cli::args::DeckClaims;
use crate::cli::decks;
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use crate::cli::page;
use unequal_core::deck::claims::{Claim, InPlay, OF_THE_REPORT, claims};
use unequal_core::deck::{Deck, plain};

#[derive(Debug, Serialize)]
struct Listed<'a> {
    number: u32,
    claim: &'a str,
    mechanism: &'a str,
    tags: &'a [String],
    in_play: Vec<InPlay>,
}

pub(super) fn run(args: &DeckClaims, out: &mut Out) -> Result<(), Error> {
    page::check(args.out.as_deref(), args.replace)?;
    let deck = decks::load(&args.deck)?;
    let (shown, text) = match &args.claims {
        None => ("the report".to_owned(), OF_THE_REPORT.to_owned()),
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|cause| Error::from_io(path, "read the claims", &cause))?;
            (plain(&path.display().to_string()), text)
        }
    };
    let claims = claims(&text).map_err(|error| {
        Error::data(format!("{shown}: no list of claims: {}", error.message()))
            .hint("a list of `[[claim]]`, each with number, claim, tags and mechanism")
    })?;
    if args.json {
        let listed: Vec<Listed<'_>> = claims.iter().map(|claim| listed(&deck, claim)).collect();
        out.json(&serde_json::json!({ "format": 1, "deck": deck.scenario.id, "claims": listed }))?;
    } else {
        let text = deck.claims_page(&claims);
        page::write(args.out.as_deref(), args.replace, &text, out)?;
    }
    judge(&deck, &claims, args.json)
}

fn listed<'a>(deck: &Deck, claim: &'a Claim) -> Listed<'a> {
    Listed {
        number: claim.number,
        claim: &claim.claim,
        mechanism: &claim.mechanism,
        tags: &claim.tags,
        in_play: deck.in_play(claim),
    }
}

/// Fails where a claim is out of play, or the deck has tags of claims that are not in the list.
fn judge(deck: &Deck, claims: &[Claim], said: bool) -> Result<(), Error> {
    let idle = claims.iter().filter(|claim| deck.in_play(claim).is_empty());
    let idle: Vec<String> = idle.map(|claim| claim.number.to_string()).collect();
    let unclaimed = deck.unclaimed(claims);
    if idle.is_empty() && unclaimed.is_empty() {
        return Ok(());
    }
    if said {
        return Err(Error::said(Kind::Data));
    }
    let mut told = Vec::new();
    if !idle.is_empty() {
        told.push(format!("nothing puts claim {} into play", idle.join(", ")));
    }
    if !unclaimed.is_empty() {
        told.push(format!("no claim has the tag {}", unclaimed.join(", ")));
    }
    Err(Error::data(told.join("; ")))
}
