-- What a person called by a name of their own: a question about users, and how its answer is shown.
CREATE TABLE views (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- The name without case: no two views have the same.
    name_key TEXT NOT NULL UNIQUE,
    -- What it shows, as JSON that says its own format; who asks for it reads it.
    shows TEXT NOT NULL
) WITHOUT ROWID;
