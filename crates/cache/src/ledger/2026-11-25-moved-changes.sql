-- Where a change stands since a person has moved it; NULL where that is where it was queued: its sequence.
ALTER TABLE mutations ADD COLUMN place INTEGER;
