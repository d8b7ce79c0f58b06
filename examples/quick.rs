#![allow(warnings)]
use toml::Value;
use unequal_partners::analysis::{bot::Bot, playout::canonical_log};
use unequal_partners::engine::{choice::*, gauge::*, log::*, scenario::*};
fn i(v: &Value, k: &str) -> i64 {
    v.get(k)
        .unwrap_or_else(|| panic!("{k}"))
        .as_integer()
        .unwrap()
}
fn o(v: &Value, k: &str) -> i64 {
    v.get(k).and_then(|x| x.as_integer()).unwrap_or(0)
}
fn s(v: &Value, k: &str) -> String {
    v[k].as_str().unwrap().into()
}
fn w(v: Option<&Value>) -> Weights {
    let mut w = Weights::default();
    if let Some(t) = v {
        for (k, x) in t.as_table().unwrap() {
            *w.by_name(k).unwrap() = x.as_integer().unwrap();
        }
    }
    w
}
pub fn load(text: &str) -> Scenario {
    let v: Value = toml::from_str(text).unwrap();
    let a = |k: &str| v[k].as_array().unwrap().clone();
    let conds = a("condition");
    let cid: Vec<String> = conds.iter().map(|c| s(c, "id")).collect();
    let doms = a("domain");
    let did: Vec<String> = doms.iter().map(|c| s(c, "id")).collect();
    let pol = v["policy"].as_table().unwrap();
    let pn: Vec<String> = pol.keys().cloned().collect();
    let r = |n: &str| {
        let t = &v["response"][n];
        ResponseRules {
            offer: i(t, "offer"),
            trust: i(t, "trust"),
            resentment: i(t, "resentment"),
            autonomy: i(t, "autonomy"),
            endurance: i(t, "endurance"),
            credibility: i(t, "credibility"),
            shared_front: i(t, "shared_front"),
            chill: i(t, "chill"),
        }
    };
    let (se, st, co, dr, sb, cr, br, va, sc) = (
        &v["session"],
        &v["start"],
        &v["contest"],
        &v["drift"],
        &v["stability"],
        &v["crisis"],
        &v["breach"],
        &v["vassalage"],
        &v["score"],
    );
    let fu = &v["follow_up"];
    let e = &v["ending"];
    Scenario {
        id: "x".into(),
        session: SessionRules {
            moves: i(se, "moves") as u32,
            moves_spread: i(se, "moves_spread") as u32,
            hand: i(se, "hand") as usize,
            demands: i(se, "demands") as u32,
            effort_start: i(&se["effort"], "start"),
            effort_gain: i(&se["effort"], "gain"),
            effort_max: i(&se["effort"], "max"),
            quiet_events: i(se, "quiet_events") as usize,
            client_model: pn.iter().position(|n| *n == s(se, "client_model")).unwrap(),
        },
        start: [
            "trust",
            "credibility",
            "resentment",
            "autonomy",
            "endurance",
            "shared_front",
            "stability",
        ]
        .map(|k| i(st, k)),
        base_trust: i(&v["base"], "trust"),
        base_credibility: i(&v["base"], "credibility"),
        conditions: conds
            .iter()
            .map(|c| Condition {
                id: s(c, "id"),
                name: s(c, "name"),
                start: i(c, "start"),
                endurance: i(c, "endurance"),
                shared_front: i(c, "shared_front"),
            })
            .collect(),
        outside_option: conds
            .iter()
            .position(|c| c.get("role").and_then(|r| r.as_str()) == Some("outside-option"))
            .unwrap() as u8,
        isolation: conds
            .iter()
            .position(|c| c.get("role").and_then(|r| r.as_str()) == Some("isolation"))
            .unwrap() as u8,
        domains: doms
            .iter()
            .map(|d| Domain {
                id: s(d, "id"),
                name: s(d, "name"),
                dependence: i(d, "dependence"),
                capacity: i(d, "capacity"),
                capacity_max: i(d, "capacity_max"),
                capacity_regrowth: i(d, "capacity_regrowth"),
                restraint_norm: i(d, "restraint_norm"),
                red_line: i(d, "red_line"),
                strain: i(d, "strain"),
                dependence_trend: i(d, "dependence_trend"),
                endurance_support: i(d, "endurance_support"),
                leverage: cid.iter().map(|c| o(&d["leverage"], c)).collect(),
            })
            .collect(),
        cards: a("card")
            .iter()
            .map(|c| Card {
                id: s(c, "id"),
                title: s(c, "title"),
                domain: did.iter().position(|d| *d == s(c, "domain")).unwrap(),
                gain: i(c, "gain"),
                autonomy_cost: i(c, "autonomy_cost"),
                capacity_need: i(c, "capacity_need"),
                red_line_weight: i(c, "red_line_weight"),
                lock_in: i(c, "lock_in"),
                shared_front: i(c, "shared_front"),
            })
            .collect(),
        events: a("event")
            .iter()
            .map(|x| Event {
                id: s(x, "id"),
                title: s(x, "title"),
                change: x["change"]
                    .as_table()
                    .unwrap()
                    .iter()
                    .map(|(k, n)| {
                        (
                            Gauge::from_global_word(k).unwrap_or_else(|| {
                                Gauge::Condition(cid.iter().position(|c| c == k).unwrap() as u8)
                            }),
                            n.as_integer().unwrap(),
                        )
                    })
                    .collect(),
            })
            .collect(),
        intensities: a("intensity")
            .iter()
            .map(|t| IntensityRules {
                effort: i(t, "effort"),
                scope: i(t, "scope"),
                push: i(t, "push"),
                trust: i(t, "trust"),
                resentment: i(t, "resentment"),
                strain: i(t, "strain"),
            })
            .collect::<Vec<_>>()
            .try_into()
            .unwrap(),
        over_norm: OverNorm {
            trust: i(&v["over_norm"], "trust"),
            resentment: i(&v["over_norm"], "resentment"),
        },
        inducements: a("inducement")
            .iter()
            .map(|t| InducementRules {
                price: i(t, "price"),
                relief: i(t, "relief"),
                softening: i(t, "softening"),
                push: i(t, "push"),
            })
            .collect::<Vec<_>>()
            .try_into()
            .unwrap(),
        contest: Contest {
            red_line_weight: i(co, "red_line_weight"),
            resentment: i(co, "resentment"),
            autonomy: i(co, "autonomy"),
            outside_option: i(co, "outside_option"),
            breach: i(co, "breach"),
            credibility: i(co, "credibility"),
            scale: i(co, "scale"),
            limit: i(co, "limit"),
            hold: i(co, "hold"),
            slip: i(co, "slip"),
            hold_offer: i(co, "hold_offer"),
            slip_offer: i(co, "slip_offer"),
            slip_resentment: i(co, "slip_resentment"),
            duress: i(co, "duress"),
            concede_strain: i(co, "concede_strain"),
            hold_credibility: i(co, "hold_credibility"),
            argument_limit: i(co, "argument_limit"),
            compliance: i(co, "compliance"),
        },
        responses: [
            r("accept"),
            r("conditions"),
            r("partial"),
            r("stall"),
            r("deflect"),
            r("hedge"),
            r("refuse"),
        ],
        deflect_swap: i(&v["response"]["deflect"], "swap"),
        hedge_wean: i(&v["response"]["hedge"], "wean"),
        hedge_wean_outside_option: i(&v["response"]["hedge"], "wean_outside_option"),
        reward: {
            let t = &fu["reward"];
            Reward {
                price: i(t, "price"),
                trust: i(t, "trust"),
                resentment: i(t, "resentment"),
                endurance: i(t, "endurance"),
                endurance_if_met: i(t, "endurance_if_met"),
            }
        },
        pocket: {
            let t = &fu["pocket"];
            Pocket {
                unmet_trust: i(t, "unmet_trust"),
                unmet_resentment: i(t, "unmet_resentment"),
                unanswered_credibility: i(t, "unanswered_credibility"),
            }
        },
        punish: {
            let t = &fu["punish"];
            Punish {
                price: i(t, "price"),
                price_per_intensity: i(t, "price_per_intensity"),
                hit: i(t, "hit"),
                hit_per_intensity: i(t, "hit_per_intensity"),
                hit_divisor: i(t, "hit_divisor"),
                resentment: i(t, "resentment"),
                resentment_per_intensity: i(t, "resentment_per_intensity"),
                trust: i(t, "trust"),
                credibility: i(t, "credibility"),
                shared_front: i(t, "shared_front"),
                wean: i(t, "wean"),
                strain: i(t, "strain"),
            }
        },
        back_down: {
            let t = &fu["back-down"];
            BackDown {
                credibility: i(t, "credibility"),
                credibility_per_intensity: i(t, "credibility_per_intensity"),
                resentment: i(t, "resentment"),
                trust: i(t, "trust"),
            }
        },
        hold: {
            let t = &fu["hold"];
            HoldRules {
                trust: i(t, "trust"),
                resentment: i(t, "resentment"),
                credibility: i(t, "credibility"),
            }
        },
        drift: Drift {
            endurance_base: i(dr, "endurance_base"),
            shared_front_base: i(dr, "shared_front_base"),
            autonomy_base: i(dr, "autonomy_base"),
            strain: i(dr, "strain"),
            strain_breached: i(dr, "strain_breached"),
            resentment_divisor: i(dr, "resentment_divisor"),
            trust_divisor: i(dr, "trust_divisor"),
            credibility_divisor: i(dr, "credibility_divisor"),
            autonomy_divisor: i(dr, "autonomy_divisor"),
            endurance_divisor: i(dr, "endurance_divisor"),
            shared_front_divisor: i(dr, "shared_front_divisor"),
            stability_divisor: i(dr, "stability_divisor"),
            dividend_divisor: i(dr, "dividend_divisor"),
            trend_at: i(dr, "trend_at"),
        },
        stability: StabilityWeights {
            trust: i(sb, "trust"),
            shared_front: i(sb, "shared_front"),
            calm: i(sb, "calm"),
            room: i(sb, "room"),
            stretch: i(sb, "stretch"),
        },
        crisis: Crisis {
            enter: i(cr, "enter"),
            leave: i(cr, "leave"),
            resentment: i(cr, "resentment"),
            trust: i(cr, "trust"),
            rupture_at: i(cr, "rupture_at"),
            rupture_moves: i(cr, "rupture_moves"),
            exit_at: i(cr, "exit_at"),
        },
        breach: Breach {
            stability: i(br, "stability"),
            trust: i(br, "trust"),
            resentment: i(br, "resentment"),
            shared_front: i(br, "shared_front"),
            heal: i(br, "heal"),
        },
        vassalage: Vassalage {
            enter: i(va, "enter"),
            leave: i(va, "leave"),
            moves: i(va, "moves"),
            starvation: i(va, "starvation"),
        },
        endings: Endings {
            entente_stability: i(&e["entente"], "stability"),
            entente_trust: i(&e["entente"], "trust"),
            entente_autonomy: i(&e["entente"], "autonomy"),
            managed_stability: i(&e["managed"], "stability"),
            worth: ["rupture", "vassalage", "entente", "managed", "drift"]
                .map(|k| (i(&e[k], "patron"), i(&e[k], "client"))),
        },
        score: Score {
            patron_stability: i(sc, "patron_stability"),
            client_autonomy: i(sc, "client_autonomy"),
            client_endurance: i(sc, "client_endurance"),
            client_stability: i(sc, "client_stability"),
            patron_goal: i(sc, "patron_goal"),
            client_goal: i(sc, "client_goal"),
        },
        policies: pol
            .iter()
            .map(|(n, t)| {
                let vp = || ValuePolicy {
                    lambda: o(t, "lambda"),
                    floor: o(t, "floor"),
                    patron: w(t.get("patron")),
                    client: w(t.get("client")),
                };
                Policy {
                    name: n.clone(),
                    kind: match t["kind"].as_str().unwrap() {
                        "random" => PolicyKind::Random,
                        "value" => PolicyKind::Value(vp()),
                        "tit-for-tat" => PolicyKind::TitForTat(vp()),
                        "rollout" => PolicyKind::Rollout {
                            base: pn.iter().position(|n| *n == s(t, "base")).unwrap(),
                            top: i(t, "top") as usize,
                            rolls: i(t, "rolls") as u64,
                        },
                        _ => panic!(),
                    },
                }
            })
            .collect(),
    }
}
fn main() {
    for (dir, deck) in [
        ("tests/golden", "tests/golden/deck.toml"),
        (
            "tests/golden/two-demands",
            "tests/golden/two-demands/deck.toml",
        ),
    ] {
        let sc = load(&std::fs::read_to_string(deck).unwrap());
        for f in std::fs::read_dir(dir).unwrap() {
            let p = f.unwrap().path();
            if p.extension().map_or(true, |e| e != "log") {
                continue;
            }
            let stem = p.file_stem().unwrap().to_str().unwrap().to_string();
            let mut it = stem.split('_');
            let (a, b, seed) = (
                it.next().unwrap(),
                it.next().unwrap(),
                it.next().unwrap().parse().unwrap(),
            );
            let bot = |n| Bot::new(&sc, &sc.policies[sc.policy_index(n).unwrap()]);
            let log = canonical_log(&sc, seed, &bot(a), &bot(b));
            let want = std::fs::read_to_string(&p).unwrap();
            if log != want {
                println!("DIFF {stem}");
                for (x, y) in log.lines().zip(want.lines()) {
                    if x != y {
                        println!(" got  {x}\n want {y}");
                        break;
                    }
                }
            } else {
                println!("ok {stem}")
            }
        }
    }
    let sc = load(&std::fs::read_to_string("tests/golden/deck.toml").unwrap());
    let bot = |n| Bot::new(&sc, &sc.policies[sc.policy_index(n).unwrap()]);
    for (a, b, h) in [
        ("random", "random", "052efc4168f3fa6a"),
        ("greedy", "cautious", "dbd94502a8a96f26"),
        ("cautious", "tit-for-tat", "c4a78e6e25b744bd"),
        ("tit-for-tat", "hardliner", "6d2efc4003394e72"),
        ("hardliner", "greedy", "27985a0b3aba6ac9"),
        ("logit", "logit", "700d5d62afc0edc1"),
        ("random", "logit", "6342fe68116cdbb0"),
        ("hardliner", "hardliner", "b23cf427065fc643"),
    ] {
        let mut all = String::new();
        for seed in 0..25 {
            all += &canonical_log(&sc, seed, &bot(a), &bot(b));
        }
        println!("{a}:{b} {:016x} {h}", fnv1a(all.as_bytes()));
    }
}
