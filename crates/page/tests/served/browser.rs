//! A browser as it is on the wire: requests as a test wants them, and what is answered.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long anything may take.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in small letters.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Connects.
pub(crate) fn connect(to: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(to).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Says something, and reads to the end what is answered.
pub(crate) fn said(to: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(to);
    // Whoever has heard enough hangs up early.
    let _gone_already = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _cut = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

/// A request with these headers besides the host.
pub(crate) fn request(to: SocketAddr, first: &str, headers: &str, body: &str) -> Answer {
    let host = format!("host: {to}\r\n");
    let length = format!("content-length: {}\r\n", body.len());
    let bytes =
        format!("{first} HTTP/1.1\r\n{host}{length}connection: close\r\n{headers}\r\n{body}");
    answer(&said(to, bytes.as_bytes()))
}

/// Reads an answer.
pub(crate) fn answer(text: &str) -> Answer {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let first = lines.next().unwrap_or_default();
    let status = first.split(' ').nth(1).unwrap_or_default();
    let headers = lines.filter_map(|line| line.split_once(": "));
    Answer {
        status: status
            .parse()
            .unwrap_or_else(|_| panic!("no answer: {text:?}")),
        headers: headers
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect(),
        body: body.to_owned(),
    }
}

/// Asks for a page.
pub(crate) fn get(to: SocketAddr, path: &str) -> Answer {
    request(to, &format!("GET {path}"), "", "")
}

/// A page that is left open.
pub(crate) struct Open(BufReader<TcpStream>);

impl Open {
    pub(crate) fn at(to: SocketAddr) -> Self {
        let mut stream = connect(to);
        let ask = format!("GET /live HTTP/1.1\r\nhost: {to}\r\n\r\n");
        stream.write_all(ask.as_bytes()).unwrap();
        Self(BufReader::new(stream))
    }

    /// The next line that says something; none where the host has hung up.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).ok()?;
        (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// The data of the next event of this kind; others are passed over.
    pub(crate) fn next(&mut self, kind: &str) -> Option<String> {
        let event = format!("event: {kind}");
        while self.line()? != event {}
        let mut data = String::new();
        loop {
            let line = self.line()?;
            match line.strip_prefix("data: ") {
                Some(words) => data.push_str(words),
                None if line.is_empty() => return Some(data),
                // The length of a chunk.
                None => {}
            }
        }
    }

    /// The next wall that holds these words.
    pub(crate) fn until(&mut self, words: &str) -> String {
        loop {
            let wall = self.next("wall");
            let wall = wall.unwrap_or_else(|| panic!("the host hung up before {words:?}"));
            if wall.contains(words) {
                return wall;
            }
        }
    }
}
