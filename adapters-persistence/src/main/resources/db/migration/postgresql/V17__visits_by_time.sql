-- The visits of a day, of all venues: rows lie in the order in which they came, so that a block
-- range index of a few pages finds them. A row writes into it only where its time widens the range
-- of its pages.
CREATE INDEX visit_time ON visit USING brin (entered_at)
    WITH (pages_per_range = 32, autosummarize = on);

-- What is joined to visits stands on every node.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('visit_doubt'::regclass);
    END IF;
END $$;
