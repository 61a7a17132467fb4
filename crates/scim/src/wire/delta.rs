//! A delta query's answers as servers send them (draft-sehgal-scim-delta-query-02).

use std::borrow::Cow;

use super::forgiving::{Object, object};
use super::page::PageItem;

/// A point in the server's history: an object with a value, or a bare text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeltaTokenWire<'a> {
    /// What is handed back.
    pub value: Cow<'a, str>,
    /// Until when it is good; for [`super::instant`].
    pub expiry: Option<Cow<'a, str>>,
}

object!(DeltaTokenWire<'de>, text => value { "value" => value, "expiry" => expiry });

/// One changed resource.
#[derive(Debug, Clone, PartialEq)]
pub struct DeltaWire<'a, T> {
    /// The resource's id; never empty on a page.
    pub id: Cow<'a, str>,
    /// The name of its resource type.
    pub resource_type: Option<Cow<'a, str>>,
    /// `create`, `update` or `delete`, in any case.
    pub change_type: Cow<'a, str>,
    /// What it is now.
    pub data: Option<T>,
}

/// What a change asks of the reader.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeWire<'a, T> {
    /// It is this now.
    Is(T),
    /// It is gone.
    Gone(Cow<'a, str>),
    /// It changed, and the server doesn't say in full what it is now: read it.
    ReadAgain(Cow<'a, str>),
}

impl<T> Default for DeltaWire<'_, T> {
    fn default() -> Self {
        Self {
            id: Cow::default(),
            resource_type: None,
            change_type: Cow::default(),
            data: None,
        }
    }
}

object!(DeltaWire<'de, T>, with [T: Object<'de>] {
    "resourceType" => resource_type,
    "changeType" => change_type,
    "changedResourceId" => id,
    "data" => data,
});

impl<'de, T: Object<'de>> PageItem<'de> for DeltaWire<'de, T> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl<'a, T> DeltaWire<'a, T> {
    /// What the change asks of the reader.
    #[must_use]
    pub fn into_change(self) -> ChangeWire<'a, T> {
        match self.data {
            _ if self.change_type.eq_ignore_ascii_case("delete") => ChangeWire::Gone(self.id),
            Some(data) => ChangeWire::Is(data),
            None => ChangeWire::ReadAgain(self.id),
        }
    }
}
