-- When a user was added, as a number that can be compared: *not reported* before every time. Computed
-- when it is read, and stored only in the index of that order.
ALTER TABLE users_a ADD COLUMN added INTEGER
    GENERATED ALWAYS AS (ifnull(created, -9223372036854775808)) VIRTUAL;
ALTER TABLE users_b ADD COLUMN added INTEGER
    GENERATED ALWAYS AS (ifnull(created, -9223372036854775808)) VIRTUAL;
