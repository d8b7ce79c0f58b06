//! What stands on the wall: the scene that play calls for, and what it shows, before anybody draws it.
//!
//! It is made from a place of the audience's, from the record as the audience may see it, and from nothing else. Once
//! a session has ended everything is open to the audience; the wall still shows neither menus nor hidden lines nor
//! plans nor what was done in secret, for it is the white cell's to say when the room looks at those. The projector draws it in the terminal, the
//! audience's page as HTML.

pub mod countdown;
pub mod scene;
pub mod slide;
pub mod spread;
pub mod stage;

use crate::clock::Clock;
use crate::glance::Glance;
use scene::Scene;
use stage::Stage;
use unequal_core::store::stage::Call;
use unequal_session::Pace;

/// What everything shown is, so that nobody takes it for more.
pub const DISCLAIMER: &str = "Hypothetical, and no forecast.";

/// What stands on the wall.
#[derive(Debug)]
pub struct Wall<'a> {
    /// How play stands.
    pub scene: Scene<'a>,
    /// What is shown.
    pub stage: Stage,
    /// Its page, from 0.
    pub page: u32,
}

impl<'a> Wall<'a> {
    /// Looks at a session from the audience's place.
    ///
    /// `call` is the scene that was called, `standing` whether the session is followed, in words too. Without a pace no
    /// countdown is shown.
    pub fn of(
        glance: &Glance<'a>,
        call: Option<&Call>,
        standing: (bool, String),
        (pace, clock): (Option<&Pace>, &Clock),
    ) -> Self {
        let ended = glance.view.outcome.is_some();
        let seen = if ended {
            glance.place.seen_then()
        } else {
            glance.seen(0..glance.entries())
        };
        let (stage, turned) = stage::of(glance, &seen, call, (pace, clock));
        let mut scene = Scene::of(glance, &seen, standing, pace);
        if !matches!(stage, Stage::Board) && stage.says(scene.announcement.as_deref()) {
            scene.announcement = None;
        }
        Self {
            scene,
            stage,
            page: turned,
        }
    }
}
