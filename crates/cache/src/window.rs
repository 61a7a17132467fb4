//! A window of the list.
use crate::RowView;

/// A window of rows, never the whole list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Grows whenever the list changes; rows of different numbers don't belong together.
    pub generation: u64,
    /// How many users match.
    pub total: u32,
    /// The place of the first row, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<RowView>,
}
