//! Writes every user of a view, page after page: only one page of them is in memory at a time.

use std::collections::HashSet;
use std::io::{self, Write};
use std::ops::ControlFlow;

use rollcall_language::{for_the_record, say};
use rollcall_model::{Timestamp, UserId};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::Failure;
use crate::organization::Organization;
use crate::query::asked;
use crate::row::row;
use crate::saved::tidy;
use crate::view::{
    ExportProgress, ExportUsers, FileFormat, ListColumn, Selection, ShownColumn, SnapshotView,
    UserQuery, UserRow,
};
use crate::writing::{BYTE_ORDER_MARK, CsvWriter, open_list, write_json};

/// Rows that are in memory together.
const PAGE: u32 = 1_000;

/// Told how far an export is; it goes on while the answer says so.
pub(crate) type Watcher<'a> = &'a mut (dyn FnMut(ExportProgress) -> ControlFlow<()> + Send);

/// Writes the users as they are listed now. What `to` got is whole when this succeeds, and of no use
/// when it doesn't.
pub(crate) async fn write<W: Write>(
    open: &Organization,
    export: &ExportUsers,
    snapshot: &SnapshotView,
    now: Timestamp,
    to: &mut W,
    progress: Watcher<'_>,
) -> Result<u32, Failure> {
    let asks = Asks::of(open, export)?;
    let query = asked(&asks.query, now);
    let begun = open.cache.snapshot()?;
    let mut sheet = Sheet::open(open, export, snapshot, to).map_err(|error| unwritten(&error))?;
    let (mut written, mut after) = (0, None);
    loop {
        let page = open.cache.page_after(&query, after.as_ref(), PAGE)?;
        for user in page.rows {
            if !asks.wants(&user.id) {
                continue;
            }
            // Files are read back: a role has the same name in each.
            let row = for_the_record(|| row(user));
            sheet.user(&row).map_err(|error| unwritten(&error))?;
            written += 1;
        }
        if progress(ExportProgress { written }).is_break() {
            return Err(Failure::new("cancelled", say!("export-cancelled")));
        }
        after = page.next;
        if after.is_none() {
            break;
        }
        tokio::task::yield_now().await;
    }
    sheet.close().map_err(|error| unwritten(&error))?;
    // A user whom a change moved in the order may have been missed, or have come twice. A list that
    // isn't whole yet says so itself.
    if begun.complete && open.cache.snapshot()?.generation != begun.generation {
        return Err(Failure::new("list_changed", say!("export-changed")).may_pass());
    }
    Ok(written)
}

/// Which users are written: those who answer a question, but for some, or of them only some.
struct Asks {
    query: UserQuery,
    ids: HashSet<UserId>,
    /// Whether `ids` are those wanted, or those left out.
    these: bool,
}

impl Asks {
    fn of(open: &Organization, export: &ExportUsers) -> Result<Self, Failure> {
        let view = &export.shows.query;
        let in_its_order = |query: &UserQuery| UserQuery {
            sort: view.sort,
            descending: view.descending,
            ..query.clone()
        };
        let (query, ids, these) = match &export.only {
            None => (view.clone(), &[][..], false),
            Some(Selection::Ids { ids }) => (in_its_order(&UserQuery::default()), &ids[..], true),
            Some(Selection::All { query, except }) => (in_its_order(query), &except[..], false),
        };
        let ids = ids
            .iter()
            .map(|id| open.added_as(&UserId::new(id)))
            .collect::<Result<_, _>>()?;
        Ok(Self { query, ids, these })
    }

    fn wants(&self, user: &UserId) -> bool {
        self.ids.contains(user) == self.these
    }
}

/// Why a file could not be written.
pub(crate) fn unwritten(error: &io::Error) -> Failure {
    let message = match error.kind() {
        io::ErrorKind::StorageFull => say!("export-disk-full"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            say!("export-not-allowed")
        }
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => say!("export-no-folder"),
        _ => say!("export-failed", cause = error.to_string()),
    };
    Failure::new("export_failed", message)
        .on_field("file")
        .with_help(Some(say!("export-elsewhere")))
}

/// What a file tells of a user, under the names that `rollcall-cli users list` has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Email,
    Role,
    RoleOnServer,
    Workspaces,
    LastActive,
    State,
    Created,
    Change,
}

impl Field {
    /// The fields of these columns, in their order; last what waits on the user, without which a value
    /// that waits would pass for the server's.
    fn of(columns: &[ShownColumn]) -> Vec<Self> {
        let columns = tidy(columns);
        let email = columns
            .iter()
            .any(|shown| shown.column == ListColumn::Email);
        columns
            .iter()
            .flat_map(|shown| match shown.column {
                ListColumn::Name if email => &[Self::Name][..],
                ListColumn::Name => &[Self::Name, Self::Email],
                ListColumn::Email => &[Self::Email],
                ListColumn::Role => &[Self::Role, Self::RoleOnServer],
                ListColumn::Workspaces => &[Self::Workspaces],
                ListColumn::LastActive => &[Self::LastActive],
                ListColumn::State => &[Self::State],
                ListColumn::Added => &[Self::Created],
            })
            .copied()
            .chain([Self::Change])
            .collect()
    }

    fn header(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Role => "role",
            Self::RoleOnServer => "role_on_server",
            Self::Workspaces => "workspaces",
            Self::LastActive => "last_active",
            Self::State => "state",
            Self::Created => "created",
            Self::Change => "change",
        }
    }

    fn cell(self, user: &UserRow) -> String {
        let or_nothing = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Name => user.name.clone(),
            Self::Email => user.email.clone(),
            Self::Role => user.role_title.clone(),
            Self::RoleOnServer => or_nothing(&user.role_was),
            Self::Workspaces => user.workspaces.join("; "),
            Self::LastActive => user.last_active_or_word().to_owned(),
            Self::State => user.state.as_str().to_owned(),
            Self::Created => or_nothing(&user.created),
            Self::Change => or_nothing(&user.intent),
        }
    }

    fn entry<M: SerializeMap>(self, user: &UserRow, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Name => map.serialize_entry("name", &user.name),
            Self::Email => map.serialize_entry("email", &user.email),
            Self::Role => map.serialize_entry("role", &user.role),
            Self::RoleOnServer => map.serialize_entry("roleOnServer", &user.role_was),
            Self::Workspaces => map.serialize_entry("workspaces", &user.workspaces),
            Self::LastActive => {
                map.serialize_entry("lastActive", &user.last_active)?;
                map.serialize_entry("neverActive", &user.never_active)
            }
            Self::State => map.serialize_entry("state", &user.state),
            Self::Created => map.serialize_entry("created", &user.created),
            Self::Change => map.serialize_entry("change", &user.intent),
        }
    }
}

/// A user as JSON: the id, which nobody reads and every program needs, then the fields.
struct Record<'a> {
    user: &'a UserRow,
    fields: &'a [Field],
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.user.id)?;
        for field in self.fields {
            field.entry(self.user, &mut map)?;
        }
        map.end()
    }
}

/// What the file says of itself, where the format has a place for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head<'a> {
    organization: &'a str,
    as_of: &'a Option<String>,
    complete: bool,
}

/// A file that is being written.
enum Sheet<W: Write> {
    Csv(Vec<Field>, Box<CsvWriter<W>>),
    /// With what stands before the next user.
    Json(Vec<Field>, W, &'static [u8]),
}

impl<W: Write> Sheet<W> {
    fn open(
        open: &Organization,
        export: &ExportUsers,
        snapshot: &SnapshotView,
        mut to: W,
    ) -> io::Result<Self> {
        let fields = Field::of(&export.shows.columns);
        match export.format {
            FileFormat::Csv {
                delimiter,
                byte_order_mark,
            } => {
                if byte_order_mark {
                    to.write_all(BYTE_ORDER_MARK)?;
                }
                let mut csv = CsvWriter::new(to, delimiter);
                csv.header(fields.iter().map(|field| field.header()))?;
                Ok(Self::Csv(fields, Box::new(csv)))
            }
            FileFormat::Json => {
                let head = Head {
                    organization: &open.profile.name,
                    as_of: &snapshot.as_of,
                    complete: snapshot.complete,
                };
                open_list(&mut to, "users", &head)?;
                Ok(Self::Json(fields, to, b"\n"))
            }
        }
    }

    fn user(&mut self, user: &UserRow) -> io::Result<()> {
        match self {
            Self::Csv(fields, csv) => csv.row(fields.iter().map(|field| field.cell(user))),
            Self::Json(fields, to, before) => {
                to.write_all(before)?;
                *before = b",\n";
                write_json(to, &Record { user, fields })
            }
        }
    }

    fn close(self) -> io::Result<()> {
        match self {
            Self::Csv(_, mut csv) => csv.flush(),
            Self::Json(_, mut to, _) => {
                to.write_all(b"\n]}\n")?;
                to.flush()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(columns: &[ListColumn]) -> Vec<&'static str> {
        let shown: Vec<_> = columns
            .iter()
            .map(|&column| ShownColumn {
                column,
                width: None,
            })
            .collect();
        Field::of(&shown).into_iter().map(Field::header).collect()
    }

    #[test]
    fn the_fields_are_those_of_the_columns_in_their_order() {
        assert_eq!(headers(&[]), ["name", "email", "change"]);
        assert_eq!(
            headers(&[ListColumn::Name, ListColumn::Added, ListColumn::Role]),
            [
                "name",
                "email",
                "created",
                "role",
                "role_on_server",
                "change"
            ]
        );
        assert_eq!(
            headers(&[ListColumn::Name, ListColumn::State, ListColumn::Email]),
            ["name", "state", "email", "change"],
            "an address with a column of its own stands there and nowhere else"
        );
    }
}
