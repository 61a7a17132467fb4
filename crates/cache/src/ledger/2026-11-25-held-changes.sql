-- Whose word a queued change needs before it may be sent: nobody's, a person's *Send*, or a person's second
-- word. The setting 'hold' says which of the first two a new one gets.
ALTER TABLE mutations ADD COLUMN goes TEXT NOT NULL DEFAULT 'by_itself';
