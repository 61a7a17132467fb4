-- Additions, deletions, names, pictures, suspensions, invitations: what was only a role before is any
-- value, and a change may wait for what becomes of another user.
ALTER TABLE mutations RENAME COLUMN role_was TO was;
ALTER TABLE mutations RENAME COLUMN role_to TO wanted;
-- The address of a user who is added or removed, and the name of one who is added.
ALTER TABLE mutations ADD COLUMN user_name TEXT;
ALTER TABLE mutations ADD COLUMN display_name TEXT;
-- Sent only after this user was added, or has accepted.
ALTER TABLE mutations ADD COLUMN after_user TEXT;
ALTER TABLE mutations ADD COLUMN awaited TEXT;
-- What takes a new user's id, once the server has given it; nothing else pays for these.
CREATE INDEX mutations_of_new_users ON mutations (user) WHERE user GLOB 'new:*';
CREATE INDEX mutations_after ON mutations (after_user) WHERE after_user IS NOT NULL;
