//! The one door for writes. Whatever the request was (POST, PUT, PATCH, DELETE, an operation of a
//! Bulk), what is there is compared with what would be, every action that the difference implies is
//! decided by the policy, and only then is anything written: all of it or nothing.
//!
//! All of this happens inside of the store's one writing transaction, so two Admins who demote each
//! other at once are decided one after the other.

mod access;
mod asked;
mod difference;
mod draft;
mod group;
mod invitation;
mod members;
mod organization;
mod organization_draft;
mod subscription;
pub(crate) mod text;
mod user;

use jiff::Timestamp;
use rollcall_language::for_the_record;
use rollcall_model::{OrgRole, UserId, UserState};
use rollcall_policy::{Action, Decision, Denial, Rule, Seats, Subject, Target, decide};
use rollcall_scim::etag::{self, Condition};
use rollcall_scim::patch::PatchRequest;
use rollcall_scim::{ScimError, ScimType};
use rusqlite::Connection;
use serde_json::Value;

use crate::credential::Caller;
use crate::ids::Ids;
use crate::mail::Post;
use crate::query::Kind;
use crate::render::Setting;
use crate::store::audit::{self, AuditLine};
use crate::store::users::UserRow;
use crate::store::{StoreError, users};
use crate::trouble::Trouble;

use difference::Difference;

/// One write: who asks, from where, when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Door<'a> {
    /// The writing transaction.
    pub(crate) sql: &'a Connection,
    /// Who asks.
    pub(crate) caller: &'a Caller,
    /// The address that the request came from.
    pub(crate) origin: &'a str,
    /// Base URL and time.
    pub(crate) setting: Setting<'a>,
    /// Where new ids come from.
    pub(crate) ids: &'a Ids,
    /// What takes invitations away.
    pub(crate) post: &'a Post,
}

/// A resource as it is after a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its row.
    pub(crate) seq: i64,
    /// Its id.
    pub(crate) id: String,
    /// Its version.
    pub(crate) version: String,
}

impl Door<'_> {
    /// Makes a resource. Making an invitation sends it again.
    pub(crate) fn create(&self, kind: Kind, body: &Value) -> Result<Written, Trouble> {
        self.refuse_unseen(kind, asked::creation(kind))?;
        match kind {
            Kind::Users => self.create_user(body),
            Kind::Groups => self.create_group(body),
            Kind::Invitations => self.resend_invitation(body),
            Kind::Organizations | Kind::Invoices => Err(refused_method(kind).into()),
        }
    }

    /// Puts another state in the place of a resource's.
    pub(crate) fn replace(
        &self,
        (kind, id): (Kind, &str),
        condition: Option<&Condition>,
        body: &Value,
    ) -> Result<Written, Trouble> {
        // Which of its attributes differ is told by what is there.
        self.refuse_unseen(kind, None)?;
        match kind {
            Kind::Users => self.replace_user(id, condition, body),
            Kind::Groups => self.replace_group(id, condition, body),
            Kind::Organizations => self.replace_organization(id, condition, body),
            Kind::Invitations | Kind::Invoices => Err(refused_method(kind).into()),
        }
    }

    /// Changes parts of a resource.
    pub(crate) fn patch(
        &self,
        (kind, id): (Kind, &str),
        condition: Option<&Condition>,
        body: &Value,
    ) -> Result<Written, Trouble> {
        let patch = PatchRequest::parse(kind.resource_type(), body)?;
        self.refuse_unseen(kind, asked::first_change(kind, &patch))?;
        match kind {
            Kind::Users => self.patch_user(id, condition, &patch),
            Kind::Groups => self.patch_group(id, condition, &patch),
            Kind::Organizations => self.patch_organization(id, condition, &patch),
            Kind::Invitations | Kind::Invoices => Err(refused_method(kind).into()),
        }
    }

    /// Deletes a resource. Deleting an invitation revokes it.
    pub(crate) fn delete(
        &self,
        (kind, id): (Kind, &str),
        condition: Option<&Condition>,
    ) -> Result<Deleted, Trouble> {
        self.refuse_unseen(kind, asked::deletion(kind))?;
        match kind {
            Kind::Users => self.delete_user(id, condition),
            Kind::Groups => self.delete_group(id, condition),
            Kind::Invitations => self.revoke_invitation(id, condition),
            Kind::Organizations => self.delete_organization(id, condition),
            Kind::Invoices => Err(refused_method(kind).into()),
        }
    }

    fn now(&self) -> Timestamp {
        self.setting.now
    }

    /// Asks the policy; a refusal carries its sentence.
    fn require(&self, action: Action, target: &Target) -> Result<(), ScimError> {
        require(self.caller, action, target)
    }

    /// What the policy looks at in a user.
    fn subject(&self, user: &UserRow) -> Result<Subject, StoreError> {
        let invitation = user
            .invitation
            .as_ref()
            .map(|invitation| invitation.status_at(self.now()));
        Ok(Subject {
            id: UserId::new(user.id.as_str()),
            role: OrgRole::Known(user.role),
            state: state(user, self.now()),
            invitation,
            other_active_admins: Some(users::active_admins_besides(self.sql, user.seq)?),
            // Asked where somebody joins: most decisions don't turn on it.
            seats: Seats::NotKnown,
        })
    }

    /// Adds the audit's line for a write.
    fn record(
        &self,
        actions: &[Action],
        kind: Kind,
        id: &str,
        difference: &Difference,
    ) -> Result<(), StoreError> {
        let actions: Vec<_> = actions.iter().map(|action| action.name()).collect();
        audit::append(
            self.sql,
            &AuditLine {
                seq: 0,
                at: self.now(),
                actor: Some(self.caller.id.clone()),
                actor_name: self.caller.user_name.clone(),
                origin: self.origin.to_owned(),
                actions: actions.join(","),
                kind: kind.resource_type().name.to_owned(),
                id: id.to_owned(),
                before: difference.before(),
                after: difference.after(),
            },
        )
    }
}

/// What went with a resource that was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deleted {
    /// How many contacts were assigned to the user, and are to nobody now.
    pub(crate) unassigned_contacts: i64,
}

/// What shows all of a kind of resource.
pub(crate) fn viewing(kind: Kind) -> (Action, Target) {
    match kind {
        Kind::Users | Kind::Invitations => (Action::UsersView, Target::Organization),
        Kind::Groups => (Action::WorkspacesView, Target::WorkspaceSettings),
        Kind::Organizations => (Action::OrganizationView, Target::Organization),
        Kind::Invoices => (Action::InvoicesView, Target::Organization),
    }
}

/// What a kind of resource doesn't take, whoever asks.
fn refused_method(kind: Kind) -> ScimError {
    let why = match kind {
        Kind::Invitations => "An invitation is not edited: POST sends it again, DELETE revokes it.",
        Kind::Invoices => "Invoices are read only: the server writes one when a period begins.",
        _ => "The organization is founded at the server's own console.",
    };
    ScimError::new(405, why)
}

/// Asks the policy; a refusal carries its sentence.
///
/// # Errors
///
/// 403, or 409 for an address that is taken.
pub(crate) fn require(caller: &Caller, action: Action, target: &Target) -> Result<(), ScimError> {
    match decide(&caller.actor(), action, target) {
        Decision::Allowed => Ok(()),
        Decision::Denied(denial) if denial.rule() == Rule::AddressTaken => {
            Err(ScimError::of(ScimType::Uniqueness, detail(&denial)))
        }
        Decision::Denied(denial) => Err(ScimError::new(403, detail(&denial))),
    }
}

/// Why, as an answer says it: in English, whatever the language of the window that the server may run behind.
fn detail(denial: &Denial) -> String {
    for_the_record(|| denial.sentence())
}

/// What the user's row says of them at `now`.
fn state(user: &UserRow, now: Timestamp) -> UserState {
    use rollcall_model::InvitationStatus::{Accepted, Expired, Failed, Pending};

    match user
        .invitation
        .as_ref()
        .map(|invitation| invitation.status_at(now))
    {
        _ if !user.active => UserState::Suspended,
        None | Some(Accepted) => UserState::Active,
        Some(Pending) => UserState::Pending,
        Some(Expired) => UserState::InvitationExpired,
        Some(Failed) => UserState::InvitationFailed,
    }
}

/// Holds a write to the version that the client named.
///
/// # Errors
///
/// 412 when the resource has another version.
fn check_version(condition: Option<&Condition>, version: u64) -> Result<(), ScimError> {
    match condition {
        Some(condition) if !condition.matches(&etag::weak(version)) => Err(changed_meanwhile()),
        _ => Ok(()),
    }
}

fn changed_meanwhile() -> ScimError {
    ScimError::new(
        412,
        "The resource has changed since this version. Read it again before changing it.",
    )
}

/// The answer to a request for what isn't there.
pub(crate) fn not_found(kind: Kind, id: &str) -> ScimError {
    let name = match kind {
        Kind::Users => "user",
        Kind::Groups => "workspace",
        Kind::Invitations => "invitation",
        Kind::Organizations => "organization",
        Kind::Invoices => "invoice",
    };
    ScimError::new(
        404,
        format!("There is no {name} with the id {}.", text::quoted(id)),
    )
}
