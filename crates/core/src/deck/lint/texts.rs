//! Finds texts that are missing, and texts that are too long to be read at the table.

use crate::deck::check::{Findings, Path, at};
use crate::deck::plain::paragraphs;
use crate::deck::raw::RawDeck;
use crate::model::choice::Ending;

/// Looks through the texts of a deck.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    let mut desk = Desk { findings };
    desk.entry(
        &at!["deck"],
        &[
            ("summary", raw.deck.summary.as_ref(), 90),
            ("disclaimer", raw.deck.disclaimer.as_ref(), 200),
        ],
    );
    for (place, condition) in raw.condition.iter().enumerate() {
        desk.entry(
            &at!["condition", place],
            &[("text", condition.text.as_ref(), 90)],
        );
    }
    for (place, domain) in raw.domain.iter().enumerate() {
        desk.entry(
            &at!["domain", place],
            &[("text", domain.text.as_ref(), 150)],
        );
    }
    for (place, card) in raw.card.iter().enumerate() {
        let here = at!["card", place];
        let texts = [
            ("text", card.text.as_ref(), 90),
            ("patron_gain", card.patron_gain.as_ref(), 50),
            ("client_cost", card.client_cost.as_ref(), 50),
        ];
        desk.entry(&here, &texts);
        if card.offer || card.own {
            desk.entry(&here, &[("offer_text", card.offer_text.as_ref(), 70)]);
        }
        desk.title(&here.to("title"), &card.title);
    }
    for (place, ask) in raw.ask.iter().enumerate() {
        let texts = [
            ("text", ask.text.as_ref(), 50),
            ("patron_view", ask.patron_view.as_ref(), 40),
        ];
        desk.entry(&at!["ask", place], &texts);
    }
    for (place, event) in raw.event.iter().enumerate() {
        let texts = [
            ("text", event.text.as_ref(), 90),
            ("why", event.why.as_ref(), 50),
        ];
        desk.entry(&at!["event", place], &texts);
        desk.title(&at!["event", place, "title"], &event.title);
    }
    measures(raw, &mut desk);
    for ending in Ending::ALL {
        let text = raw.ending.of(*ending).text;
        desk.entry(&at!["ending", ending.word()], &[("text", text, 120)]);
    }
    for (place, piece) in raw.piece.iter().enumerate() {
        desk.entry(&at!["piece", place], &[("text", Some(&piece.text), 60)]);
    }
    briefings(raw, &mut desk);
}

fn measures(raw: &RawDeck, desk: &mut Desk<'_, '_>) {
    for (place, measure) in raw.measure.iter().enumerate() {
        let here = at!["measure", place];
        let texts = [
            ("text", measure.text.as_ref(), 60),
            ("why", measure.why.as_ref(), 40),
            ("members", measure.members.as_ref(), 40),
        ];
        desk.entry(&here, &texts);
        for (given, key, text) in [
            (&measure.works, "works_text", &measure.works_text),
            (
                &measure.backfires,
                "backfires_text",
                &measure.backfires_text,
            ),
            (&measure.leaks, "leaks_text", &measure.leaks_text),
        ] {
            if !given.0.is_empty() {
                desk.entry(&here, &[(key, text.as_ref(), 40)]);
            }
        }
        desk.title(&here.to("title"), &measure.title);
    }
    if !raw.measure.is_empty() {
        let europe = &raw.europe;
        let texts = [
            ("unity_text", europe.unity_text.as_ref(), 60),
            ("exposure_text", europe.exposure_text.as_ref(), 60),
            ("compliance_text", europe.compliance_text.as_ref(), 60),
        ];
        desk.entry(&at!["europe"], &texts);
    }
}

fn briefings(raw: &RawDeck, desk: &mut Desk<'_, '_>) {
    let seats = [
        ("patron", &raw.briefing.patron),
        ("client", &raw.briefing.client),
        ("observer", &raw.briefing.observer),
    ];
    for (seat, briefing) in seats {
        let at = at!["briefing", seat];
        match briefing {
            Some(briefing) => {
                desk.entry(&at, &[("text", Some(&briefing.text), 400)]);
                if briefing.aims_in_numbers.is_empty() {
                    desk.missing(&at, "there is no `aims_in_numbers`");
                }
            }
            None => desk.missing(&at, &format!("the {seat} has no briefing")),
        }
    }
    if raw.question.is_empty() {
        desk.missing(&at!["question"], "there is no question for the debriefing");
    }
}

struct Desk<'a, 'b> {
    findings: &'a mut Findings<'b>,
}

impl Desk<'_, '_> {
    /// Looks at the texts of one entry, each with the words it may have.
    fn entry(&mut self, at: &Path, texts: &[(&'static str, Option<&String>, usize)]) {
        let empty = |text: Option<&String>| text.is_none_or(|text| text.trim().is_empty());
        let missing: Vec<String> = texts
            .iter()
            .filter(|(_, text, _)| empty(*text))
            .map(|(key, ..)| format!("`{key}`"))
            .collect();
        if !missing.is_empty() {
            self.missing(at, &format!("there is no {}", missing.join(", no ")));
        }
        for (key, text, most) in texts {
            let words = text.map_or(0, |text| paragraphs(text).split_whitespace().count());
            if words > *most {
                self.findings.value(
                    "overlong-text",
                    &at.to(*key),
                    format!("this text has {words} words"),
                    format!("at most {most} can be read at the table"),
                );
            }
        }
    }

    fn missing(&mut self, at: &Path, message: &str) {
        let help = "people at the table will miss it".to_owned();
        self.findings
            .value("missing-text", at, message.to_owned(), help);
    }

    fn title(&mut self, at: &Path, title: &str) {
        const MOST: usize = 60;
        let length = title.chars().count();
        if length > MOST {
            self.findings.value(
                "overlong-title",
                at,
                format!("this title has {length} characters"),
                format!("on a narrow screen {MOST} are shown"),
            );
        }
    }
}
