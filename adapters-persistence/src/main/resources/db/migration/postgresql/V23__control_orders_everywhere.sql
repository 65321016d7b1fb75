-- Every batch of scans joins what is in force to posters and venues, which stand on every node.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('control_order'::regclass);
    END IF;
END $$;
