//! The address at which seats are open.

use std::fmt;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::str::FromStr;

/// The port where none is named.
pub const PORT: u16 = 2222;

/// One address of this computer, and a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address(pub SocketAddr);

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bare = text.trim_start_matches('[').trim_end_matches(']');
        let found = if let Ok(ip) = bare.parse::<IpAddr>() {
            SocketAddr::new(ip, PORT)
        } else if let Ok(whole) = text.parse() {
            whole
        } else {
            let (name, port) = match text.rsplit_once(':') {
                Some((name, port)) => (name, port.parse().map_err(|_| wrong(text))?),
                None => (text, PORT),
            };
            let mut named = (name, port).to_socket_addrs().map_err(|_| wrong(text))?;
            named.next().ok_or_else(|| wrong(text))?
        };
        if found.ip().is_unspecified() {
            return Err(format!(
                "{found} is every address of this computer: name the one that the teams reach, as 192.168.1.7"
            ));
        }
        Ok(Self(found))
    }
}

fn wrong(text: &str) -> String {
    format!("{text} is no address of a computer: write 192.168.1.7, 192.168.1.7:2222 or [::1]:2222")
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Address {
    /// What is typed to come to a seat.
    pub fn command(&self, seat: &str) -> String {
        let (ip, port) = (self.0.ip(), self.0.port());
        if port == 22 {
            format!("ssh {seat}@{ip}")
        } else {
            format!("ssh -p {port} {seat}@{ip}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_its_port_and_told_as_ssh_takes_it() {
        for (text, command) in [
            ("127.0.0.1", "ssh -p 2222 russia@127.0.0.1"),
            ("127.0.0.1:22", "ssh russia@127.0.0.1"),
            ("::1", "ssh -p 2222 russia@::1"),
            ("[::1]", "ssh -p 2222 russia@::1"),
            ("[::1]:2300", "ssh -p 2300 russia@::1"),
        ] {
            let address: Address = text.parse().unwrap();
            assert_eq!(address.command("russia"), command, "{text}");
        }
    }

    #[test]
    fn what_is_no_address_or_every_address_is_refused_with_what_to_write() {
        for text in [
            "",
            "0.0.0.0",
            "[::]:2222",
            "127.0.0.1:x",
            "127.0.0.1:70000",
            "1.2.3.4.5:1",
        ] {
            let why = text.parse::<Address>().unwrap_err();
            assert!(why.contains("192.168.1.7"), "{text}: {why}");
        }
    }
}
