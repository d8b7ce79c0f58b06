//! What a host opens to other computers, where it is asked to: nothing else of the program listens on a network.

use std::fmt;

use crate::cli::args::HostArgs;
use crate::cli::error::Error;
use unequal_host::Reception;

/// What is kept as long as something is open.
type Kept = Box<dyn fmt::Debug + Send>;
/// Opens a session at an address that is taken.
type Opens = Box<dyn FnOnce(Reception) -> Kept + Send>;

/// Addresses that are taken, and not open yet.
pub(super) struct Network(Vec<Opens>);

impl Network {
    /// Takes the addresses that are asked for, before a session is opened: where one cannot be had, nothing is begun.
    ///
    /// # Errors
    ///
    /// Says what stands against it.
    pub(super) fn take(args: &HostArgs) -> Result<Self, Error> {
        let ssh = args.ssh.as_deref().map(ssh).transpose()?;
        Ok(Self(ssh.into_iter().collect()))
    }

    /// Opens them to a session; gives what is kept as long as they are open.
    pub(super) fn open(self, reception: &Reception) -> Vec<Kept> {
        let open = |opens: Opens| opens(reception.clone());
        self.0.into_iter().map(open).collect()
    }
}

/// Seats over SSH.
#[cfg(feature = "ssh")]
fn ssh(asked: &str) -> Result<Opens, Error> {
    use unequal_core::deck::plain;
    use unequal_core::store::place::data_folder;
    use unequal_ssh::{Address, Gate, Taken};

    let address: Address = asked.parse().map_err(Error::wrong_use)?;
    let folder = data_folder()
        .ok_or_else(|| Error::data("this user has no folder in which a key for SSH can be kept"))?;
    let taken = Taken::at(address, &folder)
        .map_err(|error| Error::data(plain(&error.to_string())).hint(error.hint()))?;
    Ok(Box::new(|reception| Box::new(Gate::open(taken, reception))))
}

/// This build has none.
#[cfg(not(feature = "ssh"))]
fn ssh(_asked: &str) -> Result<Opens, Error> {
    Err(absent("seats over SSH", "ssh"))
}

/// What is said of something that was not built in.
#[cfg(not(feature = "ssh"))]
fn absent(what: &str, feature: &str) -> Error {
    Error::wrong_use(format!("this `unequal` was built without {what}")).hint(format!(
        "build it with them, in the folder of its source: cargo install --locked --path . --features {feature}"
    ))
}
