-- The care for contacts (随访): by case and person, whether the list names them now or not.
CREATE TABLE follow_up (
    case_id     uuid        NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    person_id   uuid        NOT NULL,
    state       varchar(12) NOT NULL,
    assignee_id uuid,
    not_reached integer     NOT NULL,
    reached_at  timestamp with time zone,
    isolated_at timestamp with time zone,
    revision    integer     NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX follow_up_person ON follow_up (person_id);

CREATE TABLE follow_up_step (
    id          uuid                     NOT NULL PRIMARY KEY,
    case_id     uuid                     NOT NULL,
    person_id   uuid                     NOT NULL,
    -- the follow-up's revision after the step
    revision    integer                  NOT NULL,
    told        varchar(12)              NOT NULL,
    at          timestamp with time zone NOT NULL,
    noted_at    timestamp with time zone NOT NULL,
    by_id       uuid                     NOT NULL,
    assignee_id uuid,
    -- encrypted
    note        bytea,
    FOREIGN KEY (case_id, person_id) REFERENCES follow_up (case_id, person_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX follow_up_step_place ON follow_up_step (case_id, person_id, revision);

-- Who was told of an exposure, once per case.
CREATE TABLE exposure_told (
    case_id   uuid                     NOT NULL REFERENCES trace_case (id) ON DELETE CASCADE,
    person_id uuid                     NOT NULL,
    at        timestamp with time zone NOT NULL,
    -- which call told them: of concurrent calls each knows its own
    call_id   uuid                     NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX exposure_told_person ON exposure_told (person_id);

-- Drills (演练) outlast their cases: the id is the case's, the clock is that of the end.
CREATE TABLE drill (
    id               uuid                     NOT NULL PRIMARY KEY,
    -- encrypted: people may put a name into it
    name             bytea                    NOT NULL,
    community_code   varchar(12)              NOT NULL REFERENCES division (code),
    seed             varchar(64)              NOT NULL,
    opened_by        uuid                     NOT NULL,
    opened_at        timestamp with time zone NOT NULL,
    listed_at        timestamp with time zone,
    first_reached_at timestamp with time zone,
    all_reached_at   timestamp with time zone,
    ended_at         timestamp with time zone,
    contacts         integer                  NOT NULL,
    reached          integer                  NOT NULL
);
CREATE INDEX drill_opened ON drill (opened_at, id);
CREATE INDEX drill_community ON drill (community_code, opened_at);
