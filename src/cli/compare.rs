//! `unequal compare`: lines and sessions side by side.

mod named;

use std::path::Path;

use crate::cli::args::CompareArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report;
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::store::document;
use unequal_papers::report::cohort::{self, Branches, Cohort, SessionLine};
use unequal_papers::report::compare;
use unequal_papers::report::json::json;
use unequal_session::compare::{Comparison, Strand};

use named::{Line, Named};

/// Lines whose acts fit side by side; of more, one picture is made.
const SIDE_BY_SIDE: usize = 4;

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be read, or which line there is not.
pub fn run(args: &CompareArgs, out: &mut Out) -> Result<(), Error> {
    let seat = args.seat.unwrap_or(Seat::WhiteCell);
    let form = Form::of(args)?;
    let (tables, named): (Vec<_>, Vec<_>) = args.saves.iter().partition(|path| is_table(path));
    let named = Named::read(&named, out)?;
    let lines = named.lines(!tables.is_empty());
    let text = if tables.is_empty() && (2..=SIDE_BY_SIDE).contains(&lines.len()) {
        let strands: Vec<Strand<'_>> = lines.iter().map(|line| strand(&named, line)).collect();
        let compared = Comparison::new(&strands, seat);
        match form {
            Form::Text => compare::text(&compared),
            Form::Html => compare::html(&compared),
            Form::Json => json(&compared),
        }
    } else {
        if tables.is_empty() && lines.len() < 2 {
            return Err(
                Error::wrong_use("one line of play has nothing to be compared with")
                    .hint("name another session, or another line of this one as FILE@ENTRY")
                    .hint("a file in which play was taken back holds several lines"),
            );
        }
        let cohort = cohort(&named, &lines, &tables, seat)?;
        match form {
            Form::Text => cohort::markdown(&cohort),
            Form::Html => cohort::html(&cohort),
            Form::Json => json(&cohort),
        }
    };
    let Some(path) = &args.out else {
        return out.text(&text);
    };
    document::write(path, &text, args.replace)
        .map_err(|error| report::told(error, path, report::OUT))?;
    out.line(format!("Wrote {}", plain(&path.display().to_string())))
}

/// In which form the comparison is given.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Html,
    Json,
}

impl Form {
    fn of(args: &CompareArgs) -> Result<Self, Error> {
        let ending = args.out.as_deref().and_then(Path::extension);
        let ending = ending.and_then(|ending| ending.to_str());
        match (args.json, ending) {
            (true, _) | (false, Some("json")) => Ok(Self::Json),
            (false, Some("html" | "htm")) => Ok(Self::Html),
            (false, Some("txt" | "md")) => Ok(Self::Text),
            (false, _) => match &args.out {
                None => Ok(Self::Text),
                Some(path) => Err(Error::wrong_use(format!(
                    "{}: the ending does not tell the form",
                    path.display()
                ))
                .hint("end the name in .html, .json, .md or .txt")),
            },
        }
    }
}

fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

fn strand<'a>(named: &'a Named, line: &Line) -> Strand<'a> {
    Strand {
        name: line.name.clone(),
        table: named.table(line),
        end: line.end,
    }
}

/// Sessions of saves and of tables in one picture.
fn cohort(
    named: &Named,
    lines: &[Line],
    tables: &[&std::path::PathBuf],
    seat: Seat,
) -> Result<Cohort, Error> {
    let mut sessions: Vec<SessionLine> = Vec::new();
    for line in lines {
        let table = named.table(line);
        if line.end != table.last_number() {
            let message = format!(
                "{}: of many lines, only whole sessions are shown",
                line.name
            );
            return Err(Error::wrong_use(message).hint(format!(
                "compare up to {SIDE_BY_SIDE} lines, or `unequal branch` it into a file of its own"
            )));
        }
        let keys: Vec<String> = sessions.iter().map(|line| line.session.clone()).collect();
        let key = cohort::key(&named.stem(line), &keys);
        sessions.push(SessionLine::of(&key, table, seat));
    }
    let mut texts: Vec<String> = Vec::new();
    for path in tables {
        let text = std::fs::read_to_string(path)
            .map_err(|cause| Error::from_io(path, "read the table", &cause))?;
        texts.push(text);
    }
    let read = cohort::read(texts.iter().map(String::as_str)).map_err(|(place, error)| {
        Error::data(format!("{}: {error}", tables[place].display())).hint(
            "give tables that `unequal report --format csv` made: …gauges.csv and …sessions.csv",
        )
    })?;
    for line in read {
        let key = line.session.clone();
        if sessions.iter().any(|known| known.session == key) {
            return Err(Error::data(format!("the session `{key}` was given twice"))
                .hint("give it as a save or in tables, not both"));
        }
        sessions.push(line);
    }
    if sessions.is_empty() {
        return Err(Error::wrong_use("these tables hold no session to compare")
            .hint("give the table of gauges or of sessions, …gauges.csv or …sessions.csv"));
    }
    Ok(Cohort::new(sessions, Branches::Counted))
}
