//! Checks that what is referred to exists.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::check::nearest::instead;
use crate::deck::raw::RawDeck;
use crate::deck::raw::cited::Cited;
use crate::deck::raw::numbers::Numbers;
use crate::deck::text::Subject;
use crate::model::gauge::{Gauge, Part};

/// Checks every reference of a deck, but those to policies.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    let known = Known::new(raw, findings);
    domains(raw, &known, findings);
    cards(raw, &known, findings);
    gauges(raw, &known, findings);
    sources(raw, &known, findings);
    timeline(raw, &known, findings);
}

/// What a reference must find, for each kind; none where the ids of the kind are themselves in doubt.
struct Known<'a> {
    conditions: Kind<'a>,
    domains: Kind<'a>,
    cards: Kind<'a>,
    asks: Kind<'a>,
    sources: Kind<'a>,
    parts: Kind<'a>,
}

struct Kind<'a> {
    code: &'static str,
    noun: &'static str,
    ids: Option<Vec<&'a str>>,
}

impl<'a> Known<'a> {
    fn new(raw: &'a RawDeck, findings: &Findings<'_>) -> Self {
        let kind = |code, noun, list, ids: Vec<&'a str>| Kind {
            code,
            noun,
            ids: findings.ids_sound(list, ids.len()).then_some(ids),
        };
        let parts = raw.story.as_ref().map(|story| &story.parts);
        let parts = parts.map(|parts| parts.iter().map(String::as_str).collect());
        Self {
            conditions: kind(
                "unknown-condition",
                "condition",
                "condition",
                raw.condition.iter().map(|one| one.id.as_str()).collect(),
            ),
            domains: kind(
                "unknown-domain",
                "domain",
                "domain",
                raw.domain.iter().map(|one| one.id.as_str()).collect(),
            ),
            cards: kind(
                "unknown-card",
                "card",
                "card",
                raw.card.iter().map(|one| one.id.as_str()).collect(),
            ),
            asks: kind(
                "unknown-ask",
                "ask",
                "ask",
                raw.ask.iter().map(|one| one.id.as_str()).collect(),
            ),
            sources: kind(
                "unknown-source",
                "source",
                "source",
                raw.source.iter().map(|one| one.id.as_str()).collect(),
            ),
            parts: Kind {
                code: "unknown-part",
                noun: "part",
                ids: parts.filter(|_| findings.sound(&[at!["story"]])),
            },
        }
    }
}

impl Kind<'_> {
    /// Tells that an id leads nowhere, if it does.
    fn find(&self, findings: &mut Findings<'_>, at: &Path, id: &str) {
        let Some(ids) = self.ids.as_ref().filter(|ids| !ids.contains(&id)) else {
            return;
        };
        findings.value(
            self.code,
            at,
            format!("there is no {} `{}`", self.noun, cut(id)),
            instead(id, &format!("{}s", self.noun), ids),
        );
    }

    fn find_all(&self, findings: &mut Findings<'_>, list: &Path, ids: &[String]) {
        for (place, id) in ids.iter().enumerate() {
            self.find(findings, &list.to(place), id);
        }
    }
}

fn domains(raw: &RawDeck, known: &Known<'_>, findings: &mut Findings<'_>) {
    for (place, domain) in raw.domain.iter().enumerate() {
        let leverage = at!["domain", place, "leverage"];
        for (key, _) in domain.leverage.iter() {
            let Some(ids) = known
                .conditions
                .ids
                .as_ref()
                .filter(|ids| !ids.contains(&key))
            else {
                continue;
            };
            findings.key(
                known.conditions.code,
                &leverage.to(key.to_owned()),
                format!("there is no condition `{}`", cut(key)),
                instead(key, "conditions", ids),
            );
        }
    }
    let domains = &known.domains;
    for (place, card) in raw.card.iter().enumerate() {
        domains.find(findings, &at!["card", place, "domain"], &card.domain);
    }
    for (place, measure) in raw.measure.iter().enumerate() {
        if let Some(domain) = &measure.domain {
            domains.find(findings, &at!["measure", place, "domain"], domain);
        }
    }
    domains.find(findings, &at!["market", "domain"], &raw.market.domain);
    let presence = at!["europe", "presence_domain"];
    domains.find(findings, &presence, &raw.europe.presence_domain);
    for (place, piece) in raw.piece.iter().enumerate() {
        domains.find_all(findings, &at!["piece", place, "crossed"], &piece.crossed);
    }
}

fn cards(raw: &RawDeck, known: &Known<'_>, findings: &mut Findings<'_>) {
    let cards = &known.cards;
    for (place, card) in raw.card.iter().enumerate() {
        let here = at!["card", place];
        cards.find_all(findings, &here.to("requires"), &card.requires);
        cards.find_all(findings, &here.to("excludes"), &card.excludes);
        known
            .asks
            .find_all(findings, &here.to("wants"), &card.wants);
    }
    for (place, event) in raw.event.iter().enumerate() {
        let here = at!["event", place];
        cards.find_all(findings, &here.to("given"), &event.given);
        cards.find_all(findings, &here.to("not_given"), &event.not_given);
    }
    for (place, piece) in raw.piece.iter().enumerate() {
        let here = at!["piece", place];
        cards.find_all(findings, &here.to("given"), &piece.given);
        known.parts.find(findings, &here.to("part"), &piece.part);
    }
    for (key, _) in raw.story.iter().flat_map(|story| story.most.iter()) {
        let at = at!["story", "most", key.to_owned()];
        known.parts.find(findings, &at, key);
    }
}

/// The words of all gauges of a deck.
pub(in crate::deck) fn gauge_words(raw: &RawDeck) -> Vec<String> {
    let mut words: Vec<String> = raw.condition.iter().map(|c| c.id.clone()).collect();
    let globals = Gauge::globals_and_gains().chain(Gauge::EUROPES);
    let globals = globals.filter_map(Gauge::global_word);
    words.extend(globals.map(str::to_owned));
    for domain in &raw.domain {
        words.extend(Part::ALL.iter().map(|part| format!("{}.{part}", domain.id)));
    }
    words
}

fn gauges(raw: &RawDeck, known: &Known<'_>, findings: &mut Findings<'_>) {
    if known.domains.ids.is_none() || known.conditions.ids.is_none() {
        return;
    }
    let all = gauge_words(raw);
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let europes: Vec<&str> = Gauge::EUROPES
        .into_iter()
        .filter_map(Gauge::global_word)
        .collect();
    let shared: Vec<&str> = (all.iter().copied())
        .filter(|word| !europes.contains(word))
        .collect();
    for (place, ask) in raw.ask.iter().enumerate() {
        words(findings, &at!["ask", place, "change"], &ask.change, &shared);
    }
    for (place, event) in raw.event.iter().enumerate() {
        let here = at!["event", place];
        words(findings, &here.to("change"), &event.change, &shared);
        words(findings, &here.to("at_least"), &event.at_least, &shared);
        words(findings, &here.to("at_most"), &event.at_most, &shared);
    }
    for (place, measure) in raw.measure.iter().enumerate() {
        let here = at!["measure", place];
        words(findings, &here.to("change"), &measure.change, &all);
        words(findings, &here.to("works"), &measure.works, &all);
        words(findings, &here.to("backfires"), &measure.backfires, &all);
        words(findings, &here.to("leaks"), &measure.leaks, &all);
    }
    for (place, piece) in raw.piece.iter().enumerate() {
        let here = at!["piece", place];
        words(findings, &here.to("at_least"), &piece.at_least, &all);
        words(findings, &here.to("at_most"), &piece.at_most, &all);
    }
}

fn words<const LEAST: i64, const MOST: i64>(
    findings: &mut Findings<'_>,
    table: &Path,
    numbers: &Numbers<LEAST, MOST>,
    known: &[&str],
) {
    let unknown = |word: &str| !known.contains(&word);
    for number in numbers.0.iter().filter(|number| unknown(&number.word)) {
        let word = &number.word;
        findings.key(
            "unknown-gauge",
            &number.at(table),
            format!("there is no condition or gauge `{}`", cut(word)),
            instead(word, "known", known),
        );
    }
}

fn sources(raw: &RawDeck, known: &Known<'_>, findings: &mut Findings<'_>) {
    let mut cite = |at: Path, cited: Option<&Cited>| {
        let Some(cited) = cited else { return };
        if cited.listed {
            known.sources.find_all(findings, &at, &cited.ids);
        } else if let [id] = cited.ids.as_slice() {
            known.sources.find(findings, &at, id);
        }
    };
    for (place, domain) in raw.domain.iter().enumerate() {
        for (figure, row) in domain.baseline.iter().enumerate() {
            let at = at!["domain", place, "baseline", figure, "source"];
            cite(at, row.source.as_ref());
        }
    }
    for (at, precedent) in super::reading::precedents(raw) {
        cite(at.to("source"), precedent.source.as_ref());
    }
    for (place, entry) in raw.timeline.iter().enumerate() {
        cite(at!["timeline", place, "source"], entry.source.as_ref());
    }
}

fn timeline(raw: &RawDeck, known: &Known<'_>, findings: &mut Findings<'_>) {
    let (Some(domains), Some(conditions)) = (&known.domains.ids, &known.conditions.ids) else {
        return;
    };
    let europe = std::iter::once("europe");
    let subjects = domains.iter().chain(conditions).copied().chain(europe);
    let subjects: Vec<&str> = subjects.collect();
    for (place, entry) in raw.timeline.iter().enumerate() {
        if Subject::from_word(raw, &entry.about).is_none() {
            findings.value(
                "unknown-subject",
                &at!["timeline", place, "about"],
                format!("there is no domain or condition `{}`", cut(&entry.about)),
                instead(&entry.about, "known", &subjects),
            );
        }
    }
}
