CREATE INDEX presence_inside ON presence (venue_id, since) WHERE inside;

-- One stay of a person at a venue: the evidence. The service makes the weekly partitions ahead.
CREATE TABLE visit (
    venue_id        uuid                     NOT NULL,
    -- the observed entry; if it is unknown (entry_method is null) the earliest possible one
    entered_at      timestamp with time zone NOT NULL,
    id              uuid                     NOT NULL,
    person_id       uuid                     NOT NULL,
    entry_method    varchar(20),
    -- whose clock the time comes from, SERVER or DEVICE
    entry_time_source varchar(10),
    entry_poster_id uuid,
    -- the account of the manager who registered the person
    entry_by        uuid,
    left_at         timestamp with time zone,
    exit_method     varchar(20),
    exit_time_source varchar(10),
    exit_poster_id  uuid,
    exit_by         uuid,
    -- the last scan that found the person inside; while the visit is open it stands in presence
    last_seen       timestamp with time zone,
    PRIMARY KEY (venue_id, entered_at, id)
) PARTITION BY RANGE (entered_at);
CREATE INDEX visit_person ON visit (person_id, entered_at);

-- Answers that presence does not hold (any more): older scans, refusals, late evidence. The service
-- makes the daily partitions ahead.
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
