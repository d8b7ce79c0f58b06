//! Which scene the wall shows: the one that was called last, or else the one that play calls for.
//!
//! A call holds until something happens that the room is to see: a step of play, a reveal, an announcement, a pause. So
//! nobody has to take it back, and nothing that was shown for one question stands over the next.

use crate::clock::Clock;
use crate::glance::Glance;
use crate::wall::scene::is_for_the_wall;
use crate::wall::slide::{self, Pages, Slide};
use unequal_core::engine::action::Kind;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::view::PollView;
use unequal_core::store::stage::{Call, Scene};
use unequal_session::Pace;
use unequal_session::sight::Seen;
use unequal_session::telling::signed;

/// A scene with what it shows.
#[derive(Debug)]
pub enum Stage {
    /// Everything public at a glance.
    Board,
    /// Words, a page each.
    Slides(Vec<Slide>),
    /// What may be answered, and to what.
    Answers(String, Vec<(String, String)>),
    /// Estimates that were revealed, with names or without.
    Estimates(PollView, bool),
    /// The dice that were rolled, and what they came to.
    Dice(Rolled, Slide),
    /// Stability, with why it moved.
    Curve,
    /// The link that lets phones in.
    WayIn(String),
}

impl Stage {
    /// What it is about, as long as its pages are counted on: another scene begins with its first.
    pub fn subject(&self) -> String {
        match self {
            Self::Slides(slides) => {
                let titles: Vec<&str> = slides.iter().map(|slide| slide.title.as_str()).collect();
                titles.join("\n")
            }
            Self::Estimates(poll, named) => format!("{} {named}", poll.question),
            Self::Answers(..) | Self::Board | Self::Dice(..) | Self::Curve | Self::WayIn(_) => {
                String::new()
            }
        }
    }

    /// Whether its pages, where it has more than one, turn by themselves.
    pub fn turns_by_itself(&self) -> bool {
        match self {
            Self::Slides(slides) => slides.iter().any(|slide| slide.pages == Pages::Turning),
            Self::Answers(..) => true,
            Self::Board | Self::Estimates(..) | Self::Dice(..) | Self::Curve | Self::WayIn(_) => {
                false
            }
        }
    }

    /// Whether it is no more than these words.
    pub fn says(&self, words: Option<&str>) -> bool {
        matches!(self, Self::Slides(slides) if slides.len() == 1 && words == Some(slides[0].title.as_str()))
    }
}

/// Two dice.
#[derive(Clone, Copy, Debug)]
pub struct Rolled {
    /// Their faces, where they were not rolled by hand.
    pub faces: Option<(u8, u8)>,
    /// Their sum.
    pub roll: i64,
    /// What is added: of the forces, and of arguments.
    pub added: (i64, i64),
}

impl Rolled {
    /// What was rolled and what was added to it, in words: `7 rolled, +2 of the forces: 9`.
    pub fn told(&self) -> String {
        let (forces, argued) = self.added;
        let total = self.roll + forces + argued;
        let by_hand = if self.faces.is_none() {
            "two dice by hand: "
        } else {
            ""
        };
        let argued = if argued == 0 {
            String::new()
        } else {
            format!(", {} of arguments", signed(argued))
        };
        let (rolled, forces) = (self.roll, signed(forces));
        format!("{by_hand}{rolled} rolled, {forces} of the forces{argued}: {total}")
    }
}

/// The scene for the wall, with its page from 0.
pub fn of(
    glance: &Glance<'_>,
    seen: &[Seen],
    call: Option<&Call>,
    (pace, clock): (Option<&Pace>, &Clock),
) -> (Stage, u32) {
    let shows_dice = call.is_none_or(|call| !call.hides_dice);
    let asked = Asked {
        glance,
        shows_dice,
        seen,
        pace,
        clock,
    };
    let cue = seen.iter().rev().find(|seen| is_cue(seen));
    let call = call.filter(|call| cue.is_none_or(|cue| cue.number <= call.after));
    let turned = call.map_or(0, |call| call.page);
    let called = call.and_then(|call| match call.scene {
        Some(scene) => asked.called(scene, call.link.as_deref()),
        // Whoever calls the wall back to play when that is over wants the ending, whatever was revealed since.
        None => Asked::slides(slide::ending(glance)),
    });
    (called.unwrap_or_else(|| asked.by_itself()), turned)
}

/// Whether an entry is something that the room is to see, whatever was called before.
fn is_cue(seen: &Seen) -> bool {
    let said = matches!(
        seen.kind,
        Kind::RevealEstimates | Kind::Announce | Kind::Pause | Kind::GoOn
    );
    said || is_for_the_wall(seen)
}

struct Asked<'a> {
    glance: &'a Glance<'a>,
    shows_dice: bool,
    seen: &'a [Seen],
    pace: Option<&'a Pace>,
    clock: &'a Clock,
}

impl Asked<'_> {
    /// A scene that was called, where there is something of it to show.
    fn called(&self, scene: Scene, link: Option<&str>) -> Option<Stage> {
        let glance = self.glance;
        Some(match scene {
            Scene::Question => Self::slides(slide::question(glance))?,
            Scene::Answers => self.answers(),
            Scene::Estimates | Scene::Names => {
                let polls = glance.view.room.polls.iter().rev();
                let last = polls.clone().find(|poll| poll.estimates.is_some())?;
                Stage::Estimates(last.clone(), scene == Scene::Names)
            }
            Scene::Dice => self.dice(self.standing().find(|seen| seen.resolved().is_some())?)?,
            Scene::Curve => Stage::Curve,
            Scene::Board => Stage::Board,
            Scene::Phones => Stage::WayIn(link?.to_owned()),
            Scene::Rules => Self::slides(slide::rules(glance))?,
            Scene::Announcement => {
                let said = glance.announced().map(|(_, words)| words);
                match said {
                    Some(words) => Self::slides(vec![slide::announcement(&words)])?,
                    None => self.pause()?,
                }
            }
        })
    }

    /// The scene that play calls for.
    fn by_itself(&self) -> Stage {
        let glance = self.glance;
        if let Some(pause) = self.pause() {
            return pause;
        }
        let last = self
            .seen
            .iter()
            .rev()
            .find(|seen| is_for_the_wall(seen) || seen.kind == Kind::RevealEstimates);
        let announced = glance.announced();
        let announced =
            announced.filter(|(number, _)| last.is_none_or(|last| last.number < *number));
        if let Some(said) =
            announced.and_then(|(_, words)| Self::slides(vec![slide::announcement(&words)]))
        {
            return said;
        }
        let cue = last
            .filter(|last| !last.undone)
            .and_then(|last| self.after(last));
        if let Some(ending) = Self::slides(slide::ending(glance)) {
            let reveals = last.is_some_and(|last| last.kind == Kind::RevealEstimates);
            return cue.filter(|_| reveals).unwrap_or(ending);
        }
        cue.or_else(|| match glance.view.phase {
            Phase::Response | Phase::Demand => Self::slides(slide::question(glance)),
            Phase::Ruling => Self::slides(slide::in_own_words(glance, 0).into_iter().collect()),
            _ => None,
        })
        .unwrap_or(Stage::Board)
    }

    /// The scene of what happened last.
    fn after(&self, last: &Seen) -> Option<Stage> {
        if last.kind == Kind::RevealEstimates {
            return self.called(Scene::Estimates, None);
        }
        if last.resolved().is_some() {
            return self.dice(last);
        }
        let closed = last
            .facts
            .iter()
            .any(|fact| matches!(fact, Fact::MoveClosed));
        if closed {
            return Some(Stage::Curve);
        }
        Self::slides(slide::news(self.glance, last).into_iter().collect())
    }

    fn standing(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().rev().filter(|seen| !seen.undone)
    }

    fn slides(slides: Vec<Slide>) -> Option<Stage> {
        (!slides.is_empty()).then_some(Stage::Slides(slides))
    }

    fn pause(&self) -> Option<Stage> {
        let stopped = self.glance.stopped()?;
        Self::slides(vec![slide::pause(&stopped, self.pace, self.clock)])
    }

    fn answers(&self) -> Stage {
        let glance = self.glance;
        let client = &glance.text().client;
        let to = slide::question(glance).into_iter().next();
        let heading = match to {
            Some(slide) if !glance.view.tabled.is_empty() => slide.title,
            _ => format!("What {client} may answer"),
        };
        Stage::Answers(heading, slide::answers(glance))
    }

    fn dice(&self, seen: &Seen) -> Option<Stage> {
        let exchange = seen.resolved()?;
        let result = slide::result(self.glance, seen)?;
        if !self.shows_dice {
            return Self::slides(vec![result]);
        }
        let rolled = Rolled {
            faces: self.glance.place.faces(seen.number),
            roll: exchange.roll,
            added: (exchange.modifier, exchange.arguments),
        };
        Some(Stage::Dice(rolled, result))
    }
}
