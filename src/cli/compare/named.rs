//! The lines that a command line names: `SAVE` for a whole session, `SAVE@N` for the line to entry N.

use std::path::{Path, PathBuf};

use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report::{file_stem, read};
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_papers::report::cohort::key;
use unequal_session::Table;

/// What was named, read.
pub(super) struct Named {
    saves: Vec<Save>,
}

/// A file that was named, with the line of it that was asked for.
struct Save {
    path: PathBuf,
    table: Table,
    end: Option<EntryNumber>,
}

/// A line with a name that tells it from the others.
pub(super) struct Line {
    place: usize,
    /// The name.
    pub(super) name: String,
    /// The entry at which it ends.
    pub(super) end: EntryNumber,
}

impl Named {
    /// Reads what was named.
    ///
    /// # Errors
    ///
    /// Says which record cannot be read, or has no such entry.
    pub(super) fn read(named: &[&PathBuf], out: &mut Out) -> Result<Self, Error> {
        let mut saves = Vec::with_capacity(named.len());
        for named in named {
            let (path, end) = parted(named)?;
            let table = read(&path, out)?;
            let last = table.last_number();
            if let Some(end) = end.filter(|end| *end > last) {
                let shown = path.display();
                let message = format!("{shown}: there is no entry {end}; the last is {last}");
                return Err(
                    Error::wrong_use(message).hint(format!("use {shown}@0 to {shown}@{last}"))
                );
            }
            saves.push(Save { path, table, end });
        }
        Ok(Self { saves })
    }

    /// The lines. A file for which nothing else stands beside it is taken for all lines in it.
    pub(super) fn lines(&self, beside: bool) -> Vec<Line> {
        let whole = self.saves.iter().all(|save| save.end.is_none());
        let alone = !beside && whole && self.saves.len() == 1;
        if alone {
            let ends = self.saves[0].table.line_ends();
            let stem = file_stem(&self.saves[0].path);
            let line = |end| Line {
                place: 0,
                name: format!("{stem}@{end}"),
                end,
            };
            return ends.into_iter().map(line).collect();
        }
        let names: Vec<String> = self
            .saves
            .iter()
            .map(|save| match save.end {
                Some(end) => format!("{}@{end}", file_stem(&save.path)),
                None => self.own_name(save),
            })
            .collect();
        let mut lines: Vec<Line> = Vec::with_capacity(names.len());
        let mut taken: Vec<String> = Vec::new();
        for (place, name) in names.into_iter().enumerate() {
            let save = &self.saves[place];
            let name = key(&name, &taken);
            taken.push(name.clone());
            lines.push(Line {
                place,
                name,
                end: save.end.unwrap_or_else(|| save.table.last_number()),
            });
        }
        lines
    }

    /// The session's name where it is short and no other's, else that of its file.
    fn own_name(&self, save: &Save) -> String {
        let name = |save: &Save| plain(save.table.name());
        let own = name(save);
        let fits = !own.is_empty() && own.chars().count() <= LONGEST_NAME;
        let alike = self.saves.iter().filter(|other| name(other) == own).count();
        if fits && alike == 1 {
            own
        } else {
            file_stem(&save.path)
        }
    }

    /// The name of a line's file without its ending.
    pub(super) fn stem(&self, line: &Line) -> String {
        file_stem(&self.saves[line.place].path)
    }

    /// The session of a line.
    pub(super) fn table(&self, line: &Line) -> &Table {
        &self.saves[line.place].table
    }
}

/// Characters of a session's name that have room beside a curve.
const LONGEST_NAME: usize = 28;

/// The file and the entry of `SAVE@N`. A file whose own name holds an `@` goes first.
fn parted(named: &Path) -> Result<(PathBuf, Option<EntryNumber>), Error> {
    let shown = named.to_string_lossy();
    let Some((path, entry)) = shown.rsplit_once('@').filter(|_| !named.exists()) else {
        return Ok((named.to_owned(), None));
    };
    match entry.parse() {
        Ok(entry) => Ok((PathBuf::from(path), Some(entry))),
        Err(_) => Err(
            Error::wrong_use(format!("{shown}: `{entry}` is no number of an entry"))
                .hint("name a line by the entry at which it ends, as in table-2.toml@14"),
        ),
    }
}
