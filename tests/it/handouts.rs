//! Handouts: everything of the deck is on paper, nothing is fetched, hostile text stays text.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::handout::{ALL, Handout, Printed, What, put};
use unequal_partners::model::scenario::BroughtUpBy;
use unequal_partners::session::listed::Listed;
use unequal_partners::session::{Remarks, Setup, Table};

use crate::eventful::{REFERENCE, stamp, submit};

fn text_of(deck: &Deck) -> String {
    Printed::of_deck(deck)
        .handouts()
        .into_iter()
        .map(|handout| handout.html)
        .collect()
}

#[test]
fn every_card_ask_measure_inject_and_ending_of_every_shipped_deck_is_printed() {
    for shipped in unequal_partners::deck::shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        let printed = text_of(&deck);
        let cards = deck.text.cards.iter().map(|card| &card.title);
        let events = deck.text.events.iter().map(|event| &event.title);
        let endings = deck.text.endings.iter().map(|ending| &ending.title);
        let asks = deck.text.asks.iter().map(|ask| &ask.title);
        let measures = deck.text.measures.iter().map(|measure| &measure.title);
        let all = cards.chain(events).chain(endings).chain(asks);
        for title in all.chain(measures) {
            let escaped = title.replace('&', "&amp;");
            assert!(
                printed.contains(&escaped),
                "{}: {title} is not printed",
                shipped.id
            );
        }
    }
}

#[test]
fn pages_stand_alone_and_run_nothing() {
    let shipped = &unequal_partners::deck::shipped()[0];
    let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
    for handout in Printed::of_deck(&deck).handouts() {
        for forbidden in ["<script", "<link", "src=", "@import", "url("] {
            assert!(
                !handout.html.contains(forbidden),
                "{} has {forbidden}",
                handout.name
            );
        }
        assert!(
            handout.html.starts_with("<!DOCTYPE html>"),
            "{}",
            handout.name
        );
    }
}

#[test]
fn hostile_titles_are_printed_as_text() {
    let source = REFERENCE.replace(
        "Deeper discount on pipeline gas",
        "<script>alert(1)</script>",
    );
    let deck = Deck::from_text("hostile.toml", &source).unwrap();
    let printed = text_of(&deck);
    assert!(!printed.contains("<script"));
    assert!(printed.contains("&lt;script&gt;"));
}

/// The client's page of where its red lines lie.
fn lines(papers: Vec<Handout>) -> String {
    let mut papers = papers.into_iter();
    papers.find(|paper| paper.what == What::Lines).unwrap().html
}

fn shipped(place: usize) -> Deck {
    let shipped = &unequal_partners::deck::shipped()[place];
    Deck::from_text(shipped.id, shipped.text).unwrap()
}

#[test]
fn where_the_lines_lie_is_printed_for_the_client_where_a_seed_is_named() {
    let deck = shipped(0);
    let with = |seed| lines(Printed::of_deck(&deck).seeded(seed).handouts());
    assert_ne!(with(1), with(2));
    assert!(
        !with(541_037).contains("541037"),
        "what is hidden follows from the seed"
    );
}

#[test]
fn a_session_is_printed_with_its_own_lines_and_the_people_at_its_table() {
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::unrecorded(shipped(0), &setup, &stamp(0)).unwrap();
    let join = Action::Join {
        name: "Anna Lindqvist".to_owned(),
        at: Seat::Client,
    };
    submit(
        &mut table,
        Seat::WhiteCell,
        "Eva",
        &join,
        Remarks::default(),
    );
    let papers = Printed::of_session(&table).handouts();
    let signs = papers
        .iter()
        .find(|paper| paper.what == What::Signs)
        .unwrap();
    assert!(signs.html.contains("Anna Lindqvist"));
    let client = table.view(Seat::Client);
    let page = lines(papers);
    for domain in table.scenario().domains.places() {
        let crossing = client.domain(table.scenario(), domain).crossing.unwrap();
        let cell = format!("<b>{crossing}</b>");
        assert!(page.contains(&cell), "{crossing}");
    }
}

/// The exchanges of a session on paper, as a seat gets them.
fn exchanges(table: &Table, reader: Seat) -> String {
    let papers = Printed::of_session(table).handouts_of(reader).into_iter();
    let mut own = papers
        .filter(|paper| paper.what == What::Exchanges && paper.reader == Some(reader))
        .map(|paper| paper.html);
    own.next().unwrap_or_default()
}

#[test]
fn each_exchange_is_printed_on_a_sheet_with_reasons_and_with_what_both_sides_knew() {
    let told = crate::replay::told();
    let (table, _) = Table::read(&told.path).unwrap();
    let page = exchanges(&table, Seat::WhiteCell);
    let count = table.exchange_pages(Seat::WhiteCell).len();
    assert!(count > 1);
    assert_eq!(page.matches("<section class=\"sheet\"").count(), count);
    for words in [
        "why: <q",
        "dissent: <q",
        "odds in 36 rolls",
        "knew when it asked",
        "knew when it answered",
        "did not know",
        "What it moved",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(
        exchanges(&table, Seat::Europe),
        "",
        "Europe asks for nothing"
    );
}

#[test]
fn a_side_cannot_tell_from_its_exchanges_on_paper_what_was_hidden_from_it() {
    use crate::hidden::{Hidden, another_seed, session};
    for (of, keeps_lines) in [(Seat::Patron, false), (Seat::Client, true)] {
        let one = Hidden {
            seed: 1,
            others_say: "yes",
            of,
        };
        let seeds = Hidden {
            seed: another_seed(keeps_lines),
            ..one
        };
        let reasons = Hidden {
            others_say: "quite another reason",
            ..one
        };
        let [one, seeds, reasons] = [one, seeds, reasons].map(session);
        let seen = exchanges(&one, of);
        assert!(seen.contains("Not for these eyes"), "{seen}");
        let whole = |table| exchanges(table, Seat::WhiteCell);
        assert_ne!(whole(&one), whole(&reasons), "{of:?}");
        assert!(of == Seat::Client || whole(&one) != whole(&seeds));
        for other in [&seeds, &reasons] {
            assert_eq!(seen, exchanges(other, of), "{of:?}");
        }
    }
}

/// All that is told of something, as it stands in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[test]
fn a_seat_has_no_paper_that_tells_what_is_another_seats() {
    for place in 0..unequal_partners::deck::shipped().len() {
        let deck = shipped(place);
        let with = |seed| Printed::of_deck(&deck).seeded(seed);
        let rules = &deck.scenario;
        let titles = |by: BroughtUpBy| -> Vec<String> {
            let cards = rules.cards.placed();
            let own = cards.filter(|(_, card)| card.brought_up_by == by);
            own.map(|(at, _)| deck.text.cards[at].title.clone())
                .collect()
        };
        let demands = titles(BroughtUpBy::Patron);
        let offers = titles(BroughtUpBy::Client);
        let measures: Vec<String> = deck
            .text
            .measures
            .iter()
            .map(|one| one.title.clone())
            .collect();
        let events: Vec<String> = deck
            .text
            .events
            .iter()
            .map(|one| one.title.clone())
            .collect();
        let briefing = |seat| deck.text.briefing(seat).map_or("", |one| one.text.as_str());
        for seat in [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience] {
            let hand = with(1).handouts_of(seat);
            let told: String = hand.iter().map(|paper| paper.html.as_str()).collect();
            let other: String = with(2)
                .handouts_of(seat)
                .into_iter()
                .map(|paper| paper.html)
                .collect();
            assert_eq!(
                seat == Seat::Client,
                told != other,
                "{seat} can tell seeds apart"
            );
            let hidden = [
                (Seat::Patron, &demands),
                (Seat::Client, &offers),
                (Seat::Europe, &measures),
                (Seat::WhiteCell, &events),
            ];
            for (whose, titles) in hidden {
                for title in titles.iter().filter(|_| whose != seat) {
                    let heading = format!("<h3>{}</h3>", escaped(title));
                    assert!(
                        !told.contains(&heading),
                        "{}: {seat} reads {title}",
                        rules.id
                    );
                }
                let text = briefing(whose);
                let first = text.split("\n\n").next().unwrap_or_default();
                assert!(
                    whose == seat || first.is_empty() || !told.contains(&escaped(first)),
                    "{}: {seat} reads the briefing of {whose}",
                    rules.id
                );
            }
            for paper in &hand {
                assert!(
                    paper.reader.is_none_or(|reader| reader == seat),
                    "{seat}: {}",
                    paper.name
                );
            }
        }
    }
}

#[test]
fn every_kind_of_paper_is_printed_into_the_folder_of_its_reader_and_over_nothing() {
    let deck = shipped(0);
    let folder = tempfile::tempdir().unwrap();
    let anna = Listed {
        name: "Anna".to_owned(),
        seat: Seat::Patron,
    };
    let papers = Printed::of_deck(&deck).naming(vec![anna]).handouts();
    for what in ALL {
        // Nothing has been exchanged before a session.
        let printed = papers.iter().any(|paper| paper.what == what);
        assert_eq!(printed, what != What::Exchanges, "{what:?}");
    }
    let written = put(&papers, folder.path(), false).unwrap();
    assert_eq!(written.len(), papers.len());
    assert!(folder.path().join("client/lines.html").is_file());
    assert!(folder.path().join("everybody/rules.html").is_file());
    assert!(put(&papers, folder.path(), false).is_err());
    put(&papers, folder.path(), true).unwrap();
}

/// The pages of a paper as a browser prints it.
fn pages(browser: &str, html: &std::path::Path) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("paper.pdf");
    let done = std::process::Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
        ])
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(html)
        .output()
        .unwrap();
    let bytes = std::fs::read(&pdf).unwrap_or_else(|_| panic!("{done:?}"));
    let text = String::from_utf8_lossy(&bytes);
    text.matches("/Type /Page\n")
        .count()
        .max(text.matches("/Type /Page").count() - text.matches("/Type /Pages").count())
}

#[test]
#[ignore = "needs chromium, which is not everywhere; .ci/run runs it where it is"]
fn what_belongs_on_one_page_prints_on_one_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut too_long = Vec::new();
    for place in 0..unequal_partners::deck::shipped().len() {
        let deck = shipped(place);
        for paper in Printed::of_deck(&deck).handouts() {
            let most = match paper.what {
                What::Rules | What::Lines => 1,
                // What all sides accept stands on the back.
                What::Slips => 6,
                What::Briefing | What::Signs => 2,
                _ => continue,
            };
            let html = folder
                .path()
                .join(format!("{}-{}", paper.folder, paper.name));
            std::fs::write(&html, &paper.html).unwrap();
            let printed = pages("chromium", &html);
            if printed != most {
                too_long.push(format!("{} {}: {printed}", deck.scenario.id, paper.name));
            }
        }
    }
    assert!(too_long.is_empty(), "{too_long:#?}");
}

/// Widens Times, which stands in for Georgia where that is missing, to the width of Georgia, lays a page out as wide as
/// paper, and puts the number of cards that say more than fits their frames where the title was.
const MEASURED: &str = "<style>body{padding:0 .4mm!important;width:186mm;max-width:186mm}.card p,.card dl{letter-spacing:.04em}</style>\
     <script>document.title='spilt '+[...document.querySelectorAll('.card')].filter(c=>c.scrollHeight>c.clientHeight).length</script>";

#[test]
#[ignore = "needs chromium, which is not everywhere; .ci/run runs it where it is"]
fn no_card_spills_over_its_frame_where_letters_are_as_wide_as_those_of_georgia() {
    let folder = tempfile::tempdir().unwrap();
    let html = folder.path().join("cards.html");
    for place in 0..unequal_partners::deck::shipped().len() {
        let deck = shipped(place);
        let papers = Printed::of_deck(&deck).handouts();
        for paper in papers.iter().filter(|paper| paper.html.contains("--row:")) {
            let open = paper
                .html
                .replace("default-src 'none'", "default-src 'unsafe-inline'");
            let open = open.replace("style-src", "script-src 'unsafe-inline'; style-src");
            std::fs::write(
                &html,
                open.replace("</body>", &format!("{MEASURED}</body>")),
            )
            .unwrap();
            let done = std::process::Command::new("chromium")
                .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
                .arg(&html)
                .output()
                .unwrap();
            let page = String::from_utf8_lossy(&done.stdout);
            assert!(
                page.contains("<title>spilt 0</title>"),
                "{} {}",
                deck.scenario.id,
                paper.name
            );
        }
    }
}
