//! What a list is asked for, by GET parameters and by `.search` alike: filter, order, page, parts
//! (RFC 7644, sections 3.4.2 and 3.4.3; RFC 9865).

use serde_json::Value;

use crate::error::ScimError;
use crate::filter::Filter;
use crate::path::AttrPath;
use crate::projection::Projection;

/// A query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListQuery {
    /// Which resources.
    pub filter: Option<Filter>,
    /// In which order.
    pub sort: Option<Sort>,
    /// Which page of them.
    pub page: Page,
    /// At most this many on the page; 0 asks for the total alone, `None` leaves it to the server.
    /// Negative numbers have become 0, as RFC 7644 has it.
    pub count: Option<u64>,
    /// Which part of each.
    pub projection: Projection,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// By which attribute.
    pub by: AttrPath,
    /// In which direction.
    pub order: SortOrder,
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortOrder {
    /// Smallest first; resources without a value last.
    #[default]
    Ascending,
    /// Largest first; resources without a value first.
    Descending,
}

/// How a page is addressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// From the n-th resource on; the first is 1, and smaller numbers have become 1.
    Index(u64),
    /// The first page of a walk by cursor: `cursor` without a value.
    FirstByCursor,
    /// The page that this cursor stands for.
    Cursor(String),
}

impl Default for Page {
    fn default() -> Self {
        Self::Index(1)
    }
}

impl ListQuery {
    /// Reads the decoded parameters of a GET. Names are compared without case; unknown ones are
    /// ignored; of one that occurs twice the last counts.
    ///
    /// # Errors
    ///
    /// `invalidFilter`, `invalidValue` or, for a `count` that is no number, `invalidCount`.
    pub fn from_pairs<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ScimError> {
        todo!()
    }

    /// Reads the body of a `.search` or a delta query.
    ///
    /// # Errors
    ///
    /// As [`ListQuery::from_pairs`], and `invalidSyntax` when it is no object.
    pub fn from_search(body: &Value) -> Result<Self, ScimError> {
        todo!()
    }
}
