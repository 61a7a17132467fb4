//! References between a request's operations (RFC 7644, section 3.7.2): who waits for whom, and which
//! ids the `bulkId`s become.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::{BulkOperation, BulkRequest, Method, invalid};
use crate::error::ScimError;

/// Whose ids the `bulkId`s of a request stand for by now.
#[derive(Debug, Clone, Default)]
pub struct BulkIds {
    ids: HashMap<String, String>,
}

impl BulkRequest {
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
    /// The `bulkId`s that the operation refers to, each once.
    fn references(&self) -> HashSet<&str> {
        let mut references: HashSet<&str> = self.path.split('/').filter_map(reference).collect();
        collect_references(&self.data, &mut references);
        references
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
