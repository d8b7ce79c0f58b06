//! What is said when it is asked for: how things stand, why a gauge moved, a card, the briefing, the record.

use crate::cli::lines;
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_session::Place;
use unequal_session::presence::Present;
use unequal_session::sight::Seen;
use unequal_session::telling::{gauge_name, seat_name};

/// What can be typed.
const HELP: [&str; 11] = [
    "A number chooses. Besides, at every choice:",
    "?             how things stand",
    "why GAUGE     what moved it, newest first, such as why trust",
    "card WORDS    reads a card, by words of its title or its id",
    "brief         reads the briefing of your seat",
    "record        all entries that your seat may know",
    "note TEXT     a note in the record",
    "again         the choices again",
    "{…}           an act as a line of a script has it; the white cell can do everything so",
    "quit          leaves; the session is kept",
    "help          this",
];

/// What the white cell can type besides.
const HELP_OF_THE_WHITE_CELL: [&str; 3] = [
    "who           who sits where, and how people come from other computers",
    "let, deny     what is said to whoever asks for a seat",
    "phones        how phones come in; open, close and new-link say whether, and by which link",
];

/// What a command tells; none for what is no command.
pub(super) fn told(place: &Place, word: &str, rest: &str) -> Option<Vec<String>> {
    Some(match (word, rest.trim()) {
        ("?", _) => now(place),
        ("help" | "h", _) => {
            let more: &[&str] = match place.seat() {
                Seat::WhiteCell => &HELP_OF_THE_WHITE_CELL,
                _ => &[],
            };
            let all = HELP.iter().chain(more);
            all.map(|line| (*line).to_owned()).collect()
        }
        ("why", gauge) => why(place, gauge),
        ("card", words) => card(place, words),
        ("brief" | "briefing", _) => briefing(place),
        ("record", _) => record(place),
        _ => return None,
    })
}

/// Whose turn it is, in a line.
pub(super) fn whose_turn(place: &Place) -> String {
    let view = place.view();
    let seat = place.seat();
    let name = plain(seat_name(place.deck(), seat));
    let at = match view.move_number {
        0 => "Turn zero".to_owned(),
        number => format!("Move {number} of {}", view.moves_planned),
    };
    format!("{at}, {} phase. {name} is to act.", view.phase)
}

/// Who is waited for, in a line.
pub(super) fn waits(place: &Place) -> String {
    let turn = place.turn();
    if turn.paused {
        return "Play is paused.".to_owned();
    }
    let names = turn
        .waits_for
        .iter()
        .map(|seat| seat_name(place.deck(), *seat));
    let names: Vec<&str> = names.collect();
    let view = place.view();
    let at = match view.move_number {
        0 => "Turn zero".to_owned(),
        number => format!("Move {number} of {}", view.moves_planned),
    };
    plain(&format!(
        "{at}, {} phase. Waiting for {}.",
        view.phase,
        names.join(" and ")
    ))
}

/// Who sits where, a line each.
pub(super) fn who(place: &Place) -> Vec<String> {
    let mut told = ways_in(place);
    let present = place.present();
    if present.is_empty() {
        told.push("Nobody sits at a seat from elsewhere.".to_owned());
    }
    let line = |one: Present| {
        let seat = plain(seat_name(place.deck(), one.seat));
        let how = match &one.away {
            Some(since) => format!("away since {since}"),
            None if one.looks_on => "looks on".to_owned(),
            None if one.writing => "here, writing".to_owned(),
            None => "here".to_owned(),
        };
        format!("{seat}: {}, {how}.", one.name)
    };
    told.extend(present.into_iter().map(line));
    told
}

/// How people come to their seats from elsewhere, with the code of each seat.
pub(in crate::cli) fn ways_in(place: &Place) -> Vec<String> {
    let Some(entrance) = place.entrance() else {
        return Vec::new();
    };
    let mut told = vec![format!("The host's key is {}.", entrance.host_key)];
    told.extend(entrance.doors.iter().map(|door| {
        let seat = plain(seat_name(place.deck(), door.seat));
        format!(
            "{seat}: {}, with the code {}",
            plain(&door.command),
            door.code
        )
    }));
    told
}

/// An entry in a line, with what was said.
pub(super) fn entry(seen: &Seen) -> String {
    // The columns of the printed record are for eyes.
    let text = lines::seen(seen);
    let parts = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.collect::<Vec<_>>().join(", ")
}

fn now(place: &Place) -> Vec<String> {
    let text = lines::standing(place.deck(), place.last_number(), place.view());
    let mut said = vec![whose_turn(place)];
    said.extend(text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    }));
    if let Some(desk) = place.desk() {
        let (a, b) = desk.dice;
        let [slip, offered, hold] = desk.odds;
        said.push(format!(
            "On the desk: dice {a} and {b}. Of 36 rolls {slip} slip, {offered} as offered, {hold} hold."
        ));
    }
    said
}

fn named(place: &Place, words: &str) -> Option<Gauge> {
    let scenario = place.scenario();
    let gauges = place.view().gauges(scenario);
    let wanted = words.to_lowercase();
    let name = |gauge: Gauge| gauge_name(place.deck(), gauge).to_lowercase();
    let exact = |gauge: &&Gauge| scenario.gauge_word(**gauge) == wanted || name(**gauge) == wanted;
    let part = |gauge: &&Gauge| name(**gauge).contains(&wanted);
    let found = gauges
        .iter()
        .find(exact)
        .or_else(|| gauges.iter().find(part));
    found.copied().filter(|_| !wanted.is_empty())
}

fn why(place: &Place, words: &str) -> Vec<String> {
    let Some(gauge) = named(place, words) else {
        let gauges = place.view().gauges(place.scenario()).into_iter();
        let names: Vec<String> = gauges
            .map(|gauge| gauge_name(place.deck(), gauge))
            .collect();
        return vec![format!(
            "Which gauge? There are: {}.",
            plain(&names.join("; "))
        )];
    };
    let name = plain(&gauge_name(place.deck(), gauge));
    let mut said = vec![format!("{name} is {}.", place.view().get(gauge))];
    let lines = place.why(gauge);
    if lines.is_empty() {
        said.push("Nothing has moved it.".to_owned());
    }
    said.extend(lines.into_iter().take(12).map(|line| {
        let by = if line.by < 0 {
            format!("down by {}", -line.by)
        } else {
            format!("up by {}", line.by)
        };
        let reason = line.reason.word().replace(['-', '_'], " ");
        format!(
            "Move {}, entry {}: {by} to {}, {reason}. {}",
            line.move_number, line.number, line.to, line.sentence
        )
    }));
    said
}

fn card(place: &Place, words: &str) -> Vec<String> {
    let deck = place.deck();
    let wanted = words.to_lowercase();
    let cards = deck.scenario.cards.iter().zip(deck.text.cards.iter());
    let fits = |id: &str, title: &str| {
        !id.is_empty()
            && !wanted.is_empty()
            && (id == wanted || title.to_lowercase().contains(&wanted))
    };
    let found = cards
        .clone()
        .find(|(card, text)| fits(&card.id, &text.title));
    let Some((card, text)) = found else {
        return vec!["No card is called so.".to_owned()];
    };
    let domain = &deck.text.domains[card.domain].name;
    vec![
        format!("{}, in {domain}.", text.title),
        plain(&text.text),
        format!(
            "Worth {} to the patron. Given whole it costs {} autonomy and {} capacity, and leaves {} dependence; it weighs {} on the red line.",
            card.gain, card.autonomy_cost, card.capacity_need, card.lock_in, card.red_line_weight
        ),
    ]
}

fn briefing(place: &Place) -> Vec<String> {
    let text = &place.deck().text;
    let seats = if place.seat() == Seat::WhiteCell {
        Seat::PLAYING.to_vec()
    } else {
        vec![place.seat()]
    };
    let mut said = Vec::new();
    for seat in seats {
        let Some(read) = text.briefing(seat) else {
            continue;
        };
        said.push(format!("Briefing: {}.", plain(text.seat_name(seat))));
        said.extend(read.text.lines().filter(|line| !line.is_empty()).map(plain));
        for (head, list) in [
            ("You want", &read.aims),
            ("In numbers", &read.aims_in_numbers),
            ("You can", &read.instruments),
            ("What binds you", &read.constraints),
            ("You know", &read.knows),
            ("You do not know", &read.knows_not),
            ("Watch", &read.watch),
        ] {
            said.extend(list.iter().map(|item| format!("{head}: {}", plain(item))));
        }
    }
    if said.is_empty() {
        said.push("The deck has no briefing for this seat.".to_owned());
    }
    said
}

fn record(place: &Place) -> Vec<String> {
    let all = place.seen(0..place.entries());
    if all.is_empty() {
        return vec!["Nothing is on the record yet.".to_owned()];
    }
    all.iter().map(entry).collect()
}
