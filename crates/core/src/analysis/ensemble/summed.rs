//! Makes the numbers that people and programs read from what was counted.

use crate::analysis::ensemble::plan::Plan;
use crate::analysis::ensemble::summary::{
    Aims, CardUse, Counted, Length, LengthCount, Origin, Play, RedLines, Score, Scores,
    StabilityAt, Summary,
};
use crate::analysis::ensemble::tally::Tally;
use crate::analysis::stats::{Histogram, Moments, Share, ratio};
use crate::bot::EuropeBot;
use crate::model::choice::{Band, Ending, FollowUp, Inducement, Intensity, Response};
use crate::model::scenario::{Card, Scenario};
use crate::model::side::BySide;

/// What was played, whatever came of it.
struct Head {
    deck: String,
    bots: BySide<String>,
    europe: EuropeBot,
    first: u64,
    seed: u64,
    from: Option<Origin>,
    /// The cards' ids with those of their domains.
    cards: Vec<(String, String)>,
}

impl Summary {
    /// Sums up what was counted.
    pub fn new(scenario: &Scenario, plan: &Plan, tally: &Tally) -> Self {
        let (deck, bots) = (scenario.id.clone(), plan.bots.clone());
        let card = |card: &Card| (card.id.clone(), scenario.domains[card.domain].id.clone());
        let head = Head {
            deck,
            bots,
            europe: plan.europe,
            first: plan.first,
            seed: plan.seed,
            from: None,
            cards: scenario.cards.iter().map(card).collect(),
        };
        Self::of(head, tally)
    }

    /// The same ensemble with other counts: those of all its parts.
    pub(super) fn counting(&self, tally: &Tally) -> Self {
        let card = |card: &CardUse| (card.id.clone(), card.domain.clone());
        let head = Head {
            deck: self.deck.clone(),
            bots: self.bots.clone(),
            europe: self.europe,
            first: self.first,
            seed: self.seed,
            from: self.from.clone(),
            cards: self.cards.iter().map(card).collect(),
        };
        Self::of(head, tally)
    }

    fn of(head: Head, tally: &Tally) -> Self {
        let of = tally.sessions;
        let ended: Vec<u64> = Ending::ALL
            .iter()
            .map(|&ending| tally.ended(ending))
            .collect();
        Self {
            deck: head.deck,
            bots: head.bots,
            europe: head.europe,
            first: head.first,
            runs: of,
            seed: head.seed,
            from: head.from,
            endings: counted(words(Ending::ALL, Ending::word), &ended),
            length: length(tally),
            stability: stability(tally),
            final_stability: Score::new(&tally.final_stability),
            aims: Aims {
                sides: tally.aims.map(|met| Share::new(met, of)),
                both: Share::new(tally.all_aims, of),
            },
            scores: Scores {
                sides: tally.scores.map(|moments| Score::new(&moments)),
                europe: Score::new(&tally.europe),
            },
            play: Play::new(tally),
            cards: cards(head.cards, tally),
            red_lines: RedLines::new(tally),
            crisis: Share::new(tally.crises, of),
        }
    }
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> impl Iterator<Item = &'static str> {
    all.iter().map(move |&value| word(value))
}

fn counted(ids: impl Iterator<Item = &'static str>, counts: &[u64]) -> Vec<Counted> {
    let of = counts.iter().sum();
    ids.zip(counts)
        .map(|(id, &count)| Counted {
            id: id.to_owned(),
            share: Share::new(count, of),
        })
        .collect()
}

fn length(tally: &Tally) -> Length {
    let mut moves = Vec::new();
    let mut total = 0;
    for (number, &sessions) in (0u32..).zip(&tally.lengths) {
        total += u64::from(number) * sessions;
        if sessions > 0 {
            moves.push(LengthCount {
                moves: number,
                sessions,
            });
        }
    }
    Length {
        mean: ratio(total, tally.sessions),
        moves,
    }
}

fn stability(tally: &Tally) -> Vec<StabilityAt> {
    (0..)
        .zip(&tally.stability)
        .map_while(|(moves, histogram)| spread(moves, histogram))
        .collect()
}

fn spread(moves: u32, histogram: &Histogram) -> Option<StabilityAt> {
    Some(StabilityAt {
        moves,
        sessions: histogram.total(),
        p5: histogram.quantile(5)?,
        p25: histogram.quantile(25)?,
        p50: histogram.quantile(50)?,
        p75: histogram.quantile(75)?,
        p95: histogram.quantile(95)?,
    })
}

fn cards(ids: Vec<(String, String)>, tally: &Tally) -> Vec<CardUse> {
    let demands = tally.demands();
    ids.into_iter()
        .zip(&tally.cards)
        .map(|((id, domain), count)| CardUse {
            id,
            domain,
            tabled: Share::new(count.tabled, demands),
            met: Share::new(count.met, count.answered),
            offered: count.offered,
            taken_up: count.taken_up,
            crossed: count.crossed,
        })
        .collect()
}

impl Score {
    fn new(moments: &Moments) -> Self {
        Self {
            mean: moments.mean(),
            deviation: moments.deviation(),
        }
    }
}

impl Play {
    fn new(tally: &Tally) -> Self {
        let taken_up = tally.cards.iter().map(|card| card.taken_up).sum();
        let sessions = tally.sessions;
        Self {
            held: Share::new(tally.held, tally.open_moves),
            offered: Share::new(tally.offers(), tally.open_to_offers),
            taken_up: Share::new(taken_up, tally.offers()),
            crisis_acts: tally.crisis_acts.map(|acts| ratio(acts, sessions)),
            measures: ratio(tally.measures.iter().sum(), sessions),
            intensities: counted(words(Intensity::ALL, Intensity::word), &tally.intensities),
            inducements: counted(words(Inducement::ALL, Inducement::word), &tally.inducements),
            responses: counted(words(Response::ALL, Response::word), &tally.responses),
            bands: counted(words(Band::ALL, Band::word), &tally.bands),
            follow_ups: counted(words(FollowUp::ALL, FollowUp::word), &tally.follow_ups),
        }
    }
}

impl RedLines {
    fn new(tally: &Tally) -> Self {
        let [without, with] = &tally.endings;
        let total = |row: &[u64]| row.iter().sum::<u64>();
        let [broken_without, broken_with] = tally.broken();
        let ids = || words(Ending::ALL, Ending::word);
        Self {
            crossings_per_session: ratio(tally.crossings, tally.sessions),
            sessions: Share::new(total(with), tally.sessions),
            endings_with: counted(ids(), with),
            endings_without: counted(ids(), without),
            broken_with,
            broken_without,
            ratio: (broken_without.count > 0).then(|| broken_with.percent / broken_without.percent),
        }
    }
}
