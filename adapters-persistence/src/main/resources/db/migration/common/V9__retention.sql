-- What open cases need longer than data is kept otherwise.
CREATE TABLE retention_hold (
    id          uuid                     NOT NULL PRIMARY KEY,
    case_id     uuid                     NOT NULL,
    -- of a person, of a venue, or of a person at a venue
    person_id   uuid,
    venue_id    uuid,
    begins      timestamp with time zone NOT NULL,
    ends        timestamp with time zone NOT NULL,
    since       timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    CHECK (person_id IS NOT NULL OR venue_id IS NOT NULL)
);
CREATE INDEX retention_hold_person ON retention_hold (person_id);
CREATE INDEX retention_hold_venue ON retention_hold (venue_id);

-- What each run deleted, and by which limits; no personal values.
CREATE TABLE retention_report (
    id                uuid                     NOT NULL PRIMARY KEY,
    started_at        timestamp with time zone NOT NULL,
    took_millis       bigint                   NOT NULL,
    -- false if the run failed after it had deleted the lines
    complete          boolean                  NOT NULL,
    visits_seconds    bigint                   NOT NULL,
    receipts_seconds  bigint                   NOT NULL,
    refusals_seconds  bigint                   NOT NULL,
    sessions_seconds  bigint                   NOT NULL,
    creations_seconds bigint                   NOT NULL,
    devices_seconds   bigint                   NOT NULL
);
CREATE INDEX retention_report_time ON retention_report (started_at, id);

CREATE TABLE retention_report_line (
    report_id  uuid        NOT NULL REFERENCES retention_report (id),
    place      integer     NOT NULL,
    name       varchar(40) NOT NULL,
    deleted    bigint      NOT NULL,
    oldest     timestamp with time zone,
    newest     timestamp with time zone,
    partitions integer     NOT NULL,
    held       bigint      NOT NULL,
    PRIMARY KEY (report_id, place)
);

-- Until when the node that runs has the turn; one row.
CREATE TABLE retention_turn (
    id          integer                  NOT NULL PRIMARY KEY CHECK (id = 1),
    taken_until timestamp with time zone NOT NULL
);
INSERT INTO retention_turn (id, taken_until) VALUES (1, '2000-01-01 00:00:00+00');

-- Since when nothing refers to the person, as far as is known.
ALTER TABLE person ADD COLUMN forsaken_at timestamp with time zone;

CREATE INDEX presence_person ON presence (person_id);
CREATE INDEX family_link_person ON family_link (person_id);
CREATE INDEX roster_entry_person ON roster_entry (person_id);
CREATE INDEX paper_pass_person ON paper_pass (person_id);
CREATE INDEX scan_companion_person ON scan_companion (person_id);
CREATE INDEX scan_companion_companion ON scan_companion (companion_id);
