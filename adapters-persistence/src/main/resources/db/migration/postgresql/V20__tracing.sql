-- The longest stay that the type ever allowed: visits that were stored under an earlier rule may be
-- as long. How far back a trace looks for them.
ALTER TABLE venue_type ADD COLUMN longest_stay_seconds integer DEFAULT 0 NOT NULL;
UPDATE venue_type SET longest_stay_seconds = maximum_stay_seconds;

-- Whoever scans inside again and again may be there for longer than that; these visits are few.
CREATE INDEX visit_seen ON visit (venue_id, entered_at) WHERE last_seen IS NOT NULL;
