-- Receipts by week instead of by day: every scan looks for an earlier answer of its person in the
-- eight days in which there can be one, and two or three partitions are asked faster than nine.
CREATE TEMPORARY TABLE receipts_by_day ON COMMIT DROP AS SELECT * FROM scan_receipt;
DROP TABLE scan_receipt;

CREATE TABLE scan_receipt (
    venue_id      uuid                     NOT NULL,
    person_id     uuid                     NOT NULL,
    scan_id       varchar(64)              NOT NULL,
    -- the UTC day of the scan; in the key because partitions demand it
    received_on   date                     NOT NULL,
    direction     varchar(3)               NOT NULL,
    at            timestamp with time zone NOT NULL,
    outcome       varchar(20)              NOT NULL,
    reason        varchar(30),
    visit_id      uuid,
    since         timestamp with time zone,
    -- how the scan came about; null where the visit holds that
    method        varchar(20),
    poster_id     uuid,
    registered_by uuid,
    PRIMARY KEY (venue_id, person_id, scan_id, received_on)
) PARTITION BY RANGE (received_on);

DO $$
DECLARE
    monday date;
BEGIN
    FOR monday IN SELECT DISTINCT CAST(date_trunc('week', received_on) AS date)
                    FROM receipts_by_day LOOP
        EXECUTE format('CREATE TABLE scan_receipt_p%s PARTITION OF scan_receipt'
                       ' FOR VALUES FROM (%L) TO (%L)',
                       to_char(monday, 'YYYYMMDD'), monday, monday + 7);
    END LOOP;
    INSERT INTO scan_receipt (venue_id, person_id, scan_id, received_on, direction, at, outcome,
                              reason, visit_id, since, method, poster_id, registered_by)
    SELECT venue_id, person_id, scan_id, received_on, direction, at, outcome, reason, visit_id, since,
           method, poster_id, registered_by
      FROM receipts_by_day;
END $$;
