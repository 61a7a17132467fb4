-- What a deletion has dropped returns when the deletion is taken back: by which mutation it was dropped, and
-- in which state it was.
ALTER TABLE mutations ADD COLUMN dropped_by TEXT;
ALTER TABLE mutations ADD COLUMN dropped_as TEXT;
CREATE INDEX mutations_dropped ON mutations (dropped_by) WHERE dropped_by IS NOT NULL;
