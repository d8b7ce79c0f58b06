//! The ruling desk: what presses and what resists, the odds, the dice, and the ruling that stands.
//!
//! ```text
//! ┌ Ruling ─────────────────────────────────────────────────────────────────────┐
//! │ China pressed for “Crude discount” · Russia: Refuse                         │
//! │ China presses                 Russia resists                                │
//! │ leverage at work        57    weight on red line      18                    │
//! │                         95                            39                    │
//! │ −4 on the roll: China presses harder                                        │
//! │ Arguments heard at the table     ‹ ±0 ›                                     │
//! │ Dice                             rolled by the program                      │
//! │                                                                             │
//! │ 15/36 gives more than meant   30 % …                                        │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! First the factors and what was argued are settled; then the dice fall; then the white cell accepts
//! what they give, for good or for now, or rules otherwise with a reason. Arguments are on the record as
//! they are made; the ruling is not before it stands.

mod desk;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::field::{LineField, TextField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, heading, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::on_table;
use crate::screen::board::room::argue;
use crate::screen::board::sheet::adjust;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::dice::Rolled;
use unequal_core::engine::action::Action;
use unequal_core::engine::choice::Band;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::resolve::contest::{Demand, Reply, band};
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;

/// Where the white cell is in ruling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Arguments.
    Arguments,
    /// Dice rolled by hand.
    Dice,
    /// The dice have fallen.
    Fallen,
    /// Another band, with a reason.
    Override,
}

/// The ruling desk.
#[derive(Debug)]
pub struct RulingSheet {
    /// The net that the white cell set by hand; else it is what the arguments come to.
    by_ear: Option<i64>,
    /// Whether the ruling is to be looked at again later.
    provisional: bool,
    by_hand: LineField,
    band: Band,
    reason: TextField,
    step: Step,
}

impl RulingSheet {
    /// Opens the desk.
    pub fn new(sitting: &Sitting) -> Self {
        let name = format!("{}reason", draft_prefix(Seat::WhiteCell, "rule"));
        Self {
            by_ear: None,
            provisional: false,
            by_hand: LineField::new(2).with_placeholder("2-12"),
            band: Band::AsOffered,
            reason: TextField::new(2000)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder("Why not as the dice have it?"),
            step: Step::Arguments,
        }
    }

    fn rolled(&self, glance: &Glance<'_>) -> Rolled {
        if let Ok(sum) = self.by_hand.text().trim().parse() {
            return Rolled::Sum(sum);
        }
        let (a, b) = glance.view.dice.unwrap_or((1, 1));
        Rolled::Faces(a, b)
    }

    fn roll(&self, glance: &Glance<'_>) -> i64 {
        match self.rolled(glance) {
            Rolled::Sum(sum) => sum,
            Rolled::Faces(a, b) => i64::from(a) + i64::from(b),
        }
    }

    fn modifier(&self, glance: &Glance<'_>, demand: Demand, reply: Reply) -> i64 {
        let preview = glance.view.preview(glance.scenario(), demand, reply);
        preview.factors.modifier + self.arguments(glance)
    }

    /// What the arguments come to on the roll; nothing where rulings are by rule only.
    fn arguments(&self, glance: &Glance<'_>) -> i64 {
        if is_rigid(glance) {
            return 0;
        }
        self.by_ear.unwrap_or(glance.view.room.net_arguments)
    }

    fn computed(&self, glance: &Glance<'_>, demand: Demand, reply: Reply) -> Band {
        let modifier = self.modifier(glance, demand, reply);
        band(glance.scenario(), self.roll(glance), modifier)
    }

    fn argue(&mut self, glance: &Glance<'_>, by: i64) {
        let limit = glance.scenario().contest.argument_limit;
        self.by_ear = Some((self.arguments(glance) + by).clamp(-limit, limit));
    }

    fn forward(&mut self, sitting: &mut Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let Some((demand, reply)) = glance.view.open_contest() else {
            return Then::Close;
        };
        match self.step {
            Step::Arguments | Step::Dice => {
                let typed = self.by_hand.text().trim();
                let sum = typed.parse::<i64>().ok();
                if !typed.is_empty() && !sum.is_some_and(|sum| (2..=12).contains(&sum)) {
                    sitting.say(
                        Tone::Trouble,
                        "Two dice show 2 to 12; leave the field empty for the program’s dice.",
                    );
                    self.step = Step::Dice;
                    return Then::Stay;
                }
                self.band = self.computed(&glance, demand, reply);
                let free = glance.view.options.adjudication == AdjudicationMode::Free;
                self.step = if free { Step::Override } else { Step::Fallen };
                Then::Stay
            }
            Step::Fallen => self.submit(&glance, None, None),
            Step::Override => {
                let reason = self.reason.value().trim().to_owned();
                if reason.is_empty() {
                    sitting.say(
                        Tone::Trouble,
                        "A ruling of your own needs a reason: it stays in the record.",
                    );
                    return Then::Stay;
                }
                self.submit(&glance, Some(self.band), Some(reason))
            }
        }
    }

    fn submit(&self, glance: &Glance<'_>, band: Option<Band>, reason: Option<String>) -> Then {
        Then::Do(vec![Effect::Submit {
            seat: Seat::WhiteCell,
            action: Action::Rule {
                roll: self.by_hand.text().trim().parse().ok(),
                arguments: self.arguments(glance),
                band,
                reason,
                provisional: self.provisional,
            },
            remarks: Remarks::default(),
        }])
    }
}

/// Whether rulings are by rule only: nothing at the desk can change them.
fn is_rigid(glance: &Glance<'_>) -> bool {
    glance.view.options.adjudication == AdjudicationMode::Rigid
}

impl Page for RulingSheet {
    fn stays(&self) -> bool {
        true
    }

    fn wants(&self, sitting: &Sitting) -> Option<Order> {
        let place = sitting.place.as_ref()?;
        sitting
            .desk
            .outlook(place)
            .is_none()
            .then_some(Order::Outlook)
    }

    fn layer(&self) -> Layer {
        match self.step {
            Step::Arguments | Step::Fallen => Layer::Desk,
            Step::Dice => Layer::Line,
            Step::Override => Layer::Text,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self.step {
            Step::Arguments | Step::Fallen => None,
            Step::Dice => Some(&mut self.by_hand),
            Step::Override => Some(&mut self.reason),
        }
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let rigid = look(sitting).is_some_and(|glance| is_rigid(&glance));
        let mut hints = Vec::new();
        match self.step {
            Step::Arguments => {
                hints.push(Command::Confirm.hint("let the dice fall"));
                hints.push(Command::Argue.into());
                if !rigid {
                    hints.push(Command::Right.hint("net"));
                    hints.push(Command::NextField.hint("dice by hand"));
                }
            }
            Step::Dice => {
                hints.push(Command::Confirm.hint("let the dice fall"));
                hints.push(Command::NextField.hint("arguments"));
            }
            Step::Fallen => {
                hints.push(Command::Confirm.hint("accept: so it stands"));
                hints.push(Command::RuleLater.into());
                if !rigid {
                    hints.push(Command::Override.hint("rule otherwise"));
                }
                hints.push(Command::Adjust.hint("adjust a gauge"));
            }
            Step::Override => {
                hints.push(Command::Confirm.hint("so it stands"));
                hints.push(Command::NextField.hint("other result"));
            }
        }
        if matches!(self.step, Step::Arguments | Step::Fallen) {
            hints.push(if sitting.desk.hides_dice {
                Command::HideDice.hint("show dice")
            } else {
                Command::HideDice.hint("hide dice")
            });
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let inner = paper(frame, area, "The ruling", (FULL.0, 26), &sitting.theme);
        let mut at = inner;
        if let Some((demand, reply)) = glance.view.open_contest() {
            let line = Line::from(vec![
                Span::styled(
                    on_table::card_title(&glance, demand.card),
                    sitting.theme.patron,
                ),
                Span::styled(
                    format!(" · {} · ", on_table::demand_line(&glance, demand)),
                    sitting.theme.dim,
                ),
                Span::styled(on_table::reply_line(&glance, reply), sitting.theme.client),
            ]);
            if line.width() <= usize::from(at.width) {
                at = lines(frame, at, &[line, Line::default()]);
            } else {
                let first = on_table::card_title(&glance, demand.card);
                let rest = format!(
                    "{} · {}",
                    on_table::demand_line(&glance, demand),
                    on_table::reply_line(&glance, reply)
                );
                at = lines(
                    frame,
                    at,
                    &[
                        heading(&first, sitting.theme.patron),
                        heading(&rest, sitting.theme.client),
                    ],
                );
            }
        }
        match self.step {
            Step::Arguments | Step::Dice => self.draw_desk(frame, at, &glance, sitting),
            Step::Fallen | Step::Override => self.draw_fallen(frame, at, &glance, sitting),
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match (self.step, command) {
            (_, Command::Confirm) => return self.forward(sitting),
            (Step::Arguments, Command::Back) => return Then::Close,
            (Step::Arguments | Step::Fallen, Command::Argue) => {
                self.step = Step::Arguments;
                return Then::Open(argue::sheet(sitting));
            }
            (Step::Arguments | Step::Fallen, Command::Adjust) => {
                return Then::Open(adjust::sheet(sitting, Gauge::Trust));
            }
            (Step::Arguments | Step::Fallen, Command::HideDice) => {
                sitting.desk.hides_dice = !sitting.desk.hides_dice;
            }
            (Step::Arguments, Command::RuleLater) => self.provisional = !self.provisional,
            (Step::Fallen, Command::RuleLater) => {
                self.provisional = true;
                return self.forward(sitting);
            }
            (Step::Arguments, Command::Left | Command::Right) => match look(sitting) {
                Some(glance) if !is_rigid(&glance) => {
                    self.argue(&glance, if command == Command::Left { -1 } else { 1 });
                }
                _ => {}
            },
            (Step::Arguments, Command::NextField | Command::Down | Command::PreviousField)
                if !look(sitting).is_some_and(|glance| is_rigid(&glance)) =>
            {
                self.step = Step::Dice;
            }
            (Step::Dice | Step::Fallen, Command::Back)
            | (Step::Dice, Command::NextField | Command::Up | Command::PreviousField) => {
                self.step = Step::Arguments;
            }
            (Step::Fallen, Command::Override) => {
                if look(sitting).is_some_and(|glance| is_rigid(&glance)) {
                    sitting.say(
                        Tone::Plain,
                        "Rulings are by rule only. The list of rulings, o, changes that with m.",
                    );
                } else {
                    self.step = Step::Override;
                }
            }
            (Step::Override, Command::Back) => self.step = Step::Fallen,
            (Step::Override, Command::NextField) => {
                self.band = Band::ALL[(self.band.index() + 1) % Band::ALL.len()];
            }
            (Step::Override, Command::PreviousField) => {
                self.band = Band::ALL[(self.band.index() + 2) % Band::ALL.len()];
            }
            _ => {}
        }
        Then::Stay
    }
}
