//! What a choice would do, as far as a seat can know.

use super::View;
use crate::engine::preview::{Expected, Ground, MeasurePreview, Moved, Preview};
use crate::engine::refused::Refused;
use crate::engine::room::inject::News;
use crate::model::choice::{BySide, Demand, FollowUp, MeasureKind, Offer, Reply, Response, Step};
use crate::model::scenario::Scenario;

impl View {
    const fn ground<'a>(&'a self, scenario: &'a Scenario) -> Ground<'a> {
        Ground {
            scenario,
            position: &self.position,
            progress: &self.progress,
            offer_waits: self.offer_waits,
        }
    }

    /// What a demand and a reply would do.
    pub fn preview(&self, scenario: &Scenario, demand: Demand, reply: Reply) -> Preview {
        self.ground(scenario).exchange(demand, reply, self.place)
    }

    /// What a follow-up to the open exchange would do.
    pub fn preview_follow_up(&self, scenario: &Scenario, choice: FollowUp) -> Option<Expected> {
        let exchange = self.open_exchange()?;
        Some(self.ground(scenario).follow_up(exchange, choice))
    }

    /// What a follow-up to such an answer would do as things stand, before the answer itself has moved anything.
    pub fn preview_follow_up_to(
        &self,
        scenario: &Scenario,
        demand: Demand,
        response: Response,
        choice: FollowUp,
    ) -> Moved {
        self.ground(scenario).follow_up_to(demand, response, choice)
    }

    /// What asking for nothing would do.
    pub fn preview_hold(&self, scenario: &Scenario) -> Moved {
        self.ground(scenario).hold()
    }

    /// What it would do if an offer was taken up.
    pub fn preview_take_up(&self, scenario: &Scenario, offer: Offer) -> Moved {
        self.ground(scenario).take_up(offer)
    }

    /// What it would do if the sides decided so in a crisis; a mediation that this seat knows of counts.
    pub fn preview_crisis_acts(&self, scenario: &Scenario, acts: BySide<bool>) -> Moved {
        let mediated = self
            .measure
            .is_some_and(|taken| scenario.measure(taken.step.measure).kind == MeasureKind::Mediate);
        self.ground(scenario).crisis_acts(acts, mediated)
    }

    /// What a measure of Europe's would do; none for a seat that does not know Europe.
    pub fn preview_measure(&self, scenario: &Scenario, step: Step) -> Option<MeasurePreview> {
        let europe = self.europe.as_ref()?.known();
        Some(self.ground(scenario).measure(europe, step))
    }

    /// What news would do if it came into play now.
    ///
    /// # Errors
    ///
    /// Names the event or gauge that the deck has not, or the change that is too large to be meant.
    pub fn preview_news(&self, scenario: &Scenario, news: &News) -> Result<Moved, Refused> {
        self.ground(scenario).news(news)
    }
}
