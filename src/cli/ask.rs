//! `unequal ask`: players before every recorded decision of a seat, with what the seat knew then.

use crate::cli::args::{AskArgs, AskedPlayer, NamesRead};
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report;
use unequal_core::deck::plain;
use unequal_core::engine::player::Player;
use unequal_core::store::{Findings, typed};
use unequal_seat::ask::{self, Unasked};
use unequal_seat::{Command, Exchange};
use unequal_session::asked::{Asked, Question, Round, Terms, Total, questions, round, would};
use unequal_session::setup::bots_for;
use unequal_session::telling::{count, seat_name};
use unequal_session::{History, Table};

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be read, who cannot be asked, or where findings cannot be kept.
pub fn run(args: &AskArgs, out: &mut Out) -> Result<(), Error> {
    let table = report::read(&args.save, out)?;
    let questions = questions(&table, args.seat);
    if questions.is_empty() {
        let shown = plain(&args.save.display().to_string());
        let words = format!(
            "{shown}: the {} seat has decided nothing that can be asked",
            args.seat
        );
        return Err(Error::data(words)
            .hint("name another seat; what was sealed, and turn zero, are not asked about"));
    }
    let mut players = args.player.clone();
    if players.is_empty() {
        let bots = bots_for(table.scenario(), args.seat).into_iter();
        players = bots.map(AskedPlayer::Bot).collect();
    }
    let mut rounds = Vec::with_capacity(players.len());
    for player in &players {
        rounds.push(match player {
            AskedPlayer::Bot(name) => by_bot(args, &table, &questions, name)?,
            AskedPlayer::Program(command) => by_program(args, &table, &questions, command, out)?,
        });
    }
    let asked = Asked::new(&table, rounds);
    asked.clone().keep(&table)?;
    if args.json {
        return out.json(&asked);
    }
    tell(args, &table, &asked, out)
}

fn terms(args: &AskArgs, player: &Player, tries: Option<u32>) -> Terms {
    let player = match player {
        Player::Outside { program, .. } => format!("outside:{program}"),
        player => player.text().into_owned(),
    };
    Terms {
        seat: args.seat,
        player,
        // A bot reads no names.
        names: tries.map_or_else(Default::default, |_| args.names.into()),
        seed: args.seed,
        times: args.times,
        tries,
    }
}

fn by_bot(
    args: &AskArgs,
    table: &History,
    questions: &[Question],
    name: &str,
) -> Result<Round, Error> {
    let luck = (args.seed, args.times);
    let given = would(table, args.seat, questions, name, luck).map_err(|error| {
        let known = bots_for(table.scenario(), args.seat).join(", ");
        Error::wrong_use(format!("{error} for the {} seat", args.seat))
            .hint(format!("bots for it are: {known}"))
    })?;
    let terms = terms(args, &Player::Bot(name.to_owned()), None);
    Ok(round(table, terms, questions, &given))
}

fn by_program(
    args: &AskArgs,
    table: &History,
    questions: &[Question],
    command: &Command,
    out: &mut Out,
) -> Result<Round, Error> {
    let asked = ask::Terms {
        command: command.clone(),
        limits: args.limits(),
        seed: args.seed,
        times: args.times,
        names: (args.names == NamesRead::Swapped).then(|| Exchange::of(table.deck())),
    };
    let name = plain(&command.name());
    let mut progress =
        |heard: usize, all: usize| out.progress(&format!("{name}: answer {heard} of {all}"));
    let answers = ask::ask(table, args.seat, questions, &asked, &mut progress);
    out.end_progress();
    let answers = answers.map_err(|error| match error {
        Unasked::Fault(fault) => Error::data(format!("{name}: {fault}"))
            .hint("docs/programs.md says what a program is told and answers"),
        Unasked::Session(error) => error.into(),
    })?;
    if let Some((entry, fault)) = answers.faults.first() {
        let all = count(answers.faults.len(), "question", "questions");
        out.notice(format!(
            "note: {name} gave no answer to {all}; the first at entry {entry}: {fault}"
        ));
    }
    let player = Player::Outside {
        program: answers.called,
        tries: args.tries,
    };
    let terms = terms(args, &player, Some(args.tries));
    Ok(round(table, terms, questions, &answers.given))
}

fn tell(args: &AskArgs, table: &Table, asked: &Asked, out: &mut Out) -> Result<(), Error> {
    let who = plain(seat_name(table.deck(), args.seat));
    let first = asked.rounds.first().map(|round| &round.total);
    let decisions = first.map_or(0, |total| total.decisions);
    let people = first.map_or(0, |total| total.by_people);
    out.line(format!(
        "{who}: {}, {people} of them by people; each player asked {} at each (seed {}).",
        count(decisions, "decision", "decisions"),
        count(args.times, "time", "times"),
        args.seed
    ))?;
    out.line("")?;
    let width = asked
        .rounds
        .iter()
        .map(|round| round.terms.player.chars().count());
    let width = width.max().unwrap_or(0).max("player".len());
    out.line(format!(
        "{:width$}  {:>6}  {:>6}  {:>8}  {:>7}  {:>9}  {:>6}",
        "player", "same", "alike", "severity", "entropy", "forecasts", "silent"
    ))?;
    for round in &asked.rounds {
        let total = &round.total;
        out.line(format!(
            "{:width$}  {:>6}  {:>6}  {:>8}  {:>7.2}  {:>9}  {:>6}",
            plain(&round.terms.player),
            share(total, total.same),
            share(total, total.alike),
            number(total.shift, true),
            total.entropy,
            number(total.brier, false),
            total.silent
        ))?;
    }
    out.line("")?;
    out.line("Same act, alike, and severity: against what people decided. Entropy: bits a decision, 0 where it always answers the same.")?;
    if let Some(path) = table.path() {
        out.line(format!(
            "Kept in {}",
            typed(&Findings::Asked.path_for(path))
        ))?;
    }
    Ok(())
}

fn share(total: &Total, of: u32) -> String {
    match total.answers {
        0 => "-".to_owned(),
        all => format!("{:.0} %", 100.0 * f64::from(of) / f64::from(all)),
    }
}

fn number(number: Option<f64>, signed: bool) -> String {
    match number {
        None => "-".to_owned(),
        Some(number) if signed => format!("{number:+.2}"),
        Some(number) => format!("{number:.3}"),
    }
}
