//! `unequal print`: paper for tables that want it in hand, of a deck or of a session.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::cli::args::PrintArgs;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report::{self, OUT, told};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::seat::Seat;
use unequal_core::store::{StoreError, document, read_header};
use unequal_papers::closing::stem;
use unequal_papers::handout::{Handout, Printed, What, put};
use unequal_session::listed;

/// Most bytes of a list of names.
const LARGEST: u64 = 1024 * 1024;

/// Runs the command.
///
/// # Errors
///
/// Says why there is no such deck or session, or where papers cannot be written.
pub fn run(args: &PrintArgs, out: &mut Out) -> Result<(), Error> {
    let of = Path::new(&args.of);
    let (papers, folder) = if is_session(of)? {
        if args.seed.is_some() {
            return Err(Error::wrong_use("--seed belongs to a deck")
                .hint("leave it out: a session has its own"));
        }
        let table = report::read(of, out)?;
        let printed = Printed::of_session(&table);
        let folder = of.with_file_name(format!("{}.papers", stem(of)));
        (papers(args, table.deck(), printed)?, folder)
    } else {
        let deck = decks::load(&args.of)?;
        let mut printed = Printed::of_deck(&deck);
        if let Some(seed) = args.seed {
            printed = printed.seeded(seed);
        }
        let folder = PathBuf::from(format!("{}.papers", deck.scenario.id));
        (papers(args, &deck, printed)?, folder)
    };
    if papers.is_empty() {
        return Err(Error::wrong_use("nothing of this is on paper")
            .hint("leave out --what or --seat: `unequal print --help` names the papers"));
    }
    let folder = match &args.out {
        Some(folder) => folder.clone(),
        None => document::folder_new(&folder).map_err(|error| told(error, &folder, OUT))?,
    };
    let written = put(&papers, &folder, args.replace).map_err(|error| match error {
        StoreError::Exists { path } => {
            let message = format!("{}: a file of this name exists", path.display());
            Error::wrong_use(message).hint("print into another folder, or add --replace")
        }
        error => told(error, &folder, OUT),
    })?;
    for what in missing(args, &papers) {
        out.notice(what);
    }
    for one in written {
        let shown = plain(&one.path.display().to_string());
        out.line(format!("{shown}: {}", one.purpose))?;
    }
    Ok(())
}

/// Whether a session lies under this name; else it may be a deck's.
fn is_session(path: &Path) -> Result<bool, Error> {
    match read_header(path) {
        Ok(_) => Ok(true),
        Err(
            StoreError::NotFound { .. }
            | StoreError::NotASession { .. }
            | StoreError::NotAFile { .. },
        ) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The papers that are asked for.
fn papers(args: &PrintArgs, deck: &Deck, printed: Printed<'_>) -> Result<Vec<Handout>, Error> {
    let printed = match &args.names {
        Some(path) => {
            let people = listed::of_deck(&names(path)?, Seat::Audience, deck);
            printed.naming(people)
        }
        None => printed,
    };
    let mut papers = printed.handouts_of(args.seat.unwrap_or(Seat::WhiteCell));
    papers.retain(|paper| args.what.is_empty() || args.what.contains(&paper.what));
    Ok(papers)
}

/// What was asked for and is not printed, each with why.
fn missing(args: &PrintArgs, papers: &[Handout]) -> Vec<String> {
    let printed = |what: &What| papers.iter().any(|paper| paper.what == *what);
    let left_out = args.what.iter().filter(|what| !printed(what));
    let told = left_out.map(|what| match args.seat.filter(|seat| !what.is_for(*seat)) {
        Some(seat) => format!(
            "note: no {}: that paper is not for the {seat} to have in hand; without --seat it is printed for whom it is",
            what.word()
        ),
        None => format!("note: no {}: there is nothing of it yet", what.word()),
    });
    told.collect()
}

/// The text of a list of names.
fn names(path: &Path) -> Result<String, Error> {
    let failed = |cause| Error::from_io(path, "read the names", &cause);
    let mut text = String::new();
    if path == Path::new("-") {
        let mut input = std::io::stdin().take(LARGEST);
        input.read_to_string(&mut text).map_err(failed)?;
    } else {
        let file = std::fs::File::open(path).map_err(failed)?;
        file.take(LARGEST)
            .read_to_string(&mut text)
            .map_err(failed)?;
    }
    Ok(text)
}
