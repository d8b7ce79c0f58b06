//! Browsers that connect: not too many, none that says nothing, and none that does not read.

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::{Sleep, sleep};

/// Connections at once.
const MOST: usize = 256;
/// How long a browser may take to say what it wants, and may keep silent before it wants something else.
const ASKING: Duration = Duration::from_secs(10);
/// How long a browser may read nothing of what it is sent.
const READING: Duration = Duration::from_secs(30);
/// How long nobody is let in after the system had no room for one more.
const LOOK: Duration = Duration::from_millis(50);
/// Bytes that are held for a connection, each way; the system holds as many again.
const HELD: usize = 16 * 1024;

/// What is said to whoever comes when all places are taken.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 10\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/// Lets browsers in until it is over.
pub(crate) async fn serve(listener: TcpListener, routes: Router, mut over: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(MOST));
    loop {
        let came = tokio::select! {
            _ = over.changed() => return,
            came = listener.accept() => came,
        };
        let Ok((stream, _)) = came else {
            // What stands against it, too many open files above all, passes when somebody goes.
            sleep(LOOK).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            let _gone_already = stream.try_write(FULL);
            continue;
        };
        let routes = routes.clone();
        tokio::spawn(async move {
            attend(stream, routes).await;
            drop(place);
        });
    }
}

async fn attend(stream: TcpStream, routes: Router) {
    // Where the system does not let it, more is held, and nothing else is different.
    let _as_it_is = stream.set_nodelay(true);
    let _as_it_is = SockRef::from(&stream).set_send_buffer_size(HELD);
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(ASKING)
        .max_buf_size(HELD)
        .serve_connection(
            TokioIo::new(Patient::new(stream)),
            TowerToHyperService::new(routes),
        );
    // Whoever breaks off, or says what nobody understands, has been answered as far as can be.
    let _over = served.await;
}

/// A connection that breaks off where nothing that is written is read.
struct Patient {
    stream: TcpStream,
    /// Runs while something waits to be read.
    waits: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    const fn new(stream: TcpStream) -> Self {
        Self {
            stream,
            waits: None,
        }
    }

    fn patient(
        &mut self,
        written: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.waits = None;
            return written;
        }
        let waits = self.waits.get_or_insert_with(|| Box::pin(sleep(READING)));
        match waits.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.patient(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.patient(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
