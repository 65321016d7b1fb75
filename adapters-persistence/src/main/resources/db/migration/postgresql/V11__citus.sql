-- Where the extension Citus is, what scans write is spread over its nodes by venue; plain PostgreSQL
-- passes by. All four tables lie together, so that a scan's rows are on one node. What queries join
-- to them stands on every node, and with it the tables that its foreign keys tie to it. Everything
-- else, people among it, stays on the coordinator: key rotation changes a person's primary key, and
-- a column that rows are spread by cannot change. Few shards, so that a batch is few statements.
DO $$
DECLARE
    shards integer;
    small text;
BEGIN
    IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
        SELECT 8 * greatest(count(*), 1) INTO shards FROM citus_get_active_worker_nodes();
        FOREACH small IN ARRAY ARRAY['division', 'venue_type', 'staff_account', 'venue', 'manager',
                                     'poster', 'roster_entry', 'turned_away', 'gate_device'] LOOP
            PERFORM create_reference_table(small::regclass);
        END LOOP;
        PERFORM create_distributed_table('presence', 'venue_id', shard_count => shards);
        PERFORM create_distributed_table('visit', 'venue_id', colocate_with => 'presence');
        PERFORM create_distributed_table('scan_receipt', 'venue_id', colocate_with => 'presence');
        PERFORM create_distributed_table('scan_companion', 'venue_id', colocate_with => 'presence');
    END IF;
END $$;
