//! One sheet an exchange: asked and answered with the reasons, what each side knew and did not know side by side, what it
//! moved, and what would have served better.

use serde::Serialize;

use crate::document::{
    Block, Inline, Item, Marker, Rank, Section, Span, dim, line, paragraph, quote, said, seat,
    strong, told,
};
use crate::report::better::{Better, better};
use crate::report::section::chronology::{effects, ruling};
use crate::report::sight::{Extras, Sight};
use crate::report::words::{band_words, change_words, hand, level_words};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Band;
use unequal_session::History;
use unequal_session::exchange::ExchangePage;
use unequal_session::knowledge::{Knowledge, Odds, odds_words};
use unequal_session::sight::Seen;
use unequal_session::telling::{seat_name, signed};

/// One exchange.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExchangeSheet {
    /// The move, from 1.
    pub move_number: u32,
    /// Which exchange of the move it is, from 1.
    pub place: usize,
    /// Demand, answer, ruling and follow-up, as far as they were made.
    pub acts: Vec<ActTold>,
    /// What the patron knew when it asked, and the client when it answered, where that may be told.
    pub sides: Vec<SideKnew>,
    /// Why stability moved in the move, in words.
    pub account: String,
    /// What ruling and follow-up moved, gauge by gauge.
    pub moved: Vec<String>,
    /// What would have served better than demand and answer, where it was worked out.
    pub instead: Vec<(String, Vec<Better>)>,
}

/// An act of an exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActTold {
    /// The entry.
    pub entry: EntryNumber,
    /// The seat's word.
    pub seat: &'static str,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The hand: a person's name, `bot:NAME` or `program`.
    pub by: String,
    /// The act in a sentence.
    pub sentence: String,
    /// Why, where it was said and may be known.
    pub rationale: Option<String>,
    /// How sure, 0 to 100.
    pub confidence: Option<u8>,
    /// Who disagreed, and why.
    pub dissent: Option<String>,
    /// Odds, dice and band of a ruling, a line each.
    pub dice: Vec<String>,
}

/// What a side knew when it decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SideKnew {
    /// The seat's word.
    pub seat: &'static str,
    /// What stands above: `What China knew when it asked`.
    pub title: String,
    /// The entry of the decision; none where what was known may not be told.
    pub entry: Option<EntryNumber>,
    /// What it knew, a fact a line.
    pub knew: Vec<String>,
    /// What it could not know.
    pub hidden: Vec<String>,
}

/// The exchanges that stand, in order. They take long where sessions are many, and are left out there.
pub(super) fn of(sight: &Sight<'_>) -> Vec<ExchangeSheet> {
    if sight.quick {
        return Vec::new();
    }
    let pages = sight.table.exchange_pages(sight.seat);
    pages.iter().map(|page| sheet(sight, page)).collect()
}

fn sheet(sight: &Sight<'_>, page: &ExchangePage) -> ExchangeSheet {
    let deck = sight.table.deck();
    let odds = page.client.as_ref().and_then(|known| known.odds);
    let ruled = page.ruling.as_ref();
    let acts = [Some(&page.demand), page.answer.as_ref(), ruled];
    let acts = acts.into_iter().chain([page.follow_up.as_ref()]).flatten();
    let asked = (Seat::Patron, "asked", page.patron.as_ref());
    let answered = (Seat::Client, "answered", page.client.as_ref());
    let moving = ruled.into_iter().chain(&page.follow_up);
    let moved = moving.flat_map(|seen| effects(sight, &seen.changes));
    let chosen = [Some(&page.demand), page.answer.as_ref()];
    ExchangeSheet {
        move_number: page.move_number,
        place: page.place,
        acts: acts
            .map(|seen| {
                let odds = odds.filter(|_| Some(seen) == ruled);
                act(sight, seen, odds)
            })
            .collect(),
        sides: [asked, answered]
            .map(|(seat, did, known)| {
                let mut side = side(seat_name(deck, seat), seat, did, known);
                // Beside the dice they are told already.
                let told = odds.filter(|_| ruled.is_some()).map(odds_words);
                side.knew.retain(|fact| Some(fact) != told.as_ref());
                side
            })
            .into(),
        account: page.account.sentence(deck),
        moved: moved
            .map(|effect| {
                let by = change_words(effect.by(), effect.unit);
                let to = level_words(effect.to, effect.unit);
                let because = effect.because.join("; ");
                format!("{} {by} to {to}: {because}", effect.name)
            })
            .collect(),
        instead: chosen
            .into_iter()
            .flatten()
            .filter_map(|seen| instead(sight, seen))
            .collect(),
    }
}

fn act(sight: &Sight<'_>, seen: &Seen, odds: Option<Odds>) -> ActTold {
    let mut dice: Vec<String> = odds.map(odds_words).into_iter().collect();
    if let Some(ruled) = ruling(sight, seen) {
        let told = |word: &'static str| Band::from_word(word).map_or(word, band_words);
        let arguments = match ruled.arguments {
            0 => String::new(),
            heard => format!(", arguments heard {}", signed(heard)),
        };
        dice.push(format!(
            "dice {}, {} from the table{arguments}: computed {}",
            ruled.roll,
            signed(ruled.modifier),
            told(ruled.computed)
        ));
        let otherwise = if ruled.overruled {
            "ruled "
        } else {
            "stands: "
        };
        // What is told as the reason of the act is not told once more with its dice.
        let said_already = |said: &String| {
            Some(said) == seen.rationale.as_ref() || seen.sentence.contains(said.as_str())
        };
        let reason = ruled.reason.filter(|said| !said_already(said));
        let reason = reason.map_or_else(String::new, |said| format!(" (“{said}”)"));
        dice.push(format!(
            "{otherwise}{}, {} % handed over{reason}",
            told(ruled.ruled),
            ruled.delivered_percent
        ));
    }
    ActTold {
        entry: seen.number,
        seat: seen.seat.word(),
        seat_name: seat_name(sight.table.deck(), seen.seat).to_owned(),
        by: unequal_core::deck::plain(&seen.by.text()),
        sentence: seen.sentence.clone(),
        rationale: seen.rationale.clone(),
        confidence: seen.confidence,
        dissent: seen.dissent.clone(),
        dice,
    }
}

fn side(name: &str, seat: Seat, did: &str, known: Option<&Knowledge>) -> SideKnew {
    SideKnew {
        seat: seat.word(),
        title: format!("What {name} knew when it {did}"),
        entry: known.map(|known| known.entry),
        knew: known.map(Knowledge::facts).unwrap_or_default(),
        hidden: known.map(|known| known.hidden.clone()).unwrap_or_default(),
    }
}

fn instead(sight: &Sight<'_>, seen: &Seen) -> Option<(String, Vec<Better>)> {
    let findings = sight.findings?;
    let answer = findings
        .answers
        .iter()
        .find(|one| one.entry == seen.number)?;
    let (deck, scenario) = (sight.table.deck(), sight.table.scenario());
    let all = better(deck, scenario, seen.seat, answer);
    (!all.is_empty()).then(|| (seat_name(deck, seen.seat).to_owned(), all))
}

pub(super) fn section(sheets: &[ExchangeSheet]) -> Section {
    let blocks = sheets.iter().flat_map(|sheet| {
        let mut blocks = vec![Block::Heading(3, line(title(sheet)))];
        blocks.extend(body(sheet, Span::cite));
        blocks
    });
    let title = "The exchanges, one by one";
    Section::new("exchange-sheets", "One by one", title, blocks.collect())
}

/// The exchanges of a session, each on a sheet of paper of its own, as a seat may know them now.
pub(crate) fn exchange_sheets(table: &History, seat: Seat) -> Vec<Block> {
    let sight = Sight::new(table, seat, Extras::default());
    let all = of(&sight);
    let sheet = |sheet: &ExchangeSheet| {
        let mut blocks = vec![Block::Heading(1, line(title(sheet)))];
        // Nothing lies beside a sheet of paper that a number could lead to.
        blocks.extend(body(sheet, |entry| dim(format!("[{entry}]"))));
        Block::Sheet(blocks)
    };
    all.iter().map(sheet).collect()
}

fn title(sheet: &ExchangeSheet) -> String {
    let number = sheet.move_number;
    match sheet.place {
        1 => format!("Move {number}: the exchange"),
        place => format!("Move {number}: exchange {place}"),
    }
}

/// What stands on a sheet: what people said first.
fn body(sheet: &ExchangeSheet, cite: fn(EntryNumber) -> Span) -> Vec<Block> {
    let acts = sheet.acts.iter().map(|act| told_act(act, cite)).collect();
    let sides = sheet.sides.iter().map(known).collect();
    let mut blocks = vec![Block::List(Marker::Rule, acts), Block::Beside(sides)];
    blocks.push(paragraph(
        Rank::Plain,
        said! { (strong("What it moved")) ". " (&sheet.account) },
    ));
    let dots = |lines: &[String]| {
        let items = lines.iter().map(|line| said! { (told(line)) }.into());
        Block::List(Marker::Dot, items.collect())
    };
    if !sheet.moved.is_empty() {
        blocks.push(dots(&sheet.moved));
    }
    for (name, all) in &sheet.instead {
        let title = format!("What would have served better than what {name} did");
        blocks.push(paragraph(Rank::Plain, strong(title)));
        let lines: Vec<String> = all.iter().map(Better::words).collect();
        blocks.push(dots(&lines));
    }
    blocks
}

fn told_act(act: &ActTold, cite: fn(EntryNumber) -> Span) -> Item {
    // Most sentences begin with who acts.
    let sentence = act.sentence.strip_prefix(&act.seat_name);
    let sentence = sentence.map_or(act.sentence.as_str(), str::trim_start);
    let mut item = Item::from(said! {
        (seat(act.seat, &act.seat_name)) " " (told(sentence)) " " (cite(act.entry))
        (dim(said! { " · " (told(&hand(&act.by))) }))
    });
    let why = act.rationale.as_ref();
    item.add(why.map(|reason| said! { "why: " (quote(reason)) }));
    let against = act.dissent.as_ref();
    item.add(against.map(|words| said! { "dissent: " (quote(words)) }));
    let sure = act.confidence;
    item.add(sure.map(|sure| dim(format!("confidence: {sure} of 100"))));
    act.dice.iter().for_each(|line| item.add(dim(told(line))));
    item
}

fn known(side: &SideKnew) -> Vec<Block> {
    let mut items: Vec<Item> = Vec::new();
    items.extend(
        side.knew
            .iter()
            .map(|fact| Item::from(said! { (told(fact)) })),
    );
    let unknown = |fact: &String| -> Item {
        let line: Inline = said! { (strong("did not know")) ": " (told(fact)) };
        line.into()
    };
    items.extend(side.hidden.iter().map(unknown));
    let title = paragraph(Rank::Plain, strong(&side.title));
    if side.entry.is_none() {
        return vec![title, paragraph(Rank::Note, NOT_TOLD)];
    }
    vec![title, Block::List(Marker::Dot, items)]
}

/// What stands where one may not tell what a side knew.
const NOT_TOLD: &str = "Not for these eyes while the session goes on.";
