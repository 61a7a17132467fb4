//! Delta query as a server speaks it (draft-sehgal-scim-delta-query-02): what changed since a token.

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::error::{ScimError, ScimType};
use crate::json::member;
use crate::query::ListQuery;
use crate::resource::Resource;
use crate::schema;

/// A point in the server's history, opaque to the client: the answer to `GET …/.deltaToken`, and
/// `nextDeltaToken` on the last page of a delta query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeltaToken {
    /// What the client hands back.
    pub value: String,
    /// Until when it is good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry: Option<Timestamp>,
}

impl DeltaToken {
    /// The answer to `GET …/.deltaToken`.
    #[must_use]
    pub fn body(&self) -> Value {
        json!({"schemas": [schema::DELTA_TOKEN], "value": self.value, "expiry": self.expiry})
    }
}

/// The body of `POST …/.delta`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeltaRequest {
    /// Where the last answer ended.
    pub token: String,
    /// The page and the parts that are asked for.
    pub query: ListQuery,
}

impl DeltaRequest {
    /// Reads the body of `POST …/.delta`; names are compared without case.
    ///
    /// # Errors
    ///
    /// `invalidSyntax` when it is no object, `invalidValue` when there is no token, and what
    /// [`ListQuery::from_search`] finds.
    pub fn parse(body: &Value) -> Result<Self, ScimError> {
        let query = ListQuery::from_search(body)?;
        let token = body
            .as_object()
            .and_then(|members| member(members, "deltaToken"));
        match token {
            Some(Value::String(token)) if !token.is_empty() => Ok(Self {
                token: token.clone(),
                query,
            }),
            _ => Err(ScimError::of(
                ScimType::InvalidValue,
                "deltaToken must be the token of an earlier answer.",
            )),
        }
    }
}

/// What became of a resource.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It is new.
    Create(Resource),
    /// It is no longer what it was.
    Update(Resource),
    /// It is gone.
    Delete,
}

/// One changed resource in a delta query's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct DeltaEntry {
    /// The name of its resource type.
    pub resource_type: &'static str,
    /// The resource's id.
    pub id: String,
    /// What became of it.
    pub change: Change,
}

impl Serialize for DeltaEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Wire<'a> {
            schemas: [&'static str; 1],
            resource_type: &'a str,
            change_type: &'static str,
            changed_resource_id: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            data: Option<&'a Resource>,
        }
        let (change_type, data) = match &self.change {
            Change::Create(resource) => ("create", Some(resource)),
            Change::Update(resource) => ("update", Some(resource)),
            Change::Delete => ("delete", None),
        };
        Wire {
            schemas: [schema::DELTA_RESPONSE],
            resource_type: self.resource_type,
            change_type,
            changed_resource_id: &self.id,
            data,
        }
        .serialize(serializer)
    }
}
