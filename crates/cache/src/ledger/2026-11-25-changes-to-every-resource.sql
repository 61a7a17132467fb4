-- A change may be about a workspace or the organization, too; the kind says about which.
ALTER TABLE mutations RENAME COLUMN user TO resource;
-- The attribute of the organization.
ALTER TABLE mutations ADD COLUMN field TEXT;
-- What takes a new workspace's id, once the server has given it.
CREATE INDEX mutations_of_new_workspaces ON mutations (workspace) WHERE workspace GLOB 'new:*';
