//! What was played, by whom and how, how it ended, and how the numbers came about.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::report::for_europe::HitsEurope;
use crate::report::sight::Sight;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::options::{AdjudicationMode, Announcement};
use unequal_core::engine::seat::Seat;
use unequal_core::model::side::Side;
use unequal_session::Moment;
use unequal_session::clock::seconds;
use unequal_session::history::Held;
use unequal_session::telling::{count, seat_name};

/// What was played, by whom and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionFacts {
    /// The session's name.
    pub name: String,
    /// Whose knowledge the report holds, as a word.
    pub seat: String,
    /// The same, as the deck calls it.
    pub seat_name: String,
    /// Whether anything is left out because the seat may not know it.
    pub redacted: bool,
    /// The deck's id.
    pub deck: String,
    /// The deck's title.
    pub deck_title: String,
    /// The deck's version, where it states one.
    pub deck_version: String,
    /// BLAKE3 of the deck's text.
    pub deck_hash: String,
    /// The version of the rules.
    pub rules: u32,
    /// The version of the program that began the session.
    pub program: String,
    /// When it began, in UTC.
    pub started: String,
    /// When the last entry was made, in UTC.
    pub last_entry_at: String,
    /// Where the times of the record run backwards, because a clock was set back between two sittings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub backwards: Vec<Backwards>,
    /// Entries in the record that the seat may see.
    pub entries: usize,
    /// Entries among them that were undone.
    pub undone: usize,
    /// Moves closed on the line that stands.
    pub moves_played: u32,
    /// Moves planned, as it was set last.
    pub moves_planned: u32,
    /// Moves planned at STARTEX.
    pub moves_planned_first: u32,
    /// What a move stands for.
    pub move_label: String,
    /// Who sat where.
    pub seats: Vec<SeatLine>,
    /// How it was played, in words.
    pub options: Vec<String>,
    /// The seed of all luck; none where it would tell what the seat may not know.
    pub seed: Option<u64>,
    /// The digest of the record's header, by which it is known whatever its file is called; none where the seat may
    /// not know all that went into it.
    pub id: Option<String>,
    /// The digest of the record's last entry; none where the seat may not know all that went into it.
    pub digest: Option<String>,
    /// The record from which this one branches off.
    pub parent: Option<ParentLine>,
}

impl SessionFacts {
    /// What the deck calls a side.
    pub fn seat_called(&self, side: Side) -> &str {
        self.seat(side).map_or("", |line| line.name.as_str())
    }

    /// Who holds a side's seat, in the words of the record.
    pub fn held_by(&self, side: Side) -> String {
        self.seat(side)
            .map_or_else(String::new, |line| line.held_by.to_string())
    }

    /// What the deck calls a seat.
    pub fn seat_named(&self, seat: Seat) -> &str {
        self.line_of(seat).map_or("", |line| line.name.as_str())
    }

    /// Who holds Europe's seat, in the words of the record.
    pub fn europe_held_by(&self) -> String {
        self.line_of(Seat::Europe)
            .map_or_else(String::new, |line| line.held_by.to_string())
    }

    fn seat(&self, side: Side) -> Option<&SeatLine> {
        self.line_of(side.into())
    }

    fn line_of(&self, seat: Seat) -> Option<&SeatLine> {
        self.seats.iter().find(|line| line.seat == seat)
    }
}

/// An entry whose time lies before that of the entry before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Backwards {
    /// The entry.
    pub entry: EntryNumber,
    /// By how many seconds.
    pub seconds: u32,
}

/// A seat and who sat there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatLine {
    /// The seat.
    pub seat: Seat,
    /// What the deck calls it.
    pub name: String,
    /// Who holds it now.
    pub held_by: Holder,
    /// Who held it, and from which entry on.
    pub held: Vec<Held>,
    /// The hands that the record names for its acts.
    pub hands: Vec<String>,
}

/// The record from which a session branches off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParentLine {
    /// The name of its file.
    pub file: String,
    /// The entry after which this session goes its own way; 0 is STARTEX.
    pub entry: EntryNumber,
    /// How many entries at the head of this record are copies of that one's.
    pub copied: u64,
    /// The move in which they part, from 1.
    pub move_number: u32,
    /// Whether luck was drawn anew from there on; the record has the seed.
    pub drawn_anew: bool,
}

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingFacts {
    /// The ending's word.
    pub ending: String,
    /// Its title.
    pub title: String,
    /// The situation, as the deck describes it: a paragraph each, as far as what happened bears it out.
    pub text: Vec<String>,
    /// The entry that ended the session.
    pub entry: EntryNumber,
    /// Set where the white cell ended it: why.
    pub ended_because: Option<String>,
    /// How far each side met its aims.
    pub aims: Vec<AimLine>,
    /// What it means for Europe, by the deck's measure.
    pub for_europe: HitsEurope,
}

/// How far a side met its aims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AimLine {
    /// The seat.
    pub seat: Seat,
    /// What the deck calls it.
    pub name: String,
    /// What is measured.
    pub measure: String,
    /// In points.
    pub points: i64,
    /// What the deck calls enough; none for Europe, which has no goal in points.
    pub goal: Option<i64>,
}

/// What was played, by whom and how.
pub(super) fn session(sight: &Sight<'_>) -> SessionFacts {
    let table = sight.table;
    let header = table.header();
    let about = &table.deck().text.about;
    // A digest stands for all that went into it, estimates included that nobody may see yet.
    let polls = table.view(sight.seat).room.polls;
    let blind = polls.iter().any(|poll| poll.estimates.is_none());
    let closed = sight.standing().filter(|seen| seen.kind == Kind::CloseMove);
    SessionFacts {
        name: plain(table.name()),
        seat: sight.seat.word().to_owned(),
        seat_name: seat_name(table.deck(), sight.seat).to_owned(),
        redacted: !sight.open,
        deck: plain(&header.deck.id),
        deck_title: about.title.clone(),
        deck_version: about.version.clone(),
        deck_hash: plain(&header.deck.hash),
        rules: header.rules,
        program: plain(&header.program),
        started: plain(&header.started),
        last_entry_at: plain(
            sight
                .seen
                .last()
                .map_or(header.started.as_str(), |seen| seen.at.as_str()),
        ),
        backwards: backwards(sight),
        entries: sight.seen.len(),
        undone: sight.seen.iter().filter(|seen| seen.undone).count(),
        moves_played: u32::try_from(closed.count()).unwrap_or(u32::MAX),
        moves_planned: table.view_at(table.last_number(), sight.seat).moves_planned,
        moves_planned_first: table.scenario().session.moves,
        move_label: about.move_label.clone(),
        seats: seats(sight),
        options: options(sight),
        seed: sight.open.then_some(header.seed),
        id: Some(plain(table.digest_at(EntryNumber::STARTEX)))
            .filter(|id| sight.open && !id.is_empty()),
        digest: table
            .moments()
            .last()
            .map(|moment| moment.entry.digest.clone())
            .filter(|digest| sight.open && !digest.is_empty() && !blind),
        parent: header.parent.as_ref().map(|parent| ParentLine {
            file: plain(&parent.file),
            entry: parent.entry,
            copied: parent.copied,
            move_number: table
                .moment(parent.last_copied())
                .map_or(1, |last| last.entry.move_number),
            drawn_anew: parent
                .luck
                .iter()
                .any(|luck| luck.after == parent.last_copied()),
        }),
    }
}

/// Where times run backwards, as far as the seat knows the entries.
fn backwards(sight: &Sight<'_>) -> Vec<Backwards> {
    let mut before = seconds(&sight.table.header().started);
    let mut found = Vec::new();
    for seen in &sight.seen {
        let now = seconds(&seen.at);
        if let (Some(before), Some(now)) = (before, now)
            && now < before
        {
            found.push(Backwards {
                entry: seen.number,
                seconds: u32::try_from(before - now).unwrap_or(u32::MAX),
            });
        }
        before = now.or(before);
    }
    found
}

fn seats(sight: &Sight<'_>) -> Vec<SeatLine> {
    let line = |seat: Seat| {
        let own = sight.seen.iter().filter(|seen| seen.seat == seat);
        let hands: BTreeSet<String> = own.map(|seen| plain(&seen.by.text())).collect();
        SeatLine {
            seat,
            name: seat_name(sight.table.deck(), seat).to_owned(),
            held_by: sight.table.holder(seat),
            held: sight.table.held(seat),
            hands: hands.into_iter().collect(),
        }
    };
    Seat::ALL.into_iter().map(line).collect()
}

fn options(sight: &Sight<'_>) -> Vec<String> {
    let table = sight.table;
    let rules = &table.scenario().session;
    let options = &table.setup().options;
    let mut words = vec![if options.sealed {
        "both sides commit at the same time and then reveal".to_owned()
    } else if rules.demands > 1 && options.announcement == Announcement::Together {
        format!(
            "up to {} a move, announced together",
            count(rules.demands, "demand", "demands")
        )
    } else if rules.demands > 1 {
        format!(
            "up to {} a move, in turn",
            count(rules.demands, "demand", "demands")
        )
    } else {
        "one demand a move, answered in the open".to_owned()
    }];
    let menu = rules.menu;
    words.push(format!(
        "a menu of {} a domain and {}",
        count(menu.rungs, "demand", "demands"),
        count(menu.wild, "other", "others")
    ));
    if options.europe {
        words.push("a third seat that takes a measure a move".to_owned());
    }
    words.push(
        match options.adjudication {
            AdjudicationMode::Rigid => "rulings by rule (rigid)",
            AdjudicationMode::SemiRigid => {
                "rulings by rule, which the white cell may change (semi-rigid)"
            }
            AdjudicationMode::Free => "rulings by the white cell (free)",
        }
        .to_owned(),
    );
    if rules.moves_spread == 0 {
        let moves = count(rules.moves, "move", "moves");
        words.push(format!("{moves}, known to all"));
    } else {
        words.push(format!(
            "{} planned; the last one hidden, up to {} earlier or later",
            count(rules.moves, "move", "moves"),
            rules.moves_spread
        ));
    }
    words
}

/// How the session ended.
pub(super) fn ending(sight: &Sight<'_>) -> Option<EndingFacts> {
    let table = sight.table;
    let outcome = table.view(sight.seat).outcome?;
    let text = &table.deck().text;
    // Notes, estimates and announcements may come after the end.
    let last = table.standing().filter(|moment| ends(moment)).last();
    let ended_because = last.and_then(|moment| match &moment.entry.act {
        Action::End { reason } => Some(plain(reason)),
        _ => None,
    });
    let aim = |seat: Seat, measure: &str, points, goal| AimLine {
        seat,
        name: seat_name(table.deck(), seat).to_owned(),
        measure: measure.to_owned(),
        points,
        goal,
    };
    let goals = &table.scenario().score;
    Some(EndingFacts {
        for_europe: HitsEurope::of(sight, outcome.ending),
        ending: outcome.ending.word().to_owned(),
        title: text.ending(outcome.ending).title.clone(),
        text: table.ending_told(),
        entry: last.map_or(EntryNumber::STARTEX, |moment| moment.entry.number),
        ended_because,
        aims: vec![
            aim(
                Seat::Patron,
                "aims met",
                outcome.patron,
                Some(goals.patron_goal),
            ),
            aim(
                Seat::Client,
                "aims met",
                outcome.client,
                Some(goals.client_goal),
            ),
            aim(Seat::Europe, "ease", outcome.europe, None),
        ],
    })
}

/// Whether an entry ended the session.
fn ends(moment: &Moment) -> bool {
    let by_rule = moment
        .facts
        .iter()
        .any(|fact| matches!(fact, Fact::Ended(_)));
    by_rule || matches!(moment.entry.act, Action::End { .. })
}
