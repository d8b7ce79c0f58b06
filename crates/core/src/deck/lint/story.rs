//! Finds pieces of an ending's story that can never be told, and parts that stay silent.

use super::reach::{Ladder, impossible};
use crate::deck::check::{Findings, at};
use crate::deck::raw::RawDeck;
use crate::deck::raw::ending::{Piece, Story};
use crate::model::choice::{Ending, MeasureKind};

/// Looks through the pieces.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    let Some(story) = &raw.story else {
        findings.value(
            "missing-text",
            &at!["ending"],
            "there is no `[story]`: every session of an ending is told alike".to_owned(),
            "add `[story]` and pieces that say what happened".to_owned(),
        );
        return;
    };
    let ladder = Ladder::new(raw);
    for (place, piece) in raw.piece.iter().enumerate() {
        if let Some(why) = never(raw, &ladder, piece).or_else(|| shadowed(raw, story, place, piece))
        {
            findings.value(
                "never-told",
                &at!["piece", place],
                format!("`{}` can never be told: {why}", piece.id),
                "change its conditions, its place, or take it out".to_owned(),
            );
        }
    }
    for (place, part) in story.parts.iter().enumerate() {
        let told = |ending: &Ending| {
            let mut pieces = raw.piece.iter().filter(|piece| piece.part == *part);
            pieces.any(|piece| piece.endings.is_empty() || piece.endings.contains(ending))
        };
        let silent: Vec<&str> = Ending::ALL
            .iter()
            .filter(|ending| !told(ending))
            .map(|ending| ending.word())
            .collect();
        if !silent.is_empty() {
            findings.value(
                "missing-piece",
                &at!["story", "parts", place],
                format!("`{part}` has nothing to tell after {}", silent.join(", ")),
                "add a piece that suits, or name these endings in one".to_owned(),
            );
        }
    }
}

/// Why the conditions of a piece can never hold together, if they cannot.
fn never(raw: &RawDeck, ladder: &Ladder<'_>, piece: &Piece) -> Option<String> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    if let Some((_, why)) = impossible(&piece.at_least, &piece.at_most)
        .into_iter()
        .next()
    {
        return Some(why);
    }
    if let Some(id) = piece.given.iter().find(|id| ladder.never_given(id)) {
        return Some(format!("`{id}` can never be given"));
    }
    let crossings = piece.crossings.unwrap_or(0).max(count(piece.crossed.len()));
    if piece.crossings_at_most.is_some_and(|most| most < crossings) {
        return Some("as many lines must have been crossed, and must not".to_owned());
    }
    if crossings > count(raw.domain.len()) {
        return Some(format!(
            "there are only {} lines to cross",
            raw.domain.len()
        ));
    }
    if piece
        .most_given
        .is_some_and(|most| most < count(piece.given.len()))
    {
        return Some("it wants more cards given than it allows".to_owned());
    }
    let longest = raw.session.moves + raw.session.moves_spread;
    let demands = longest * raw.session.demands;
    let counted = [
        ("accepted", piece.accepted, demands),
        ("hedges", piece.hedges, demands),
        ("punished", piece.punished, demands),
        ("holds", piece.holds, longest),
        (
            "offers_taken",
            piece.offers_taken,
            longest / (raw.offer.wait + 1) + 1,
        ),
        ("crises_passed", piece.crises_passed, longest / 2),
    ];
    for (key, least, most) in counted {
        if least.is_some_and(|least| least > most) {
            return Some(format!("`{key}` reaches {most} at most"));
        }
    }
    let offered = raw.card.iter().any(|card| card.offer || card.own);
    if piece.offers_taken.is_some() && (!offered || raw.ask.is_empty()) {
        return Some("nothing is ever offered".to_owned());
    }
    europe(raw, piece, longest)
}

fn europe(raw: &RawDeck, piece: &Piece, longest: i64) -> Option<String> {
    let wanted = |kind: &&MeasureKind| piece.measures.of(**kind).is_some();
    if piece.no_europe == Some(true) {
        if piece.planned == Some(true) || MeasureKind::ALL.iter().any(|kind| wanted(&kind)) {
            return Some("it wants nobody in the seat, and something done there".to_owned());
        }
        return None;
    }
    let least: i64 = MeasureKind::ALL
        .iter()
        .filter_map(|kind| piece.measures.of(*kind))
        .sum();
    if least > longest {
        return Some(format!(
            "there are {longest} moves, and one measure in each"
        ));
    }
    for kind in MeasureKind::ALL.iter().filter(wanted) {
        if !raw.measure.iter().any(|measure| measure.kind == *kind) {
            return Some(format!("there is no measure of the kind {kind}"));
        }
    }
    if piece.planned == Some(true) {
        let planned = |ending: &Ending| {
            let plans = raw
                .measure
                .iter()
                .filter(|one| one.kind == MeasureKind::Prepare);
            plans.into_iter().any(|plan| plan.ending == Some(*ending))
        };
        let named = &piece.endings;
        let endings = if named.is_empty() {
            Ending::ALL
        } else {
            named.as_slice()
        };
        if !endings.iter().any(planned) {
            return Some("there is no plan for the endings that it names".to_owned());
        }
    }
    None
}

/// Why earlier pieces of its part always take a piece's place, if they do.
fn shadowed(raw: &RawDeck, story: &Story, place: usize, piece: &Piece) -> Option<String> {
    let most = story.most.get(&piece.part).copied().unwrap_or(1);
    if most == 0 {
        return Some(format!("no piece of `{}` is told", piece.part));
    }
    let earlier = raw
        .piece
        .iter()
        .take(place)
        .filter(|other| other.part == piece.part);
    let mut before = earlier.filter(|other| is_implied(other, piece));
    let last = before.nth(usize::try_from(most - 1).unwrap_or(usize::MAX))?;
    Some(format!(
        "`{}`, which stands before it, is always told in its place",
        last.id
    ))
}

/// Whether a piece is told whenever another could be.
fn is_implied(weaker: &Piece, stronger: &Piece) -> bool {
    let reaches = |least: Option<i64>, other: Option<i64>| {
        least.is_none_or(|least| other.is_some_and(|other| other >= least))
    };
    let stays = |most: Option<i64>, other: Option<i64>| {
        most.is_none_or(|most| other.is_some_and(|other| other <= most))
    };
    let within = |ids: &[String], others: &[String]| ids.iter().all(|id| others.contains(id));
    let same = |flag: Option<bool>, other: Option<bool>| flag.is_none() || flag == other;
    let endings = weaker.endings.is_empty()
        || !stronger.endings.is_empty()
            && stronger
                .endings
                .iter()
                .all(|ending| weaker.endings.contains(ending));
    let measures = MeasureKind::ALL.iter();
    endings
        && within(&weaker.given, &stronger.given)
        && within(&weaker.crossed, &stronger.crossed)
        && stays(weaker.most_given, stronger.most_given)
        && reaches(weaker.crossings, stronger.crossings)
        && stays(weaker.crossings_at_most, stronger.crossings_at_most)
        && reaches(weaker.accepted, stronger.accepted)
        && reaches(weaker.hedges, stronger.hedges)
        && reaches(weaker.punished, stronger.punished)
        && reaches(weaker.holds, stronger.holds)
        && reaches(weaker.offers_taken, stronger.offers_taken)
        && reaches(weaker.crises_passed, stronger.crises_passed)
        && reaches(weaker.grievance_above, stronger.grievance_above)
        && same(weaker.no_europe, stronger.no_europe)
        && same(weaker.planned, stronger.planned)
        && measures
            .into_iter()
            .all(|kind| reaches(weaker.measures.of(*kind), stronger.measures.of(*kind)))
        && weaker.at_least.0.iter().all(|bound| {
            let mut others = stronger.at_least.0.iter();
            others.any(|other| other.word == bound.word && other.value >= bound.value)
        })
        && weaker.at_most.0.iter().all(|bound| {
            let mut others = stronger.at_most.0.iter();
            others.any(|other| other.word == bound.word && other.value <= bound.value)
        })
}
