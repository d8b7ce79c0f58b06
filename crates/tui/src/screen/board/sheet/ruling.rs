//! The ruling desk: what presses and what resists, the odds, the dice, and the ruling that stands.
//!
//! ```text
//! ┌ Ruling ─────────────────────────────────────────────────────────────────────┐
//! │ China pressed for “Crude discount” · Russia: Refuse                         │
//! │ China presses                 Russia resists                                │
//! │ leverage at work        57    weight on red line      18                    │
//! │                         95                            39                    │
//! │ −4 on the roll: China presses harder                                        │
//! │   Arguments heard at the table  ‹ ±0 ›                                      │
//! │   Dice rolled by hand           empty: the program rolls                    │
//! │                                                                             │
//! │ 15/36 gives more than meant   30 % …                                        │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! First the factors and what was argued are settled; then the dice fall; then the white cell accepts
//! what they give, for good or for now, or rules otherwise with a reason. Arguments are on the record as
//! they are made; the ruling is not before it stands.

mod desk;
mod otherwise;
mod prospect;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::field::Typing;
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::asking::white_cell;
use crate::page::form::{Asked, Form};
use crate::page::paper::{WHOLE, below, inside, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::room::argue;
use crate::screen::board::sheet::adjust;
use crate::sitting::Sitting;
use crate::walk::{Text, Walk};
use crate::widget::change::signed;
use crate::widget::dice::Rolled;
use unequal_core::engine::action::Action;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::model::choice::Band;
use unequal_core::model::choice::{Demand, Reply};
use unequal_core::model::contest::band;
use unequal_core::model::gauge::Gauge;

/// Where the white cell is in ruling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The forces are looked at.
    Forces,
    /// What was argued and rolled by hand is written down.
    Lines,
    /// The dice have fallen.
    Fallen,
}

/// The ruling desk.
#[derive(Debug)]
pub struct RulingSheet {
    /// The net that the white cell set by hand; else it is what the arguments come to.
    by_ear: Option<i64>,
    /// Whether the ruling is to be looked at again later.
    provisional: bool,
    form: Form,
    step: Step,
    /// Where somebody is in what there is to read.
    walk: Walk,
}

impl RulingSheet {
    /// What is ruled on, and the room below it, as the terminal is now.
    fn places(glance: &Glance<'_>, sitting: &Sitting) -> (Vec<Line<'static>>, Rect) {
        let inner = inside(sitting, WHOLE);
        let columns = usize::from(inner.width);
        let open = glance.view.open_contest();
        let head = open.map_or_else(Vec::new, |open| {
            Self::head(glance, open, columns, &sitting.theme)
        });
        let rows = u16::try_from(head.len()).unwrap_or(0);
        (head, below(inner, rows))
    }

    /// How long what there is to read is, as the terminal is now.
    fn text(&self, sitting: &Sitting) -> Option<Text> {
        let glance = look(sitting)?;
        let (_, at) = Self::places(&glance, sitting);
        Some(self.reading(at, &glance, sitting)?.text())
    }

    /// Opens the desk.
    pub fn new(sitting: &Sitting) -> Self {
        let nets = look(sitting).map_or_else(Vec::new, |glance| {
            let (text, limit) = (glance.text(), glance.scenario().contest.argument_limit);
            let net = |net: i64| match net {
                1.. => format!("{}  helps {}", signed(net), text.client),
                0 => format!(
                    "{}  + helps {}, − helps {}",
                    signed(net),
                    text.client,
                    text.patron
                ),
                _ => format!("{}  helps {}", signed(net), text.patron),
            };
            (-limit..=limit).map(net).collect()
        });
        let form = Form::new(String::new())
            .choice("net", "Arguments heard at the table", nets, 0)
            .named(
                "dice",
                "Dice rolled by hand",
                2,
                "",
                "2 to 12; empty: the program rolls",
            )
            .at("dice")
            .at_once();
        Self {
            by_ear: None,
            provisional: false,
            form,
            step: Step::Forces,
            walk: Walk::default(),
        }
    }

    /// The sum that was rolled by hand.
    fn by_hand(&self) -> Option<i64> {
        self.form.number("dice")
    }

    /// The lines with the net as it stands now: somebody may have argued meanwhile.
    fn lines(&self, glance: &Glance<'_>) -> Form {
        let limit = glance.scenario().contest.argument_limit;
        let mut form = self.form.clone();
        let place = usize::try_from(self.arguments(glance) + limit);
        form.choose("net", place.unwrap_or(0));
        form.rest(self.step != Step::Lines);
        form
    }

    fn rolled(&self, glance: &Glance<'_>) -> Rolled {
        if let Some(sum) = self.by_hand() {
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
        if glance.view.open_contest().is_none() {
            return Then::Close;
        }
        match self.step {
            Step::Forces | Step::Lines => {
                let is_roll = |sum| (2..=12).contains(&sum);
                if self.form.given("dice").is_some() && !self.by_hand().is_some_and(is_roll) {
                    let words =
                        "Two dice show 2 to 12; leave the line empty for the program’s dice.";
                    sitting.say(Tone::Trouble, words);
                    self.form.focus_on("dice");
                    self.step = Step::Lines;
                    return Then::Stay;
                }
                self.step = Step::Fallen;
                if glance.view.options.adjudication == AdjudicationMode::Free {
                    return self.otherwise(sitting);
                }
                Then::Stay
            }
            Step::Fallen => Then::Do(white_cell(self.ruling(&glance))),
        }
    }

    /// The ruling as the dice have it.
    fn ruling(&self, glance: &Glance<'_>) -> Action {
        Action::Rule {
            roll: self.by_hand(),
            arguments: self.arguments(glance),
            band: None,
            reason: None,
            provisional: self.provisional,
        }
    }

    /// Opens the sheet for another result.
    fn otherwise(&self, sitting: &Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let Some((demand, reply)) = glance.view.open_contest() else {
            return Then::Close;
        };
        let computed = self.computed(&glance, demand, reply);
        Then::Open(otherwise::sheet(sitting, self.ruling(&glance), computed))
    }

    /// Does a command on the lines.
    fn on_lines(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if let Some(glance) = look(sitting) {
            self.form = self.lines(&glance);
        }
        match self.form.on(command) {
            Asked::Back => self.step = Step::Forces,
            Asked::Changed(_) => {
                if let Some(glance) = look(sitting) {
                    let limit = glance.scenario().contest.argument_limit;
                    let place = i64::try_from(self.form.chosen("net")).unwrap_or(limit);
                    self.by_ear = Some(place - limit);
                }
            }
            Asked::Record => return self.forward(sitting),
            Asked::Nothing => {}
        }
        Then::Stay
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
        if self.step == Step::Fallen
            && let Some(glance) = look(sitting)
        {
            let (roll, net) = (self.roll(&glance), self.arguments(&glance));
            if sitting.desk.tips(place, roll, net).is_none() {
                return Some(Order::Tips(roll, net));
            }
        }
        let outlook = sitting.desk.outlook(place);
        outlook.is_none().then_some(Order::Outlook)
    }

    fn layer(&self) -> Layer {
        match self.step {
            Step::Lines => self.form.layer(),
            Step::Forces | Step::Fallen => Layer::Desk,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self.step {
            Step::Lines => self.form.field_mut(),
            Step::Forces | Step::Fallen => None,
        }
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let rigid = look(sitting).is_some_and(|glance| is_rigid(&glance));
        let mut hints = Vec::new();
        match self.step {
            Step::Forces => {
                hints.push(Command::Confirm.hint("let the dice fall"));
                hints.push(Command::Argue.into());
                if !rigid {
                    hints.push(Command::Right.hint("net"));
                    hints.push(Command::NextField.hint("dice by hand"));
                }
            }
            Step::Lines => return self.form.hints("let the dice fall"),
            Step::Fallen => {
                hints.push(Command::Confirm.hint("accept: so it stands"));
                hints.push(Command::RuleLater.into());
                if !rigid {
                    hints.push(Command::Override.hint("rule otherwise"));
                }
                hints.push(Command::Adjust.hint("adjust a gauge"));
            }
        }
        let shown = ["hide dice", "show dice"][usize::from(sitting.desk.hides_dice)];
        hints.push(Command::HideDice.hint(shown));
        if self.text(sitting).is_some_and(|text| text.beyond > 0) {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn takes_screen(&self) -> bool {
        true
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let inner = paper(frame, area, "The ruling", WHOLE, &sitting.theme);
        let (head, at) = Self::places(&glance, sitting);
        lines(frame, inner, &head);
        match self.step {
            Step::Forces | Step::Lines => self.draw_desk(frame, at, &glance, sitting),
            Step::Fallen => self.draw_fallen(frame, at, &glance, sitting),
        }
        if let Some(reading) = self.reading(at, &glance, sitting) {
            reading.draw(frame, self.walk.scroll(), &sitting.theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if self.step == Step::Lines {
            return self.on_lines(sitting, command);
        }
        let rigid = look(sitting).is_some_and(|glance| is_rigid(&glance));
        match (self.step, command) {
            (_, Command::Confirm) => return self.forward(sitting),
            (Step::Forces, Command::Back) => return Then::Close,
            (_, Command::Back) => self.step = Step::Forces,
            (_, Command::Argue) => {
                self.step = Step::Forces;
                return Then::Open(argue::sheet(sitting));
            }
            (_, Command::Adjust) => return Then::Open(adjust::sheet(sitting, Gauge::Trust)),
            (_, Command::HideDice) => {
                let told = sitting.desk.turn_dice();
                sitting.say(Tone::Plain, told);
                return Then::Do(vec![Effect::HideDice]);
            }
            (Step::Forces, Command::RuleLater) => self.provisional = !self.provisional,
            (_, Command::RuleLater) => {
                self.provisional = true;
                return self.forward(sitting);
            }
            (Step::Fallen, Command::Override) if rigid => sitting.say(
                Tone::Plain,
                "Rulings are by rule only. The list of rulings, o, changes that with m.",
            ),
            (Step::Fallen, Command::Override) => return self.otherwise(sitting),
            (Step::Forces, Command::Left | Command::Right) if !rigid => {
                if let Some(glance) = look(sitting) {
                    self.argue(&glance, if command == Command::Left { -1 } else { 1 });
                }
            }
            (Step::Forces, Command::NextField | Command::Down | Command::PreviousField)
                if !rigid =>
            {
                self.form.focus_on("dice");
                self.step = Step::Lines;
            }
            (Step::Forces, Command::Row(_)) if !rigid => {
                self.step = Step::Lines;
                return self.on_lines(sitting, command);
            }
            (_, other) => {
                let text = self.text(sitting);
                self.walk.follow_text(other, text);
            }
        }
        Then::Stay
    }
}
