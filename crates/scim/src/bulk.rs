//! Bulk operations (RFC 7644, section 3.7): the two messages, and the references between operations.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use crate::error::ScimError;

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

/// Whose ids the `bulkId`s of a request stand for by now.
#[derive(Debug, Clone, Default)]
pub struct BulkIds {
    ids: HashMap<String, String>,
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
        todo!()
    }

    /// In which order to do the operations, as indices: that of the request, but a resource is made
    /// before it is referred to. Operations in a circle of references, and those that wait for them
    /// or for a `bulkId` that no operation has, come back as `Err` with the error to answer.
    #[must_use]
    pub fn order(&self) -> Vec<Result<usize, (usize, ScimError)>> {
        todo!()
    }
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

impl BulkIds {
    /// Nothing is made yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The resource of this `bulkId` is made.
    pub fn insert(&mut self, bulk_id: String, id: String) {
        self.ids.insert(bulk_id, id);
    }

    /// The operation with ids in the place of its references, in the path and in the values of its
    /// data.
    ///
    /// # Errors
    ///
    /// `invalidValue` when a reference's resource was not made.
    pub fn resolve(&self, operation: &BulkOperation) -> Result<BulkOperation, ScimError> {
        todo!()
    }
}
