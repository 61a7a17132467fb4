//! SCIM over HTTP: what each path and method leads to.

mod accept;
mod accept_page;
mod answer;
mod authenticate;
mod body;
mod bulk;
mod conditions;
mod delta;
mod delta_point;
mod discovery;
mod idempotency;
mod list;
mod me;
mod origin;
mod pictures;
mod resources;
mod state;
mod wrong_links;

use std::sync::Arc;

use axum::Router;
use axum::http::{Method, StatusCode, Uri};
use axum::middleware;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, get, post, put};
use rollcall_scim::ScimError;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use crate::query::Kind;

pub(crate) use body::LARGEST_BODY;
pub(crate) use delta::LASTS as DELTA_LASTS;
pub(crate) use origin::{Named, Origin};
pub(crate) use state::State;
pub(crate) use wrong_links::WrongLinks;

/// Everything that the server answers.
pub(crate) fn router(state: Arc<State>) -> Router {
    let guarded = Router::new()
        .route("/Me", get(me::read))
        .route("/.search", post(list::search_everything))
        .route("/Bulk", post(bulk::run))
        .merge(read(Kind::Users))
        .merge(made(Kind::Users))
        .merge(edited(Kind::Users))
        .merge(told(Kind::Users))
        .merge(read(Kind::Groups))
        .merge(made(Kind::Groups))
        .merge(edited(Kind::Groups))
        .merge(told(Kind::Groups))
        .merge(read(Kind::Invitations))
        .merge(made(Kind::Invitations))
        .merge(read(Kind::Organizations))
        .merge(edited(Kind::Organizations))
        .merge(deleted(Kind::Organizations))
        .merge(read(Kind::Invoices))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&state),
            authenticate::require_caller,
        ));
    Router::new()
        .route(
            "/ServiceProviderConfig",
            get(discovery::service_provider_config),
        )
        .route("/ResourceTypes", get(discovery::resource_types))
        .route("/ResourceTypes/{name}", get(discovery::resource_type))
        .route("/Schemas", get(discovery::schemas))
        .route("/Schemas/{urn}", get(discovery::schema))
        .route("/Pictures/{name}", get(pictures::picture))
        .merge(accept::routes())
        .merge(guarded)
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .with_state(state)
}

/// The paths on which resources of a kind are read.
fn read(kind: Kind) -> Router<Arc<State>> {
    Router::new()
        .route(
            &path(kind, ""),
            get(move |state, caller, uri| list::list(kind, state, caller, uri)),
        )
        .route(
            &path(kind, "/.search"),
            post(move |state, caller, request| list::search(kind, state, caller, request)),
        )
        .route(
            &path(kind, "/{id}"),
            get(move |state, caller, id, headers, uri| {
                resources::read(kind, state, caller, id, headers, uri)
            }),
        )
}

/// Those on which they come and go.
fn made(kind: Kind) -> Router<Arc<State>> {
    Router::new()
        .route(
            &path(kind, ""),
            post(move |state, request| resources::create(kind, state, request)),
        )
        .merge(deleted(kind))
}

/// The one on which they go.
fn deleted(kind: Kind) -> Router<Arc<State>> {
    Router::new().route(
        &path(kind, "/{id}"),
        delete(move |state, id, request| resources::delete(kind, state, id, request)),
    )
}

/// The one on which they are edited.
fn edited(kind: Kind) -> Router<Arc<State>> {
    Router::new().route(
        &path(kind, "/{id}"),
        put(move |state, id, request| resources::replace(kind, state, id, request))
            .patch(move |state, id, request| resources::patch(kind, state, id, request)),
    )
}

/// Those on which their changes are told.
fn told(kind: Kind) -> Router<Arc<State>> {
    Router::new()
        .route(
            &path(kind, "/.deltaToken"),
            get(move |state, caller| delta::token(kind, state, caller)),
        )
        .route(
            &path(kind, "/.delta"),
            post(move |state, caller, request| delta::changes(kind, state, caller, request)),
        )
}

fn path(kind: Kind, below: &str) -> String {
    format!("{}{below}", kind.resource_type().endpoint)
}

async fn no_such_path(uri: Uri) -> Response {
    answer::Refusal(ScimError::new(
        404,
        format!("There is nothing at {}.", uri.path()),
    ))
    .into_response()
}

async fn no_such_method(method: Method, uri: Uri) -> Response {
    let status = StatusCode::METHOD_NOT_ALLOWED.as_u16();
    answer::Refusal(ScimError::new(
        status,
        format!("{} doesn't take {method}.", uri.path()),
    ))
    .into_response()
}
