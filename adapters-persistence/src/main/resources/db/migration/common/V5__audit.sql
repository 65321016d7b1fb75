-- Who looked at whose data, and what staff did. Rows are only added; the sealer alone sets number.
CREATE TABLE audit_event (
    id             uuid                     NOT NULL PRIMARY KEY,
    at             timestamp with time zone NOT NULL,
    -- RESIDENT, STAFF or SYSTEM
    actor_kind     varchar(10)              NOT NULL,
    actor_id       uuid,
    -- a resident's standing or the role of staff
    actor_role     varchar(20),
    actor_division varchar(12),
    action         varchar(40)              NOT NULL,
    purpose        varchar(40)              NOT NULL,
    venue_id       uuid,
    -- the division to which the event belongs
    division_code  varchar(12),
    reference      varchar(64),
    -- its place in the chain; null until it is sealed
    number         bigint                   UNIQUE
);
CREATE INDEX audit_event_latest ON audit_event (at, id);
CREATE INDEX audit_event_actor ON audit_event (actor_id, at);
CREATE INDEX audit_event_venue ON audit_event (venue_id, at);
CREATE INDEX audit_event_reference ON audit_event (reference, at);

-- Whose data an event concerns.
CREATE TABLE audit_subject (
    event_id  uuid NOT NULL REFERENCES audit_event (id),
    person_id uuid NOT NULL,
    PRIMARY KEY (event_id, person_id)
);
CREATE INDEX audit_subject_person ON audit_subject (person_id, event_id);

-- The seals of batches of events, each over the one before.
CREATE TABLE audit_seal (
    last_number  bigint                   NOT NULL PRIMARY KEY,
    first_number bigint                   NOT NULL UNIQUE,
    sealed_at    timestamp with time zone NOT NULL,
    key_id       smallint                 NOT NULL,
    -- in hexadecimal
    mac          varchar(64)              NOT NULL
);

-- The end of the chain: one row, so that a tail that was cut off is missed. Without a mac nothing
-- was ever sealed.
CREATE TABLE audit_head (
    id          integer     NOT NULL PRIMARY KEY CHECK (id = 1),
    last_number bigint      NOT NULL,
    seal        varchar(64) NOT NULL,
    key_id      smallint    NOT NULL,
    mac         varchar(64) NOT NULL
);
INSERT INTO audit_head (id, last_number, seal, key_id, mac) VALUES (1, 0, '', 0, '');

-- Look-ups by ID number had a log of their own.
INSERT INTO audit_event (id, at, actor_kind, actor_id, actor_role, action, purpose, venue_id,
                         division_code)
SELECT l.id, l.at, 'RESIDENT', l.account_id,
       CASE l.purpose WHEN 'FAMILY' THEN 'GUARDIAN' WHEN 'MANAGER' THEN 'APPLICANT'
                      ELSE 'MANAGER' END,
       'PERSON_LOOKED_UP', l.purpose, l.venue_id, v.community_code
  FROM lookup l LEFT JOIN venue v ON v.id = l.venue_id;
INSERT INTO audit_subject (event_id, person_id)
SELECT id, person_id FROM lookup WHERE person_id IS NOT NULL;
DROP TABLE lookup;

-- Somebody asks to correct their data, or objects to its use. bytea columns hold ciphertext.
CREATE TABLE data_request (
    id            uuid                     NOT NULL PRIMARY KEY,
    account_id    uuid                     NOT NULL,
    -- who asks
    person_id     uuid                     NOT NULL,
    -- whose data it is
    about_id      uuid                     NOT NULL,
    kind          varchar(20)              NOT NULL,
    visit_id      uuid,
    venue_id      uuid,
    -- the venue's community; null if it is about no visit
    division_code varchar(12),
    text          bytea                    NOT NULL,
    made_at       timestamp with time zone NOT NULL,
    status        varchar(10)              NOT NULL,
    answer        bytea,
    decided_at    timestamp with time zone,
    decided_by    uuid
);
CREATE INDEX data_request_person ON data_request (person_id, made_at);
CREATE INDEX data_request_queue ON data_request (status, made_at, id);
