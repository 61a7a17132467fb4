//! Writing to a resource that exists: one attribute, or its end; by version where versions hold, else by
//! reading, comparing and writing.

use http::{Method, StatusCode};
use rollcall_language::{for_the_record, say};
use rollcall_model::{
    Change, Found, OrganizationChange, OrganizationField, Standing, UserChange, Version,
    WorkspaceChange,
};
use rollcall_scim::request;
use rollcall_sync::{Answered, LookedUp, RemoteError, SendOutcome, Trust};
use serde_json::Value;
use url::Url;

use crate::ask::{Answer, Ask, header_of};
use crate::http_remote::HttpRemote;
use crate::look::workspace_of;
use crate::organization::organization_of;
use crate::send::{not_sent, outcome};
use crate::trust::stale_twin;

/// What was found before a write.
enum Ready {
    /// As the person saw it, at this version.
    Write(Option<Version>),
    /// Nothing is to be written, and this is why.
    Not(SendOutcome),
}

impl HttpRemote {
    /// Where stale versions are known to be refused, the version alone protects what somebody else
    /// wrote. Elsewhere: read, compare, write.
    pub(crate) async fn edit(&self, change: &Change, expected: Option<&Version>) -> SendOutcome {
        if let Some(expected) = self.protecting(expected) {
            return self.write(change, Some(expected)).await;
        }
        match self.read_before(change).await {
            Ready::Write(Some(version)) if self.known().if_match == Trust::Unknown => {
                self.write_trying_a_stale_version(change, &version).await
            }
            Ready::Write(version) => self.write(change, version.as_ref()).await,
            Ready::Not(outcome) => outcome,
        }
    }

    /// Deletes a resource. Nothing is tried out with a deletion: where versions aren't known to hold,
    /// it is read and compared before.
    pub(crate) async fn delete(&self, change: &Change, expected: Option<&Version>) -> SendOutcome {
        let url = match self.place_of(change) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        if let Some(expected) = self.protecting(expected) {
            let ask = Ask::delete(url).if_match(Some(expected));
            return self.write_unanswered(ask).await;
        }
        match self.read_before(change).await {
            Ready::Write(version) => {
                let ask = Ask::delete(url).if_match(version.as_ref());
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

    /// Where the resource is that a change is about.
    fn place_of(&self, change: &Change) -> Result<Url, RemoteError> {
        match change {
            Change::User(change) => self.url(&["Users", change.user().as_str()]),
            Change::Workspace(change) => self.url(&["Groups", change.workspace().as_str()]),
            Change::Organization(_) => self.organization_url(),
        }
    }

    async fn read_before(&self, change: &Change) -> Ready {
        let LookedUp { found, answered } = match self.read_there(change).await {
            Ok(looked) => looked,
            Err(error) => return Ready::Not(not_sent(error)),
        };
        if answered.is_none() {
            return Ready::Not(SendOutcome::Gone);
        }
        match change.judge(&found) {
            Standing::Untouched => Ready::Write(answered.and_then(|answered| match answered {
                Answered::User(user) => user.version,
                Answered::Invitation(_) => None,
                Answered::Workspace(workspace) => workspace.version,
                Answered::Organization(organization) => organization.version,
            })),
            Standing::Done => Ready::Not(SendOutcome::Applied { answered }),
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
            outcome => {
                if matches!(outcome, SendOutcome::Applied { .. }) {
                    self.learn(|facts| facts.if_match = Trust::Fails);
                }
                outcome
            }
        }
    }

    async fn write(&self, change: &Change, version: Option<&Version>) -> SendOutcome {
        let url = match self.place_of(change) {
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
                reason: for_the_record(|| say!("faults-not-sent-back")),
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
            return SendOutcome::Applied { answered: None };
        }
        match self.answered(answer, change) {
            Ok(LookedUp { found, answered }) if change.judge(&found) == Standing::Done => {
                SendOutcome::Applied { answered }
            }
            Ok(LookedUp { found, .. }) => SendOutcome::Rejected {
                reason: for_the_record(|| still(&found)),
            },
            Err(error) => SendOutcome::Unknown(error),
        }
    }

    /// The resource in an answer, and what it has at the place of a change.
    pub(crate) fn answered(
        &self,
        answer: &Answer,
        change: &Change,
    ) -> Result<LookedUp, RemoteError> {
        let without_id = || RemoteError::Malformed {
            what: say!("faults-resource-without-id"),
        };
        Ok(match change {
            Change::User(change) => {
                let user = self.user_of(answer)?.ok_or_else(without_id)?;
                LookedUp {
                    found: change.found_in(&user),
                    answered: Some(Answered::User(Box::new(user))),
                }
            }
            Change::Workspace(change) => {
                let workspace = workspace_of(answer)?.ok_or_else(without_id)?;
                LookedUp {
                    found: change.found_in(&workspace),
                    answered: Some(Answered::Workspace(Box::new(workspace))),
                }
            }
            Change::Organization(change) => {
                let organization = organization_of(answer)?.ok_or_else(without_id)?;
                LookedUp {
                    found: change.found_in(&organization),
                    answered: Some(Answered::Organization(Box::new(organization))),
                }
            }
        })
    }
}

/// The attribute that a change writes, and its value; `None` for a change that writes none.
fn attribute(change: &Change) -> Option<(&'static str, Option<Value>)> {
    let text = |text: &str| (!text.is_empty()).then(|| text.into());
    Some(match change {
        Change::User(UserChange::SetRole { to, .. }) => {
            ("roles", Some(request::roles(to.as_str())))
        }
        Change::User(UserChange::SetDisplayName { to, .. }) => ("displayName", text(to)),
        Change::User(UserChange::SetPicture { to, .. }) => {
            ("photos", to.as_deref().map(request::photos))
        }
        Change::User(UserChange::Suspend { .. }) => ("active", Some(false.into())),
        Change::User(UserChange::Reactivate { .. }) => ("active", Some(true.into())),
        Change::Workspace(WorkspaceChange::RenameWorkspace { to, .. }) => ("displayName", text(to)),
        Change::Organization(OrganizationChange { field, to, .. }) => match field {
            OrganizationField::DisplayName => ("displayName", text(to)),
            OrganizationField::Website => ("website", text(to)),
            OrganizationField::TimeZone => ("timeZone", text(to)),
            OrganizationField::Locale => ("locale", text(to)),
            OrganizationField::Company => ("billing.company", text(to)),
            OrganizationField::Address => ("billing.address", text(to)),
            OrganizationField::TaxId => ("billing.taxId", text(to)),
            OrganizationField::BillingContact => ("billing.contactEmail", text(to)),
            OrganizationField::Plan => ("subscription.plan", text(to)),
            OrganizationField::Seats => (
                "subscription.seats",
                to.parse::<u64>().ok().map(Value::from),
            ),
        },
        _ => return None,
    })
}

/// What a server that took a change, and did nothing, still has: a sentence.
fn still(found: &Found) -> String {
    match found {
        Found::Role(role) => say!("faults-still-role", role = role.to_string()),
        Found::DisplayName(name) => say!("faults-still-display-name", name = name),
        Found::Picture(_) => say!("faults-still-picture"),
        Found::WorkspaceName(name) => say!("faults-still-name", name = name),
        Found::Active(true) => say!("faults-still-active"),
        Found::Active(false) => say!("faults-still-suspended"),
        _ => say!("faults-still-nothing"),
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
