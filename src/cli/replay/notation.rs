//! `unequal replay --notation`: an act in a line, with what was taken back and branches as variations, and remarks.

use std::collections::BTreeSet;

use crate::cli::args::ReplayArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::script::notation::{line, sealing};
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::options::Announcement;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{AnnotationKind, Annotations, typed};
use unequal_session::family::{Kin, family};
use unequal_session::sight::Seen;
use unequal_session::telling::{NAMELESS, person_words};
use unequal_session::{History, Holder, Remarks};

/// Prints the session.
///
/// # Errors
///
/// Says that the session goes on, where the seat may not know all of it.
pub(super) fn print(args: &ReplayArgs, table: &History, out: &mut Out) -> Result<(), Error> {
    let seat = args.seat.unwrap_or(Seat::WhiteCell);
    if !table.is_open_at(table.last_number(), seat) {
        let message = format!(
            "{}: the notation has every act in full, and this session goes on",
            args.save.display()
        );
        let hint = format!(
            "leave --seat out, for the white cell; `unequal replay {} --text --seat {seat}` tells what the seat knows",
            typed(&args.save)
        );
        return Err(Error::wrong_use(message).hint(hint));
    }
    let (annotations, left_out) = Annotations::readable(&args.save);
    let kin = family(&args.save).unwrap_or_default();
    let here = kin
        .iter()
        .position(|kin| kin.path.file_name() == args.save.file_name());
    let mut writer = Writer {
        seat,
        kin: &kin,
        lines: Vec::new(),
    };
    writer.head(table);
    let last = table.last_number();
    writer.branch(
        table,
        here.unwrap_or(usize::MAX),
        (EntryNumber::STARTEX, last),
        &annotations,
        0,
    );
    for line in &writer.lines {
        out.line(line)?;
    }
    if let Some(words) = left_out {
        out.notice(format!("note: {words}"));
    }
    Ok(())
}

struct Writer<'a> {
    seat: Seat,
    kin: &'a [Kin],
    lines: Vec<String>,
}

impl Writer<'_> {
    fn put(&mut self, depth: usize, words: &str) {
        self.lines.push(format!("{}{words}", "  ".repeat(depth)));
    }

    fn remark(&mut self, depth: usize, words: &str) {
        let words = plain(words).replace('\n', " ");
        self.put(depth, &format!("# {words}"));
    }

    /// Which session it is, and how the acts are played again.
    fn head(&mut self, table: &History) {
        let (header, setup) = (table.header(), table.setup());
        self.remark(0, &format!("{}, unequal notation 1", table.name()));
        let deck = &header.deck;
        self.remark(
            0,
            &format!("deck {} ({}), seed {}", deck.id, deck.title, setup.seed),
        );
        let held = |holder: &Holder| {
            if *holder == Holder::Nobody {
                "nobody"
            } else {
                "people"
            }
        };
        let options = &header.options;
        let number = |key: &str, value: Option<u32>| value.map(|value| format!(" --{key} {value}"));
        let said = [
            number("moves", options.moves),
            number("spread", options.moves_spread),
            number("demands", options.demands),
            options.play.sealed.then(|| " --sealed".to_owned()),
            (options.play.announcement == Announcement::Together).then(|| " --together".to_owned()),
            Some(format!(
                " --adjudication {}",
                options.play.adjudication.word()
            )),
        ];
        let said: String = said.into_iter().flatten().collect();
        let command = format!(
            "to be played again by: unequal run --deck {} --seed {} --patron people --client people --europe {}{said} --script FILE",
            deck.id,
            setup.seed,
            held(&setup.seats.europe),
        );
        self.remark(0, &command);
        for luck in table.drawn_anew() {
            let words = format!(
                "luck was drawn anew after entry {}: that is played again on a branch only",
                luck.after
            );
            self.remark(0, &words);
        }
    }

    /// The entries of one line from behind `from` on, with what was taken back and the branches that leave it.
    fn branch(
        &mut self,
        table: &History,
        here: usize,
        (from, to): (EntryNumber, EntryNumber),
        annotations: &Annotations,
        depth: usize,
    ) {
        let seen = table.seen(self.seat);
        let stands = table.standing_marks();
        let mut done = BTreeSet::new();
        let mut left = Vec::new();
        for entry in &seen {
            let number = entry.number;
            let place = number.index();
            let stood = place.and_then(|place| stands.get(place).copied());
            let stood = stood.unwrap_or(true);
            if number <= from || !stood {
                continue;
            }
            if let Some(Action::Undo { to, reason }) = &entry.act {
                let back = |seen: &&Seen| *to < seen.number && seen.number < number;
                let taken: Vec<&Seen> = seen
                    .iter()
                    .filter(back)
                    .filter(|seen| !done.contains(&seen.number))
                    .collect();
                done.extend(taken.iter().map(|seen| seen.number));
                self.put(
                    depth,
                    &format!(
                        "( taken back at {number}: {}",
                        plain(reason).replace('\n', " ")
                    ),
                );
                for seen in taken {
                    self.entry(table, seen, annotations, depth + 1);
                }
                self.put(depth, ")");
                continue;
            }
            self.entry(table, entry, annotations, depth);
            left.push(number);
            self.leaving(here, |after| after == number, depth);
        }
        // What leaves a line where it goes back, or among the entries that it shares with its trunk.
        let elsewhere = |after: EntryNumber| after <= to && !left.contains(&after);
        self.leaving(here, elsewhere, depth);
    }

    /// The branches that leave a line where it is asked for.
    fn leaving(&mut self, here: usize, wanted: impl Fn(EntryNumber) -> bool, depth: usize) {
        for (place, kin) in self.kin.iter().enumerate() {
            let Some((parent, after)) = kin.parent else {
                continue;
            };
            if parent != here || !wanted(after) {
                continue;
            }
            let Ok((branch, _)) = History::read(&kin.path) else {
                continue;
            };
            if !branch.is_open_at(branch.last_number(), self.seat) {
                continue;
            }
            let file = kin
                .path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let words = format!(
                "( a what-if from entry {after}: {} ({})",
                plain(&kin.name),
                plain(&file)
            );
            self.put(depth, &words);
            let (annotations, _) = Annotations::readable(&kin.path);
            let last = branch.last_number();
            self.branch(
                &branch,
                place,
                (EntryNumber::new(kin.copied), last),
                &annotations,
                depth + 1,
            );
            self.put(depth, ")");
        }
    }

    fn entry(&mut self, table: &History, seen: &Seen, annotations: &Annotations, depth: usize) {
        if let Some(words) = act(table, seen) {
            let remark = told(seen).map_or_else(String::new, |told| format!("  # {told}"));
            self.put(depth, &format!("{}. {words}{remark}", seen.number));
        } else {
            let words = format!("{}. {}", seen.number, seen.sentence);
            self.remark(depth, &words);
        }
        let of_entry = annotations
            .standing()
            .filter(|annotation| annotation.entry == seen.number);
        for annotation in of_entry {
            let mark = match annotation.kind {
                AnnotationKind::Bookmark => "bookmark ",
                AnnotationKind::Comment | AnnotationKind::Glyph | AnnotationKind::Withdrawal => "",
            };
            let words = format!(
                "{}: {mark}{}",
                person_words(&annotation.author),
                annotation.text
            );
            self.remark(depth, &words);
        }
    }
}

/// An entry as a line of a script; none where nothing is left to be done by it, or not all of it is known.
fn act(table: &History, seen: &Seen) -> Option<String> {
    let act = seen.act.as_ref()?;
    // As it was said first: what was put right stands as a correction of its own.
    let entry = &table.moment(seen.number)?.entry;
    let said = Remarks {
        rationale: entry.rationale.clone(),
        confidence: entry.confidence,
        dissent: entry.dissent.clone(),
    };
    let by = match &seen.by {
        Player::Person(name) if name != "script" && name != NAMELESS => Some(name.as_str()),
        Player::WhatIf(name) if !name.is_empty() => Some(name.as_str()),
        Player::Person(_)
        | Player::WhatIf(_)
        | Player::Program
        | Player::Bot(_)
        | Player::Outside { .. } => None,
    };
    match act.kind() {
        Kind::Commit => {
            let opened = table
                .moments()
                .iter()
                .skip_while(|moment| moment.entry.number <= seen.number);
            let mut own = opened.filter(|moment| moment.entry.seat == seen.seat);
            let opening = own.find_map(|moment| match &moment.entry.act {
                Action::RevealDemand { nonce, plan } => Some((nonce, serde_json::to_value(plan))),
                Action::RevealResponse { nonce, plan } => Some((nonce, serde_json::to_value(plan))),
                _ => None,
            });
            let (nonce, plan) = opening?;
            Some(sealing(seen.seat, nonce, plan.ok()?, &said, by))
        }
        // What was sealed is opened by itself.
        Kind::RevealDemand | Kind::RevealResponse => None,
        Kind::Correct => Some(line(seen.seat, &renumbered(table, act)?, &said, by)),
        _ => Some(line(seen.seat, act, &said, by)),
    }
}

/// A correction with the number that its entry has where only what stands is played again.
fn renumbered(table: &History, act: &Action) -> Option<Action> {
    let Action::Correct {
        entry,
        reason,
        against,
        words,
    } = act
    else {
        return None;
    };
    let mut line = table.line_to(table.last_number()).into_iter();
    let place = line.position(|number| number == *entry)?;
    Some(Action::Correct {
        entry: EntryNumber::at_index(place),
        reason: reason.clone(),
        against: against.clone(),
        words: words.clone(),
    })
}

/// What came of an act that says little by itself, and which machine acted.
fn told(seen: &Seen) -> Option<String> {
    let machine = match &seen.by {
        Player::Bot(_) | Player::Outside { .. } => Some(format!("by {}", seen.by)),
        Player::WhatIf(_) => Some("a what-if".to_owned()),
        Player::Person(_) | Player::Program => None,
    };
    let drawn = matches!(
        seen.kind,
        Kind::Inject | Kind::Rule | Kind::Measure | Kind::SetMeasure
    );
    let words = drawn.then(|| seen.sentence.clone());
    let all: Vec<String> = words.into_iter().chain(machine).collect();
    (!all.is_empty()).then(|| plain(&all.join(", ")).replace('\n', " "))
}
