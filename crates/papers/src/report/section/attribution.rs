//! The change of stability, shared out among demands and responses.

use serde::Serialize;

use crate::document::{
    Bar, Block, Inline, Rank, Section, Span, Table, cells, cited, dim, paragraph, said, strong,
};
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use crate::report::words::signed_tenth;
use unequal_core::analysis::attribution::{Part, Whose, attribute};
use unequal_core::model::side::Side;
use unequal_session::telling::signed;

/// The change of stability shared out among the acts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// Stability with all acts as played.
    pub with_all: i64,
    /// Stability had the patron always held.
    pub without_demands: i64,
    /// Stability had the client always accepted in part.
    pub without_replies: i64,
    /// Orders sampled; none where all coalitions were replayed.
    pub orders: Option<u64>,
    /// The exchanges, in order.
    pub lines: Vec<ShareLine>,
}

/// What the two acts of an exchange account for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry of the demand.
    pub demand_entry: u64,
    /// The demand, in a sentence.
    pub demand: String,
    /// The entry of the response.
    pub reply_entry: u64,
    /// The response, in a sentence.
    pub reply: String,
    /// What the demand accounts for, against holding.
    pub demand_worth: Worth,
    /// What the response accounts for, against accepting in part.
    pub reply_worth: Worth,
}

/// What an act accounts for, in points of final stability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worth {
    /// The Shapley value.
    pub shapley: f64,
    /// Its standard error; 0 where it is exact.
    pub error: f64,
    /// What the act alone changes, all others being as played.
    pub leave_one_out: i64,
}

/// The shares; none where the seat may not know where the red lines lie, on which replays rest, and where the
/// report is a brief one.
pub(super) fn of(sight: &Sight<'_>) -> Option<Attribution> {
    if !sight.open || sight.brief {
        return None;
    }
    let recorded = &sight.recorded;
    recorded.exchanges().next()?;
    let scenario = sight.table.scenario();
    let demands = attribute(scenario, recorded, Whose::Demands);
    let replies = attribute(scenario, recorded, Whose::Replies);
    let lines = recorded
        .exchanges()
        .zip(demands.parts.iter().zip(&replies.parts))
        .map(|((move_number, exchange), (demand, reply))| ShareLine {
            move_number,
            demand_entry: exchange.demand_entry,
            demand: sight.sentence(exchange.demand_entry),
            reply_entry: exchange.reply_entry,
            reply: sight.sentence(exchange.reply_entry),
            demand_worth: worth(demand),
            reply_worth: worth(reply),
        })
        .collect();
    Some(Attribution {
        with_all: demands.with_all,
        without_demands: demands.with_none,
        without_replies: replies.with_none,
        orders: demands.orders,
        lines,
    })
}

const fn worth(part: &Part) -> Worth {
    Worth {
        shapley: part.value.mean,
        error: part.value.error,
        leave_one_out: part.leave_one_out,
    }
}

pub(super) fn section(session: &SessionFacts, shares: Option<&Attribution>) -> Section {
    let blocks = shares.map_or_else(Vec::new, |shares| told_shares(session, shares));
    Section::new("shares", "Shares", "What each act accounts for", blocks)
}

fn told_shares(session: &SessionFacts, shares: &Attribution) -> Vec<Block> {
    let worths = shares.lines.iter();
    let worths = worths.flat_map(|line| [line.demand_worth, line.reply_worth]);
    let most = worths.map(|worth| worth.shapley.abs()).fold(1.0, f64::max);
    let rows = shares.lines.iter().flat_map(|line| {
        let bar = |worth: Worth, seat| Span::Bar(Bar { value: worth.shapley, most, seat });
        [
            cells! {
                [(line.move_number)] [(cited(&line.demand, line.demand_entry))] [(words(line.demand_worth))]
                [(bar(line.demand_worth, "patron"))]
            },
            cells! {
                [] [(cited(&line.reply, line.reply_entry))] [(words(line.reply_worth))]
                [(bar(line.reply_worth, "client"))]
            },
        ]
    });
    let table = Table::default()
        .numbers(["move"])
        .texts(["act"])
        .numbers(["points"])
        .texts([""])
        .rows(rows);
    let how = shares.orders.map_or_else(
        || "exact, over all coalitions of acts".to_owned(),
        |orders| format!("sampled over {orders} orders, with standard errors"),
    );
    let sums = said! {
        "Final stability as played: " (strong(shares.with_all)) ". Had " (session.seat_called(Side::Patron))
        " always held: " (shares.without_demands) ". Had " (session.seat_called(Side::Client))
        " always accepted in part: " (shares.without_replies) "."
    };
    let note = format!(
        "Shapley values in points of final stability, {how}; in brackets what the act alone changes. Bars \
         run to the left where stability was lost."
    );
    vec![
        paragraph(Rank::Plain, sums),
        paragraph(Rank::Note, note),
        Block::Table(table),
    ]
}

fn words(worth: Worth) -> Inline {
    let error = (worth.error > 0.0).then(|| format!(" ± {:.1}", worth.error));
    said! { (signed_tenth(worth.shapley)) (error) (dim(format!(" ({})", signed(worth.leave_one_out)))) }
}
