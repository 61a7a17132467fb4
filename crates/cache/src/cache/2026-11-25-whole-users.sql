-- What is shown of users who are to be added, renamed or deleted.
ALTER TABLE users_a ADD COLUMN shown_name TEXT;
-- 0: on the server; 1: to be added; 2: to be deleted.
ALTER TABLE users_a ADD COLUMN presence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users_b ADD COLUMN shown_name TEXT;
ALTER TABLE users_b ADD COLUMN presence INTEGER NOT NULL DEFAULT 0;
-- How many of the users served are to be added.
ALTER TABLE state ADD COLUMN additions INTEGER NOT NULL DEFAULT 0;
