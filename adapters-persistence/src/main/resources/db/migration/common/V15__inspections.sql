-- Supervisors' visits (督导检查). What is inspected stands here as it was then, so that neither a new
-- name nor a new address changes what was found or who answers for it.
CREATE TABLE inspection (
    id             uuid                     NOT NULL PRIMARY KEY,
    venue_id       uuid                     REFERENCES venue (id),
    place_id       uuid                     REFERENCES survey_place (id),
    name           varchar(200)             NOT NULL,
    type_code      varchar(40)              NOT NULL REFERENCES venue_type (code),
    community_code varchar(12)              NOT NULL REFERENCES division (code),
    inspector_id   uuid                     NOT NULL,
    -- absent for an industry department
    division_code  varchar(12),
    inspected_at   timestamp with time zone NOT NULL,
    measure        varchar(20)              NOT NULL,
    due_at         timestamp with time zone,
    state          varchar(20)              NOT NULL,
    done_at        timestamp with time zone,
    photos         integer                  NOT NULL,
    revision       integer                  NOT NULL,
    CHECK ((venue_id IS NULL) <> (place_id IS NULL))
);
CREATE INDEX inspection_venue ON inspection (venue_id, inspected_at);
CREATE INDEX inspection_place ON inspection (place_id);
CREATE INDEX inspection_community ON inspection (community_code, inspected_at);
CREATE INDEX inspection_type ON inspection (type_code, inspected_at);

CREATE TABLE inspection_finding (
    id            uuid        NOT NULL PRIMARY KEY,
    inspection_id uuid        NOT NULL REFERENCES inspection (id) ON DELETE CASCADE,
    item          varchar(20) NOT NULL,
    result        varchar(20) NOT NULL,
    -- encrypted: it may name people
    note          bytea,
    UNIQUE (inspection_id, item)
);

CREATE TABLE inspection_step (
    id            uuid                     NOT NULL PRIMARY KEY,
    inspection_id uuid                     NOT NULL REFERENCES inspection (id) ON DELETE CASCADE,
    place         integer                  NOT NULL,
    kind          varchar(20)              NOT NULL,
    at            timestamp with time zone NOT NULL,
    -- encrypted: it may name people
    note          bytea,
    due_at        timestamp with time zone,
    UNIQUE (inspection_id, place)
);

-- What is to be inspected until a day, drawn at random (双随机) or chosen.
CREATE TABLE inspection_plan (
    id                 uuid                     NOT NULL PRIMARY KEY,
    name               varchar(60)              NOT NULL,
    made_by            uuid                     NOT NULL,
    made_at            timestamp with time zone NOT NULL,
    due_at             timestamp with time zone NOT NULL,
    -- how it was drawn; absent if it was chosen
    seed               varchar(32),
    wanted             integer,
    not_inspected_days integer,
    candidates         integer,
    fingerprint        varchar(64)
);
CREATE INDEX inspection_plan_made ON inspection_plan (made_at, id);

CREATE TABLE inspection_plan_item (
    plan_id        uuid         NOT NULL REFERENCES inspection_plan (id) ON DELETE CASCADE,
    place          integer      NOT NULL,
    venue_id       uuid         REFERENCES venue (id),
    place_id       uuid         REFERENCES survey_place (id),
    name           varchar(200) NOT NULL,
    type_code      varchar(40)  NOT NULL REFERENCES venue_type (code),
    community_code varchar(12)  NOT NULL REFERENCES division (code),
    inspection_id  uuid,
    done_at        timestamp with time zone,
    PRIMARY KEY (plan_id, place),
    CHECK ((venue_id IS NULL) <> (place_id IS NULL))
);
CREATE INDEX inspection_plan_item_venue ON inspection_plan_item (venue_id);
CREATE INDEX inspection_plan_item_place ON inspection_plan_item (place_id);

-- Photos of inspections; their contents are kept elsewhere, sealed by a key that is only here.
CREATE TABLE inspection_photo (
    id            uuid                     NOT NULL PRIMARY KEY,
    inspection_id uuid                     NOT NULL REFERENCES inspection (id) ON DELETE CASCADE,
    content_id    uuid                     NOT NULL UNIQUE,
    content_key   bytea                    NOT NULL,
    taken_by      varchar(20)              NOT NULL,
    at            timestamp with time zone NOT NULL
);
CREATE INDEX inspection_photo_inspection ON inspection_photo (inspection_id);
CREATE INDEX inspection_photo_time ON inspection_photo (at);
