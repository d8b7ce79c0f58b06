//! The way through all numbers of a deck, in its order. Whoever adds a number to the rules has to add it here.

use super::slot::{Key, Slot};
use crate::model::choice::{BySide, Ending, Inducement, Intensity, Response};
use crate::model::gauge::{Gauge, Scope};
use crate::model::place::{
    AskAt, At as _, CardAt, ConditionAt, DomainAt, EventAt, Listed, MeasureAt, PolicyAt,
};
use crate::model::scenario::{
    Ask, BackDown, Base, Breach, Capture, Card, Changes, Condition, Contest, Crisis, CrisisAct,
    Domain, Drift, EffortRules, EndingRules, EuropeRules, Event, GivenRules, Grievance, HoldRules,
    InducementRules, IntensityRules, Market, Measure, MenuRules, OfferRules, OverNorm, Pocket,
    Policy, PolicyKind, Punish, ResponseRules, Reward, Scenario, Score, SessionRules,
    StabilityWeights, UnityRules, Weights,
};

/// Sees each number once.
pub(super) type Visit<'v> = &'v mut dyn FnMut(Key<'_>, Slot<'_>);

/// Visits the fields of a table, all of which must be named; the one behind `with` names the table.
macro_rules! visit {
    ($see:ident, $before:expr, $table:expr => $kind:ident { $($field:ident),+ $(,)? } $(with $name:ident)? $(without { $($other:ident),+ $(,)? })?) => {{
        let $kind { $($field,)+ $($name,)? $($($other: _),+)? } = $table;
        $( $see(Key(&$before, stringify!($field)), Slot::from($field)); )+
    }};
}

/// A part of a deck whose numbers are visited one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Session,
    Start,
    Condition(usize),
    Domain(usize),
    Card(usize),
    Ask(usize),
    Event(usize),
    Measure(usize),
    Exchange,
    Course,
    Policy(usize),
    Expected,
}

/// The parts of a deck, in its order.
pub(super) fn parts(scenario: &Scenario) -> Vec<Part> {
    let several = |count: usize, part: fn(usize) -> Part| (0..count).map(part);
    let mut parts = vec![Part::Session, Part::Start];
    parts.extend(several(scenario.conditions.len(), Part::Condition));
    parts.extend(several(scenario.domains.len(), Part::Domain));
    parts.extend(several(scenario.cards.len(), Part::Card));
    parts.extend(several(scenario.asks.len(), Part::Ask));
    parts.extend(several(scenario.events.len(), Part::Event));
    parts.extend(several(scenario.measures.len(), Part::Measure));
    parts.extend([Part::Exchange, Part::Course]);
    parts.extend(several(scenario.policies.len(), Part::Policy));
    parts.push(Part::Expected);
    parts
}

/// Visits every number of a part: what drives the rules, and what bots weigh.
#[expect(clippy::too_many_lines, reason = "a line for each table of a deck")]
pub(super) fn each(scenario: &mut Scenario, part: Part, see: Visit<'_>) {
    let Scenario {
        id: _,
        session,
        start,
        base,
        conditions,
        outside_option: _,
        isolation: _,
        domains,
        leverage,
        cards,
        written: _,
        asks,
        events,
        measures,
        intensities,
        over_norm,
        inducements,
        contest,
        responses,
        offer,
        reward,
        pocket,
        punish,
        back_down,
        hold,
        drift,
        grievance,
        market,
        market_domain: _,
        stability,
        crisis,
        breach,
        capture,
        thresholds,
        endings,
        score,
        europe,
        presence_domain: _,
        policies,
        expected,
    } = scenario;
    match part {
        Part::Session => self::session(session, see),
        Part::Start => {
            for (gauge, value) in Gauge::GLOBALS.iter().zip(start) {
                let word = gauge.global_word().unwrap_or_default();
                see(Key(&["start"], word), value.into());
            }
            visit!(see, ["base"], base => Base { trust, credibility });
        }
        Part::Condition(at) => {
            visit!(see, ["condition", id], &mut conditions[ConditionAt::new(at)] => Condition {
                start, endurance, shared_front, europe,
            } with id);
        }
        Part::Domain(at) => {
            let domain = &mut domains[DomainAt::new(at)];
            visit!(see, ["domain", id], &mut *domain => Domain {
                dependence, capacity, capacity_max, restraint_norm, red_line, strain, dependence_trend, endurance_support,
            } with id);
            for (condition, row) in conditions.iter().zip(leverage) {
                let key = Key(&["domain", &domain.id, "leverage"], &condition.id);
                see(key, Slot::from(&mut row[at]));
            }
        }
        Part::Card(at) => {
            visit!(see, ["card", id], &mut cards[CardAt::new(at)] => Card {
                gain, autonomy_cost, capacity_need, endurance_cost, red_line_weight, lock_in, shared_front, not_before,
            } with id without { domain, indivisible, repeat, brought_up_by, requires, excludes });
        }
        Part::Ask(at) => {
            let Ask { id, price, change } = &mut asks[AskAt::new(at)];
            see(Key(&["ask", id], "price"), price.into());
            World {
                conditions,
                domains,
            }
            .changes(["ask", id, "change"], change, see);
        }
        Part::Event(at) => {
            self::event(
                &World {
                    conditions,
                    domains,
                },
                &mut events[EventAt::new(at)],
                see,
            );
        }
        Part::Measure(at) => {
            self::measure(
                &World {
                    conditions,
                    domains,
                },
                &mut measures[MeasureAt::new(at)],
                see,
            );
        }
        Part::Exchange => {
            for (word, rules) in Intensity::WORDS.iter().zip(intensities) {
                visit!(see, ["intensity", word], rules => IntensityRules { effort, scope, push, trust, resentment, strain });
            }
            visit!(see, ["over_norm"], over_norm => OverNorm { trust, resentment, shared_front });
            for (word, rules) in Inducement::WORDS.iter().zip(inducements) {
                visit!(see, ["inducement", word], rules => InducementRules { price, relief, softening, push });
            }
            visit!(see, ["contest"], contest => Contest {
                red_line_weight, resentment, autonomy, endurance, credibility, scale, limit, hold, slip, slip_resentment,
                hold_credibility, argument_limit, duress, concede_strain, compliance,
            });
            for (word, rules) in Response::WORDS.iter().zip(responses) {
                visit!(see, ["response", word], rules => ResponseRules {
                    floor, offer, ceiling, trust, resentment, autonomy, endurance, credibility, shared_front, chill, wean,
                    wean_outside_option, outside_option,
                });
            }
            visit!(see, ["offer"], offer => OfferRules { scope, wait, autonomy, trust, resentment, aside_trust, aside_resentment });
            visit!(see, ["follow_up", "reward"], reward => Reward { price, trust, resentment, endurance, endurance_if_met });
            visit!(see, ["follow_up", "pocket"], pocket => Pocket { unmet_trust, unmet_resentment });
            visit!(see, ["follow_up", "punish"], punish => Punish {
                price, price_per_intensity, hit, hit_per_intensity, hit_divisor, resentment, resentment_per_intensity, trust,
                credibility, wean, strain,
            });
            visit!(see, ["follow_up", "back-down"], back_down => BackDown { credibility, resentment });
            visit!(see, ["follow_up", "hold"], hold => HoldRules { trust, resentment, credibility });
        }
        Part::Course => {
            visit!(see, ["drift"], drift => Drift {
                endurance_base, endurance_capacity, shared_front_base, autonomy_base, strain, resentment_divisor, trust_divisor,
                credibility_divisor, autonomy_divisor, endurance_divisor, shared_front_divisor, stability_divisor,
                capacity_divisor, dividend_divisor, trend_at,
            });
            visit!(see, ["grievance"], grievance => Grievance { autonomy, imbalance, exhaustion, exhausted_below });
            visit!(see, ["market"], market => Market { divisor, gain });
            visit!(see, ["stability"], stability => StabilityWeights { base, trust, shared_front, calm, room, stretch });
            self::crisis(crisis, see);
            visit!(see, ["breach"], breach => Breach { stability, resentment });
            visit!(see, ["capture"], capture => Capture { enter, leave, moves });
            for (word, bound) in ["stability", "trust", "autonomy"]
                .iter()
                .zip(&mut thresholds.entente)
            {
                see(Key(&["ending", "entente"], word), bound.into());
            }
            let managed = &mut thresholds.managed;
            see(Key(&["ending", "managed"], "stability"), managed.into());
            for (word, worth) in Ending::WORDS.iter().zip(endings) {
                visit!(see, ["ending", word], worth => EndingRules { patron, client, shock });
            }
            visit!(see, ["score"], score => Score { client_autonomy, client_endurance, client_stability, patron_goal, client_goal });
            self::europe(europe, see);
        }
        Part::Policy(at) => {
            let Policy { name, kind } = &mut policies[PolicyAt::new(at)];
            match kind {
                PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => {
                    see(
                        Key(&["policy", name], "lambda"),
                        (&mut policy.lambda).into(),
                    );
                    weights(["policy", name, "patron"], &mut policy.patron, see);
                    weights(["policy", name, "client"], &mut policy.client, see);
                }
                PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => {}
            }
        }
        Part::Expected => {
            let BySide { patron, client } = expected;
            weights(["session", "patron_model", "weights"], patron, see);
            weights(["session", "client_model", "weights"], client, see);
        }
    }
}

/// The names that gauges of this deck go by.
struct World<'a> {
    conditions: &'a Listed<ConditionAt, Condition>,
    domains: &'a Listed<DomainAt, Domain>,
}

impl World<'_> {
    fn word(&self, gauge: Gauge) -> String {
        match gauge.scope() {
            Scope::Whole(word) => word.to_owned(),
            Scope::Condition(at) => self.conditions[at].id.clone(),
            Scope::Domain(at, part) => format!("{}.{part}", self.domains[at].id),
        }
    }

    fn changes(&self, [table, id, list]: [&str; 3], changes: &mut Changes, see: Visit<'_>) {
        for (gauge, by) in changes {
            let word = self.word(*gauge);
            see(Key(&[table, id, list], &word), by.into());
        }
    }
}

fn session(rules: &mut SessionRules, see: Visit<'_>) {
    visit!(see, ["session"], &mut *rules => SessionRules { moves, moves_spread, demands, quiet_events } without { menu, given, effort });
    visit!(see, ["session", "menu"], &mut rules.menu => MenuRules { rungs, wild });
    visit!(see, ["session", "given"], &mut rules.given => GivenRules { open, closed });
    visit!(see, ["session", "effort"], &mut rules.effort => EffortRules { start, gain });
}

fn event(world: &World<'_>, event: &mut Event, see: Visit<'_>) {
    let Event {
        id,
        given: _,
        not_given: _,
        at_least,
        at_most,
        change,
    } = event;
    world.changes(["event", id, "at_least"], at_least, see);
    world.changes(["event", id, "at_most"], at_most, see);
    world.changes(["event", id, "change"], change, see);
}

fn measure(world: &World<'_>, measure: &mut Measure, see: Visit<'_>) {
    let Measure {
        id,
        kind: _,
        unity,
        domain: _,
        ending: _,
        change,
        works,
        backfires,
        secret,
        leaks,
    } = measure;
    see(Key(&["measure", id], "unity"), unity.into());
    if let Some(extra) = secret {
        see(Key(&["measure", id], "secret"), extra.into());
    }
    world.changes(["measure", id, "change"], change, see);
    world.changes(["measure", id, "works"], works, see);
    world.changes(["measure", id, "backfires"], backfires, see);
    world.changes(["measure", id, "leaks"], leaks, see);
}

fn crisis(rules: &mut Crisis, see: Visit<'_>) {
    visit!(see, ["crisis"], &mut *rules => Crisis {
        enter, leave, break_at, break_moves, exit_at, alone, mediated, both,
    } without { act });
    visit!(see, ["crisis", "act"], &mut rules.act => CrisisAct { effort, price, autonomy, intensity_limit });
}

fn europe(rules: &mut EuropeRules, see: Visit<'_>) {
    visit!(see, ["europe"], &mut *rules => EuropeRules {
        exposure, signal_moves, signal_price, works_at, backfires_at, compliance_step, plan_relief, presence, joint_front,
        unity_left, leaks_at,
    } without { unity });
    visit!(see, ["europe", "unity"], &mut rules.unity => UnityRules { start, gain, max });
}

fn weights([table, name, seat]: [&str; 3], of: &mut Weights, see: Visit<'_>) {
    visit!(see, [table, name, seat], of => Weights {
        gain, trust, credibility, resentment, autonomy, endurance, shared_front, outlook, strain, dependence, danger,
        capture, grievance, capacity, outside,
    });
}
