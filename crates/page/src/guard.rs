//! What holds for every request and every answer: which host is meant, how much is heard, and what a browser may do with
//! a page.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use tokio::time::timeout;

use crate::frame;

/// Bytes of a form at most.
const LONGEST: usize = 16 * 1024;
/// How long a form may take to come in.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a browser may load, and from where: what is served here, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every answer bears.
const BEARS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // With none at all browsers do not say either which page a form comes from.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// The hosts that a browser may mean: the address itself, and by its name where that is this machine to itself.
#[derive(Clone, Debug)]
pub(crate) struct Hosts(Arc<[String]>);

impl Hosts {
    pub(crate) fn of(address: SocketAddr) -> Self {
        let mut hosts = vec![address.to_string()];
        if address.ip().is_loopback() {
            hosts.push(format!("localhost:{}", address.port()));
        }
        if address.port() == 80 {
            let bare = |host: &String| host.trim_end_matches(":80").to_owned();
            hosts.extend(hosts.iter().map(bare).collect::<Vec<_>>());
        }
        Self(hosts.into())
    }
}

/// Lets a request through that means this host and comes from its own pages.
pub(crate) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let mut answer = match admitted(&hosts, request).await {
        Ok(request) => next.run(request).await,
        Err((status, words)) => (status, frame::told(words)).into_response(),
    };
    let headers = answer.headers_mut();
    for (name, value) in BEARS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    answer
}

async fn admitted(hosts: &Hosts, request: Request) -> Result<Request, (StatusCode, &'static str)> {
    let headers = request.headers();
    let Some(host) = text(headers, &header::HOST) else {
        return Err((StatusCode::BAD_REQUEST, "The request names no host."));
    };
    // A name that somebody else's page points here is none of ours.
    if !hosts.0.iter().any(|ours| ours.eq_ignore_ascii_case(host)) {
        return Err((
            StatusCode::MISDIRECTED_REQUEST,
            "This page is at another address: open the link as it was given.",
        ));
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(request);
    }
    let foreign = || (StatusCode::FORBIDDEN, "This was sent from another page.");
    let origin = text(headers, &header::ORIGIN);
    if origin.is_some_and(|origin| origin.strip_prefix("http://") != Some(host)) {
        return Err(foreign());
    }
    let from = text(headers, &HeaderName::from_static("sec-fetch-site"));
    if from.is_some_and(|from| !matches!(from, "same-origin" | "none")) {
        return Err(foreign());
    }
    let (head, body) = request.into_parts();
    let Ok(whole) = timeout(PATIENCE, to_bytes(body, LONGEST)).await else {
        return Err((
            StatusCode::REQUEST_TIMEOUT,
            "The form did not come in whole.",
        ));
    };
    match whole {
        Ok(bytes) => Ok(Request::from_parts(head, Body::from(bytes))),
        Err(_) => Err((
            StatusCode::PAYLOAD_TOO_LARGE,
            "This is too long: go back, and say it in fewer words.",
        )),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
