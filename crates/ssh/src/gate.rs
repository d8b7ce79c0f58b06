//! Listens at one address, and lets clients in.

use std::borrow::Cow;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use russh::keys::PrivateKey;
use russh::server::{Config, run_stream};
use russh::{MethodKind, MethodSet, SshId};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::time::error::Elapsed;
use tokio::time::{sleep, timeout};

use crate::admission;
use crate::client::{Client, Shared};
use crate::connections::Connections;
use crate::host_key::{self, HostKeyError, fingerprint};
use unequal_host::Reception;
use unequal_host::address::{self, AddressError};
use unequal_session::presence::Entrance;

/// The port where none is named.
pub const PORT: u16 = 2222;
/// How long a client may take to say that it speaks SSH.
const GREETING: Duration = Duration::from_secs(10);
/// How long it may take to come in; the white cell's leave is waited for no longer either.
const COMING: Duration = Duration::from_mins(11);
/// Silence after which it is asked whether it is there; after three questions without an answer it is gone.
const KEEPALIVE: Duration = Duration::from_secs(15);
/// How long nobody is let in where the system takes nobody.
const LATER: Duration = Duration::from_millis(50);
/// How long the last words to clients may take.
const FAREWELL: Duration = Duration::from_secs(3);

/// Why seats are not open.
#[derive(Debug, thiserror::Error)]
pub enum GateError {
    /// Nobody can listen at the address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// There is no key.
    #[error(transparent)]
    HostKey(#[from] HostKeyError),
    /// The system gives no threads.
    #[error("the system gives no threads: {0}")]
    Threads(io::Error),
}

impl GateError {
    /// What to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Address(error) => error.hint(),
            Self::HostKey(_) => "move the file away to have a new key made",
            Self::Threads(_) => "close other programs and try again",
        }
    }
}

/// An address that is taken, before anybody is let in.
#[derive(Debug)]
pub struct Taken {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
    key: PrivateKey,
}

impl Taken {
    /// Takes an address that is named, as in `192.168.1.7`; the key of this computer lies in `folder`, or is made there.
    ///
    /// # Errors
    ///
    /// Says what stands against it.
    pub fn at(named: &str, folder: &Path) -> Result<Self, GateError> {
        let address = address::read(named, PORT)?;
        let key = host_key::in_folder(folder)?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("ssh")
            .enable_all()
            .build()
            .map_err(GateError::Threads)?;
        let failed = |error: io::Error| AddressError::not_given(address, &error);
        let listener = runtime.block_on(TcpListener::bind(address));
        let listener = listener.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self {
            runtime,
            listener,
            address,
            key,
        })
    }

    /// The address, with its port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The fingerprint of the key, as clients show it.
    pub fn fingerprint(&self) -> String {
        fingerprint(self.key.public_key())
    }
}

/// Seats over SSH. They are closed, and clients seen out, when it is dropped.
#[derive(Debug)]
pub struct Gate {
    runtime: Option<Runtime>,
    shared: Shared,
}

impl Gate {
    /// Opens the seats of a session.
    pub fn open(taken: Taken, reception: Reception) -> Self {
        let host_key = taken.fingerprint();
        let Taken {
            runtime,
            listener,
            address,
            key,
        } = taken;
        let owner = reception.owner();
        let doors = admission::doors(owner, address);
        owner
            .presence()
            .set_entrance(Some(Entrance { host_key, doors }));
        let shared = Shared {
            reception,
            connections: Arc::default(),
            visits: Arc::default(),
        };
        runtime.spawn(accept(listener, Arc::new(config(key)), shared.clone()));
        Self {
            runtime: Some(runtime),
            shared,
        }
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        let presence = self.shared.reception.owner().presence();
        presence.set_entrance(None);
        presence.close();
        let visits = &mut *self
            .shared
            .visits
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        for visit in std::mem::take(visits) {
            // A fault in one has been told already.
            let _ended = visit.join();
        }
        if let Some(runtime) = self.runtime.take() {
            // The last words go out before the lines are cut, and whatever waits for a line ends before the runtime does.
            let connections = &self.shared.connections;
            let _some_do_not_read = runtime.block_on(are_gone(connections));
            connections.close();
            let _gone = runtime.block_on(are_gone(connections));
            runtime.shutdown_timeout(FAREWELL);
        }
    }
}

/// Waits until there are no connections, not for ever.
async fn are_gone(connections: &Connections) -> Result<(), Elapsed> {
    let gone = async {
        while !connections.are_gone() {
            sleep(LATER).await;
        }
    };
    timeout(FAREWELL, gone).await
}

fn config(key: PrivateKey) -> Config {
    Config {
        server_id: SshId::Standard(Cow::Borrowed("SSH-2.0-unequal")),
        methods: MethodSet::from(&[MethodKind::PublicKey, MethodKind::KeyboardInteractive][..]),
        keys: vec![key],
        nodelay: true,
        // A team may think for as long as it likes.
        inactivity_timeout: None,
        keepalive_interval: Some(KEEPALIVE),
        keepalive_max: 3,
        // The first question of every client is refused, so that it learns how it may come in.
        auth_rejection_time_initial: Some(Duration::ZERO),
        // A key that is not known is no attempt at anything: the code is asked for at once.
        auth_rejection_time: Duration::ZERO,
        max_auth_attempts: 20,
        ..Config::default()
    }
}

async fn accept(listener: TcpListener, config: Arc<Config>, shared: Shared) {
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                tokio::spawn(serve(
                    stream,
                    from.ip().to_string(),
                    Arc::clone(&config),
                    shared.clone(),
                ));
            }
            // What stands against it, too many open files above all, passes when somebody goes.
            Err(_) => sleep(LATER).await,
        }
    }
}

/// A connection from its first byte to its last.
async fn serve(stream: TcpStream, from: String, config: Arc<Config>, shared: Shared) {
    let connections = Arc::clone(&shared.connections);
    let Some((stream, number)) = numbered(stream, &connections) else {
        return;
    };
    let client = Client::new(shared, number, from);
    if let Ok(Ok(session)) = timeout(GREETING, run_stream(config, stream, client)).await {
        let waiting = Arc::clone(&connections);
        let watch = tokio::spawn(async move {
            sleep(COMING).await;
            waiting.cut_outside(number);
        });
        // How it ends is no matter of the others.
        let _ended = session.await;
        watch.abort();
    }
    connections.remove(number);
}

/// Takes a connection in, so that it can be cut from outside.
fn numbered(stream: TcpStream, connections: &Connections) -> Option<(TcpStream, u64)> {
    let stream = stream.into_std().ok()?;
    stream.set_nodelay(true).ok()?;
    let number = connections.add(stream.try_clone().ok()?)?;
    let again = TcpStream::from_std(stream);
    if again.is_err() {
        connections.remove(number);
    }
    Some((again.ok()?, number))
}
