//! What the operator does at the server's own console: found an organization, hand out tokens.

use rollcall_model::{InvitationStatus, Role, Token};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::credential;
use crate::demo::{self, Demo};
use crate::invitation;
use crate::server::{OrgServer, ServerError};
use crate::store::audit::{self, AuditLine};
use crate::store::organization::{self, Organization};
use crate::store::tokens::{self, IssuedToken};
use crate::store::users::{self, InvitationRow, UserRow};
use crate::store::{StoreError, counters};

/// A fresh token for the longest-standing user of a role.
#[derive(Debug, Clone)]
pub struct RoleToken {
    /// The role.
    pub role: Role,
    /// The user who acts by it.
    pub user_name: String,
    /// The token; it is shown once and kept nowhere.
    pub token: Token,
}

impl OrgServer {
    /// Whether there is an organization in it.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn is_founded(&self) -> Result<bool, ServerError> {
        Ok(self
            .state
            .store
            .read::<_, StoreError>(organization::find)?
            .is_some())
    }

    /// Whether there was an organization in it, which an Admin deleted.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn was_deleted(&self) -> Result<bool, ServerError> {
        Ok(self
            .state
            .store
            .read::<_, StoreError>(organization::was_deleted)?)
    }

    /// Founds the demo organization, where there is none yet. Answers whether it did.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn found_demo(&self, demo: Demo) -> Result<bool, ServerError> {
        let now = self.state.now();
        Ok(self.state.store.write::<_, StoreError>(|sql| {
            if organization::find(sql)?.is_some() {
                return Ok(false);
            }
            demo::fill(sql, demo, now)?;
            Ok(true)
        })?)
    }

    /// Founds an organization with its first Admin, and answers that Admin's token.
    ///
    /// # Errors
    ///
    /// When there is one already, or the store fails.
    pub fn found(&self, name: &str, admin: &str) -> Result<Token, ServerError> {
        let now = self.state.now();
        self.state.store.write(|sql| {
            if organization::find(sql)?.is_some() {
                return Err(ServerError::AlreadyFounded);
            }
            let organization = Organization::new(self.state.ids.resource_id(), name, now);
            organization::insert(sql, &organization)?;
            let change = counters::next_change(sql)?;
            let mut user = UserRow {
                seq: 0,
                id: self.state.ids.resource_id(),
                user_name: admin.to_owned(),
                display_name: None,
                external_id: None,
                role: Role::Admin,
                active: true,
                photos: None,
                invitation: Some(InvitationRow::accepted()),
                last_active: None,
                created: now,
                modified: now,
                version: 1,
                born: change,
                change,
            };
            users::insert(sql, &mut user)?;
            self.record(sql, "users.add", &user, (None, Some(told(&user))))?;
            Ok(self.issue(sql, &user, "first Admin")?)
        })
    }

    /// Makes a fresh token for the longest-standing user of each role who can sign in; roles that
    /// nobody has are left out. Earlier tokens stay good.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn issue_role_tokens(&self) -> Result<Vec<RoleToken>, ServerError> {
        Ok(self.state.store.write::<_, StoreError>(|sql| {
            let mut issued = Vec::new();
            for role in Role::ALL {
                if let Some(user) = users::first_of_role(sql, role)? {
                    let token = self.issue(sql, &user, "by role")?;
                    issued.push(RoleToken {
                        role,
                        user_name: user.user_name,
                        token,
                    });
                }
            }
            Ok(issued)
        })?)
    }

    /// Makes a token for a user. Handing one out at the server's console accepts a pending invitation:
    /// the operator knows whom it is for.
    ///
    /// # Errors
    ///
    /// When nobody has this name, the user is suspended, or the store fails.
    pub fn issue_token(&self, user_name: &str, label: &str) -> Result<Token, ServerError> {
        let now = self.state.now();
        self.state.store.write(|sql| {
            let mut user = users::by_name(sql, user_name)?
                .ok_or_else(|| ServerError::NoSuchUser(user_name.to_owned()))?;
            if !user.active {
                return Err(ServerError::Suspended(user.user_name));
            }
            let invitation = user.invitation.as_ref().map(|invitation| invitation.status);
            if invitation.is_some_and(|status| status != InvitationStatus::Accepted) {
                invitation::accept(sql, &mut user, now)?;
                self.record(sql, invitation::ACCEPT, &user, (None, Some(told(&user))))?;
            }
            Ok(self.issue(sql, &user, label)?)
        })
    }

    /// Every token that was issued, oldest first.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn tokens(&self) -> Result<Vec<IssuedToken>, ServerError> {
        Ok(self.state.store.read::<_, StoreError>(tokens::list)?)
    }

    /// Refuses a token from now on. Answers whether there was one to refuse.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn revoke_token(&self, id: &str) -> Result<bool, ServerError> {
        let now = self.state.now();
        Ok(self.state.store.write::<_, StoreError>(|sql| {
            let Some(user) = tokens::revoke(sql, id, now)? else {
                return Ok(false);
            };
            // A user who is deleted takes their tokens along.
            if let Some(user) = users::by_seq(sql, user)? {
                let mut before = told(&user);
                before["token"] = id.into();
                self.record(sql, "token.revoke", &user, (Some(before), None))?;
            }
            Ok(true)
        })?)
    }

    /// Makes a token for a user. The audit tells of it, by the part that is not secret.
    fn issue(&self, sql: &Connection, user: &UserRow, label: &str) -> Result<Token, StoreError> {
        let now = self.state.now();
        let issued = credential::issue(sql, &self.state.ids, user.seq, label, now)?;
        let mut after = told(user);
        after["token"] = issued.id.into();
        after["label"] = label.into();
        self.record(sql, "token.create", user, (None, Some(after)))?;
        Ok(issued.token)
    }

    /// The audit's line for what the operator did at the console: as it was, as it is.
    fn record(
        &self,
        sql: &Connection,
        action: &str,
        user: &UserRow,
        (before, after): (Option<Value>, Option<Value>),
    ) -> Result<(), StoreError> {
        let line = AuditLine {
            before: before.map(|told| told.to_string()),
            after: after.map(|told| told.to_string()),
            ..AuditLine::by_operator(self.state.now(), action, "User", &user.id)
        };
        audit::append(sql, &line)
    }
}

/// What the audit tells of a user.
fn told(user: &UserRow) -> Value {
    json!({ "userName": user.user_name })
}
