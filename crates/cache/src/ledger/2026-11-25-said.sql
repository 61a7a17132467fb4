-- How a change was put to people when it was asked for, as JSON: every line of the journal about it says
-- so, since whoever reads it may find nobody there any more.
ALTER TABLE mutations ADD COLUMN said TEXT;
