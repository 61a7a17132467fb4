//! A piece of SQL with its values beside it: nothing that came from outside is ever part of the text.

use jiff::Timestamp;
use rusqlite::types::Value;

/// SQL text and the values of its `?1`, `?2`, ….
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Sql {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

/// What column expressions may refer to as `:base` and `:now`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    /// The public base URL.
    pub(crate) base: &'a str,
    /// The time for which the question is answered.
    pub(crate) now: Timestamp,
}

impl Sql {
    /// Appends trusted text.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends a place for a value.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) {
        self.values.push(value.into());
        self.text.push('?');
        self.text.push_str(&self.values.len().to_string());
    }

    /// Appends a column expression of this program, with the facts in their places.
    pub(crate) fn push_column(&mut self, expression: &str, facts: Facts<'_>) {
        let mut rest = expression;
        while let Some(at) = rest.find(':') {
            let (before, marked) = rest.split_at(at);
            self.push(before);
            rest = if let Some(after) = marked.strip_prefix(":base") {
                self.bind(facts.base.to_owned());
                after
            } else if let Some(after) = marked.strip_prefix(":now") {
                self.bind(facts.now.as_millisecond());
                after
            } else {
                self.push(":");
                &marked[1..]
            };
        }
        self.push(rest);
    }
}
