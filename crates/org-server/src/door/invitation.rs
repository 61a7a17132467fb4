//! Invitations: sent again, revoked.

use rollcall_policy::{Action, Target};
use rollcall_scim::etag::{self, Condition};
use rollcall_scim::rollcall;
use serde_json::Value;

use super::difference::Difference;
use super::{Deleted, Door, Written, check_version, not_found};
use crate::invitation;
use crate::query::Kind;
use crate::store::links::{self, LinkState};
use crate::store::users::{self, InvitationRow};
use crate::store::{StoreError, counters};
use crate::trouble::Trouble;

impl Door<'_> {
    /// Sends an invitation again. The link that was sent before is of no use from now on.
    pub(super) fn resend_invitation(&self, body: &Value) -> Result<Written, Trouble> {
        let resource = rollcall::INVITATION.accept(body)?;
        let id = resource
            .get("user")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let mut user = self.user(id, None)?;
        self.require(
            Action::InvitationsResend,
            &Target::User(self.joining(self.subject(&user)?)?),
        )?;

        let before = user.invitation.clone();
        let after = invitation::begin(self.post, &user.user_name, self.now());
        let change = counters::next_change(self.sql)?;
        links::close(self.sql, user.seq, LinkState::Replaced)?;
        users::set_invitation(self.sql, &mut user, after, self.now(), change)?;
        invitation::dispatch(self.sql, self.post, &user, &self.inviter()?, self.now())?;

        let mut difference = Difference::default();
        difference.note(
            "sentAt",
            sent_at(before.as_ref()),
            sent_at(user.invitation.as_ref()),
        );
        let actions = [Action::InvitationsResend];
        self.record(&actions, Kind::Invitations, &user.id, &difference)?;
        Ok(Written {
            kind: Kind::Invitations,
            seq: user.seq,
            id: user.id,
            version: etag::weak(user.version),
        })
    }

    /// Revokes an invitation; the user who has not accepted it goes with it.
    pub(super) fn revoke_invitation(
        &self,
        id: &str,
        condition: Option<&Condition>,
    ) -> Result<Deleted, Trouble> {
        let user = users::by_id(self.sql, id)?.ok_or_else(|| not_found(Kind::Invitations, id))?;
        check_version(condition, user.version)?;
        self.require(
            Action::InvitationsRevoke,
            &Target::User(self.subject(&user)?),
        )?;
        let (told, deleted) = self.remove_user(&user)?;
        let actions = [Action::InvitationsRevoke];
        self.record(&actions, Kind::Invitations, &user.id, &told)?;
        Ok(deleted)
    }

    /// The name of the user who asks, as it stands in an invitation.
    pub(super) fn inviter(&self) -> Result<String, StoreError> {
        let asking = users::by_seq(self.sql, self.caller.seq)?;
        let name = asking.and_then(|user| user.display_name);
        Ok(name.unwrap_or_else(|| self.caller.user_name.clone()))
    }
}

fn sent_at(invitation: Option<&InvitationRow>) -> Value {
    invitation
        .and_then(|invitation| invitation.sent)
        .map_or(Value::Null, |at| at.to_string().into())
}
