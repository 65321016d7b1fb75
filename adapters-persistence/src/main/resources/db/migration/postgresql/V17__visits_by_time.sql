-- The visits of a day, of all venues: rows lie in the order in which they came, so that a block
-- range index of a few pages finds them. It is touched when a range of pages begins, not with every
-- row, and it does not hinder updates in place, for an entry that is known never changes.
CREATE INDEX visit_time ON visit USING brin (entered_at) WITH (pages_per_range = 32, autosummarize = on);

-- What is joined to visits stands on every node.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('visit_doubt'::regclass);
    END IF;
END $$;
