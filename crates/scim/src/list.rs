//! List responses as a server writes them (RFC 7644, section 3.4.2; RFC 9865, section 2).

use serde::Serialize;

use crate::delta::DeltaToken;
use crate::schema;

/// A page of `T`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListResponse<T> {
    schemas: [&'static str; 1],
    /// How many resources the query yields on all its pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_results: Option<u64>,
    /// The number of the first resource on this page, from 1; for paging by index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_index: Option<u64>,
    /// How many resources this page holds.
    pub items_per_page: usize,
    /// The next page's cursor; absent on the last page and for paging by index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Where the next delta query begins; on the last page of a delta query only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_delta_token: Option<DeltaToken>,
    /// The resources.
    #[serde(rename = "Resources")]
    pub resources: Vec<T>,
}

impl<T> ListResponse<T> {
    /// A page by index.
    #[must_use]
    pub fn by_index(resources: Vec<T>, start_index: u64, total: u64) -> Self {
        Self {
            start_index: Some(start_index),
            ..Self::page(resources, Some(total))
        }
    }

    /// A page by cursor; the last one has no `next`.
    #[must_use]
    pub fn by_cursor(resources: Vec<T>, total: Option<u64>, next: Option<String>) -> Self {
        Self {
            next_cursor: next,
            ..Self::page(resources, total)
        }
    }

    /// Everything there is, as discovery answers.
    #[must_use]
    pub fn whole(resources: Vec<T>) -> Self {
        let total = u64::try_from(resources.len()).ok();
        Self {
            start_index: Some(1),
            ..Self::page(resources, total)
        }
    }

    /// A page of a delta query that is not the last.
    #[must_use]
    pub fn delta(resources: Vec<T>, next: String) -> Self {
        Self {
            next_cursor: Some(next),
            ..Self::page(resources, None)
        }
    }

    /// The last page of a delta query.
    #[must_use]
    pub fn last_delta(resources: Vec<T>, next: DeltaToken) -> Self {
        Self {
            next_delta_token: Some(next),
            ..Self::page(resources, None)
        }
    }

    fn page(resources: Vec<T>, total_results: Option<u64>) -> Self {
        Self {
            schemas: [schema::LIST_RESPONSE],
            total_results,
            start_index: None,
            items_per_page: resources.len(),
            next_cursor: None,
            next_delta_token: None,
            resources,
        }
    }
}
