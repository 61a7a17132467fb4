//! Bulk operations (RFC 7644, section 3.7): the two messages, and the references between operations.

mod references;

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use crate::error::{ScimError, ScimType};
use crate::json::member;

pub use references::BulkIds;

/// How much one request may ask for; announced in ServiceProviderConfig.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many operations; more answer 413.
    pub max_operations: usize,
    /// How many bytes; for the HTTP layer to hold.
    pub max_payload: usize,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkRequest {
    /// After how many failures to stop; `None` to go on to the end.
    pub fail_on_errors: Option<u64>,
    /// The operations, in the order of the request.
    pub operations: Vec<BulkOperation>,
}

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Create.
    Post,
    /// Replace.
    Put,
    /// Change.
    Patch,
    /// Delete.
    Delete,
}

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkOperation {
    /// What to do.
    pub method: Method,
    /// With what: `/Users`, or `/Users/{id}` where the id may be `bulkId:…`.
    pub path: String,
    /// What the request calls the new resource; each POST has one.
    pub bulk_id: Option<String>,
    /// The version for `If-Match`.
    pub version: Option<String>,
    /// The body; [`Value::Null`] for a deletion.
    pub data: Value,
}

/// What became of one operation.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BulkResult {
    /// As in the request.
    pub method: Method,
    /// As in the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulk_id: Option<String>,
    /// The resource's address; absent when a creation failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The resource's version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The status, as text.
    #[serde(serialize_with = "as_text")]
    pub status: u16,
    /// The error of an operation that failed, the resource of one that didn't.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Value>,
}

fn as_text<S: serde::Serializer>(status: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(status)
}

/// A response.
#[derive(Debug, Clone, Serialize)]
pub struct BulkResponse {
    schemas: [&'static str; 1],
    /// What became of each operation that was tried, in the order of the request.
    #[serde(rename = "Operations")]
    pub operations: Vec<BulkResult>,
}

impl BulkRequest {
    /// Reads a request; names and methods are compared without case.
    ///
    /// # Errors
    ///
    /// `invalidSyntax` when it is no bulk request, `invalidValue` when an operation lacks a path, a
    /// `bulkId` or data where it needs one, or a `bulkId` occurs twice; 413 for more operations than
    /// `limits` allow.
    pub fn parse(body: &Value, limits: Limits) -> Result<Self, ScimError> {
        let body = body
            .as_object()
            .ok_or_else(|| syntax("The body is not a JSON object."))?;
        let operations = member(body, "Operations")
            .and_then(Value::as_array)
            .ok_or_else(|| syntax("Operations must be a list."))?;
        if operations.len() > limits.max_operations {
            let most = limits.max_operations;
            return Err(ScimError::new(
                413,
                format!("A request may hold {most} operations."),
            ));
        }
        let fail_on_errors = match member(body, "failOnErrors") {
            None | Some(Value::Null) => None,
            Some(value) => Some(
                value
                    .as_u64()
                    .filter(|count| *count > 0)
                    .ok_or_else(|| syntax("failOnErrors must be a number above 0."))?,
            ),
        };
        let operations: Vec<BulkOperation> = operations
            .iter()
            .map(BulkOperation::parse)
            .collect::<Result<_, _>>()?;
        let mut seen = HashSet::new();
        for bulk_id in operations
            .iter()
            .filter_map(|operation| operation.bulk_id.as_deref())
        {
            if !seen.insert(bulk_id) {
                return Err(invalid(&format!("The bulkId {bulk_id:?} occurs twice.")));
            }
        }
        Ok(Self {
            fail_on_errors,
            operations,
        })
    }
}

impl BulkOperation {
    fn parse(operation: &Value) -> Result<Self, ScimError> {
        let operation = operation
            .as_object()
            .ok_or_else(|| syntax("An operation is not a JSON object."))?;
        let text = |name| {
            member(operation, name)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        let method = text("method").unwrap_or_default();
        let method = [Method::Post, Method::Put, Method::Patch, Method::Delete]
            .into_iter()
            .find(|known| known.as_str().eq_ignore_ascii_case(&method))
            .ok_or_else(|| syntax("A method must be POST, PUT, PATCH or DELETE."))?;
        let path = text("path").filter(|path| path.starts_with('/'));
        let path = path.ok_or_else(|| invalid("An operation needs a path that begins with /."))?;
        let bulk_id = text("bulkId").filter(|bulk_id| !bulk_id.is_empty());
        if method == Method::Post && bulk_id.is_none() {
            return Err(invalid("A POST needs a bulkId."));
        }
        let data = member(operation, "data").cloned().unwrap_or_default();
        if method != Method::Delete && !data.is_object() {
            return Err(invalid("An operation needs data, unless it is a DELETE."));
        }
        Ok(Self {
            method,
            path,
            bulk_id,
            version: text("version"),
            data,
        })
    }
}

impl Method {
    /// The HTTP method.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

fn syntax(detail: &str) -> ScimError {
    ScimError::of(ScimType::InvalidSyntax, detail)
}

fn invalid(detail: &str) -> ScimError {
    ScimError::of(ScimType::InvalidValue, detail)
}

impl BulkResponse {
    /// A response.
    #[must_use]
    pub fn new(operations: Vec<BulkResult>) -> Self {
        Self {
            schemas: [crate::schema::BULK_RESPONSE],
            operations,
        }
    }
}
