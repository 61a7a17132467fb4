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
use axum::routing::{get, post, put};
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
        .merge(of_kind(Kind::Users))
        .merge(edited(Kind::Users))
        .merge(of_kind(Kind::Groups))
        .merge(edited(Kind::Groups))
        .merge(of_kind(Kind::Invitations))
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

/// The paths of every resource type.
fn of_kind(kind: Kind) -> Router<Arc<State>> {
    let endpoint = kind.resource_type().endpoint;
    let path = |below: &str| format!("{endpoint}{below}");
    Router::new()
        .route(
            endpoint,
            get(move |state, caller, uri| list::list(kind, state, caller, uri))
                .post(move |state, request| resources::create(kind, state, request)),
        )
        .route(
            &path("/.search"),
            post(move |state, caller, request| list::search(kind, state, caller, request)),
        )
        .route(
            &path("/{id}"),
            get(move |state, caller, id, headers, uri| {
                resources::read(kind, state, caller, id, headers, uri)
            })
            .delete(move |state, id, request| resources::delete(kind, state, id, request)),
        )
}

/// The further paths of a resource type whose resources are edited, and whose changes are told.
fn edited(kind: Kind) -> Router<Arc<State>> {
    let endpoint = kind.resource_type().endpoint;
    let path = |below: &str| format!("{endpoint}{below}");
    Router::new()
        .route(
            &path("/.deltaToken"),
            get(move |state, caller| delta::token(kind, state, caller)),
        )
        .route(
            &path("/.delta"),
            post(move |state, caller, request| delta::changes(kind, state, caller, request)),
        )
        .route(
            &path("/{id}"),
            put(move |state, id, request| resources::replace(kind, state, id, request))
                .patch(move |state, id, request| resources::patch(kind, state, id, request)),
        )
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
