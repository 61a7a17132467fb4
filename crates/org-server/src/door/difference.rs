//! What a write changes, as the audit tells it: the attributes that differ, before and after.

use serde_json::{Map, Value};

/// The attributes that differ.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Difference {
    before: Map<String, Value>,
    after: Map<String, Value>,
}

impl Difference {
    /// A resource that came to be.
    pub(super) fn created(after: Map<String, Value>) -> Self {
        Self {
            before: Map::new(),
            after,
        }
    }

    /// A resource that went.
    pub(super) fn deleted(before: Map<String, Value>) -> Self {
        Self {
            before,
            after: Map::new(),
        }
    }

    /// Notes an attribute, if its value differs.
    pub(super) fn note(
        &mut self,
        attribute: &str,
        before: impl Into<Value>,
        after: impl Into<Value>,
    ) {
        let (before, after) = (before.into(), after.into());
        if before != after {
            self.before.insert(attribute.to_owned(), before);
            self.after.insert(attribute.to_owned(), after);
        }
    }

    /// Notes those members of an attribute whose values differ.
    pub(super) fn note_members(&mut self, attribute: &str, before: &Value, after: &Value) {
        for (name, after) in after.as_object().into_iter().flatten() {
            let before = before.get(name).cloned().unwrap_or_default();
            self.note(&format!("{attribute}.{name}"), before, after.clone());
        }
    }

    /// What was, as JSON; `None` when there was nothing.
    pub(super) fn before(&self) -> Option<String> {
        text(&self.before)
    }

    /// What is, as JSON; `None` when there is nothing.
    pub(super) fn after(&self) -> Option<String> {
        text(&self.after)
    }
}

fn text(values: &Map<String, Value>) -> Option<String> {
    (!values.is_empty()).then(|| Value::Object(values.clone()).to_string())
}
