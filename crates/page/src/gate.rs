//! The address at which a page is served: one that was named, and taken before a session is opened.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use unequal_host::address::{self, AddressError};

/// The port where none is named.
pub const PORT: u16 = 8080;

/// An address that is taken.
#[derive(Debug)]
pub struct Gate {
    pub(crate) listener: TcpListener,
    /// What listens there runs in one thread.
    pub(crate) runtime: Runtime,
    address: SocketAddr,
}

impl Gate {
    /// Takes an address that is named, as in `192.168.1.7`. With port 0 the system chooses one.
    ///
    /// # Errors
    ///
    /// Says why it is not given.
    pub fn open(named: &str) -> Result<Self, AddressError> {
        let address = address::read(named, PORT)?;
        let told = |error: io::Error| AddressError::not_given(address, &error);
        let mut runtime = Builder::new_current_thread();
        let runtime = runtime.enable_io().enable_time().build().map_err(told)?;
        let listener = runtime.block_on(TcpListener::bind(address)).map_err(told)?;
        let address = listener.local_addr().map_err(told)?;
        Ok(Self {
            listener,
            runtime,
            address,
        })
    }

    /// The address.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}
