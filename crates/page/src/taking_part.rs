//! What is found where for those who take part: the link that lets them in, and what they enter.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form as Typed, Router};
use tokio::task::spawn_blocking;

use crate::form::Form;
use crate::frame;
use crate::part;
use crate::phone::{COOKIE, Desk};
use crate::site::Site;

/// Seconds for which a phone knows itself: a day of play.
const KNOWN: u32 = 24 * 60 * 60;

/// All that is for them.
pub(crate) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/in/{token}", get(way_in))
        .route("/in", post(come_in))
        .route("/me", get(forms).post(take))
}

type Fields = Typed<Vec<(String, String)>>;

async fn way_in(State(site): State<Arc<Site>>, Path(token): Path<String>) -> Response {
    let phones = site.desk.owner().phones();
    if !phones.is_link(&token) {
        let words = "This link is no longer the one: look for the one on the wall.";
        return (StatusCode::NOT_FOUND, frame::told(words)).into_response();
    }
    let room = site.desk.room();
    if !phones.is_open() {
        return part::closed(&room, &site.shown.borrow().forms).into_response();
    }
    part::way_in(&room, &token, "", "").into_response()
}

async fn come_in(State(site): State<Arc<Site>>, Typed(fields): Fields) -> Response {
    at_the_desk(site, move |site| {
        let form = Form::of(fields);
        let (token, name) = (form.text("token"), form.text("name"));
        match site.desk.come_in(token, name) {
            Ok(word) => {
                let cookie =
                    format!("{COOKIE}={word}; Path=/; Max-Age={KNOWN}; HttpOnly; SameSite=Strict");
                ([(SET_COOKIE, cookie)], Redirect::to("/me")).into_response()
            }
            Err(why) => {
                let page = part::way_in(&site.desk.room(), token, name, &why);
                (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
            }
        }
    })
    .await
}

async fn forms(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Query(asked): Query<Vec<(String, String)>>,
) -> Response {
    let Some(name) = site.desk.whose(&headers) else {
        return Redirect::to("/").into_response();
    };
    let shown = site.shown.borrow().forms.clone();
    let room = site.desk.room();
    if !site.desk.owner().phones().is_open() {
        return part::closed(&room, &shown).into_response();
    }
    let said = site.desk.said(Form::of(asked).text("taken"));
    part::forms(&room, &name, &shown, &said, None).into_response()
}

async fn take(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Typed(fields): Fields,
) -> Response {
    let Some(name) = site.desk.whose(&headers) else {
        let words = "This phone is not in: open the link that is on the wall.";
        return (StatusCode::FORBIDDEN, frame::told(words)).into_response();
    };
    at_the_desk(site, move |site| {
        let form = Form::of(fields);
        match site.desk.take(&name, &form) {
            Ok(()) => Redirect::to(&format!("/me?taken={}", form.word())).into_response(),
            Err(why) => {
                let status = if site.desk.owner().phones().is_open() {
                    StatusCode::UNPROCESSABLE_ENTITY
                } else {
                    StatusCode::FORBIDDEN
                };
                let shown = site.shown.borrow().forms.clone();
                let refused = Some((&form, why.as_str()));
                let page = part::forms(&site.desk.room(), &name, &shown, "", refused);
                (status, page).into_response()
            }
        }
    })
    .await
}

/// Works at the record, apart from what answers browsers: it waits for the disk.
async fn at_the_desk(
    site: Arc<Site>,
    work: impl FnOnce(&Site) -> Response + Send + 'static,
) -> Response {
    let done = spawn_blocking(move || work(&site)).await;
    done.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

impl Desk {
    /// Whose phone asks.
    pub(crate) fn whose(&self, headers: &HeaderMap) -> Option<String> {
        let cookies = headers.get("cookie")?.to_str().ok()?;
        let mut words = cookies
            .split(';')
            .filter_map(|one| one.trim().split_once('='));
        let (_, word) = words.find(|(name, _)| *name == COOKIE)?;
        self.owner().phones().whose(word)
    }
}
