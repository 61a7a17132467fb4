//! Orders as SQL, and the place in them where a page by cursor begins.

use rollcall_scim::ScimError;
use rollcall_scim::query::{Sort, SortOrder};
use rusqlite::types::Value;

use super::Kind;
use super::columns::{Column, Compare, Elements, Place, place};
use super::cursor::Cursor;
use super::sql::{Facts, Sql};

/// The order of a list, as SQL.
#[derive(Debug, Clone)]
pub(super) struct Order {
    /// What is sorted by before the row's number; `None` for the order in which rows were added.
    key: Option<String>,
    direction: SortOrder,
}

impl Order {
    /// The order that `sort` asks for.
    ///
    /// # Errors
    ///
    /// When no schema has what is to be sorted by.
    pub(super) fn new(kind: Kind, sort: Option<&Sort>) -> Result<Self, ScimError> {
        let Some(Sort { by, order }) = sort else {
            return Ok(Self {
                key: None,
                direction: SortOrder::Ascending,
            });
        };
        let key = match place(kind, by)? {
            Place::One(column) if column.always => folded(column),
            // An empty blob sorts behind every number and text, as an absent value should.
            Place::One(column) => format!("COALESCE({}, x'')", folded(column)),
            Place::Part(elements, part) => smallest(elements, part),
            Place::Many(elements) => match elements.main_part() {
                Some(part) => smallest(elements, part),
                None => {
                    return Ok(Self {
                        key: None,
                        direction: *order,
                    });
                }
            },
        };
        Ok(Self {
            key: Some(key),
            direction: *order,
        })
    }

    /// Appends the order.
    pub(super) fn push(&self, out: &mut Sql, facts: Facts<'_>) {
        let direction = match self.direction {
            SortOrder::Ascending => " ASC",
            SortOrder::Descending => " DESC",
        };
        out.push(" ORDER BY ");
        if let Some(key) = &self.key {
            out.push_column(key, facts);
            out.push(direction);
            out.push(", ");
        }
        out.push("seq");
        out.push(direction);
    }

    /// Appends what rows are sorted by.
    pub(super) fn push_key(&self, out: &mut Sql, facts: Facts<'_>) {
        match &self.key {
            Some(key) => out.push_column(key, facts),
            None => out.push("NULL"),
        }
    }

    /// The part's own order: where all keys are equal they are none, and naming them would make SQLite
    /// sort.
    pub(super) fn within(&self, after: &After) -> Self {
        match after {
            After::Within(..) => Self {
                key: None,
                direction: self.direction,
            },
            After::Nothing | After::Row(_) | After::Beyond(_) => self.clone(),
        }
    }

    /// The parts in which the rest behind a cursor is found.
    pub(super) fn after(&self, cursor: Option<Cursor>) -> Vec<After> {
        match cursor {
            None => vec![After::Nothing],
            Some(cursor) if self.key.is_none() => vec![After::Row(cursor.seq)],
            Some(cursor) => {
                let key = Value::from(cursor.key);
                vec![After::Within(key.clone(), cursor.seq), After::Beyond(key)]
            }
        }
    }

    /// Appends the condition that rows lie in this part.
    pub(super) fn push_after(&self, out: &mut Sql, facts: Facts<'_>, after: &After) {
        let operator = match self.direction {
            SortOrder::Ascending => " > ",
            SortOrder::Descending => " < ",
        };
        let key = self.key.as_deref().unwrap_or("NULL");
        let mut require = |column: &str, operator: &str, value: Value| {
            out.push(" AND ");
            out.push_column(column, facts);
            out.push(operator);
            out.bind(value);
        };
        match after {
            After::Nothing => {}
            After::Row(seq) => require("seq", operator, Value::Integer(*seq)),
            After::Within(value, seq) => {
                require(key, " = ", value.clone());
                require("seq", operator, Value::Integer(*seq));
            }
            After::Beyond(value) => require(key, operator, value.clone()),
        }
    }
}

/// What a column is sorted by.
fn folded(column: Column) -> String {
    if column.compare == Compare::Fold {
        format!("fold({})", column.sql)
    } else {
        column.sql.to_owned()
    }
}

/// The smallest of several values stands for all of them.
fn smallest(elements: Elements, part: Column) -> String {
    let value = folded(part);
    match elements.from {
        None => value,
        Some(from) => {
            format!("COALESCE((SELECT {value} {from} 1 ORDER BY 1 NULLS LAST LIMIT 1), x'')")
        }
    }
}

/// A part of an order, behind a cursor. Rows with the cursor's own value and rows with a later one are
/// two ranges of an index; asked for as one, SQLite would walk over all rows with that value.
pub(super) enum After {
    /// All of it.
    Nothing,
    /// The rows behind this one, in an order without a key.
    Row(i64),
    /// The rows with this key, behind this row.
    Within(Value, i64),
    /// The rows with a later key.
    Beyond(Value),
}
