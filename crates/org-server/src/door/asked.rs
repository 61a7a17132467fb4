//! What a request asks for, told from the request alone: for those who may not see what is there, whose
//! refusal must not depend on it.

use rollcall_policy::{Action, Offer, offer};
use rollcall_scim::ScimError;
use rollcall_scim::patch::{PatchRequest, Target};
use serde_json::Value;

use super::{Door, detail, viewing};
use crate::query::Kind;

impl Door<'_> {
    /// Refuses who may not see this kind of resource before any is looked up: by the rule against what the
    /// request asks for, as a client says it, and else by the rule against seeing it. The answer tells
    /// neither whether it is there nor whether anything would change.
    pub(super) fn refuse_unseen(&self, kind: Kind, asked: Option<Action>) -> Result<(), ScimError> {
        let (view, target) = viewing(kind);
        let Err(unseen) = self.require(view, &target) else {
            return Ok(());
        };
        match asked.map(|action| offer(&self.caller.actor().role, action)) {
            Some(Offer::Nothing(denial)) => Err(ScimError::new(403, detail(&denial))),
            _ => Err(unseen),
        }
    }
}

/// What making a resource is.
pub(super) fn creation(kind: Kind) -> Option<Action> {
    match kind {
        Kind::Users => Some(Action::UsersAdd),
        Kind::Groups => Some(Action::WorkspacesCreate),
        Kind::Invitations => Some(Action::InvitationsResend),
        Kind::Organizations | Kind::Invoices => None,
    }
}

/// What deleting one is.
pub(super) fn deletion(kind: Kind) -> Option<Action> {
    match kind {
        Kind::Users => Some(Action::UsersDelete),
        Kind::Groups => Some(Action::WorkspacesDelete),
        Kind::Invitations => Some(Action::InvitationsRevoke),
        Kind::Organizations => Some(Action::OrganizationDelete),
        Kind::Invoices => None,
    }
}

/// What a PATCH asks for first, by the attribute that it names.
pub(super) fn first_change(kind: Kind, patch: &PatchRequest) -> Option<Action> {
    let operation = patch.operations.first()?;
    let (name, sub, value) = match &operation.target {
        Target::Attribute(path) | Target::Values { path, .. } => {
            (path.name.as_str(), path.sub.as_deref(), &operation.value)
        }
        Target::Resource => {
            let (name, value) = operation.value.as_object()?.iter().next()?;
            let (name, sub) = match name.split_once('.') {
                Some((name, sub)) => (name, Some(sub)),
                None => (name.as_str(), None),
            };
            (name, sub, value)
        }
        Target::Extension(_) => return None,
    };
    let name = name.to_ascii_lowercase();
    match (kind, name.as_str()) {
        (Kind::Users, "roles") => Some(Action::UsersSetRole),
        (Kind::Users, "active") if *value == Value::Bool(true) => Some(Action::UsersReactivate),
        (Kind::Users, "active") => Some(Action::UsersSuspend),
        (Kind::Users, "displayname" | "photos") => Some(Action::UsersEditProfile),
        (Kind::Groups, "members") => Some(Action::UsersSetWorkspaces),
        (Kind::Groups, _) => Some(Action::WorkspacesRename),
        (Kind::Organizations, "billing") => Some(Action::BillingEdit),
        (Kind::Organizations, "subscription") => Some(match sub {
            Some(sub) if sub.eq_ignore_ascii_case("status") && *value == "cancelling" => {
                Action::SubscriptionCancel
            }
            _ => Action::SubscriptionChange,
        }),
        (Kind::Organizations, _) => Some(Action::OrganizationEdit),
        _ => None,
    }
}
