//! The address at which a page is served: one that was named, and taken before a session is opened.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use thiserror::Error;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

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

/// Why no page can be served there.
#[derive(Debug, Error)]
pub enum GateError {
    /// It is no address.
    #[error("`{0}` is no address of a network, such as 192.168.1.7:8080 or [::1]:8080")]
    NoAddress(String),
    /// It stands for all addresses.
    #[error("{0} stands for every address of this machine, and a page has one")]
    Every(SocketAddr),
    /// The system does not give it.
    #[error("{address} cannot be used: {why}")]
    NotGiven {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        why: String,
        /// What to do instead.
        hint: &'static str,
    },
}

impl GateError {
    /// What to do next.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NoAddress(_) => "`ip address` tells the addresses of this machine",
            Self::Every(_) => "name the one by which the room reaches this machine",
            Self::NotGiven { hint, .. } => hint,
        }
    }
}

/// Reads an address: `192.168.1.7:8080`, `192.168.1.7`, `[::1]:8080`, `::1`.
///
/// # Errors
///
/// Says that it is none, or not one alone.
pub fn address(words: &str) -> Result<SocketAddr, GateError> {
    let words = words.trim();
    let within = words
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let bare = within.map_or_else(
        || words.parse::<IpAddr>().ok(),
        |within| within.parse::<Ipv6Addr>().ok().map(IpAddr::from),
    );
    let address = bare
        .map(|ip| SocketAddr::new(ip, PORT))
        .or_else(|| words.parse().ok())
        .ok_or_else(|| GateError::NoAddress(words.to_owned()))?;
    if address.ip().is_unspecified() {
        return Err(GateError::Every(address));
    }
    Ok(address)
}

impl Gate {
    /// Takes an address. With port 0 the system chooses one.
    ///
    /// # Errors
    ///
    /// Says why it is not given.
    pub fn open(address: SocketAddr) -> Result<Self, GateError> {
        use std::io::ErrorKind;
        let told = |error: std::io::Error| GateError::NotGiven {
            address,
            why: match error.kind() {
                ErrorKind::AddrInUse => "another program listens there".to_owned(),
                ErrorKind::AddrNotAvailable => "it is no address of this machine".to_owned(),
                ErrorKind::PermissionDenied => "the system does not allow it".to_owned(),
                _ => error.to_string(),
            },
            hint: match error.kind() {
                ErrorKind::AddrInUse => "name another port, or end that program",
                ErrorKind::PermissionDenied => "name a port above 1023",
                _ => "`ip address` tells the addresses of this machine",
            },
        };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_its_port() {
        for (words, read) in [
            ("192.168.1.7:9000", "192.168.1.7:9000"),
            ("192.168.1.7", "192.168.1.7:8080"),
            ("[::1]:9000", "[::1]:9000"),
            ("::1", "[::1]:8080"),
            ("[fe80::1]", "[fe80::1]:8080"),
        ] {
            assert_eq!(address(words).unwrap().to_string(), read);
        }
        for words in [
            "",
            "laptop",
            "laptop:8080",
            "1.2.3",
            "[::1",
            "1.2.3.4:99999",
            ":8080",
        ] {
            assert!(
                matches!(address(words), Err(GateError::NoAddress(_))),
                "{words}"
            );
        }
        for words in ["0.0.0.0", "[::]:8080", "0.0.0.0:80"] {
            assert!(
                matches!(address(words), Err(GateError::Every(_))),
                "{words}"
            );
        }
    }

    #[test]
    fn an_address_that_is_taken_or_not_ours_is_told() {
        let first = Gate::open("127.0.0.1:0".parse().unwrap()).unwrap();
        let told = Gate::open(first.address()).unwrap_err();
        assert!(
            told.to_string().contains("another program listens there"),
            "{told}"
        );
        assert!(told.hint().contains("another port"));
        // Kept for examples (RFC 5737): nobody's.
        let told = Gate::open("192.0.2.1:0".parse().unwrap()).unwrap_err();
        assert!(
            told.to_string().contains("no address of this machine"),
            "{told}"
        );
    }
}
