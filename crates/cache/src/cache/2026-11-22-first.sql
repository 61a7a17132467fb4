-- The snapshot of an organization, twice: one set of tables is served, the other is filled.

-- Set a. `number` is dense and starts at 1. Times are microseconds since 1970, UTC.
CREATE TABLE users_a (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user_name TEXT NOT NULL,
    external_id TEXT,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    photo TEXT,
    created INTEGER,
    last_modified INTEGER,
    version TEXT,
    -- -2^63: not reported; -2^63 + 1: never.
    last_active INTEGER NOT NULL,
    invitation TEXT,
    invitation_sent INTEGER,
    invitation_expires INTEGER,
    invitation_failure TEXT,
    -- ' 3:17 8:2 ': contacts by workspace number.
    contacts TEXT,
    -- ' 3 8 ': workspace numbers, each between two spaces.
    workspaces TEXT NOT NULL,
    -- Derived from the above, and from the outbox laid over it.
    shown_role TEXT NOT NULL,
    shown_workspaces TEXT NOT NULL,
    intent TEXT,
    laid_over INTEGER NOT NULL,
    state INTEGER NOT NULL,
    role_rank INTEGER NOT NULL,
    workspace_count INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    email_key TEXT NOT NULL
);
CREATE INDEX users_a_laid_over ON users_a (number) WHERE laid_over;
CREATE INDEX users_a_not_active ON users_a (state) WHERE state <> 0;

CREATE TABLE workspaces_a (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT,
    created INTEGER,
    version TEXT,
    member_count INTEGER,
    contact_count INTEGER
);

-- Set b. `number` is dense and starts at 1. Times are microseconds since 1970, UTC.
CREATE TABLE users_b (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user_name TEXT NOT NULL,
    external_id TEXT,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    photo TEXT,
    created INTEGER,
    last_modified INTEGER,
    version TEXT,
    -- -2^63: not reported; -2^63 + 1: never.
    last_active INTEGER NOT NULL,
    invitation TEXT,
    invitation_sent INTEGER,
    invitation_expires INTEGER,
    invitation_failure TEXT,
    -- ' 3:17 8:2 ': contacts by workspace number.
    contacts TEXT,
    -- ' 3 8 ': workspace numbers, each between two spaces.
    workspaces TEXT NOT NULL,
    -- Derived from the above, and from the outbox laid over it.
    shown_role TEXT NOT NULL,
    shown_workspaces TEXT NOT NULL,
    intent TEXT,
    laid_over INTEGER NOT NULL,
    state INTEGER NOT NULL,
    role_rank INTEGER NOT NULL,
    workspace_count INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    email_key TEXT NOT NULL
);
CREATE INDEX users_b_laid_over ON users_b (number) WHERE laid_over;
CREATE INDEX users_b_not_active ON users_b (state) WHERE state <> 0;

CREATE TABLE workspaces_b (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT,
    created INTEGER,
    version TEXT,
    member_count INTEGER,
    contact_count INTEGER
);

-- Numbers of workspaces, given at the first mention and kept: users refer to them in both sets.
CREATE TABLE workspace_numbers (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);

CREATE TABLE pictures (
    user TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    bytes BLOB NOT NULL,
    kept INTEGER NOT NULL
);

-- What callers keep with the snapshot.
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What the cache itself must know; one row.
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    served TEXT NOT NULL,
    complete INTEGER NOT NULL,
    users INTEGER NOT NULL,
    reflected INTEGER NOT NULL,
    -- Counts full reads begun: a read under way knows by it that it was superseded.
    reads INTEGER NOT NULL
);
INSERT INTO state VALUES (1, 'a', 0, 0, 0, 0);
