//! Builds the texts of a deck from its raw form.

use super::{
    About, ActText, Briefing, CardText, ConditionText, DeckText, DomainText, EndingText, EventText,
    Figure, NameText, Precedent, Question, Research, Source, fallback,
};
use crate::deck::plain::{paragraphs, plain};
use crate::deck::raw::{RawDeck, card, place, reading};
use crate::engine::at::{At as _, CardAt, DomainAt, Listed};
use crate::engine::choice::{Ending, FollowUp, Inducement, Intensity, Response};

fn line(text: Option<&String>) -> String {
    text.map(|text| plain(text).trim().to_owned())
        .unwrap_or_default()
}

fn running(text: Option<&String>) -> String {
    text.map(|text| paragraphs(text)).unwrap_or_default()
}

fn or(text: String, fallback: &str) -> String {
    if text.is_empty() {
        fallback.to_owned()
    } else {
        text
    }
}

fn list(items: &[String]) -> Vec<String> {
    items.iter().map(|item| paragraphs(item)).collect()
}

fn number(number: Option<i64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}

impl DeckText {
    /// The texts of a raw deck that passed all checks.
    pub(in crate::deck) fn new(raw: &RawDeck) -> Self {
        let domains = domains(&raw.domain);
        Self {
            about: about(raw),
            patron: plain(&raw.deck.patron),
            client: plain(&raw.deck.client),
            observer: plain(&raw.deck.observer),
            conditions: raw.condition.iter().map(condition).collect(),
            cards: cards(raw, &domains),
            domains,
            events: raw.event.iter().map(event).collect(),
            responses: responses(raw),
            follow_ups: follow_ups(raw),
            hold: act(&raw.follow_up.hold, fallback::HOLD),
            intensities: raw
                .intensity
                .iter()
                .zip(Intensity::ALL)
                .map(|(raw, word)| {
                    name(
                        raw.name.as_ref(),
                        raw.text.as_ref(),
                        fallback::intensity(*word),
                    )
                })
                .collect(),
            inducements: raw
                .inducement
                .iter()
                .zip(Inducement::ALL)
                .map(|(raw, word)| {
                    name(
                        raw.name.as_ref(),
                        raw.text.as_ref(),
                        fallback::inducement(*word),
                    )
                })
                .collect(),
            endings: endings(raw),
            patron_briefing: briefing(raw.briefing.patron.as_ref()),
            client_briefing: briefing(raw.briefing.client.as_ref()),
            observer_briefing: briefing(raw.briefing.observer.as_ref()),
            questions: raw.question.iter().map(question).collect(),
            research: raw.research.iter().map(research).collect(),
            sources: raw.source.iter().map(source).collect(),
        }
    }
}

fn about(raw: &RawDeck) -> About {
    let head = &raw.deck;
    About {
        title: plain(&head.title),
        subtitle: line(head.subtitle.as_ref()),
        summary: running(head.summary.as_ref()),
        version: line(head.version.as_ref()),
        date: line(head.date.as_ref()),
        language: line(head.language.as_ref()),
        duration: line(head.duration.as_ref()),
        disclaimer: running(head.disclaimer.as_ref()),
        credits: list(&head.credits),
        setting: line(head.setting.as_ref()),
        move_label: or(line(head.move_label.as_ref()), "move"),
        start_year: number(head.start_year),
        moves_per_year: number(head.moves_per_year),
        artificialities: list(&head.artificialities),
    }
}

fn condition(raw: &place::Condition) -> ConditionText {
    let name = plain(&raw.name);
    ConditionText {
        short: or(line(raw.short.as_ref()), &fallback::short(&name, 10)),
        name,
        text: running(raw.text.as_ref()),
    }
}

fn domains(raw: &[place::Domain]) -> Listed<DomainAt, DomainText> {
    let mut taken: Vec<String> = raw.iter().map(|d| line(d.code.as_ref())).collect();
    raw.iter()
        .enumerate()
        .map(|(place, domain)| {
            let name = plain(&domain.name);
            if taken[place].is_empty() {
                taken[place] = fallback::domain_code(&name, &taken);
            }
            DomainText {
                short: or(line(domain.short.as_ref()), &fallback::short(&name, 14)),
                name,
                code: taken[place].clone(),
                text: running(domain.text.as_ref()),
                baseline: domain.baseline.iter().map(figure).collect(),
                patron_red_lines: list(&domain.patron_red_lines),
                client_red_lines: list(&domain.client_red_lines),
                restraint: running(domain.restraint.as_ref()),
            }
        })
        .collect()
}

fn figure(raw: &place::Figure) -> Figure {
    Figure {
        figure: paragraphs(&raw.figure),
        source: raw.source.as_ref().map(|id| plain(id)),
    }
}

fn cards(raw: &RawDeck, domains: &Listed<DomainAt, DomainText>) -> Listed<CardAt, CardText> {
    let mut taken: Vec<String> = raw.card.iter().map(|c| line(c.code.as_ref())).collect();
    for (place, card) in raw.card.iter().enumerate() {
        if !taken[place].is_empty() {
            continue;
        }
        let domain = raw.domain.iter().position(|d| d.id == card.domain);
        let code = domain.map_or("?", |d| domains[DomainAt::new(d)].code.as_str());
        let earlier = raw.card.iter().take(place);
        let mut number = 1 + earlier.filter(|c| c.domain == card.domain).count();
        while taken.contains(&format!("{code}{number}")) {
            number += 1;
        }
        taken[place] = format!("{code}{number}");
    }
    raw.card
        .iter()
        .zip(taken)
        .map(|(c, code)| card_text(c, code))
        .collect()
}

fn card_text(raw: &card::Card, code: String) -> CardText {
    CardText {
        title: plain(&raw.title),
        code,
        severity: raw
            .severity
            .unwrap_or_else(|| fallback::severity(raw.red_line_weight)),
        text: running(raw.text.as_ref()),
        patron_gain: running(raw.patron_gain.as_ref()),
        client_cost: running(raw.client_cost.as_ref()),
        horizon: raw.horizon,
        precedent: raw.precedent.as_ref().map(precedent),
        tags: raw.tags.iter().map(|tag| plain(tag)).collect(),
    }
}

fn precedent(raw: &card::Precedent) -> Precedent {
    Precedent {
        label: raw.label,
        date: line(raw.date.as_ref()),
        text: running(raw.text.as_ref()),
        source: raw.source.as_ref().map(|id| plain(id)),
    }
}

fn event(raw: &card::Event) -> EventText {
    EventText {
        title: plain(&raw.title),
        text: running(raw.text.as_ref()),
        why: running(raw.why.as_ref()),
        precedent: raw.precedent.as_ref().map(precedent),
        tags: raw.tags.iter().map(|tag| plain(tag)).collect(),
    }
}

/// What responses and follow-ups of every shape have to read.
pub(super) trait Spoken {
    /// Name, text, the patron's voice and the client's.
    fn words(&self) -> [Option<&String>; 4];
}

macro_rules! spoken {
    ($($type:ident)*) => {$(
        impl Spoken for crate::deck::raw::act::$type {
            fn words(&self) -> [Option<&String>; 4] {
                [&self.name, &self.text, &self.patron_voice, &self.client_voice].map(Option::as_ref)
            }
        }
    )*};
}

spoken!(Response Deflect Hedge Reward Pocket Punish BackDown Hold);

fn act(raw: &impl Spoken, fallback: (&str, &str)) -> ActText {
    let [name, text, patron, client] = raw.words();
    ActText {
        name: or(line(name), fallback.0),
        text: or(running(text), fallback.1),
        patron_voice: running(patron),
        client_voice: running(client),
    }
}

fn responses(raw: &RawDeck) -> Vec<ActText> {
    let raw = &raw.response;
    let of = |response| match response {
        Response::Accept => act(&raw.accept, fallback::response(response)),
        Response::Conditions => act(&raw.conditions, fallback::response(response)),
        Response::Partial => act(&raw.partial, fallback::response(response)),
        Response::Stall => act(&raw.stall, fallback::response(response)),
        Response::Deflect => act(&raw.deflect, fallback::response(response)),
        Response::Hedge => act(&raw.hedge, fallback::response(response)),
        Response::Refuse => act(&raw.refuse, fallback::response(response)),
    };
    Response::ALL.iter().copied().map(of).collect()
}

fn follow_ups(raw: &RawDeck) -> Vec<ActText> {
    let raw = &raw.follow_up;
    let of = |follow_up| match follow_up {
        FollowUp::Pocket => act(&raw.pocket, fallback::follow_up(follow_up)),
        FollowUp::Reward => act(&raw.reward, fallback::follow_up(follow_up)),
        FollowUp::Punish => act(&raw.punish, fallback::follow_up(follow_up)),
        FollowUp::BackDown => act(&raw.back_down, fallback::follow_up(follow_up)),
    };
    FollowUp::ALL.iter().copied().map(of).collect()
}

fn name(name: Option<&String>, text: Option<&String>, fallback: (&str, &str)) -> NameText {
    NameText {
        name: or(line(name), fallback.0),
        text: or(running(text), fallback.1),
    }
}

fn endings(raw: &RawDeck) -> Vec<EndingText> {
    let raw = &raw.ending;
    let of = |ending| {
        let (title, text) = match ending {
            Ending::Rupture => (&raw.rupture.title, &raw.rupture.text),
            Ending::Vassalage => (&raw.vassalage.title, &raw.vassalage.text),
            Ending::Entente => (&raw.entente.title, &raw.entente.text),
            Ending::Managed => (&raw.managed.title, &raw.managed.text),
            Ending::Drift => (&raw.drift.title, &raw.drift.text),
        };
        let NameText { name: title, text } =
            name(title.as_ref(), text.as_ref(), fallback::ending(ending));
        EndingText { title, text }
    };
    Ending::ALL.iter().copied().map(of).collect()
}

fn briefing(raw: Option<&reading::Briefing>) -> Briefing {
    raw.map(|raw| Briefing {
        text: paragraphs(&raw.text),
        aims: list(&raw.aims),
        constraints: list(&raw.constraints),
        knows: list(&raw.knows),
        watch: list(&raw.watch),
    })
    .unwrap_or_default()
}

fn question(raw: &reading::Question) -> Question {
    Question {
        id: raw.id.clone(),
        text: paragraphs(&raw.text),
        about: line(raw.about.as_ref()),
    }
}

fn research(raw: &reading::Research) -> Research {
    Research {
        id: raw.id.clone(),
        issue: paragraphs(&raw.issue),
        question: paragraphs(&raw.question),
        evidence: paragraphs(&raw.evidence),
    }
}

fn source(raw: &reading::Source) -> Source {
    Source {
        id: plain(&raw.id),
        title: plain(&raw.title),
        publisher: line(raw.publisher.as_ref()),
        date: line(raw.date.as_ref()),
        address: line(raw.address.as_ref()),
        grade: raw.grade,
    }
}
