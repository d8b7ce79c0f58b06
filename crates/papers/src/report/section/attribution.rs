//! The change of stability, shared out among the acts of each kind.

use serde::Serialize;

use crate::document::{
    Bar, Block, Inline, Rank, Section, Span, Table, cells, cited, dim, heading, paragraph, said,
    strong,
};
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use crate::report::words::signed_tenth;
use unequal_core::analysis::attribution::{Part, Whose, acts, attribute};
use unequal_core::analysis::open_loop::Step;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::side::Side;
use unequal_session::telling::signed;

/// The change of stability shared out among the acts, kind by kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// Stability with all acts as played.
    pub with_all: i64,
    /// The kinds of acts of which there were any.
    pub kinds: Vec<KindShares>,
}

/// What the acts of one kind account for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KindShares {
    /// `demands`, `replies`, `offers`, `crisis-acts` or `measures`.
    pub kind: &'static str,
    /// Stability with none of them: each gives way to its baseline.
    pub without: i64,
    /// Orders sampled; none where all coalitions were replayed.
    pub orders: Option<u64>,
    /// The acts, in order.
    pub lines: Vec<ShareLine>,
}

/// What an act accounts for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry of the act.
    pub entry: EntryNumber,
    /// The act, in a sentence.
    pub act: String,
    /// The word of the seat.
    pub seat: &'static str,
    /// What it accounts for, against the baseline.
    pub worth: Worth,
}

/// What an act accounts for, in points of final stability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worth {
    /// The Shapley value.
    pub shapley: f64,
    /// Half the width of its 95 % interval; 0 where it is exact.
    pub give_or_take: f64,
    /// What the act alone changes, all others being as played.
    pub leave_one_out: i64,
}

/// The kinds of acts, with the word of each, in the order in which they are told.
const KINDS: [(Whose, &str); 5] = [
    (Whose::Demands, "demands"),
    (Whose::Replies, "replies"),
    (Whose::Offers, "offers"),
    (Whose::CrisisActs, "crisis-acts"),
    (Whose::Measures, "measures"),
];

/// The shares; none where the seat may not know where the red lines lie, on which replays rest, and where the
/// report is a brief one.
pub(super) fn of(sight: &Sight<'_>) -> Option<Attribution> {
    if !sight.open || sight.quick {
        return None;
    }
    let shares = KINDS
        .iter()
        .filter_map(|(whose, word)| shares(sight, *whose, word));
    let (levels, kinds): (Vec<i64>, Vec<KindShares>) = shares.unzip();
    Some(Attribution {
        with_all: *levels.first()?,
        kinds,
    })
}

/// Final stability as played, and the shares of the acts of one kind; none where there was no such act.
fn shares(sight: &Sight<'_>, whose: Whose, kind: &'static str) -> Option<(i64, KindShares)> {
    let recorded = &sight.recorded;
    acts(recorded, whose).next()?;
    let found = attribute(sight.table.scenario(), recorded, whose);
    let mut lines: Vec<ShareLine> = Vec::new();
    for ((move_number, step), part) in acts(recorded, whose).zip(&found.parts) {
        // Where both sides climbed down, the step comes twice, the patron's act first.
        let again = lines
            .last()
            .is_some_and(|last| last.move_number == move_number);
        let Some((entry, seat)) = act_of(whose, step, again) else {
            continue;
        };
        lines.push(ShareLine {
            move_number,
            entry,
            act: sight.sentence(entry),
            seat: seat.word(),
            worth: worth(part),
        });
    }
    let shares = KindShares {
        kind,
        without: found.with_none,
        orders: found.orders,
        lines,
    };
    Some((found.with_all, shares))
}

/// The entry of the act in a step, and whose it is.
fn act_of(whose: Whose, step: &Step, again: bool) -> Option<(EntryNumber, Seat)> {
    match (whose, step) {
        (Whose::Demands, Step::Exchange(exchange)) => Some((exchange.demand_entry, Seat::Patron)),
        (Whose::Replies, Step::Exchange(exchange)) => Some((exchange.reply_entry, Seat::Client)),
        (Whose::Demands, Step::TakeUp { entry }) => Some((*entry, Seat::Patron)),
        (Whose::Offers, Step::Offer { entry, .. }) => Some((*entry, Seat::Client)),
        (Whose::Measures, Step::Measure { entry, .. }) => Some((*entry, Seat::Europe)),
        (Whose::CrisisActs, Step::CrisisActs(acts)) => Some(if acts.patron.climbs_down && !again {
            (acts.patron.entry, Seat::Patron)
        } else {
            (acts.client.entry, Seat::Client)
        }),
        _ => None,
    }
}

const fn worth(part: &Part) -> Worth {
    Worth {
        shapley: part.value.mean,
        give_or_take: part.value.give_or_take(),
        leave_one_out: part.leave_one_out,
    }
}

pub(super) fn section(session: &SessionFacts, shares: Option<&Attribution>) -> Section {
    let blocks = shares.map_or_else(Vec::new, |shares| told_shares(session, shares));
    Section::new("shares", "Shares", "What each act accounts for", blocks)
}

fn told_shares(session: &SessionFacts, shares: &Attribution) -> Vec<Block> {
    let all = shares.kinds.iter().flat_map(|kind| &kind.lines);
    let most = all.map(|line| line.worth.shapley.abs()).fold(1.0, f64::max);
    let note = "Shapley values in points of final stability; in brackets what the act alone changes. Bars run to the \
                left where stability was lost. This is another question than at the turning points: there, how far an \
                act moved what could be expected if bots played on from it, so that one which the bot would have chosen \
                anyway moves nothing; here, how far the end that came hangs on it, with everything else as it was.";
    let mut blocks = vec![
        paragraph(
            Rank::Plain,
            said! { "Final stability as played: " (strong(shares.with_all)) "." },
        ),
        paragraph(Rank::Note, note),
    ];
    for kind in &shares.kinds {
        let (title, without) = kind_words(session, kind.kind);
        let how = kind.orders.map_or_else(
            || "exact, over all coalitions of acts".to_owned(),
            |orders| format!("sampled over {orders} orders, with 95 % intervals"),
        );
        blocks.extend([
            heading(title),
            paragraph(Rank::Note, format!("{without}: {}; {how}.", kind.without)),
            Block::Table(
                Table::default()
                    .numbers(["move"])
                    .texts(["act"])
                    .numbers(["points"])
                    .texts([""])
                    .rows(kind.lines.iter().map(|line| row(line, most))),
            ),
        ]);
    }
    blocks
}

fn row(line: &ShareLine, most: f64) -> Vec<Inline> {
    let bar = Span::Bar(Bar {
        value: line.worth.shapley,
        most,
        seat: line.seat,
    });
    cells! { [(line.move_number)] [(cited(&line.act, line.entry))] [(words(line.worth))] [(bar)] }
}

/// What stands above the shares of a kind, and what stability would be without its acts.
fn kind_words(session: &SessionFacts, kind: &str) -> (String, String) {
    let [patron, client] = [Side::Patron, Side::Client].map(|side| session.seat_called(side));
    let europe = session.seat_named(Seat::Europe);
    match kind {
        "demands" => (
            format!("What {patron} demanded and took up"),
            format!("Had {patron} always asked for nothing"),
        ),
        "replies" => (
            format!("What {client} answered"),
            format!("Had {client} always given a part, or stalled where it could not"),
        ),
        "offers" => (
            format!("What {client} offered"),
            format!("Had {client} offered nothing"),
        ),
        "crisis-acts" => (
            "Who climbed down".to_owned(),
            "Had nobody climbed down".to_owned(),
        ),
        _ => (
            format!("What {europe} did"),
            format!("Had {europe} done nothing"),
        ),
    }
}

fn words(worth: Worth) -> Inline {
    let error = (worth.give_or_take > 0.0).then(|| format!(" ± {:.1}", worth.give_or_take));
    said! { (signed_tenth(worth.shapley)) (error) (dim(format!(" ({})", signed(worth.leave_one_out)))) }
}
