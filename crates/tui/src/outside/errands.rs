//! Begins what takes long, and takes in what comes back.
//!
//! Every piece of work owns all it needs: it reads the record anew where it needs a table.

use std::path::{Path, PathBuf};

use crate::errand::{Found, Order, Tipped};
use crate::flow;
use crate::goal::Goal;
use crate::notice::Tone;
use crate::outside::abreast;
use crate::outside::left::{self, Job, read};
use crate::page::Sheet;
use crate::screen::cohort::CohortSheet;
use crate::screen::compare::CompareSheet;
use crate::screen::written::WrittenSheet;
use crate::stack::Stack;
use unequal_core::engine::seat::Seat;
use unequal_papers::handout::Written;
use unequal_session::compare::Comparison;
use unequal_session::desk::{Outlook, Tips};
use unequal_session::dry_run::DryRun;
use unequal_session::expectations::{Inquiry, Known, MOST};
use unequal_session::fan::FanQuestion;
use unequal_session::{SessionError, Table};

/// Sessions that are played on for a fan.
const FAN: u64 = 1000;
/// Sessions that are played on after each result on the ruling desk.
const PLAYED_ON: u64 = 200;
/// Sessions in which the plan of injects is tried out.
const TRIED_OUT: u64 = 50;

/// Begins a piece of work.
pub(super) fn begin(stack: &mut Stack, order: Order) {
    let Some(job) = job(stack, &order) else {
        return;
    };
    let sitting = &mut stack.sitting;
    if !sitting.errands.begin(order, job) {
        let words = "The system gives no thread to work this out with.";
        sitting.say(Tone::Trouble, words);
    }
}

/// Begins what the page on top would show beside what it shows, where that is not known yet.
pub(super) fn of_page(stack: &mut Stack) {
    let wanted = stack.wants();
    if let Some(order) = wanted.filter(|order| !stack.sitting.errands.does(order)) {
        begin(stack, order);
    }
}

/// Begins to read the session for what the program can say of it, where that is wanted.
pub(super) fn study(stack: &mut Stack) {
    let sitting = &stack.sitting;
    let wanted = sitting
        .replay
        .as_ref()
        .is_some_and(|replay| replay.wants_study());
    if wanted && !sitting.errands.does(&Order::Study) {
        begin(stack, Order::Study);
    }
}

fn job(stack: &Stack, order: &Order) -> Option<Job> {
    if let Order::Compare(paths, seat) = order {
        let (paths, seat) = (paths.clone(), *seat);
        return Some(Box::new(move |_| Some(abreast::compared(&paths, seat))));
    }
    if let Order::Cohort(paths) = order {
        return Some(abreast::gathered(paths.clone()));
    }
    if let Order::PlayOut(path) = order {
        return Some(abreast::playing_out(&stack.sitting, path.clone()));
    }
    if let Some(job) = left::job(order) {
        return Some(job);
    }
    let entry = stack.sitting.place.as_ref()?.sight().touched;
    let table = &*stack.owner.as_ref()?.table();
    let path = table.path().map(Path::to_owned);
    Some(match order {
        Order::Study => {
            let path = path?;
            Box::new(move |_| Some(or_trouble(read(&path).map(Found::Study))))
        }
        Order::Expect => {
            let inquiry = Inquiry::new(table, None, MOST)?.fitted();
            let known = Known::of(table);
            Box::new(move |progress| {
                let told = |done, all| progress.tell(done, all);
                let answers = inquiry.answer(&known, &told).ok()?;
                Some(Found::Expected(Box::new(inquiry), answers))
            })
        }
        Order::Explain(entry) => {
            let inquiry = Inquiry::new(table, None, MOST)?.fitted().only(*entry);
            let known = Known::of(table);
            Box::new(move |progress| {
                let told = |_, _| progress.step(0);
                let answers = inquiry.answer(&known, &told).ok()?;
                let answer = answers.into_iter().next()?;
                Some(Found::Explained(Box::new(answer)))
            })
        }
        Order::Fan(entry) => {
            let question = FanQuestion::new(table, *entry, FAN);
            Box::new(move |progress| {
                let all = usize::try_from(FAN).unwrap_or(usize::MAX);
                let fan = question.answer(&|| progress.step(all)).ok()?;
                Some(Found::Fan(Box::new(fan)))
            })
        }
        Order::Outlook => {
            let outlook = Outlook::new(table, None, PLAYED_ON)?;
            Box::new(move |progress| {
                let told = |done, all| progress.tell(done, all);
                Some(Found::Outlook(entry, outlook.answer(&told).ok()?))
            })
        }
        Order::Tips(roll, arguments) => {
            let (roll, arguments) = (*roll, *arguments);
            let tips = Tips::new(table, roll, arguments)?;
            Box::new(move |_| {
                Some(Found::Tips(Tipped {
                    entry,
                    roll,
                    arguments,
                    numbers: tips.answer(),
                }))
            })
        }
        Order::DryRun => {
            let run = DryRun::new(table, None, None, TRIED_OUT)?;
            Box::new(move |progress| {
                let go_on = || progress.step(0);
                Some(Found::DryRun(entry, run.answer(&go_on).ok()?))
            })
        }
        Order::Compare(..)
        | Order::Cohort(_)
        | Order::PlayOut(_)
        | Order::Report(_)
        | Order::Print(_)
        | Order::Close(_)
        | Order::Verify(_) => return None,
    })
}

/// Takes in everything that is under way, and waits for it: for whoever draws without a loop.
pub(super) fn collect_all(stack: &mut Stack) {
    for found in stack.sitting.errands.collect_all() {
        take(stack, found);
    }
}

fn or_trouble(found: Result<Found, SessionError>) -> Found {
    found.unwrap_or_else(|error| Found::Trouble(error.to_string()))
}

/// Takes in what has come back; gives whether there was anything.
pub(super) fn collect(stack: &mut Stack) -> bool {
    let found = stack.sitting.errands.collect();
    let came = !found.is_empty();
    for found in found {
        take(stack, found);
    }
    came
}

/// Shows what was written, unless somebody else has sat down meanwhile: then it is said in a line.
fn written(stack: &mut Stack, title: &'static str, folder: PathBuf, files: Vec<Written>) {
    let seat = stack.sitting.seat;
    let at_table = stack.sitting.place.is_some() && stack.screen() != Some(Goal::End);
    if at_table && seat != Some(Seat::WhiteCell) {
        let words = format!("{title}: in {}.", folder.display());
        return stack.sitting.say(Tone::Good, words);
    }
    stack.sitting.notice = None;
    stack.lay(Sheet::new(WrittenSheet::new(title, folder, files)));
}

fn take(stack: &mut Stack, found: Found) {
    match found {
        Found::Trouble(words) => stack.sitting.say(Tone::Trouble, words),
        Found::Report(path, left_out) => {
            let words = format!("The report is in {}.", path.display());
            match left_out {
                Some(why) => stack.sitting.say(Tone::Trouble, format!("{words} {why}.")),
                None => stack.sitting.say(Tone::Good, words),
            }
        }
        Found::Said(words) => stack.sitting.say(Tone::Good, words),
        Found::Written(title, folder, files, left_out) => {
            written(stack, title, folder, files);
            if let Some(why) = left_out {
                stack.sitting.say(Tone::Trouble, why);
            }
        }
        Found::Compared(comparison) => {
            stack.sitting.notice = None;
            stack.lay(Sheet::new(CompareSheet::new(*comparison)));
        }
        Found::Gathered(gathered) => {
            stack.sitting.notice = None;
            stack.lay(Sheet::new(CohortSheet::new(*gathered)));
        }
        Found::PlayedOut(path, compared) => played_out(stack, &path, compared),
        Found::Tips(tipped) => stack.sitting.desk.tipped = Some(tipped),
        Found::Outlook(entry, after) => stack.sitting.desk.outlook = Some((entry, after)),
        Found::DryRun(entry, comings) => stack.sitting.desk.comings = Some((entry, comings)),
        Found::Expected(inquiry, answers) => {
            let owner = stack.owner.as_ref();
            let kept = owner.map(|owner| Known::keep(&owner.table(), &inquiry, &answers));
            match kept {
                Some(Err(error)) => {
                    stack.sitting.say(
                        Tone::Trouble,
                        format!("What was worked out is not kept: {error}"),
                    );
                }
                _ => begin(stack, Order::Study),
            }
        }
        found => {
            if let Some(replay) = &mut stack.sitting.replay {
                replay.learn(found);
            }
        }
    }
}

/// Shows a branch that was played to its end, and over it both lines side by side.
fn played_out(stack: &mut Stack, path: &Path, compared: Result<Box<Comparison>, String>) {
    let replay = stack.sitting.replay.as_ref();
    let at = replay.map(|replay| replay.at());
    let eyes = replay.map(|replay| replay.eyes());
    match Table::read(path) {
        Ok((table, _)) => flow::open(stack, table, at, eyes),
        Err(error) => return stack.sitting.say(Tone::Trouble, error.to_string()),
    }
    study(stack);
    stack.sitting.notice = None;
    match compared {
        Ok(comparison) => {
            stack.lay(Sheet::new(CompareSheet::new(*comparison)));
        }
        Err(words) => {
            let words = format!("It was played to its end. The line that it leaves: {words}");
            stack.sitting.say(Tone::Trouble, words);
        }
    }
}
