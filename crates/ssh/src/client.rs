//! One connection: it shows that it may come in, names its terminal, and is given its seat. Nothing else is done for it.

use std::sync::Arc;
use std::thread;

use russh::server::{
    Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Response, Session, VerifiedPublicKey,
};
use russh::{Channel, ChannelId, ChannelWriteHalf, MethodKind, Pty};
use tokio::runtime;
use tokio::sync::mpsc;

use crate::coming::{Coming, only};
use crate::connections::Connections;
use crate::host_key::fingerprint;
use crate::seat::{AtTerminal, Came, sit};
use crate::terminal::{Described, line};
use unequal_host::Reception;

/// Pieces of what was typed that wait; then the client waits.
const TYPED: usize = 64;
/// Variables of a terminal that are looked at.
const VARIABLES: usize = 16;

/// What all clients share.
#[derive(Clone, Debug)]
pub(crate) struct Shared {
    pub(crate) reception: Reception,
    pub(crate) connections: Arc<Connections>,
    pub(crate) visits: Arc<std::sync::Mutex<Vec<thread::JoinHandle<()>>>>,
}

/// One connection.
pub(crate) struct Client {
    shared: Shared,
    number: u64,
    coming: Coming,
    channel: Option<ChannelWriteHalf<Msg>>,
    described: Option<Described>,
    variables: Vec<(String, String)>,
    typed: Option<mpsc::Sender<Came>>,
}

impl Client {
    pub(crate) fn new(shared: Shared, number: u64, from: String) -> Self {
        let owner = shared.reception.owner().clone();
        let connections = Arc::clone(&shared.connections);
        let is_gone = Box::new(move || connections.is_gone(number));
        Self {
            shared,
            number,
            coming: Coming::new(owner, from, is_gone),
            channel: None,
            described: None,
            variables: Vec::new(),
            typed: None,
        }
    }

    /// Notes that it has come in, where it has.
    fn noted(&self, answer: Auth) -> Auth {
        if matches!(answer, Auth::Accept) {
            self.shared.connections.is_inside(self.number);
        }
        answer
    }

    /// Says why there is no seat for it, and ends the channel.
    fn refuse(id: ChannelId, session: &mut Session, why: &str) -> Result<(), russh::Error> {
        session.extended_data(id, 1, line(why).into_bytes())?;
        session.exit_status_request(id, 1)?;
        session.eof(id)?;
        session.close(id)
    }
}

impl Handler for Client {
    type Error = russh::Error;

    async fn auth_publickey_offered(
        &mut self,
        user: &str,
        _offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, russh::Error> {
        // Whoever comes to no seat shows no key: they are told which seats there are.
        Ok(match self.coming.comer(user) {
            Ok(_) => Auth::Accept,
            Err(_) => only(MethodKind::KeyboardInteractive, false),
        })
    }

    async fn auth_publickey(
        &mut self,
        user: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, russh::Error> {
        let answer = self.coming.shows(user, &fingerprint(key.public_key));
        Ok(self.noted(answer))
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        user: &str,
        _submethods: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, russh::Error> {
        let typed = response.map(|mut words| {
            let first = words.next().unwrap_or_default();
            String::from_utf8_lossy(&first).into_owned()
        });
        let answer = self.coming.asks(user, typed).await;
        let answer = answer.ok_or(russh::Error::Disconnect)?;
        Ok(self.noted(answer))
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _session: &mut Session,
    ) -> Result<(), russh::Error> {
        // One terminal a connection: dropped, the other is turned away.
        if self.channel.is_none() && self.typed.is_none() {
            // What comes is taken as it comes; kept in the channel it would block the connection.
            let (_unread, channel) = channel.split();
            self.channel = Some(channel);
            reply.accept().await;
        }
        Ok(())
    }

    async fn pty_request(
        &mut self,
        id: ChannelId,
        term: &str,
        columns: u32,
        rows: u32,
        _width: u32,
        _height: u32,
        _modes: &[(Pty, u32)],
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        self.described = Some(Described::new(term, size(columns, rows)));
        session.channel_success(id)
    }

    async fn env_request(
        &mut self,
        id: ChannelId,
        name: &str,
        value: &str,
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        if self.variables.len() < VARIABLES && name.len() + value.len() < 1024 {
            self.variables.push((name.to_owned(), value.to_owned()));
        }
        session.channel_success(id)
    }

    async fn shell_request(
        &mut self,
        id: ChannelId,
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        let (Some(comer), Some(mut described)) = (self.coming.comer.clone(), self.described.take())
        else {
            session.channel_success(id)?;
            return Self::refuse(id, session, "a seat needs a terminal: come with ssh -t");
        };
        let Some(channel) = self.channel.take() else {
            return session.channel_failure(id);
        };
        session.channel_success(id)?;
        described.note(&self.variables);
        let terminal = match described.terminal() {
            Ok(terminal) => terminal,
            Err(why) => return Self::refuse(id, session, &why),
        };
        let (typed, came) = mpsc::channel(TYPED);
        self.typed = Some(typed);
        let client = AtTerminal {
            comer,
            terminal,
            channel,
            handle: session.handle(),
            came,
            connections: Arc::clone(&self.shared.connections),
            number: self.number,
        };
        let (reception, runtime) = (self.shared.reception.clone(), runtime::Handle::current());
        let visit = thread::Builder::new()
            .name("seat".to_owned())
            .spawn(move || sit(&reception, client, &runtime));
        match visit {
            Ok(visit) => {
                let visits = self.shared.visits.lock();
                let mut visits = visits.unwrap_or_else(std::sync::PoisonError::into_inner);
                visits.retain(|visit| !visit.is_finished());
                visits.push(visit);
                Ok(())
            }
            Err(error) => {
                Self::refuse(id, session, &format!("the host is out of threads: {error}"))
            }
        }
    }

    async fn exec_request(
        &mut self,
        id: ChannelId,
        _command: &[u8],
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        session.channel_success(id)?;
        Self::refuse(
            id,
            session,
            "there is nothing here but seats: come without a command",
        )
    }

    async fn subsystem_request(
        &mut self,
        id: ChannelId,
        _name: &str,
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        session.channel_failure(id)
    }

    async fn data(
        &mut self,
        _id: ChannelId,
        bytes: &[u8],
        _session: &mut Session,
    ) -> Result<(), russh::Error> {
        if let Some(typed) = &self.typed {
            // Where the seat is left nobody reads it any more.
            let _left = typed.send(Came::Bytes(bytes.to_vec())).await;
        }
        Ok(())
    }

    async fn window_change_request(
        &mut self,
        _id: ChannelId,
        columns: u32,
        rows: u32,
        _width: u32,
        _height: u32,
        _session: &mut Session,
    ) -> Result<(), russh::Error> {
        let (columns, rows) = size(columns, rows);
        if let Some(typed) = &self.typed {
            let _left = typed.send(Came::Size(columns, rows)).await;
        }
        Ok(())
    }

    async fn channel_eof(
        &mut self,
        _id: ChannelId,
        _session: &mut Session,
    ) -> Result<(), russh::Error> {
        self.typed = None;
        Ok(())
    }

    async fn channel_close(
        &mut self,
        _id: ChannelId,
        _session: &mut Session,
    ) -> Result<(), russh::Error> {
        self.typed = None;
        Ok(())
    }
}

/// Columns and rows; those of old terminals where it does not say.
fn size(columns: u32, rows: u32) -> (u16, u16) {
    let of = |number: u32, usual: u16| match u16::try_from(number) {
        Ok(0) => usual,
        Ok(number) => number.min(1000),
        Err(_) => 1000,
    };
    (of(columns, 80), of(rows, 24))
}
