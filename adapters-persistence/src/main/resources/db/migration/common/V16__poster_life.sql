-- Instead of which poster one was issued; a poster is replaced once.
ALTER TABLE poster ADD COLUMN replaces uuid;
CREATE UNIQUE INDEX poster_replaces ON poster (replaces);

-- How often a poster was scanned on a day in China: counted from the visits, a whole day at a time.
CREATE TABLE poster_day (
    poster_id    uuid                     NOT NULL,
    counted_on   date                     NOT NULL,
    scans        integer                  NOT NULL,
    -- how many there were in the hour that had the most
    busiest_hour integer                  NOT NULL,
    last_scan_at timestamp with time zone NOT NULL,
    PRIMARY KEY (poster_id, counted_on)
);
CREATE INDEX poster_day_date ON poster_day (counted_on);

-- Until when it was counted; one row, which is locked while somebody counts.
CREATE TABLE poster_count (
    id            integer                  NOT NULL PRIMARY KEY CHECK (id = 1),
    counted_until timestamp with time zone NOT NULL
);
INSERT INTO poster_count (id, counted_until) VALUES (1, '1970-01-01 00:00:00+00');

-- That a poster may be scanned elsewhere than at its venue.
CREATE TABLE poster_warning (
    id               uuid                     NOT NULL PRIMARY KEY,
    poster_id        uuid                     NOT NULL,
    venue_id         uuid                     NOT NULL,
    kind             varchar(20)              NOT NULL,
    begins           timestamp with time zone NOT NULL,
    ends             timestamp with time zone NOT NULL,
    people           integer                  NOT NULL,
    first_at         timestamp with time zone NOT NULL,
    last_at          timestamp with time zone NOT NULL,
    dismissed_at     timestamp with time zone,
    dismissed_by     uuid,
    dismissal_reason varchar(1200),
    UNIQUE (poster_id, kind, begins)
);
CREATE INDEX poster_warning_time ON poster_warning (begins, id);

-- Which passages of visits are doubtful because of it.
CREATE TABLE visit_doubt (
    warning_id uuid                     NOT NULL,
    visit_id   uuid                     NOT NULL,
    direction  varchar(3)               NOT NULL,
    kind       varchar(20)              NOT NULL,
    -- where the visit is found
    venue_id   uuid                     NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    at         timestamp with time zone NOT NULL,
    PRIMARY KEY (warning_id, visit_id, direction)
);
CREATE INDEX visit_doubt_visit ON visit_doubt (visit_id);
CREATE INDEX visit_doubt_time ON visit_doubt (at);
