//! Writes to workspaces and to who may enter them.

use rollcall_policy::{Action, Target};
use rollcall_scim::etag::{self, Condition};
use rollcall_scim::patch::PatchRequest;
use rollcall_scim::{Resource, ScimError, ScimType, rollcall, schema};
use serde_json::{Map, Value};

use super::access::AccessChanges;
use super::difference::Difference;
use super::members;
use super::{Deleted, Door, Written, check_version, not_found, text};
use crate::query::Kind;
use crate::render;
use crate::render::group::Extent;
use crate::store::workspaces::{self, WorkspaceRow};
use crate::store::{StoreError, counters, memberships, tombstones};
use crate::trouble::Trouble;

const LONGEST_NAME: usize = 120;
const LONGEST_DESCRIPTION: usize = 2_000;
const LONGEST_EXTERNAL_ID: usize = 256;

/// What a client may decide about a workspace, members aside.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    name: String,
    description: Option<String>,
    external_id: Option<String>,
}

impl Door<'_> {
    /// Adds a workspace, with the members that it names.
    pub(super) fn create_group(&self, body: &Value) -> Result<Written, Trouble> {
        let resource = rollcall::GROUP.accept(body)?;
        let draft = self.group_draft(&resource, None)?;
        let access = AccessChanges {
            granted: self.named(&resource)?,
            ..Default::default()
        };

        let mut actions = vec![Action::WorkspacesCreate];
        self.require(Action::WorkspacesCreate, &Target::Organization)?;
        self.check_name(&draft.name, None)?;
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
    pub(super) fn replace_group(
        &self,
        id: &str,
        condition: Option<&Condition>,
        body: &Value,
    ) -> Result<Written, Trouble> {
        let workspace = self.group(id, condition)?;
        let after = rollcall::GROUP.accept(body)?;
        let access = self.towards(&workspace, &after)?;
        let draft = self.group_draft(&after, Some(&workspace))?;
        self.change_group(workspace, draft, &access)
    }

    /// Changes parts of a workspace, or who may enter it.
    pub(super) fn patch_group(
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
        let draft = self.group_draft(&after, Some(&workspace))?;
        self.change_group(workspace, draft, &access)
    }

    /// Deletes a workspace; everyone who could enter it loses it.
    pub(super) fn delete_group(
        &self,
        id: &str,
        condition: Option<&Condition>,
    ) -> Result<Deleted, Trouble> {
        let workspace = self.group(id, condition)?;
        self.require(Action::WorkspacesDelete, &Target::Organization)?;

        let told = self.group_told(&workspace)?;
        let change = counters::next_change(self.sql)?;
        memberships::mark_members(self.sql, workspace.seq, self.now(), change)?;
        workspaces::delete(self.sql, workspace.seq)?;
        tombstones::insert(self.sql, change, "Group", id, workspace.born, self.now())?;
        let actions = [Action::WorkspacesDelete];
        self.record(&actions, Kind::Groups, id, &Difference::deleted(told))?;
        Ok(Deleted {
            unassigned_contacts: 0,
        })
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
            self.check_name(&draft.name, Some(&before))?;
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
            difference.note("members", access.revoked_ids(), access.granted_ids());
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

    /// The workspace of this id, in the version that the client named.
    fn group(&self, id: &str, condition: Option<&Condition>) -> Result<WorkspaceRow, Trouble> {
        let workspace =
            workspaces::by_id(self.sql, id)?.ok_or_else(|| not_found(Kind::Groups, id))?;
        check_version(condition, workspace.version)?;
        Ok(workspace)
    }

    /// Reads what a resource in canonical form says. A name that was kept before there were rules may stay.
    fn group_draft(
        &self,
        resource: &Resource,
        before: Option<&WorkspaceRow>,
    ) -> Result<Draft, ScimError> {
        let given = resource.get("displayName").and_then(Value::as_str);
        let mut name = given.unwrap_or_default();
        if before.is_none_or(|before| before.name != name) {
            text::check(name, "displayName", LONGEST_NAME)?;
            name = name.trim();
        }
        let extension = resource.get(schema::WORKSPACE).and_then(Value::as_object);
        Ok(Draft {
            name: name.to_owned(),
            description: match extension {
                Some(extension) => text::line(extension, "description", LONGEST_DESCRIPTION)?,
                None => None,
            },
            external_id: text::line(resource, "externalId", LONGEST_EXTERNAL_ID)?,
        })
    }

    /// Holds a name to being the only one of its kind, without regard to case.
    fn check_name(&self, name: &str, before: Option<&WorkspaceRow>) -> Result<(), Trouble> {
        let own = before.map_or(0, |before| before.seq);
        if workspaces::is_another_named(self.sql, name, own)? {
            let message = "Another workspace already has this name.";
            return Err(ScimError::of(ScimType::Uniqueness, message).into());
        }
        Ok(())
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

fn written(workspace: &WorkspaceRow) -> Written {
    Written {
        kind: Kind::Groups,
        seq: workspace.seq,
        id: workspace.id.clone(),
        version: etag::weak(workspace.version),
    }
}
