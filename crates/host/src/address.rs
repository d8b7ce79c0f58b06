//! The one address of this computer at which something is opened to others, as it is named, and why it is not given.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// Why nothing can be opened at an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is no address.
    #[error(
        "`{0}` is no address of a network, such as 192.168.1.7, 192.168.1.7:8080 or [::1]:8080"
    )]
    NoAddress(String),
    /// It stands for all addresses.
    #[error("{0} stands for every address of this computer, and one has to be named")]
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

/// What tells the addresses of a computer.
const LISTED: &str = "`ip address`, `ifconfig` or `ipconfig` lists the addresses of this computer";

impl AddressError {
    /// The system does not give an address.
    pub fn not_given(address: SocketAddr, error: &io::Error) -> Self {
        let (why, hint) = match error.kind() {
            ErrorKind::AddrInUse => (
                "another program listens there",
                "name another port behind the address, or end that program",
            ),
            ErrorKind::AddrNotAvailable => ("it is no address of this computer", LISTED),
            ErrorKind::PermissionDenied => (
                "the system does not allow it",
                "name a port above 1023: smaller ones are the system's",
            ),
            _ => ("", LISTED),
        };
        let why = match why {
            "" => error.to_string(),
            why => why.to_owned(),
        };
        Self::NotGiven { address, why, hint }
    }

    /// What to do next.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NoAddress(_) => LISTED,
            Self::Every(_) => "name the one by which others reach this computer",
            Self::NotGiven { hint, .. } => hint,
        }
    }
}

/// Reads an address: `192.168.1.7:9000`, `192.168.1.7`, `[::1]:9000`, `::1`. Where no port is named, `usual`.
///
/// # Errors
///
/// Says that it is none, or not one alone.
pub fn read(words: &str, usual: u16) -> Result<SocketAddr, AddressError> {
    let words = words.trim();
    let within = words
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let bare = within.map_or_else(
        || words.parse::<IpAddr>().ok(),
        |within| within.parse::<Ipv6Addr>().ok().map(IpAddr::from),
    );
    let address = bare
        .map(|ip| SocketAddr::new(ip, usual))
        .or_else(|| words.parse().ok())
        .ok_or_else(|| AddressError::NoAddress(words.to_owned()))?;
    if address.ip().is_unspecified() {
        return Err(AddressError::Every(address));
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_its_port() {
        for (words, address) in [
            ("192.168.1.7:9000", "192.168.1.7:9000"),
            (" 192.168.1.7 ", "192.168.1.7:8080"),
            ("[::1]:9000", "[::1]:9000"),
            ("::1", "[::1]:8080"),
            ("[fe80::1]", "[fe80::1]:8080"),
        ] {
            assert_eq!(read(words, 8080).unwrap().to_string(), address);
        }
    }

    #[test]
    fn what_is_no_address_or_every_address_is_told_with_what_to_do() {
        for words in [
            "",
            "laptop",
            "laptop:8080",
            "1.2.3",
            "[::1",
            "1.2.3.4:99999",
            ":8080",
        ] {
            let told = read(words, 8080).unwrap_err();
            assert!(matches!(told, AddressError::NoAddress(_)), "{words}");
            assert!(told.hint().contains("ip address"));
        }
        for words in ["0.0.0.0", "[::]:8080", "0.0.0.0:80"] {
            let told = read(words, 8080).unwrap_err();
            assert!(matches!(told, AddressError::Every(_)), "{words}");
        }
    }

    #[test]
    fn an_address_that_is_taken_or_not_ours_is_told() {
        let first = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let of = |address: SocketAddr| {
            let error = std::net::TcpListener::bind(address).unwrap_err();
            AddressError::not_given(address, &error)
        };
        let told = of(first.local_addr().unwrap());
        assert!(
            told.to_string().contains("another program listens there"),
            "{told}"
        );
        assert!(told.hint().contains("another port"));
        // Kept for examples (RFC 5737): nobody's.
        let told = of("192.0.2.1:0".parse().unwrap());
        assert!(
            told.to_string().contains("no address of this computer"),
            "{told}"
        );
    }
}
