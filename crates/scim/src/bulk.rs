//! Bulk operations (RFC 7644, section 3.7): the two messages, and the references between operations.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;
use serde_json::Value;

use crate::error::{ScimError, ScimType};
use crate::json::member;

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

    /// In which order to do the operations, as indices: that of the request, but a resource is made
    /// before it is referred to. Those that can never be done, as they are in a circle of references,
    /// wait for one, or refer to a `bulkId` that no operation has, come last, with the error to answer.
    #[must_use]
    pub fn order(&self) -> Vec<Result<usize, (usize, ScimError)>> {
        let makers: HashMap<&str, usize> = self
            .operations
            .iter()
            .enumerate()
            .filter(|(_, operation)| operation.method == Method::Post)
            .filter_map(|(index, operation)| Some((operation.bulk_id.as_deref()?, index)))
            .collect();
        // How many resources each operation waits for, and who waits for whom.
        let mut waits = vec![0_usize; self.operations.len()];
        let mut waiting: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut lost = HashMap::new();
        for (index, operation) in self.operations.iter().enumerate() {
            for reference in operation.references() {
                match makers.get(reference) {
                    Some(maker) => {
                        waits[index] += 1;
                        waiting.entry(*maker).or_default().push(index);
                    }
                    None => {
                        lost.entry(index).or_insert(reference);
                    }
                }
            }
        }
        let mut ready: BTreeSet<usize> = (0..waits.len())
            .filter(|index| waits[*index] == 0 && !lost.contains_key(index))
            .collect();
        let mut order = Vec::with_capacity(waits.len());
        while let Some(index) = ready.pop_first() {
            order.push(Ok(index));
            for next in waiting.remove(&index).unwrap_or_default() {
                waits[next] -= 1;
                if waits[next] == 0 && !lost.contains_key(&next) {
                    ready.insert(next);
                }
            }
        }
        let done: HashSet<usize> = order
            .iter()
            .filter_map(|step| step.as_ref().ok().copied())
            .collect();
        let undone = (0..waits.len()).filter(|index| !done.contains(index));
        order.extend(undone.map(|index| {
            let error = match lost.get(&index) {
                Some(reference) => invalid(&format!("No operation makes bulkId:{reference}.")),
                None => ScimError::new(
                    409,
                    "The operation refers to a resource that can't be made before it.",
                ),
            };
            Err((index, error))
        }));
        order
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

    /// The `bulkId`s that the operation refers to, each once.
    fn references(&self) -> HashSet<&str> {
        let mut references: HashSet<&str> = self.path.split('/').filter_map(reference).collect();
        collect_references(&self.data, &mut references);
        references
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

/// The `bulkId` that a text refers to.
fn reference(text: &str) -> Option<&str> {
    text.strip_prefix("bulkId:")
        .filter(|bulk_id| !bulk_id.is_empty())
}

/// A tree that came through [`crate::json::read`] is shallow enough for recursion.
fn collect_references<'a>(value: &'a Value, references: &mut HashSet<&'a str>) {
    match value {
        Value::String(text) => references.extend(reference(text)),
        Value::Array(values) => {
            values
                .iter()
                .for_each(|value| collect_references(value, references));
        }
        Value::Object(members) => {
            members
                .values()
                .for_each(|value| collect_references(value, references));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
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
        let mut resolved = operation.clone();
        let path: Result<Vec<&str>, ScimError> = operation
            .path
            .split('/')
            .map(|part| Ok(self.id_of(part)?.unwrap_or(part)))
            .collect();
        resolved.path = path?.join("/");
        self.resolve_in(&mut resolved.data)?;
        Ok(resolved)
    }

    fn resolve_in(&self, value: &mut Value) -> Result<(), ScimError> {
        match value {
            Value::String(text) => {
                if let Some(id) = self.id_of(text)? {
                    *text = id.to_owned();
                }
                Ok(())
            }
            Value::Array(values) => values
                .iter_mut()
                .try_for_each(|value| self.resolve_in(value)),
            Value::Object(members) => members
                .values_mut()
                .try_for_each(|value| self.resolve_in(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        }
    }

    /// The id that a text stands for; `None` when it is no reference.
    fn id_of(&self, text: &str) -> Result<Option<&str>, ScimError> {
        let Some(bulk_id) = reference(text) else {
            return Ok(None);
        };
        match self.ids.get(bulk_id) {
            Some(id) => Ok(Some(id)),
            None => Err(invalid(&format!(
                "The resource bulkId:{bulk_id} was not made."
            ))),
        }
    }
}
