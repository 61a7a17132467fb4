//! Writes to workspaces and to who may enter them.

use std::collections::BTreeSet;

use rollcall_policy::{Action, Target};
use rollcall_scim::etag::{self, Condition};
use rollcall_scim::patch::PatchRequest;
use rollcall_scim::{Resource, ScimError, ScimType, rollcall, schema};
use serde_json::{Map, Value};

use super::difference::Difference;
use super::members::{self, MemberChanges, Wanted};
use super::{Door, Written, check_version, not_found, text};
use crate::query::Kind;
use crate::render;
use crate::render::group::Extent;
use crate::store::users::{self, UserRow};
use crate::store::workspaces::{self, WorkspaceRow};
use crate::store::{StoreError, counters, memberships, tombstones};
use crate::trouble::Trouble;

const LONGEST_NAME: usize = 256;
const LONGEST_DESCRIPTION: usize = 2_000;
const LONGEST_EXTERNAL_ID: usize = 256;

/// What a client may decide about a workspace, members aside.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    name: String,
    description: Option<String>,
    external_id: Option<String>,
}

/// Whose access changes, and how.
#[derive(Default)]
struct AccessChanges {
    granted: Vec<UserRow>,
    revoked: Vec<UserRow>,
}

impl Door<'_> {
    /// Adds a workspace, with the members that it names.
    pub(crate) fn create_group(&self, body: &Value) -> Result<Written, Trouble> {
        let resource = rollcall::GROUP.accept(body)?;
        let draft = draft(&resource)?;
        let access = AccessChanges {
            granted: self.named(&resource)?,
            ..Default::default()
        };

        let mut actions = vec![Action::WorkspacesCreate];
        self.require(Action::WorkspacesCreate, &Target::Organization)?;
        self.decide_access(&access, &mut actions)?;

        let change = counters::next_change(self.sql)?;
        let mut workspace = WorkspaceRow {
            seq: 0,
            id: self.ids.resource_id(),
            name: draft.name,
            description: draft.description,
            external_id: draft.external_id,
            contact_count: 0,
            member_count: 0,
            created: self.now(),
            modified: self.now(),
            version: 1,
            born: change,
            change,
        };
        workspaces::insert(self.sql, &mut workspace)?;
        self.write_access(workspace.seq, &access)?;
        let difference = Difference::created(self.group_told(&workspace)?);
        self.record(&actions, Kind::Groups, &workspace.id, &difference)?;
        Ok(written(&workspace))
    }

    /// Puts another state in the place of the workspace's, members included.
    pub(crate) fn replace_group(
        &self,
        id: &str,
        condition: Option<&Condition>,
        body: &Value,
    ) -> Result<Written, Trouble> {
        let workspace = self.group(id, condition)?;
        let after = rollcall::GROUP.accept(body)?;
        let access = self.towards(&workspace, &after)?;
        self.change_group(workspace, draft(&after)?, &access)
    }

    /// Changes parts of a workspace, or who may enter it.
    pub(crate) fn patch_group(
        &self,
        id: &str,
        condition: Option<&Condition>,
        patch: &PatchRequest,
    ) -> Result<Written, Trouble> {
        let workspace = self.group(id, condition)?;
        let (mut after, access) = match members::split(patch)? {
            Some((changes, rest)) => {
                let mut after = self.group_resource(&workspace, Extent::WithoutMembers)?;
                rest.apply(&rollcall::GROUP, &mut after)?;
                (after, self.asked(&workspace, &changes)?)
            }
            None => {
                let mut after = self.group_resource(&workspace, Extent::Whole)?;
                patch.apply(&rollcall::GROUP, &mut after)?;
                let access = self.towards(&workspace, &after)?;
                (after, access)
            }
        };
        after.remove("members");
        self.change_group(workspace, draft(&after)?, &access)
    }

    /// Deletes a workspace; everyone who could enter it loses it.
    pub(crate) fn delete_group(
        &self,
        id: &str,
        condition: Option<&Condition>,
    ) -> Result<(), Trouble> {
        let workspace = self.group(id, condition)?;
        self.require(Action::WorkspacesDelete, &Target::Organization)?;

        let told = self.group_told(&workspace)?;
        let change = counters::next_change(self.sql)?;
        memberships::mark_members(self.sql, workspace.seq, self.now(), change)?;
        workspaces::delete(self.sql, workspace.seq)?;
        tombstones::insert(self.sql, change, "Group", id, workspace.born, self.now())?;
        let actions = [Action::WorkspacesDelete];
        self.record(&actions, Kind::Groups, id, &Difference::deleted(told))?;
        Ok(())
    }

    /// Compares, decides, writes.
    fn change_group(
        &self,
        before: WorkspaceRow,
        draft: Draft,
        access: &AccessChanges,
    ) -> Result<Written, Trouble> {
        let mut actions = Vec::new();
        let mut difference = Difference::default();
        let settings = Draft {
            name: before.name.clone(),
            description: before.description.clone(),
            external_id: before.external_id.clone(),
        };
        let settings_differ = draft != settings;
        if settings_differ {
            actions.push(Action::WorkspacesRename);
            self.require(Action::WorkspacesRename, &Target::Organization)?;
            difference.note("displayName", settings.name, draft.name.as_str());
            difference.note(
                "description",
                settings.description,
                draft.description.clone(),
            );
            difference.note(
                "externalId",
                settings.external_id,
                draft.external_id.clone(),
            );
        }
        self.decide_access(access, &mut actions)?;
        if actions.is_empty() {
            return Ok(written(&before));
        }
        if !access.is_empty() {
            difference.note("members", ids(&access.revoked), ids(&access.granted));
        }

        let workspace = WorkspaceRow {
            name: draft.name,
            description: draft.description,
            external_id: draft.external_id,
            modified: self.now(),
            version: before.version + 1,
            // Members are told with the users.
            change: if settings_differ {
                counters::next_change(self.sql)?
            } else {
                before.change
            },
            ..before
        };
        workspaces::update(self.sql, &workspace)?;
        self.write_access(workspace.seq, access)?;
        self.record(&actions, Kind::Groups, &workspace.id, &difference)?;
        Ok(written(&workspace))
    }

    fn decide_access(
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

    fn write_access(&self, workspace: i64, access: &AccessChanges) -> Result<(), StoreError> {
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
    fn asked(
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
    fn towards(
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
    fn named(&self, resource: &Resource) -> Result<Vec<UserRow>, Trouble> {
        let values = resource.get("members").and_then(Value::as_array);
        let ids = members::ids(values.map_or(&[], Vec::as_slice))?;
        let mut seen = BTreeSet::new();
        let mut users = Vec::new();
        for id in ids.iter().filter(|id| seen.insert(id.as_str())) {
            users.push(users::by_id(self.sql, id)?.ok_or_else(|| no_such_member(id))?);
        }
        Ok(users)
    }

    /// The workspace of this id, in the version that the client named.
    fn group(&self, id: &str, condition: Option<&Condition>) -> Result<WorkspaceRow, Trouble> {
        let workspace =
            workspaces::by_id(self.sql, id)?.ok_or_else(|| not_found(Kind::Groups, id))?;
        check_version(condition, workspace.version)?;
        Ok(workspace)
    }

    fn group_resource(
        &self,
        workspace: &WorkspaceRow,
        extent: Extent,
    ) -> Result<Resource, StoreError> {
        let mut text = String::new();
        render::group::write(self.sql, self.setting, extent, &mut text, workspace.seq)?;
        render::as_resource(&text)
    }

    /// What the audit tells of a workspace that comes or goes.
    fn group_told(&self, workspace: &WorkspaceRow) -> Result<Map<String, Value>, StoreError> {
        let mut told = self.group_resource(workspace, Extent::Whole)?;
        told.remove("schemas");
        told.remove("meta");
        Ok(told)
    }
}

impl AccessChanges {
    fn is_empty(&self) -> bool {
        self.granted.is_empty() && self.revoked.is_empty()
    }
}

fn draft(resource: &Resource) -> Result<Draft, ScimError> {
    let extension = resource.get(schema::WORKSPACE).and_then(Value::as_object);
    Ok(Draft {
        name: text::line(resource, "displayName", LONGEST_NAME)?
            .ok_or_else(|| ScimError::of(ScimType::InvalidValue, "displayName is required."))?,
        description: match extension {
            Some(extension) => text::line(extension, "description", LONGEST_DESCRIPTION)?,
            None => None,
        },
        external_id: text::line(resource, "externalId", LONGEST_EXTERNAL_ID)?,
    })
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

fn written(workspace: &WorkspaceRow) -> Written {
    Written {
        kind: Kind::Groups,
        seq: workspace.seq,
        id: workspace.id.clone(),
        version: etag::weak(workspace.version),
    }
}
