//! Words that reports share: notices, units, bands, acts that were not taken.

pub(super) mod room;

use crate::report::Aar;
use crate::report::model::{Knowledge, Material, PollLine, ResearchLine, SessionFacts, SourceLine};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::engine::choice::{Band, Inducement};
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::scenario::Scenario;

/// What every report says of itself.
pub(super) const NOTICE: &str = "This is a record of what people decided in an exercise and why. \
It is not a forecast, and stability is a judgement with a spread, not a score to be won.";

/// The unit of a gauge.
pub(super) const fn unit(gauge: Gauge) -> &'static str {
    match gauge {
        Gauge::Gains => "tenths of a point",
        _ => "points, 0 to 100",
    }
}

/// A band in words.
pub(super) const fn band_words(band: Band) -> &'static str {
    match band {
        Band::Slip => "slip",
        Band::AsOffered => "as offered",
        Band::Hold => "hold",
    }
}

/// How many of something, with its noun: `1 demand`, `3 demands`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// Items of a sentence: `a`, `a and b`, `a, b and c`.
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// An act that could have been chosen, in a few words: `Press “Joint patrols”, with a modest inducement`.
pub fn option_words(deck: &Deck, scenario: &Scenario, act: &Action) -> String {
    let text = &deck.text;
    match act {
        Action::Hold => text.hold.name.clone(),
        Action::Demand {
            card,
            intensity,
            inducement,
        } => {
            let title = scenario
                .card_index(card)
                .map_or_else(|| plain(card), |card| text.cards[card].title.clone());
            let promise = match inducement {
                Inducement::None => String::new(),
                other => format!(", inducement: {}", text.inducement(*other).name),
            };
            format!("{}: “{title}”{promise}", text.intensity(*intensity).name)
        }
        Action::Respond { response, to, .. } => {
            let to = to.as_deref().and_then(|id| scenario.domain_index(id));
            let to = to.map_or_else(String::new, |domain| {
                format!(": {}", text.domains[domain].name)
            });
            format!("{}{to}", text.response(*response).name)
        }
        Action::FollowUp { choice } => text.follow_up(*choice).name.clone(),
        other => other.word().to_owned(),
    }
}

/// A number with one decimal and a sign: `+3.2`, `−0.4`.
pub fn signed_tenth(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    if rounded > 0.0 {
        format!("+{rounded:.1}")
    } else if rounded < 0.0 {
        format!("−{:.1}", -rounded)
    } else {
        "±0.0".to_owned()
    }
}

/// What the list of research questions says of itself.
pub(super) const RESEARCH_NOTE: &str = "Acts are tied to a question by words that it shares with the \
deck’s names and tags. Whether they answer it is for people to judge.";

/// What a side knew, a fact a line.
pub(super) fn known_facts(known: &Knowledge) -> Vec<String> {
    let mut facts = vec![format!(
        "stability {}, outlook {}",
        known.stability, known.outlook
    )];
    if let Some(event) = &known.event {
        facts.push(format!("event of the move: {event}"));
    }
    if let Some(hand) = &known.hand {
        facts.push(format!("could table: {}", listed(hand)));
    }
    if let Some(effort) = known.effort {
        facts.push(format!("effort {effort}"));
    }
    if let Some(line) = &known.red_line {
        let truth = match line.known {
            Some(at) => format!("known to lie at {at}"),
            None => "where it truly lies unknown".to_owned(),
        };
        facts.push(format!(
            "{}: strain {}, red line declared at {}, {truth}",
            line.domain, line.strain, line.declared
        ));
    }
    if let Some([slip, offered, hold]) = known.odds {
        facts.push(format!(
            "odds in 36 rolls: slip {slip}, as offered {offered}, hold {hold}"
        ));
    }
    facts
}

/// What ties a question to acts, with how many came with a reason.
pub(super) fn tied(line: &ResearchLine) -> String {
    match line.material {
        Material::Untied => "; no word of it names anything in the deck: look by hand".to_owned(),
        Material::None => format!("; tied by: {}", line.tied_by.join(", ")),
        Material::Some | Material::Thin => format!(
            "; {}, {} with a reason; tied by: {}",
            count(line.acts.len(), "act", "acts"),
            line.with_reasons,
            line.tied_by.join(", ")
        ),
    }
}

/// A move, as a heading.
pub(super) fn move_words(move_number: u32) -> String {
    match move_number {
        0 => "Turn zero, a rehearsal whose effects were thrown away".to_owned(),
        number => format!("Move {number}"),
    }
}

/// What the list of estimates says of itself.
pub(super) const ESTIMATES_NOTE: &str = "Everybody's own probability, entered before anybody saw \
another's. The Brier score is the square of how far it was from what happened: 0 is best, 0.25 is \
what always saying 50 % gets, 1 is worst. A handful of questions says little about anybody.";

/// What came of a question for estimates.
pub(super) fn settled(poll: &PollLine) -> String {
    let answered = count(poll.answered, "estimate", "estimates");
    let mean = poll.mean.map_or_else(
        || ", not revealed".to_owned(),
        |mean| format!(", mean {}", percent(mean)),
    );
    let spread = poll
        .spread
        .filter(|_| poll.answered > 1)
        .map_or_else(String::new, |spread| {
            format!(
                ", median {}, from {} to {} %",
                percent(spread.median),
                spread.lowest,
                spread.highest
            )
        });
    let missing = match poll.missing.as_slice() {
        [] => String::new(),
        names => format!("; none from {}", listed(names)),
    };
    let not_blind = if poll.seen_before {
        " They had been revealed once and that was taken back: what came after was not blind."
    } else {
        ""
    };
    let came = match (poll.happened, poll.brier) {
        (Some(happened), brier) => format!(
            "; it {}{}",
            if happened {
                "happened"
            } else {
                "did not happen"
            },
            brier.map_or_else(String::new, |brier| format!(
                ", mean Brier score {brier:.2}"
            ))
        ),
        (None, _) => "; not resolved".to_owned(),
    };
    let grounds = poll
        .grounds
        .as_ref()
        .map_or_else(String::new, |grounds| format!(" ({grounds})"));
    format!("{answered}{mean}{spread}{missing}{came}{grounds}.{not_blind}")
}

/// A share in percent, rounded.
pub(super) fn percent(share: f64) -> String {
    format!("{share:.0} %")
}

/// What is missing, a gap a line.
pub(super) fn gap_lines(aar: &Aar) -> Vec<String> {
    let gaps = &aar.gaps;
    let mut lines = Vec::new();
    if gaps.decisions == 0 {
        lines.push("No decision was made by people, so none could be explained.".to_owned());
    } else {
        lines.push(format!(
            "Of {} by people, {} came without a reason; {} with a stated confidence, {} with a dissent.",
            count(gaps.decisions, "decision", "decisions"),
            gaps.without_reason.len(),
            gaps.with_confidence,
            gaps.with_dissent
        ));
    }
    lines.push(if gaps.silent_domains.is_empty() {
        "Something was demanded in every domain.".to_owned()
    } else {
        format!("Nothing was demanded in {}.", listed(&gaps.silent_domains))
    });
    if !gaps.open_questions.is_empty() {
        lines.push(format!(
            "Research questions with no or thin material: {}.",
            listed(&gaps.open_questions)
        ));
    }
    lines.extend(room::gap_lines(gaps));
    lines
}

/// How the session was played and which record it is, a fact a line.
pub(super) fn played(session: &SessionFacts) -> Vec<String> {
    let mut lines = session.options.clone();
    let version = match session.deck_version.as_str() {
        "" => String::new(),
        version => format!(", version {version}"),
    };
    lines.push(format!(
        "deck {}{version}, hash {}",
        session.deck, session.deck_hash
    ));
    lines.push(format!(
        "rules {}, begun with version {} of the program",
        session.rules, session.program
    ));
    lines.push(format!(
        "from {} to {} (UTC)",
        session.started, session.last_entry_at
    ));
    if let Some(parent) = &session.parent {
        lines.push(format!(
            "branches off {} after entry {}",
            parent.file, parent.entry
        ));
    }
    if let Some(seed) = session.seed {
        lines.push(format!("seed {seed}"));
    }
    if let Some(digest) = &session.digest {
        lines.push(format!("digest of the record: {digest}"));
    }
    lines
}

/// A source in a line.
pub(super) fn source(source: &SourceLine) -> String {
    let grade = source
        .grade
        .as_ref()
        .map_or_else(String::new, |grade| format!(" (grade {grade})"));
    format!("{}: {}{grade} {}", source.id, source.text, source.address)
        .trim_end()
        .to_owned()
}
