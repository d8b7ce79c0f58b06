//! The replay as one page that any browser opens: board, curve, record and seats' eyes, with nothing fetched.
//!
//! What a seat may not know is kept out here, where the data are made: the page shows what is in it and nothing
//! else. The white cell's page has every seat's eyes, as each knew things then; a seat's page has its own alone.

mod page;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::section::signs_at;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::gauge::{Gauge, Scope};
use unequal_core::store::annotations::{Annotation, AnnotationKind, Annotations};
use unequal_session::History;
use unequal_session::sight::Seen;
use unequal_session::telling::{
    gauge_name, hand_words, person_words, phase_name, reason_words, seat_name,
};

pub use page::html;

/// How the name of the page's file ends.
pub const ENDINGS: &[&str] = &["replay.html"];

/// The version of the data inside the page.
const FORMAT: u32 = 1;

/// One or more records, to be stepped through beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Playback {
    format: u32,
    lines: Vec<Line>,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    name: String,
    deck: String,
    language: String,
    /// What a move stands for.
    move_label: String,
    moves_planned: u32,
    /// The record that it branches off, and after which entry.
    parent: Option<(String, EntryNumber)>,
    gauges: Vec<GaugeNamed>,
    domains: Vec<DomainNamed>,
    eyes: Vec<Eyes>,
    /// What steps point at: the same words stand at many of them.
    texts: Vec<String>,
    remarks: Vec<Remark>,
}

/// Texts by their places, each once.
#[derive(Debug, Default)]
struct Texts {
    all: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Texts {
    fn place(&mut self, text: String) -> usize {
        let next = self.all.len();
        *self.places.entry(text).or_insert_with_key(|text| {
            self.all.push(text.clone());
            next
        })
    }
}

/// A gauge that belongs to no domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct GaugeNamed {
    name: String,
    /// Kept in tenths of a point.
    tenths: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct DomainNamed {
    name: String,
    line: i64,
}

/// The record with one pair of eyes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Eyes {
    /// In links: `&seat=client`; `now` for what may be known today.
    id: &'static str,
    name: String,
    /// STARTEX, then each entry that these eyes see.
    steps: Vec<Step>,
}

/// An entry with the state after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Step {
    entry: EntryNumber,
    #[serde(rename = "move")]
    move_number: u32,
    phase: String,
    told: Option<Told>,
    /// In the order of the line's gauges; none for what these eyes do not see.
    gauges: Vec<Option<i64>>,
    /// Dependence, leverage, what can still be offered, strain, where the line lies if that is known, crossed.
    domains: Vec<(i64, i64, i64, i64, Option<i64>, bool)>,
    stability: i64,
    heading: i64,
    /// How far each ending is: places of texts.
    signs: Vec<usize>,
    /// What lies on the table: places of title and text.
    table: Vec<(usize, usize)>,
}

/// What is told of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Told {
    seat: &'static str,
    who: String,
    hand: String,
    at: String,
    sentence: String,
    rationale: Option<String>,
    confidence: Option<u8>,
    dissent: Option<String>,
    corrected: Option<EntryNumber>,
    undone: bool,
    /// What it moved: gauge, before, after, why, in tenths or not.
    changes: Vec<(String, i64, i64, String, bool)>,
}

/// What somebody who studied the record wrote beside an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Remark {
    entry: EntryNumber,
    author: String,
    kind: &'static str,
    text: String,
}

impl Playback {
    /// A page of these records.
    pub const fn new(lines: Vec<Line>) -> Self {
        Self {
            format: FORMAT,
            lines,
        }
    }
}

impl Line {
    /// A record as `seat` may read it. Annotations are left out where the seat may not know all that their
    /// writers may have known.
    pub fn new(table: &History, seat: Seat, annotations: &Annotations) -> Self {
        let deck = table.deck();
        let about = &deck.text.about;
        let shown = shown(table, seat);
        let open = seat == Seat::WhiteCell || table.has_ended();
        let gauge = |gauge: &Gauge| GaugeNamed {
            name: gauge_name(deck, *gauge),
            tenths: is_in_tenths(*gauge),
        };
        let domains = table.scenario().domains.placed();
        let named = domains.map(|(place, domain)| DomainNamed {
            name: deck.text.domains[place].name.clone(),
            line: domain.red_line,
        });
        let parent = table.header().parent.as_ref();
        let mut texts = Texts::default();
        let eyes = eyes(table, seat, &shown, &mut texts);
        Self {
            name: plain(table.name()),
            deck: about.title.clone(),
            language: about.language.clone(),
            move_label: about.move_label.clone(),
            moves_planned: table.scenario().session.moves,
            parent: parent.map(|parent| (plain(&parent.file), parent.entry)),
            gauges: shown.iter().map(gauge).collect(),
            domains: named.collect(),
            eyes,
            texts: texts.all,
            remarks: annotations
                .standing()
                .filter(|_| open)
                .map(remark)
                .collect(),
        }
    }
}

impl Line {
    /// The same with everything that people wrote or are called told otherwise, as with roles for names.
    #[must_use]
    pub fn retold(mut self, tell: &dyn Fn(&str) -> String) -> Self {
        let retell = |text: &mut String| *text = tell(text);
        retell(&mut self.name);
        self.parent.iter_mut().for_each(|(file, _)| retell(file));
        self.texts.iter_mut().for_each(retell);
        for remark in &mut self.remarks {
            retell(&mut remark.author);
            retell(&mut remark.text);
        }
        let steps = self.eyes.iter_mut().flat_map(|eyes| &mut eyes.steps);
        for told in steps.filter_map(|step| step.told.as_mut()) {
            retell(&mut told.hand);
            retell(&mut told.sentence);
            told.rationale.iter_mut().for_each(retell);
            told.dissent.iter_mut().for_each(retell);
            told.changes
                .iter_mut()
                .for_each(|change| retell(&mut change.3));
        }
        self
    }
}

/// The gauges of the whole table that a seat may see at some time.
fn shown(table: &History, seat: Seat) -> Vec<Gauge> {
    let mut all = table.view(seat).gauges(table.scenario());
    all.retain(|gauge| !matches!(gauge.scope(), Scope::Domain(..)));
    all
}

fn is_in_tenths(gauge: Gauge) -> bool {
    gauge == Gauge::Gains
}

fn eyes(table: &History, seat: Seat, shown: &[Gauge], texts: &mut Texts) -> Vec<Eyes> {
    let name = |of| seat_name(table.deck(), of);
    let now = table.seen(seat);
    let mut all = vec![Eyes {
        id: "now",
        name: match seat {
            Seat::WhiteCell => "everything".to_owned(),
            seat => format!("what {} may know now", name(seat)),
        },
        steps: steps(table, seat, shown, &now, texts),
    }];
    let then: Vec<Seat> = match seat {
        Seat::WhiteCell => Seat::ALL
            .into_iter()
            .filter(|of| *of != Seat::WhiteCell)
            .filter(|of| *of != Seat::Europe || table.view(seat).has_europe)
            .collect(),
        // What another seat keeps to itself, such as its private notes, stays out of this one's file.
        seat => vec![seat],
    };
    all.extend(then.into_iter().map(|of| {
        let numbers = table.moments().iter().map(|moment| moment.entry.number);
        let seen = numbers.filter_map(|number| table.entry_seen(number, number, of));
        Eyes {
            id: of.word(),
            name: format!("{}, as it knew then", name(of)),
            steps: steps(table, of, shown, &seen.collect::<Vec<Seen>>(), texts),
        }
    }));
    all
}

fn steps(
    table: &History,
    seat: Seat,
    shown: &[Gauge],
    seen: &[Seen],
    texts: &mut Texts,
) -> Vec<Step> {
    let moments = [None].into_iter().chain(seen.iter().map(Some));
    moments
        .map(|seen| step(table, seat, shown, seen, texts))
        .collect()
}

fn step(
    table: &History,
    seat: Seat,
    shown: &[Gauge],
    seen: Option<&Seen>,
    texts: &mut Texts,
) -> Step {
    let (deck, scenario) = (table.deck(), table.scenario());
    let entry = seen.map_or(EntryNumber::STARTEX, |seen| seen.number);
    let view = table.view_at(entry, seat);
    let visible = view.gauges(scenario);
    let level = |gauge: &Gauge| visible.contains(gauge).then(|| view.get(*gauge));
    let domains = scenario.domains.placed().map(|(place, _)| {
        let now = view.domain(scenario, place);
        let line = now.crossing;
        (
            now.dependence,
            now.leverage,
            now.capacity,
            now.strain,
            line,
            now.breached,
        )
    });
    Step {
        entry,
        move_number: seen.map_or(0, |seen| seen.move_number),
        phase: seen.map_or_else(
            || "STARTEX".to_owned(),
            |seen| phase_name(deck, seen.phase).to_owned(),
        ),
        told: seen.map(|seen| told(table, seen)),
        gauges: shown.iter().map(level).collect(),
        domains: domains.collect(),
        stability: view.get(Gauge::Stability),
        heading: view.supported,
        signs: signs_at(table, &view, entry)
            .into_iter()
            .map(|sign| texts.place(sign))
            .collect(),
        table: on_table(table, &view)
            .into_iter()
            .map(|(title, text)| (texts.place(title), texts.place(text)))
            .collect(),
    }
}

/// What lies on the table: demands that wait for their ruling, and an offer that waits for its answer.
fn on_table(table: &History, view: &View) -> Vec<(String, String)> {
    let cards = &table.deck().text.cards;
    let offered = view.open_offer().map(|offer| {
        let card = &cards[offer.card];
        (card.title.clone(), card.offered().to_owned())
    });
    let tabled = view.tabled.iter().map(|tabled| {
        let card = &cards[tabled.demand.card];
        (card.title.clone(), card.text.clone())
    });
    offered.into_iter().chain(tabled).collect()
}

fn told(table: &History, seen: &Seen) -> Told {
    let deck = table.deck();
    Told {
        seat: seen.seat.word(),
        who: seat_name(deck, seen.seat).to_owned(),
        hand: hand_words(&seen.by),
        at: plain(&seen.at),
        sentence: seen.sentence.clone(),
        rationale: seen.rationale.clone(),
        confidence: seen.confidence,
        dissent: seen.dissent.clone(),
        corrected: seen.corrected,
        undone: seen.undone,
        changes: seen
            .changes
            .iter()
            .map(|change| {
                (
                    gauge_name(deck, change.gauge),
                    change.from,
                    change.to,
                    reason_words(deck, change.reason),
                    is_in_tenths(change.gauge),
                )
            })
            .collect(),
    }
}

fn remark(annotation: &Annotation) -> Remark {
    Remark {
        entry: annotation.entry,
        author: person_words(&annotation.author),
        kind: match annotation.kind {
            AnnotationKind::Bookmark => "bookmark",
            AnnotationKind::Glyph => "glyph",
            AnnotationKind::Comment | AnnotationKind::Withdrawal => "comment",
        },
        text: plain(&annotation.text),
    }
}
