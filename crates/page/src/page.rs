//! Serves the page of a session, as long as it is kept.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tokio::sync::watch;
use unequal_session::Owner;
use unequal_tui::clock::Clock;

use crate::gate::Gate;
use crate::phone::Desk;
use crate::routes::routes;
use crate::shown::Looks;
use crate::site::Site;
use crate::visitors;

/// A page that is served. It ends when it is dropped.
#[derive(Debug)]
pub struct Page {
    address: SocketAddr,
    over: watch::Sender<bool>,
    serves: Option<JoinHandle<()>>,
    looks: Option<Looks>,
    owner: Owner,
}

impl Page {
    /// Begins to serve a session at an address.
    pub fn open(gate: Gate, owner: &Owner, clock: Clock) -> Self {
        let address = gate.address();
        owner.phones().serve(Some(format!("http://{address}")));
        let (looks, shown) = Looks::begin(owner, clock.clone());
        let site = Arc::new(Site {
            shown,
            clock,
            desk: Desk::new(owner.clone()),
        });
        let (over, ends) = watch::channel(false);
        let Gate {
            listener, runtime, ..
        } = gate;
        let serves = thread::spawn(move || {
            runtime.block_on(visitors::serve(listener, routes(site, address), ends));
        });
        Self {
            address,
            over,
            serves: Some(serves),
            looks: Some(looks),
            owner: owner.clone(),
        }
    }

    /// The address.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.owner.phones().serve(None);
        self.over.send_replace(true);
        if let Some(serves) = self.serves.take() {
            // A fault in it has been told already.
            let _ended = serves.join();
        }
        drop(self.looks.take());
    }
}
