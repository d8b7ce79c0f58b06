//! Checks the length of a session, the menu and effort.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;
use crate::model::luck::LONGEST_SESSION;

/// Checks that a session of this deck can be set up and played to its end.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    length(raw, findings);
    menu(raw, findings);
    effort(raw, findings);
    date(raw, findings);
}

fn length(raw: &RawDeck, findings: &mut Findings<'_>) {
    let (moves, spread) = (at!["session", "moves"], at!["session", "moves_spread"]);
    let session = &raw.session;
    if !findings.sound(&[moves, spread.clone()]) {
        return;
    }
    let most = i64::from(LONGEST_SESSION);
    if session.moves_spread >= session.moves {
        findings.value(
            "spread-too-large",
            &spread,
            format!(
                "with a spread of {} around {} moves a session could end before it begins",
                session.moves_spread, session.moves
            ),
            format!("at most {}; 0 for a fixed length", session.moves - 1),
        );
    } else if session.moves + session.moves_spread > most {
        findings.value(
            "session-too-long",
            &spread,
            format!(
                "with a spread of {} around {} moves a session could last longer than {most}",
                session.moves_spread, session.moves
            ),
            format!("at most {}", most - session.moves),
        );
    }
}

fn menu(raw: &RawDeck, findings: &mut Findings<'_>) {
    let menu = at!["session", "menu"];
    if raw.session.menu.rungs + raw.session.menu.wild == 0 {
        findings.value(
            "empty-menu",
            &menu,
            "with neither rungs nor wild cards there is never anything to demand".to_owned(),
            "one rung a domain and three wild cards are usual".to_owned(),
        );
    }
}

fn effort(raw: &RawDeck, findings: &mut Findings<'_>) {
    let rules = &raw.session.effort;
    let cheapest = raw.intensity.iter().map(|intensity| intensity.effort).min();
    let cheapest = cheapest.unwrap_or(0);
    let mut compared: Vec<Path> = (0..raw.intensity.len())
        .map(|place| at!["intensity", place, "effort"])
        .collect();
    let effort = at!["session", "effort"];
    compared.extend([
        effort.clone(),
        at!["session", "moves"],
        at!["session", "moves_spread"],
    ]);
    let longest = raw.session.moves + raw.session.moves_spread;
    let most = rules.start + rules.gain * (longest - 1);
    if findings.sound(&compared) && cheapest > most {
        findings.value(
            "effort-too-small",
            &effort,
            format!(
                "the cheapest demand costs {cheapest} effort, and there are never more than {most}"
            ),
            "more effort, or a cheaper intensity".to_owned(),
        );
    }
    for (place, pair) in raw.intensity.windows(2).enumerate() {
        let [softer, harder] = pair else { continue };
        let at = at!["intensity", place + 1, "effort"];
        let other = at!["intensity", place, "effort"];
        if findings.sound(&[at.clone(), other]) && harder.effort < softer.effort {
            findings.value(
                "effort-order",
                &at,
                format!(
                    "`{}` costs less effort than the softer `{}`",
                    cut(&harder.id),
                    cut(&softer.id)
                ),
                format!("at least {}", softer.effort),
            );
        }
    }
}

fn date(raw: &RawDeck, findings: &mut Findings<'_>) {
    let (part, year) = (at!["deck", "start_part"], at!["deck", "moves_per_year"]);
    let in_year = raw.deck.moves_per_year.unwrap_or(1);
    let first = raw.deck.start_part.unwrap_or(1);
    if findings.sound(&[part.clone(), year]) && first > in_year {
        findings.value(
            "start-part",
            &part,
            format!("the first move is number {first} of a year, and a year has {in_year}"),
            format!("at most {in_year}, or other `moves_per_year`"),
        );
    }
}
