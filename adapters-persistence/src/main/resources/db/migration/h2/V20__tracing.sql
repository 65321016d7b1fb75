-- The longest stay that the type ever allowed: visits that were stored under an earlier rule may be
-- as long. How far back a trace looks for them.
ALTER TABLE venue_type ADD COLUMN longest_stay_seconds integer DEFAULT 0 NOT NULL;
UPDATE venue_type SET longest_stay_seconds = maximum_stay_seconds;
