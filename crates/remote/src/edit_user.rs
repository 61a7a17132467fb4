//! Writing to a user who exists: one attribute, or their end; by version where versions hold, else by
//! reading, comparing and writing.

use http::{Method, StatusCode};
use rollcall_model::{Change, Found, Standing, User, UserId, Version};
use rollcall_scim::request;
use rollcall_sync::{RemoteError, SendOutcome, Trust};
use serde_json::Value;

use crate::ask::{Answer, Ask, header_of};
use crate::http_remote::HttpRemote;
use crate::send::{not_sent, outcome};
use crate::trust::stale_twin;

/// What was found before a write.
enum Ready {
    /// As the person saw it: the user, to be written to.
    Write(Box<User>),
    /// Nothing is to be written, and this is why.
    Not(SendOutcome),
}

impl HttpRemote {
    /// Where stale versions are known to be refused, the version alone protects what somebody else
    /// wrote. Elsewhere: read, compare, write.
    pub(crate) async fn edit_user(
        &self,
        change: &Change,
        expected: Option<&Version>,
    ) -> SendOutcome {
        if let Some(expected) = self.protecting(expected) {
            return self.write(change, Some(expected)).await;
        }
        let user = match self.read_before(change).await {
            Ready::Write(user) => user,
            Ready::Not(outcome) => return outcome,
        };
        match &user.version {
            Some(version) if self.known().if_match == Trust::Unknown => {
                self.write_trying_a_stale_version(change, version).await
            }
            version => self.write(change, version.as_ref()).await,
        }
    }

    /// Deletes a user. Nothing is tried out with a deletion: where versions aren't known to hold, the
    /// user is read and compared before.
    pub(crate) async fn delete_user(
        &self,
        id: &UserId,
        change: &Change,
        expected: Option<&Version>,
    ) -> SendOutcome {
        let url = match self.url(&["Users", id.as_str()]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        if let Some(expected) = self.protecting(expected) {
            let ask = Ask::delete(url).if_match(Some(expected));
            return self.write_unanswered(ask).await;
        }
        match self.read_before(change).await {
            Ready::Write(user) => {
                let ask = Ask::delete(url).if_match(user.version.as_ref());
                self.write_unanswered(ask).await
            }
            Ready::Not(outcome) => outcome,
        }
    }

    /// The version, where it protects what somebody else wrote.
    fn protecting<'v>(&self, expected: Option<&'v Version>) -> Option<&'v Version> {
        expected
            .filter(|version| self.known().if_match == Trust::Holds && header_of(version).is_some())
    }

    async fn read_before(&self, change: &Change) -> Ready {
        let user = match self.read_user(change.user()).await {
            Ok(Some(user)) => user,
            Ok(None) => return Ready::Not(SendOutcome::Gone),
            Err(error) => return Ready::Not(not_sent(error)),
        };
        match change.judge(&change.found_in(&user)) {
            Standing::Untouched => Ready::Write(Box::new(user)),
            Standing::Done => Ready::Not(SendOutcome::Applied {
                user: Some(Box::new(user)),
            }),
            Standing::Elsewise => Ready::Not(SendOutcome::Changed),
        }
    }

    /// Finds out whether a stale version is refused, with the very write that is wanted: what it
    /// replaces was read a moment ago, so a server that writes in spite of it does no harm.
    async fn write_trying_a_stale_version(
        &self,
        change: &Change,
        version: &Version,
    ) -> SendOutcome {
        match self.write(change, Some(&stale_twin(version))).await {
            SendOutcome::Changed => {
                let outcome = self.write(change, Some(version)).await;
                // Else something besides the version may be what it minds.
                if matches!(outcome, SendOutcome::Applied { .. }) {
                    self.learn(|facts| facts.if_match = Trust::Holds);
                }
                outcome
            }
            SendOutcome::Rejected { .. } => self.write(change, Some(version)).await,
            SendOutcome::Applied { user } => {
                self.learn(|facts| facts.if_match = Trust::Fails);
                SendOutcome::Applied { user }
            }
            outcome => outcome,
        }
    }

    async fn write(&self, change: &Change, version: Option<&Version>) -> SendOutcome {
        let url = match self.url(&["Users", change.user().as_str()]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        let Some((attribute, value)) = attribute(change) else {
            return SendOutcome::NotSent(RemoteError::NotOffered);
        };
        if self.known().patch != Trust::Fails {
            let body = request::set_attribute(attribute, value.clone());
            let ask = Ask::with_body(Method::PATCH, url.clone(), body).if_match(version);
            match self.ask(ask).await {
                Ok(answer) => return self.judge_answer(&answer, change),
                Err(RemoteError::Refused {
                    status: 405 | 501, ..
                }) => {
                    self.learn(|facts| facts.patch = Trust::Fails);
                }
                Err(error) => return outcome(error),
            }
        }
        let body = match self.ask(Ask::get(url.clone())).await {
            Ok(answer) => with_attribute(&answer, attribute, value),
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
        match self
            .ask(Ask::with_body(Method::PUT, url, body).if_match(version))
            .await
        {
            Ok(answer) => self.judge_answer(&answer, change),
            Err(error) => outcome(error),
        }
    }

    /// A server may answer well and have done nothing.
    fn judge_answer(&self, answer: &Answer, change: &Change) -> SendOutcome {
        if answer.status == StatusCode::NO_CONTENT || answer.body.is_empty() {
            return SendOutcome::Applied { user: None };
        }
        match self.user_of(answer) {
            Ok(Some(user)) => match change.found_in(&user) {
                found if change.judge(&found) == Standing::Done => SendOutcome::Applied {
                    user: Some(Box::new(user)),
                },
                found => SendOutcome::Rejected {
                    reason: format!("The server took the change, and {}.", still(&found)),
                },
            },
            Ok(None) => SendOutcome::Unknown(RemoteError::Malformed {
                what: "the user has no id".to_owned(),
            }),
            Err(error) => SendOutcome::Unknown(error),
        }
    }
}

/// The attribute that a change writes, and its value; `None` for a change that writes none.
fn attribute(change: &Change) -> Option<(&'static str, Option<Value>)> {
    Some(match change {
        Change::SetRole { to, .. } => ("roles", Some(request::roles(to.as_str()))),
        Change::SetDisplayName { to, .. } => {
            ("displayName", (!to.is_empty()).then(|| to.as_str().into()))
        }
        Change::SetPicture { to, .. } => ("photos", to.as_deref().map(request::photos)),
        Change::Suspend { .. } => ("active", Some(false.into())),
        Change::Reactivate { .. } => ("active", Some(true.into())),
        _ => return None,
    })
}

/// What a server that changed nothing still has, in words.
fn still(found: &Found) -> String {
    match found {
        Found::Role(role) => format!("the role is still {role}"),
        Found::DisplayName(name) => format!("the display name is still \"{name}\""),
        Found::Picture(_) => "the picture is still the one before".to_owned(),
        Found::Active(true) => "the user is still active".to_owned(),
        Found::Active(false) => "the user is still suspended".to_owned(),
        _ => "nothing has changed".to_owned(),
    }
}

/// The server's own description with another value of one attribute; `None` where it is no object.
fn with_attribute(answer: &Answer, name: &str, value: Option<Value>) -> Option<Value> {
    let mut resource: Value = serde_json::from_slice(&answer.body).ok()?;
    let members = resource.as_object_mut()?;
    members.retain(|other, _| {
        !other.eq_ignore_ascii_case(name) && !other.eq_ignore_ascii_case("meta")
    });
    if let Some(value) = value {
        members.insert(name.to_owned(), value);
    }
    Some(resource)
}
