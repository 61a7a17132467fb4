//! What a list is asked for, by GET parameters and by `.search` alike: filter, order, page, parts
//! (RFC 7644, sections 3.4.2 and 3.4.3; RFC 9865).

use serde_json::Value;

use crate::error::{ScimError, ScimType};
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
    /// `invalidFilter`, `invalidValue` or, for a `count` that is no number in a walk by cursor,
    /// `invalidCount`.
    pub fn from_pairs<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ScimError> {
        let mut given = Given::default();
        for (name, value) in pairs {
            if let Some(place) = given.place(name) {
                *place = Some(value.to_owned());
            }
        }
        given.read()
    }

    /// Reads the body of a `.search` or a delta query.
    ///
    /// # Errors
    ///
    /// As [`ListQuery::from_pairs`], and `invalidSyntax` when it is no object.
    pub fn from_search(body: &Value) -> Result<Self, ScimError> {
        let body = body.as_object().ok_or_else(|| {
            ScimError::of(ScimType::InvalidSyntax, "The body is not a JSON object.")
        })?;
        let mut given = Given::default();
        for (name, value) in body {
            let Some(place) = given.place(name) else {
                continue;
            };
            *place = match value {
                Value::Null => continue,
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                Value::Array(paths) => {
                    let paths: Option<Vec<&str>> = paths.iter().map(Value::as_str).collect();
                    Some(
                        paths
                            .ok_or_else(|| invalid(name, "must be a list of texts"))?
                            .join(","),
                    )
                }
                Value::Bool(_) | Value::Object(_) => {
                    return Err(invalid(name, "must be a text or a number"));
                }
            };
        }
        given.read()
    }
}

/// The parameters as texts.
#[derive(Default)]
struct Given {
    filter: Option<String>,
    sort_by: Option<String>,
    sort_order: Option<String>,
    start_index: Option<String>,
    cursor: Option<String>,
    count: Option<String>,
    attributes: Option<String>,
    excluded_attributes: Option<String>,
}

impl Given {
    fn place(&mut self, name: &str) -> Option<&mut Option<String>> {
        let places = [
            ("filter", &mut self.filter),
            ("sortBy", &mut self.sort_by),
            ("sortOrder", &mut self.sort_order),
            ("startIndex", &mut self.start_index),
            ("cursor", &mut self.cursor),
            ("count", &mut self.count),
            ("attributes", &mut self.attributes),
            ("excludedAttributes", &mut self.excluded_attributes),
        ];
        places
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, place)| place)
    }

    fn read(self) -> Result<ListQuery, ScimError> {
        let filter = self.filter.filter(|text| !text.trim().is_empty());
        let page = match (&self.cursor, &self.start_index) {
            (Some(cursor), _) if cursor.is_empty() => Page::FirstByCursor,
            (Some(cursor), _) => Page::Cursor(cursor.clone()),
            (None, Some(start)) => {
                let start =
                    whole(start).ok_or_else(|| invalid("startIndex", "must be a number"))?;
                Page::Index(start.max(1))
            }
            (None, None) => Page::default(),
        };
        let count = match self.count {
            None => None,
            Some(count) => Some(whole(&count).ok_or_else(|| match page {
                Page::Index(_) => invalid("count", "must be a number"),
                _ => ScimError::of(ScimType::InvalidCount, "count must be a number."),
            })?),
        };
        Ok(ListQuery {
            filter: filter.as_deref().map(Filter::parse).transpose()?,
            sort: Sort::parse(self.sort_by.as_deref(), self.sort_order.as_deref())?,
            page,
            count,
            projection: Projection::parse(
                self.attributes.as_deref(),
                self.excluded_attributes.as_deref(),
            )?,
        })
    }
}

impl Sort {
    fn parse(by: Option<&str>, order: Option<&str>) -> Result<Option<Self>, ScimError> {
        let order = match order.map(str::trim).unwrap_or_default() {
            "" => SortOrder::Ascending,
            text if text.eq_ignore_ascii_case("ascending") => SortOrder::Ascending,
            text if text.eq_ignore_ascii_case("descending") => SortOrder::Descending,
            _ => return Err(invalid("sortOrder", "must be ascending or descending")),
        };
        match by.map(str::trim).filter(|by| !by.is_empty()) {
            None => Ok(None),
            Some(by) => {
                let by = AttrPath::parse(by).ok_or_else(|| invalid("sortBy", "must be a path"))?;
                Ok(Some(Self { by, order }))
            }
        }
    }
}

/// A whole number; what is negative counts as 0 (RFC 7644, section 3.4.2.4).
fn whole(text: &str) -> Option<u64> {
    let number: i64 = text.trim().parse().ok()?;
    Some(u64::try_from(number).unwrap_or(0))
}

fn invalid(name: &str, what: &str) -> ScimError {
    ScimError::of(ScimType::InvalidValue, format!("{name} {what}."))
}
