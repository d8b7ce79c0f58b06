//! What is found where: the wall, what changes of it as it changes, its style and its script.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use futures_util::stream::unfold;
use tokio::sync::watch;
use tokio::time::timeout;
use unequal_session::clock::seconds;

use crate::frame;
use crate::guard::{Hosts, guard};
use crate::shown::Shown;
use crate::site::Site;
use crate::taking_part;

/// How often a page that is open hears that it still is: it comes back by itself where it hears nothing.
const STILL: Duration = Duration::from_secs(15);

/// All that is served.
pub(crate) fn routes(site: Arc<Site>, address: SocketAddr) -> Router {
    Router::new()
        .route("/", get(wall))
        .route("/live", get(live))
        .merge(taking_part::routes())
        .route("/page.css", get(style))
        .route("/live.js", get(script))
        .fallback(async || (StatusCode::NOT_FOUND, frame::told("There is nothing here.")))
        .layer(from_fn_with_state(Hosts::of(address), guard))
        .with_state(site)
}

async fn wall(State(site): State<Arc<Site>>, headers: HeaderMap) -> Html<String> {
    let shown = site.shown.borrow().clone();
    let is_in = site.desk.whose(&headers).is_some();
    frame::wall(&shown.session, shown.at(&site.clock), is_in)
}

/// How long a browser keeps what is the same on every page.
const KEPT: &str = "max-age=600";

async fn style() -> impl IntoResponse {
    let kind = "text/css; charset=utf-8";
    (
        [(CONTENT_TYPE, kind), (CACHE_CONTROL, KEPT)],
        include_str!("files/page.css"),
    )
}

async fn script() -> impl IntoResponse {
    let kind = "text/javascript; charset=utf-8";
    (
        [(CONTENT_TYPE, kind), (CACHE_CONTROL, KEPT)],
        include_str!("files/live.js"),
    )
}

/// The wall, and again whenever it is another: always the last one, whatever came while a browser did not read.
async fn live(State(site): State<Arc<Site>>) -> impl IntoResponse {
    let mut shown = site.shown.clone();
    shown.mark_changed();
    let now = seconds(&site.clock.now()).unwrap_or_default();
    let greeting = Bytes::from(format!("retry: 2000\nevent: now\ndata: {now}\n\n"));
    let told = unfold((Some(greeting), shown), next);
    let kind = "text/event-stream";
    ([(CONTENT_TYPE, kind)], Body::from_stream(told))
}

/// What a browser is sent, and what has not been sent yet.
type Sent = (Option<Bytes>, watch::Receiver<Arc<Shown>>);

async fn next((greeting, mut shown): Sent) -> Option<(Result<Bytes, Infallible>, Sent)> {
    if let Some(greeting) = greeting {
        return Some((Ok(greeting), (None, shown)));
    }
    let bytes = match timeout(STILL, shown.changed()).await {
        Ok(Ok(())) => shown.borrow_and_update().event.clone(),
        Ok(Err(_)) => return None,
        Err(_) => Bytes::from_static(b"event: still\ndata:\n\n"),
    };
    Some((Ok(bytes), (None, shown)))
}
