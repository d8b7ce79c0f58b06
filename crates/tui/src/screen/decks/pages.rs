//! What there is to read in a deck, page by page.

use ratatui::style::Style;

use crate::screen::briefing;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::deck::text::{Briefing, Label, Precedent, Severity};
use unequal_core::deck::{Deck, paragraphs};
use unequal_core::engine::seat::Seat;
use unequal_session::telling::{gauge_name, signed};

/// A section of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The decks themselves.
    Decks,
    /// The fields of the partnership.
    Domains,
    /// The cards.
    Demands,
    /// What may happen.
    Injects,
    /// What the seats read, and the questions of the debriefing.
    Briefings,
    /// Where the facts come from.
    Sources,
}

/// All sections, in order.
pub(super) const SECTIONS: [Section; 6] = [
    Section::Decks,
    Section::Domains,
    Section::Demands,
    Section::Injects,
    Section::Briefings,
    Section::Sources,
];

impl Section {
    /// Its name.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Decks => "Decks",
            Self::Domains => "Domains",
            Self::Demands => "Demands",
            Self::Injects => "Injects",
            Self::Briefings => "Briefings",
            Self::Sources => "Sources",
        }
    }
}

/// A page: its line in the list, and what is to be read.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The line in the list.
    pub(super) title: String,
    /// Its style there.
    pub(super) style: Style,
    /// The text.
    pub(super) pieces: Vec<Piece>,
    /// Words to be found by that are not in the text.
    tags: Vec<String>,
}

impl Page {
    fn new(title: String, theme: &Theme, pieces: Vec<Piece>) -> Self {
        Self {
            title,
            style: theme.text,
            pieces,
            tags: Vec::new(),
        }
    }

    /// Whether each of the words, in small letters, stands somewhere on the page.
    pub(super) fn has(&self, words: &str) -> bool {
        let mut text = self.title.to_lowercase();
        for piece in &self.pieces {
            match piece {
                Piece::Heading(part, _)
                | Piece::Text(part)
                | Piece::Aside(part)
                | Piece::Point(part) => {
                    text.push('\n');
                    text += &part.to_lowercase();
                }
                Piece::Gap => {}
            }
        }
        for tag in &self.tags {
            text.push('\n');
            text += &tag.to_lowercase();
        }
        words.split_whitespace().all(|word| text.contains(word))
    }
}

/// The page of a deck as a whole.
pub(super) fn about(deck: &Deck, theme: &Theme) -> Page {
    let about = &deck.text.about;
    let rules = &deck.scenario.session;
    let mut pieces = vec![Piece::Heading(about.title.clone(), theme.title)];
    let mut under = Vec::new();
    for text in [&about.subtitle, &about.setting, &about.duration] {
        if !text.is_empty() {
            under.push(text.clone());
        }
    }
    if !under.is_empty() {
        pieces.push(Piece::Aside(under.join(" · ")));
    }
    text_piece(&mut pieces, &about.summary);
    pieces.push(Piece::Gap);
    let scenario = &deck.scenario;
    pieces.push(Piece::Point(format!(
        "{} moves, {} domains, {} demands, {} injects",
        rules.moves,
        scenario.domains.len(),
        scenario.cards.len(),
        scenario.events.len()
    )));
    let bots: Vec<&str> = scenario
        .policies
        .iter()
        .map(|policy| policy.name.as_str())
        .collect();
    pieces.push(Piece::Point(format!("bots: {}", bots.join(", "))));
    list(
        &mut pieces,
        "What all sides accept for the exercise",
        &about.artificialities,
        theme,
    );
    list(&mut pieces, "Made by", &about.credits, theme);
    if !about.disclaimer.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Aside(about.disclaimer.clone()));
    }
    Page::new(about.title.clone(), theme, pieces)
}

/// The pages of a section of a deck.
pub(super) fn pages(deck: &Deck, section: Section, theme: &Theme) -> Vec<Page> {
    match section {
        Section::Decks => vec![about(deck, theme)],
        Section::Domains => (0..deck.scenario.domains.len())
            .map(|at| domain(deck, at, theme))
            .collect(),
        Section::Demands => (0..deck.scenario.cards.len())
            .map(|at| card(deck, at, theme))
            .collect(),
        Section::Injects => (0..deck.scenario.events.len())
            .map(|at| event(deck, at, theme))
            .collect(),
        Section::Briefings => briefings(deck, theme),
        Section::Sources => sources(deck, theme),
    }
}

fn domain(deck: &Deck, at: usize, theme: &Theme) -> Page {
    let (text, rules) = (&deck.text.domains[at], &deck.scenario.domains[at]);
    let mut pieces = vec![
        Piece::Heading(text.name.clone(), theme.title),
        Piece::Aside(format!(
            "dependence {} · can offer {} · red line {}, strain {} at STARTEX",
            rules.dependence, rules.capacity, rules.red_line, rules.strain
        )),
    ];
    text_piece(&mut pieces, &text.text);
    let figures: Vec<String> = text
        .baseline
        .iter()
        .map(|figure| match &figure.source {
            Some(source) => format!("{} [{source}]", figure.figure),
            None => figure.figure.clone(),
        })
        .collect();
    list(&mut pieces, "State of play", &figures, theme);
    let patron = format!("What {} will not stand", deck.text.patron);
    list(&mut pieces, &patron, &text.patron_red_lines, theme);
    let client = format!("What {} will not stand", deck.text.client);
    list(&mut pieces, &client, &text.client_red_lines, theme);
    headed(
        &mut pieces,
        &format!("What holds {} back", deck.text.patron),
        &text.restraint,
        theme,
    );
    Page::new(text.name.clone(), theme, pieces)
}

fn card(deck: &Deck, at: usize, theme: &Theme) -> Page {
    let (text, rules) = (&deck.text.cards[at], &deck.scenario.cards[at]);
    let severity = match text.severity {
        Severity::Mild => "mild",
        Severity::Firm => "firm",
        Severity::Severe => "severe",
    };
    let domain = &deck.text.domains[rules.domain];
    let mut pieces = vec![
        Piece::Heading(format!("{} {}", text.code, text.title), theme.title),
        Piece::Aside(format!("{} · {severity}", domain.name)),
    ];
    if !text.text.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(format!("“{}”", paragraphs(&text.text))));
    }
    headed(
        &mut pieces,
        &format!("What {} gains", deck.text.patron),
        &text.patron_gain,
        theme,
    );
    headed(
        &mut pieces,
        &format!("What it costs {}", deck.text.client),
        &text.client_cost,
        theme,
    );
    precedent(&mut pieces, text.precedent.as_ref(), theme);
    pieces.push(Piece::Gap);
    pieces.push(Piece::Aside(format!(
        "gain {} · autonomy −{} · capacity −{} · red-line weight {} · lock-in {}",
        rules.gain, rules.autonomy_cost, rules.capacity_need, rules.red_line_weight, rules.lock_in
    )));
    let mut page = Page::new(format!("{} {}", text.code, text.title), theme, pieces);
    page.tags.clone_from(&text.tags);
    page
}

fn event(deck: &Deck, at: usize, theme: &Theme) -> Page {
    let (text, rules) = (&deck.text.events[at], &deck.scenario.events[at]);
    let mut pieces = vec![Piece::Heading(text.title.clone(), theme.title)];
    text_piece(&mut pieces, &text.text);
    headed(&mut pieces, "Why it matters", &text.why, theme);
    if !rules.change.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Heading("What it moves".to_owned(), theme.title));
        for (gauge, by) in &rules.change {
            pieces.push(Piece::Point(format!(
                "{} {}",
                gauge_name(deck, *gauge),
                signed(*by)
            )));
        }
    }
    precedent(&mut pieces, text.precedent.as_ref(), theme);
    let mut page = Page::new(text.title.clone(), theme, pieces);
    page.tags.clone_from(&text.tags);
    page
}

fn briefings(deck: &Deck, theme: &Theme) -> Vec<Page> {
    let mut pages: Vec<Page> = [Seat::Patron, Seat::Client, Seat::Observer]
        .into_iter()
        .filter_map(|seat| {
            let text: &Briefing = deck.text.briefing(seat)?;
            let pieces = briefing::pieces(deck, text, seat, theme);
            let mut page = Page::new(deck.text.seat_name(seat).to_owned(), theme, pieces);
            page.style = theme.seat(seat);
            Some(page)
        })
        .collect();
    if !deck.text.questions.is_empty() {
        let mut pieces = vec![Piece::Heading(
            "Questions for the hot wash".to_owned(),
            theme.title,
        )];
        for question in &deck.text.questions {
            pieces.push(Piece::Gap);
            pieces.push(Piece::Text(question.text.clone()));
            if !question.about.is_empty() {
                pieces.push(Piece::Aside(question.about.clone()));
            }
        }
        pages.push(Page::new(
            "Questions for the hot wash".to_owned(),
            theme,
            pieces,
        ));
    }
    if !deck.text.research.is_empty() {
        let mut pieces = vec![Piece::Heading(
            "Questions for research".to_owned(),
            theme.title,
        )];
        for research in &deck.text.research {
            pieces.push(Piece::Gap);
            pieces.push(Piece::Text(research.question.clone()));
            if !research.evidence.is_empty() {
                pieces.push(Piece::Aside(format!("Evidence: {}", research.evidence)));
            }
        }
        pages.push(Page::new(
            "Questions for research".to_owned(),
            theme,
            pieces,
        ));
    }
    pages
}

fn sources(deck: &Deck, theme: &Theme) -> Vec<Page> {
    deck.text
        .sources
        .iter()
        .map(|source| {
            let grade = source.grade.map(|grade| format!("grade {grade:?}"));
            let under: Vec<String> = [
                Some(source.publisher.clone()),
                Some(source.date.clone()),
                grade,
            ]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
            let pieces = vec![
                Piece::Heading(source.title.clone(), theme.title),
                Piece::Aside(under.join(" · ")),
                Piece::Gap,
                Piece::Text(source.address.clone()),
            ];
            Page::new(format!("{} {}", source.id, source.title), theme, pieces)
        })
        .collect()
}

fn precedent(pieces: &mut Vec<Piece>, precedent: Option<&Precedent>, theme: &Theme) {
    let Some(precedent) = precedent else {
        return;
    };
    let label = match precedent.label {
        Label::Fact => "Precedent (established)",
        Label::Claim => "Precedent (claimed)",
        Label::Leak => "Precedent (from a leak)",
        Label::None => "No precedent is known",
    };
    let mut text = precedent.sourced();
    if !precedent.date.is_empty() {
        text = format!("{}: {text}", precedent.date);
    }
    headed(pieces, label, &text, theme);
}

fn text_piece(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(text.to_owned()));
    }
}

fn headed(pieces: &mut Vec<Piece>, heading: &str, text: &str, theme: &Theme) {
    if text.is_empty() {
        return;
    }
    pieces.push(Piece::Gap);
    pieces.push(Piece::Heading(heading.to_owned(), theme.title));
    pieces.push(Piece::Text(text.to_owned()));
}

fn list(pieces: &mut Vec<Piece>, heading: &str, points: &[String], theme: &Theme) {
    if points.is_empty() {
        return;
    }
    pieces.push(Piece::Gap);
    pieces.push(Piece::Heading(heading.to_owned(), theme.title));
    pieces.extend(points.iter().cloned().map(Piece::Point));
}
