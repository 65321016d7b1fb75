-- Lists of places that supervisors handed in.
CREATE TABLE survey_import (
    id          uuid                     NOT NULL PRIMARY KEY,
    staff_id    uuid                     NOT NULL,
    created_at  timestamp with time zone NOT NULL,
    on_bad_line varchar(20)              NOT NULL,
    state       varchar(20)              NOT NULL,
    lines       integer                  NOT NULL,
    added       integer                  NOT NULL,
    changed     integer                  NOT NULL,
    unchanged   integer                  NOT NULL,
    rejected    integer                  NOT NULL,
    finished_at timestamp with time zone
);
CREATE INDEX survey_import_staff ON survey_import (staff_id, created_at, id);
CREATE INDEX survey_import_state ON survey_import (state, created_at);

-- Their lines as they were typed, and what became of each.
CREATE TABLE survey_import_line (
    import_id          uuid                     NOT NULL,
    number             integer                  NOT NULL,
    name               varchar(600)             NOT NULL,
    type_code          varchar(600)             NOT NULL,
    community_code     varchar(600)             NOT NULL,
    address            varchar(600)             NOT NULL,
    social_credit_code varchar(600)             NOT NULL,
    -- field:RULE, separated by commas; empty for a good line
    faults             varchar(600)             NOT NULL,
    -- whether a bad line was counted
    rejected           boolean                  NOT NULL,
    place_id           uuid,
    created_at         timestamp with time zone NOT NULL,
    PRIMARY KEY (import_id, number)
);
CREATE INDEX survey_import_line_place ON survey_import_line (import_id, place_id);
CREATE INDEX survey_import_line_created ON survey_import_line (created_at);

-- Pairs of a surveyed place and a venue that may be the same (OFFERED to a person) or are not
-- (REFUSED by one).
CREATE TABLE survey_match (
    id         uuid                     NOT NULL PRIMARY KEY,
    place_id   uuid                     NOT NULL REFERENCES survey_place (id),
    venue_id   uuid                     NOT NULL REFERENCES venue (id),
    state      varchar(10)              NOT NULL,
    score      integer                  NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    UNIQUE (place_id, venue_id)
);
CREATE INDEX survey_match_venue ON survey_match (venue_id);
CREATE INDEX survey_match_offered ON survey_match (state, offered_at, id);

-- In which communities venues or surveyed places have changed since the two were compared.
CREATE TABLE community_change (
    id             uuid                     NOT NULL PRIMARY KEY,
    community_code varchar(12)              NOT NULL,
    noted_at       timestamp with time zone NOT NULL
);
CREATE INDEX community_change_noted ON community_change (noted_at, id);

CREATE INDEX venue_credit_code ON venue (social_credit_code);
