//! What an ending means for Europe: how hard the deck counts it, against its other endings, and what stood against it.

use serde::Serialize;

use crate::report::sight::Sight;
use unequal_core::model::choice::Ending;
use unequal_core::model::ending;
use unequal_core::model::gauge::Gauge;

/// How hard an ending hits Europe, by the deck's measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HitsEurope {
    /// What the deck takes off for the ending, in points of 100, at the exposure that there was and without a plan.
    pub shock: i64,
    /// How exposed Europe was, 0 to 100.
    pub exposure: i64,
    /// The titles of the endings that the deck counts as easier on Europe.
    pub lighter: Vec<String>,
    /// Of those that it counts as harder.
    pub harder: Vec<String>,
    /// Percent of the shock that a plan spares.
    pub plan_spares: i64,
    /// Whether there was a plan for it; none where the seat may not know, or nobody sat there.
    pub planned: Option<bool>,
}

impl HitsEurope {
    /// What an ending means where the session stands, as far as the seat may know.
    pub(super) fn of(sight: &Sight<'_>, ending: Ending) -> Self {
        let (scenario, text) = (sight.table.scenario(), &sight.table.deck().text);
        let view = sight.table.view(sight.seat);
        let shock = |ending: Ending| scenario.ending(ending).shock;
        let titles = |than: fn(&i64, &i64) -> bool| {
            let all = Ending::ALL.iter().copied();
            let all = all.filter(|other| than(&shock(*other), &shock(ending)));
            all.map(|other| text.ending(other).title.clone()).collect()
        };
        let exposure = view.get(Gauge::Exposure);
        Self {
            shock: ending::shock(scenario, ending, exposure),
            exposure,
            lighter: titles(i64::lt),
            harder: titles(i64::gt),
            plan_spares: scenario.europe.plan_relief,
            planned: (view.europe.as_ref())
                .filter(|_| view.has_europe)
                .map(|own| own.plans.contains(&ending)),
        }
    }

    /// The same in a sentence or two about the ending of this title; `ease` is what the deck's measure leaves of 100 points.
    pub(super) fn sentence(&self, title: &str, name: &str, ease: Option<i64>) -> String {
        let rank = match (self.lighter.as_slice(), self.harder.as_slice()) {
            ([], _) => "none of the deck’s endings is easier on it".to_owned(),
            (_, []) => "none of the deck’s endings is harder on it".to_owned(),
            (_, [only]) => format!("only “{only}” is harder on it"),
            ([only], _) => format!("only “{only}” is easier on it"),
            (lighter, harder) => format!(
                "{} of the deck’s endings are easier on it, {} harder",
                lighter.len(),
                harder.len()
            ),
        };
        let spares = self.plan_spares;
        let plan = match self.planned {
            Some(true) => format!("; its plan for it takes {spares} % of that away"),
            Some(false) => {
                format!("; a plan would have taken {spares} % of that away, and there was none")
            }
            None => String::new(),
        };
        let left = ease.map_or_else(String::new, |ease| {
            format!(
                " With all that weighs on it besides, {ease} points are left; at 100 {name} could live with it easily."
            )
        });
        format!(
            "By the deck’s measure “{title}” costs {name} {} of 100 points at its exposure of {}; {rank}{plan}.{left}",
            self.shock, self.exposure
        )
    }
}
