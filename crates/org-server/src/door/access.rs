//! Who may enter a workspace: what a request asks for, compared with what is.

use std::collections::BTreeSet;

use rollcall_policy::{Action, Target};
use rollcall_scim::{Resource, ScimError, ScimType};
use serde_json::Value;

use super::members::{self, MemberChanges, Wanted};
use super::{Door, text};
use crate::store::users::{self, UserRow};
use crate::store::workspaces::WorkspaceRow;
use crate::store::{StoreError, counters, memberships};
use crate::trouble::Trouble;

/// Whose access changes, and how.
#[derive(Default)]
pub(super) struct AccessChanges {
    pub(super) granted: Vec<UserRow>,
    pub(super) revoked: Vec<UserRow>,
}

impl Door<'_> {
    /// Decides the change of each user's workspaces.
    pub(super) fn decide_access(
        &self,
        access: &AccessChanges,
        actions: &mut Vec<Action>,
    ) -> Result<(), Trouble> {
        for user in access.granted.iter().chain(&access.revoked) {
            self.require(
                Action::UsersSetWorkspaces,
                &Target::User(self.subject(user)?),
            )?;
        }
        if !access.is_empty() {
            actions.push(Action::UsersSetWorkspaces);
        }
        Ok(())
    }

    /// Writes it, and gives everyone concerned a new version.
    pub(super) fn write_access(
        &self,
        workspace: i64,
        access: &AccessChanges,
    ) -> Result<(), StoreError> {
        for user in &access.granted {
            memberships::grant(self.sql, user.seq, workspace, 0)?;
        }
        for user in &access.revoked {
            memberships::revoke(self.sql, user.seq, workspace)?;
        }
        // A change of membership is told with the user, whose `groups` it changes.
        for user in access.granted.iter().chain(&access.revoked) {
            let change = counters::next_change(self.sql)?;
            let user = UserRow {
                version: user.version + 1,
                modified: self.now(),
                change,
                ..user.clone()
            };
            users::update(self.sql, &user)?;
        }
        Ok(())
    }

    /// The changes that a PATCH asks for member by member. Adding one twice, or removing one that is
    /// gone, changes nothing.
    pub(super) fn asked(
        &self,
        workspace: &WorkspaceRow,
        changes: &MemberChanges,
    ) -> Result<AccessChanges, Trouble> {
        let mut access = AccessChanges::default();
        for (id, wanted) in changes {
            let user = match (users::by_id(self.sql, id)?, wanted) {
                (Some(user), _) => user,
                (None, Wanted::Gone) => continue,
                (None, Wanted::Member) => return Err(no_such_member(id).into()),
            };
            let is_member = memberships::exists(self.sql, user.seq, workspace.seq)?;
            match wanted {
                Wanted::Member if !is_member => access.granted.push(user),
                Wanted::Gone if is_member => access.revoked.push(user),
                Wanted::Member | Wanted::Gone => {}
            }
        }
        Ok(access)
    }

    /// The changes that lead to the members which the resource names.
    pub(super) fn towards(
        &self,
        workspace: &WorkspaceRow,
        after: &Resource,
    ) -> Result<AccessChanges, Trouble> {
        let before: BTreeSet<i64> = memberships::of_workspace(self.sql, workspace.seq)?
            .into_iter()
            .collect();
        let named = self.named(after)?;
        let kept: BTreeSet<i64> = named.iter().map(|user| user.seq).collect();
        let mut revoked = Vec::new();
        for seq in before.difference(&kept) {
            revoked.extend(users::by_seq(self.sql, *seq)?);
        }
        let granted = named
            .into_iter()
            .filter(|user| !before.contains(&user.seq))
            .collect();
        Ok(AccessChanges { granted, revoked })
    }

    /// The users whom a resource names as members, each once.
    pub(super) fn named(&self, resource: &Resource) -> Result<Vec<UserRow>, Trouble> {
        let values = resource.get("members").and_then(Value::as_array);
        let ids = members::ids(values.map_or(&[], Vec::as_slice))?;
        let mut seen = BTreeSet::new();
        let mut users = Vec::new();
        for id in ids.iter().filter(|id| seen.insert(id.as_str())) {
            users.push(users::by_id(self.sql, id)?.ok_or_else(|| no_such_member(id))?);
        }
        Ok(users)
    }
}

impl AccessChanges {
    /// Whether nobody's access changes.
    pub(super) fn is_empty(&self) -> bool {
        self.granted.is_empty() && self.revoked.is_empty()
    }

    /// The ids of those who get it.
    pub(super) fn granted_ids(&self) -> Value {
        ids(&self.granted)
    }

    /// The ids of those who lose it.
    pub(super) fn revoked_ids(&self) -> Value {
        ids(&self.revoked)
    }
}

fn no_such_member(id: &str) -> ScimError {
    let message = format!(
        "members: there is no user with the id {}.",
        text::quoted(id)
    );
    ScimError::of(ScimType::InvalidValue, message)
}

fn ids(users: &[UserRow]) -> Value {
    users
        .iter()
        .map(|user| Value::from(user.id.as_str()))
        .collect()
}
