//! A client that speaks SSH as it likes.

use std::net::{Shutdown, SocketAddr};
use std::num::NonZeroU16;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use russh::client::{
    self, AuthResult, Config, Handle, KeyboardInteractiveAuthResponse as Asked, Msg,
};
use russh::keys::ssh_key::HashAlg;
use russh::keys::{Algorithm, PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg, ChannelWriteHalf, MethodKind, Sig};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::house::{House, PATIENCE};
use unequal_core::engine::seat::Seat;

/// What all clients of the tests run on.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// Runs something to its end, in time.
pub(crate) fn wait<T>(what: impl Future<Output = T>) -> T {
    RUNTIME.block_on(async { timeout(PATIENCE, what).await.unwrap() })
}

/// Takes any host for the right one.
pub(crate) struct Trusts;

impl client::Handler for Trusts {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        _key: &PublicKeyOrCertificate,
    ) -> Result<bool, russh::Error> {
        Ok(true)
    }
}

/// A connection.
pub(crate) struct Caller {
    pub(crate) handle: Handle<Trusts>,
    stream: std::net::TcpStream,
}

/// What a host says to somebody who is not in yet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Said {
    In,
    /// Instructions, and how many prompts.
    Asks(String, usize),
    /// Methods that may follow, and whether what was shown is good as far as it goes.
    Fails(Vec<MethodKind>, bool),
    Gone,
}

impl Caller {
    pub(crate) fn at(address: SocketAddr) -> Self {
        wait(async {
            let stream = tokio::net::TcpStream::connect(address).await.unwrap();
            let stream = stream.into_std().unwrap();
            let again = stream.try_clone().unwrap();
            let stream = tokio::net::TcpStream::from_std(stream).unwrap();
            stream.set_nodelay(true).unwrap();
            let config = Arc::new(Config::default());
            let handle = client::connect_stream(config, stream, Trusts)
                .await
                .unwrap();
            Self {
                handle,
                stream: again,
            }
        })
    }

    /// Cuts the line.
    pub(crate) fn cut(&self) {
        let _gone_already = self.stream.shutdown(Shutdown::Both);
    }

    /// What cuts the line from elsewhere.
    pub(crate) fn cutter(&self) -> impl FnOnce() + Send + 'static {
        let stream = self.stream.try_clone().unwrap();
        move || stream.shutdown(Shutdown::Both).unwrap_or_default()
    }

    pub(crate) fn begins(&mut self, user: &str) -> Said {
        said(wait(self.handle.authenticate_keyboard_interactive_start(
            user,
            None::<String>,
        )))
    }

    pub(crate) fn answers(&mut self, words: &[&str]) -> Said {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        said(wait(
            self.handle.authenticate_keyboard_interactive_respond(words),
        ))
    }

    pub(crate) fn shows(&mut self, user: &str, key: &Arc<PrivateKey>) -> Said {
        let key = PrivateKeyWithHashAlg::new(Arc::clone(key), Some(HashAlg::Sha256));
        match wait(self.handle.authenticate_publickey(user, key)) {
            Ok(AuthResult::Success) => Said::In,
            Ok(AuthResult::Failure {
                remaining_methods,
                partial_success,
            }) => Said::Fails(remaining_methods.to_vec(), partial_success),
            Err(_) => Said::Gone,
        }
    }

    /// Comes in with the code of a seat.
    pub(crate) fn with_code(house: &House, user: &str, seat: Seat) -> Self {
        let mut caller = Self::at(house.at);
        assert!(matches!(caller.begins(user), Said::Asks(_, 1)));
        assert_eq!(caller.answers(&[&house.code(seat)]), Said::In);
        caller
    }

    /// Comes in with a key that is known.
    pub(crate) fn with_key(house: &House, user: &str, key: &Arc<PrivateKey>) -> Self {
        let mut caller = Self::at(house.at);
        assert_eq!(caller.shows(user, key), Said::In);
        caller
    }

    pub(crate) fn channel(&self) -> Channel<Msg> {
        wait(self.handle.channel_open_session()).unwrap()
    }

    /// A channel, where the host gives one.
    pub(crate) fn channel_or_none(&self) -> Option<Channel<Msg>> {
        wait(self.handle.channel_open_session()).ok()
    }

    /// Sits down at a terminal.
    pub(crate) fn sits(&self, columns: u16, rows: u16) -> Screen {
        self.sits_unread(columns, rows).reads()
    }

    /// Sits down at a terminal that shows nothing yet.
    pub(crate) fn sits_unread(&self, columns: u16, rows: u16) -> Unread {
        let channel = self.channel();
        wait(async {
            let size = (u32::from(columns), u32::from(rows));
            let term = "xterm-256color";
            channel
                .request_pty(true, term, size.0, size.1, 0, 0, &[])
                .await
                .unwrap();
            channel.request_shell(true).await.unwrap();
        });
        Unread {
            channel,
            size: (columns, rows),
        }
    }
}

/// A terminal whose program reads nothing.
pub(crate) struct Unread {
    channel: Channel<Msg>,
    size: (u16, u16),
}

impl Unread {
    pub(crate) fn types(&self, bytes: &str) {
        wait(self.channel.data_bytes(bytes.as_bytes().to_vec())).unwrap();
    }

    pub(crate) fn resizes(&self, columns: u16, rows: u16) {
        let size = (columns.into(), rows.into());
        wait(self.channel.window_change(size.0, size.1, 0, 0)).unwrap();
    }

    /// It begins to read.
    pub(crate) fn reads(self) -> Screen {
        Screen::of(self.channel, self.size.0, self.size.1)
    }
}

fn said(answer: Result<Asked, russh::Error>) -> Said {
    match answer {
        Ok(Asked::Success) => Said::In,
        Ok(Asked::InfoRequest {
            instructions,
            prompts,
            ..
        }) => Said::Asks(instructions, prompts.len()),
        Ok(Asked::Failure {
            remaining_methods,
            partial_success,
        }) => Said::Fails(remaining_methods.to_vec(), partial_success),
        Err(_) => Said::Gone,
    }
}

/// A key of somebody's own.
pub(crate) fn key() -> Arc<PrivateKey> {
    let mut random = russh::keys::key::safe_rng();
    Arc::new(PrivateKey::random(&mut random, Algorithm::Ed25519).unwrap())
}

/// A terminal at the end of a channel.
pub(crate) struct Screen {
    to: ChannelWriteHalf<Msg>,
    shown: Arc<Mutex<Shown>>,
}

/// What came to a terminal.
pub(crate) struct Shown {
    parser: vt100::Parser,
    pub(crate) bytes: Vec<u8>,
    /// The status with which it ended.
    pub(crate) status: Option<u32>,
    pub(crate) closed: bool,
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

impl Screen {
    fn of(channel: Channel<Msg>, columns: u16, rows: u16) -> Self {
        let shown = Arc::new(Mutex::new(Shown {
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
            status: None,
            closed: false,
        }));
        let (mut from, to) = channel.split();
        let sink = Arc::clone(&shown);
        RUNTIME.spawn(async move {
            while let Some(came) = from.wait().await {
                let mut shown = sink.lock().unwrap();
                match came {
                    ChannelMsg::Data { data } | ChannelMsg::ExtendedData { data, .. } => {
                        shown.parser.process(&data);
                        shown.bytes.extend_from_slice(&data);
                    }
                    ChannelMsg::ExitStatus { exit_status } => shown.status = Some(exit_status),
                    _ => {}
                }
            }
            sink.lock().unwrap().closed = true;
        });
        Self { to, shown }
    }

    /// What came so far.
    pub(crate) fn shown<T>(&self, of: impl FnOnce(&Shown) -> T) -> T {
        of(&self.shown.lock().unwrap())
    }

    pub(crate) fn text(&self) -> String {
        self.shown(|shown| shown.parser.screen().contents())
    }

    /// Whether it is the other screen, on which programs draw.
    pub(crate) fn is_taken(&self) -> bool {
        self.shown(|shown| shown.parser.screen().alternate_screen())
    }

    pub(crate) fn types(&self, bytes: &str) {
        // Where the line is cut it is lost, as it is for everybody.
        let _cut = wait(self.to.data_bytes(bytes.as_bytes().to_vec()));
    }

    pub(crate) fn signals(&self, signal: Sig) {
        wait(self.to.signal(signal)).unwrap();
    }

    pub(crate) fn resizes(&self, columns: u16, rows: u16) {
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        self.shown.lock().unwrap().parser = parser;
        wait(self.to.window_change(columns.into(), rows.into(), 0, 0)).unwrap();
    }

    /// Waits until the terminal is as it should be.
    pub(crate) fn wait_until(&self, what: &str, fits: impl Fn(&Self) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !fits(self) {
            assert!(Instant::now() < until, "not {what}:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn wait_for(&self, words: &str) {
        self.wait_until(words, |screen| screen.text().contains(words));
    }
}
