//! What a session leaves when it is over: the report, the same with roles for names, a report a seat, and a
//! bundle of the record with checksums.

mod roles;

use std::path::{Path, PathBuf};

use crate::document::{Block, Document, Rank, html, paragraph};
use crate::handout::Written;
use crate::report::{Aar, Extras, Findings, paper_of};
use unequal_core::deck::plain;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{StoreError, bundle, document};
use unequal_session::History;
use unequal_session::expectations::{Answer, Inquiry, Known, MOST};

pub use roles::Roles;

/// Why a session could not be closed.
#[derive(Debug, thiserror::Error)]
pub enum NotClosed {
    /// What is hidden would be told.
    #[error("the session goes on, and what it leaves would tell what is hidden in it")]
    GoesOn,
    /// A file.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is known already of what could have been expected.
#[derive(Debug)]
pub struct Expected {
    inquiry: Inquiry,
    answers: Vec<Answer>,
}

impl Expected {
    /// What was worked out before and kept beside the record; none where nothing was.
    pub fn known(table: &History) -> Option<Self> {
        let inquiry = Inquiry::new(table, None, MOST)?.fitted();
        let known = Known::of(table);
        if !known.holds(&inquiry) {
            return None;
        }
        let go_on = |_, _| std::ops::ControlFlow::Continue(());
        let answers = inquiry.answer(&known, &go_on).ok()?;
        Some(Self { inquiry, answers })
    }

    /// As a report takes it.
    pub fn findings(&self) -> Findings<'_> {
        Findings {
            terms: &self.inquiry.terms,
            answers: &self.answers,
        }
    }
}

/// The name of a save without its ending, by which all that is made from it is called.
pub fn stem(save: &Path) -> String {
    let stem = save.file_stem().unwrap_or(save.as_os_str());
    plain(&stem.to_string_lossy())
}

/// What a paper without names says of itself.
const NAMELESS: &str = "Roles stand in the place of names, in what people wrote as well. Names that were never \
                        entered, and what gives somebody away without a name, may still be in it.";

/// A report in which roles stand for names.
pub fn by_roles(aar: &Aar, roles: &Roles) -> Document {
    let mut paper = paper_of(aar).retold(&|text| roles.tell(text));
    if let Some(Block::Sheet(first)) = paper.blocks.first_mut() {
        // Beneath the title and what kind of paper it is.
        first.insert(2.min(first.len()), paragraph(Rank::Notice, NAMELESS));
    }
    paper
}

/// Writes all that a session leaves into a folder, over nothing: what is there gets company with a number. Gives
/// what lies where.
///
/// # Errors
///
/// Refuses a session that goes on; says what cannot be written.
pub fn close(
    save: &Path,
    table: &History,
    extras: Extras<'_>,
    folder: &Path,
) -> Result<Vec<Written>, NotClosed> {
    if !table.has_ended() {
        return Err(NotClosed::GoesOn);
    }
    let name = stem(save);
    let roles = Roles::of(table, extras.annotations);
    let nameless = roles.stem(&name);
    let page = |seat: Seat| html::html(&paper_of(&Aar::new(table, seat, extras)));
    let mut written = Vec::new();
    let mut put = |file: String, purpose: String, text: &str| -> Result<PathBuf, StoreError> {
        let path = folder.join(file);
        let path = document::write_new(&path, text.as_bytes())?;
        written.push(Written {
            path: path.clone(),
            purpose,
        });
        Ok(path)
    };
    let whole = page(Seat::WhiteCell);
    put(
        format!("{name}.report.html"),
        "the report, with all that is on record".to_owned(),
        &whole,
    )?;
    // What everybody may know: a paper without names is meant for those who were not there.
    let aar = Aar::new(table, Seat::Audience, extras);
    let purpose = "the same with roles instead of names; read it before it leaves the house";
    put(
        format!("{nameless}.roles.report.html"),
        purpose.to_owned(),
        &html::html(&by_roles(&aar, &roles)),
    )?;
    for seat in played(table) {
        let purpose = format!("the report for {}", table.deck().text.seat_name(seat));
        put(format!("{name}.{seat}.report.html"), purpose, &page(seat))?;
    }
    let documents = [(format!("{name}.report.html"), whole)];
    let path = bundle::write(save, &folder.join(format!("{name}.bundle")), &documents)?;
    written.push(Written {
        path,
        purpose: "the record, what was written beside it, the report, and checksums".to_owned(),
    });
    Ok(written)
}

/// The seats in which somebody sat.
fn played(table: &History) -> impl Iterator<Item = Seat> {
    let held = |seat: &Seat| table.holder(*seat) != Holder::Nobody;
    Seat::PLAYING.into_iter().filter(held)
}
