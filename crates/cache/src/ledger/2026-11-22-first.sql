-- What must not be lost: the outbox, the journal, the settings. Times are microseconds since 1970, UTC.

-- One press of *Save*; unique, so that a command delivered twice is queued once.
CREATE TABLE operations (
    id TEXT PRIMARY KEY,
    actor TEXT,
    made_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE mutations (
    -- The order; AUTOINCREMENT never gives a number twice.
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    operation TEXT NOT NULL,
    kind TEXT NOT NULL,
    user TEXT NOT NULL,
    workspace TEXT,
    role_was TEXT,
    role_to TEXT,
    version TEXT,
    made_at INTEGER NOT NULL,
    seen_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'queued',
    -- Of a rejection.
    reason TEXT,
    -- Of a conflict: 'role', 'access' or 'gone', and the value.
    found_kind TEXT,
    found_value TEXT,
    -- The journal's line that tells how it ended.
    ended INTEGER,
    -- Whether a person has seen how it ended.
    seen INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX mutations_by_operation ON mutations (operation);
-- What the outbox lists: short, however long the history.
CREATE INDEX mutations_listed ON mutations (sequence)
    WHERE NOT (seen AND state IN ('applied', 'cancelled', 'rejected', 'conflict'));
CREATE INDEX mutations_applied ON mutations (ended) WHERE state = 'applied';

CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    -- SHA-256 over the line before's hash and this line.
    hash BLOB NOT NULL
);
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
