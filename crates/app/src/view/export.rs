//! What an export writes, how, and how far it is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ListView, Selection};

/// Every user of a view, in its columns.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportUsers {
    /// What the list shows.
    pub shows: ListView,
    /// Only these, in the view's order and columns, whether its search and filters find them or not;
    /// `None` for every user whom the view shows.
    #[serde(default)]
    #[ts(optional)]
    pub only: Option<Selection>,
    /// How it is written.
    pub format: FileFormat,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum FileFormat {
    /// For spreadsheets: RFC 4180, UTF-8.
    Csv {
        /// What stands between two cells.
        delimiter: Delimiter,
        /// Whether it begins with a byte order mark.
        byte_order_mark: bool,
    },
    /// For programs: one object, in which the users stand a line each.
    Json,
}

/// What stands between two cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, which spreadsheets expect where the comma parts decimals.
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportProgress {
    /// Users written.
    pub written: u32,
}

/// What an export came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// Users written.
    pub users: u32,
    /// The name of the file, without its folder.
    pub file: String,
}
