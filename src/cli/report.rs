//! `unequal report`: what comes after a session, for people and for other programs.

mod expect;
mod linked;
mod place;

use std::path::{Path, PathBuf};

use crate::cli::args::ReportArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::store::by_hand;
use unequal_core::store::{Annotations, Rest};
use unequal_papers::closing::{self, Roles};
use unequal_papers::document::{html, markdown};
use unequal_papers::report::cohort::{self, Branches, Cohort, SessionLine};
use unequal_papers::report::csv::Keyed;
use unequal_papers::report::playback::{self, Playback};
use unequal_papers::report::{Aar, Extras, Format, Part};
use unequal_session::history::Decks;
use unequal_session::{History, Table};

use expect::Playouts;
pub(super) use place::{OUT, Place, told};

/// How the names of the files about several sessions begin.
const COHORT: &str = "cohort";

/// Runs the command.
///
/// # Errors
///
/// Says which record cannot be read, or where a report cannot be written.
pub fn run(args: &ReportArgs, out: &mut Out) -> Result<(), Error> {
    let format = Format::from(args.format);
    let everybody = if args.roles {
        Seat::Audience
    } else {
        Seat::WhiteCell
    };
    let seat = args.seat.unwrap_or(everybody);
    let endings = if args.interactive {
        playback::ENDINGS
    } else {
        format.endings()
    };
    let place = Place::new(args.out.as_deref(), endings, args.replace)?;
    let playouts = playouts(args, format)?;
    let pictured = args.saves.len() > 1 && !matches!(format, Format::Csv | Format::Excel);
    let about_several = [
        (args.by.is_some(), "--by groups"),
        (args.sort.is_some(), "--sort sorts"),
    ];
    if let Some((_, does)) = about_several
        .iter()
        .find(|(is_asked, _)| *is_asked && !pictured)
    {
        let words = format!("{does} the sessions of a page about several");
        return Err(Error::wrong_use(words)
            .hint("name several session files; tables are grouped and sorted by what reads them"));
    }
    let first = &args.saves[0];
    let key = match args.saves.as_slice() {
        [save] => file_stem(save),
        [save, ..] if args.interactive => file_stem(save),
        _ => COHORT.to_owned(),
    };
    // A seat's report is not taken for the whole one.
    let mut stem = key.clone();
    if let ([save], true) = (args.saves.as_slice(), args.roles) {
        let table = History::read(save)?.0;
        stem = Roles::of(&table, Annotations::load(save).ok().as_ref()).stem(&stem);
    }
    if seat != everybody {
        stem = format!("{stem}.{seat}");
    }
    if args.roles {
        told_by_roles(args, format)?;
        stem += ".roles";
    }
    // Told before the long work, not after it.
    place.check(first, &stem, endings)?;
    let parts = match args.saves.as_slice() {
        saves if args.interactive => vec![played_back(saves, seat, args.roles, out)?],
        [_] if args.roles => by_roles(args, seat, playouts, format, out)?,
        [_] => format.parts(&key, &one(args, seat, playouts, out)?),
        saves => match format {
            Format::Csv | Format::Excel => tables(args, seat, format, out)?,
            _ => together(saves, args, seat, &place, out)?.page(format),
        },
    };
    place.put(first, &stem, &parts, out)
}

/// Playouts a choice; none where nothing of them is told.
fn playouts(args: &ReportArgs, format: Format) -> Result<Playouts, Error> {
    let told = args.saves.len() == 1;
    match args.playouts {
        Some(_) if !told => Err(Error::wrong_use(
            "--playouts belongs to the report of one session",
        )
        .hint("leave it out: what is about several sessions holds no expectations")),
        Some(0) => Ok(Playouts::None),
        _ if !told || args.no_expectations => Ok(Playouts::None),
        Some(playouts) => Ok(Playouts::Exactly(playouts)),
        None if matches!(format, Format::Csv | Format::Excel) => Ok(Playouts::Known),
        None => Ok(Playouts::Fitted),
    }
}

/// Refuses what is not told by roles.
fn told_by_roles(args: &ReportArgs, format: Format) -> Result<(), Error> {
    let text = matches!(format, Format::Html | Format::Markdown);
    if args.interactive || text && args.saves.len() == 1 {
        return Ok(());
    }
    let words = "--roles belongs to the report of one session as html or md";
    Err(Error::wrong_use(words).hint("leave it out: tables and data hold the names of the record"))
}

/// The report of one session, with roles in the place of names.
fn by_roles(
    args: &ReportArgs,
    seat: Seat,
    playouts: Playouts,
    format: Format,
    out: &mut Out,
) -> Result<Vec<Part>, Error> {
    let save = &args.saves[0];
    let aar = one(args, seat, playouts, out)?;
    let table = History::read(save)?.0;
    let beside = Annotations::load(save).ok();
    let paper = closing::by_roles(&aar, &Roles::of(&table, beside.as_ref()));
    let text = match format {
        Format::Markdown => markdown::markdown(&paper),
        _ => html::html(&paper),
    };
    let ending = format.endings().iter().map(|ending| (*ending).to_owned());
    Ok(ending
        .map(|ending| Part {
            ending,
            text: text.clone(),
        })
        .collect())
}

/// The report of one session.
fn one(args: &ReportArgs, seat: Seat, playouts: Playouts, out: &mut Out) -> Result<Aar, Error> {
    let save = &args.saves[0];
    let by_hand = match &args.brief {
        Some(path) => by_hand::load_file(path),
        None => by_hand::load(save),
    }?;
    let table = read(save, out)?;
    let annotations = annotations(save, out);
    let found = expect::expectations(&table, seat, playouts, out)?;
    let extras = Extras {
        findings: found.as_ref().map(expect::Found::findings),
        annotations: Some(&annotations),
        by_hand: &by_hand,
        people: args.no_machines,
        ..Extras::default()
    };
    Ok(Aar::new(&table, seat, extras))
}

/// The page to step through sessions with.
fn played_back(
    saves: &[PathBuf],
    seat: Seat,
    by_roles: bool,
    out: &mut Out,
) -> Result<Part, Error> {
    let mut lines = Vec::with_capacity(saves.len());
    for save in saves {
        let table = read(save, out)?;
        let annotations = annotations(save, out);
        let line = playback::Line::new(&table, seat, &annotations);
        lines.push(if by_roles {
            let roles = Roles::of(&table, Some(&annotations));
            line.retold(&|text| roles.tell(text))
        } else {
            line
        });
    }
    Ok(Part {
        ending: playback::ENDINGS[0].to_owned(),
        text: playback::html(&Playback::new(lines)),
    })
}

/// What was written beside a record; a report does not need it.
pub(super) fn annotations(save: &Path, out: &mut Out) -> Annotations {
    let (annotations, left_out) = Annotations::readable(save);
    if let Some(words) = left_out {
        out.notice(format!("note: {words}"));
    }
    annotations
}

/// What becomes of branches among several sessions.
const fn asked(args: &ReportArgs) -> Branches {
    if args.branches {
        Branches::Counted
    } else {
        Branches::Apart
    }
}

/// All sessions in one picture.
fn together(
    saves: &[PathBuf],
    args: &ReportArgs,
    seat: Seat,
    page: &Place,
    out: &mut Out,
) -> Result<Cohort, Error> {
    let folder = page.folder(&saves[0]);
    let mut decks = Decks::default();
    let mut keys: Vec<String> = Vec::new();
    let mut lines: Vec<SessionLine> = Vec::new();
    for (place, save) in saves.iter().enumerate() {
        out.progress(&format!("{} of {} sessions", place + 1, saves.len()));
        let (table, rest) = History::read_with(save, &mut decks)?;
        if let Some(rest) = rest {
            note(&rest, save, out);
        }
        let key = cohort::key(&file_stem(save), &keys);
        lines.push(SessionLine {
            report: linked::link(&folder, save, &file_stem(save)),
            ..SessionLine::of(&key, &table, seat)
        });
        keys.push(key);
    }
    out.end_progress();
    Ok(Cohort::new(lines, asked(args))
        .sorted(args.sort)
        .by(args.by))
}

/// The tables of all sessions.
fn tables(
    args: &ReportArgs,
    seat: Seat,
    format: Format,
    out: &mut Out,
) -> Result<Vec<Part>, Error> {
    let saves = &args.saves;
    let mut keys: Vec<String> = Vec::new();
    let mut reports: Vec<Aar> = Vec::new();
    for (place, save) in saves.iter().enumerate() {
        out.progress(&format!("{} of {} sessions", place + 1, saves.len()));
        let table = read(save, out)?;
        keys.push(cohort::key(&file_stem(save), &keys));
        let annotations = annotations(save, out);
        let extras = Extras {
            quick: true,
            annotations: Some(&annotations),
            people: args.no_machines,
            ..Extras::default()
        };
        reports.push(Aar::new(&table, seat, extras));
    }
    out.end_progress();
    let keyed: Vec<Keyed<'_>> = keys
        .iter()
        .zip(&reports)
        .map(|(key, aar)| Keyed { key, aar })
        .collect();
    Ok(cohort::tables(COHORT, &keyed, format))
}

/// Opens a record for reading, and says so where not all of the file is read.
pub(super) fn read(save: &Path, out: &mut Out) -> Result<Table, Error> {
    let (table, rest) = Table::read(save)?;
    if let Some(rest) = rest {
        note(&rest, save, out);
    }
    Ok(table)
}

/// Says what of a file was not read.
pub(super) fn note(rest: &Rest, save: &Path, out: &mut Out) {
    out.notice(format!("note: {}", rest.told(save)));
    if let Some(hint) = rest.hint() {
        out.notice(format!("hint: {hint}"));
    }
}

/// The name of a file without its ending: by it, tables know the session.
pub(super) fn file_stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    plain(&stem.to_string_lossy())
}
