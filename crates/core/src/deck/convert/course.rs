//! Turns the numbers of acts, drift, thresholds and scores into rules data, one to one.

use crate::deck::raw::{act, course};
use crate::engine::choice::Response;
use crate::engine::scenario as to;
use crate::engine::side::BySide;

pub(super) const fn contest(raw: &course::Contest) -> to::Contest {
    to::Contest {
        red_line_weight: raw.red_line_weight,
        resentment: raw.resentment,
        autonomy: raw.autonomy,
        outside_option: raw.outside_option,
        breach: raw.breach,
        credibility: raw.credibility,
        scale: raw.scale,
        limit: raw.limit,
        hold: raw.hold,
        slip: raw.slip,
        hold_offer: raw.hold_offer,
        slip_offer: raw.slip_offer,
        slip_resentment: raw.slip_resentment,
        duress: raw.duress,
        concede_strain: raw.concede_strain,
        hold_credibility: raw.hold_credibility,
        argument_limit: raw.argument_limit,
        compliance: raw.compliance,
    }
}

pub(super) const fn reward(raw: &act::Reward) -> to::Reward {
    to::Reward {
        price: raw.price,
        trust: raw.trust,
        resentment: raw.resentment,
        endurance: raw.endurance,
        endurance_if_met: raw.endurance_if_met,
    }
}

pub(super) const fn pocket(raw: &act::Pocket) -> to::Pocket {
    to::Pocket {
        unmet_trust: raw.unmet_trust,
        unmet_resentment: raw.unmet_resentment,
        unanswered_credibility: raw.unanswered_credibility,
    }
}

pub(super) const fn punish(raw: &act::Punish) -> to::Punish {
    to::Punish {
        price: raw.price,
        price_per_intensity: raw.price_per_intensity,
        hit: raw.hit,
        hit_per_intensity: raw.hit_per_intensity,
        hit_divisor: raw.hit_divisor,
        resentment: raw.resentment,
        resentment_per_intensity: raw.resentment_per_intensity,
        trust: raw.trust,
        credibility: raw.credibility,
        shared_front: raw.shared_front,
        wean: raw.wean,
        strain: raw.strain,
    }
}

pub(super) const fn back_down(raw: &act::BackDown) -> to::BackDown {
    to::BackDown {
        credibility: raw.credibility,
        credibility_per_intensity: raw.credibility_per_intensity,
        resentment: raw.resentment,
        trust: raw.trust,
    }
}

pub(super) const fn hold(raw: &act::Hold) -> to::HoldRules {
    to::HoldRules {
        trust: raw.trust,
        resentment: raw.resentment,
        credibility: raw.credibility,
    }
}

pub(super) const fn drift(raw: &course::Drift) -> to::Drift {
    to::Drift {
        endurance_base: raw.endurance_base,
        shared_front_base: raw.shared_front_base,
        autonomy_base: raw.autonomy_base,
        strain: raw.strain,
        strain_breached: raw.strain_breached,
        resentment_divisor: raw.resentment_divisor,
        trust_divisor: raw.trust_divisor,
        credibility_divisor: raw.credibility_divisor,
        autonomy_divisor: raw.autonomy_divisor,
        endurance_divisor: raw.endurance_divisor,
        shared_front_divisor: raw.shared_front_divisor,
        stability_divisor: raw.stability_divisor,
        dividend_divisor: raw.dividend_divisor,
        trend_at: raw.trend_at,
    }
}

pub(super) const fn stability(raw: &course::Stability) -> to::StabilityWeights {
    to::StabilityWeights {
        trust: raw.trust,
        shared_front: raw.shared_front,
        calm: raw.calm,
        room: raw.room,
        stretch: raw.stretch,
    }
}

pub(super) const fn crisis(raw: &course::Crisis) -> to::Crisis {
    to::Crisis {
        enter: raw.enter,
        leave: raw.leave,
        resentment: raw.resentment,
        trust: raw.trust,
        rupture_at: raw.rupture_at,
        rupture_moves: raw.rupture_moves,
        exit_at: raw.exit_at,
    }
}

pub(super) const fn breach(raw: &course::Breach) -> to::Breach {
    to::Breach {
        stability: raw.stability,
        trust: raw.trust,
        resentment: raw.resentment,
        shared_front: raw.shared_front,
        heal: raw.heal,
    }
}

pub(super) const fn vassalage(raw: &course::Vassalage) -> to::Vassalage {
    to::Vassalage {
        enter: raw.enter,
        leave: raw.leave,
        moves: raw.moves,
        starvation: raw.starvation,
    }
}

pub(super) const fn score(raw: &course::Score) -> to::Score {
    to::Score {
        patron_stability: raw.patron_stability,
        client_autonomy: raw.client_autonomy,
        client_endurance: raw.client_endurance,
        client_stability: raw.client_stability,
        goals: BySide::new(raw.patron_goal, raw.client_goal),
    }
}

macro_rules! row {
    ($raw:expr) => {
        to::ResponseRules {
            offer: $raw.offer,
            trust: $raw.trust,
            resentment: $raw.resentment,
            autonomy: $raw.autonomy,
            endurance: $raw.endurance,
            credibility: $raw.credibility,
            shared_front: $raw.shared_front,
            chill: $raw.chill,
        }
    };
}

pub(super) const fn response(raw: &act::Responses, response: Response) -> to::ResponseRules {
    match response {
        Response::Accept => row!(raw.accept),
        Response::Conditions => row!(raw.conditions),
        Response::Partial => row!(raw.partial),
        Response::Stall => row!(raw.stall),
        Response::Deflect => row!(raw.deflect),
        Response::Hedge => row!(raw.hedge),
        Response::Refuse => row!(raw.refuse),
    }
}

pub(super) const fn endings(raw: &course::Endings) -> to::Endings {
    to::Endings {
        entente_stability: raw.entente.stability,
        entente_trust: raw.entente.trust,
        entente_autonomy: raw.entente.autonomy,
        managed_stability: raw.managed.stability,
        worth: [
            BySide::new(raw.rupture.patron, raw.rupture.client),
            BySide::new(raw.vassalage.patron, raw.vassalage.client),
            BySide::new(raw.entente.patron, raw.entente.client),
            BySide::new(raw.managed.patron, raw.managed.client),
            BySide::new(raw.drift.patron, raw.drift.client),
        ],
    }
}
