//! The floor of reading users: download, gunzip, typed parse, and a bare insert into one encrypted table
//! without an index.

use std::borrow::Cow;

use rollcall_cache::Key;
use rollcall_model::Token;
use rollcall_scim::wire::{self, UserWire};
use rusqlite::{Connection, params};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Pages per transaction: as many users as the engine writes at once.
const BATCH_PAGES: usize = 5;

/// The columns of the cache's table of users.
const COLUMNS: &str = "number INTEGER PRIMARY KEY, id, user_name, external_id, display_name, role, \
    active, photo, created, last_modified, version, last_active, invitation, invitation_sent, \
    invitation_expires, invitation_failure, workspaces, shown_role, shown_workspaces, laid_over, \
    state, role_rank, workspace_count, name_key, email_key";

const INSERT: &str = "INSERT INTO users VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, \
    ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)";

/// The table, new and empty.
pub(crate) struct Bare {
    connection: Connection,
    _folder: TempDir,
}

impl Bare {
    pub(crate) fn new() -> Self {
        let folder = super::scratch();
        let key = Key::random().expect("the system's randomness");
        let connection = super::encrypted(&folder.path().join("floor.db"), &key, "NORMAL");
        connection
            .execute_batch(&format!("CREATE TABLE users ({COLUMNS})"))
            .expect("a table");
        Self {
            connection,
            _folder: folder,
        }
    }

    /// Reads these pages, one after the other. Answers how many users there are on them.
    pub(crate) fn read(
        &mut self,
        runtime: &Runtime,
        client: &reqwest::Client,
        url: &str,
        pages: &[String],
        token: &Token,
    ) -> usize {
        let mut written = 0;
        for batch in pages.chunks(BATCH_PAGES) {
            let transaction = self.connection.transaction().expect("a transaction");
            for page in batch {
                let text = runtime.block_on(async {
                    let request = client
                        .get(format!("{url}{page}"))
                        .bearer_auth(token.reveal());
                    request
                        .send()
                        .await
                        .expect("an answer")
                        .text()
                        .await
                        .expect("a body")
                });
                let page = wire::users(&text).expect("a page");
                for user in &page.resources {
                    insert(
                        &transaction,
                        user.as_ref().expect("a user that can be read"),
                    );
                    written += 1;
                }
            }
            transaction.commit().expect("a commit");
        }
        written
    }
}

/// What downloads the pages.
pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .gzip(true)
        .no_proxy()
        .build()
        .expect("a client")
}

fn insert(connection: &Connection, user: &UserWire<'_>) {
    let meta = user.meta.as_ref();
    let organization = user.organization.as_ref();
    let invitation = organization.and_then(|organization| organization.invitation.as_ref());
    let groups = user.groups.as_deref().unwrap_or_default();
    let workspaces = groups
        .iter()
        .map(|group| &*group.value)
        .collect::<Vec<_>>()
        .join(" ");
    let role = user
        .roles
        .as_deref()
        .and_then(<[_]>::first)
        .map(|role| &*role.value);
    let time = |text: Option<&Cow<'_, str>>| wire::instant(text?).map(|at| at.as_microsecond());
    let mut statement = connection.prepare_cached(INSERT).expect("a statement");
    statement
        .execute(params![
            user.id,
            user.user_name,
            user.external_id,
            user.display_name,
            role,
            user.active,
            user.photo(),
            time(meta.and_then(|meta| meta.created.as_ref())),
            time(meta.and_then(|meta| meta.last_modified.as_ref())),
            meta.and_then(|meta| meta.version.as_deref()),
            time(organization.and_then(|organization| organization.last_active.as_ref())),
            invitation.map(|invitation| &*invitation.status),
            time(invitation.and_then(|invitation| invitation.sent_at.as_ref())),
            time(invitation.and_then(|invitation| invitation.expires_at.as_ref())),
            invitation.and_then(|invitation| invitation.failure.as_deref()),
            workspaces,
            // What the cache derives is of the same size as what it is derived from.
            role,
            workspaces,
            0,
            0,
            0,
            i64::try_from(groups.len()).unwrap_or(i64::MAX),
            user.display_name,
            user.user_name,
        ])
        .expect("a row");
}
