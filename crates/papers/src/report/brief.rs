//! The brief: what a reader takes along who reads two pages. Findings as sentences made from the record, each with the
//! entries that it rests on and how sure it is; what it may mean; what stays open; and a facilitator's own paragraph.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::document::{Block, Inline, Marker, Rank, Section, Span, dim, heading, paragraph, said};
use crate::report::section::{
    Europe, FieldLine, Luck, OfferLine, Sections, SignLine, TurningPoints,
};
use crate::report::session::{EndingFacts, SessionFacts};
use crate::report::words::signed_tenth;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::research::ResearchLine;
use unequal_session::telling::{count, listed, whole};

/// The brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// The findings, the most general first.
    pub findings: Vec<Finding>,
    /// What it may mean for Europe.
    pub for_europe: Vec<Finding>,
    /// What stays open.
    pub open: Vec<String>,
    /// What the facilitator writes: paragraphs; empty where nobody wrote.
    pub by_hand: Vec<String>,
}

/// Something that was found out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// It, in a sentence.
    pub text: String,
    /// The entries that it rests on.
    pub entries: Vec<EntryNumber>,
    /// How sure it is.
    pub sure: Sure,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    /// It stands on the record.
    Recorded,
    /// It was worked out by playing on with bots: it compares, and foresees nothing.
    WorkedOut,
    /// It is as the deck has it: a judgement of who wrote it.
    Deck,
}

impl Sure {
    const fn words(self) -> &'static str {
        match self {
            Self::Recorded => "on the record",
            Self::WorkedOut => "worked out with bots",
            Self::Deck => "as the deck has it",
        }
    }
}

/// The brief of a session; `by_hand` is what the facilitator wrote, paragraphs parted by empty lines.
pub(super) fn of(
    session: &SessionFacts,
    ending: Option<&EndingFacts>,
    sections: &Sections,
    by_hand: &str,
) -> Brief {
    let [patron, client, europe] =
        [Seat::Patron, Seat::Client, Seat::Europe].map(|seat| session.seat_named(seat));
    let mut findings = Vec::new();
    findings.extend(asked(&sections.fields, patron, client));
    findings.extend(paid(&sections.fields, patron, client));
    findings.extend(offered(&sections.offers, patron, client));
    findings.extend(turned(&sections.turning_points));
    findings.extend(sections.luck.as_ref().map(chosen));
    findings.extend(ending.and_then(aims));
    let mut for_europe = Vec::new();
    for_europe.extend(seen(&sections.signs));
    for_europe.extend(prepared(sections.europe.as_ref(), europe));
    for_europe.extend(ending.map(|ending| means(ending, europe)));
    let paragraphs = by_hand.split("\n\n").map(|text| plain(text.trim()));
    Brief {
        findings,
        for_europe,
        open: open(&sections.research),
        by_hand: paragraphs.filter(|text| !text.is_empty()).collect(),
    }
}

/// Where most was asked, and what came of it.
fn asked(fields: &[FieldLine], patron: &str, client: &str) -> Option<Finding> {
    let all: usize = fields.iter().map(|field| field.ruled.len()).sum();
    let met: usize = fields.iter().map(|field| field.met).sum();
    let most = fields.iter().max_by_key(|field| field.ruled.len())?;
    (all > 0).then(|| Finding {
        text: format!(
            "{patron} made {} in {}, the most in {}; {client} met {met} of {all} and handed over {} % of the cards \
             that were asked for.",
            count(all, "demand", "demands"),
            count(fields.iter().filter(|field| !field.ruled.is_empty()).count(), "domain", "domains"),
            most.name,
            fields.iter().map(|field| field.given).sum::<i64>() / i64::try_from(all).unwrap_or(1),
        ),
        entries: once(fields.iter().flat_map(|field| field.ruled.clone())),
        sure: Sure::Recorded,
    })
}

/// What it cost the client: where it depends more, and where it has less left to give.
fn paid(fields: &[FieldLine], patron: &str, client: &str) -> Option<Finding> {
    let deeper = fields
        .iter()
        .filter(|field| field.dependence.after > field.dependence.before);
    let deeper: Vec<String> = deeper.map(|field| field.name.clone()).collect();
    let crossed = fields.iter().filter(|field| field.crossed);
    let crossed: Vec<String> = crossed.map(|field| field.name.clone()).collect();
    let lines = if crossed.is_empty() {
        "no red line was crossed".to_owned()
    } else {
        format!("a red line was crossed in {}", listed(&crossed))
    };
    (!deeper.is_empty() || !crossed.is_empty()).then(|| Finding {
        text: if deeper.is_empty() {
            format!("{client} came to depend on it nowhere more than before; {lines}.")
        } else {
            format!(
                "At the end {client} depended more on {patron} than at first in {}; {lines}.",
                listed(&deeper)
            )
        },
        entries: Vec::new(),
        sure: Sure::Recorded,
    })
}

fn offered(offers: &[OfferLine], patron: &str, client: &str) -> Option<Finding> {
    let taken = offers
        .iter()
        .filter(|offer| offer.came == "taken up")
        .count();
    (!offers.is_empty()).then(|| Finding {
        text: format!(
            "{client} made {} of its own accord; {patron} took up {}.",
            count(offers.len(), "offer", "offers"),
            if taken == 0 {
                "none".to_owned()
            } else {
                taken.to_string()
            }
        ),
        entries: offers.iter().map(|offer| offer.entry).collect(),
        sure: Sure::Recorded,
    })
}

fn turned(turning: &TurningPoints) -> Option<Finding> {
    let point = turning.points.first()?;
    let by = match point.give_or_take {
        Some(error) => format!("{} ± {error:.1} points", signed_tenth(point.moved)),
        None => format!("{} points of outlook", signed_tenth(point.moved)),
    };
    let mut entries = vec![point.entry];
    entries.extend(point.context.iter().map(|cite| cite.entry));
    Some(Finding {
        text: format!(
            "The largest turn came in move {}: {} ({by}).",
            point.move_number, point.sentence
        ),
        entries,
        sure: if point.give_or_take.is_some() {
            Sure::WorkedOut
        } else {
            Sure::Recorded
        },
    })
}

fn chosen(luck: &Luck) -> Finding {
    let mut parts: Vec<_> = luck
        .parts
        .iter()
        .filter(|part| part.moved.abs() >= 0.5)
        .collect();
    parts.sort_by(|a, b| b.moved.abs().total_cmp(&a.moved.abs()));
    let parts = parts
        .iter()
        .map(|part| format!("{} {}", part.name, signed_tenth(part.moved)));
    Finding {
        text: format!(
            "A stability of {:.0} could be expected at the start, and it came to {:.0}. What moved it: {}.",
            luck.start,
            luck.end,
            listed(&parts.collect::<Vec<String>>())
        ),
        entries: Vec::new(),
        sure: Sure::WorkedOut,
    }
}

fn aims(ended: &EndingFacts) -> Option<Finding> {
    let told = ended.aims.iter().filter_map(|aim| {
        let goal = aim.goal?;
        let met = if aim.points >= goal {
            "met its aims"
        } else {
            "fell short of its aims"
        };
        Some(format!(
            "{} {met} ({} points, enough is {goal})",
            aim.name,
            whole(aim.points)
        ))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| Finding {
        text: format!("{}.", listed(&told)),
        entries: vec![ended.entry],
        sure: Sure::Recorded,
    })
}

/// The signs that showed at least two moves before the end.
fn seen(signs: &[SignLine]) -> Option<Finding> {
    let early = signs
        .iter()
        .filter(|sign| sign.lead.is_none_or(|lead| lead >= 2));
    let early: Vec<&SignLine> = early.take(3).collect();
    let told = early
        .iter()
        .map(|sign| format!("{} (after move {})", sign.says, sign.moves[0]));
    (!early.is_empty()).then(|| Finding {
        text: format!(
            "The first warning signs from outside were {}.",
            listed(&told.collect::<Vec<String>>())
        ),
        entries: once(early.iter().map(|sign| sign.entry)),
        sure: Sure::Recorded,
    })
}

/// What the ending means for Europe, by the deck's measure.
fn means(ended: &EndingFacts, name: &str) -> Finding {
    let ease = ended.aims.iter().find(|aim| aim.seat == Seat::Europe);
    Finding {
        text: (ended.for_europe).sentence(&ended.title, name, ease.map(|aim| aim.points)),
        entries: vec![ended.entry],
        sure: Sure::Deck,
    }
}

fn prepared(europe: Option<&Europe>, name: &str) -> Option<Finding> {
    let europe = europe?;
    let plan = match europe.prepared {
        Some(true) => " and had a plan for the ending that came",
        Some(false) => " and had no plan for the ending that came",
        None => "",
    };
    Some(Finding {
        text: format!(
            "{name} took {}{plan}.",
            count(europe.measures.len(), "measure", "measures")
        ),
        entries: europe
            .measures
            .iter()
            .map(|measure| measure.entry)
            .collect(),
        sure: Sure::Recorded,
    })
}

/// Entries, each named once, in order.
fn once(entries: impl Iterator<Item = EntryNumber>) -> Vec<EntryNumber> {
    entries
        .collect::<BTreeSet<EntryNumber>>()
        .into_iter()
        .collect()
}

/// The deck's research questions on which the session holds little or nothing.
fn open(research: &[ResearchLine]) -> Vec<String> {
    let open = research.iter().filter(|line| line.material.is_open());
    open.map(|line| format!("{}: {}", line.issue, line.question))
        .collect()
}

pub(super) fn section(
    session: &SessionFacts,
    ending: Option<&EndingFacts>,
    brief: &Brief,
) -> Section {
    let mut blocks = Vec::new();
    blocks.extend(
        brief
            .by_hand
            .iter()
            .map(|text| paragraph(Rank::Plain, text)),
    );
    let listed = |findings: &[Finding]| {
        let items = findings
            .iter()
            .map(|finding| told(finding).into())
            .collect();
        Block::List(Marker::Rule, items)
    };
    if !brief.findings.is_empty() {
        blocks.extend([heading("Findings"), listed(&brief.findings)]);
    }
    if !brief.for_europe.is_empty() {
        let title = format!("For {}", session.seat_named(Seat::Europe));
        blocks.extend([heading(title), listed(&brief.for_europe)]);
    }
    if !brief.open.is_empty() {
        let items = brief
            .open
            .iter()
            .map(|text| said! { (text) }.into())
            .collect();
        blocks.extend([heading("What stays open"), Block::List(Marker::Dot, items)]);
    }
    // A story of the deck's, as far as the record bears it out, and not a finding.
    if let Some(ending) = ending.filter(|ending| !ending.text.is_empty()) {
        blocks.push(heading(format!("How the deck tells “{}”", ending.title)));
        blocks.extend(ending.text.iter().map(|part| paragraph(Rank::Note, part)));
    }
    Section::new("brief", "Brief", "In brief", blocks)
}

/// Entries that are named beside a finding at most; all of them stand in the JSON.
const CITED: usize = 8;

fn told(finding: &Finding) -> Inline {
    let cites: Vec<Span> = finding
        .entries
        .iter()
        .take(CITED)
        .map(|entry| Span::cite(*entry))
        .collect();
    let more = (finding.entries.len() > CITED).then_some("… ");
    let mut text = said! { (&finding.text) " " };
    for cite in cites {
        text.push(cite);
        text.push(" ");
    }
    text.push(dim(format!(
        "{}{}",
        more.unwrap_or_default(),
        finding.sure.words()
    )));
    text
}
