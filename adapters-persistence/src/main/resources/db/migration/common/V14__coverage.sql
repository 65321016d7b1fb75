-- How far places had come at the end of each day, China time; today's rows are replaced by and by.
-- Communities and types without any places or venues have none. Nothing here is personal.
CREATE TABLE coverage_day (
    counted_on     date        NOT NULL,
    community_code varchar(12) NOT NULL,
    type_code      varchar(40) NOT NULL,
    surveyed       bigint      NOT NULL,
    applied        bigint      NOT NULL,
    approved       bigint      NOT NULL,
    posted         bigint      NOT NULL,
    scanned        bigint      NOT NULL,
    unsurveyed     bigint      NOT NULL,
    PRIMARY KEY (counted_on, community_code, type_code)
);
CREATE INDEX coverage_day_community ON coverage_day (community_code, counted_on);

-- The ledger of blind spots (不留死角不留盲区): each gap a task. bytea columns hold ciphertext: people
-- write in them.
CREATE TABLE blind_spot (
    id               uuid                     NOT NULL PRIMARY KEY,
    -- the place, or the venue without one; while the task is open there is no other of it
    open_subject     uuid                     UNIQUE,
    place_id         uuid                     REFERENCES survey_place (id),
    venue_id         uuid                     REFERENCES venue (id),
    gap              varchar(20)              NOT NULL,
    since            timestamp with time zone NOT NULL,
    due_at           timestamp with time zone NOT NULL,
    -- who has to close it: one of the two
    owner_division   varchar(12)              REFERENCES division (code),
    owner_department varchar(200),
    escalations      integer                  NOT NULL,
    closed_at        timestamp with time zone,
    -- why somebody closed it though the gap was there, and until when that holds
    excuse_reason    bytea,
    excuse_evidence  bytea,
    excused_by       uuid,
    excused_until    timestamp with time zone,
    revision         integer                  NOT NULL,
    CHECK (place_id IS NOT NULL OR venue_id IS NOT NULL)
);
CREATE INDEX blind_spot_due ON blind_spot (due_at, id);
CREATE INDEX blind_spot_closed ON blind_spot (closed_at);
CREATE INDEX blind_spot_excused ON blind_spot (excused_until);
CREATE INDEX blind_spot_place ON blind_spot (place_id);
CREATE INDEX blind_spot_venue ON blind_spot (venue_id);
CREATE INDEX blind_spot_division ON blind_spot (owner_division);

-- What became of each task; revision is that of the task after the step.
CREATE TABLE blind_spot_step (
    task_id          uuid                     NOT NULL,
    revision         integer                  NOT NULL,
    what             varchar(20)              NOT NULL,
    at               timestamp with time zone NOT NULL,
    owner_division   varchar(12)              REFERENCES division (code),
    owner_department varchar(200),
    PRIMARY KEY (task_id, revision)
);
CREATE INDEX blind_spot_step_time ON blind_spot_step (at);
CREATE INDEX blind_spot_step_division ON blind_spot_step (owner_division);
