//! The words that a deck gives names to, its sources, and what it fills into the words of the rules.

use super::word::{Form, Word};
use crate::telling::{count, signed};
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Grade, Source};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use unequal_core::model::scenario::Scenario;

/// A word of the deck, with the ways in which it is named.
fn named(names: &[&str], meaning: String) -> Word {
    Word {
        name: names
            .first()
            .map_or_else(String::new, |name| (*name).to_owned()),
        meaning,
        forms: names
            .iter()
            .filter(|name| !name.is_empty())
            .map(|name| Form::in_words(name))
            .collect(),
    }
}

fn joined(sentences: &[&str]) -> String {
    let told = sentences.iter().filter(|sentence| !sentence.is_empty());
    told.copied().collect::<Vec<_>>().join(" ")
}

/// What the deck gives a name.
pub(super) fn words(deck: &Deck) -> Vec<Word> {
    let (text, scenario) = (&deck.text, &deck.scenario);
    let mut words = Vec::new();
    for (response, rules) in Response::ALL.iter().zip(&scenario.responses) {
        let act = text.response(*response);
        let share = match (rules.floor, rules.offer, rules.ceiling) {
            (0, 0, 0) => "Nothing is given.".to_owned(),
            (floor, offer, ceiling) => {
                format!(
                    "It gives {offer} % of what is asked, from {floor} to {ceiling} % by the contest."
                )
            }
        };
        words.push(named(
            &[&act.name, response.word()],
            joined(&[&act.text, &share]),
        ));
    }
    for follow_up in FollowUp::ALL {
        let act = text.follow_up(*follow_up);
        words.push(named(&[&act.name, follow_up.word()], act.text.clone()));
    }
    for (intensity, rules) in Intensity::ALL.iter().zip(&scenario.intensities) {
        let said = text.intensity(*intensity);
        let costs = format!(
            "It costs {} of effort and asks for {} % of the card.",
            rules.effort, rules.scope
        );
        words.push(named(
            &[&said.name, intensity.word()],
            joined(&[&said.text, &costs]),
        ));
    }
    for inducement in Inducement::ALL
        .iter()
        .filter(|one| **one != Inducement::None)
    {
        let said = text.inducement(*inducement);
        words.push(named(&[&said.name, inducement.word()], said.text.clone()));
    }
    for ending in Ending::ALL {
        let told = text.ending(*ending);
        let mut names = vec![told.title.as_str(), told.guest_title.as_str()];
        // As words of their own these are more than an ending.
        if !matches!(ending, Ending::Managed | Ending::Drift | Ending::Capture) {
            names.push(ending.word());
        }
        words.push(named(
            &names,
            format!(
                "An ending. {} {}",
                comes(*ending, scenario, &text.client),
                told.text
            ),
        ));
    }
    for (at, condition) in text.conditions.placed() {
        let start = format!("It began at {}.", scenario.conditions[at].start);
        let told = joined(&["An outside condition.", &condition.text, &start]);
        words.push(named(&[&condition.name, &condition.short], told));
    }
    for (at, domain) in text.domains.placed() {
        let norm = usize::try_from(scenario.domains[at].restraint_norm).ok();
        let norm = norm.and_then(|place| Intensity::ALL.get(place));
        let usual =
            norm.map(|norm| format!("Up to “{}” is usual here.", text.intensity(*norm).name));
        let cards = format!("Its cards bear the letters {}.", domain.code);
        let usual = usual.unwrap_or_default();
        let told = joined(&["A domain of the partnership.", &domain.text, &cards, &usual]);
        let mut word = named(&[&domain.name, &domain.short], told);
        word.forms.push(Form::Code(domain.code.clone()));
        words.push(word);
    }
    let held = "Trust and calm grow a little, credibility falls a little, and an offer on the table is set aside.";
    words.push(named(
        &[&text.hold.name, "hold"],
        joined(&[&text.hold.text, held]),
    ));
    words.push(named(&[&text.breach.name], text.breach.text.clone()));
    words
}

/// When an ending comes (rules 17).
fn comes(ending: Ending, scenario: &Scenario, client: &str) -> String {
    let (crisis, capture) = (&scenario.crisis, &scenario.capture);
    let thresholds = &scenario.thresholds;
    let [outlook, trust, autonomy] = thresholds.entente;
    let broken = format!(
        "It comes when stability is at {} or less at the end of a move, or a crisis has lasted {}",
        crisis.break_at,
        count(crisis.break_moves, "move", "moves")
    );
    match ending {
        Ending::Rupture => format!("{broken}, and {client} can afford to leave."),
        Ending::Collapse => format!("{broken}, and {client} cannot afford to leave."),
        Ending::Capture => format!(
            "It comes when the clock of capture has run {}: it starts where autonomy is at {} or less at the end of a move, and stops at {} or in a crisis.",
            count(capture.moves, "move", "moves"),
            capture.enter,
            capture.leave
        ),
        Ending::Entente => format!(
            "It comes after the last move if outlook is at least {outlook}, trust {trust} and autonomy {autonomy}."
        ),
        Ending::Managed => format!(
            "It comes after the last move if outlook is at least {}.",
            thresholds.managed
        ),
        Ending::Drift => format!(
            "It comes after the last move if outlook is below {}.",
            thresholds.managed
        ),
    }
}

/// A source: who said it, when, and how far it can be trusted.
pub(super) fn source(source: &Source) -> Word {
    let grade = source.grade.map(|grade| {
        let words = match grade {
            Grade::A => "primary or well established",
            Grade::B => "serious, second hand",
            Grade::C => "to be read with care",
        };
        format!("Grade {}: {words}.", grade.letter())
    });
    let whose = [source.publisher.as_str(), source.date.as_str()];
    let whose: Vec<&str> = whose.into_iter().filter(|part| !part.is_empty()).collect();
    let whose = match whose.as_slice() {
        [] => String::new(),
        parts => format!("{}.", parts.join(", ")),
    };
    let state = if source.state_media {
        "State media."
    } else {
        ""
    };
    let seen = match source.seen_in_words() {
        nothing if nothing.is_empty() => nothing,
        seen => format!("Read: {seen}."),
    };
    let title = format!("“{}”.", source.title);
    let meaning = joined(&[
        &title,
        &whose,
        &grade.unwrap_or_default(),
        state,
        &seen,
        &source.address,
    ]);
    Word {
        name: source.id.clone(),
        meaning,
        forms: vec![Form::Exact(source.id.clone())],
    }
}

/// What stands in the blanks of the rules’ words.
pub(super) fn blanks(deck: &Deck) -> Vec<(&'static str, String)> {
    let (text, rules) = (&deck.text, &deck.scenario);
    let [probe, request, press, ultimatum] = &rules.intensities;
    let number = |value: i64| value.to_string();
    vec![
        ("patron", text.patron.clone()),
        ("client", text.client.clone()),
        ("europe", text.seat_name(Seat::Europe).to_owned()),
        ("capture_enter", number(rules.capture.enter)),
        ("capture_leave", number(rules.capture.leave)),
        ("capture_moves", number(rules.capture.moves)),
        ("exhausted", number(rules.grievance.exhausted_below)),
        ("exit_at", number(rules.crisis.exit_at)),
        ("close", number(rules.thresholds.entente[0])),
        ("managed", number(rules.thresholds.managed)),
        ("crisis_enter", number(rules.crisis.enter)),
        ("crisis_leave", number(rules.crisis.leave)),
        ("break_at", number(rules.crisis.break_at)),
        ("break_moves", number(rules.crisis.break_moves)),
        ("breach_stability", signed(-rules.breach.stability)),
        ("breach_resentment", number(rules.breach.resentment)),
        ("unity_start", number(rules.europe.unity.start)),
        ("unity_gain", number(rules.europe.unity.gain)),
        ("unity_max", number(rules.europe.unity.max)),
        ("effort_probe", number(probe.effort)),
        ("effort_request", number(request.effort)),
        ("effort_press", number(press.effort)),
        ("effort_ultimatum", number(ultimatum.effort)),
        ("effort_gain", number(rules.session.effort.gain)),
        ("scope_probe", number(probe.scope)),
        ("scope_request", number(request.scope)),
        ("scope_press", number(press.scope)),
        ("scope_ultimatum", number(ultimatum.scope)),
        ("limit", number(rules.contest.limit)),
        ("slip", number(rules.contest.slip_resentment)),
        ("arguments", number(rules.contest.argument_limit)),
        ("both", number(rules.crisis.both)),
        ("alone", number(rules.crisis.alone)),
        ("mediated", number(rules.crisis.mediated)),
        ("works", number(rules.europe.works_at)),
        ("backfires", number(rules.europe.backfires_at)),
        ("signal_moves", number(rules.europe.signal_moves.into())),
        ("relief", number(rules.europe.plan_relief)),
    ]
}
