-- A statement that was taken down wrongly, or that the person takes back, is kept as withdrawn.
ALTER TABLE case_statement ADD COLUMN withdrawn_at timestamp with time zone;
ALTER TABLE case_statement ADD COLUMN withdrawn_by uuid;
