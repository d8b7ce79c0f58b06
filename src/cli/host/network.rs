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
pub(super) struct Network {
    opens: Vec<Opens>,
    /// What is said of them.
    told: Vec<String>,
}

impl Network {
    /// Takes the addresses that are asked for, before a session is opened: where one cannot be had, nothing is begun.
    ///
    /// # Errors
    ///
    /// Says what stands against it.
    pub(super) fn take(args: &HostArgs) -> Result<Self, Error> {
        let ssh = args.ssh.as_deref().map(ssh).transpose()?;
        let page = args.page.as_deref().map(page).transpose()?;
        let (page, told) = page.unzip();
        Ok(Self {
            opens: ssh.into_iter().chain(page).collect(),
            told: told.into_iter().collect(),
        })
    }

    /// Where something is open that the white cell's board does not tell of.
    pub(super) fn told(&self) -> &[String] {
        &self.told
    }

    /// Opens them to a session; gives what is kept as long as they are open.
    pub(super) fn open(self, reception: &Reception) -> Vec<Kept> {
        let open = |opens: Opens| opens(reception.clone());
        self.opens.into_iter().map(open).collect()
    }
}

/// Seats over SSH.
#[cfg(feature = "ssh")]
fn ssh(asked: &str) -> Result<Opens, Error> {
    use unequal_core::deck::plain;
    use unequal_core::store::place::data_folder;
    use unequal_ssh::{Gate, GateError, Taken};

    let folder = data_folder()
        .ok_or_else(|| Error::data("this user has no folder in which a key for SSH can be kept"))?;
    let taken = Taken::at(asked, &folder).map_err(|error| {
        let message = format!("--ssh: {}", plain(&error.to_string()));
        let told = match error {
            GateError::Address(_) => Error::wrong_use(message),
            GateError::HostKey(_) | GateError::Threads(_) => Error::data(message),
        };
        told.hint(error.hint())
    })?;
    Ok(Box::new(|reception| Box::new(Gate::open(taken, reception))))
}

/// This build has none.
#[cfg(not(feature = "ssh"))]
fn ssh(_asked: &str) -> Result<Opens, Error> {
    Err(absent("seats over SSH", "ssh"))
}

/// The audience's page, and where it is.
#[cfg(feature = "page")]
fn page(asked: &str) -> Result<(Opens, String), Error> {
    use unequal_core::deck::plain;
    use unequal_page::{Gate, Page};
    use unequal_tui::start::system_clock;

    let gate = Gate::open(asked).map_err(|error| {
        let message = format!("--page: {}", plain(&error.to_string()));
        Error::wrong_use(message).hint(error.hint())
    })?;
    let where_it_is = format!("the audience's page is at http://{}/", gate.address());
    let opens: Opens =
        Box::new(|reception| Box::new(Page::open(gate, reception.owner(), system_clock())));
    Ok((opens, where_it_is))
}

/// This build has none.
#[cfg(not(feature = "page"))]
fn page(_asked: &str) -> Result<(Opens, String), Error> {
    Err(absent("the audience's page", "page"))
}

/// What is said of something that was not built in.
#[cfg(not(all(feature = "ssh", feature = "page")))]
fn absent(what: &str, feature: &str) -> Error {
    Error::wrong_use(format!("this `unequal` was built without {what}")).hint(format!(
        "build it in, in the folder of its source: cargo install --locked --path . --features {feature}"
    ))
}
