//! The counts of an ensemble: integers only, so that parts merge in any order to the same whole.

use serde::{Deserialize, Serialize};

use crate::analysis::expectations::{Onward, hidden_anew};
use crate::analysis::stats::{Histogram, Moments, Share};
use crate::bot::{Players, play};
use crate::engine::phase::Phase;
use crate::engine::state::State;
use crate::model::choice::{Band, Ending, FollowUp, Inducement, Intensity, Response, is_met};
use crate::model::current::Exchange;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::{CardAt, Listed, MeasureAt};
use crate::model::scenario::Scenario;
use crate::model::side::{BySide, Side};

/// What became of the demands made with one card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardTally {
    /// How often it was tabled.
    pub tabled: u64,
    /// How often a demand of it was answered.
    pub answered: u64,
    /// How often it was met.
    pub met: u64,
    /// How often the client offered it.
    pub offered: u64,
    /// How often such an offer was taken up.
    pub taken_up: u64,
    /// Red lines crossed over demands of it.
    pub crossed: u64,
}

/// Everything that is counted over the sessions of an ensemble.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Sessions played.
    pub sessions: u64,
    /// Endings in canonical order, of sessions in which no red line was crossed, and of the others.
    pub endings: [[u64; Ending::ALL.len()]; 2],
    /// Sessions by their number of moves.
    pub lengths: Vec<u64>,
    /// Stability of the sessions still in play, at STARTEX and after each move.
    pub stability: Vec<Histogram>,
    /// Sessions in which a side met its aim.
    pub aims: BySide<u64>,
    /// Sessions in which all sides met theirs.
    pub all_aims: u64,
    /// How far a side met its aims.
    pub scores: BySide<Moments>,
    /// How easy it was for Europe to live with the end.
    pub europe: Moments,
    /// Stability at the end.
    pub final_stability: Moments,
    /// Demands by card.
    pub cards: Listed<CardAt, CardTally>,
    /// Measures that Europe took, by measure.
    pub measures: Listed<MeasureAt, u64>,
    /// Acts of de-escalation.
    pub crisis_acts: BySide<u64>,
    /// Moves in which the patron could still ask for something.
    pub open_moves: u64,
    /// Those of them in which it asked for nothing and took nothing up.
    pub held: u64,
    /// Moves in which the client could still offer something.
    pub open_to_offers: u64,
    /// Demands by intensity.
    pub intensities: [u64; Intensity::ALL.len()],
    /// Demands by inducement.
    pub inducements: [u64; Inducement::ALL.len()],
    /// Demands by response.
    pub responses: [u64; Response::ALL.len()],
    /// Demands by band.
    pub bands: [u64; Band::ALL.len()],
    /// Demands by follow-up.
    pub follow_ups: [u64; FollowUp::ALL.len()],
    /// Red lines crossed.
    pub crossings: u64,
    /// Sessions that went through a crisis.
    pub crises: u64,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(scenario: &Scenario) -> Self {
        Self::of_length(scenario, scenario.session.longest())
    }

    /// Nothing counted yet of what may come of a state.
    pub fn from_state(scenario: &Scenario, state: &State) -> Self {
        let declared = state.game.length.unwrap_or(0);
        let longest = scenario.session.longest().max(declared);
        Self::of_length(scenario, longest.max(state.game.move_index + 1))
    }

    fn of_length(scenario: &Scenario, longest: u32) -> Self {
        let longest = longest as usize;
        Self {
            sessions: 0,
            endings: Default::default(),
            lengths: vec![0; longest + 1],
            stability: vec![Histogram::default(); longest + 1],
            aims: BySide::default(),
            all_aims: 0,
            scores: BySide::default(),
            europe: Moments::default(),
            final_stability: Moments::default(),
            cards: vec![CardTally::default(); scenario.cards.len()].into(),
            measures: vec![0; scenario.measures.len()].into(),
            crisis_acts: BySide::default(),
            open_moves: 0,
            held: 0,
            open_to_offers: 0,
            intensities: Default::default(),
            inducements: Default::default(),
            responses: Default::default(),
            bands: Default::default(),
            follow_ups: Default::default(),
            crossings: 0,
            crises: 0,
        }
    }

    /// Plays a session that is at STARTEX between bots, and takes it in.
    pub fn play(&mut self, scenario: &Scenario, game: &mut Game, players: Players<'_>) {
        let (mut crossings, mut crisis) = (0, false);
        play(scenario, game, players, |game| {
            crossings += self.see_move(game, Done::default());
            crisis |= game.clocks.in_crisis;
        });
        self.see_end(scenario, game, crossings, crisis);
    }

    /// Plays on from a state between bots, what is hidden drawn anew, and takes in what comes.
    ///
    /// What was done before counts only where it belongs to the session as a whole: in its length,
    /// its path of stability, its aims and its end.
    pub fn play_from(
        &mut self,
        scenario: &Scenario,
        state: &State,
        seed: u64,
        players: Players<'_>,
    ) {
        let game = hidden_anew(scenario, state, seed);
        // Before a move opens, what was done is that of the move before it.
        let mut done = match state.phase {
            Phase::Inject => Done::default(),
            _ => Done::of(&game, state),
        };
        let (mut crossings, mut crisis) = (0, game.clocks.in_crisis);
        let game = Onward::new(scenario, players, game, state).finish_seen(|game| {
            crossings += self.see_move(game, std::mem::take(&mut done));
            crisis |= game.clocks.in_crisis;
        });
        self.see_end(scenario, &game, crossings, crisis);
    }

    /// Takes in the move that was just closed, but for what was over before the session was taken up; returns
    /// the red lines crossed in it by demands.
    ///
    /// In loops rather than chains of iterators: this runs every move of every session, and `release` builds it plainly.
    fn see_move(&mut self, game: &Game, done: Done) -> u64 {
        let current = &game.current;
        if !done.demand {
            let held = current.exchanges.is_empty() && !current.taken_up;
            self.open_moves += 1;
            self.held += u64::from(held);
        }
        self.open_to_offers += u64::from(!done.offer);
        if let (Some(taken), false) = (&current.measure, done.measure) {
            self.measures[taken.step.measure] += 1;
        }
        if !done.crisis_acts {
            self.crisis_acts.patron += u64::from(current.acts.patron);
            self.crisis_acts.client += u64::from(current.acts.client);
        }
        if let Some(offer) = current.offer {
            let card = &mut self.cards[offer.card];
            card.offered += u64::from(!done.offer);
            card.taken_up += u64::from(current.taken_up && !done.taken_up);
        }
        let mut crossings = 0;
        for (place, exchange) in current.exchanges.iter().enumerate() {
            crossings += self.see_exchange(place, exchange, done);
        }
        crossings
    }

    /// Takes in what of an exchange was still to come.
    fn see_exchange(&mut self, place: usize, exchange: &Exchange, done: Done) -> u64 {
        let demand = exchange.demand;
        let card = &mut self.cards[demand.card];
        if place >= done.tabled {
            card.tabled += 1;
            self.intensities[demand.intensity.index()] += 1;
            self.inducements[demand.inducement.index()] += 1;
        }
        if place >= done.answered {
            card.answered += 1;
            card.met += u64::from(is_met(exchange.reply.response));
            self.responses[exchange.reply.response.index()] += 1;
        }
        if let (Some(choice), true) = (exchange.follow_up, place >= done.settled) {
            self.follow_ups[choice.index()] += 1;
        }
        if place < done.ruled {
            return 0;
        }
        let crossed = exchange.crossed as u64;
        card.crossed += crossed;
        self.bands[exchange.band.index()] += 1;
        crossed
    }

    fn see_end(&mut self, scenario: &Scenario, game: &Game, crossings: u64, crisis: bool) {
        let Some(outcome) = &game.outcome else {
            return;
        };
        self.sessions += 1;
        self.crossings += crossings;
        self.crises += u64::from(crisis);
        self.endings[usize::from(crossings > 0)][outcome.ending.index()] += 1;
        self.lengths[game.move_index as usize] += 1;
        for (histogram, &level) in self.stability.iter_mut().zip(&game.path) {
            histogram.add(level);
        }
        self.final_stability
            .add(game.position.get(Gauge::Stability));
        let mut all_met = true;
        let goals = BySide::new(scenario.score.patron_goal, scenario.score.client_goal);
        let reached = BySide::new(outcome.patron, outcome.client);
        for &side in Side::ALL {
            let (goal, reached) = (goals[side], reached[side]);
            let met = reached >= goal;
            self.aims[side] += u64::from(met);
            self.scores[side].add(reached);
            all_met &= met;
        }
        self.all_aims += u64::from(all_met);
        self.europe.add(outcome.europe);
    }

    /// Takes in all that another tally of the same deck has counted.
    pub fn merge(&mut self, other: &Self) {
        self.sessions += other.sessions;
        for (mine, theirs) in self.endings.iter_mut().zip(&other.endings) {
            sum(mine, theirs);
        }
        sum(&mut self.lengths, &other.lengths);
        for (mine, theirs) in self.stability.iter_mut().zip(&other.stability) {
            mine.merge(theirs);
        }
        for &side in Side::ALL {
            self.aims[side] += other.aims[side];
            self.scores[side].merge(&other.scores[side]);
            self.crisis_acts[side] += other.crisis_acts[side];
        }
        self.all_aims += other.all_aims;
        self.europe.merge(&other.europe);
        self.final_stability.merge(&other.final_stability);
        for (card, theirs) in other.cards.placed() {
            let mine = &mut self.cards[card];
            mine.tabled += theirs.tabled;
            mine.answered += theirs.answered;
            mine.met += theirs.met;
            mine.offered += theirs.offered;
            mine.taken_up += theirs.taken_up;
            mine.crossed += theirs.crossed;
        }
        for (measure, theirs) in other.measures.placed() {
            self.measures[measure] += theirs;
        }
        self.open_moves += other.open_moves;
        self.held += other.held;
        self.open_to_offers += other.open_to_offers;
        sum(&mut self.intensities, &other.intensities);
        sum(&mut self.inducements, &other.inducements);
        sum(&mut self.responses, &other.responses);
        sum(&mut self.bands, &other.bands);
        sum(&mut self.follow_ups, &other.follow_ups);
        self.crossings += other.crossings;
        self.crises += other.crises;
    }

    /// Whether another tally counts the same things: of the same deck, from the same moment.
    pub(super) fn is_shaped_like(&self, other: &Self) -> bool {
        let shape = |tally: &Self| {
            let (cards, measures) = (tally.cards.len(), tally.measures.len());
            (tally.lengths.len(), tally.stability.len(), cards, measures)
        };
        shape(self) == shape(other)
    }

    /// How often an ending occurred.
    pub fn ended(&self, ending: Ending) -> u64 {
        self.endings.iter().map(|row| row[ending.index()]).sum()
    }

    /// Ruptures and collapses, of sessions in which no red line was crossed, and of the others.
    pub fn broken(&self) -> [Share; 2] {
        self.endings.map(|row| {
            let broken = row[Ending::Rupture.index()] + row[Ending::Collapse.index()];
            Share::new(broken, row.iter().sum())
        })
    }

    /// All demands tabled.
    pub fn demands(&self) -> u64 {
        self.intensities.iter().sum()
    }

    /// All offers tabled.
    pub fn offers(&self) -> u64 {
        self.cards.iter().map(|card| card.offered).sum()
    }
}

/// What of a move was over before a session was taken up in it.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each thing that a move does once"
)]
struct Done {
    measure: bool,
    crisis_acts: bool,
    offer: bool,
    taken_up: bool,
    /// What the patron does in this move with its demands, if it can do nothing more of the kind.
    demand: bool,
    /// Demands that were tabled.
    tabled: usize,
    /// Those of them that were answered.
    answered: usize,
    /// Those that were ruled on.
    ruled: usize,
    /// Those that were followed up.
    settled: usize,
}

impl Done {
    fn of(game: &Game, state: &State) -> Self {
        let phase = state.phase;
        let settled = |exchange: &&Exchange| exchange.follow_up.is_some();
        let ruled = game.current.exchanges.len();
        let tabled = ruled + state.tabled.len();
        let replied = state.tabled.iter().filter(|tabled| tabled.reply.is_some());
        let measure = phase != Phase::Europe;
        let crisis_acts = measure && phase != Phase::Crisis;
        Self {
            measure,
            crisis_acts,
            offer: crisis_acts && phase != Phase::Offer,
            taken_up: game.current.taken_up,
            demand: tabled > 0 || game.current.taken_up || phase == Phase::Drift,
            tabled,
            answered: ruled + replied.count(),
            ruled,
            settled: game.current.exchanges.iter().filter(settled).count(),
        }
    }
}

fn sum(mine: &mut [u64], theirs: &[u64]) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        *mine += theirs;
    }
}
