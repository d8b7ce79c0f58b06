//! A whole session of the main deck in the smallest usual terminal, by somebody who knows only what the screen shows: all
//! that is to be decided on, and all that each choice may come to, can be read on it.

use std::collections::BTreeSet;

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::view::View;
use unequal_partners::model::choice::{Demand, Reply, Response};
use unequal_partners::model::follow_up::legal_follow_ups;
use unequal_partners::model::gauge::{Gauge, Scope};
use unequal_partners::session::Setup;
use unequal_partners::session::telling::{signed, signed_tenths};
use unequal_partners::tui::goal::Goal;
use unequal_partners::tui::harness::Play;

/// A text without blanks: where lines were broken does not matter.
fn close(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The lines inside a page, the frame and the signs that more lies there left out.
fn lines(screen: &str) -> Vec<String> {
    let framed = screen.lines().filter_map(|line| line.strip_prefix('│'));
    let inside = framed.map(|line| line.trim_end_matches('│').trim_end());
    inside
        .map(|line| line.trim_end_matches(['↑', '↓']).trim().to_owned())
        .collect()
}

/// The line under the cursor.
fn chosen(screen: &str) -> Option<String> {
    let mut lines = lines(screen).into_iter();
    lines.find(|line| line.starts_with("› "))
}

/// What stands on the page below the choices.
fn read(screen: &str) -> Vec<String> {
    let lines = lines(screen);
    let at = lines.iter().position(|line| line.starts_with("› "));
    let table = lines.iter().skip(at.unwrap_or(0));
    let below = table.skip_while(|line| !line.is_empty()).skip(1);
    below.cloned().collect()
}

/// All that there is to read while a line is chosen, from the top to the end, each line once.
fn read_on(play: &mut Play, first: &str) -> String {
    let mut all = read(first);
    let goes_on = |screen: &str| {
        let footer = screen.lines().last().unwrap_or_default();
        footer.contains("pgdn")
    };
    let mut screen = first.to_owned();
    for _ in 0..60 {
        if !goes_on(&screen) {
            break;
        }
        play.keys("<pgdn>");
        screen = play.screen();
        let page = read(&screen);
        if chosen(&screen) != chosen(first) || all.ends_with(&page) {
            break;
        }
        let overlaps = (0..=page.len().min(all.len())).rev();
        let same = |rows: &usize| all[all.len() - rows..] == page[..*rows];
        let overlap = overlaps.into_iter().find(same).unwrap_or(0);
        all.extend_from_slice(&page[overlap..]);
    }
    let top = lines(first).join(" ");
    close(&format!("{top} {}", all.join(" ")))
}

/// Goes through all lines of a page's table; gives each with all that can be read of it.
fn read_all(play: &mut Play, known: &BTreeSet<String>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    play.keys("<home>");
    for place in 0..60 {
        if place > 0 {
            play.keys("<down>");
        }
        let screen = play.screen();
        let line = chosen(&screen).unwrap_or_else(|| panic!("nothing is chosen:\n{screen}"));
        if found.last().is_some_and(|(last, _)| *last == line) {
            break;
        }
        let text = if known.contains(&code(&line)) {
            String::new()
        } else {
            read_on(play, &screen)
        };
        found.push((line, text));
    }
    play.keys("<home>");
    found
}

/// The code of the card in a line of a table: `› 3 EC4 Fixed-formula …`.
fn code(line: &str) -> String {
    let words = line.trim_start_matches("› ").split_whitespace();
    let mut words = words.skip_while(|word| word.chars().all(|c| c.is_ascii_digit() || c == '✗'));
    words.next().unwrap_or_default().to_owned()
}

/// A change as it stands in a text, without the name of its domain.
fn change(deck: &Deck, gauge: Gauge, by: i64) -> String {
    let word = match gauge.scope() {
        Scope::Whole("gains") => return close(&format!("gains {}", signed_tenths(by))),
        Scope::Whole(word) => word.replace('_', " "),
        Scope::Condition(at) => deck.text.conditions[at].short.clone(),
        Scope::Domain(_, part) => part.to_string(),
    };
    close(&format!("{word} {}", signed(by)))
}

/// What a page has to tell, and does not.
struct Missed<'a> {
    deck: &'a Deck,
    found: Vec<String>,
}

impl Missed<'_> {
    fn look(&mut self, on: &str, text: &str, wanted: &str) {
        if !wanted.is_empty() && !text.contains(&close(wanted)) {
            self.found.push(format!("{on}: {wanted}"));
        }
    }

    /// A card is read to its end.
    fn card(&mut self, on: &str, text: &str) {
        let mut cards = self.deck.text.cards.iter();
        let Some(card) = cards.find(|card| card.code == code(on)) else {
            return;
        };
        let precedent = card.precedent.as_ref();
        let precedent = precedent.map_or("", |precedent| precedent.text.as_str());
        for wanted in [&card.text, &card.patron_gain, &card.client_cost, precedent] {
            self.look(on, text, wanted);
        }
    }

    /// All that the dice may make of a reply is told.
    fn bands(&mut self, on: &str, text: &str, view: &View, demand: Demand, reply: Reply) {
        let preview = view.preview(&self.deck.scenario, demand, reply);
        for (odds, result) in preview.odds.into_iter().zip(&preview.results) {
            if odds == 0 {
                continue;
            }
            self.look(on, text, &format!("{odds} of 36"));
            self.look(on, text, &format!("{} % of", result.delivered));
            let at_once = |(gauge, _): &&(Gauge, i64)| *gauge == Gauge::Stability;
            let word = match result.changes.iter().find(at_once) {
                // Where stability itself moves, that has its name.
                Some(_) => "heading",
                None => "stability",
            };
            if word == "stability" || result.supported != 0 {
                self.look(on, text, &format!("{word} {}", signed(result.supported)));
            }
            for (gauge, by) in &result.changes {
                if !gauge.is_europes() {
                    self.look(on, text, &change(self.deck, *gauge, *by));
                }
            }
        }
    }
}

/// What the seat at the screen sees.
fn view(play: &Play) -> std::sync::Arc<View> {
    let place = play.stack.sitting.place.as_ref().unwrap();
    std::sync::Arc::clone(&place.sight().view)
}

/// Reads all answers to a demand, and what may follow each.
fn read_answers(play: &mut Play, missed: &mut Missed<'_>) {
    let view = view(play);
    let demand = view.open_demand().unwrap();
    let deck = missed.deck;
    let card = &deck.text.cards[demand.card];
    let domain = &deck.text.domains[deck.scenario.card(demand.card).domain];
    let rows = read_all(play, &BTreeSet::new());
    // Below the seven stands the line for an answer in own words.
    let (own, answers) = rows.split_last().unwrap();
    assert!(own.0.contains("In our own words"), "{own:?}");
    assert_eq!(answers.len(), Response::ALL.len(), "{rows:?}");
    for (response, (line, text)) in Response::ALL.iter().zip(answers) {
        let on = &format!("{}, {line}", card.code);
        missed.look(on, text, &deck.text.response(*response).text);
        missed.look(on, text, &card.text);
        missed.look(on, text, &card.client_cost);
        for red_line in &domain.client_red_lines {
            missed.look(on, text, red_line);
        }
        missed.look(on, text, "100 % is the whole of");
        let note = [
            "can be given",
            "to pay for it",
            "or not at all",
            "one of",
            "one card",
        ];
        if note.iter().any(|note| line.contains(note)) {
            continue;
        }
        missed.bands(on, text, &view, demand, Reply::plain(*response));
        for choice in legal_follow_ups(demand.intensity, *response) {
            missed.look(on, text, &deck.text.follow_up(*choice).text);
        }
    }
    let deflect = Response::Deflect.index() + 1;
    play.keys(&format!("{deflect}<enter>"));
    if play.screen().contains("What is given instead?") {
        for (line, text) in read_all(play, &BTreeSet::new()) {
            missed.card(&line, &text);
            let instead = deck.text.cards.placed();
            let mut instead = instead.filter(|(_, card)| card.code == code(&line));
            let reply = Reply::deflect(instead.next().unwrap().0);
            missed.bands(&line, &text, &view, demand, reply);
        }
        play.keys("<esc>");
    }
}

/// Reads all follow-ups.
fn read_follow_ups(play: &mut Play, missed: &mut Missed<'_>) {
    let view = view(play);
    let deck = missed.deck;
    let exchange = *view.open_exchange().unwrap();
    let all = legal_follow_ups(exchange.demand.intensity, exchange.reply.response);
    let rows = read_all(play, &BTreeSet::new());
    assert_eq!(rows.len(), all.len(), "{rows:?}");
    for (choice, (line, text)) in all.iter().zip(&rows) {
        missed.look(line, text, &deck.text.follow_up(*choice).text);
        let expected = view.preview_follow_up(&deck.scenario, *choice).unwrap();
        for (gauge, by) in &expected.changes {
            missed.look(line, text, &change(deck, *gauge, *by));
        }
    }
}

#[test]
fn all_that_is_decided_on_in_a_whole_session_can_be_read_in_a_small_terminal() {
    let main = &shipped()[0];
    let deck = Deck::from_text(main.id, main.text).unwrap();
    let mut play = Play::new(&Setup::of_people("Table 1", 7)).unwrap();
    play.resize(80, 24);
    play.stack.sitting.curtain = false;
    let mut missed = Missed {
        deck: &deck,
        found: Vec::new(),
    };
    // The cards that were read, as demands and as offers: once is enough.
    let (mut demanded, mut offered) = (BTreeSet::new(), BTreeSet::new());
    let (mut answered, mut followed) = (0, 0);
    for pressed in 0..2000 {
        if play.stack.bare_screen() == Some(Goal::End) {
            break;
        }
        assert!(pressed < 1999, "it does not end:\n{}", play.screen());
        let screen = play.screen();
        let footer = screen.lines().last().unwrap_or_default();
        if footer.contains("table a demand") {
            // The menu, card by card.
            play.keys("<enter>");
            for (line, text) in read_all(&mut play, &demanded) {
                if demanded.insert(code(&line)) {
                    missed.card(&line, &text);
                }
            }
            let hard = ["1", "3", "2", "4"][answered % 4];
            play.keys(&format!("{}<enter>{hard}<enter>", answered % 3 + 1));
            if play.stack.sitting.notice.is_some() {
                play.keys("1<enter>");
            }
            play.keys("<c-s>");
        } else if footer.contains("choose an offer") {
            play.keys("<enter>");
            for (line, text) in read_all(&mut play, &offered) {
                if offered.insert(code(&line)) {
                    let mut cards = deck.text.cards.iter();
                    let card = cards.find(|card| card.code == code(&line)).unwrap();
                    missed.look(&line, &text, card.offered());
                }
            }
            play.keys("<esc><end><enter><c-s>");
        } else if footer.contains("⏎ answer") {
            play.keys("<enter>");
            read_answers(&mut play, &mut missed);
            answered += 1;
            play.keys(&format!("{}<enter>", answered % 7 + 1));
            if play.stack.sitting.notice.is_some() {
                play.keys("4<enter>");
            }
            while !play.screen().contains("the reasons") {
                play.keys("<enter>");
            }
            play.keys("<c-s>");
        } else if footer.contains("⏎ follow up") {
            play.keys("<enter>");
            read_follow_ups(&mut play, &mut missed);
            followed += 1;
            play.keys("<enter><c-s>");
        } else if footer.contains("^S") {
            play.keys("<c-s>");
        } else {
            play.keys("<enter>");
        }
    }
    assert!(missed.found.is_empty(), "{}", missed.found.join("\n"));
    assert!(
        answered >= 3 && followed >= 3,
        "{answered} answers, {followed} follow-ups"
    );
    assert!(
        demanded.len() >= 9 && offered.len() >= 9,
        "{demanded:?} {offered:?}"
    );
}
