//! `/invitations/accept`: where the link of an invitation leads. The person gives a name and accepts.
//!
//! No token is needed but the link's own, which is the secret that the form sends back: another site
//! can't send the form, because it doesn't know the link. Looking changes nothing, so a mail program
//! that looks ahead accepts nothing.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Extracted};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use rusqlite::Connection;

use super::accept_page::{self, Page};
use super::body::receive;
use super::{Origin, State};
use crate::door::text;
use crate::invitation::{self, Opened};
use crate::store::audit::{self, AuditLine};
use crate::store::users::UserRow;
use crate::store::{StoreError, organization};
use crate::trouble::Trouble;

/// How many bytes a form may have: a token and the longest name fit, each character of it in twelve.
const LARGEST_FORM: usize = 16 * 1024;

/// What a page of ours may do: show itself in our own style, and send its form to us.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

pub(super) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route(invitation::PAGE, get(look).post(accept))
        .route(&format!("{}.css", invitation::PAGE), get(style))
}

async fn look(Extracted(state): Extracted<Arc<State>>, origin: Origin, uri: Uri) -> Response {
    let form = Form::read(uri.query().unwrap_or_default().as_bytes());
    let page = state
        .run(move |state| {
            let now = state.now();
            let opened = |sql: &Connection| {
                let opened = invitation::open(sql, &form.token, now)?;
                page(sql, opened, &form.token)
            };
            let page = state.store.read::<_, StoreError>(opened)?;
            Ok(patient(state, &origin, page))
        })
        .await;
    answer(page)
}

async fn accept(
    Extracted(state): Extracted<Arc<State>>,
    origin: Origin,
    request: Request,
) -> Response {
    let body = match receive(request.into_body(), LARGEST_FORM).await {
        Ok(body) => body,
        Err(error) if error.status == StatusCode::PAYLOAD_TOO_LARGE => {
            return show(&Page::TooLarge);
        }
        Err(_broken_off) => return show(&Page::Incomplete),
    };
    let form = Form::read(&body);
    let page = state
        .run(move |state| {
            let page = state
                .store
                .write::<_, StoreError>(|sql| take(state, sql, &origin, &form))?;
            Ok(patient(state, &origin, page))
        })
        .await;
    answer(page)
}

async fn style() -> Response {
    let mut response = include_str!("accept.css").into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/css; charset=utf-8"),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// What the form sends; the link itself is one without a name.
#[derive(Debug, Default)]
struct Form {
    token: String,
    display_name: String,
}

impl Form {
    fn read(text: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in url::form_urlencoded::parse(text) {
            match name.as_ref() {
                "token" => form.token = value.into_owned(),
                "displayName" => form.display_name = value.trim().to_owned(),
                _ => {}
            }
        }
        form
    }
}

/// Accepts, if the link still leads to an invitation and the name is one.
fn take(state: &State, sql: &Connection, origin: &Origin, form: &Form) -> Result<Page, StoreError> {
    let now = state.now();
    let mut user = match invitation::open(sql, &form.token, now)? {
        Opened::Open(user) => user,
        other => return page(sql, other, &form.token),
    };
    if let Err(refused) = text::check(&form.display_name, "The name", text::LONGEST_DISPLAY_NAME) {
        return Ok(Page::Form {
            organization: organization_name(sql)?,
            user_name: user.user_name,
            display_name: form.display_name.clone(),
            token: form.token.clone(),
            problem: Some(refused.detail),
        });
    }
    let before = told(&user);
    user.display_name = Some(form.display_name.clone());
    invitation::accept(sql, &mut user, now)?;
    audit::append(
        sql,
        &AuditLine {
            seq: 0,
            at: now,
            actor: Some(user.id.clone()),
            actor_name: user.user_name.clone(),
            origin: origin.0.clone(),
            actions: invitation::ACCEPT.to_owned(),
            kind: "Invitation".to_owned(),
            id: user.id.clone(),
            before: Some(before),
            after: Some(told(&user)),
        },
    )?;
    Ok(Page::Accepted {
        organization: organization_name(sql)?,
        display_name: form.display_name.clone(),
    })
}

/// What the audit tells of a user who accepts.
fn told(user: &UserRow) -> String {
    let status = user
        .invitation
        .as_ref()
        .map(|invitation| invitation.status.as_str());
    serde_json::json!({ "displayName": user.display_name, "invitation": status }).to_string()
}

/// The page for what a link leads to.
fn page(sql: &Connection, opened: Opened, token: &str) -> Result<Page, StoreError> {
    Ok(match opened {
        Opened::Open(user) => Page::Form {
            organization: organization_name(sql)?,
            display_name: user.display_name.unwrap_or_default(),
            user_name: user.user_name,
            token: token.to_owned(),
            problem: None,
        },
        Opened::Used => Page::Used,
        Opened::Replaced => Page::Replaced,
        Opened::Expired => Page::Expired,
        Opened::Suspended => Page::Suspended,
        Opened::Unknown => Page::Unknown,
    })
}

fn organization_name(sql: &Connection) -> Result<String, StoreError> {
    Ok(organization::find(sql)?.map_or_else(String::new, |found| found.name))
}

/// Turns to another page for somebody who opened too many wrong links.
fn patient(state: &State, origin: &Origin, page: Page) -> Page {
    if page == Page::Unknown && state.wrong_links.is_too_many(origin, state.now()) {
        return Page::TooMany;
    }
    page
}

fn answer(page: Result<Page, Trouble>) -> Response {
    let page = page.unwrap_or_else(|error| {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "a link could not be opened"
        );
        Page::Trouble
    });
    show(&page)
}

fn show(page: &Page) -> Response {
    let status = page.status();
    let mut response = (status, accept_page::draw(page).into_string()).into_response();
    let headers = response.headers_mut();
    let fixed: [(HeaderName, HeaderValue); 5] = [
        (CONTENT_TYPE, HTML),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    headers.extend(fixed);
    if status == StatusCode::TOO_MANY_REQUESTS {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}
