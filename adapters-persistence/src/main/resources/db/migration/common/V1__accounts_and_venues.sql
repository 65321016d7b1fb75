-- What both databases spell the same. bytea columns of person, manager and venue hold ciphertext;
-- *_hash columns hold keyed hashes, with the key's id in their first byte.

-- Whose database this is: one row, written by the first start. key_check is a ciphertext and
-- hash_check a hash of something known, so that other keys are noticed before they do harm.
CREATE TABLE installation (
    id         integer     NOT NULL PRIMARY KEY CHECK (id = 1),
    purpose    varchar(20) NOT NULL,
    key_check  bytea       NOT NULL,
    hash_check bytea       NOT NULL
);

CREATE TABLE division (
    code        varchar(12)  NOT NULL PRIMARY KEY,
    parent_code varchar(12)  REFERENCES division (code),
    name        varchar(200) NOT NULL,
    level       varchar(20)  NOT NULL,
    -- the codes from the root down to this one, each followed by a slash
    path        varchar(200) NOT NULL
);
CREATE INDEX division_parent ON division (parent_code);

CREATE TABLE venue_type (
    code                 varchar(40)  NOT NULL PRIMARY KEY,
    name                 varchar(200) NOT NULL,
    department           varchar(200) NOT NULL,
    typical_stay_seconds integer      NOT NULL,
    maximum_stay_seconds integer      NOT NULL,
    reentry_gap_seconds  integer      NOT NULL
);

CREATE TABLE person (
    credential_hash bytea NOT NULL PRIMARY KEY,
    id              uuid  NOT NULL,
    id_number       bytea NOT NULL,
    name            bytea,
    phone           bytea
);
CREATE INDEX person_id ON person (id);

CREATE TABLE account (
    id              uuid                     NOT NULL PRIMARY KEY,
    wechat_hash     bytea                    NOT NULL UNIQUE,
    person_id       uuid                     UNIQUE,
    consent_version varchar(32),
    consented_at    timestamp with time zone,
    created_at      timestamp with time zone NOT NULL
);

CREATE TABLE staff_account (
    id            uuid         NOT NULL PRIMARY KEY,
    username      varchar(100) NOT NULL UNIQUE,
    password_hash varchar(255) NOT NULL,
    -- names of roles, separated by commas
    roles         varchar(200) NOT NULL,
    division_code varchar(12)  NOT NULL REFERENCES division (code),
    enabled       boolean      NOT NULL
);

CREATE TABLE session (
    id          uuid                     NOT NULL PRIMARY KEY,
    account_id  uuid,
    staff_id    uuid,
    secret_hash varchar(64)              NOT NULL,
    expires_at  timestamp with time zone NOT NULL,
    ended_at    timestamp with time zone
);

CREATE TABLE creation (
    owner_id        uuid                     NOT NULL,
    scope           varchar(100)             NOT NULL,
    idempotency_key varchar(128)             NOT NULL,
    created_id      uuid                     NOT NULL,
    created_at      timestamp with time zone NOT NULL,
    PRIMARY KEY (owner_id, scope, idempotency_key)
);

CREATE TABLE venue (
    id                 uuid                     NOT NULL PRIMARY KEY,
    applicant_id       uuid                     NOT NULL,
    name               varchar(200)             NOT NULL,
    type_code          varchar(40)              NOT NULL REFERENCES venue_type (code),
    contact_name       bytea                    NOT NULL,
    contact_phone      bytea                    NOT NULL,
    community_code     varchar(12)              NOT NULL REFERENCES division (code),
    address            varchar(500)             NOT NULL,
    parent_id          uuid,
    tracks_exits       boolean                  NOT NULL,
    capacity           integer,
    social_credit_code varchar(18),
    status             varchar(10)              NOT NULL,
    applied_at         timestamp with time zone NOT NULL,
    -- when it got its status, unless that is PENDING
    decided_at         timestamp with time zone,
    rejection_reason   varchar(1200),
    revision           integer                  NOT NULL
);
CREATE INDEX venue_applicant ON venue (applicant_id, applied_at);
CREATE INDEX venue_queue ON venue (status, applied_at, id);

CREATE TABLE manager (
    id               uuid                     NOT NULL PRIMARY KEY,
    venue_id         uuid                     NOT NULL REFERENCES venue (id),
    person_id        uuid                     NOT NULL,
    name             bytea                    NOT NULL,
    masked_id_number bytea                    NOT NULL,
    added_at         timestamp with time zone NOT NULL,
    active_from      timestamp with time zone NOT NULL,
    UNIQUE (venue_id, person_id)
);
CREATE INDEX manager_person ON manager (person_id);

CREATE TABLE poster (
    id         uuid                     NOT NULL PRIMARY KEY,
    venue_id   uuid                     NOT NULL REFERENCES venue (id),
    direction  varchar(3)               NOT NULL,
    label      varchar(120),
    issued_at  timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
CREATE INDEX poster_venue ON poster (venue_id, issued_at);

-- The latest passage of a person at a venue, with the answer it got. One row changes per scan.
CREATE TABLE presence (
    venue_id     uuid                     NOT NULL,
    person_id    uuid                     NOT NULL,
    inside       boolean                  NOT NULL,
    visit_id     uuid                     NOT NULL,
    -- the entry of that visit; null if it is unknown
    since        timestamp with time zone,
    last_seen    timestamp with time zone NOT NULL,
    last_scan_id varchar(64)              NOT NULL,
    last_outcome varchar(20)              NOT NULL,
    PRIMARY KEY (venue_id, person_id)
);
