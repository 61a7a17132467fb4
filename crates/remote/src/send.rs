//! Sending one change, and what its answer means for it.

use http::{Method, StatusCode};
use rollcall_model::{Change, OrgRole, Role, User, UserId, Version, WorkspaceId};
use rollcall_scim::request;
use rollcall_sync::{RemoteError, SendOutcome, Trust};
use serde_json::{Value, json};

use crate::ask::{Answer, Ask, header_of};
use crate::http_remote::HttpRemote;
use crate::trust::stale_twin;

impl HttpRemote {
    pub(crate) async fn send_change(
        &self,
        change: &Change,
        expected: Option<&Version>,
    ) -> SendOutcome {
        match change {
            Change::SetRole { user, was, to } => self.set_role(user, was, *to, expected).await,
            Change::GrantWorkspace { user, workspace } => {
                self.change_members(workspace, request::add_members([user.as_str()]))
                    .await
            }
            Change::RevokeWorkspace { user, workspace } => {
                self.change_members(workspace, request::remove_member(user.as_str()))
                    .await
            }
        }
    }

    /// Where stale versions are known to be refused, the version alone protects what somebody else
    /// wrote. Elsewhere: read, compare, write.
    async fn set_role(
        &self,
        id: &UserId,
        was: &OrgRole,
        to: Role,
        expected: Option<&Version>,
    ) -> SendOutcome {
        let facts = self.known();
        let expected = expected.filter(|version| header_of(version).is_some());
        if facts.if_match == Trust::Holds && expected.is_some() {
            return self.write_role(id, to, expected).await;
        }
        let user = match self.read_user(id).await {
            Ok(Some(user)) => user,
            Ok(None) => return SendOutcome::Gone,
            Err(error) => return not_sent(error),
        };
        if user.role == OrgRole::Known(to) {
            return SendOutcome::Applied {
                user: Some(Box::new(user)),
            };
        }
        if user.role != *was {
            return SendOutcome::Changed;
        }
        if facts.if_match == Trust::Unknown
            && let Some(version) = user.version.as_ref()
            && let Some(outcome) = self
                .write_role_trying_a_stale_version(id, to, version)
                .await
        {
            return outcome;
        }
        self.write_role(id, to, user.version.as_ref()).await
    }

    /// Finds out whether a stale version is refused, with the very write that is wanted: what it
    /// replaces was read a moment ago, so a server that writes in spite of it does no harm. `None`
    /// when it was refused, and the write is still to be made.
    async fn write_role_trying_a_stale_version(
        &self,
        id: &UserId,
        to: Role,
        version: &Version,
    ) -> Option<SendOutcome> {
        match self.write_role(id, to, Some(&stale_twin(version))).await {
            SendOutcome::Changed => {
                self.learn(|facts| facts.if_match = Trust::Holds);
                None
            }
            SendOutcome::Rejected { .. } => None,
            SendOutcome::Applied { user } => {
                self.learn(|facts| facts.if_match = Trust::Fails);
                Some(SendOutcome::Applied { user })
            }
            outcome => Some(outcome),
        }
    }

    async fn write_role(&self, id: &UserId, to: Role, version: Option<&Version>) -> SendOutcome {
        let url = match self.url(&["Users", id.as_str()]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        if self.known().patch != Trust::Fails {
            let body = Some(request::replace_role(to.as_str()));
            let ask = Ask {
                method: Method::PATCH,
                url: url.clone(),
                body,
                if_match: version,
            };
            match self.ask(ask).await {
                Ok(answer) => return self.judge_role(&answer, to),
                Err(RemoteError::Refused {
                    status: 405 | 501, ..
                }) => {
                    self.learn(|facts| facts.patch = Trust::Fails);
                }
                Err(error) => return outcome(error),
            }
        }
        let body = match self.ask(Ask::get(url.clone())).await {
            Ok(answer) => with_role(&answer, to),
            Err(RemoteError::Refused {
                status: 404 | 410, ..
            }) => return SendOutcome::Gone,
            Err(error) => return not_sent(error),
        };
        let Some(body) = body else {
            return SendOutcome::Rejected {
                reason: "The server's own description of this user can't be sent back to it."
                    .to_owned(),
            };
        };
        let ask = Ask {
            method: Method::PUT,
            url,
            body: Some(body),
            if_match: version,
        };
        match self.ask(ask).await {
            Ok(answer) => self.judge_role(&answer, to),
            Err(error) => outcome(error),
        }
    }

    /// A server may answer well and have done nothing.
    fn judge_role(&self, answer: &Answer, to: Role) -> SendOutcome {
        if answer.status == StatusCode::NO_CONTENT || answer.body.is_empty() {
            return SendOutcome::Applied { user: None };
        }
        match self.user_of(answer) {
            Ok(Some(user)) => judge_shown_role(user, to),
            Ok(None) => SendOutcome::Unknown(RemoteError::Malformed {
                what: "the user has no id".to_owned(),
            }),
            Err(error) => SendOutcome::Unknown(error),
        }
    }

    async fn change_members(&self, workspace: &WorkspaceId, body: Value) -> SendOutcome {
        // The answer may leave out the members: there can be a hundred thousand.
        let url = self.url_with(
            &["Groups", workspace.as_str()],
            &[("excludedAttributes", "members")],
        );
        let url = match url {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        match self
            .ask(Ask {
                method: Method::PATCH,
                url,
                body: Some(body),
                if_match: None,
            })
            .await
        {
            Ok(_) => SendOutcome::Applied { user: None },
            Err(error) => outcome(error),
        }
    }
}

fn judge_shown_role(user: User, to: Role) -> SendOutcome {
    if user.role == OrgRole::Known(to) {
        return SendOutcome::Applied {
            user: Some(Box::new(user)),
        };
    }
    SendOutcome::Rejected {
        reason: format!(
            "The server took the change, and the role is still {}.",
            user.role
        ),
    }
}

/// The server's own description with another role; `None` where it is no object.
fn with_role(answer: &Answer, to: Role) -> Option<Value> {
    let mut resource: Value = serde_json::from_slice(&answer.body).ok()?;
    let members = resource.as_object_mut()?;
    members.retain(|name, _| {
        !name.eq_ignore_ascii_case("roles") && !name.eq_ignore_ascii_case("meta")
    });
    members.insert("roles".to_owned(), json!([{"value": to.as_str()}]));
    Some(resource)
}

/// What a failed write means for the change.
fn outcome(error: RemoteError) -> SendOutcome {
    match error {
        RemoteError::Unauthorized => SendOutcome::Unauthorized,
        RemoteError::Busy { wait } => SendOutcome::Wait(wait),
        RemoteError::Forbidden { reason } => SendOutcome::Rejected { reason },
        RemoteError::Refused {
            status: 404 | 410, ..
        } => SendOutcome::Gone,
        // What is asked for may be there already: whoever looks will see.
        RemoteError::Refused {
            status: 409 | 412, ..
        }
        | RemoteError::NoTarget => SendOutcome::Changed,
        RemoteError::Refused { reason, .. } => SendOutcome::Rejected { reason },
        error @ (RemoteError::Offline { .. } | RemoteError::Redirected) => {
            SendOutcome::NotSent(error)
        }
        error => SendOutcome::Unknown(error),
    }
}

/// What a failed *read* before a write means for the change: nothing was sent yet.
fn not_sent(error: RemoteError) -> SendOutcome {
    match error {
        RemoteError::Unauthorized => SendOutcome::Unauthorized,
        RemoteError::Busy { wait } => SendOutcome::Wait(wait),
        RemoteError::Forbidden { reason } => SendOutcome::Rejected { reason },
        error => SendOutcome::NotSent(error),
    }
}
