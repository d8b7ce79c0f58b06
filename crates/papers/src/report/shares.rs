//! The change of stability, shared out among demands and responses.

use crate::report::Sight;
use crate::report::model::{Attribution, ShareLine, Worth};
use unequal_core::analysis::attribution::{Part, Whose, attribute};

/// The shares; none where the seat may not know where the red lines lie, on which replays rest.
pub(super) fn attribution(sight: &Sight<'_>) -> Option<Attribution> {
    if !sight.open {
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
