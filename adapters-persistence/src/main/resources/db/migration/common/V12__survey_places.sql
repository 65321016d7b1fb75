-- Places that a survey found (摸排). Their names and addresses stand on their signs: nothing here is
-- personal.
CREATE TABLE survey_place (
    id                 uuid                     NOT NULL PRIMARY KEY,
    name               varchar(200)             NOT NULL,
    type_code          varchar(40)              NOT NULL REFERENCES venue_type (code),
    community_code     varchar(12)              NOT NULL REFERENCES division (code),
    address            varchar(500)             NOT NULL,
    social_credit_code varchar(18)              UNIQUE,
    -- name, community and address, however they were typed
    place_key          varchar(800)             NOT NULL UNIQUE,
    surveyed_at        timestamp with time zone NOT NULL,
    venue_id           uuid                     UNIQUE REFERENCES venue (id),
    -- what the link to the venue rests on, and since when it is there
    link_ground        varchar(20),
    linked_at          timestamp with time zone,
    removed_at         timestamp with time zone,
    revision           integer                  NOT NULL
);
CREATE INDEX survey_place_community ON survey_place (community_code);
CREATE INDEX survey_place_type ON survey_place (type_code);

-- That a poster hangs: when its code was first downloaded to be printed, and when somebody last
-- confirmed that it is there.
ALTER TABLE poster ADD COLUMN downloaded_at timestamp with time zone;
ALTER TABLE poster ADD COLUMN confirmed_at timestamp with time zone;

-- Until when one node has the turn to do a work that all nodes can do.
CREATE TABLE work_turn (
    work        varchar(40)              NOT NULL PRIMARY KEY,
    taken_until timestamp with time zone NOT NULL
);
