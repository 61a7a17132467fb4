//! Writes to users.

use rollcall_model::{InvitationStatus, OrgRole, Role, UserId, UserState};
use rollcall_policy::{Action, Address, Seats, Subject, Target};
use rollcall_scim::etag::{self, Condition};
use rollcall_scim::patch::{Applied, PatchRequest};
use rollcall_scim::{Resource, ScimError, ScimType, rollcall};
use serde_json::{Map, Value};

use super::difference::Difference;
use super::draft::with_defaults;
use super::{Deleted, Door, Written, check_version, not_found, text};
use crate::invitation;
use crate::query::Kind;
use crate::render::{self, user::UserPen};
use crate::store::users::{self, UserRow};
use crate::store::{StoreError, counters, memberships, tombstones, workspaces};
use crate::trouble::Trouble;

/// The longest e-mail address there is, in characters (RFC 5321: 64 + 1 + 255).
const LONGEST_USER_NAME: usize = 320;

impl Door<'_> {
    /// Adds a user, with an invitation.
    pub(super) fn create_user(&self, body: &Value) -> Result<Written, Trouble> {
        let body = with_defaults(body, Role::Member, true);
        let resource = rollcall::USER.accept(&body)?;
        let user_name = text::line(&resource, "userName", LONGEST_USER_NAME)?
            .ok_or_else(|| ScimError::of(ScimType::InvalidValue, "userName is required."))?;
        let draft = self.user_draft(&resource)?;

        let address = match users::by_name(self.sql, &user_name)? {
            Some(_) => Address::Taken,
            None => Address::Free,
        };
        let role = OrgRole::Known(draft.role);
        let mut actions = vec![Action::UsersAdd];
        self.require(
            Action::UsersAdd,
            &Target::NewUser {
                role: role.clone(),
                address,
                seats: self.seats()?,
            },
        )?;
        if !draft.active {
            // Adding someone who may not sign in is adding and suspending.
            actions.push(Action::UsersSuspend);
            let subject = Subject {
                id: UserId::new(""),
                role,
                state: UserState::Pending,
                invitation: Some(InvitationStatus::Pending),
                other_active_admins: Some(users::active_admins_besides(self.sql, 0)?),
                seats: Seats::NotKnown,
            };
            self.require(Action::UsersSuspend, &Target::User(subject))?;
        }

        let change = counters::next_change(self.sql)?;
        let mut user = UserRow {
            seq: 0,
            id: self.ids.resource_id(),
            invitation: Some(invitation::begin(self.post, &user_name, self.now())),
            user_name,
            display_name: draft.display_name,
            external_id: draft.external_id,
            role: draft.role,
            active: draft.active,
            photos: draft.photos,
            last_active: None,
            created: self.now(),
            modified: self.now(),
            version: 1,
            born: change,
            change,
        };
        users::insert(self.sql, &mut user)?;
        invitation::dispatch(self.sql, self.post, &user, &self.inviter()?, self.now())?;
        self.record(
            &actions,
            Kind::Users,
            &user.id,
            &Difference::created(self.user_told(&user)?),
        )?;
        Ok(written(&user))
    }

    /// Puts another state in the place of the user's (RFC 7644, section 3.5.1). Role and `active` stay
    /// as they are where the body leaves them out: a user always has both.
    pub(super) fn replace_user(
        &self,
        id: &str,
        condition: Option<&Condition>,
        body: &Value,
    ) -> Result<Written, Trouble> {
        let user = self.user(id, condition)?;
        let body = with_defaults(body, user.role, user.active);
        let after = rollcall::USER.accept(&body)?;
        rollcall::USER.check_immutable(&self.user_resource(&user)?, &after)?;
        self.change_user(user, &after)
    }

    /// Changes parts of a user.
    pub(super) fn patch_user(
        &self,
        id: &str,
        condition: Option<&Condition>,
        patch: &PatchRequest,
    ) -> Result<Written, Trouble> {
        let user = self.user(id, condition)?;
        let mut after = self.user_resource(&user)?;
        match patch.apply(&rollcall::USER, &mut after)? {
            Applied::Unchanged => Ok(written(&user)),
            Applied::Changed => self.change_user(user, &after),
        }
    }

    /// Deletes a user; their access and their assigned contacts go with them.
    pub(super) fn delete_user(
        &self,
        id: &str,
        condition: Option<&Condition>,
    ) -> Result<Deleted, Trouble> {
        let user = self.user(id, condition)?;
        self.require(Action::UsersDelete, &Target::User(self.subject(&user)?))?;
        let (told, deleted) = self.remove_user(&user)?;
        self.record(&[Action::UsersDelete], Kind::Users, &user.id, &told)?;
        Ok(deleted)
    }

    /// Takes a user out, and answers what the audit tells of it.
    pub(super) fn remove_user(&self, user: &UserRow) -> Result<(Difference, Deleted), StoreError> {
        let told = self.user_told(user)?;
        let mut unassigned_contacts = 0;
        for access in memberships::of_user(self.sql, user.seq)? {
            unassigned_contacts += access.contacts;
            self.bump_workspace(access.workspace)?;
        }
        let change = counters::next_change(self.sql)?;
        users::delete(self.sql, user.seq)?;
        tombstones::insert(self.sql, change, "User", &user.id, user.born, self.now())?;
        let deleted = Deleted {
            unassigned_contacts,
        };
        Ok((Difference::deleted(told), deleted))
    }

    /// A workspace's members changed, so the workspace did.
    pub(super) fn bump_workspace(&self, seq: i64) -> Result<(), StoreError> {
        if let Some(mut workspace) = workspaces::by_seq(self.sql, seq)? {
            workspace.version += 1;
            workspace.modified = self.now();
            workspaces::update(self.sql, &workspace)?;
        }
        Ok(())
    }

    /// Compares, decides, writes.
    fn change_user(&self, before: UserRow, after: &Resource) -> Result<Written, Trouble> {
        let draft = self.user_draft(after)?;
        let mut difference = Difference::default();
        let mut actions = Vec::new();
        let subject = self.subject(&before)?;
        let mut imply = |action: Action, target: Target| {
            actions.push(action);
            self.require(action, &target)
        };

        if draft.role != before.role {
            let to = OrgRole::Known(draft.role);
            imply(
                Action::UsersSetRole,
                Target::RoleOf {
                    user: subject.clone(),
                    to,
                },
            )?;
            difference.note("roles", before.role.as_str(), draft.role.as_str());
        }
        if draft.active != before.active {
            if draft.active {
                let subject = self.joining(subject.clone())?;
                imply(Action::UsersReactivate, Target::User(subject))?;
            } else {
                imply(Action::UsersSuspend, Target::User(subject.clone()))?;
            }
            difference.note("active", before.active, draft.active);
        }
        let profile = (&before.display_name, &before.photos, &before.external_id);
        if profile != (&draft.display_name, &draft.photos, &draft.external_id) {
            imply(Action::UsersEditProfile, Target::User(subject))?;
            difference.note(
                "displayName",
                before.display_name.clone(),
                draft.display_name.clone(),
            );
            difference.note("photos", before.photos.clone(), draft.photos.clone());
            difference.note(
                "externalId",
                before.external_id.clone(),
                draft.external_id.clone(),
            );
        }
        if actions.is_empty() {
            return Ok(written(&before));
        }

        let user = UserRow {
            display_name: draft.display_name,
            external_id: draft.external_id,
            role: draft.role,
            active: draft.active,
            photos: draft.photos,
            modified: self.now(),
            version: before.version + 1,
            change: counters::next_change(self.sql)?,
            ..before
        };
        users::update(self.sql, &user)?;
        self.record(&actions, Kind::Users, &user.id, &difference)?;
        Ok(written(&user))
    }

    /// The user of this id, in the version that the client named.
    pub(super) fn user(&self, id: &str, condition: Option<&Condition>) -> Result<UserRow, Trouble> {
        let user = users::by_id(self.sql, id)?.ok_or_else(|| not_found(Kind::Users, id))?;
        check_version(condition, user.version)?;
        Ok(user)
    }

    /// The user as a resource.
    fn user_resource(&self, user: &UserRow) -> Result<Resource, StoreError> {
        let mut text = String::new();
        UserPen::new(self.sql, self.setting).write(&mut text, user.seq)?;
        render::as_resource(&text)
    }

    /// What the audit tells of a user who comes or goes.
    fn user_told(&self, user: &UserRow) -> Result<Map<String, Value>, StoreError> {
        let mut told = self.user_resource(user)?;
        told.remove("schemas");
        told.remove("meta");
        Ok(told)
    }
}

fn written(user: &UserRow) -> Written {
    Written {
        kind: Kind::Users,
        seq: user.seq,
        id: user.id.clone(),
        version: etag::weak(user.version),
    }
}
