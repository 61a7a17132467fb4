-- What waits on workspaces, derived from the outbox as the users' columns are.
ALTER TABLE workspaces_a ADD COLUMN external_id TEXT;
ALTER TABLE workspaces_a ADD COLUMN shown_name TEXT;
ALTER TABLE workspaces_a ADD COLUMN presence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workspaces_a ADD COLUMN intent TEXT;
ALTER TABLE workspaces_a ADD COLUMN laid_over INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workspaces_b ADD COLUMN external_id TEXT;
ALTER TABLE workspaces_b ADD COLUMN shown_name TEXT;
ALTER TABLE workspaces_b ADD COLUMN presence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workspaces_b ADD COLUMN intent TEXT;
ALTER TABLE workspaces_b ADD COLUMN laid_over INTEGER NOT NULL DEFAULT 0;

-- The organization as the server last described it: one row, or none. Texts are empty where nothing is
-- set; `company` and `plan` are absent where the role may not see what belongs to them.
CREATE TABLE organization (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    display_name TEXT NOT NULL,
    website TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    locale TEXT NOT NULL,
    created INTEGER,
    version TEXT,
    company TEXT,
    address TEXT,
    tax_id TEXT,
    contact_email TEXT,
    payment_label TEXT,
    payment_expires TEXT,
    payment_url TEXT,
    plan TEXT,
    seats INTEGER,
    seats_used INTEGER,
    status TEXT,
    renews_at INTEGER,
    trial_ends_at INTEGER,
    next_plan TEXT,
    next_seats INTEGER,
    -- JSON: [[value, display, seat price, currency, period], …].
    plans TEXT,
    free_seats INTEGER
);

-- What was billed, the newest first by `place`.
CREATE TABLE invoices (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    date TEXT,
    amount TEXT NOT NULL,
    currency TEXT NOT NULL,
    status TEXT NOT NULL,
    -- JSON: [[description, quantity, unit price, amount], …].
    lines TEXT NOT NULL
);
