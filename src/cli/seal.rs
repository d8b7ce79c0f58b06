//! `unequal seal`: a seat signs what a record holds up to its last entry, with an SSH key.

use std::fs;

use crate::cli::args::SealArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::ssh::{self, Checked};
use unequal_core::deck::plain;
use unequal_core::store::sealed::{self, Head};
use unequal_core::store::{StoreError, document, noted, typed};
use unequal_session::history::Verified;

/// Runs the command.
///
/// # Errors
///
/// Says that the record does not verify, that the seat has signed it already, or why nothing can be signed or
/// kept.
pub fn run(args: &SealArgs, out: &mut Out) -> Result<(), Error> {
    let (save, seat) = (args.save.as_path(), args.seat);
    let shown = plain(&save.display().to_string());
    let verified = Verified::read(save)?;
    let last = verified.last_number();
    if let Some(fault) = verified.fault {
        return Err(fault.into());
    }
    let bytes = fs::read(save).map_err(|error| Error::from_io(save, "read", &error))?;
    let head = Head::of(save, &bytes)?.filter(|head| head.entry == last);
    let Some(head) = head else {
        let typed = typed(save);
        return Err(Error::data(format!(
            "{shown}: something stands behind its last entry, or is being written"
        ))
        .hint(format!(
            "`unequal verify {typed}` says what; `unequal resume {typed}` puts it right"
        )));
    };
    let signature = Head::signature_for(save, last, seat);
    if signature.symlink_metadata().is_ok() {
        return Err(
            Error::wrong_use(format!("the {seat} seat has signed entry {last} already"))
                .hint("`unequal verify` says with which key; nothing is ever written over"),
        );
    }
    let file = head.keep(save).map_err(|error| match error {
        StoreError::Exists { path } => Error::data(format!(
            "{}: what was signed there is not the head of this record",
            path.display()
        ))
        .hint("`unequal verify` says whether this is the record that was sealed"),
        error => error.into(),
    })?;
    let text = ssh::sign(&args.key, &file)?;
    document::write(&signature, &text, false)?;
    let key = ssh::public_key(&text).unwrap_or_default();
    let signers = sealed::admit(save, seat, &key)?;
    let key = match ssh::check(&file, &signature, &signers, seat.word()) {
        Checked::Good(key) => key,
        Checked::Bad | Checked::Unable(_) => {
            return Err(Error::data(format!(
                "{}: the signature that was made does not fit",
                signature.display()
            ))
            .hint("look whether another program changes these files, remove it and sign again"));
        }
    };
    let digest = noted::short(&head.digest);
    out.line(format!(
        "Sealed: the {seat} seat signs entry {last}, digest {digest}"
    ))?;
    for (path, what) in [
        (&file, "what is signed, the same for every seat".to_owned()),
        (&signature, format!("the signature, by the key {key}")),
        (&signers, "whose keys sign for which seat".to_owned()),
    ] {
        out.line(format!("  {}: {what}", plain(&path.display().to_string())))?;
    }
    if verified.history.is_some_and(|history| !history.has_ended()) {
        out.line(format!(
            "The session goes on: what comes after entry {last} is not sealed."
        ))?;
    }
    Ok(())
}
