//! The database's shape, as dated steps that are never edited once they have shipped.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Every step, oldest first; the file's `user_version` counts those done.
const STEPS: &[&str] = &[
    STEP_2026_11_22,
    STEP_2026_11_25,
    STEP_2026_11_25_BILLING,
    STEP_2026_11_26,
];

/// People, workspaces, who may enter which, and everything that a write leaves behind.
///
/// `change` is the number of the last change to a row, for delta queries; `born` the change that made
/// it. `template` is the part of the resource's JSON that only an edit of the resource changes, made
/// ready for lists. Times are milliseconds since 1970.
const STEP_2026_11_22: &str = "
CREATE TABLE organization (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    demo_seed INTEGER
);

CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counters VALUES ('change', 0), ('users', 0), ('workspaces', 0);

CREATE TABLE users (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    user_name TEXT NOT NULL,
    user_name_folded TEXT NOT NULL UNIQUE,
    display_name TEXT,
    display_name_folded TEXT,
    external_id TEXT,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    photos TEXT,
    invitation TEXT,
    invitation_sent INTEGER,
    invitation_expires INTEGER,
    invitation_failure TEXT,
    last_active INTEGER,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    version INTEGER NOT NULL,
    born INTEGER NOT NULL,
    change INTEGER NOT NULL,
    template TEXT NOT NULL
);
CREATE INDEX users_by_change ON users (change);
CREATE INDEX users_by_external_id ON users (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX users_by_display_name ON users (COALESCE(display_name_folded, x''), seq);
CREATE INDEX users_by_created ON users (created, seq);
CREATE INDEX users_by_modified ON users (modified, seq);
CREATE INDEX users_by_last_active ON users (COALESCE(last_active, x''), seq);
CREATE INDEX users_by_role ON users (role, seq);
CREATE INDEX users_suspended ON users (seq) WHERE active = 0;
CREATE TRIGGER users_counted AFTER INSERT ON users BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'users';
END;
CREATE TRIGGER users_discounted AFTER DELETE ON users BEGIN
    UPDATE counters SET value = value - 1 WHERE name = 'users';
END;

CREATE TABLE workspaces (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    description TEXT,
    external_id TEXT,
    contact_count INTEGER NOT NULL,
    member_count INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    version INTEGER NOT NULL,
    born INTEGER NOT NULL,
    change INTEGER NOT NULL
);
CREATE INDEX workspaces_by_change ON workspaces (change);
CREATE INDEX workspaces_by_name ON workspaces (name_folded, seq);
CREATE TRIGGER workspaces_counted AFTER INSERT ON workspaces BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'workspaces';
END;
CREATE TRIGGER workspaces_discounted AFTER DELETE ON workspaces BEGIN
    UPDATE counters SET value = value - 1 WHERE name = 'workspaces';
END;

CREATE TABLE memberships (
    user INTEGER NOT NULL REFERENCES users (seq) ON DELETE CASCADE,
    workspace INTEGER NOT NULL REFERENCES workspaces (seq) ON DELETE CASCADE,
    contacts INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (user, workspace)
) WITHOUT ROWID;
CREATE INDEX memberships_by_workspace ON memberships (workspace, user);
CREATE TRIGGER members_counted AFTER INSERT ON memberships BEGIN
    UPDATE workspaces SET member_count = member_count + 1 WHERE seq = NEW.workspace;
END;
CREATE TRIGGER members_discounted AFTER DELETE ON memberships BEGIN
    UPDATE workspaces SET member_count = member_count - 1 WHERE seq = OLD.workspace;
END;

CREATE TABLE tombstones (
    change INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    born INTEGER NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (seq) ON DELETE CASCADE,
    digest BLOB NOT NULL,
    label TEXT NOT NULL,
    created INTEGER NOT NULL,
    revoked INTEGER
) WITHOUT ROWID;
CREATE INDEX tokens_by_user ON tokens (user);

CREATE TABLE receipts (
    user TEXT NOT NULL,
    key TEXT NOT NULL,
    request BLOB NOT NULL,
    location TEXT NOT NULL,
    version TEXT NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user, key)
) WITHOUT ROWID;
CREATE INDEX receipts_by_time ON receipts (at);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT,
    actor_name TEXT NOT NULL,
    origin TEXT NOT NULL,
    actions TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT,
    after TEXT
);
CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
";

/// Invitations by e-mail: what is still to be sent, and the links that were. The counter `expired` is
/// the time up to which invitations that expired have been told to delta queries.
const STEP_2026_11_25: &str = "
CREATE TABLE deliveries (
    user INTEGER PRIMARY KEY REFERENCES users (seq) ON DELETE CASCADE,
    invited_by TEXT NOT NULL,
    tries INTEGER NOT NULL,
    due INTEGER NOT NULL
);
CREATE INDEX deliveries_by_due ON deliveries (due);

CREATE TABLE links (
    id TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (seq) ON DELETE CASCADE,
    digest BLOB NOT NULL,
    state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX links_by_user ON links (user);

CREATE INDEX users_by_expiry ON users (invitation_expires) WHERE invitation = 'pending';
INSERT INTO counters VALUES ('expired', 0);
";

/// The organization's information, who is billed, and for what. An organization without a subscription
/// is billed nothing and has no limit. The counter `suspended` is what `users` is more than the seats in
/// use.
const STEP_2026_11_25_BILLING: &str = "
ALTER TABLE organization ADD COLUMN website TEXT;
ALTER TABLE organization ADD COLUMN time_zone TEXT;
ALTER TABLE organization ADD COLUMN locale TEXT;
ALTER TABLE organization ADD COLUMN company TEXT;
ALTER TABLE organization ADD COLUMN address TEXT;
ALTER TABLE organization ADD COLUMN tax_id TEXT;
ALTER TABLE organization ADD COLUMN contact_email TEXT;
ALTER TABLE organization ADD COLUMN payment_label TEXT;
ALTER TABLE organization ADD COLUMN payment_expires TEXT;
ALTER TABLE organization ADD COLUMN payment_url TEXT;
ALTER TABLE organization ADD COLUMN modified INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organization ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
UPDATE organization SET modified = created;

CREATE TABLE plans (
    value TEXT PRIMARY KEY,
    display TEXT NOT NULL,
    seat_price TEXT NOT NULL,
    currency TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE subscription (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    plan TEXT NOT NULL REFERENCES plans (value),
    seats INTEGER NOT NULL,
    status TEXT NOT NULL,
    started INTEGER,
    renews INTEGER,
    trial_ends INTEGER,
    next_plan TEXT REFERENCES plans (value),
    next_seats INTEGER
);

CREATE TABLE invoices (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    amount TEXT NOT NULL,
    currency TEXT NOT NULL,
    status TEXT NOT NULL,
    lines TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    version INTEGER NOT NULL
);

INSERT INTO counters SELECT 'suspended', count(*) FROM users WHERE active = 0;
CREATE TRIGGER suspended_counted AFTER INSERT ON users WHEN NEW.active = 0 BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'suspended';
END;
CREATE TRIGGER suspended_discounted AFTER DELETE ON users WHEN OLD.active = 0 BEGIN
    UPDATE counters SET value = value - 1 WHERE name = 'suspended';
END;
CREATE TRIGGER suspended_recounted AFTER UPDATE OF active ON users WHEN OLD.active <> NEW.active BEGIN
    UPDATE counters SET value = value + OLD.active - NEW.active WHERE name = 'suspended';
END;
";

/// `INSERT OR REPLACE` takes a row out without asking the trigger that guards against its removal.
const STEP_2026_11_26: &str = "
CREATE TRIGGER audit_is_never_overwritten BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq) BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
";

/// Does the steps that the file lacks, each wholly or not at all.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    loop {
        // Asked again inside of each transaction: another process may be doing the same.
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done: i64 = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if done > known {
            return Err(StoreError::Newer { found: done, known });
        }
        let Some(sql) = usize::try_from(done).ok().and_then(|done| STEPS.get(done)) else {
            return Ok(());
        };
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", done + 1)?;
        step.commit()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::audit::{self, AuditLine};
    use crate::store::organization::Organization;
    use crate::store::{DataPlace, FILE, Store};
    use jiff::Timestamp;

    #[test]
    fn a_newer_file_is_refused_and_left_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let place = DataPlace::Folder(folder.path().to_owned());
        Store::open(&place)
            .unwrap()
            .write::<_, StoreError>(|sql| Ok(sql.pragma_update(None, "user_version", 99)?))
            .unwrap();

        let refused = Store::open(&place).unwrap_err();

        assert!(
            matches!(refused, StoreError::Newer { found: 99, .. }),
            "an older program must not touch a newer file: {refused}"
        );
    }

    #[test]
    fn a_file_of_the_first_format_is_brought_up_to_date() {
        let mut file = Connection::open_in_memory().unwrap();
        file.execute_batch(STEP_2026_11_22).unwrap();
        file.pragma_update(None, "user_version", 1).unwrap();
        file.execute_batch(
            "UPDATE counters SET value = 7 WHERE name = 'change';
             INSERT INTO organization VALUES (1, 'o', 'Ours', 1000, NULL);
             INSERT INTO users (id, user_name, user_name_folded, role, active, created, modified,
                 version, born, change, template)
             VALUES ('a', 'a', 'a', 'admin', 1, 1, 1, 1, 1, 1, ''),
                 ('b', 'b', 'b', 'member', 0, 1, 1, 1, 1, 1, '');",
        )
        .unwrap();

        run(&mut file).unwrap();

        let one = |sql: &str| -> i64 { file.query_row(sql, [], |row| row.get(0)).unwrap() };
        assert_eq!(
            one("SELECT count(*) FROM deliveries"),
            0,
            "nothing is sent by an update"
        );
        let kept = one("SELECT value FROM counters WHERE name = 'change'");
        assert_eq!(kept, 7, "what was there stays");
        let used = crate::store::organization::seats_used(&file).unwrap();
        assert_eq!(used, 1, "whoever is suspended has no seat");
        let organization = crate::store::organization::find(&file).unwrap().unwrap();
        assert_eq!(
            organization,
            Organization::new(
                "o".to_owned(),
                "Ours",
                Timestamp::from_millisecond(1_000).unwrap()
            ),
            "an organization of which no more is known"
        );
        assert_eq!(
            crate::store::subscription::find(&file).unwrap(),
            None,
            "an update bills nobody"
        );
    }

    #[test]
    fn the_file_itself_refuses_to_change_or_remove_a_line_of_the_audit() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&DataPlace::Folder(folder.path().to_owned())).unwrap();
        for action in ["plan.offer", "plan.withdraw"] {
            let line = AuditLine::by_operator(Timestamp::UNIX_EPOCH, action, "Organization", "o");
            store
                .write::<_, StoreError>(|sql| audit::append(sql, &line))
                .unwrap();
        }
        let lines = || store.read::<_, StoreError>(|sql| audit::after(sql, 0, 10));
        let before = lines().unwrap();

        // As any program opens it that knows nothing of this one.
        let file = Connection::open(folder.path().join(FILE)).unwrap();
        let copied =
            "SELECT 1, at, actor, 'eve', origin, actions, kind, id, before, after FROM audit";
        for doing in [
            "UPDATE audit SET actor_name = 'eve'",
            "UPDATE audit SET seq = 3 WHERE seq = 2",
            "UPDATE OR REPLACE audit SET seq = 1 WHERE seq = 2",
            "DELETE FROM audit WHERE seq = 1",
            "DELETE FROM audit",
            &format!("INSERT OR REPLACE INTO audit {copied}"),
        ] {
            let refused = file.execute(doing, []).unwrap_err().to_string();
            assert_eq!(refused, "the audit is append-only", "{doing}");
        }

        assert_eq!(before.len(), 2);
        assert_eq!(lines().unwrap(), before, "nothing was done by halves");
    }

    #[test]
    fn sqlite_has_no_wal_reset_bug() {
        let version = rusqlite::version_number();
        assert!(
            version >= 3_051_003,
            "SQLite {version} may lose a write-ahead log on reset"
        );
    }
}
