//! The list of permissions: of whom or what each is asked, and how at each door. A door that has no way to
//! ask says why.

mod billing;
mod general;
mod users;
mod workspaces;

use rollcall_model::Role;
use rollcall_policy::Action;
use serde_json::{Value, json};

/// One permission.
pub(super) struct Permission {
    /// Which.
    pub(super) action: Action,
    /// Of whom or what it is asked: a row of the table for each.
    pub(super) of: &'static [Of],
    /// How the window asks: a command, and its arguments but for the organization.
    pub(super) window: Way<Command>,
    /// How a person asks at a terminal: the words after `rollcall-cli`.
    pub(super) terminal: Way<Vec<String>>,
    /// How a client asks the server.
    pub(super) server: Way<Request>,
}

/// How a door is asked.
pub(super) enum Way<T> {
    /// So, for a case.
    By(fn(&Case) -> T),
    /// So, for a case, by what another permission shows: who is denied that hears its sentence, and of what
    /// is shown to the others this is left out where it is denied.
    Within(Action, fn(&Case) -> T),
    /// Not at all, because of this.
    None(&'static str),
}

/// A command of the window's bridge.
pub(super) type Command = (&'static str, Value);

/// A request to the server: method, path and body (null for none).
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) body: Value,
}

/// Of whom or what a permission is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Of {
    /// The organization, as far as the permission goes.
    Organization,
    /// The plan, its seats, and what comes with them.
    Plan,
    /// The number of free seats.
    FreeSeats,
    /// Everything of its kind.
    All,
    /// Somebody to be added with this role.
    New(Role),
    /// Somebody of this role, whose invitation is open.
    User(Role),
    /// Somebody of this role who was suspended.
    Suspended(Role),
    /// Whoever asks.
    Oneself,
    /// The only active Admin.
    LastAdmin,
    /// A workspace to be created.
    NewWorkspace,
    /// A workspace that was granted to whoever asks.
    Granted,
    /// One that wasn't.
    NotGranted,
    /// The settings of one that was granted: its counts and people.
    Settings,
}

/// What a permission is tried on.
#[derive(Debug, Clone)]
pub(super) struct Case {
    /// Who tries it.
    pub(super) actor: Role,
    /// The organization's id.
    pub(super) organization: String,
    /// The user's id.
    pub(super) user: String,
    /// Their e-mail address.
    pub(super) email: String,
    /// The role to give: to somebody new, or another one.
    pub(super) role: String,
    /// The workspace's id.
    pub(super) workspace: String,
    /// A name that no user and no workspace has.
    pub(super) name: String,
    /// A number of seats, higher than any before.
    pub(super) seats: String,
    /// An id for the operation.
    pub(super) operation: String,
}

impl Case {
    /// An e-mail address that nobody has.
    fn address(&self) -> String {
        format!("{}@new.example", self.name)
    }
}

/// Everything that is tried, in this order.
pub(super) fn all() -> impl Iterator<Item = &'static Permission> {
    [
        users::PERMISSIONS,
        workspaces::PERMISSIONS,
        billing::PERMISSIONS,
        general::PERMISSIONS,
    ]
    .into_iter()
    .flatten()
}

/// Words of a command line.
fn words<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

fn organization(case: &Case) -> String {
    format!("/Organizations/{}", case.organization)
}

fn get(path: String) -> Request {
    request("GET", path, Value::Null)
}

fn delete(path: String) -> Request {
    request("DELETE", path, Value::Null)
}

fn request(method: &'static str, path: impl Into<String>, body: Value) -> Request {
    let path = path.into();
    Request { method, path, body }
}

/// A PATCH with one operation (RFC 7644, section 3.5.2).
fn patch(path: String, op: &str, attribute: &str, value: &Value) -> Request {
    let operation = json!({ "op": op, "path": attribute, "value": value });
    let body = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation],
    });
    request("PATCH", path, body)
}
